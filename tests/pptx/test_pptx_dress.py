"""What drawn words would take from the presentation's default text, and must not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from odd_templates import made

from deck.brand import load_brand
from deck.check.subject import Subject
from deck.check.words import words_of
from deck.compose import compose
from deck.drawing.model import TextLevel
from deck.drawing.names import qn
from deck.layout import lay_out
from deck.making import Recipe, content_of
from deck.package import Package, open_package, package_bytes, parse_xml
from deck.places import load_places
from deck.pptx import read_pptx, write_pptx
from deck.pptx.dress import PLAIN, Dress, dress_of
from deck.pptx.reader import presentation_of
from deck.template import default_template_path, read_template

LOUD = TextLevel(
    "Times New Roman",
    18.0,
    bold=True,
    italic=True,
    caps=True,
    line_spacing=1.5,
    space_before_pt=6.0,
    space_after_pt=6.0,
    margin_left=1,
    margin_right=1,
    indent=-1,
    bullet="•",
    align="ctr",
    letter_spacing_pt=3.0,
    rtl=True,
)


def test_a_plain_template_is_told_nothing() -> None:
    template = read_template(default_template_path())
    dress = dress_of(template.layouts[0], template.body_font, template.heading_font)
    assert dress.list_style == PLAIN.list_style == "<a:lstStyle/>"
    assert dress.run(weight=False) == ("", "") and dress.face(template.body_font) == "+mn-lt"
    assert dress_of(None, "Arial", "Arial") is PLAIN


def test_all_that_differs_is_said() -> None:
    dress = Dress((LOUD,) * 9, body="Arial", heading="Georgia", major="Georgia", minor="Arial")
    said = dress.list_style
    for part in (
        'marL="0"',
        'marR="0"',
        'indent="0"',
        'algn="l"',
        'rtl="0"',
        'b="0"',
        'i="0"',
        'cap="none"',
        'spc="0"',
        "<a:buNone/>",
        '<a:lnSpc><a:spcPct val="100000"/>',
        '<a:spcBef><a:spcPts val="0"/>',
        '<a:spcAft><a:spcPts val="0"/>',
        '"+mn-lt"',
    ):
        assert part in said, part
    order = [said.index(tag) for tag in ("lnSpc", "spcBef", "spcAft", "buNone", "defRPr")]
    assert order == sorted(order)


@pytest.mark.parametrize(("font", "face"), [("Arial", "+mn-lt"), ("Georgia", "+mj-lt"), ("Verdana", "Verdana"), ("", "+mn-lt")])
def test_a_theme_font_goes_by_its_place(font: str, face: str) -> None:
    assert Dress(major="Georgia", minor="Arial").face(font) == face


def deck(name: str) -> Package:
    register = load_places()
    place = register.find("lund")
    said = compose(content_of(Recipe(place.code)), place, register, load_brand(place, register), outline="standard")
    package = write_pptx(said, lay_out(said, read_template(made(name))))
    back, known = presentation_of(read_pptx(package), said), {slide.id: slide for slide in said.slides}
    for slide in back.slides:
        for slot in slide.slots:
            wanted = known[slide.id].slot(slot.id)
            assert wanted is not None and (slot.block == wanted.block or not getattr(wanted.block, "text", "x")), (
                slide.id,
                slot.id,
            )
    return open_package(package_bytes(package), name)


def test_words_stand_as_they_were_measured_whatever_the_template_has_for_default() -> None:
    package = deck("loud-defaults")
    subject = Subject(package)
    count = 0
    for slide in subject.slides:
        for words in words_of(subject, slide):
            if words.shape.is_placeholder and words.row < 0:
                continue
            for paragraph in words.text.paragraphs:
                style, runs = paragraph.style, [run for run in paragraph.runs if run.text.strip()]
                assert not style.rtl and style.align in ("l", "ctr", "r")
                assert style.line_exact_pt == 0 and style.line_spacing <= 1.3 and style.space_after_pt == 0, words.name
                assert {run.font for run in runs} <= {"Arial", "Arimo", *_fonts(package)}
                assert not any(run.caps or run.spacing_pt > 1 or run.italic for run in runs), words.name
                count += len(runs)
    assert count > 150


def test_footers_and_numbers_bear_no_bullet_of_the_default_text() -> None:
    """LibreOffice takes it, for the master's own style of footers says nothing of marks."""
    subject = Subject(deck("loud-defaults"))
    feet = [
        paragraph
        for slide in subject.slides
        for shape in parse_xml(subject.package.parts[slide.part]).iter(qn("p:sp"))
        if (kind := next(shape.iter(qn("p:ph")), None)) is not None and kind.get("type") in ("ftr", "sldNum")
        for paragraph in shape.iter(qn("a:p"))
    ]
    assert len(feet) > 10
    assert all(paragraph.find(f"{qn('a:pPr')}/{qn('a:buNone')}") is not None for paragraph in feet)


def _fonts(package: Package) -> set[str]:
    template = read_template(package_bytes(package))
    return {template.body_font, template.heading_font}


def test_levels_beyond_the_first_are_dressed_too() -> None:
    second = replace(LOUD, bullet="", bold=False)
    dress = Dress((LOUD, second), body="Arial", minor="Arial")
    assert "buNone" in dress.after(0) and "buNone" not in dress.after(1)
    assert 'b="0"' in dress.run(0)[0] and 'b="0"' not in dress.run(1)[0]
    assert dress.paragraph(8) == ("", "")


@pytest.mark.parametrize("faced", [True, False])
def test_a_font_that_no_default_names_is_named(faced: bool) -> None:
    """A template without defaultTextStyle: PowerPoint takes the theme's font for text, other programs their own."""
    dress = Dress((replace(TextLevel("Calibri", 18.0), faced=faced),) * 9, body="Calibri", major="Calibri", minor="Calibri")
    assert ('<a:latin typeface="+mn-lt"/>' in dress.list_style) is not faced
