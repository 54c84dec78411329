"""How much a package may ask of us, judged part by part and for the whole."""

from __future__ import annotations

import pytest

from deck.diagnostics import Where
from deck.package import Relationship
from deck.package.bounds import MOST_RELATIONSHIPS, MOST_SHAPES, MOST_SLIDES, broken, excesses

PML = "application/vnd.openxmlformats-officedocument.presentationml."
PART = "ppt/slides/slide1.xml"


def sheet(inner: str) -> bytes:
    return f'<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><p:spTree>{inner}</p:spTree></p:sld>'.encode()


@pytest.mark.parametrize(
    ("parts", "overrides", "rels", "said"),
    [
        ({PART: sheet("<p:sp/>" * MOST_SHAPES)}, 1, 1, ""),
        ({PART: sheet("<p:sp/>" * (MOST_SHAPES + 1))}, 1, 1, f'has {MOST_SHAPES + 1} elements "shape"'),
        ({PART: sheet("<p:ph/>" * 1100)}, 1, 1, 'has 1100 elements "ph"'),
        ({"docProps/app.xml": sheet("<p:ph/>" * 1100)}, 1, 1, ""),
        ({}, MOST_SLIDES, 1, ""),
        ({}, MOST_SLIDES + 1, 1, f"has {MOST_SLIDES + 1} slides; the most is {MOST_SLIDES}"),
        ({}, 1, MOST_RELATIONSHIPS + 1, f"has {MOST_RELATIONSHIPS + 1} relationships"),
    ],
    ids=range(7),
)
def test_what_is_too_much_is_said_where_it_is(parts: dict[str, bytes], overrides: int, rels: int, said: str) -> None:
    kinds = {f"ppt/slides/slide{n}.xml": f"{PML}slide+xml" for n in range(overrides)}
    links = {PART: tuple(Relationship(f"rId{n}", "x/image", "a.png") for n in range(rels))}
    found = excesses(parts, kinds, links, Where("a.pptx"))
    assert [item.code for item in found] == (["too-much"] if said else [])
    assert all(said in item.message and item.where.file == "a.pptx" and item.hint for item in found)


@pytest.mark.parametrize(("data", "answer"), [(b"<a/>", False), (b"<a", True), (b"", True), (b"<!DOCTYPE a><a/>", True)])
def test_parts_that_are_no_xml(data: bytes, answer: bool) -> None:
    assert (PART in broken({PART: data})) == answer
    assert broken({"docProps/app.xml": b"<a", "ppt/a.png": b""}) == {}
