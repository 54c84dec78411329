"""Tables, charts and texts with words of their owner's, in whose looks a program's hand cannot be told from an owner's, and that
bore nothing else of theirs when a refresh found them: they keep their looks, and as long as they stand as they stood then, those
are nobody's touch."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from deck.pptx.manifest import Digests
from deck.pptx.reader import ReadDeck
from deck.presentation import Chart, Presentation, Table, Text
from deck.refresh.carried import Slots
from deck.refresh.digests import digests_on
from deck.refresh.guard.side import Side
from deck.refresh.keeping import kept_names, names_kept

KEY = "unsure"
"""Where the manifest remembers them, each as "PAGE/SLOT=DIGEST"."""
ELSEWHERE = ("place", "order")
"""Touches of a shape that its digest does not tell of."""


def standing_still(extra: Mapping[str, Any], deck: ReadDeck) -> Slots:
    """(slide, slot) of those that the manifest remembers and that no hand has touched since, on any page."""
    known = [_parted(name) for name in names_kept(extra, KEY)]
    if not known:
        return frozenset()
    here = digests_on(Side.of(deck), said=deck.manifest.base if deck.manifest is not None else None)
    stand, changed = set[tuple[str, str]](), set[tuple[str, str]]()
    for page, slot, digest in known:
        (stand if here.get(page, {}).get(slot) == digest else changed).add((page.partition("#")[0], slot))
    return frozenset(stand - changed)


def _parted(name: str) -> tuple[str, str, str]:
    where, _sign, digest = name.partition("=")
    page, _stroke, slot = where.partition("/")
    return page, slot, digest


def to_remember(
    slots: Collection[tuple[str, str]],
    said: Presentation,
    here: Digests,
    ours: Digests,
    own: Collection[tuple[str, str]] = (),
) -> dict[str, str]:
    """What goes into the manifest. `here`: how shapes stand in the new file, texts too; `ours`: those of them known to be
    ours; `own`: such as say words of their owner's, so that they are not written anew."""
    every = {(s.id, slot.id): slot.block for s in said.slides for slot in s.slots}
    wanted = {
        where
        for where in set(slots) & set(every)
        if isinstance(every[where], (Table, Chart)) or (where in own and isinstance(every[where], Text))
    }
    names = (
        f"{page}/{slot}={digest}"
        for page, shapes in here.items()
        for slot, digest in shapes.items()
        if (page.partition("#")[0], slot) in wanted and slot not in ours.get(page, {})
    )
    return kept_names(KEY, [*names])


__all__ = ["ELSEWHERE", "KEY", "standing_still", "to_remember"]
