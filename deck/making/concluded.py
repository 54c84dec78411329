"""What a refresh's new figures may have made untrue: the conclusions over them."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from deck.diagnostics import Diagnostic, Severity
from deck.i18n import _
from deck.presentation import Chart, Diagram, Presentation, Slide


def concluded_anew(base: Presentation, theirs: Presentation, shown: Callable[[str], str] = lambda _slide: "") -> list[Diagnostic]:
    """A line for each of the sender's own slides whose figures are others now, to be read again; their titles are left as they
    are. `shown`: slide → its title as the owner has it."""
    found: list[Diagnostic] = []
    for slide in theirs.slides:
        before = base.slide(slide.id)
        if slide.own and before is not None and _amounts(before) and _amounts(before) != _amounts(slide):
            message = _('the figures on the slide "{title}" are new: see whether its title still holds')
            found.append(
                Diagnostic(
                    "new-figures",
                    Severity.WARNING,
                    message.format(title=shown(slide.id) or slide.title),
                    hint=_("change the title in PowerPoint if it does not"),
                )
            )
    return found


def _amounts(slide: Slide) -> tuple[Hashable, ...]:
    """What a slide counts: the values of its charts, whatever kind of chart shows them, and its large numbers."""
    blocks = [slot.block for slot in slide.slots]
    charts = tuple((block.categories, block.series) for block in blocks if isinstance(block, Chart))
    return (*charts, *(block for block in blocks if isinstance(block, Diagram) and block.form == "number"))


__all__ = ["concluded_anew"]
