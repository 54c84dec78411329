"""A template's layouts read: placeholders with true boxes and styles, furniture, decorations in the way, colours that work."""

from __future__ import annotations

from dataclasses import dataclass

from deck.drawing import Sheet, Sheets, numbers, scene
from deck.drawing.ground import covers, flat
from deck.drawing.model import Scene, SceneShape
from deck.drawing.names import Element, child
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import FURNITURE, TITLES, properties_of
from deck.drawing.text import levels_of, style_of
from deck.geometry import Box
from deck.package import Package
from deck.template.model import Ground, Layout, Palette, Placeholder, TextStyle
from deck.template.palette import NAMES, ground_under, palette_on

LOUD_PT = 24.0
"""Words of this size on a layout are a message; smaller ones are a sender's name or a legal line."""
VERTICAL = ("eaVert", "vert", "vert270", "wordArtVert", "mongolianVert", "wordArtVertRtl")


@dataclass(frozen=True)
class Drawn:
    """A layout with its scene, so that the ground of any box can be asked for."""

    layout: Layout
    scene: Scene
    package: Package
    plain: TextStyle
    """The style of a text box on this layout that is no placeholder."""
    title_caps: bool = False
    """Titles are in capitals, whatever the layout has for them."""

    def palette(self, box: Box) -> Palette:
        return palette_on(self.ground(box), dict(self.layout.palette.rgb))

    def ground(self, box: Box) -> Ground:
        return ground_under(self.package, self.scene, box)

    @property
    def says(self) -> str:
        """Large words that stand on the layout itself: every slide that uses it would say them too."""
        own = [shape for shape in flat(self.scene.shapes) if _says(shape) and not (shape.hidden or shape.is_placeholder)]
        large = [shape.text.text.strip() for shape in own if shape.text is not None and _largest(shape) >= LOUD_PT]
        return next((words for words in large if any(letter.isalpha() for letter in words)), "")

    @property
    def titles(self) -> tuple[Placeholder, ...]:
        return tuple(item for item in self.layout.placeholders if item.type in TITLES)

    @property
    def bodies(self) -> tuple[Placeholder, ...]:
        """Placeholders for content, in reading order."""
        return tuple(item for item in self.layout.placeholders if item.type not in TITLES)


def usable(item: Placeholder, size: tuple[int, int]) -> bool:
    """Upright, within the slide, and of a size that words fit into."""
    slide = Box(0, 0, *size)
    box = item.box
    inside = box.intersection(slide).area >= 0.8 * box.area
    upright = item.style.vert not in VERTICAL and item.rotation % 21_600_000 == 0
    return box.w >= 0.1 * size[0] and box.h >= 0.035 * size[1] and inside and upright


def read_layout(sheets: Sheets, part: str, master: str) -> Drawn:
    sheet = sheets.sheet(part)
    shown = scene(sheets.package, part, sheets)
    placeholders: list[Placeholder] = []
    furniture: list[Placeholder] = []
    seen: set[int] = set()
    for kind, idx, shape in sheet.placeholders:
        # A slide's placeholder is known by its index: of several with one, it takes after the first.
        if kind not in TITLES and kind not in FURNITURE:
            if idx in seen:
                continue
            seen.add(idx)
        item = _placeholder(sheet, kind, idx, shape)
        (furniture if kind in FURNITURE else placeholders).append(item)
    rgb = {name: sheet.colors.named(name) for name in NAMES}
    slide = Box(0, 0, *sheets.size)
    holder = child(sheet.root, "p:cSld")
    layout = Layout(
        part,
        name=(holder.get("name", "") if holder is not None else "").strip(),
        type=(sheet.root.get("type", "") if sheet.root is not None else ""),
        master=master,
        theme=sheet.theme.part,
        placeholders=tuple(sorted(placeholders, key=lambda item: (item.box.y // 457_200, item.box.x, item.idx))),
        furniture=tuple(furniture),
        obstacles=tuple(_obstacles(shown, slide)),
        palette=palette_on(ground_under(sheets.package, shown, slide), rgb),
        furniture_palettes=tuple(palette_on(ground_under(sheets.package, shown, item.box), rgb) for item in furniture),
    )
    plain = style_of(levels_of(sheet, None, ()), ())
    return Drawn(layout, shown, sheets.package, plain, levels_of(sheet, "title", ())[0].caps)


def _placeholder(sheet: Sheet, kind: str, idx: int, shape: Element) -> Placeholder:
    above = sheet.inherited(kind, idx)
    chain = (shape, *above)
    xfrm = next((x for x in (xfrm_of(item) for item in chain) if extent(x)), None)
    style = style_of(levels_of(sheet, kind, chain), [child(item, "p:txBody") for item in chain])
    props = properties_of(shape)
    return Placeholder(
        kind,
        idx=idx,
        name=props.get("name", "") if props is not None else "",
        box=Box(*(extent(xfrm) or (0, 0, 0, 0))),
        style=style,
        rotation=numbers.angle(xfrm.get("rot")) if xfrm is not None else 0,
    )


def _obstacles(shown: Scene, slide: Box) -> list[Box]:
    """Logos, bars, lines and words that text must keep clear of; what fills most of the slide is ground, not in the way."""
    found = []
    for shape in flat(shown.shapes):
        box = shape.box.intersection(slide)
        # A placeholder of theirs is filled or left out: nothing of it stays.
        if shape.hidden or shape.is_placeholder or box.area > 0.4 * slide.area or not (box.w or box.h):
            continue
        if (
            covers(shape)
            or shape.line.kind != "none"
            or _says(shape)
            or shape.kind in ("chart", "table", "diagram", "ole", "media")
        ):
            found.append(box)
    return found


def _largest(shape: SceneShape) -> float:
    paragraphs = shape.text.paragraphs if shape.text is not None else ()
    return max((run.size_pt for item in paragraphs for run in item.runs if run.text.strip()), default=0.0)


def _says(shape: SceneShape) -> bool:
    return shape.text is not None and bool(shape.text.text.strip())
