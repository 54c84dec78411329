"""Small steps over elements: names, children, numbers and yes-or-no as files write them."""

from __future__ import annotations

import pytest
from drawing_made import element
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deck.drawing.names import NSMAP, attributes, child, detach, local, qn, whole, yes
from deck.drawing.numbers import COORDINATE


@pytest.mark.parametrize("prefix", NSMAP)
def test_a_name_has_its_prefixs_namespace(prefix: str) -> None:
    assert qn(f"{prefix}:x") == f"{{{NSMAP[prefix]}}}x"


def test_an_unknown_prefix_is_our_own_fault() -> None:
    with pytest.raises(KeyError):
        qn("zz:p")


def test_children_along_a_path() -> None:
    root = element('<p:nvPr><p:ph type="title"/><p:ph/></p:nvPr>')
    found = child(root, "p:ph")
    assert found is root[0] and child(root) is root
    assert child(root, "p:ph", "p:ph") is None and child(None, "p:ph") is None
    assert attributes(found) == {"type": "title"} and attributes(None) == {}


def test_a_name_without_its_namespace_and_none_for_what_has_none() -> None:
    root = etree.fromstring(b"<a><!-- x --><?y z?><b/></a>")
    assert [local(item) for item in root] == ["", "", "b"]


def test_taken_out_once_and_harmless_without_a_parent() -> None:
    root = element("<p:nvPr><p:ph/></p:nvPr>")
    item = root[0]
    detach(item)
    detach(item)
    assert not len(root)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (None, 7),
        ("", 7),
        ("two", 7),
        ("nan", 7),
        ("inf", 7),
        ("1e400", 7),
        ("12", 12),
        (" 12 ", 12),
        ("-3", -3),
        ("12.7", 12),
        ("50%", 50_000),
        ("-5.5%", -5_500),
        ("%", 7),
    ],
)
def test_numbers(value: str | None, number: int) -> None:
    assert whole(value, 7) == number


@given(st.text(max_size=12))
def test_whatever_stands_there_is_a_number_that_a_slide_can_hold(value: str) -> None:
    assert abs(whole(value)) <= COORDINATE


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("1", True),
        ("true", True),
        ("on", True),
        ("t", True),
        (" True ", True),
        ("0", False),
        ("false", False),
        ("off", False),
        ("", False),
    ],
)
def test_yes_and_no(value: str, answer: bool) -> None:
    assert yes(value) == yes(value, True) == answer
    assert yes(None, True) and not yes(None)
