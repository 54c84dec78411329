"""Masters and layouts of other programs in the order that PowerPoint asks for."""

from __future__ import annotations

import re

import pytest
from odd_templates import plain

from deck.drawing.names import local
from deck.package import Package, parse_xml
from deck.template.order import ORDER, in_order, put_in_order

LAYOUT = next(name for name in plain().parts if re.fullmatch(r"ppt/slideLayouts/[^/]+\.xml", name))


def changed(pattern: str, new: str) -> Package:
    old = plain().parts[LAYOUT].decode()
    text = re.sub(pattern, new, old, count=1, flags=re.DOTALL)
    assert text != old
    return plain().replace({LAYOUT: text.encode()})


FAULTS = {
    "list style after the words": (r"(<a:lstStyle>.*?</a:lstStyle>|<a:lstStyle/>)(<a:p>.*?</a:p>)", r"\2\1"),
    "properties after the words": (r"(<p:spPr>.*?</p:spPr>|<p:spPr/>)(<p:txBody>.*?</p:txBody>)", r"\2\1"),
    "colours before the slide": (r"(<p:cSld.*</p:cSld>)(.*)(</p:sldLayout>)", r"\2\1\3"),
    "what is no attribute of its": (r"<p:cSld ", '<p:cSld showMasterSp="0" '),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_stands_otherwise_is_put_right(fault: str) -> None:
    found = put_in_order(changed(*FAULTS[fault]), [LAYOUT])
    mended, right = parse_xml(found[LAYOUT] or b""), parse_xml(plain().parts[LAYOUT])
    assert [local(item) for item in mended.iter()] == [local(item) for item in right.iter()]
    assert [dict(item.attrib) for item in mended.iter()] == [dict(item.attrib) for item in right.iter()]


def test_what_is_right_and_what_is_no_xml_is_left() -> None:
    assert put_in_order(plain(), [LAYOUT]) == {}
    assert put_in_order(plain().replace({LAYOUT: b"<p:sldLayout"}), [LAYOUT]) == {}


def test_a_strangers_child_stays_after_what_it_stood_after() -> None:
    names = "http://schemas.openxmlformats.org/presentationml/2006/main"
    root = parse_xml(f'<p:cSld xmlns:p="{names}" xmlns:x="urn:x"><p:spTree/><x:mine/><p:bg/></p:cSld>'.encode())
    assert in_order(root, ORDER["p:cSld"])
    assert [local(item) for item in root] == ["bg", "spTree", "mine"]
    assert not in_order(root, ORDER["p:cSld"])
