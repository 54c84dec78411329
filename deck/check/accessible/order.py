"""Read in the order that it is looked at (WCAG 1.3.2, EN 301 549 10.1.3.2). PowerPoint reads from back to front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.check.accessible.alternatives import words_within
from deck.check.model import Finding, Rule
from deck.check.subject import Subject
from deck.check.words import as_seen
from deck.diagnostics import Severity
from deck.drawing import SceneShape
from deck.drawing.sheet import FURNITURE, TITLES
from deck.geometry import EMU_PER_CM, Box
from deck.i18n import N_, _

SLACK = EMU_PER_CM // 4


def _read(shapes: Sequence[SceneShape]) -> list[SceneShape]:
    """What is read aloud, in the file's order: footers, ornaments and empty placeholders aside."""
    return [
        shape
        for shape in shapes
        if not (shape.hidden or shape.decorative or shape.ph_type in FURNITURE or shape.kind == "connector")
        and (words_within(shape) or shape.alt.strip() or shape.kind in ("picture", "chart", "diagram", "media", "ole"))
        and shape.box.area > 0
    ]


def before(one: Box, other: Box) -> bool:
    """Does the eye surely come to `one` before `other`? Straight above it in the same column, or left of it on the same row."""
    if one.overlaps(other, SLACK):
        return False
    across = min(one.right, other.right) - max(one.x, other.x)
    if one.bottom <= other.y + SLACK and across > 0.5 * min(one.w, other.w):
        return True
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return one.right <= other.x + SLACK and down > 0.6 * min(one.h, other.h) and abs(one.y - other.y) < 0.25 * max(one.h, other.h)


def misplaced(shapes: Sequence[SceneShape]) -> tuple[SceneShape, SceneShape] | None:
    """The first pair that is read the wrong way round: (read first, looked at first)."""
    titles = [shape for shape in shapes if shape.ph_type in TITLES]
    rest = [shape for shape in shapes if shape.ph_type not in TITLES]
    if titles and rest and shapes.index(titles[0]) > shapes.index(rest[0]):
        above = [shape for shape in shapes[: shapes.index(titles[0])] if not before(as_seen(shape), as_seen(titles[0]))]
        if above:
            return above[0], titles[0]
    for n, early in enumerate(rest):
        for late in rest[n + 1 :]:
            if before(as_seen(late), as_seen(early)):
                return early, late
    return None


def _order(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        # Groups are read as a whole, then what is in them: each is a slide of its own here.
        pending: list[Sequence[SceneShape]] = [subject.scene(slide.part).own]
        while pending:
            shapes = pending.pop()
            pending += [shape.children for shape in shapes if shape.children and not shape.alt.strip() and not shape.decorative]
            found = misplaced(_read(shapes)) if len(shapes) <= 200 else None
            if found is not None:
                early, late = found
                message = _("“{late}” is looked at before “{early}”, but read after it").format(late=late.name, early=early.name)
                yield ORDER.found(message, subject.where(slide.part, late.name), box=as_seen(late))
                break


ORDER = Rule(
    "accessible/reading-order",
    severity=Severity.WARNING,
    title=N_("The reading order is not the visual order"),
    why=N_("WCAG 1.3.2 (EN 301 549, 10.1.3.2): what is read aloud comes in an order that makes sense."),
    mend=N_("open Review > Check Accessibility > Reading Order Pane, and put the objects in the order that they are read"),
    find=_order,
)
RULES = (ORDER,)
