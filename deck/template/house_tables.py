"""The table style that is a house's own: what its slides' tables have, or what it says new ones have; and where it reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from deck.brand.contrast import TEXT, contrast
from deck.drawing import Sheets
from deck.drawing.color import mix
from deck.drawing.names import child, is_made, qn, yes
from deck.drawing.sheet import Sheet
from deck.drawing.stock_tables import STOCK_TABLES, USUAL, stock_style
from deck.drawing.table import styled
from deck.template.layouts import Drawn
from deck.template.model import HouseCell, HouseTable, Palette, SeatedTable
from deck.template.sampled import Samples, SampleTable

OWN = "{8B5C1E52-6D0B-4C6A-9F5E-2D1F0A7C4E11}"
"""What our own template gives the tables of its decks' owners (branding/standard/make_template.py): generated ones have ours."""
SEVERAL = 2
"""Sample tables that say that what any new one has is meant."""
SEEN = 1.1
"""The contrast from which a cell's fill is told from the ground, and a header's from the rows'."""
_Cells = tuple[tuple[Literal["body", "key", "head"], tuple[str, ...]], ...]
_CELLS: _Cells = (
    ("body", ("wholeTbl",)),
    ("body", ("wholeTbl", "band1H")),
    ("body", ("wholeTbl", "band2H")),
    ("key", ("wholeTbl", "firstCol")),
    ("key", ("wholeTbl", "band1H", "firstCol")),
    ("key", ("wholeTbl", "band2H", "firstCol")),
    ("head", ("wholeTbl", "band2H", "firstRow")),
    ("head", ("wholeTbl", "band2H", "firstCol", "firstRow", "nwCell")),
)
"""Of a table's cells, the parts of a style that hold, the weakest first."""
_UNBANDED: _Cells = tuple(
    dict.fromkeys((kind, tuple(name for name in names if not name.startswith("band"))) for kind, names in _CELLS)
)


def house_table(sheets: Sheets, slides: Iterable[str]) -> SampleTable | None:
    """The style of more than half of the tables on a template's own slides; else the one that it gives new tables, or the only
    one that it defines itself. None where that is the program's own."""
    main = sheets.package.main
    root = sheets.root(sheets.package.one(main, "tableStyles"))
    said = root.get("def", "") if root is not None else ""
    own = [item.get("styleId", "") for item in root.iterchildren(qn("a:tblStyle"))] if root is not None else []
    known = {item for item in (*own, *STOCK_TABLES) if item and item != OWN and not is_made(item)}
    shown = Counter(_tables(sheets, slides))
    if shown:
        (style, banded), count = shown.most_common(1)[0]
        if 2 * count > shown.total() and style in known and (style != USUAL or count >= SEVERAL):
            return SampleTable(style, banded)
    if said in known and said != USUAL:
        return SampleTable(said)
    made = [item for item in own if item in known and item not in STOCK_TABLES]
    return SampleTable(made[0]) if len(made) == 1 else None


def _tables(sheets: Sheets, slides: Iterable[str]) -> Iterable[tuple[str, bool]]:
    for part in slides:
        root = sheets.root(part)
        for props in root.iter(qn("a:tblPr")) if root is not None else ():
            style = child(props, "a:tableStyleId")
            yield (style.text or "").strip() if style is not None else "", yes(props.get("bandRow"))


def with_house_table(drawn: Sequence[Drawn], sheets: Sheets, samples: Samples) -> list[Drawn]:
    """A master's layouts with what the house's table style gives cells on each."""
    if samples.table is None:
        return list(drawn)
    return [
        replace(item, layout=replace(item.layout, table=_on(sheets.sheet(item.layout.part), samples.table))) for item in drawn
    ]


def _on(sheet: Sheet, wanted: SampleTable) -> HouseTable | None:
    """None where the style is measured otherwise than we measure: a body that is bold, another font, a picture."""
    cells: list[HouseCell] = []
    for kind, names in _CELLS if wanted.banded else _UNBANDED:
        found = styled(sheet, wanted.style_id, names)
        if found is None or found.faced or found.italic or (kind == "body" and found.bold):
            return None
        if found.fill.kind not in ("none", "solid", "gradient"):
            return None
        fill = found.fill.colors if found.fill.kind != "none" else ()
        cells.append(HouseCell(kind, fill=fill, alpha=found.fill.alpha, ink=found.ink, bold=found.bold, ruled=found.ruled))
    root = sheet.sheets.root(sheet.package.one(sheet.package.main, "tableStyles"))
    defined = root is not None and any(item.get("styleId") == wanted.style_id for item in root)
    return HouseTable(wanted.style_id, wanted.banded, tuple(cells), "" if defined else stock_style(wanted.style_id))


def seated(table: HouseTable | None, palette: Palette, *, plated: bool = False) -> SeatedTable | None:
    """The style where its words read (WCAG 2.1, 1.4.3) on its cells, over what lies behind them, and its header is told from its
    rows; else None. `plated`: nothing reads on the ground itself."""
    if table is None or (plated and not all(cell.fill and cell.alpha == 1 for cell in table.cells)):
        return None
    behind = palette.ground.colors
    bodies = [cell for cell in table.cells if cell.kind == "body"]
    heads = [cell for cell in table.cells if cell.kind == "head"]
    keys = [cell for cell in table.cells if cell.kind == "key"]
    if not all(_reads(cell, behind) for cell in (*bodies, *heads)) or not _told(heads, bodies, behind):
        return None
    link = palette.rgb.get("hlink")
    links = not link or (palette.house.links and all(_least(link, cell, behind) >= TEXT for cell in bodies))
    fields = any(cell.ruled for cell in bodies) or all(cell.fill for cell in bodies)
    keyed = all(_reads(cell, behind) for cell in keys)
    return SeatedTable(table.style_id, banded=table.banded, keyed=keyed, links=links, fields=fields, xml=table.xml)


def _shown(cell: HouseCell, behind: Sequence[str]) -> tuple[str, ...]:
    """The colours of a cell upon its ground."""
    if not cell.fill:
        return tuple(behind)
    return tuple(mix(over, under, cell.alpha) for over in cell.fill for under in (behind if cell.alpha < 1 else behind[:1]))


def _least(ink: str, cell: HouseCell, behind: Sequence[str]) -> float:
    return min((contrast(ink, color) for color in _shown(cell, behind)), default=0.0)


def _reads(cell: HouseCell, behind: Sequence[str]) -> bool:
    return _least(cell.ink, cell, behind) >= TEXT


def _told(heads: Sequence[HouseCell], bodies: Sequence[HouseCell], behind: Sequence[str]) -> bool:
    """Whether a header is seen to be one: by its fill, or by bold words over a line."""
    head = heads[0]
    apart = min(
        (contrast(one, other) for one in _shown(head, behind) for body in bodies for other in _shown(body, behind)), default=1.0
    )
    return apart >= SEEN or (head.bold and head.ruled)


__all__ = ["house_table", "seated", "with_house_table"]
