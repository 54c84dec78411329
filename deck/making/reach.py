"""How far a slide reaches: in which decks it stands, which other slides a change of its words changes, and whether it holds
the name of every place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from deck.brand import load_brand
from deck.compose import compose, compose_slide
from deck.compose.order import slide_order
from deck.content import Content
from deck.diagnostics import Diagnostics, Severity
from deck.errors import DeckError
from deck.layout import audit, lay_out
from deck.places import Place, Places, load_places
from deck.presentation import Presentation, Section, Slide
from deck.template import default_template_path, read_template

if TYPE_CHECKING:
    from deck.diagnostics import Diagnostic

DeckVariant = tuple[str, str]
"""(outline, audience)."""


@dataclass(frozen=True, slots=True)
class SlideReach:
    """`decks`: (outline, audience) → how many places show the slide in it. `places`: all that show it in any."""

    decks: tuple[tuple[DeckVariant, int], ...]
    places: tuple[Place, ...]

    @property
    def outlines(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(outline for (outline, _audience), _count in self.decks))

    @property
    def audiences(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(audience for (_outline, audience), _count in self.decks))

    @property
    def count(self) -> int:
        """Of decks."""
        return sum(count for _told, count in self.decks)


@dataclass(frozen=True, slots=True)
class Misfit:
    """What does not stand well, and for whom. `hint`: what to do."""

    message: str
    hint: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlideFit:
    """`tried`: how many places; `kinds`: in how many ways the slide comes out, alike ones counted once."""

    tried: int
    kinds: int
    misfits: tuple[Misfit, ...]


def reach_of(content: Content, slide: str, places: Places | None = None) -> SlideReach:
    """In which of the decks that can be asked for a slide stands."""
    register = places or load_places()
    decks: dict[DeckVariant, int] = {}
    shown: dict[str, Place] = {}
    for group in _alike(content, register):
        for outline in content.outlines:
            for audience in content.audiences:
                if slide in (name for _section, name in slide_order(content, group[0], outline, audience)):
                    decks[(outline, audience)] = decks.get((outline, audience), 0) + len(group)
                    shown |= {place.code: place for place in group}
    return SlideReach(tuple(decks.items()), tuple(place for place in register.all if place.code in shown))


def _alike(content: Content, register: Places) -> list[list[Place]]:
    """The places in groups for which every slide is meant or not alike."""
    groups: dict[tuple[bool, ...], list[Place]] = {}
    for place in register.all:
        meant = tuple(slide.meant_for(place.kind, place.code) for slide in content.slides.values())
        groups.setdefault(meant, []).append(place)
    return list(groups.values())


def touched(before: Content, after: Content, place: Place) -> tuple[str, ...]:
    """The slides of a place that the one content tells otherwise than the other, in any deck; none where one tells nothing."""
    found: dict[str, None] = {}
    for outline in after.outlines:
        for audience in after.audiences:
            try:
                old, new = (_slides(content, place, outline, audience) for content in (before, after))
            except DeckError:
                continue
            found |= dict.fromkeys(name for name in new if old.get(name) != new[name])
    return tuple(found)


@lru_cache(maxsize=64)
def _slides(content: Content, place: Place, outline: str, audience: str) -> dict[str, Slide]:
    places = load_places()
    told = compose(content, place, places, load_brand(place, places), outline=outline, audience=audience)
    return {slide.id: slide for slide in told.slides}


def fit_everywhere(content: Content, slide: str, reach: SlideReach) -> SlideFit:
    """The slide with the name of every place that shows it, in each length: composed, laid out in the standard template, and
    looked at. What does not even compose is told, too."""
    places = load_places()
    ways: dict[Slide, dict[str, Place]] = {}
    wrong: dict[tuple[str, str], dict[str, Place]] = {}
    for place, (outline, audience) in _asked(reach):
        brand = load_brand(place, places)
        try:
            made = compose_slide(content, place, places, brand, slide, outline=outline, audience=audience)
        except DeckError as error:
            for item in error.diagnostics:
                wrong.setdefault((item.message, item.hint), {})[place.code] = place
            continue
        if made is not None:
            ways.setdefault(replace(made, notes=()), {})[place.code] = place
    for made, whose in ways.items():
        for item in stands(content, made):
            wrong.setdefault((item.message, item.hint), {}).update(whose)
    misfits = [Misfit(*said, tuple(place.own_name for place in whose.values())) for said, whose in wrong.items()]
    return SlideFit(len(reach.places), len(ways), tuple(sorted(misfits, key=lambda item: -len(item.places))))


def _asked(reach: SlideReach) -> Iterator[tuple[Place, DeckVariant]]:
    told = {outline: (outline, audience) for (outline, audience), _count in reversed(reach.decks)}
    for place in reach.places:
        for asked in told.values():
            yield place, asked


def stands(content: Content, slide: Slide) -> list[Diagnostic]:
    """What does not stand well of a slide in the standard template."""
    template = read_template(default_template_path())
    found = Diagnostics()
    try:
        laid_out = lay_out(_alone(content, slide), template, found)
        found.extend(audit(laid_out))
    except DeckError as error:
        found.extend(error.diagnostics)
    return [item for item in found if item.severity >= Severity.WARNING]


def _alone(content: Content, slide: Slide) -> Presentation:
    return Presentation(
        title=slide.title,
        lang=content.lang,
        place="",
        place_name="",
        outline="",
        audience="",
        release=content.release,
        sections=(Section(slide.section, slide.section),),
        slides=(slide,),
        date=content.date,
    )
