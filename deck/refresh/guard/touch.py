"""The owner's touch: what on a slide, its notes page and the parts it leads to is neither as generated nor a program's noise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from deck.drawing.names import Element, attributes, child, local, qn, whole, yes
from deck.drawing.scene import extent, xfrm_of
from deck.drawing.sheet import Sheet, Sheets, contents, placeholder_of, properties_of, walk
from deck.i18n import N_, _
from deck.pptx.identity import creation_of, slot_of_name
from deck.pptx.reader import ReadDeck
from deck.refresh.guard.form import Forms, Node, apart, locals_of
from deck.refresh.guard.inventory import Losable, held
from deck.refresh.guard.looks import inherited
from deck.refresh.guard.noise import NEAR
from deck.refresh.guard.odd import Twin, odd_ones, rare_ones, twins

MOST_REWRITTEN = 0.5
"""Where more than this share of our slides is not as generated, a program wrote all of it anew, and only
what carries meaning counts."""
LEAST_SLIDES = 4
"""Of fewer slides nothing can be said of a program."""

WHAT: dict[str, str] = {
    "words": N_("words"),
    "place": N_("place or size"),
    "look": N_("look"),
    "link": N_("a link"),
    "equation": N_("an equation"),
    "field": N_("a field"),
    "picture": N_("a picture"),
    "alt": N_("alternative text"),
    "name": N_("a shape's name"),
    "hidden": N_("hidden or shown"),
    "shape": N_("a shape of your own"),
    "gone": N_("a shape taken away"),
    "order": N_("what lies in front"),
    "table": N_("a table's form"),
    "chart": N_("a chart"),
    "layout": N_("another layout"),
    "colours": N_("other theme colours"),
    "background": N_("a background"),
    "transition": N_("a transition"),
    "animation": N_("an animation"),
    "sound": N_("a sound"),
    "comment": N_("a comment"),
    "tag": N_("a program's mark"),
    "object": N_("an embedded object"),
    "linked": N_("a link from a slide of your own"),
    "show": N_("a place in a custom show"),
    "guide": N_("guides"),
    "furniture": N_("footer, date or slide number"),
    "notes-page": N_("the notes page"),
    "other": N_("something else"),
}


@dataclass(frozen=True, slots=True, order=True)
class Touch:
    """`slide`: id for life. `what`: a key of WHAT. `where`: the slot's id, "furniture-ftr" …, "notes",
    or "" for the slide itself."""

    slide: str
    what: str
    where: str = ""
    item: str = ""
    """Of a drawn block, where it is one item alone."""

    @property
    def words(self) -> str:
        return _(WHAT[self.what])


@dataclass(frozen=True)
class Side:
    """One package's slides. `pages`: page id ("why", "why#2") → slide part; `ids`: slide part → slide id, for links; `own`: parts
    of slides that are the owner's."""

    sheets: Sheets
    pages: Mapping[str, str]
    own: tuple[str, ...] = ()
    placed: Mapping[str, Mapping[str, tuple[int, int, int, int]]] | None = None

    @classmethod
    def of(cls, deck: ReadDeck) -> Side:
        pages: dict[str, str] = {}
        for piece in deck.slides:
            if piece.slide:
                pages.setdefault(piece.id, piece.part)
        ours = set(pages.values())
        own = tuple(piece.part for piece in deck.slides if piece.part not in ours)
        return cls(deck.sheets, pages, own, deck.manifest.placed if deck.manifest else None)

    @cached_property
    def forms(self) -> Forms:
        return Forms(self.sheets, {part: page for page, part in self.pages.items()})


def touches(
    mine: Side, generated: Side, now: Side | None = None, changed: Iterable[str] = (), *, looks: bool = True
) -> tuple[Touch, ...]:
    """All touches of the owner's deck against the base as generated in the deck's look. `now`: what the file says, as we would
    write it: it explains the words, rows and points of the slides in `changed`, which a merge sees by itself. `looks` False: a
    program wrote every look anew."""
    explained = set(changed)
    found: dict[str, list[Touch]] = {}
    for page, part in mine.pages.items():
        if page in generated.pages:
            slide = page.partition("#")[0]
            sides = [(generated, generated.pages[page])]
            if now is not None and slide in explained and page in now.pages:
                sides.append((now, now.pages[page]))
            found[page] = list(_Compared(mine, part, sides, slide, page).touches()) if looks else []
    rewritten = not looks or (len(found) >= LEAST_SLIDES and sum(map(bool, found.values())) > MOST_REWRITTEN * len(found))
    if rewritten:
        slides = {page.partition("#")[0] for page in found}
        meant = {slide: list(_meant(mine, generated, now if slide in explained else None, slide)) for slide in slides}
        found = _uncommon(meant)
        pairs = _twins(mine, generated)
        given = inherited(mine.sheets) | inherited(generated.sheets)
        for slide, slot, what, item in (*odd_ones(pairs), *rare_ones(pairs, given)):
            found.setdefault(slide, []).append(Touch(slide, what, slot, item))
    result = [touch for group in found.values() for touch in group]
    result += _around(mine)
    return tuple(dict.fromkeys(result))


def _twins(mine: Side, generated: Side) -> list[Twin]:
    trees = ((page, mine.sheets.sheet(part).tree, generated.pages.get(page)) for page, part in mine.pages.items())
    return [
        pair
        for page, tree, other in trees
        if tree is not None and other is not None and (ours := generated.sheets.sheet(other).tree) is not None
        for pair in twins(page.partition("#")[0], tree, ours)
    ]


# --- as generated ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Compared:
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

    def _where(self, shape: Element) -> str:
        ph = placeholder_of(shape)
        kind = ph.get("type", "") if ph is not None else ""
        if kind in ("ftr", "dt", "sldNum"):
            return f"furniture-{kind}"
        props = properties_of(shape)
        return slot_of_name(props.get("name", "")) if props is not None else ""

    def _shapes(self, part: str, of: Callable[[Side, str], str], where: str) -> Iterator[Touch]:
        """Shape by shape, found by id, by name, else by what they are."""
        sheet = self.mine.sheets.sheet(part)
        shapes = list(contents(sheet.tree))
        others = [(side, side.sheets.sheet(of(side, its))) for side, its in self.sides]
        twins = [_paired(shapes, list(contents(other.tree))) for _side, other in others]
        used = [set[int]() for _other in others]
        ranks: list[list[int]] = [[] for _other in others]
        for n, shape in enumerate(shapes):
            place = where or self._where(shape)
            best: list[str] | None = None
            for k, (side, other) in enumerate(others):
                twin = twins[k].get(n)
                if twin is None:
                    continue
                used[k].add(id(twin[1]))
                ranks[k].append(twin[0])
                marks = sorted(set(self._apart(sheet, shape, side, other, twin[1], place)))
                best = marks if best is None or len(marks) < len(best) else best
            if best is None:
                yield Touch(self.slide, "shape", where)
            else:
                yield from (Touch(self.slide, what, place) for what in best)
        if all(rank != sorted(rank) for rank in ranks):
            yield Touch(self.slide, "order", where)
        if all(any(id(item) not in used[k] for item in contents(other.tree)) for k, (_side, other) in enumerate(others)):
            yield Touch(self.slide, "gone", where)

    def _apart(self, sheet: Sheet, shape: Element, side: Side, other: Sheet, twin: Element, slot: str) -> Iterator[str]:
        one = _bare(self.mine.forms.of(sheet.part, shape))
        two = _bare(side.forms.of(other.part, twin))
        for a, b in zip(one, two, strict=False):
            yield from _named(locals_of(apart(a, b)))
        places = [box for box in (_box(other, twin), self._placed(slot)) if box]
        box = _box(sheet, shape)
        if box and places and not any(all(abs(x - y) <= NEAR for x, y in zip(box, place, strict=True)) for place in places):
            yield "place"
        if _turn(shape) != _turn(twin):
            yield "place"

    def _placed(self, slot: str) -> tuple[int, int, int, int] | None:
        known = (self.mine.placed or {}).get(self.page, {}).get(slot)
        return known if known else None

    def _frame(self, root: Element) -> Iterator[Touch]:
        """The slide without its shapes: background, transition, time line, colour map, hidden or shown, extensions, marks."""
        one = _without_tree(self.mine.forms.of(self.part, root))
        found: set[str] | None = None
        for side, part in self.sides:
            other = side.sheets.root(part)
            marks = (
                set(_named(locals_of(apart(one, _without_tree(side.forms.of(part, other)))))) if other is not None else {"other"}
            )
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
        one = _without_tree(self.mine.forms.of(part, root)) if root is not None else None
        for side, its in others[:1]:
            other = side.sheets.root(its)
            if one is None or other is None:
                continue
            two = _without_tree(side.forms.of(its or "", other))
            yield from (Touch(self.slide, what, "notes") for what in sorted(set(_named(locals_of(apart(one, two))))))
            for kind, target in self.mine.forms.hanging(part):
                if (kind, target) not in side.forms.hanging(its or ""):
                    yield Touch(self.slide, _HANGING.get(kind, "other"), "notes")


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


def _box(sheet: Sheet, shape: Element) -> tuple[int, int, int, int] | None:
    """Where a shape stands, inherited where it does not say."""
    ph = placeholder_of(shape)
    above = sheet.inherited(ph.get("type", "obj"), whole(ph.get("idx"))) if ph is not None else ()
    return next((box for item in (shape, *above) if (box := extent(xfrm_of(item)))), None)


def _turn(shape: Element) -> tuple[int, bool, bool]:
    xfrm = xfrm_of(shape)
    if xfrm is None:
        return 0, False, False
    return whole(xfrm.get("rot")), yes(xfrm.get("flipH")), yes(xfrm.get("flipV"))


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


def _without_tree(forms: tuple[Node, ...]) -> Node:
    """A slide's form without its shapes."""
    if not forms:
        return "", (), "", ()

    def bare(node: Node) -> Node:
        if node[0] != qn("p:cSld"):
            return node
        return node[0], node[1], node[2], tuple(item for item in node[3] if item[0] != qn("p:spTree"))

    tag, attrs, text, kids = forms[0]
    return tag, attrs, text, tuple(bare(item) for item in kids)


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
    if left and not named:
        yield "look" if tags & _LOOKS or any(tag.endswith(("Pr", "Fill", "Clr")) for tag in tags) else "other"


_LOOKS = frozenset(
    ("latin", "ln", "highlight", "effectLst", "prstGeom", "custGeom", "buChar", "buNone", "buAutoNum", "buFont", "tab", "br")
)


# --- where a program wrote everything anew --------------------------------------------------------------------------------------

_KINDS = {
    "word": "words",
    "note": "words",
    "media": "picture",
    "smartart": "object",
    "ink": "object",
    "part": "other",
}
_SILENT = ("chart",)
"""Programs round a chart's numbers; a merge reads them itself."""


def _meant(mine: Side, generated: Side, now: Side | None, slide: str) -> Iterator[Touch]:
    """What carries meaning and is more than we wrote: links, equations, pictures, comments, movement … counted over all pages of
    the slide, for a program's page holds more or less than ours."""
    found = _counted(mine, slide)
    ours = [_counted(side, slide) for side in (generated, now) if side is not None]
    for other in ours:
        found -= other
    for item in found:
        # Programs write one link on the shape and on each of its runs.
        repeated = item.kind == "link" and any(item in other for other in ours)
        if item.kind not in _SILENT and not repeated:
            yield Touch(slide, _KINDS.get(item.kind, item.kind), "notes" if item.kind == "note" else "")
    if not _maps(mine, slide) <= _maps(generated, slide) | (_maps(now, slide) if now is not None else frozenset()):
        yield Touch(slide, "colours")
    if _hidden(mine, slide) > _hidden(generated, slide):
        yield Touch(slide, "hidden")
    if _colors(mine, slide) > max(_colors(generated, slide), 1):
        yield Touch(slide, "look", "notes")
    if (
        slide in mine.pages
        and slide in generated.pages
        and _parts_moved(mine, mine.pages[slide], generated, generated.pages[slide])
    ):
        yield Touch(slide, "place")


def _pages(side: Side, slide: str) -> list[str]:
    return [part for page, part in side.pages.items() if page.partition("#")[0] == slide]


def _maps(side: Side, slide: str) -> frozenset[tuple[tuple[str, str], ...]]:
    """The slide's colour maps, where it has any of its own."""
    found = (child(side.sheets.root(part), "p:clrMapOvr", "a:overrideClrMapping") for part in _pages(side, slide))
    return frozenset(tuple(sorted(attributes(item).items())) for item in found if item is not None)


def _counted(side: Side, slide: str) -> Counter[Losable]:
    keys = {part: page.partition("#")[0] for part, page in side.forms.slides.items()}
    return sum((held(side.sheets, part, keys) for part in _pages(side, slide)), Counter())


def _uncommon(found: Mapping[str, list[Touch]]) -> dict[str, list[Touch]]:
    """Without what most slides have alike: that is the program's way of saving, not an owner's doing."""
    count = Counter(mark for marks in found.values() for mark in {(touch.what, touch.where) for touch in marks})
    most = max(LEAST_SLIDES, MOST_REWRITTEN * len(found))
    common = {mark for mark, number in count.items() if number >= most}
    return {page: [touch for touch in marks if (touch.what, touch.where) not in common] for page, marks in found.items()}


def _hidden(side: Side, slide: str) -> int:
    """How many of a slide's shapes are hidden."""
    shapes = (shape for part in _pages(side, slide) for shape in walk(side.sheets.sheet(part).tree))
    return sum(yes(item.get("hidden")) for shape in shapes if (item := properties_of(shape)) is not None)


def _colors(side: Side, slide: str) -> int:
    """How many colours the notes' words have."""
    roots = [side.sheets.root(side.sheets.package.one(part, "notesSlide")) for part in _pages(side, slide)]
    runs = (run for root in roots if root is not None for run in root.iter(qn("a:r")))
    return len({next((item.get("val") for item in run.iter(qn("a:srgbClr"), qn("a:schemeClr"))), "") for run in runs})


def _parts_moved(mine: Side, part: str, generated: Side, other: str) -> bool:
    """Whether a part of a drawn block stands elsewhere, by its id for life. Where none stands where it stood, the block as a
    whole has another place, and nothing can be said of its parts."""
    here, there = _inner(mine.sheets.sheet(part)), _inner(generated.sheets.sheet(other))
    far = [
        any(abs(a - b) > 2 * NEAR for a, b in zip(box, there[mark], strict=True)) for mark, box in here.items() if mark in there
    ]
    return 0 < sum(far) <= len(far) / 2


def _inner(sheet: Sheet) -> dict[str, tuple[float, float, float, float]]:
    """Where the parts of drawn blocks stand on the slide, whatever their group measures in (20.1.7.5)."""
    found: dict[str, tuple[float, float, float, float]] = {}
    for group in contents(sheet.tree):
        outer, inner = extent(xfrm_of(group)), extent(xfrm_of(group), ("a:chOff", "a:chExt"))
        if local(group) != "grpSp" or not outer or not inner:
            continue
        x, y = outer[2] / (inner[2] or outer[2] or 1), outer[3] / (inner[3] or outer[3] or 1)
        for shape in walk(group):
            box, mark = extent(xfrm_of(shape)), creation_of(shape)
            if box and mark and shape.getparent() is group:
                found[mark] = (outer[0] + (box[0] - inner[0]) * x, outer[1] + (box[1] - inner[1]) * y, box[2] * x, box[3] * y)
    return found


# --- from without ---------------------------------------------------------------------------------------------------------------


def _around(mine: Side) -> Iterator[Touch]:
    """What ties a slide to the owner's own: links from their slides, custom shows (19.2.1.7)."""
    package = mine.sheets.package
    ids = {part: page.partition("#")[0] for page, part in mine.pages.items()}
    for part in mine.own:
        for rel in package.rels.get(part, ()):
            if rel.kind == "slide" and rel.target in ids:
                yield Touch(ids[rel.target], "linked")
    root = mine.sheets.root(package.main)
    targets = {rel.id: rel.target for rel in package.rels.get(package.main, ())}
    shows = child(root, "p:custShowLst")
    for item in shows.iter(qn("p:sld")) if shows is not None else ():
        part = targets.get(item.get(qn("r:id"), ""), "")
        if part in ids:
            yield Touch(ids[part], "show")


__all__ = ["WHAT", "Side", "Touch", "touches"]
