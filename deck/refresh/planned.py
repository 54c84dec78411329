"""The merge of a deck before it is applied: what its file says, what its owner did to it, and what a plan makes of both."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from deck.pptx.manifest import PlacedBoxes
from deck.pptx.reader import ReadDeck, presentation_of
from deck.presentation import Media, Picture, Presentation
from deck.presentation.links import without_links_to
from deck.refresh import asked, standing
from deck.refresh.beside import Surroundings, with_beside
from deck.refresh.carried import Slots, with_carried
from deck.refresh.continued import continued_on
from deck.refresh.earlier import as_composed, as_drawn, drawn_earlier
from deck.refresh.guard import Touch
from deck.refresh.known import KnownDeck
from deck.refresh.merge import merge
from deck.refresh.merged import Merged, merged_of
from deck.refresh.pages import Page, pages_of
from deck.refresh.parted import parted
from deck.refresh.pictured import pictured
from deck.refresh.plan import Base, Continued, Decisions, Mine, Plan, Theirs
from deck.refresh.properties import core_title
from deck.refresh.settle import settled
from deck.refresh.show import order_of, title_on
from deck.refresh.touched import Touched, put_elsewhere, touched, touched_where_rewritten
from deck.refresh.twice import followed, unseen
from deck.refresh.unled import taken_out
from deck.refresh.unsure import ELSEWHERE
from deck.refresh.watch import marked, only_led_to, only_words, touches_of
from deck.refresh.written import Written, written


@dataclass(frozen=True)
class Planned:
    """A merge before it is applied. `drawn`: the base in the forms that stand in the file; `now`: what the file says; `said`:
    that as we would write it; `told`: the owner's touches; `mine`: its pages; `order`: its slides as keys; `own`: part of each
    slide of the owner's → its key; `titles`: as shown, by the witness' keys."""

    plan: Plan
    merged: Merged
    base: Presentation
    drawn: Presentation
    now: Presentation
    said: Written
    told: tuple[Touch, ...]
    mine: dict[str, list[Page]]
    own: Mapping[str, str]
    order: tuple[str, ...]
    marks: Touched
    numbers: Mapping[str, int]
    titles: Mapping[str, str]
    continued: Continued
    wanted: Presentation
    """What the guidance says, as it was merged, but for what follows what is shown (`refresh.twice`)."""
    unsure: Slots = frozenset()
    """As the deck is known to have them: their looks stay, and are nobody's touch."""
    earlier: frozenset[str] = frozenset()
    """Slides that an earlier version drew in other measures, and that have no look of their owner's."""

    @property
    def news(self) -> bool:
        """There is something to write, beside another look."""
        return self.plan.news

    @property
    def untouched(self) -> set[tuple[str, str]]:
        """(slide, slot) that no hand has touched."""
        by_hand = {*self.marks.slots, *((item.slide, item.where) for item in self.told)}
        by_hand |= {(slide, slot) for slide, slot, _part in self.marks.parts} | self.unsure
        return {(slide.id, slot.id) for slide in self.now.slides for slot in slide.slots} - by_hand


def plan_deck(known: KnownDeck, theirs: Theirs, decisions: Decisions) -> Planned:
    """Merge the guidance's words into what the owner's deck says. Nothing is changed."""
    deck = known.found.deck
    base, drawn = (_with_media(side, theirs.presentation) for side in (known.base, known.drawn))
    mine = pages_of(deck, base.lang)
    if known.adrift:
        mine = {slide: [replace(page, adrift=True) for page in pages] for slide, pages in mine.items()}
    if deck.manifest is None:
        mine = put_elsewhere(mine, known.generated.pages, drawn)
    now = said_now(deck, drawn, mine, known.generated.placed)
    if deck.manifest is None:
        base, drawn = (as_composed(side, now) for side in (base, drawn))
    if not known.looks or known.unsure:
        now = settled(now, drawn, known.unsure if known.looks else None)
    order, own = order_of(deck, mine)
    said = written(now, known.made_in or known.look, like=known.generated)
    earlier = drawn_earlier(mine, known.generated.pages, drawn) if known.looks else set[tuple[str, str]]()
    ours = as_drawn(mine, now, drawn, earlier)
    found = touches_of(deck, mine, now, drawn, (known.generated, said), known.looks)
    told = tuple(item for item in found if item.item or (item.slide, item.where, item.what) not in ours)
    told = tuple(item for item in told if (item.slide, item.where) not in known.unsure or item.what in ELSEWHERE)
    told = tuple(item for item in told if not known.unworn.explains(item))
    # What an earlier refresh laid out with the owner's words stands as we would lay it out with them.
    laid = {slide: [*pages, *said.pages.get(slide, ())] for slide, pages in known.generated.pages.items()}
    looks = touched(mine, laid, drawn, known.unsure, known.unworn) if known.looks else touched_where_rewritten(mine, laid, drawn)
    marks = with_carried(marked(looks, told, drawn, earlier), known.carried, now)
    continued = continued_on(mine, now)
    titles = {key: title_on(deck, part, base.lang) for part, key in own.items()}
    shown = {f"own:{piece.sld_id}": titles[own[piece.part]] for piece in deck.slides if piece.part in own}
    shown |= {slide.id: slide.title for slide in now.slides}
    side = Mine(
        presentation=now,
        order=tuple(order),
        titles=titles,
        touched=marks.slides | asked.slides_in(known.asked),
        slots=marks.slots | asked.slots_in(known.asked),
        worded=only_words(told) - looks.slots,
        parts=marks.parts | asked.parts_in(known.asked),
        led=only_led_to(told) - looks.slides - asked.slides_in(known.asked),
        continued=continued,
        otherwise=standing.otherwise(mine, base),
    )
    led = without_links_to(theirs.presentation, taken_out(base, [slide.id for slide in now.slides]))
    wanted = replace(theirs, presentation=parted(base, now, led))
    start, hidden = Base(presentation=base, continued=known.continued), unseen(now, mine)
    plan = merge(start, side, wanted, decisions)
    follows = followed(wanted.presentation, plan.merged, hidden)
    if follows is not wanted.presentation:
        plan = merge(start, side, replace(wanted, presentation=follows), decisions)
    # Between two makings of one release the guidance has nothing new.
    same = base.release == wanted.presentation.release
    local = {slide.id for side in (base, wanted.presentation) for slide in side.slides if slide.own}
    parts = {(slide.id, slot.id) for slide in wanted.presentation.slides for slot in slide.slots if slot.own}
    seen = pictured(merged_of(plan, local, parts, same=same, unseen=hidden), mine, known.generated.pages)
    around = Surroundings(
        deck=deck,
        pages=mine,
        was=known.generated,
        said=said,
        told=told,
        titles=shown,
        parts=marks.parts,
        slots=marks.slots,
        anew=not known.looks,
    )
    return Planned(
        plan=plan,
        merged=with_beside(seen, around),
        base=base,
        drawn=drawn,
        now=now,
        said=said,
        told=told,
        mine=mine,
        own=own,
        order=tuple(order),
        marks=marks,
        numbers=numbers_of(deck, mine, own),
        titles=shown,
        continued=continued,
        wanted=wanted.presentation,
        unsure=known.unsure,
        earlier=_earlier(deck, earlier, base) - {item.slide for item in told if item.what == "look"},
    )


def _earlier(deck: ReadDeck, drawn: Collection[tuple[str, str]], base: Presentation) -> frozenset[str]:
    """Slides with a block that an earlier version drew; where the deck does not remember what it looked like, then all."""
    if deck.manifest is None and drawn:
        return frozenset(slide.id for slide in base.slides)
    return frozenset(slide for slide, _slot in drawn)


def said_now(
    deck: ReadDeck, base: Presentation, mine: Mapping[str, list[Page]], placed: PlacedBoxes | None = None
) -> Presentation:
    """What the file says now, its title and footer, too. `placed`: where slots were put, if it has lost its memory of that."""
    now = presentation_of(deck, base, placed, elsewhere=True)
    title = core_title(deck)
    footers = [
        page.reader.words(shape)
        for pages in mine.values()
        for page in pages
        if (shape := page.shape("furniture-ftr")) is not None
    ]
    footer = base.footer if base.footer in footers else max(set(footers), key=footers.count, default="")
    if 2 * footers.count(footer) <= sum(map(len, mine.values())):
        footer = base.footer  # one slide's own footer is not the deck's
    return replace(now, title=base.title if title is None else title, footer=footer)


def _with_media(base: Presentation, theirs: Presentation) -> Presentation:
    """A picture of the base that its owner took out of the file is known by its digest alone; where the new content still
    has it, the bytes are there."""
    held = {
        block.media.sha256: block.media
        for slide in theirs.slides
        for slot in slide.slots
        if isinstance(block := slot.block, Picture) and not block.media.is_gone
    }

    def whole(block: Any) -> Any:
        if isinstance(block, Picture) and block.media.is_gone and block.media.sha256 in held:
            return replace(block, media=Media(block.media.content_type, held[block.media.sha256].data))
        return block

    return replace(
        base,
        slides=tuple(replace(s, slots=tuple(replace(slot, block=whole(slot.block)) for slot in s.slots)) for s in base.slides),
    )


def numbers_of(deck: ReadDeck, pages: Mapping[str, list[Page]], own: Mapping[str, str]) -> dict[str, int]:
    place = {piece.part: n for n, piece in enumerate(deck.slides, 1)}
    return {slide: place[group[0].part] for slide, group in pages.items()} | {key: place[part] for part, key in own.items()}


__all__ = ["Planned", "numbers_of", "plan_deck", "said_now"]
