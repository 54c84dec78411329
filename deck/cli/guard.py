"""Around every command: what was raised becomes lines and an exit code. A person never meets a traceback."""

from __future__ import annotations

import errno
import gettext
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from deck import i18n
from deck.diagnostics import Diagnostic, Severity
from deck.errors import reason_of
from deck.i18n import _
from deck.memory import unhurried


def _prepare() -> None:
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a pipe may stand in another encoding; å, ä and ö must not end a run.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    wanted = i18n.languages()[0].lower()
    if wanted.startswith("sv") and not any(os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")):
        os.environ["LANGUAGE"] = "sv"
    # Click speaks through the process's own text domain, "messages".
    gettext.bindtextdomain("messages", str(i18n.LOCALE_DIR))


class _Nowhere(io.TextIOBase):
    """A stream that nobody reads."""

    def write(self, words: str, /) -> int:
        return len(words)


def _open_streams() -> None:
    """A standard stream that was closed before we began (`>&-`, a service, pythonw) swallows what is said."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, _Nowhere())


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Asked to end (by the system, or a terminal that is closed) a run ends as an exception ends it: nothing half is left, and
    worker processes end with it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, _frame: Any) -> None:
        # Once only: a second request must not cut off what the first began.
        for other in before:
            signal.signal(other, signal.SIG_IGN)
        raise SystemExit(128 + number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    # Who starts us with nohup wants no SIGHUP to count.
    before = {number: signal.getsignal(number) for number in numbers if signal.getsignal(number) == signal.SIG_DFL}
    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)


def run(arguments: list[str]) -> int:
    """The exit code of `deck ARGUMENTS…`."""
    with unhurried():
        return _run(arguments)


def _run(arguments: list[str]) -> int:
    import click

    _prepare()
    from deck.cli.app import app
    from deck.cli.console import show_diagnostics, show_json
    from deck.cli.runs import runs_as
    from deck.collection import OURS, use
    from deck.errors import DeckError

    try:
        with _ending_in_order():
            result: Any = app.main(args=arguments, prog_name=runs_as(), complete_var="_DECK_COMPLETE", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) and not isinstance(result, bool) else 0
    except DeckError as error:
        show_diagnostics(error.diagnostics)
        if "--json" in arguments:
            # A program that reads us gets the reasons where it looks for the result.
            show_json({"diagnostics": [item.to_json() for item in error.diagnostics]})
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("stopped"), err=True)
        return 130
    except BrokenPipeError:
        return _quiet_pipe()
    except SystemExit as error:
        code = error.code
        # Click ends so, with 1, when the reader of a pipe has gone.
        return code if isinstance(code, int) else 0
    except Exception as error:
        if os.environ.get("DECK_DEBUG"):
            raise
        show_diagnostics([unexpected(error)])
        return 1
    finally:
        use(OURS)


def unexpected(error: Exception) -> Diagnostic:
    if isinstance(error, OSError) and error.filename:
        message = _("{file}: {reason}").format(file=error.filename, reason=reason_of(error))
        return Diagnostic("os-error", Severity.ERROR, message, hint=_("check that the file exists and that you may use it"))
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
        message = _("what was to be said could not be written: the disk is full, or fails")
        return Diagnostic("os-error", Severity.ERROR, message, hint=_("make room, or send the output elsewhere"))
    if isinstance(error, MemoryError):
        return Diagnostic("memory", Severity.ERROR, _("the memory is full"), hint=_("try fewer at a time with -j 1"))
    from deck.making.faults import unexpected as inside

    return inside(error)


def _quiet_pipe() -> int:
    """The reader has gone (`deck places | head`): nothing more is written, nor said."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    return 0
