"""Presentations with what programs do on saving taken out of them, and as words to show."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from operator import is_
from typing import Any, get_args

from deck.i18n import decimal
from deck.memory import Itself
from deck.presentation import (
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Link,
    Map,
    Media,
    Paragraph,
    Picture,
    Presentation,
    QrCode,
    Slide,
    Table,
    Text,
)
from deck.refresh.edits import Point
from deck.refresh.words import canonical


def canonical_value(value: Any, lang: str) -> Any:
    """Any value of the IR: paragraphs canonical, words NFC, empty paragraphs at the end of a text gone."""
    if isinstance(value, Paragraph):
        return canonical(value, lang)
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, tuple):
        items = tuple(canonical_value(item, lang) for item in value)
        while items and isinstance(items[-1], Paragraph) and not items[-1].runs:
            items = items[:-1]
        return value if len(items) == len(value) and all(map(is_, items, value)) else items
    # What is canonical already is itself: most of a deck is.
    changed = {
        name: new for name in _named(type(value)) if (new := canonical_value(old := getattr(value, name), lang)) is not old
    }
    return replace(value, **changed) if changed else value


@cache
def _named(kind: type) -> tuple[str, ...]:
    """The fields that may hold words; none where it is no value of the IR. A map's borders are thousands of numbers."""
    if kind is Media or not is_dataclass(kind):
        return ()
    return tuple(item.name for item in fields(kind) if item.name not in ("areas", "around", "lang"))


def canonical_slide(slide: Slide, lang: str) -> Slide:
    return _canonical(Itself(slide), lang)


@lru_cache(maxsize=512)
def _canonical(its: Itself[Slide], lang: str) -> Slide:
    """A refresh asks for the same slides many times; one that is canonical is its own answer."""
    return canonical_value(its.value, lang)


def canonical_presentation(presentation: Presentation) -> Presentation:
    """All that can be compared, canonical."""
    lang = presentation.lang
    slides = tuple(canonical_slide(slide, lang) for slide in presentation.slides)
    bare = replace(presentation, slides=())
    rest = canonical_value(bare, lang)
    if rest is bare and all(map(is_, slides, presentation.slides)):
        return presentation
    return replace(rest, slides=slides)


_BLOCKS = get_args(Block)


def shown_term(term: Any) -> str:
    """A term as a person sees it; "" where it is not there."""
    if term is None:
        return ""
    if isinstance(term, Slide):
        return shown(term)
    if isinstance(term, Picture):
        return " ".join(filter(None, (term.alt or term.name, f"({term.width} × {term.height})")))
    if isinstance(term, _BLOCKS):
        return shown_block(term)
    if isinstance(term, Cell | Paragraph):
        return term.text.strip()
    if isinstance(term, Link):
        return term.url or (f"→ {term.slide}" if term.slide else "")
    if isinstance(term, Point):
        value = "–" if term.value is None else decimal(term.value)
        return f"{value} ({term.label})" if term.label else value
    if isinstance(term, Item):
        return _item(term)
    if isinstance(term, Mapping):
        return " · ".join(shown_term(value) or "–" for value in term.values())
    if isinstance(term, tuple):
        return "\n".join(filter(None, (shown_term(value) for value in term)))
    return decimal(term) if isinstance(term, float) else str(term)


def _item(item: Item) -> str:
    # A title may have a colon of its own.
    words = ": ".join(filter(None, (item.title.removesuffix(":") if item.text else item.title, item.text)))
    rest = ", ".join(filter(None, (shown_term(item.value), shown_term(item.link))))
    return " ".join(filter(None, (item.key, words, f"({rest})" if rest else "")))


def shown_block(block: Block) -> str:
    """A block's words, a line each."""
    return SHOWN[type(block)](block)


def _diagram(block: Diagram) -> str:
    items = (" ".join(filter(None, (item.key, _pair(item.title, item.text)))) for item in block.items)
    return "\n".join((*items, block.caption) if block.caption else items)


def _pair(one: str, other: str) -> str:
    return ": ".join(filter(None, (one, other)))


def _points(chart: Chart) -> list[str]:
    rows = []
    for n, category in enumerate(chart.categories):
        label = chart.labels[n] if n < len(chart.labels) else ""
        values = [decimal(value) for s in chart.series if n < len(s.values) and (value := s.values[n]) is not None]
        rows.append(_pair(category, label or " / ".join(values)))
    return rows


SHOWN: Mapping[type, Callable[[Any], str]] = {
    Text: lambda block: block.text,
    Table: lambda block: "\n".join(" | ".join(cell.text for cell in row.cells) for row in block.rows),
    Chart: lambda block: "\n".join(_points(block)),
    Diagram: _diagram,
    Picture: lambda block: block.alt or block.name,
    Map: lambda block: _pair(block.caption, block.alt),
    QrCode: lambda block: _pair(block.label, block.url),
}
"""Each kind of block in words."""


def shown(slide: Slide) -> str:
    """A slide's words, a line each, the title first."""
    return "\n".join(filter(None, (shown_block(slot.block) for slot in slide.slots)))
