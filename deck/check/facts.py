"""What holds of a slide whatever its words are: found once for all slides that differ in nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from deck.drawing.names import qn
from deck.package import Stamped, UnsafeXML, parse_xml

_HEAD = re.compile(rb"<\?xml [^<>?]*encoding=.UTF-8.[^<>?]*\?>\s*<[^!?]")
_WORDS = re.compile(rb"<a:t>[^]<>&=\x00-\x1f\xef]+")
"""Words that can neither open nor close anything, nor be what XML forbids (U+FFFE begins with EF)."""


@dataclass(frozen=True, slots=True)
class SlideFacts:
    """`charts`: the relationship ids of its charts, in order, doubles and all."""

    hidden: bool
    charts: tuple[str, ...]


def facts_of(slide: bytes) -> SlideFacts | None:
    """None for a part that is no XML, or not to be read."""
    if isinstance(slide, Stamped):
        return _stamped(slide.shared, slide.bare)
    return _facts(_wordless(slide))


@lru_cache(maxsize=128)
def _stamped(shared: bytes, bare: bytes) -> SlideFacts | None:
    return _read(shared + bare)


def _wordless(slide: bytes) -> bytes:
    """The slide without the words of its texts, where that decides nothing of how it is read; else as it is."""
    if not _HEAD.match(slide) or b"<!" in slide or slide.count(b"<?") > 1 or not _is_text(slide):
        return slide
    return _WORDS.sub(b"<a:t>", slide)


def _is_text(data: bytes) -> bool:
    """Whether it is UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


@lru_cache(maxsize=256)
def _facts(slide: bytes) -> SlideFacts | None:
    return _read(slide)


def _read(slide: bytes) -> SlideFacts | None:
    try:
        root = parse_xml(slide)
    except (UnsafeXML, etree.XMLSyntaxError):
        return None
    charts = tuple(item.get(qn("r:id"), "") for item in root.iter(qn("c:chart")))
    return SlideFacts(root.get("show") in ("0", "false"), charts)
