"""Which of a palette's colours does what in a drawn block."""

from __future__ import annotations

from dataclasses import replace

import layout_templates
import pytest

from deck.brand.contrast import contrast, luminance
from deck.brand.oklch import lch_of
from deck.brand.palette import paper_of, slots_of
from deck.layout.look import Ink, look, roles
from deck.template.model import Ground, House, Palette, SchemeName, ThemeColor
from deck.template.palette import palette_on, shown

LIGHT, DARK = layout_templates.palette(), layout_templates.palette(True)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_first_fill_carries_the_message_and_the_dullest_other_stands_back(palette) -> None:
    found = look(palette)
    assert found.text == palette.text
    assert (found.accent.color, found.accent.text) == (palette.fills[0].color, palette.fills[0].text)
    assert found.inks == tuple(type(found.accent)(fill.color, fill.text) for fill in palette.fills)
    assert found.quiet.color in [fill.color for fill in palette.fills[1:]]
    assert found.muted.color == palette.muted.color


def test_the_dullest_of_the_others() -> None:
    assert look(LIGHT).quiet.color == ThemeColor("accent6")
    plain = {**LIGHT.rgb, "accent6": "C0C0C0"}
    assert look(replace(LIGHT, fills=LIGHT.fills[:1], rgb=plain)).quiet.color == LIGHT.fills[0].color
    assert look(replace(LIGHT, fills=())).accent.color == LIGHT.muted.color


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_code_is_dark_on_light_whatever_the_ground(palette) -> None:
    found = look(palette)
    assert luminance(palette.rgb[found.dark.name]) < luminance(palette.rgb[found.light.name])
    assert (found.dark.name, found.light.name) == ("tx1", "bg1")


def test_greys_too_near_are_pulled_apart() -> None:
    near = replace(LIGHT, rgb={**LIGHT.rgb, "tx1": "666666", "bg1": "999999", "tx2": "777777", "bg2": "888888"})
    found = look(near)
    assert (found.dark, found.light) == (ThemeColor("tx1", 25_000), ThemeColor("bg1", 15_000, 85_000))


@pytest.mark.parametrize(("link", "reads"), [("0A5A8C", True), ("66CCFF", False), ("", False)])
def test_whether_a_link_reads_on_a_card(link: str, reads: bool) -> None:
    assert look(replace(LIGHT, rgb={**LIGHT.rgb, "hlink": link})).link_on_muted == reads


OFFICE = {
    "tx1": "000000",
    "bg1": "FFFFFF",
    "tx2": "44546A",
    "bg2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
PASTEL = OFFICE | {f"accent{n}": rgb for n, rgb in enumerate(("FFD6D6", "D6FFD6", "D6D6FF", "FFFFD6", "FFD6FF", "D6FFFF"), 1)}


def on(rgb: dict[str, str], ground: str) -> Palette:
    return palette_on(Ground((ground,)), rgb)


@pytest.mark.parametrize("ground", ["FFFFFF", "F5F0E6", "1B2328", "0B3A5B"])
@pytest.mark.parametrize("rgb", [OFFICE, PASTEL, {**layout_templates.RGB}], ids=["office", "pastel", "three"])
def test_in_any_theme_each_role_reads(rgb: dict[str, str], ground: str) -> None:
    found = look(on(rgb, ground))

    def value(ink: Ink, text: bool = False) -> str:
        return shown(ink.text if text else ink.color, rgb)

    assert contrast(value(found.ink), ground) >= 4.5
    assert contrast(value(found.strong), ground) >= 4.5
    assert contrast(value(found.graphite), ground) >= 4.5
    assert contrast(value(found.stone), ground) >= (4.5 if found.dark_ground else 3.0)
    for tone in (found.soft, found.paper):
        assert contrast(value(tone), value(found.ink)) >= 7 and contrast(value(tone), ground) > 1.04
        assert contrast(value(tone), value(tone, True)) >= 4.5
    for ink in (found.strong, found.night, found.graphite):
        assert contrast(value(ink), value(ink, True)) >= 4.5


def test_the_first_accent_that_reads_is_strong() -> None:
    assert look(on(OFFICE, "FFFFFF")).strong.color == ThemeColor("accent1")
    blue = OFFICE | {"accent1": "5B9BD5", "accent5": "4472C4"}
    assert look(on(blue, "FFFFFF")).strong.color == ThemeColor("accent5")
    pale = look(on(PASTEL, "FFFFFF"))
    assert pale.outlined and pale.strong.color == pale.ink.color
    assert not look(on(PASTEL, "1B2328")).outlined


YELLOW = OFFICE | {"accent1": "FEE715", "tx2": "101820"}


@pytest.mark.parametrize(
    ("rgb", "led", "strong"),
    [
        (YELLOW, 1, "tx2"),
        (YELLOW | {"tx2": "44546A"}, 1, "tx1"),
        (YELLOW | {"accent2": "E30613"}, 2, "accent2"),
        (YELLOW | {"tx2": "44546A", "accent2": "5A6672"}, 2, "tx1"),
        (OFFICE | {"accent1": "FF8A00", "accent2": "1C7C7D"}, 2, "accent2"),
    ],
    ids=["yellow and black", "a program's slate", "yellow and red", "a grey of its own", "orange and teal"],
)
def test_what_would_darken_to_brown_gives_way_to_another(rgb: dict[str, str], led: int, strong: SchemeName) -> None:
    found = look(palette_on(Ground(("FFFFFF",)), rgb, House(led=led)))
    assert found.strong.color == ThemeColor(strong) and not found.outlined
    if strong.startswith("tx"):
        assert found.paper.color.name == "accent1"


def test_a_program_s_own_bright_colours_are_darkened_rather_than_drawn_as_outlines() -> None:
    keynote = OFFICE | {
        f"accent{n}": color for n, color in enumerate(("00A2FF", "16E7CF", "61D836", "FFD932", "FF644E", "FF42A1"), 1)
    }
    found = look(palette_on(Ground(("FFFFFF",)), keynote, House(chosen=False)))
    assert not found.outlined and found.strong.color.name == "accent1" and found.strong.color.lum_mod
    assert look(palette_on(Ground(("FFFFFF",)), keynote, House())).outlined


@pytest.mark.parametrize("color", ["00553C", "003B5C", "006B7D"])
def test_panels_of_a_dark_colour_are_no_neon(color: str) -> None:
    rgb = OFFICE | {"accent1": color, "bg2": "FFFFFF"}
    paper = look(palette_on(Ground(("FFFFFF",)), rgb, House(led=1))).paper.color
    assert lch_of(shown(paper, rgb))[1] <= 0.3 * lch_of(color)[1] + 0.001


def test_the_second_tone_is_a_tint_of_the_accent() -> None:
    found = look(on(OFFICE, "FFFFFF"))
    assert found.soft.color.name == found.paper.color.name == "accent1"
    assert luminance(shown(found.paper.color, OFFICE)) > luminance(shown(found.soft.color, OFFICE)) > 0.5
    # Where the theme's second ground is one, it serves.
    tinted = look(on(OFFICE | {"bg2": "CDD9EE"}, "FFFFFF"))
    assert (tinted.soft.color, tinted.paper.color) == (ThemeColor("bg2"), ThemeColor("bg2", 45_000, 55_000))


@pytest.mark.parametrize("accent", ["00594F", "006341", "7A0019", "4B0082", "E6007E", "005EB8", "FFC000"])
def test_no_tint_glares(accent: str) -> None:
    rgb = {"tx1": "000000", "bg1": "FFFFFF", "tx2": "1F3A5F", "bg2": "EEF2F5", "accent1": accent}
    found = roles(palette_on(Ground(("FFFFFF",)), rgb))
    for ink in (found.soft, found.paper):
        light, chroma, _hue = lch_of(shown(ink.color, rgb))
        assert chroma <= 0.06, (accent, shown(ink.color, rgb))
        assert light < 1.0


def test_all_places_of_our_template_share_their_roles() -> None:
    """What is laid out for one holds for the others: roles are names of the theme's slots, whatever the accent."""
    light, dark, paper = set(), set(), set()
    for accent in ("4A5A99", "0B6E69", "FFD500", "C8102E", "1B1F3B", "B4B4B4", "000000", "FFB6C1", "7AB800"):
        slots = dict(slots_of(accent))
        names = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"} | {f"accent{n}": f"accent{n}" for n in range(1, 7)}
        turned = names | {"tx1": "lt1", "bg1": "dk2", "tx2": "lt2", "bg2": "dk1", "accent1": "accent6", "accent6": "accent1"}
        rgb = {name: slots[slot] for name, slot in names.items()}
        night = {name: slots[slot] for name, slot in (turned | {"accent3": "lt2", "accent5": "accent2"}).items()}
        light.add(roles(on(rgb, "FFFFFF")))
        paper.add(roles(on(rgb, paper_of(slots["lt2"]))))
        dark.add(roles(on(night, slots["dk2"])))
    assert (len(light), len(paper), len(dark)) == (1, 1, 1)
    (found,) = light
    assert [found.strong.color.name, found.stone.color.name, found.deep.color.name] == ["accent1", "accent2", "accent3"]
    assert [found.mid.color.name, found.graphite.color.name, found.glow.color.name] == ["accent4", "accent5", "accent6"]
    assert (found.night.color, found.soft.color, found.paper.color) == (
        ThemeColor("tx2"),
        ThemeColor("bg2"),
        ThemeColor("bg2", 45_000, 55_000),
    )
    (lit,) = dark
    assert lit.dark_ground and lit.strong.color.name == lit.glow.color.name == "accent1" and lit.night.color.name == "bg1"


ORANGE, BLUE = OFFICE | {"accent1": "D35F1A"}, OFFICE | {"tx1": "FFFFFF", "bg1": "10243E", "accent1": "2F80C2"}


@pytest.mark.parametrize(("rgb", "ground"), [(ORANGE, "FFFFFF"), (BLUE, "10243E")], ids=["orange", "blue on dark"])
def test_fields_have_the_houses_own_colour_where_that_is_enough_for_them(rgb: dict[str, str], ground: str) -> None:
    """Words have a shade of it that reads: not another accent."""
    found = look(on(rgb, ground))
    assert found.field.color == ThemeColor("accent1") and 3.0 <= contrast(rgb["accent1"], ground) < 4.5
    assert found.strong.color.name == "accent1" and found.strong.color.lum_mod
    assert shown(found.field.text, rgb) == "FFFFFF" and contrast("FFFFFF", rgb["accent1"]) >= 3.5


def test_fields_are_strong_where_the_house_s_colour_is_or_where_it_does_not_show() -> None:
    for rgb in (OFFICE, PASTEL, OFFICE | {"accent1": "F2B134"}):
        found = look(on(rgb, "FFFFFF"))
        assert found.field == found.strong
    # Where only black reads in the house's own, its shade on which white does: not so an orange, which would be brown.
    green, orange = OFFICE | {"accent1": "5E9A5B"}, OFFICE | {"accent1": "D9701F"}
    assert all(3.0 <= contrast(rgb["accent1"], "FFFFFF") < 3.5 for rgb in (green, orange))
    found = look(on(green, "FFFFFF"))
    assert found.field == found.strong and shown(found.field.text, green) == "FFFFFF" and found.field.color.name == "accent1"
    assert look(on(orange, "FFFFFF")).field.color == ThemeColor("accent1")
    # Of a program's colours, which nobody chose, those are taken that read.
    nobody = palette_on(Ground(("FFFFFF",)), ORANGE, House(led=1, chosen=False))
    assert look(nobody).field == look(nobody).strong


@pytest.mark.parametrize(
    ("ground", "plain", "known"),
    [
        (Ground(("FFFFFF",)), True, True),
        (Ground(("FFFFFF", "00686B"), "gradient", (0.9, 0.1)), False, True),
        (Ground(("FFFFFF",), "picture"), False, True),
        (Ground(("FFFFFF",), "unknown"), False, False),
    ],
)
def test_whether_a_ground_is_plain_and_known(ground: Ground, plain: bool, known: bool) -> None:
    found = look(palette_on(ground, OFFICE))
    assert (found.plain_ground, found.known_ground) == (plain, known)
