"""What holds of a slide whatever its words are: the same as its own tree says, however its words tempt."""

from __future__ import annotations

import pytest
from good_decks import made

from deck.check.facts import SlideFacts, _facts, _wordless, facts_of
from deck.check.subject import Subject

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def slide(inner: str, attributes: str = "", head: str = HEAD) -> bytes:
    return f'{head}<s xmlns:a="{A}" xmlns:c="{C}" xmlns:r="{R}"{attributes}>{inner}</s>'.encode()


WORDS = [
    "Lund",
    "Östra Göinge – “hej” & å".replace("&", "&amp;"),
    "a &lt; b",
    "a=b",
    "]]&gt;",
    "a > b",
    "\ufffd",
    "\U0001f600",
]
BROKEN = ["a < b", "a & b", "]]>", "\ufffe", "\x01", "</a:t><a:t>", "<a:t>b", "--> <!-- --"]


@pytest.mark.parametrize("words", [*WORDS, *BROKEN])
@pytest.mark.parametrize(
    "around",
    ["<a:t>{}</a:t>", "<!-- <a:t>{} --><a:t>b</a:t><!-- c -->", "<a:t><![CDATA[<a:t>{}]]></a:t>", '<b c="<a:t>{}" d="e"/>'],
)
def test_words_change_nothing(words: str, around: str) -> None:
    data = slide(around.format(words) + '<c:chart r:id="rId2"/><c:chart r:id="rId2"/>', ' show="0"')
    assert facts_of(data) == _facts(data)
    if around.startswith("<a:t>{") and words in WORDS:
        assert facts_of(data) == SlideFacts(hidden=True, charts=("rId2", "rId2"))


@pytest.mark.parametrize("words", [b"\xff", b"\xc3", b"\xed\xa0\x80"])
def test_bytes_that_are_no_utf8_are_no_slide(words: bytes) -> None:
    assert facts_of(slide("<a:t>X</a:t>").replace(b"X", words)) is None


@pytest.mark.parametrize("data", [b"", b"<a", b"<!DOCTYPE a><a/>", HEAD.encode() + b"<!DOCTYPE a><a/>"])
def test_what_cannot_be_read_has_none(data: bytes) -> None:
    assert facts_of(data) is None


def test_slides_that_differ_in_words_are_read_once() -> None:
    _facts.cache_clear()
    one, other = slide("<a:t>Lund</a:t>"), slide("<a:t>Östra Göinge</a:t>")
    assert facts_of(one) == facts_of(other) and _facts.cache_info().misses == 1
    # What is not words is another slide.
    assert facts_of(slide("<a:t>Lund</a:t>", ' show="false"')) != facts_of(one)


def test_every_slide_of_a_deck_is_as_its_tree_says() -> None:
    subject = Subject(made())
    assert subject.slides
    for item in subject.slides:
        data = subject.package.parts[item.part]
        assert _wordless(data) != data, "our own slides are those that it is for"
        assert facts_of(data) == _facts(data)
