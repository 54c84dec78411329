"""XML as it means: a part's tree without the noise of programs, its relationships followed to what they lead to."""

from __future__ import annotations

import copy
import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from lxml import etree

from deck.drawing.names import Element, attributes, is_made, qn, whole
from deck.drawing.sheet import Sheets
from deck.memory import Itself, Memory
from deck.package import Relationship, begins, sha256
from deck.package.names import MC, R
from deck.pptx.identity import PART_TAG, SLIDE_TAG
from deck.pptx.shapes import frames_numeral
from deck.refresh.guard.noise import ATTRIBUTES, DEFAULTS, DROPPED, EMPTY, EXTENSIONS, MEASURES, NEAR

Node = tuple[str, tuple[tuple[str, Hashable], ...], str, tuple["Node", ...]]
"""Tag, attributes by name, text, children."""
_R, _MC = f"{{{R}}}", f"{{{MC}}}"
_CHOICE, _ALTERNATE = f"{{{MC}}}Choice", f"{{{MC}}}AlternateContent"
_EXT = (qn("a:ext"), qn("p:ext"), qn("c:ext"))
_P, _RUN, _T, _RPR, _FLD = qn("a:p"), qn("a:r"), qn("a:t"), qn("a:rPr"), qn("a:fld")
_FRAME, TABLE_STYLE = qn("a:bodyPr"), qn("a:tableStyleId")
_TAGS, _CSLD, _TREE = qn("p:tags"), qn("p:cSld"), qn("p:spTree")
_BOOLS = {"true": "1", "false": "0"}
_COLOR = qn("a:srgbClr")
_MOST_BOOK = 4_000_000
"""Bytes of a workbook's sheet that are looked at."""

_SHARED = re.compile(r"<(?:\w+:)?c [^>]*t=.s.[^>]*>\s*<(?:\w+:)?v>\d+<")
"""A cell that only says where among the shared strings its words stand (18.3.1.4)."""

SHAPES = frozenset(map(qn, ("p:sp", "p:pic", "p:cxnSp", "p:grpSp", "p:graphicFrame")))
GONE = "gone"
"""A shape that one form has no more, as a tag."""
Refer = Callable[[str], Hashable]


def nodes(element: Element, refer: Refer) -> tuple[Node, ...]:
    """An element as it means: none where it is noise, several where it only wraps."""
    tag = element.tag
    if not isinstance(tag, str) or tag in DROPPED:
        return ()
    if tag == _ALTERNATE:
        first = next((item for item in element if item.tag == _CHOICE), None)
        return tuple(node for item in first for node in nodes(item, refer)) if first is not None else ()
    if tag in _EXT and (element.get("uri") or "").upper() in EXTENSIONS:
        return ()
    found: list[tuple[str, Hashable]] = []
    for name, value in attributes(element).items():
        if name[0] == "{":
            if name.startswith(_R):
                target = refer(value) if value else None
                if target is None and tag == _TAGS:
                    return ()
                if target is not None:
                    found.append((name, target))
            elif not name.startswith(_MC):
                found.append((name, value))
            continue
        said = _BOOLS.get(value, value)
        if ("", name) in ATTRIBUTES or (tag, name) in ATTRIBUTES or (tag, name, said) in DEFAULTS:
            continue
        if name == "wrap" and tag == _FRAME and frames_numeral(element):
            continue
        found.append((name, said.upper() if tag == _COLOR else said))
    if len(found) > 1:
        found.sort(key=_first)
    children: tuple[Node, ...] = ()
    if len(element):
        below: list[Node] = []
        for item in element:
            step = _step(item) if tag == _PATH else None
            below += (step,) if step is not None else nodes(item, refer)
        children = tuple(below)
    text = element.text or ""
    if tag == _P:
        children = _joined(children)
    elif tag == _FLD:
        # What a field shows is worked out anew by each program (21.1.2.2.4).
        children = tuple(node for node in children if node[0] != _T)
    if tag != _T and not text.strip():
        text = ""
    if tag == TABLE_STYLE and is_made(text):
        # A style of ours is called after what it says, and another version of us has another one for the same table.
        text = ""
    if tag in EMPTY and not children and not text and (not found or tag in _TIMES):
        return ()
    return ((tag, tuple(found), text, children),)


_TIMES = (qn("p:cTn"),)


_first = itemgetter(0)
_PATH, _STEPS, _POINT = qn("a:path"), (qn("a:lnTo"), qn("a:moveTo")), qn("a:pt")


def _step(element: Element) -> Node | None:
    """A step of a path as programs write it, which maps have by the hundred; None where it holds anything else."""
    if element.tag not in _STEPS or len(element) != 1 or element.attrib or element.text:
        return None
    point = element[0]
    found = tuple(attributes(point).items())
    if point.tag != _POINT or len(point) or point.text or [name for name, _value in found] != ["x", "y"]:
        return None
    return str(element.tag), (), "", ((_POINT, found, "", ()),)


def _joined(children: tuple[Node, ...]) -> tuple[Node, ...]:
    """Runs side by side that look alike are one: programs split them where they check the spelling."""
    done: list[Node] = []
    for node in children:
        if node[0] == _RUN:
            said = "".join(item[2] for item in node[3] if item[0] == _T)
            if not said:
                continue
            look = tuple(item for item in node[3] if item[0] != _T)
            last = done[-1] if done else None
            if last is not None and last[0] == _RUN and last[3][:-1] == look:
                said = last[3][-1][2] + said
                done.pop()
            done.append((_RUN, (), "", (*look, (_T, (), said, ()))))
        else:
            done.append(node)
    return tuple(done)


def apart(one: Node, other: Node) -> Iterator[tuple[str, str]]:
    """Where two forms differ, as (tag, attribute or ""): what the one has and the other has not, and the other way round."""
    if one == other:
        return
    if one[0] != other[0]:
        yield from _all(one)
        yield from _all(other)
        return
    tag = one[0]
    here, there = dict(one[1]), dict(other[1])
    for name in here.keys() | there.keys():
        a, b = here.get(name), there.get(name)
        if a == b or ((tag, name) in MEASURES and abs(whole(str(a)) - whole(str(b))) <= NEAR):
            continue
        yield tag, name
    if one[2] != other[2]:
        yield tag, ""
    yield from _children(one[3], other[3])


def _children(one: tuple[Node, ...], other: tuple[Node, ...]) -> Iterator[tuple[str, str]]:
    """Children pair by pair; what is alike on both sides counts as the same wherever it stands, but an
    order of its own is one."""
    if [node[0] for node in one] == [node[0] for node in other]:
        for a, b in zip(one, other, strict=True):
            yield from apart(a, b)
        return
    left, right = list(one), list(other)
    for node in one:
        if node in right:
            right.remove(node)
            left.remove(node)
    for known in (_called, lambda _node: ""):
        # One shape more or less moves none of those after it into its place.
        for node in list(left):
            twin = next((item for item in right if item[0] == node[0] and known(item) == known(node)), None)
            if twin is not None:
                yield from apart(node, twin)
                left.remove(node)
                right.remove(twin)
    for node in (*left, *right):
        if not _called(node):
            yield from _all(node)
    yield from ((node[0], "") for node in left if _called(node))
    yield from ((GONE, "") for node in right if _called(node))


def _called(node: Node) -> str:
    """A shape's name within a group; "" for what is none."""
    about = node[3][0] if node[3] and node[0] in SHAPES else None
    props = about[3][0] if about is not None and about[3] else None
    return str(dict(props[1]).get("name", "")) if props is not None else ""


def _all(node: Node) -> Iterator[tuple[str, str]]:
    yield node[0], ""
    for name, _value in node[1]:
        yield node[0], name
    for item in node[3]:
        yield from _all(item)


@dataclass
class Forms:
    """The forms of one package's parts, each worked out once. `slides`: slide part → the slide's id for
    life, "" for the owner's."""

    sheets: Sheets
    slides: Mapping[str, str]
    _done: dict[str, Hashable] = field(default_factory=dict)
    _formed: dict[Itself[Element], tuple[Node, ...]] = field(default_factory=dict)

    def refer(self, part: str) -> Refer:
        known = {rel.id: rel for rel in self.sheets.package.rels.get(part, ())}
        return lambda rid: self.target(known[rid]) if rid in known else ("nothing", rid)

    def of(self, part: str, element: Element) -> tuple[Node, ...]:
        """The form of an element of a part; a page is asked for once for each side that it is compared with."""
        key = Itself(element)
        if key not in self._formed:
            self._formed[key] = _alone(element) if not refers(element) else nodes(element, self.refer(part))
        return self._formed[key]

    def frame(self, part: str, root: Element) -> Node:
        """The form of a slide or a notes page without its shapes."""
        found = nodes(_shapeless(root), self.refer(part))
        return found[0] if found else ("", (), "", ())

    def target(self, rel: Relationship) -> Hashable:
        """What a relationship leads to, whatever its id and its target's name. None: our own tags, which say nothing."""
        if rel.external:
            return "url", rel.target.rstrip("/")
        if rel.kind == "slide":
            return "slide", self.slides.get(rel.target) or rel.target
        if rel.kind in ("notesSlide", "notesMaster", "slideMaster"):
            return (rel.kind,)
        if rel.kind == "slideLayout":
            return "layout", rel.target
        if rel.target not in self._done:
            self._done[rel.target] = None
            self._done[rel.target] = self._part(rel)
        return self._done[rel.target]

    def _part(self, rel: Relationship) -> Hashable:
        parts = self.sheets.package.parts
        if rel.target not in parts:
            return "nothing", rel.kind
        data = begins(parts, rel.target)
        if rel.kind == "tags":
            return _own_tags(self.sheets.root(rel.target))
        if rel.kind == "package" and data[:2] == b"PK":
            return rel.kind, cells(parts[rel.target])
        root = self.sheets.root(rel.target) if rel.kind not in ("image", "media", "video", "audio") and data[:1] == b"<" else None
        return rel.kind, self.of(rel.target, root) if root is not None else part_digest(parts, rel.target)

    def hanging(self, part: str) -> list[tuple[str, Hashable]]:
        """What hangs on a part without being named in it: comments, tags of programs, and kinds that we do not know."""
        return sorted(
            (
                (rel.kind, target)
                for rel in self.sheets.package.rels.get(part, ())
                if rel.kind not in _NAMED and (target := self.target(rel)) is not None
            ),
            key=repr,
        )


def _alone(element: Element) -> tuple[Node, ...]:
    """The form of an element that refers to nothing: the same in any deck. What is large is one place's map."""
    said = etree.tostring(element, with_tail=False)
    key = hashlib.sha256(said).digest()
    found = _FORMS.get(key)
    if found is None:
        found = nodes(element, lambda _target: None)
        if len(said) < _LARGE:
            _FORMS.put(key, found)
    return found


_FORMS: Memory[bytes, tuple[Node, ...]] = Memory(512)
"""By the digest of what an element says."""
_LARGE = 8_000


def _shapeless(root: Element) -> Element:
    """A copy of a slide without its tree of shapes."""
    new = root.makeelement(root.tag, attributes(root))
    for item in root:
        if item.tag == _CSLD:
            kept = item.makeelement(item.tag, attributes(item))
            kept.extend([copy.deepcopy(inner) for inner in item if inner.tag != _TREE])
            new.append(kept)
        else:
            new.append(copy.deepcopy(item))
    return new


def written_alike(one: Element, other: Element) -> bool:
    """Two elements say the same to the letter and name no relationship, which only their parts could tell: equal forms."""
    return etree.tostring(one, with_tail=False) == etree.tostring(other, with_tail=False) and not refers(one)


refers = etree.XPath("boolean(descendant-or-self::*/@r:*)", namespaces={"r": R})


_NAMED = frozenset(
    [
        "notesSlide",
        "notesMaster",
        "slideMaster",
        "image",
        "hyperlink",
        "slide",
        "chart",
        "media",
        "video",
        "audio",
        "oleObject",
        "package",
        "diagramData",
        "diagramLayout",
        "diagramQuickStyle",
        "diagramColors",
        "diagramDrawing",
        "customXml",
        "vmlDrawing",
        "control",
        "themeOverride",
        "chartEx",
        "ink",
        "hdphoto",
        "model3d",
    ]
)
"""Kinds that mean nothing unless an id in the part names them, or that go with one that is named."""


def _own_tags(root: Element | None) -> Hashable:
    """Tags (19.3.3.3) without ours; None where no other is there."""
    tags = tuple(
        sorted(
            (item.get("name", ""), item.get("val", ""))
            for item in (root if root is not None else ())
            if isinstance(item.tag, str) and item.get("name") not in (SLIDE_TAG, PART_TAG)
        )
    )
    return ("tags", tags) if tags else None


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:24]


def part_digest(parts: Mapping[str, bytes], name: str) -> str:
    """As `digest`, of a part, however large it is."""
    return sha256(parts, name)[:24]


def cells(data: bytes) -> tuple[str, ...]:
    """What a workbook's cells say, in no order: all that a chart's owner can have changed there. Its
    digest where it cannot be read."""
    found: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            for info in book.infolist():
                if info.filename.startswith(("xl/worksheets/", "xl/sharedStrings")) and info.filename.endswith(".xml"):
                    with book.open(info) as stream:
                        text = stream.read(_MOST_BOOK).decode("utf-8", "replace")
                    text = _SHARED.sub("", text)
                    found += re.findall(r"<(?:\w+:)?[vt](?: [^>]*)?>([^<]*)<", text)
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, etree.LxmlError):
        return (digest(data),)
    return tuple(sorted(set(found)))


def locals_of(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Names without namespaces."""
    return {(tag.rsplit("}", 1)[-1], name.rsplit("}", 1)[-1]) for tag, name in pairs}


__all__ = ["Forms", "Node", "Refer", "apart", "cells", "digest", "locals_of", "nodes", "refers", "written_alike"]
