"""Words put into a language's YAML files: what else stands there stays. A text that is there is written where
it stands; where new ones come in, the file is written by ruamel.yaml, with its comments, quotes and order."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deck.collection import first_language
from deck.content.phrase import PARTED
from deck.content.translated import SLIDES, TERMS
from deck.diagnostics import Where
from deck.errors import InputError
from deck.i18n import _
from deck.source import display, load_yaml
from deck.source.rewrite import rewritten
from deck.source.tree import TreePath

_HEAD = {SLIDES: "# The words of the slides, by their ids.\n", TERMS: "# Words that come back.\n"}


@dataclass(frozen=True, slots=True)
class WordsFile:
    """A file of words as it is to be."""

    path: Path
    text: str


def with_words(root: Path, lang: str, words: Mapping[str, str]) -> list[WordsFile]:
    """The files of `lang` with these texts (name → words) put in. A text that is there is changed where it stands; a new
    one comes in the file that has its Swedish, in the Swedish order. Raises InputError where a file cannot be written so."""
    homes = _homes(root / lang)
    swedish = _homes(root / first_language())
    wanted: dict[Path, dict[str, str]] = {}
    for name, said in words.items():
        own = _home(name, homes) or root / lang / (_home(name, swedish) or Path("terms.yaml")).name
        wanted.setdefault(own, {})[name] = said
    return [_changed(path, root / first_language() / path.name, lang, named) for path, named in wanted.items()]


def _homes(folder: Path) -> dict[str, Path]:
    """Slide → the file with its words."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("slides*.yaml")):
        slides = load_yaml(path).get((SLIDES,))
        found |= {f"{SLIDES}.{slide}": path for slide in (slides if isinstance(slides, dict) else {})}
    return found


def _home(name: str, homes: Mapping[str, Path]) -> Path | None:
    return homes.get(".".join(name.split(".")[:2]))


def _changed(path: Path, swedish: Path, lang: str, words: Mapping[str, str]) -> WordsFile:
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.error import YAMLError

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    kind = TERMS if path.name == "terms.yaml" else SLIDES
    try:
        before = path.read_text("utf-8-sig") if path.is_file() else _HEAD[kind] + f"{kind}:\n"
        tree = yaml.load(before)
        model = yaml.load(swedish.read_text("utf-8-sig")) if swedish.is_file() else CommentedMap()
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        message = _("the file cannot be read ({error})").format(error=str(error)[:120])
        raise InputError.of("unreadable", message, Where(display(path))) from None
    if not isinstance(tree, CommentedMap):
        tree = CommentedMap()
    _keep_anchors(tree)
    if kind == TERMS and not (tree.get(TERMS) or {}).get("lang"):
        _put(tree, model, (TERMS, "lang"), lang)
    text, rest = _in_place(before, words, display(path))
    if not rest:
        return WordsFile(path, text)
    for name, said in words.items():
        _put(tree, model, tuple(name.split(".")), said)
    out = io.StringIO()
    yaml.dump(tree, out)
    return WordsFile(path, out.getvalue())


def _in_place(text: str, words: Mapping[str, str], file: str) -> tuple[str, dict[str, str]]:
    """The file with the texts that are there written anew where they stand, every other character as it is; and those that have
    no place in it yet, or are said elsewhere in it, too."""
    tree = load_yaml(text, file)
    there: dict[TreePath, str] = {}
    rest: dict[str, str] = {}
    for name, said in words.items():
        path = tuple(name.split("."))
        bare = path[:-1] if path[-1] in ("title", "alla") and isinstance(tree.get(path[:-1]), str) else path
        if isinstance(tree.get(bare), str) and bare in tree.ends:
            there[bare] = said
        else:
            rest[name] = said
    if rest:
        return text, rest
    try:
        anew = rewritten(text, there, file)
    except InputError:
        return text, dict(words)
    before, after = dict(_texts(tree.value)), dict(_texts(load_yaml(anew, file).value))
    changed = {path for path, said in before.items() if after.get(path) != said}
    return (anew, {}) if changed <= there.keys() else (text, dict(words))


def _texts(value: object, path: TreePath = ()) -> Iterator[tuple[TreePath, str]]:
    if isinstance(value, str):
        yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from _texts(item, (*path, key))


def _keep_anchors(tree: Any) -> None:
    for node in _nodes(tree):
        if _anchor_of(node):
            node.yaml_anchor().always_dump = True


def _anchor_of(node: Any) -> str:
    """What a mapping or list is called by `&` in the file, "" where it is not."""
    anchor = node.yaml_anchor() if hasattr(node, "yaml_anchor") else None
    return str(anchor.value or "") if anchor is not None else ""


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for item in inner:
        yield from _nodes(item)


def _put(tree: Any, model: Any, path: tuple[str, ...], said: str) -> None:
    """Set the text at `path`. A text under which more is to stand is its title, bare notes are everyone's."""
    from ruamel.yaml.comments import CommentedMap

    node, like = tree, model
    for depth, step in enumerate(path[:-1]):
        like = like.get(step) if isinstance(like, dict) else None
        inner: Any = node.get(step)
        if not isinstance(inner, dict):
            short = "alla" if step == "notes" else "title"
            if isinstance(inner, str | list) and path[depth + 1 :] == (short,):
                node[step] = _scalar(said, inner)
                return
            fresh = CommentedMap({short: inner} if isinstance(inner, str) and inner else {})
            if step in node:
                node[step] = fresh
            else:
                _insert(node, step, fresh, _like_parent(model, path[: depth + 1]))
            inner = node[step]
        elif _anchor_of(inner):
            # It is said elsewhere, too, where it stays as it is.
            inner = node[step] = copy.deepcopy(inner)
            inner.yaml_anchor().value = None
        node = inner
    last = path[-1]
    if last in node:
        node[last] = _scalar(said, node[last])
    else:
        _insert(node, last, _scalar(said, None), like if isinstance(like, dict) else {})


def _like_parent(model: Any, path: tuple[str, ...]) -> Any:
    """The mapping of the Swedish file in which the last step of `path` would stand."""
    node = model
    for step in path[:-1]:
        node = node.get(step) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else {}


def _insert(node: Any, key: str, value: Any, like: Any) -> None:
    """Put a key where the Swedish order has it: before the first there of those that follow it."""
    order = list(like)
    after = order[order.index(key) + 1 :] if key in order else []
    keys = list(node)
    at = next((keys.index(other) for other in after if other in node), len(keys))
    node.insert(at, key, value)


def _scalar(said: str, before: Any) -> Any:
    """The text as it is written: paragraphs as a literal block, what stood in quotes in quotes, else as YAML needs it."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if PARTED in said or isinstance(before, LiteralScalarString):
        return LiteralScalarString(said.rstrip("\n") + "\n")
    quoted = isinstance(before, DoubleQuotedScalarString) or any(sign in said for sign in "{}[]#:&*!|>'\"%@`~\\,")
    return DoubleQuotedScalarString(said) if quoted else said
