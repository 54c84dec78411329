"""ISO Strict files (ECMA-376 Part 1) into the transitional form (Part 4) that all programs write and read."""

from __future__ import annotations

import re
from dataclasses import replace

from deck.package.model import Package
from deck.package.parts import Parts

STRICT = "http://purl.oclc.org/ooxml/"
_SPECIAL = {
    "officeDocument/extendedProperties": "officeDocument/2006/extended-properties",
    "officeDocument/customProperties": "officeDocument/2006/custom-properties",
    "officeDocument/relationships/extendedProperties": "officeDocument/2006/relationships/extended-properties",
    "officeDocument/relationships/customProperties": "officeDocument/2006/relationships/custom-properties",
}
_URI = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z/]+)")
_TAG = re.compile(rb"""<(?:\w+:)?(\w+)(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(rb"""(\s([\w:]+)\s*=\s*)("[^"]*"|'[^']*')""")
_SHARE = re.compile(rb"""(["'])(-?[0-9]{1,40}(?:\.[0-9]{1,40})?)%["']""")
_PERCENT = frozenset(
    b"val pos l t r b g sx sy amt thresh scaled fontScale lnSpcReduction rad bright contrast hue lum sat stA "
    b"endA stPos endPos lim d"
    b" sp sz accel decel spd vol x y zoom".split()
)
"""Attributes that are "50%" in strict files and thousandths of a percent in transitional ones (Part 4, 12.1)."""
_WHOLE_PERCENT = frozenset(
    b"gapWidth gapDepth overlap holeSize bubbleScale secondPieSize lblOffset hPercent depthPercent thickness".split()
)
"""A chart's elements, whose transitional `val` is in whole percents (Part 1, 21.2.3; Part 4, 14.8)."""
_CONFORMANCE = re.compile(rb'\s+conformance="strict"')


def transitional_uri(uri: str) -> str:
    """A strict namespace or relationship type as its transitional twin; any other URI unchanged."""
    if not uri.startswith(STRICT):
        return uri
    tail = uri[len(STRICT) :]
    if tail in _SPECIAL:
        return f"http://schemas.openxmlformats.org/{_SPECIAL[tail]}"
    area, _, rest = tail.partition("/")
    return f"http://schemas.openxmlformats.org/{area}/2006/{rest}"


def _with_numbers(tag: re.Match[bytes]) -> bytes:
    if b"%" not in tag.group(0):
        return tag.group(0)
    step = 1 if tag.group(1) in _WHOLE_PERCENT else 1000

    def number(attribute: re.Match[bytes]) -> bytes:
        share = _SHARE.fullmatch(attribute.group(3)) if attribute.group(2) in _PERCENT else None
        if share is None:
            return attribute.group(0)
        mark = share.group(1)
        return attribute.group(1) + mark + str(round(float(share.group(2)) * step)).encode() + mark

    return _ATTRIBUTE.sub(number, tag.group(0))


def _rewrite(data: bytes) -> bytes:
    if STRICT.encode() not in data:
        return data
    data = _URI.sub(lambda match: transitional_uri(match.group(0).decode()).encode(), data)
    if b"%" in data:
        data = _TAG.sub(_with_numbers, data)
    return _CONFORMANCE.sub(b"", data, count=1)


def is_strict(package: Package) -> bool:
    return any(rel.type.startswith(STRICT) for rel in package.rels.get("", ()))


def to_transitional(package: Package) -> Package:
    """The package with namespaces, relationship types and percentages as transitional files have them; unchanged if it is one."""
    if not is_strict(package):
        return package
    parts = Parts(package.parts)
    for name in package.parts:
        if name.lower().endswith((".xml", ".vml")):
            parts[name] = _rewrite(package.parts[name])
    rels = {owner: tuple(replace(rel, type=transitional_uri(rel.type)) for rel in items) for owner, items in package.rels.items()}
    return replace(package, parts=parts, rels=rels)
