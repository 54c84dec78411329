"""A stranger's presentation or template made safe to build on: sample slides out, nothing that runs or
fetches, all else as it was."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lxml import etree

from deck.diagnostics import Diagnostics, Where
from deck.drawing import numbers
from deck.drawing.names import attributes, child, detach, local, qn
from deck.errors import InputError, UsageError
from deck.i18n import _, decimal
from deck.package import Package, Parts, UnsafeXML, parse_xml, serialise, well_formed, why_broken
from deck.package.strict import is_strict, to_transitional
from deck.template.beside_logo import beside_logos
from deck.template.box_titles import with_box_titles
from deck.template.mastered import as_mastered
from deck.template.mend import mended
from deck.template.prompted import as_prompted_masters
from deck.template.stood import as_stood
from deck.template.table_corners import with_corners
from deck.template.turned import left_to_right
from deck.template.unfaced import with_faces
from deck.template.unfilled import without_unfilled

MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
ACTIVE = (
    "vbaProject",
    "vbaProjectSignature",
    "wordVbaData",
    "vbaData",
    "control",
    "activeXControlBinary",
    "ctrlProp",
    "keyMapCustomizations",
)
LEFTOVERS = (
    "thumbnail",
    "origin",
    "revisionInfo",
    "changesInfo",
    "commentAuthors",
    "authors",
    "printerSettings",
    "customUI",
    "extensibility",
)
SAFE_SCHEMES = ("http://", "https://", "mailto:")
LISTED = ("handoutMasterId", "notesMasterId", "sldMasterId", "sldLayoutId", "sldId")
"""Entries of lists that are nothing but a reference."""
_REFERENCE = re.compile(rb"""\s[\w.-]+:(?:id|embed|link|pict|dm|lo|qs|cs|blip)=["']([^"']*)["']""")
_SIDE = re.compile(r"^ppaction://(program|macro|ole|media|customshow)", re.IGNORECASE)


def clean(package: Package, name: str, problems: Diagnostics) -> Package:
    """Raises UsageError where it is no presentation, InputError where no deck can be built on it."""
    where = Where(name)
    if is_strict(package):
        package = to_transitional(package)
        problems.info("strict-converted", _("the file is ISO Strict; it was read as an ordinary one"), where)
    main = package.main
    kind = package.content_type(main) if main else ""
    if not main or ("presentationml" not in kind and "ms-powerpoint" not in kind):
        raise UsageError.of(
            "not-a-presentation", _("this Office file is no presentation"), where, _("choose a .pptx or .potx file")
        )
    _parse(package, main, where)
    package = mended(package, name, problems)
    root = _parse(package, main, where)
    _demand(package, root, main, where)
    package = as_mastered(left_to_right(with_box_titles(without_unfilled(package))))
    package = with_corners(beside_logos(as_stood(with_faces(as_prompted_masters(package)))))
    package = _drop_links(package, name, problems)
    package = _drop_slides(package, root, problems, where)
    # The content types are written anew: as the file had them is nobody's concern any more.
    package = replace(package, overrides={**package.overrides, main: MAIN}, declared=())
    package = _unique_ids(well_formed(prune(package), name))
    return _without_dangling(package)


def _parse(package: Package, part: str, where: Where) -> Any:
    try:
        return parse_xml(package.parts[part])
    except (etree.XMLSyntaxError, UnsafeXML, ValueError) as error:
        message = _("the part is no well-formed XML ({error})").format(error=why_broken(error))
        raise InputError.of(
            "broken-xml", message, Where(where.file, part=part), _("open it in PowerPoint and save it anew")
        ) from None


def _demand(package: Package, root: Any, main: str, where: Where) -> None:
    size = child(root, "p:sldSz")
    width, height = (
        (numbers.extent(size.get("cx")), numbers.extent(size.get("cy"))) if size is not None else (9_144_000, 6_858_000)
    )
    if not (914_400 <= width <= 51_206_400 and 914_400 <= height <= 51_206_400):
        raise InputError.of(
            "bad-slide-size",
            _("the slide size is {width} × {height} cm").format(
                width=decimal(round(width / 360_000, 1)), height=decimal(round(height / 360_000, 1))
            ),
            where,
            _("set it to between 2.54 and 142 cm under Design > Slide Size in PowerPoint"),
        )
    masters = [rel.target for rel in package.related(main, "slideMaster") if rel.target in package.parts]
    layouts = [rel for master in masters for rel in package.related(master, "slideLayout") if rel.target in package.parts]
    if child(root, "p:sldMasterIdLst") is None or not masters or not layouts:
        message = _("the file has no slide master with layouts")
        raise InputError.of("no-masters", message, where, _("choose the organisation's template as PowerPoint saved it"))
    for part in dict.fromkeys([*masters, *(rel.target for rel in layouts)]):
        _parse(package, part, where)


def _drop_links(package: Package, name: str, problems: Diagnostics) -> Package:
    """What runs or fetches goes: macros, controls, linked pictures and objects, links to programs and scripts."""
    parts: dict[str, bytes | None] = {}
    rels: dict[str, tuple[Any, ...] | None] = {}
    said: set[str] = set()

    def tell(code: str, message: str) -> None:
        if code not in said:
            said.add(code)
            problems.info(code, message, Where(name))

    for owner, items in package.rels.items():
        dropped = set()
        for rel in items:
            if rel.kind in ACTIVE:
                dropped.add(rel.id)
                tell("macros-dropped", _("the file has macros or controls; they were left out"))
            elif rel.kind == "origin":
                dropped.add(rel.id)
                tell("signature-dropped", _("the file is digitally signed; the signature does not hold for what is built on it"))
            elif rel.kind in LEFTOVERS:
                dropped.add(rel.id)
            elif rel.external and not (rel.kind == "hyperlink" and rel.target.lower().startswith(SAFE_SCHEMES)):
                dropped.add(rel.id)
                tell(
                    "external-dropped",
                    _("the file links to something outside it ({target}); the link was left out").format(target=rel.target[:80]),
                )
        if dropped:
            rels[owner] = tuple(rel for rel in items if rel.id not in dropped)
        if owner.endswith(".xml") and owner in package.parts and (dropped or b"ppaction://" in package.parts[owner]):
            changed = _without(package.parts[owner], dropped)
            if changed is not None:
                parts[owner] = changed
    return package.replace(parts, None, rels)


def _without(data: bytes, ids: set[str]) -> bytes | None:
    """The part without what refers to dropped relationships; None where nothing does."""
    try:
        root = parse_xml(data)
    except (etree.XMLSyntaxError, UnsafeXML, ValueError):
        return None
    changed = False
    for item in list(root.iter(etree.Element)):
        hits = [
            key
            for key, value in attributes(item).items()
            if key.startswith("{http://schemas.openxmlformats.org/officeDocument/") and value in ids
        ]
        click = local(item) in ("hlinkClick", "hlinkHover", "hlinkMouseOver")
        if click and item.get("action"):
            # A step within the show (20.1.7.3, "hlinkshowjump") names no relationship.
            hits = [key for key in hits if item.attrib[key]]
        if click and (hits or _SIDE.match(item.get("action", ""))):
            detach(item)
            changed = True
        elif hits:
            changed = True
            if local(item) in LISTED:
                _leave(item)
                continue
            if local(item) in ("control", "audioFile", "videoFile", "quickTimeFile", "legacyDrawing"):
                detach(item)
                continue
            for key in hits:
                del item.attrib[key]
    return serialise(root) if changed else None


def _leave(item: Any) -> None:
    """An entry out of its list, and the list with it where it was the last."""
    holder = item.getparent()
    holder.remove(item)
    if not len(holder) and holder.getparent() is not None:
        detach(holder)


def _without_dangling(package: Package) -> Package:
    """What refers to relationships that are not there, or that led to nothing: PowerPoint repairs a file for it."""
    parts: dict[str, bytes | None] = {}
    for part in package.parts:
        if not part.endswith(".xml"):
            continue
        data = package.parts[part]
        known = {rel.id for rel in package.rels.get(part, ())}
        missing = {found.decode("utf-8", "replace") for found in _REFERENCE.findall(data)} - known
        if missing and (changed := _without(data, missing)) is not None:
            parts[part] = changed
    return package.replace(parts)


def _drop_slides(package: Package, root: Any, problems: Diagnostics, where: Where) -> Package:
    """The sample slides, and every list that points to them."""
    main = package.main
    slides = package.related(main, "slide")
    for name in ("p:sldIdLst", "p:custShowLst", "p:modifyVerifier"):
        item = child(root, name)
        if item is not None:
            root.remove(item)
    extensions = child(root, "p:extLst")
    for extension in list(extensions) if extensions is not None else ():
        if any(local(item) == "sectionLst" for item in extension):
            detach(extension)
    if extensions is not None and not len(extensions):
        root.remove(extensions)
    for attribute in ("firstSlideNum",):
        root.attrib.pop(attribute, None)
    if slides:
        problems.info("sample-slides", _("the template's {count} sample slides were left out").format(count=len(slides)), where)
    gone = {rel.id for rel in package.rels.get(main, ()) if rel.kind in ("slide", *LEFTOVERS, *ACTIVE)}
    kept = tuple(rel for rel in package.rels.get(main, ()) if rel.id not in gone)
    return package.replace({main: serialise(root)}, None, {main: kept})


def _unique_ids(package: Package) -> Package:
    """Master and layout ids share one space and must differ, or PowerPoint repairs (19.3.1.42, 2^31 and up)."""
    main = package.main
    root = parse_xml(package.parts[main])
    masters = child(root, "p:sldMasterIdLst")
    seen: set[int] = set()
    clash = False
    trees: dict[str, Any] = {}
    targets = {rel.id: rel.target for rel in package.related(main, "slideMaster")}
    holders = [(main, root, masters)]
    for item in masters if masters is not None else ():
        part = targets.get(item.get(qn("r:id"), ""), "")
        if part in package.parts and part not in trees:
            trees[part] = parse_xml(package.parts[part])
            holders.append((part, trees[part], child(trees[part], "p:sldLayoutIdLst")))
    for _part, _root, holder in holders:
        for item in holder if holder is not None else ():
            number = numbers.index(item.get("id"), -1)
            clash = clash or number in seen or number < 2**31
            seen.add(number)
    if not clash:
        return package
    number = 2**31
    changed: dict[str, bytes | None] = {}
    for part, tree, holder in holders:
        for item in holder if holder is not None else ():
            item.set("id", str(number))
            number += 1
        changed[part] = serialise(tree)
    return package.replace(changed)


def prune(package: Package) -> Package:
    """Only the parts that a relationship leads to, and only relationships that lead to a part."""
    reached = package.reached()
    rels = {
        owner: tuple(rel for rel in items if rel.external or rel.target in reached or rel.target == owner)
        for owner, items in package.rels.items()
        if owner == "" or owner in reached
    }
    parts = Parts(package.parts).only(reached)
    overrides = {name: kind for name, kind in package.overrides.items() if name in parts}
    return replace(package, parts=parts, rels=rels, overrides=overrides)
