"""The cover of a house that draws its first slide by hand: its ground, and what is drawn there around the words, are the layout's
for covers from now on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deck.drawing import Sheets
from deck.drawing.ground import flat
from deck.drawing.model import Scene
from deck.drawing.names import Element, child, need, qn
from deck.geometry import Box
from deck.package import Package, parse_xml, serialise
from deck.package.names import A, P
from deck.template.hand_drawn import SMALL, box_of, key_of, put_onto, shapes_of, text_of
from deck.template.layouts import Drawn
from deck.template.names import instructs
from deck.template.opening import is_made
from deck.template.sample_titles import written_title

AT_EDGE = 0.02
"""The share of the slide's height that a picture may be off an edge which it reaches to the eye."""
_BACKGROUND = (
    f'<p:bg xmlns:p="{P}" xmlns:a="{A}"><p:bgPr><a:solidFill><a:srgbClr val="{{}}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
)


def with_cover(
    cleaned: Package, package: Package, every: Sequence[Drawn], scenes: Sequence[Scene], alike: Mapping[bytes, Element]
) -> Package:
    """`cleaned`, a template's package without its slides, whose layouts draw nothing, with covers as the first of its slides is.
    `package`: the same with its slides, `scenes`; `alike`: what the others have alike, by its key. A name that stands on each of
    them is the house's on its cover, too, however large."""
    known, names = set(alike), {text_of(shape) for shape in alike.values()} - {""}
    sheets, covers = Sheets(package), covers_of(every)
    if paper := _paper(scenes):
        cleaned = _on_ground(cleaned, covers, paper)
    first = {key_of(sheets, scenes[0].part, shape): shape for shape in shapes_of(sheets, scenes[0].part)}
    lacks = bool(known - set(first))
    named = {key for key, shape in first.items() if text_of(shape) in names}
    art = [shape for key, shape in first.items() if (lacks if key in known else key in named or _is_art(shape, scenes[0]))]
    for part in covers:
        cleaned = put_onto(cleaned, package, part, [(scenes[0].part, shape) for shape in art]) if art else cleaned
        cleaned = _alone(cleaned, part) if lacks else cleaned
    return cleaned


def with_drawn_cover(cleaned: Package, package: Package, every: Sequence[Drawn], scenes: Sequence[Scene]) -> Package:
    """The same for a template whose layouts do draw something: where its first slide stands in a layout that is made for covers
    and has nothing but its master's, and draws large shapes around its title."""
    drawn = next((item for item in every if scenes and item.layout.part == scenes[0].layout), None)
    if drawn is None or not is_made(drawn) or not _is_dressed(package, scenes[0]):
        return cleaned
    own = [shape for shape in flat(drawn.scene.shapes) if shape.origin != "master" and not shape.is_placeholder]
    if any(not shape.hidden for shape in own) or child(Sheets(package).root(drawn.layout.part), "p:cSld", "p:bg") is not None:
        return cleaned
    part = scenes[0].part
    art = [(part, shape) for shape in shapes_of(Sheets(package), part) if _is_art(shape, scenes[0])]
    return put_onto(cleaned, package, drawn.layout.part, art)


def _is_dressed(package: Package, slide: Scene) -> bool:
    """Has a slide a title, and large shapes of its own around it? Not one that tells how to use the template."""
    title = written_title(slide)
    if title is None or (title.text is not None and instructs(title.text.text)):
        return False
    art = [shape for shape in shapes_of(Sheets(package), slide.part) if _is_art(shape, slide)]
    boxes = [box for shape in art if (box := box_of(shape)) is not None]
    return any(box.intersection(Box(0, 0, *slide.size)).area >= SMALL * slide.size[0] * slide.size[1] for box in boxes)


def opened_by(package: Package, every: Sequence[Drawn], scenes: Sequence[Scene]) -> str:
    """The part of the layout for covers that has the first slide's drawing now, where that slide stands in another; "" else."""
    covers = covers_of(every)
    elsewhere = bool(covers) and scenes[0].layout not in covers
    return covers[0] if elsewhere and (_paper(scenes) or _is_dressed(package, scenes[0])) else ""


def covers_of(every: Sequence[Drawn]) -> list[str]:
    """The parts of the layouts that say they are covers."""
    return [item.layout.part for item in every if item.layout.type == "title"]


def _is_art(shape: Element, slide: Scene) -> bool:
    """Is it drawn around a cover's words, and says none? Not what lies on its title, nor a photograph of the matter."""
    box = box_of(shape)
    if box is None or text_of(shape):
        return False
    if next(shape.iter(qn("a:blip")), None) is not None:
        return _bleeds(shape, slide.size) or box.area < SMALL * slide.size[0] * slide.size[1]
    order = [item.id for item in slide.own]
    title = written_title(slide)
    own = next(shape.iter(qn("p:cNvPr"))).get("id", "")
    over = title is not None and own in order and title.id in order and order.index(own) > order.index(title.id)
    return not (over and title is not None and box.overlaps(title.box))


def _bleeds(shape: Element, size: tuple[int, int]) -> bool:
    """Is it a picture from the slide's head to its foot, at one side of it or over all?"""
    box, rim = box_of(shape), round(AT_EDGE * size[1])
    if box is None or next(shape.iter(qn("a:blip")), None) is None:
        return False
    high = box.y <= rim and box.bottom >= size[1] - rim
    return high and (box.x <= rim or box.right >= size[0] - rim)


def _alone(package: Package, layout: str) -> Package:
    """The layout without what its master draws."""
    root = parse_xml(package.parts[layout])
    root.set("showMasterSp", "0")
    return package.replace({layout: serialise(root)})


def _paper(scenes: Sequence[Scene]) -> str:
    """The plain ground of the first slide, where the others have another."""
    first, *others = ((item.background.kind, item.background.colors) for item in scenes)
    return first[1][0] if first[0] == "solid" and first[1] and first not in others else ""


def _on_ground(package: Package, layouts: Sequence[str], color: str) -> Package:
    parts: dict[str, bytes | None] = {}
    for part in layouts:
        root = parse_xml(package.parts[part])
        sheet = need(root, "p:cSld")
        if child(sheet, "p:bg") is None:
            sheet.insert(0, parse_xml(_BACKGROUND.format(color).encode()))
            parts[part] = serialise(root)
    return package.replace(parts) if parts else package


__all__ = ["covers_of", "opened_by", "with_cover", "with_drawn_cover"]
