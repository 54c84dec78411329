"""Titles that come newly written into a look that a program took."""

from __future__ import annotations

from dataclasses import replace

import pytest
from apply_deck import OnBench, edited_file, on_bench
from refresh_releases import BASE, bullets, slide

from deck.drawing.names import Element, attributes, child, qn
from deck.pptx.identity import guid
from deck.presentation import text
from deck.refresh.apply import APPLY
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.head import write_show
from deck.refresh.apply.titles import dress_titles
from deck.refresh.hand import PLAIN, REWRITTEN
from deck.refresh.pages import by_creation
from deck.refresh.plan import AddSlide, SetOrder

NEWS = slide("news", "content", "work", ("title", text("Nytt i år")), ("body", bullets("En kortversion")))
FONT, INK = "Georgia", "7A1F5C"


def as_a_program_writes(deck: OnBench, ink: str = INK) -> None:
    """Every title's run says its font, its size and its colour; the cover's has others."""
    for name, pages in deck.bench.mine.items():
        for page in pages:
            shape = by_creation(deck.bench.document.tree(page.part)).get(guid(page.id, "title"))
            for run in shape.iter(qn("a:r")) if shape is not None else ():
                look = child(run, "a:rPr")
                assert look is not None
                look.set("sz", "2200")
                fill = look.makeelement(qn("a:solidFill"), {})
                fill.append(fill.makeelement(qn("a:srgbClr"), {"val": "FFFFFF" if name == "title" else ink}))
                look.insert(0, fill)
                look.append(look.makeelement(qn("a:latin"), {"typeface": "Impact" if name == "title" else FONT}))


def with_news(*, lost: bool, ink: str = INK) -> tuple[Bench, Element]:
    """A deck that a program wrote anew, and the title of a slide that came to it."""
    deck = on_bench(replace(BASE, slides=(*BASE.slides, NEWS)), edited_file(lambda held: as_a_program_writes(held, ink)))
    deck.bench.before = replace(deck.bench.before, hand=REWRITTEN if lost else PLAIN)
    for edit in (*deck.edits(AddSlide), *deck.edits(SetOrder)):
        APPLY[type(edit)](edit, deck.bench)
    write_show(deck.bench)
    (part,) = deck.bench.parts["news"]
    page = deck.bench.fresh.pages["news"][0]
    return deck.bench, by_creation(deck.bench.document.tree(part))[guid(page.id, "title")]


def worn(title: Element) -> list[tuple[str | None, str | None, str | None]]:
    """Font, colour and size of each run."""
    looks = [look for run in title.iter(qn("a:r")) if (look := child(run, "a:rPr")) is not None]
    return [
        (
            attributes(child(look, "a:latin")).get("typeface"),
            attributes(child(look, "a:solidFill", "a:srgbClr")).get("val"),
            look.get("sz"),
        )
        for look in looks
    ]


def test_a_new_title_takes_after_the_decks_own() -> None:
    """Its size is its own: it was measured so."""
    bench, title = with_news(lost=True)
    assert bench.is_adrift and worn(title) == [(None, None, None)]
    dress_titles(bench)
    assert worn(title) == [(FONT, INK, None)]
    old = bench.document.package()
    dress_titles(bench)
    assert bench.document.package().parts == old.parts, "once is enough"


def test_a_look_that_is_there_says_it_itself() -> None:
    assert not with_news(lost=False)[0].is_adrift


@pytest.mark.parametrize("own", [True, False])
def test_words_told_apart_by_their_colour_keep_it(own: bool) -> None:
    bench, title = with_news(lost=True)
    look = next(title.iter(qn("a:rPr")))
    if own:
        fill = look.makeelement(qn("a:solidFill"), {})
        fill.append(fill.makeelement(qn("a:srgbClr"), {"val": "123456"}))
        look.insert(0, fill)
    dress_titles(bench)
    assert worn(title) == [(FONT, "123456" if own else INK, None)]


def test_a_colour_that_does_not_read_there_is_not_taken() -> None:
    """The deck's own stand on a bar, and a new one beside it."""
    bench, title = with_news(lost=True, ink="F4F4F0")
    dress_titles(bench)
    assert worn(title) == [(FONT, None, None)]


def test_one_that_the_program_wrote_is_enough() -> None:
    """The others came anew, as this one did, and say nothing."""
    bench, title = with_news(lost=True)
    for name, pages in bench.mine.items():
        for page in pages if name not in ("title", "why") else ():
            shape = page.shape("title")
            for look in [item for run in shape.iter(qn("a:r")) for item in run.iter(qn("a:rPr"))] if shape is not None else ():
                look[:] = []
    dress_titles(bench)
    assert worn(title) == [(FONT, INK, None)]
