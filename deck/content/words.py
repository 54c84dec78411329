"""The words of a language, by id: held against the structure, compiled into phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from deck.content.blocks import (
    ITEMS,
    ChartBlock,
    DiagramBlock,
    FigureBlock,
    LineBlock,
    MadeBlock,
    MapBlock,
    MembersBlock,
    PictureBlock,
    QrBlock,
    TableBlock,
    TextBlock,
)
from deck.content.diagrams import diagram_words, respelled
from deck.content.model import SlideModel
from deck.content.phrase import Phrase, compile_phrase
from deck.diagnostics import Diagnostics, did_you_mean
from deck.i18n import _
from deck.presentation import FROM, LINE_ROLES, SLOT_ROLES
from deck.source import Tree
from deck.source.tree import ODD_KEY, TreePath

Key = tuple[str, ...]

NOTES_LIMIT = 2500
ALT_LIMIT = 400
CREDIT_LIMIT = 120
LINE_LIMITS = {"title": 90, "subtitle": 160, "quote": 400, "attribution": 120, "number": 14}
ITEM_LIMIT = 220
FROM_LIMIT = 60
BRIDGE = "bridge"
"""Among the notes of a slide: what the speaker says to come to it, in the notes of the one before."""
_LINE_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Expected:
    """A text that the structure has room for: at most `limit` visible characters."""

    limit: int
    required: bool = True


def expected_words(slide: SlideModel, audiences: Iterable[str]) -> dict[Key, Expected]:
    """Every text that a slide has or may have, by its path below the slide."""
    found: dict[Key, Expected] = {}
    for slot, block in slide.slots.items():
        for path, item in _of_block(block, slide.role(slot)).items():
            found[(slot, *path)] = item
    if FROM in SLOT_ROLES[slide.kind]:
        found[(FROM,)] = Expected(FROM_LIMIT, required=False)
    found[("notes", "alla")] = Expected(NOTES_LIMIT)
    found[("notes", BRIDGE)] = Expected(ITEM_LIMIT, required=False)
    for audience in audiences:
        found.setdefault(("notes", audience), Expected(NOTES_LIMIT, required=False))
    return found


def _made(block: MadeBlock) -> dict[Key, Expected]:
    if block.block == "contact" and not block.form:
        return {("lead",): Expected(ITEM_LIMIT), ("fallback",): Expected(ITEM_LIMIT)}
    return {
        "sources": _ALT | {(name,): Expected(40) for name in ("title", "publisher", "date")},
        "agenda": _ALT,
        "contact": _ALT,
        "goals": _ALT if block.form else {},
    }.get(block.block, {})


def _table(block: TableBlock) -> dict[Key, Expected]:
    heads = {("columns", column): Expected(40) for column in block.columns}
    written = [name for name, column in block.columns.items() if not column.fill]
    return _ALT | heads | {("rows", row, column): Expected(200) for row in block.rows for column in written}


def _chart(block: ChartBlock) -> dict[Key, Expected]:
    names = {("categories", item): Expected(60) for item in block.categories}
    labels = {("labels", item): Expected(40, required=False) for item in block.categories}
    return _ALT | {("series",): Expected(60)} | names | labels


def _picture(block: PictureBlock) -> dict[Key, Expected]:
    return ({} if block.decorative else _ALT) | {("credit",): Expected(CREDIT_LIMIT, required=False)}


_ALT: dict[Key, Expected] = {("alt",): Expected(ALT_LIMIT)}
BLOCK_WORDS: Mapping[type, Callable[[Any], dict[Key, Expected]]] = {
    TextBlock: lambda block: {(item,): Expected(ITEM_LIMIT) for item in block.items},
    DiagramBlock: lambda block: _ALT | {path: Expected(*most) for path, most in diagram_words(block).items()},
    TableBlock: _table,
    ChartBlock: _chart,
    PictureBlock: _picture,
    MapBlock: lambda _block: _ALT | {("caption",): Expected(80, required=False)},
    MembersBlock: lambda _block: _ALT | dict.fromkeys((("letters",), ("names",)), Expected(60, required=False)),
    FigureBlock: lambda _block: {},
    QrBlock: lambda _block: _ALT | {("label",): Expected(120)},
    MadeBlock: _made,
}
"""The words of each kind of block but a line, by their path below the slot."""


def _of_block(block: Any, role: str) -> dict[Key, Expected]:
    if isinstance(block, LineBlock):
        return {(): Expected(LINE_LIMITS.get(role, _LINE_LIMIT if role in LINE_ROLES else ITEM_LIMIT))}
    return BLOCK_WORDS[type(block)](block)


def flatten(value: Any, expected: Mapping[Key, Expected], path: Key = ()) -> dict[Key, str]:
    """Texts by path; a bare text where a title and more may stand is the title, bare notes are everyone's."""
    if isinstance(value, dict):
        found: dict[Key, str] = {}
        for key, inner in value.items():
            found |= flatten(inner, expected, (*path, key))
        return found
    if isinstance(value, list):
        value = " ".join(str(item) for item in value)
    if path not in expected:
        for short in ("title", "alla"):
            if (*path, short) in expected:
                return {(*path, short): str(value)}
    return {path: str(value)}


def _tell_lists(value: Any, tree: Tree, path: TreePath, diagnostics: Diagnostics) -> None:
    """A text that begins with "[" is a list to YAML, and so are lines that begin with "-"."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _tell_lists(inner, tree, (*path, key), diagnostics)
    elif isinstance(value, list):
        hint = _("put the text in quotes; paragraphs are parted by blank lines")
        diagnostics.error("bad-value", _("a list stands here, and a text is meant"), tree.where(path), hint)


def _position(tree: Tree, base: TreePath, path: Key) -> TreePath:
    """The part of the path that is written out in the file, which may call a diagram's items by an older name."""
    spellings = ((*path[:1], name, *path[2:]) for name in ITEMS) if path[1:2] == ITEMS[:1] else ()
    full = (*base, *next((other for other in spellings if tree.get((*base, *other[:2])) is not None), path))
    while len(full) > len(base) and tree.get(full) is None:
        full = full[:-1]
    return full


def compile_slide(
    slide_id: str, slide: SlideModel, tree: Tree, base: TreePath, audiences: Iterable[str], diagnostics: Diagnostics
) -> dict[Key, Phrase]:
    """The phrases of a slide, (slide, slot, …) → Phrase; missing and unknown words go to `diagnostics`."""
    expected = expected_words(slide, audiences)
    words = tree.get(base)
    _tell_lists(words, tree, base, diagnostics)
    if isinstance(words, dict):
        drawn = {slot for slot, block in slide.slots.items() if isinstance(block, DiagramBlock)}
        words = {slot: respelled(value) if slot in drawn else value for slot, value in words.items()}
    given = {path: text for path, text in flatten(words, expected).items() if not (tree.broken and ODD_KEY in ".".join(path))}
    phrases: dict[Key, Phrase] = {}
    for path, text in given.items():
        at = _position(tree, base, path)
        if path not in expected:
            known = sorted(
                {key[len(path) - 1] for key in expected if len(key) >= len(path) and key[: len(path) - 1] == path[:-1]}
            )
            name = path[-1] if path else slide_id
            diagnostics.error(
                "unknown-words",
                _('the structure of slide "{slide}" has no "{name}"').format(slide=slide_id, name=".".join(path)),
                tree.where(at, key=True),
                did_you_mean(name, known) or (_known(known) if known else _("take it away")),
            )
            continue
        if not text.strip():
            if expected[path].required:
                diagnostics.error("missing-words", _("there is no text here"), tree.where(at), _("write it"))
            continue
        phrases[(slide_id, *path)] = _phrase(text, expected[path].limit, tree, at, diagnostics)
    for path, item in expected.items():
        # What stands after the fault in a file is not known.
        if item.required and path not in given and not tree.broken:
            diagnostics.error(
                "missing-words",
                _('slide "{slide}" has no words for "{name}"').format(slide=slide_id, name=".".join(path)),
                tree.where(_position(tree, base, path)),
                _("write them"),
            )
    return phrases


def _known(names: list[str]) -> str:
    return _("known here: {names}").format(names=", ".join(names))


def _phrase(text: str, limit: int, tree: Tree, at: TreePath, diagnostics: Diagnostics) -> Phrase:
    lead = len(text) - len(text.lstrip())
    return compile_phrase(text, limit, diagnostics, tree.where(at), lambda offset: tree.where_in(at, offset + lead))


def compile_terms(tree: Tree, diagnostics: Diagnostics) -> dict[Key, Phrase]:
    """Every text of terms.yaml, by path."""
    base: TreePath = ("terms",)
    given = flatten(tree.get(base) or {}, {})
    _tell_lists(tree.get(base), tree, base, diagnostics)
    return {path: _phrase(text, ITEM_LIMIT, tree, (*base, *path), diagnostics) for path, text in given.items() if text}


REQUIRED_TERMS: tuple[Key, ...] = (
    ("lang",),
    ("suggestion",),
    ("source",),
    ("sources",),
    ("suggestion-note",),
    ("local-note",),
    ("subject",),
    ("keywords",),
    ("description",),
    *((("contact", name)) for name in ("name", "role", "email", "phone", "web")),
    *(
        (("changelog", name))
        for name in (
            "heading",
            "none",
            "new-source",
            "gone-source",
            "changed-source",
            "new-slide",
            "gone-slide",
            "changed-words",
            "new-words",
            "gone-words",
            "changed-structure",
            "changed-order",
            "slides",
            "was",
            "now",
            "guidance",
            "term",
            "notes",
        )
    ),
)
"""What terms.yaml of a language must hold, beside the names of sections, outlines and audiences."""

OPTIONAL_TERMS: tuple[Key, ...] = (
    ("bridge",),
    ("part",),
    *((("places", name)) for name in ("municipality", "county", "genitive", "county-genitive")),
    *((("provenance", name)) for name in ("source", "suggestion", "local", "map", "emphasis")),
    *((("time", name)) for name in ("half", "one", "more")),
)
"""What it may hold beside."""
