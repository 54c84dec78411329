"""The texts of a language as they go to a translator and come back, whatever the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deck.diagnostics import Diagnostics, Where
from deck.files import PO, SHEET, XML, FileKind
from deck.i18n import _

MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangedText:
    """`name`: the text's place, "slides.why.title"; `words`: the translation, "" where there is none. `done`: the translator says
    that it translates this Swedish. `told`: what the translator should know; `remark`: what the translator says. `known_by`: the
    print of the words as they were when the file was written, "" where the file does not say. `line`: in its file, from 1 (0:
    not known)."""

    name: str
    swedish: str
    words: str = ""
    done: bool = False
    told: str = ""
    remark: str = ""
    known_by: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Exchange:
    """`lang`: the language's code (ISO 639), "" where the file does not say. A text that is in the file twice is here twice."""

    lang: str
    texts: tuple[ExchangedText, ...]


KINDS: dict[str, FileKind] = {".xlf": XML, ".xliff": XML, ".po": PO, ".xlsx": SHEET}
"""A file's ending → its kind."""


def unreadable(where: Where, why: str, diagnostics: Diagnostics) -> Exchange:
    """Told, once, of a file that is not what its name says; an exchange of nothing."""
    hint = _("save it anew in the program that it was translated in, or export it anew with `deck content export`")
    diagnostics.error("unreadable", _("the file cannot be read ({error})").format(error=why), where, hint)
    return Exchange("", ())


def ending(path: Path) -> str:
    """The file's ending, if it is one of ours; else ""."""
    suffix = path.suffix.lower()
    return suffix if suffix in KINDS else ""


__all__ = ["KINDS", "MOST_BYTES", "Exchange", "ExchangedText", "ending", "unreadable"]
