"""A slide's texts as its editor writes them: read from the files of a language, and put back into them, each where it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deck.content.structure import load_structure
from deck.content.words import Expected, Key, expected_words
from deck.diagnostics import Diagnostics, did_you_mean
from deck.errors import InputError, UsageError
from deck.i18n import _
from deck.source import Tree, display, load_yaml
from deck.source.rewrite import read_text, rewritten, same_words
from deck.source.tree import TreePath


@dataclass(frozen=True, slots=True, kw_only=True)
class EditableText:
    """`path`: below the slide, as it is written in the file ("object.items.first"). `limit`: visible characters at most, 0 where
    nobody says. `there`: whether the file has it; what it has not may be written."""

    path: Key
    text: str
    limit: int = 0
    required: bool = True
    there: bool = True

    @property
    def name(self) -> str:
        return ".".join(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditableSlide:
    """`file`: where its words are, relative to the content. `mark`: of the words as they are there; who saves says which they
    saw."""

    id: str
    kind: str
    file: str
    texts: tuple[EditableText, ...]

    @property
    def mark(self) -> str:
        said = "\0".join(f"{text.name}\0{text.text.rstrip()}" for text in self.texts)
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def editable_slide(root: Path, lang: str, slide: str) -> EditableSlide:
    """Raises UsageError for an unknown slide, InputError where the files cannot be read, or have no words of the slide."""
    path, tree = _words_of(root, lang, slide)
    slides, audiences = load_structure(root)
    expected = expected_words(slides[slide], audiences)
    texts = [_text(found, expected) for found in _written(tree.get(("slides", slide)))]
    known = {text.path for text in texts}
    for key, item in expected.items():
        beside = tree.get(("slides", slide, *key[:-1]))
        short = key[:-1] in known or (key[1:] == ("alla",) and key[:1] in known)
        if not short and key not in known and isinstance(beside, dict) and beside:
            texts.append(EditableText(path=key, text="", limit=item.limit, required=item.required, there=False))
    file = path.relative_to(root).as_posix()
    return EditableSlide(id=slide, kind=slides[slide].kind, file=file, texts=tuple(sorted(texts, key=_in_order)))


@dataclass(frozen=True, slots=True)
class RewordedFile:
    """A file as it was read, and as it is to be."""

    path: Path
    before: bytes
    after: bytes


def reworded(root: Path, lang: str, slide: str, words: Mapping[str, str]) -> RewordedFile:
    """The file of a slide's words with others: `words` by the names of its texts. What is empty and not in the
    file yet stays out. Raises as `editable_slide`, and InputError for a text that has no place of its own."""
    path, tree = _words_of(root, lang, slide)
    known = {text.name: text for text in editable_slide(root, lang, slide).texts}
    changes: dict[TreePath, str] = {}
    for name, said in words.items():
        text = known.get(name)
        told = "\n".join(line.rstrip() for line in said.replace("\r\n", "\n").split("\n")).rstrip()
        if text is not None and not same_words(text.text, told) and (text.there or told):
            changes[("slides", slide, *text.path)] = told
    before = read_text(path)
    return RewordedFile(path, before.encode(), rewritten(before, changes, tree.name).encode())


def _words_of(root: Path, lang: str, slide: str) -> tuple[Path, Tree]:
    """The file in which a slide's words are."""
    found = Diagnostics()
    known: list[str] = []
    for path in sorted((root / lang).glob("slides*.yaml")):
        tree = load_yaml(path, diagnostics=found)
        words = tree.get(("slides",))
        if isinstance(words, dict):
            if slide in words:
                return path, tree
            known += words
    if found.errors:
        raise InputError(found)
    hint = did_you_mean(slide, known) or _("there are: {names}").format(names=", ".join(known))
    message = _('{folder} has no words of a slide "{name}"').format(folder=display(root / lang), name=slide)
    raise UsageError.of("unknown-slide", message, hint=hint)


def _written(value: object, path: Key = ()) -> list[tuple[Key, str]]:
    """Every text below, in the order of the file; of lists none, for they are told in one line."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in _written(inner, (*path, str(key)))]
    return [(path, value)] if isinstance(value, str) and path else []


def _text(found: tuple[Key, str], expected: Mapping[Key, Expected]) -> EditableText:
    path, text = found
    wanted = next((expected[(*path, *more)] for more in ((), ("title",), ("alla",)) if (*path, *more) in expected), None)
    return EditableText(
        path=path, text=text.rstrip(), limit=wanted.limit if wanted else 0, required=wanted is not None and wanted.required
    )


def _in_order(text: EditableText) -> tuple[int, int]:
    """What shows first, the notes last."""
    return (text.path[:1] == ("notes",), not text.there)
