"""Physical slides, found by the ids of what they show."""

from __future__ import annotations

import pytest
from lxml.etree import fromstring
from refresh_corpus import edited, generated
from refresh_releases import BASE, bullets, with_slot

from deck.drawing.names import need
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import placeholder_of
from deck.package import open_package
from deck.package.names import NSMAP
from deck.pptx import read_pptx
from deck.pptx.identity import guid
from deck.refresh.pages import FURNITURE, Page, by_creation, pages_of

MANY = bullets(*(f"Det här är punkt nummer {n}, som säger något om målen" for n in range(14)))


def pages(data: bytes = b"") -> dict[str, list[Page]]:
    return pages_of(read_pptx(open_package(data or generated(), "test")), BASE.lang)


def test_each_slide_of_ours_and_no_other_by_its_id() -> None:
    found = pages(edited(["own-slide-inside"]).data)
    assert set(found) == {slide.id for slide in BASE.slides} and all(len(group) == 1 for group in found.values())


def test_later_pages_come_in_order_under_ids_of_their_own() -> None:
    group = pages(generated(with_slot(BASE, "why", "body", MANY)))["why"]
    assert [page.id for page in group] == ["why", *(f"why#{n}" for n in range(2, len(group) + 1))] and len(group) > 1
    assert [page.piece.number for page in group] == list(range(1, len(group) + 1))


def test_a_shape_its_words_and_where_it_stands() -> None:
    page = pages()["why"][0]
    body = page.shape("body")
    assert body is not None and page.shape("nothing") is None
    assert next(words.text for words, _xml in page.written(body)) == "Målen gäller hela samhället"
    assert all(xml.tag.endswith("}p") for _words, xml in page.written(body))
    box = page.box(body)
    assert box is not None and page.placed["body"] == (box.x, box.y, box.w, box.h)
    inherits = next(item for item in page.reader.shapes if placeholder_of(item) is not None and not extent(xfrm_of(item)))
    assert page.box(inherits) is not None, "a placeholder stands where its layout has it"


def test_the_owner_s_own_shapes_are_those_of_no_slot() -> None:
    page = pages()["why"][0]
    slots = {slot.id: None for slot in next(item for item in BASE.slides if item.id == "why").slots}
    assert page.foreign(slots) == []
    assert page.foreign({"title": None}) == [page.shape("body")]


@pytest.mark.parametrize("kind", FURNITURE)
def test_furniture_is_nobody_s_own(kind: str) -> None:
    page = pages()["why"][0]
    shape = page.shape(f"furniture-{kind}")
    assert shape is None or shape not in page.foreign({})


@pytest.mark.parametrize(("filled", "x", "moved"), [(True, 300, False), (False, 300, True), (True, 9_000_000, True)])
def test_a_plate_within_a_number_s_place_is_no_move_of_its_owner_s(filled: bool, x: int, moved: bool) -> None:
    page = pages()["why"][0]
    shape = page.shape("furniture-sldNum")
    assert shape is not None
    place = page.box(shape)
    assert place is not None
    fill = f'<a:solidFill xmlns:a="{NSMAP["a"]}"><a:schemeClr val="bg1"/></a:solidFill>' if filled else ""
    xfrm = f'<a:off x="{place.x + x}" y="{place.y}"/><a:ext cx="{place.w // 2}" cy="{place.h}"/>'
    own = fromstring(f'<p:spPr xmlns:p="{NSMAP["p"]}"><a:xfrm xmlns:a="{NSMAP["a"]}">{xfrm}</a:xfrm>{fill}</p:spPr>')
    shape.replace(need(shape, "p:spPr"), own)
    assert page.bears(dict.fromkeys(page.placed)) is moved


def test_shapes_of_a_live_tree_by_their_ids() -> None:
    page = pages()["cards"][0]
    root = page.reader.sheet.root
    assert root is not None
    found = by_creation(root)
    assert found[guid("cards", "object")] is page.shape("object") and "" not in found
