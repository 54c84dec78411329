"""A slot's shape on each page of its slide: put in, taken out, exchanged, or changed within."""

from __future__ import annotations

from collections.abc import Callable

from deck.drawing.names import Element, local
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.instead import still_drawn
from deck.refresh.apply.page import PagePatch
from deck.refresh.apply.sides import Way

Within = Callable[[int, PagePatch, Element, Element], bool]
"""Changes a shape: the page's number (from 0), the page, the shape as it stands, and as newly written. False: it cannot be
changed within, and is exchanged as a whole."""


def on_pages(bench: Bench, slide: str, slot: str, within: Within) -> None:
    """The slot's shape on each of the pages that the slide keeps, made to stand there as newly written. Where the owner's
    way of parting the slide holds, a page without the slot stays without it."""
    way = bench.parting(slide).way
    for n, patch in enumerate(bench.pages(slide)):
        target, source = patch.shape(slot), patch.fresh.shape(slot)
        patch.moved(slot)
        if target is None:
            if source is not None and way is not Way.OWNERS and not still_drawn(bench.before, patch, slide, slot):
                patch.insert(source)
        elif source is None:
            patch.remove(target)
        elif local(target) != local(source) or not within(n, patch, target, source):
            if local(target) == local(source) == "grpSp":
                bench.drawn_anew.add((slide, slot))
            patch.swap(target, source, slot)
        else:
            patch.place(slot)


__all__ = ["Within", "on_pages"]
