"""What files say is asked once in a sitting."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.errors import InputError
from deck.fleet import BuildRequest, build_many
from deck.source import once, sitting


def test_a_question_is_asked_once_in_a_sitting_and_anew_in_the_next() -> None:
    asked: list[str] = []

    def ask() -> int:
        asked.append("")
        return len(asked)

    assert [once("how many", ask) for _ in range(2)] == [1, 2], "without a sitting each time"
    with sitting():
        assert [once("how many", ask) for _ in range(2)] == [3, 3]
        with sitting():
            assert once("how many", ask) == 3, "one within another is the same"
        assert once("how many else", ask) == 4
    with sitting():
        assert once("how many", ask) == 5


def test_what_is_raised_is_no_answer() -> None:
    def stumble() -> int:
        raise InputError.of("x", "x")

    with sitting():
        with pytest.raises(InputError):
            once("what", stumble)
        assert once("what", lambda: 7) == 7


def test_a_batch_begun_after_a_change_has_it(tmp_path: Path) -> None:
    (tmp_path / "branding/1281-lund").mkdir(parents=True)
    brand = tmp_path / "branding/1281-lund/brand.yaml"
    made: list[bytes] = []
    for accent in ("005030", "8A1538"):
        brand.write_text(f'colors:\n  accent1: "{accent}"\n', encoding="utf-8")
        request = BuildRequest("lund", outline="kort", out=tmp_path, branding_root=tmp_path / "branding", overwrite=True)
        (built,) = build_many([request], 1)
        assert built.path is not None, built.diagnostics
        made.append(built.path.read_bytes())
    assert made[0] != made[1]
