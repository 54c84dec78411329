"""Which slides a sender's decks have, and in which of them each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from deck.brand.model import Brand
from deck.compose.compose import compose
from deck.content.content import Content
from deck.places import Place, Places


@dataclass(frozen=True, slots=True)
class SlideEntry:
    """A slide by its id. `slots`: the ids that a decision names. `decks`: outline → the audiences whose deck has it."""

    id: str
    title: str
    section: str
    slots: tuple[str, ...]
    own: bool = False
    decks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def shown_in(self, audiences: tuple[str, ...]) -> tuple[str, ...]:
        """The outlines, each with its audiences in brackets where it is not for all of them."""
        return tuple(
            outline if len(found) == len(audiences) else f"{outline} ({', '.join(found)})"
            for outline, found in self.decks.items()
        )


def overview(content: Content, place: Place, places: Places, brand: Brand) -> tuple[SlideEntry, ...]:
    """Every slide of a sender's decks, in the order that the longest has them in. Raises as `compose`."""
    entries: dict[str, SlideEntry] = {}
    order: list[str] = []
    decks: dict[str, dict[str, tuple[str, ...]]] = {}
    for outline in sorted(content.outlines, key=lambda name: -content.outlines[name].minutes):
        for audience in content.audiences:
            presentation = compose(content, place, places, brand, outline=outline, audience=audience)
            sections = {section.id: section.title for section in presentation.sections}
            before = ""
            for slide in presentation.slides:
                if slide.id not in entries:
                    order.insert(order.index(before) + 1 if before else 0, slide.id)
                    slots = tuple(slot.id for slot in slide.slots)
                    entries[slide.id] = SlideEntry(
                        slide.id, title=slide.title, section=sections.get(slide.section, ""), slots=slots, own=slide.own
                    )
                shown = decks.setdefault(slide.id, {})
                shown[outline] = (*shown.get(outline, ()), audience)
                before = slide.id
    return tuple(
        replace(entries[name], decks={outline: decks[name][outline] for outline in content.outlines if outline in decks[name]})
        for name in order
    )
