"""The words of a content folder proofed: spelling, long sentences and words, LIX, heavy words, passives.
Hints, each at its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from deck.check.accessible.alternatives import OPENING
from deck.check.honest import overdue, today
from deck.check.prose.buildable import unbuildable
from deck.check.prose.readability import lix, sentences
from deck.check.prose.rendered import untranslated
from deck.check.prose.spelling import LETTERS, Speller, words_in
from deck.collection import first_language
from deck.content import load_reviews
from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where, did_you_mean
from deck.errors import UsageError, reason_of
from deck.i18n import _
from deck.source import Tree, display, load_yaml
from deck.source.tree import TreePath

LONG_SENTENCE = 25
LONG_WORD = 24
HARD_LIX, ENOUGH_WORDS = 50, 40
_MASKS = (
    (re.compile(r"\{\{.*?\}\}", re.DOTALL), "0"),
    (re.compile(r"\{%.*?%\}", re.DOTALL), " "),
    (re.compile(r"\{lang=[^}]*\}"), "0"),
    (re.compile(r"\]\([^)]*\)"), " "),
    (re.compile(r"https?://\S+|\S+@\S+\.\S+|\b[\w-]+\.(?:se|nu|org|eu)\b"), "0"),
    (re.compile(r"[*\[\]\\]"), " "),
)
_PASSIVE = re.compile(r"\b[a-zåäö]{3,}(?:er|n|l|t|d|r|s|m|k|p|g|v|b|f|j|k)(?:ades|erades|eras|erats|ats)\b")
_NO_PASSIVE = re.compile(r"(?:plats|sats|stats|skatts|rats|mats|nats|tats|takts|dags|akts|arkivs|insats|ersatts)$")


@dataclass(frozen=True, slots=True)
class ProofText:
    """A text of a file: `path` in its tree; `masked` has variables and markup put out of sight, character by character."""

    tree: Tree
    path: TreePath
    raw: tuple[str, ...]
    text: str
    masked: str

    def where(self, start: int, word: str = "") -> Where:
        """Line and column of the character `start`."""
        place = self.tree.where_in(self.path, start)
        wanted = word or self.masked[start : start + 12].split("\n")[0]
        inline = self.text.rfind("\n", 0, start) + 1
        for line in range(place.line, min(place.line + 60, len(self.raw) + 1)):
            column = self.raw[line - 1].find(wanted, max(start - inline if line == place.line and place.column == 0 else 0, 0))
            if column >= 0:
                return Where(place.file, line=line, column=column + 1)
        return place


def masked(text: str) -> str:
    """The text with the words of a machine, marks and addresses put out of sight; as long as it was."""
    for pattern, filler in _MASKS:
        text = pattern.sub(lambda found, filler=filler: "".join(c if c == "\n" else filler for c in found.group()), text)
    return text


@lru_cache(maxsize=1)
def heavy_words() -> dict[str, str]:
    """Bureaucratic word → a plain one, from the data list."""
    lines = files("deck.check").joinpath("data/heavy.sv.txt").read_text("utf-8").splitlines()
    pairs = (line.partition("#")[0].partition("=") for line in lines)
    return {heavy.strip(): plain.strip() for heavy, _sign, plain in pairs if heavy.strip()}


@lru_cache(maxsize=1)
def _heavy() -> re.Pattern[str]:
    words = sorted(heavy_words(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b", re.IGNORECASE)


def texts_of(folder: Path) -> Iterator[ProofText]:
    """Every text of the YAML files of a language's folder. Raises InputError where one cannot be read."""
    for path in sorted(folder.glob("*.yaml")):
        tree = load_yaml(path)
        raw = tuple(path.read_text("utf-8-sig").splitlines())
        yield from _scalars(tree, (), tree.value, raw)


def _scalars(tree: Tree, path: TreePath, value: object, raw: tuple[str, ...]) -> Iterator[ProofText]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _scalars(tree, (*path, key), inner, raw)
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _scalars(tree, (*path, n), inner, raw)
    elif (isinstance(value, str) and " " in value.strip()) or (
        isinstance(value, str) and value.strip() and path and path[-1] not in ("lang", "url")
    ):
        yield ProofText(tree, path, raw, value, masked(value))


def proof(root: Path, *, words: bool = True, decks: bool = True) -> list[Diagnostic]:
    """All hints about a content folder's Swedish: of its `words`, and of what a build of its `decks` says. Raises UsageError
    where it holds no texts, InputError for what is no YAML."""
    own = root / first_language()
    folder = own if own.is_dir() else root
    texts = list(texts_of(folder))
    if not texts:
        message = _("there are no texts in the folder")
        raise UsageError.of("no-texts", message, Where(display(root)), _("give the content folder, which holds sv/slides-….yaml"))
    hints = [*(unbuildable(root) if decks else ()), *(_of_words(root, folder, texts) if words else ())]
    # A fault that both the build and the look-through met is told once.
    return sorted(dict.fromkeys(hints), key=lambda item: (item.where.file, item.where.line, item.where.column))


def _of_words(root: Path, folder: Path, texts: list[ProofText]) -> Iterator[Diagnostic]:
    found = Diagnostics()
    speller = Speller(words_in(_own_words(folder / "words.txt", found)))
    yield from found
    yield from untranslated(root)
    # What is told of words is told of Swedish ones.
    if first_language() == "sv":
        yield from _unspelled(texts, speller)
        for text in texts:
            yield from _hints(text)
    yield from _overdue(root)


def _own_words(path: Path, diagnostics: Diagnostics) -> str:
    """The words that are right here though no list has them; none where there is no such file, or it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    except UnicodeDecodeError as error:
        message = _("the file is not UTF-8 (byte {byte})").format(byte=error.start + 1)
        diagnostics.error("not-utf-8", message, Where(display(path)), _("save it as UTF-8 in your editor"))
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=reason_of(error))
        diagnostics.error("unreadable-file", message, Where(display(path)))
    return ""


def _unspelled(texts: list[ProofText], speller: Speller) -> Iterator[Diagnostic]:
    if speller.missing:
        message = _("spelling was not looked at: there is no Swedish dictionary on this machine")
        hint = _("install one with: pip install {packages}").format(packages=speller.missing)
        yield Diagnostic("prose/no-dictionary", Severity.INFO, message, hint=hint)
        return
    counts = Counter(word.casefold() for text in texts for word in LETTERS.findall(text.masked))
    common = [word for word, count in counts.items() if count >= 2 and len(word) > 4]
    for text in texts:
        for item in speller.unknown(text.masked):
            known = [word for word in common if word != item.word.casefold() and speller.knows(word)]
            hint = did_you_mean(item.word.casefold(), known) or _("correct it, or add it to words.txt beside the texts")
            message = _("“{word}” is in no dictionary").format(word=item.word)
            yield Diagnostic("prose/spelling", Severity.WARNING, message, text.where(item.start, item.word), hint)


def _hints(text: ProofText) -> Iterator[Diagnostic]:
    if text.path[-1:] == ("alt",) and (opening := OPENING.match(text.masked)):
        message = _("the alternative text begins with “{words}”, which a screen reader has said already")
        hint = _("begin with what is seen: readers are told that it is a picture")
        where = text.where(opening.start(), opening.group())
        yield Diagnostic("prose/alt-opening", Severity.INFO, message.format(words=opening.group().strip()), where, hint)
    for sentence in sentences(text.masked):
        if sentence.words > LONG_SENTENCE:
            message = _("the sentence has {count} words").format(count=sentence.words)
            hint = _("make two of it: up to {most} words are read at a glance").format(most=LONG_SENTENCE)
            yield Diagnostic("prose/long-sentence", Severity.INFO, message, text.where(sentence.start), hint)
    for found in LETTERS.finditer(text.masked):
        if len(found.group()) >= LONG_WORD and "-" not in found.group():
            message = _("“{word}” has {count} letters").format(word=found.group(), count=len(found.group()))
            hint = _("say it in two words or more")
            yield Diagnostic("prose/long-word", Severity.INFO, message, text.where(found.start(), found.group()), hint)
    for found in _heavy().finditer(text.masked):
        plain = heavy_words()[found.group().casefold()]
        message = _("“{word}” is office language").format(word=found.group())
        hint = _("write “{plain}”").format(plain=plain)
        yield Diagnostic("prose/heavy-word", Severity.INFO, message, text.where(found.start(), found.group()), hint)
    for found in _PASSIVE.finditer(text.masked):
        if not _NO_PASSIVE.search(found.group()):
            message = _("“{word}” is passive: who does it?").format(word=found.group())
            hint = _("say who, where it matters")
            yield Diagnostic("prose/passive", Severity.INFO, message, text.where(found.start(), found.group()), hint)
    score = lix(text.masked)
    if score > HARD_LIX and len(LETTERS.findall(text.masked)) >= ENOUGH_WORDS:
        message = _("the text's LIX is {score}: hard to read").format(score=score)
        hint = _("shorter sentences and shorter words; below 40 reads like a newspaper")
        yield Diagnostic("prose/lix", Severity.INFO, message, text.tree.where(text.path), hint)


def _overdue(root: Path) -> Iterator[Diagnostic]:
    reviews = load_reviews(root)
    for source, date in reviews.dates.items():
        if overdue(date, today()):
            message = _("the source was to be looked at again by {date}").format(date=date)
            hint = _("look at it; where it still holds, set a new review date; else change what is said")
            yield Diagnostic("honest/source-overdue", Severity.WARNING, message, reviews.places[source], hint)
