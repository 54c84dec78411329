"""Text looks as where PowerPoint inherits it from: presentation, master, layout, placeholder, paragraph, run."""

from __future__ import annotations

import pytest
from drawing_made import OFFICE, SOLID, STYLES, TITLE, body, level, only, package, red, shape

from deck.drawing import Insets
from deck.package import Relationship


def title(slide: str = "", layout: str = "", master: str = "", *, run: str = "", para: str = "", styles: str = STYLES):
    """The look of a title's first run: list styles on slide, layout and master."""
    made = package(
        shape("Rubrik", TITLE, body=body(levels=slide, run=run, para=para)),
        shape("Rubrik", TITLE, body=body(levels=layout)),
        shape("Rubrik", TITLE, body=body(levels=master)),
        styles=styles,
    )
    found = only(made).text
    assert found is not None
    return found.paragraphs[0]


@pytest.mark.parametrize(
    ("where", "size"),
    [
        ({}, 44.0),
        ({"master": level(4000)}, 40.0),
        ({"master": level(4000), "layout": level(3600)}, 36.0),
        ({"master": level(4000), "layout": level(3600), "slide": level(3200)}, 32.0),
        ({"layout": level(3600), "run": '<a:rPr sz="2000"/>'}, 20.0),
        ({"layout": level(3600), "para": '<a:pPr><a:defRPr sz="3000"/></a:pPr>'}, 30.0),
        ({"styles": ""}, 18.0),
        ({"master": level(3000, n=2)}, 44.0),
    ],
)
def test_a_size_is_that_of_the_nearest_who_says_one(where: dict[str, str], size: float) -> None:
    assert title(**where).runs[0].size_pt == size


def test_each_property_is_inherited_on_its_own() -> None:
    found = title(master=level(0, 'algn="r"'), layout=level(0, "", red()), slide=level(3600))
    run, style = found.runs[0], found.style
    assert (run.size_pt, run.color, run.bold, run.font, style.align) == (36.0, "FF0000", True, "Georgia", "r")


def test_bullets_margins_and_spacing_by_level() -> None:
    two = '<a:p><a:pPr lvl="1"/><a:r><a:t>två</a:t></a:r></a:p><a:p><a:pPr><a:buNone/></a:pPr><a:r><a:t>tre</a:t></a:r></a:p>'
    numbered = '<a:p><a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr><a:r><a:t>fyra</a:t></a:r></a:p>'
    made = package(
        shape("Text", 'idx="1"', body=body() + two + numbered),
        shape("Text", 'idx="1"', body=body()),
        shape("Text", 'type="body" idx="1"', body=body()),
        styles=STYLES,
    )
    text = only(made).text
    assert text is not None
    one, second, none, number = text.paragraphs
    assert (one.list, one.style.bullet, one.style.margin_left, one.style.indent) == ("bullet", "•", 228_600, -228_600)
    assert (one.style.line_spacing, one.style.space_before_pt, one.runs[0].size_pt) == (0.9, 10.0, 28.0)
    assert (second.level, second.style.bullet, second.style.margin_left, second.runs[0].size_pt) == (1, "–", 685_800, 24.0)
    assert (none.list, none.style.bullet) == ("none", "")
    assert number.list == "number"


def test_a_text_box_takes_after_the_presentation_and_not_the_master() -> None:
    made = package(shape(body=body()), styles=STYLES, default_text=level(1600, "", SOLID.format("accent1")))
    text = only(made).text
    assert text is not None
    assert (text.paragraphs[0].runs[0].size_pt, text.paragraphs[0].runs[0].color) == (16.0, "4472C4")


@pytest.mark.parametrize(
    ("slide", "layout", "insets"),
    [
        ("", "", Insets()),
        ("", 'lIns="0" bIns="10"', Insets(0, 45_720, 91_440, 10)),
        ('lIns="5"', 'lIns="0" bIns="10"', Insets(5, 45_720, 91_440, 10)),
    ],
)
def test_insets_by_attribute(slide: str, layout: str, insets: Insets) -> None:
    made = package(
        shape("R", TITLE, body=body(props=slide)),
        shape("R", TITLE, body=body(props=layout)),
        shape("R", TITLE, body=body(props='anchor="ctr"')),
    )
    text = only(made).text
    assert text is not None
    assert (text.style.insets, text.style.anchor) == (insets, "ctr")


@pytest.mark.parametrize(
    ("slide", "layout", "expected"),
    [
        ("", "", ("none", 1.0, 0.0)),
        ('<a:normAutofit fontScale="92500" lnSpcReduction="10000"/>', "", ("norm", 0.925, 0.1)),
        ('<a:normAutofit fontScale="92.5%" lnSpcReduction="10%"/>', "", ("norm", 0.925, 0.1)),
        ("<a:normAutofit/>", '<a:normAutofit fontScale="50000"/>', ("norm", 1.0, 0.0)),
        ("", '<a:normAutofit fontScale="50000"/>', ("norm", 0.5, 0.0)),
        ("<a:noAutofit/>", "<a:normAutofit/>", ("none", 1.0, 0.0)),
        ("<a:spAutoFit/>", "<a:normAutofit/>", ("shape", 1.0, 0.0)),
        ('<a:normAutofit fontScale="-5"/>', "", ("norm", 0.1, 0.0)),
        ('<a:normAutofit fontScale="900000" lnSpcReduction="900000"/>', "", ("norm", 1.0, 0.9)),
    ],
)
def test_autofit_as_the_file_stores_it(slide: str, layout: str, expected: tuple[str, float, float]) -> None:
    def holder(fit: str) -> str:
        return f"<a:bodyPr>{fit}</a:bodyPr><a:p><a:r><a:t>Ord</a:t></a:r></a:p>"

    text = only(package(shape("R", TITLE, body=holder(slide)), shape("R", TITLE, body=holder(layout)))).text
    assert text is not None
    assert (text.style.autofit, text.style.font_scale, pytest.approx(text.style.line_reduction)) == expected


def test_a_link_has_the_themes_colour_unless_it_keeps_its_own() -> None:
    keep = (
        '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr'
        ' xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
    )
    rel = (Relationship("rId9", f"{OFFICE}/hyperlink", "https://example.se", True),)
    for more, color in (("", "0563C1"), (keep, "FF0000")):
        run = f'<a:rPr>{red()}<a:hlinkClick r:id="rId9">{more}</a:hlinkClick></a:rPr>'
        text = only(package(shape(body=body(run=run)), slide_rels=rel)).text
        assert text is not None
        assert (text.paragraphs[0].runs[0].color, text.paragraphs[0].runs[0].link) == (color, "https://example.se")


def test_a_styles_font_colour_is_for_text_that_says_none() -> None:
    style = '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef>'
    plain = only(package(shape(body=body(), style=style), default_text=level(1800, "", SOLID.format("tx1"))))
    own = only(package(shape(body=body(run=f"<a:rPr>{red()}</a:rPr>"), style=style)))
    assert plain.text is not None
    assert own.text is not None
    assert plain.text.paragraphs[0].runs[0].color == "FFFFFF"
    assert own.text.paragraphs[0].runs[0].color == "FF0000"


@pytest.mark.parametrize(("kind", "shown"), [("slidenum", "1"), ("datetime1", "17")])
def test_a_slides_number_is_where_it_stands_in_the_show(kind: str, shown: str) -> None:
    """Whatever stood there when the file was saved."""
    field = f'<a:p><a:fld id="{{0}}" type="{kind}"><a:rPr/><a:t>17</a:t></a:fld></a:p>'
    found = only(package(shape("Nummer", TITLE, body=f"<a:bodyPr/><a:lstStyle/>{field}"))).text
    assert found is not None and found.paragraphs[0].runs[0].text == shown
