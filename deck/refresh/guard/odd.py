"""Odd ones out: a program that writes a property anew on saving does so everywhere. Where all but a few shapes of a sort have it
as generated, those few are their owner's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from deck.drawing.names import Element, child, local, qn, whole, yes
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import placeholder_of, properties_of
from deck.refresh.guard.locks import locks_on
from deck.refresh.guard.looks import MOST_SLIDES, among, looks
from deck.refresh.guard.losable import Losable
from deck.refresh.guard.noise import NEAR
from deck.refresh.guard.pair import Twin
from deck.refresh.guard.seen import WORDS, is_near, strange
from deck.refresh.guard.weights import beyond, sized

FEW = 0.15
"""So large a share of a sort's shapes may differ, and be its owner's."""
LEAST = 8
"""Of fewer shapes nothing can be said of a program."""

OddValue = Hashable
Read = Callable[[Element], OddValue]


def _place(shape: Element) -> OddValue:
    """Where it stands and how it is turned (sixty thousandths of a degree)."""
    xfrm = xfrm_of(shape)
    box = extent(xfrm)
    return (*box, whole(xfrm.get("rot"))) if box and xfrm is not None else None


def _painted(name: str, *, bare: bool = True) -> Read:
    """`bare`: whether an element without any in it says something, too."""

    def read(shape: Element) -> OddValue:
        holder = child(shape, "p:spPr")
        found = next((item for item in holder if local(item) in name.split()), None) if holder is not None else None
        if found is None or not (bare or len(found)):
            return None
        return etree.tostring(found, method="c14n", with_tail=False)

    return read


def _runs(read: Read) -> Read:
    """A property of the shape's words, as a set of what their runs have."""
    return lambda shape: frozenset(
        read(look)
        for run in shape.iter(qn("a:r"), qn("a:fld"))
        if (look := child(run, "a:rPr")) is not None and (getattr(child(run, "a:t"), "text", None) or "").strip()
    )


def _ink(look: Element) -> OddValue:
    fill = child(look, "a:solidFill")
    color = next((item for item in fill if local(item).endswith("Clr")), None) if fill is not None else None
    return (local(color), color.get("val")) if color is not None else None


def _marked(shape: Element) -> OddValue:
    props = properties_of(shape)
    return (yes(props.get("hidden")), props.get("descr", ""), props.get("title", "")) if props is not None else None


def _locked(shape: Element) -> OddValue:
    return frozenset(locks_on(shape).items())


def _tips(shape: Element) -> OddValue:
    return frozenset(tip for link in shape.iter(qn("a:hlinkClick")) if (tip := link.get("tooltip")))


PROPERTIES: Mapping[str, tuple[str, Read]] = {
    "place": ("place", _place),
    "fill": ("look", _painted("solidFill gradFill pattFill blipFill noFill")),
    "line": ("look", _painted("ln")),
    "size": ("look", _runs(lambda look: look.get("sz"))),
    "effects": ("look", _painted("effectLst effectDag", bare=False)),
    "raised": ("look", _runs(lambda look: whole(look.get("baseline")))),
    "outlined": ("look", _runs(lambda look: child(look, "a:ln", "a:solidFill") is not None)),
    "bold": ("look", _runs(lambda look: look.get("b", "0"))),
    "ink": ("look", _runs(_ink)),
    "struck": ("look", _runs(lambda look: look.get("strike", "noStrike"))),
    "marks": ("alt", _marked),
    "tips": ("link", _tips),
    "locks": ("other", _locked),
    "columns": ("table", lambda shape: tuple(item.get("w") for item in shape.iter(qn("a:gridCol")))),
}
"""Property → what a difference is called (as in side.WHAT), and how it is read."""
SEEN = ("fill", "line", *WORDS)
"""Colours, fonts and marks that are compared as they show, too: for programs that spell them out."""
GIVEN = ("size", "bold", "italic", "underline", "font")
"""What a layout's words often have of their own."""


def odd_ones(pairs: list[Twin]) -> Iterator[tuple[str, str, str, str]]:
    """(slide, slot, what, item) of the owner's touches among `pairs`; `item`: of a drawn block, "" where it is no part of one."""
    sorts: dict[str, list[Twin]] = {}
    odd: dict[tuple[str, str, str, str], None] = {}
    anew, given, refitted = _drawn_anew(pairs), _colours(pairs), _in_other_fonts(pairs)
    for pair in pairs:
        sorts.setdefault(pair.sort, []).append(pair)
    for sort, every in sorts.items():
        found = [
            (what, like, [pair for pair in like if _unlike(pair, name)])
            for name, (what, _read) in PROPERTIES.items()
            for like in _in_layouts(_fitted(every, name, refitted), name)
        ]
        for name in SEEN:
            for like in _in_layouts(every, name):
                group, unlike = _showing(like, name), [pair for pair in like if shown_otherwise(_unprompted(pair), name)]
                # How many there are tells of a program; which of them are its owner's, what else is known of each.
                few = unlike if _are_few(unlike, group) else ()
                found.append(("look", group, [pair for pair in few if shown_otherwise(_doubted(pair, given), name)]))
        for what, group, unlike in found:
            if _are_few(unlike, group):
                # Where a part stands within a drawn block is how the block looks: the block itself stands where it stood.
                told = "look" if what == "place" and sort.startswith("part") else what
                odd.update(((pair.slide, pair.slot, told, pair.item), None) for pair in _by_hand(unlike, every, anew, what))
    yield from odd


def _in_layouts(pairs: list[Twin], name: str) -> list[list[Twin]]:
    """The shapes that have a property from one place: where what the layouts gave stands in the slides alone, placeholders of
    one slot under one master, else all."""
    found: dict[tuple[str, str], list[Twin]] = {}
    for pair in pairs:
        own = pair.under and name in GIVEN and placeholder_of(pair.mine) is not None
        found.setdefault((pair.slot, pair.under) if own else ("", ""), []).append(pair)
    return list(found.values())


def _are_few(unlike: Sequence[Twin], group: Sequence[Twin]) -> bool:
    return len(group) >= LEAST and len(unlike) <= FEW * len(group)


def _unprompted(pair: Twin) -> Twin:
    mine, ours = pair.seen
    return replace(pair, seen=(replace(mine, prompted={}), ours))


def _colours(pairs: Iterable[Twin]) -> Mapping[str, frozenset[str]]:
    """Those of words and of fills in the deck's drawings."""
    parts = [pair.seen[0] for pair in pairs if not pair.top]
    return {name: frozenset[str]().union(*(shape.of(name) for shape in parts)) for name in ("ink", "fill")}


def _doubted(pair: Twin, given: Mapping[str, frozenset[str]]) -> Twin:
    """Where the colour that we would give a part today stands on none in the deck, it is not what we gave: the deck was made in a
    look that is lost, whose colours were others."""

    def is_given(name: str) -> bool:
        wanted = pair.seen[1].of(name)
        return not wanted or any(is_near(color, given[name]) for color in wanted)

    return replace(pair, alike=frozenset(name for name in pair.alike if is_given(name)))


def _unlike(pair: Twin, name: str) -> bool:
    """Whether a property of the owner's shape is not as we wrote it: as the file remembers, else as we would write it today."""
    if name == "size":
        mine, ours = _sizes(pair.mine), {size for _marks, size in pair.written} or _sizes(pair.ours)
        return beyond(mine, ours) or (not pair.written and beyond(ours, mine))
    if name == "bold" and pair.written and placeholder_of(pair.mine) is None:
        return not {"b" in marks for marks, _size in sized(pair.mine)} <= {"b" in marks for marks, _size in pair.written}
    _what, read = PROPERTIES[name]
    return not _same(read(pair.mine), read(pair.ours))


def _showing(pairs: list[Twin], name: str) -> list[Twin]:
    """Those that have a fill, or a line, where that is looked at: in a program's masters a house may have other colours, and then
    most of what is painted is painted otherwise."""
    return [pair for pair in pairs if any(getattr(side, name) for side in pair.seen)] if name in ("fill", "line") else pairs


def shown_otherwise(pair: Twin, name: str) -> frozenset[str]:
    """What a shape shows that neither we wrote nor a program comes upon. `name`: of SEEN."""
    if name in _REMEMBERED and pair.written and placeholder_of(pair.mine) is None:
        mark = _REMEMBERED[name]
        was, now = (any(mark in marks for marks, _size in said) for said in (pair.written, sized(pair.mine)))
        return frozenset("1" if now and not was else "")
    return strange(*pair.seen, name, alike=name in pair.alike)


_REMEMBERED = {"bold": "b", "italic": "i", "underline": "u"}
"""Marks that a deck remembers of its drawn words, and how."""


def _sizes(shape: Element) -> set[int]:
    """Of words that say their size; 0 for those that do not."""
    return {
        whole(look.get("sz"))
        for run in shape.iter(qn("a:r"), qn("a:fld"))
        if (look := child(run, "a:rPr")) is not None and (getattr(child(run, "a:t"), "text", None) or "").strip()
    }


def _drawn_anew(pairs: Iterable[Twin]) -> set[tuple[str, str]]:
    """(slide, slot) of drawn blocks that stand where the file remembers, and that we would put elsewhere today: an earlier
    version drew them."""
    groups = [pair for pair in pairs if pair.stands and local(pair.mine) == "grpSp"]
    return {(pair.slide, pair.slot) for pair in groups if not _same(_place(pair.mine), _place(pair.ours))}


def _fitted(pairs: list[Twin], name: str, refitted: Collection[tuple[str, str]]) -> list[Twin]:
    """Those whose place tells, where that is looked at, or whose size does."""
    if name == "size":
        # In a program's masters we might give a part another one, and this deck does not remember what we gave it.
        return [pair for pair in pairs if pair.top or not pair.under or pair.written]
    return pairs if name != "place" else [pair for pair in pairs if pair.top or (pair.slide, pair.slot) not in refitted]


def _in_other_fonts(pairs: Iterable[Twin]) -> set[tuple[str, str]]:
    """(slide, slot) of drawn blocks that were measured in other fonts than those of the masters that a program wrote."""
    parts = [pair for pair in pairs if pair.under and not pair.top]
    return {(pair.slide, pair.slot) for pair in parts if pair.seen[0].of("font") - pair.seen[1].of("font")}


def _by_hand(unlike: list[Twin], group: list[Twin], anew: Collection[tuple[str, str]], what: str) -> list[Twin]:
    """Those that are so by their owner's hand, and not because an earlier version put the shape there, or drew the block: then at
    the least half of its parts are unlike."""
    parts, apart = (Counter((pair.slide, pair.slot) for pair in pairs if not pair.top) for pairs in (group, unlike))

    def drawn(pair: Twin) -> bool:
        key = (pair.slide, pair.slot)
        if pair.top:
            return (what == "place" and pair.stands) or key in anew
        return key in anew and 2 * apart[key] >= parts[key]

    return [pair for pair in unlike if not drawn(pair)]


def rare_ones(pairs: list[Twin], known: Collection[Losable], *, spelt: bool = False) -> Iterator[tuple[str, str, str, str]]:
    """Likewise, where a text has a look that next to no other has, and none of ours: a program's ways repeat themselves.

    `known`: what masters and themes give. `spelt`: what layouts gave, the program wrote into the slides (LibreOffice): where
    few have such a text, a measure is rare in any case, and so are a size and a font where the layouts' are not known. Of columns
    and drawn blocks the measures say nothing: it works them out anew."""
    pairs = [pair for pair in pairs if local(pair.mine) == "sp"]
    written = [looks(pair.ours) for pair in pairs]
    every = set(known).union(*written)
    like = Counter((pair.slot, pair.under) for pair in pairs)
    forgotten = not any(pair.written for pair in pairs)

    def told(pair: Twin) -> tuple[str, ...]:
        if not pair.top:
            return _MARKS
        few = like[pair.slot, pair.under] < LEAST
        # Sizes that hold were given to few.
        unsure = () if not pair.under else _OF_LAYOUTS if few else ("size",) if forgotten else ()
        given = tuple(kind for kind in _RARE if kind not in unsure)
        measures = () if spelt and few else _MEASURES
        # A title's margins at its sides are ours, and as its words are: they break its lines evenly.
        return (*given, *(kind for kind in measures if kind != "side" or pair.slot != "title"))

    def is_ours(item: Losable, here: set[Losable]) -> bool:
        """What is nearly a measure of another text's is nobody's rounding."""
        return item in every or among(item, here) or among(item, known)

    mine = [
        (pair, {item for item in looks(pair.mine) - _of_links(pair.mine) if item.kind in told(pair) and not is_ours(item, here)})
        for pair, here in zip(pairs, written, strict=True)
    ]
    count = Counter(item for _pair, items in mine for item in items)
    for pair, items in mine:
        if any(count[item] <= MOST_SLIDES for item in items):
            yield pair.slide, pair.slot, "look", pair.item


_MARKS = ("highlight", "raised", "outline", "direction", "bullet", "shadow", "gradient")
"""What no program works out."""
_RARE = (*_MARKS, "colour", "size", "font", "columns", "spacing")
"""Languages come in few."""
_OF_LAYOUTS = ("size", "font", "spacing")
"""What a layout gives, and a text of another level than most."""
_MEASURES = ("indent", "line", "margin", "side")


def _of_links(shape: Element) -> set[Losable]:
    """The colours that only words with links have: programs give those a look of their own."""
    words: dict[bool, set[str]] = {True: set(), False: set()}
    for look in shape.iter(qn("a:rPr")):
        color = child(look, "a:solidFill", "a:srgbClr")
        if color is not None:
            words[child(look, "a:hlinkClick") is not None].add(color.get("val", "").upper())
    return {Losable("colour", color) for color in words[True] - words[False]}


def _same(one: OddValue, other: OddValue) -> bool:
    if (
        isinstance(one, tuple)
        and isinstance(other, tuple)
        and len(one) == len(other)
        and all(isinstance(n, int) for n in one + other)
    ):
        return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))
    return one == other


__all__ = ["FEW", "LEAST", "odd_ones", "rare_ones", "shown_otherwise"]
