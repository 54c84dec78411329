"""A show whose owner gave it another size: what the deck remembers of where we put its slots is true no longer, and where most of
them went, no hand put them one by one."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

from deck.geometry import Box
from deck.pptx.reader import ReadDeck
from deck.refresh.pages import near, pages_of
from deck.refresh.resize import Resize

LEAST_WIDE = 0.8
"""Ours ends nearer to the slide's edge than this."""


def is_resized(deck: ReadDeck) -> bool:
    """Whether the show has another width than it had: then what the file remembers of ours ends far from where slides end now."""
    placed = deck.manifest.placed if deck.manifest is not None else {}
    width = deck.sheets.size[0]
    edge = max((x + w for boxes in placed.values() for x, _y, w, _h in boxes.values()), default=width)
    return not LEAST_WIDE * width <= edge <= width / LEAST_WIDE


def as_resized(deck: ReadDeck, lang: str) -> ReadDeck:
    """The deck with what it remembers of places in the size that it has now, where most slots stand so: all larger or smaller as
    one, as PowerPoint makes them fit."""
    manifest = deck.manifest
    resize = _resize_of(deck, lang) if manifest is not None and is_resized(deck) else Resize()
    if manifest is None or resize.nothing:
        return deck
    placed = {
        page: {slot: (box.x, box.y, box.w, box.h) for slot, was in boxes.items() for box in [resize.box(Box(*was))]}
        for page, boxes in manifest.placed.items()
    }
    return replace(deck, manifest=replace(manifest, placed=placed))


def _resize_of(deck: ReadDeck, lang: str) -> Resize:
    pairs = [
        (Box(*was), box)
        for pages in pages_of(deck, lang).values()
        for page in pages
        for slot, was in page.placed.items()
        if was[2] and (shape := page.shape(slot)) is not None and (box := page.box(shape)) is not None
    ]
    if not pairs:
        return Resize()
    factor = median(box.w / was.w for was, box in pairs)
    dx, dy = (median(getattr(box, name) - factor * getattr(was, name) for was, box in pairs) for name in ("x", "y"))
    found = Resize(factor, round(dx), round(dy))
    return found if 2 * sum(near(found.box(was), box) for was, box in pairs) > len(pairs) else Resize()


__all__ = ["as_resized", "is_resized"]
