"""How much a package may ask of us: counts judged on opening it, part by part and for the file as a whole.

Cheap for an ordinary file: marks are counted in the bytes; only a part of thousands of elements is read to see what they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from deck.diagnostics import Diagnostic, Severity, Where
from deck.i18n import _
from deck.package.model import Relationship
from deck.package.xml import UnsafeXML, longest_text, parse_xml, weigh, why_broken

MOST_ELEMENTS = 450_000
"""In all the parts that we read; a deck of 300 rich slides has that many."""
MOST_RELATIONSHIPS = 2_000
"""Of one part."""
MOST_SLIDES, MOST_MASTERS, MOST_LAYOUTS = 500, 60, 800
_HEAVY = 1_000
"""A part of fewer elements is not looked into."""
_SHAPES = ("sp", "pic", "cxnSp", "graphicFrame", "grpSp", "contentPart")
_MOST: dict[str, int] = {
    "ph": 300,
    "tr": 500,
    "gridCol": 200,
    "tc": 2_500,
    "p": 10_000,
    "r": 8_000,
    "br": 4_000,
    "fld": 2_000,
    "gs": 2_000,
    "path": 3_000,
    "pt": 30_000,
    "gd": 15_000,
    "hlinkClick": 2_000,
    "section": 500,
    "sldId": 2 * MOST_SLIDES,
    "sldMasterId": MOST_MASTERS,
    "sldLayoutId": MOST_LAYOUTS,
    "tblStyle": 1_000,
    "ser": 500,
    "dPt": 5_000,
    "dLbl": 5_000,
    "cTn": 20_000,
    "effect": 5_000,
    "ext": 8_000,
    "custShow": 500,
    "tab": 5_000,
}
"""Elements of one name in a part, well beyond any that a person made."""
MOST_SHAPES = 2_000


def excesses(
    parts: Mapping[str, bytes], overrides: Mapping[str, str], rels: Mapping[str, tuple[Relationship, ...]], where: Where
) -> list[Diagnostic]:
    """All that is too much in a file; none for an ordinary one."""
    found: list[Diagnostic] = []

    def refuse(message: str, part: str = "") -> None:
        hint = _("open it in PowerPoint and save it anew, or choose another file")
        found.append(Diagnostic("too-much", Severity.ERROR, message, Where(where.file, part=part), hint))

    for owner, items in rels.items():
        if len(items) > MOST_RELATIONSHIPS:
            message = _("the part has {count} relationships; the most is {most}")
            refuse(message.format(count=len(items), most=MOST_RELATIONSHIPS), owner)
    for kind, count, most in _crowds(overrides):
        message = _("the file has {count} {kind}; the most is {most}")
        refuse(message.format(count=count, kind=kind, most=most))
    total = 0
    for part in parts:
        if not (part.lower().endswith((".xml", ".vml")) and part.startswith("ppt/")):
            continue
        data = parts[part]
        weight = weigh(data)
        total += weight.elements
        excess = weight.excess or longest_text(data) or (_crowded(data) if weight.elements > _HEAVY else "")
        if excess:
            refuse(excess, part)
        if len(found) > 20:
            break
    if total > MOST_ELEMENTS and not found:
        message = _("the file has {count} elements in all; the most is {most}")
        refuse(message.format(count=total, most=MOST_ELEMENTS))
    return found


def _crowds(overrides: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    """Slides, masters and layouts where there are too many: (what, how many, the most)."""
    words = {"slide": _("slides"), "slideMaster": _("slide masters"), "slideLayout": _("slide layouts")}
    counts = Counter(kind.rpartition("presentationml.")[2].removesuffix("+xml") for kind in overrides.values())
    for name, most in (("slide", MOST_SLIDES), ("slideMaster", MOST_MASTERS), ("slideLayout", MOST_LAYOUTS)):
        if counts[name] > most:
            yield words[name], counts[name], most


def _crowded(data: bytes) -> str:
    """What a heavy part has too many of, in words; "" where it has not, or is no XML (its reader says so)."""
    try:
        root: Any = parse_xml(data)
    except (etree.XMLSyntaxError, UnsafeXML, ValueError):
        return ""
    counts = Counter(item.tag.rpartition("}")[2] for item in root.iter())
    counts["shape"] = sum(counts[name] for name in _SHAPES)
    for name, most in (("shape", MOST_SHAPES), *_MOST.items()):
        if counts[name] > most:
            message = _('the part has {count} elements "{name}"; no presentation needs more than {most}')
            return message.format(count=counts[name], name=name, most=most)
    if not _wide(root):
        return ""
    widest = max(len(item.attrib) for item in root.iter())
    return _("an element has {count} attributes").format(count=widest)


_wide: Any = etree.XPath("boolean(//*[count(@*) > 200])")


def broken(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Parts of a presentation that are no well-formed XML, each with what its reader says."""
    found: dict[str, str] = {}
    for part in parts:
        if part.startswith("ppt/") and part.endswith(".xml"):
            try:
                parse_xml(parts[part])
            except (etree.XMLSyntaxError, UnsafeXML, ValueError) as error:
                found[part] = why_broken(error)
    return found
