"""What must hold of every drawn form, and random items for it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from drawn_forms import HERE
from hypothesis import strategies as st
from layout_made import words

from deck.drawing.presets import text_rect
from deck.geometry import Box, pt
from deck.layout.context import ChosenSpot, LaidBlock
from deck.layout.model import PlacedGroup, PlacedShape
from deck.layout.shapes import measure_shape
from deck.presentation import Diagram, Item


def shapes_of(outcome: LaidBlock) -> list[PlacedShape]:
    return [child for page in outcome.parts for group in page if isinstance(group, PlacedGroup) for child in group.children]


def words_box(shape: PlacedShape) -> Box:
    margins = shape.insets
    inner = text_rect(shape.geometry, shape.box, shape.adjust)
    return inner.inset(margins.left, margins.top, margins.right, margins.bottom)


def shown(outcome: LaidBlock) -> dict[str, str]:
    """Key → words of every shape that has some. Each key stands once."""
    found: dict[str, str] = {}
    for shape in shapes_of(outcome):
        if any(paragraph.runs for paragraph in shape.paragraphs):
            assert shape.key not in found, shape.key
            found[shape.key] = "\n".join(paragraph.text for paragraph in shape.paragraphs)
    return found


def proved(block: Diagram, outcome: LaidBlock, place: ChosenSpot) -> None:
    """Every word of the diagram is shown once, in its own part, as it is; and where nothing is complained of, all words stand in
    their shapes, on no other words, within the place, none smaller than the least size."""
    said = shown(outcome)
    for item in block.items:
        for field in ("key", "title", "text"):
            if field in block.how.fields and getattr(item, field):
                assert said[block.how.part(item.id, field)] == getattr(item, field), (item.id, field)
    if block.caption and block.form not in ("doors", "time"):
        assert said["caption"] == block.caption
    assert len({shape.key for shape in shapes_of(outcome)}) == len(shapes_of(outcome)) or len(outcome.parts) > 1
    if outcome.troubles:
        return
    frame = place.spot.box
    for page in outcome.parts:
        for group in page:
            assert isinstance(group, PlacedGroup)
            spoken = [child for child in group.children if any(paragraph.runs for paragraph in child.paragraphs)]
            for child in group.children:
                assert frame.contains(child.box, pt(0.1)), child.key
            for child in spoken:
                box = words_box(child)
                found = measure_shape(child, "Arial", box.w)
                assert not found.broken, child.key
                assert found.height <= box.h / 12_700 + 1, child.key
                sizes = [child.manner(n).size_pt or 0 for n in range(len(child.paragraphs))]
                assert min(sizes) >= place.context.minimum
            for one, two in combinations(spoken, 2):
                assert not words_box(one).overlaps(words_box(two), pt(1)), (one.key, two.key)


def shorter(text: str, most: int) -> str:
    return text[:most].strip() or "ord"


def items(
    least: int, most: int, *, key: bool = False, link: bool = False, group: tuple[str, ...] = ("",)
) -> st.SearchStrategy[tuple[Item, ...]]:
    """Items of random words, with ids a, b, c …"""
    one = st.builds(
        Item,
        st.just("a"),
        words.map(lambda text: shorter(text, 60)),
        st.one_of(st.just(""), words.map(lambda text: shorter(text, 120))),
        st.sampled_from(["", "1", "12"]) if key else st.just(""),
        st.sampled_from([None, HERE]) if link else st.none(),
        st.sampled_from(group),
    )
    return st.lists(one, min_size=least, max_size=most).map(
        lambda found: tuple(replace(item, id=chr(ord("a") + n)) for n, item in enumerate(found))
    )


captions = st.one_of(st.just(""), words.map(lambda text: shorter(text, 60)))
