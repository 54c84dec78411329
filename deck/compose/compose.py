"""The order of the slides, and each slide made or taken from those that are alike for many places."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from deck.brand.model import Brand
from deck.compose.blocks import slide_of
from deck.compose.called import called
from deck.compose.occasion import Occasion, depends
from deck.compose.order import SlideOrder, slide_order
from deck.compose.teller import Teller
from deck.content.content import Content
from deck.content.language import code_of
from deck.content.markup import TIE
from deck.content.phrase import VARIABLES
from deck.diagnostics import Diagnostic, Diagnostics, did_you_mean
from deck.errors import InputError, UsageError
from deck.i18n import _
from deck.places import Place, Places, told_in
from deck.presentation import Presentation, Section, Slide

_NOWHERE = Place("", kind="municipality", name="", legal_name="", own_name="", genitive="", county_code="", short="")
_NOBODY = Brand("", name="", colors={}, heading_font="", body_font="")


def compose(
    content: Content, place: Place, places: Places, brand: Brand, *, outline: str = "standard", audience: str = "alla"
) -> Presentation:
    """The presentation for one sender. Deterministic.

    Raises UsageError for an unknown outline or audience, InputError with every text that cannot be filled in.
    """
    setting = _occasion(content, place, places, brand, outline, audience)
    place, order = setting.place, setting.order
    found: list[Diagnostic] = []
    slides: list[Slide] = []
    for section, name in order:
        try:
            slides.append(_slide(setting, section, name))
        except InputError as error:
            found.extend(error.diagnostics)
    if found:
        raise InputError(found)
    _unique_titles(content, slides)
    tell = Teller(setting)
    used = dict.fromkeys(section for section, _slide_id in order)
    return Presentation(
        title=_title(content, slides),
        lang=content.lang,
        place=place.code,
        place_name=place.own_name,
        outline=outline,
        audience=audience,
        release=content.release,
        sections=tuple(Section(section, tell.term("sections", section)) for section in used),
        slides=tuple(slides),
        footer=brand.footer or place.own_name,
        date=content.date,
        author=place.own_name,
        subject=tell.term("subject"),
        keywords=tell.term("keywords"),
        description=tell.term("description"),
    )


def compose_slide(
    content: Content,
    place: Place,
    places: Places,
    brand: Brand,
    name: str,
    *,
    outline: str = "standard",
    audience: str = "alla",
) -> Slide | None:
    """One slide of that presentation alone; None where it is not in it. Raises as `compose`, for what is this slide's."""
    setting = _occasion(content, place, places, brand, outline, audience)
    section = next((section for section, shown in setting.order if shown == name), None)
    return None if section is None else _slide(setting, section, name)


def _occasion(content: Content, place: Place, places: Places, brand: Brand, outline: str, audience: str) -> Occasion:
    """Raises UsageError for an unknown outline or audience."""
    _known(_("outline"), outline, content.outlines)
    _known(_("audience"), audience, content.audiences)
    county = places.county(place)
    alone = len(places.members(county)) == 1
    order = slide_order(content, place, outline, audience, contact=bool(brand.contact), alone=alone)
    plan = content.outlines[outline]
    appendix = frozenset(plan.appendix)
    minutes = plan.minutes_of(audience, (name for section, name in order if section not in appendix))
    lang = code_of(content.lang)
    place, county = (called(content, told_in(item, lang)) for item in (place, county))
    context = _context(content, place, county, places)
    setting = Occasion(
        content,
        place=place,
        county=county,
        places=places,
        brand=brand,
        outline=outline,
        audience=audience,
        order=order,
        context=context,
        appendix=appendix,
        minutes=minutes,
    )
    context["outline"], context["audience"], context["sections"] = outline, audience, len(setting.parts)
    context["minutes"] = plan.minutes
    return setting


def _known(what: str, name: str, known: Any) -> None:
    if name not in known:
        hint = did_you_mean(name, known) or _("there are: {names}").format(names=", ".join(known))
        raise UsageError.of("unknown-choice", _('there is no {what} "{name}"').format(what=what, name=name), hint=hint)


def _context(content: Content, place: Place, county: Place, places: Places) -> dict[str, Any]:
    """The variables that a text may use (deck.content.phrase.VARIABLES)."""
    members = places.members(county)
    context = dict.fromkeys(VARIABLES, "")
    return context | {
        "place": place,
        "county": county,
        "guidance": content.guidance,
        "members": tuple(member.name for member in members),
        "count": len(members),
        "release": content.release,
    }


def _slide(setting: Occasion, section: str, name: str) -> Slide:
    content = setting.content
    if depends(content, name, setting.audience):
        return slide_of(setting, section, name)
    audience = setting.audience if (name, "notes", setting.audience) in content.phrases else "alla"
    return _shared(content, section, name, setting.order, audience, setting.minutes.get(name, 0), setting.appendix)


@lru_cache(maxsize=2_048)
def _shared(
    content: Content, section: str, name: str, order: SlideOrder, audience: str, minutes: float, appendix: frozenset[str]
) -> Slide:
    """A slide that comes out alike for many places: it is told of none."""
    context = dict.fromkeys(VARIABLES, "") | {"guidance": content.guidance, "release": content.release}
    setting = Occasion(
        content,
        place=_NOWHERE,
        county=_NOWHERE,
        places=Places(()),
        brand=_NOBODY,
        outline="",
        audience=audience,
        order=order,
        context=context,
        appendix=appendix,
        minutes={name: minutes} if minutes else {},
    )
    return slide_of(setting, section, name)


def _title(content: Content, slides: list[Slide]) -> str:
    first = next((slide for slide in slides if slide.kind == "title"), None)
    # A file is looked for by words with plain spaces.
    return first.title.replace(TIE, " ") if first else content.guidance.title


def _unique_titles(content: Content, slides: list[Slide]) -> None:
    """Told at the sender's own title where one of two is theirs, for that is the one they can change."""
    seen: dict[str, Slide] = {}
    found = Diagnostics()
    for slide in slides:
        other = seen.setdefault(" ".join(slide.title.replace("\u00ad", "").casefold().split()), slide)
        if other is not slide:
            first, second = (slide, other) if other.own and not slide.own else (other, slide)
            phrase = content.phrases.get((second.id, "title"))
            found.error(
                "same-title",
                _('slides "{one}" and "{two}" have the same title').format(one=first.id, two=second.id),
                phrase.where if phrase else None,
                _("give one of them another title, so that both can be found"),
            )
    if found.errors:
        raise InputError(found)
