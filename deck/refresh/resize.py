"""Shapes from a slide of one size onto one of another: larger or smaller as a whole, in the middle."""

from __future__ import annotations

from dataclasses import dataclass

from deck.drawing.names import Element, child, local, qn, whole
from deck.drawing.scene import xfrm_of
from deck.geometry import Box

_SIZED = (qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr"))


@dataclass(frozen=True, slots=True)
class Resize:
    """`factor` of lengths, then `dx` and `dy` (EMU)."""

    factor: float = 1.0
    dx: int = 0
    dy: int = 0

    @classmethod
    def between(cls, old: tuple[int, int], new: tuple[int, int]) -> Resize:
        """As PowerPoint's own “ensure fit”: nothing is bent, and all of it is on the slide."""
        if old == new or not all(old):
            return cls()
        factor = min(new[0] / old[0], new[1] / old[1])
        return cls(factor, round((new[0] - factor * old[0]) / 2), round((new[1] - factor * old[1]) / 2))

    @property
    def nothing(self) -> bool:
        return self == Resize()

    def box(self, box: Box) -> Box:
        return Box(
            round(box.x * self.factor) + self.dx,
            round(box.y * self.factor) + self.dy,
            round(box.w * self.factor),
            round(box.h * self.factor),
        )

    def place(self, shape: Element) -> None:
        """The shape's own transform; of a group the outer one, which takes what is within along."""
        transform = xfrm_of(shape)
        off, ext = child(transform, "a:off"), child(transform, "a:ext")
        if self.nothing or off is None or ext is None:
            return
        box = self.box(Box(whole(off.get("x")), whole(off.get("y")), whole(ext.get("cx")), whole(ext.get("cy"))))
        off.attrib.update({"x": str(box.x), "y": str(box.y)})
        ext.attrib.update({"cx": str(box.w), "cy": str(box.h)})

    def whole(self, shape: Element) -> None:
        """The shape's place and what is measured within it: text sizes, columns and rows."""
        if self.nothing:
            return
        self.place(shape)
        for item in shape.iter(*_SIZED):
            if (size := whole(item.get("sz"))) > 0:
                item.set("sz", str(max(100, round(size * self.factor / 100) * 100)))
        for item in shape.iter(qn("a:gridCol"), qn("a:tr")):
            name = "w" if local(item) == "gridCol" else "h"
            item.set(name, str(round(whole(item.get(name)) * self.factor)))


def fit_columns(frame: Element, width: int) -> None:
    """A table's columns made to fill `width` (EMU), in the shares that they had."""
    columns = list(frame.iter(qn("a:gridCol")))
    total = sum(whole(item.get("w")) for item in columns)
    if not total:
        return
    left = width
    for n, item in enumerate(columns):
        own = left if n == len(columns) - 1 else round(whole(item.get("w")) * width / total)
        item.set("w", str(own))
        left -= own


__all__ = ["Resize", "fit_columns"]
