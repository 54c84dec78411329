"""A stranger's presentation part mended as PowerPoint would: children in their order and by their names, lists that name every
master and layout that the file has. Other programs write what PowerPoint repairs; a deck built upon it must open without a
word."""

from __future__ import annotations

from typing import Any

from lxml import etree

from deck.diagnostics import Diagnostics, Where
from deck.drawing.names import child, detach, local, qn, whole
from deck.i18n import _
from deck.package import Package, Relationship, UnsafeXML, parse_xml, serialise
from deck.package.names import PRESENTATION_ORDER, is_of_kind
from deck.template.added import with_layout
from deck.template.order import in_order, put_in_order
from deck.template.theme import patch_theme

LISTS = {
    "sldMasterIdLst": ("sldMasterId", "slideMaster"),
    "notesMasterIdLst": ("notesMasterId", "notesMaster"),
    "handoutMasterIdLst": ("handoutMasterId", "handoutMaster"),
    "sldIdLst": ("sldId", ""),
}
"""Lists of references: what their entries are called, and the relationship that has an entry there."""
ONE = ("notesMasterIdLst", "handoutMasterIdLst")
"""Lists of one entry (19.2.1.11, 19.2.1.20)."""
NOTES_SIZE, SLIDE_SIZE = {"cx": "6858000", "cy": "9144000"}, {"cx": "9144000", "cy": "6858000"}
"""What PowerPoint takes where nothing is said."""
FACE = "Arial"
"""The font of a theme that names none: each program would take another, and no measure would hold in all."""
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def mended(package: Package, name: str, problems: Diagnostics) -> Package:
    """The package as PowerPoint would have it; what is right is left byte for byte. Masters must be well-formed where they are
    looked into; one that is not is left to who reads it."""
    main = package.main
    package = _with_layout(package, name, problems)
    root = parse_xml(package.parts[main])
    before = serialise(root)
    _named(root)
    for list_name, (entry, kind) in LISTS.items():
        _listed(root, list_name, entry, [rel.id for rel in _leading(package, main, kind)] if kind else [])
    for size_name, size in (("p:sldSz", SLIDE_SIZE), ("p:notesSz", NOTES_SIZE)):
        if child(root, size_name) is None:
            root.append(root.makeelement(qn(size_name), size))
    in_order(root, PRESENTATION_ORDER)
    _of_its_kind(child(root, "p:sldSz"))
    changed: dict[str, bytes | None] = {} if serialise(root) == before else {main: serialise(root)}
    changed |= _masters(package)
    changed |= _faced(package)
    changed |= put_in_order(package.replace(changed), _sheets(package))
    if changed:
        message = _("the file is not as PowerPoint writes it; what PowerPoint would repair was mended")
        problems.info("template-mended", message, Where(name))
    return package.replace(changed) if changed else package


def _faced(package: Package) -> dict[str, bytes | None]:
    """Themes of masters whose fonts have no name, with one."""
    masters = [rel.target for rel in _leading(package, package.main, "slideMaster")]
    themes = dict.fromkeys(rel.target for part in masters for rel in _leading(package, part, "theme"))
    changed: dict[str, bytes | None] = {}
    for part in themes:
        try:
            root = parse_xml(package.parts[part])
        except (etree.XMLSyntaxError, UnsafeXML, ValueError):
            continue  # told by who reads it
        faces = (child(root, "a:themeElements", "a:fontScheme", which, "a:latin") for which in ("a:majorFont", "a:minorFont"))
        nameless = [face is not None and not (face.get("typeface") or "").strip() for face in faces]
        if any(nameless):
            changed[part] = patch_theme(package.parts[part], None, *(FACE if bare else "" for bare in nameless))
    return changed


def _sheets(package: Package) -> list[str]:
    """The parts of masters and layouts."""
    masters = [rel.target for rel in _leading(package, package.main, "slideMaster")]
    layouts = [rel.target for part in masters for rel in _leading(package, part, "slideLayout")]
    return list(dict.fromkeys((*masters, *layouts)))


def _leading(package: Package, owner: str, kind: str) -> list[Relationship]:
    """Relationships of a kind that lead to a part, each part once."""
    found = {rel.target: rel for rel in reversed(package.rels.get(owner, ())) if rel.kind == kind and rel.target in package.parts}
    return [rel for rel in package.rels.get(owner, ()) if found.get(rel.target) is rel]


def _of_its_kind(size: Any) -> None:
    """A size that is not what it is called is called nothing: Keynote refuses it."""
    if size is None or not size.get("type"):
        return
    wide, high = (whole(size.get(name)) for name in ("cx", "cy"))
    if not is_of_kind(size.get("type"), wide, high):
        del size.attrib["type"]


def _named(root: Any) -> None:
    """Children by their names, whatever the case that they were written in; what has no name of theirs goes, and what is there
    twice."""
    by_folded = {name.casefold(): name for name in PRESENTATION_ORDER}
    seen: set[str] = set()
    for item in list(root):
        if not isinstance(item.tag, str) or not item.tag.startswith(P):
            continue
        name = by_folded.get(local(item).casefold(), "")
        if not name or name in seen:
            root.remove(item)
            continue
        seen.add(name)
        if local(item) != name:
            item.tag = P + name


def _listed(root: Any, list_name: str, entry: str, ids: list[str]) -> None:
    """A list whose entries have their name and a reference each; those that it lacks are added."""
    holder = child(root, f"p:{list_name}")
    known: set[str] = set()
    for item in list(holder if holder is not None else ()):
        if not isinstance(item.tag, str):
            continue
        reference = item.get(qn("r:id"), "")
        if local(item).casefold() != entry.casefold() or not reference or reference in known:
            detach(item)
            continue
        known.add(reference)
        if local(item) != entry:
            item.tag = P + entry
    missing = [one for one in ids if one not in known]
    if list_name in ONE:
        missing = [] if known else missing[:1]
    if missing and holder is None:
        holder = root.makeelement(qn(f"p:{list_name}"), {})
        root.insert(0, holder)
    if holder is None:
        return
    for reference in missing:
        holder.append(holder.makeelement(qn(f"p:{entry}"), {qn("r:id"): reference}))
    if not len(holder):
        root.remove(holder)


def _masters(package: Package) -> dict[str, bytes | None]:
    """Masters whose list lacks a layout that they are related to."""
    changed: dict[str, bytes | None] = {}
    for rel in _leading(package, package.main, "slideMaster"):
        layouts = [item.id for item in _leading(package, rel.target, "slideLayout")]
        data = package.parts[rel.target]
        if all(f'"{one}"'.encode() in data for one in layouts):
            continue
        try:
            root = parse_xml(data)
        except (etree.XMLSyntaxError, UnsafeXML, ValueError):
            continue
        holder = child(root, "p:sldLayoutIdLst")
        listed = {item.get(qn("r:id")) for item in holder} if holder is not None else set[str | None]()
        missing = [one for one in layouts if one not in listed]
        if not missing:
            continue
        if holder is None:
            holder = root.makeelement(qn("p:sldLayoutIdLst"), {})
            _after(root, holder, ("clrMap", "cSld"))
        for one in missing:
            holder.append(holder.makeelement(qn("p:sldLayoutId"), {qn("r:id"): one}))
        changed[rel.target] = serialise(root)
    return changed


def _after(root: Any, item: Any, names: tuple[str, ...]) -> None:
    """Put after the first of these children that is there (19.3.1.42: cSld, clrMap, sldLayoutIdLst …)."""
    before = next((found for name in names if (found := child(root, f"p:{name}")) is not None), None)
    root.insert(list(root).index(before) + 1 if before is not None else 0, item)


def _with_layout(package: Package, name: str, problems: Diagnostics) -> Package:
    """A master that no layout is of gets one with its own title and body: there is no slide without a layout."""
    masters = _leading(package, package.main, "slideMaster")
    if not masters or any(_leading(package, rel.target, "slideLayout") for rel in masters):
        return package
    master = masters[0].target
    if not package.related(master, "theme"):
        return package
    problems.info(
        "layout-added", _("the slide master has no layout; one with its title and body was made for the deck"), Where(name)
    )
    return with_layout(package, master)[0]


__all__ = ["mended"]
