"""Which layouts open something: a deck, a part, a pause. They bear a title and few other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deck.drawing.ground import covers, flat
from deck.geometry import Box
from deck.presentation import KINDS
from deck.template.layouts import Drawn
from deck.template.model import Placeholder
from deck.template.names import called
from deck.template.spots import TemplateFrame, bodies_of, title_of

SURE = 3
"""How many slides of a template are more than a try."""
HIGH, DRESSED = 0.3, 0.1
"""The shares of the slide: of its height, from which on a title in its middle opens a deck, and what a layout draws that is more
than a line or a mark."""


@dataclass
class Openers:
    """Judges `drawn`, one master's layouts, by what they are for."""

    drawn: Sequence[Drawn]
    stage: TemplateFrame

    def main_body(self, drawn: Drawn, kinds: tuple[str, ...] = ("body", "obj")) -> Placeholder | None:
        found = bodies_of(drawn, self.stage, kinds, 0.15)
        return max(found, key=lambda item: item.box.area, default=None)

    def greets(self, drawn: Drawn) -> bool:
        """A cover that says itself whose it is, or for which occasion, says so to whoever opens a deck; one that says farewell
        does not open any."""
        named = (drawn.layout.name, drawn.says)
        return drawn.layout.type in KINDS["title"].layouts and not any(called("closing", words) for words in named)

    def may_open(self, drawn: Drawn) -> bool:
        """A cover has a title and no large place for content: a first slide with one tells how to use the template. The first of
        a slide or two may be anything, as may one in the layout of others: it tells only where its layout looks like a cover."""
        main = self.main_body(drawn)
        if title_of(drawn, self.stage) is None or (main is not None and main.box.area >= 0.3 * self.stage.slide.area):
            return False
        uses = dict(self.stage.uses)
        apart = sum(uses.values()) >= SURE and uses.get(drawn.layout.part) == 1
        return apart or self.made_to_open(drawn) or self.dressed(drawn)

    def made_to_open(self, drawn: Drawn) -> bool:
        """Is a layout for few words, by what it says that it is, its kinds of text, or where its title stands?"""
        title = title_of(drawn, self.stage)
        if title is None or title.type == "ctrTitle" or any(item.type == "subTitle" for item in drawn.bodies):
            return True
        said = drawn.layout.type in KINDS["title"].layouts or called("title", drawn.layout.name)
        return said or title.box.y + title.box.h // 2 > HIGH * self.stage.size[1]

    def pauses(self, drawn: Drawn) -> bool:
        """Is it for a few words in the slide's middle, and for nothing else?"""
        return self.made_to_open(drawn) and self.main_body(drawn) is None

    def dressed(self, drawn: Drawn) -> bool:
        """Does a layout draw an area of its own: a picture, a field?"""
        own = (shape for shape in flat(drawn.scene.shapes) if shape.origin == "layout" and not shape.is_placeholder)
        slide = self.stage.slide
        return any(covers(shape) and shape.box.intersection(slide).area >= DRESSED * slide.area for shape in own)

    def leaves_fields(self, drawn: Drawn, area: Box) -> bool:
        """Does a layout draw a field in an area under a place for text? Where that is left out, the field stays, and is empty."""
        own = [shape for shape in flat(drawn.scene.shapes) if shape.origin == "layout" and not shape.is_placeholder]
        boxes = [shape.box for shape in own if covers(shape)]
        fields = [box for box in boxes if box.overlaps(area, 6_350) and not box.contains(area)]
        return any(field.contains(item.box) for field in fields for item in drawn.bodies)


__all__ = ["Openers"]
