"""PresentationML: decks written and read back, with ids for life and the merge base in the file."""

from deck.pptx.manifest import Manifest, read_manifest, read_properties
from deck.pptx.writer import pptx_bytes, write_pptx

__all__ = ["Manifest", "pptx_bytes", "read_manifest", "read_properties", "write_pptx"]
