"""Text bodies patched: what is no words lives through new ones."""

from __future__ import annotations

import copy

from lxml import etree

from deck.drawing.names import Element, local, qn
from deck.presentation import Link, Paragraph, Run
from deck.refresh.bodies import WORDS, as_among, patch_body

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MATH = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>'


def body(*paragraphs: str) -> Element:
    inner = "".join(f"<a:p>{words}</a:p>" for words in paragraphs)
    return etree.fromstring(f'<a:txBody xmlns:a="{A}">{inner}</a:txBody>')


def run(words: str, props: str = "") -> str:
    return f"<a:r><a:rPr{props}/><a:t>{words}</a:t></a:r>"


def pairs(element: Element, *words: str) -> list[tuple[Paragraph, Element]]:
    return list(zip([Paragraph((Run(item),) if item else ()) for item in words], element.iterchildren(qn("a:p")), strict=True))


def names(element: Element) -> list[str]:
    return [local(item) for item in element]


def test_an_equation_stays_where_it_stood() -> None:
    mine, fresh = body(run("Nyttan är ") + MATH + run("stor")), body(run("Nyttan är mycket stor"))
    patch_body(mine, pairs(mine, "Nyttan är stor"), pairs(fresh, "Nyttan är mycket stor"))
    paragraph = mine[0]
    assert names(paragraph).count("oMath") == 1
    before = "".join(t.text or "" for item in list(paragraph)[: names(paragraph).index("oMath")] for t in item.iter(qn("a:t")))
    assert before == "Nyttan är "


def test_a_paragraph_that_is_only_an_equation_stays() -> None:
    mine, fresh = body(run("Ett"), MATH), body(run("Två"))
    patch_body(mine, pairs(mine, "Ett", ""), pairs(fresh, "Två"))
    assert [names(item) for item in mine] == [["r"], ["oMath"]]


def test_a_field_stays_a_field() -> None:
    field = '<a:fld id="{0}" type="datetime1"><a:rPr/><a:t>2026-11-26</a:t></a:fld>'
    mine, fresh = body(run("Läget ") + field + run(" är gott")), body(run("Läget 2026-11-26 är mycket gott"))
    patch_body(mine, pairs(mine, "Läget 2026-11-26 är gott"), pairs(fresh, "Läget 2026-11-26 är mycket gott"))
    assert "".join(t.text or "" for t in mine.iter(qn("a:t"))) == "Läget 2026-11-26 är mycket gott"
    assert [item.get("type") for item in mine.iter(qn("a:fld"))] == ["datetime1"]


def test_looks_on_words_that_the_model_knows_alone_are_the_owners() -> None:
    mine, fresh = body(run("Alla ") + run("mål", ' b="1" sz="3200"')), body(run("Alla femton mål"))
    said = [(Paragraph((Run("Alla "), Run("mål", bold=True, link=Link("https://lund.se")))), mine[0])]
    patch_body(mine, said, pairs(fresh, "Alla femton mål"), tells=WORDS)
    runs = [(item[0].get("b"), item[1].text or "") for item in mine.iter(qn("a:r"))]
    assert "".join(words for _bold, words in runs) == "Alla femton mål"
    assert [words for bold, words in runs if bold] == ["mål"]


def test_words_that_come_among_others_of_one_look_have_it() -> None:
    """And not between two looks."""
    big = ' sz="3200"'

    mine, new = body(run("Alla kommuner här", big) + run(" och där")), body(run("Alla svenska kommuner här och där"))
    patch_body(mine, pairs(mine, "Alla kommuner här och där"), pairs(new, "Alla svenska kommuner här och där"))
    assert [(item[0].get("sz"), item[1].text) for item in mine.iter(qn("a:r"))] == [
        ("3200", "Alla svenska kommuner här"),
        (None, " och där"),
    ]
    mine = body(run("Alla", big) + run(" kommuner här"))
    new = body(run("Alla svenska kommuner här"))
    patch_body(mine, pairs(mine, "Alla kommuner här"), pairs(new, "Alla svenska kommuner här"))
    assert ("3200", "Alla") in [(item[0].get("sz"), item[1].text) for item in mine.iter(qn("a:r"))]


def test_a_new_paragraph_looks_as_all_those_do_that_it_comes_among() -> None:
    """An owner's numbers would start over after one without."""
    number = '<a:pPr marL="500000"><a:buAutoNum type="arabicPeriod"/></a:pPr>'
    said = [
        f'<a:p xmlns:a="{A}">{number}<a:r><a:rPr sz="2200" b="1" lang="sv-SE"/><a:t>{word}</a:t></a:r></a:p>' for word in "AB"
    ]
    elements = [etree.fromstring(item) for item in said]
    mine = [(Paragraph((Run(word, bold=True),), 0, "number"), item) for word, item in zip("AB", elements, strict=True)]
    new = etree.fromstring(
        f'<a:p xmlns:a="{A}"><a:pPr><a:buChar char="–"/></a:pPr><a:r><a:rPr lang="en-GB"/><a:t>N</a:t></a:r></a:p>'
    )
    found = as_among(mine, Paragraph((Run("N"),), 0, "bullet"), copy.deepcopy(new))
    assert found.find(f"{{{A}}}pPr/{{{A}}}buAutoNum") is not None
    look = found.find(f"{{{A}}}r/{{{A}}}rPr")
    assert look is not None and (look.get("sz"), look.get("lang")) == ("2200", "en-GB")
    elements[1][1][0].set("sz", "1800")
    assert etree.tostring(as_among(mine, Paragraph((Run("N"),), 0, "bullet"), copy.deepcopy(new))) == etree.tostring(new)
    assert etree.tostring(as_among(mine, Paragraph((Run("N"),), 1, "bullet"), copy.deepcopy(new))) == etree.tostring(new)


def test_a_point_that_becomes_a_link_keeps_its_owners_look() -> None:
    mine, fresh = body(run("Mål", ' spc="202"')), body(run("Läs mer"))
    link = [(Paragraph((Run("Läs mer", link=Link("https://rus.se")),)), fresh[0])]
    patch_body(mine, pairs(mine, "Mål"), link)
    assert [(item.get("spc"), (item.getnext().text or "")) for item in mine.iter(qn("a:rPr"))] == [("202", "Läs mer")]  # type: ignore[union-attr]
