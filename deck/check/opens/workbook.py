"""The workbook in a chart: which cells of a range show (ECMA-376 Part 1, 18.3.1)."""

from __future__ import annotations

import re
from functools import lru_cache

from deck.drawing.names import Element, attributes, local, whole, yes
from deck.errors import DeckError
from deck.package import Package, PackageLimits, open_package, parse_xml

_RANGE = re.compile(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[^!']+)!)?\$?(?P<c1>[A-Z]{1,3})\$?(?P<r1>\d{1,7})(?::\$?(?P<c2>[A-Z]{1,3})\$?(?P<r2>\d{1,7}))?"
)
_LIMITS = PackageLimits(file=50_000_000, part=50_000_000, xml_part=20_000_000, total=100_000_000)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _area(formula: str) -> tuple[str, range, range] | None:
    """Sheet, columns and rows of "Data!$B$2:$B$5"; None for what is not one range."""
    found = _RANGE.fullmatch(formula.strip().strip("()"))
    if found is None:
        return None
    columns = sorted((_column(found["c1"]), _column(found["c2"] or found["c1"])))
    rows = sorted((int(found["r1"]), int(found["r2"] or found["r1"])))
    sheet = (found["sheet"] or "").strip("'").replace("''", "'")
    return sheet, range(columns[0], columns[1] + 1), range(rows[0], rows[1] + 1)


def cells_of(formula: str) -> int | None:
    """How many cells a reference such as "Data!$B$2:$B$5" names; None for what is not one range."""
    area = _area(formula)
    return len(area[1]) * len(area[2]) if area else None


@lru_cache(maxsize=32)
def _hidden(book: bytes) -> dict[str, tuple[frozenset[int], tuple[range, ...]]]:
    """Sheet → its hidden rows, and its hidden columns. Empty for what is no workbook."""
    try:
        package = open_package(book, limits=_LIMITS)
        root = parse_xml(package.parts[package.main])
        return {
            item.get("name", ""): _hidden_in(package, target)
            for item in root.iter("{*}sheet")
            if (target := _target(package, item)) in package.parts
        }
    except (DeckError, KeyError, ValueError, SyntaxError):
        return {}


def _target(package: Package, item: Element) -> str:
    wanted = next((value for key, value in attributes(item).items() if key.endswith("}id")), "")
    return next((rel.target for rel in package.rels.get(package.main, ()) if rel.id == wanted), "")


def _hidden_in(package: Package, part: str) -> tuple[frozenset[int], tuple[range, ...]]:
    rows: set[int] = set()
    columns: list[range] = []
    for item in parse_xml(package.parts[part]).iter("{*}row", "{*}col"):
        if not yes(item.get("hidden")):
            continue
        if local(item) == "row":
            rows.add(whole(item.get("r")))
        else:
            columns.append(range(whole(item.get("min")), whole(item.get("max")) + 1))
    return frozenset(rows), tuple(columns)


def visible_cells(book: bytes, formula: str) -> int | None:
    """How many cells of the range show, rows and columns that are hidden or filtered left out; None where it cannot be told."""
    area = _area(formula)
    sheets = _hidden(book) if book else {}
    if area is None or area[0] not in sheets:
        return None
    rows, columns = sheets[area[0]]
    shown = sum(1 for column in area[1] if not any(column in hidden for hidden in columns))
    return shown * (len(area[2]) - sum(1 for row in rows if row in area[2]))
