"""What stands alike on slide after slide of a house that draws by hand, a bar or a logo: from now on it is its master's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from deck.drawing import Sheets
from deck.drawing.model import Scene, SceneShape
from deck.drawing.names import Element
from deck.package import Package
from deck.template.hand_covers import with_cover
from deck.template.hand_drawn import key_of, put_onto, shapes_of
from deck.template.layouts import Drawn

LEAST = 2
"""Slides that something must stand on at least."""


def with_repeated(cleaned: Package, package: Package, every: Sequence[Drawn], scenes: Sequence[Scene]) -> Package:
    """`cleaned`, a template's package without its slides, whose layouts draw nothing, with what most of its slides but the first
    draw alike, and with covers as that one is; as it was where that is nothing, or there are several masters. `package`: the
    same with its slides, `scenes`."""
    masters = {item.scene.master for item in every}
    if len(masters) != 1 or len(scenes) <= LEAST:
        return cleaned
    master, parts = next(iter(masters)), [item.part for item in scenes]
    sheets = Sheets(package)
    found = list(_alike(sheets, parts[1:]))
    cleaned = with_cover(cleaned, package, every, scenes, {key_of(sheets, *item): item[1] for item in found})
    return put_onto(cleaned, package, master, found) if found and master in cleaned.parts else cleaned


def _alike(sheets: Sheets, parts: Sequence[str]) -> Iterator[tuple[str, Element]]:
    """(slide, shape) of the first of each that stands on most of the slides."""
    first: dict[bytes, tuple[str, Element]] = {}
    times: Counter[bytes] = Counter()
    for part in parts:
        known: set[bytes] = set()
        for shape in shapes_of(sheets, part):
            key = key_of(sheets, part, shape)
            first.setdefault(key, (part, shape))
            known.add(key)
        times.update(known)
    # In the order that they are painted in: a set has none.
    yield from (item for key, item in first.items() if times[key] >= LEAST and 2 * times[key] > len(parts))


def draws_by_hand(scenes: Sequence[Scene]) -> bool:
    """Whether none of several slides writes in a placeholder, though there are words on most."""
    worded = [any(_says(shape) for shape in item.own) for item in scenes]
    held = any(
        shape.is_placeholder and shape.ph_type not in ("sldNum", "dt", "ftr") and _says(shape)
        for item in scenes
        for shape in item.own
    )
    return not held and len(scenes) > LEAST and 2 * sum(worded) > len(scenes)


def _says(shape: SceneShape) -> bool:
    return shape.text is not None and bool(shape.text.text.strip())


__all__ = ["draws_by_hand", "with_repeated"]
