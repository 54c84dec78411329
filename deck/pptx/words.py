"""Words read back from shapes: text bodies, tables and charts as the IR has them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from deck.drawing import numbers
from deck.drawing.names import Element, child, local, qn
from deck.drawing.sheet import Sheet
from deck.drawing.text import levels_of
from deck.package import Package
from deck.pptx.identity import number
from deck.presentation import Cell, Chart, Link, Media, Paragraph, Row, Run, Series, Table

Target = Callable[[str], str | None]
"""A slide part, or what a click does instead → the slide's id."""
ACTION = "ppaction:"
_LED_BY = ("ppaction://hlinksldjump", "ppaction://hlinkpres", "ppaction://hlinkfile", "ppaction://noaction")
"""What does nothing without a relationship that says where."""
_RUNS = ("r", "br", "fld")


def link_of(holder: Element | None, package: Package, part: str, slide_id: Target) -> Link | None:
    """The link of a:hlinkClick within `holder` (a:rPr or p:cNvPr)."""
    click = child(holder, "a:hlinkClick")
    if click is None:
        return None
    rid = click.get(qn("r:id"), "")
    rel = next((item for item in package.rels.get(part, ()) if item.id == rid), None)
    action = click.get("action", "")
    if rel is None and (rid or not action.startswith(ACTION) or action.startswith(_LED_BY)):
        return None
    if rel is not None and rel.external:
        return Link(url=rel.target)
    found = slide_id(rel.target if rel is not None else action)
    return Link(slide=found) if found else None


def read_paragraph(element: Element, package: Package, part: str, lang: str, slide_id: Target, inherited: str = "") -> Paragraph:
    """One a:p. `inherited`: the list mark that its place gives it ("" for none)."""
    props = child(element, "a:pPr")
    runs: list[Run] = []
    for item in element:
        name = local(item)
        if name not in _RUNS:
            continue
        look = child(item, "a:rPr")
        text = _said(item, name)
        said = look.get("lang", "") if look is not None else ""
        run = Run(
            text,
            bold=look is not None and look.get("b") in ("1", "true"),
            italic=look is not None and look.get("i") in ("1", "true"),
            lang=said if said and said != lang else None,
            link=link_of(look, package, part, slide_id),
        )
        if runs and replace(runs[-1], text="") == replace(run, text=""):
            runs[-1] = replace(run, text=runs[-1].text + run.text)
        elif text:
            runs.append(run)
    marks = {local(item) for item in props} if props is not None else set()
    if "buNone" in marks:
        kind = "none"
    elif "buAutoNum" in marks:
        kind = "number"
    elif marks & {"buChar", "buBlip"}:
        kind = "bullet"
    else:
        kind = "number" if inherited == "1." else "bullet" if inherited else "none"
    level = numbers.level(props.get("lvl")) if props is not None else 0
    return Paragraph(tuple(runs), level, kind)


def _said(item: Element, name: str) -> str:
    """The words of a run, a field or a break."""
    return "\v" if name == "br" else (getattr(child(item, "a:t"), "text", None) or "")


def words_of(shape: Element) -> str:
    """A shape's words alone, a line a paragraph: the text of what `read_paragraphs` gives, without asking what it takes after."""
    body = child(shape, "p:txBody")
    lines = body.iterchildren(qn("a:p")) if body is not None else ()
    return "\n".join("".join(_said(item, name) for item in line if (name := local(item)) in _RUNS) for line in lines)


def read_paragraphs(
    shape: Element, sheet: Sheet, lang: str, slide_id: Target, kind: str | None, chain: tuple[Element, ...]
) -> tuple[Paragraph, ...]:
    """All paragraphs of a shape's text body; `kind` and `chain` as for levels_of."""
    body = child(shape, "p:txBody")
    if body is None:
        return ()
    levels = levels_of(sheet, kind, chain)
    found = []
    for element in body.iterchildren(qn("a:p")):
        props = child(element, "a:pPr")
        level = numbers.level(props.get("lvl")) if props is not None else 0
        found.append(read_paragraph(element, sheet.package, sheet.part, lang, slide_id, levels[level].bullet))
    return tuple(found)


def cell_paragraphs(cell: Element, package: Package, part: str, lang: str, slide_id: Target) -> tuple[Paragraph, ...]:
    body = child(cell, "a:txBody")
    if body is None:
        return (Paragraph(()),)
    return tuple(read_paragraph(item, package, part, lang, slide_id) for item in body.iterchildren(qn("a:p")))


def row_number(row: Element) -> int:
    """The row's id for life (a16:rowId); 0 where it has none."""
    found = next((item for item in row.iter() if local(item) == "rowId"), None)
    return numbers.index(found.get("val"), 0) if found is not None else 0


def read_rows(
    table: Element, slot: str, base: Table | None, package: Package, part: str, lang: str, slide_id: Target
) -> list[Row]:
    """The table's rows, known by id, else by place where the base has as many, else as the owner's own. Of several with one id,
    as of a row that was copied, the one most like the base's keeps it."""
    known = {number(slot, "row", row.id): row for row in base.rows} if base else {}
    elements = list(table.iterchildren(qn("a:tr")))
    said = [
        tuple(Cell(cell_paragraphs(cell, package, part, lang, slide_id)) for cell in element.iterchildren(qn("a:tc")))
        for element in elements
    ]
    bearers: dict[str, list[int]] = {}
    for n, element in enumerate(elements):
        if (row := known.get(row_number(element))) is not None:
            bearers.setdefault(row.id, []).append(n)
    rows_by_id = {row.id: row for row in known.values()}
    names = {max(found, key=lambda n: (_alike(said[n], rows_by_id[name]), -n)): name for name, found in bearers.items()}
    return [Row(names.get(n) or _own_row(n, cells), cells) for n, cells in enumerate(said)]


def _alike(cells: tuple[Cell, ...], row: Row) -> int:
    """How many cells say the same."""
    return sum(one.text == other.text for one, other in zip(cells, row.cells, strict=False))


def _own_row(n: int, cells: tuple[Cell, ...]) -> str:
    return f"own-{n}-{hashlib.sha256(' '.join(cell.text for cell in cells).encode()).hexdigest()[:8]}"


def chart_data(root: Element | None, base: Chart | None, alt: str) -> Chart | None:
    """A chart part's kind, names, points and labels as its cache has them; the rest from `base`."""
    if root is None:
        return None
    plot = next((item for item in root.iter() if local(item) in _KINDS), None)
    if plot is None:
        return base
    direction = next((item.get("val") for item in plot if local(item) == "barDir"), "")
    kind = "bar" if direction == "bar" else _KINDS[local(plot)]
    categories: tuple[str, ...] = ()
    series: list[Series] = []
    labels: tuple[str, ...] = ()
    form = base.number_format if base else "General"
    for item in plot.iterchildren(qn("c:ser")):
        points = _points(child(item, "c:cat"))
        count = _count(child(item, "c:cat")) or len(points)
        if not categories:
            categories = tuple(points.get(n, "") for n in range(count))
        values = _points(child(item, "c:val"))
        name = "".join(_points(child(item, "c:tx")).values())
        series.append(Series(name, tuple(numbers.real(values.get(n)) for n in range(max(count, len(categories))))))
        form = next((found.text or form for found in item.iter(qn("c:formatCode"))), form)
        own = {
            numbers.index(place.get("val"), -1): "".join(t.text or "" for t in label.iter(qn("a:t")))
            for label in item.iter(qn("c:dLbl"))
            if (place := child(label, "c:idx")) is not None and child(label, "c:tx") is not None
        }
        if own:
            labels = tuple(own.get(n, "") for n in range(len(categories)))
    highlight = base.highlight if base else None
    return Chart(
        kind,  # type: ignore[arg-type]
        categories=categories,
        series=tuple(series),
        alt=alt,
        labels=labels,
        number_format=form,
        highlight=highlight,
        lang=base.lang if base else "",
    )


_KINDS: Mapping[str, str] = {
    "barChart": "column",
    "bar3DChart": "column",
    "doughnutChart": "doughnut",
    "pieChart": "doughnut",
    "lineChart": "line",
}


def _points(holder: Element | None) -> dict[int, str]:
    if holder is None:
        return {}
    return {numbers.index(pt.get("idx"), -1): getattr(child(pt, "c:v"), "text", None) or "" for pt in holder.iter(qn("c:pt"))}


def _count(holder: Element | None) -> int:
    found = next(holder.iter(qn("c:ptCount")), None) if holder is not None else None
    return numbers.count(found.get("val")) if found is not None else 0


_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def picture_media(shape: Element, package: Package, part: str) -> Media | None:
    """The bytes of a picture."""
    blip = child(shape, "p:blipFill", "a:blip")
    rid = blip.get(qn("r:embed"), "") if blip is not None else ""
    target = next((item.target for item in package.rels.get(part, ()) if item.id == rid and not item.external), "")
    data = package.parts.get(target)
    if data is None:
        return None
    kind = package.content_type(target) or _TYPES.get(PurePosixPath(target).suffix.lower(), "")
    return Media(kind, data)
