"""Which Swedish each text of a language translates: by the print of it, kept in `translated.txt` beside the words. So it is known
what has become stale. It is the state of a work, and no part of a release."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deck.content.phrase import Phrase
from deck.content.words import Key
from deck.diagnostics import Diagnostics, Where
from deck.errors import reason_of
from deck.files import YAML, put
from deck.i18n import _
from deck.source import display

FILE = "translated.txt"
SLIDES, TERMS = "slides", "terms"
UNTRANSLATED: frozenset[str] = frozenset({"terms.lang"})
"""What each language says for itself."""
_HEAD = "# The print of the Swedish that each text translates. `deck content` writes it. Without a line: not known.\n"
_LINE = re.compile(r"(\S+)\s+([0-9a-f]{12})")


def name_of(kind: str, key: Key) -> str:
    """What a text is called in lists: "slides.why.body.items.a.title"."""
    return ".".join((kind, *key))


def print_of(text: str) -> str:
    """What a text is known by: 12 hex digits of SHA-256, of its words as YAML's folding leaves them."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:12]


def short(text: str) -> str:
    """A text as a message names it."""
    return text if len(text) <= 90 else text[:89].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """All texts of a language by name, in the order of their files. `needed`: those that no deck can do without."""

    lang: str
    phrases: Mapping[str, Phrase]
    needed: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, lang: str, phrases: Mapping[Key, Phrase], terms: Mapping[Key, Phrase], needed: frozenset[str] = frozenset()
    ) -> LanguageWords:
        named = {name_of(SLIDES, key): phrase for key, phrase in phrases.items() if phrase.text}
        named |= {name_of(TERMS, key): phrase for key, phrase in terms.items() if phrase.text}
        return cls(lang, {name: phrase for name, phrase in named.items() if name not in UNTRANSLATED}, needed)


@dataclass(frozen=True, slots=True)
class Translation:
    """How far a language has come. `stale`: translates a Swedish that is no longer; `unknown`: nobody has said which;
    `missing`: there is none; `over`: there is no Swedish for it. Names of texts, in the order of the files."""

    lang: str
    stale: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    current: tuple[str, ...] = field(default=(), repr=False)


def translation(swedish: LanguageWords, own: LanguageWords, prints: Mapping[str, str]) -> Translation:
    """What of a language's words follows the Swedish as it is. `prints`: what each was made from."""
    there = [name for name in swedish.phrases if name in own.phrases]
    fresh = {name for name in there if prints.get(name) == print_of(swedish.phrases[name].text)}
    return Translation(
        own.lang,
        stale=tuple(name for name in there if name in prints and name not in fresh),
        unknown=tuple(name for name in there if name not in prints),
        missing=tuple(name for name in swedish.phrases if name not in own.phrases),
        over=tuple(name for name in own.phrases if name not in swedish.phrases),
        current=tuple(name for name in there if name in fresh),
    )


def read_prints(folder: Path, diagnostics: Diagnostics) -> dict[str, str]:
    """Text → print of the Swedish that it translates, as a language's folder says; what is no such line is told."""
    path = folder / FILE
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        diagnostics.error(
            "unreadable",
            _("the file cannot be read ({error})").format(error=reason_of(error) if isinstance(error, OSError) else error),
            Where(display(path)),
        )
        return {}
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        if match := _LINE.fullmatch(line.strip()):
            found[match[1]] = match[2]
        else:
            hint = _("take the line away: that text is then one that nobody knows the Swedish of")
            diagnostics.warning("bad-line", _("this is no text and print"), Where(display(path), line=number), hint)
    return found


def write_prints(folder: Path, prints: Mapping[str, str]) -> None:
    """One text a line, by name, so that Git can merge the work of two. Raises InputError where the file holds what is none."""
    lines = [f"{name} {prints[name]}\n" for name in sorted(prints)]
    put(folder / FILE, (_HEAD + "".join(lines)).encode(), YAML, proof=_is_list)


def _is_list(path: Path) -> bool:
    """A file that says nothing beside what such a list says."""
    lines = path.read_text("utf-8").splitlines()
    return all(_LINE.fullmatch(line.strip()) or not line.strip() or line == _HEAD.strip() for line in lines)
