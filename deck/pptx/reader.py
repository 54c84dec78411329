"""A deck read back: its slides and slots by their ids for life, the words as they stand in its shapes now."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from deck.drawing import numbers
from deck.drawing.names import Element, child, local, qn, yes
from deck.drawing.pictures import FORMATS
from deck.drawing.scene import is_decorative
from deck.drawing.sheet import Sheet, Sheets, placeholder_of, properties_of, walk
from deck.package import Package, open_package
from deck.pptx.identity import PART_TAG, SLIDE_TAG, guid, proves_itself, slot_of_name
from deck.pptx.manifest import Manifest, read_manifest, read_properties
from deck.pptx.words import chart_data, link_of, picture_media, read_paragraphs, read_rows
from deck.presentation import (
    WORDS,
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Link,
    Map,
    Paragraph,
    Picture,
    Presentation,
    QrCode,
    Row,
    Section,
    Slide,
    Slot,
    Table,
    Text,
)

B = TypeVar("B", bound=Block)


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


def read_pptx(source: Path | bytes | Package, name: str = "", sheets: Sheets | None = None) -> ReadDeck:
    """Read a deck; `sheets`: its trees, where they are parsed already. Raises InputError and UsageError as open_package does."""
    package = source if isinstance(source, Package) else open_package(source, name)
    sheets = sheets or Sheets(package)
    holder = child(sheets.root(package.main), "p:sldIdLst")
    targets = {rel.id: rel.target for rel in package.rels.get(package.main, ()) if not rel.external}
    slides = []
    for item in holder if holder is not None else ():
        part = targets.get(item.get(qn("r:id"), ""), "")
        if part in package.parts:
            slides.append(_read_slide(sheets, part, numbers.index(item.get("id"), 0)))
    return ReadDeck(package, tuple(slides), read_manifest(package), read_properties(package), sheets)


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


def creation_of(shape: Element) -> str:
    """The shape's a16:creationId; "" where it has none."""
    props = properties_of(shape)
    mark = next((item for item in props.iter() if local(item) == "creationId"), None) if props is not None else None
    return (mark.get("id") or "").upper() if mark is not None else ""


def alt_of(shape: Element) -> str:
    props = properties_of(shape)
    return props.get("descr", "") if props is not None else ""


@dataclass(frozen=True)
class SlideReader:
    """Reads the slots of one physical slide. `ids`: slide part → slide id, for links."""

    package: Package
    sheet: Sheet
    slide_id: str
    lang: str
    ids: Mapping[str, str]

    @cached_property
    def shapes(self) -> list[Element]:
        return list(walk(self.sheet.tree))

    @cached_property
    def _by_creation(self) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for shape in self.shapes:
            found.setdefault(creation_of(shape), shape)
        return found

    @cached_property
    def _by_name(self) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for shape in self.shapes:
            props = properties_of(shape)
            found.setdefault(slot_of_name(props.get("name", "")) if props is not None else "", shape)
        return found

    def find(self, *path: str) -> Element | None:
        """The shape of a slot, or of a key within it: by its id for life, else by its name."""
        return self._by_creation.get(guid(self.slide_id, *path)) if path else None

    def slot_shape(self, slot: str) -> Element | None:
        found = self.find(slot)
        return found if found is not None else self._by_name.get(slot)

    def target(self, part: str) -> str | None:
        return self.ids.get(part)

    def paragraphs(self, shape: Element) -> tuple[Paragraph, ...]:
        ph = placeholder_of(shape)
        kind = ph.get("type", "obj") if ph is not None else None
        above = self.sheet.inherited(kind, numbers.index(ph.get("idx"), 0)) if ph is not None and kind is not None else ()
        return read_paragraphs(shape, self.sheet, self.lang, self.target, kind, (shape, *above))

    def words(self, shape: Element) -> str:
        return "\n".join(item.text for item in self.paragraphs(shape))

    def block(self, slot: str, shape: Element, base: Block | None) -> Block | None:
        """What the shape says now, as a block of the base's kind where it is one."""
        held = _held(shape)
        how, same = READERS.get(type(base)), True
        if how is None or how[0] != held:
            how, same = next((item for item in READERS.values() if item[0] == held), None), False
        return how[1](self, slot, shape, base if same else None) if how is not None else None

    def _text(self, _slot: str, shape: Element, _base: Text | None) -> Text:
        return Text(self.paragraphs(shape))

    def _picture(self, _slot: str, shape: Element, base: Picture | None) -> Picture | None:
        media = picture_media(shape, self.package, self.sheet.part)
        if media is None:
            return base
        same = base is not None and base.media == media
        width, height = (base.width, base.height) if same and base is not None else _pixels(media.data)
        return Picture(
            media,
            width=width,
            height=height,
            alt=alt_of(shape),
            decorative=is_decorative(properties_of(shape)),
            name=base.name if base else "",
        )

    def _table(self, slot: str, shape: Element, base: Table | None) -> Table | None:
        inner = _graphic(shape)
        if inner is None:
            return None
        rows = read_rows(inner, slot, base, self.package, self.sheet.part, self.lang, self.target)
        grid = child(inner, "a:tblGrid")
        count = len(list(grid)) if grid is not None else 0
        widths = base.widths if base is not None and len(base.widths) == count else (1.0,) * count
        props = child(inner, "a:tblPr")
        first = yes(props.get("firstCol")) if props is not None else False
        return Table(tuple(rows), widths, alt_of(shape), first, base is not None and base.reference)

    def _chart(self, _slot: str, shape: Element, base: Chart | None) -> Chart | None:
        inner = _graphic(shape)
        rid = inner.get(qn("r:id"), "") if inner is not None else ""
        part = next((rel.target for rel in self.package.rels.get(self.sheet.part, ()) if rel.id == rid), None)
        return chart_data(self.sheet.sheets.root(part), base, alt_of(shape))

    def wrote(self, slot: str, shape: Element) -> bool:
        """Whether a shape of a slot's group proves that it is ours."""
        props = properties_of(shape)
        return props is not None and proves_itself(self.slide_id, slot, props.get("name", ""), creation_of(shape))

    def _said(self, slot: str, key: str, was: str) -> str:
        """The words of a drawn block's part now."""
        found = self.find(slot, key)
        return self.words(found) if found is not None else was

    def _diagram(self, slot: str, shape: Element, base: Diagram | None) -> Diagram | None:
        if base is None:
            return None
        items = tuple(self._item(slot, base, item) for item in base.items)
        return replace(base, items=items, alt=alt_of(shape), caption=self._said(slot, "caption", base.caption))

    def _qr_code(self, slot: str, shape: Element, base: QrCode | None) -> QrCode | None:
        return replace(base, label=self._said(slot, "label", base.label), alt=alt_of(shape)) if base is not None else None

    def _map(self, slot: str, shape: Element, base: Map | None) -> Map | None:
        return replace(base, caption=self._said(slot, "caption", base.caption), alt=alt_of(shape)) if base is not None else None

    def _item(self, slot: str, base: Diagram, item: Item) -> Item:
        """An item, with the words and the link that its parts have now."""
        form = base.how
        spoken = {
            field: self._said(slot, form.part(item.id, field), getattr(item, field)) for field in WORDS if field in form.fields
        }
        leads = "title" if "title" in form.fields else "text"
        link = self._item_link(slot, form.part(item.id, leads), item.link) if "link" in form.fields else item.link
        return replace(item, link=link, **spoken)

    def _item_link(self, slot: str, part: str, was: Link | None) -> Link | None:
        """The link of a part: the whole shape's, else its words'."""
        shape = self.find(slot, part)
        if shape is None:
            return was
        whole_shape = link_of(properties_of(shape), self.package, self.sheet.part, self.target)
        runs = [run for para in self.paragraphs(shape) for run in para.runs]
        return whole_shape or next((run.link for run in runs if run.link), None)


READERS: Mapping[type, tuple[str, Callable[[SlideReader, str, Element, Any], Block | None]]] = {
    Text: ("txBody", SlideReader._text),
    Table: ("tbl", SlideReader._table),
    Chart: ("chart", SlideReader._chart),
    Picture: ("pic", SlideReader._picture),
    Diagram: ("grpSp", SlideReader._diagram),
    QrCode: ("grpSp", SlideReader._qr_code),
    Map: ("grpSp", SlideReader._map),
}
"""How each kind of block is read: from a shape that holds this, with what it was where that was of its kind."""


def _held(shape: Element) -> str:
    """What a shape holds: "pic", "grpSp", "tbl", "chart" or "txBody"; "" where that is nothing of ours."""
    name = local(shape)
    if name == "graphicFrame":
        inner = _graphic(shape)
        return local(inner) if inner is not None else ""
    return name if name in ("pic", "grpSp") else "txBody" if child(shape, "p:txBody") is not None else ""


def _graphic(shape: Element) -> Element | None:
    """A frame's table or chart."""
    data = child(shape, "a:graphic", "a:graphicData")
    return next((item for item in data if local(item) in ("tbl", "chart")), None) if data is not None else None


def _pixels(data: bytes) -> tuple[int, int]:
    import io

    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            return image.size
    except Exception:
        return 0, 0


_COUNTER = re.compile(r" \(\d{1,3} (?:av|af|/|von|of) \d{1,3}\)$")
"""As of_parts writes it, whatever the numbers: pages come and go."""


def without_counter(block: B, number: int = 0, parts: int = 0) -> B:
    """A continued title without its " (1 av 2)"; that of page `number` of `parts` goes wherever its owner has written behind
    it."""
    if not isinstance(block, Text) or not block.paragraphs or not block.paragraphs[-1].runs:
        return block
    *before, last = block.paragraphs
    own = re.compile(rf" \({number} (?:av|af|/|von|of) {parts}\)(?!\w)")
    texts = [run.text for run in last.runs]
    texts[-1] = _COUNTER.sub("", texts[-1])
    if parts > 1 and texts[-1] == last.runs[-1].text:
        texts = [own.sub("", text, count=1) for text in texts]
    if texts == [run.text for run in last.runs]:
        return block
    runs = tuple(replace(run, text=text) for run, text in zip(last.runs, texts, strict=True) if text)
    return replace(block, paragraphs=(*before, replace(last, runs=runs)))


def is_counter(words: str) -> bool:
    """Whether words are a page's counter, " (1 av 2)", and nothing else."""
    return _COUNTER.fullmatch(words) is not None


def _in_columns(block: Table, first: Table) -> Table:
    """A later page's table with the columns of the first page's, known by their headings: one that is not there is empty."""
    if not block.rows or not first.rows or len(block.rows[0].cells) == len(first.rows[0].cells):
        return block
    words = [cell.text for cell in block.rows[0].cells]
    places: list[int | None] = []
    for cell in first.rows[0].cells:
        place = next((n for n, word in enumerate(words) if word == cell.text and n not in places), None)
        places.append(place)
    empty = Cell((Paragraph(()),))

    def cells(row: Row) -> tuple[Cell, ...]:
        return tuple(row.cells[n] if n is not None and n < len(row.cells) else empty for n in places)

    return replace(block, rows=tuple(replace(row, cells=cells(row)) for row in block.rows), widths=first.widths)


def merged_blocks(blocks: list[Block], base: Block | None) -> Block:
    """A slot's block over several slides as one: text after text, rows after rows without the repeated header."""
    first = blocks[0]
    if len(blocks) == 1:
        return first
    if all(isinstance(block, Text) for block in blocks):
        return Text(tuple(p for block in blocks if isinstance(block, Text) for p in block.paragraphs))
    if isinstance(first, Table) and all(isinstance(block, Table) for block in blocks):
        header = first.rows[:1]
        names = {row.id for row in header}
        blocks = [_in_columns(block, first) if isinstance(block, Table) else block for block in blocks]
        rest = tuple(
            row
            for block in blocks[1:]
            if isinstance(block, Table)
            for n, row in enumerate(block.rows)
            if n or (row.id not in names and row.cells != header[0].cells)
        )
        return replace(first, rows=(*first.rows, *rest))
    if isinstance(first, Diagram) and isinstance(base, Diagram):
        # Each part has read the base with its own words put in: what differs from the base is what that part says.
        parts = [block.items for block in blocks if isinstance(block, Diagram)]
        best = (next((items[n] for items in parts if items[n] != was), was) for n, was in enumerate(base.items))
        return replace(first, items=tuple(best))
    return first


def notes_of(package: Package, sheets: Sheets, part: str, lang: str, ids: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """The words of a slide's notes page."""
    page = package.one(part, "notesSlide")
    if page is None:
        return ()
    sheet = sheets.sheet(page)
    reader = SlideReader(package, sheet, "", lang, ids)
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


def _shown(deck: ReadDeck, slide: str) -> frozenset[str]:
    """The slots that we put on a slide's pages; none where the manifest does not tell."""
    placed = deck.manifest.placed if deck.manifest is not None else {}
    return frozenset(slot for page, slots in placed.items() if page.partition("#")[0] == slide for slot in slots)


def read_slide(deck: ReadDeck, pieces: list[ReadSlide], base: Slide, lang: str, ids: Mapping[str, str]) -> Slide:
    """A slide of the base as `pieces`, its physical slides in order, say it now. A slot whose shape is gone is left out; one that
    never had any, for the template has no place for it, says what it said."""
    shown = _shown(deck, base.id)
    slots: list[Slot] = []
    readers = [SlideReader(deck.package, deck.sheets.sheet(piece.part), piece.id, lang, ids) for piece in pieces]
    for slot in base.slots:
        blocks: list[Block] = []
        for piece, reader in zip(pieces, readers, strict=True):
            shape = reader.slot_shape(slot.id)
            if shape is None or (slot.role == "title" and blocks):
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
    return replace(base, slots=tuple(slots), notes=notes_of(deck.package, deck.sheets, pieces[0].part, lang, ids))


def presentation_of(deck: ReadDeck, base: Presentation) -> Presentation:
    """The deck as its shapes say it now; what they do not say is `base`'s. Slides and slots that are gone are left out."""
    ids: dict[str, str] = {}
    for item in deck.slides:
        if item.slide and item.number == 1:
            ids.setdefault(item.part, item.slide)
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
            slides.append(read_slide(deck, pieces, known, base.lang, ids))
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
