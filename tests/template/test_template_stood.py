"""A layout's words stand where the template's own slides have them."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest
from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from deck.diagnostics import Diagnostics
from deck.package import Package, open_package, package_bytes
from deck.template.clean import clean
from deck.template.stood import APP, as_stood

WIDE, HIGH = 9_144_000, 6_858_000
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
Shares = tuple[float, float, float, float]
LOW, TOP = (0.05, 0.42, 0.9, 0.17), (0.05, 0.04, 0.8, 0.15)
SMALL, LARGE = (0.05, 0.63, 0.9, 0.3), (0.05, 0.23, 0.9, 0.6)


def put(shape: Any, shares: Shares) -> None:
    x, y, w, h = shares
    shape.left, shape.top, shape.width, shape.height = round(x * WIDE), round(y * HIGH), round(w * WIDE), round(h * HIGH)


def made(
    slides: dict[int, list[tuple[Shares | None, Shares | None]]],
    layout: tuple[Shares, Shares] = (LOW, SMALL),
    program: str = "",
) -> Package:
    """python-pptx's own template, every layout's title and content as `layout`, with slides that have their own boxes."""
    deck = pptx.Presentation()
    for item in deck.slide_layouts:
        for shape, shares in zip([*item.placeholders][:2], layout, strict=False):
            put(shape, shares)
    for number, boxes in slides.items():
        for own in boxes:
            slide = deck.slides.add_slide(deck.slide_layouts[number])
            for shape, shares in zip([*slide.placeholders][:2], own, strict=False):
                if shares is not None:
                    put(shape, shares)
    raw = io.BytesIO()
    deck.save(raw)
    package = open_package(raw.getvalue(), "a.pptx")
    said = package.parts[APP].replace(b"<Application>Microsoft Macintosh PowerPoint", f"<Application>{program}".encode())
    return package.replace({APP: said}) if program else package


def boxes(package: Package, number: int) -> list[Shares]:
    """Title's and content's boxes on a layout, by its number in the template, as shares of the slide."""
    holders = [*pptx.Presentation(io.BytesIO(package_bytes(package))).slide_layouts[number].placeholders][:2]
    return [
        tuple(
            round((value or 0) / whole, 2)
            for value, whole in zip((s.left, s.top, s.width, s.height), (WIDE, HIGH) * 2, strict=True)
        )  # type: ignore[misc]
        for s in holders
    ]


def test_a_title_halfway_down_goes_where_the_slides_have_it_and_the_content_with_it() -> None:
    package = as_stood(made({0: [(None, None)], 1: [(TOP, LARGE)]}))
    assert boxes(package, 1) == [TOP, LARGE]
    assert boxes(package, 5)[0] == TOP, "its sisters have the same boxes from the same page"


@pytest.mark.parametrize(
    "own",
    [
        [(TOP, LARGE), (None, None)],
        [(TOP, LARGE), ((0.3, 0.1, 0.5, 0.1), LARGE)],
        [((0.05, 0.5, 0.9, 0.17), LARGE)],
    ],
    ids=["one has the layout's", "they do not agree", "no higher"],
)
def test_what_the_slides_do_not_agree_on_stays(own: list[tuple[Shares | None, Shares | None]]) -> None:
    package = made({0: [(None, None)], 1: own})
    assert as_stood(package) is package


def test_a_layout_whose_title_is_where_titles_are_stays() -> None:
    """A slide that makes room for a picture says nothing of its layout."""
    package = made({0: [(None, None)], 1: [((0.05, 0.02, 0.5, 0.1), (0.5, 0.2, 0.4, 0.3))]}, layout=(TOP, LARGE))
    assert as_stood(package) is package


def test_content_goes_along_only_where_it_gets_more_room() -> None:
    package = as_stood(made({0: [(None, None)], 1: [(TOP, (0.5, 0.63, 0.4, 0.2))]}))
    assert boxes(package, 1) == [TOP, SMALL]


def test_a_cover_goes_down_to_where_the_first_slide_has_it() -> None:
    package = as_stood(made({0: [(LOW, SMALL)], 1: [(None, None)]}, layout=(TOP, LARGE)))
    assert boxes(package, 0) == [LOW, SMALL] and boxes(package, 1) == [TOP, LARGE]
    alone = as_stood(made({0: [(LOW, None)], 1: [(None, None)]}, layout=(TOP, LARGE)))
    title, under = boxes(alone, 0)
    assert title == LOW and under[1] >= LOW[1] + LOW[3], "what it says nothing of comes under the title"


def test_a_program_that_writes_all_layouts_anew_is_believed_in_its_slides() -> None:
    near = (0.05, 0.5, 0.9, 0.17)
    assert boxes(as_stood(made({0: [(near, None)], 1: [(None, None)]})), 0)[0] == LOW
    assert boxes(as_stood(made({0: [(near, None)], 1: [(None, None)]}, program="LibreOffice")), 0)[0] == near


@pytest.mark.parametrize(("program", "moved"), [("LibreOffice", True), ("", False)])
def test_what_stands_over_a_covers_title_comes_under_it(program: str, moved: bool) -> None:
    over = (0.05, 0.1, 0.9, 0.2)
    found = as_stood(made({0: [(LOW, None)], 1: [(None, None)]}, layout=(LOW, over), program=program))
    title, under = boxes(found, 0)
    assert title == LOW and (under[1] >= LOW[1] + LOW[3]) == moved


def test_cleaning_does_it() -> None:
    package = clean(made({0: [(None, None)], 1: [(TOP, LARGE)]}), "a.pptx", Diagnostics())
    assert boxes(package, 1) == [TOP, LARGE]


def test_a_cover_s_title_that_its_program_made_a_text_box_is_a_title_all_the_same() -> None:
    """So does LibreOffice write what was one, and beside a picture it has no room for more."""
    narrow = (0.07, 0.2, 0.6, 0.25)

    def boxed(program: str) -> Package:
        made_of = made({0: [(None, None)], 1: [(TOP, LARGE)]}, program=program)
        deck: Any = pptx.Presentation(io.BytesIO(package_bytes(made_of)))
        cover = deck.slides[0]
        for shape in [*cover.placeholders]:
            shape._element.getparent().remove(shape._element)
        box = cover.shapes.add_textbox(0, 0, 9, 9)
        put(box, narrow)
        run = box.text_frame.paragraphs[0].add_run()
        run.text, run.font.size = "V\u00e5r kommun", Pt(44)
        raw = io.BytesIO()
        deck.save(raw)
        return open_package(raw.getvalue(), "a.pptx")

    assert boxes(as_stood(boxed("LibreOffice")), 0)[0] == narrow
    assert boxes(as_stood(boxed("Anything")), 0)[0] != narrow


def test_a_cover_s_subtitle_that_is_a_line_stands_where_the_slide_has_it() -> None:
    line = (0.05, 0.63, 0.9, 0.1)
    package = as_stood(made({0: [(LOW, line)], 1: [(None, None)]}, layout=(TOP, LARGE)))
    assert boxes(package, 0) == [LOW, line]
    sliver = as_stood(made({0: [(LOW, (0.05, 0.63, 0.9, 0.01))], 1: [(None, None)]}, layout=(TOP, LARGE)))
    assert boxes(sliver, 0) == [LOW, LARGE], "that is no place for words"


@pytest.mark.parametrize(("program", "side"), [("LibreOffice", PP_ALIGN.CENTER), ("LibreOffice", PP_ALIGN.RIGHT), ("", None)])
def test_a_cover_s_subtitle_is_set_from_the_side_that_its_program_says_on_the_slide_alone(
    program: str, side: PP_ALIGN | None
) -> None:
    deck: Any = pptx.Presentation(io.BytesIO(package_bytes(made({0: [(LOW, SMALL)], 1: [(None, None)]}, (TOP, LARGE), program))))
    for shape in [*deck.slide_layouts[0].placeholders][1:2]:
        styles = shape._element.find(f".//{{{DRAWN}}}lstStyle")
        styles.getparent().remove(styles)
    paragraph = deck.slides[0].placeholders[1].text_frame.paragraphs[0]
    paragraph.text, paragraph.alignment = "Vi", side or PP_ALIGN.CENTER
    raw = io.BytesIO()
    deck.save(raw)
    found: Any = pptx.Presentation(io.BytesIO(package_bytes(as_stood(open_package(raw.getvalue(), "a.pptx")))))
    body = [*found.slide_layouts[0].placeholders][1]._element.find(f".//{{{DRAWN}}}bodyPr").getparent()
    said = [(level.getparent().tag.partition("}")[2], level.get("algn")) for level in body.iter(f"{{{DRAWN}}}lvl1pPr")]
    assert said == ([("lstStyle", PP_ALIGN.to_xml(side))] if side else [])
    assert [item.tag.partition("}")[2] for item in body][:2] == (["bodyPr", "lstStyle"] if side else ["bodyPr", "p"])
