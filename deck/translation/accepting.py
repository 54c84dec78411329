"""Texts said to translate the Swedish as it is now: by who has looked at them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from deck.collection import first_language
from deck.content.language import known_language
from deck.content.structure import load_words
from deck.content.translated import LanguageWords, print_of, read_prints, write_prints
from deck.diagnostics import Diagnostics, did_you_mean
from deck.errors import InputError, UsageError
from deck.i18n import _


def words_of(root: Path, lang: str) -> tuple[LanguageWords, LanguageWords]:
    """The Swedish and those of a language. Raises UsageError for Swedish itself and for a language without words, InputError
    where something of it is faulty."""
    if lang == first_language():
        message = _("the content is written in “{lang}”: it translates nothing").format(lang=lang)
        raise UsageError.of("usage", message, hint=_("name the language of the translation, as --lang fi"))
    known_language(lang, root)
    found = Diagnostics()
    words = load_words(root, (first_language(), lang), found)
    if found.errors:
        raise InputError(found)
    return words[first_language()], words[lang]


def accept(root: Path, lang: str, names: Iterable[str] = ()) -> list[str]:
    """Write down that these texts (all, without names; a beginning, such as "slides.why", is all below it) translate the Swedish
    that is there now; their names. Raises as `words_of`, and UsageError for a name of none."""
    swedish, own = words_of(root, lang)
    there = [name for name in swedish.phrases if name in own.phrases]
    wrong = Diagnostics()
    chosen: dict[str, None] = {}
    for wanted in names:
        meant = [name for name in there if name == wanted or name.startswith(f"{wanted}.")]
        chosen |= dict.fromkeys(meant)
        if not meant:
            hint = did_you_mean(wanted, there) or _("`deck check` names each text that is stale")
            wrong.error("usage", _("“{lang}” has no text “{name}”").format(lang=lang, name=wanted), hint=hint)
    if wrong.errors:
        raise UsageError(wrong)
    found = Diagnostics()
    prints = read_prints(root / lang, found)
    if found.errors:
        raise InputError(found)
    kept = {name: mark for name, mark in prints.items() if name in there}
    accepted = list(chosen or there)
    write_prints(root / lang, kept | {name: print_of(swedish.phrases[name].text) for name in accepted})
    return accepted
