"""What a slide's texts are called where they are edited: by words that a person sees, never by the ids of the files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from deck.content.editing import EditableText
from deck.i18n import _

if TYPE_CHECKING:
    from deck.content import Content

LONGEST = 40
_CHOICE = re.compile(r"\{%-?\s*if.*?%\}(.*?)(?:\{%-?\s*el.*?)?\{%-?\s*endif.*?%\}", re.DOTALL)
_FILLED = re.compile(r"\{\{.*?\}\}")


def text_labels(texts: Sequence[EditableText], content: Content | None) -> tuple[str, ...]:
    """Of each text: an item by its own title, a cell by its row and column; else what such a text is called, or its own words."""
    titles = {
        text.path[-2]: in_short(text.text) for text in texts if text.path[-1] == "title" and len(text.path) > 2 and text.text
    }
    columns = {text.path[-1]: in_short(text.text) for text in texts if text.path[-2:-1] == ("columns",) and text.text.strip()}
    rows: dict[str, str] = {}
    for text in texts:
        if text.path[-3:-2] == ("rows",) and (words := in_short(text.text)) and not words.isdigit():
            rows.setdefault(text.path[-2], words)
    known = _names() | titles | columns | rows
    # One that is words alone is called by them.
    for text in texts:
        if text.text.strip() and (text.path[-2:-1] == ("items",) or text.path[-1] not in known):
            known[text.path[-1]] = in_short(text.text)
    labels = [_label(text.path, known, content) for text in texts]
    alike = (labels[: n + 1].count(label) for n, label in enumerate(labels))
    return tuple(f"{label} ({n})" if n > 1 else label for label, n in zip(labels, alike, strict=True))


def in_short(words: str) -> str:
    """The beginning of a text as it reads in some place."""
    plain = _FILLED.sub("…", _CHOICE.sub(r"\1", words)).replace("~", " ").replace("**", "")
    return shorten(plain, LONGEST, placeholder="…")


def _label(path: tuple[str, ...], known: Mapping[str, str], content: Content | None) -> str:
    first, *rest = path
    if first == "notes":
        who = rest[0] if rest else ""
        said = {"": _("Speaker notes"), "alla": _("Speaker notes"), "bridge": _("What leads here, said on the slide before")}
        audience = content.term("audiences", who) if content is not None and who else who
        return said.get(who) or _("Speaker notes for {audience}").format(audience=audience)
    words = [known.get(step, step) for step in (first, *(step for step in rest if step not in ("items", "rows")))]
    if len(words) > 1 and first in ("object", "body"):
        words = words[1:]
    return " · ".join(f"{words[0][:1].upper()}{words[0][1:]}" if n == 0 else word for n, word in enumerate(words))


def _names() -> dict[str, str]:
    return {
        "title": _("title"),
        "subtitle": _("subtitle"),
        "object": _("content"),
        "body": _("text"),
        "text": _("text"),
        "key": _("number or word in front"),
        "alt": _("what the picture shows, for those who do not see it"),
        "caption": _("caption"),
        "quote": _("quote"),
        "attribution": _("who said it"),
        "provenance": _("where it comes from, beside the sources"),
        "part": _("part"),
        "number": _("number"),
        "credit": _("whose picture it is"),
        "left": _("left"),
        "right": _("right"),
        "value": _("amount"),
        "label": _("label"),
        "columns": _("column"),
        "rows": _("row"),
        "strong": _("words in bold"),
    }
