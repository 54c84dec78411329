"""The colour of words in a template's own placeholder: its own where it reads."""

from __future__ import annotations

from dataclasses import replace

import layout_templates
import pytest

from deck.layout.ink import furniture_spot, leads_in_hue, legibility, substitute
from deck.layout.look import look
from deck.layout.mould import mould_of
from deck.template.inks import contrast_on, ink_for
from deck.template.model import Ground, House, Spot, ThemeColor
from deck.template.palette import palette_on, shown

TEMPLATE = layout_templates.template()


def spot(color: str, ground: str = "FFFFFF", text: str = "000000") -> Spot:
    base = TEMPLATE.roles["content"].spots["body"]
    style = replace(base.style, levels=tuple(replace(level, color=color) for level in base.style.levels))
    return replace(
        base, style=style, palette=replace(base.palette, ground=Ground((ground,)), text=ThemeColor("tx1"), text_rgb=text)
    )


@pytest.mark.parametrize(
    ("color", "size", "bold", "changed"),
    [
        ("000000", 18, False, False),
        ("777777", 17, False, True),
        ("777777", 18, False, False),
        ("949494", 20, False, False),
        ("999999", 20, False, True),
        ("777777", 14, True, False),
        ("FFFFFF", 40, True, True),
    ],
)
def test_only_what_does_not_read_is_changed(color: str, size: float, bold: bool, changed: bool) -> None:
    found = substitute(spot(color), [size] * 9, [0], bold)
    assert (found is not None) == changed
    if found is not None:
        assert found.name == "tx1"
        assert contrast_on(shown(found, dict(spot(color).palette.rgb)), spot(color)) >= 4.5


def test_levels_that_are_not_in_use_do_not_count() -> None:
    item = spot("000000")
    levels = (item.style.levels[0], replace(item.style.levels[1], color="FFFFFF"), *item.style.levels[2:])
    item = replace(item, style=replace(item.style, levels=levels))
    assert substitute(item, [20.0] * 9, [0], None) is None
    assert substitute(item, [20.0] * 9, [0, 1], None) == ThemeColor("tx1")


def test_a_second_level_left_in_the_master_s_colour_goes_with_the_first() -> None:
    """White and, by an oversight, black on a dark red: large enough to pass, and not meant."""
    item = spot("FFFFFF", text="FFFFFF")
    red = replace(item.palette, ground=Ground(("A03A2A",)))
    levels = (item.style.levels[0], replace(item.style.levels[1], color="000000"), *item.style.levels[2:])
    item = replace(item, palette=red, style=replace(item.style, levels=levels))
    assert substitute(item, [24.0] * 9, [0], None) is None
    assert substitute(item, [24.0] * 9, [0, 1], None) is not None


def test_a_colour_that_does_no_better_is_not_taken() -> None:
    item = spot("999999", text="AAAAAA")
    bare = replace(item, palette=replace(item.palette, rgb={}))
    assert substitute(bare, [12] * 9, [0], False) is None


HOUSE = {"tx1": "000000", "bg1": "FFFFFF", "tx2": "333333", "bg2": "EEEEEE", "accent1": "7FB02A", "accent2": "B02A7F"}


@pytest.mark.parametrize(
    ("own", "ground", "name"),
    [
        ("7FB02A", "FFFFFF", "accent1"),
        ("B02A7F", "301020", "accent2"),
        ("FFFFFF", "FFFFFF", "tx1"),
        ("999999", "FFFFFF", "tx2"),
        ("2A7FB0", "000000", None),
        ("301020", "301020", "bg1"),
        ("7FB02A", "7FB02A", "tx1"),
    ],
)
def test_its_own_hue_is_darkened_or_lightened_before_another_is_taken(own: str, ground: str, name: str | None) -> None:
    item = replace(spot(own), palette=palette_on(Ground((ground,)), HOUSE))
    found = substitute(item, [20.0] * 9, [0], False)
    assert (found.name if found else None) == name
    if found is not None:
        assert contrast_on(shown(found, HOUSE), item) >= max(4.5, contrast_on(own, item))


def test_what_lies_upon_the_unknown_is_let_be() -> None:
    item = spot("FFFFFF")
    item = replace(item, palette=replace(item.palette, ground=Ground(("FFFFFF",), "unknown")))
    assert substitute(item, [20.0] * 9, [0], False) is None


def test_a_rim_of_another_colour_is_not_what_words_are_read_by() -> None:
    item = spot("FFFFFF")
    for share, changed in ((0.05, False), (0.2, True)):
        ground = Ground(("102040", "FFFFFF"), "gradient", (1 - share, share))
        found = substitute(replace(item, palette=replace(item.palette, ground=ground)), [30.0] * 9, [0], False)
        assert (found is not None) == changed


@pytest.mark.parametrize("color", ["000000", "777777", "999999", "FFFFFF"])
@pytest.mark.parametrize("other", ["101010", "757575", "979797", "EEEEEE"])
def test_templates_of_one_legibility_are_coloured_alike(color: str, other: str) -> None:
    one, two = spot(color), spot(other)
    if legibility(one) == legibility(two) and ink_for(one) == ink_for(two):
        for size, bold in ((12, False), (18, False), (14, True)):
            assert substitute(one, [size] * 9, [0], bold) == substitute(two, [size] * 9, [0], bold)
    else:
        assert color != other


def test_furniture_as_a_spot_where_its_ground_is_known() -> None:
    layout = TEMPLATE.roles["content"].layout
    assert furniture_spot(layout, 0) is None
    known = replace(layout, furniture_palettes=(layout.palette,) * len(layout.furniture))
    found = furniture_spot(known, 1)
    assert found is not None and found.placeholder is layout.furniture[1] and found.role == "sldNum"
    assert furniture_spot(known, 2) is None


def unsaid(color: str, ground: Ground, role: str = "body") -> Spot:
    base = replace(spot(color), role=role, palette=palette_on(ground, HOUSE))
    levels = tuple(replace(level, size_pt=32.0, bold=False, inked=False) for level in base.style.levels)
    return replace(base, style=replace(base.style, levels=levels))


@pytest.mark.parametrize(
    ("color", "ground", "role", "name"),
    [
        ("FFFFFF", Ground(("325383",)), "body", "bg1"),
        ("B02A7F", Ground(("FFFFFF",)), "body", "accent2"),
        ("FEFEFE", Ground(("325383",)), "title", "bg1"),
        # White on teal reads as a title, and not as the small words that stand beside it.
        ("FFFFFF", Ground(("2A8AA0",)), "title", "bg1"),
        ("FFFFFF", Ground(("2A8AA0",)), "body", "tx1"),
        ("FFFFFF", Ground(("FFFFFF",)), "title", "tx1"),
        ("B02A7F", Ground(("000000", "FFFFFF"), "unknown", (0.5, 0.5)), "title", "accent2"),
    ],
)
def test_a_colour_that_words_do_not_have_by_themselves_is_written(color: str, ground: Ground, role: str, name: str) -> None:
    found = substitute(unsaid(color, ground, role), [32.0] * 9, [0], None)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("ink", "ground", "goes"),
    [
        ("C6A050", "0C2340", False),
        ("9DD04F", "0C2340", True),
        ("FFFFFF", "0C2340", True),
        ("000000", "FFFFFF", True),
        ("101C2C", "FFFFFF", True),
        ("2A5CB0", "FFFFFF", False),
        ("E8D9A0", "FFFFFF", True),
    ],
    ids=["gold", "green", "white", "black", "nearly black", "blue", "does not read"],
)
def test_a_first_word_has_no_other_hue_than_its_title(ink: str, ground: str, goes: bool) -> None:
    base = TEMPLATE.roles["content"].spots["title"]
    style = replace(base.style, levels=tuple(replace(level, color=ink) for level in base.style.levels))
    item = replace(base, style=style, palette=palette_on(Ground((ground,)), HOUSE))
    assert leads_in_hue(item, look(item.palette)) == goes
    role = replace(TEMPLATE.roles["content"], spots={**TEMPLATE.roles["content"].spots, "title": item})
    assert dict(mould_of(role, TEMPLATE).seats)["title"].look.leads == goes


@pytest.mark.parametrize(
    ("accent", "goes"),
    [("0B4F3C", False), ("003C4B", False), ("00205B", False), ("7D5A3C", True), ("4472C4", True), ("E6007E", True)],
    ids=["mint", "cyan", "electric blue", "sand", "a soft blue", "a pink that was one"],
)
def test_no_first_word_is_neon_on_a_bar(accent: str, goes: bool) -> None:
    """A dark colour lightened until it reads on its own bar."""
    base = TEMPLATE.roles["content"].spots["title"]
    style = replace(base.style, levels=tuple(replace(level, color="FFFFFF") for level in base.style.levels))
    colors = {"tx1": "1D1D1B", "bg1": "FFFFFF", "tx2": "1D1D1B", "bg2": "EEF3EE", "accent1": accent}
    item = replace(base, style=style, palette=palette_on(Ground(("161616",)), colors, House(led=1)))
    found = look(item.palette)
    assert found.dark_ground and not found.outlined and found.strong.color.name == "accent1"
    assert leads_in_hue(item, found) == goes


def test_what_matters_in_a_quote_keeps_its_colour() -> None:
    base = TEMPLATE.roles["quote"].spots["quote"]
    style = replace(base.style, levels=tuple(replace(level, color="2A5CB0", bold=True) for level in base.style.levels))
    item = replace(base, style=style, palette=palette_on(Ground(("FFFFFF",)), HOUSE))
    role = replace(TEMPLATE.roles["quote"], spots={**TEMPLATE.roles["quote"].spots, "quote": item})
    assert dict(mould_of(role, TEMPLATE).seats)["quote"].look.leads
