"""XML read from strangers and written as Office does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deck import i18n
from deck.package import UnsafeXML, parse_xml, serialise, why_broken, xml

_char = st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
_words = st.text(_char | st.sampled_from("&<>\"'åÅ\t\n"), max_size=12)
_tag = st.sampled_from(["{urn:a}sp", "{urn:b}r", "t", "{urn:a}extLst"])


def _element(children: st.SearchStrategy[list[Any]]) -> st.SearchStrategy[Any]:
    def build(tag: str, text: str, attributes: dict[str, str], inside: list[Any]) -> Any:
        # With prefixes of their own, lxml loses an attribute's namespace where a child shadows its parent's prefix.
        item = etree.Element(tag, nsmap={"a": "urn:a", "b": "urn:b"})
        item.text = text or None
        for key, value in attributes.items():
            item.set(key, value)
        item.extend(inside)
        return item

    return st.builds(build, _tag, _words, st.dictionaries(st.sampled_from(["id", "{urn:a}val"]), _words), children)


def _said(item: Any) -> tuple[object, ...]:
    """An element's own words; prefixes, which c14n compares too, mean nothing."""
    return item.tag, dict(item.attrib), item.text or "", item.tail or "", [_said(inner) for inner in item]


elements = st.recursive(_element(st.just([])), lambda inner: _element(st.lists(inner, max_size=3)), max_leaves=8)


@given(elements)
def test_written_and_read_again_is_the_same(root: Any) -> None:
    data = serialise(root)
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
    again = parse_xml(data)
    assert _said(again) == _said(root)
    assert serialise(again) == data


def test_comments_and_instructions_are_left_out() -> None:
    data = b"<a><!-- kept --><?mso kept?><b/></a>"
    assert etree.tostring(parse_xml(data)) == b"<a><b/></a>"


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_a_declaration_is_refused_in_any_encoding(code: str) -> None:
    words = f'<?xml version="1.0" encoding="{code}"?><!DOCTYPE x [<!ENTITY e "boom">]><x>&e;</x>'
    with pytest.raises((UnsafeXML, etree.XMLSyntaxError)):
        parse_xml(words.encode(code))


def test_depth_and_size_are_bounded() -> None:
    with pytest.raises(etree.XMLSyntaxError):
        parse_xml(b"<g>" * 3000 + b"</g>" * 3000)
    with pytest.raises(etree.XMLSyntaxError):
        parse_xml(b"<x>" + b"a" * 10_500_000 + b"</x>")


SHAREPOINT = (
    b'<ct:schema ct:_="" xmlns:ct="http://schemas.microsoft.com/office/2006/metadata/contentType"><xsd:schema ns3:_="" '
    b'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:ns3="$ListId:Shared Documents;"><xsd:element/></xsd:schema></ct:schema>'
)


def test_a_namespace_that_is_no_address_is_one_all_the_same() -> None:
    """As SharePoint writes it into every file of a library."""
    assert [item.tag.rpartition("}")[2] for item in parse_xml(SHAREPOINT).iter()] == ["schema", "schema", "element"]


@pytest.mark.parametrize(
    "broken",
    [
        SHAREPOINT[:-3],
        SHAREPOINT + b"<a/>",
        SHAREPOINT + b"x",
        SHAREPOINT.replace(b"</xsd:schema>", b"", 1),
        SHAREPOINT.replace(b'ct:_=""', b'ct:_="" ct:_=""', 1),
    ],
)
def test_what_is_broken_beside_it_is_refused(broken: bytes) -> None:
    with pytest.raises(etree.XMLSyntaxError):
        parse_xml(broken)


def test_why_xml_is_broken_is_said_in_the_reader_s_language() -> None:
    """libxml2's own words are English."""
    told = []
    with i18n.speaking("sv"):
        for data in (b"<a><b></a>", b"<a>" * 300 + b"</a>" * 300, b"<!DOCTYPE a><a/>"):
            with pytest.raises((etree.XMLSyntaxError, UnsafeXML)) as caught:
                parse_xml(data)
            told.append(why_broken(caught.value))
        assert told[0].startswith("rad 1, kolumn ") and told[1].startswith("rad 1, kolumn ") and "dokumenttyp" in told[2]
        assert why_broken(RecursionError()) == "för många nivåer i varandra"
        assert why_broken(ValueError("x")) == "den går inte att avkoda"


@pytest.mark.parametrize("mark", [b"<", b"=", b"<=", b"</="])
def test_a_small_part_needs_no_weighing(mark: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not xml.weigh(mark * (xml._FEW_BYTES // len(mark))).excess
    weighed: list[int] = []
    monkeypatch.setattr(xml, "weigh", lambda data: weighed.append(len(data)) or xml.Weight(0, 0))
    parse_xml(b"<a/>")
    assert not weighed
    parse_xml(b"<a>" + b"<b/>" * xml._FEW_BYTES + b"</a>")
    assert weighed
