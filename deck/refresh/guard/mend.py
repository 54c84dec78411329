"""Links that lead nowhere any more: the words stay, the link goes."""

from __future__ import annotations

from collections.abc import Iterable

from deck.drawing.names import Element, detach, local
from deck.package import Package, parse_xml, serialise
from deck.package.names import R
from deck.refresh.guard.witness import Broken

_R = f"{{{R}}}"
_LINKS = ("hlinkClick", "hlinkHover", "hlinkMouseOver")


def mend(package: Package, broken: Iterable[Broken]) -> Package:
    """The package without links whose ids have no relationship, and without relationships to no part;
    the very same where there is none."""
    nowhere: dict[str, set[str]] = {}
    for item in broken:
        if item.fault == "nowhere":
            nowhere.setdefault(item.part, set()).add(item.what)
    parts: dict[str, bytes | None] = {}
    rels = {}
    for part, ids in nowhere.items():
        held = package.rels.get(part, ())
        left = tuple(rel for rel in held if rel.id not in ids or rel.external or rel.target in package.parts)
        if left != held:
            rels[part] = left
        root = parse_xml(package.parts[part])
        if _unlinked(root, ids):
            parts[part] = serialise(root)
    return package.replace(parts, None, rels) if parts or rels else package


def _unlinked(root: Element, ids: set[str]) -> bool:
    found = [item for item in root.iter() if local(item) in _LINKS and item.get(f"{_R}id") in ids]
    for item in found:
        detach(item)
    return bool(found)


__all__ = ["mend"]
