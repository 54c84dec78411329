"""A slide and its blocks, made from its structure, its words and the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from deck.compose.amounts import number_format
from deck.compose.county import county_areas, county_around, place_around
from deck.compose.figures import figure
from deck.compose.foot import provenance
from deck.compose.made import OWN, made_block, members
from deck.compose.menu import rows_left
from deck.compose.notes import notes_of
from deck.compose.occasion import Occasion
from deck.compose.teller import Teller
from deck.content.blocks import (
    ChartBlock,
    DiagramBlock,
    FigureBlock,
    LineBlock,
    MadeBlock,
    MapBlock,
    MembersBlock,
    PictureBlock,
    QrBlock,
    TableBlock,
    TextBlock,
)
from deck.content.markup import TIE
from deck.content.phrase import PARTED
from deck.errors import InputError
from deck.presentation import (
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Map,
    Paragraph,
    Picture,
    QrCode,
    Row,
    Run,
    Series,
    Slide,
    Slot,
    Table,
    Text,
    credit_role,
)

_ENDS = re.compile(r"(?<=\w) (\d+)$")
_WHOLE = ("object", "body")
"""Roles in which a map has the slide to itself, and names its areas."""


def slide_of(setting: Occasion, section: str, name: str) -> Slide:
    """Raises InputError with every fault."""
    tell = Teller(setting, name)
    model = setting.content.slides[name]
    slots = [slot for key, block in model.slots.items() for slot in _slots(tell, name, key, model.role(key), block)]
    slots += provenance(tell, name, model)
    notes = notes_of(tell, name, model)
    if tell.faults:
        raise InputError(tell.faults)
    return Slide(
        name,
        kind=model.kind,
        slots=tuple(slots),
        notes=notes,
        section=section,
        sources=model.statement_sources(),
        own=model.own,
    )


def _slots(tell: Teller, name: str, slot: str, role: str, block: Any) -> list[Slot]:
    """The block in its slot, and where it is a picture, whose it is in another."""
    blocks = {slot: (role, MAKERS[type(block)](tell, name, slot, block))}
    if isinstance(block, PictureBlock) and (runs := tell.runs(name, slot, "credit")):
        blocks[credit_role(slot)] = (credit_role(role), Text((Paragraph(runs),)))
    own = isinstance(block, MadeBlock) and block.block in OWN
    return [Slot(key, where, made, own) for key, (where, made) in blocks.items() if made is not None]


def _line(tell: Teller, name: str, slot: str, _block: LineBlock) -> Text | None:
    runs = tell.runs(name, slot)
    if tell.content.slides[name].role(slot) == "title":
        runs = _tied(_marked(runs, f"{tell.term('suggestion')}:"))
    return Text((Paragraph(runs),)) if runs else None


def _tied(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A number that ends a title stands by the word before it, in the names that come from variables, too: no line "2030"."""
    if not runs or not (words := _ENDS.sub(f"{TIE}\\1", runs[-1].text)) or words == runs[-1].text:
        return runs
    return (*runs[:-1], replace(runs[-1], text=words))


def _picture(tell: Teller, name: str, slot: str, block: PictureBlock) -> Picture:
    return replace(tell.content.pictures[(name, slot)], alt=tell.plain(name, slot, "alt"), decorative=block.decorative)


def _map(tell: Teller, name: str, slot: str, _block: MapBlock) -> Map:
    highlight = None if tell.setting.place.is_county else tell.setting.place.code
    places, county = tell.setting.places, tell.setting.county.code
    named = tell.content.slides[name].role(slot) in _WHOLE
    around = place_around(places, county, highlight) if highlight and not named else county_around(places, county)
    alt, caption = tell.plain(name, slot, "alt"), tell.plain(name, slot, "caption")
    return Map(county_areas(places, county), alt=alt, caption=caption, highlight=highlight, around=around, named=named)


def _qr(tell: Teller, name: str, slot: str, block: QrBlock) -> QrCode:
    url = tell.content.sources[block.source].url
    return QrCode(url, tell.plain(name, slot, "label"), tell.plain(name, slot, "alt"), tell.lang_of(name, slot, "label"))


def _text(tell: Teller, name: str, slot: str, block: TextBlock) -> Text:
    paragraphs = []
    for item, statement in block.items.items():
        runs = tell.runs(name, slot, item)
        if runs:
            paragraphs.append(Paragraph(runs, statement.level, statement.list or block.list))
    return Text(tuple(paragraphs))


def _diagram(tell: Teller, name: str, slot: str, block: DiagramBlock) -> Diagram:
    def words(item: str, field: str) -> str:
        return tell.plain(name, slot, "items", item, field).replace(PARTED, "\n")

    def strong(item: str) -> str:
        spans = tell.spans(name, slot, "items", item, "title") if "strong" in block.form.fields else ()
        return "\n".join(words for span in spans if span.bold and (words := span.text.strip()))

    items = tuple(
        Item(
            item,
            title=words(item, "title"),
            text=words(item, "text"),
            key=words(item, "key") or given.key,
            link=tell.link(given.link),
            group=given.group,
            value=given.value,
            strong=strong(item),
        )
        for item, given in rows_left(tell.content, block).items()
    )
    alt, caption = tell.plain(name, slot, "alt"), tell.plain(name, slot, "caption").replace(PARTED, "\n")
    return Diagram(
        block.block, items=items, alt=alt, columns=block.columns, caption=caption, lang=tell.lang_of(name, slot, "alt")
    )


def _table(tell: Teller, name: str, slot: str, block: TableBlock) -> Table:
    head = Row("head", tuple(Cell((Paragraph(tell.runs(name, slot, "columns", c)),)) for c in block.columns))
    rows = [Row(r, tuple(Cell((Paragraph(tell.runs(name, slot, "rows", r, c)),)) for c in block.columns)) for r in block.rows]
    total = sum(column.width for column in block.columns.values())
    widths = tuple(column.width / total for column in block.columns.values())
    return Table((head, *rows), widths, tell.plain(name, slot, "alt"), block.first_column)


def _chart(tell: Teller, name: str, slot: str, block: ChartBlock) -> Chart:
    items = list(block.categories)
    labels = tuple(tell.plain(name, slot, "labels", item) for item in items)
    return Chart(
        block.chart,
        categories=tuple(tell.plain(name, slot, "categories", item) for item in items),
        series=(Series(tell.plain(name, slot, "series"), tuple(point.value for point in block.categories.values())),),
        alt=tell.plain(name, slot, "alt"),
        labels=labels if all(labels) else (),
        highlight=items.index(block.highlight) if block.highlight else None,
        number_format=number_format(tuple(point.value for point in block.categories.values())),
        lang=tell.lang_of(name, slot, "series"),
    )


def _marked(runs: tuple[Run, ...], mark: str) -> tuple[Run, ...]:
    """A title whose first words say that it is a suggestion, with those words emphasised."""
    if not runs or len(mark) < 2 or not runs[0].text.startswith(f"{mark} "):
        return runs
    first = runs[0]
    return (replace(first, text=mark, bold=True), replace(first, text=first.text[len(mark) :]), *runs[1:])


MAKERS: Mapping[type, Callable[[Teller, str, str, Any], Block | None]] = {
    LineBlock: _line,
    TextBlock: _text,
    DiagramBlock: _diagram,
    TableBlock: _table,
    ChartBlock: _chart,
    PictureBlock: _picture,
    MapBlock: _map,
    MembersBlock: members,
    QrBlock: _qr,
    FigureBlock: figure,
    MadeBlock: made_block,
}
