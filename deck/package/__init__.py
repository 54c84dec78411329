"""OPC packages (ECMA-376 Part 2): read from strangers safely, write the same bytes each time."""

from deck.package.model import Package, Relationship, TypeEntry
from deck.package.parts import Entry, Parts, Stamped, begins, changed, held, pieces, same, sha256, size_of
from deck.package.reader import PackageLimits, open_package, well_formed
from deck.package.writer import Pieces, package_bytes, package_pieces, pieces_once, relationships_name
from deck.package.xml import UnsafeXML, parse_xml, serialise, why_broken

__all__ = [
    "Entry",
    "Package",
    "PackageLimits",
    "Parts",
    "Pieces",
    "Relationship",
    "Stamped",
    "TypeEntry",
    "UnsafeXML",
    "begins",
    "changed",
    "held",
    "open_package",
    "package_bytes",
    "package_pieces",
    "parse_xml",
    "pieces",
    "pieces_once",
    "relationships_name",
    "same",
    "serialise",
    "sha256",
    "size_of",
    "well_formed",
    "why_broken",
]
