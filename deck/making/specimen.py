"""A template seen: a slide of each kind in it, or a whole deck, with what does not stand there as it should."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from deck.collection import first_language
from deck.diagnostics import Diagnostic, Diagnostics, Severity
from deck.i18n import _, languages
from deck.making.make import template_for
from deck.making.material import content_of
from deck.making.proofs import softened
from deck.making.recipe import Recipe
from deck.making.settle import sample_place
from deck.making.sheet import sheet_of
from deck.places import load_places
from deck.presentation import KINDS, Kind, Presentation, Slide, Slot, Text, paragraph, text

if TYPE_CHECKING:
    from deck.package import Package
    from deck.template.doctor import Diagnosis

WHOLE = "konferens"
"""The outline that has most kinds of slide."""


@dataclass(frozen=True)
class Specimen:
    """`flaws`: as a build in the template would tell them, by the slides of `package`."""

    package: Package
    flaws: tuple[Diagnostic, ...]

    def picture(self) -> bytes:
        """PNG bytes of every slide, side by side."""
        return sheet_of(self.package)


def specimen(template: Path, place: str = "", outline: str = "", lang: str | None = None) -> Specimen:
    """One slide of each kind, or the whole of an outline. Raises DeckError where the template cannot be read."""
    from deck.brand import load_brand
    from deck.compose import compose
    from deck.layout import audit, lay_out
    from deck.pptx import write_pptx

    register, found = load_places(), sample_place(place)
    recipe = Recipe(found.code, outline=outline or WHOLE, template=template, lang=lang or first_language())
    brand = load_brand(found, register)
    content = content_of(recipe)
    presentation = compose(content, found, register, brand, outline=outline or WHOLE)
    if not outline:
        presentation = one_of_each(presentation)
    told = Diagnostics()
    laid_out = lay_out(presentation, template_for(recipe, brand, content), told)
    told.extend(audit(laid_out))
    flaws = [item for item in softened(told.items) if item.severity >= Severity.WARNING]
    return Specimen(write_pptx(presentation, laid_out), tuple(flaws))


def one_of_each(presentation: Presentation) -> Presentation:
    """The first slide of each kind, in the order of the kinds; sample words for kinds that the deck has none of."""
    first = {item.kind: item for item in reversed(presentation.slides)}
    slides = [first.get(name) or _sample(kind) for name, kind in KINDS.items()]
    return replace(presentation, slides=tuple(item for item in slides if item is not None))


def _points() -> Text:
    words = (
        _("A text of one line"),
        _("A text that is so long that it goes on to a second line in most templates"),
        _("A last one"),
    )
    return Text(tuple(paragraph(item, 0, "bullet") for item in words))


def _sample(kind: Kind) -> Slide | None:
    """A slide of the kind with sample words in the roles that it must have and those that explain it; None where a place
    cannot have sample words, or there would be a title alone."""
    roles = [role for role in kind.roles if role in _SAMPLES and (role in kind.needs or role in _BESIDE)]
    if len(roles) < 2 or not set(kind.needs) <= set(roles):
        return None
    return Slide(f"specimen-{kind.name}", kind=kind.name, slots=tuple(Slot(role, role, _SAMPLES[role]()) for role in roles))


_SAMPLES: dict[str, Callable[[], Text]] = {
    "title": lambda: text(_("A title")),
    "subtitle": lambda: text(_("What the part is about")),
    "body": _points,
    "left-heading": lambda: text(_("Before")),
    "left": _points,
    "right-heading": lambda: text(_("After")),
    "right": _points,
    "quote": lambda: text(_("A sentence that somebody has said.")),
    "attribution": lambda: text(_("Who said it")),
    "number": lambda: text("290"),
}
"""What stands in a place of a slide whose kind the deck lacks."""
_BESIDE = ("subtitle", "attribution")
"""Places that may be empty, and are shown filled."""


def page(report: Diagnosis, picture: bytes) -> str:
    """A page that needs nothing else: the sentence, the picture, and the listing for who wants it."""
    lang = "sv" if languages()[0].lower().startswith("sv") else "en"
    title = _("The template {name}").format(name=report.template.name)
    data = base64.b64encode(picture).decode()
    shown = _("One slide of each kind, in the template")
    details = _("Layout by layout")
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width"><style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:70rem;'
        "margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}img{max-width:100%;height:auto}pre{white-space:pre-wrap;"
        "font-size:.9rem}</style></head><body><main>"
        f"<h1>{escape(title)}</h1><p>{escape(report.sentence)}</p>"
        f'<img alt="{escape(shown)}" src="data:image/png;base64,{data}">'
        f"<details><summary>{escape(details)}</summary><pre>{escape(report.to_text())}</pre></details></main></body></html>\n"
    )


__all__ = ["Specimen", "one_of_each", "page", "specimen"]
