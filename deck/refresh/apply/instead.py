"""What one look has placeholders for, another draws (`refresh.twice`): what of a slide goes on its way from one to the other."""

from __future__ import annotations

from collections.abc import Iterator

from deck.drawing.names import Element, local
from deck.presentation import CONTACT, Diagram
from deck.refresh.apply.bench import Before
from deck.refresh.apply.page import PagePatch
from deck.refresh.pages import Page
from deck.refresh.parts import with_parts
from deck.refresh.takeover import holds_more


def drawn_instead(before: Before, patch: PagePatch, slide: str, slot: str) -> bool:
    """Whether what a placeholder of the old look said is drawn with others in the new one."""
    return any(patch.fresh.shape(name) is not None for name in _blocks(before, slide, slot))


def still_drawn(before: Before, patch: PagePatch, slide: str, slot: str) -> bool:
    """Whether a block that stands on the page goes on saying what a place of the look is for."""
    return any(patch.shape(name) is not None for name in _blocks(before, slide, slot))


def was_drawn(before: Before, patch: PagePatch, slide: str, slot: str) -> bool:
    """Whether a block on the page as it came said what a place of the new look is for, and goes for it."""
    names = list(_blocks(before, slide, slot))
    return any(patch.mine.shape(name) is not None for name in names) and not still_drawn(before, patch, slide, slot)


def is_line(before: Before, slide: str, slot: str) -> bool:
    """Whether a slot is said in a drawn block, too."""
    return any(_blocks(before, slide, slot))


def _blocks(before: Before, slide: str, slot: str) -> Iterator[str]:
    """The drawn blocks that may stand for a line of a contact."""
    said = before.now.slide(slide)
    held = said.slot(slot) if said is not None else None
    if said is not None and held is not None and held.role in CONTACT:
        yield from (other.id for other in said.slots if isinstance(other.block, Diagram) and other.block.form == "pairs")


def written_instead(before: Before, patch: PagePatch, slide: str, slot: str) -> bool:
    """Whether what was drawn in the old look has places to be written in in the new one: a drawn block without its owner's hand,
    none of whose words are theirs, or which the new page says, too."""
    target = patch.shape(slot)
    ours = [(page, shape) for page in patch.known if (shape := page.shape(slot)) is not None]
    touched = {*before.marks.slots, *before.styled, *(part[:2] for part in before.marks.parts)}
    if target is None or local(target) != "grpSp" or not ours or (slide, slot) in touched:
        return False
    known = set[str]().union(*(_lines(page, shape) for page, shape in ours))
    shown = set[str]().union(*(_lines(patch.fresh, shape) for shape in patch.fresh.reader.shapes))
    return _lines(patch.mine, target) <= known | shown and not holds_more(target, [shape for _page, shape in ours])


def _lines(page: Page, shape: Element) -> set[str]:
    return {line for part in with_parts(shape) for line in page.reader.words(part).splitlines()}


__all__ = ["drawn_instead", "is_line", "still_drawn", "was_drawn", "written_instead"]
