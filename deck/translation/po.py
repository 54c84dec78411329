"""PO, the format of gettext: the text's place is its context. Babel writes it; read by Babel, a text that is there twice,
marked as obsolete, in the plural or without its end is dropped without a word, and a date that a hand wrote stops it all."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from deck.content.language import code_of
from deck.content.translated import short
from deck.diagnostics import Diagnostics, Where
from deck.i18n import _
from deck.translation.exchange import Exchange, ExchangedText, unreadable

_PRINT = re.compile(r"deck:([0-9a-f]{12})")
_LINE = re.compile(r"""(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?|domain)\s*)?"((?:[^"\\]|\\.)*)\"""")
_BREAK = re.compile(r"\r\n|\r|\n")
_KEYWORD = re.compile(r"^\s*(?:#~\s*)?msg(?:id|str|ctxt)\b", re.MULTILINE)
_ESCAPE = re.compile(r"\\(.)")
_SEAL = "deck-po-sha256:"
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_THEN = datetime(1980, 1, 1, tzinfo=UTC)


def write(exchange: Exchange, source: str) -> bytes:
    """`source`: the code of the language that is translated."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalogue = Catalog(
        locale=exchange.lang,
        project="deck",
        version="1",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        charset="utf-8",
        creation_date=_THEN,
        revision_date=_THEN,
        fuzzy=False,
    )
    catalogue.header_comment = f"# {source} → {exchange.lang}"
    for text in exchange.texts:
        known = [f"deck:{text.known_by}"] if text.known_by else []
        flags = () if text.done or not text.words else ("fuzzy",)
        catalogue.add(
            text.swedish, text.words, context=text.name, flags=flags, auto_comments=[*filter(None, [text.told]), *known]
        )
    out = io.BytesIO()
    write_po(out, catalogue, width=100)
    return out.getvalue()


def read(data: bytes, where: Where, diagnostics: Diagnostics) -> Exchange:
    """What is wrong goes to `diagnostics`, with its line."""
    text = _decoded(data, where, diagnostics)
    if text.strip() and not _KEYWORD.search(text):
        return unreadable(where, _("there is no text of gettext's in it"), diagnostics)
    lang, texts = "", list[ExchangedText]()
    for entry in _entries(text, where, diagnostics):
        said = {name: "".join(parts) for name, parts in entry.said.items()}
        at, name, swedish = Where(where.file, line=entry.line), said.get("msgctxt", ""), said.get("msgid", "")
        words = said.get("msgstr", said.get("msgstr[0]", ""))
        if entry.faulty:
            continue
        if "msgid" not in said or not any(key.startswith("msgstr") for key in said):
            message = _("this text lacks its msgid or its msgstr")
            diagnostics.error("bad-line", message, at, _("put back the lines that were taken away, or take the rest away, too"))
        elif not swedish and not name:
            found = re.search(r"^Language:(.*)$", words, re.M)
            lang = code_of(found[1].strip()) if found and not lang else lang
        elif entry.obsolete:
            if name and words:
                message = _("“{name}” is marked as obsolete in the file (#~): its words are passed over").format(name=name)
                diagnostics.warning("obsolete-words", message, at, _("take the marks away if they are to come in"))
        elif "msgid_plural" in said or any(key.startswith("msgstr[") for key in said):
            message = _("“{name}” has a plural of its own here: the content's texts have none").format(name=name)
            diagnostics.error("bad-line", message, at, _("write one msgid and one msgstr"))
        else:
            known = _PRINT.search(entry.told)
            text_ = ExchangedText(
                name=name,
                swedish=swedish,
                words=words,
                done=bool(words) and not entry.fuzzy,
                told=_PRINT.sub("", entry.told).strip(),
                remark=entry.remark,
                known_by=known[1] if known else "",
                line=entry.line,
            )
            texts.append(text_)
    return Exchange(lang, tuple(texts))


@dataclass(slots=True)
class _Entry:
    """`said`: a keyword ("msgctxt", "msgstr[0]") → its strings; `line`: of its translation, else of its first keyword."""

    said: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    comments: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    obsolete: bool = False
    line: int = 0
    faulty: bool = False

    def of(self, kind: str) -> list[str]:
        return [words for sign, words in self.comments if sign == kind]

    @property
    def told(self) -> str:
        return " ".join(self.of("."))

    @property
    def remark(self) -> str:
        return " ".join(words for words in self.of("") if words and not words.startswith(_SEAL))

    @property
    def fuzzy(self) -> bool:
        return any("fuzzy" in re.split(r"[\s,]+", words) for words in self.of(","))


def _entries(text: str, where: Where, diagnostics: Diagnostics) -> Iterator[_Entry]:
    """The file's entries in order, the header too. A line that is none of gettext's is told; so is a string without its end: it
    would be lost."""
    entry, last = _Entry(), ""
    for number, raw in enumerate(_BREAK.split(text), 1):
        line = raw.strip()
        obsolete = line.startswith("#~")
        line = line[2:].strip() if obsolete else line
        if not line or line.startswith("|"):  # "#~|": what an obsolete entry was before
            continue
        sign = line[1:2] if line[1:2] in (".", ",", ":", "|", "=") else ""
        comment = line.startswith("#")
        found = None if comment else _LINE.fullmatch(line)
        keyword = found[1] or "" if found else ""
        begins = comment or keyword == "msgctxt" or (keyword == "msgid" and list(entry.said) != ["msgctxt"])
        if begins and (entry.said or entry.faulty):
            yield entry
            entry, last = _Entry(), ""
        if comment:
            entry.comments.append((sign, line[1 + len(sign) :].strip()))
            continue
        last = keyword or last
        if found is None or not last or (keyword and keyword in entry.said):
            message = _("this is no line of gettext's: {line}").format(line=short(line))
            hint = _('each line is a keyword and a text in quotation marks, which end it; within it they are written \\"')
            diagnostics.error("bad-line", message, Where(where.file, line=number), hint)
            entry.faulty = True
            continue
        entry.obsolete = obsolete
        entry.line = number if keyword.startswith("msgstr") and "msgstr" not in entry.said else entry.line or number
        entry.said.setdefault(last, []).append(_ESCAPE.sub(_unescaped, found[2]))
    if entry.said:
        yield entry


def _unescaped(match: re.Match[str]) -> str:
    """A sign that means nothing after a backslash stands as it is written: our own `\\-`, by a hand that did not double it."""
    return _SIGNS.get(match[1], match[0])


def _decoded(data: bytes, where: Where, diagnostics: Diagnostics) -> str:
    """By its mark, by what its header says, else UTF-8."""
    said = re.search(rb"charset=([A-Za-z0-9._:-]+)", data[:4000])
    marked = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else ""
    coding = marked or (said[1].decode("ascii") if said else "utf-8")
    try:
        return data.decode(coding)
    except (UnicodeDecodeError, LookupError) as error:
        line = data.count(b"\n", 0, error.start) + 1 if isinstance(error, UnicodeDecodeError) else 0
        message = _("there are signs that are not of the coding that the file says ({coding})").format(coding=coding)
        diagnostics.error("unreadable", message, Where(where.file, line=line), _("save it as UTF-8"))
        return ""
