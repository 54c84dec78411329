"""The owner's package patched to what was merged: slides in and out, order, sections, properties, the new base."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from deck.diagnostics import Diagnostics
from deck.drawing.names import Element, child, qn, whole
from deck.layout import lay_out
from deck.package import Package, parse_xml
from deck.package.names import REL
from deck.pptx.identity import guid
from deck.pptx.manifest import Manifest, Placed, add_manifest, custom_xml, short_properties
from deck.pptx.reader import ReadDeck, read_pptx
from deck.pptx.writer import placed, write_pptx
from deck.presentation import Presentation, Slide, Table
from deck.refresh.draft import Draft, Graft
from deck.refresh.merge import Merged
from deck.refresh.pages import Page, pages_of
from deck.refresh.slides import Known, patch_slide
from deck.refresh.stamp import release
from deck.refresh.tables import carry_rows
from deck.template.model import Template

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
OWN = "own:"
"""Before the part's name: the key of a slide that is the owner's."""


@dataclass(frozen=True)
class Written:
    """A presentation as we would write it in the owner's look."""

    package: Package
    pages: dict[str, list[Page]]
    placed: Placed


def written(presentation: Presentation, template: Template, problems: Diagnostics | None = None) -> Written:
    laid_out = lay_out(presentation, template, problems or Diagnostics())
    package = write_pptx(presentation, laid_out)
    return Written(package, pages_of(read_pptx(package), presentation.lang), placed(laid_out))


def order_of(deck: ReadDeck, pages: dict[str, list[Page]]) -> tuple[list[str], dict[str, str]]:
    """The file's slides as keys in order (a slide of several pages once), and each own slide's part → its key."""
    first = {group[0].part: slide for slide, group in pages.items()}
    ours = {page.part for group in pages.values() for page in group}
    own = {piece.part: f"{OWN}{piece.part}" for piece in deck.slides if piece.part not in ours}
    keys = [first.get(piece.part) or own.get(piece.part, "") for piece in deck.slides]
    return [key for key in dict.fromkeys(keys) if key], own


def patch(
    deck: ReadDeck,
    now: Presentation,
    base: Presentation,
    merged: Merged,
    template: Template,
    sides: tuple[Written, Written],
    manifest: Manifest,
    problems: Diagnostics,
    looks: bool = True,
) -> tuple[Package, Written]:
    """The patched package, and what was merged as we would write it. `now`: what the file says; `base`: as it was when the file was
    made; `sides`: both as we would write them. Parts that the merge did not touch keep their bytes."""
    fresh = written(merged.presentation, template, problems)
    mine = pages_of(deck, base.lang)
    draft = Draft(deck.package)
    graft = Graft(draft, fresh.package, names_of(draft, mine, fresh))
    parts: dict[str, list[str]] = {}
    for slide in merged.presentation.slides:
        pages, old, was = mine.get(slide.id), now.slide(slide.id), base.slide(slide.id)
        new = fresh.pages[slide.id]
        if not pages or old is None or was is None:
            parts[slide.id] = [bring(graft, page.part) for page in new]
            continue
        was_said = [tuple(side.pages.get(slide.id, ())) for side in sides]
        known = Known(tuple(pages), tuple(new), was_said[0], was_said[1], looks)
        wanted = patch_slide(graft, known, old, was, slide, base.lang)
        parts[slide.id] = [
            page.part if any(page is own for own in pages) else _bring_more(graft, known, page, slide, was) for page in wanted
        ]
    for slide in merged.released:
        for page in mine.get(slide, ()):
            release(draft, page.part)
        parts[slide] = [page.part for page in mine.get(slide, ())]
    own = {f"{OWN}{piece.part}": [piece.part] for piece in deck.slides}
    order = [part for key in merged.order for part in parts.get(key) or own.get(key, [])]
    sections = {part: slide.section for slide in merged.presentation.slides if slide.id not in mine for part in parts[slide.id]}
    arrange(draft, deck, merged.presentation, order, sections)
    _properties(draft, now, merged.presentation, manifest)
    return add_manifest(draft.package(), replace(manifest, placed=fresh.placed)), fresh


def names_of(draft: Draft, mine: dict[str, list[Page]], fresh: Written) -> dict[str, str]:
    """Where each newly written slide goes: the owner's page of the same id, else a part of its own."""
    names: dict[str, str] = {}
    for slide, pages in fresh.pages.items():
        here = {page.piece.number: page.part for page in mine.get(slide, ())}
        for page in pages:
            name = here.get(page.piece.number)
            if name is None:
                name = draft.free("ppt/slides/slide1.xml")
                draft.parts[name] = b""
            names[page.part] = name
    return names


def bring(graft: Graft, part: str) -> str:
    """A newly written slide into the draft, under the name that it was given."""
    name = graft.names[part]
    graft.bring(part, name)
    return name


def _bring_more(graft: Graft, known: Known, page: Page, slide: Slide, base: Slide) -> str:
    """A page that the slide needs more than before; rows that the owner's tables lose to it keep their XML."""
    part = bring(graft, page.part)
    for slot in slide.slots:
        was = base.slot(slot.id)
        if isinstance(slot.block, Table):
            carry_rows(graft, known.mine, page, part, slot.id, was.block if was else None, slot.block)
    return part


# --- the show's order -------------------------------------------------------------------------------------------------------------


def arrange(draft: Draft, deck: ReadDeck, said: Presentation, order: list[str], sections: dict[str, str]) -> None:
    """p:sldIdLst and the sections, and parts that no slide uses any more. `said`: whose sections they are; `sections`: new part →
    the section that it begins or joins."""
    main = draft.main
    root = draft.tree(main)
    for part in [part for part, data in draft.parts.items() if data == b"" and part.startswith("ppt/slides/")]:
        del draft.parts[part]
    shown = [piece.part for piece in deck.slides]
    kept = {piece.part: piece.sld_id for piece in deck.slides if piece.part in order}
    gone = [part for part in shown if part not in kept]
    if order != shown:
        holder: Element = child(root, "p:sldIdLst")
        targets = {rel.id: rel.target for rel in draft.rels[main]}
        items = {targets.get(item.get(qn("r:id"), ""), ""): item for item in holder}
        for item in list(holder):
            holder.remove(item)
        number = max([255, *(piece.sld_id for piece in deck.slides)])
        for place, part in enumerate(order, 1):
            item = items.get(part)
            if item is None:
                _number(draft, part, place)
                number += 1
                rid = draft.relate(main, f"{REL}/slide", part)
                item = etree.SubElement(holder, qn("p:sldId"), {"id": str(number), qn("r:id"): rid})
                kept[part] = number
            else:
                holder.append(item)
        _shows(root, {rel.id for rel in draft.rels[main] if rel.target in gone})
        draft.touch(main)
    if gone:
        draft.drop([*gone, *(page for part in gone if (page := draft.one(part, "notesSlide")))])
    _sections(
        draft, root, said, [kept[part] for part in order], {kept[part]: name for part, name in sections.items()}, order != shown
    )


def _number(draft: Draft, part: str, place: int) -> None:
    """A new slide's number as it shows before a program works it out (21.1.2.2.4)."""
    for field in draft.tree(part).iter(qn("a:fld")):
        words = child(field, "a:t")
        if field.get("type") == "slidenum" and words is not None:
            words.text = str(place)
            draft.touch(part)


def _shows(root: Element, gone: set[str]) -> None:
    """Custom shows (19.2.1.7) without slides that are gone."""
    shows = child(root, "p:custShowLst")
    for item in list(shows.iter(qn("p:sld"))) if shows is not None else ():
        if item.get(qn("r:id")) in gone:
            item.getparent().remove(item)


def _sections(draft: Draft, root: Element, said: Presentation, order: list[int], new: dict[int, str], moved: bool) -> None:
    """p14:sectionLst ([MS-PPTX] 2.2.3.14): names merged; each slide in one section, sections in the order of the show."""
    listed = next((item for item in root.iter(f"{P14}sectionLst")), None)
    if listed is None:
        return
    titles = {guid("section", item.id, str(n)): (item.id, item.title) for item in said.sections for n in range(60)}
    for item in listed:
        ours = titles.get(item.get("id", "").upper())
        if ours and item.get("name") != ours[1]:
            item.set("name", ours[1])
            draft.touch(draft.main)
    if not moved:
        return
    draft.touch(draft.main)
    sections = list(listed)
    home = {whole(entry.get("id")): n for n, item in enumerate(sections) for entry in item.iter(f"{P14}sldId")}
    by_id: dict[str, list[int]] = {}
    for n, item in enumerate(sections):
        ours = titles.get(item.get("id", "").upper())
        if ours:
            by_id.setdefault(ours[0], []).append(n)
    groups: list[tuple[int, list[int]]] = []
    closed: set[int] = set()
    for place, number in enumerate(order):
        current = groups[-1][0] if groups else 0
        wanted = home.get(number)
        if wanted is None:
            following = next((home[later] for later in order[place + 1 :] if later in home), current)
            wanted = following if following in by_id.get(new.get(number, ""), ()) else current
        if not groups or (wanted != current and wanted not in closed):
            groups.append((wanted, []))
            closed.add(current)
            closed.discard(wanted)
        groups[-1][1].append(number)
    used = [n for n, _numbers in groups]
    for item in sections:
        listed.remove(item)
    lists = dict(groups)
    for n in _with_empty(used, len(sections)):
        item = sections[n]
        holder = item.find(f"{P14}sldIdLst")
        if holder is None:
            holder = etree.SubElement(item, f"{P14}sldIdLst")
            item.insert(0, holder)
        for entry in list(holder):
            holder.remove(entry)
        for number in lists.get(n, ()):
            etree.SubElement(holder, f"{P14}sldId", {"id": str(number)})
        listed.append(item)


def _with_empty(used: list[int], count: int) -> list[int]:
    """Sections without slides keep their place after the one before them."""
    result = list(used)
    for n in range(count):
        if n not in result:
            before = next((result.index(k) for k in range(n - 1, -1, -1) if k in result), -1)
            result.insert(before + 1, n)
    return result


# --- what the file says of itself -------------------------------------------------------------------------------------------------

DC = "{http://purl.org/dc/elements/1.1/}"


def _properties(draft: Draft, now: Presentation, merged: Presentation, manifest: Manifest) -> None:
    """The document's title, and our short properties; all else that the owner wrote there stays."""
    core = draft.one("", "core-properties")
    if core is not None and now.title != merged.title:
        title = draft.tree(core).find(f"{DC}title")
        if title is not None:
            title.text = merged.title
            draft.touch(core)
    custom = draft.one("", "custom-properties")
    values = short_properties(manifest.base)
    if custom is not None:
        draft.parts[custom] = custom_xml(draft.parts[custom], values)
    else:
        part = draft.free("docProps/custom.xml")
        draft.put(part, custom_xml(None, values), "application/vnd.openxmlformats-officedocument.custom-properties+xml")
        draft.relate("", f"{REL}/custom-properties", part)


def core_title(package: Package) -> str | None:
    """dc:title as the file has it; None where there is no such part."""
    part = package.one("", "core-properties")
    if part is None:
        return None
    try:
        found = parse_xml(package.parts[part]).find(f"{DC}title")
    except (etree.XMLSyntaxError, ValueError):
        return None
    return (found.text or "") if found is not None else ""


__all__ = ["OWN", "Written", "arrange", "bring", "core_title", "names_of", "order_of", "patch", "written"]
