"""Where a sender's own statements come from: each may say it of itself, and a slide of all that do not."""

from __future__ import annotations

from collections.abc import Iterator

from deck.content.own import LocalSlide, OwnItem, OwnText

_MORE = "…"


def sources_of(own: LocalSlide) -> tuple[str, ...]:
    """Each source of a slide once: the slide's, then those of its statements in their order."""
    said = (own.source.strip(), *(one.source.strip() for one in _statements(own)))
    return tuple(dict.fromkeys(filter(None, said)))


def at_foot(sources: tuple[str, ...], most: int) -> str:
    """The sources in one line; where that has more characters than `most`, those that it has room for. The notes have all."""
    line, kept = "; ".join(sources), list(sources)
    while len(line) > most and len(kept) > 1:
        kept.pop()
        line = "; ".join((*kept, _MORE))
    return line


def sourced_notes(own: LocalSlide) -> str:
    """A paragraph for each statement that says where it comes from; "" where none does."""
    return "\n\n".join(f"{_words(one)}: {one.source.strip()}" for one in _statements(own) if one.source.strip())


def _statements(own: LocalSlide) -> Iterator[OwnText | OwnItem]:
    for listed in (own.body, own.left, own.right, own.rows, own.cards, own.process, own.loop, own.timeline):
        yield from listed


def _words(one: OwnText | OwnItem) -> str:
    words = one.text if isinstance(one, OwnText) else one.title or one.text
    return words.strip().rstrip(".:")


__all__ = ["at_foot", "sourced_notes", "sources_of"]
