"""The translations of a content folder held against the Swedish as it is: what is stale, what is missing, what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from deck.collection import first_language
from deck.content.language import languages
from deck.content.structure import load_words
from deck.content.translated import FILE, TERMS, LanguageWords, Translation, read_prints, short, translation
from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where
from deck.errors import DeckError
from deck.i18n import _, ngettext
from deck.source import display


def untranslated(root: Path) -> list[Diagnostic]:
    """Of every language but Swedish, in the order of the files. What no deck can be made without is told by its build."""
    langs = [lang for lang in languages(root) if lang != first_language()]
    if not langs or first_language() not in languages(root) or not (root / "slides.yaml").is_file():
        return []
    found = Diagnostics()
    try:
        words = load_words(root, (first_language(), *langs), Diagnostics())
    except DeckError:  # The build says what is wrong.
        return []
    for lang in langs:
        prints = read_prints(root / lang, found)
        found.extend(_told(root, words[first_language()], words[lang], translation(words[first_language()], words[lang], prints)))
    return list(found)


def _told(root: Path, swedish: LanguageWords, own: LanguageWords, state: Translation) -> Iterator[Diagnostic]:
    for name in state.stale:
        message = _("“{name}” translates a Swedish text that has been changed: {text}")
        text = swedish.phrases[name].text
        hint = _("translate it anew; then `deck content accept --lang {lang} {name}`").format(lang=own.lang, name=name)
        where = own.phrases[name].where
        yield Diagnostic("translation/stale", Severity.WARNING, message.format(name=name, text=short(text)), where, hint)
    for of, names in groupby((name for name in state.missing if name not in swedish.needed), _whose):
        said = list(names)
        texts = ", ".join(name.removeprefix(f"{of}.") for name in said)
        message = _("of “{name}” these texts are not translated into “{lang}”: {texts}")
        where, hint = swedish.phrases[said[0]].where, _("translate them; no deck needs them, so those in this language lack them")
        yield Diagnostic(
            "translation/missing", Severity.WARNING, message.format(name=of, lang=own.lang, texts=texts), where, hint
        )
    if state.unknown:
        message = ngettext(
            "of {count} text nobody has said which Swedish it translates",
            "of {count} texts nobody has said which Swedish they translate",
            len(state.unknown),
        ).format(count=len(state.unknown))
        hint = _("look through them; then `deck content accept --lang {lang}` says it of all").format(lang=own.lang)
        yield Diagnostic("translation/unknown", Severity.WARNING, message, Where(display(root / own.lang / FILE)), hint)


def _whose(name: str) -> str:
    """The slide, or the terms."""
    kind, of, *_rest = name.split(".")
    return kind if kind == TERMS else f"{kind}.{of}"
