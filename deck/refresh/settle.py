"""A program that rewrites every look on saving (LibreOffice writes what was inherited into each run) is not its owner's hand:
where the words are the base's, so are the looks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields, is_dataclass, replace
from difflib import SequenceMatcher
from typing import Any, TypeVar

from deck.presentation import Chart, Item, Link, Map, Media, Paragraph, Picture, Presentation, Row, Slide, Table
from deck.presentation.links import is_elsewhere
from deck.refresh.sequence import align
from deck.refresh.words import Token, joined, tokens

T = TypeVar("T")


def settled(now: Presentation, base: Presentation, only: Collection[tuple[str, str]] | None = None) -> Presentation:
    """`now` with the base's looks on the base's words, everywhere or in some slots alone (slide, slot)."""
    slides: list[Slide] = []
    for slide in now.slides:
        was = base.slide(slide.id)
        if was is None:
            slides.append(slide)
            continue
        slots = tuple(
            replace(slot, block=_value(old.block, slot.block))
            if (old := was.slot(slot.id)) is not None and (only is None or (slide.id, slot.id) in only)
            else slot
            for slot in slide.slots
        )
        notes = _paragraphs(was.notes, slide.notes) if only is None else slide.notes
        slides.append(replace(slide, slots=slots, notes=notes))
    return replace(now, slides=tuple(slides))


def _value(base: Any, mine: Any) -> Any:
    """Any value of the IR, paragraphs within it settled."""
    if isinstance(mine, tuple) and isinstance(base, tuple):
        if all(isinstance(item, Paragraph) for item in (*mine, *base)):
            return _paragraphs(base, mine)
        if all(isinstance(item, Row | Item) for item in (*mine, *base)):
            known = {item.id: item for item in base}
            return tuple(_value(known[item.id], item) if item.id in known else item for item in mine)
        return tuple(_value(*pair) for pair in zip(base, mine, strict=True)) if len(base) == len(mine) else mine
    if isinstance(mine, Map) and isinstance(base, Map):
        return replace(mine, alt=mine.alt or base.alt)
    if type(base) is not type(mine) or not is_dataclass(mine) or isinstance(mine, Media):
        return mine
    if isinstance(mine, Paragraph):
        return paragraph(base, mine)
    changed: dict[str, Any] = {item.name: _value(getattr(base, item.name), getattr(mine, item.name)) for item in fields(mine)}
    if not changed.get("alt", True):
        # LibreOffice keeps the alternative texts of pictures only.
        changed["alt"] = getattr(base, "alt", "")
    if isinstance(mine, Picture) and isinstance(base, Picture):
        # Office's mark for what says nothing is forgotten.
        changed["decorative"] = mine.decorative or (base.decorative and not changed["alt"])
    linked = isinstance(mine, Item) and mine.link is not None and (mine.link.url or is_elsewhere(mine.link))
    if isinstance(mine, Item) and isinstance(base, Item) and not linked:
        # Links from shapes to slides are written by number, and go astray: but not to slides of the owner's.
        changed["link"] = base.link
    if isinstance(mine, Table) and isinstance(base, Table):
        # Marks of the header row and column are written into the cells, and forgotten.
        changed["first_column"] = base.first_column
    if isinstance(mine, Chart) and isinstance(base, Chart):
        changed["number_format"] = base.number_format
        if mine.labels and set(mine.labels) <= {"", *base.labels} and mine.categories == base.categories:
            changed["labels"] = base.labels
    result: Any = mine
    return replace(result, **changed)


def _paragraphs(base: Sequence[Paragraph], mine: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    found = align(base, mine, lambda item: item.text, lambda item: item.text)
    flat = all(item.level == 0 and item.list == "none" for item in mine)
    return tuple(paragraph(base[found[j]], item, flat) if j in found else item for j, item in enumerate(mine))


def paragraph(base: Paragraph, mine: Paragraph, flat: bool = False) -> Paragraph:
    """The owner's words, with the base's looks where they are the base's, and on new words the look before them. `flat`: nothing
    around has a level, for LibreOffice forgets those of texts that are no lists."""
    old, new = tokens(base), tokens(mine)
    if not old or not new:
        return mine
    pairs: dict[int, int] = {}
    for block in SequenceMatcher(None, [t.text for t in old], [t.text for t in new], autojunk=False).get_matching_blocks():
        pairs.update((block.b + n, block.a + n) for n in range(block.size))
    result: list[Token] = []
    last = 0
    for n, token in enumerate(new):
        last = pairs.get(n, last)
        like = old[last]
        link = like.link if _is_one_address(like.link, token.link) else token.link
        result.append(replace(token, bold=like.bold, italic=like.italic, lang=like.lang, link=link))
    level = base.level if flat and base.list == "none" else mine.level
    return replace(mine, runs=joined(result), level=level)


def _is_one_address(one: Link | None, other: Link | None) -> bool:
    """An address without a path is that of its root (RFC 3986, 6.2.3): LibreOffice writes the stroke by way of .odp."""
    if one is None or other is None or not one.url or not other.url:
        return False
    return other.url.removesuffix("/") == one.url.removesuffix("/") and one.url.removesuffix("/").count("/") == 2
