"""PresentationML: decks written and read back, with ids for life and the merge base in the file."""

from deck.pptx.manifest import Manifest, add_manifest, read_manifest, read_properties
from deck.pptx.reader import ReadDeck, ReadSlide, read_pptx
from deck.pptx.writer import pptx_bytes, write_pptx

__all__ = [
    "Manifest",
    "ReadDeck",
    "ReadSlide",
    "add_manifest",
    "pptx_bytes",
    "read_manifest",
    "read_pptx",
    "read_properties",
    "write_pptx",
]
