"""Whatever a process has laid out before, a deck comes out as in a process that has laid out nothing: templates that differ in
one field only, and in several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import layout_templates
import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_layout_templates import DECK

from deck.brand import load_brand
from deck.diagnostics import Diagnostics
from deck.geometry import Box
from deck.layout import audit, lay_out
from deck.layout.mould import mould_of
from deck.memory import forget
from deck.places import load_places
from deck.presentation import Slide, Slot, text
from deck.template import brand_template, default_template_path, read_template
from deck.template.model import Fill, Ground, Placeholder, Role, Spot, Template, ThemeColor

Change = Callable[[Template], Template]
LONG = " ".join(["kommunens"] * 36)
"""As a title: only where it may grow upwards."""
LONG_TITLE = Slide("long", "content", (Slot("title", "title", text(LONG)), Slot("body", "body", text("Kort"))))
TALK = replace(DECK, slides=(*DECK.slides, LONG_TITLE))


LOGO = Box(9_000_000, 250_000, 1_500_000, 300_000)


def handmade() -> Template:
    """With room above the titles."""
    made = layout_templates.template()
    return replace(made, safe=replace(made.safe, y=100_000, h=made.safe.bottom - 100_000))


def roles(change: Callable[[Role], Role]) -> Change:
    return lambda template: replace(template, roles={kind: change(role) for kind, role in template.roles.items()})


def layouts(**fields: Any) -> Change:
    return roles(lambda role: replace(role, layout=replace(role.layout, **fields)))


def spots(change: Callable[[Spot], Spot]) -> Change:
    return roles(lambda role: replace(role, spots={name: change(spot) for name, spot in role.spots.items()}))


def palettes(**fields: Any) -> Change:
    return spots(lambda spot: replace(spot, palette=replace(spot.palette, **fields)))


def levels(**fields: Any) -> Change:
    def change(spot: Spot) -> Spot:
        style = replace(spot.style, levels=tuple(replace(level, **fields) for level in spot.style.levels))
        return replace(spot, style=style, placeholder=replace(spot.placeholder, style=style) if spot.placeholder else None)

    return spots(change)


def moved(spot: Spot) -> Spot:
    box = replace(spot.box, h=round(spot.box.h * 0.9))
    return replace(spot, box=box, placeholder=replace(spot.placeholder, box=box) if spot.placeholder else None)


def bare(template: Template) -> Template:
    """Without the places for blocks: these are composed."""
    return roles(lambda role: replace(role, spots={"title": role.spots["title"]}))(template)


DARK = Fill(ThemeColor("accent2"), "331100", ThemeColor("bg1"), "FFFFFF")
CHANGES: dict[str, Change] = {
    "obstacles": layouts(obstacles=(LOGO,)),
    "placeholders": layouts(placeholders=(Placeholder("body", 9, "Under märket", LOGO, layout_templates.style(18, "Arial")),)),
    "layout palette": roles(lambda role: replace(role, layout=replace(role.layout, palette=layout_templates.palette(True)))),
    "safe": lambda template: replace(template, safe=template.safe.inset(100_000, 300_000, 100_000, 300_000)),
    "minimum": lambda template: replace(template, minimum_pt=20.0),
    "body font": lambda template: replace(template, body_font="Verdana"),
    "heading font": lambda template: replace(template, heading_font="Verdana"),
    "size": lambda template: replace(template, size=(2 * template.size[0], 2 * template.size[1])),
    "boxes": spots(moved),
    "text size": levels(size_pt=30.0),
    "bold": levels(bold=True),
    "pale text": levels(color="F4F4F4"),
    "dark text": levels(color="101010"),
    "ground": palettes(ground=Ground(("777777",))),
    "text colour": palettes(text=ThemeColor("tx2")),
    "fills": palettes(fills=(DARK,)),
    "muted": palettes(muted=DARK),
    "scheme": palettes(rgb={**layout_templates.RGB, "hlink": "EEEEEE", "tx1": "FFFFFF", "bg1": "000000"}),
    "no places": bare,
    "names": spots(lambda spot: replace(spot, placeholder=replace(spot.placeholder, name="Annat") if spot.placeholder else None)),
    "indexes": spots(
        lambda s: replace(s, placeholder=replace(s.placeholder, idx=s.placeholder.idx + 40) if s.placeholder else None)
    ),
}


def out(template: Template) -> object:
    found = Diagnostics()
    deck = lay_out(TALK, template, found)
    return deck.slides, tuple(found), audit(deck)


def cold(template: Template) -> object:
    forget()
    return out(template)


@cache
def plain() -> object:
    """The handmade one as a process lays it out that has laid out nothing."""
    return cold(handmade())


@pytest.mark.parametrize("name", CHANGES)
def test_templates_that_differ_in_one_field_share_nothing_that_hangs_on_it(name: str) -> None:
    one = handmade()
    other = CHANGES[name](one)
    right = cold(other)
    assert cold(one) == plain()
    assert out(other) == right
    assert out(one) == plain()


@settings(max_examples=examples(8, 25), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(sorted(CHANGES)), max_size=3, unique=True), min_size=2, max_size=4))
def test_whatever_was_laid_out_before(many: list[list[str]]) -> None:
    made = []
    for names in many:
        template = handmade()
        for name in names:
            template = CHANGES[name](template)
        made.append(template)
    right = [cold(template) for template in made]
    forget()
    assert [out(template) for template in made] == right


def test_a_title_does_not_run_into_a_logo_that_another_template_has_elsewhere() -> None:
    one = handmade()
    other = CHANGES["obstacles"](one)
    seated = CHANGES["placeholders"](other)
    forget()
    free, kept, meant = (lay_out(TALK, item).slides[-1].shapes[0].box for item in (one, other, seated))
    assert free.overlaps(LOGO, 1), "it grows there where it may"
    assert not kept.overlaps(LOGO, 1)
    assert meant == free, "what the template set a placeholder upon is meant to bear it"


def test_colours_alone_share_their_pages() -> None:
    one = handmade()
    other = levels(color="101010")(one)
    for kind, role in one.roles.items():
        assert mould_of(role, one) is mould_of(other.roles[kind], other), kind


def test_a_mould_remembered_for_other_brands_is_what_the_role_itself_gives() -> None:
    """Of 36 places: by what their colours do, and by all of the role."""
    register, plain_template = load_places(), read_template(default_template_path())
    forget()
    shared = set[int]()
    for place in (*register.all[::9], register.find("1281")):
        template = brand_template(plain_template, load_brand(place, register))
        for kind, role in template.roles.items():
            assert role.cast is not None
            found = mould_of(role, template)
            assert found == mould_of(replace(role, swap=None), template), (place.code, kind)
            shared.add(id(found))
    assert len(shared) < 5 * len(plain_template.roles)


def test_a_mould_follows_a_swapped_role_s_places_fonts_and_colours() -> None:
    register, plain_template = load_places(), read_template(default_template_path())
    template = brand_template(plain_template, load_brand(register.find("1281"), register))
    role = template.roles["content"]
    wide = {name: replace(spot, box=replace(spot.box, w=spot.box.w - 9)) for name, spot in role.spots.items()}
    for changed in (
        replace(role, spots=wide),
        replace(role, layout=replace(role.layout, obstacles=(*role.layout.obstacles, Box(1, 2, 3, 4)))),
    ):
        assert mould_of(changed, template) == mould_of(replace(changed, swap=None), template) != mould_of(role, template)
    assert replace(role, spots=wide).cast is None
    for other in (replace(template, body_font="Georgia"), replace(template, safe=Box(0, 0, 9, 9))):
        assert mould_of(role, other) == mould_of(replace(role, swap=None), other) != mould_of(role, template)
