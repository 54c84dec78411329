"""One deck, the whole way: recognised, read, merged into a plan, the plan applied. The caller knows where base and the new
content come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where
from deck.drawing import Sheets
from deck.errors import InputError
from deck.i18n import _
from deck.package import Package
from deck.package.signature import is_signed, unsigned
from deck.pptx.manifest import AsWritten, Digests, Manifest, add_manifest
from deck.pptx.reader import read_pptx
from deck.presentation import Picture, Presentation
from deck.refresh import asked, carried, standing, unsure, unworn
from deck.refresh.along import went_along
from deck.refresh.apply import After, Before, Bench, apply
from deck.refresh.apply.fallback import fallen_back
from deck.refresh.apply.glue import unglued
from deck.refresh.apply.remarks import remarks
from deck.refresh.apply.timing import still
from deck.refresh.continued import KEY, to_remember
from deck.refresh.digests import digests_on, kept
from deck.refresh.frames import with_frames
from deck.refresh.guard import LOOKS, SAID, Side, Touch
from deck.refresh.known import KnownDeck
from deck.refresh.merged import Merged, owned
from deck.refresh.pages import pages_of
from deck.refresh.pictured import outdated
from deck.refresh.placed import placed_after
from deck.refresh.plan import Decisions, Relook, Theirs
from deck.refresh.planned import Planned, numbers_of, plan_deck
from deck.refresh.presented import show_follows
from deck.refresh.properties import set_short
from deck.refresh.show import numbered, order_of
from deck.refresh.twice import placed_once, rebased, unseen
from deck.refresh.ungrouped import parted_again
from deck.refresh.variety import kept_sizes
from deck.refresh.watch import cut_off, lacks, stay_away, unseen_news, unshown, witnessed


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
    sheets: Sheets | None = field(default=None, repr=False, compare=False)
    """Trees of most parts of `package`, to be read."""
    diagnostics: tuple[Diagnostic, ...] = ()
    touches: tuple[Touch, ...] = ()
    whole: bool = False
    """Whether a witness has seen all in `package` that was there before and was to stay."""


def unapplied(planned: Planned, package: Package | None = None) -> Outcome:
    """Where nothing is applied."""
    return Outcome(
        planned.merged,
        package=package,
        numbers=planned.numbers,
        numbers_before=planned.numbers,
        touches=planned.told,
    )


def refresh_deck(known: KnownDeck, theirs: Theirs, decisions: Decisions, memory: Remembered) -> Outcome:
    """Merge `theirs` into the owner's deck, and write what came of it into its document. `memory`: for the manifest. At most
    three lay-outs with that of the base, four where the deck gets another look."""
    planned = plan_deck(known, theirs, decisions)
    return unapplied(planned) if planned.plan.silent else applied(known, theirs, planned, memory)


def applied(known: KnownDeck, theirs: Theirs, planned: Planned, memory: Remembered) -> Outcome:
    """The deck with the plan's edits in it."""
    document, base, merged = known.document, planned.base, planned.merged
    bench = bench_of(known, planned)
    # As they came: what the edits change is compared with nothing.
    bare = _unworn(known, planned)
    if planned.news:
        all_there(merged.presentation)
    apply(planned.plan, bench)
    base_now = replace(merged.base, release=theirs.presentation.release) if planned.news else base
    if planned.news:
        set_short(document, base_now)
    still(document)
    unglued(document)
    fallen_back(document)
    remarks(document)
    shown_now = show_follows(document, [piece.part for piece in known.found.deck.slides])
    document.close()
    fresh = bench.written
    after = document.deck()
    pages = pages_of(after, base.lang)
    if theirs.template is not None:
        shown_once = placed_once(fresh.placed, merged.presentation, pages)
        hidden = unseen(merged.presentation, pages_of(after, base.lang, shown_once))
        base_now = rebased(base_now, planned.wanted, merged.presentation, hidden)
    was = known.found.deck.manifest
    before = was.placed if was is not None else known.generated.placed
    stays = planned.untouched if known.adrift else set[tuple[str, str]]()
    placed = placed_after(before, base_now, merged.presentation, fresh.placed, pages, stays)
    placed = placed_once(placed, merged.presentation, pages)
    sheets = document.read()
    held = sheets.package
    here = Side.of(read_pptx(held, sheets=sheets))
    # As they came: what was drawn is taken out of the trees of `fresh` where it is put in.
    drawn = Side.of(read_pptx(fresh.package, manifest=fresh.deck.manifest))
    own = owned(merged.presentation, base_now)
    digests, sizes = _known_by(known, planned, here, drawn, own)
    if known.looks:
        digests = with_frames(digests, Side.of(after), Side.of(fresh.deck), planned.told)
    manifest = Manifest(
        base_now,
        template=memory.fingerprint,
        extra=_extra(known, planned, memory) | _doubts(known, planned, here, digests, own, bare),
        placed=placed,
        digests=digests,
        sizes=sizes,
    )
    # In another look nothing has the colours and measures that it had; nor do we know them where a program wrote all looks
    # anew, and the deck's own is not at hand.
    measured = theirs.template is None and not known.resized
    measured = measured and (known.looks or known.made_in is not None)
    ours, kinds = (known.generated, planned.said, fresh), LOOKS if measured else SAID
    whole = add_manifest(held, manifest)
    there = read_pptx(whole, sheets=here.sheets.over(whole), manifest=manifest)
    # What an earlier version drew in other sizes is no owner's: only what stands out among a program's looks is known for one.
    looked = set[str]() if known.looks else {item.slide for item in planned.told if item.what == "look"}
    sized = was.sizes if was is not None else {}
    looked |= set[str]() if known.looks else {slide for slide, slot in planned.marks.slots if slot in sized.get(slide, {})}
    plain = {slide.id for slide in planned.now.slides} - planned.earlier if known.looks else set[str]()
    package, seen = witnessed(known.found.package, there, planned.plan, (planned.said, fresh), ours, kinds, looked, plain)
    styled = {(item.slide, item.where) for item in planned.told if item.what == "look"}
    seen = seen.without_looks(planned.earlier).with_drawn_anew(slide for slide, _slot in sorted(bench.drawn_anew & styled))
    numbers = numbers_of(after, pages, order_of(after, pages)[1])
    shown = {piece.part: number for number, piece in enumerate(after.slides, 1)}
    titles = {page.part: slide.title for slide in planned.now.slides for page in bench.mine.get(slide.id, ())}
    cut = cut_off(document.unlinked, titles, shown)
    nowhere = unseen_news(merged, after, pages, fresh.pages) if planned.news else ()
    news = (*unshown(nowhere, numbers), *outdated(merged, numbers)) if planned.news else ()
    missed = {(item.slide, item.words(planned.titles)) for item in seen.missing}
    sides = (known.found.deck, after, known.generated.deck, replace(fresh.deck, sheets=drawn.sheets))
    notes = (
        *went_along(merged, planned.numbers, missed, sides, planned.titles),
        *cut,
        *shown_now,
        *lacks(seen, merged, numbers, planned.titles),
        *news,
        *_warnings(bench.problems),
        *_signature(package),
    )
    return Outcome(
        stay_away(merged, nowhere),
        package=numbered(unsigned(parted_again(package)), [piece.part for piece in after.slides]),
        numbers=numbers,
        numbers_before=planned.numbers,
        diagnostics=notes,
        touches=planned.told,
        sheets=there.sheets,
        whole=seen.whole,
    )


def _known_by(known: KnownDeck, planned: Planned, here: Side, drawn: Side, own: set[tuple[str, str]]) -> AsWritten:
    """What the new file is to know its shapes by. `drawn`: as we would write it; `own`: slots that say what is their owner's."""
    was = known.found.deck.manifest
    remembered, sized = (was.digests, was.sizes) if was is not None else ({}, {})
    made = planned.untouched if known.looks and was is not None else set[tuple[str, str]]()
    digests = kept(digests_on(here), digests_on(drawn), remembered, own, made)
    return AsWritten(digests, kept_sizes(here, drawn, sized, planned.untouched, adrift=known.adrift))


def _doubts(
    known: KnownDeck, planned: Planned, here: Side, digests: Digests, own: set[tuple[str, str]], bare: unworn.ItemNames
) -> dict[str, str]:
    """What in the new file stands as it stood when nothing of its owner's was on it, for the next refresh. `bare`: such items of
    drawn blocks."""
    said = planned.merged.presentation
    # What is new in this file no hand has touched, in whatever a program's layouts give it.
    new = {(slide.id, slot.id) for slide in said.slides for slot in slide.slots} - own
    new -= {(slide.id, slot.id) for slide in planned.now.slides for slot in slide.slots}
    doubted = planned.unsure if known.looks else planned.untouched | new
    # Where the layouts are a program's, every text has on the slide what they gave.
    worded = planned.unsure if known.looks else planned.untouched | new if known.adrift else own
    found = unsure.to_remember(doubted, said, digests_on(here, said=said) if doubted else {}, digests, worded)
    return found | unworn.to_remember(bare | _new_items(said, planned.now), here, _known_as_ours(digests))


def _new_items(said: Presentation, was: Presentation) -> unworn.ItemNames:
    """Those of drawn blocks that came with this refresh."""
    before = {item for slide in was.slides for item in unworn.items_of(slide)}
    return frozenset(item for slide in said.slides for item in unworn.items_of(slide) if item not in before)


def bench_of(known: KnownDeck, planned: Planned) -> Bench:
    """The owner's document with all that the plan's edits must know to change it."""
    before = Before(
        deck=known.found.deck,
        mine=planned.mine,
        now=planned.now,
        base=planned.drawn,
        order=planned.order,
        own=planned.own,
        look=known.look,
        made_in=known.made_in or known.look,
        hand=known.hand,
        marks=replace(planned.marks, slots=planned.marks.slots | planned.unsure),
        styled=frozenset((item.slide, item.where) for item in planned.told if item.what not in ("place", "order"))
        | known.carried
        | planned.unsure,
        carried=known.carried,
        continued=planned.continued,
        name=known.name,
    )
    plan = planned.plan
    after = After(wanted=plan.merged, order=plan.order, continued=plan.continued)
    return Bench(known.document, before, after, (known.generated, planned.said))


_KEYS = (KEY, asked.KEY, carried.KEY, unsure.KEY, standing.KEY, unworn.KEY)


def _unworn(known: KnownDeck, planned: Planned) -> unworn.ItemNames:
    """The items of drawn blocks in a program's looks that bear nothing of their owner's, now or since they were found so."""
    if known.looks:
        return known.unworn.items
    parts = {*planned.marks.parts, *((item.slide, item.where, item.item) for item in planned.told if item.item)}
    return unworn.unworn_in(planned.mine, known.generated.pages, planned.drawn, parts)


def _known_as_ours(digests: Digests) -> set[tuple[str, str]]:
    return {(page.partition("#")[0], slot) for page, slots in digests.items() for slot in slots}


def _extra(known: KnownDeck, planned: Planned, memory: Remembered) -> dict[str, Any]:
    """What the manifest remembers beside the base."""
    continued = planned.plan.next_base.continued if planned.news else known.continued
    kept = {name: value for name, value in memory.extra.items() if name not in _KEYS}
    waiting = asked.to_remember(asked.asked_about(planned.plan.conflicts))
    forms = standing.standing_in(planned.plan.merged, planned.plan.next_base.presentation, planned.drawn)
    hand = known.carried
    if any(isinstance(edit, Relook) for edit in planned.plan.edits):
        hand |= carried.by_hand(planned.now, planned.marks, planned.told)
    return kept | to_remember(continued) | waiting | standing.to_remember(forms) | carried.to_remember(hand)


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


__all__ = ["Outcome", "Remembered", "all_there", "applied", "bench_of", "refresh_deck", "unapplied"]
