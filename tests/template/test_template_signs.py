"""Where a sign that is drawn as large as a picture stands in its text box."""

from __future__ import annotations

from dataclasses import replace

import odd_templates
import pytest
from template_drawn import STYLE

from deck.drawing.model import Paint, SceneParagraph, SceneRun, SceneShape, SceneText, TextStyle
from deck.geometry import Box, pt
from deck.package import package_bytes
from deck.template import read_template
from deck.template.model import Insets
from deck.template.signs import bare_sign, sign_of

BOX = Box(576_000, 1_440_000, 1_440_000, 1_440_000)


def sign(words: str = "«", size: float = 140, align: str = "l", anchor: str = "t", box: Box = BOX) -> SceneShape:
    levels = tuple(replace(level, align=align) for level in STYLE.levels)
    style = TextStyle(levels, insets=Insets(0, 0, 0, 0), anchor=anchor)
    run = SceneRun(words, font="Georgia", size_pt=size, color="7FB5A0")
    text = SceneText((SceneParagraph((run,), 0, style=style.levels[0]),), style)
    return SceneShape("9", "Tecken", "shape", "layout", box, text=text)


def test_a_quotation_mark_begins_far_under_its_box_s_edge() -> None:
    low, high = sign_of(sign("«"), 72), sign_of(sign("”"), 72)
    assert low is not None and high is not None
    assert low.ink.y - BOX.y > pt(140 * 0.3) and low.ink.h < pt(140 * 0.7)
    assert pt(140 * 0.1) < high.ink.y - BOX.y < low.ink.y - BOX.y and high.ink.bottom < low.ink.bottom
    assert low.ink.x == BOX.x and low.ink.w <= BOX.w and low.across.h == BOX.h


def test_it_stands_as_it_is_aligned_and_anchored() -> None:
    wide = Box(0, 0, 6_000_000, 6_000_000)
    left, right = sign_of(sign(box=wide), 72), sign_of(sign(align="r", anchor="b", box=wide), 72)
    assert left is not None and right is not None
    assert right.ink.right == wide.right and right.ink.y > left.ink.y


@pytest.mark.parametrize("shape", [sign("Ny"), sign("«»«"), sign(size=60), sign("")], ids=["letters", "a row", "small", "none"])
def test_other_words_are_none(shape: SceneShape) -> None:
    assert sign_of(shape, 72) is None


def test_one_on_a_field_takes_its_field() -> None:
    assert bare_sign(sign(), 72) == sign_of(sign(), 72)
    assert bare_sign(replace(sign(), fill=Paint("solid", ("FFFFFF",))), 72) is None


MARK = (
    '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Tecken"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="609600" y="1100000"/><a:ext cx="1440000" cy="1440000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:r>'
    '<a:rPr lang="de-CH" sz="14000"/><a:t>«</a:t></a:r></a:p></p:txBody></p:sp>'
)


def test_a_title_is_not_moved_for_the_air_over_a_mark() -> None:
    """The mark's box begins on the title's last line; what is drawn of it, far below."""
    marked = odd_templates.each(
        lambda _name, text: text.replace("</p:spTree>", MARK + "</p:spTree>") if "Citat" in text else text
    )
    was, found = (read_template(package_bytes(item)).roles["quote"] for item in (odd_templates.plain(), marked))
    title, mark = found.spots["title"].box, next(box for box in found.layout.obstacles if box.x == 609_600)
    assert 1_100_000 < title.bottom < mark.y < mark.bottom
    assert title == was.spots["title"].box
