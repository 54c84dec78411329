"""Slides that a tool has laid out for reading: white space between their elements, which no program shows, and which no hand put
there."""

from __future__ import annotations

import re

from lxml import etree

from deck.package.model import Package
from deck.package.xml import UnsafeXML, parse_xml, serialise

LEAST = 12
"""Gaps between elements of a part, from which it was laid out so; a line after the declaration is no such."""
_PLACES = ("ppt/slides/slide", "ppt/notesSlides/notesSlide", "ppt/charts/chart", "ppt/slideLayouts/", "ppt/slideMasters/")
_GAP = re.compile(rb">\s+<(?!/)")
_WORDS = ("t", "v", "f", "text")
"""Elements whose text is words, though it be a blank."""


def without_indents(package: Package) -> Package:
    """The package with the slides (ECMA-376 Part 1, 19.3) and what they show as programs write them; the very same where they are
    so. A part that is no XML stays as it is."""
    parts: dict[str, bytes | None] = {}
    for name in package.parts:
        if name.startswith(_PLACES) and name.endswith(".xml") and len(_GAP.findall(package.parts[name])) >= LEAST:
            try:
                root = parse_xml(package.parts[name])
            except (UnsafeXML, etree.XMLSyntaxError):
                continue
            _close(root)
            parts[name] = serialise(root)
    return package.replace(parts) if parts else package


def _close(root: etree._Element) -> None:
    for item in root.iter():
        if item.tail is not None and not item.tail.strip():
            item.tail = None
        worded = isinstance(item.tag, str) and item.tag.rpartition("}")[2] in _WORDS
        if len(item) and not worded and item.text is not None and not item.text.strip():
            item.text = None


__all__ = ["without_indents"]
