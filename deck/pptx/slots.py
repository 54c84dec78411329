"""A slide's slots read back: the words as they stand in its shapes now, by their ids for life."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from deck.drawing import numbers
from deck.drawing.names import Element, child, local, qn, yes
from deck.drawing.pictures import FORMATS
from deck.drawing.scene import is_decorative
from deck.drawing.sheet import Sheet, placeholder_of, properties_of, walk
from deck.package import Package
from deck.pptx.identity import alt_of, creation_of, guid, proves_itself, slot_of_name
from deck.pptx.words import ACTION, chart_data, link_of, picture_media, read_paragraphs, read_rows, words_of
from deck.presentation import WORDS, Block, Chart, Diagram, Item, Link, Map, Paragraph, Picture, QrCode, Table, Text


@dataclass(frozen=True)
class SlideReader:
    """Reads the slots of one physical slide. `ids`: slide part → slide id, for links; `elsewhere`: also for those that are no
    link to a slide or an address, by what a click does instead."""

    package: Package
    sheet: Sheet
    slide_id: str
    lang: str
    ids: Mapping[str, str]
    elsewhere: bool = False

    @cached_property
    def shapes(self) -> list[Element]:
        return list(walk(self.sheet.tree))

    @cached_property
    def _by_creation(self) -> dict[str, Element]:
        return {mark: shapes[0] for mark, shapes in self.marked.items()}

    @cached_property
    def _by_name(self) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for shape in self.shapes:
            props = properties_of(shape)
            found.setdefault(slot_of_name(props.get("name", "")) if props is not None else "", shape)
        return found

    @cached_property
    def marked(self) -> Mapping[str, Sequence[Element]]:
        """The shapes by their ids for life, those with the same id in painter's order; all without one are at ""."""
        found: dict[str, list[Element]] = {}
        for shape in self.shapes:
            found.setdefault(creation_of(shape), []).append(shape)
        return found

    def find(self, *path: str) -> Element | None:
        """The shape of a slot, or of a key within it: by its id for life, else by its name."""
        return self._by_creation.get(guid(self.slide_id, *path)) if path else None

    def slot_shape(self, slot: str) -> Element | None:
        found = self.find(slot)
        return found if found is not None else self._by_name.get(slot)

    def target(self, part: str) -> str | None:
        return part if self.elsewhere and part.startswith(ACTION) else self.ids.get(part)

    def paragraphs(self, shape: Element) -> tuple[Paragraph, ...]:
        ph = placeholder_of(shape)
        kind = ph.get("type", "obj") if ph is not None else None
        above = self.sheet.inherited(kind, numbers.index(ph.get("idx"), 0)) if ph is not None and kind is not None else ()
        return read_paragraphs(shape, self.sheet, self.lang, self.target, kind, (shape, *above))

    def words(self, shape: Element) -> str:
        return words_of(shape)

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
        """The link of a part: the whole shape's, else the one that all its words have. A link on some of them is theirs who
        set it there, and no link of the item's."""
        shape = self.find(slot, part)
        if shape is None:
            return was
        whole_shape = link_of(properties_of(shape), self.package, self.sheet.part, self.target)
        links = {run.link for para in self.paragraphs(shape) for run in para.runs if run.text.strip()}
        return whole_shape or (links.pop() if len(links) == 1 else None)


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
