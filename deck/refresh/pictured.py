"""Charts and drawn blocks that a program has made pictures of: the picture is its owner's, and says what it said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deck.diagnostics import Diagnostic, Severity, Where
from deck.drawing.names import local
from deck.geometry import Box
from deck.i18n import _
from deck.refresh.merged import Merged
from deck.refresh.outcome import Change
from deck.refresh.pages import Page

COVERED = 0.7
"""So much of the place of what is gone, and of the picture, is common to both where one stands for the other."""
PagesOfSlides = Mapping[str, Sequence[Page]]


def pictured(merged: Merged, mine: PagesOfSlides, ours: PagesOfSlides) -> Merged:
    """The merge, told of what is gone that a picture stands for. `mine`: slide id → its pages in the file; `ours`: as we wrote
    them."""
    return replace(merged, changes=tuple(_told(item, mine, ours) for item in merged.changes))


def outdated(merged: Merged, numbers: Mapping[str, int]) -> list[Diagnostic]:
    """Pictures whose guidance says something else now."""
    found = []
    for item in merged.changes:
        if item.kind == "pictured" and item.after:
            text = _("“{title}”: a picture stands for what the guidance has as “{words}” now").format(
                title=item.title, words=" / ".join(item.after.splitlines())
            )
            hint = _("build a deck anew, and copy that part of the slide from it over the picture")
            where = Where(slide=numbers.get(item.slide, 0), slide_id=item.slide)
            found.append(Diagnostic("pictured", Severity.WARNING, text, where, hint))
    return found


def _told(item: Change, mine: PagesOfSlides, ours: PagesOfSlides) -> Change:
    if item.kind != "slide-deleted" or not item.slot:
        return item
    was = [box for page in ours.get(item.slide, ()) if (shape := page.shape(item.slot)) is not None and (box := page.box(shape))]
    pictures = [
        box
        for page in mine.get(item.slide, ())
        for shape in page.reader.shapes
        if local(shape) == "pic" and (box := page.box(shape))
    ]
    return replace(item, kind="pictured") if any(_alike(one, other) for one in was for other in pictures) else item


def _alike(one: Box, other: Box) -> bool:
    wide = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    high = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    common = max(0, wide) * max(0, high)
    return common >= COVERED * max(one.w * one.h, other.w * other.h) > 0


__all__ = ["outdated", "pictured"]
