"""What a translator sends back, judged against the words as they are now. Nothing newer is replaced unasked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from deck.collection import first_language
from deck.content.language import languages
from deck.content.phrase import Phrase, compile_phrase
from deck.content.releases import content_root
from deck.content.structure import load_words
from deck.content.translated import LanguageWords, print_of, read_prints, short, write_prints
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.errors import InputError, UsageError
from deck.files import YAML, put, refusal
from deck.i18n import _
from deck.source import display
from deck.translation.exchange import Exchange, ExchangedText
from deck.translation.exporting import check_code
from deck.translation.putting import with_words


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """`words`: text → new words. `prints`: text → print of the Swedish that it is now said to translate. `unsure`: texts whose
    words come in, but which the translator is not sure of; `alike`: whose words are the Swedish, letter by letter. `left`: how
    many texts are still without words, or not known to translate the Swedish as it is."""

    words: dict[str, str]
    prints: dict[str, str]
    unsure: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    left: int = 0


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
    whose = {phrase.text: name for name, phrase in swedish.phrases.items()}
    for text in exchange.texts:
        where = Where(file, line=text.line)
        if text.remark:
            message = _("the translator says of “{name}”: {text}").format(name=text.name, text=text.remark)
            found.info("remark", message, where)
        if text.name and text.name in seen:  # those that have lost their names are told each as such
            message = _("“{name}” is here for the second time; the first is on line {line}")
            found.error("duplicate-id", message.format(name=text.name, line=seen[text.name]), where, _("keep one of them"))
            continue
        seen[text.name] = text.line
        phrase = swedish.phrases.get(text.name)
        if phrase is None:
            _nowhere(text, swedish, where, found)
            continue
        faults = len(found.errors)
        said = folded(text.words, phrase, where, found)
        here = own.phrases[text.name].text if text.name in own.phrases else ""
        if not said:
            if here and not text.words.strip() and text.known_by not in ("", print_of("")):
                message = _("“{name}” has been emptied in the file: the words here stay").format(name=text.name)
                found.warning("emptied-words", message, where, _("write what is to stand there instead"))
            continue
        sent = text.swedish.strip()
        if said != here and sent != phrase.text and whose.get(sent, text.name) != text.name:
            message = _("what stands at “{name}” has the Swedish of “{other}”").format(name=text.name, other=whose[sent])
            hint = _("the texts have been moved against their names: put them back, or export the file anew")
            found.error("moved-words", message, where, hint)
            continue
        if _replaces(text, said, here, where, found, overwrite=overwrite):
            words[text.name] = said
            if len(found.errors) == faults:
                _unfilled(text.name, phrase.text, said, where, found)
        elif said != here:
            continue
        if text.done:
            prints[text.name] = print_of(sent)
            if prints[text.name] != print_of(phrase.text):
                message = _("the Swedish of “{name}” has been changed since the file was exported: {text}")
                hint = _("the translation comes in, and is stale; export it anew to have it looked at")
                found.warning("stale-translation", message.format(name=text.name, text=short(phrase.text)), where, hint)
        elif text.name in words:
            unsure.append(text.name)
    alike = tuple(name for name, said in words.items() if said == swedish.phrases[name].text and said.count(" ") > 1)
    return ImportPlan(words, prints, tuple(unsure), alike)


def _unfilled(name: str, swedish: str, said: str, where: Where, found: Diagnostics) -> None:
    """Told where nothing is left of what each place fills in."""
    filled = re.search(r"\{\{.*?\}\}", swedish)
    if filled is not None and "{{" not in said:
        message = _("“{name}” has lost what is filled in for each place: {words}").format(name=name, words=filled.group())
        found.warning("lost-variable", message, where, _("put it back as it stands in the Swedish, unless it is meant so"))


def _nowhere(text: ExchangedText, swedish: LanguageWords, where: Where, found: Diagnostics) -> None:
    """Told of words that the content has no place for."""
    if text.name:
        hint = did_you_mean(text.name, swedish.phrases) or _("it may have been taken away since the file was exported")
        message = _("the content has no text “{name}”: it is passed over").format(name=text.name)
    else:
        hint = _("put its name back from the file that was exported")
        message = _("a text has lost its name, and is passed over: {text}").format(text=short(text.words or text.swedish))
    found.warning("unknown-words", message, where, hint)


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
    if text.known_by:
        message = _("“{name}” has been changed here since the file was exported: here “{here}”, in the file “{said}”")
    else:
        message = _("“{name}” has words here that the file may not have known of: here “{here}”, in the file “{said}”")
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
    _check_language(exchange, top, Where(file))
    known = languages(top)
    words = load_words(top, tuple(dict.fromkeys((first_language(), *known))), diagnostics)
    swedish, own = words[first_language()], words.get(lang, LanguageWords(lang, {}))
    _check_whose(exchange, own, words.values(), Where(file))
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
    kept = {name: mark for name, mark in prints.items() if name not in plan.words} | plan.prints
    if plan.words or kept != prints:
        write_prints(top / lang, {name: mark for name, mark in kept.items() if name in swedish.phrases})
    there = own.phrases.keys() | plan.words.keys()
    left = [name for name, phrase in swedish.phrases.items() if name not in there or kept.get(name) != print_of(phrase.text)]
    return replace(plan, left=len(left))


def _check_language(exchange: Exchange, root: Path, where: Where) -> None:
    """Raises UsageError where the file says no language that is translated, and says where the file would say it."""
    try:
        check_code(exchange.lang, root)
    except UsageError as error:
        message = " ".join(item.message for item in error.diagnostics)
        if not exchange.lang:
            message = _("the file does not say which language it is in")
        hint = _("say it with --lang, or in the file: trgLang (.xlf), Language (.po) or the heading of the translation (.xlsx)")
        raise UsageError.of("wrong-language", message, where, hint) from None


def _check_whose(exchange: Exchange, own: LanguageWords, all_words: Iterable[LanguageWords], where: Where) -> None:
    """Raises InputError for a file that was exported for another language than it says: by the prints of its words."""
    known = {text.name: text.known_by for text in exchange.texts if text.known_by not in ("", print_of(""))}

    def shared(words: LanguageWords) -> int:
        return sum(name in words.phrases and print_of(words.phrases[name].text) == mark for name, mark in known.items())

    mine = shared(own)
    likest = max(all_words, key=shared, default=own)
    if likest.lang != own.lang and shared(likest) > max(mine, len(known) // 2):
        message = _("the file says that it is in “{said}”, but it was exported for “{lang}”")
        raise InputError.of(
            "wrong-language", message.format(said=own.lang, lang=likest.lang), where, _("write the right code in the file")
        )


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
