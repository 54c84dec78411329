"""Names that stand in every file."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.drawing.names import qn
from deck.package.names import HEAD, NSMAP, PRESENTATION_ORDER, is_of_kind, namespaces


def test_every_prefix_has_a_namespace_of_its_own() -> None:
    assert len(set(NSMAP.values())) == len(NSMAP)
    assert len(set(PRESENTATION_ORDER)) == len(PRESENTATION_ORDER)


@pytest.mark.parametrize("prefixes", [("a",), ("a", "p", "r"), tuple(NSMAP)])
def test_an_element_written_by_hand(prefixes: tuple[str, ...]) -> None:
    root = etree.fromstring(f"{HEAD}<{prefixes[0]}:x {namespaces(*prefixes)}/>".encode())
    assert root.nsmap == {prefix: NSMAP[prefix] for prefix in prefixes}
    assert root.tag == qn(f"{prefixes[0]}:x")


@pytest.mark.parametrize(
    ("kind", "size", "answer"),
    [
        ("screen4x3", (9_144_000, 6_858_000), True),
        ("screen4x3", (6_858_000, 9_144_000), True),
        ("screen4x3", (12_192_000, 6_858_000), False),
        ("A4", (9_906_000, 6_858_000), True),
        ("custom", (100, 900), True),
        ("banner", (0, 0), False),
    ],
)
def test_slides_are_what_their_kind_says(kind: str, size: tuple[int, int], answer: bool) -> None:
    assert is_of_kind(kind, *size) == answer
