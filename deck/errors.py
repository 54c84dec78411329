"""What stops a run. Each carries diagnostics, so a person is told all at once; none reaches them as a traceback.

DeckError
├── InputError       exit 1: a file's content is not what it should be
└── UsageError       exit 2: the call cannot be carried out as asked (unknown place, not our deck, unreadable template)
"""

from __future__ import annotations

from collections.abc import Iterable

from deck.diagnostics import Diagnostic, Severity, Where


class DeckError(Exception):
    exit_code = 1

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))

    @classmethod
    def of(cls, code: str, message: str, where: Where | None = None, hint: str = "") -> DeckError:
        """An error of a single diagnostic."""
        return cls([Diagnostic(code, Severity.ERROR, message, where or Where(), hint)])


class InputError(DeckError):
    exit_code = 1


class UsageError(DeckError):
    exit_code = 2
