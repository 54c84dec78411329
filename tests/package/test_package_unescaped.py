"""Comments that a program wrote without escaping their words."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.package import Package
from deck.package.unescaped import with_escaped_comments

NAME = "http://schemas.openxmlformats.org/presentationml/2006/main"
PART = "ppt/comments/comment1.xml"


def commented(words: str, part: str = PART) -> Package:
    text = f'<p:cmLst xmlns:p="{NAME}"><p:cm authorId="0"><p:pos x="0" y="0"/><p:text>{words}</p:text></p:cm></p:cmLst>'
    return Package({part: text.encode()}, overrides={}, defaults={}, rels={})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Miljö & hälsa", "Miljö & hälsa"),
        ("Miljö &amp; hälsa & vård", "Miljö & hälsa & vård"),
        ("högst < 5 & minst > 2", "högst < 5 & minst > 2"),
        ("<fet text", "<fet text"),
        ("&#229;r & dag &aring;", "år & dag &aring;"),
    ],
)
def test_words_are_read_as_they_were_meant(written: str, said: str) -> None:
    package, parts = with_escaped_comments(commented(written))
    assert parts == (PART,)
    assert etree.fromstring(package.parts[PART]).findtext(f".//{{{NAME}}}text") == said


def test_what_is_sound_or_cannot_be_mended_stays_as_it_is() -> None:
    torn = Package({PART: b"<p:cmLst"}, overrides={}, defaults={}, rels={})
    for package in (commented("Miljö &amp; hälsa"), torn, commented("Miljö & hälsa", "ppt/slides/slide1.xml")):
        assert with_escaped_comments(package) == (package, ())
