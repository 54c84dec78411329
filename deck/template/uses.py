"""What colours are seen on layouts and sample slides, by how much of them they take, and on what."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deck.brand.oklch import apart, lch_of
from deck.drawing.ground import flat
from deck.drawing.model import Paint, Scene, SceneShape
from deck.drawing.paint import picture_colors
from deck.drawing.sheet import TITLES
from deck.geometry import Box
from deck.package import Package
from deck.template.artwork import artwork_colors
from deck.template.sampled import KEPT

if TYPE_CHECKING:
    from deck.template.layouts import Drawn

Add = Callable[[str, float], None]
SeenColors = Mapping[str, float]
"""RRGGBB and what its use weighs."""

COLOURED, HUED = 0.05, 0.025
"""The chroma (OKLCH) from which a colour is one, and that a tint has at least."""
FILL, BACK, LINE, TITLE, BULLET, WORDS, PICTURE, ART = 1.0, 0.35, 0.15, 0.5, 0.35, 0.15, 0.4, 0.6
"""What a use says: fills, bars and pictures by the root of their share of the slide, backgrounds, lines by their length; titles,
marks and words of placeholders; the coloured parts of a large drawn picture."""
MOST_OF_SLIDE, LOGO = 0.5, 0.15
"""What one fill says at most, and the share of the slide up to which a picture is a house's mark, no photograph."""
SAMPLE = 0.8
"""What a sample slide's use weighs to a layout's."""
ONE = 0.03
"""The distance (OKLab) under which two colours are told apart by nobody: edges of letters, a picture's noise."""


def shown_on(package: Package, scene: Scene, words: Iterable[tuple[str, float]] = ()) -> dict[str, float]:
    """The colours of one sheet by their use. `words`: those of its placeholders, weighed."""
    found: dict[str, float] = {}

    def add(color: str, weight: float) -> None:
        if color and weight > 0 and lch_of(color)[1] >= HUED:
            found[color] = found.get(color, 0.0) + weight

    slide = Box(0, 0, *scene.size)
    if scene.background.kind == "picture":
        _art(add, package.parts.get(scene.background.part, b""), 1.0)
    else:
        _paint(add, scene.background, BACK)
    for shape in flat(scene.shapes):
        if not shape.hidden:
            _shape(add, package, shape, slide)
    for color, weight in words:
        add(color, weight)
    return found


def _paint(add: Add, paint: Paint, weight: float) -> None:
    if paint.kind in ("solid", "gradient", "pattern") and paint.colors:
        for color in paint.colors:
            add(color, weight * paint.alpha / len(paint.colors))


def _shape(add: Add, package: Package, shape: SceneShape, slide: Box) -> None:
    share = shape.box.intersection(slide).area / max(slide.area, 1)
    if shape.kind == "picture":
        if share <= LOGO:
            colors = [color for color in picture_colors(package, shape.part) if lch_of(color)[1] >= COLOURED]
            for color in colors:
                add(color, PICTURE * math.sqrt(share) / len(colors))
        else:
            _art(add, package.parts.get(shape.part, b""), share)
        return
    _paint(add, shape.fill, FILL * min(math.sqrt(share), MOST_OF_SLIDE))
    long = max(shape.box.w / max(slide.w, 1), shape.box.h / max(slide.h, 1))
    _paint(add, shape.line, LINE * min(long, 1.0))


def _art(add: Add, data: bytes, share: float) -> None:
    """A picture that fills a cover, or a band."""
    for color, part in artwork_colors(data):
        add(color, ART * part * min(math.sqrt(share), MOST_OF_SLIDE))


def shown_in(every: Sequence[Drawn]) -> dict[str, float]:
    """The colours of layouts, their placeholders' words included, each by its use on the middle one of them."""
    return _mean([shown_on(item.package, item.scene, _words(item)) for item in every])


def shown_on_slides(package: Package, scenes: Sequence[Scene]) -> dict[str, float]:
    """The same of sample slides; of each, what the slide itself draws."""
    return _mean([shown_on(package, replace(item, shapes=item.own), _runs(item)) for item in scenes])


def _mean(found: Sequence[SeenColors]) -> dict[str, float]:
    """Of several sheets; what nobody tells apart is one colour, the most used of them."""
    total: dict[str, float] = {}
    for one in found:
        for color, weight in one.items():
            total[color] = total.get(color, 0.0) + weight / len(found)
    kept: dict[str, float] = {}
    for color, weight in sorted(total.items(), key=lambda pair: (-round(pair[1], 4), pair[0])):
        known = next((other for other in kept if apart(color, other) <= ONE), color)
        kept[known] = kept.get(known, 0.0) + weight
    best = sorted(kept.items(), key=lambda pair: (-round(pair[1], 4), pair[0]))[:KEPT]
    return {color: round(weight, 4) for color, weight in best if round(weight, 4) > 0}


def _words(item: Drawn) -> Iterable[tuple[str, float]]:
    for holder in item.titles[:1]:
        yield holder.style.levels[0].color, TITLE
    for holder in item.bodies[:2]:
        first = holder.style.levels[0]
        yield (first.bullet_color, BULLET) if first.bullet and first.bullet_color else (first.color, WORDS)


def _runs(scene: Scene) -> Iterable[tuple[str, float]]:
    for shape in scene.own:
        paragraphs = shape.text.paragraphs if shape.text is not None and not shape.hidden else ()
        first = next((run.color for item in paragraphs for run in item.runs if run.text.strip()), "")
        yield first, TITLE if shape.ph_type in TITLES else WORDS


def together(layouts: SeenColors, slides: SeenColors) -> dict[str, float]:
    """What layouts and sample slides say in all."""
    return {color: layouts.get(color, 0.0) + SAMPLE * slides.get(color, 0.0) for color in dict.fromkeys((*layouts, *slides))}


__all__ = ["COLOURED", "HUED", "SeenColors", "shown_in", "shown_on_slides", "together"]
