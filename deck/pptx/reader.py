"""A deck read back: its slides and slots by their ids for life, the words as they stand in its shapes now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from deck.drawing import numbers
from deck.drawing.names import child, local, qn
from deck.drawing.sheet import Sheets, walk
from deck.package import Package, open_package
from deck.pptx.identity import PART_TAG, SLIDE_TAG, creation_of, guid
from deck.pptx.manifest import Manifest, PlacedBoxes, read_manifest, read_properties
from deck.pptx.pages import merged_blocks, without_counter
from deck.pptx.slots import SlideReader
from deck.presentation import ON_EACH_PAGE, WORDS, Block, Diagram, Paragraph, Presentation, Section, Slide, Slot


@dataclass(frozen=True)
class ReadSlide:
    """A physical slide: its part, what its tags say ("" where it has none), and its place among continuations."""

    part: str
    sld_id: int
    slide: str = ""
    number: int = 1
    parts: int = 1
    creation: int = 0

    @property
    def id(self) -> str:
        return self.slide if self.number == 1 else f"{self.slide}#{self.number}"


@dataclass(frozen=True)
class ReadDeck:
    """A package and what of ours is in it. `presentation` None: it is no deck of ours, or its manifest is gone."""

    package: Package
    slides: tuple[ReadSlide, ...]
    manifest: Manifest | None
    properties: Mapping[str, str] = field(default_factory=dict)
    sheets: Sheets = field(default=None, repr=False, compare=False)  # type: ignore[assignment]

    @cached_property
    def presentation(self) -> Presentation | None:
        """The deck as its shapes say it now, what they do not say from the manifest's base."""
        return presentation_of(self, self.manifest.base) if self.manifest else None


def read_pptx(
    source: Path | bytes | Package, name: str = "", sheets: Sheets | None = None, manifest: Manifest | None = None
) -> ReadDeck:
    """Read a deck; `sheets`: its trees, where they are parsed already; `manifest`: what it remembers, where it was written here
    and now. Raises InputError and UsageError as open_package does."""
    package = source if isinstance(source, Package) else open_package(source, name)
    sheets = sheets or Sheets(package)
    holder = child(sheets.root(package.main), "p:sldIdLst")
    targets = {rel.id: rel.target for rel in package.rels.get(package.main, ()) if not rel.external}
    slides = []
    for item in holder if holder is not None else ():
        part = targets.get(item.get(qn("r:id"), ""), "")
        if part in package.parts:
            slides.append(_read_slide(sheets, part, numbers.index(item.get("id"), 0)))
    return ReadDeck(package, tuple(slides), manifest or read_manifest(package), read_properties(package), sheets)


def tags_of(sheets: Sheets, part: str) -> dict[str, str]:
    """All tags of a slide (19.3.3.3)."""
    found: dict[str, str] = {}
    for rel in sheets.package.related(part, "tags"):
        root = sheets.root(rel.target)
        found |= {
            item.get("name", ""): item.get("val", "") for item in (root if root is not None else ()) if local(item) == "tag"
        }
    return found


def _read_slide(sheets: Sheets, part: str, sld_id: int) -> ReadSlide:
    tags = tags_of(sheets, part)
    here, _slash, of = tags.get(PART_TAG, "1/1").partition("/")
    root = sheets.root(part)
    extensions = child(root, "p:cSld", "p:extLst")
    mark = next((item for item in extensions.iter() if local(item) == "creationId"), None) if extensions is not None else None
    return ReadSlide(
        part,
        sld_id=sld_id,
        slide=tags.get(SLIDE_TAG, ""),
        number=numbers.index(here, 1),
        parts=numbers.index(of, 1),
        creation=numbers.index(mark.get("val"), 0) if mark is not None else 0,
    )


def notes_of(package: Package, sheets: Sheets, part: str, lang: str, ids: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """The words of a slide's notes page."""
    page = package.one(part, "notesSlide")
    if page is None:
        return ()
    sheet = sheets.sheet(page)
    reader = SlideReader(package, sheet=sheet, slide_id="", lang=lang, ids=ids)
    for kind, _idx, shape in sheet.placeholders:
        if kind == "body":
            found = reader.paragraphs(shape)
            return () if len(found) == 1 and not found[0].runs else found
    return ()


def _without_deleted(block: Block, slot: Slot, readers: Sequence[SlideReader]) -> Block | None:
    """A diagram without the items that its owner took away: none of their parts is on any page, and no shape is there that might
    be one of them, its name lost. None where the shapes are those of another diagram."""
    if not isinstance(block, Diagram):
        return block
    groups = [(reader, group) for reader in readers if (group := reader.slot_shape(slot.id)) is not None]
    marks: dict[str, set[str]] = {
        item.id: {guid(reader.slide_id, slot.id, block.how.part(item.id, field)) for reader, _g in groups for field in WORDS}
        for item in block.items
    }
    there = {creation_of(shape) for _reader, group in groups for shape in walk(group)}
    present = {item for item, own in marks.items() if own & there}
    known = set().union(*marks.values()) if marks else set()
    strangers = [
        shape
        for reader, group in groups
        for shape in walk(group)
        if creation_of(shape) not in known
        and not reader.wrote(slot.id, shape)
        and child(shape, "p:txBody") is not None
        and reader.words(shape).strip()
    ]
    if not present and strangers and all(map(creation_of, strangers)):
        return None
    if strangers or not present:
        return block
    return replace(block, items=tuple(item for item in block.items if item.id in present))


def shown_on(placed: PlacedBoxes, slide: str) -> frozenset[str]:
    """The slots that we put on a slide's pages; none where that is not known."""
    return frozenset(slot for page, slots in placed.items() if page.partition("#")[0] == slide for slot in slots)


def read_slide(
    deck: ReadDeck,
    pieces: list[ReadSlide],
    base: Slide,
    lang: str,
    ids: Mapping[str, str],
    placed: PlacedBoxes,
    *,
    elsewhere: bool = False,
) -> Slide:
    """A slide of the base as `pieces`, its physical slides in order, say it now. A slot whose shape is gone is left out; one that
    never had any, for the template has no place for it, says what it said. `elsewhere`: as for `presentation_of`."""
    shown = shown_on(placed, base.id)
    slots: list[Slot] = []
    readers = [
        SlideReader(deck.package, sheet=deck.sheets.sheet(piece.part), slide_id=piece.id, lang=lang, ids=ids, elsewhere=elsewhere)
        for piece in pieces
    ]
    for slot in base.slots:
        blocks: list[Block] = []
        for piece, reader in zip(pieces, readers, strict=True):
            shape = reader.slot_shape(slot.id)
            if shape is None or (slot.role in ON_EACH_PAGE and blocks):
                continue
            block = reader.block(slot.id, shape, slot.block)
            if block is not None:
                blocks.append(
                    without_counter(block, piece.number, piece.parts) if slot.role == "title" and piece.parts > 1 else block
                )
        if shown and slot.id not in shown and not blocks:
            slots.append(slot)
        elif blocks:
            block = _without_deleted(merged_blocks(blocks, slot.block), slot, readers)
            slots += [replace(slot, block=block)] if block is not None else []
    found = replace(base, slots=tuple(slots), notes=notes_of(deck.package, deck.sheets, pieces[0].part, lang, ids))
    # What is known of a slide of the base is known of one that says the same.
    return base if found == base else found


OWN = "own:"
"""Before a slide's number in the file: the key of one that is the owner's."""


def presentation_of(
    deck: ReadDeck, base: Presentation, placed: PlacedBoxes | None = None, *, elsewhere: bool = False
) -> Presentation:
    """The deck as its shapes say it now; what they do not say is `base`'s. Slides and slots that are gone are left out. `placed`:
    where we put them, for a deck that has lost its memory of it. `elsewhere`: with links to what is no slide of the base, by keys
    that no slide of a presentation has: a slide of the owner's ("own:256"), a later page ("why#2"), what a click does instead
    ("ppaction://…")."""
    placed = deck.manifest.placed if deck.manifest is not None else placed or {}
    ids: dict[str, str] = {}
    for item in deck.slides:
        if item.slide and item.number == 1:
            ids.setdefault(item.part, item.slide)
        elif elsewhere:
            ids.setdefault(item.part, item.id if item.slide else f"{OWN}{item.sld_id}")
    seen: dict[str, list[ReadSlide]] = {}
    for item in deck.slides:
        pieces = seen.setdefault(item.slide, [])
        if item.slide and item.number not in [piece.number for piece in pieces]:
            pieces.append(item)
    slides = []
    for slide_id, pieces in seen.items():
        known = base.slide(slide_id)
        if known is not None and pieces:
            # Pages that change places say what they said.
            pieces.sort(key=lambda piece: piece.number)
            slides.append(read_slide(deck, pieces, known, base.lang, ids, placed, elsewhere=elsewhere))
    return replace(base, slides=tuple(slides), sections=_sections(deck, base))


def most_sections(count: int) -> int:
    """Up to which number sections are looked for: one a slide when the deck was made, and slides may have gone since."""
    return max(300, count)


def _sections(deck: ReadDeck, base: Presentation) -> tuple[Section, ...]:
    """The base's sections with the names that the file has for them now."""
    root = deck.sheets.root(deck.package.main)
    names = (
        {item.get("id", "").upper(): item.get("name", "") for item in root.iter() if local(item) == "section"}
        if root is not None
        else {}
    )
    found = []
    most = most_sections(len(base.slides) + len(names))
    for section in base.sections:
        own = next((names[key] for n in range(most) if (key := guid("section", section.id, str(n))) in names), section.title)
        found.append(replace(section, title=own))
    return tuple(found)
