"""While one field is being written, the others are seen."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from deck.web.choices import DeckChoices, OwnSlideChoice, from_query
from deck.web.jobs.sound import less_and_less, sound
from deck.web.recipe import WantedDeck


def wanted(query: str, files: dict[str, Path] | None = None) -> WantedDeck:
    return WantedDeck("1281", from_query(parse_qsl(query)), files or {})


def test_what_is_right_is_kept_field_by_field() -> None:
    asked = wanted(
        "utan=why&ordning=title,when&talare=Kim&namn=Kim&epost=fel&telefon=12&k2.namn=Bo&k2.epost=a&k3.namn=Eva&mal=Ett%0ATv%C3%A5"
        "&e1.rubrik=Trasig&e1.punkter=**a&e2.rubrik=Hel&e2.punkter=Ett"
    )
    kept = sound(asked).choices
    assert (kept.leave_out, kept.order, kept.goals) == (asked.choices.leave_out, asked.choices.order, asked.choices.goals)
    assert kept.contact == {"namn": "Kim", "telefon": "12"} and kept.others == ({"namn": "Bo"}, {"namn": "Eva"})
    assert kept.showing == {"talare": "Kim"} and [item.title for item in kept.own] == ["", "Hel"]


def test_what_is_right_stays_as_it_is() -> None:
    asked = wanted("langd=kort&namn=Kim&epost=kim@lund.se&mal=Ett&e1.rubrik=Hel&e1.punkter=Ett")
    assert sound(asked) == asked and next(iter(less_and_less(asked))) is asked


def test_figures_that_cannot_be_read_go_alone(tmp_path: Path) -> None:
    figures = tmp_path / "siffror.csv"
    figures.write_bytes(b"\xff\xfe\x00no")
    kept = sound(wanted("talare=Kim", {"siffror.csv": figures}))
    assert not kept.files and kept.choices.showing == {"talare": "Kim"}


@pytest.mark.parametrize("name", ["mall.potx", "logotyp.svg"])
def test_a_look_that_cannot_be_used_goes_before_the_words(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"no")
    asked = wanted("talare=Kim", {name: tmp_path / name})
    tried = list(less_and_less(asked))
    assert [(bool(item.files), item.choices.showing) for item in tried] == [
        (True, {"talare": "Kim"}),
        (False, {"talare": "Kim"}),
        (False, {}),
    ]


def test_in_the_end_there_is_nothing_but_the_slides() -> None:
    asked = wanted("utan=why&talare=Kim&e1.rubrik=A")
    assert list(less_and_less(asked))[-1].choices == DeckChoices(leave_out=("why",), own=(OwnSlideChoice(),))
