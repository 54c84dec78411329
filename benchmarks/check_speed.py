"""How long `deck check` takes over a deck of many slides, and over each file of a folder of hostile
ones, and the memory it takes."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lxml import etree

from deck.drawing.names import qn
from deck.fleet import BuildRequest, build_one
from deck.package import Package, Relationship, open_package, package_bytes, parse_xml, serialise


def of_slides(package: Package, wanted: int) -> Package:
    """The deck with its slides over and over again."""
    main = package.main
    found = package.related(main, "slide")
    parts: dict[str, bytes | None] = {}
    kinds: dict[str, str | None] = {}
    rels: dict[str, tuple[Relationship, ...] | None] = {}
    more: list[Relationship] = []
    for n in range(wanted - len(found)):
        old, new = found[n % len(found)], f"ppt/slides/slide{1000 + n}.xml"
        parts[new], kinds[new] = package.parts[old.target], package.content_type(old.target)
        rels[new] = package.rels.get(old.target, ())
        more.append(Relationship(f"rIdMore{n}", old.type, new))
    root = parse_xml(package.parts[main])
    holder = next(root.iter(qn("p:sldIdLst")))
    for n, rel in enumerate(more):
        etree.SubElement(holder, qn("p:sldId"), {"id": str(2000 + n), qn("r:id"): rel.id})
    parts[main], rels[main] = serialise(root), (*package.rels[main], *more)
    return package.replace(parts, kinds, rels)


def measured(path: Path) -> tuple[float, float, int, str]:
    """Seconds, MB, exit code and last words of `deck check` on a file, in a process of its own."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out:
        child = subprocess.Popen([sys.executable, "-m", "deck", "check", str(path)], stdout=out, stderr=subprocess.STDOUT)
        _pid, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        words = out.read().strip().splitlines()
    return time.perf_counter() - started, usage.ru_maxrss / 1024, child.returncode, (words or [""])[-1].strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slides", type=int, default=300)
    parser.add_argument("--folder", type=Path, help="files to judge one by one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        built = build_one(BuildRequest("1281", "konferens", out=Path(folder)))
        if built.path is None:
            sys.exit("the deck could not be built")
        large = Path(folder) / "large.pptx"
        large.write_bytes(package_bytes(of_slides(open_package(built.path), options.slides)))
        for path in (built.path, large):
            seconds, memory, code, _words = measured(path)
            print(f"{path.name}: {seconds:.2f} s, {memory:.0f} MB, exit {code}")
    rows = [(*measured(path), path.name) for path in sorted(options.folder.iterdir()) if path.is_file()] if options.folder else []
    for seconds, memory, code, words, name in rows:
        print(f"{name}: {seconds:.2f} s, {memory:.0f} MB, exit {code}: {words[:100]}")
    if rows:
        print(f"worst: {max(row[0] for row in rows):.2f} s, {max(row[1] for row in rows):.0f} MB")


if __name__ == "__main__":
    main()
