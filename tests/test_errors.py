"""What stops a run carries every diagnostic, and the exit code that scripts go by."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

import deck
from deck.diagnostics import Diagnostic, Severity, Where
from deck.errors import DeckError, InputError, UsageError, reason_of
from deck.i18n import speaking


@pytest.mark.parametrize(("kind", "code"), [(DeckError, 1), (InputError, 1), (UsageError, 2)])
def test_exit_codes_and_a_single_diagnostic(kind: type[DeckError], code: int) -> None:
    error = kind.of("bad-value", "fel", Where("a.yaml", 2), "gör så")
    assert isinstance(error, kind) and isinstance(error, DeckError)
    assert error.exit_code == code
    assert error.diagnostics == (Diagnostic("bad-value", Severity.ERROR, "fel", Where("a.yaml", 2), "gör så"),)


def test_all_are_told_a_line_each() -> None:
    said = (Diagnostic(code, Severity.ERROR, f"fel {code}") for code in "ab")
    assert str(InputError(said)) == "fel a\nfel b"
    assert str(UsageError.of("a", "fel")) == "fel"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENAMETOOLONG, errno.EISDIR])
def test_what_the_system_says_is_said_in_the_readers_language(number: int) -> None:
    with speaking("sv"):
        said = reason_of(OSError(number, os.strerror(number)))
    assert said not in (os.strerror(number), reason_of(OSError(number, "")))
    assert reason_of(OSError(errno.EBADMSG, "odd")) == "odd"


def test_no_code_shows_the_system_s_own_words() -> None:
    """They are English whatever the reader's language."""
    code = {path: path.read_text("utf-8") for path in Path(deck.__file__).parent.rglob("*.py")}
    assert [path.name for path, text in code.items() if ".strerror" in text] == ["errors.py"]
