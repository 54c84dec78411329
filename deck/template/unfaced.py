"""Masters whose style for all other words names no font. LibreOffice sets a table's words in one of its own there, whatever the
table's style says, and they are wider than they were measured: it is the theme's font for text, as PowerPoint has it."""

from __future__ import annotations

from lxml import etree

from deck.drawing import Sheets
from deck.drawing.names import child, local, need, put_child, qn
from deck.package import Package, serialise

RUN = ["ln", "noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill", "effectLst", "effectDag", "highlight"]
RUN += ["uLnTx", "uLn", "uFillTx", "uFill", "latin", "ea", "cs", "sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst"]
"""Children of a:defRPr in their order (ECMA-376 Part 1, 21.1.2.3.2)."""
FACE = "+mn-lt"


def with_faces(package: Package) -> Package:
    """The package with the theme's font for text at the levels of its masters' other style, where the first of them has none."""
    sheets = Sheets(package)
    parts: dict[str, bytes | None] = {}
    for part in sheets.master_parts():
        style = child(sheets.root(part), "p:txStyles", "p:otherStyle")
        first = child(style, "a:lvl1pPr")
        if style is None or first is None or child(first, "a:defRPr", "a:latin") is not None:
            continue
        for level in style:
            run = child(level, "a:defRPr")
            if not local(level).startswith("lvl") or (run is not None and child(run, "a:latin") is not None):
                continue
            if run is None:
                run = etree.Element(qn("a:defRPr"))
                level.append(run)
            put_child(run, etree.Element(qn("a:latin"), typeface=FACE), RUN)
        parts[part] = serialise(need(sheets.root(part)))
    return package.replace(parts) if parts else package


__all__ = ["with_faces"]
