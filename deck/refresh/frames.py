"""What holds a placeholder's words: its place in a layout, its margins and the sizes of its levels. An earlier version of ours
chose other layouts and sizes; what stands as it then stood is no touch of its owner's."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from deck.drawing.names import Element, attributes, child, local, need, qn
from deck.drawing.scene import xfrm_of
from deck.drawing.sheet import contents, placeholder_of
from deck.geometry import Box
from deck.package import Relationship
from deck.package.xml import serialise
from deck.pptx.manifest import Digests
from deck.pptx.reader import ReadDeck, read_pptx
from deck.refresh.digests import short
from deck.refresh.guard.side import Side, Touch, box_of, whose
from deck.refresh.pages import near, pages_of
from deck.refresh.transform import write_box
from deck.refresh.written import Written

LEAST_ALIKE = 2
"""On so many pages a colour stands for another that we would give today, at least, that no hand gave."""
_MARGINS = ("lIns", "tIns", "rIns", "bIns")
_PLAIN = {"rot": "0", "vert": "horz", "numCol": "1", "wrap": "square"}
"""What our own frames say beside margins, and no hand does."""
PageBoxes = Mapping[str, tuple[int, int, int, int]]


def as_framed(generated: Written, deck: ReadDeck, lang: str) -> Written:
    """The base as we would write it, each placeholder that an earlier version framed otherwise in the frame that it has in the
    owner's deck, as far as only we can have made it, and its slide in the layout that it had."""
    if deck.manifest is None:
        return generated
    mine, ours = Side.of(deck), Side.of(generated.deck)
    frames = _Frames(mine, ours)
    for page, part in mine.pages.items():
        if page in ours.pages and (known := deck.manifest.placed.get(page)):
            held = deck.manifest.digests.get(page, {})
            frames.page(_Pair(part, ours.pages[page], known, generated.placed.get(page, {}), held))
    frames.colour()
    if not frames.roots and not frames.rels:
        return generated
    parts: dict[str, bytes | None] = {part: serialise(root) for part, root in frames.roots.items()}
    package = ours.sheets.package.replace(parts, {}, frames.rels)
    read = read_pptx(package, sheets=generated.deck.sheets.over(package), manifest=generated.deck.manifest)
    return replace(generated, package=package, deck=read, pages=pages_of(read, lang))


@dataclass(frozen=True)
class _Strong:
    """Words of a title told apart: our run's properties and theirs, and whether the page was framed otherwise."""

    part: str
    here: Element
    there: Element
    framed: bool


@dataclass(frozen=True)
class _Pair:
    """A page of the owner's deck and the generated one. `known`: where its slots were put, as the owner's deck remembers
    it; `today`: where they would be put now; `held`: the digests that it remembers."""

    part: str
    other: str
    known: PageBoxes
    today: PageBoxes
    held: Mapping[str, str]

    @property
    def elsewhere(self) -> bool:
        """Whether an earlier version put its words elsewhere: a title stands where its layout has it, whatever a slide says."""
        both = self.known.keys() & self.today.keys()
        if "title" in both:
            return self.known["title"] != self.today["title"]
        return any(not near(Box(*self.known[slot]), Box(*self.today[slot])) for slot in both)


@dataclass
class _Frames:
    """Pages of the generated deck in other frames. `roots`: their trees; `rels`: where they are in another layout."""

    mine: Side
    ours: Side
    roots: dict[str, Element] = field(default_factory=dict)
    rels: dict[str, tuple[Relationship, ...] | None] = field(default_factory=dict)
    strong: list[_Strong] = field(default_factory=list)

    def page(self, pair: _Pair) -> None:
        sheet, root = self.mine.sheets.sheet(pair.part), copy.deepcopy(self.ours.sheets.root(pair.other))
        if root is None:
            return
        known = pair.known
        shapes = {slot: shape for shape in contents(sheet.tree) if (slot := whose(shape)) in known}
        stood = {slot for slot, shape in shapes.items() if (box := box_of(sheet, shape)) and near(Box(*box), Box(*known[slot]))}
        held = {slot: shape for slot, shape in shapes.items() if _is_held(shape)}
        follows = stood and all(slot in stood or xfrm_of(shape) is not None for slot, shape in held.items())
        if (pair.elsewhere and follows) or pair.held.get(LAYOUT, "") == layout_of(self.mine, pair.part):
            self._layout(pair.part, pair.other)
        twins = {whose(shape): shape for shape in contents(child(root, "p:cSld", "p:spTree"))}
        for slot, shape in held.items():
            twin = twins.get(slot)
            if twin is None or local(twin) != "sp":
                continue
            remembered = pair.held.get(slot + FRAME) == frame_of(shape)
            lent = remembered or _lends(shape, twin, elsewhere=pair.elsewhere)
            if lent:
                _framed(twin, shape, Box(*known[slot]))
                self.roots[pair.other] = root
            for here, there in _told_apart(twin, shape):
                if remembered:
                    _coloured(here, child(there, "a:solidFill"))
                else:
                    self.strong.append(_Strong(pair.other, here, there, lent or pair.elsewhere))

    def colour(self) -> None:
        """Words told apart in titles are given the colour that they have in the owner's deck, where an earlier version framed
        pages otherwise, and either all words of a colour, or all on such pages, have it: it reads on another ground."""
        pairs: dict[tuple[bytes, bytes], list[_Strong]] = {}
        for item in self.strong if self.roots or self.rels else ():
            pairs.setdefault((_fill(item.here), _fill(item.there)), []).append(item)
        for (ours, theirs), found in pairs.items():
            alone = all(item.framed for item in found) or not any(a == ours and b != theirs for a, b in pairs)
            if ours == theirs or not alone or len({item.part for item in found}) < LEAST_ALIKE:
                continue
            for item in found:
                _coloured(item.here, child(item.there, "a:solidFill"))
                self.roots[item.part] = item.here.getroottree().getroot()

    def _layout(self, part: str, other: str) -> None:
        """The generated page in the layout that the owner's is in."""
        theirs = {rel.target for rel in self.mine.sheets.package.related(part, "slideLayout")}
        package = self.ours.sheets.package
        rels = package.rels.get(other, ())
        if len(theirs) == 1 and theirs <= package.parts.keys() and not theirs <= {rel.target for rel in rels}:
            (layout,) = theirs
            self.rels[other] = tuple(replace(rel, target=layout) if rel.kind == "slideLayout" else rel for rel in rels)


def with_frames(digests: Digests, after: Side, fresh: Side, told: Collection[Touch]) -> Digests:
    """What a refreshed deck is to remember, with the frames and the layouts that a refresh left as an earlier version made them;
    what bears its owner's hand (`told`) is not among them."""
    by_hand = {(item.slide, item.where) for item in told if item.what in _BY_HAND}
    found = {page: dict(slots) for page, slots in digests.items()}
    for page, part in after.pages.items():
        other, slide = fresh.pages.get(page), page.partition("#")[0]
        if other is None:
            continue
        shapes, twins = (
            {whose(item): item for item in contents(child(side.sheets.root(its), "p:cSld", "p:spTree")) if _is_held(item)}
            for side, its in ((after, part), (fresh, other))
        )
        held = {
            slot + FRAME: frame_of(shape)
            for slot, shape in shapes.items()
            if slot and (slide, slot) not in by_hand and (slot not in twins or frame_of(shape) != frame_of(twins[slot]))
        }
        if (slide, "") not in by_hand and (layout := layout_of(after, part)) != layout_of(fresh, other):
            held[LAYOUT] = layout
        if held:
            found.setdefault(page, {}).update(held)
    return found


_BY_HAND = ("look", "other", "layout")
FRAME, LAYOUT = "/frame", "/layout"
"""What frames and layouts are called among a page's digests, beside its slots."""


def layout_of(side: Side, part: str) -> str:
    """The digest of the name of the layout that a slide is in."""
    for rel in side.sheets.package.related(part, "slideLayout"):
        about = child(side.sheets.root(rel.target), "p:cSld")
        return short((about.get("name", "") if about is not None else rel.target).encode())
    return ""


def frame_of(shape: Element) -> str:
    """The digest of a placeholder's frame, and of the colour of words in bold."""
    props = child(shape, "p:spPr")
    dress = [local(item) for item in (props if props is not None else ()) if local(item) != "xfrm"]
    body = child(shape, "p:txBody", "a:bodyPr")
    fills = {_fill(look) for look in shape.iter(qn("a:rPr")) if look.get("b") == "1"}
    said = [
        _seat(shape),
        _bare(body) if body is not None else {},
        _margins(body) if body is not None else [],
        _sizes(shape),
        sorted(fills),
    ]
    return short(repr((said, dress)).encode())


def _is_held(shape: Element) -> bool:
    return local(shape) == "sp" and placeholder_of(shape) is not None


def _lends(shape: Element, twin: Element, *, elsewhere: bool) -> bool:
    """Whether a placeholder's frame is another one than we would write, and yet as only we write them: sizes stand in its list
    style, where no program puts them; margins are those by which its lines were broken."""
    props, frame, was = child(shape, "p:spPr"), child(shape, "p:txBody", "a:bodyPr"), child(twin, "p:txBody", "a:bodyPr")
    if frame is None or was is None or any(local(item) != "xfrm" for item in (props if props is not None else ())):
        return False
    if any(local(item) != "normAutofit" or len(item.attrib) for item in frame) or is_styled(shape):
        return False
    free = placeholder_of(twin) is None
    if _bare(frame) != ({} if free else _bare(was)):
        return False
    resized = free or _sizes(shape) != _sizes(twin) or (elsewhere and _seat(shape) != _seat(twin))
    if _margins(frame) == _margins(was):
        return resized
    return _breaks(frame) and (elsewhere or resized)


def is_styled(shape: Element) -> bool:
    """Whether a list style says what ours never does: a colour that is no theme's, italics, a bullet, an indent."""
    style = child(shape, "p:txBody", "a:lstStyle")
    for item in style.iter() if style is not None else ():
        if local(item) in _STYLED or any(value not in ("0", "none", "noStrike") for value in map(item.get, _STYLES) if value):
            return True
    return False


_STYLED = (
    *("srgbClr", "hslClr", "prstClr", "gradFill", "pattFill", "blipFill", "ln", "highlight", "effectLst", "effectDag"),
    *("uFill", "buChar", "buAutoNum", "buBlip", "buFont", "buClr", "buNone", "tabLst"),
)
_STYLES = ("i", "u", "strike", "baseline", "spc", "kern", "marL", "marR", "indent", "rtl")


def _bare(frame: Element) -> dict[str, str]:
    return {name: value for name, value in attributes(frame).items() if name not in _MARGINS and _PLAIN.get(name) != value}


def _margins(frame: Element) -> Sequence[str | None]:
    return [frame.get(name) for name in _MARGINS]


def _breaks(frame: Element) -> bool:
    """Whether a frame leaves its margins to the layout, or has none but where lines are to break."""
    left, top, _right, bottom = said = _margins(frame)
    return not any(said) or left == top == bottom == "0"


def _seat(shape: Element) -> list[str]:
    holder = placeholder_of(shape)
    return [holder.get("type", ""), holder.get("idx", "")] if holder is not None else []


def _sizes(shape: Element) -> bytes:
    style = child(shape, "p:txBody", "a:lstStyle")
    if style is None or not len(style):
        return b""
    bare = copy.deepcopy(style)
    etree.cleanup_namespaces(bare)
    return etree.tostring(bare, method="c14n", with_tail=False)


def _told_apart(twin: Element, shape: Element) -> Iterator[tuple[Element, Element]]:
    """The properties of runs in bold that say the same, and are told apart in one way but for their colours."""
    for here, there in zip(twin.iter(qn("a:r")), shape.iter(qn("a:r")), strict=False):
        ours, theirs = child(here, "a:rPr"), child(there, "a:rPr")
        said = [getattr(child(run, "a:t"), "text", None) for run in (here, there)]
        if ours is not None and theirs is not None and said[0] == said[1] and _bold(ours) == _bold(theirs) == ("1", []):
            yield ours, theirs


def _bold(look: Element) -> tuple[str | None, list[str]]:
    return look.get("b"), [local(item) for item in look if local(item) != "solidFill"]


def _fill(look: Element) -> bytes:
    fill = copy.deepcopy(child(look, "a:solidFill"))
    if fill is None:
        return b""
    etree.cleanup_namespaces(fill)
    return etree.tostring(fill, method="c14n", with_tail=False)


def _coloured(look: Element, fill: Element | None) -> None:
    if (old := child(look, "a:solidFill")) is not None:
        look.remove(old)
    if fill is not None:
        look.insert(0, copy.deepcopy(fill))


_FRAMED = (("p:nvSpPr", "p:cNvSpPr"), ("p:spPr",), ("p:txBody", "a:bodyPr"), ("p:txBody", "a:lstStyle"))


def _framed(twin: Element, shape: Element, box: Box) -> None:
    """The generated shape in the frame of the owner's, its words its own."""
    for path in _FRAMED:
        old, new = child(twin, *path), child(shape, *path)
        holder = old.getparent() if old is not None else None
        if old is not None and new is not None and holder is not None:
            holder.replace(old, copy.deepcopy(new))
    about, seat = need(twin, "p:nvSpPr", "p:nvPr"), placeholder_of(shape)
    if (free := child(about, "p:ph")) is not None:
        about.remove(free)
    if seat is not None:
        about.insert(0, copy.deepcopy(seat))
    write_box(twin, box)


__all__ = ["as_framed", "is_styled", "with_frames"]
