"""Where a house that draws by hand has its titles, and in what: in the boxes and letters of its slides they are its master's from
now on, and its cover's those of its first slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from deck.drawing import Sheets
from deck.drawing.ground import flat
from deck.drawing.model import Scene, SceneRun, SceneShape
from deck.drawing.names import Element, child, need, qn
from deck.drawing.sheet import TITLES
from deck.geometry import Box, pt, slide_scale
from deck.package import Package, parse_xml, serialise
from deck.template.layouts import Drawn
from deck.template.sample_titles import written_title
from deck.template.stood import CONTENT, near, own_places, put_at

LEAST = 2
"""Slides that must say the same, at least; and more than half of all but the first."""
UPPER = 1 / 3
"""The share of a slide's height in which words written by hand tell where content begins."""
EDGE = 0.02
"""The share of the slide's sides within which boxes begin in one line."""
UNDER_PT, LINE = 20.0, 1.5
"""The least points of what is under a cover's title on a common slide, and the lines that its box takes at least."""
FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")


class HandTitle(NamedTuple):
    """A title as a slide has it: where it is, in EMU, points, weight, RRGGBB, alignment and anchor."""

    box: Box
    size_pt: float
    bold: bool
    color: str
    align: str
    anchor: str
    held: bool


def with_hand_titles(cleaned: Package, every: Sequence[Drawn], scenes: Sequence[Scene], *, opened: bool = False) -> Package:
    """`cleaned`, a template's package without its slides, with titles as `scenes`, its slides, write them, in boxes of their own
    or in places moved: in the master and the layouts that have its places, and in the layout for covers. As it was where slides
    do not agree. `opened`: the cover's layout has what the first slide draws, wherever that slide stands."""
    masters = {item.scene.master for item in every}
    if len(masters) != 1 or len(scenes) <= LEAST:
        return cleaned
    master, size = next(iter(masters)), scenes[0].size
    parts: dict[str, bytes | None] = {}
    if (look := _agreed([_written(item) for item in scenes[1:]], size)) is not None:
        parts |= _mastered(cleaned, master, look, size, _begins(scenes[1:]))
    first = _written(scenes[0])
    cover = next((item.layout.part for item in every if item.layout.type == "title"), None)
    if first is not None and cover is not None and (opened or not first.held or scenes[0].layout == cover):
        root = parse_xml(parts.get(cover) or cleaned.parts[cover])
        if not (first.held and _stands(root, first.box, size)):
            under = _under(scenes[0], first)
            _opened(root, first, _beneath(scenes[0], first) if under is None and opened else under)
            parts[cover] = serialise(root)
    return cleaned.replace(parts) if parts else cleaned


def _written(item: Scene) -> HandTitle | None:
    title = written_title(item)
    return None if title is None else _as_it_is(title)


def _as_it_is(shape: SceneShape) -> HandTitle | None:
    """A box all of whose words are of one size."""
    paragraphs = [item for item in (shape.text.paragraphs if shape.text is not None else ()) if item.text.strip()]
    runs: list[SceneRun] = [run for item in paragraphs for run in item.runs if run.text.strip()]
    if not runs or shape.text is None or shape.rotation or len({run.size_pt for run in runs}) > 1:
        return None
    first = runs[0]
    return HandTitle(
        shape.box,
        size_pt=first.size_pt,
        bold=first.bold,
        color=first.color,
        align=paragraphs[0].style.align,
        anchor=shape.text.style.anchor,
        held=shape.is_placeholder,
    )


def _agreed(found: Sequence[HandTitle | None], size: tuple[int, int]) -> HandTitle | None:
    """What more than half of the slides say."""
    looks = Counter(item[1:] for item in found if item is not None)
    look, count = looks.most_common(1)[0] if looks else (None, 0)
    same = [item for item in found if item is not None and item[1:] == look]
    alike = [item for item in same if near(item.box, same[0].box, size)]
    return same[0] if count >= LEAST and 2 * len(alike) > len(found) else None


def _under(item: Scene, title: HandTitle) -> HandTitle | None:
    """The words that stand next under a title."""
    shapes = [shape for shape in flat(item.own) if not shape.hidden and shape.box.y > title.box.y]
    texts = [
        found
        for shape in shapes
        if shape.box.overlaps(Box(title.box.x, shape.box.y, title.box.w, shape.box.h))
        if (found := _as_it_is(shape)) is not None and found.box != title.box
    ]
    return min(texts, key=lambda found: found.box.y, default=None)


def _beneath(item: Scene, title: HandTitle) -> HandTitle | None:
    """Words that would stand next under a title with nothing there, as far down as nothing else begins; in its colour, and half
    its size."""
    edges = [shape.box.y for shape in flat(item.own) if not shape.hidden and shape.box.y >= title.box.bottom]
    box = title.box
    tall = min([item.size[1], *edges]) - box.bottom
    points = max(round(title.size_pt / 2), UNDER_PT * slide_scale(item.size))
    if tall < pt(LINE * points):
        return None
    return title._replace(box=Box(box.x, box.bottom, box.w, min(tall, box.h)), size_pt=points, bold=False, anchor="t")


def _begins(scenes: Sequence[Scene]) -> int | None:
    """How far down more than half of the slides have their content, in places that they moved, or written by hand not far under
    their titles."""
    held = [[shape for shape in flat(item.own) if shape.is_placeholder and shape.ph_type in CONTENT] for item in scenes]
    tops = [min((shape.box.y for shape in shapes), default=None) for shapes in held]
    if not any(held):
        tops = [_words_begin(item) for item in scenes]
    top, times = Counter(tops).most_common(1)[0]
    return top if times >= LEAST and 2 * times > len(tops) else None


def _words_begin(item: Scene) -> int | None:
    """How far down the words next under a slide's title begin, where that is in its upper part."""
    title = _written(item)
    under = _under(item, title) if title is not None else None
    return under.box.y if under is not None and under.box.y <= UPPER * item.size[1] else None


def _mastered(
    package: Package, master: str, look: HandTitle, size: tuple[int, int], begins: int | None
) -> dict[str, bytes | None]:
    """The master, and its layouts, with their titles there, and content that began where they did under them: at `begins` where
    the slides have it."""
    sheets = Sheets(package)
    root = parse_xml(package.parts[master])
    old = next((box for kind, _shape, box in own_places(root) if kind in TITLES), None)
    style = child(root, "p:txStyles", "p:titleStyle")
    if old is None or style is None or (look.held and near(look.box, old, size)):
        return {}
    _written_in(style, look)
    main = next((box for kind, _shape, box in own_places(root) if kind in CONTENT and box is not None), None)
    parts: dict[str, bytes | None] = {}
    for part in (master, *sheets.layout_parts(master)):
        sheet = root if part == master else parse_xml(package.parts[part])
        own = list(own_places(sheet))
        if any(kind in TITLES and box is not None and not near(box, old, size) and box.x >= look.box.x for kind, _at, box in own):
            continue  # it keeps another column, and is in nobody's way
        for kind, shape, box in own:
            if box is None:
                continue
            if kind in TITLES and near(box, old, size):
                put_at(shape, look.box)
                _anchored(shape, look.anchor)
            elif kind in CONTENT and box.y >= old.y and (across := _across(box, old, look.box, size)):
                moved = begins is not None and main is not None and abs(box.y - main.y) <= EDGE * size[1]
                top = max(begins if moved and begins is not None else box.y, look.box.bottom)
                put_at(shape, Box(across[0], top, across[1] - across[0], max(box.bottom - top, 1)))
            elif kind in TITLES and (across := _across(box, old, look.box, size)):
                put_at(shape, Box(across[0], box.y, across[1] - across[0], box.h))
        parts[part] = serialise(sheet)
    return parts


def _across(box: Box, old: Box, new: Box, size: tuple[int, int]) -> tuple[int, int] | None:
    """From where to where a box goes that stood in the `old` title's column, which begins where the `new` one does from now on,
    and ends no earlier: side by side as before. None where it stood outside, or nothing is left of the column."""
    rim, end = round(EDGE * size[0]), max(old.right, new.right)
    if not (old.x - rim <= box.x and box.right <= old.right + rim) or min(old.w, end - new.x) <= 0:
        return None

    def at(edge: int) -> int:
        if edge - old.x <= rim:
            return new.x
        return edge + end - old.right if old.right - edge <= rim else new.x + (edge - old.x) * (end - new.x) // old.w

    return at(box.x), at(box.right)


def _stands(root: Element, box: Box, size: tuple[int, int]) -> bool:
    """Is a layout's title where the slide has it?"""
    return any(kind in TITLES and own is not None and near(own, box, size) for kind, _shape, own in own_places(root))


def _opened(root: Element, title: HandTitle, under: HandTitle | None) -> None:
    """A cover's layout with its title and what is next under it as the first slide has them; what else it has places for, a date
    at the foot, stays."""
    for kind, shape, box in own_places(root):
        if kind in TITLES and box is not None:
            _placed(shape, title)
    if under is None:
        return
    texts = [(kind, shape, box) for kind, shape, box in own_places(root) if kind in ("subTitle", "body") and box is not None]
    texts.sort(key=lambda item: (item[0] != "subTitle", abs(item[2].y - under.box.y)))
    for _kind, shape, _box in texts[:1]:
        _placed(shape, under)


def _placed(shape: Element, look: HandTitle) -> None:
    body = child(shape, "p:txBody")
    if body is not None:
        put_at(shape, look.box)
        _anchored(shape, look.anchor)
        _written_in(need(body, "a:lstStyle"), look)


def _anchored(shape: Element, anchor: str) -> None:
    body = child(shape, "p:txBody", "a:bodyPr")
    if body is not None:
        body.set("anchor", anchor)


def _written_in(style: Element, look: HandTitle) -> None:
    """The first level of a list style, in a look."""
    level = child(style, "a:lvl1pPr")
    if level is None:
        level = etree.Element(qn("a:lvl1pPr"))
        style.insert(0, level)
    level.set("algn", look.align)
    run = child(level, "a:defRPr")
    if run is None:
        run = etree.SubElement(level, qn("a:defRPr"))
    run.set("sz", str(round(100 * look.size_pt)))
    run.set("b", str(int(look.bold)))
    for name in FILLS:
        for fill in run.findall(qn(f"a:{name}")):
            run.remove(fill)
    paint = etree.Element(qn("a:solidFill"))
    etree.SubElement(paint, qn("a:srgbClr")).set("val", look.color)
    run.insert(1 if child(run, "a:ln") is not None else 0, paint)


__all__ = ["with_hand_titles"]
