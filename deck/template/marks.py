"""Marks of a template of ours: invisible rectangles that say where something of each place's stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from deck.drawing.names import child
from deck.drawing.names import whole as whole_number
from deck.drawing.scene import extent
from deck.drawing.sheet import contents, properties_of
from deck.geometry import Box
from deck.memory import Itself
from deck.package import parse_xml
from deck.template.model import Template

LOGO_MARK, MAP_MARK, SIGN_MARK, SHADE_MARK = "Logotyp plats", "Karta plats", "Silhuett plats", "Silhuett botten"
MARKS = (LOGO_MARK, MAP_MARK, SIGN_MARK, SHADE_MARK)


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """An invisible rectangle that says where something of the place's stands: its name, its id in the part, its box in EMU."""

    name: str
    id: int
    box: Box

    @property
    def head(self) -> bytes:
        """What the rectangle begins with in its part."""
        return f'<p:sp><p:nvSpPr><p:cNvPr id="{self.id}" name="{self.name}"'.encode()

    def put(self, data: bytes, shapes: str) -> bytes:
        """The part with shapes in the mark's place."""
        start = data.index(self.head)
        end = data.index(b"</p:sp>", start) + len(b"</p:sp>")
        return data[:start] + shapes.encode() + data[end:]


@lru_cache(maxsize=4)
def marks_of(whole: Itself[Template]) -> dict[str, tuple[PlaceMark, ...]]:
    """Masters and layouts with places for what is each place's own."""
    package = whole.value.package
    found: dict[str, tuple[PlaceMark, ...]] = {}
    for part in dict.fromkeys(
        [layout.part for layout in whole.value.layouts] + [layout.master for layout in whole.value.layouts]
    ):
        if not any(name.encode() in package.parts[part] for name in MARKS):
            continue
        marks = []
        for shape in contents(child(parse_xml(package.parts[part]), "p:cSld", "p:spTree")):
            props = properties_of(shape)
            box = extent(child(shape, "p:spPr", "a:xfrm"))
            if props is not None and props.get("name") in MARKS and box:
                marks.append(PlaceMark(props.get("name", ""), whole_number(props.get("id")), Box(*box)))
        found[part] = tuple(marks)
    return found
