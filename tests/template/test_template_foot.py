"""Where the line of sources stands in a layout that has no place for it, and on what."""

from __future__ import annotations

import re
from dataclasses import replace

import odd_templates
import pytest
from template_drawn import BODY, STAGE, TITLE, drawn, holder

from deck.brand.contrast import TEXT, contrast
from deck.geometry import Box, pt
from deck.package import package_bytes
from deck.presentation import FROM
from deck.template import read_template
from deck.template.foot import BAND, FROM_PT, band, foot_style, footed
from deck.template.margins import MARGIN
from deck.template.model import Insets
from deck.template.roles import Casting
from deck.template.spots import TemplateFrame

SAFE = STAGE.safe


def test_it_stands_at_the_foot_of_the_safe_area() -> None:
    assert band(SAFE, STAGE.size, ()) == Box(SAFE.x, SAFE.bottom - BAND, SAFE.w, BAND)


def test_it_stands_beside_or_above_what_is_there() -> None:
    corner = Box(SAFE.right - 1_000_000, SAFE.bottom - 900_000, 2_000_000, 2_000_000)
    beside = band(SAFE, STAGE.size, (corner,))
    assert beside.bottom == SAFE.bottom and beside.right == corner.x
    strip = Box(0, SAFE.bottom - 300_000, STAGE.size[0], 900_000)
    above = band(SAFE, STAGE.size, (strip,))
    assert above.bottom == strip.y and above.w == SAFE.w


def test_a_little_higher_it_begins_where_the_contents_do() -> None:
    logo = Box(SAFE.x, SAFE.bottom - BAND // 2, 1_500_000, 500_000)
    assert band(SAFE, STAGE.size, (logo,)) == Box(SAFE.x, logo.y - BAND, SAFE.w, BAND)
    high = Box(SAFE.x, SAFE.bottom - 3 * BAND, 1_500_000, 4 * BAND)
    beside = band(SAFE, STAGE.size, (high,))
    assert (beside.x, beside.bottom) == (high.right, SAFE.bottom)


def test_on_a_narrow_slide_it_has_two_lines() -> None:
    narrow = Box(SAFE.x, SAFE.y, pt(460), SAFE.h)
    assert band(narrow, STAGE.size, ()).h >= pt(2 * 1.2117 * FROM_PT) > BAND


def test_it_stands_over_a_title_at_the_foot() -> None:
    sheet = drawn(holder("title", 0, (5, 76, 90, 14)), holder("obj", 1, (5, 10, 90, 80)))
    role = footed(Casting([sheet], STAGE).cast("content"), [sheet], STAGE)
    assert role.foot is not None and not role.foot.box.overlaps(role.spots["title"].box, 1)


def test_it_is_as_much_larger_as_the_slide() -> None:
    twice = (2 * 12_192_000, 2 * 6_858_000)
    assert band(Box(0, 0, *twice), twice, ()).h == 2 * BAND
    assert foot_style("Arial", twice).levels[0].size_pt == 2 * FROM_PT
    assert foot_style("Arial", STAGE.size).levels[0].font == "Arial"
    assert pt(FROM_PT * 1.2) <= BAND


def test_a_layout_with_a_line_of_its_own_needs_none() -> None:
    sheet = drawn(TITLE, BODY, holder("body", 9, (5, 92, 60, 5)))
    role = Casting([sheet], STAGE).cast("content")
    assert (footed(role, [sheet], STAGE).foot is None) == (FROM in role.spots)
    bare = drawn(TITLE, BODY)
    assert footed(Casting([bare], STAGE).cast("content"), [bare], STAGE).foot is not None


def test_it_stands_under_narrow_content_and_on_its_panel() -> None:
    body, panel = holder("obj", 1, (30, 25, 50, 60)), holder("pic", 8, (28, 3, 54, 93)).box
    alone = drawn(TITLE, body)
    foot = footed(Casting([alone], STAGE).cast("content"), [alone], STAGE).foot
    assert foot is not None and (foot.box.x, foot.box.right) == (body.box.x, body.box.right)
    low = drawn(TITLE, body, panels=(Box(panel.x, panel.y, panel.w, SAFE.bottom - 200_000 - panel.y),))
    foot = footed(Casting([low], STAGE).cast("content"), [low], STAGE).foot
    assert foot is not None and low.layout.panels[0].contains(foot.box)


def test_under_words_from_edge_to_edge_it_does_not_begin_at_the_edge() -> None:
    body = holder("obj", 1, (0, 25, 100, 60))
    broad = replace(body, style=replace(body.style, insets=Insets(500_000, 0, 500_000, 0)))
    sheet = drawn(TITLE, broad)
    foot = footed(Casting([sheet], STAGE).cast("content"), [sheet], STAGE).foot
    assert foot is not None and foot.box.x == round(MARGIN * STAGE.size[0])


def test_its_colour_is_one_that_reads_where_it_stands_itself() -> None:
    """A dark band at the foot of a light slide: what reads under its title does not read there."""
    template = read_template(package_bytes(odd_templates.dark_foot()))
    role = template.roles["object"]
    assert role.foot is not None
    assert role.foot.palette.ground.main == ("14213D",)
    assert contrast(role.foot.palette.text_rgb, "14213D") >= TEXT
    assert contrast(role.spots["title"].palette.text_rgb, "FFFFFF") >= TEXT
    assert re.fullmatch("[0-9A-F]{6}", role.foot.style.levels[0].color)


def test_beside_a_column_with_the_title_it_begins_where_the_contents_do() -> None:
    """The line over the title, in the column too, is no content."""
    panel = holder("body", 9, (0, 0, 33, 100)).box
    sheet = drawn(holder("title", 0, (3, 15, 26, 40)), holder("body", 2, (3, 8, 20, 5)), obstacles=(panel,))
    role = footed(Casting([sheet], STAGE).cast("question"), [sheet], STAGE)
    assert role.foot is not None and role.foot.box.x == role.spots["object"].box.x > panel.right


LOW = replace(STAGE, size=(STAGE.size[0], 5_200_000), safe=Box(600_000, 300_000, 10_800_000, 4_000_000))
OWN = Box(600_000, 1_000_000, 10_800_000, 3_300_000)


@pytest.mark.parametrize(
    ("stage", "blocks", "right"),
    [
        (LOW, (), OWN.right),
        (LOW, (Box(0, 4_800_000, 12_000_000, 400_000),), OWN.right),
        (LOW, (Box(9_000_000, 4_310_000, 3_000_000, 800_000),), 9_000_000),
        (LOW, (Box(0, 4_450_000, 12_000_000, 400_000),), 0),
        (LOW, (Box(5_000_000, 4_310_000, 7_000_000, 800_000),), 0),
        (STAGE, (), 0),
    ],
    ids=["free", "bar", "beside a logo", "bar too near", "too narrow", "a common page"],
)
def test_on_a_low_page_it_stands_under_the_content_where_there_is_room(
    stage: TemplateFrame, blocks: tuple[Box, ...], right: int
) -> None:
    high = stage.size[1]
    own = OWN if stage is LOW else replace(OWN, h=stage.safe.bottom - OWN.y)
    body = replace(holder("obj", 1, (5, 20, 90, 60)), box=own)
    title = replace(holder("title", 0, (5, 3, 90, 10)), box=Box(600_000, 200_000, 10_800_000, 700_000))
    sheet = drawn(title, body, obstacles=blocks)
    sheet = replace(sheet, scene=replace(sheet.scene, size=(sheet.scene.size[0], high)))
    role = footed(Casting([sheet], stage).cast("content"), [sheet], stage)
    assert role.foot is not None
    content = role.spots["body"].box
    assert (role.foot.box.y >= content.bottom) == bool(right)
    assert not right or role.foot.box.right == right
    assert not any(role.foot.box.overlaps(block, 1) for block in blocks)


CARDS = [Box(600_000, 1_700_000, 5_300_000, 4_300_000), Box(6_300_000, 1_700_000, 5_300_000, 4_300_000)]


@pytest.mark.parametrize("number", [87, 95], ids=["no room under them", "room"])
def test_it_runs_over_no_card_s_edge(number: int) -> None:
    """Two cards beside each other: it stands under both, or on the first."""
    left, right = (holder("obj", n, (x, 29, 40, 55)) for n, x in ((1, 6), (2, 53)))
    foot = holder("sldNum", 12, (5, number, 90, 4))
    sheet = drawn(TITLE, left, right, furniture=(foot,))
    sheet = replace(sheet, layout=replace(sheet.layout, cards=tuple(CARDS)))
    stage = replace(STAGE, safe=Box(600_000, 420_000, 10_800_000, 5_580_000))
    role = footed(Casting([sheet], stage).cast("two-content"), [sheet], stage)
    assert role.foot is not None
    box = role.foot.box
    assert any(card.contains(box) for card in CARDS) == (number == 87)
    for card in CARDS:
        assert card.contains(box) or not card.overlaps(box), "over no edge"
    assert box.h >= BAND and not box.overlaps(foot.box)


@pytest.mark.parametrize("lower", [-BAND // 2, -BAND // 4, 2 * BAND, -4 * BAND])
def test_it_does_not_stand_across_the_lower_edge_of_a_card(lower: int) -> None:
    """On one that is as pale as the ground, too."""
    card = Box(BODY.box.x, BODY.box.y, BODY.box.w, SAFE.bottom + lower - BODY.box.y)
    sheet = drawn(TITLE, BODY)
    sheet = replace(sheet, layout=replace(sheet.layout, cards=(card,)))
    foot = footed(Casting([sheet], STAGE).cast("content"), [sheet], STAGE).foot
    assert foot is not None
    assert foot.box.bottom < card.bottom or foot.box.y >= card.bottom
    assert (foot.box.bottom == SAFE.bottom) == (lower not in (-BAND // 2, -BAND // 4))
