"""What a file says of itself: its title, and our short properties."""

from __future__ import annotations

from deck.package import names
from deck.package.names import REL
from deck.pptx.manifest import custom_xml, short_properties
from deck.pptx.reader import ReadDeck
from deck.presentation import Presentation
from deck.refresh.document import Document

DC = f"{{{names.DC}}}"
CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def set_core_title(document: Document, title: str) -> None:
    """dc:title, where the file has one; all else that the owner wrote there stays."""
    core = document.one("", "core-properties")
    found = document.tree(core).find(f"{DC}title") if core is not None else None
    if found is not None:
        found.text = title


def set_short(document: Document, base: Presentation) -> None:
    """Our short properties: what the deck was made from. Others' stay."""
    custom, values = document.one("", "custom-properties"), short_properties(base)
    if custom is not None:
        document.parts[custom] = custom_xml(document.parts[custom], values)
    else:
        part = document.free("docProps/custom.xml")
        document.put(part, custom_xml(None, values), CUSTOM)
        document.relate("", f"{REL}/custom-properties", part)


def core_title(deck: ReadDeck) -> str | None:
    """dc:title as the file has it; None where there is no such part."""
    root = deck.sheets.root(deck.package.one("", "core-properties"))
    if root is None:
        return None
    found = root.find(f"{DC}title")
    return (found.text or "") if found is not None else ""


__all__ = ["core_title", "set_core_title", "set_short"]
