"""YAML files that people write, read with the position of everything in them."""

from deck.source.snapshot import Snapshot, Stamp
from deck.source.tree import SourceLimits, Tree, display, load_yaml
from deck.source.validate import Strict, validate

__all__ = ["Snapshot", "SourceLimits", "Stamp", "Strict", "Tree", "display", "load_yaml", "validate"]
