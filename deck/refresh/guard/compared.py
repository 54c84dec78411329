"""One page beside the same page as generated, shape by shape: what differs is its owner's doing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from deck.drawing.names import Element, local, qn, whole, yes
from deck.drawing.scene import xfrm_of
from deck.drawing.sheet import Sheet, contents, placeholder_of, properties_of, walk
from deck.pptx.identity import creation_of
from deck.refresh.guard.form import GONE, Forms, Node, apart, locals_of, written_alike
from deck.refresh.guard.noise import NEAR
from deck.refresh.guard.side import FOOT, Side, Touch, box_of, whose


@dataclass(frozen=True)
class ComparedPage:
    """One page of the owner's beside the same page as generated (and as we would write what it says now)."""

    mine: Side
    part: str
    sides: Sequence[tuple[Side, str]]
    slide: str
    page: str

    def touches(self) -> Iterator[Touch]:
        root = self.mine.sheets.root(self.part)
        if root is None:
            yield Touch(self.slide, "other")
            return
        if self._same_bytes():
            return
        yield from self._shapes(self.part, lambda _side, part: part, "")
        yield from self._frame(root)
        yield from self._hanging(self.part)
        yield from self._notes()

    def _same_bytes(self) -> bool:
        """Nothing rewritten at all: then nothing needs to be read."""
        package, (side, part) = self.mine.sheets.package, self.sides[0]
        other = side.sheets.package
        pairs = [(self.part, part), (package.one(self.part, "notesSlide") or "", other.one(part, "notesSlide") or "")]
        return all(
            package.parts.get(a) == other.parts.get(b)
            and [(rel.id, rel.kind, self.mine.forms.target(rel)) for rel in package.rels.get(a, ())]
            == [(rel.id, rel.kind, side.forms.target(rel)) for rel in other.rels.get(b, ())]
            for a, b in pairs
        )

    def _shapes(self, part: str, of: Callable[[Side, str], str], where: str) -> Iterator[Touch]:
        """Shape by shape, found by id, by name, else by what they are."""
        sheet = self.mine.sheets.sheet(part)
        shapes = list(contents(sheet.tree))
        others = [(side, side.sheets.sheet(of(side, its))) for side, its in self.sides]
        twins = [_paired(shapes, list(contents(other.tree))) for _side, other in others]
        used = [set[int]() for _other in others]
        ranks: list[list[int]] = [[] for _other in others]
        for n, shape in enumerate(shapes):
            place, marked = where or whose(shape), ""
            best: list[str] | None = None
            for k, (side, other) in enumerate(others):
                twin = twins[k].get(n)
                if twin is None:
                    continue
                used[k].add(id(twin[1]))
                ranks[k].append(twin[0])
                marked = marked or whose(twin[1])
                marks = sorted(set(self._apart(sheet, shape, side, other, twin[1], place or marked)))
                best = marks if best is None or len(marks) < len(best) else best
            if best is None:
                foot = place.startswith(FOOT)
                yield Touch(self.slide, "shape", place if foot else where, said=self._said(part, shape, "words") if foot else "")
            else:
                # Whose it is its owner may have called otherwise.
                yield from (Touch(self.slide, what, place or marked, said=self._said(part, shape, what)) for what in best)
        if all(rank != sorted(rank) for rank in ranks):
            yield Touch(self.slide, "order", where)
        if all(any(id(item) not in used[k] for item in contents(other.tree)) for k, (_side, other) in enumerate(others)):
            yield Touch(self.slide, "gone", where)

    def _apart(self, sheet: Sheet, shape: Element, side: Side, other: Sheet, twin: Element, slot: str) -> Iterator[str]:
        if not written_alike(shape, twin):
            one = _bare(self.mine.forms.of(sheet.part, shape))
            two = _bare(side.forms.of(other.part, twin))
            two = two if _says_margins(one) else tuple(node for item in two for node in _without_margins(item))
            for a, b in zip(one, two, strict=False):
                yield from _named(locals_of(apart(a, b)))
        places = [box for box in (box_of(other, twin), self._placed(slot)) if box]
        box = box_of(sheet, shape)
        if box and places and not any(all(abs(x - y) <= NEAR for x, y in zip(box, place, strict=True)) for place in places):
            yield "place"
        if _turn(shape) != _turn(twin):
            yield "place"

    def _said(self, part: str, shape: Element, what: str) -> str:
        """What a shape says that differs, in words of its own; "" where that is no saying."""
        match what:
            case "words":
                return "\n".join(item.text or "" for run in shape.iter(qn("a:r")) for item in run.iterchildren(qn("a:t")))
            case "name":
                # What builds a deck compares no names.
                from deck.refresh.guard.called import own_name_of

                return "\n".join(filter(None, map(own_name_of, (shape, *walk(shape)))))
            case "alt":
                names = ("descr", "title")
                return "\n".join(said for item in shape.iter("{*}cNvPr") for name in names if (said := item.get(name)))
            case "link":
                rels = {rel.id: rel.target for rel in self.mine.sheets.package.rels.get(part, ())}
                clicks = [item for item in shape.iter() if local(item) in _CLICKS]
                return "\n".join(f"{rels.get(item.get(qn('r:id'), ''), '')} {item.get('tooltip', '')}" for item in clicks)
        return ""

    def _placed(self, slot: str) -> tuple[int, int, int, int] | None:
        known = (self.mine.placed or {}).get(self.page, {}).get(slot)
        return known if known else None

    def _frame(self, root: Element) -> Iterator[Touch]:
        """The slide without its shapes: background, transition, time line, colour map, hidden or shown, extensions, marks."""
        one = self.mine.forms.frame(self.part, root)
        found: set[str] | None = None
        for side, part in self.sides:
            other = side.sheets.root(part)
            marks = set(_named(locals_of(apart(one, side.forms.frame(part, other))))) if other is not None else {"other"}
            found = marks if found is None else found & marks
        yield from (Touch(self.slide, what) for what in sorted(found or ()))

    def _hanging(self, part: str) -> Iterator[Touch]:
        """Layout, comments, and parts that nothing in the slide names."""
        here = self.mine.forms.hanging(part)
        side, its = self.sides[0]
        there = side.forms.hanging(its)
        for kind, target in here:
            if (kind, target) not in there:
                yield Touch(self.slide, _HANGING.get(kind, "other"))

    def _notes(self) -> Iterator[Touch]:
        part = self.mine.sheets.package.one(self.part, "notesSlide")
        others = [(side, side.sheets.package.one(its, "notesSlide")) for side, its in self.sides]
        if part is None or self.mine.sheets.root(part) is None:
            return
        if any(its is None for _side, its in others):
            yield Touch(self.slide, "notes-page", "notes")
            return
        yield from self._shapes(part, lambda side, its: side.sheets.package.one(its, "notesSlide") or "", "notes")
        root = self.mine.sheets.root(part)
        one = self.mine.forms.frame(part, root) if root is not None else None
        for side, its in others[:1]:
            other = side.sheets.root(its)
            if one is None or other is None:
                continue
            two = side.forms.frame(its or "", other)
            yield from (Touch(self.slide, what, "notes") for what in sorted(set(_named(locals_of(apart(one, two))))))
            for kind, target in self.mine.forms.hanging(part):
                if (kind, target) not in side.forms.hanging(its or ""):
                    yield Touch(self.slide, _HANGING.get(kind, "other"), "notes")


_CLICKS = ("hlinkClick", "hlinkHover", "hlinkMouseOver")
_HANGING = {"slideLayout": "layout", "comments": "comment", "tags": "tag"}


def _paired(shapes: list[Element], others: list[Element]) -> dict[int, tuple[int, Element]]:
    """Number of a shape → its twin with its number: by id for life, by placeholder and name, by sort and name."""
    found: dict[int, tuple[int, Element]] = {}
    free = dict(enumerate(others))
    for key in (creation_of, _role, _name, _sort):
        known: dict[str, list[int]] = {}
        for n, item in free.items():
            known.setdefault(key(item), []).append(n)
        for n, shape in enumerate(shapes):
            value = key(shape)
            if n in found or not value or not known.get(value) or (key is _sort and creation_of(shape)):
                continue
            k = known[value].pop(0)
            found[n] = (k, free.pop(k))
    return found


def _role(shape: Element) -> str:
    ph = placeholder_of(shape)
    return f"{ph.get('type', 'obj')} {ph.get('idx', '0')}" if ph is not None else ""


def _name(shape: Element) -> str:
    props = properties_of(shape)
    name = props.get("name", "") if props is not None else ""
    return f"{local(shape)} {name}" if "(" in name else ""


def _sort(shape: Element) -> str:
    """A placeholder's own kind only: a shape of the owner's is nobody's twin."""
    ph = placeholder_of(shape)
    return ph.get("type", "") if ph is not None else ""


def _turn(shape: Element) -> tuple[int, bool, bool]:
    xfrm = xfrm_of(shape)
    if xfrm is None:
        return 0, False, False
    return whole(xfrm.get("rot")), yes(xfrm.get("flipH")), yes(xfrm.get("flipV"))


def placeless(forms: Forms, part: str, shape: Element) -> tuple[object, ...]:
    """A shape's form without its place, and its turn."""
    return _bare(forms.of(part, shape)), _turn(shape)


_XFRM = (qn("a:xfrm"), qn("p:xfrm"))
_HOLDERS = (qn("p:spPr"), qn("p:grpSpPr"))


def _bare(forms: tuple[Node, ...]) -> tuple[Node, ...]:
    """A shape's form without its own place, which is compared by itself. A group's keeps the measure that its parts stand in."""

    def held(node: Node) -> Node:
        if node[0] not in _HOLDERS:
            return node
        return node[0], node[1], node[2], tuple(item for item in node[3] if item[0] not in _XFRM)

    return tuple(
        (tag, attrs, text, tuple(held(item) for item in kids if item[0] not in _XFRM)) for tag, attrs, text, kids in forms
    )


_BODY, _INSETS = qn("a:bodyPr"), ("lIns", "tIns", "rIns", "bIns")


def _says_margins(forms: tuple[Node, ...]) -> bool:
    said = ((tag == _BODY and any(name in _INSETS for name, _value in attrs), kids) for tag, attrs, _text, kids in forms)
    return any(here or _says_margins(kids) for here, kids in said)


def _without_margins(node: Node) -> Iterator[Node]:
    """A form as an earlier version wrote it, that left a text's margins to its placeholder: nobody takes them away by hand."""
    tag, attrs, text, kids = node
    attrs = tuple(item for item in attrs if tag != _BODY or item[0] not in _INSETS)
    if tag != _BODY or attrs or kids:
        yield tag, attrs, text, tuple(found for item in kids for found in _without_margins(item))


_NAMES: tuple[tuple[str, frozenset[str]], ...] = (
    ("equation", frozenset(("oMath", "oMathPara", "m"))),
    ("sound", frozenset(("snd", "audioFile", "wavAudioFile", "sndAc", "stSnd", "audioCd", "quickTimeFile", "videoFile"))),
    ("animation", frozenset(("timing",))),
    ("transition", frozenset(("transition",))),
    ("background", frozenset(("bg", "bgPr", "bgRef"))),
    ("colours", frozenset(("clrMapOvr", "overrideClrMapping", "masterClrMapping"))),
    ("guide", frozenset(("sldGuideLst", "guide", "guideLst", "notesGuideLst"))),
    ("tag", frozenset(("tags", "custDataLst", "custData"))),
    ("link", frozenset(("hlinkClick", "hlinkHover", "hlinkMouseOver"))),
    ("object", frozenset(("oleObj", "control", "contentPart", "relIds"))),
    ("picture", frozenset(("blip", "pic", "svgBlip"))),
    ("chart", frozenset(("chart",))),
    ("field", frozenset(("fld",))),
    ("shape", frozenset(("sp", "cxnSp", "grpSp", "graphicFrame"))),
    ("gone", frozenset((GONE,))),
    ("table", frozenset(("tr", "tc", "gridCol", "tblGrid"))),
    ("place", frozenset(("off", "ext", "xfrm", "chOff", "chExt"))),
)
"""What the first of these names that differs is called."""


def _named(pairs: set[tuple[str, str]]) -> Iterator[str]:
    """Differences in the report's words."""
    left: set[tuple[str, str]] = set()
    for tag, name in pairs:
        if tag == "cNvPr" and name in ("descr", "title"):
            yield "alt"
        elif name == "hidden" or (tag in ("sld", "notes") and name == "show"):
            yield "hidden"
        elif tag == "cNvPr" and name == "name":
            yield "name"
        elif tag == "decorative":
            yield "alt"
        elif tag == "t":
            yield "words"
        else:
            left.add((tag, name))
    tags = {tag for tag, _name in left}
    named = [what for what, names in _NAMES if tags & names]
    yield from named
    # A link does not hide the colour that was given with it.
    rest = tags.difference(*(names for _what, names in _NAMES))
    if set(named) <= {"link"} and (rest & _LOOKS or any(tag.endswith(("Pr", "Fill", "Clr")) for tag in rest)):
        yield "look"
    elif left and not named:
        yield "other"


_LOOKS = frozenset(
    ("latin", "ln", "highlight", "effectLst", "prstGeom", "custGeom", "buChar", "buNone", "buAutoNum", "buFont", "tab", "br")
)


__all__ = ["ComparedPage", "placeless"]
