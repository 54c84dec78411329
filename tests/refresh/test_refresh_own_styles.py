"""How titles and texts look that their owner changed on the slide master."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation as Opened
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from refresh_corpus import generated, recognised

from deck.drawing.names import need, qn
from deck.package import open_package, parse_xml
from deck.refresh.own_styles import OwnStyle, in_own_styles, own_styles

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


def written(color: str = "", *, italic: bool = False, title: bool = True, most: int = 1000) -> bytes:
    """The deck with a look that a program wrote into each run of the titles, or of the texts, of so many slides."""
    deck: Any = Opened(io.BytesIO(generated()))
    for slide in list(deck.slides)[:most]:
        for shape in slide.placeholders:
            if not shape.has_text_frame or (shape.placeholder_format.type in TITLES) != title:
                continue
            for run in (run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs):
                if color:
                    run.font.color.rgb = RGBColor.from_string(color)
                run.font.italic = italic or None
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def test_where_nobody_did_there_is_nothing_to_tell() -> None:
    assert own_styles(recognised(generated())) == ()


def test_a_look_of_nearly_all_titles_is_the_master_s() -> None:
    assert own_styles(recognised(written("B00020", italic=True))) == (OwnStyle("titleStyle", color="B00020", italic=True),)


def test_so_is_one_of_the_texts() -> None:
    (found,) = own_styles(recognised(written("00509E", title=False)))
    assert (found.style, found.color, found.bold, found.italic) == ("bodyStyle", "00509E", None, None)


@pytest.mark.parametrize("most", [1, 3])
def test_one_of_a_few_is_theirs_alone(most: int) -> None:
    assert own_styles(recognised(written("B00020", most=most))) == ()


def test_a_colour_that_a_program_did_not_see_is_none() -> None:
    known = recognised(written("000000"))
    assert all(style.color is None for style in own_styles(known))


def test_the_master_says_it_afterwards() -> None:
    look = recognised(generated()).look
    after = in_own_styles(look, [OwnStyle("titleStyle", color="B00020", bold=False, italic=True)])
    part = look.roles["content"].layout.master
    root = parse_xml(after.package.parts[part])
    props = need(root, "p:txStyles", "p:titleStyle", "a:lvl1pPr", "a:defRPr")
    assert (props.get("b"), props.get("i")) == ("0", "1")
    assert [item.get("val") for item in props.iter(qn("a:srgbClr"))] == ["B00020"]
    assert after.fingerprint == look.fingerprint
    changed = {name for name in look.package.parts if after.package.parts[name] != look.package.parts[name]}
    assert changed == {part}
    assert open_package(generated())
