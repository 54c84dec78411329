"""A shape of the owner's file with the same one as generated, and what is known of how it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from deck.drawing.names import Element, local
from deck.drawing.sheet import Sheet, contents, placeholder_of, walk
from deck.pptx.identity import creation_of
from deck.refresh.guard.noise import NEAR
from deck.refresh.guard.seen import ShownShape, is_near, prompted, seen_as, seen_on
from deck.refresh.guard.side import box_of, whose
from deck.refresh.guard.weights import WordWeight, beyond, parts_sized, path_of, sized, written_in


@dataclass(frozen=True)
class Twin:
    """A shape of the owner's file with the same one as generated. `slot`: whose it is on its `slide`."""

    slide: str
    slot: str
    mine: Element
    ours: Element
    stands: bool = False
    """It is where the file remembers that we put it, though we would put it elsewhere today."""
    written: Mapping[WordWeight, int] = field(default_factory=dict)
    """What the file remembers of the weights and sizes that its words were written in, which need not be those of today."""
    seen: tuple[ShownShape, ShownShape] = (ShownShape(), ShownShape())
    """How both show."""
    alike: frozenset[str] = frozenset()
    """What of a part we would give it today as it was given: "ink", where its words have the sizes that the file remembers;
    "fill", where all words of its block have."""
    under: str = ""
    """The master that the slide stands under, where that alone tells which layout a program made it of, and what else that
    gave is written on the slide (`KnownDeck.adrift`)."""

    @property
    def top(self) -> bool:
        """It stands on the slide itself, not in a group."""
        parent = self.mine.getparent()
        return parent is None or local(parent) != "grpSp"

    @property
    def path(self) -> str:
        """What of a drawn block it is ("card:KEY:title"); "" where it is no part of one."""
        return "" if self.top else path_of(self.ours)

    @property
    def item(self) -> str:
        """The item of a drawn block that it is a part of."""
        path = self.path.split(":")
        return path[1] if len(path) > 1 else ""

    @property
    def kind(self) -> str:
        """What it is in a drawn block, in whichever item ("card:title")."""
        path = self.path.split(":")
        return ":".join((*path[:1], *path[2:]))

    @property
    def sort(self) -> str:
        """What programs treat alike: placeholders, what lies in groups, what stands free."""
        where = "part" if not self.top else "placeholder" if placeholder_of(self.mine) is not None else "free"
        return f"{where} {local(self.mine)}"


def twins(slide: str, mine: Element, ours: Element, stood: Callable[[str, Element], bool] | None = None) -> Iterator[Twin]:
    """The shapes of a slide's tree that both sides have, by their ids for life; connectors and groups among them. `stood`: if
    a slot's shape stands where the file remembers that we put it."""
    here = {mark: shape for shape in walk(mine) if (mark := creation_of(shape))}
    for top in contents(ours):
        slot = whose(top)
        for shape in (top, *(walk(top) if local(top) == "grpSp" else ())):
            found = here.get(creation_of(shape))
            if found is not None and slot:
                stands = stood is not None and shape is top and stood(slot, found)
                yield Twin(slide=slide, slot=slot, mine=found, ours=shape, stands=stands)


def twins_on(
    page: str, sheet: Sheet, other: Sheet, placed: Mapping[str, tuple[int, int, int, int]], sizes: Mapping[str, str]
) -> Iterator[Twin]:
    """The shapes that a slide and the same one as generated both have, with how they show. `page`: its id ("why#2"); `placed`,
    `sizes`: what the file remembers of where its slots stood, and of how their words were written."""
    if sheet.tree is None or other.tree is None:
        return
    known = {slot: written_in(said) for slot, said in sizes.items()}
    here, there = seen_on(sheet), seen_on(other)
    alike = {whose(top) for top in contents(other.tree) if _is_drawn_alike(top, known.get(whose(top), {}))}
    for pair in twins(page.partition("#")[0], sheet.tree, other.tree, _stood(sheet, placed)):
        parts = known.get(pair.slot, {})
        every = {weight: count for said in parts.values() for weight, count in said.items()}
        written = every if pair.top else parts.get(pair.path, {})
        shown = replace(seen_as(here, pair.mine), prompted=prompted(sheet, pair.mine) if pair.top else {})
        seen = shown, seen_as(there, pair.ours)
        like = {"ink": pair.path and written and _is_sized_alike(written, sized(pair.ours)), "fill": pair.slot in alike}
        yield replace(pair, written=written, seen=seen, alike=frozenset(name for name in like if like[name] and not pair.top))


def _is_drawn_alike(group: Element, known: Mapping[str, Mapping[WordWeight, int]]) -> bool:
    """Whether all parts with words of a drawn block have the sizes that the file remembers of them."""
    if local(group) != "grpSp" or not known:
        return False
    drawn = parts_sized(group)
    return all(_is_sized_alike(known.get(path, {}), drawn.get(path, {})) for path in {*known, *drawn})


def _is_sized_alike(one: Iterable[WordWeight], other: Iterable[WordWeight]) -> bool:
    then, now = ({size for _marks, size in said} for said in (one, other))
    return not beyond(then, now) and not beyond(now, then)


def _stood(sheet: Sheet, placed: Mapping[str, tuple[int, int, int, int]]) -> Callable[[str, Element], bool]:
    def stood(slot: str, shape: Element) -> bool:
        box, known = box_of(sheet, shape), placed.get(slot)
        return box is not None and known is not None and all(abs(a - b) <= NEAR for a, b in zip(box, known, strict=True))

    return stood


def beside_kin(pairs: Sequence[Twin]) -> Iterator[Twin]:
    """The parts of one drawing: what most of a kind show as we would give it today was given so, in whatever sizes they are drawn
    now; then one that shows an ink or a fill that we give none of them is its owner's."""
    kin: dict[str, list[Twin]] = {}
    for pair in pairs:
        kin.setdefault(pair.kind, []).append(pair)
    for pair in pairs:
        others = [other for other in kin[pair.kind] if other is not pair]
        yield replace(pair, alike=pair.alike | {name for name in ("ink", "fill") if _is_alone(pair, others, name)})


def _is_alone(pair: Twin, others: Sequence[Twin], name: str) -> bool:
    given = frozenset[str]().union(*(other.seen[1].of(name) for other in others))
    own = any(not is_near(color, given) for color in pair.seen[0].of(name))
    return own and 2 * sum(_shows_ours(other, name) for other in others) > len(others)


def _shows_ours(pair: Twin, name: str) -> bool:
    mine, ours = (side.of(name) for side in pair.seen)
    return all(is_near(color, ours) for color in mine) and all(is_near(color, mine) for color in ours)


__all__ = ["Twin", "beside_kin", "twins", "twins_on"]
