"""What a translator sends back, judged against the words as they are now. Nothing newer is replaced unasked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deck.collection import first_language
from deck.content.language import languages
from deck.content.loader import load_words
from deck.content.phrase import Phrase, compile_phrase
from deck.content.releases import content_root
from deck.content.translated import LanguageWords, print_of, read_prints, short, write_prints
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.errors import InputError
from deck.files import YAML, put, refusal
from deck.i18n import _
from deck.source import display
from deck.translation.exchange import Exchange, ExchangedText
from deck.translation.exporting import check_code
from deck.translation.putting import with_words


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """`words`: text → new words. `prints`: text → print of the Swedish that it is now said to translate. `unsure`: texts whose
    words come in, but which the translator is not sure of."""

    words: dict[str, str]
    prints: dict[str, str]
    unsure: tuple[str, ...] = ()


def judged(
    exchange: Exchange,
    swedish: LanguageWords,
    own: LanguageWords,
    file: str,
    found: Diagnostics,
    *,
    overwrite: bool = False,
) -> ImportPlan:
    """What of a file comes in. Told in `found`, each with its line: faulty words, texts that are twice or nowhere, Swedish
    that has been changed meanwhile, and words that somebody has changed here meanwhile (an error, unless `overwrite`)."""
    words: dict[str, str] = {}
    prints: dict[str, str] = {}
    unsure: list[str] = []
    seen: dict[str, int] = {}
    for text in exchange.texts:
        where = Where(file, line=text.line)
        if text.name in seen:
            message = _("“{name}” is here for the second time; the first is on line {line}")
            found.error("duplicate-id", message.format(name=text.name, line=seen[text.name]), where, _("keep one of them"))
            continue
        seen[text.name] = text.line
        phrase = swedish.phrases.get(text.name)
        if phrase is None:
            hint = did_you_mean(text.name, swedish.phrases) or _("it may have been taken away since the file was exported")
            message = _("the content has no text “{name}”: it is passed over").format(name=text.name)
            found.warning("unknown-words", message, where, hint)
            continue
        said = folded(text.words, phrase, where, found)
        if not said:
            continue
        here = own.phrases[text.name].text if text.name in own.phrases else ""
        if _replaces(text, said, here, where, found, overwrite=overwrite):
            words[text.name] = said
        elif said != here:
            continue
        if text.done:
            prints[text.name] = print_of(text.swedish.strip())
            if prints[text.name] != print_of(phrase.text):
                message = _("the Swedish of “{name}” has been changed since the file was exported: {text}")
                hint = _("the translation comes in, and is stale; export it anew to have it looked at")
                found.warning("stale-translation", message.format(name=text.name, text=short(phrase.text)), where, hint)
        elif text.name in words:
            unsure.append(text.name)
    return ImportPlan(words, prints, tuple(unsure))


def folded(words: str, swedish: Phrase, where: Where, diagnostics: Diagnostics) -> str:
    """The words as the content keeps them; what is faulty in them is told, at the line of the file."""
    if not words.strip():
        return ""
    return compile_phrase(words.replace("\r\n", "\n"), swedish.limit, diagnostics, where).text


def _replaces(text: ExchangedText, said: str, here: str, where: Where, diagnostics: Diagnostics, *, overwrite: bool) -> bool:
    """Whether the file's words take the place of those that are here."""
    if said == here:
        return False
    if not here or overwrite or text.known_by == print_of(here):
        return True
    if text.known_by == print_of(said):
        return False  # The translator left it as it was; ours is newer.
    message = _("“{name}” has been changed here since the file was exported: here “{here}”, in the file “{said}”")
    diagnostics.error(
        "newer-words",
        message.format(name=text.name, here=short(here), said=short(said)),
        where,
        _("write in the file what is to be; or say --overwrite, which takes the file's words"),
    )
    return False


def import_words(
    root: Path | None, exchange: Exchange, file: str, diagnostics: Diagnostics, *, overwrite: bool = False
) -> ImportPlan:
    """Put a file's words into the language's folder, all of them or none. Raises UsageError for a language that is none,
    InputError with every fault of the file."""
    top = root or content_root()
    lang = exchange.lang
    check_code(lang, top)
    begun = lang in languages(top)
    words = load_words(top, (first_language(), *([lang] if begun else [])), diagnostics)
    swedish, own = words[first_language()], words.get(lang, LanguageWords(lang, {}))
    prints = read_prints(top / lang, diagnostics)
    plan = judged(exchange, swedish, own, file, diagnostics, overwrite=overwrite)
    if diagnostics.errors:
        raise InputError(diagnostics)
    files = with_words(top, lang, plan.words) if plan.words else []
    for item in files:
        if (found := refusal(item.path, YAML, overwrite=True)) is not None:
            raise InputError([found])
    for item in files:
        put(item.path, item.text.encode(), YAML, overwrite=True)
    _came_in(top, lang, plan.words)
    kept = {name: mark for name, mark in prints.items() if name not in plan.words}
    if not plan.words and kept | plan.prints == prints:
        return plan
    write_prints(top / lang, {name: mark for name, mark in (kept | plan.prints).items() if name in swedish.phrases})
    return plan


def _came_in(root: Path, lang: str, words: Mapping[str, str]) -> None:
    """What is read back is what was sent; a text that is written in a way of its own (an alias of YAML's) is named."""
    if not words:
        return
    found = load_words(root, (lang,), Diagnostics())[lang].phrases
    wrong = [name for name, said in words.items() if name not in found or found[name].text != said]
    if wrong:
        raise InputError(_not_put(root / lang, wrong))


def _not_put(folder: Path, names: Iterable[str]) -> Diagnostics:
    found = Diagnostics()
    for name in names:
        message = _("“{name}” could not be put in").format(name=name)
        found.error("not-put", message, Where(display(folder)), _("write it in the file by hand"))
    return found
