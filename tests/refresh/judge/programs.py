"""Programs that save a deck between two refreshes: what PowerPoint, Google Slides and Keynote write, from public evidence of
their files. LibreOffice and ONLYOFFICE are run themselves (slow: for the benchmark)."""

from __future__ import annotations

import posixpath
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, gettempdir

from lxml import etree

from .export import google, keynote
from .onlyoffice import onlyoffice
from .package import NS, Package, R, element, q

Program = Callable[[Package, Random], Package]
# How PowerPoint names the parts that it writes, in the order that it comes upon them.
_NAMED = {
    "slides": "slide",
    "notesSlides": "notesSlide",
    "charts": "chart",
    "media": "image",
    "tags": "tag",
    "embeddings": "Microsoft_Excel_Worksheet",
}
MS = "http://schemas.microsoft.com/office"


def none(package: Package, chance: Random) -> Package:
    return package


def powerpoint(package: Package, chance: Random) -> Package:
    """All parts rewritten and renamed, relationships numbered anew, runs parted at what the spelling
    marks, extensions of its own."""
    renamed = _renamed(package)
    for name in sorted(renamed.parts):
        if name.endswith(".xml") and renamed.rels_name(name) in renamed.parts:
            _number_relations(renamed, name, chance)
    for slide in renamed.slides():
        _touch_slide(renamed, slide, chance)
    _own_parts(renamed)
    return renamed


def _renamed(package: Package) -> Package:
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name in [*package.slides(), *package.reachable()]:
        stem = _NAMED.get(posixpath.basename(posixpath.dirname(name)))
        if stem is None or name in names:
            continue
        counts[stem] = counts.get(stem, 0) + 1
        names[name] = posixpath.join(posixpath.dirname(name), f"{stem}{counts[stem]}{posixpath.splitext(name)[1]}")
    found = Package({})
    for name in package.parts:
        if name.endswith(".rels"):
            continue
        found.parts[names.get(name, name)] = package.data(name)
        if (rels := package.rels_name(name)) in package.parts or name == "[Content_Types].xml":
            tree = package.tree(rels if name != "[Content_Types].xml" else "_rels/.rels")
            owner = name if name != "[Content_Types].xml" else ""
            for node in tree:
                if node.get("TargetMode") != "External":
                    target = package._relation(owner, node).target
                    node.set("Target", "/" + names.get(target, target))
            found.parts[found.rels_name(names.get(owner, owner))] = package.data(package.rels_name(owner))
    for node in found.tree("[Content_Types].xml"):
        old = node.get("PartName", "").lstrip("/")
        if old in names:
            node.set("PartName", "/" + names[old])
    return found


def _number_relations(package: Package, name: str, chance: Random) -> None:
    rels = package.tree(package.rels_name(name))
    nodes = list(rels)
    chance.shuffle(nodes)
    new = {node.get("Id"): f"rId{number}" for number, node in enumerate(nodes, 1)}
    for node in nodes:
        node.set("Id", new[node.get("Id")])
    for node in package.tree(name).iter("{*}*"):
        for key, value in node.attrib.items():
            if key.startswith(f"{{{R}}}") and value in new:
                node.set(key, new[value])


def _touch_slide(package: Package, slide: str, chance: Random) -> None:
    parts = [slide, *filter(None, [package.notes(slide)])]
    for part in parts:
        for paragraph in package.tree(part).iter(q("a:p")):
            for run in paragraph.findall("a:r", NS):
                if chance.random() < 0.2:
                    _part_run(run, chance)
            if chance.random() < 0.3 and paragraph.find("a:endParaRPr", NS) is None:
                paragraph.append(paragraph.makeelement(q("a:endParaRPr"), {"lang": "sv-SE", "dirty": "0"}))
    for holder in package.tree(slide).iterfind(".//p:graphicFrame/p:nvGraphicFramePr/p:nvPr", NS):
        if holder.find("p:extLst", NS) is None:
            number = chance.randrange(2**31)
            holder.append(
                element(
                    f'<p:extLst><p:ext uri="{{D42A27DB-BD31-4B8C-83A1-F6EECF244321}}">'
                    f'<p14:modId val="{number}"/></p:ext></p:extLst>'
                )
            )
    root = package.tree(slide)
    if chance.random() < 0.3 and root.find("p:timing", NS) is None:
        empty = (
            '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"/>'
            "</p:par></p:tnLst></p:timing>"
        )
        last = root.find("p:extLst", NS)
        root.append(element(empty)) if last is None else last.addprevious(element(empty))


def _part_run(run, chance: Random) -> None:
    """One word of a run is its own, marked by the spelling."""
    words = (run.findtext("a:t", "", NS)).split(" ")
    if len(words) < 3:
        return
    at = chance.randrange(1, len(words) - 1)
    pieces = (" ".join(words[:at]) + " ", words[at], " " + " ".join(words[at + 1 :]))
    for number, piece in enumerate(pieces):
        new = element("<a:r/>")
        look = run.find("a:rPr", NS)
        new.append(element('<a:rPr lang="sv-SE"/>') if look is None else element(_text(look)))
        new[0].set("dirty", "0")
        if number == 1:
            new[0].set("err", "1")
        text = new.makeelement(q("a:t"), {})
        text.text = piece
        new.append(text)
        run.addprevious(new)
    run.getparent().remove(run)


def _text(node) -> str:
    return re.sub(
        r' xmlns:(a|p|r|c|m|mc|a14|p14|p15|p188)="[^"]*"', "", etree.tostring(node, encoding="unicode", with_tail=False)
    )


def _own_parts(package: Package) -> None:
    if "ppt/revisionInfo.xml" not in package.parts:
        info = (
            f'<p1510:revInfo xmlns:p1510="{MS}/powerpoint/2015/10/main"><p1510:revLst>'
            f'<p1510:client id="{{0A1B2C3D-0000-4000-8000-000000000001}}" v="3" dt="2026-05-05T10:00:00.000"/>'
            f"</p1510:revLst></p1510:revInfo>"
        )
        package.add("ppt/revisionInfo.xml", info, "application/vnd.ms-powerpoint.revisioninfo+xml")
        package.relate(package.main, f"{MS}/2015/10/relationships/revisionInfo", "ppt/revisionInfo.xml")
    for guides in package.presentation.findall("p:extLst", NS):
        if package.presentation.find(".//p15:sldGuideLst", NS) is None:
            guides.append(element('<p:ext uri="{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"><p15:sldGuideLst/></p:ext>'))


def libreoffice(package: Package, chance: Random) -> Package:
    with TemporaryDirectory() as folder:
        package.write(Path(folder) / "deck.pptx")
        return Package.read(_converted(Path(folder) / "deck.pptx", "pptx:Impress MS PowerPoint 2007 XML"))


def odp(package: Package, chance: Random) -> Package:
    """LibreOffice by way of its own format: saved as .odp, opened, and saved as .pptx."""
    with TemporaryDirectory() as folder:
        package.write(Path(folder) / "deck.pptx")
        between = _converted(Path(folder) / "deck.pptx", "odp")
        return Package.read(_converted(between, "pptx:Impress MS PowerPoint 2007 XML"))


@contextmanager
def _profile() -> Iterator[Path]:
    """A profile of LibreOffice's that no other process uses, kept from one time to the next: two with one fail."""
    import fcntl

    for n in count():
        home = Path(gettempdir()) / f"deck-judge-office-{n}"
        with home.with_suffix(".lock").open("w", encoding="utf-8") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                continue
            yield home
            return


def _converted(path: Path, kind: str) -> Path:
    """A file converted by LibreOffice into a folder `out` beside it."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is not on this machine"
    with _profile() as home:
        where = f"-env:UserInstallation={home.as_uri()}"
        command = [program, where, "--headless", "--convert-to", kind, "--outdir", str(path.parent / "out"), str(path)]
        subprocess.run(command, capture_output=True, timeout=240, check=True)
    return path.parent / "out" / f"{path.stem}.{kind.partition(':')[0]}"


def inspector(package: Package, chance: Random) -> Package:
    """PowerPoint's inspection of documents: custom XML goes, and with it what the deck remembers."""
    for name in [name for name in package.parts if name.startswith("customXml/")]:
        package.drop(name)
    for rel in package.relations(package.main):
        if rel.type == "customXml":
            package.unrelate(package.main, rel.id)
    return package


PROGRAMS: dict[str, Program] = {
    "none": none,
    "inspector": inspector,
    "powerpoint": powerpoint,
    "google": google,
    "keynote": keynote,
    "libreoffice": libreoffice,
    "odp": odp,
    "onlyoffice": onlyoffice,
}
SIMULATED = ("none", "powerpoint", "google", "keynote", "inspector")
