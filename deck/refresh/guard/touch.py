"""The owner's touch: what on a slide, its notes page and the parts it leads to is neither as generated nor a program's noise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from deck.drawing.names import child, qn
from deck.package import Package
from deck.refresh.guard.compared import ComparedPage
from deck.refresh.guard.looks import inherited
from deck.refresh.guard.losable import Losable
from deck.refresh.guard.meant import meant
from deck.refresh.guard.odd import odd_ones, rare_ones
from deck.refresh.guard.pair import Twin, twins_on
from deck.refresh.guard.side import FOOT, Side, Touch
from deck.refresh.guard.weights import ROUNDED, sizes_of
from deck.refresh.zooms import slides_by_number, zooms_of

MOST_REWRITTEN = 0.5
"""Where more than this share of our slides is touched in one way, a program wrote all of it anew, and only
what carries meaning counts. Who goes through a deck by hand does one thing here and another there."""
NOTES = "notes"
LEAST_SLIDES = 4
"""Of fewer slides nothing can be said of a program."""


def touches(mine: Side, generated: Side, now: Side | None = None, changed: Iterable[str] = ()) -> tuple[Touch, ...]:
    """All touches of the owner's deck against the base as generated in the deck's look. `now`: what the file says, as we would
    write it: it explains the words, rows and points of the slides in `changed`, which a merge sees by itself."""
    explained = set(changed)
    found: dict[str, list[Touch]] = {}
    for page, part in mine.pages.items():
        if page in generated.pages:
            slide = page.partition("#")[0]
            sides = [(generated, generated.pages[page])]
            if now is not None and slide in explained and page in now.pages:
                sides.append((now, now.pages[page]))
            found[page] = list(ComparedPage(mine, part, sides, slide, page).touches())
    # A date for all slides is one doing, and no program's way of saving.
    found = _uncommon(found, FOOT)
    # Nor does a program say one thing here and another there: words, links, alternative texts and names are its owner's.
    if _is_rewritten(found, lambda touch: touch.where != NOTES):
        return meant_touches(mine, generated, now, explained)
    if _is_rewritten(found, lambda touch: touch.where == NOTES):
        # Slides that have since been written anew by us, their notes as a program left them: what tells of an owner on those
        # tells nothing in these. Such a program called all shapes anew.
        noted = [touch for touch in meant_touches(mine, generated, now, explained) if touch.where == NOTES]
        held = {page: [touch for touch in marks if _is_told(touch)] for page, marks in found.items()}
        return tuple(dict.fromkeys([*_all(held, mine, generated), *noted]))
    return _all(found, mine, generated)


def _is_rewritten(found: Mapping[str, list[Touch]], among: Callable[[Touch], bool]) -> bool:
    """Whether more than half of the pages are touched in one way."""
    ways = Counter(way for marks in found.values() for way in {(touch.what, touch.said) for touch in marks if among(touch)})
    return len(found) >= LEAST_SLIDES and max(ways.values(), default=0) > MOST_REWRITTEN * len(found)


def _is_told(touch: Touch) -> bool:
    return touch.where != NOTES and (touch.what != "name" or bool(touch.said))


def meant_touches(mine: Side, generated: Side, now: Side | None = None, changed: Iterable[str] = ()) -> tuple[Touch, ...]:
    """Likewise, where a program wrote every look anew: only what carries meaning counts, and what is odd or rare."""
    explained = set(changed)
    slides = {page.partition("#")[0] for page in mine.pages if page in generated.pages}
    found = _uncommon({slide: list(meant(mine, generated, now if slide in explained else None, slide)) for slide in slides})
    pairs = _twins(mine, generated)
    given = inherited(mine.sheets) | inherited(generated.sheets) | _written_in(mine)
    spelt = spells_out(mine.sheets.package)
    for slide, slot, what, item in (*odd_ones(pairs), *rare_ones(pairs, given, spelt=spelt)):
        found.setdefault(slide, []).append(Touch(slide, what, slot, item))
    return _all(found, mine, generated)


def spells_out(package: Package) -> bool:
    """Whether the file says that it comes from LibreOffice or one of its kin."""
    said = package.parts.get("docProps/app.xml", b"")
    return any(name in bytes(said) for name in (b"LibreOffice", b"Collabora", b"OpenOffice"))


def _all(found: Mapping[str, list[Touch]], mine: Side, generated: Side) -> tuple[Touch, ...]:
    return tuple(dict.fromkeys([*(touch for group in found.values() for touch in group), *_around(mine, generated)]))


def _written_in(mine: Side) -> set[Losable]:
    """Sizes that words are known to have been written in, as far as programs round them."""
    sizes = set[int]().union(*sizes_of(mine.sizes).values())
    return {Losable("size", str(size + by)) for size in sizes for by in range(-ROUNDED, ROUNDED + 1)}


def _twins(mine: Side, generated: Side) -> list[Twin]:
    found: list[Twin] = []
    for page, part in mine.pages.items():
        other = generated.pages.get(page)
        if other is not None:
            known = (mine.placed or {}).get(page, {}), mine.sizes.get(page, {})
            pairs = twins_on(page, mine.sheets.sheet(part), generated.sheets.sheet(other), *known)
            under = mine.sheets.sheet(part).master.part if mine.adrift else ""
            found += (replace(pair, under=under) for pair in pairs)
    return found


def _uncommon(found: Mapping[str, list[Touch]], where: str = "") -> dict[str, list[Touch]]:
    """Without what most slides have alike: that is the program's way of saving, or one doing of an owner's on all slides, which
    goes with each. What says one thing here and another there is not alike. `where`: of places that are called so alone."""

    def mark(touch: Touch) -> tuple[str, str, str]:
        return touch.what, touch.where, touch.said

    count = Counter(one for marks in found.values() for one in set(map(mark, marks)))
    most = max(LEAST_SLIDES, MOST_REWRITTEN * len(found))
    common = {one for one, number in count.items() if number >= most and one[1].startswith(where)}
    return {page: [touch for touch in marks if mark(touch) not in common] for page, marks in found.items()}


def _around(mine: Side, generated: Side) -> Iterator[Touch]:
    """What ties a slide to the owner's own: their links on other slides, custom shows (19.2.1.7). A link is theirs where we would
    give that slide none that leads there."""
    package = mine.sheets.package
    ids = {part: page.partition("#")[0] for page, part in mine.pages.items()}
    here, made = (_ways(side) for side in (mine, generated))
    from_slides: dict[str, list[str]] = {}
    for slide, to in sorted(here - made):
        from_slides.setdefault(to, []).append(slide)
    yield from (Touch(to, "led", said="\n".join(slides)) for to, slides in from_slides.items())
    for part in mine.own:
        yield from (Touch(ids[to], "linked") for to in _ahead(mine, part) if to in ids)
    root = mine.sheets.root(package.main)
    targets = {rel.id: rel.target for rel in package.rels.get(package.main, ())}
    shows = child(root, "p:custShowLst")
    for item in shows.iter(qn("p:sld")) if shows is not None else ():
        part = targets.get(item.get(qn("r:id"), ""), "")
        if part in ids:
            yield Touch(ids[part], "show")


def _ways(side: Side) -> set[tuple[str, str]]:
    """Which of our slides leads to which other, by a link or a zoom on any of its pages."""
    ids = {part: page.partition("#")[0] for page, part in side.pages.items()}
    ways = {(ids[part], ids[to]) for part in ids for to in _ahead(side, part) if to in ids}
    return {(slide, to) for slide, to in ways if slide != to}


def _ahead(side: Side, part: str) -> Iterator[str]:
    """The slides' parts that a slide leads to."""
    package = side.sheets.package
    named = {rel.id: rel.target for rel in package.rels.get(part, ()) if rel.kind == "slide"}
    root = side.sheets.root(part) if named or b"ZmObj" in package.parts[part] else None
    if root is None:
        return
    yield from (named[rid] for item in root.iter() if (rid := item.get(qn("r:id"), "")) in named)
    zooms = list(zooms_of(root))
    if zooms:
        targets = {rel.id: rel.target for rel in package.rels.get(package.main, ())}
        numbers = slides_by_number(side.sheets.root(package.main), targets)
        yield from (numbers[where] for _zoom, where in zooms if where in numbers)


__all__ = ["meant_touches", "spells_out", "touches"]
