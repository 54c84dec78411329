"""Where things show on a slide, and where two of them meet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from good_decks import LINK, made, on_slide
from planting import both, box, drawn, text_box

from deck.check.accessible.contrast import settings_of
from deck.check.fits import MOST_LINES
from deck.check.judge import check_package
from deck.check.occupants import blocks_of, drawn_in
from deck.check.subject import Subject
from deck.drawing import Paint, SceneShape
from deck.geometry import Box, pt


def test_what_is_marked_is_where_the_lines_meet() -> None:
    """Of two texts beside each other, one with a longer last line: the mark is there, not upon all that both take."""
    left = text_box("En rad\nEn rad\nEn rad\nEn mycket längre rad än de andra", box(2, 10, 20, 6), n=95)
    right = text_box("En annan\nrad\noch\nen till", box(7, 10, 8, 6), n=96)
    package = on_slide(LINK, both(drawn(left), drawn(right)))(made())
    subject = Subject(package, "x")
    (found,) = [item for item in check_package(package, "x").findings if item.rule.code == "fits/overlap"]
    lines = next(item for item in blocks_of(subject, subject.slides[LINK - 1]) if item.name == "Ruta 95")
    assert found.box is not None and found.box.y >= lines.parts[2].bottom - pt(4)


def test_a_diagram_shows_where_its_words_and_pictures_are() -> None:
    plain = SceneShape("9", "Pil", "shape", "slide", Box(0, 0, 9_000_000, 5_000_000), fill=Paint("solid", ("3050A0",)))
    picture = SceneShape("8", "Bild", "picture", "slide", Box(100, 100, 900, 900))
    whole = replace(plain, kind="diagram", drawn=(plain, picture))
    assert drawn_in(whole) == (picture.box,)
    assert drawn_in(replace(whole, worded=True)) == (), "how its words are drawn is not known"


@pytest.mark.parametrize(("font", "share"), [("Arial", 1.0), ("Segoe UI", 0.9), ("Segoe UI Semibold", 0.85), ("Obekant", 0.85)])
@pytest.mark.parametrize("align", ["l", "ctr", "r"])
def test_words_in_a_font_of_unknown_widths_take_what_they_take_for_sure(font: str, share: float, align: str) -> None:
    words = text_box("En rad text", box(2, 10, 20, 2), ink=f'<a:latin typeface="{font}"/>').replace(
        "<a:p>", f'<a:p><a:pPr algn="{align}"/>'
    )
    subject = Subject(on_slide(LINK, drawn(words))(made()), "x")
    slide = subject.slides[LINK - 1]
    line = next(setting.lines[0].box for found, setting in settings_of(subject, slide) if found.name == "Ruta 90")
    ink = next(item for item in blocks_of(subject, slide) if item.name == "Ruta 90").parts[0]
    assert abs(ink.w - share * line.w) < 9
    at = {"l": (line.x, ink.x), "ctr": (line.x + line.right, ink.x + ink.right), "r": (line.right, ink.right)}[align]
    assert abs(at[0] - at[1]) < 9


def test_of_a_thousand_lines_each_text_is_where_all_of_it_is() -> None:
    """Line by line they would be held against each other a million times."""
    texts = [text_box("\n".join(["Rad"] * MOST_LINES), box(2 + n, 2, 6, 12), n=95 + n) for n in range(2)]
    package = on_slide(LINK, both(*map(drawn, texts)))(made())
    subject = Subject(package, "x")
    long = [item for item in blocks_of(subject, subject.slides[LINK - 1]) if item.name.startswith("Ruta")]
    found = [item for item in check_package(package, "x").findings if item.rule.code == "fits/overlap"]
    assert len(long) == 2 and sum(len(item.inks) for item in long) > MOST_LINES
    assert long[0].ink.intersection(long[1].ink) in [item.box for item in found]
