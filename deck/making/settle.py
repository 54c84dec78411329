"""A template as decks are made in it: read, and of several masters the one in which a real deck stands best."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deck.collection import OURS, current
from deck.making.material import content_of
from deck.making.recipe import Recipe
from deck.places import Place, load_places

if TYPE_CHECKING:
    from deck.presentation import Presentation
    from deck.template.model import Template


def settled_template(source: Path, content_root: Path | None = None) -> Template:
    """The same for each place, outline and language, whatever deck it is asked for. Raises DeckError where the file cannot be
    read, or, if it has several masters to choose among, the content."""
    from deck.layout.masters import settled
    from deck.template import read_template
    from deck.template.model import NO_RIVALS

    template = read_template(source)
    return template if template.rivals is NO_RIVALS else settled(template, _tried_with(content_root))


def _tried_with(content_root: Path | None) -> Presentation:
    """A short deck of the content as it is now: what a master has no room for shows in it, too."""
    from deck.brand import load_brand
    from deck.compose import compose

    place, register = sample_place(), load_places()
    content = content_of(Recipe(place.code, content_root=content_root))
    short = min(content.outlines, key=lambda name: content.outlines[name].max_slides)
    return compose(content, place, register, load_brand(place, register), outline=short)


def sample_place(name: str = "") -> Place:
    """Whose deck is shown or tried where nobody said."""
    register = load_places()
    return register.find(name or ("lund" if current() == OURS else register.all[0].code))


__all__ = ["sample_place", "settled_template"]
