"""ISO Strict files (ECMA-376 Part 1) into the transitional form (Part 4) that all programs write and read."""

from __future__ import annotations

import re
from dataclasses import replace

from deck.package.model import Package

STRICT = "http://purl.oclc.org/ooxml/"
_SPECIAL = {
    "officeDocument/extendedProperties": "officeDocument/2006/extended-properties",
    "officeDocument/customProperties": "officeDocument/2006/custom-properties",
    "officeDocument/relationships/extendedProperties": "officeDocument/2006/relationships/extended-properties",
    "officeDocument/relationships/customProperties": "officeDocument/2006/relationships/custom-properties",
}
_URI = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z/]+)")
_PERCENT = re.compile(
    rb'( (?:val|pos|l|t|r|b|sx|sy|amt|thresh|scaled|fontScale|lnSpcReduction|rad|bright|contrast|hue|lum|sat)=")(-?[0-9.]+)%"'
)
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


def _rewrite(data: bytes) -> bytes:
    if STRICT.encode() not in data:
        return data
    data = _URI.sub(lambda match: transitional_uri(match.group(0).decode()).encode(), data)
    data = _PERCENT.sub(lambda match: match.group(1) + str(round(float(match.group(2)) * 1000)).encode() + b'"', data)
    return _CONFORMANCE.sub(b"", data, count=1)


def is_strict(package: Package) -> bool:
    return any(rel.type.startswith(STRICT) for rel in package.rels.get("", ()))


def to_transitional(package: Package) -> Package:
    """The package with namespaces, relationship types and percentages as transitional files have them; unchanged if it is one."""
    if not is_strict(package):
        return package
    parts = {name: _rewrite(data) if name.lower().endswith((".xml", ".vml")) else data for name, data in package.parts.items()}
    rels = {owner: tuple(replace(rel, type=transitional_uri(rel.type)) for rel in items) for owner, items in package.rels.items()}
    return replace(package, parts=parts, rels=rels)
