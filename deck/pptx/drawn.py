"""A page's own shapes as PresentationML, drawn once for all slides that share it; footer and number are each slide's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from deck.layout.model import LaidOutDeck, LaidOutSlide, Placed, PlacedChart, PlacedGroup, PlacedPicture, PlacedTable, PlacedText
from deck.memory import Itself
from deck.pptx import chart as charts
from deck.pptx import table as tables
from deck.pptx.dress import Dress, dress_of
from deck.pptx.shapes import WritingSlide, group_shape, picture_shape, text_shape
from deck.presentation import Chart, Link, Picture, Slide, Text
from deck.template.model import Role, ThemeColor

Told = tuple[str, int, bool]
"""Of a shape: its slot's role, the number that a list begins with, and whether links take the theme's colour there."""
InksOn = tuple[tuple[ThemeColor, ThemeColor], ...]
"""Fill → the text colour that reads on it."""


@dataclass(frozen=True, slots=True)
class PageChart:
    """`id`: of the relationship; `xml`: the chart part's; `chart`: what its workbook holds."""

    id: str
    xml: bytes
    chart: Chart


@dataclass(frozen=True, slots=True)
class PagePicture:
    id: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """`xml`: the shapes, in reading order. `last`: the last shape id used. `parts`: charts and pictures, in the order of their
    relationships. `links`: with their relationships' ids. `styles`: table styles by id."""

    xml: str
    last: int
    parts: tuple[PageChart | PagePicture, ...]
    links: tuple[tuple[Link, str], ...]
    styles: tuple[tuple[str, str], ...]


def drawn_page(deck: LaidOutDeck, laid: LaidOutSlide, lang: str) -> DrawnPage:
    """The shapes of one slide; nothing in them but its template's layout, not its brand, decides how they are written."""
    template, role = deck.template, deck.role(laid)
    dress = Itself(dress_of(deck.layout(laid), template.body_font, template.heading_font))
    if (cast := laid.cast) is None:
        told, texts = _of_shapes(laid.slide, laid.shapes, role)
        return _drawn(laid.shapes, laid.id, told, lang, dress.value, texts)
    told, texts = _said_once(Itself(laid.slide), Itself(laid.shapes), Itself(role))
    return _shared(Itself(cast.page), laid.id, told, lang, dress, texts)


@lru_cache(maxsize=256)
def _said_once(slide: Itself[Slide], shapes: Itself[tuple[Placed, ...]], role: Itself[Role]) -> tuple[tuple[Told, ...], InksOn]:
    return _of_shapes(slide.value, shapes.value, role.value)


def _of_shapes(slide: Slide, shapes: tuple[Placed, ...], role: Role) -> tuple[tuple[Told, ...], InksOn]:
    """What is to be known of each of a slide's shapes, and of the colours that charts take."""
    roles = {slot.id: slot.role for slot in slide.slots}
    told = tuple(_told(slide, shape, roles.get(shape.slot, "body"), role) for shape in shapes)
    return told, _texts(role) if any(isinstance(shape, PlacedChart) for shape in shapes) else ()


@lru_cache(maxsize=128)
def _shared(
    page: Itself[tuple[Placed, ...]], slide: str, told: tuple[Told, ...], lang: str, dress: Itself[Dress], texts: InksOn
) -> DrawnPage:
    return _drawn(page.value, slide, told, lang, dress.value, texts)


def _drawn(shapes: tuple[Placed, ...], slide: str, told: tuple[Told, ...], lang: str, dress: Dress, texts: InksOn) -> DrawnPage:
    sheet = WritingSlide(slide, lang=lang, dress=dress)
    reads = dict(texts)
    drawn: list[str] = []
    parts: list[PageChart | PagePicture] = []
    styles: dict[str, str] = {}

    def readable(color: ThemeColor) -> ThemeColor:
        return reads.get(color, ThemeColor("bg1"))

    for shape, (kind, start, sheet.link_color) in zip(shapes, told, strict=True):
        if isinstance(shape, PlacedText):
            drawn.append(text_shape(sheet, shape, kind, start))
        elif isinstance(shape, PlacedGroup):
            drawn.append(group_shape(sheet, shape, kind))
        elif isinstance(shape, PlacedTable):
            if said := tables.style_xml(shape, lang, dress):
                styles[tables.style_id(shape, dress)] = said
            drawn.append(tables.table_shape(sheet, shape, kind))
        elif isinstance(shape, PlacedChart):
            # The layout's relationship comes before these.
            rid = f"rIdC{len(parts) + 1}"
            parts.append(
                PageChart(rid, charts.chart_xml(shape, shape.chart.lang or lang, readable, dress.face(shape.font)), shape.chart)
            )
            drawn.append(charts.chart_shape(sheet, shape, kind, rid))
        elif isinstance(shape, PlacedPicture):
            rid = f"rIdP{len(parts) + 1}"
            parts.append(PagePicture(rid, shape.picture))
            drawn.append(picture_shape(sheet, shape, kind, rid))
    return DrawnPage("".join(drawn), sheet.last, tuple(parts), links=tuple(sheet.links.items()), styles=tuple(styles.items()))


def _told(slide: Slide, shape: Placed, kind: str, role: Role) -> Told:
    spot = role.spots.get(kind)
    start = _start(slide, shape) if isinstance(shape, PlacedText) else 1
    return kind, start, (spot.palette if spot else role.layout.palette).link_reads


def _texts(role: Role) -> InksOn:
    found = dict(role.layout.palette.texts)
    for spot in role.spots.values():
        found |= dict(spot.palette.texts)
    return tuple(found.items())


def _start(slide: Slide, shape: PlacedText) -> int:
    """The number that a list continued from the slide before goes on with."""
    slot = slide.slot(shape.slot)
    if not shape.first or slot is None or not isinstance(slot.block, Text):
        return 1
    count = 0
    for paragraph in reversed(slot.block.paragraphs[: shape.first]):
        if paragraph.list != "number" and not paragraph.level:
            break
        count += paragraph.list == "number" and not paragraph.level
    return count + 1
