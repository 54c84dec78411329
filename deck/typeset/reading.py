"""A deck read to be told: its slides in pieces, their notes, and what its properties say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from lxml import etree

from deck.drawing import Scene, Sheets, numbers, scene
from deck.drawing.looks import Looks, resolved
from deck.drawing.names import child, qn
from deck.memory import Itself, Memory
from deck.package import Package, UnsafeXML, parse_xml
from deck.typeset.parts import taken
from deck.typeset.told import NotesPart, SlidePiece, TextPart, ToldDeck, ToldSlide, plain, web


def told(package: Package) -> ToldDeck:
    """The slides that are shown, in their order. Never an exception for what a stranger put in."""
    return _told(Itself(package))


@lru_cache(maxsize=2)
def _told(held: Itself[Package]) -> ToldDeck:
    package = held.value
    sheets = Sheets(package)
    looks = Looks(sheets)
    found: list[ToldSlide] = []
    missed: list[tuple[int, str, str]] = []
    for part in slide_parts(package):
        number = len(found) + 1
        key, shown = resolved(looks, part)
        pieces, undrawn = taken(key, sheets, shown)
        missed += [(number, what, name) for what, name in undrawn]
        found.append(
            ToldSlide(
                number,
                part=part,
                title=_title(pieces),
                size=shown.size,
                parts=pieces,
                notes=_notes(looks, part),
                picture=_whole(sheets, shown),
            )
        )
    core = _properties(package)
    first = next((slide.title for slide in found if slide.title), "")
    return ToldDeck(
        core.get("title") or first or core.get("subject", "") or "–",
        author=core.get("creator", ""),
        subject=core.get("description", ""),
        keywords=core.get("keywords", ""),
        lang=core.get("language") or _spoken(found) or "sv",
        slides=tuple(found),
        undrawn=tuple(missed),
    )


def slide_parts(package: Package) -> list[str]:
    """The parts of the slides that are shown, in p:sldIdLst's order (19.2.1.34)."""
    root = _tree(package, package.main)
    targets = {rel.id: rel.target for rel in package.related(package.main, "slide")}
    listed = child(root, "p:sldIdLst")
    found = []
    for item in listed if listed is not None else ():
        part = targets.get(item.get(qn("r:id"), ""), "") if isinstance(item.tag, str) else ""
        slide = _tree(package, part)
        if slide is not None and numbers.yes(slide.get("show"), True):
            found.append(part)
    return found


def _tree(package: Package, part: str) -> etree._Element | None:
    try:
        return parse_xml(package.parts[part])
    except (KeyError, UnsafeXML, etree.XMLSyntaxError):
        return None


def _properties(package: Package) -> dict[str, str]:
    """Core properties by their local names (SlidePiece 2, 8.3)."""
    root = _tree(package, package.one("", "metadata/core-properties") or "docProps/core.xml")
    return (
        {etree.QName(item).localname: (item.text or "").strip() for item in root if isinstance(item.tag, str)}
        if (root is not None)
        else {}
    )


def _spoken(slides: list[ToldSlide]) -> str:
    """The language that most words are marked with."""
    counts: dict[str, int] = {}
    for slide in slides:
        for part in slide.parts:
            for paragraph in part.text.paragraphs if isinstance(part, TextPart) else ():
                for run in paragraph.runs:
                    if run.lang:
                        counts[run.lang] = counts.get(run.lang, 0) + len(run.text)
    return max(sorted(counts), key=lambda lang: counts[lang], default="")


def _whole(sheets: Sheets, shown: Scene) -> Callable[[], str]:
    def picture() -> str:
        from deck.render import draw_slide, svg_of

        return svg_of(draw_slide(sheets, shown))

    return picture


def _title(parts: tuple[SlidePiece, ...]) -> str:
    return next((plain(part) for part in parts if isinstance(part, TextPart) and part.role == "title"), "")


_noted: Memory[str, tuple[NotesPart, ...]] = Memory(120)
"""Of all that the notes are read from: most places' decks have most notes in common."""


def _notes(looks: Looks, part: str) -> tuple[NotesPart, ...]:
    package = looks.sheets.package
    name = package.one(part, "notesSlide")
    if not name or name not in package.parts:
        return ()
    key = looks.of_notes(name)
    found = _noted.get(key)
    if found is None:
        found = tuple(_noted_in(package, name, looks.sheets))
        _noted.put(key, found)
    return found


def _noted_in(package: Package, name: str, sheets: Sheets) -> Iterator[NotesPart]:
    for shape in scene(package, name, sheets).shapes:
        if shape.text is None or shape.ph_type != "body" or shape.origin != "slide":
            continue
        for paragraph in shape.text.paragraphs:
            runs = tuple((run.text.replace("\v", "\n"), web(run.link)) for run in paragraph.runs if run.text)
            if any(words.strip() for words, _link in runs):
                yield NotesPart(runs, paragraph.list)


__all__ = ["slide_parts", "told"]
