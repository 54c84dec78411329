"""Shapes put into an owner's slide, exchanged and taken out."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest
from apply_deck import OnBench, edited_file, on_bench, with_block
from lxml import etree
from refresh_releases import BASE, bullets

from deck.drawing.names import Element, detach, local, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import properties_of
from deck.geometry import Box
from deck.package.names import namespaces
from deck.pptx.identity import creation_of
from deck.refresh.apply.page import PagePatch, shape_tree
from deck.refresh.parts import marked_parts, number_of, with_parts
from deck.refresh.transform import write_box

BOX = Box(1_000_000, 1_000_000, 4_000_000, 2_000_000)


def patch_of(slide: str, data: bytes = b"") -> tuple[OnBench, PagePatch]:
    deck = on_bench(with_block("why", "body", bullets("En rad")), data)
    fresh, known = deck.bench.fresh.pages[slide][0], deck.bench.known[0].pages[slide]
    return deck, PagePatch(deck.bench.graft, deck.bench.mine[slide][0], fresh, known)


def shapes(patch: PagePatch) -> list[Element]:
    return [item for item in patch.holder if properties_of(item) is not None]


def test_a_shape_goes_and_comes_back_where_it_was() -> None:
    _deck, patch = patch_of("compare")
    before = [creation_of(item) for item in shapes(patch)]
    target, source = patch.shape("left"), patch.fresh.shape("left")
    assert target is not None and source is not None
    patch.remove(target)
    assert patch.shape("left") is None
    new = patch.insert(source)
    assert patch.shape("left") is new and [creation_of(item) for item in shapes(patch)] == before
    numbers = [number_of(item) for item in shapes(patch)]
    assert len(numbers) == len(set(numbers))


def test_what_is_exchanged_keeps_its_number_and_its_owner_s_place() -> None:
    _deck, patch = patch_of("why", edited_file(lambda held: write_box(held.shape("why", "body"), BOX)))
    target, source = patch.shape("body"), patch.fresh.shape("body")
    assert target is not None and source is not None and patch.moved("body") and not patch.moved("title")
    number = number_of(target)
    new = patch.swap(target, source, "body")
    assert number_of(new) == number and extent(xfrm_of(new)) == (BOX.x, BOX.y, BOX.w, BOX.h) and patch.shape("body") is new
    assert target.getparent() is None


def test_what_is_exchanged_is_called_as_its_owner_called_it_and_its_parts() -> None:
    def change(deck: OnBench) -> None:
        group = deck.shape("cards", "object")
        for item, name in ((group, "!!kort"), (next(iter(marked_parts(group).values())), "Vårt första")):
            props = properties_of(item)
            assert props is not None
            props.set("name", name)

    def names(shape: Element) -> list[str]:
        return [props.get("name", "") for item in with_parts(shape) if (props := properties_of(item)) is not None]

    _deck, patch = patch_of("cards", edited_file(change))
    target, source = patch.shape("object"), patch.fresh.shape("object")
    assert target is not None and source is not None
    ours = names(source)
    assert names(patch.swap(target, source, "object")) == ["!!kort", "Vårt första", *ours[2:]]


def test_what_its_owner_put_into_a_group_comes_along_and_what_they_took_out_stays_out() -> None:
    def change(deck: OnBench) -> None:
        group = deck.shape("cards", "object")
        parts = list(marked_parts(group).values())
        own = copy.deepcopy(parts[-1])
        for mark in [item for item in own.iter() if item.tag == qn("a16:creationId")]:
            mark.set("id", "{00000000-0000-0000-0000-00000000000A}")
        props = properties_of(own)
        assert props is not None
        props.set("id", "999")
        group.append(own)
        group.remove(parts[0])

    _deck, patch = patch_of("cards", edited_file(change))
    target, source = patch.shape("object"), patch.fresh.shape("object")
    assert target is not None and source is not None
    before = set(marked_parts(target))
    new = patch.swap(target, source, "object")
    assert set(marked_parts(new)) == before and "{00000000-0000-0000-0000-00000000000A}" in before
    numbers = [number_of(item) for item in marked_parts(new).values()]
    assert len(numbers) == len(set(numbers)) and 999 in numbers


def test_a_place_that_is_ours_follows_and_one_that_is_not_stays() -> None:
    for data, stays in ((b"", False), (edited_file(lambda held: write_box(held.shape("cards", "object"), BOX)), True)):
        _deck, patch = patch_of("cards", data)
        source = patch.fresh.shape("object")
        assert source is not None
        write_box(source, Box(0, 0, 1_000, 1_000))
        patch.moved("object")
        patch.place("object")
        target = patch.shape("object")
        assert target is not None
        assert extent(xfrm_of(target)) == ((BOX.x, BOX.y, BOX.w, BOX.h) if stays else (0, 0, 1_000, 1_000))


def test_the_alternative_text_and_that_there_is_none() -> None:
    _deck, patch = patch_of("photo")
    target, source = patch.shape("picture"), patch.fresh.shape("picture")
    assert target is not None and source is not None
    props, fresh = properties_of(target), properties_of(source)
    assert props is not None and fresh is not None
    fresh.set("descr", "Något annat")
    patch.describe(target, source)
    assert props.get("descr") == "Något annat"
    assert BASE.slide("photo") is not None


@pytest.mark.parametrize("damage", ["p:cSld", "p:spTree"])
def test_a_damaged_slide_without_its_tree_gets_an_empty_one(damage: str) -> None:
    root = etree.fromstring(f"<p:sld {namespaces('p')}><p:cSld><p:bg/><p:spTree/></p:cSld><p:clrMapOvr/></p:sld>")
    for item in list(root.iter(qn(damage))):
        detach(item)
    holder = shape_tree(root)
    assert shape_tree(root) is holder and [local(item) for item in holder] == ["nvGrpSpPr", "grpSpPr"]
    assert [local(item) for item in root] == ["cSld", "clrMapOvr"]
    assert [local(item) for item in root[0]] == (["spTree"] if damage == "p:cSld" else ["bg", "spTree"])


@pytest.mark.parametrize("adrift", [False, True])
def test_in_a_look_that_is_lost_what_nothing_moves_stays_where_it_stood(adrift: bool) -> None:
    """Where we would put it now follows from masters that a program wrote."""
    _deck, patch = patch_of("why", edited_file(lambda held: write_box(held.shape("why", "body"), BOX)))
    mine = replace(patch.mine, placed={"body": (BOX.x, BOX.y, BOX.w, BOX.h)})
    found = PagePatch(patch.graft, mine, patch.fresh, patch.known, adrift=adrift)
    target = found.shape("body")
    found.place("body")
    assert target is not None and not found.moved("body")
    assert (extent(xfrm_of(target)) == (BOX.x, BOX.y, BOX.w, BOX.h)) is adrift


@pytest.mark.parametrize("own", [False, True])
def test_what_stands_about_a_drawing_that_is_drawn_anew_moves_with_it(own: bool) -> None:
    """Else the line of sources under it would lie across its last row."""
    _deck, patch = patch_of("cards", edited_file(lambda held: write_box(held.shape("cards", "title"), BOX)))
    place = patch.mine.placed["title"] if own else (BOX.x, BOX.y, BOX.w, BOX.h)
    mine = replace(patch.mine, placed={**patch.mine.placed, "title": place})
    found = PagePatch(patch.graft, mine, patch.fresh, patch.known, adrift=True)
    drawing, source, line = found.shape("object"), found.fresh.shape("object"), found.shape("title")
    assert drawing is not None and source is not None and line is not None
    found.swap(drawing, source, "object")
    found.place("title")
    assert (extent(xfrm_of(line)) == (BOX.x, BOX.y, BOX.w, BOX.h)) is own
