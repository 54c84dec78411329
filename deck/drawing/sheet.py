"""A slide, layout or master with what it inherits from: the parts above it, their theme and colour map,
and their placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from deck.drawing import numbers
from deck.drawing.color import IDENTITY_MAP, ColorContext, Trace
from deck.drawing.model import SceneShape, TextLevel
from deck.drawing.names import Element, attributes, child, local, qn
from deck.drawing.theme import Theme, read_theme
from deck.memory import Itself
from deck.package import Package, UnsafeXML, parse_xml, same

MOST_SHAPES = 20_000
TITLES = ("title", "ctrTitle")
FURNITURE = ("dt", "ftr", "sldNum", "hdr")


@dataclass
class Sheets:
    """All sheets of one package, each parsed once."""

    package: Package
    trace: dict[str, Trace] | None = None
    _roots: dict[str, Element | None] = field(default_factory=dict)
    _sheets: dict[str, Sheet] = field(default_factory=dict)
    _themes: dict[str, Theme] = field(default_factory=dict)
    levels: dict[tuple[object, ...], tuple[TextLevel, ...]] = field(default_factory=dict)
    """Text levels worked out (see text.py): the same for all shapes that take after the same ones."""
    decorations: dict[str, tuple[SceneShape, ...]] = field(default_factory=dict)
    """What a master or layout draws on what is below it (see scene.py), by its part."""

    def root(self, part: str | None) -> Element | None:
        """A part's root element; None where it does not exist or is no XML."""
        if part is None or part not in self.package.parts:
            return None
        if part not in self._roots:
            try:
                self._roots[part] = parse_xml(self.package.parts[part])
            except (etree.XMLSyntaxError, UnsafeXML, ValueError):
                self._roots[part] = None
        return self._roots[part]

    def over(self, package: Package) -> Sheets:
        """The sheets of another package; parts that it holds as this one does are not parsed again."""
        ours, its = self.package.parts, package.parts
        known = {part: root for part, root in self._roots.items() if part in ours and part in its and same(ours, its, part)}
        return Sheets(package, _roots=known)

    def theme(self, part: str | None) -> Theme:
        key = part or ""
        if key not in self._themes:
            self._themes[key] = read_theme(self.root(part), key)
        return self._themes[key]

    def sheet(self, part: str) -> Sheet:
        if part not in self._sheets:
            self._sheets[part] = Sheet(self, part)
        return self._sheets[part]

    @cached_property
    def size(self) -> tuple[int, int]:
        """The slide's width and height in EMU (p:sldSz)."""
        item = child(self.root(self.package.main), "p:sldSz")
        return (
            (numbers.slide_size(item.get("cx"), 9_144_000), numbers.slide_size(item.get("cy"), 6_858_000))
            if item is not None
            else (9_144_000, 6_858_000)
        )

    @cached_property
    def places(self) -> dict[str, int]:
        """A slide's part → the number that it shows (p:sldIdLst in order, from p:presentation/@firstSlideNum)."""
        root = self.root(self.package.main)
        first = numbers.index(root.get("firstSlideNum"), 1) if root is not None else 1
        return {part: first + n for n, part in enumerate(self._listed("p:sldIdLst"))}

    @cached_property
    def default_text(self) -> Element | None:
        return child(self.root(self.package.main), "p:defaultTextStyle")

    def master_parts(self) -> list[str]:
        return self._listed("p:sldMasterIdLst")

    def layout_parts(self, master: str) -> list[str]:
        """A master's layouts in its own order."""
        return self._listed("p:sldLayoutIdLst", master)

    def _listed(self, name: str, owner: str | None = None) -> list[str]:
        owner = owner or self.package.main
        holder = child(self.root(owner), name)
        targets = {rel.id: rel.target for rel in self.package.rels.get(owner, ()) if not rel.external}
        found = [targets.get(item.get(qn("r:id"), ""), "") for item in holder] if holder is not None else []
        return [part for part in dict.fromkeys(found) if part in self.package.parts]


@dataclass(eq=False)
class Sheet:
    """`part` of a slide, layout, master, notes page … with its line of inheritance."""

    sheets: Sheets
    part: str

    @property
    def package(self) -> Package:
        return self.sheets.package

    @cached_property
    def root(self) -> Element | None:
        return self.sheets.root(self.part)

    @cached_property
    def parent(self) -> Sheet | None:
        """A slide's layout, a layout's master; never itself, whatever the relationships say."""
        for kind, allowed in (("slideLayout", ("sld",)), ("slideMaster", ("sldLayout",)), ("notesMaster", ("notes",))):
            if self.kind in allowed:
                part = self.package.one(self.part, kind)
                return self.sheets.sheet(part) if part and part != self.part else None
        return None

    @cached_property
    def kind(self) -> str:
        """The root's name: "sld", "sldLayout", "sldMaster", "notes" …"""
        return local(self.root) if self.root is not None else ""

    @cached_property
    def line(self) -> tuple[Sheet, ...]:
        """From this sheet up to its master."""
        found: list[Sheet] = [self]
        sheet = self.parent
        while sheet is not None and sheet not in found and len(found) < 4:
            found.append(sheet)
            sheet = sheet.parent
        return tuple(found)

    @cached_property
    def master(self) -> Sheet:
        return self.line[-1]

    @cached_property
    def theme(self) -> Theme:
        """The master's, or an override's colours where the slide or layout has one (20.1.6.10 themeOverride)."""
        base = self.sheets.theme(self.package.one(self.master.part, "theme"))
        for sheet in self.line[:-1]:
            override = self.package.one(sheet.part, "themeOverride")
            scheme = child(self.sheets.root(override), "a:clrScheme") if override else None
            if scheme is not None:
                holder = etree.Element(qn("a:theme"))
                etree.SubElement(holder, qn("a:themeElements")).append(etree.fromstring(etree.tostring(scheme)))
                return Theme(
                    base.name,
                    scheme=read_theme(holder).scheme,
                    major=base.major,
                    minor=base.minor,
                    fills=base.fills,
                    backgrounds=base.backgrounds,
                    lines=base.lines,
                    part=base.part,
                    effects=base.effects,
                )
        return base

    @cached_property
    def color_map(self) -> dict[str, str]:
        """clrMap of the master, or the nearest clrMapOvr's (19.3.1.7)."""
        for sheet in self.line[:-1]:
            override = child(sheet.root, "p:clrMapOvr", "a:overrideClrMapping")
            if override is not None:
                return {**IDENTITY_MAP, **attributes(override)}
        found = child(self.master.root, "p:clrMap")
        return {**IDENTITY_MAP, **attributes(found)}

    @cached_property
    def colors(self) -> ColorContext:
        return ColorContext(self.theme.scheme, self.color_map, trace=self.sheets.trace)

    @cached_property
    def inks(self) -> tuple[object, ...]:
        """What text levels hang on, as a key: the master, its theme and the colour map in force."""
        return self.master.part, Itself(self.theme), *self.color_map.items()

    @cached_property
    def tree(self) -> Element | None:
        return child(self.root, "p:cSld", "p:spTree")

    @cached_property
    def placeholders(self) -> tuple[tuple[str, int, Element], ...]:
        """(type, idx, shape) of each placeholder, groups included."""
        found = []
        for shape in walk(self.tree):
            ph = placeholder_of(shape)
            if ph is not None:
                found.append((ph.get("type", "obj"), numbers.index(ph.get("idx"), 0), shape))
        return tuple(found)

    def inherited(self, kind: str, idx: int) -> tuple[Element, ...]:
        """The placeholders above that one of `kind` and `idx` on this sheet takes after, nearest first."""
        found: list[Element] = []
        for sheet in self.line[1:]:
            match = _match(sheet, kind, idx)
            if match is not None:
                found.append(match[2])
                # From layout to master it is the layout's own type that counts.
                kind, idx = match[0], match[1]
        return tuple(found)


def family(kind: str) -> str:
    """The master placeholder that a kind takes after: "title", "body", or itself."""
    if kind in TITLES:
        return "title"
    return kind if kind in FURNITURE or kind == "sldImg" else "body"


def _match(sheet: Sheet, kind: str, idx: int) -> tuple[str, int, Element] | None:
    known = sheet.placeholders
    if sheet.kind in ("sldMaster", "notesMaster"):
        return next((item for item in known if family(item[0]) == family(kind)), None)
    if kind in TITLES:
        return next((item for item in known if item[0] in TITLES), None)
    if kind in FURNITURE:
        return next((item for item in known if item[0] == kind), None)
    same = [item for item in known if item[1] == idx and item[0] not in TITLES]
    return next((item for item in same if item[0] == kind), same[0] if same else next((i for i in known if i[0] == kind), None))


SHAPES = ("sp", "pic", "graphicFrame", "cxnSp", "grpSp", "contentPart")


def contents(tree: Element | None) -> Iterator[Element]:
    """The shapes directly in a tree or group; of alternate content the fallback-proof first choice that we can read."""
    for item in tree if tree is not None else ():
        name = local(item)
        if name in SHAPES:
            yield item
        elif name == "AlternateContent":
            for branch in item:
                inner = [shape for shape in branch if local(shape) in SHAPES]
                if inner:
                    yield from inner
                    break


def walk(tree: Element | None) -> Iterator[Element]:
    """All shapes, groups' included, in painter's order; bounded, and without recursion."""
    stack = [contents(tree)]
    count = 0
    while stack and count < MOST_SHAPES:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
            continue
        count += 1
        yield item
        if local(item) == "grpSp" and len(stack) < 200:
            stack.append(contents(item))


def properties_of(shape: Element) -> Element | None:
    """p:cNvPr."""
    for first in shape:
        for item in first:
            # It is the first there, nearly always.
            return item if item.tag == _PROPERTIES else child(first, "p:cNvPr")
        return None
    return None


_PROPERTIES = qn("p:cNvPr")


def placeholder_of(shape: Element) -> Element | None:
    """p:ph of a shape that is a placeholder."""
    first = next(iter(shape), None)
    return child(first, "p:nvPr", "p:ph") if first is not None else None
