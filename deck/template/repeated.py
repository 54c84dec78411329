"""What stands alike on slide after slide of a house that draws by hand, a bar or a logo: from now on it is its master's, and the
ground of its first slide that of its covers, with what is drawn there around the words."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from lxml import etree

from deck.drawing import Sheets
from deck.drawing.model import Scene, SceneShape
from deck.drawing.names import Element, child, ids_in, local, need, qn, whole
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import FURNITURE, contents, placeholder_of
from deck.geometry import Box
from deck.package import Package, Relationship, parse_xml, serialise
from deck.package.names import REL, A, P, R
from deck.template.layouts import Drawn
from deck.template.sample_titles import written_title

SMALL, NEXT = 0.1, 76_200
"""The share of a slide under which something is small, and how far left of it a number stands, in EMU."""
AT_EDGE = 0.02
"""The share of the slide's height that a picture may be off an edge which it reaches to the eye."""
LEAST, MOST_TEXT = 2, 60
"""Slides that something must stand on at least, and letters that a house's name may have."""
DRAWN, TIES = ("sp", "pic", "cxnSp", "grpSp"), ("stCxn", "endCxn")
"""What is taken along, and what says that a line holds two things of its own slide together."""
_BACKGROUND = (
    f'<p:bg xmlns:p="{P}" xmlns:a="{A}"><p:bgPr><a:solidFill><a:srgbClr val="{{}}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
)


def with_repeated(cleaned: Package, package: Package, every: Sequence[Drawn], scenes: Sequence[Scene]) -> Package:
    """`cleaned`, a template's package without its slides, whose layouts draw nothing, with what most of its slides but the first
    draw alike; as it was where that is nothing, or there are several masters. `package`: the same with its slides, `scenes`."""
    masters = {item.scene.master for item in every}
    if len(masters) != 1 or len(scenes) <= LEAST:
        return cleaned
    master, parts = next(iter(masters)), [item.part for item in scenes]
    sheets = Sheets(package)
    found = list(_alike(sheets, parts[1:]))
    paper, covers = _cover(scenes), [item.layout.part for item in every if item.layout.type == "title"]
    if paper:
        cleaned = _on_ground(cleaned, covers, paper)
    known = {_key(sheets, *item) for item in found}
    first = {_key(sheets, parts[0], shape): shape for shape in _shapes(sheets, parts[0])}
    lacks = bool(known - set(first))
    art = [shape for key, shape in first.items() if (lacks if key in known else _is_art(shape, scenes[0]))]
    for part in covers:
        cleaned = _onto(cleaned, package, part, [(parts[0], shape) for shape in art]) if art else cleaned
        cleaned = _alone(cleaned, part) if lacks else cleaned
    return _onto(cleaned, package, master, found) if found and master in cleaned.parts else cleaned


def _alike(sheets: Sheets, parts: Sequence[str]) -> Iterator[tuple[str, Element]]:
    """(slide, shape) of the first of each that stands on most of the slides."""
    first: dict[bytes, tuple[str, Element]] = {}
    times: Counter[bytes] = Counter()
    for part in parts:
        known: set[bytes] = set()
        for shape in _shapes(sheets, part):
            key = _key(sheets, part, shape)
            first.setdefault(key, (part, shape))
            known.add(key)
        times.update(known)
    # In the order that they are painted in: a set has none.
    yield from (item for key, item in first.items() if times[key] >= LEAST and 2 * times[key] > len(parts))


def _shapes(sheets: Sheets, part: str) -> Iterator[Element]:
    """What a slide draws itself, and says in few words."""
    for shape in contents(child(sheets.root(part), "p:cSld", "p:spTree")):
        if local(shape) not in DRAWN or placeholder_of(shape) is not None or len(_text(shape)) > MOST_TEXT:
            continue
        if not any(next(shape.iter(qn(f"a:{name}")), None) is not None for name in TIES):
            yield shape


def _is_art(shape: Element, slide: Scene) -> bool:
    """Is it drawn around a cover's words, and says none? Not what lies on its title, nor a photograph of the matter."""
    box = _box(shape)
    if box is None or _text(shape):
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
    box, rim = _box(shape), round(AT_EDGE * size[1])
    if box is None or next(shape.iter(qn("a:blip")), None) is None:
        return False
    high = box.y <= rim and box.bottom >= size[1] - rim
    return high and (box.x <= rim or box.right >= size[0] - rim)


def _alone(package: Package, layout: str) -> Package:
    """The layout without what its master draws."""
    root = parse_xml(package.parts[layout])
    root.set("showMasterSp", "0")
    return package.replace({layout: serialise(root)})


def _text(shape: Element) -> str:
    return "".join(item.text or "" for item in shape.iter(qn("a:t"))).strip()


def _key(sheets: Sheets, part: str, shape: Element) -> bytes:
    """What a shape is but for what it is called, and the ids that it has there."""
    bare = copy.deepcopy(shape)
    for about in bare.iter(qn("p:cNvPr")):
        about.attrib.clear()
        about[:] = []
    for item in bare.iter():
        for name in [name for name in item.attrib if str(name).startswith(f"{{{R}}}")]:
            item.set(name, _target(sheets.package, part, item.get(name, "")))
    return etree.tostring(bare, method="c14n", exclusive=True, with_tail=False)


def _target(package: Package, part: str, rid: str) -> str:
    return next((rel.target for rel in package.rels.get(part, ()) if rel.id == rid), "")


def _cover(scenes: Sequence[Scene]) -> str:
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


def _onto(package: Package, whole_one: Package, master: str, found: Sequence[tuple[str, Element]]) -> Package:
    """The shapes behind all that the master has, with the pictures that they show."""
    root = parse_xml(package.parts[master])
    tree = need(root, "p:cSld", "p:spTree")
    rels = list(package.rels.get(master, ()))
    ids = count(1 + max((whole(item.get("id")) for item in root.iter(qn("p:cNvPr"))), default=1))
    pictures: dict[str, bytes | None] = {}
    at = 1 + next(n for n, item in enumerate(tree) if local(item) == "grpSpPr")
    for part, shape in found:
        if any(_picture(whole_one, part, rid) is None for rid in ids_in(shape)):
            # It leads somewhere, or shows what is no picture.
            continue
        new = copy.deepcopy(shape)
        for about in new.iter(qn("p:cNvPr")):
            about.set("id", str(next(ids)))
        for item in new.iter():
            for name in [name for name in item.attrib if str(name).startswith(f"{{{R}}}")]:
                target = _picture(whole_one, part, item.get(name, "")) or ""
                pictures[target] = whole_one.parts[target]
                rid = next(one for n in count(1) if (one := f"rIdH{n}") not in {rel.id for rel in rels})
                rels.append(Relationship(rid, f"{REL}/image", target))
                item.set(name, rid)
        tree.insert(at, new)
        at += 1
    kinds = {
        name: whole_one.content_type(name) for name in pictures if package.content_type(name) != whole_one.content_type(name)
    }
    made = package.replace({master: serialise(root), **pictures}, kinds, {master: tuple(rels)})
    return _aside(made, master, [box for _part, shape in found if (box := _box(shape)) is not None])


def _box(shape: Element) -> Box | None:
    own = extent(xfrm_of(shape))
    return Box(*own) if own else None


def _aside(package: Package, master: str, boxes: Sequence[Box]) -> Package:
    """Number, date and footer stand left of what is small and would be upon them."""
    sheets = Sheets(package)
    small = [box for box in boxes if box.area < SMALL * sheets.size[0] * sheets.size[1]]
    parts: dict[str, bytes | None] = {}
    for part in (master, *sheets.layout_parts(master)):
        root = sheets.root(part)
        for shape in contents(child(root, "p:cSld", "p:spTree")):
            holder, box = placeholder_of(shape), _box(shape)
            if holder is None or holder.get("type") not in FURNITURE or box is None or root is None:
                continue
            off = child(xfrm_of(shape), "a:off")
            left = min((one.x for one in small if one.overlaps(box, 6_350)), default=None)
            if left is not None and off is not None and left - box.w - NEXT >= 0:
                off.set("x", str(left - box.w - NEXT))
                parts[part] = serialise(root)
    return package.replace(parts) if parts else package


def _picture(package: Package, part: str, rid: str) -> str | None:
    rel = next((item for item in package.rels.get(part, ()) if item.id == rid), None)
    return rel.target if rel is not None and rel.kind == "image" and not rel.external and rel.target in package.parts else None


def draws_by_hand(scenes: Sequence[Scene]) -> bool:
    """Whether none of several slides writes in a placeholder, though there are words on most."""
    worded = [any(_says(shape) for shape in item.own) for item in scenes]
    held = any(
        shape.is_placeholder and shape.ph_type not in ("sldNum", "dt", "ftr") and _says(shape)
        for item in scenes
        for shape in item.own
    )
    return not held and len(scenes) > LEAST and 2 * sum(worded) > len(scenes)


def _says(shape: SceneShape) -> bool:
    return shape.text is not None and bool(shape.text.text.strip())


__all__ = ["draws_by_hand", "with_repeated"]
