"""One deck, the whole way: recognised, read, merged into a plan, the plan applied. The caller knows where base and the new
content come from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where
from deck.errors import InputError
from deck.i18n import _
from deck.package import Package
from deck.package.signature import is_signed, unsigned
from deck.pptx.manifest import Manifest, PlacedBoxes, add_manifest
from deck.pptx.reader import ReadDeck, presentation_of
from deck.presentation import Media, Picture, Presentation
from deck.refresh import asked
from deck.refresh.apply import After, Before, Bench, apply
from deck.refresh.apply.glue import unglued
from deck.refresh.apply.remarks import remarks
from deck.refresh.apply.timing import still
from deck.refresh.beside import Surroundings, went_along, with_beside
from deck.refresh.continued import KEY, continued_on, to_remember
from deck.refresh.digests import digests_of, kept
from deck.refresh.earlier import as_composed, as_drawn, drawn_earlier
from deck.refresh.frames import with_frames
from deck.refresh.guard import LOOKS, SAID, Side, Touch
from deck.refresh.known import KnownDeck
from deck.refresh.merge import merge
from deck.refresh.merged import Merged, merged_of, owned
from deck.refresh.pages import Page, pages_of
from deck.refresh.parted import parted
from deck.refresh.pictured import outdated, pictured
from deck.refresh.placed import placed_after
from deck.refresh.plan import Base, Continued, Decisions, Mine, Plan, Theirs
from deck.refresh.presented import show_follows
from deck.refresh.properties import core_title, set_short
from deck.refresh.settle import settled
from deck.refresh.show import numbered, order_of, resized, title_on
from deck.refresh.touched import Touched, put_elsewhere, touched, touched_where_rewritten
from deck.refresh.twice import followed, unseen
from deck.refresh.ungrouped import parted_again
from deck.refresh.variety import kept_sizes
from deck.refresh.watch import cut_off, lacks, marked, only_words, touches_of, unshown, witnessed
from deck.refresh.written import Written, written


@dataclass(frozen=True)
class Remembered:
    """What the manifest says beside the base: the template's fingerprint, and what a refresh keeps of its own."""

    fingerprint: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """`package`: the patched deck, None where there is nothing to write. `numbers`: slide id or own key → its number in it."""

    merged: Merged
    package: Package | None
    numbers: Mapping[str, int] = field(default_factory=dict)
    numbers_before: Mapping[str, int] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    touches: tuple[Touch, ...] = ()
    whole: bool = False
    """Whether a witness has seen all in `package` that was there before and was to stay."""


@dataclass(frozen=True)
class Planned:
    """A merge before it is applied. `now`: what the file says; `said`: that as we would write it; `told`: the
    owner's touches; `mine`: its pages; `order`: its slides as keys; `own`: part of each
    slide of the owner's → its key; `titles`: as shown, by the witness' keys."""

    plan: Plan
    merged: Merged
    base: Presentation
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
        by_hand |= {(slide, slot) for slide, slot, _part in self.marks.parts}
        return {(slide.id, slot.id) for slide in self.now.slides for slot in slide.slots} - by_hand

    def outcome(self, package: Package | None) -> Outcome:
        """Where nothing is applied."""
        return Outcome(
            self.merged,
            package=package,
            numbers=self.numbers,
            numbers_before=self.numbers,
            touches=self.told,
        )


def plan_deck(known: KnownDeck, theirs: Theirs, decisions: Decisions) -> Planned:
    """Merge the guidance's words into what the owner's deck says. Nothing is changed."""
    deck = known.found.deck
    base = _with_media(known.base, theirs.presentation)
    mine = pages_of(deck, base.lang)
    if deck.manifest is None:
        mine = put_elsewhere(mine, known.generated.pages, base)
    now = said_now(deck, base, mine, known.generated.placed)
    if deck.manifest is None:
        base = as_composed(base, now)
    if not known.looks:
        now = settled(now, base)
    order, own = order_of(deck, mine)
    said = written(now, known.made_in or known.look)
    earlier = drawn_earlier(mine, known.generated.pages, base) if known.looks else set[tuple[str, str]]()
    ours = as_drawn(mine, now, base, earlier)
    found = touches_of(deck, mine, now, base, (known.generated, said), known.looks)
    told = tuple(item for item in found if item.item or (item.slide, item.where, item.what) not in ours)
    hands = touched if known.looks else touched_where_rewritten
    # What an earlier refresh laid out with the owner's words stands as we would lay it out with them.
    laid = {slide: [*pages, *said.pages.get(slide, ())] for slide, pages in known.generated.pages.items()}
    looks = hands(mine, laid, base)
    marks = marked(looks, told, base, earlier)
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
        continued=continued,
    )
    wanted = replace(theirs, presentation=parted(base, now, theirs.presentation))
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
        deck=deck, pages=mine, was=known.generated, said=said, told=told, titles=shown, parts=marks.parts, slots=marks.slots
    )
    return Planned(
        plan=plan,
        merged=with_beside(seen, around),
        base=base,
        now=now,
        said=said,
        told=told,
        mine=mine,
        own=own,
        order=tuple(order),
        marks=marks,
        numbers=_numbers(deck, mine, own),
        titles=shown,
        continued=continued,
        earlier=_earlier(deck, earlier, base) - {item.slide for item in told if item.what == "look"},
    )


def _earlier(deck: ReadDeck, drawn: Collection[tuple[str, str]], base: Presentation) -> frozenset[str]:
    """Slides with a block that an earlier version drew; where the deck does not remember what it looked like, then all."""
    if deck.manifest is None and drawn:
        return frozenset(slide.id for slide in base.slides)
    return frozenset(slide for slide, _slot in drawn)


def refresh_deck(known: KnownDeck, theirs: Theirs, decisions: Decisions, memory: Remembered) -> Outcome:
    """Merge `theirs` into the owner's deck, and write what came of it into its document. `memory`: for the manifest. At most
    three lay-outs with that of the base, four where the deck gets another look."""
    planned = plan_deck(known, theirs, decisions)
    return planned.outcome(None) if planned.plan.silent else applied(known, theirs, planned, memory)


def applied(known: KnownDeck, theirs: Theirs, planned: Planned, memory: Remembered) -> Outcome:
    """The deck with the plan's edits in it."""
    document, base, merged = known.document, planned.base, planned.merged
    bench = bench_of(known, planned)
    if planned.news:
        all_there(merged.presentation)
    apply(planned.plan, bench)
    base_now = replace(merged.base, release=theirs.presentation.release) if planned.news else base
    if planned.news:
        set_short(document, base_now)
    still(document)
    unglued(document)
    remarks(document)
    shown_now = show_follows(document, [piece.part for piece in known.found.deck.slides])
    document.close()
    fresh = bench.written
    after = document.deck()
    pages = pages_of(after, base.lang)
    was = known.found.deck.manifest
    before = was.placed if was is not None else known.generated.placed
    placed = placed_after(before, base_now, merged.presentation, fresh.placed, pages)
    remembered = was.digests if was is not None else {}
    own = owned(merged.presentation, base_now)
    made = planned.untouched if known.looks and was is not None else set[tuple[str, str]]()
    digests = kept(digests_of(document.package()), digests_of(fresh.package), remembered, own, made)
    if known.looks:
        digests = with_frames(digests, Side.of(after), Side.of(fresh.deck), planned.told)
    sized = was.sizes if was is not None else {}
    sizes = kept_sizes(document.package(), fresh.package, sized, planned.untouched)
    manifest = Manifest(
        base_now,
        template=memory.fingerprint,
        extra=_extra(known, planned, memory),
        placed=placed,
        digests=digests,
        sizes=sizes,
    )
    # In another look nothing has the colours and measures that it had; nor do we know them where a program wrote all looks
    # anew, and the deck's own is not at hand.
    measured = theirs.template is None and not resized(known.found.deck, known.look.size[0])
    measured = measured and (known.looks or known.made_in is not None)
    ours, kinds = (known.generated, planned.said, fresh), LOOKS if measured else SAID
    whole = add_manifest(document.package(), manifest)
    # What an earlier version drew in other sizes is no owner's: only what stands out among a program's looks is known for one.
    looked = set[str]() if known.looks else {item.slide for item in planned.told if item.what == "look"}
    looked |= set[str]() if known.looks else {slide for slide, slot in planned.marks.slots if slot in sized.get(slide, {})}
    plain = {slide.id for slide in planned.now.slides} - planned.earlier if known.looks else set[str]()
    package, seen = witnessed(known.found.package, whole, planned.plan, (planned.said, fresh), ours, kinds, looked, plain)
    styled = {(item.slide, item.where) for item in planned.told if item.what == "look"}
    seen = seen.without_looks(planned.earlier).with_drawn_anew(slide for slide, _slot in sorted(bench.drawn_anew & styled))
    numbers = _numbers(after, pages, order_of(after, pages)[1])
    shown = {piece.part: number for number, piece in enumerate(after.slides, 1)}
    titles = {page.part: slide.title for slide in planned.now.slides for page in bench.mine.get(slide.id, ())}
    cut = cut_off(document.unlinked, titles, shown)
    news = (*unshown(merged, after, numbers), *outdated(merged, numbers)) if planned.news else ()
    notes = (
        *went_along(merged, planned.numbers, {(item.slide, item.words(planned.titles)) for item in seen.missing}),
        *cut,
        *shown_now,
        *lacks(seen, merged, numbers, planned.titles),
        *news,
        *_warnings(bench.problems),
        *_signature(package),
    )
    return Outcome(
        merged,
        package=numbered(unsigned(parted_again(package)), [piece.part for piece in after.slides]),
        numbers=numbers,
        numbers_before=planned.numbers,
        diagnostics=notes,
        touches=planned.told,
        whole=seen.whole,
    )


def bench_of(known: KnownDeck, planned: Planned) -> Bench:
    """The owner's document with all that the plan's edits must know to change it."""
    before = Before(
        deck=known.found.deck,
        mine=planned.mine,
        now=planned.now,
        base=planned.base,
        order=planned.order,
        own=planned.own,
        look=known.look,
        made_in=known.made_in or known.look,
        hand=known.hand,
        marks=planned.marks,
        styled=frozenset((item.slide, item.where) for item in planned.told if item.what not in ("place", "order")),
        continued=planned.continued,
        name=known.name,
    )
    plan = planned.plan
    after = After(wanted=plan.merged, order=plan.order, continued=plan.continued)
    return Bench(known.document, before, after, (known.generated, planned.said))


def _extra(known: KnownDeck, planned: Planned, memory: Remembered) -> dict[str, Any]:
    """What the manifest remembers beside the base."""
    continued = planned.plan.next_base.continued if planned.news else known.continued
    kept = {name: value for name, value in memory.extra.items() if name not in (KEY, asked.KEY)}
    return kept | to_remember(continued) | asked.to_remember(asked.asked_about(planned.plan.conflicts))


def _signature(package: Package) -> tuple[Diagnostic, ...]:
    """A signature is of the file as it was; in one that says more, programs call it broken."""
    if not is_signed(package):
        return ()
    message = _("the file was digitally signed; the new one says more, and so it is not")
    return (Diagnostic("unsigned", Severity.WARNING, message, hint=_("sign it anew in PowerPoint when you are done with it")),)


def _warnings(problems: Diagnostics) -> tuple[Diagnostic, ...]:
    """What does not fit any more is the owner's to see, and no reason to refuse."""
    return tuple(
        replace(item, severity=min(item.severity, Severity.WARNING)) for item in problems if item.severity > Severity.INFO
    )


def said_now(
    deck: ReadDeck, base: Presentation, mine: Mapping[str, list[Page]], placed: PlacedBoxes | None = None
) -> Presentation:
    """What the file says now, its title and footer, too. `placed`: where slots were put, if it has lost its memory of that."""
    now = presentation_of(deck, base, placed)
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


def all_there(presentation: Presentation) -> None:
    """Raises InputError where a picture is to be put in, and nobody has it any more."""
    gone = [
        Diagnostic(
            "missing-picture",
            Severity.ERROR,
            _('the picture "{name}" is no longer in the presentation, and cannot be put back').format(name=block.name or slot.id),
            Where(slide_id=slide.id),
            _("give your local.yaml with --local, the picture beside it"),
        )
        for slide in presentation.slides
        for slot in slide.slots
        if isinstance(block := slot.block, Picture) and block.media.is_gone
    ]
    if gone:
        raise InputError(gone)


def _numbers(deck: ReadDeck, pages: Mapping[str, list[Page]], own: Mapping[str, str]) -> dict[str, int]:
    place = {piece.part: n for n, piece in enumerate(deck.slides, 1)}
    return {slide: place[group[0].part] for slide, group in pages.items()} | {key: place[part] for part, key in own.items()}


__all__ = ["Outcome", "Planned", "Remembered", "applied", "bench_of", "plan_deck", "refresh_deck", "said_now"]
