"""The texts of a language, with their Swedish, made ready for a translator."""

from __future__ import annotations

from pathlib import Path

from deck.collection import first_language
from deck.content.language import languages
from deck.content.releases import content_root
from deck.content.structure import load_words
from deck.content.translated import UNTRANSLATED, LanguageWords, print_of, read_prints, translation
from deck.diagnostics import Diagnostics, did_you_mean
from deck.errors import InputError, UsageError
from deck.i18n import _
from deck.translation.exchange import Exchange, ExchangedText


def exchange_of(root: Path | None, lang: str) -> Exchange:
    """All texts of the working content in the order of its files, with the words of `lang` (ISO 639) as far as there are any: a
    language may begin with nothing. Raises UsageError for a code that is none, InputError where the words are faulty."""
    top = root or content_root()
    check_code(lang, top)
    found = Diagnostics()
    begun = lang in languages(top)
    words = load_words(top, (first_language(), *([lang] if begun else [])), found)
    prints = read_prints(top / lang, found)
    if found.errors:
        raise InputError(found)
    swedish, own = words[first_language()], words.get(lang, LanguageWords(lang, {}))
    state = translation(swedish, own, prints)
    current = frozenset(state.current)
    texts = []
    for name, phrase in swedish.phrases.items():
        if name in UNTRANSLATED:
            continue
        said = own.phrases[name].text if name in own.phrases else ""
        told = [_("at most {most} characters").format(most=phrase.limit)]
        if name in state.stale:
            told.append(_("the Swedish has been changed since this was translated"))
        if name not in swedish.needed:
            told.append(_("decks can do without it"))
        texts.append(
            ExchangedText(
                name=name,
                swedish=phrase.text,
                words=said,
                done=name in current,
                told="; ".join(told),
                known_by=print_of(said),
            )
        )
    return Exchange(lang, tuple(texts))


def check_code(lang: str, root: Path) -> None:
    """Raises UsageError for what is no language's code, or the language that is translated."""
    if lang == first_language():
        message = _("the content is written in “{lang}”: it translates nothing").format(lang=lang)
        raise UsageError.of("usage", message, hint=_("name the language of the translation, as --lang fi"))
    if not (lang.isascii() and lang.isalpha() and lang.islower() and 2 <= len(lang) <= 3):
        hint = did_you_mean(lang, languages(root)) or _("write two or three small letters, as fi, se or fit")
        raise UsageError.of("unknown-language", _("“{lang}” is no language's code (ISO 639)").format(lang=lang), hint=hint)
