"""What a build tells at its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.cli.summary import LISTED, MANY, rows_of, slides_in_words, summary
from deck.diagnostics import Diagnostic, Severity
from deck.fleet import BuildRequest, Built


def test_a_complaint_that_many_share_is_said_once_and_what_failed_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    same, mine = Diagnostic("a", Severity.WARNING, "delad"), Diagnostic("b", Severity.ERROR, "egen")
    info = Diagnostic("c", Severity.INFO, "bara sagt")
    done = [Built(BuildRequest(str(n)), str(n), f"Plats {n}", Path(f"{n}.pptx"), 2, diagnostics=(same, info)) for n in range(3)]
    summary([*done, Built(BuildRequest("9"), "9", "Plats 9", None, diagnostics=(same, mine), exit_code=1)], 1.5)
    out, err = capsys.readouterr()
    assert err.index("egen") < err.index("delad") and err.splitlines()[:2] == ["error: egen", "warning: delad"]
    assert "9 Plats 9: egen" in err, "what stopped it, not what others have, too"
    assert "9 Plats 9: delad" not in err and "bara sagt" not in err
    assert [line.split()[0] for line in out.splitlines()[:3]] == ["0.pptx", "1.pptx", "2.pptx"]
    assert "3 of 4 decks built, 6 slides, in 1.5 s" in out


@pytest.mark.parametrize(("count", "words"), [(0, "0 slides"), (1, "1 slide"), (2, "2 slides")])
def test_numbers_in_words(count: int, words: str) -> None:
    assert slides_in_words(count) == words


def test_so_many_are_not_named_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    done = [Built(BuildRequest(str(n)), str(n), f"Plats {n}", Path(f"{n}.pptx"), 2) for n in range(LISTED + 1)]
    summary(done, 1.0, kept=4)
    out = capsys.readouterr().out
    assert ".pptx" not in out
    assert f"{LISTED + 1} of {LISTED + 1} decks are there, {2 * LISTED + 2} slides; 4 were as they should be; in 1.0 s" in out


def test_of_few_all_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    info = Diagnostic("c", Severity.INFO, "bara sagt")
    done = [Built(BuildRequest(str(n)), str(n), f"Plats {n}", Path(f"{n}.pptx"), 2, diagnostics=(info,)) for n in range(MANY)]
    summary(done, 1.0)
    out, err = capsys.readouterr()
    assert "bara sagt" in err and "decks" not in out, "each has its line, and nobody needs a sum"


def test_the_other_formats_have_their_lines() -> None:
    built = Built(BuildRequest("1"), "1", "Plats", Path("a.pptx"), 1, also={"pdf": Path("a.pdf")})
    assert rows_of(built) == [("a.pptx", "1 slide"), ("a.pdf", "")]
