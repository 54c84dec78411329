"""A show's sections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deck.drawing.names import Element, qn
from deck.pptx.identity import guid
from deck.refresh.sections import P14, regroup, rename


def show(*sections: tuple[str, str, list[int]]) -> Element:
    """(id, name, slides); an id that begins with "{" is its owner's own."""
    root = etree.Element(qn("p:presentation"))
    listed = etree.SubElement(root, f"{P14}sectionLst")
    for name, title, numbers in sections:
        mark = name if name.startswith("{") else guid("section", name, "0")
        item = etree.SubElement(listed, f"{P14}section", {"name": title, "id": mark})
        holder = etree.SubElement(item, f"{P14}sldIdLst")
        for number in numbers:
            etree.SubElement(holder, f"{P14}sldId", {"id": str(number)})
    return root


def said(root: Element) -> list[tuple[str, list[int]]]:
    return [
        (item.get("name", ""), [int(entry.get("id", "")) for entry in item.iter(f"{P14}sldId")])
        for item in root.iter(f"{P14}section")
    ]


TWO = (("a", "A", [1, 2]), ("b", "B", [3, 4]))


@pytest.mark.parametrize(
    ("order", "new", "groups"),
    [
        ([1, 2, 3, 4], {}, [("A", [1, 2]), ("B", [3, 4])]),
        ([1, 9, 2, 3, 4], {9: "a"}, [("A", [1, 9, 2]), ("B", [3, 4])]),
        ([1, 2, 9, 3, 4], {9: "a"}, [("A", [1, 2, 9]), ("B", [3, 4])]),
        ([1, 2, 9, 3, 4], {9: "b"}, [("A", [1, 2]), ("B", [9, 3, 4])]),
        ([3, 4, 1, 2], {}, [("B", [3, 4]), ("A", [1, 2])]),
        ([1, 3, 2, 4], {}, [("A", [1]), ("B", [3, 2, 4])]),
        ([1, 2], {}, [("A", [1, 2]), ("B", [])]),
    ],
)
def test_each_slide_is_in_one_section_in_the_order_of_the_show(order: list[int], new: dict[int, str], groups: list) -> None:
    root = show(*TWO)
    regroup(root, ["a", "b"], order, new)
    assert said(root) == groups


@given(st.permutations([1, 2, 3, 4, 5, 6]))
def test_whatever_the_order_each_slide_is_there_once(order: list[int]) -> None:
    root = show(*TWO, ("{OWN}", "Min", [5, 6]))
    regroup(root, ["a", "b"], order, {})
    assert [number for _name, numbers in said(root) for number in numbers] == order
    assert sorted(name for name, _numbers in said(root)) == ["A", "B", "Min"]


def test_a_show_without_sections_gets_none() -> None:
    root = etree.Element(qn("p:presentation"))
    regroup(root, ["a"], [1], {1: "a"})
    rename(root, "a", "Nytt")
    assert len(root) == 0


def test_our_section_is_renamed_by_its_id_and_no_other() -> None:
    root = show(*TWO, ("{OWN}", "A", [5]))
    rename(root, "a", "Nytt")
    assert [name for name, _numbers in said(root)] == ["Nytt", "B", "A"]
