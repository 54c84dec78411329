"""Uploaded files: for a short while, nobody else's, and then gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.web import sessions
from deck.web.sessions import MINUTES, NoRoom, Sessions, harmless, told_apart


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def left(root: Path) -> list[str]:
    return [path.name for path in root.rglob("*") if path.is_file()]


def test_held_got_replaced_and_ended(tmp_path: Path) -> None:
    held = Sessions(tmp_path)
    token = held.put("", [("mall.potx", "Vår mall.potx", b"one"), ("logotyp.svg", "l.svg", b"<svg/>")])
    found = held.get(token)
    assert found["mall.potx"].path.read_bytes() == b"one" and found["mall.potx"].called == "Vår mall.potx"
    assert held.put(token, [("mall.potx", "ny.potx", b"two")]) == token
    assert held.get(token)["mall.potx"].path.read_bytes() == b"two" and held.bytes == 3 + 6
    held.put(token, [], ["logotyp."])
    assert set(held.get(token)) == {"mall.potx"} and left(tmp_path) == ["mall.potx"]
    held.end(token)
    assert held.get(token) == {} and left(tmp_path) == [] and len(held) == 0


def test_a_session_that_nobody_asks_for_is_gone_with_its_files(tmp_path: Path) -> None:
    clock = Clock()
    held = Sessions(tmp_path, clock=clock)
    old, young = held.put("", [("deck-1", "a.pptx", b"a")]), ""
    clock.now = MINUTES * 60 - 1
    assert held.get(old)
    young = held.put("", [("deck-1", "b.pptx", b"b")])
    clock.now += MINUTES * 60 - 1
    assert held.get(young)
    clock.now += 2
    assert held.get(old) == {} and held.get(young)
    held.sweep()
    assert len(held) == 1 and left(tmp_path) == ["b.pptx"]


def test_where_there_is_no_room_those_go_that_nobody_asked_for_in_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "MOST", 3)
    clock = Clock()
    held = Sessions(tmp_path, clock=clock)
    first, second, third = (held.put("", [("deck-1", f"{name}.pptx", b"a")]) for name in "abc")
    clock.now = sessions.LEAST_MINUTES * 60
    assert held.get(second)
    with pytest.raises(NoRoom):
        held.put("", [("deck-1", "d.pptx", b"a")])
    clock.now += 1
    held.put("", [("deck-1", "d.pptx", b"a")])
    assert (
        held.get(first) == {}
        and held.get(second)
        and held.get(third)
        and sorted(left(tmp_path)) == ["b.pptx", "c.pptx", "d.pptx"]
    )


def test_nobody_gets_at_another_s_files(tmp_path: Path) -> None:
    held = Sessions(tmp_path, secret=b"x" * 32)
    token = held.put("", [("deck-1", "a.pptx", b"a")])
    name = token.partition(".")[0]
    for other in ("", name, f"{name}.", f"{name}.{'0' * 32}", f"../{token}", token[:-1], token + "0", "ö" * 40, "\x00"):
        assert held.get(other) == {}
        held.end(other)
    assert held.get(token)
    assert Sessions(tmp_path, secret=b"y" * 32).get(token) == {}


def test_a_session_that_is_gone_begins_anew_under_another_name(tmp_path: Path) -> None:
    held = Sessions(tmp_path)
    token = held.put("", [("mall.potx", "m.potx", b"1")])
    held.end(token)
    again = held.put(token, [("mall.potx", "m.potx", b"2")])
    assert again != token and held.get(token) == {} and held.get(again)


def test_there_is_an_end_to_the_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "MOST", 2)
    monkeypatch.setattr(sessions, "MOST_BYTES", 10)
    held = Sessions(tmp_path)
    first = held.put("", [("deck-1", "a.pptx", b"1234")])
    held.put("", [("deck-1", "a.pptx", b"1234")])
    with pytest.raises(NoRoom):
        held.put("", [("deck-1", "a.pptx", b"1")])
    with pytest.raises(NoRoom):
        held.put(first, [("deck-2", "b.pptx", b"123")])
    assert held.bytes == 8
    held.end(first)
    assert held.put("", [("deck-1", "a.pptx", b"1")])


@given(st.text(max_size=120))
def test_a_name_to_show_is_a_name_and_no_path(name: str) -> None:
    shown = harmless(name)
    assert shown and "/" not in shown and "\\" not in shown and not shown.startswith(".") and len(shown) < 90
    assert not set(shown) & set('"<>:|?*;\r\n\0') and harmless(shown) == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\kim\\Vårt bildspel (2).PPTX", "Vårt bildspel (2).pptx"),
        ("", "fil"),
        ("...", "fil"),
        ('a"; x=".pptx', "a” x=”.pptx"),
        ("Lunds ”plan” 'utkast' 🌱 100 %!.pptx", "Lunds ”plan” 'utkast' 🌱 100 %!.pptx"),
        ("👨\u200d👩\u200d👧.pptx", "👨\u200d👩\u200d👧.pptx"),
        ("\u202egnp\u2066.\u200dpptx.pptx", "gnp.\u200dpptx.pptx"),
        ("a\u2028b\u00a0c.pptx", "a b c.pptx"),
        ("🌱" * 90 + ".pptx", "🌱" * 50 + ".pptx"),
    ],
)
def test_names_made_harmless(given: str, shown: str) -> None:
    assert harmless(given) == shown


def test_two_of_one_name_are_told_apart() -> None:
    assert told_apart("plan.pptx", []) == "plan.pptx"
    assert told_apart("plan.pptx", ["Plan.PPTX"]) == "plan (2).pptx"
    assert told_apart("plan.pptx", ["plan.pptx", "plan (2).pptx"]) == "plan (3).pptx"
    assert told_apart("plan", ["plan"]) == "plan (2)"
