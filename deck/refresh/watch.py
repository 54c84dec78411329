"""The guard below the model, around a refresh: what bears the owner's hand beforehand, and what is missing afterwards."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from deck.diagnostics import Diagnostic, Severity, Where
from deck.errors import InputError
from deck.i18n import _
from deck.package import Package
from deck.pptx.reader import ReadDeck, read_pptx
from deck.presentation import Presentation
from deck.refresh.canon import canonical_presentation
from deck.refresh.guard import Side, Touch, Verdict, account, mend, rewritten, touches, verdict
from deck.refresh.merged import Merged
from deck.refresh.patch import Written
from deck.refresh.plan import DropSlide, Plan
from deck.refresh.touched import Touched


def touches_of(
    deck: ReadDeck, now: Presentation, base: Presentation, sides: tuple[Written, Written], looks: bool
) -> tuple[Touch, ...]:
    """What below the model bears the owner's hand."""
    was = {slide.id: (slide.slots, slide.notes) for slide in canonical_presentation(base).slides}
    changed = [slide.id for slide in canonical_presentation(now).slides if was.get(slide.id) != (slide.slots, slide.notes)]
    ours = [Side.of(side.deck) for side in sides]
    return touches(Side.of(deck), ours[0], ours[1], changed, looks=looks)


def marked(marks: Touched, told: Sequence[Touch], base: Presentation, earlier: Collection[tuple[str, str]] = ()) -> Touched:
    """Slides, and (slide, slot), that the owner touched; those that `told` has, too, but for what is only `earlier`: drawn by an
    earlier version."""
    names = {(slide.id, slot.id) for slide in base.slides for slot in slide.slots}
    return Touched(
        marks.slides | {item.slide for item in told},
        marks.slots | ({(item.slide, item.where) for item in told} & names - set(earlier)),
        marks.parts,
    )


def witnessed(before: Package, package: Package, plan: Plan, sides: tuple[Written, Written]) -> tuple[Package, Verdict]:
    """The patched deck, its links that lead nowhere taken off, and what the witness says of it. Raises InputError where a slide
    of the owner's was lost. `sides`: what the deck said and what it is to say, as we would write them."""
    deck, after = read_pptx(before), read_pptx(package)
    gone = [item.slide for item in plan.edits if isinstance(item, DropSlide)]
    taken = account(sides[0].deck, sides[1].deck, rewritten(deck, after), gone)
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
        return package, seen
    mended = mend(package, seen.broken)
    return mended, verdict(deck, read_pptx(mended), taken)


def lacks(seen: Verdict, merged: Merged, numbers: Mapping[str, int]) -> list[Diagnostic]:
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


def reasons(merged: Merged, told: Sequence[Touch]) -> tuple[Diagnostic, ...]:
    """Why a slide that reads as we wrote it is its owner's to decide."""
    found = []
    for item in merged.conflicts:
        marks = dict.fromkeys(touch.words for touch in told if touch.slide == item.slide)
        if item.property in ("slide", "kind") and marks:
            text = _("you have changed on the slide “{title}”: {marks}").format(title=item.title, marks=", ".join(marks))
            found.append(Diagnostic("owners-touch", Severity.INFO, text, Where(slide_id=item.slide)))
    return tuple(found)


def _advanced(base: Presentation, merged: Merged) -> bool:
    was = canonical_presentation(base)
    return (merged.base.slides, merged.base.sections, merged.base.footer, merged.base.title) != (
        was.slides,
        was.sections,
        was.footer,
        was.title,
    )


__all__ = ["lacks", "marked", "reasons", "touches_of", "witnessed"]
