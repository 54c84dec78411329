"""XML from strangers: no entities, no DTD, no network, bounded depth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from lxml import etree

from deck.i18n import _


class UnsafeXML(ValueError):
    """A document type declaration (Office writes none, and every entity trick needs one), or too much of
    all. Says so in words."""


MOST_ELEMENTS = 100_000
"""Of a part; the largest of 60 decks from many programs has 3,100, and a chart of 10 series of 1,000 points 40,000."""
MOST_TEXT = 65_536
"""Bytes between two tags."""
_LONG = re.compile(rb">[^<]{%d}" % MOST_TEXT)
_NO_URI = etree.ErrorTypes.WAR_NS_URI
"""A namespace that is no address."""
_MANY = 20
"""Attributes an element, over a whole part; Office writes three at most."""


_FEW_BYTES = 50_000
"""In which there cannot be too much: an element and an attribute have a mark each, of a byte at least."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How much XML a part is: elements and attributes, and what is too much of it ("" for nothing), in words."""

    elements: int
    attributes: int
    excess: str = ""


def weigh(data: bytes) -> Weight:
    """Counted from the marks in the bytes, before a tree is made of them: never fewer than there are, in whatever encoding."""
    elements = data.count(b"<") - (data.count(b"</") or data.count(b"<\0/"))
    attributes = data.count(b"=")
    excess = ""
    if elements > MOST_ELEMENTS:
        excess = _("the part has {count} elements; no slide needs more than {most}").format(count=elements, most=MOST_ELEMENTS)
    elif attributes > _MANY * elements + 50_000:
        excess = _("the part has {count} attributes on {elements} elements").format(count=attributes, elements=elements)
    return Weight(elements, attributes, excess)


def longest_text(data: bytes) -> str:
    """What is wrong where a text runs on without end; "" where none does."""
    if len(data) > MOST_TEXT and _LONG.search(data):
        return _("the part has a text of more than {most} characters in one piece").format(most=MOST_TEXT)
    return ""


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def parse_xml(data: bytes) -> etree._Element:
    """The root element; comments and processing instructions, which mean nothing in Office's files, are left out. Raises
    UnsafeXML for a DOCTYPE or for more than `weigh` allows, etree.XMLSyntaxError where it is no well-formed XML (libxml2's own
    bounds hold: depth 256). A namespace that is no address is one all the same."""
    if len(data) > _FEW_BYTES and (excess := weigh(data).excess):
        raise UnsafeXML(excess)
    parser = _parser()
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        # Nothing else is wrong: so SharePoint names its lists ("$ListId:Shared Documents;") in what it puts into every file of a
        # library, and Office reads it.
        log: Any = parser.error_log
        if any(entry.type != _NO_URI for entry in log) or not _is_whole(data):
            raise
        root = etree.fromstring(data, _parser(recover=True))
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declared()
    return root


def _declared() -> UnsafeXML:
    return UnsafeXML(_("the part has a document type declaration, which no Office program writes"))


def _is_whole(data: bytes) -> bool:
    """Whether it is XML 1.0 to its end, by a reader that asks nothing of namespaces: libxml2 says no more once one is odd."""
    reader = expat.ParserCreate()

    def refuse(*_about: object) -> None:
        raise _declared()

    reader.StartDoctypeDeclHandler = refuse
    try:
        reader.Parse(data, True)
    except expat.ExpatError:
        return False
    return True


def why_broken(error: Exception) -> str:
    """Why XML could not be read, in the language of our messages: what libxml2 says is English."""
    if isinstance(error, UnsafeXML):
        return str(error)[:120]
    if isinstance(error, etree.XMLSyntaxError):
        line, column = error.position
        return _("line {line}, column {column}").format(line=line, column=column)
    return _("nested too deeply") if isinstance(error, RecursionError) else _("it cannot be decoded")


def serialise(root: etree._Element) -> bytes:
    """With the declaration that Office writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
