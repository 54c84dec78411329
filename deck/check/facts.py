"""What holds of a slide whatever its words are: found once for all slides that differ in nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from deck.drawing.names import Element, qn
from deck.memory import Memory
from deck.package import Stamped, UnsafeXML, parse_xml, tree_of

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
        key = slide.shared, slide.bare
        if (known := _STAMPED.get(key)) is None:
            # What knows its shapes later has read it just now.
            _STAMPED.put(key, known := (_read(slide, tree_of),))
        return known[0]
    return _facts(_wordless(slide))


_STAMPED: Memory[tuple[bytes, bytes], tuple[SlideFacts | None]] = Memory(256)
"""Facts of all slides that are alike but for the words of their footers."""


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
    return _read(slide, parse_xml)


def _read(slide: bytes, parse: Callable[[bytes], Element]) -> SlideFacts | None:
    try:
        root = parse(slide)
    except (UnsafeXML, etree.XMLSyntaxError):
        return None
    charts = tuple(item.get(qn("r:id"), "") for item in root.iter(qn("c:chart")))
    return SlideFacts(root.get("show") in ("0", "false"), charts)
