"""What a deck was made from that has lost all memory of it, as files of Google Slides and Keynote have: by what it says.

Its place names itself on its slides; what it was composed of says most of what it still says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from deck.brand import load_brand
from deck.compose import compose
from deck.content import content_root, languages, releases
from deck.content.drafts import FOLDER, draft_folder
from deck.diagnostics import Diagnostics
from deck.drawing.names import qn
from deck.errors import DeckError
from deck.making.material import content_of
from deck.making.recipe import Recipe, RefreshRecipe
from deck.places import Place, load_places, told_in
from deck.places.place import exact_key
from deck.presentation import Media, Paragraph

if TYPE_CHECKING:
    from deck.content import Content
    from deck.pptx import ReadDeck
    from deck.presentation import Slide

LEAST = 8
"""So many texts must be alike: fewer, and any presentation about the guidance would be a deck of ours."""
LEAST_SHARE = 0.2
"""And so large a share of the fewer texts of the two."""
PLACES = 3
"""So many places are tried, of those whose names are on most slides."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a deck was most likely made from, and how alike the two are: twice what both say, of all that each says (0 to 1)."""

    place: str
    outline: str
    audience: str
    release: str
    lang: str
    likeness: float


def guessed(recipe: RefreshRecipe, deck: ReadDeck, place: str | None = None, release: str | None = None) -> Guess | None:
    """What the deck was made from, where its words tell; None where they are too unlike all that we could have made. `place`,
    `release`: where they are known, they are these."""
    by_slide = [_texts(deck, part.part) for part in deck.slides]
    said = {text for texts in by_slide for text in texts}
    langs = (recipe.lang,) if recipe.lang else languages(recipe.content_root or content_root())
    senders = [load_places().find(place)] if place else _senders(by_slide, langs)
    contents = [*_contents(recipe, langs, release)]
    tried = [
        guess
        for content in contents
        for sender in senders
        if (guess := _guess(recipe, said, sender, content, *_largest(content))) is not None
    ]
    if not tried:
        return None
    best = max(tried, key=lambda guess: guess.likeness)
    content = next(item for item in contents if (item.release, _code(item)) == (best.release, best.lang))
    choices = [(outline, audience) for outline in content.outlines for audience in content.audiences]
    sender = load_places().find(best.place)
    nearer = [_guess(recipe, said, sender, content, *choice) for choice in choices]
    chosen = max([best, *filter(None, nearer)], key=lambda guess: guess.likeness)
    # A slide may be told in one outline alone: in the deck's own the releases are told apart once more.
    near = [item for item in contents if _code(item) == chosen.lang]
    again = (_guess(recipe, said, sender, item, chosen.outline, chosen.audience, whole=False) for item in near)
    return max(filter(None, again), key=lambda guess: guess.likeness, default=chosen)


def _contents(recipe: RefreshRecipe, langs: Iterable[str], release: str | None) -> Iterator[Content]:
    """What the deck can have been made of, the oldest release first: of two that are as like, the older is right to compare with.
    What the newer says more is then news, which a deck that has it says already."""
    top = recipe.content_root or content_root()
    drafts = sorted(item.name for item in (top / FOLDER).iterdir()) if (top / FOLDER).is_dir() else []
    named = [item.name for item in releases(recipe.content_root, Diagnostics())]
    all_names: list[str | None] = [*named, *(name for name in drafts if draft_folder(name, top) is not None), None]
    seen = set[tuple[str, str]]()
    for lang in langs:
        for name in [release] if release else all_names:
            try:
                content = content_of(Recipe("", release=name, lang=lang, content_root=recipe.content_root))
            except DeckError:
                continue
            if (content.release, lang) not in seen:
                seen.add((content.release, lang))
                yield content


def _largest(content: Content) -> tuple[str, str]:
    """The outline with most slides, and the first audience: what tells the content apart."""
    outline = max(content.outlines, key=lambda name: sum(map(len, content.outlines[name].sections.values())))
    return outline, next(iter(content.audiences))


def _guess(
    recipe: RefreshRecipe, said: set[str], place: Place, content: Content, outline: str, audience: str, *, whole: bool = True
) -> Guess | None:
    """`whole`: a slide of which the deck says nothing counts against it: so it does between outlines. Between releases it tells
    nothing, for its owner may have taken it out, and another release may be without it for reasons of its own."""
    places = load_places()
    try:
        brand = load_brand(place, places, root=recipe.branding_root)
        made = compose(content, place, places, brand, outline=outline, audience=audience)
    except DeckError:
        return None
    by_slide = [set(_said(slide)) for slide in made.slides]
    ours = set[str]().union(*(texts for texts in by_slide if whole or not _is_missing(texts, by_slide, said)))
    both = len(ours & said)
    if both < LEAST or both < LEAST_SHARE * min(len(ours), len(said)):
        return None
    return Guess(
        place=place.code,
        outline=outline,
        audience=audience,
        release=content.release,
        lang=_code(content),
        likeness=2 * both / (len(ours) + len(said)),
    )


_UNSAID = frozenset({"id", "role", "kind", "form", "list", "section", "lang", "group", "link", "number_format", "own"})


def _is_missing(texts: set[str], by_slide: Sequence[set[str]], said: set[str]) -> bool:
    """Whether next to nothing is said of what this slide alone says."""
    own = texts.difference(*(others for others in by_slide if others is not texts))
    return bool(own) and len(own & said) < LEAST_SHARE * len(own)


def _said(slide: Slide) -> Iterator[str]:
    """Every text that a slide shows or notes. A map's areas and a media file's bytes say nothing."""

    def within(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield from value.split("\n")
        elif isinstance(value, Paragraph):
            yield value.text
        elif isinstance(value, tuple):
            for item in value:
                yield from within(item)
        elif is_dataclass(value) and not isinstance(value, Media | type):
            for item in fields(value):
                yield from within(getattr(value, item.name)) if item.name not in _UNSAID else ()

    return (key for text in within(slide) if (key := exact_key(text)))


def _texts(deck: ReadDeck, part: str) -> list[str]:
    """What a slide and its notes say, a paragraph each."""
    parts = [part, *(rel.target for rel in deck.package.related(part, "notesSlide"))]
    roots = (deck.sheets.root(name) for name in parts)
    paragraphs = (item for root in roots if root is not None for item in root.iter(qn("a:p")))
    # A line break parts words.
    told = ("".join(t.text or "" if t.tag == qn("a:t") else " " for t in p.iter(qn("a:t"), qn("a:br"))) for p in paragraphs)
    return [key for text in told if (key := exact_key(text))]


def _senders(by_slide: Iterable[list[str]], langs: Iterable[str]) -> list[Place]:
    """Places that sign most slides: a text that is the name; then those that are named on most."""
    signed, named = Counter[str](), Counter[str]()
    slides = [(set(texts), "\n".join(texts)) for texts in by_slide]
    places = {place.code: place for place in load_places().all}
    for code, place in places.items():
        for name in {exact_key(told_in(place, lang).own_name) for lang in langs}:
            signed[code] += sum(name in texts for texts, _whole in slides)
            named[code] += sum(name in whole for _texts, whole in slides)
    ranked = sorted((code for code in places if named[code]), key=lambda code: (-signed[code], -named[code], code))
    return [places[code] for code in ranked[:PLACES]]


def _code(content: Content) -> str:
    from deck.content import code_of

    return code_of(content.lang)


__all__ = ["Guess", "guessed"]
