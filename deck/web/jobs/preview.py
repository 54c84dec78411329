"""A place's deck as its page shows it: every slide's picture and words, what is left out, and what does not stand well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from deck.content import content_root, languages
from deck.diagnostics import Diagnostic, Diagnostics, Severity
from deck.errors import DeckError
from deck.i18n import _, called_at_home, chosen
from deck.making.make import templates
from deck.making.material import content_of
from deck.making.proofs import softened
from deck.places import Place, load_places
from deck.presentation import Slide
from deck.web.fields import Complaint
from deck.web.jobs.sound import Refusal, less_and_less
from deck.web.recipe import WantedDeck, complaints_of, recipe_of
from deck.web.shown import PlannedSlide, planned
from deck.web.worker import Ahead

if TYPE_CHECKING:
    from deck.brand import Brand
    from deck.content import Content
    from deck.layout import LaidOutDeck
    from deck.making import Recipe
    from deck.presentation import Presentation


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSlide:
    """A slide as the page has it. `key` of its picture, "" for one that is left out. `page`: 2 and on for a slide's later pages.
    `faults`: what does not stand well, and how to mend it."""

    id: str
    key: str = ""
    number: int = 0
    page: int = 1
    title: str = ""
    words: str = ""
    own: bool = False
    fixed: bool = False
    faults: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDeck:
    """`outlines`: (name, label, minutes); `audiences`: (name, label); `languages`: (code, what those who speak it call it), and
    `lang`: the one that the deck is in. `order`: ids of the slides that show. `faults`: (message,
    hint) of the whole deck; `refused`: why some of what was given is not in it. `colors` of the place's profile."""

    stem: str
    outlines: tuple[tuple[str, str, int], ...]
    audiences: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    lang: str
    cards: tuple[PlaceSlide, ...]
    order: tuple[str, ...]
    release: str
    colors: tuple[tuple[str, str], ...]
    faults: tuple[tuple[str, str], ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    house: bool = False


def preview(wanted: WantedDeck) -> Ahead[PlaceDeck, tuple[str, bytes]]:
    """The deck, and after it the pictures of its slides: (key, packed SVG). What is wrong in the sender's own words does not
    stop it: it is shown without them, and that is said. Raises DeckError where there is no deck at all."""
    place = load_places().find(wanted.place)
    wanted = replace(wanted, choices=known_choices(wanted))
    refused: tuple[Diagnostic, ...] = ()
    others: list[Refusal] = []
    for tried in less_and_less(wanted, others):
        try:
            return _planned(tried, place, refused=_told(wanted, refused, others), asked=wanted)
        except DeckError as error:
            refused = refused or tuple(error.diagnostics)
    raise DeckError(list(refused))


def _told(wanted: WantedDeck, refused: Sequence[Diagnostic], others: Sequence[Refusal]) -> tuple[Complaint, ...]:
    """All that is wrong with what is asked for. What stopped the reading of it hid what comes later, which was found by itself
    (`others`) and is told by what was tried then."""
    known = {item.message for item in refused}
    found = dict.fromkeys(complaints_of(refused, wanted))
    for tried, items in others:
        found |= dict.fromkeys(complaints_of((item for item in items if item.message not in known), tried))
    return tuple(found)


def known_choices(wanted: WantedDeck) -> Any:
    """With an outline, an audience and a language that there are: a link may be old."""
    from deck.making import Recipe

    content, choices = content_of(Recipe(wanted.place)), wanted.choices
    return replace(
        choices,
        outline=choices.outline if choices.outline in content.outlines else "standard",
        audience=choices.audience if choices.audience in content.audiences else "alla",
        lang=choices.lang if choices.lang in languages(content_root()) else "",
    )


def _planned(
    wanted: WantedDeck, place: Place, *, refused: tuple[Complaint, ...], asked: WantedDeck
) -> Ahead[PlaceDeck, tuple[str, bytes]]:
    """`asked`: all that the sender gave, also where not all of it is drawn: complaints are about it."""
    from deck.brand import load_brand
    from deck.compose import compose
    from deck.compose.figures import without_figures
    from deck.layout import audit, lay_out
    from deck.places import file_stem
    from deck.pptx import write_pptx

    register = load_places()
    with recipe_of(wanted) as recipe:
        content = content_of(recipe)
        told = [*content.diagnostics, *without_figures(content, place)]
        brand = load_brand(place, register, root=recipe.branding_root)
        presentation = compose(content, place, register, brand, outline=recipe.outline, audience=recipe.audience)
        whole = _whole(content, place, brand, recipe)
        plain, template = templates(recipe, brand, content)
        told += [*brand.diagnostics, *template.diagnostics]
        stands = Diagnostics()
        laid_out = lay_out(presentation, template, stands)
        stands.extend(audit(laid_out))
        slides = planned(write_pptx(presentation, laid_out))
    names = _in_page_language(content)
    found = [item for item in (softened(stands.items) if template is plain else stands) if item.severity >= Severity.WARNING]
    cards = _cards(laid_out, slides, found)
    on_slides = {(item.message, item.hint) for item in found if item.where.slide_id}
    # The command line says all of it. Here is said what the sender can mend; of colours, what they asked for and did not get, and
    # not in a house's template, which has its own.
    house = template is plain
    tinted = {"contrast-mended"} if asked.choices.accent and not house else set[str]()
    told = [item for item in told if item.severity >= Severity.WARNING or item.code in tinted]
    deck = PlaceDeck(
        stem=file_stem(place, recipe.outline, recipe.audience),
        outlines=tuple((name, names.term("outlines", name), plan.minutes) for name, plan in content.outlines.items()),
        audiences=tuple((name, names.term("audiences", name)) for name in content.audiences),
        languages=tuple((code, called_at_home(code)) for code in languages(content_root())),
        lang=recipe.lang,
        cards=tuple(_with_left_out(cards, whole, presentation)),
        order=tuple(item.id for item in presentation.slides),
        release=presentation.release,
        colors=tuple(sorted(brand.colors.items())),
        faults=complaints_of([*told, *(item for item in found if (item.message, item.hint) not in on_slides)], asked),
        refused=refused,
        house=house,
    )
    return Ahead(deck, ((made.key, made.svg) for made in (slide.drawn() for slide in slides)))


def _in_page_language(content: Content) -> Content:
    """The content that says what outlines and audiences are called where the page is read; the deck's own where it has no words
    in that language."""
    from deck.making import Recipe

    spoken = chosen() or ""
    if spoken in ("", content.lang.partition("-")[0]):
        return content
    try:
        return content_of(Recipe("", lang=spoken))
    except DeckError:
        return content


def _whole(content: Content, place: Place, brand: Brand, recipe: Recipe) -> Presentation:
    """The deck with all that was left out."""
    from deck.compose import compose

    local = content.local
    if local is not None and local.leave_out:
        content = replace(content, local=local.model_copy(update={"leave_out": ()}))
    return compose(content, place, load_places(), brand, outline=recipe.outline, audience=recipe.audience)


def _cards(laid_out: LaidOutDeck, slides: list[PlannedSlide], found: list[Diagnostic]) -> list[PlaceSlide]:
    faults: dict[str, list[tuple[str, str]]] = {}
    for item in found:
        # Under its picture a slide needs no name.
        faults.setdefault(item.where.slide_id.partition("#")[0], []).append((item.message, item.hint))
    cards = []
    for number, (laid, picture) in enumerate(zip(laid_out.slides, slides, strict=False), 1):
        slide: Slide = laid.slide
        cards.append(
            PlaceSlide(
                id=slide.id,
                key=picture.key,
                number=number,
                page=laid.part,
                title=picture.title or slide.title or _("Slide {number}").format(number=number),
                words=picture.words,
                own=slide.own,
                fixed=slide.kind == "title",
                faults=tuple(dict.fromkeys(faults.get(slide.id, []))) if laid.part == 1 else (),
            )
        )
    return cards


def _with_left_out(cards: list[PlaceSlide], whole: Presentation, now: Presentation) -> list[PlaceSlide]:
    """Where each slide that is left out would stand."""
    there = {slide.id for slide in now.slides}
    found, before = list(cards), ""
    for slide in whole.slides:
        if slide.id not in there:
            at = max((n for n, card in enumerate(found) if card.id == before), default=-1)
            found.insert(at + 1, PlaceSlide(id=slide.id, title=slide.title or slide.id))
        before = slide.id
    return found
