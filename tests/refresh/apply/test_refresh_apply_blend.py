"""An element's three forms: what its owner changed stays, the rest follows."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.drawing.names import local
from deck.refresh.apply.blend import Blend, exchange, keyed, same


def element(xml: str) -> etree._Element:
    return etree.fromstring(f'<r xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{xml}</r>')


def blended(own: str, was: str, fresh: str, blend: Blend | None = None) -> str:
    """The inner XML of what comes of it."""
    root = element(own)
    (blend or Blend(local)).onto(root, element(was), element(fresh))
    return "".join(etree.tostring(item, encoding="unicode") for item in root).replace(
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"', ""
    )


@pytest.mark.parametrize(
    ("own", "was", "fresh", "then"),
    [
        ('<x v="1"/>', '<x v="1"/>', '<x v="2"/>', '<x v="2"/>'),
        ('<x v="9"/>', '<x v="1"/>', '<x v="2"/>', '<x v="9"/>'),
        ('<x v="9" w="1"/>', '<x v="1" w="1"/>', '<x v="1" w="2"/>', '<x v="9" w="2"/>'),
        ("<x/><mine/>", "<x/>", "<x/><new/>", "<x/><new/><mine/>"),
        ("<x/><y/><mine/>", "<x/><y/>", "<x/>", "<x/><mine/>"),
        ("<x/>", "<x/><y/>", '<x/><y v="2"/>', "<x/>"),
        ("<x>ord</x>", "<x>ord</x>", "<x>andra ord</x>", "<x>andra ord</x>"),
    ],
    ids=["news", "the owner's", "both, apart", "a child more", "a child less", "taken away by its owner", "words"],
)
def test_news_come_and_what_its_owner_did_stays(own: str, was: str, fresh: str, then: str) -> None:
    assert blended(own, was, fresh) == then


def test_a_fill_of_the_owner_s_is_never_joined_by_another() -> None:
    def about(item: etree._Element) -> str:
        return "fill" if local(item).endswith("Fill") else local(item)

    assert blended("<a:gradFill/>", "<a:noFill/>", "<a:solidFill/>", Blend(about)) == "<a:gradFill/>"
    assert blended("<a:noFill/>", "<a:noFill/>", "<a:solidFill/>", Blend(about)) == "<a:solidFill/>"


def test_where_a_program_wrote_all_looks_the_new_look_counts() -> None:
    own, was, fresh = '<spPr v="9"/>', '<spPr v="1"/>', '<spPr v="2"/>'
    assert blended(own, was, fresh, Blend(local, rewritten=True)) == '<spPr v="2"/>'


def test_what_goes_may_stay_where_its_owner_changed_it() -> None:
    kept = Blend(local, kept=frozenset({"dPt"}))
    assert blended('<dPt v="9"/>', '<dPt v="1"/>', "", kept) == '<dPt v="9"/>'
    assert blended('<dPt v="1"/>', '<dPt v="1"/>', "", kept) == ""


def test_children_of_one_name_are_told_apart_by_their_order() -> None:
    assert list(keyed(element("<x/><y/><x/>"), local)) == [("x", 0), ("y", 0), ("x", 1)]


def test_an_exchanged_element_stands_where_the_old_one_stood() -> None:
    root = element("<x/><y/>")
    exchange(root[0], element("<z/>")[0])
    assert [local(item) for item in root] == ["z", "y"] and not same(root[0], root[1])
