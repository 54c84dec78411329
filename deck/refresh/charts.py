"""A native chart patched by point: its cache, its workbook and its labels; the owner's colours and axes stay."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from deck.drawing.names import Element, child, local, qn
from deck.package import UnsafeXML, names, parse_xml, serialise
from deck.pptx.chart import workbook
from deck.presentation import Block, Chart
from deck.refresh.document import Document, Graft

PLOTS = ("barChart", "bar3DChart", "doughnutChart", "pieChart", "lineChart")
S = f"{{{names.S}}}"
R = f"{{{names.R}}}"
_REF = re.compile(
    r"^'?(?P<sheet>(?:[^'!]|'')+)'?!\$?(?P<c1>[A-Z]{1,3})\$?(?P<r1>\d{1,8})(?::\$?(?P<c2>[A-Z]{1,3})\$?(?P<r2>\d{1,8}))?$"
)
PointValue = str | float | None


def patch_chart(
    graft: Graft, part: str, fresh_part: str, target: Element, source: Element, was: Block | None, block: Chart
) -> bool:
    """Make the chart of `target` show `block`. False: there is no chart part to patch."""
    document = graft.document
    mine, fresh = _part(document.rels.get(part, ()), target), _part(graft.source.rels.get(fresh_part, ()), source)
    if mine is None or fresh is None or mine not in document.parts:
        return False
    other = parse_xml(graft.source.parts[fresh])
    if isinstance(was, Chart) and _alike(was, block) and _points(document, mine, was, block, other):
        return True
    # Another number of points or series, or another kind: the part as newly written, under the owner's part's name.
    book = document.one(mine, "package")
    document.put(mine, graft.source.parts[fresh], graft.source.content_type(fresh))
    if book is None:
        graft.bring(fresh, mine)
    else:
        document.parts[book] = workbook(block)
        rid = next(rel.id for rel in document.rels[mine] if rel.target == book)
        for item in document.tree(mine).iter(qn("c:externalData")):
            item.set(qn("r:id"), rid)
    return True


def _part(rels, frame: Element) -> str | None:
    item = next(frame.iter(qn("c:chart")), None)
    rid = item.get(qn("r:id")) if item is not None else None
    return next((rel.target for rel in rels if rel.id == rid and not rel.external), None)


def _alike(one: Chart, other: Chart) -> bool:
    return (one.kind, len(one.categories), len(one.series)) == (other.kind, len(other.categories), len(other.series))


def _points(document: Document, part: str, was: Chart, block: Chart, fresh: Element) -> bool:
    """Each changed name, value and label in its place."""
    root = document.tree(part)
    plot = next((item for item in root.iter() if local(item) in PLOTS), None)
    series = list(plot.iterchildren(qn("c:ser"))) if plot is not None else []
    if len(series) != len(block.series):
        return False
    cells: dict[str, PointValue] = {}
    for item, wanted in zip(series, block.series, strict=True):
        for name, values in (("c:tx", (wanted.name,)), ("c:cat", block.categories), ("c:val", wanted.values)):
            holder = child(item, name)
            if holder is None:
                return False
            _cache(holder, values)
            formula = next(holder.iter(qn("c:f")), None)
            if formula is not None:
                cells |= dict(zip(_references(formula.text or ""), values, strict=False))
    if was.labels != block.labels or was.categories != block.categories:
        _labels(series, fresh)
    book = document.one(part, "package")
    if book is not None:
        document.parts[book] = patch_workbook(document.parts[book], cells) or workbook(block)
    return True


def _cache(holder: Element, values: tuple[PointValue, ...]) -> None:
    """The points of a cache (c:strCache, c:numCache) set to `values`."""
    cache = next((item for item in holder.iter() if local(item) in ("strCache", "numCache", "strLit", "numLit")), None)
    if cache is None:
        return
    old = {item.get("idx"): item for item in cache.iterchildren(qn("c:pt"))}
    for item in old.values():
        cache.remove(item)
    last = child(cache, "c:extLst")
    for n, value in enumerate(values):
        if value is None:
            continue
        point = old.get(str(n))
        if point is None:
            point = etree.Element(qn("c:pt"), {"idx": str(n)})
            etree.SubElement(point, qn("c:v"))
        held = child(point, "c:v")
        if held is not None:
            held.text = value if isinstance(value, str) else f"{value:.15g}"
        cache.insert(len(cache) if last is None else cache.index(last), point)


def _labels(series: list[Element], fresh: Element) -> None:
    """The labels as newly written, where the words of one have changed."""
    plot = next((item for item in fresh.iter() if local(item) in PLOTS), None)
    for item, new in zip(series, plot.iterchildren(qn("c:ser")) if plot is not None else (), strict=False):
        own, other = child(item, "c:dLbls"), child(new, "c:dLbls")
        if other is None:
            continue
        copied = parse_xml(etree.tostring(other))
        if own is not None:
            item.replace(own, copied)
        else:
            before = next(
                (found for found in item if local(found) in ("trendline", "errBars", "cat", "xVal", "val", "extLst")), None
            )
            if before is not None:
                before.addprevious(copied)


def _references(formula: str) -> Iterator[str]:
    """ "Data!$A$2:$A$4" → "Data!A2", "Data!A3", "Data!A4": a column or a row of cells."""
    found = _REF.match(formula.strip())
    if found is None:
        return
    first, last = _number(found["c1"]), _number(found["c2"] or found["c1"])
    top, bottom = int(found["r1"]), int(found["r2"] or found["r1"])
    if (first != last and top != bottom) or last - first > 10_000 or bottom - top > 10_000:
        return
    for row in range(top, bottom + 1):
        for column in range(first, last + 1):
            yield f"{found['sheet'].replace(chr(39) * 2, chr(39))}!{_letters(column)}{row}"


def _number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value


def _letters(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(65 + rest) + out
    return out


def patch_workbook(data: bytes, cells: Mapping[str, PointValue]) -> bytes | None:
    """An .xlsx with cells ("Sheet!B2") set; all else as it was. None where it cannot be read, or has no such cell."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            infos = book.infolist()
            if sum(info.file_size for info in infos) > 50_000_000:
                return None
            parts = {info.filename: book.read(info) for info in infos}
        sheets = _sheets(parts)
        trees = {name: parse_xml(parts[part]) for name, part in sheets.items()}
        for reference, value in cells.items():
            name, _mark, cell = reference.rpartition("!")
            if name not in trees or not _set(trees[name], cell, value):
                return None
        for name, part in sheets.items():
            parts[part] = serialise(trees[name])
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        etree.XMLSyntaxError,
        UnsafeXML,
        RuntimeError,
        NotImplementedError,
        OSError,
    ):
        return None
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for info in infos:
            book.writestr(zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0)), parts[info.filename], zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def _sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Sheet name → part."""
    targets = {item.get("Id", ""): item.get("Target", "") for item in parse_xml(parts["xl/_rels/workbook.xml.rels"])}
    found = {}
    for item in parse_xml(parts["xl/workbook.xml"]).iter(f"{S}sheet"):
        target = targets.get(item.get(f"{R}id", ""), "")
        found[item.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return {name: part for name, part in found.items() if part in parts}


def _set(sheet: Element, reference: str, value: PointValue) -> bool:
    """Set a cell that is there; an empty value empties it. A cell that is not there is only fine to leave empty."""
    cell = next((item for item in sheet.iter(f"{S}c") if item.get("r") == reference), None)
    if cell is None:
        return value is None
    for item in list(cell):
        cell.remove(item)
    cell.attrib.pop("t", "")
    if isinstance(value, str):
        cell.set("t", "inlineStr")
        etree.SubElement(etree.SubElement(cell, f"{S}is"), f"{S}t").text = value
    elif value is not None:
        etree.SubElement(cell, f"{S}v").text = f"{value:.15g}"
    return True
