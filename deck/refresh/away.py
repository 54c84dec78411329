"""What the guidance says now of what an owner took away: it stands nowhere else, and so all that changed there is told, words
that a slide does not show among it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from deck.i18n import _
from deck.presentation import Block, Chart, Diagram, Item, Link, Media, Picture, Run, Slide
from deck.refresh.canon import shown_term
from deck.refresh.facets import facets


def news_of(base: Any, theirs: Any) -> tuple[str, str]:
    """What was there, and what the guidance has there now ("" where it changed nothing, or has it no longer): the words as
    shown, where they are others, and then what else is new, a line each. The same twice where only looks are others.
    `base`, `theirs`: a slide, a block, or a slot's paragraphs."""
    words = shown_term(base)
    if theirs is None or _shown_of(theirs) == _shown_of(base):
        return words, ""
    now = shown_term(theirs)
    gone, new = ([line for line in side if line] for side in _beside(base, theirs))
    if not new:
        return words, now
    rest = ("\n".join(gone), "\n".join(new))
    return ("\n".join(filter(None, (words, rest[0]))), "\n".join((now, rest[1]))) if now != words else rest


def _shown_of(term: Any) -> Any:
    """A slide's section and sources are no part of what it says."""
    return (term.kind, term.slots, term.notes) if isinstance(term, Slide) else term


def _beside(base: Any, theirs: Any) -> tuple[list[str], list[str]]:
    """What of each side the other has not, beside the words that are shown."""
    was, now = (list(_said(side)) for side in (base, theirs))
    shown = shown_term(theirs).split("\n")
    return [line for line in was if line not in now], [line for line in now if line not in was and line not in shown]


def _said(term: Any) -> Iterator[str]:
    """What a term says beside its words, a line each: of two that are alike, the same lines."""
    if isinstance(term, Slide):
        for slot in term.slots:
            yield from _said_of_block(slot.block)
    elif isinstance(term, get_args(Block)):
        yield from _said_of_block(term)
    for words, link in _linked(term):
        yield _("link") + f": {words} ({link})"
    if isinstance(term, Slide) and (notes := shown_term(term.notes)):
        yield _("speaker notes") + f": {notes}"


def _said_of_block(block: Block) -> Iterator[str]:
    held = facets(block)
    # Of a picture and a map it is among the words.
    if held.get("alt") and held["alt"] not in shown_term(block):
        yield _("alternative text") + f": {held['alt']}"
    if held.get("caption") and held["caption"] not in shown_term(block):
        yield _("caption") + f": {held['caption']}"
    if isinstance(block, Picture):
        yield _("picture") + f": {block.name} ({block.width} × {block.height})"
    elif isinstance(block, Chart):
        # A label stands in its value's place among the words.
        for n, category in enumerate(block.categories):
            if n < len(block.labels) and block.labels[n]:
                values = [series.values[n] for series in block.series if n < len(series.values)]
                yield f"{category}: " + " / ".join(shown_term(value) for value in values if value is not None)
    elif isinstance(block, Diagram):
        for item in block.items:
            if item.value is not None:
                yield f"{item.title or item.key}: {shown_term(item.value)}"


def _linked(term: Any) -> Iterator[tuple[str, str]]:
    """(words, address) of all that leads somewhere, and does not show where by itself."""
    if isinstance(term, Run | Item) and term.link is not None:
        words = " ".join((term.text if isinstance(term, Run) else term.title or term.text).split())
        link = shown_term(term.link)
        if link and link not in words:
            yield words, link
    if isinstance(term, tuple):
        for item in term:
            yield from _linked(item)
    elif is_dataclass(term) and not isinstance(term, Media | Link | type):
        for held in fields(term):
            yield from _linked(getattr(term, held.name))


__all__ = ["news_of"]
