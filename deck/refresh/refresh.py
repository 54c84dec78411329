"""One deck, the whole way: recognised, read, merged, patched. The caller knows where base and the new content come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where
from deck.errors import InputError
from deck.i18n import _
from deck.package import Package
from deck.pptx.manifest import Manifest
from deck.pptx.reader import ReadDeck, SlideReader, presentation_of, read_pptx
from deck.presentation import Media, Picture, Presentation
from deck.refresh.canon import canonical_presentation
from deck.refresh.guard import Side, Touch, Verdict, account, mend, rewritten, touches, verdict
from deck.refresh.merge import merge
from deck.refresh.merged import Merged, merged_of
from deck.refresh.outcome import Choice
from deck.refresh.pages import Page, pages_of
from deck.refresh.patch import Written, core_title, order_of, patch, written
from deck.refresh.plan import Base, Decisions, Mine, Theirs
from deck.refresh.settle import settled
from deck.refresh.touched import touched
from deck.template.model import Template


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


def refresh_deck(
    deck: ReadDeck,
    base: Presentation,
    theirs: Presentation,
    template: Template,
    *,
    fingerprint: str = "",
    extra: Mapping[str, Any] | None = None,
    resolve: Mapping[str, Choice] | None = None,
    prefer: Choice | None = None,
    looks: bool = True,
    tell: bool = False,
    told: Sequence[Touch] | None = None,
) -> Outcome:
    """Merge `theirs` into the owner's deck, whose ids are in place. `template`: the deck's own look; `fingerprint` and `extra`: for
    the manifest. `looks` False: the looks in the file were rewritten by a program. `tell`: only find out; the
    package of the outcome is then the deck's own, where there is something to write. `told`: the owner's touches, where they are known
    from before the deck was moved into another look. Pure, but for caches."""
    base = _with_media(base, theirs)
    mine = pages_of(deck, base.lang)
    now = said_now(deck, base, mine)
    if not looks:
        now = settled(now, base)
    problems = Diagnostics()
    sides = (written(base, template), written(now, template))
    order, own = order_of(deck, mine)
    if told is None:
        told = _touches(deck, now, base, sides, looks)
    marks = _marks(touched(mine, sides[0].pages, base, looks=looks), told, base)
    titles = {key: _title(deck, part, base.lang) for part, key in own.items()}
    side = Mine(presentation=now, order=tuple(order), titles=titles, touched=marks[0], slots=marks[1])
    decisions = Decisions(choices=dict(resolve or {}), prefer=prefer)
    plan = merge(Base(presentation=base), side, Theirs(presentation=theirs), decisions)
    merged = merged_of(plan)
    before, reasons = _numbers(deck, mine, own), _reasons(merged, told)
    if plan.silent:
        return Outcome(merged, None, before, before, reasons, tuple(told))
    if tell:
        return Outcome(merged, deck.package, before, before, reasons, tuple(told))
    manifest = Manifest(replace(merged.base, release=theirs.release), fingerprint, dict(extra or {}))
    package, fresh = patch(deck, now, base, merged, template, sides, manifest, problems, looks)
    after, seen = _witnessed(deck, package, merged, sides[1], fresh)
    pages = pages_of(after, base.lang)
    numbers = _numbers(after, pages, order_of(after, pages)[1])
    notes = (*reasons, *_lacks(seen, merged, numbers), *_warnings(problems))
    return Outcome(merged, after.package, numbers, before, notes, tuple(told), seen.whole)


def _touches(
    deck: ReadDeck, now: Presentation, base: Presentation, sides: tuple[Written, Written], looks: bool
) -> tuple[Touch, ...]:
    """What below the model bears the owner's hand."""
    was = {slide.id: (slide.slots, slide.notes) for slide in canonical_presentation(base).slides}
    changed = [slide.id for slide in canonical_presentation(now).slides if was.get(slide.id) != (slide.slots, slide.notes)]
    ours = [Side.of(read_pptx(side.package)) for side in sides]
    return touches(Side.of(deck), ours[0], ours[1], changed, looks=looks)


def _marks(
    marks: tuple[frozenset[str], frozenset[tuple[str, str]]], told: Sequence[Touch], base: Presentation
) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Slides, and (slide, slot), that the owner touched; those that `told` has, too."""
    names = {(slide.id, slot.id) for slide in base.slides for slot in slide.slots}
    return marks[0] | {item.slide for item in told}, marks[1] | ({(item.slide, item.where) for item in told} & names)


def _witnessed(deck: ReadDeck, package: Package, merged: Merged, now: Written, fresh: Written) -> tuple[ReadDeck, Verdict]:
    """The patched deck, its links that lead nowhere taken off, and what the witness says of it. Raises InputError where a slide of the
    owner's was lost."""
    after = read_pptx(package)
    gone = [item.slide for item in merged.changes if item.kind == "slide-removed"]
    taken = account(read_pptx(now.package), read_pptx(fresh.package), rewritten(deck, after), gone)
    seen = verdict(deck, after, taken)
    if seen.lost:
        raise InputError(
            [
                Diagnostic(
                    "slide-lost",
                    Severity.ERROR,
                    _("the slide “{slide}” would be lost, and so nothing was written").format(slide=key),
                    hint=_("build the deck anew and move your changes over, and send us the file"),
                )
                for key in seen.lost
            ]
        )
    if not seen.broken:
        return after, seen
    after = read_pptx(mend(package, seen.broken))
    return after, verdict(deck, after, taken)


def _lacks(seen: Verdict, merged: Merged, numbers: Mapping[str, int]) -> list[Diagnostic]:
    """What the witness misses, for the owner's eyes."""
    found = []
    titles = {slide.id: slide.title for slide in merged.presentation.slides}
    for item in seen.missing:
        where = Where(slide=numbers.get(item.slide, 0), slide_id=item.slide if item.slide != "deck" else "")
        hint = _("look at the slide in the original, and put it back by hand if you want to keep it")
        title = titles.get(item.slide, "")
        text = _("of yours is no longer there: {what}").format(what=item.words)
        found.append(Diagnostic("lost", Severity.WARNING, f"“{title}”: {text}" if title else text, where, hint))
    for fault in seen.broken:
        text = _("the part {part} may need repair ({fault})").format(part=fault.part, fault=f"{fault.fault}: {fault.what}")
        found.append(
            Diagnostic("broken", Severity.WARNING, text, Where(part=fault.part), _("open it in PowerPoint before you use it"))
        )
    return found


def _reasons(merged: Merged, told: Sequence[Touch]) -> tuple[Diagnostic, ...]:
    """Why a slide that reads as we wrote it is its owner's to decide."""
    found = []
    for item in merged.conflicts:
        marks = dict.fromkeys(touch.words for touch in told if touch.slide == item.slide)
        if item.property in ("slide", "kind") and marks:
            text = _("you have changed on the slide “{title}”: {marks}").format(title=item.title, marks=", ".join(marks))
            found.append(Diagnostic("owners-touch", Severity.INFO, text, Where(slide_id=item.slide)))
    return tuple(found)


def _warnings(problems: Diagnostics) -> tuple[Diagnostic, ...]:
    """What does not fit any more is the owner's to see, and no reason to refuse."""
    return tuple(
        replace(item, severity=min(item.severity, Severity.WARNING)) for item in problems if item.severity > Severity.INFO
    )


def said_now(deck: ReadDeck, base: Presentation, mine: Mapping[str, list[Page]]) -> Presentation:
    """What the file says now, its title and footer, too."""
    now = presentation_of(deck, base)
    title = core_title(deck.package)
    footers = [
        page.reader.words(shape)
        for pages in mine.values()
        for page in pages
        if (shape := page.shape("furniture-ftr")) is not None
    ]
    footer = base.footer if not footers or base.footer in footers else max(set(footers), key=footers.count)
    return replace(now, title=base.title if title is None else title, footer=footer)


def _with_media(base: Presentation, theirs: Presentation) -> Presentation:
    """A picture of the base that its owner took out of the file is known by its digest alone; where the new content still has it,
    the bytes are there."""
    held = {
        f"gone:{block.media.sha256}".encode(): block.media
        for slide in theirs.slides
        for slot in slide.slots
        if isinstance(block := slot.block, Picture)
    }

    def whole(block: Any) -> Any:
        if isinstance(block, Picture) and block.media.data in held:
            return replace(block, media=Media(block.media.content_type, held[block.media.data].data))
        return block

    return replace(
        base,
        slides=tuple(replace(s, slots=tuple(replace(slot, block=whole(slot.block)) for slot in s.slots)) for s in base.slides),
    )


def _title(deck: ReadDeck, part: str, lang: str) -> str:
    """An own slide's title as shown; else its first words."""
    sheet = deck.sheets.sheet(part)
    reader = SlideReader(deck.package, sheet, "", lang, {})
    shapes = [shape for kind, _idx, shape in sheet.placeholders if kind in ("title", "ctrTitle")]
    words = [text for shape in (*shapes, *reader.shapes) if (text := reader.words(shape).strip())]
    return words[0].replace("\n", " ").replace("\v", " ")[:80] if words else ""


def _numbers(deck: ReadDeck, pages: Mapping[str, list[Page]], own: Mapping[str, str]) -> dict[str, int]:
    place = {piece.part: n for n, piece in enumerate(deck.slides, 1)}
    return {slide: place[group[0].part] for slide, group in pages.items()} | {key: place[part] for part, key in own.items()}


__all__ = ["Outcome", "Written", "refresh_deck", "said_now"]
