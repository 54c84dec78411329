"""What carries meaning and is more than we wrote, where a program wrote a deck anew: links, equations, pictures, movement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import reduce
from operator import and_

from deck.drawing.names import Element, attributes, child, ids_in, local, qn, yes
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import Sheet, contents, placeholder_of, walk
from deck.pptx.identity import creation_of
from deck.refresh.guard.inventory import held, things_in
from deck.refresh.guard.losable import Losable, spoken
from deck.refresh.guard.noise import NEAR
from deck.refresh.guard.pair import twins
from deck.refresh.guard.seen import seen_as, seen_on
from deck.refresh.guard.side import FOOT, Side, Touch, box_of, whose
from deck.refresh.guard.weights import parts_of, said_of, worded_in, wording

_KINDS = {
    "word": "words",
    "note": "words",
    "media": "picture",
    "smartart": "object",
    "ink": "object",
    "part": "other",
    "unseen": "hidden",
}
_SAYING = ("word", "note", "link", "tip", "alt", "name", "comment", "equation", "smartart")
"""What a program does not think up: it is its owner's, unless most slides say the same."""
_HELD = ("link", "tip", "alt", "name", "media")
"""What a shape has beside its words."""
_FOOT = ("ftr", "dt", "sldNum")
"""What stands at the foot of a slide, if its owner has not taken it away."""
_SILENT = ("chart",)
"""Programs round a chart's numbers; a merge reads them itself."""


def meant(mine: Side, generated: Side, now: Side | None, slide: str) -> Iterator[Touch]:
    """What carries meaning and is more than we wrote: links, equations, pictures, comments, movement … counted over all pages of
    the slide, for a program's page holds more or less than ours."""
    found = _counted(mine, slide)
    ours = [_counted(side, slide) for side in (generated, now) if side is not None]
    found -= _on_more_pages(mine, generated, slide) + _in_other_parts(mine, generated, slide)
    for other in ours:
        found -= other
    # Programs write one link on the shape and on each of its runs.
    told = [
        item for item in found if item.kind not in _SILENT and not (item.kind == "link" and any(item in other for other in ours))
    ]
    for item in told:
        said = item.what if item.kind in _SAYING else ""
        yield Touch(slide, _KINDS.get(item.kind, item.kind), "notes" if item.kind == "note" else "", said=said)
    held_by = {item for item in told if item.kind in _HELD}
    yield from _on_shapes(mine, generated, slide, held_by) if held_by else ()
    if not _maps(mine, slide) <= _maps(generated, slide) | (_maps(now, slide) if now is not None else frozenset()):
        yield Touch(slide, "colours")
    if _hides_graphics(mine, slide, above=False) and not _hides_graphics(generated, slide, above=True):
        yield Touch(slide, "background")
    for kind in sorted(_foot(generated, slide) - _foot(mine, slide)):
        yield Touch(slide, "gone", f"{FOOT}{kind}")
    if _colors(mine, slide) > max(_colors(generated, slide), 1):
        yield Touch(slide, "look", "notes")
    yield from (Touch(slide, "chart", slot) for slot in _charted(mine, generated, slide))
    sides = [side for side in (generated, now) if side is not None and slide in side.pages]
    if slide in mine.pages and _parts_moved(mine, mine.pages[slide], [(side, side.pages[slide]) for side in sides]):
        yield Touch(slide, "place")


def _charted(mine: Side, generated: Side, slide: str) -> Iterator[str]:
    """The slots whose charts have what no program puts there and we did not: a legend (21.2.2.94) there, a trend, error bars."""
    for page in (page for page in mine.pages if page.partition("#")[0] == slide and page in generated.pages):
        part, other = mine.pages[page], generated.pages[page]
        here, there = mine.sheets.sheet(part), generated.sheets.sheet(other)
        for pair in twins(slide, here.tree, there.tree) if here.tree is not None and there.tree is not None else ():
            if local(pair.mine) == "graphicFrame" and _in_chart(mine, part, pair.mine) - _in_chart(generated, other, pair.ours):
                yield pair.slot


def _in_chart(side: Side, part: str, frame: Element) -> Counter[str]:
    ids = set(ids_in(frame))
    rels = (rel for rel in side.sheets.package.rels.get(part, ()) if rel.id in ids and rel.kind == "chart" and not rel.external)
    roots = [root for rel in rels if (root := side.sheets.root(rel.target)) is not None]
    return Counter(_said_of(item) for root in roots for item in root.iter() if local(item) in _CHARTED)


def _said_of(item: Element) -> str:
    place = child(item, "c:legendPos")
    return f"{local(item)} {place.get('val', 'r') if place is not None else ''}"


_CHARTED = frozenset(("legend", "trendline", "errBars", "dTable", "dropLines", "hiLowLines", "upDownBars"))


def _on_shapes(mine: Side, generated: Side, slide: str, found: Collection[Losable]) -> Iterator[Touch]:
    """Which shapes, and parts of drawn blocks, hold what was `found`: they may go while their slide stays."""
    keys, ours = _keys(mine), _keys(generated)
    for page in (page for page in mine.pages if page.partition("#")[0] == slide and page in generated.pages):
        part, other = mine.pages[page], generated.pages[page]
        here, there = mine.sheets.sheet(part), generated.sheets.sheet(other)
        if here.tree is None or there.tree is None:
            continue
        for pair in twins(slide, here.tree, there.tree):
            things = things_in(mine.sheets, part, pair.mine, keys)
            things -= things_in(generated.sheets, other, pair.ours, ours)
            for item in things:
                if item in found:
                    said = item.what if item.kind in _SAYING else ""
                    yield Touch(slide, _KINDS.get(item.kind, item.kind), pair.slot, pair.item, said)


def _pages(side: Side, slide: str) -> list[str]:
    return [part for page, part in side.pages.items() if page.partition("#")[0] == slide]


def _on_more_pages(mine: Side, generated: Side, slide: str) -> Counter[Losable]:
    """What stands on each of a slide's pages (its title, its source, its footer), once for each page that we would not need
    today, in a program's masters."""
    pages = _pages(mine, slide)
    more = len(pages) - len(_pages(generated, slide))
    if more <= 0 or len(pages) < 2:
        return Counter()
    keys = _keys(mine)
    found = [held(mine.sheets, part, keys) for part in pages]
    common = reduce(and_, found)
    return Counter({item: count * more for item, count in common.items()})


def _in_other_parts(mine: Side, generated: Side, slide: str) -> Counter[Losable]:
    """The words of parts of drawn blocks that the file remembers, word by word, and that we would not draw today, in a program's
    masters: a legend, the caption of a link."""
    found: Counter[Losable] = Counter()
    for page in (page for page in mine.pages if page.partition("#")[0] == slide and page in generated.pages):
        groups, ours = (
            {whose(group): group for group in contents(side.sheets.sheet(side.pages[page]).tree) if local(group) == "grpSp"}
            for side in (mine, generated)
        )
        for slot in groups.keys() & ours.keys():
            known, drawn = (
                worded_in(mine.sizes.get(page, {}).get(slot, "")),
                {path for path, _it in parts_of(ours[slot])},
            )
            for path, part in parts_of(groups[slot]):
                if path in known and path not in drawn and known[path] == wording(part):
                    found += spoken(part)
    return found


def _maps(side: Side, slide: str) -> frozenset[tuple[tuple[str, str], ...]]:
    """The slide's colour maps, where it has any of its own."""
    found = (child(side.sheets.root(part), "p:clrMapOvr", "a:overrideClrMapping") for part in _pages(side, slide))
    return frozenset(tuple(sorted(attributes(item).items())) for item in found if item is not None)


def _hides_graphics(side: Side, slide: str, *, above: bool) -> bool:
    """Whether a page of the slide hides what its master draws (19.3.1.38), or, where `above` counts, its layout does
    (19.3.1.39)."""
    pages, package = _pages(side, slide), side.sheets.package
    parts = [*pages, *(layout for part in pages if above and (layout := package.one(part, "slideLayout")))]
    return any(root is not None and not yes(root.get("showMasterSp"), True) for root in map(side.sheets.root, parts))


def _counted(side: Side, slide: str) -> Counter[Losable]:
    return sum((held(side.sheets, part, _keys(side)) for part in _pages(side, slide)), Counter())


def _keys(side: Side) -> dict[str, str]:
    return {part: page.partition("#")[0] for part, page in side.forms.slides.items()}


def _foot(side: Side, slide: str) -> set[str]:
    """Footer, date and number of a slide's first page (19.7.10 ST_PlaceholderType)."""
    places = map(placeholder_of, contents(side.sheets.sheet(side.pages[slide]).tree) if slide in side.pages else ())
    return {kind for place in places if place is not None and (kind := place.get("type", "")) in _FOOT}


def _colors(side: Side, slide: str) -> int:
    """How many colours the notes' words have."""
    roots = [side.sheets.root(side.sheets.package.one(part, "notesSlide")) for part in _pages(side, slide)]
    runs = (run for root in roots if root is not None for run in root.iter(qn("a:r")))
    return len({next((item.get("val") for item in run.iter(qn("a:srgbClr"), qn("a:schemeClr"))), "") for run in runs})


def _parts_moved(mine: Side, part: str, sides: Sequence[tuple[Side, str]]) -> bool:
    """Whether a part of a drawn block stands elsewhere, by its id for life, than on any of the `sides`. Where fewer than half
    stand where they stood, the block as a whole is another drawing, and nothing can be said of its parts."""
    page = next((page for page, its in mine.pages.items() if its == part), "")
    here = _inner(mine.sheets.sheet(part))
    far = []
    for side, its in sides:
        sheet = side.sheets.sheet(its)
        there = _inner(sheet, _laid_otherwise(mine, page, sheet) | _in_other_fonts(mine, part, sheet))
        known = [mark for mark in here if mark in there]
        apart = sum(not _is_near(here[mark], there[mark]) for mark in known)
        if 2 * apart <= len(known):
            far.append(apart)
    return bool(far) and min(far) > 0


def _laid_otherwise(mine: Side, page: str, sheet: Sheet) -> set[str]:
    """Slots whose drawn block the file remembers in another place, or with words in other sizes, than we would give it today:
    where its parts stand tells nothing of its owner."""
    found: set[str] = set()
    for group in contents(sheet.tree):
        slot = whose(group)
        place, said = (mine.placed or {}).get(page, {}).get(slot), mine.sizes.get(page, {}).get(slot)
        box = box_of(sheet, group)
        if said and (said != said_of(group) or (place and box and not _is_near(place, box))):
            found.add(slot)
    return found


def _in_other_fonts(mine: Side, part: str, sheet: Sheet) -> set[str]:
    """Slots whose drawn block has words in other fonts than we would set them in, in the masters that a program wrote: it was
    measured in those."""
    if not mine.adrift:
        return set()
    here, there = (_fonts(item) for item in (mine.sheets.sheet(part), sheet))
    return {slot for slot in here.keys() & there.keys() if here[slot] - there[slot]}


def _fonts(sheet: Sheet) -> dict[str, frozenset[str]]:
    shown = seen_on(sheet)
    groups = (group for group in contents(sheet.tree) if local(group) == "grpSp")
    return {whose(group): frozenset[str]().union(*(seen_as(shown, item).of("font") for item in walk(group))) for group in groups}


def _is_near(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) <= 2 * NEAR for a, b in zip(one, other, strict=True))


def _inner(sheet: Sheet, but: Collection[str] = ()) -> dict[str, tuple[float, float, float, float]]:
    """Where the parts of drawn blocks, `but` for some slots, stand on the slide, whatever their group measures in (20.1.7.5)."""
    found: dict[str, tuple[float, float, float, float]] = {}
    for group in contents(sheet.tree):
        outer, inner = extent(xfrm_of(group)), extent(xfrm_of(group), ("a:chOff", "a:chExt"))
        if local(group) != "grpSp" or not outer or not inner or whose(group) in but:
            continue
        x, y = outer[2] / (inner[2] or outer[2] or 1), outer[3] / (inner[3] or outer[3] or 1)
        for shape in walk(group):
            box, mark = extent(xfrm_of(shape)), creation_of(shape)
            if box and mark and shape.getparent() is group:
                found[mark] = (outer[0] + (box[0] - inner[0]) * x, outer[1] + (box[1] - inner[1]) * y, box[2] * x, box[3] * y)
    return found


__all__ = ["meant"]
