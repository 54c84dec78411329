"""What can be lost, as it is read from its element."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

from deck.drawing.names import NSMAP
from deck.refresh.guard.losable import READERS, Losable, count_chart, count_comments, said_of, spoken, words_of


def element(xml: str) -> etree._Element:
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NSMAP.items() if prefix in ("a", "p", "c"))
    return etree.fromstring(f'<x {names} xmlns:m="urn:m">{xml}</x>')[0]


def test_a_thing_is_known_by_its_kind_and_what_it_is() -> None:
    assert Losable("word", "mål") == Losable("word", "mål") != Losable("note", "mål")


def test_words_are_counted_whatever_runs_they_are_split_into_and_a_counter_of_pages_is_none() -> None:
    runs = "<a:r><a:t>För</a:t></a:r><a:r><a:t>slag (1\xa0av\xa02)</a:t></a:r><a:br/><a:r><a:t>kust- och havs</a:t></a:r>"
    shape = element(f"<p:sp><a:p>{runs}<a:fld><a:t>3</a:t></a:fld></a:p></p:sp>")
    assert [item.what for item in spoken(shape)] == ["Förslag", "kust", "och", "havs"]
    assert words_of("EU-miljömål och EU:s") == ["EU-miljömål", "och", "EU", "s"]


@pytest.mark.parametrize(
    ("xml", "read"),
    [
        ("<m:oMath><m:r>E = </m:r><m:r>mc</m:r></m:oMath>", ("equation", "E =mc")),
        ('<a:fld type="datetime1"/>', ("field", "datetime1")),
        ('<a:fld type="slidenum"/>', ("", "")),
        ("<p:transition><p:fade/></p:transition>", ("transition", "fade")),
        ('<p:transition advTm="3000"/>', ("transition", "timed")),
        ("<p:transition/>", ("", "")),
        ('<p:spTgt spid="4"/>', ("animation", "")),
        ("<p:bg/>", ("background", "")),
        ("<p:contentPart/>", ("ink", "")),
    ],
)
def test_what_an_element_is(xml: str, read: tuple[str, str]) -> None:
    found = element(xml)
    assert READERS[etree.QName(found).localname](found) == read


def test_what_a_shape_says_of_itself() -> None:
    shape = element('<p:cNvPr id="2" name="x" descr=" En karta " title="Kartan" hidden="1"/>')
    assert list(said_of(shape)) == [("alt", "En karta"), ("alt", "Kartan"), ("unseen", "")]
    assert not list(said_of(element('<p:cNvPr id="2" name="x" descr=" "/>')))


def test_a_chart_s_words_and_values_and_each_comment() -> None:
    found: Counter[Losable] = Counter()
    count_chart(element("<c:c><c:v>12.50</c:v><c:v>Norr</c:v><a:t>Andel i procent</a:t></c:c>"), found)
    count_comments(element("<p:l><p:cm><p:text>Bra </p:text></p:cm><p:reply><a:t>Tack</a:t></p:reply></p:l>"), found)
    assert {(item.kind, item.what) for item in found} == {
        *(("chart", word) for word in ("12.5", "Norr", "Andel", "i", "procent")),
        *(("comment", words) for words in ("Bra", "Tack")),
    }
