"""What shapes are called: names that their owner gave them, told from ours and from those that programs give."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deck.drawing.names import Element
from deck.drawing.sheet import properties_of
from deck.package import Package
from deck.pptx.identity import creation_of, slot_of_name
from deck.presentation.names import DRAWN, KINDS, MARKS, PARTS, ROLES

MORPH = "!!"
"""How a name begins by which PowerPoint's Morph knows a shape again on the next slide: no program gives such a one."""
_KEY = re.compile(r"[^\s()]+")
_DEFAULT = re.compile(r"(?:.*\s\d+|(?:[A-Z][a-z]+){1,3}\d{1,3}|\d+|Google Shape;.*)", re.DOTALL)
"""Programs number what they put in, in whatever language: "Rectangle 5", "textruta 12", "PlaceHolder 3", "Google Shape;7;p2"; and
controls "CommandButton1". Who writes "mål2030" means it."""
_OURS = frozenset(
    name for names in (ROLES, KINDS, PARTS, DRAWN, MARKS) for said in names.values() for name in said.values() if name
)


def is_own(name: str) -> bool:
    """Whether a name can be neither ours, of whatever version (they end in a key, or stand in our table of names), nor one that
    a program gives to what it puts in."""
    name = name.strip()
    if name.startswith(MORPH):
        return True
    return bool(name) and name not in _OURS and not is_keyed(name) and _DEFAULT.fullmatch(name) is None


def is_keyed(name: str) -> bool:
    """Whether a name ends in a key, as ours do."""
    return not name.startswith(MORPH) and _KEY.fullmatch(slot_of_name(name)) is not None


def own_name_of(shape: Element) -> str:
    """A shape's name where it is its owner's; "" where it is not, or repeats the shape's words, as Keynote's do."""
    props = properties_of(shape)
    name = props.get("name", "").strip() if props is not None else ""
    if not is_own(name) or (not name.startswith(MORPH) and _said(shape).startswith(name)):
        return ""
    return name


def _said(shape: Element) -> str:
    return "".join(item.text or "" for item in shape.iter("{*}t"))


def names_tell(package: Package) -> bool:
    """Whether shapes are called as we called them. Where most are not, a program called them all anew, and of names only those
    for Morph are sure to be an owner's."""
    parts = [rel.target for rel in package.rels.get(package.main, ()) if rel.kind == "slide"]
    found = [name.decode("utf-8", "replace") for part in parts for name in _NAMES.findall(package.parts.get(part, b""))]
    names = [name for name in found if not name.startswith(MORPH)]
    return sum(map(is_own, names)) <= sum(map(is_keyed, names))


def call_alike(old: Iterable[Element], new: Iterable[Element], package: Package) -> None:
    """The names that their owner gave to shapes, for those that come in their place: known by their ids for life. `package`: the
    owner's."""
    names = {mark: name for item in old if (mark := creation_of(item)) and (name := own_name_of(item))}
    if any(not name.startswith(MORPH) for name in names.values()) and not names_tell(package):
        names = {mark: name for mark, name in names.items() if name.startswith(MORPH)}
    for item in new:
        props = properties_of(item)
        if props is not None and (name := names.get(creation_of(item))):
            props.set("name", name)


_NAMES = re.compile(rb"<p:cNvPr\b[^>]*?\bname=\"([^\"]*)\"")

__all__ = ["MORPH", "call_alike", "is_keyed", "is_own", "names_tell", "own_name_of"]
