"""What went with slides and parts of them whose owner gave them up: what stood beside the words, and stands there no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from deck.diagnostics import Diagnostic, Severity, Where, told_at_length
from deck.drawing.names import Element, is_made, local, qn
from deck.drawing.sheet import walk
from deck.i18n import _
from deck.pptx.identity import creation_of
from deck.pptx.reader import ReadDeck
from deck.refresh.guard import Losable, Things, keyed, told_things
from deck.refresh.guard.inventory import inventory
from deck.refresh.merged import Merged, given_up

_COUNTED = {
    "link": "link",
    "tip": "tip",
    "equation": "equation",
    "field": "field",
    "picture": "media",
    "alt": "alt",
    "name": "name",
    "transition": "transition",
    "animation": "animation",
    "comment": "comment",
    "tag": "tag",
    "object": "object",
    "background": "background",
}
"""What a touch is called (a key of WHAT) → the kind of thing that stands or stood there for it."""
_SHAPES = ("shape", "connector")


@dataclass(frozen=True)
class Aftermath:
    """A deck before its owner's decisions were applied, and after. `was`, `ours`: what we wrote of what it was made as, and write
    now; `titles`: of slides, by key; `slides`: those to look at."""

    before: ReadDeck
    after: ReadDeck
    was: ReadDeck
    ours: ReadDeck
    titles: Mapping[str, str]
    slides: Collection[str]

    def gone(self, slide: str, things: Things) -> Things | None:
        """What of these things stands on the slide no more; None where all does."""
        if things.items:
            lost = Counter(things.items) - self._left.get(slide, Counter())
            if lost == Counter(things.items):
                return things
            return next(iter(told_things(Counter(things.items), lost, self.titles)), None)
        if things.mark in _SHAPES:
            return things if _strange(self.before, slide) - _strange(self.after, slide) else None
        if (kind := _COUNTED.get(things.mark)) is not None:
            had, has = (sum(count for item, count in one.items() if item.kind == kind) for one in self._sides(slide))
            return None if has >= had > 0 else things
        return things

    def _sides(self, slide: str) -> tuple[Counter[Losable], Counter[Losable]]:
        return self._had.get(slide, Counter()), self._left.get(slide, Counter())

    @cached_property
    def _had(self) -> Mapping[str, Counter[Losable]]:
        return self._own(self.before, self.was)

    @cached_property
    def _left(self) -> Mapping[str, Counter[Losable]]:
        return self._own(self.after, self.ours)

    def _own(self, deck: ReadDeck, ours: ReadDeck) -> Mapping[str, Counter[Losable]]:
        """What stands on each slide that is not of our writing."""
        here, made = (inventory(one.sheets, keyed(one), self.slides, whole=False).slides for one in (deck, ours))
        return {slide: held - made.get(slide, Counter()) for slide, held in here.items()}


def _strange(deck: ReadDeck, slide: str) -> Counter[tuple[str, str, str]]:
    """The shapes on a slide that are not of our making: kind, name and words."""
    shapes = [shape for part in keyed(deck).get(slide, ()) for shape in walk(deck.sheets.sheet(part).tree)]
    return Counter(_called(shape) for shape in shapes if not is_made(creation_of(shape)))


def _called(shape: Element) -> tuple[str, str, str]:
    props = next(shape.iter("{*}cNvPr"), None)
    return (
        local(shape),
        props.get("name", "") if props is not None else "",
        "".join(item.text or "" for item in shape.iter(qn("a:t"))),
    )


def went_along(
    merged: Merged,
    numbers: Mapping[str, int],
    missed: Collection[tuple[str, str]],
    sides: Sequence[ReadDeck],
    titles: Mapping[str, str],
) -> tuple[Diagnostic, ...]:
    """What went with slides and parts of them whose owner gave them up, or gave up how they were told. `missed`: (slide, things)
    that are told as missing; `sides`: the deck before and after, what we wrote of what it was made as, and write now; `titles`:
    of slides, by key."""
    items = given_up(merged)
    before, after, was, ours = sides
    left = Aftermath(before, after, was, ours, titles, {item.conflict.address.slide for item in items})
    found = []
    for item in items:
        slide, key = item.conflict.address.slide, item.conflict.key
        things = [left.gone(slide, one) for one in merged.beside.get(key, ())]
        if beside := [one for one in things if one is not None and (slide, one.short) not in missed]:
            if item.conflict.at == "slide":
                said = _("“{title}”: with the slide went {things}")
            else:
                said = _("“{title}”: with what you gave up went {things}")
            told = ("; ".join(things.short for things in beside), "; ".join(things.whole for things in beside))
            text, whole = (said.format(title=item.conflict.title, things=things) for things in told)
            hint = _("it is still in the file that was refreshed")
            where = Where(slide=numbers.get(slide, 0), slide_id=slide)
            found.append(told_at_length(Diagnostic("went-along", Severity.INFO, text, where, hint), whole))
    return tuple(found)


__all__ = ["Aftermath", "went_along"]
