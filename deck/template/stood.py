"""Where a layout's words really stand. Some programs write one page's boxes into all layouts (LibreOffice those of its first
master), and put their own on each slide: a title halfway down moves up to where the template's own slides have it, and a cover's
down to where the first of them has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from lxml import etree

from deck.drawing import Sheets, numbers, scene
from deck.drawing.names import Element, child, need, put_child, qn
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import TITLES, placeholder_of
from deck.geometry import Box
from deck.package import Package, serialise
from deck.template.order import TEXT
from deck.template.sample_titles import free_title

LOOKED_AT = 40
"""Sample slides that are looked at."""
UPPER, HIGHER = 1 / 3, 0.15
"""The share of a slide that a title of content has its middle in, and how much higher than its layout's the slides' are."""
ALIKE = 0.03
"""By how much of the slide's width and height boxes may differ that are the same to the eye."""
LARGER = 1.2
"""How much larger the box of the content is, at least, where it moves along."""
LEAST_UNDER, LEAST_SAID = 0.12, 0.05
"""The shares of a slide's height that what stands under a cover's title has at least: where nobody says where, and where the
slide does, whose subtitle may be a line."""
APP, ANEW = "docProps/app.xml", b"<Application>LibreOffice"
"""Where a file says which program wrote it, and the one whose layouts have another page's boxes."""
CONTENT = ("obj", "body", "subTitle", "")
SIDES = ("l", "ctr", "r")
"""What lines are set from (20.1.10.59)."""

Boxes = tuple[Box | None, Box | None]
"""A sheet's own boxes of title and content; None where it says none, or there is none."""
Moves = tuple[tuple[Box, Box], ...]


def as_stood(package: Package) -> Package:
    """The package with layouts' titles, and the content under them, where its own slides have them."""
    sheets = Sheets(package)
    used: dict[str, list[str]] = defaultdict(list)
    for rel in package.related(package.main, "slide")[:LOOKED_AT]:
        for layout in package.related(rel.target, "slideLayout")[:1]:
            if rel.target in package.parts and layout.target in package.parts:
                used[layout.target].append(rel.target)
    anew = ANEW in package.parts.get(APP, b"")
    moves: dict[str, Moves] = {}
    parts: dict[str, bytes | None] = {}
    for n, (layout, slides) in enumerate(used.items()):
        said, shown = boxes_of(sheets.root(layout)), [boxes_of(sheets.root(part)) for part in slides]
        if n == 0 and len(slides) == 1 and len(used) > 1:
            shown = [_freed(shown[0], package, slides[0], sheets) if anew else shown[0]]
        if n == 0 and len(slides) == 1 and len(used) > 1 and (lowered := _opened(said, shown[0], sheets.size, anew)):
            parts[layout] = _with(sheets.root(layout), lowered)
            if anew and (aligned := _aligned(sheets.root(layout), sheets.root(slides[0]))) is not None:
                parts[layout] = aligned
        elif wanted := _moved(said, shown, sheets.size):
            moves[layout] = wanted
    for layout, wanted in moves.items():
        # Its sisters have the same boxes from the same page; each says for itself where its own slides do.
        for master in package.related(layout, "slideMaster"):
            for part in [layout, *(item for item in sheets.layout_parts(master.target) if item not in moves)]:
                if parts.get(part) is None and (changed := _with(sheets.root(part), wanted)) is not None:
                    parts[part] = changed
    return package.replace(parts) if parts else package


def _freed(own: Boxes, package: Package, part: str, sheets: Sheets) -> Boxes:
    """The boxes of a slide whose title the program has made a plain text box of."""
    if own[0] is not None:
        return own
    title = free_title(scene(package, part, sheets))
    return (title.box if title is not None else None), own[1]


def _opened(layout: Boxes, slide: Boxes, size: tuple[int, int], anew: bool) -> Moves:
    """From which box to which, of a cover that no other slide shares: none where its layout has no content's title, if not a
    program wrote all layouts `anew`."""
    (title, under), (lower, below) = layout, slide
    if title is None or lower is None:
        return ()
    if near(title, lower, size) and not (anew and under is not None and under.y < lower.y):
        return ()
    if not anew and (_middle(title) > UPPER * size[1] or _middle(lower) < _middle(title) + HIGHER * size[1]):
        return ()
    if under is None:
        return ((title, lower),)
    gap = round(ALIKE * size[1])
    if below is not None and not below.overlaps(lower, gap) and below.h >= LEAST_SAID * size[1]:
        return (title, lower), (under, below)
    if below is None or below.overlaps(lower, gap):
        below = Box(lower.x, lower.bottom + gap, lower.w, min(under.h, size[1] - lower.bottom - 2 * gap))
    return ((title, lower), (under, below)) if below.h >= LEAST_UNDER * size[1] else ((title, lower),)


def _aligned(layout: Element | None, slide: Element | None) -> bytes | None:
    """The cover's layout with its content set from the side that the slide has it from: such a program says that in each
    paragraph, and no slide inherits it. None where that says nothing, or the layout does."""
    under, shown = _content(layout), _content(slide)
    body, said = child(under, "p:txBody"), child(shown, "p:txBody", "a:p", "a:pPr")
    side, style = said.get("algn") if said is not None else None, child(body, "a:lstStyle")
    if layout is None or body is None or side not in SIDES or (style is not None and len(style)):
        return None
    if style is None:
        style = etree.Element(qn("a:lstStyle"))
        put_child(body, style, [name.partition(":")[2] for name in TEXT])
    etree.SubElement(style, qn("a:lvl1pPr"), algn=side)
    return serialise(layout)


def _content(root: Element | None) -> Element | None:
    return next((shape for kind, shape, _box in own_places(root) if kind in CONTENT), None)


def _moved(layout: Boxes, slides: list[Boxes], size: tuple[int, int]) -> Moves:
    """From which box to which: none where the slides do not agree, or the layout's title stands where a title does."""
    title, body = layout
    above = _agreed([item[0] for item in slides], size)
    if title is None or above is None or _middle(above) > min(UPPER * size[1], _middle(title) - HIGHER * size[1]):
        return ()
    below = _agreed([item[1] for item in slides], size)
    if body is None or below is None or below.area < LARGER * body.area or below.overlaps(above, round(ALIKE * size[1])):
        return ((title, above),)
    return (title, above), (body, below)


def _middle(box: Box) -> float:
    return box.y + box.h / 2


def _agreed(found: list[Box | None], size: tuple[int, int]) -> Box | None:
    """The box that all slides have; None where one says none, or another."""
    first = found[0]
    if first is None or not all(other is not None and near(first, other, size) for other in found):
        return None
    return first


def near(one: Box, other: Box, size: tuple[int, int]) -> bool:
    """Are two boxes the same to the eye, on a slide of this size?"""
    across = max(abs(one.x - other.x), abs(one.right - other.right))
    down = max(abs(one.y - other.y), abs(one.bottom - other.bottom))
    return across <= ALIKE * size[0] and down <= ALIKE * size[1]


def boxes_of(root: Element | None) -> Boxes:
    """A sheet's title and its first content, as far as it says where they are."""
    every = list(own_places(root))
    title = next((box for kind, _at, box in every if kind in TITLES), None)
    return title, next((box for kind, _at, box in every if kind in CONTENT), None)


def own_places(root: Element | None) -> Iterator[tuple[str, Element, Box | None]]:
    """A sheet's placeholders: their types, transforms and boxes, as far as it says them itself."""
    tree = child(root, "p:cSld", "p:spTree")
    for shape in tree if tree is not None else ():
        holder = placeholder_of(shape)
        if holder is not None:
            xfrm = xfrm_of(shape)
            place = extent(xfrm) if xfrm is not None and not numbers.angle(xfrm.get("rot")) else None
            yield holder.get("type", ""), shape, Box(*place) if place is not None else None


def _with(root: Element | None, moves: Iterable[tuple[Box, Box]]) -> bytes | None:
    """The layout with its boxes moved; None where it has none of them."""
    wanted, changed = dict(moves), False
    for kind, shape, box in own_places(root):
        if box is not None and box in wanted and (kind in TITLES or kind in CONTENT):
            put_at(shape, wanted[box])
            changed = True
    return serialise(root) if changed and root is not None else None


def put_at(shape: Element, new: Box) -> None:
    """A shape that says where it stands, elsewhere."""
    for name, said in (("a:off", {"x": new.x, "y": new.y}), ("a:ext", {"cx": new.w, "cy": new.h})):
        for key, value in said.items():
            need(xfrm_of(shape), name).set(key, str(value))


__all__ = ["ALIKE", "ANEW", "APP", "CONTENT", "as_stood", "boxes_of", "near", "own_places", "put_at"]
