"""Laid-out slides → package: the template's own parts, and ours beside them. Pure; the same input gives the same parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from deck.drawing.names import attributes, child
from deck.drawing.sheet import Sheets
from deck.layout.model import LaidOutDeck, LaidOutSlide
from deck.memory import Itself
from deck.package import Package, Relationship, package_bytes, parse_xml, serialise
from deck.package.names import (
    HEAD,
    REL,
    namespaces,
)
from deck.pptx import chart as charts
from deck.pptx import notes as pages
from deck.pptx.drawn import PageChart, drawn_page
from deck.pptx.identity import slide_tags
from deck.pptx.manifest import AsWritten, Manifest, PlacedBoxes, add_manifest
from deck.pptx.presentation_part import with_slides
from deck.pptx.properties import with_properties
from deck.pptx.shapes import WritingSlide
from deck.pptx.stencil import slide_xml
from deck.pptx.text import quoted
from deck.presentation import Link, Media, Presentation, Slide
from deck.presentation.links import without_links_to

NS = pages.NS
PML = "application/vnd.openxmlformats-officedocument.presentationml."
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg", "image/webp": "webp"}


@dataclass
class _Writing:
    """Parts being gathered."""

    package: Package
    parts: dict[str, bytes | None] = field(default_factory=dict)
    overrides: dict[str, str | None] = field(default_factory=dict)
    rels: dict[str, tuple[Relationship, ...] | None] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    styles: dict[str, str] = field(default_factory=dict)
    charts: int = 0
    maps: dict[str, str] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    """Slides that links would lead to, and that the deck does not have."""

    def color_map(self, layout: str) -> str:
        if layout not in self.maps:
            self.maps[layout] = color_map(self.package.parts.get(layout, b""))
        return self.maps[layout]

    def name(self, folder: str, stem: str, n: int) -> str:
        """A part's name that the template does not have."""
        while f"{folder}/{stem}{n}.xml" in self.package.parts or f"{folder}/{stem}{n}.xml" in self.parts:
            n += 1
        return f"{folder}/{stem}{n}.xml"


def write_pptx(
    presentation: Presentation,
    deck: LaidOutDeck,
    *,
    manifest_extra: Mapping[str, Any] | None = None,
    known: Callable[[Package, Mapping[str, str]], AsWritten] | None = None,
) -> Package:
    """The deck as a package. Theme colours and fonts only; every slide, slot and row carries its id for life. `known`: what its
    shapes are to be known by later, of the package and its pages' parts."""
    template = deck.template
    writing = _Writing(template.package)
    notes_master = _notes_master(writing, presentation.lang)
    names = {laid.id: f"ppt/slides/slide{n}.xml" for n, laid in enumerate(deck.slides, 1)}
    for n, laid in enumerate(deck.slides, 1):
        _slide(writing, presentation, deck, laid, n, names, notes_master)
    if writing.absent:
        # Words that would lead to a slide that is not in the deck lead nowhere: no link is right, the first slide is not.
        presentation, deck = without_links_to(presentation, writing.absent), _unlinked(deck, writing.absent)
        return write_pptx(presentation, deck, manifest_extra=manifest_extra, known=known)
    package = template.package.replace(writing.parts, writing.overrides, writing.rels)
    package = replace(package, defaults={**package.defaults, **writing.defaults})
    package = _table_styles(package, writing.styles)
    package = with_slides(package, presentation, deck, notes_master)
    package = with_properties(package, presentation, len(deck.slides))
    shapes = known(package, names) if known is not None else AsWritten()
    manifest = Manifest(
        presentation,
        template=template.fingerprint,
        extra=dict(manifest_extra or {}),
        placed=placed(deck),
        digests=shapes.digests,
        sizes=shapes.sizes,
    )
    return add_manifest(package, manifest)


def placed(deck: LaidOutDeck) -> PlacedBoxes:
    """Where each slot's shape stands, for the manifest."""
    return {
        laid.id: {shape.slot: (shape.box.x, shape.box.y, shape.box.w, shape.box.h) for shape in laid.shapes}
        for laid in deck.slides
    }


def pptx_bytes(presentation: Presentation, deck: LaidOutDeck, *, manifest_extra: Mapping[str, Any] | None = None) -> bytes:
    return package_bytes(write_pptx(presentation, deck, manifest_extra=manifest_extra))


def _slide(
    writing: _Writing,
    presentation: Presentation,
    deck: LaidOutDeck,
    laid: LaidOutSlide,
    n: int,
    names: dict[str, str],
    notes_master: str,
) -> None:
    part = names[laid.id]
    drawn = drawn_page(deck, laid, presentation.lang)
    writing.styles |= dict(drawn.styles)
    rels = [Relationship("rId1", f"{REL}/slideLayout", laid.layout)]
    for item in drawn.parts:
        if isinstance(item, PageChart):
            rels.append(Relationship(item.id, f"{REL}/chart", _chart(writing, item)))
        else:
            rels.append(Relationship(item.id, f"{REL}/image", _picture(writing, item.picture.media)))
    page = writing.name("ppt/notesSlides", "notesSlide", n)
    tags = writing.name("ppt/tags", "tag", n)
    rels.append(Relationship("rIdN", f"{REL}/notesSlide", page))
    rels.append(Relationship("rIdT", f"{REL}/tags", tags))
    rels += _links(writing, drawn.links, names)
    writing.parts[part] = slide_xml(drawn, laid, n, presentation.lang, writing.color_map(laid.layout))
    writing.overrides[part] = PML + "slide+xml"
    writing.rels[part] = tuple(rels)
    _notes(writing, presentation, laid, page, part, notes_master, names)
    writing.parts[tags] = tags_xml(slide_tags(laid.slide.id, laid.part, laid.parts))
    writing.overrides[tags] = PML + "tags+xml"


def color_map(layout: bytes) -> str:
    """p:clrMapOvr of a slide: its layout's, so that what is put on a dark slide is light by itself (19.3.1.7)."""
    if b"overrideClrMapping" not in layout:
        return _color_map(b"")
    # A layout holds a map of the place, and is another one for each: that is not read to find its last words.
    tail = layout[max(layout.rfind(b"</p:cSld>"), 0) :]
    if b"<!" in layout or not _LAST.fullmatch(tail) or any(layout.count(name) != 1 for name in _OWN_NAMES):
        return _color_map(layout)
    return _color_map(b"<p:sldLayout %b>" % namespaces("a", "p").encode() + tail.removeprefix(b"</p:cSld>"))


_LAST = re.compile(rb"</p:cSld><p:clrMapOvr><a:overrideClrMapping(?: \w+=\"\w+\")*/></p:clrMapOvr></p:sldLayout>")
_OWN_NAMES = (b"xmlns:a=", b"xmlns:p=", *(name.encode() for name in namespaces("a", "p").split()))


@lru_cache(maxsize=64)
def _color_map(layout: bytes) -> str:
    root = parse_xml(layout) if layout else None
    override = child(root, "p:clrMapOvr", "a:overrideClrMapping")
    if override is None:
        return "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    told = "".join(f" {name}={quoted(value)}" for name, value in attributes(override).items())
    return f"<p:clrMapOvr><a:overrideClrMapping{told}/></p:clrMapOvr>"


def _notes(
    writing: _Writing,
    presentation: Presentation,
    laid: LaidOutSlide,
    page: str,
    part: str,
    notes_master: str,
    names: dict[str, str],
) -> None:
    master = writing.parts.get(notes_master) or writing.package.parts[notes_master]
    index = pages.body_index(master)
    writing.parts[page], links = _notes_page(Itself(laid.slide), laid.id, laid.part == 1, presentation.lang, index)
    writing.overrides[page] = PML + "notesSlide+xml"
    writing.rels[page] = (
        Relationship("rId1", f"{REL}/notesMaster", notes_master),
        Relationship("rId2", f"{REL}/slide", part),
        *_links(writing, links, names),
    )


@lru_cache(maxsize=256)
def _notes_page(
    slide: Itself[Slide], name: str, first: bool, lang: str, index: int
) -> tuple[bytes, tuple[tuple[Link, str], ...]]:
    """A slide's notes page, and its links with their relationships' ids; those of a continuation are empty."""
    sheet = WritingSlide(name, lang=lang)
    return pages.notes_xml(slide.value.notes if first else (), lang, index, sheet.link), tuple(sheet.links.items())


def tags_xml(values: Mapping[str, str]) -> bytes:
    """A tags part (19.3.3.4)."""
    rows = "".join(f"<p:tag name={quoted(name)} val={quoted(value)}/>" for name, value in values.items())
    return f"{HEAD}<p:tagLst {namespaces('p')}>{rows}</p:tagLst>".encode()


def _links(writing: _Writing, links: Iterable[tuple[Link, str]], names: Mapping[str, str]) -> list[Relationship]:
    """The relationships of one part's links, by their ids (15.2.11, 15.3)."""
    found: list[Relationship] = []
    for link, rid in links:
        if link.slide is None:
            found.append(Relationship(rid, f"{REL}/hyperlink", link.url or "", external=True))
        elif link.slide in names:
            found.append(Relationship(rid, f"{REL}/slide", names[link.slide]))
        else:
            writing.absent.add(link.slide)
    return found


def _unlinked(deck: LaidOutDeck, absent: Collection[str]) -> LaidOutDeck:
    slides = tuple(
        replace(laid, slide=without_links_to(laid.slide, absent), shapes=without_links_to(laid.shapes, absent))
        for laid in deck.slides
    )
    return replace(deck, slides=slides)


def _chart(writing: _Writing, drawn: PageChart) -> str:
    writing.charts += 1
    part = writing.name("ppt/charts", "chart", writing.charts)
    book = part.replace("ppt/charts/chart", "ppt/embeddings/Data").replace(".xml", ".xlsx")
    writing.parts[part] = drawn.xml
    writing.parts[book] = charts.workbook(drawn.chart)
    writing.overrides[part] = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    writing.overrides[book] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    writing.rels[part] = (Relationship("rId1", f"{REL}/package", book),)
    return part


def _picture(writing: _Writing, media: Media) -> str:
    extension = EXTENSIONS.get(media.content_type, "bin")
    part = f"ppt/media/{media.sha256[:20]}.{extension}"
    writing.parts[part] = media.data
    if extension == "bin":
        writing.overrides[part] = media.content_type
    else:
        writing.defaults[extension] = media.content_type
    return part


def _notes_master(writing: _Writing, lang: str) -> str:
    """The template's notes master, or a plain one with a theme of its own."""
    package = writing.package
    found = package.one(package.main, "notesMaster")
    if found:
        return found
    master, theme = "ppt/notesMasters/notesMaster1.xml", "ppt/theme/themeNotes.xml"
    sheets = Sheets(package)
    source = package.one(sheets.master_parts()[0], "theme")
    writing.parts[master] = pages.notes_master_xml(lang)
    writing.overrides[master] = PML + "notesMaster+xml"
    writing.parts[theme] = package.parts[source] if source else b""
    writing.overrides[theme] = "application/vnd.openxmlformats-officedocument.theme+xml"
    writing.rels[master] = (Relationship("rId1", f"{REL}/theme", theme),)
    if source and package.rels.get(source):
        writing.rels[theme] = package.rels[source]
    return master


def _table_styles(package: Package, styles: Mapping[str, str]) -> Package:
    if not styles:
        return package
    main = package.main
    part = package.one(main, "tableStyles")
    empty = f'<a:tblStyleLst {namespaces("a")} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>'.encode()
    known = _with_styles(package.parts[part] if part else empty, tuple(styles.items()))
    if part:
        return package.replace({part: known})
    part = "ppt/tableStyles.xml"
    rels = (*package.rels.get(main, ()), Relationship("rIdDeckTables", f"{REL}/tableStyles", part))
    return package.replace({part: known}, {part: PML + "tableStyles+xml"}, {main: rels})


@lru_cache(maxsize=16)
def _with_styles(data: bytes, styles: tuple[tuple[str, str], ...]) -> bytes:
    root = parse_xml(data)
    known = {item.get("styleId") for item in root}
    for name, xml in styles:
        if name not in known:
            root.append(parse_xml(xml.replace("<a:tblStyle ", f"<a:tblStyle {namespaces('a')} ", 1).encode()))
    return serialise(root)
