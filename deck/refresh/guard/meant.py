"""What carries meaning and is more than we wrote, where a program wrote a deck anew: links, equations, pictures, movement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from deck.drawing.names import attributes, child, local, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import Sheet, contents, walk
from deck.pptx.identity import creation_of
from deck.refresh.guard.inventory import Losable, held
from deck.refresh.guard.noise import NEAR
from deck.refresh.guard.side import Side, Touch

_KINDS = {
    "word": "words",
    "note": "words",
    "media": "picture",
    "smartart": "object",
    "ink": "object",
    "part": "other",
    "unseen": "hidden",
}
_SILENT = ("chart",)
"""Programs round a chart's numbers; a merge reads them itself."""


def meant(mine: Side, generated: Side, now: Side | None, slide: str) -> Iterator[Touch]:
    """What carries meaning and is more than we wrote: links, equations, pictures, comments, movement … counted over all pages of
    the slide, for a program's page holds more or less than ours."""
    found = _counted(mine, slide)
    ours = [_counted(side, slide) for side in (generated, now) if side is not None]
    for other in ours:
        found -= other
    for item in found:
        # Programs write one link on the shape and on each of its runs.
        repeated = item.kind == "link" and any(item in other for other in ours)
        if item.kind not in _SILENT and not repeated:
            yield Touch(slide, _KINDS.get(item.kind, item.kind), "notes" if item.kind == "note" else "")
    if not _maps(mine, slide) <= _maps(generated, slide) | (_maps(now, slide) if now is not None else frozenset()):
        yield Touch(slide, "colours")
    if _colors(mine, slide) > max(_colors(generated, slide), 1):
        yield Touch(slide, "look", "notes")
    sides = [side for side in (generated, now) if side is not None and slide in side.pages]
    if slide in mine.pages and _parts_moved(mine, mine.pages[slide], [(side, side.pages[slide]) for side in sides]):
        yield Touch(slide, "place")


def _pages(side: Side, slide: str) -> list[str]:
    return [part for page, part in side.pages.items() if page.partition("#")[0] == slide]


def _maps(side: Side, slide: str) -> frozenset[tuple[tuple[str, str], ...]]:
    """The slide's colour maps, where it has any of its own."""
    found = (child(side.sheets.root(part), "p:clrMapOvr", "a:overrideClrMapping") for part in _pages(side, slide))
    return frozenset(tuple(sorted(attributes(item).items())) for item in found if item is not None)


def _counted(side: Side, slide: str) -> Counter[Losable]:
    keys = {part: page.partition("#")[0] for part, page in side.forms.slides.items()}
    return sum((held(side.sheets, part, keys) for part in _pages(side, slide)), Counter())


def _colors(side: Side, slide: str) -> int:
    """How many colours the notes' words have."""
    roots = [side.sheets.root(side.sheets.package.one(part, "notesSlide")) for part in _pages(side, slide)]
    runs = (run for root in roots if root is not None for run in root.iter(qn("a:r")))
    return len({next((item.get("val") for item in run.iter(qn("a:srgbClr"), qn("a:schemeClr"))), "") for run in runs})


def _parts_moved(mine: Side, part: str, sides: Sequence[tuple[Side, str]]) -> bool:
    """Whether a part of a drawn block stands elsewhere, by its id for life, than on any of the `sides`. Where fewer than half
    stand where they stood, the block as a whole is another drawing, and nothing can be said of its parts."""
    here = _inner(mine.sheets.sheet(part))
    far = []
    for side, its in sides:
        there = _inner(side.sheets.sheet(its))
        known = [mark for mark in here if mark in there]
        apart = sum(any(abs(a - b) > 2 * NEAR for a, b in zip(here[mark], there[mark], strict=True)) for mark in known)
        if 2 * apart <= len(known):
            far.append(apart)
    return bool(far) and min(far) > 0


def _inner(sheet: Sheet) -> dict[str, tuple[float, float, float, float]]:
    """Where the parts of drawn blocks stand on the slide, whatever their group measures in (20.1.7.5)."""
    found: dict[str, tuple[float, float, float, float]] = {}
    for group in contents(sheet.tree):
        outer, inner = extent(xfrm_of(group)), extent(xfrm_of(group), ("a:chOff", "a:chExt"))
        if local(group) != "grpSp" or not outer or not inner:
            continue
        x, y = outer[2] / (inner[2] or outer[2] or 1), outer[3] / (inner[3] or outer[3] or 1)
        for shape in walk(group):
            box, mark = extent(xfrm_of(shape)), creation_of(shape)
            if box and mark and shape.getparent() is group:
                found[mark] = (outer[0] + (box[0] - inner[0]) * x, outer[1] + (box[1] - inner[1]) * y, box[2] * x, box[3] * y)
    return found


__all__ = ["meant"]
