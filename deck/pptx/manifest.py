"""What a deck remembers of its making: the choices, and the merge base that a refresh starts from (decision 4).

The whole goes into a customXml part, as Office itself writes them; the short ids, too, into docProps/custom.xml, which
LibreOffice keeps where it drops the former.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from lxml import etree

from deck.drawing.names import local
from deck.errors import UsageError
from deck.i18n import _
from deck.memory import Itself, Memory
from deck.package import Package, Relationship, UnsafeXML, parse_xml, sha256
from deck.package.names import CUSTOM_PROPERTIES, CUSTOM_XML, HEAD, REL, VALUE_TYPES
from deck.pptx.borders import packed, unshared
from deck.pptx.identity import guid
from deck.pptx.lift import VERSION, apart, is_newer, lifted
from deck.pptx.text import quoted, words
from deck.presentation import Area, Map, Media, Presentation, Slide, Text, from_json, to_json

NAMESPACE = "urn:deck:manifest:1"
PROPERTY = "deck."


PlacedBoxes = Mapping[str, Mapping[str, tuple[int, int, int, int]]]
Digests = Mapping[str, Mapping[str, str]]
Sizes = Mapping[str, Mapping[str, str]]


class AsWritten(NamedTuple):
    """What the shapes of a deck are known by as we wrote them: page → slot → a digest of a drawn shape, and the sizes and weights
    of its words."""

    digests: Digests = MappingProxyType({})
    sizes: Sizes = MappingProxyType({})


@dataclass(frozen=True)
class Manifest:
    """`base`: the presentation as it was generated (or, after a refresh, as far as each slot has come). `template`: the
    fingerprint of the template it was made in. `extra`: what a refresh keeps of its own, as JSON. `placed`: slide → slot → x, y,
    width and height (EMU) of each shape as we put it, so that an owner's moving it can be told. `digests`: page → slot →
    what a drawn shape is known by as we wrote it, so that a later version of ours need not draw it alike to know it untouched.
    `sizes`: page → slot → in which sizes and weights we wrote its words, as `deck/refresh/guard/weights.py` says them."""

    base: Presentation
    template: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    placed: PlacedBoxes = field(default_factory=dict)
    digests: Digests = field(default_factory=dict)
    sizes: Sizes = field(default_factory=dict)

    @property
    def release(self) -> str:
        return self.base.release


@lru_cache(maxsize=512)
def _areas_json(areas: tuple[Area, ...]) -> str:
    """A county's borders as JSON text: the bulk of a manifest, alike for all its municipalities."""
    return json.dumps(packed(areas), ensure_ascii=False, separators=(",", ":"))


def _slide_json(slide: Slide, sets: dict[tuple[Area, ...], int]) -> str:
    """A slide as JSON text, its maps' borders named by their number in `sets`, which grows."""
    if not any(isinstance(slot.block, Map) for slot in slide.slots):
        return _plain_json(Itself(slide))
    data = to_json(_bare(slide))
    for slot, item in zip(slide.slots, data.get("slots", ()), strict=True):
        if isinstance(slot.block, Map):
            for name, areas in (("areas", slot.block.areas), ("around", slot.block.around)):
                if areas:
                    item["block"][name] = sets.setdefault(areas, len(sets))
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=512)
def _plain_json(its: Itself[Slide]) -> str:
    """Most slides of 311 decks are the same."""
    return json.dumps(to_json(its.value), ensure_ascii=False, separators=(",", ":"))


def _bare(slide: Slide) -> Slide:
    slots = (replace(s, block=replace(s.block, areas=(), around=())) if isinstance(s.block, Map) else s for s in slide.slots)
    return replace(slide, slots=tuple(slots))


def manifest_xml(manifest: Manifest) -> bytes:
    """The customXml item."""
    rest = to_json(replace(manifest.base, slides=()))
    rest.pop("slides", None)
    head = json.dumps(
        {"version": VERSION, "template": manifest.template, "extra": dict(manifest.extra), "placed": manifest.placed}
        | {name: said for name, said in (("digests", manifest.digests), ("sizes", manifest.sizes)) if said},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    sets: dict[tuple[Area, ...], int] = {}
    slides = ",".join(_slide_json(slide, sets) for slide in manifest.base.slides)
    body = json.dumps(rest, ensure_ascii=False, separators=(",", ":"))
    borders = f'"borders": [{",".join(map(_areas_json, sets))}], ' if sets else ""
    text = f'{head[:-1]}, {borders}"base": {body[:-1]},"slides":[{slides}]}}}}'
    return f'{HEAD}<deck xmlns="{NAMESPACE}">{words(text)}</deck>'.encode()


def add_manifest(package: Package, manifest: Manifest) -> Package:
    """The package with the manifest's part, its properties part and the store item id that Office asks for (15.2.5, 22.5)."""
    old = find_manifest(package)
    item = old or f"customXml/item{_free(package)}.xml"
    props = item.replace("/item", "/itemProps", 1)
    props_xml = (
        f'{HEAD}<ds:datastoreItem ds:itemID="{guid("manifest-store")}" xmlns:ds="{CUSTOM_XML}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    main = package.main
    rels = package.rels.get(main, ())
    if not any(rel.target == item for rel in rels):
        rels = (*rels, Relationship("rIdDeckManifest", f"{REL}/customXml", item))
    # LibreOffice hangs it on the package itself, where no such part may hang (Part 1, 15.2.5).
    root = tuple(rel for rel in package.rels.get("", ()) if rel.kind != "customXml" or rel.target != item)
    kinds = {props: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"}
    if not package.content_type(item):
        # A template may declare each of its parts, and no type for "xml" (Part 2, 7.2.3.2).
        kinds[item] = "application/xml"
    return package.replace(
        {item: manifest_xml(manifest), props: props_xml},
        kinds,
        {"": root, main: rels, item: (Relationship("rId1", f"{REL}/customXmlProps", props),)},
    )


def _free(package: Package) -> int:
    return next(n for n in range(1, 10_000) if f"customXml/item{n}.xml" not in package.parts)


def find_manifest(package: Package) -> str | None:
    """The part that holds our manifest: the presentation's, else one that a program kept and hung elsewhere (LibreOffice hangs it
    on the package, under a target that leads nowhere)."""
    related = [rel.target for rel in package.related(package.main, "customXml")]
    others = [name for name in package.parts if name.startswith("customXml/") and name not in related]
    return next((name for name in (*related, *others) if _OURS.search(package.parts.get(name, b"")[:400])), None)


_OURS = re.compile(rb"xmlns(?::\w+)?=[\"']" + NAMESPACE.encode() + rb"[\"']")
"""In our namespace; the properties part beside the manifest names it, too, as its schema."""


def _said(item: Any) -> bool:
    """What `extra` may hold: words, or words by name."""
    return isinstance(item, str) or (isinstance(item, dict) and all(isinstance(value, str) for value in item.values()))


_DAMAGED = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, IndexError, RecursionError)


def read_manifest(package: Package) -> Manifest | None:
    """The manifest of a deck of ours, whichever version wrote it; None where there is none or where it was damaged. Raises
    UsageError for one that is newer than ours."""
    part = find_manifest(package)
    if part is None:
        return None
    media = media_of(package)
    key = hashlib.sha256(package.parts[part]).hexdigest(), frozenset(media)
    known = _KNOWN.get(key)
    if known is None and (known := _read(package.parts[part], media)) is not None:
        _KNOWN.put(key, known)
    return known


_KNOWN: Memory[tuple[str, frozenset[str]], Manifest] = Memory(8)
"""By its bytes and the pictures that are there: a refresh reads the same one many times."""


def _read(said: bytes, media: Mapping[str, bytes]) -> Manifest | None:
    try:
        data = json.loads(parse_xml(said).text or "")
        if is_newer(data):
            raise UsageError.of(
                "newer-deck",
                _(
                    "this presentation was made by a later version of deck than this one (its manifest is version {version})"
                ).format(version=data["version"]),
                hint=_("update deck, and try again"),
            )
        data = unshared(lifted(data))
        base = _presentation(data["base"], media)
        placed = {
            slide: {slot: (int(x), int(y), int(w), int(h)) for slot, (x, y, w, h) in slots.items()}
            for slide, slots in data.get("placed", {}).items()
        }
        if any(slot.role == "title" and not isinstance(slot.block, Text) for slide in base.slides for slot in slide.slots):
            return None
        template, extra, (digests, sizes) = data.get("template", ""), data.get("extra", {}), apart(data)
        if not isinstance(template, str) or not isinstance(extra, dict) or not all(_said(item) for item in extra.values()):
            return None
        if not all(isinstance(item, str) for known in (digests, sizes) for slots in known.values() for item in slots.values()):
            return None
        return Manifest(base, template=template, extra=extra, placed=placed, digests=digests, sizes=sizes)
    except (etree.XMLSyntaxError, UnsafeXML, *_DAMAGED):
        return None


def _presentation(data: dict[str, Any], media: Mapping[str, bytes]) -> Presentation:
    rest = from_json(Presentation, data | {"slides": ()}, media)
    return replace(rest, slides=tuple(_slide(item, media) for item in data["slides"]))


def _slide(data: Any, media: Mapping[str, bytes]) -> Slide:
    """Most slides of many decks are the same, and are one then. Those with pictures hang on what the package has; borders are
    thousands of numbers."""
    said = json.dumps(data)
    if len(said) > _LONG or '"sha256"' in said:
        return from_json(Slide, data, media)
    found = _SLIDES.get(said)
    if found is None:
        _SLIDES.put(said, found := from_json(Slide, data, media))
    return found


_SLIDES: Memory[str, Slide] = Memory(256)
"""By their JSON."""
_LONG = 20_000


def media_of(package: Package) -> Mapping[str, bytes]:
    """The package's pictures by SHA-256, as `from_json` asks for them. One that is gone is known by its digest alone."""
    return _Media(package, {sha256(package.parts, name): name for name in package.parts if "/media/" in name})


@dataclass(frozen=True)
class _Media(Mapping[str, bytes]):
    package: Package
    names: Mapping[str, str]

    def __getitem__(self, key: str) -> bytes:
        name = self.names.get(key)
        return self.package.parts[name] if name is not None else Media.gone("", key).data

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def short_properties(presentation: Presentation) -> dict[str, str]:
    """What docProps/custom.xml says; of the language nothing where it is Swedish."""
    swedish = presentation.lang.split("-", maxsplit=1)[0].casefold() == "sv"
    return ({} if swedish else {f"{PROPERTY}lang": presentation.lang}) | {
        f"{PROPERTY}place": presentation.place,
        f"{PROPERTY}outline": presentation.outline,
        f"{PROPERTY}audience": presentation.audience,
        f"{PROPERTY}release": presentation.release,
        f"{PROPERTY}slides": " ".join(slide.id for slide in presentation.slides),
    }


def custom_xml(old: bytes | None, values: Mapping[str, str]) -> bytes:
    """docProps/custom.xml (22.3) with our properties set and all others kept."""
    kept: list[tuple[str, str]] = []
    if old:
        try:
            for item in parse_xml(old):
                name = item.get("name", "")
                inner = next((c for c in item if isinstance(c.tag, str)), None)
                if local(item) == "property" and not name.startswith(PROPERTY) and inner is not None:
                    etree.cleanup_namespaces(item)
                    kept.append((name, etree.tostring(inner, with_tail=False).decode()))
        except (etree.XMLSyntaxError, UnsafeXML):
            kept = []
    rows = kept + [(name, f"<vt:lpwstr>{words(value)}</vt:lpwstr>") for name, value in values.items()]
    inner = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{n}" name={quoted(name)}>{value}</property>'
        for n, (name, value) in enumerate(rows, 2)
    )
    return (f'{HEAD}<Properties xmlns="{CUSTOM_PROPERTIES}" xmlns:vt="{VALUE_TYPES}">{inner}</Properties>').encode()


def read_properties(package: Package) -> dict[str, str]:
    """Our short properties, without the prefix."""
    part = package.one("", "custom-properties")
    return properties_in(package.parts[part]) if part is not None else {}


def properties_in(data: bytes) -> dict[str, str]:
    """Our short properties in a docProps/custom.xml, without the prefix; none where it cannot be read."""
    try:
        root = parse_xml(data)
    except (etree.XMLSyntaxError, UnsafeXML):
        return {}
    return {
        item.get("name", "").removeprefix(PROPERTY): "".join(map(str, item.itertext()))
        for item in root
        if local(item) == "property" and item.get("name", "").startswith(PROPERTY)
    }
