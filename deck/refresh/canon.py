"""Presentations with what programs do on saving taken out of them, and as words to show."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any

from deck.presentation import (
    BigNumber,
    Block,
    Cards,
    Chart,
    Map,
    Media,
    Paragraph,
    Picture,
    Presentation,
    Process,
    QrCode,
    Slide,
    Table,
    Text,
)
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
        return items
    if isinstance(value, Media) or not is_dataclass(value) or isinstance(value, type):
        return value
    # A map's borders are thousands of numbers, and no words.
    return replace(
        value, **{f.name: canonical_value(getattr(value, f.name), lang) for f in fields(value) if f.name not in ("areas", "lang")}
    )


def canonical_slide(slide: Slide, lang: str) -> Slide:
    return canonical_value(slide, lang)


def canonical_presentation(presentation: Presentation) -> Presentation:
    """All that can be compared, canonical."""
    return canonical_value(presentation, presentation.lang)


def shown_block(block: Block) -> str:
    """A block's words, a line each."""
    match block:
        case Text():
            return block.text
        case Table():
            return "\n".join(" | ".join(cell.text for cell in row.cells) for row in block.rows)
        case Chart():
            return "\n".join(_points(block))
        case Process():
            return "\n".join(_pair(step.title, step.text) for step in block.steps)
        case Cards():
            return "\n".join(" ".join(filter(None, (card.number, _pair(card.title, card.text)))) for card in block.cards)
        case BigNumber():
            return _pair(block.number, block.label)
        case Picture():
            return block.alt or block.name
        case Map():
            return _pair(block.caption, block.alt)
        case QrCode():
            return _pair(block.label, block.url)


def _pair(one: str, other: str) -> str:
    return ": ".join(filter(None, (one, other)))


def _points(chart: Chart) -> list[str]:
    rows = []
    for n, category in enumerate(chart.categories):
        label = chart.labels[n] if n < len(chart.labels) else ""
        values = [f"{s.values[n]:g}" for s in chart.series if n < len(s.values) and s.values[n] is not None]
        rows.append(_pair(category, label or " / ".join(values)))
    return rows


def shown(slide: Slide) -> str:
    """A slide's words, a line each, the title first."""
    return "\n".join(filter(None, (shown_block(slot.block) for slot in slide.slots)))
