"""Choices in a link, and as the files that the command line reads."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deck.web.choices import (
    LONGEST,
    MOST_OWN,
    SHOWING,
    DeckChoices,
    brand_yaml,
    from_query,
    left_out,
    local_yaml,
    moved,
    to_query,
    with_own,
    with_person,
    without_own,
    without_person,
    woven,
)
from deck.web.own import ALT, TITLE, OwnSlideChoice
from deck.web.persons import CONTACT, MOST_CONTACTS

KNOWN = ("title", "local", "why", "sources")


def again(choices: DeckChoices) -> DeckChoices:
    return from_query(parse_qsl(to_query(choices), keep_blank_values=True))


LINE = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
KEYS = st.sampled_from(
    ["langd", "for", "sprak", "utan", "ordning", "mal", "farg", "fargval", "h", "fel", "gor", *SHOWING, *CONTACT]
    + [f"e{n}.{name}" for n in (1, 2, 3, 13) for name in ("rubrik", "punkter", "anteckningar", "bild", "alt", "efter")]
    + [f"k{n}.{name}" for n in (2, 3, 7) for name in ("namn", "epost")]
)


@given(st.lists(st.tuples(KEYS, LINE), max_size=25))
def test_any_link_is_read_and_says_the_same_when_it_is_written(pairs: list[tuple[str, str]]) -> None:
    choices = from_query(pairs)
    assert again(choices) == choices
    assert to_query(again(choices)) == to_query(choices)
    for name, words in {**choices.showing, **choices.contact}.items():
        assert 0 < len(words) <= LONGEST[name] and "\n" not in words
    said = yaml.safe_load(local_yaml(choices, KNOWN) or "{}")
    assert set(said) <= {"event", "date", "speaker", "contact", "goals", "leave_out", "order", "slides"}
    assert set(said.get("leave_out", ())) <= set(KNOWN)


def test_what_is_as_it_is_anyway_is_not_in_the_link() -> None:
    assert to_query(DeckChoices()) == ""
    assert from_query([("langd", "standard"), ("for", "alla"), ("namn", ""), ("okant", "x")]) == DeckChoices()


def test_the_session_and_its_pictures_are_not_in_a_link_that_is_given_on() -> None:
    own = OwnSlideChoice(title="Vi", points=("ett",), picture="bild-0123abcd.png", alt="Skog")
    choices = DeckChoices(own=(own,), held="hemlig.sak")
    assert "hemlig" in to_query(choices) and "bild-0123abcd.png" in to_query(choices)
    shared = to_query(choices, held=False)
    assert "hemlig" not in shared and "bild-0123abcd" not in shared and "Skog" in shared


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        (OwnSlideChoice(), "title"),
        (OwnSlideChoice(title="A"), "content"),
        (OwnSlideChoice(title="A", picture="bild-1.png"), "alt"),
        (OwnSlideChoice(title="A", points=("b",)), ""),
        (OwnSlideChoice(title="A", picture="bild-1.png", alt="c"), ""),
    ],
)
def test_an_own_slide_says_what_it_lacks(given: OwnSlideChoice, lacks: str) -> None:
    assert given.lacks == lacks
    assert bool(local_yaml(DeckChoices(own=(given,)), KNOWN)) == (not lacks)


def test_local_yaml_says_all_that_was_chosen() -> None:
    pairs = [
        ("tillfalle", "Miljödagen"),
        ("namn", "Kim"),
        ("epost", "kim@lund.se"),
        ("mal", "- Ett mål\n• Ett till\n\n"),
        ("utan", "why,nowhere,../x"),
        ("e1.rubrik", "Vi"),
        ("e1.punkter", "ett\ntvå"),
        ("e1.anteckningar", "Säg\nså"),
        ("e1.efter", "why"),
    ]
    said = yaml.safe_load(local_yaml(from_query(pairs), KNOWN))
    assert said == {
        "event": "Miljödagen",
        "contact": {"name": "Kim", "email": "kim@lund.se"},
        "goals": ["Ett mål", "Ett till"],
        "leave_out": ["why"],
        "slides": [{"id": "egen-1", "after": "why", "title": "Vi", "body": ["ett", "två"], "notes": "Säg\n\nså"}],
    }


def test_several_are_asked_and_an_empty_form_is_nobody() -> None:
    choices = from_query([("namn", "Kim"), ("k2.namn", ""), ("k3.namn", "Bo"), ("k3.epost", "bo@lund.se")])
    assert choices.others == ({}, {"namn": "Bo", "epost": "bo@lund.se"})
    assert yaml.safe_load(local_yaml(choices, KNOWN)) == {"contact": [{"name": "Kim"}, {"name": "Bo", "email": "bo@lund.se"}]}
    alone = from_query([("k2.namn", "Bo")])
    assert yaml.safe_load(local_yaml(alone, KNOWN)) == {"contact": {"name": "Bo"}}
    assert from_query([("k7.namn", "Bo")]).cut == ("kontakt",)


def test_a_person_s_form_is_added_and_taken_away() -> None:
    choices = DeckChoices()
    for n in range(6):
        choices = with_person(choices)
        assert len(choices.others) == min(n + 1, MOST_CONTACTS - 1) and again(choices) == choices
    filled = from_query([("k2.namn", "Bo"), ("k3.namn", "Åsa")])
    assert without_person(filled, 2).others == ({"namn": "Åsa"},) and without_person(filled, 9) == filled


def test_brand_yaml() -> None:
    assert brand_yaml(DeckChoices()) == ""
    said = yaml.safe_load(brand_yaml(DeckChoices(accent="0A7D3C"), "logotyp.svg", "Lunds kommun"))
    assert said["colors"] == {"accent1": "#0A7D3C"} and said["logo"]["light"] == "logotyp.svg"


@pytest.mark.parametrize(("words", "accent"), [("#0a7d3c", "0A7D3C"), ("javascript:", ""), ("", ""), ("#12", "")])
def test_a_colour_is_one_or_none(words: str, accent: str) -> None:
    assert from_query([("farg", words)]).accent == accent
    assert from_query([("farg", words), ("fargval", "ort")]).accent == ""


def test_moves() -> None:
    start = DeckChoices()
    order = ("title", "a", "b", "c")
    assert moved(start, order, "b", -1).order == ("title", "b", "a", "c")
    assert moved(start, order, "b", 1).order == ("title", "a", "c", "b")
    for slide, step in (("title", 1), ("a", -1), ("c", 1), ("nowhere", 1)):
        assert moved(start, order, slide, step) == start
    out = left_out(start, "a", out=True)
    assert out.leave_out == ("a",) and left_out(out, "a", out=True) == out
    assert left_out(out, "a", out=False) == start


def test_an_own_slide_that_goes_takes_its_place_in_the_order_along() -> None:
    choices = DeckChoices(
        own=(OwnSlideChoice(title="1"), OwnSlideChoice(title="2"), OwnSlideChoice(title="3")),
        order=("title", "egen-3", "egen-1", "egen-2"),
    )
    left = without_own(choices, 1)
    assert [item.title for item in left.own] == ["2", "3"] and left.order == ("title", "egen-2", "egen-1")
    assert without_own(choices, 9) == choices
    full = DeckChoices()
    for _n in range(MOST_OWN + 3):
        full = with_own(full)
    assert len(full.own) == MOST_OWN


def test_an_own_slide_that_comes_after_an_order_was_chosen_takes_its_place() -> None:
    own = (OwnSlideChoice(title="Vi", points=("x",), after="why"), OwnSlideChoice(title="De", points=("x",), after="why"))
    said = yaml.safe_load(local_yaml(DeckChoices(own=own, order=("title", "why", "local")), KNOWN))
    assert said["order"] == ["title", "why", "egen-1", "egen-2", "sources", "local"]


def test_slides_that_come_into_the_deck_after_an_order_was_chosen_stand_after_what_they_follow_anyway() -> None:
    known = ("title", "why", "goals", "when", "get-it", "sources")
    said = yaml.safe_load(local_yaml(DeckChoices(order=("title", "when", "why", "sources")), known))
    assert said["order"] == ["title", "when", "get-it", "why", "goals", "sources"]
    assert woven((), known) == list(known) and woven(("sources",), ("title", "sources")) == ["title", "sources"]


def test_what_is_too_long_is_cut() -> None:
    own = from_query([("e1.rubrik", "x" * 999), ("e1.alt", "y" * 999), ("e1.punkter", "\n".join("z" * 30))]).own[0]
    assert (len(own.title), len(own.alt), len(own.points)) == (TITLE, ALT, 30)


def test_what_is_cut_is_said_with_its_field() -> None:
    words = [("mal", "\n".join(map(str, range(1, 30)))), ("talare", "x" * 99), ("e1.rubrik", "Vi"), ("e1.punkter", "a\n" * 50)]
    choices = from_query([*words, ("e40.rubrik", "För mycket")])
    assert choices.cut == ("egna", "e1.punkter", "talare", "mal")
    assert from_query([(name, "x") for name, _words in words]).cut == ()


@pytest.mark.parametrize(
    ("typed", "goal"),
    [
        ("-10 % utsläpp", "-10 % utsläpp"),
        ("−5 grader", "−5 grader"),
        ("- tio", "tio"),
        ("* tio", "tio"),
        ("• tio", "tio"),
        ("•tio", "tio"),
        ("– tio", "tio"),
        ("**Tio** mål", "**Tio** mål"),
        ("*Tio* mål", "*Tio* mål"),
        ("-\x01 tio", "tio"),
    ],
)
def test_a_mark_of_a_list_goes_and_a_minus_or_a_star_of_bold_stays(typed: str, goal: str) -> None:
    """A minus that is lost turns a goal around."""
    choices = from_query([("mal", typed), ("e1.rubrik", "Vi"), ("e1.punkter", typed)])
    assert choices.goals == (goal,) and choices.own[0].points == (goal,)


def test_cells_of_a_table_are_as_they_are() -> None:
    own = from_query([("e1.rubrik", "Vi"), ("e1.form", "tabell"), ("e1.punkter", "A\tB\n-\t-5\n- x\ty")]).own[0]
    assert own.points == ("A | B", "- | -5", "- x | y")
    assert from_query([("e1.rubrik", "Vi"), ("e1.punkter", "A\tB")]).own[0].points == ("A B",)


def test_an_own_slide_is_read_though_the_one_before_it_is_not_there() -> None:
    choices = from_query([("e2.rubrik", "Vi"), ("e2.punkter", "ett")])
    assert [item.title for item in choices.own] == ["", "Vi"] and [n for n, _item in choices.whole_own] == [2]
