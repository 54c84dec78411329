"""All slides of the guidance, for its editor to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deck.content import diff_contents, languages
from deck.content.structure import load_structure
from deck.errors import DeckError
from deck.i18n import _
from deck.making import Recipe
from deck.making.material import content_of
from deck.making.reach import reach_of
from deck.places import load_places
from deck.web.jobs.manuscript import FIRST, Said, in_order, last_release, pictures_of, released_content, said_within
from deck.web.shown import ShownSlide

if TYPE_CHECKING:
    from deck.content import Changelog, Content


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedCard:
    """A slide in the list. `changed`: since the last release ("new", "changed" or "")."""

    id: str
    title: str
    shown: ShownSlide | None
    changed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedGuidance:
    """All slides of the guidance by section: (label, slides). `release`: the last one; `place`: whose decks the pictures are
    of."""

    sections: tuple[tuple[str, tuple[EditedCard, ...]], ...]
    languages: tuple[str, ...]
    release: str
    place: str
    faults: Said = ()

    @property
    def svgs(self) -> Iterator[tuple[str, bytes]]:
        return ((card.shown.key, card.shown.svg) for _label, cards in self.sections for card in cards if card.shown)


def guidance(root: Path, lang: str, place: str, branding: Path | None = None) -> EditedGuidance:
    """The list of all slides. Words that cannot be read are told, and the slides listed without pictures. Raises DeckError where
    the structure is faulty."""
    known = languages(root)
    slides, _audiences = load_structure(root)
    try:
        content = content_of(Recipe(place, lang=lang, content_root=root))
    except DeckError as error:
        cards = tuple(EditedCard(id=name, title=name, shown=None) for name in slides)
        said = said_within(error.diagnostics, root)
        return EditedGuidance(sections=(("", cards),), languages=known, release=last_release(root), place=place, faults=said)
    there = load_places().find(place)
    seen: dict[str, ShownSlide] = {}
    for outline in sorted(content.outlines, key=lambda name: name != FIRST):
        for name, pages in pictures_of(root, lang, there, outline, branding).items():
            seen.setdefault(name, pages[0])
    for name in content.slides:
        reach = reach_of(content, name) if name not in seen else None
        if reach is not None and reach.places:
            pages = pictures_of(root, lang, reach.places[0], reach.outlines[0], branding, only=name)
            seen |= {key: found[0] for key, found in pages.items()}
    released = released_content(root, lang)
    news = {} if released is None else _changed(diff_contents(released, content))
    sections: dict[str, list[EditedCard]] = {}
    for name, section in in_order(content).items():
        picture = seen.get(name)
        title = picture.title if picture else name
        sections.setdefault(section, []).append(EditedCard(id=name, title=title, shown=picture, changed=news.get(name, "")))
    return EditedGuidance(
        sections=tuple((_section(content, section), tuple(cards)) for section, cards in sections.items()),
        languages=known,
        release=last_release(root),
        place=place,
        faults=said_within(content.diagnostics, root),
    )


def _section(content: Content, name: str) -> str:
    phrase = content.terms.get(("sections", name))
    return phrase.text if phrase is not None and phrase.fixed else _("Their own place") if name else _("In no deck")


def _changed(news: Changelog) -> dict[str, str]:
    found: dict[str, str] = {}
    for note in news.notes:
        own = note.item.partition(".")[0]
        if own in note.slides:
            found[own] = "new" if note.kind == "new-slide" else found.get(own, "changed")
    return found
