"""A plate under words, where no colour of the theme reads on nine tenths of the ground."""

from __future__ import annotations

import pytest

from deck.brand.contrast import contrast
from deck.template.model import Ground, House, ThemeColor
from deck.template.palette import palette_on, shown
from deck.template.plate import backing_for, plate_for, plate_for_drawn, veil_for

RGB = {
    "tx1": "000000",
    "bg1": "FFFFFF",
    "tx2": "1F3A5F",
    "bg2": "E7E6E6",
    "accent1": "2E75B6",
    "accent2": "C55A11",
    "accent3": "7F7F7F",
    "accent4": "BF9000",
    "accent5": "4472C4",
    "accent6": "548235",
}
PHOTO = Ground(("000000", "FFFFFF", "7F7F7F"), "picture", (0.4, 0.3, 0.3))


def test_a_photograph_of_light_and_dark_asks_for_one() -> None:
    plate = plate_for(palette_on(PHOTO, RGB), "FFFFFF", 32.0)
    assert plate is not None
    assert contrast("FFFFFF", shown(plate, RGB)) >= 4.5


@pytest.mark.parametrize(
    "ground",
    [
        Ground(("FFFFFF",)),
        Ground(("808080",)),
        Ground(("101010", "303030"), "picture", (0.5, 0.5)),
        Ground(("101010", "FFFFFF"), "picture", (0.95, 0.05)),
        Ground(("000000", "FFFFFF"), "unknown", (0.5, 0.5)),
    ],
)
def test_what_reads_or_is_plain_or_unknown_asks_for_none(ground: Ground) -> None:
    assert plate_for(palette_on(ground, RGB), "FFFFFF", 32.0) is None


def test_words_that_run_over_the_edge_of_their_field_take_it_along() -> None:
    wave = palette_on(Ground(("2E75B6", "D8E6EE", "A8C4D0"), "picture", (0.8, 0.12, 0.08)), RGB)
    assert plate_for(wave, "FFFFFF", 40.0) == ThemeColor("accent1")
    least = palette_on(Ground(("2E75B6", "D8E6EE", "A8C4D0"), "picture", (0.45, 0.3, 0.25)), RGB)
    assert plate_for(least, "FFFFFF", 40.0) != ThemeColor("accent1")


def test_the_plate_is_as_light_or_dark_as_the_ground_mostly_is() -> None:
    dark = palette_on(Ground(("101010", "FFFFFF"), "picture", (0.7, 0.3)), RGB)
    light = palette_on(Ground(("101010", "FFFFFF"), "picture", (0.3, 0.7)), RGB)
    assert backing_for(dark, "") in (ThemeColor("tx1"), ThemeColor("tx2"))
    assert backing_for(light, "") in (ThemeColor("bg1"), ThemeColor("bg2"))
    assert backing_for(light, "FFFFFF").name not in ("bg1", "bg2")


def test_a_grey_that_is_too_pale_for_the_page_makes_no_hole_in_it() -> None:
    logo = palette_on(Ground(("FFFFFF", "D70000", "000000"), "picture", (0.8, 0.1, 0.1)), RGB)
    assert contrast("000000", "8C8C8C") > contrast("FFFFFF", "8C8C8C") < 4.5
    assert backing_for(logo, "8C8C8C") == backing_for(logo, "")


DARK, LIGHT, BLUE = Ground(("0B2545",)), Ground(("FFFFFF",)), Ground(("4FA3E0",))


@pytest.mark.parametrize(
    ("ground", "bands", "asks"),
    [
        (PHOTO, (PHOTO, PHOTO), True),
        # White reads upon nine tenths of it, and not where a table's last row stands.
        (Ground(("0B2545", "13315C"), "gradient", (0.5, 0.5)), (DARK, DARK, BLUE), True),
        (Ground(("0B2545", "13315C"), "gradient", (0.5, 0.5)), (DARK, DARK, DARK), False),
        (Ground(("FFFFFF", "0B2545"), "solid", (0.95, 0.05)), (LIGHT, LIGHT, DARK), False),
        (Ground(("808080",)), (), False),
        (Ground(("000000", "FFFFFF"), "unknown", (0.5, 0.5)), (DARK, LIGHT), False),
    ],
)
def test_small_words_all_over_a_block_must_read_on_each_part_of_its_ground(
    ground: Ground, bands: tuple[Ground, ...], asks: bool
) -> None:
    palette = palette_on(ground, RGB)
    plate = plate_for_drawn(palette, bands)
    assert (plate is not None) == asks
    if plate is not None:
        assert max(contrast(RGB[name], shown(plate, RGB)) for name in ("tx1", "bg1")) >= 4.5


def test_a_plate_is_a_calm_piece_of_its_ground_and_no_glaring_tint() -> None:
    """On a pale, reddish sky: white rather than a bright blue that is as light. In a theme without black, too,
    whose grey is dark enough where it is mixed."""
    rgb = {"tx1": "000000", "bg1": "FFFFFF", "tx2": "003BB2", "bg2": "B3EDFF", "accent1": "FF9933"}
    sky = Ground(("F8EDEA", "FAEBDB", "EBB2AC", "969494"), "picture", (0.5, 0.3, 0.15, 0.05))
    plate = backing_for(palette_on(sky, rgb), "")
    assert shown(plate, rgb) == "FFFFFF"
    without_black = {"tx1": "FFFFFF", "bg1": "6699FF", "tx2": "B3EDFF", "bg2": "809296", "accent1": "FF9933"}
    plate = backing_for(palette_on(sky, without_black), "")
    assert shown(plate, without_black) == "FFFFFF"
    greyless = {**without_black, "bg2": "6699FF"}
    assert shown(backing_for(palette_on(sky, greyless), ""), greyless) == "B3EDFF", "white bears only a bright blue, and no tint"


@pytest.mark.parametrize(
    ("most", "veil"),
    [("FCFDF8", "bg1"), ("050505", "tx1"), ("1E6F8F", None)],
    ids=["white under waves", "a dark photograph", "a colour that the theme has no calm piece of"],
)
def test_a_veil_is_a_piece_of_what_the_ground_mostly_is_or_there_is_none(most: str, veil: str | None) -> None:
    found = veil_for(palette_on(Ground((most, "A6CB46"), "picture", (0.8, 0.2)), RGB), "")
    assert (found.name if found else None) == veil
    assert found is None or found.alpha < 100_000, "it shows through"


MANY = Ground(("F0F0F0", "D0A060", "708060", "604080"), "picture", (0.55, 0.36, 0.06, 0.03))


@pytest.mark.parametrize(
    ("own", "ground", "asks"),
    [
        # Black reads on nine tenths, and the title's words go on over the rest.
        ("FFFFFF", MANY, True),
        ("FFFFFF", Ground(("0D47A1", "7092C7", "CAD7EA", "FFFFFF"), "gradient", (0.25,) * 4), True),
        ("000000", MANY, False),
        ("FFFFFF", Ground(("F0F0F0", "E0E0E0", "D0D0D0"), "picture", (0.4, 0.3, 0.3)), False),
        ("", MANY, False),
    ],
)
def test_where_its_own_colour_gives_way_on_many_colours_the_other_must_read_on_all(own: str, ground: Ground, asks: bool) -> None:
    assert (plate_for(palette_on(ground, RGB), own, 40.0) is not None) == asks


@pytest.mark.parametrize(("chosen", "name"), [(True, "accent1"), (False, "tx2")])
def test_a_dark_colour_that_nobody_chose_is_no_plate_in_a_house_with_its_own(chosen: bool, name: str) -> None:
    forest = Ground(("203818", "F0F0F0", "3A6030"), "picture", (0.5, 0.2, 0.3))
    house = {**RGB, "tx2": "1F497D", "accent1": "2E7D32", "accent2": "F9A825"}
    assert backing_for(palette_on(forest, house, House(chosen=chosen)), "FFFFFF").name == name
