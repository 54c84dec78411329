"""Where a shape stands: compared, taken over and written."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.drawing.names import Element, child, qn
from deck.drawing.scene import extent, xfrm_of
from deck.geometry import Box
from deck.refresh.pages import NEAR
from deck.refresh.transform import same_place, take_inner, take_outer, take_transform, write_box

BOX = Box(100_000, 200_000, 300_000, 400_000)


def shape(kind: str, box: Box | None = None) -> Element:
    item = etree.Element(qn(f"p:{kind}"))
    if kind == "graphicFrame":
        etree.SubElement(item, qn("p:nvGraphicFramePr"))
    else:
        etree.SubElement(item, qn("p:grpSpPr" if kind == "grpSp" else "p:spPr"))
    if box is not None:
        write_box(item, box)
    return item


def moved(item: Element, x: int) -> Element:
    found = xfrm_of(shape("sp", Box(BOX.x + x, BOX.y, BOX.w, BOX.h)))
    assert found is not None
    return found


@pytest.mark.parametrize("kind", ["sp", "pic", "grpSp", "graphicFrame"])
def test_a_box_is_written_where_the_kind_has_it(kind: str) -> None:
    item = shape(kind, BOX)
    assert extent(xfrm_of(item)) == (BOX.x, BOX.y, BOX.w, BOX.h)
    write_box(item, Box(1, 2, 3, 4))
    assert extent(xfrm_of(item)) == (1, 2, 3, 4) and len(list(item.iter(qn("a:off")))) == 1
    if kind == "graphicFrame":
        assert [part.tag for part in item] == [qn("p:nvGraphicFramePr"), qn("p:xfrm")]


def test_what_programs_round_is_the_same_place() -> None:
    item = shape("sp", BOX)
    assert same_place(xfrm_of(item), moved(item, NEAR)) and not same_place(xfrm_of(item), moved(item, NEAR + 1))
    assert not same_place(None, xfrm_of(item)) and not same_place(None, None)


def test_a_transform_is_taken_over_under_the_right_name() -> None:
    for kind, name in (("sp", "a:xfrm"), ("graphicFrame", "p:xfrm")):
        item = shape(kind)
        take_transform(item, moved(item, 0))
        found = xfrm_of(item)
        assert found is not None and found.tag == qn(name) and extent(found) == (BOX.x, BOX.y, BOX.w, BOX.h)
        take_transform(item, moved(item, 5))
        assert extent(xfrm_of(item)) == (BOX.x + 5, BOX.y, BOX.w, BOX.h)


def test_only_a_placeholder_goes_without_a_place() -> None:
    free, held = shape("sp", BOX), shape("sp", BOX)
    props = etree.Element(qn("p:nvSpPr"))
    etree.SubElement(etree.SubElement(props, qn("p:nvPr")), qn("p:ph"))
    held.insert(0, props)
    take_transform(free, None)
    take_transform(held, None)
    assert xfrm_of(free) is not None and xfrm_of(held) is None


def group(outer: int, inner: int) -> Element:
    item = shape("grpSp", Box(outer, 0, 10, 10))
    transform = xfrm_of(item)
    assert transform is not None
    etree.SubElement(transform, qn("a:chOff"), {"x": str(inner), "y": "0"})
    etree.SubElement(transform, qn("a:chExt"), {"cx": "7", "cy": "7"})
    return item


def measures(item: Element) -> list[str]:
    return [found.get("x", "") for name in ("a:off", "a:chOff") if (found := child(xfrm_of(item), name)) is not None]


def test_a_group_s_place_and_its_inner_measure_go_apart() -> None:
    source = xfrm_of(group(3, 4))
    assert source is not None
    source.set("rot", "5400000")
    outer, inner = group(1, 2), group(1, 2)
    take_outer(outer, source)
    take_inner(inner, group(3, 4))
    assert measures(outer) == ["3", "2"] and measures(inner) == ["1", "4"]
    turned = xfrm_of(outer)
    assert turned is not None and turned.get("rot") == "5400000"


def test_what_has_no_place_takes_it_whole() -> None:
    item, source = shape("grpSp"), xfrm_of(group(3, 4))
    assert source is not None
    take_outer(item, source)
    assert measures(item) == ["3", "4"]
