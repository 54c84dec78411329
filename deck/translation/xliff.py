"""XLIFF 2.0 (OASIS, 2014), as translation programs exchange it. Of the kept libraries translate-toolkit alone writes it, under
the GPL and with notes and `xml:space` where the schema has none (4.2.2.6); it is what ours is held against in the tests."""

from __future__ import annotations

from typing import Any

from lxml import etree

from deck.diagnostics import Diagnostics, Where
from deck.i18n import _
from deck.package import UnsafeXML, parse_xml
from deck.translation.exchange import Exchange, ExchangedText, unreadable

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_N = f"{{{NAMESPACE}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TOLD, PRINT = "told", "print"
"""Categories of notes."""


def write(exchange: Exchange, source: str) -> bytes:
    """`source`: the code of the language that is translated."""
    names: Any = {None: NAMESPACE}
    root = etree.Element(f"{_N}xliff", nsmap=names, version="2.0", srcLang=source, trgLang=exchange.lang)
    file = etree.SubElement(root, f"{_N}file", id="deck")
    for text in exchange.texts:
        unit = etree.SubElement(file, f"{_N}unit", id=text.name)
        unit.set(_SPACE, "preserve")
        said = {category: words for category, words in ((TOLD, text.told), (PRINT, text.known_by)) if words}
        notes = etree.SubElement(unit, f"{_N}notes") if said else unit
        for category, words in said.items():
            etree.SubElement(notes, f"{_N}note", category=category).text = words
        state = "reviewed" if text.done else "initial"
        segment = etree.SubElement(unit, f"{_N}segment", state=state)
        etree.SubElement(segment, f"{_N}source").text = text.swedish
        if text.words:
            etree.SubElement(segment, f"{_N}target").text = text.words
    etree.indent(root, "  ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def read(data: bytes, where: Where, diagnostics: Diagnostics) -> Exchange:
    """What is wrong goes to `diagnostics`. A unit of several segments is read as one text; inline elements are read through."""
    try:
        root = parse_xml(data)
    except (etree.XMLSyntaxError, UnsafeXML, ValueError) as error:
        return unreadable(Where(where.file, line=getattr(error, "lineno", 0) or 0), str(error)[:120], diagnostics)
    if root.tag != f"{_N}xliff":
        message = _("this is no XLIFF 2.0")
        hint = _("save it as XLIFF 2.0, or export it anew as .po or .xlsx: other versions of XLIFF say it otherwise")
        diagnostics.error("unreadable", message, where, hint)
        return Exchange("", ())
    return Exchange((root.get("trgLang") or "").split("-")[0].casefold(), tuple(_text(unit) for unit in root.iter(f"{_N}unit")))


def _text(unit: etree._Element) -> ExchangedText:
    segments = list(unit.iter(f"{_N}segment"))
    notes = {note.get("category") or "": note.text or "" for note in unit.iter(f"{_N}note")}
    return ExchangedText(
        name=unit.get("id") or "",
        swedish=_words(unit, "source"),
        words=_words(unit, "target"),
        done=bool(segments) and all((item.get("state") or "initial") != "initial" for item in segments),
        told=notes.get(TOLD, ""),
        known_by=notes.get(PRINT, ""),
        line=int(unit.sourceline or 0),
    )


def _words(unit: etree._Element, name: str) -> str:
    """What its segments, and what stands between them, have there."""
    parts = (part for part in unit if part.tag in (f"{_N}segment", f"{_N}ignorable"))
    found = (part.find(f"{_N}{name}") for part in parts)
    return "".join("".join(str(words) for words in item.itertext()) for item in found if item is not None)
