"""Which of a template's masters serves best, told by laying a deck out in each that might."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from deck.diagnostics import Diagnostics
from deck.layout.audit import audit
from deck.layout.engine import lay_out
from deck.memory import Itself
from deck.presentation import Presentation
from deck.template.model import NO_RIVALS, Template

TOLD = "several-masters"
"""The code of what is said of the master that was chosen."""


def settled(template: Template, told: Presentation) -> Template:
    """The template with the master in which a deck has the fewest faults, then the fewest slides, then most of the template's own
    style; as it is, where it has no two that are near."""
    return _settled(Itself(template), told)


@lru_cache(maxsize=8)
def _settled(its: Itself[Template], told: Presentation) -> Template:
    template = its.value
    rivals = template.rivals.find()
    if not rivals:
        return template
    best, least = rivals[0], _strain(rivals[0], told)
    for rival in rivals[1:]:
        if least == (0, len(told.slides)):
            break
        if (strain := _strain(rival, told)) < least:
            best, least = rival, strain
    chosen = [item for item in best.diagnostics if item.code == TOLD]
    return replace(
        template,
        roles=best.roles,
        safe=best.safe,
        heading_font=best.heading_font,
        body_font=best.body_font,
        samples=best.samples,
        others=best.others,
        rivals=NO_RIVALS,
        diagnostics=(*(item for item in template.diagnostics if item.code != TOLD), *chosen),
    )


def _strain(template: Template, told: Presentation) -> tuple[int, int]:
    """How many faults a deck has in it, and how many slides it takes."""
    found = Diagnostics()
    laid_out = lay_out(told, template, found)
    return len(found.errors) + len(audit(laid_out)), len(laid_out.slides)


__all__ = ["settled"]
