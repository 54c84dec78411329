"""XLIFF 2.0 (OASIS, 2014), as translation programs exchange it. Of the kept libraries translate-toolkit alone writes it, under
the GPL and with notes and `xml:space` where the schema has none (4.2.2.6); it is what ours is held against in the tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from deck.content.language import code_of
from deck.content.translated import short
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
    """What is wrong goes to `diagnostics`. A unit of several segments is read as one text."""
    try:
        root = parse_xml(data)
    except (etree.XMLSyntaxError, UnsafeXML, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        why = _("a tag is not closed, or a sign is missing") if line else str(error)[:120]
        return unreadable(Where(where.file, line=line), why, diagnostics)
    if root.tag != f"{_N}xliff":
        message = _("this is no XLIFF 2.0")
        hint = _("save it as XLIFF 2.0, or export it anew as .po or .xlsx: other versions of XLIFF say it otherwise")
        diagnostics.error("unreadable", message, where, hint)
        return Exchange("", ())
    texts = tuple(_text(unit, where, diagnostics) for unit in root.iter(f"{_N}unit"))
    return Exchange(code_of((root.get("trgLang") or "").strip()), texts)


def _text(unit: etree._Element, where: Where, diagnostics: Diagnostics) -> ExchangedText:
    segments = list(unit.iter(f"{_N}segment"))
    notes = [(note.get("category") or "", (note.text or "").strip()) for note in unit.iter(f"{_N}note")]
    said = dict(notes)
    name, at = unit.get("id") or "", Where(where.file, line=int(unit.sourceline or 0))
    words = _words(unit, "target", at, diagnostics)
    untold = [item for item in segments if _whole(item.find(f"{_N}source")) and not _whole(item.find(f"{_N}target"))]
    if halfway := bool(words.strip() and untold):
        message = _("“{name}” is translated in part, and is passed over: of “{text}” there is no translation")
        left = short(_whole(untold[0].find(f"{_N}source")))
        diagnostics.warning("half-translated", message.format(name=name, text=left), at, _("translate all of its segments"))
    return ExchangedText(
        name=name,
        swedish=_words(unit, "source", at, None),
        words="" if halfway else words,
        done=bool(segments) and all(map(_is_done, segments)),
        told=said.get(TOLD, ""),
        remark=" ".join([*(words for category, words in notes if category not in (TOLD, PRINT) and words), *_beside(unit)]),
        known_by="" if halfway else said.get(PRINT, ""),
        line=at.line,
    )


def _is_done(segment: etree._Element) -> bool:
    """Somebody has looked at it: what a machine translated may say so below its state (4.3.1.27: "mt:raw", "mt:post-edited")."""
    below = (segment.get("subState") or "").casefold()
    raw = below.startswith("mt") and "edit" not in below
    return (segment.get("state") or "initial") != "initial" and not raw


def _beside(unit: etree._Element) -> list[str]:
    """What is said to us of some of the words alone, at their marks (4.7.3.1.4): such as say `ref` have it in a note."""
    marks = unit.iter(f"{_N}mrk", f"{_N}sm")
    return [said for mark in marks if mark.get("type") == "comment" and (said := (mark.get("value") or "").strip())]


def _words(unit: etree._Element, name: str, where: Where, diagnostics: Diagnostics | None) -> str:
    """What its segments have there, and what stands between them: in a translation that is as in the source, where it says
    nothing else (XLIFF 2.0, 4.2.2.6)."""
    parts = [part for part in unit if part.tag in (f"{_N}segment", f"{_N}ignorable")]
    found: list[etree._Element | None] = []
    for part in parts:
        own = part.find(f"{_N}{name}")
        between = part.tag == f"{_N}ignorable"
        found.append(part.find(f"{_N}source") if own is None and between else own)
    # A translation in another order says which (4.3.1.21).
    places = [str(item.get("order") or "") if item is not None else "" for item in found]
    ordered = [int(said) if said.isdigit() else place for place, said in enumerate(places, 1)]
    lined = [item for _place, item in sorted(zip(ordered, found, strict=True), key=lambda pair: pair[0])]
    data = {item.get("id"): item.text or "" for item in unit.iter(f"{_N}data")}
    return "".join(_read_through(item, data, where, diagnostics) for item in lined if item is not None)


def _whole(element: etree._Element | None) -> str:
    return "" if element is None else "".join(str(words) for words in element.itertext()).strip()


def _read_through(element: etree._Element, data: Mapping[str | None, str], where: Where, diagnostics: Diagnostics | None) -> str:
    """Its words, and for each tag within them what the file says that it stands for; a tag that stands for nothing is told."""
    out = [element.text or ""]
    for tag in element:
        local = etree.QName(tag).localname
        before, after = (data.get(tag.get(key)) for key in ("dataRefStart", "dataRefEnd"))
        alone = data.get(tag.get("dataRef"))
        known = alone is not None or before is not None or local in ("mrk", "sm", "em")
        if local == "cp":
            before, known = _sign(tag.get("hex") or ""), True
        if not known and diagnostics is not None:
            message = _("the tag <{tag}> means nothing here, and is left out of the translation")
            hint = _("write what is bold as **…**, and a link as [word](address)")
            diagnostics.warning("unknown-tag", message.format(tag=local), where, hint)
        out += [before or "", alone or "", _read_through(tag, data, where, diagnostics), after or "", tag.tail or ""]
    return "".join(out)


def _sign(code: str) -> str:
    """A sign that XML cannot hold, by its number; "" where it is none that words can."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return sign if sign.isprintable() else ""
