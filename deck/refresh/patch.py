"""The owner's package patched to what was merged: slides in and out, order, sections, properties, the new base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from deck.diagnostics import Diagnostics
from deck.drawing.names import Element, child, detach, need, qn, whole
from deck.layout import lay_out
from deck.package import Package, names
from deck.package.names import REL
from deck.pptx.identity import guid
from deck.pptx.manifest import PlacedBoxes, custom_xml, short_properties
from deck.pptx.reader import ReadDeck, most_sections, read_pptx
from deck.pptx.writer import placed, write_pptx
from deck.presentation import Presentation, Slide, Table
from deck.refresh.bodies import WHOLE, Tells
from deck.refresh.document import Document, Graft
from deck.refresh.merged import Merged
from deck.refresh.pages import Page, pages_of
from deck.refresh.plan import Continued
from deck.refresh.slides import KnownSlide, patch_slide
from deck.refresh.stamp import release
from deck.refresh.tables import TableLine, carry_rows, rows_on
from deck.template.model import Template

P14 = f"{{{names.P14}}}"
OWN = "own:"
"""Before the part's name: the key of a slide that is the owner's."""


@dataclass(frozen=True)
class Written:
    """A presentation as we would write it in the owner's look."""

    package: Package
    deck: ReadDeck
    pages: dict[str, list[Page]]
    placed: PlacedBoxes


def written(presentation: Presentation, template: Template, problems: Diagnostics | None = None) -> Written:
    laid_out = lay_out(presentation, template, problems or Diagnostics())
    package = write_pptx(presentation, laid_out)
    deck = read_pptx(package)
    return Written(package, deck, pages_of(deck, presentation.lang), placed(laid_out))


def order_of(deck: ReadDeck, pages: dict[str, list[Page]]) -> tuple[list[str], dict[str, str]]:
    """The file's slides as keys in order (a slide of several pages once, where its first one stands),
    and each own slide's part → its key."""
    ours = {page.part: slide for slide, group in pages.items() for page in group}
    own = {piece.part: f"{OWN}{piece.part}" for piece in deck.slides if piece.part not in ours}
    keys = [ours.get(piece.part) or own.get(piece.part, "") for piece in deck.slides]
    return [key for key in dict.fromkeys(keys) if key], own


@dataclass(frozen=True)
class Stage:
    """A deck while the merge is applied to it. `now`: what it says; `base`: as it was when it was made; `known`: as we would
    write it, of the base and of what it says now; `fresh`: as merged. `layouts`: part of a layout in `fresh` → its name in the
    document, where it has another. `tells`: what of a paragraph tells of its owner."""

    document: Document
    deck: ReadDeck
    mine: dict[str, list[Page]]
    now: Presentation
    base: Presentation
    known: tuple[Written, ...]
    fresh: Written
    layouts: Mapping[str, str]
    tells: Tells = WHOLE
    continued: Continued = field(default_factory=dict)


def patch(stage: Stage, merged: Merged) -> None:
    """Make the document say what was merged. Parts that the merge did not touch keep their bytes."""
    document, deck, mine, now, base, fresh = stage.document, stage.deck, stage.mine, stage.now, stage.base, stage.fresh
    graft = Graft(document, fresh.package, {**stage.layouts, **names_of(document, mine, fresh)})
    parts: dict[str, list[str]] = {}
    for slide in merged.presentation.slides:
        pages, old, was = mine.get(slide.id), now.slide(slide.id), base.slide(slide.id)
        new = fresh.pages[slide.id]
        if not pages or old is None or was is None:
            parts[slide.id] = [bring(graft, page.part) for page in new]
            continue
        sides = [tuple(side.pages.get(slide.id, ())) for side in stage.known]
        known = KnownSlide(
            tuple(pages),
            fresh=tuple(new),
            base=sides[0],
            said=sides[-1],
            tells=stage.tells,
            continued=merged.plan.continued,
            was_continued=stage.continued,
        )
        rows = {slot.id: rows_on(known.mine, slot) for slot in was.slots if isinstance(slot.block, Table)}
        full = {page.part for page in pages if page.bears({slot.id: None for slot in old.slots})}
        wanted = patch_slide(graft, known, old, was, slide, base.lang)
        parts[slide.id] = [
            page.part if any(page is own for own in pages) else _bring_more(graft, page, slide, rows, tells=stage.tells)
            for page in wanted
        ]
        # A page that is no longer needed, and holds what its owner put there, is a slide of theirs from now on.
        parts[slide.id] += [page.part for page in pages if page.part in full and page not in wanted]
    for slide in merged.released:
        for page in mine.get(slide, ()):
            release(document, page.part)
        parts[slide] = [page.part for page in mine.get(slide, ())]
    own = {f"{OWN}{piece.part}": [piece.part] for piece in deck.slides}
    order = shown_order([parts.get(key) or own.get(key, []) for key in merged.order], [piece.part for piece in deck.slides])
    sections = {part: slide.section for slide in merged.presentation.slides if slide.id not in mine for part in parts[slide.id]}
    arrange(document, deck, merged.presentation, order, sections)
    _properties(document, now, merged)


def shown_order(groups: Iterable[Sequence[str]], before: Sequence[str]) -> list[str]:
    """Slides in the show's order. `groups`: the pages of each slide; `before`: the file's slides. Pages that their owner has put
    in another order, or apart, stay so: each goes after what stood before it, where that does not part it from a slide that
    moved."""
    place = {part: n for n, part in enumerate(before)}
    result: list[str] = []
    later: list[str] = []
    more: dict[str, list[str]] = {}
    for group in groups:
        there = sorted((part for part in group if part in place), key=place.__getitem__)
        new = [part for part in group if part not in place]
        apart = bool(there) and place[there[-1]] - place[there[0]] >= len(there)
        result += there[:1] if apart else [*there, *new]
        if apart:
            later += there[1:]
            more[there[-1]] = new
    for part in sorted(later, key=place.__getitem__):
        behind = next((before[n] for n in range(place[part] - 1, -1, -1) if before[n] in result), None)
        at = result.index(behind) + 1 if behind is not None else 0
        result[at:at] = [part, *more.get(part, ())]
    return result


def names_of(document: Document, mine: dict[str, list[Page]], fresh: Written) -> dict[str, str]:
    """Where each newly written slide goes: the owner's page of the same id, else a part of its own."""
    names: dict[str, str] = {}
    for slide, pages in fresh.pages.items():
        here = {page.piece.number: page.part for page in mine.get(slide, ())}
        for page in pages:
            name = here.get(page.piece.number)
            if name is None:
                name = document.free("ppt/slides/slide1.xml")
                document.parts[name] = b""
            names[page.part] = name
    return names


def bring(graft: Graft, part: str) -> str:
    """A newly written slide into the document, under the name that it was given."""
    name = graft.names[part]
    graft.bring(part, name)
    return name


def _bring_more(graft: Graft, page: Page, slide: Slide, rows: Mapping[str, Mapping[str, TableLine]], *, tells: Tells) -> str:
    """A page that the slide needs more than before; rows that the owner's tables lose to it keep their XML."""
    part = bring(graft, page.part)
    for slot in slide.slots:
        if isinstance(slot.block, Table):
            carry_rows(graft, rows.get(slot.id, {}), page, part, slot, tells=tells)
    return part


# --- the show's order -----------------------------------------------------------------------------------------------------------


def arrange(document: Document, deck: ReadDeck, said: Presentation, order: list[str], sections: dict[str, str]) -> None:
    """p:sldIdLst and the sections, and parts that no slide uses any more. `said`: whose sections they are; `sections`: new part →
    the section that it begins or joins."""
    main = document.main
    root = document.tree(main)
    for part in [name for name in document.parts if name.startswith("ppt/slides/") and document.parts[name] == b""]:
        del document.parts[part]
    shown = [piece.part for piece in deck.slides]
    kept = {piece.part: piece.sld_id for piece in deck.slides if piece.part in order}
    gone = [part for part in shown if part not in kept]
    if order != shown:
        holder = need(root, "p:sldIdLst")
        targets = {rel.id: rel.target for rel in document.rels[main]}
        items = {targets.get(item.get(qn("r:id"), ""), ""): item for item in holder}
        for item in list(holder):
            holder.remove(item)
        number = max([255, *(piece.sld_id for piece in deck.slides)])
        for place, part in enumerate(order, 1):
            item = items.get(part)
            if item is None:
                _number(document, part, place)
                number += 1
                rid = document.relate(main, f"{REL}/slide", part)
                item = etree.SubElement(holder, qn("p:sldId"), {"id": str(number), qn("r:id"): rid})
                kept[part] = number
            else:
                holder.append(item)
        _shows(root, {rel.id for rel in document.rels[main] if rel.target in gone})
    if gone:
        document.drop([*gone, *(page for part in gone if (page := document.one(part, "notesSlide")))])
    _sections(root, said, [kept[part] for part in order], {kept[part]: name for part, name in sections.items()}, order != shown)


def _number(document: Document, part: str, place: int) -> None:
    """A new slide's number as it shows before a program works it out (21.1.2.2.4)."""
    for item in document.tree(part).iter(qn("a:fld")):
        words = child(item, "a:t")
        if item.get("type") == "slidenum" and words is not None:
            words.text = str(place)


def _shows(root: Element, gone: set[str]) -> None:
    """Custom shows (19.2.1.7) without slides that are gone."""
    shows = child(root, "p:custShowLst")
    for item in list(shows.iter(qn("p:sld"))) if shows is not None else ():
        if item.get(qn("r:id")) in gone:
            detach(item)


def _sections(root: Element, said: Presentation, order: list[int], new: dict[int, str], moved: bool) -> None:
    """p14:sectionLst ([MS-PPTX] 2.2.3.14): names merged; each slide in one section, sections in the order of the show."""
    listed = next((item for item in root.iter(f"{P14}sectionLst")), None)
    if listed is None:
        return
    most = most_sections(len(said.slides) + len(listed))
    titles = {guid("section", item.id, str(n)): (item.id, item.title) for item in said.sections for n in range(most)}
    for item in listed:
        ours = titles.get(item.get("id", "").upper())
        if ours and item.get("name") != ours[1]:
            item.set("name", ours[1])
    if not moved:
        return
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


# --- what the file says of itself -----------------------------------------------------------------------------------------------

DC = f"{{{names.DC}}}"


def _properties(document: Document, now: Presentation, merged: Merged) -> None:
    """The document's title, and our short properties; all else that the owner wrote there stays."""
    core = document.one("", "core-properties")
    if core is not None and now.title != merged.presentation.title:
        title = document.tree(core).find(f"{DC}title")
        if title is not None:
            title.text = merged.presentation.title
    custom = document.one("", "custom-properties")
    values = short_properties(replace(merged.base, release=merged.presentation.release))
    if custom is not None:
        document.parts[custom] = custom_xml(document.parts[custom], values)
    else:
        part = document.free("docProps/custom.xml")
        document.put(part, custom_xml(None, values), "application/vnd.openxmlformats-officedocument.custom-properties+xml")
        document.relate("", f"{REL}/custom-properties", part)


def core_title(deck: ReadDeck) -> str | None:
    """dc:title as the file has it; None where there is no such part."""
    root = deck.sheets.root(deck.package.one("", "core-properties"))
    if root is None:
        return None
    found = root.find(f"{DC}title")
    return (found.text or "") if found is not None else ""


__all__ = ["OWN", "Written", "arrange", "bring", "core_title", "names_of", "order_of", "patch", "written"]
