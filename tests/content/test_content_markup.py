"""Markup: nothing is lost, escapes undo every mark, faults are told of and never raise."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deck.content.markup import SPECIAL, Span, escape, parse

words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
marked = st.text(alphabet=f"{SPECIAL}ab |=()lang/:sldemiohtp.", max_size=60)


@given(words)
def test_escaped_words_are_themselves(text: str) -> None:
    spans, faults = parse(escape(text))
    assert not faults
    assert "".join(span.text for span in spans) == text
    assert all(span == Span(span.text) for span in spans)


@given(marked)
def test_any_text_is_parsed(text: str) -> None:
    spans, faults = parse(text)
    assert all(span.text for span in spans)
    assert all(0 <= fault.offset < len(text) for fault in faults)
    # Equal neighbours are one span.
    assert all(
        (a.bold, a.italic, a.lang, a.target) != (b.bold, b.italic, b.lang, b.target) or a.target for a, b in pairwise(spans)
    )


@given(words.filter(str.strip), st.booleans(), st.booleans())
def test_marks_mean_what_they_say(text: str, bold: bool, italic: bool) -> None:
    source = escape(text)
    source = f"*{source}*" if italic else source
    # An escaped space of no width is not needed: bold outside italic is written with the longer mark first.
    source = f"** {source} **" if bold else source
    spans, faults = parse(source)
    assert not faults
    middle = next(span for span in spans if text in span.text or span.text.strip() == text.strip())
    assert (middle.bold, middle.italic) == (bold, italic)


def test_links_and_languages() -> None:
    spans, faults = parse("Se [vår **sida**](https://a.se/x_(y)) och {lang=en|the *page*} [här](slide:get-it)")
    assert not faults
    assert spans == (
        Span("Se "),
        Span("vår ", target="https://a.se/x_(y)"),
        Span("sida", bold=True, target="https://a.se/x_(y)"),
        Span(" och "),
        Span("the ", lang="en"),
        Span("page", italic=True, lang="en"),
        Span(" "),
        Span("här", target="slide:get-it"),
    )


def test_only_web_mail_and_slides_are_linked_to() -> None:
    for target in ("javascript:alert(1)", "file:///etc/passwd", "ftp://a.se", "https://", "slide:Å"):
        _spans, faults = parse(f"[x]({target})")
        assert faults, target


def test_ties_and_soft_hyphens() -> None:
    spans, faults = parse("Agenda~2030 och hållbarhets\\-program **del~2**")
    assert not faults
    assert spans == (Span("Agenda\xa02030 och hållbarhets\xadprogram "), Span("del\xa02", bold=True))


def test_a_tilde_that_ties_nothing_is_itself() -> None:
    for text in ("~50 procent", "cirka ~ 50", "slut~"):
        assert parse(text) == ((Span(text),), ())
    assert parse("a\\~b")[0] == (Span("a~b"),)
