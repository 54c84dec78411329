"""The one table of what programs write anew."""

from __future__ import annotations

from typing import get_args

import pytest
from lxml import etree

from deck.drawing.names import qn
from deck.refresh.guard.form import nodes
from deck.refresh.guard.noise import ATTRIBUTES, DEFAULTS, DROPPED, EMPTY, EXTENSIONS, MEASURES, NOISE, Noise, NoiseKind


def found(item: Noise) -> bool:
    """Whether an entry is in the set that the form of XML is made by."""
    where = qn(item.where) if item.where else ""
    return {
        "attribute": (where, item.name) in ATTRIBUTES,
        "measure": (where, item.name) in MEASURES,
        "default": (where, item.name, item.value) in DEFAULTS,
        "element": ":" in item.name and qn(item.name) in DROPPED,
        "empty": ":" in item.name and qn(item.name) in EMPTY,
        "extension": item.name.upper() in EXTENSIONS,
    }[item.kind]


@pytest.mark.parametrize("kind", get_args(NoiseKind))
def test_every_entry_is_used_and_says_whose_it_is_and_why(kind: str) -> None:
    entries = [item for item in NOISE if item.kind == kind]
    assert entries and all(found(item) and item.program and item.why for item in entries)


def test_nothing_that_shows_is_noise() -> None:
    shown = {("a:rPr", "b"), ("a:rPr", "sz"), ("a:off", "z"), ("p:cNvPr", "name"), ("a:srgbClr", "val")}
    assert not {(qn(where), name) for where, name in shown} & (ATTRIBUTES | MEASURES)
    assert not {qn(name) for name in ("a:t", "a:solidFill", "p:sp", "p:pic", "a:hlinkClick")} & (DROPPED | EMPTY)


@pytest.mark.parametrize("item", [item for item in NOISE if item.kind == "default" and item.value][:40], ids=str)
def test_what_holds_anyway_means_nothing_written_out(item: Noise) -> None:
    plain, said = (etree.Element(qn(item.where), {"z": "1"} | extra) for extra in ({}, {item.name: item.value}))
    assert nodes(plain, lambda rid: rid) == nodes(said, lambda rid: rid)
