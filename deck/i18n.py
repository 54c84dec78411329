"""Messages in the reader's language: English msgids, catalogues under `deck/locale`.

`_()` translates at the moment it is called, so a message is put together when it is shown or collected, never at
import. `N_()` only marks a string of a table for extraction; call `_()` on it when it is shown.
"""

from __future__ import annotations

import gettext as _gettext
import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

LOCALE_DIR = Path(__file__).parent / "locale"
DOMAIN = "deck"
_chosen: str | None = None


def languages() -> tuple[str, ...]:
    """The wanted languages, best first: what `use()` chose, else the environment's, else the system's."""
    if _chosen:
        return (_chosen,)
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return tuple(part.split(".")[0] for part in value.split(":") if part)
    name = locale.getlocale()[0] or ""
    # Windows names a locale in words ("Swedish_Sweden").
    return ("sv_SE",) if name.lower().startswith(("sv", "swedish")) else ("en",)


def called_at_home(code: str) -> str:
    """A language's own name for itself: "svenska", "English"; the code where nobody knows it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale(code).get_display_name(code) or code
    except (UnknownLocaleError, ValueError):
        return code


@lru_cache(maxsize=8)
def _catalogue(wanted: tuple[str, ...]) -> _gettext.NullTranslations:
    # English needs no catalogue: wanted before Swedish, it ends the search.
    cut = next((i for i, name in enumerate(wanted) if name.lower().startswith(("en", "c", "posix"))), len(wanted))
    return _gettext.translation(DOMAIN, LOCALE_DIR, languages=list(wanted[:cut]) or ["en"], fallback=True)


def use(language: str | None) -> None:
    """Choose the language of messages for this process ("sv", "en"); None goes back to the environment's."""
    global _chosen  # noqa: PLW0603 - the process has one language, as gettext.install has it
    _chosen = language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Messages in this language for a while: for pages that are written in several."""
    before = chosen()
    use(language)
    try:
        yield
    finally:
        use(before)


def chosen() -> str | None:
    """What `use()` chose, to hand on to another process."""
    return _chosen


def _(message: str) -> str:
    return _catalogue(languages()).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    return _catalogue(languages()).ngettext(singular, plural, n)


def decimal(value: float, places: int | None = None) -> str:
    """A number as its reader writes it, with all its digits or so many decimals: "2,5" in Swedish, "290000000"."""
    return (f"{value:.15g}" if places is None else f"{value:.{places}f}").replace(".", _("."))


def counted(value: int) -> str:
    """How many, as its reader parts thousands: "1\u00a0244" in Swedish, "1,244"."""
    return f"{value:,}".replace(",", _(","))


def in_quotes(words: str) -> str:
    """Words of somebody's, in the quotation marks of the reader's language."""
    return _("“{name}”").format(name=words)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    return message
