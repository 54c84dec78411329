"""The presentation part: its slides, in which sections, and what language they are in (ECMA-376 Part 1, 19.2.1.26)."""

from __future__ import annotations

from functools import lru_cache

from deck.drawing.names import Element, child, put_child, qn
from deck.layout.model import LaidOutDeck
from deck.package import Package, Relationship, parse_xml, serialise
from deck.package.names import P14, PRESENTATION_ORDER, REL, namespaces
from deck.pptx.identity import guid
from deck.pptx.text import quoted
from deck.presentation import Presentation

SECTION_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
FIRST_SLIDE_ID = 256


def _default_language(root: Element, lang: str) -> None:
    """A template's words are Swedish where nothing else is said of them: a deck in another language says so of its own."""
    default = child(root, "p:defaultTextStyle", "a:defPPr", "a:defRPr")
    if default is not None and default.get("lang", "").startswith("sv") and not lang.startswith("sv"):
        default.set("lang", lang)


def with_slides(package: Package, presentation: Presentation, deck: LaidOutDeck, notes_master: str) -> Package:
    """The package with its presentation part naming the slides, in sections, and the notes master."""
    main = package.main
    count = len(deck.slides)
    old = package.rels.get(main, ())
    notes = next((rel.id for rel in old if rel.kind == "notesMaster" and rel.target == notes_master), None)
    sections = _sections(presentation, deck) if presentation.sections else ""
    xml, asked = _main_xml(package.parts[main], presentation.lang, count, notes, sections)
    rels = [*old, *(Relationship(f"rIdS{n}", f"{REL}/slide", f"ppt/slides/slide{n}.xml") for n in range(1, count + 1))]
    if asked:
        rels.append(Relationship(asked, f"{REL}/notesMaster", notes_master))
    return package.replace({main: xml}, None, {main: tuple(rels)})


@lru_cache(maxsize=32)
def _main_xml(data: bytes, lang: str, count: int, notes: str | None, sections: str) -> tuple[bytes, str]:
    """The presentation part, and the id of the relationship that is to be made to its notes master; "" where it has one."""
    root, asked = parse_xml(data), ""
    _default_language(root, lang)
    slides = root.makeelement(qn("p:sldIdLst"))
    for n in range(1, count + 1):
        slides.append(root.makeelement(qn("p:sldId"), {"id": str(FIRST_SLIDE_ID + n - 1), qn("r:id"): f"rIdS{n}"}))
    put_child(root, slides, PRESENTATION_ORDER)
    if child(root, "p:notesMasterIdLst") is None:
        asked = "" if notes is not None else "rIdDeckNotes"
        holder = root.makeelement(qn("p:notesMasterIdLst"))
        holder.append(root.makeelement(qn("p:notesMasterId"), {qn("r:id"): notes or asked}))
        put_child(root, holder, PRESENTATION_ORDER)
    if sections:
        extensions = child(root, "p:extLst")
        if extensions is None:
            extensions = root.makeelement(qn("p:extLst"))
            put_child(root, extensions, PRESENTATION_ORDER)
        extensions.append(parse_xml(sections.encode()))
    return serialise(root), asked


def _sections(presentation: Presentation, deck: LaidOutDeck) -> str:
    """p14:sectionLst: each slide in exactly one section, in the order of the show."""
    known = {section.id: section for section in presentation.sections}
    groups: list[tuple[str, list[int]]] = []
    for n, laid in enumerate(deck.slides):
        wanted = laid.slide.section if laid.slide.section in known else (groups[-1][0] if groups else presentation.sections[0].id)
        if not groups or groups[-1][0] != wanted:
            groups.append((wanted, []))
        groups[-1][1].append(FIRST_SLIDE_ID + n)
    rows = "".join(
        f'<p14:section name={quoted(known[name].title)} id="{guid("section", name, str(n))}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{item}"/>' for item in ids)
        + "</p14:sldIdLst></p14:section>"
        for n, (name, ids) in enumerate(groups)
    )
    return f'<p:ext {namespaces("p")} uri="{SECTION_URI}"><p14:sectionLst xmlns:p14="{P14}">{rows}</p14:sectionLst></p:ext>'
