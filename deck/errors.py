"""What stops a run. Each carries diagnostics, so a person is told all at once; none reaches them as a traceback.

DeckError
├── InputError       exit 1: a file's content is not what it should be
└── UsageError       exit 2: the call cannot be carried out as asked (unknown place, not our deck, unreadable template)
"""

from __future__ import annotations

import errno
from collections.abc import Iterable

from deck.diagnostics import Diagnostic, Severity, Where
from deck.i18n import N_, _

_REASONS = {
    errno.ENOSPC: N_("there is no room left on the disk"),
    errno.EDQUOT: N_("there is no room left on the disk"),
    errno.EROFS: N_("the disk or folder is write-protected"),
    errno.EACCES: N_("you are not allowed to"),
    errno.EPERM: N_("you are not allowed to"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("what should be a folder is a file"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("the links lead in a circle"),
    errno.EIO: N_("the disk fails"),
    errno.EMFILE: N_("too many files are open"),
    errno.ENOENT: N_("there is no such file"),
    errno.EADDRINUSE: N_("another program listens there"),
    errno.EADDRNOTAVAIL: N_("this machine has no such address"),
}


def reason_of(error: OSError) -> str:
    """What the system says of a file that it will not read or write, in the reader's language; in the system's own where it is
    nothing common."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or str(error)


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
