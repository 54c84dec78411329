"""Looks and measures that an owner gave, looked for after patching: colours, sizes, languages, widths, heights, spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from deck.drawing.names import Element, child, local, qn, whole, yes
from deck.drawing.sheet import Sheets
from deck.i18n import _, decimal
from deck.memory import Memory
from deck.package import UnsafeXML, parse_xml
from deck.pptx.reader import ReadDeck
from deck.refresh.guard.losable import Losable
from deck.refresh.guard.noise import NEAR
from deck.refresh.guard.pieces import pieces, remembered
from deck.refresh.guard.seen import is_tint
from deck.refresh.guard.weights import sizes_of

MOST_SLIDES = 2
"""What stands on more of the owner's slides than this, and is none of ours, a program has written."""
MARKS = frozenset(
    (
        *("align", "tabs", "underline", "strike", "capitals", "effect", "paint", "direction", "bullet"),
        *("highlight", "raised", "outline", "columns", "shadow", "gradient", "bold", "italic", "font", "line", "spacing"),
    )
)
"""Looks that nobody gives words by working out."""
STRESS = {"bold": "b", "italic": "i"}
"""Looks of words in the notes, and the attributes that say so."""
_CM, _PT = 360_000, 100
_MEASURED = {"size": _PT, "width": _CM, "height": _CM, "indent": _CM, "margin": _CM, "side": _CM, "spacing": _PT}
_ROUNDED = {"width": NEAR, "height": NEAR, "indent": NEAR, "margin": NEAR, "side": NEAR, "line": 1_000}
"""Programs round so far."""


def looks(root: Element | None) -> set[Losable]:
    """What a slide's or a notes page's shapes look like, where they say so themselves. `what`: a colour as RRGGBB, a language,
    a font, else a number (hundredths of a point, EMU)."""
    told = (remembered(_LOOKS, piece, _looks_of) for piece in pieces(root)) if root is not None else ()
    return set[Losable]().union(*told)


_LOOKS: Memory[bytes, frozenset[Losable]] = Memory(2_048)


def _looks_of(piece: Element) -> frozenset[Losable]:
    told = ((reader, item) for item in piece.iter(*_READERS) if (reader := _READERS.get(str(item.tag))) is not None)
    return frozenset(Losable(kind, what) for reader, item in told for kind, what in reader(item) if what)


def _run(run: Element) -> Iterator[tuple[str, str]]:
    props, words = child(run, "a:rPr"), child(run, "a:t")
    if props is None or words is None or not (words.text or "").strip():
        return
    yield "colour", _colour(props)
    yield "size", props.get("sz", "")
    yield "language", props.get("lang", "")
    font = child(props, "a:latin")
    yield "font", font.get("typeface", "") if font is not None else ""
    marker = child(props, "a:highlight", "a:srgbClr")
    yield "highlight", marker.get("val", "").upper() if marker is not None else ""
    yield "raised", _number(props, "baseline")
    # LibreOffice writes a hundredth of a point where there is no spacing.
    yield "spacing", said if abs(whole(said := _number(props, "spc"))) >= _SEEN_SPACING else ""
    yield from _marked(props)
    outline = child(props, "a:ln")
    drawn = outline is not None and child(outline, "a:noFill") is None and len(outline) > 0
    yield "outline", (outline.get("w") or "0") if outline is not None and drawn else ""


def _marked(props: Element) -> Iterator[tuple[str, str]]:
    """What words are marked with beside colour and size (21.1.2.3.9)."""
    # Programs underline what leads somewhere.
    leads = child(props, "a:hlinkClick") is not None
    yield "underline", said if (said := props.get("u", "none")) != "none" and not leads else ""
    for line in (child(props, "a:uLn"), child(props, "a:uFill")):
        yield "underline", _colour(line) if line is not None else ""
    yield "strike", said if (said := props.get("strike", "noStrike")) != "noStrike" else ""
    yield "capitals", said if (said := props.get("cap", "none")) != "none" else ""
    yield "kerning", _number(props, "kern")
    symbols = child(props, "a:sym")
    yield "font", symbols.get("typeface", "") if symbols is not None else ""
    for effect in props.iter(*_SHADOWS):
        yield "effect", local(effect)
    paint = next((item for item in props if local(item) in _PAINTS), None)
    yield "paint", _painted(paint) if paint is not None else ""


def _painted(paint: Element) -> str:
    """A gradient's or a pattern's colours."""
    tints = (item for item in paint.iter() if local(item) in ("srgbClr", "schemeClr"))
    return " ".join(item.get("val", "") for item in tints) or local(paint)


_PAINTS = ("gradFill", "pattFill", "blipFill")


def _number(holder: Element, name: str) -> str:
    """A number that says something: not nought."""
    said = holder.get(name, "")
    return said if whole(said) else ""


def _paragraph(props: Element) -> Iterator[tuple[str, str]]:
    """How a paragraph with words stands (21.1.2.2.7)."""
    paragraph = props.getparent()
    if paragraph is None or not any((item.text or "").strip() for item in paragraph.iter(qn("a:t"))):
        return
    yield "indent", _number(props, "marL")
    yield "direction", "rtl" if yes(props.get("rtl")) else ""
    line = child(props, "a:lnSpc", "a:spcPct")
    yield "line", line.get("val", "") if line is not None else ""
    yield from _listed(props)
    # Left is what a program says that says all.
    yield "align", said if (said := props.get("algn", "l")) != "l" else ""
    yield "tabs", _stops(child(props, "a:tabLst"))


def _stops(stops: Element | None) -> str:
    """Where a tab (21.1.2.1.14) leads to; none to where its line begins, as LibreOffice writes."""
    return " ".join(at for stop in (stops if stops is not None else ()) if (at := stop.get("pos", "")) not in ("", "0"))


def _listed(props: Element) -> Iterator[tuple[str, str]]:
    """What stands before a paragraph (21.1.2.4)."""
    for name, of in (("a:buChar", "char"), ("a:buAutoNum", "type")):
        mark = child(props, name)
        yield "bullet", mark.get(of, "") if mark is not None else ""
    face = child(props, "a:buFont")
    yield "font", face.get("typeface", "") if face is not None else ""
    tint = child(props, "a:buClr", "a:srgbClr")
    yield "colour", tint.get("val", "").upper() if tint is not None else ""


def _frame(props: Element) -> Iterator[tuple[str, str]]:
    """How a text stands in its shape (21.1.2.1.1)."""
    for kind, names in _INSETS.items():
        for name in names:
            yield kind, props.get(name, "")
    count = whole(props.get("numCol"))
    yield "columns", f"{count} {props.get('spcCol', '')}".strip() if count > 1 else ""
    yield "direction", said if (said := props.get("vert", "horz")) != "horz" else ""


def _shape(props: Element) -> Iterator[tuple[str, str]]:
    yield "colour", _colour(props)
    line = child(props, "a:ln")
    yield "colour", _colour(line) if line is not None else ""
    for shadow in props.iter(*_SHADOWS):
        yield "shadow", f"{local(shadow)} {shadow.get('blurRad', '')}"
    for stop in props.iter(qn("a:gs")):
        for tint in stop.iter(qn("a:srgbClr")):
            yield "gradient", tint.get("val", "").upper()


def _colour(holder: Element) -> str:
    colour = child(holder, "a:solidFill", "a:srgbClr")
    return colour.get("val", "").upper() if colour is not None else ""


def _cell(cell: Element) -> Iterator[tuple[str, str]]:
    for name in ("gridSpan", "rowSpan"):
        if whole(cell.get(name)) > 1:
            yield "span", f"{name} {cell.get(name)}"


def _default(props: Element) -> Iterator[tuple[str, str]]:
    """What a list style on the slide gives its runs."""
    yield "size", props.get("sz", "")


_INSETS = {"side": ("lIns", "rIns"), "margin": ("tIns", "bIns")}
_SHADOWS = (qn("a:outerShdw"), qn("a:innerShdw"), qn("a:glow"), qn("a:reflection"), qn("a:softEdge"))
_SEEN_SPACING = 20
"""Hundredths of a point."""
_READERS: Mapping[str, Callable[[Element], Iterator[tuple[str, str]]]] = {
    qn("a:r"): _run,
    qn("a:defRPr"): _default,
    qn("a:pPr"): _paragraph,
    qn("a:bodyPr"): _frame,
    qn("p:spPr"): _shape,
    qn("p:grpSpPr"): _shape,
    qn("a:tcPr"): _shape,
    qn("c:dPt"): lambda item: _shape(props) if (props := child(item, "c:spPr")) is not None else iter(()),
    qn("a:tc"): _cell,
    qn("a:gridCol"): lambda item: iter([("width", item.get("w", ""))]),
    qn("a:tr"): lambda item: iter([("height", item.get("h", ""))]),
}


def lost_looks(
    before: ReadDeck, after: ReadDeck, ours: Sequence[ReadDeck], slides: Collection[str], plain: Collection[str] = ()
) -> dict[str, list[Losable]]:
    """Slide id → what its owner gave it and it has no longer. `ours`: decks that we wrote; what they have, and the sizes that the
    file remembers, was never the owner's. What a program wrote on slide after slide does not count; on `plain` slides no program
    writes what is of MARKS."""
    mine = _by_slide(before)
    written = [_by_slide(deck) for deck in ours]
    style = set[Losable]().union(*(inherited(deck.sheets) for deck in (before, *ours)))
    themes = [deck.sheets.sheet(part).theme for deck in (before, *ours) for part in deck.sheets.master_parts()]
    scheme = frozenset(color for theme in themes for color in theme.scheme.values())
    sizes = sizes_of(before.manifest.sizes) if before.manifest else {}
    sized = {key: {Losable("size", str(size)) for size in said} for key, said in sizes.items()}
    said = {key: set[Losable]().union(sized.get(key, ()), *(side.get(key, ()) for side in written)) for key in mine}

    def is_own(key: str, item: Losable) -> bool:
        """What layouts give too, only a program writes into slides."""
        free = key in plain and item.kind in MARKS
        if item.kind in (*STRESS, "language"):
            # What the file says, as we would write it, has these, for the merge knows of them.
            return not any(item in side.get(key, ()) for side in (*written[:1], *written[-1:]))
        if item.kind == "colour" and key not in plain and is_tint(item.what, scheme):
            # A program spells out what was made of a theme's colour.
            return False
        return not among(item, said[key]) and (free or not among(item, style))

    own = {key: {item for item in items if is_own(key, item)} for key, items in mine.items()}
    common = Counter(item for items in own.values() for item in items)
    left = _by_slide(after)
    tables = _tables_by_slide(before), _tables_by_slide(after)
    found: dict[str, list[Losable]] = {}
    for key in slides:
        if key not in left:
            continue
        free = MARKS if key in plain else ()
        seldom = (item for item in own.get(key, ()) if common[item] <= MOST_SLIDES or item.kind in free)
        gone = [item for item in seldom if not among(item, left[key])]
        was, now = (side.get(key, _NO_TABLES) for side in tables)
        if was.columns != now.columns:
            # With another number of columns each has another width, and cells that are merged within a row span others.
            gone = [item for item in gone if item.kind != "width" and not (_is_wide(item) and now.merged >= was.merged)]
        if gone:
            found[key] = sorted(gone)
    return found


@dataclass(frozen=True)
class _Tables:
    """The tables of a slide: the number of each one's columns, and how many cells are merged with the next ones in their row."""

    columns: tuple[int, ...]
    merged: int


_NO_TABLES = _Tables((), 0)


def _tables_by_slide(deck: ReadDeck) -> dict[str, _Tables]:
    roots: dict[str, list[Element]] = {}
    for piece in deck.slides:
        root = deck.sheets.root(piece.part) if piece.slide else None
        if root is not None:
            roots.setdefault(piece.slide, []).append(root)
    return {
        key: _Tables(
            tuple(sorted(len(list(grid)) for root in held for grid in root.iter(qn("a:tblGrid")))),
            sum(whole(cell.get("gridSpan")) > 1 for root in held for cell in root.iter(qn("a:tc"))),
        )
        for key, held in roots.items()
    }


def _is_wide(item: Losable) -> bool:
    return item.kind == "span" and item.what.startswith("gridSpan")


def inherited(sheets: Sheets) -> set[Losable]:
    """What masters, layouts and themes give: programs write it into each run."""
    found: set[Losable] = set()
    for part in sheets.package.parts:
        if part.startswith(_STYLES) and part.endswith(".xml"):
            found |= _given(sheets.package.parts[part])
    return found


@lru_cache(maxsize=256)
def _given(data: bytes) -> frozenset[Losable]:
    """Decks of one template share these parts."""
    try:
        root = parse_xml(data)
    except (etree.XMLSyntaxError, UnsafeXML, ValueError):
        return frozenset()
    return frozenset(Losable(kind, what) for item in root.iter() for kind, what in _style(item) if what)


_STYLES = ("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/notesMasters/", "ppt/theme/", "ppt/tableStyles")


def _style(item: Element) -> Iterator[tuple[str, str]]:
    match local(item):
        case "srgbClr" | "sysClr":
            yield "colour", (item.get("lastClr") or item.get("val", "")).upper()
        case "latin" | "buFont":
            yield "font", item.get("typeface", "")
        case "defRPr" | "rPr" | "endParaRPr":
            yield from _marked(item)
            yield "size", item.get("sz", "")
            yield "raised", item.get("baseline", "")
            yield "spacing", item.get("spc", "")
        case "pPr" | "lvl1pPr" | "lvl2pPr" | "lvl3pPr" | "lvl4pPr" | "lvl5pPr" | "defPPr":
            yield "indent", item.get("marL", "")
            yield "align", item.get("algn", "")
        case "spcPct":
            yield "line", item.get("val", "")
        case "buChar" | "buAutoNum":
            yield "bullet", item.get("char") or item.get("type", "")
        case "tabLst":
            yield "tabs", _stops(item)
        case "bodyPr":
            yield from ((kind, item.get(name, "")) for kind, names in _INSETS.items() for name in names)
        case _:
            pass


def _by_slide(deck: ReadDeck) -> dict[str, set[Losable]]:
    """The looks of our slides, all pages, notes and points of charts together."""
    found: dict[str, set[Losable]] = {}
    for piece in deck.slides:
        if piece.slide:
            held = found.setdefault(piece.slide, set())
            held |= looks(deck.sheets.root(piece.part))
            notes = deck.sheets.root(deck.package.one(piece.part, "notesSlide"))
            held |= looks(notes) | _stressed(notes)
            for chart in deck.package.related(piece.part, "chart"):
                held |= looks(deck.sheets.root(chart.target))
    return found


def _stressed(notes: Element | None) -> set[Losable]:
    """Whether words of the notes are bold or italic: the guidance's are neither. On slides the merge knows of both."""
    runs = list(notes.iter(qn("a:r"))) if notes is not None else []
    held = [props for run in runs if (props := child(run, "a:rPr")) is not None]
    found = ((kind, any(yes(props.get(name)) for props in held)) for kind, name in STRESS.items())
    return {Losable(kind, "1") for kind, is_there in found if is_there}


def among(item: Losable, others: Collection[Losable]) -> bool:
    """Whether others have it, but for a program's rounding."""
    if item in others:
        return True
    near = _ROUNDED.get(item.kind)
    return near is not None and any(
        other.kind == item.kind and abs(whole(other.what) - whole(item.what)) <= near for other in others
    )


def shown(item: Losable) -> str:
    """A look in a person's words: "20.5 pt", "2.83 cm", "FF0000"."""
    unit = _MEASURED.get(item.kind)
    if item.kind == "span":
        name, _space, count = item.what.partition(" ")
        return (_("{count} rows") if name == "rowSpan" else _("{count} columns")).format(count=count)
    if item.kind == "line":
        return f"{decimal(whole(item.what) / 1_000)} %"
    if unit is None:
        return item.what
    return f"{decimal(whole(item.what) / unit)} pt" if unit == _PT else f"{decimal(whole(item.what) / unit, 2)} cm"


__all__ = ["MARKS", "MOST_SLIDES", "among", "inherited", "looks", "lost_looks", "shown"]
