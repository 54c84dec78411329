"""What the rules of `deck check` say of a deck before it is called made."""

from __future__ import annotations

import re
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
    own = (place.code, brand.fingerprint) if recipe.local or said else ()
    return Alike(
        material, outline=recipe.outline, audience=recipe.audience, county=place.is_county, template=template.fingerprint, own=own
    )


def proofs(package: Package, like: Alike, name: str, *, house: bool) -> list[Diagnostic]:
    """What the rules of `deck check` say of a deck before it is called made. What is not certain to be a fault, or lies in the
    parts of a `house`'s own template, is told and stops nothing there."""
    from deck.check import check_built

    found = check_built(package, like, name)
    if not house:
        return found
    errors = [item for item in found if item.severity >= Severity.ERROR and not _THEIRS.match(item.where.part or "")]
    return errors + _condensed([item for item in found if item not in errors])


def _condensed(items: list[Diagnostic]) -> list[Diagnostic]:
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
        found.append(replace(same[0], message=message, severity=Severity.INFO))
    return found
