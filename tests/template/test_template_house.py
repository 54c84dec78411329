"""The colours of a house: by what is seen, not by the theme's order."""

from __future__ import annotations

import re

import odd_templates
import pytest

from deck.brand.contrast import contrast
from deck.brand.oklch import lch_of
from deck.drawing.theme import OFFICE, read_theme
from deck.layout.look import look
from deck.package import package_bytes, parse_xml
from deck.template import Template, read_template
from deck.template.house import STOCK, house_of, is_stock, named_in, wanting
from deck.template.model import ACCENTS, Ground, ThemeColor
from deck.template.palette import palette_on, shown
from deck.template.reader import read_drawn, template_of

GREEN, ORANGE = "1E7B3C", "E87722"
THEME = {
    "tx1": "000000",
    "bg1": "FFFFFF",
    "tx2": "1F2A44",
    "bg2": "E8E8E8",
    "accent1": ORANGE,
    "accent2": "5B6770",
    "accent3": GREEN,
    "accent4": "8A1538",
    "accent5": "6D2077",
    "accent6": "00A3AD",
    "hlink": "0000EE",
    "folHlink": "551A8B",
}
STOCKED = {**THEME, **dict(zip(ACCENTS, STOCK[0], strict=True))}
WHITE = Ground(("FFFFFF",))


def stocked(color: str = GREEN, accents: tuple[str, ...] = STOCK[0]) -> bytes:
    """The default template with a program's own accents, whose masters have a colour of their own in their place."""
    package = odd_templates.each(
        lambda _name, text: re.sub(r'<a:schemeClr val="accent\d"(/>|>(.*?)</a:schemeClr>)', f'<a:srgbClr val="{color}"/>', text)
    )
    text = package.parts["ppt/theme/theme1.xml"].decode()
    for name, rgb in zip(ACCENTS, accents, strict=True):
        text = re.sub(rf"(<a:{name}>)<a:srgbClr val=\"\w+\"/>", rf'\1<a:srgbClr val="{rgb}"/>', text)
    return package_bytes(package.replace({"ppt/theme/theme1.xml": text.encode()}))


def strong_of(template: Template) -> str:
    palette = template.roles["object"].spots["object"].palette
    return shown(look(palette).strong.color, dict(palette.rgb))


def test_what_is_seen_most_comes_first() -> None:
    house = house_of(THEME, {GREEN: 0.4, "8A1538": 0.05})
    assert house.leaders == ("accent3", "accent4")
    assert set(house.order) == set(ACCENTS) and house.chosen
    palette = palette_on(WHITE, THEME, house)
    assert palette.fills[0].rgb == GREEN
    assert shown(look(palette).strong.color, THEME) == GREEN


def test_the_themes_first_accent_stays_first_where_it_is_seen_nearly_as_much() -> None:
    assert house_of(THEME, {GREEN: 0.4, ORANGE: 0.3}).leaders[0] == "accent1"
    assert house_of(THEME, {GREEN: 0.4, ORANGE: 0.1}).leaders[0] == "accent3"


def test_without_evidence_the_themes_order_stands() -> None:
    house = house_of(THEME, {})
    assert house.order == ACCENTS and house.led == 0
    assert palette_on(WHITE, THEME, house).fills == palette_on(WHITE, THEME).fills


def test_a_tint_speaks_for_its_colour_and_a_ground_for_none() -> None:
    tint = shown(palette_on(WHITE, THEME).fills[0].color.__class__("accent6", 40_000, 60_000), THEME)
    assert house_of(THEME, {tint: 0.3}).leaders == ("accent6",)
    assert house_of(THEME, {"000000": 0.9, "E8E8E8": 0.9}).leaders == ()


def test_a_state_whose_titles_are_blue_is_blue() -> None:
    theme = {**THEME, "tx2": "000091"}
    assert house_of(theme, {"000091": 0.6}).leaders == ("tx2",)
    assert palette_on(WHITE, theme, house_of(theme, {"000091": 0.6})).fills[0].rgb == "000091"


@pytest.mark.parametrize("ground", ["FFFFFF", "101418", GREEN])
def test_a_houses_colour_keeps_its_hue_where_it_has_to_be_another_shade(ground: str) -> None:
    pale = {**THEME, "accent3": "8BD8A0"}
    palette = palette_on(Ground((ground,)), pale, house_of(pale, {"8BD8A0": 0.4}))
    rgb = shown(look(palette).strong.color, pale)
    assert contrast(rgb, ground) >= 4.5
    assert abs(lch_of(rgb)[2] - lch_of("8BD8A0")[2]) < 30 or lch_of(rgb)[1] < 0.03


def test_a_programs_own_accents_are_known_though_one_was_tried_out() -> None:
    office = {**THEME, **{name: OFFICE[name] for name in ACCENTS}}
    assert is_stock(office) and is_stock({**office, "accent4": GREEN})
    assert not is_stock({**office, "accent4": GREEN, "accent2": ORANGE})
    assert not is_stock(THEME)
    assert all(len(colors) == 6 for colors in STOCK)


def test_accents_of_an_older_file_were_chosen_by_nobody() -> None:
    assert is_stock({**THEME, "accent1": "618FFD", "accent3": "FFFFFF", "accent4": "000000"})


def test_a_green_house_with_office_accents_becomes_green_and_nothing_orange_is_left() -> None:
    data = stocked()
    template = read_template(data)
    assert strong_of(template) == GREEN
    assert any(item.code == "own-colours" for item in template.diagnostics)
    theme = read_theme(parse_xml(template.package.parts["ppt/theme/theme1.xml"]))
    accents = [theme.scheme[name] for name in ACCENTS]
    assert accents[0] == GREEN and not set(accents) & set(STOCK[0])


def test_nothing_that_the_masters_show_changes_its_colour() -> None:
    data = stocked()
    before = [item.scene.shapes for item in read_drawn(package_bytes(odd_templates.plain()))[1]]
    after = [item.scene.shapes for item in read_drawn(data)[1]]
    assert len(before) == len(after)
    greens = sum(GREEN in repr(shapes) for shapes in after)
    assert greens and not any(color in repr(after) for color in STOCK[0][:2])


def test_accents_that_masters_use_stay() -> None:
    """Office's blue on a master is what its house has."""
    package = odd_templates.plain()
    text = package.parts["ppt/theme/theme1.xml"].decode()
    for name, rgb in zip(ACCENTS, STOCK[0], strict=True):
        text = re.sub(rf"(<a:{name}>)<a:srgbClr val=\"\w+\"/>", rf'\1<a:srgbClr val="{rgb}"/>', text)
    template = read_template(package_bytes(package.replace({"ppt/theme/theme1.xml": text.encode()})))
    assert template.roles["content"].layout.palette.rgb["accent1"] == STOCK[0][0]
    assert not any(item.code == "own-colours" for item in template.diagnostics)


def test_accents_that_were_chosen_are_never_replaced() -> None:
    assert wanting(THEME, {"00FF00": 0.9}) == {}
    assert wanting(STOCKED, {}) == {}
    assert wanting(STOCKED, {STOCK[0][0]: 0.9, GREEN: 0.1}) == {}
    assert wanting(STOCKED, {GREEN: 0.5})["accent1"] == GREEN
    assert "accent1" not in wanting(STOCKED, {GREEN: 0.5}, {"accent1"})


def test_the_deck_that_was_made_is_read_as_its_template_was() -> None:
    template = read_template(stocked())
    again = template_of(template.package, "deck", samples=template.samples)
    for kind in ("content", "object", "section"):
        one, other = template.roles[kind].layout.palette, again.roles[kind].layout.palette
        assert (one.house, one.fills, dict(one.rgb)) == (other.house, other.fills, dict(other.rgb)), kind


def test_a_shapes_style_names_no_colour_of_its_own() -> None:
    text = (
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:spPr><a:solidFill><a:schemeClr val="accent2"/>'
        '</a:solidFill></p:spPr><p:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></p:style></p:sp>'
    )
    assert named_in(parse_xml(text.encode())) == {"accent2"}


def test_the_ink_of_all_words_leads_less_than_a_first_accent_that_is_seen() -> None:
    """A navy that is both of a theme's text colours, and an accent: fields are red, as its covers are."""
    red = {**THEME, "tx1": "14213D", "tx2": "14213D", "accent1": "D62828", "accent2": "14213D"}
    assert house_of(red, {"14213D": 1.2, "D62828": 0.07}).leaders == ("accent1", "accent2")
    assert house_of(red, {"14213D": 1.2, "D62828": 0.01}).leaders == ("accent2",), "it is hardly seen"
    assert house_of({**red, "accent1": "FCA311"}, {"14213D": 1.2, "FCA311": 0.07}).leaders[0] == "accent2", "it does not read"
    other = {**red, "tx1": "000000"}
    assert house_of(other, {"14213D": 1.2, "D62828": 0.07}).leaders[0] == "accent2", "words are in another"


@pytest.mark.parametrize(
    ("ink", "bar", "leads"),
    [("5A4632", 0.025, "accent1"), ("5A4632", 0.0, "accent3"), ("32465A", 0.025, "accent3")],
    ids=["brown in its bar, and titles", "not seen itself", "another hue"],
)
def test_titles_in_a_nearly_black_shade_of_the_first_accent_are_in_its_hue(ink: str, bar: float, leads: str) -> None:
    theme = {**THEME, "tx1": "2E2A25", "tx2": ink, "accent1": "7D5A3C", "accent2": "4F6D4A", "accent3": "A63D2F"}
    seen = {ink: 0.78, "A63D2F": 0.11} | ({"7D5A3C": bar} if bar else {})
    assert house_of(theme, seen, ink).order[0] == leads


def test_a_nearly_black_ink_is_no_shade_of_an_accent() -> None:
    """Dark enough, every hue has it among its shades: titles in it tell of none."""
    inked = {**THEME, "tx1": "1A1A2E", "accent1": GREEN, "accent4": "8064A2"}
    assert house_of(inked, {"1A1A2E": 0.5, GREEN: 0.1}).order[0] == "accent1"
    named = {**inked, "accent2": "1A1A2E"}
    assert house_of(named, {"1A1A2E": 0.5, GREEN: 0.1}).order[0] == "accent2"


def test_a_programs_colour_that_is_left_in_a_theme_takes_no_shade_of_the_houses() -> None:
    """A pale green column is the house's green made pale, and not the sixth accent that nobody looked at."""
    left = {**THEME, "accent1": "3A5F0B", "accent6": STOCK[0][5]}
    assert house_of(left, {"C9D6B0": 0.4}).order[0] == "accent1"
    assert house_of(left, {STOCK[0][5]: 0.4}).order[0] == "accent6"
    assert house_of({**left, "accent1": "8A1538"}, {"C9D6B0": 0.4}).order[0] == "accent6"


def test_a_house_may_have_none_but_muted_colours() -> None:
    muted = "2E4A3F"
    assert wanting(STOCKED, {muted: 0.3})["accent1"] == muted
    assert wanting(STOCKED, {muted: 0.3, GREEN: 0.1})["accent1"] == GREEN
    assert wanting(STOCKED, {muted: 0.01}) == {}


HOUSES_ORANGE = "F26A1B"
"""Half a shade from the second accent of STOCK[0] with lumMod 90 %."""


def test_what_a_house_draws_beside_a_programs_colour_is_no_shade_of_it() -> None:
    """The shade itself is: somebody has chosen it there."""
    assert wanting(STOCKED, {HOUSES_ORANGE: 0.5})["accent1"] == HOUSES_ORANGE
    the_shade = shown(ThemeColor("accent2", 90_000), STOCKED)
    assert wanting(STOCKED, {the_shade: 0.5}) == {} == wanting(STOCKED, {STOCK[0][1]: 0.5})


def test_an_orange_house_with_office_accents_is_filled_in_its_own_orange() -> None:
    template = read_template(stocked(HOUSES_ORANGE))
    palette = template.roles["object"].spots["object"].palette
    assert shown(look(palette).field.color, dict(palette.rgb)) == HOUSES_ORANGE


def test_the_tint_of_a_colour_that_is_drawn_beside_it_is_none_of_its_own() -> None:
    """Cards in pale terracotta, in a house of terracotta."""
    found = wanting(STOCKED, {"3D405B": 0.7, "F7C8B8": 0.4, "E07A5F": 0.1})
    assert "E07A5F" in found.values() and "F7C8B8" not in found.values()
    assert "F7C8B8" in wanting(STOCKED, {"3D405B": 0.7, "F7C8B8": 0.4}).values()


@pytest.mark.parametrize(
    ("link", "seen", "goes"),
    [
        ("0563C1", HOUSES_ORANGE, False),
        ("467886", "8A1538", False),
        ("0563C1", "1F4E9E", True),
        ("0563C1", "3E3A6D", False),
        ("0000FF", "4B2A7B", False),
        ("0000EE", HOUSES_ORANGE, True),
        ("1E7B3C", HOUSES_ORANGE, True),
    ],
    ids=[
        "a program's blue by orange",
        "and by wine",
        "by blue",
        "by indigo",
        "by violet",
        "one that no program gives",
        "a green of the house's own",
    ],
)
def test_a_programs_link_colour_is_no_second_colour_of_a_house(link: str, seen: str, goes: bool) -> None:
    theme = {**THEME, "accent1": seen, "hlink": link}
    house = house_of(theme, {seen: 0.4})
    palette = palette_on(WHITE, theme, house)
    assert house.links == palette.link_reads == goes
    assert goes or (look(palette).link_on_muted and look(palette).link_on_paper)
    assert house_of({**STOCKED, "hlink": link}, {}).links


PASTEL = {**THEME, "tx1": "4A4A48", "bg1": "FBF7F0", "tx2": "6E7F80", "accent1": "B8C5B9", "accent2": "D9B8A8"}


def test_a_colour_that_is_brown_where_it_reads_gives_way_to_the_ink_of_titles() -> None:
    """A rose that is darkened until it reads is nobody's; the ink of the house's titles is its own. Its panels keep the rose."""
    seen = {"D9B8A8": 0.4}
    house = house_of(PASTEL, seen, "6E7F80")
    assert house.leaders == ("tx2", "accent2") and house.pale == "accent2"
    found = look(palette_on(Ground(("FBF7F0",)), PASTEL, house))
    assert found.strong.color.name == found.field.color.name == "tx2"
    assert found.paper.color.name == found.soft.color.name == "accent2"


def test_a_pastel_that_is_loud_where_it_reads_gives_way_to_the_ink_of_titles() -> None:
    """Crimson in a house of pale pinks and plum."""
    rose = {**PASTEL, "accent2": "F9C6D7", "tx2": "5B3E63", "bg1": "FFFFFF"}
    house = house_of(rose, {"F9C6D7": 0.4}, "5B3E63")
    assert house.leaders[0] == "tx2" and house.pale == "accent2"


def test_a_pink_whose_shades_are_crimson_gives_way_to_the_ink_of_titles() -> None:
    """Though it is a little darker than a pastel; a blue as pale has calm shades, and a full pink is loud itself."""
    theme = {**PASTEL, "bg1": "FFFFFF", "tx1": "3A3A4A", "tx2": "6C5B9E", "accent1": "F6B5C0"}
    house = house_of(theme, {"F6B5C0": 0.4}, "6C5B9E")
    assert house.leaders[0] == "tx2" and house.pale == "accent1"
    for other in ("8FB8DE", "FF5C8A"):
        assert house_of({**theme, "accent1": other}, {other: 0.4}, "6C5B9E").leaders[0] == "accent1"


def test_a_pastel_that_is_loud_where_it_reads_gives_way_to_a_second_text_colour() -> None:
    """Titles are in the text's own ink, and the second text colour is the only one of the house's that reads; a program's is
    nobody's, and a grey no colour."""
    pink = {**PASTEL, "bg1": "FFFFFF", "tx1": "3A3A3A", "tx2": "6B7FA3", "accent1": "F7C6C7"}
    house = house_of(pink, {"F7C6C7": 0.4}, "3A3A3A")
    assert house.leaders == ("tx2", "accent1") and house.pale == "accent1"
    for other in ("44546A", "77777A", "B9C4DA"):
        assert house_of({**pink, "tx2": other}, {"F7C6C7": 0.4}, "3A3A3A").leaders == ("accent1",)
    assert house_of({**pink, "accent1": "D62828"}, {"D62828": 0.4}, "3A3A3A").leaders == ("accent1",)


def test_a_pastel_that_leads_alone_is_no_crimson_where_it_reads() -> None:
    pink = {**PASTEL, "bg1": "FFFFFF", "tx1": "3A3A3A", "tx2": "44546A", "accent1": "F7C6C7", "accent2": "C7E3D4"}
    strong = look(palette_on(WHITE, pink, house_of(pink, {"F7C6C7": 0.4}, "3A3A3A"))).strong.color
    assert strong.name == "accent1"
    assert contrast(shown(strong, pink), "FFFFFF") >= 4.5
    assert lch_of(shown(strong, pink))[1] <= 0.12


def test_in_a_house_of_pastels_alone_titles_have_its_only_colour() -> None:
    """Though it is nearly what its text has; where another of its colours reads, it is not asked for."""
    pale = {**PASTEL, "bg1": "FFFFFF", "tx1": "4A3F47", "tx2": "5A4655", "accent1": "CDE7DC", "accent2": "DCD0EA"}
    seen = {"CDE7DC": 0.4, "DCD0EA": 0.2}
    house = house_of(pale, seen, "5A4655")
    assert house.leaders[0] == "tx2" and house.pale == "accent1"
    reads = {**pale, "accent2": "31705E"}
    assert house_of(reads, {"CDE7DC": 0.4, "31705E": 0.2}, "5A4655").leaders[0] == "accent1"


@pytest.mark.parametrize(("first", "leads"), [("5A32DC", "accent1"), ("1C1C2E", "accent2"), ("F4B0C8", "accent2")])
def test_a_pink_is_not_darkened_where_the_first_accent_reads_as_it_is(first: str, leads: str) -> None:
    """Crimson in a violet house; a nearly black first accent is no colour."""
    theme = {**THEME, "bg1": "FFFFFF", "tx1": "000000", "accent1": first, "accent2": "FF5C8A"}
    assert house_of(theme, {first: 0.08, "FF5C8A": 0.27}).leaders[0] == leads


@pytest.mark.parametrize(("first", "leads"), [("2F6F5E", "accent1"), ("94B6D2", "accent2"), ("C9A227", "accent2")])
def test_a_brown_leads_less_easily_before_a_first_accent_that_reads(first: str, leads: str) -> None:
    theme = {**THEME, "bg1": "FFFFFF", "tx1": "000000", "accent1": first, "accent2": "C7772E"}
    assert house_of(theme, {first: 0.06, "C7772E": 0.14}).leaders[0] == leads


@pytest.mark.parametrize(
    ("colors", "seen", "titles"),
    [
        (PASTEL, "D9B8A8", ""),
        (PASTEL, "D9B8A8", "4A4A48"),
        ({**PASTEL, "tx2": "E0D0C0"}, "D9B8A8", "E0D0C0"),
        ({**PASTEL, "bg1": "FFFFFF", "accent2": "DD8047"}, "DD8047", "6E7F80"),
        ({**PASTEL, "accent2": "94B6D2"}, "94B6D2", "6E7F80"),
    ],
    ids=["titles say nothing", "the text's own ink", "too pale itself", "an orange reads a shade darker", "a blue stays blue"],
)
def test_a_house_keeps_its_colour_otherwise(colors: dict[str, str], seen: str, titles: str) -> None:
    house = house_of(colors, {seen: 0.4}, titles)
    assert house.leaders[0] == "accent2" and house.pale is None


def test_a_bar_of_slate_is_no_shade_of_the_blue_that_a_program_left() -> None:
    slate, teal = "2C3E50", "1ABC9C"
    office = {**STOCKED, "tx2": "1F497D"}
    assert house_of(office, {slate: 0.4}).leaders != ("tx2",)
    assert list(wanting(office, {slate: 0.4, teal: 0.1}).values())[:2] == [teal, slate], "muted as it is, it is the house's"
    assert slate not in wanting(office, {slate: 0.05, teal: 0.1}).values(), "a line of it is not"


def test_the_blue_itself_is_the_houses_where_it_is_shown() -> None:
    assert house_of({**STOCKED, "tx2": "1F497D"}, {"1F497D": 0.4}).leaders == ("tx2",)
