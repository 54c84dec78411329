"""XML from strangers: no entities, no DTD, no network, bounded depth."""

from __future__ import annotations

from lxml import etree


class UnsafeXML(ValueError):
    """A document type declaration: Office writes none, and every entity trick needs one."""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_pis=False
    )


def parse_xml(data: bytes) -> etree._Element:
    """The root element. Raises UnsafeXML for a DOCTYPE, etree.XMLSyntaxError where it is no well-formed XML (libxml2's own
    bounds hold: depth 256, 10 MB a text node)."""
    root = etree.fromstring(data, _parser())
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeXML("DOCTYPE")
    return root


def serialise(root: etree._Element) -> bytes:
    """With the declaration that Office writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
