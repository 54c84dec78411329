"""What makes a template better, each said only where it is so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from odd_templates import each, shapes_without

from deck.package import package_bytes
from deck.presentation import FROM
from deck.template import default_template_path, read_template
from deck.template.advice import MOST, advice, color_words
from deck.template.inks import ink_for
from deck.template.model import Role, Spot, Template, TextStyle, ThemeColor

PLAIN = read_template(default_template_path())


def with_spot(kind: str, name: str, **changes: object) -> Template:
    role = PLAIN.roles[kind]
    spot: Spot = replace(role.spots[name], **changes)  # type: ignore[arg-type]
    return with_role(replace(role, spots={**role.spots, name: spot}))


def with_role(role: Role) -> Template:
    return replace(PLAIN, roles={**PLAIN.roles, role.kind: role})


def sized(style: TextStyle, size: float) -> TextStyle:
    return replace(style, levels=tuple(replace(level, size_pt=size) for level in style.levels))


BODY = PLAIN.roles["content"].spots["body"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (with_spot("content", "title", placeholder=None), "title placeholder"),
        (with_spot("content", "body", placeholder=None), "large content placeholder"),
        (with_spot("content", "body", box=replace(BODY.box, h=900_000)), "larger"),
        (with_spot("content", "body", style=sized(BODY.style, 14)), "18 points"),
        (
            replace(
                with_role(replace(PLAIN.roles["two-content"], composed=True)),
                layouts=tuple(item for item in PLAIN.layouts if item.type != "twoObj"),
            ),
            "two columns",
        ),
        (with_role(replace(PLAIN.roles["title"], layout=PLAIN.roles["content"].layout)), "title slide"),
        (replace(PLAIN, body_font="Okänd Antikva"), "Okänd Antikva"),
    ],
    ids=["title", "body", "room", "size", "columns", "cover", "font"],
)
def test_each_fault_has_its_advice_and_it_is_not_said_otherwise(changed: Template, words: str) -> None:
    assert any(words in item for item in advice(changed))
    assert not any(words in item for item in advice(PLAIN))


@pytest.mark.parametrize(("on_master", "words"), [(True, "slide master alone"), (False, "neither it nor its slide master")])
def test_only_a_master_that_has_a_slide_number_keeps_it_to_itself(on_master: bool, words: str) -> None:
    def without(name: str, text: str) -> str:
        return text if on_master and "Master" in name else shapes_without(text, r'[^>]*type="sldNum"')

    said = [item for item in advice(read_template(package_bytes(each(without)))) if "slide number" in item]
    assert len(said) == 1 and words in said[0]


def test_words_are_judged_in_the_size_that_they_get() -> None:
    """A grey of 3.5:1 in 16 points is written in 18, where it reads; a source line stays small."""
    role = PLAIN.roles["content"]

    def told(name: str) -> list[str]:
        spot = role.spots["body"]
        grey = replace(spot, role=name, style=coloured(sized(spot.style, 16), "85898C"))
        return [
            item for item in advice(with_role(replace(role, spots={**role.spots, "body": grey}))) if "stands out more" in item
        ]

    assert not told("body") and told(FROM)


def coloured(style: TextStyle, rgb: str) -> TextStyle:
    return replace(style, levels=tuple(replace(level, color=rgb) for level in style.levels))


def test_a_colour_that_is_taken_instead_is_the_one_that_is_written() -> None:
    """A shade of the grey itself, and not the text's black."""
    role = PLAIN.roles["content"]
    body = replace(role.spots["body"], style=coloured(role.spots["body"].style, "AAAAAA"))
    told = next(
        item for item in advice(with_role(replace(role, spots={**role.spots, "body": body}))) if "stands out more" in item
    )
    assert color_words(ink_for(body)) in told and "a shade of" in told


def test_little_is_said_at_once() -> None:
    role = PLAIN.roles["content"]
    bare = {name: replace(spot, placeholder=None, style=sized(spot.style, 10)) for name, spot in role.spots.items()}
    roles = {kind: replace(item, composed=True) for kind, item in PLAIN.roles.items()} | {"content": replace(role, spots=bare)}
    assert 2 <= len(advice(replace(PLAIN, roles=roles, heading_font="Okänd"))) <= MOST


def test_colours_are_called_as_in_the_menu() -> None:
    for name in ("tx1", "bg1", "tx2", "bg2", "accent1", "accent6", "hlink", "folHlink"):
        assert name not in color_words(ThemeColor(name))  # type: ignore[arg-type]
    assert color_words(ThemeColor("bg2", 50_000)) == f"a shade of {color_words(ThemeColor('bg2'))}"


def test_nobody_is_told_to_add_a_layout_that_is_there() -> None:
    """Another serves better, or its places lie on what is drawn: it is there all the same."""
    composed = with_role(replace(PLAIN.roles["two-content"], composed=True))
    assert any(item.type == "twoObj" for item in composed.layouts)
    assert not any("two columns" in item for item in advice(composed))


def test_no_words_are_written_where_a_picture_stands() -> None:
    pale = replace(BODY.style, levels=tuple(replace(level, color="FFFFFF") for level in BODY.style.levels))
    assert not any("stands out more" in item for item in advice(with_spot("picture", "picture", style=pale)))
    assert any("stands out more" in item for item in advice(with_spot("picture", "body", style=pale)))


def test_accents_are_judged_where_charts_stand_and_not_behind_the_title() -> None:
    role = PLAIN.roles["object"]
    title = replace(role.spots["title"], palette=replace(role.spots["title"].palette, fills=()))
    assert not any("accent" in item for item in advice(with_role(replace(role, spots={**role.spots, "title": title}))))
    place = replace(role.spots["object"], palette=replace(role.spots["object"].palette, fills=()))
    assert any("accent" in item for item in advice(with_role(replace(role, spots={**role.spots, "object": place}))))


def test_a_title_that_we_moved_off_its_bar_is_no_fault_of_the_templates_colours() -> None:
    title = PLAIN.roles["content"].spots["title"]
    pale = replace(title.style, levels=tuple(replace(level, color="FFFFFF") for level in title.style.levels))
    away = replace(title.box, y=title.box.bottom + title.box.h)
    assert title.placeholder is not None and not title.moved and replace(title, box=away).moved
    in_place = with_spot("content", "title", style=pale)
    moved = with_spot("content", "title", style=pale, box=away)
    assert any("stands out more" in item for item in advice(in_place))
    assert not any("stands out more" in item for item in advice(moved))


def test_four_names_are_all_said_and_quoted_as_in_print() -> None:
    roles = dict(PLAIN.roles)
    kinds = list(dict.fromkeys(kind for kind in roles if roles[kind].spots["title"].placeholder is not None))[:4]
    for n, kind in enumerate(kinds):
        role = roles[kind]
        spots = {**role.spots, "title": replace(role.spots["title"], placeholder=None)}
        roles[kind] = replace(role, spots=spots, layout=replace(role.layout, name=f"Layout {n}"))
    told = next(item for item in advice(replace(PLAIN, roles=roles)) if "title placeholder" in item)
    assert "“Layout 0”, “Layout 1”, “Layout 2” and “Layout 3”" in told and "more" not in told
