"""What stops a run carries every diagnostic, and the exit code that scripts go by."""

from __future__ import annotations

import pytest

from deck.diagnostics import Diagnostic, Severity, Where
from deck.errors import DeckError, InputError, UsageError


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
