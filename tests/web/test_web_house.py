"""The profiles of a house, as who runs the server hears of them, and as its staff do."""

from __future__ import annotations

from pathlib import Path

import pytest
from web_client import WebServer

from deck.diagnostics import Diagnostic, Severity, Where
from deck.places import load_places
from deck.web.choices import DeckChoices
from deck.web.house import house_faults, is_of_house, told_to_staff
from deck.web.recipe import WantedDeck, complaints_of

PROFILES = {
    "1280-malmo": "colors: [oops\n",
    "0180-stockholm": "template: finns-inte.potx\n",
    "1281-lund": 'colors:\n  accent1: "#8a1538"\n',
    "1480-goteborg": "template: mall.pptx\n",
    "lund": 'colors:\n  accent1: "#8a1538"\n',
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for name, words in PROFILES.items():
        folder = tmp_path / "house" / name
        folder.mkdir(parents=True)
        (folder / "brand.yaml").write_text(words, "utf-8")
    (tmp_path / "house" / "1480-goteborg" / "mall.pptx").write_bytes(b"no template")
    return tmp_path / "house"


def test_who_runs_the_server_hears_of_every_fault_at_once_the_worst_first(house: Path) -> None:
    told = house_faults(house)
    assert all(item.severity >= Severity.WARNING for item in told) and len(set(told)) == len(told)
    assert [item.severity for item in told] == sorted((item.severity for item in told), reverse=True)
    about = {Path(item.where.file).parent.name for item in told}
    assert about == {"1280-malmo", "0180-stockholm", "1480-goteborg", "lund"}, "a folder that no place has is told, too"


def test_a_folder_without_profiles_is_the_wrong_one(tmp_path: Path) -> None:
    (only,) = house_faults(tmp_path)
    assert (only.code, only.severity) == ("no-profile", Severity.WARNING)
    (tmp_path / "brand.yaml").write_text('colors:\n  accent1: "#005030"\n', "utf-8")
    assert house_faults(tmp_path) == ()


def test_staff_hear_of_what_stops_their_deck_and_whom_to_tell(house: Path) -> None:
    broken = Diagnostic(
        "x", Severity.ERROR, "no", Where(str(house / "1280-malmo" / "brand.yaml"), 1, 3), "put it beside brand.yaml"
    )
    quiet = Diagnostic("y", Severity.WARNING, "odd", Where(str(house / "lund" / "brand.yaml")), "rename it")
    theirs = Diagnostic("z", Severity.WARNING, "long", Where("mall.potx"), "shorten it")
    assert [is_of_house(item.where, house) for item in (broken, quiet, theirs)] == [True, True, False]
    assert not is_of_house(broken.where, None)
    assert told_to_staff(broken).message == "1280-malmo/brand.yaml:1: no" and "mall" not in told_to_staff(broken).hint
    wanted = WantedDeck(load_places().find("malmö").code, DeckChoices(), {}, house)
    assert [message for message, _hint in complaints_of([broken, quiet, theirs], wanted)] == [
        "1280-malmo/brand.yaml:1: no",
        "long",
    ]


def test_a_server_with_a_broken_profile_says_so_and_serves_the_others(house: Path) -> None:
    with WebServer("--branding", str(house)) as running:
        assert running.get("/sv/bildspel/1281-lund").status == 200
        page = running.get("/sv/bildspel/1280-malmo")
        assert page.status == 422 and "1280-malmo/brand.yaml:1" in page.text and "den som sköter servern" in page.text
        assert "Inget ändrades" not in page.text, "nobody asked for a change"
        assert running.stop() == 0
        assert "finns-inte.potx" in running.log and "1280-malmo" in running.log
