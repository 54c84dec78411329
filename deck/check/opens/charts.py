"""Charts and what they stand on: the cache against the ranges it was read from, and the workbook (ECMA-376 Part 1, 13.3.2, 21.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.check.model import Finding, Rule
from deck.check.opens.package import SAVE
from deck.check.subject import Subject
from deck.diagnostics import Severity
from deck.drawing import numbers
from deck.drawing.names import Element, child, local, qn
from deck.i18n import N_, _

ZIP = b"PK\x03\x04"
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def cells_of(formula: str) -> int | None:
    """How many cells a reference such as "Data!$B$2:$B$5" names; None for what is not one range."""
    found = _RANGE.search(formula.strip())
    if found is None or "," in formula:
        return None
    first, top, last, bottom = found[1], int(found[2]), found[3] or found[1], int(found[4] or found[2])
    return (abs(_column(last) - _column(first)) + 1) * (abs(bottom - top) + 1)


def _charts(subject: Subject) -> Iterator[tuple[str, Element]]:
    for name in subject.package.parts:
        root = subject.tree(name) if "/charts/" in name and name.endswith(".xml") else None
        if root is not None and local(root) == "chartSpace":
            yield name, root


def _cache(subject: Subject) -> Iterator[Finding]:
    for name, root in _charts(subject):
        for cache in root.iter(qn("c:numCache"), qn("c:strCache")):
            count = child(cache, "c:ptCount")
            points = [numbers.index(point.get("idx"), -1) for point in cache.iterchildren(qn("c:pt"))]
            said = numbers.index(count.get("val"), -1) if count is not None else len(points)
            formula = child(cache.getparent(), "c:f")
            cells = cells_of(formula.text or "") if formula is not None else None
            if any(not 0 <= index < said for index in points) or len(set(points)) < len(points):
                yield CACHE.found(_("a series has points beyond their number, or twice"), subject.where(name))
            elif formula is not None and cells is not None and cells != said:
                message = _("{range} names {cells} cells, and {count} are kept").format(
                    range=formula.text, cells=cells, count=said
                )
                yield CACHE.found(message, subject.where(name))


def _workbook(subject: Subject) -> Iterator[Finding]:
    for name, root in _charts(subject):
        outer = child(root, "c:externalData")
        if outer is None:
            continue
        rel = next((rel for rel in subject.package.rels.get(name, ()) if rel.id == outer.get(qn("r:id"))), None)
        if rel is None:
            yield WORKBOOK.found(_("the chart's workbook is not there"), subject.where(name))
        elif not rel.external and not subject.package.parts.get(rel.target, b"").startswith(ZIP):
            yield WORKBOOK.found(_("{part} is no workbook").format(part=rel.target), subject.where(name))


CACHE = Rule(
    "opens/chart-cache",
    Severity.ERROR,
    N_("a chart whose kept numbers do not agree with its ranges"),
    N_(
        "ECMA-376 Part 1, 21.2.2.121 and 21.2.2.150: the points kept are those of the range; else PowerPoint repairs the chart or shows others."
    ),
    N_("choose the chart, then Chart Design > Edit Data, and close the data again"),
    _cache,
)
WORKBOOK = Rule(
    "opens/chart-workbook",
    Severity.ERROR,
    N_("a chart without its workbook"),
    N_(
        "ECMA-376 Part 1, 13.3.2 and 21.2.2.63: the data that a chart names is in the file; else it cannot be edited, or PowerPoint repairs."
    ),
    SAVE,
    _workbook,
)
RULES = (CACHE, WORKBOOK)
