"""A chart's workbook: cells named by the chart's formulas, set one by one; all else in it stays."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from deck.drawing.names import Element
from deck.package import UnsafeXML, names, parse_xml, serialise

S = f"{{{names.S}}}"
R = f"{{{names.R}}}"
_REF = re.compile(
    r"^'?(?P<sheet>(?:[^'!]|'')+)'?!\$?(?P<c1>[A-Z]{1,3})\$?(?P<r1>\d{1,8})(?::\$?(?P<c2>[A-Z]{1,3})\$?(?P<r2>\d{1,8}))?$"
)
LONGEST = 10_000
"""Cells in a row or column that a formula may name."""
LARGEST = 50_000_000
"""Bytes that a workbook may hold, unpacked."""
PointValue = str | float | None


def references(formula: str) -> Iterator[str]:
    """ "Data!$A$2:$A$4" → "Data!A2", "Data!A3", "Data!A4": a column or a row of cells."""
    found = _REF.match(formula.strip())
    if found is None:
        return
    first, last = column_number(found["c1"]), column_number(found["c2"] or found["c1"])
    top, bottom = int(found["r1"]), int(found["r2"] or found["r1"])
    if (first != last and top != bottom) or last - first > LONGEST or bottom - top > LONGEST:
        return
    for row in range(top, bottom + 1):
        for column in range(first, last + 1):
            yield f"{found['sheet'].replace(chr(39) * 2, chr(39))}!{column_letters(column)}{row}"


def column_number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value


def column_letters(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(65 + rest) + out
    return out


Unpacked = tuple[list[zipfile.ZipInfo], dict[str, bytes]]


def unpacked(data: bytes) -> Unpacked | None:
    """An .xlsx's entries in their order, and its parts; None where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            infos = book.infolist()
            if sum(info.file_size for info in infos) > LARGEST:
                return None
            return infos, {info.filename: book.read(info) for info in infos}
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, OSError):
        return None


def repacked(infos: Sequence[zipfile.ZipInfo], parts: Mapping[str, bytes]) -> bytes:
    """An .xlsx of these parts; the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for info in infos:
            book.writestr(zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0)), parts[info.filename], zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def patch_workbook(data: bytes, cells: Mapping[str, PointValue]) -> bytes | None:
    """An .xlsx with cells ("Sheet!B2") set; all else as it was. None where it cannot be read, or has no such cell."""
    book = unpacked(data)
    if book is None:
        return None
    infos, parts = book
    try:
        sheets = sheets_of(parts)
        trees = {name: parse_xml(parts[part]) for name, part in sheets.items()}
    except (KeyError, ValueError, etree.XMLSyntaxError, UnsafeXML):
        return None
    for reference, value in cells.items():
        name, _mark, cell = reference.rpartition("!")
        if name not in trees or not _set(trees[name], cell, value):
            return None
    for name, part in sheets.items():
        parts[part] = serialise(trees[name])
    return repacked(infos, parts)


def sheets_of(parts: Mapping[str, bytes]) -> dict[str, str]:
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
    set_value(cell, value)
    return True


def set_value(cell: Element, value: PointValue) -> None:
    """A cell's value; None empties it (18.3.1.4)."""
    for item in list(cell):
        cell.remove(item)
    cell.attrib.pop("t", "")
    if isinstance(value, str):
        cell.set("t", "inlineStr")
        etree.SubElement(etree.SubElement(cell, f"{S}is"), f"{S}t").text = value
    elif value is not None:
        etree.SubElement(cell, f"{S}v").text = f"{value:.15g}"


__all__ = [
    "PointValue",
    "S",
    "column_letters",
    "column_number",
    "patch_workbook",
    "references",
    "repacked",
    "set_value",
    "sheets_of",
    "unpacked",
]
