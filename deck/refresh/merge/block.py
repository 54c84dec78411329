"""A slot's block merged by its kind; as a whole where one side made it another kind, or another form. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from deck.presentation import Block, Chart, Diagram, Map, Picture, QrCode, Table, Text
from deck.refresh.merge.chart import merge_chart
from deck.refresh.merge.decisions import Leaf, MergeSpot
from deck.refresh.merge.diagram import merge_diagram
from deck.refresh.merge.table import merge_table
from deck.refresh.merge.text import merge_paragraphs, merge_words
from deck.refresh.plan import Terms


def merge_block(base: Block, mine: Block, theirs: Block, spot: MergeSpot) -> Leaf[Block]:
    if theirs in (mine, base):
        return Leaf(mine, theirs)
    if mine == base and not spot.touched(parts_of(base) - parts_of(theirs)):
        return Leaf(theirs, theirs)
    if not (alike(base, mine) and alike(base, theirs)):
        return spot.as_("block").leaf(base, mine, theirs)
    return KINDS[type(base)](Terms(base=base, mine=mine, theirs=theirs), spot)


def parts_of(block: Block) -> frozenset[str]:
    """The ids of a diagram's items or a table's rows."""
    parts = block.items if isinstance(block, Diagram) else block.rows if isinstance(block, Table) else ()
    return frozenset(part.id for part in parts)


def alike(one: Block, other: Block) -> bool:
    """Whether two blocks are of one kind, and diagrams of one form."""
    return type(one) is type(other) and getattr(one, "form", "") == getattr(other, "form", "")


def _text(terms: Terms[Any], spot: MergeSpot) -> Leaf[Any]:
    found = merge_paragraphs(terms.base.paragraphs, terms.mine.paragraphs, terms.theirs.paragraphs, spot)
    return Leaf(Text(found.value), Text(found.base))


def _picture(terms: Terms[Any], spot: MergeSpot) -> Leaf[Any]:
    """The picture with its size, and its words."""
    found = _whole(terms, spot.as_("picture"), ("media", "width", "height", "name"))
    marks = [side.decorative for side in (terms.base, terms.mine, terms.theirs)]
    return _alt(terms, Leaf(replace(found.value, decorative=marks[2] if marks[1] == marks[0] else marks[1]), found.base), spot)


def _code(terms: Terms[Any], spot: MergeSpot) -> Leaf[Any]:
    """The address with its words."""
    found = _alt(terms, _whole(terms, spot.as_("address"), ("url", "label")), spot)
    # Words that are the guidance's are in its language, once they are translated.
    return Leaf(replace(found.value, lang=terms.theirs.lang), found.base) if found.value.label == terms.theirs.label else found


def _map(terms: Terms[Any], spot: MergeSpot) -> Leaf[Any]:
    """The areas with the one that is lit, and the words."""
    found = _alt(terms, _whole(terms, spot.as_("picture"), ("areas", "highlight", "around", "named")), spot)
    caption = merge_words(terms.base.caption, terms.mine.caption, terms.theirs.caption, spot.inner("caption").as_("caption"))
    return Leaf(replace(found.value, caption=caption.value), replace(found.base, caption=caption.base))


def _whole(terms: Terms[Any], spot: MergeSpot, names: tuple[str, ...]) -> Leaf[Any]:
    """Fields that are one thing: those of one side."""
    base, mine, theirs = (tuple(getattr(side, name) for name in names) for side in (terms.base, terms.mine, terms.theirs))
    if theirs in (mine, base):
        found = Leaf(mine, theirs)
    elif mine == base:
        found = Leaf(theirs, theirs)
    else:
        choice = spot.clash(terms.base, terms.mine, terms.theirs)
        found = Leaf(theirs if choice == "theirs" else mine, theirs if choice else base)
    value, after = (dict(zip(names, side, strict=True)) for side in (found.value, found.base))
    return Leaf(replace(terms.mine, **value), replace(terms.theirs, **after))


def _alt(terms: Terms[Any], found: Leaf[Any], spot: MergeSpot) -> Leaf[Any]:
    """With the alternative text merged, too."""
    alt = merge_words(terms.base.alt, terms.mine.alt, terms.theirs.alt, spot.inner("alt").as_("alt"))
    return Leaf(replace(found.value, alt=alt.value), replace(found.base, alt=alt.base))


KINDS: Mapping[type, Callable[[Terms[Any], MergeSpot], Leaf[Any]]] = {
    Text: _text,
    Table: merge_table,
    Chart: merge_chart,
    Diagram: merge_diagram,
    Picture: _picture,
    Map: _map,
    QrCode: _code,
}
"""How each kind of block merges."""

__all__ = ["KINDS", "alike", "merge_block"]
