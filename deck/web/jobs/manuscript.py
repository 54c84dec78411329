"""What the jobs of the guidance's editor share: the guidance as its files have it, and its slides as pictures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from deck.content import languages, releases
from deck.diagnostics import Diagnostic, Diagnostics
from deck.errors import DeckError
from deck.making import Recipe
from deck.making.make import templates
from deck.making.material import content_of
from deck.places import Place, load_places
from deck.web.shown import ShownSlide, shown

if TYPE_CHECKING:
    from deck.content import Content

Said = tuple[tuple[str, str], ...]
"""(message, hint), each once."""
FIRST = "standard"
"""The outline whose decks a slide is shown in, where it is in one."""


def said_within(items: Iterable[Diagnostic], root: Path) -> Said:
    """Messages that a file's line is put before, the file named within the content."""
    told: dict[tuple[str, str], None] = {}
    for item in items:
        name = inner_name(item.where.file, root)
        at = f"{name}:{item.where.line}: " if name and item.where.line else ""
        told[(f"{at}{item.message}", item.hint)] = None
    return tuple(told)


def inner_name(file: str, root: Path) -> str:
    """A file's name within the content."""
    parts = Path(file).parts
    return "/".join(parts[-2:]) if len(parts) > 1 and parts[-2] in languages(root) else "/".join(parts[-1:])


def last_release(root: Path) -> str:
    known = releases(root, Diagnostics())
    return known[-1].name if known else ""


def released_content(root: Path, lang: str) -> Content | None:
    """What the last release says; None where there is none that has words in the language."""
    try:
        return content_of(Recipe("", release=last_release(root), lang=lang, content_root=root)) if last_release(root) else None
    except DeckError:
        return None


def current_content(root: Path, lang: str) -> Content | None:
    """What the files say; None where they cannot be read."""
    try:
        return content_of(Recipe("", lang=lang, content_root=root))
    except DeckError:
        return None


def in_order(content: Content) -> dict[str, str]:
    """Slide → its section, in the order of the longest deck; what no deck has, last."""
    found: dict[str, str] = {}
    longest = sorted(content.outlines.values(), key=lambda item: -sum(map(len, item.sections.values())))
    for section in dict.fromkeys(section for outline in longest for section in outline.sections):
        for outline in longest:
            for audience in content.audiences:
                found |= {name: at for at, name in outline.order(audience) if at == section and name not in found}
    own = {slide.instead: name for name, slide in content.slides.items() if slide.instead}
    found |= {own[name]: section for name, section in found.items() if name in own}
    found |= {name: "" for name in content.slides if name not in found}
    return found


def pictures_of(
    root: Path, lang: str, place: Place, outline: str, branding: Path | None, only: str = ""
) -> dict[str, list[ShownSlide]]:
    """Slide id → its pages, as a place's deck has them. Raises DeckError."""
    from deck.brand import load_brand
    from deck.compose import compose
    from deck.layout import lay_out
    from deck.pptx import write_pptx
    from deck.typeset.reading import slide_parts

    recipe = Recipe(place.code, outline=outline, lang=lang, content_root=root, branding_root=branding)
    brand = load_brand(place, load_places(), root=branding)
    told = compose(content_of(recipe), place, load_places(), brand, outline=outline)
    laid_out = lay_out(told, templates(recipe, brand)[1], Diagnostics())
    package = write_pptx(told, laid_out)
    wanted = [
        (laid.slide.id, part)
        for laid, part in zip(laid_out.slides, slide_parts(package), strict=False)
        if not only or laid.slide.id == only
    ]
    found: dict[str, list[ShownSlide]] = {}
    for (name, _part), picture in zip(wanted, shown(package, [part for _name, part in wanted]), strict=False):
        found.setdefault(name, []).append(picture)
    return found
