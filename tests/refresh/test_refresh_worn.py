"""A look that the guidance gives words, and the look that their owner gave them."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.drawing.names import Element, local
from deck.refresh.worn import ORDER, worn

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
BLUE = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
LINK = '<a:hlinkClick r:id="rId2"/>'


def look(attributes: str = "", inner: str = "") -> Element:
    return etree.fromstring(f'<a:rPr xmlns:a="{A}" xmlns:r="{R}" lang="sv-SE" {attributes}>{inner}</a:rPr>')


def test_new_words_with_a_link_keep_their_owners_spacing_and_colour() -> None:
    found = worn(look('spc="202" u="sng"', RED + '<a:latin typeface="Georgia"/>'), look("", LINK))
    assert found is not None and (found.get("spc"), found.get("u")) == ("202", "sng")
    assert [local(item) for item in found] == ["solidFill", "latin", "hlinkClick"]


def test_what_the_new_look_says_stands_and_links_are_the_merges() -> None:
    found = worn(look('sz="4000" b="1"', RED + LINK), look('sz="2000"', BLUE))
    assert found is not None and found.get("sz") == "2000" and found.get("b") is None
    assert [local(item) for item in found] == ["solidFill"] and b"accent1" in etree.tostring(found)


def test_the_colour_of_emphasis_goes_with_it() -> None:
    found = worn(look('b="1"', BLUE), look())
    assert found is not None and len(found) == 0


@pytest.mark.parametrize(("own", "new"), [(None, look()), (look(), None), (None, None)])
def test_without_one_of_them_the_new_one_stands(own: Element | None, new: Element | None) -> None:
    assert worn(own, new) is new


def test_neither_look_is_changed() -> None:
    own, new = look('spc="1"', RED), look("", LINK)
    before = etree.tostring(own), etree.tostring(new)
    found = worn(own, new)
    assert (etree.tostring(own), etree.tostring(new)) == before
    assert found is not None and (places := [ORDER.index(local(item)) for item in found]) == sorted(places)
