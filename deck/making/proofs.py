"""What the rules of `deck check` say of a deck before it is called made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deck.diagnostics import Diagnostic, Severity
from deck.i18n import _
from deck.making.recipe import Recipe
from deck.places import Place

if TYPE_CHECKING:
    from deck.brand import Brand
    from deck.package import Package
    from deck.template.model import Template

_THEIRS = re.compile(r"ppt/(slideMasters|slideLayouts|theme|notesMasters|handoutMasters)/")
"""Parts of a template that are kept byte for byte, faults and all."""


FATAL = ("opens", "safe")
"""Families of rules whose errors stop a deck in any template: what PowerPoint would repair, and what runs or fetches."""


@dataclass(frozen=True, slots=True)
class Alike:
    """What decks have in common whose proofs hold for one another: the same words in the same layouts, but for names and the
    colours that a place has of itself. `own`: the place and its profile, where more than that is its own."""

    material: str
    outline: str
    audience: str
    county: bool
    template: str
    own: tuple[str, ...]


def alike(recipe: Recipe, place: Place, brand: Brand, material: str, template: Template) -> Alike:
    """`template`: as its file has it."""
    said = {where.file for where in brand.origin.values()} - {"deck"}
    own = (place.code, brand.fingerprint) if recipe.local or recipe.figures or recipe.showing or said else ()
    return Alike(
        material, outline=recipe.outline, audience=recipe.audience, county=place.is_county, template=template.fingerprint, own=own
    )


def proofs(package: Package, like: Alike, name: str, *, house: bool, own: bool = False) -> list[Diagnostic]:
    """What the rules of `deck check` say of a deck before it is called made. Words in another language than the deck's are to be
    translated; where the sender has material of its `own` they may be meant, and are marked afterwards. In a `house`'s own
    template only what would be repaired or is unsafe stops the deck; other faults of ours are warnings, and what is not certain
    to be a fault, or lies in the template's own parts, is told."""
    from deck.check import check_built

    found = [_in_its_language(item, own=own) for item in check_built(package, like, name)]
    if not house:
        return found
    ours = [item for item in found if item.severity >= Severity.ERROR and not _THEIRS.match(item.where.part or "")]
    fatal = [item for item in ours if item.code.partition("/")[0] in FATAL]
    flaws = [item for item in ours if item not in fatal]
    return fatal + _condensed(flaws, Severity.WARNING) + _condensed([item for item in found if item not in ours], Severity.INFO)


def _in_its_language(item: Diagnostic, *, own: bool) -> Diagnostic:
    from deck.check.accessible.language import WRONG, of_content

    if own and item.code == WRONG.code:
        hint = _("translate them, or have them marked: `deck check --fix` does it where the words tell")
        return replace(item, severity=min(item.severity, Severity.WARNING), hint=hint)
    return of_content(item)


def softened(items: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What does not stand as it should in an organisation's own template, as warnings: the deck is handed over, and its owner is
    told which slide to mend, and how. A fault that is told twice, as it was laid out and as it came out, is told once."""
    found: list[Diagnostic] = []
    known: set[tuple[str, str]] = set()
    for item in sorted(items, key=lambda item: item.where.slide == 0):
        if item.severity < Severity.ERROR:
            found.append(item)
            continue
        key = (item.where.slide_id.partition("#")[0], item.where.shape.partition("/")[0])
        if key not in known:
            hint = item.hint or _(
                "mend it on the slide in PowerPoint: make the shape larger or the words fewer, or choose another layout; a "
                "template.yaml can name a layout with more room"
            )
            found.append(replace(item, severity=Severity.WARNING, hint=hint))
        known.add(key)
    return found


def _condensed(items: list[Diagnostic], severity: Severity) -> list[Diagnostic]:
    """One word for each rule, with the first place and how many there are."""
    by_code: dict[str, list[Diagnostic]] = {}
    for item in items:
        by_code.setdefault(item.code, []).append(item)
    found: list[Diagnostic] = []
    for same in by_code.values():
        message = same[0].message
        if len(same) > 1:
            message = _("{message} (and {count} more like it; `deck check` shows all)").format(
                message=message, count=len(same) - 1
            )
        found.append(replace(same[0], message=message, severity=severity))
    return found
