"""A slide (layout, master) as it shows: every shape with its box, paint, text and words for those who do not see it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from deck.drawing import numbers
from deck.drawing.color import color_of
from deck.drawing.model import Paint, Scene, SceneShape
from deck.drawing.names import Element, child, local, qn, whole, yes
from deck.drawing.outlines import paths_of
from deck.drawing.paint import background_of, blip_of, fill_in, paint_of, referenced
from deck.drawing.rings import rings_of
from deck.drawing.sheet import FURNITURE, SHAPES, Sheet, Sheets, contents, placeholder_of, properties_of
from deck.drawing.smartart import DiagramSheet, diagram_sheet
from deck.drawing.table import table_of
from deck.drawing.text import levels_of, style_of, text_of
from deck.drawing.traits import Holders, adjust_of, dash_of, effects_of, ends_of, holder_of, outline_of
from deck.geometry import Box
from deck.package import Package
from deck.package.names import ADEC

MOST_DEPTH = 60
MOST_SCALE = 1e12
TURN = 21_600_000
"""A whole turn, in 1/60000 of a degree."""
KINDS = {"sp": "shape", "pic": "picture", "cxnSp": "connector", "grpSp": "group", "contentPart": "unknown"}


@dataclass(frozen=True)
class _Frame:
    """A group's transform: child coordinates to the slide's."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    move_x: float = 0.0
    move_y: float = 0.0

    def box(self, x: int, y: int, w: int, h: int) -> Box:
        return Box(
            _within(x * self.scale_x + self.move_x),
            _within(y * self.scale_y + self.move_y),
            _within(w * self.scale_x),
            _within(h * self.scale_y),
        )


def _within(length: float) -> int:
    """Groups in groups may scale without end: no further than a coordinate can be."""
    most = numbers.COORDINATE
    return round(min(max(length, -most), most))


def xfrm_of(shape: Element) -> Element | None:
    """The shape's own a:xfrm (p:xfrm of a graphic frame)."""
    if local(shape) == "graphicFrame":
        return child(shape, "p:xfrm")
    return child(shape, "p:grpSpPr" if local(shape) == "grpSp" else "p:spPr", "a:xfrm")


def extent(xfrm: Element | None, names: tuple[str, str] = ("a:off", "a:ext")) -> tuple[int, int, int, int] | None:
    """x, y, width and height of a transform."""
    off, ext = child(xfrm, names[0]), child(xfrm, names[1])
    if off is None or ext is None:
        return None
    return whole(off.get("x")), whole(off.get("y")), numbers.extent(ext.get("cx")), numbers.extent(ext.get("cy"))


def scene(package: Package, part: str, sheets: Sheets | None = None) -> Scene:
    """Everything on the slide, layout or master at `part`, in painter's order; bounded in depth and number, and never an
    exception for what a stranger put in."""
    sheets = sheets or Sheets(package)
    sheet = sheets.sheet(part)
    shapes: list[SceneShape] = []
    for owner in reversed(sheet.line[1:]):
        if _shows_parents(sheet, owner):
            shapes += _decorations(sheet, owner)
    shapes += _SceneReader(sheet, sheet).shapes(decorations=False)
    layout = sheet.line[1].part if len(sheet.line) > 1 else ""
    return Scene(
        part, size=sheets.size, background=background_of(sheet), shapes=tuple(shapes), layout=layout, master=sheet.master.part
    )


def _decorations(sheet: Sheet, owner: Sheet) -> tuple[SceneShape, ...]:
    """What `owner` draws on a sheet below it: read once for all that show it alike, which are those that have its colours, where
    it draws nothing that follows the sheet."""
    known = sheet.sheets.decorations
    alike = sheet.theme.scheme == owner.theme.scheme and sheet.color_map == owner.color_map
    if alike and owner.part in known:
        return known[owner.part]
    found = tuple(_SceneReader(sheet, owner).shapes(decorations=True))
    if alike and not _follows(owner):
        known[owner.part] = found
    return found


def _follows(owner: Sheet) -> bool:
    """Does it draw fields, or shapes that show the background of the sheet that they are on?"""
    drawn = [item for item in contents(owner.tree) if placeholder_of(item) is None]
    shapes = (shape for item in drawn for shape in item.iter(qn("p:sp")))
    return any(yes(shape.get("useBgFill")) or next(shape.iter(qn("a:fld")), None) is not None for shape in shapes)


def _shows_parents(sheet: Sheet, owner: Sheet) -> bool:
    """showMasterSp of each sheet below `owner` (19.3.1.38)."""
    index = sheet.line.index(owner)
    return all(below.root is None or yes(below.root.get("showMasterSp"), True) for below in sheet.line[:index])


class _SceneReader:
    """Reads the shapes of `owner` as they show on `sheet`."""

    def __init__(self, sheet: Sheet, owner: Sheet) -> None:
        self.sheet, self.owner = sheet, owner
        self.origin = {"sldMaster": "master", "sldLayout": "layout"}.get(owner.kind, "slide")

    def shapes(self, decorations: bool) -> list[SceneShape]:
        tree = self.owner.tree
        found = []
        for index, shape in enumerate(contents(tree)):
            if decorations and placeholder_of(shape) is not None:
                continue
            found.append(self.shape(shape, (index,), _Frame(), 0, Paint()))
        return found

    def shape(self, shape: Element, path: tuple[int, ...], frame: _Frame, depth: int, group_paint: Paint) -> SceneShape:
        props = properties_of(shape)
        ph = placeholder_of(shape)
        kind, idx = (ph.get("type", "obj"), numbers.index(ph.get("idx"), 0)) if ph is not None else ("", 0)
        above = self.owner.inherited(kind, idx) if ph is not None else ()
        xfrm = next((x for x in (xfrm_of(item) for item in (shape, *above)) if extent(x)), None)
        box = frame.box(*(extent(xfrm) or (0, 0, 0, 0)))
        what = KINDS.get(local(shape), "unknown")
        holders = [(item, holder_of(item)) for item in (shape, *above)]
        fill, line, width = self._paints(holders, group_paint)
        outline = next((g for _item, holder in holders if (g := outline_of(holder)) is not None), None)
        custom = outline is not None and local(outline) == "custGeom"
        geometry = None if custom else outline
        common = {
            "id": props.get("id", "") if props is not None else "",
            "name": props.get("name", "") if props is not None else "",
            "origin": self.origin,
            "box": box,
            "path": path,
            "ph_type": kind,
            "is_placeholder": ph is not None,
            "rotation": numbers.angle(xfrm.get("rot")) if xfrm is not None else 0,
            "flip_h": yes(xfrm.get("flipH")) if xfrm is not None else False,
            "flip_v": yes(xfrm.get("flipV")) if xfrm is not None else False,
            "fill": fill,
            "line": line,
            "line_width": width,
            "line_dash": dash_of(holders),
            "geometry": "custom" if custom else geometry.get("prst", "rect") if geometry is not None else "rect",
            "adjust": adjust_of(geometry),
            "rings": rings_of(outline, box) if custom else (),
            "paths": paths_of(outline, box),
            "ends": ends_of(holders),
            "effects": effects_of(holders, self.sheet),
            "open_path": custom and outline is not None and not any(local(item) == "close" for item in outline.iter()),
            "alt": props.get("descr", "") if props is not None else "",
            "alt_title": props.get("title", "") if props is not None else "",
            "decorative": is_decorative(props),
            "hidden": yes(props.get("hidden")) if props is not None else False,
            "link": self._link(props),
            "backdrop": yes(shape.get("useBgFill")),
        }
        if common["backdrop"]:
            common["fill"] = background_of(self.sheet)
        body = child(shape, "p:txBody")
        if body is not None:
            chain = (shape, *above)
            levels = levels_of(self.sheet, kind if ph is not None else None, chain)
            levels = self._by_reference(shape, levels)
            common["text"] = text_of(self.sheet, body, style_of(levels, [child(item, "p:txBody") for item in chain]))
        if what == "group" and depth < MOST_DEPTH:
            common["children"] = self._children(shape, path, frame, depth, fill)
        elif local(shape) == "graphicFrame":
            what = self._frame(shape, common)
            if what == "diagram" and xfrm is not None:
                self._diagram(extent(xfrm), frame, common)
        elif what == "picture":
            blip = child(shape, "p:blipFill", "a:blip")
            common["part"] = self._target(blip.get(qn("r:embed"), "")) if blip is not None else ""
            common["picture"] = blip_of(child(shape, "p:blipFill"), self.sheet.colors, common["part"])
            crop = child(shape, "p:blipFill", "a:srcRect")
            if crop is not None:
                common["crop"] = tuple(numbers.share(crop.get(side)) for side in "ltrb")
            first = child(shape, "p:nvPicPr", "p:nvPr")
            if first is not None and any(local(item) in ("videoFile", "audioFile", "quickTimeFile") for item in first):
                what = "media"
        return SceneShape(kind=what, **common)  # type: ignore[arg-type]

    def _children(self, shape: Element, path: tuple[int, ...], frame: _Frame, depth: int, fill: Paint) -> tuple[SceneShape, ...]:
        xfrm, outer_frame = xfrm_of(shape), frame
        outer, inner = extent(xfrm), extent(xfrm, ("a:chOff", "a:chExt"))
        if outer and inner and inner[2] and inner[3]:
            sx, sy = outer[2] / inner[2], outer[3] / inner[3]
            frame = _Frame(
                min(frame.scale_x * sx, MOST_SCALE),
                min(frame.scale_y * sy, MOST_SCALE),
                frame.move_x + frame.scale_x * (outer[0] - inner[0] * sx),
                frame.move_y + frame.scale_y * (outer[1] - inner[1] * sy),
            )
        inside = tuple(self.shape(item, (*path, n), frame, depth + 1, fill) for n, item in enumerate(contents(shape)))
        rotation = numbers.angle(xfrm.get("rot")) if xfrm is not None else 0
        flips = (yes(xfrm.get("flipH")), yes(xfrm.get("flipV"))) if xfrm is not None else (False, False)
        whole = outer_frame.box(*outer) if outer else Box(0, 0, 0, 0)
        return tuple(_carried(item, whole, rotation, *flips) for item in inside) if rotation % TURN or any(flips) else inside

    def _by_reference(self, shape: Element, levels):
        """A style's fontRef colours text that says nothing itself (20.1.4.1.17)."""
        reference = child(shape, "p:style", "a:fontRef")
        found = color_of(reference, self.sheet.colors) if reference is not None else None
        if not found:
            return levels
        default = self.sheet.colors.named("tx1")
        return tuple(replace(level, color=found[0]) if level.color == default else level for level in levels)

    def _paints(self, holders: Holders, group: Paint) -> tuple[Paint, Paint, int]:
        """Fill, line and the line's width, each from the nearest of the shape and the placeholders above it that says it itself
        or by its style (20.1.4.2.10 fillRef, 20.1.4.2.19 lnRef)."""
        colors, fill, stroke, width = self.sheet.colors, Paint(), Paint(), None
        for item, holder in holders:
            own = fill_in(holder)
            if own is not None:
                fill = group if local(own) == "grpFill" else paint_of(own, colors, self.sheet, self._part_of(item))
                break
            fill = referenced(child(item, "p:style", "a:fillRef"), self.sheet)
            if fill.kind != "none":
                break
        lines = [(item, child(holder, "a:ln")) for item, holder in holders]
        for item, line in lines:
            own, reference = fill_in(line), child(item, "p:style", "a:lnRef")
            if own is not None:
                stroke = paint_of(own, colors, self.sheet, self._part_of(item))
                break
            stroke = referenced(reference, self.sheet, True)
            if stroke.kind != "none" and reference is not None:
                width = numbers.line_width(self.sheet.theme.lines[numbers.index(reference.get("idx"), 0) - 1].get("w"), 9525)
                break
        said = next((line.get("w") for _item, line in lines if line is not None and line.get("w")), None)
        drawn = stroke.kind != "none" or any(line is not None for _item, line in lines)
        return fill, stroke, numbers.line_width(said, width or 9525) if drawn else 0

    def _part_of(self, shape: Element) -> str:
        """The part, of the owner's line, that a shape stands in: its pictures are counted there."""
        root = shape.getroottree().getroot()
        return next((sheet.part for sheet in self.owner.line if sheet.root is root), self.owner.part)

    def _target(self, rid: str) -> str:
        return next(
            (rel.target for rel in self.sheet.package.rels.get(self.owner.part, ()) if rel.id == rid and not rel.external), ""
        )

    def _link(self, props: Element | None) -> str:
        click = child(props, "a:hlinkClick")
        if click is None:
            return ""
        rel = next((r for r in self.sheet.package.rels.get(self.owner.part, ()) if r.id == click.get(qn("r:id"), "")), None)
        return (rel.target if rel.external else f"#{rel.target}") if rel else click.get("action", "")

    def _frame(self, shape: Element, common: dict) -> str:
        """What a graphic frame holds; fills in `common`."""
        data = child(shape, "a:graphic", "a:graphicData")
        inner = next((item for item in data if local(item)), None) if data is not None else None
        name = local(inner) if inner is not None else ""
        if inner is not None and name == "tbl":
            common["table"] = table_of(self.sheet, inner)
            return "table"
        if inner is not None and name in ("chart", "relIds"):
            rid = inner.get(qn("r:id")) if name == "chart" else inner.get(qn("r:dm"))
            common["part"] = self._target(rid or "")
            return "chart" if name == "chart" else "diagram"
        return "ole" if name in ("oleObj", "AlternateContent") else "unknown"

    def _diagram(self, place: tuple[int, int, int, int] | None, outer: _Frame, common: dict) -> None:
        """Its drawing, which is in the frame's own coordinates."""
        if place is None or isinstance(self.owner, DiagramSheet):
            return
        x, y, w, h = place
        drawing = diagram_sheet(self.sheet.sheets, self.owner.part, common["part"], Box(0, 0, w, h))
        if drawing is None:
            return
        moved = replace(outer, move_x=outer.move_x + x * outer.scale_x, move_y=outer.move_y + y * outer.scale_y)
        reader = _SceneReader(self.sheet, drawing)
        shapes = [reader.shape(item, (n,), moved, 0, Paint()) for n, item in enumerate(contents(drawing.tree))]
        common["drawn"] = tuple(replace(item, origin=self.origin) for item in shapes)
        common["worded"] = not drawing.drawn


def _carried(shape: SceneShape, whole: Box, rotation: int, flip_h: bool, flip_v: bool) -> SceneShape:
    """A shape of a group that is itself flipped, then turned (20.1.7.5 grpSpPr's xfrm), and so are all that are in it."""
    x, y = shape.box.x + shape.box.w / 2, shape.box.y + shape.box.h / 2
    cx, cy = whole.x + whole.w / 2, whole.y + whole.h / 2
    x, y = (2 * cx - x if flip_h else x), (2 * cy - y if flip_v else y)
    own = -shape.rotation if flip_h != flip_v else shape.rotation
    angle = math.radians(rotation / 60_000)
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos
    return replace(
        shape,
        box=Box(_within(x - shape.box.w / 2), _within(y - shape.box.h / 2), shape.box.w, shape.box.h),
        rotation=(own + rotation) % TURN,
        flip_h=shape.flip_h != flip_h,
        flip_v=shape.flip_v != flip_v,
        children=tuple(_carried(item, whole, rotation, flip_h, flip_v) for item in shape.children),
    )


def is_decorative(props: Element | None) -> bool:
    """Whether a shape's p:cNvPr has Office's mark for what says nothing ([MS-ODRAWXML] 2.24.3.4)."""
    mark = next(props.iter(f"{{{ADEC}}}decorative"), None) if props is not None else None
    return mark is not None and yes(mark.get("val"), True)


__all__ = ["FURNITURE", "SHAPES", "extent", "scene", "xfrm_of"]
