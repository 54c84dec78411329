"""How a text is set and what form a shape has: tab stops, numbers that a list begins at, columns, warped words, room between
paragraphs. What no program works out on saving, and what it writes alike for all paragraphs of a level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from deck.drawing.names import Element, child, local, qn, whole, yes
from deck.refresh.guard.weights import WORN, path_of

FEW = 2


def manners(*holders: Element | None) -> frozenset[str]:
    """What an owner must have set in these, where neither we did nor a layout: no program comes upon it (21.1.2.1.1 bodyPr,
    21.1.2.2.7 pPr)."""
    found: set[str] = set()
    for holder in holders:
        for paragraph in worded(holder) if holder is not None else ():
            found.update(_of_paragraph(child(paragraph, "a:pPr")))
        for frame in holder.iter(qn("a:bodyPr")) if holder is not None else ():
            found.update(_of_frame(frame))
    return frozenset(found)


def counted_on(found: Collection[str]) -> frozenset[str]:
    """Of `manners`: numbers that go on from one part of a drawing to the next, as we number what has an order."""
    series: set[str] = set()
    while (after := f"from {len(series) + 2}") in found:
        series.add(after)
    return frozenset(series if sum(said.startswith("from ") for said in found) == len(series) else ())


def _of_paragraph(props: Element | None) -> Iterator[str]:
    if props is None:
        return
    stops = child(props, "a:tabLst")
    for stop in stops if stops is not None else ():
        # None to where its line begins, as LibreOffice writes.
        if whole(stop.get("pos")):
            yield f"tab {stop.get('pos')} {stop.get('algn', 'l')}"
    numbers = child(props, "a:buAutoNum")
    if numbers is not None and whole(numbers.get("startAt")) > 1:
        yield f"from {numbers.get('startAt')}"


def _of_frame(frame: Element) -> Iterator[str]:
    warp = child(frame, "a:prstTxWarp")
    if warp is not None and warp.get("prst", "textNoShape") != "textNoShape":
        yield f"warp {warp.get('prst')}"
    if frame.get("vert", "horz") != "horz":
        yield f"vert {frame.get('vert')}"
    if whole(frame.get("numCol")) > 1:
        yield f"columns {frame.get('numCol')}"
    if yes(frame.get("anchorCtr")):
        yield "middle"


def odd_parts(shape: Element, ours: Iterable[Element]) -> frozenset[str]:
    """The forms (20.1.9.18 prstGeom; a free one is "custom") and edges (20.1.2.2.24 ln) that few parts of a drawing have and none
    of ours, beside parts with such as ours have: a program may write each of a kind as another, but not one of them."""
    known = list(ours)
    return frozenset(name for read in (_forms, _edges) for name in _odd(read(shape), [read(item) for item in known]))


def lone_parts(shape: Element, ours: Iterable[Element]) -> frozenset[str]:
    """Likewise, where the drawing is none that we would make today: what one part alone has of its kind ("step:title"), where all
    others of it are alike. Neither a program nor an earlier version of ours treats one part otherwise than its kin."""
    known = list(ours)
    kinds: dict[str, list[Element]] = {}
    for holder in shape.iter(qn("p:spPr")):
        part = holder.getparent()
        path = path_of(part).split(":") if part is not None else [""]
        if len(path) > 2:
            kinds.setdefault(":".join((path[0], *path[2:])), []).append(holder)
    found: set[str] = set()
    for read in (form_of, _edge):
        given = {read(holder) for item in known for holder in item.iter(qn("p:spPr"))}
        for holders in kinds.values():
            said = Counter(map(read, holders))
            if len(said) == 2 and len(holders) >= KIN:
                found |= {name for name, count in said.items() if count == 1 and name and name not in given}
    return frozenset(found)


KIN = 3


def _odd(mine: Counter[str], ours: Iterable[Counter[str]]) -> Iterator[str]:
    known = set[str]().union(*ours)
    if known & mine.keys():
        yield from (name for name, count in mine.items() if name not in known and count <= FEW)


def _forms(shape: Element) -> Counter[str]:
    return Counter(map(_form_of, shape.iter(qn("a:prstGeom"), qn("a:custGeom"))))


def form_of(holder: Element) -> str:
    """The name of a part's outline, of its p:spPr; a free one is "custom"."""
    return next((_form_of(item) for item in holder if local(item) in ("prstGeom", "custGeom")), "")


def _form_of(item: Element) -> str:
    return "custom" if local(item) == "custGeom" else _ALIKE.get(said := item.get("prst", ""), said)


_ALIKE = {"straightConnector1": "line"}
"""Forms that look the same: LibreOffice writes a straight connector as the former, whatever it was (20.1.10.56)."""


def _edges(shape: Element) -> Counter[str]:
    """Each part's; nothing where it has none."""
    return Counter(map(_edge, shape.iter(qn("p:spPr"))))


def _edge(holder: Element) -> str:
    """By its dashes and its width to a quarter of a point."""
    line = child(holder, "a:ln")
    paint = next((item for item in line if local(item).endswith("Fill")), None) if line is not None else None
    if line is None or paint is None or local(paint) == "noFill":
        return ""
    dash = child(line, "a:prstDash")
    dashes = dash.get("val", "solid") if dash is not None else "solid"
    return f"{dashes} {round(whole(line.get('w'), 9_525) / 3_175)}"


def rooms(shape: Element) -> int:
    """How many different rooms there are before paragraphs, or after them. What stands first has none before it, and what stands
    last none after, in some programs: those are left out."""
    sides: tuple[set[int], set[int]] = (set(), set())
    for body in shape.iter(qn("p:txBody")):
        lines = list(worded(body))
        for found, name, paragraphs in zip(sides, ("a:spcBef", "a:spcAft"), (lines[1:], lines[:-1]), strict=True):
            found.update(_room(child(paragraph, "a:pPr", name)) for paragraph in paragraphs)
    return max(map(len, sides))


def _room(said: Element | None) -> int:
    """To a point, or a tenth of a line (21.1.2.2.9 spcAft): so far programs round."""
    return round(whole(said[0].get("val")), -2) if said is not None and len(said) else 0


def worn_in(*holders: Element | None) -> frozenset[str]:
    """In which of the ways that no program works out (`WORN`; LibreOffice writes outlines) words look, or are to look, somewhere
    in these."""
    looks = [look for holder in holders if holder is not None for look in holder.iter(qn("a:rPr"), qn("a:defRPr"))]
    found = {name for look in looks for name, wears in WORN.items() if name != "ln" and wears(look)}
    # A plain line is what programs put under links.
    return frozenset(found | {"u" for look in looks if look.get("u", "none") not in ("none", "sng")})


def worded(holder: Element) -> Iterator[Element]:
    """Paragraphs with words."""
    return (item for item in holder.iter(qn("a:p")) if any((text.text or "").strip() for text in item.iter(qn("a:t"))))


__all__ = ["counted_on", "form_of", "lone_parts", "manners", "odd_parts", "rooms", "worn_in"]
