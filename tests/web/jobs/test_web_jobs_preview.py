"""A place's deck as its page shows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deck import i18n
from deck.memory import forget
from deck.package import open_package
from deck.template import default_template_path
from deck.web.choices import DeckChoices, OwnSlideChoice, left_out, moved
from deck.web.jobs.give import give
from deck.web.jobs.preview import PlaceDeck, known_choices, preview
from deck.web.recipe import WantedDeck
from deck.web.shown import shown


def asked(choices: DeckChoices, files: dict[str, Path] | None = None, place: str = "1281") -> PlaceDeck:
    return preview(WantedDeck(place, choices, files or {})).value


KORT = DeckChoices(outline="kort")


def test_every_slide_has_its_picture_its_words_and_its_number() -> None:
    made = preview(WantedDeck("1281", KORT, {}))
    deck, pictures = made.value, dict(made.rest)
    assert [card.number for card in deck.cards] == list(range(1, len(deck.cards) + 1))
    assert all(pictures[card.key] and card.title for card in deck.cards)
    assert [card.id for card in deck.cards if card.page == 1] == list(deck.order)
    assert deck.cards[0].fixed and not any(card.fixed for card in deck.cards[1:])
    assert {"standard", "kort"} <= {name for name, _label, _minutes in deck.outlines}
    assert not deck.refused and not deck.house and dict(deck.colors)["accent1"]


def test_what_is_left_out_stands_where_it_would_be() -> None:
    order = asked(KORT).order
    deck = asked(left_out(KORT, order[2], out=True))
    assert [card.id for card in deck.cards if card.page == 1] == list(order)
    assert [card.id for card in deck.cards if not card.key] == [order[2]] and order[2] not in deck.order


def test_the_pictures_are_those_of_the_file_that_is_downloaded(tmp_path: Path) -> None:
    """Also where a slide says how many others there are: three questions of four are "1 of 3"."""
    full = DeckChoices(outline="konferens")
    order = asked(full).order
    questions = [name for name in order if name.startswith("question-")]
    assert len(questions) > 2
    moves = moved(left_out(full, questions[1], out=True), [name for name in order if name != questions[1]], questions[2], -1)
    for choices in (full, moves, replace(moves, goals=("Ett",), own=(OwnSlideChoice(title="Vi", points=("Ett",)),))):
        deck = asked(choices)
        _name, data = give(WantedDeck("1281", choices, {}), "pptx")
        file = tmp_path / "deck.pptx"
        file.write_bytes(data)
        assert [card.key for card in deck.cards if card.key] == [slide.key for slide in shown(open_package(file))]
        count = len(questions) - (choices is not full)
        assert all(f"{count}" in card.words[:40] for card in deck.cards if card.key and card.id in questions)


def test_a_field_that_is_being_written_takes_nothing_else_away() -> None:
    order = asked(KORT).order
    deck = asked(replace(left_out(KORT, order[2], out=True), contact={"namn": "Kim Berg", "epost": "kim@"}, goals=("Ett mål",)))
    assert deck.refused and order[2] not in deck.order
    words = " ".join(card.words for card in deck.cards)
    assert "Kim Berg" in words and "Ett mål" in words


def test_a_move_moves() -> None:
    order = asked(KORT).order
    deck = asked(moved(KORT, order, order[3], -1))
    assert deck.order == (order[0], order[1], order[3], order[2], *order[4:])


def test_an_own_slide_stands_where_it_was_put() -> None:
    order = asked(KORT).order
    deck = asked(DeckChoices(outline="kort", own=(OwnSlideChoice(title="Det här gör vi", points=("Ett",), after=order[2]),)))
    at = deck.order.index("egen-1")
    assert deck.order[at - 1] == order[2]
    own = next(card for card in deck.cards if card.id == "egen-1")
    assert own.own and own.title == "Det här gör vi" and "Ett" in own.words


def test_goals_and_contact_are_in_it() -> None:
    deck = asked(DeckChoices(goals=("Fler insekter i parkerna",), contact={"namn": "Kim Berg", "epost": "kim@lund.se"}))
    words = " ".join(card.words for card in deck.cards)
    assert not deck.refused and "Fler insekter i parkerna" in words and "kim@lund.se" in words


def test_what_is_wrong_is_said_and_the_rest_is_shown() -> None:
    deck = asked(DeckChoices(outline="kort", contact={"namn": "Kim", "epost": "fel"}))
    assert deck.cards and deck.refused and "fel" in " ".join(deck.refused[0])


def test_what_is_wrong_is_said_all_at_once_and_where_it_is() -> None:
    """A date that is none stops the reading before words are looked at."""
    own = (OwnSlideChoice(title="Vi", points=("Ett", "**två")), OwnSlideChoice(title="Ni", points=("Ett",)))
    choices = replace(KORT, showing={"datum": "2026-13-45"}, contact={"epost": "kim"}, goals=("Ett", "**två"), own=own)
    with i18n.speaking("sv"):
        deck = asked(choices)
    said = [message.partition(": ")[0] for message, _hint in deck.refused]
    assert said == ["Datum", "Kontakt, E-post", "Egna mål, rad 2", "Egen bild 1, Innehåll, rad 2"]
    assert any("Ni" in card.title for card in deck.cards) and not any(card.title == "Vi" for card in deck.cards)


@pytest.mark.parametrize(("name", "data"), [("mall.potx", b"PK\x03\x04 no"), ("logotyp.svg", b"<svg"), ("logotyp.png", b"no")])
def test_an_upload_that_cannot_be_used_is_said_and_the_rest_is_shown(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    deck = asked(KORT, {name: tmp_path / name})
    assert deck.cards and deck.refused


@pytest.mark.parametrize("house", [False, True])
def test_a_colour_that_is_mended_is_told_where_the_slides_have_it(tmp_path: Path, house: bool) -> None:
    files = {"mall.potx": tmp_path / "mall.potx"} if house else {}
    for path in files.values():
        path.write_bytes(default_template_path().read_bytes())
    choices = replace(KORT, accent="FFE000", held="x" if house else "")
    deck = preview(WantedDeck("1281", choices, files)).value
    assert deck.house is house and bool([message for message, _hint in deck.faults if "FFE000" in message]) is not house


def test_a_link_with_an_outline_that_is_no_more_shows_the_usual_one() -> None:
    known = known_choices(WantedDeck("1281", DeckChoices(outline="forr", audience="ingen"), {}))
    assert (known.outline, known.audience) == ("standard", "alla")


def test_the_pictures_of_what_did_not_change_are_the_same() -> None:
    before, after = asked(KORT), asked(DeckChoices(outline="kort", showing={"talare": "Kim Berg"}))
    changed = {a.id for a, b in zip(before.cards, after.cards, strict=True) if a.key != b.key}
    assert changed and len(changed) < len(before.cards) / 2


def test_nobody_sees_the_logo_of_another(tmp_path: Path) -> None:
    """Two senders' logos have one name and one size with us."""
    logos = {}
    for color in ("c00000", "0000c0"):
        (tmp_path / color).mkdir()
        logos[color] = tmp_path / color / "logotyp.svg"
        logos[color].write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40" width="90" height="40"><rect width="90" height="40" '
            f'fill="#{color}"/></svg>'
        )
    first, second = (asked(KORT, {"logotyp.svg": logo}) for logo in logos.values())
    assert all(a.key != b.key for a, b in zip(first.cards, second.cards, strict=True) if a.key)
    forget()
    assert asked(KORT, {"logotyp.svg": logos["0000c0"]}) == second
