"""YAML files that people write, read with the position of everything in them."""

from deck.source.contact import Contact
from deck.source.load import SourceLimits, load_yaml
from deck.source.sitting import once, sitting
from deck.source.snapshot import Snapshot, Stamp, display
from deck.source.tree import Tree
from deck.source.validate import Strict, validate

__all__ = [
    "Contact",
    "Snapshot",
    "SourceLimits",
    "Stamp",
    "Strict",
    "Tree",
    "display",
    "load_yaml",
    "once",
    "sitting",
    "validate",
]
