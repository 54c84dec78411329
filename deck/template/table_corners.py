"""Table styles whose header is in one colour and whose first column is in another: which of the two the cell in both has is
said. PowerPoint takes the header's, LibreOffice the first column's, and its words are not seen on the header's fill."""

from __future__ import annotations

import copy

from lxml import etree

from deck.drawing.names import Element, child, local, qn
from deck.package import Package, parse_xml, serialise


def with_corners(package: Package) -> Package:
    """A template's package whose table styles (20.1.4.2.27 tblStyle) give the cell in the first row and column the header's look,
    where they have another for first columns and none of its own (20.1.4.2.24 nwCell). As it was where all say it."""
    part = package.one(package.main, "tableStyles") if package.main else ""
    if not part or part not in package.parts:
        return package
    try:
        root = parse_xml(package.parts[part])
    except (etree.XMLSyntaxError, ValueError):
        return package
    found = [_cornered(style) for style in root.iterchildren(qn("a:tblStyle"))]
    return package.replace({part: serialise(root)}) if any(found) else package


def _cornered(style: Element) -> bool:
    """Whether a style lacked its corner, and has it now."""
    head, keys, own = (child(style, f"a:{name}") for name in ("firstRow", "firstCol", "nwCell"))
    if head is None or keys is None or (own is not None and any(_look(own))):
        return False
    if not any(there and there != here for there, here in zip(_look(keys), _look(head), strict=True)):
        return False
    corner = copy.deepcopy(head)
    corner.tag = qn("a:nwCell")
    borders = child(corner, "a:tcStyle", "a:tcBdr")
    if borders is not None:
        borders[:] = []
    if own is not None:
        style.replace(own, corner)
    else:
        last = child(style, "a:neCell")
        (head if last is None else last).addnext(corner)
    return True


def _look(part: Element) -> tuple[bytes, bytes]:
    """The ink and the fill that a part of a style says, each b"" where it says none."""
    text, cell = child(part, "a:tcTxStyle"), child(part, "a:tcStyle")
    inks = [item for item in text if local(item).endswith("Clr")] if text is not None else []
    fills = [item for item in cell if local(item) in ("fill", "fillRef")] if cell is not None else []
    return b"".join(map(serialise, inks)), b"".join(map(serialise, fills))


__all__ = ["with_corners"]
