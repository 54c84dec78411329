"""A template's layouts read: placeholders with true boxes and styles, furniture, decorations in the way, colours that work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deck.drawing import Sheet, Sheets, numbers, scene
from deck.drawing.ground import covers, flat, ground_behind, turned
from deck.drawing.model import Scene, SceneShape
from deck.drawing.names import Element, child, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import FURNITURE, TITLES, properties_of
from deck.drawing.text import levels_of, style_of
from deck.drawing.unrest import unrest
from deck.geometry import Box, slide_scale
from deck.package import Package
from deck.template.faded import as_seen
from deck.template.model import Ground, House, Layout, Palette, Placeholder, Spot, TextStyle
from deck.template.painted import painted_foot, painted_head
from deck.template.palette import NAMES, ground_of, ground_under, palette_on, shown
from deck.template.plate import plate_for, plate_for_drawn, shades, veil_for
from deck.template.prompts import as_prompted
from deck.template.seen import MOSTLY, QUARTER_TURN, SeenShape, is_pale, seen_in
from deck.template.sides import side_fields, side_pictures
from deck.template.signs import bare_sign
from deck.template.soft import soft_fields
from deck.template.type_area import MOST_LINES, lines_box, type_area

LOUD_PT, SIGN_PT = 24.0, 72.0
"""Points: words of this size on a layout are a message, smaller ones a sender's name or a legal line; and a sign on a common
slide of this size is drawn, and takes what its ink does."""
UNWRITTEN = ("picture",)
"""Roles whose contents bring their own ground."""
DRAWN = ("object", "picture")
"""What stands in their place is shapes, a table or a chart: the placeholder itself, and its fill, are not on the slide."""
INTO = 0.1
"""The share of a place from which a part of the field that it stands on reaches into it."""
STANDS = 0.5
"""The share of its type that a placeholder has upon a shape which is its ground."""
ASIDE = 0.5
"""The share of a layout's largest body under which another is an aside."""
RESTLESS = 0.05
"""The unrest of a picture from which words stand on a veil though they read without."""
BANDS = 6
"""So many rows a drawn block is thought of as."""
PANEL = 0.03, 0.9
"""The shares of the slide between which a field is a panel: what is larger is the slide's ground."""
VEIL = 0.7
"""How much a field covers at least of what is behind it, to be ground of its own."""
FIELDS, SQUARE = ("solid", "gradient", "pattern"), ("rect", "roundRect", "round2SameRect", "round1Rect", "snip1Rect", "custom")
CARDS = (*SQUARE, "round2DiagRect", "snip2SameRect", "snipRoundRect", "plaque", "foldedCorner")
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
    title_ink: str = ""
    """The colour (RRGGBB) that titles have, whatever the layout has for them; "" where nobody says one."""

    def palette(self, box: Box) -> Palette:
        return palette_on(self.ground(box), dict(self.layout.palette.rgb), self.layout.palette.house)

    def ground(self, box: Box) -> Ground:
        return ground_under(self.package, self.scene, box)

    def ground_for(self, box: Box, holder: Placeholder | None, outer: Box) -> Ground:
        """What `box` has behind it on a slide: of all the layout's placeholders only the fill of the one that is written in, with
        its box at `outer`. The others are left out there."""
        return ground_of(ground_behind(self.package, self.scene, self._under(holder, outer), box))

    def _under(self, holder: Placeholder | None, outer: Box) -> list[SceneShape]:
        shapes = [shape for shape in flat(self.scene.shapes) if not shape.is_placeholder or shape.ph_type in FURNITURE]
        if holder is not None:
            own = (shape for shape in flat(self.scene.shapes) if shape.is_placeholder and shape.name == holder.name)
            shapes += [replace(shape, box=outer) for shape in own if shape.box == holder.box]
        return shapes

    def spot(self, role: str, box: Box, style: TextStyle, reason: str, placeholder: Placeholder | None = None) -> Spot:
        """A spot with the colours that work behind its type, on a plate where none does."""
        area = type_area(box, style, role)
        holder = None if role in DRAWN else placeholder
        ground = self.ground_for(area, holder, box)
        palette = palette_on(ground, dict(self.layout.palette.rgb), self.layout.palette.house)
        own = style.levels[0].color if placeholder is not None else ""
        if role in UNWRITTEN:
            plate = None
        elif role in DRAWN:
            bands = [self.ground_for(band, None, box) for band in _bands(area)] if shades(ground) else []
            plate = plate_for_drawn(palette, bands)
        else:
            plate = plate_for(palette, own, style.levels[0].size_pt)
        if plate is None and role not in (*UNWRITTEN, *MOST_LINES) and ground.kind == "picture" and len(ground.colors) > 1:
            shapes = [shape for shape in self._under(holder, box) if not shape.hidden]
            restless = unrest(self.package, self.scene, shapes, area) >= RESTLESS
            plate = veil_for(palette, own) if restless else None
        if plate is not None:
            palette = palette_on(Ground((shown(plate, dict(palette.rgb)),)), dict(palette.rgb), palette.house)
            if role in MOST_LINES and placeholder is not None:
                # No field of its own under where no words are.
                sides = style.insets
                box = area.inset(-sides.left, -sides.top, -sides.right, -sides.bottom).intersection(box)
        return Spot(role, placeholder=placeholder, box=box, style=style, palette=palette, reason=reason, plate=plate)

    def housed(self, house: House) -> Drawn:
        """With what its house uses first."""

        def first(palette: Palette) -> Palette:
            return palette_on(palette.ground, dict(palette.rgb), house)

        furniture = tuple(first(palette) for palette in self.layout.furniture_palettes)
        return replace(self, layout=replace(self.layout, palette=first(self.layout.palette), furniture_palettes=furniture))

    def without(self, grounds: set[Box]) -> Drawn:
        """With no obstacle that is one of `grounds`."""
        left = tuple(box for box in self.layout.obstacles if box not in grounds)
        return self if left == self.layout.obstacles else replace(self, layout=replace(self.layout, obstacles=left))

    @property
    def says(self) -> str:
        """Large words that stand on the layout itself: every slide that uses it would say them too. What its master says, as
        DRAFT across the page, all layouts do."""
        shapes = [shape for shape in flat(self.scene.shapes) if shape.origin != "master" and not shape.is_placeholder]
        own = [shape for shape in shapes if _says(shape) and not shape.hidden]
        large = [shape.text.text.strip() for shape in own if shape.text is not None and _largest(shape) >= LOUD_PT]
        return next((words for words in large if any(letter.isalpha() for letter in words)), "")

    def worded(self, box: Box) -> bool:
        """Do words of the layout's own, or its master's, stand in a box?"""
        shapes = [shape for shape in flat(self.scene.shapes) if not (shape.is_placeholder or shape.hidden)]
        return any(_says(shape) and shape.box.overlaps(box, 6_350) for shape in shapes)

    @property
    def adorned(self) -> bool:
        """Does it draw anything itself, beside what its master does?"""
        return self._draws("layout")

    @property
    def furnished(self) -> bool:
        """Does its master draw anything on it?"""
        return self._draws("master")

    def _draws(self, origin: str) -> bool:
        return any(shape.origin == origin and not (shape.is_placeholder or shape.hidden) for shape in flat(self.scene.shapes))

    @property
    def titles(self) -> tuple[Placeholder, ...]:
        return tuple(item for item in self.layout.placeholders if item.type in TITLES)

    @property
    def bodies(self) -> tuple[Placeholder, ...]:
        """Placeholders for content, in reading order."""
        return tuple(item for item in self.layout.placeholders if item.type not in TITLES)


def _bands(area: Box) -> list[Box]:
    """An area cut across, one part below another."""
    tall = max(area.h // BANDS, 1)
    return [Box(area.x, area.y + n * tall, area.w, tall) for n in range(BANDS)]


def usable(item: Placeholder, size: tuple[int, int]) -> bool:
    """Upright, within the slide, and of a size that words fit into."""
    slide = Box(0, 0, *size)
    box = item.box
    inside = box.intersection(slide).area >= 0.8 * box.area
    upright = item.style.vert not in VERTICAL and item.rotation % 21_600_000 == 0
    return box.w >= 0.1 * size[0] and box.h >= 0.035 * size[1] and inside and upright


def read_layout(sheets: Sheets, part: str, master: str) -> Drawn:
    sheet = sheets.sheet(part)
    drawn = scene(sheets.package, part, sheets)
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
    plain = style_of(levels_of(sheet, None, ()), ())
    layout = Layout(
        part,
        name=(holder.get("name", "") if holder is not None else "").strip(),
        type=(sheet.root.get("type", "") if sheet.root is not None else ""),
        master=master,
        theme=sheet.theme.part,
        placeholders=tuple(sorted(placeholders, key=lambda item: (item.box.y // 457_200, item.box.x, item.idx))),
        furniture=tuple(furniture),
        obstacles=tuple(_obstacles(sheets.package, drawn, slide, placeholders)),
        grounds=tuple(_grounds(drawn, slide, placeholders)),
        panels=tuple(_panels(sheets.package, drawn, slide, placeholders)),
        cards=tuple(_cards(drawn, slide, placeholders)),
        palette=palette_on(ground_under(sheets.package, drawn, slide), rgb),
        furniture_palettes=tuple(
            palette_on(ground_under(sheets.package, drawn, type_area(item.box, item.style, item.type)), rgb) for item in furniture
        ),
        plain=plain,
        fonts=(sheet.theme.major, sheet.theme.minor),
    )
    title = levels_of(sheet, "title", ())[0]
    return Drawn(
        layout,
        scene=drawn,
        package=sheets.package,
        plain=plain,
        title_caps=title.caps,
        title_ink=title.color if title.sized else "",
    )


def _placeholder(sheet: Sheet, kind: str, idx: int, shape: Element) -> Placeholder:
    above = sheet.inherited(kind, idx)
    chain = (shape, *above)
    xfrm = next((x for x in (xfrm_of(item) for item in chain) if extent(x)), None)
    style = style_of(levels_of(sheet, kind, chain), [child(item, "p:txBody") for item in chain])
    style = as_prompted(style, chain, sheet.colors)
    props = properties_of(shape)
    return Placeholder(
        kind,
        idx=idx,
        name=props.get("name", "") if props is not None else "",
        box=Box(*(extent(xfrm) or (0, 0, 0, 0))),
        style=style,
        rotation=numbers.angle(xfrm.get("rot")) if xfrm is not None else 0,
        worded=kind != "ftr" or any(item.text for item in shape.iter(qn("a:t"))),
    )


def _obstacles(package: Package, drawn: Scene, slide: Box, holders: list[Placeholder]) -> list[Box]:
    """Logos, bars, lines and words that text must keep clear of. What fills most of the slide is ground, not in the way; so is
    what a body stands on, and what hardly stands out from what is behind it. A bar that is painted in its picture is."""
    found: list[Box] = []
    decorations = seen_in(package, drawn)
    soft = soft_fields(package, drawn, decorations, holders)
    for item in decorations:
        shape = item.shape
        borne = not _says(shape) and _bears_body(item.box if len(item.seen) < 2 else item.seen, holders, slide)
        borne = borne or any(item is one for one in soft)
        if not borne:
            sign = bare_sign(shape, SIGN_PT * slide_scale(drawn.size))
            seen = (item.box,) if _holds(item, holders) else item.seen
            found.extend((sign.ink,) if sign else item.shown if _speaks(shape) and not _is_ribbon(item) else seen)
    found = [as_seen(package, drawn, box) for box in found]
    painted = (painted_head(package, drawn, holders), painted_foot(package, drawn, holders))
    sides = (*side_pictures(package, drawn, holders), *side_fields(package, drawn, holders))
    return [*found, *(box for box in sides if box not in found), *(bar for bar in painted if bar is not None)]


def _holds(item: SeenShape, holders: Sequence[Placeholder]) -> bool:
    """Does a place for words stand wholly on a field of which a part alone stands out? That is its ground, all of it."""
    field = item.shape.geometry in SQUARE[:-1] and not item.shape.rotation and (covers(item.shape) or item.shape.backdrop)
    held = [one.box for one in holders if one.box.area and item.box.contains(one.box)] if field else []
    return any(INTO * box.area <= part.intersection(box).area < box.area for part in item.seen for box in held)


def _is_ribbon(item: SeenShape) -> bool:
    """Do its words lie on a slanting field, that takes little of its upright box?"""
    return bool(item.seen) and covers(item.shape) and item.shape.rotation % QUARTER_TURN != 0


def _speaks(shape: SceneShape) -> bool:
    return _says(shape) or shape.kind in ("chart", "table", "diagram", "ole", "media")


def _grounds(drawn: Scene, slide: Box, holders: list[Placeholder]) -> list[Box]:
    """What a body stands on here: it is ground on the master's other layouts, too, those that have no body. What only a small one
    stands on beside a larger, a box of facts, is nothing that those would have their content on."""
    shapes = [shape for shape in flat(drawn.shapes) if not (shape.hidden or shape.is_placeholder or _says(shape))]
    boxes = [turned(shape.box, shape.rotation).intersection(slide) for shape in shapes]
    # A picture takes the place of the field that it covers.
    bodies = [item for item in holders if item.type != "pic"]
    most = max((item.box.area for item in bodies if item.type not in TITLES), default=0)
    bodies = [item for item in bodies if item.box.area >= ASIDE * most]
    return [box for box in boxes if box.area and _bears_body(box, bodies, slide)]


def on_shared_ground(every: Sequence[Drawn]) -> list[Drawn]:
    """Layouts of one master, without those obstacles that are ground on another one of them."""
    grounds = {box for item in every for box in item.layout.grounds}
    return [item.without(grounds) for item in every] if grounds else list(every)


def _panels(package: Package, drawn: Scene, slide: Box, holders: list[Placeholder]) -> list[Box]:
    """Plain fields of another colour that are ground for what is placed on them, and end somewhere on the slide: words lie on one
    of them or beside it, and not across its edge."""
    found = []
    shapes = tuple(flat(drawn.shapes))
    for n, shape in enumerate(shapes):
        box = turned(shape.box, shape.rotation).intersection(slide)
        field = shape.kind == "shape" and shape.fill.kind in FIELDS and shape.geometry in SQUARE
        # A sheet of glass ends where its outline does.
        field = field and (shape.fill.alpha >= VEIL or (shape.fill.alpha > 0 and shape.line.kind != "none"))
        if shape.hidden or shape.is_placeholder or not field or not PANEL[0] <= box.area / slide.area <= PANEL[1]:
            continue
        ground = box.area > MOSTLY * slide.area or _bears_body(box, holders, slide)
        if ground and not is_pale(package, drawn, shapes[:n], shape):
            found.append(box)
    return found


def _cards(drawn: Scene, slide: Box, holders: list[Placeholder]) -> Iterator[Box]:
    """What a body stands on and that ends on the slide, be it as pale as its ground: it has an edge, or a shadow."""
    for shape in flat(drawn.shapes):
        box = turned(shape.box, shape.rotation).intersection(slide)
        field = shape.kind == "shape" and not (shape.hidden or shape.is_placeholder) and shape.geometry in CARDS
        if field and (covers(shape) or shape.line.kind != "none") and box.w < slide.w and _bears_body(box, holders, slide):
            yield box


def _bears_body(parts: Box | Sequence[Box], holders: list[Placeholder], slide: Box) -> bool:
    """Whether a body stands on a box, or on boxes that lie beside each other."""
    boxes = [parts] if isinstance(parts, Box) else parts
    bodies = [item.box for item in holders if item.type not in TITLES and item.box.area >= 0.08 * slide.area]
    return any(sum(box.intersection(body).area for box in boxes) >= STANDS * body.area for body in bodies)


def stands_on(box: Box, style: TextStyle, block: Box) -> bool:
    """Is the block what a placeholder's first line of type stands on?"""
    line = lines_box(box, style, 1)
    return block.intersection(line).area >= STANDS * line.area > 0


def _largest(shape: SceneShape) -> float:
    paragraphs = shape.text.paragraphs if shape.text is not None else ()
    return max((run.size_pt for item in paragraphs for run in item.runs if run.text.strip()), default=0.0)


def _says(shape: SceneShape) -> bool:
    return shape.text is not None and bool(shape.text.text.strip())
