"""Titles and source lines on a slide's later pages: they stand there again, and their owner may have given a page others."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from lxml import etree

from deck.drawing.names import Element, qn
from deck.pptx.pages import without_counter
from deck.presentation import ON_EACH_PAGE, Paragraph, Presentation, Text, from_json, to_json
from deck.refresh.keeping import kept_as, read_kept
from deck.refresh.pages import Page
from deck.refresh.plan import Continued, Paragraphs

KEY = "continued"
"""Where the manifest remembers them."""


def continued_on(mine: Mapping[str, Sequence[Page]], now: Presentation) -> Continued:
    """What later pages say otherwise than the first one, without the page's counter."""
    found: dict[str, dict[str, Paragraphs]] = {}
    for slide in now.slides:
        again = [slot for slot in slide.slots if slot.role in ON_EACH_PAGE]
        for page in mine.get(slide.id, ())[1:]:
            for slot in again:
                shape = page.shape(slot.id)
                if shape is None or not isinstance(slot.block, Text):
                    continue
                said = Text(page.reader.paragraphs(shape))
                if slot.role == "title":
                    said = without_counter(said, page.piece.number, page.piece.parts)
                if said.text.strip() and _lines(said) != _lines(slot.block):
                    found.setdefault(page.id, {})[slot.id] = said.paragraphs
    return found


def _lines(said: Text) -> list[tuple[str, int]]:
    """What each paragraph says, and at which level: one that its owner moved in on one page stands so there alone."""
    return [(item.text, item.level) for item in said.paragraphs]


def remembered(extra: Mapping[str, Any]) -> Continued:
    """As the manifest has them; nothing where that is damaged."""

    def read(held: Any) -> Continued:
        return {
            str(page): {str(slot): tuple(from_json(Paragraph, item) for item in words) for slot, words in slots.items()}
            for page, slots in held.items()
        }

    return read_kept(extra, KEY, read, {})


def to_remember(continued: Continued) -> dict[str, str]:
    """What goes into the manifest: words by name, as all that it remembers."""
    held = {page: {slot: [to_json(item) for item in words] for slot, words in slots.items()} for page, slots in continued.items()}
    return kept_as(KEY, held)


def element_of(words: Paragraph) -> Element:
    """A plain a:p of a paragraph."""
    result = etree.Element(qn("a:p"))
    if words.level:
        etree.SubElement(result, qn("a:pPr"), {"lvl": str(words.level)})
    for run in words.runs:
        item = etree.SubElement(result, qn("a:r"))
        props = etree.SubElement(item, qn("a:rPr"))
        for name, value in (("b", run.bold), ("i", run.italic)):
            if value:
                props.set(name, "1")
        etree.SubElement(item, qn("a:t")).text = run.text
    return result


def recount(title: Element | None, known: Collection[str], new: str, plain: str, *, had: bool = False) -> None:
    """A title's counter made to say which of how many its page is now. `known`: the counters that may be ours; `plain`:
    the title that the slide has without one, whose own end is never taken for a counter. One that its owner took away
    stays away; `had`: it was there, and went with words that are written anew."""
    words = [item for item in title.iter(qn("a:t")) if item.text] if title is not None else []
    if "".join(item.text or "" for item in words) == plain:
        if had and words:
            words[-1].text = (words[-1].text or "") + new
        return
    counters = sorted(filter(None, known), key=len, reverse=True)
    for item in reversed(words):
        # Its owner may have written behind it.
        said = item.text or ""
        old = next((counter for counter in counters if counter in said), None)
        if old is not None:
            before, _old, behind = said.rpartition(old)
            item.text = before + new + behind
            return


__all__ = ["KEY", "continued_on", "element_of", "recount", "remembered", "to_remember"]
