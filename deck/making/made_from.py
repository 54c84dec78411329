"""What a deck to be refreshed was made from: place, outline, audience, release and language, as it remembers them, is told, or
says by its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deck.collection import first_language
from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where
from deck.errors import UsageError
from deck.i18n import _
from deck.making.recipe import RefreshRecipe
from deck.places import load_places

if TYPE_CHECKING:
    from deck.making.guessed import Guess
    from deck.pptx import ReadDeck


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """What a deck was made from, as far as a command says it."""

    place: str
    outline: str
    audience: str
    release: str
    lang: str


def made_from(recipe: RefreshRecipe, deck: ReadDeck, base_release: str | None, problems: Diagnostics | None = None) -> MadeFrom:
    """What the deck was made from, by what it remembers, by what is told, else by what it says, which `problems` hear of. Raises
    UsageError where it is none of ours."""
    from deck.making.guessed import guessed

    known: Mapping[str, str] = deck.properties
    if deck.manifest:
        base = deck.manifest.base
        known = {
            "place": base.place,
            "outline": base.outline,
            "audience": base.audience,
            "release": base.release,
            "lang": base.lang,
        }
    place = _place(recipe, known)
    release = base_release or known.get("release")
    if not deck.manifest and not (place and release and known.get("outline")):
        guess = guessed(recipe, deck, place, release)
        if guess is not None:
            if problems is not None:
                problems.extend([_told(recipe, guess, place)])
            known = {"outline": guess.outline, "audience": guess.audience, "lang": guess.lang, **known}
            place, release = place or guess.place, release or guess.release
    if not place or not release:
        raise UsageError.of(
            "not-ours",
            _("the file is not a deck of ours, or has lost its memory of it"),
            Where(str(recipe.source)),
            _(
                "if it is a deck of ours, give an earlier file of it with --base FILE.pptx, one that no other program has saved; "
                "or say what it was made from with {options}"
            ).format(options=_options(place)),
        )
    code, outline, audience = load_places().find(place).code, known.get("outline", "standard"), known.get("audience", "alla")
    return MadeFrom(place=code, outline=outline, audience=audience, release=release, lang=_language(recipe, known))


def _told(recipe: RefreshRecipe, guess: Guess, place: str | None) -> Diagnostic:
    """`place`: where that is known, and no guess."""
    message = _(
        "a program has taken the deck's memory of what it was made from; by what it says it is {place}, release {release}, "
        "outline {outline}, audience {audience}"
    ).format(
        place=load_places().find(guess.place).own_name, release=guess.release, outline=guess.outline, audience=guess.audience
    )
    # The new file remembers what was guessed.
    hint = _(
        "if it is not, refresh {file} once more and say so with {options}, or give an earlier file of it with --base FILE.pptx"
    ).format(file=recipe.source.name, options=_options(place))
    return Diagnostic("memory-guessed", Severity.INFO, message, Where(recipe.source.name), hint=hint)


def _options(place: str | None) -> str:
    """Of the command line, by which is said what a deck was made from, as far as that is not known."""
    return "--base RELEASE" if place else _("--place PLACE and --base RELEASE")


def _place(recipe: RefreshRecipe, known: Mapping[str, str]) -> str:
    """Whose deck it is, "" where nothing tells. One that remembers a place stays that place's: raises UsageError where another is
    asked for. Raises UsageError where what is asked for is none."""
    own = known.get("place", "")
    if not recipe.place:
        return own
    asked = load_places().find(recipe.place)
    # A place that there is no more says no more whose the deck is.
    before = next((place for place in load_places().all if place.code == own), asked)
    if asked.code != before.code:
        raise UsageError.of(
            "another-place",
            _("the deck is that of {own}, and is refreshed for it, not for {asked}").format(
                own=before.own_name, asked=asked.own_name
            ),
            Where(str(recipe.source)),
            _("leave --place out; `deck build {place}` makes a deck for the other place").format(place=asked.code),
        )
    return asked.code


def _language(recipe: RefreshRecipe, known: Mapping[str, str]) -> str:
    """The code of the deck's own language. A deck that remembers its making, and says nothing of this, is Swedish. Raises
    UsageError where another is asked for: a refresh translates nothing."""
    from deck.content import code_of

    own = code_of(known["lang"]) if known.get("lang") else first_language() if known.get("place") else ""
    if own and recipe.lang and recipe.lang != own:
        raise UsageError.of(
            "another-language",
            _('the deck is in "{own}", and is refreshed in it, not in "{asked}"').format(own=own, asked=recipe.lang),
            Where(str(recipe.source)),
            _("leave --lang out; `deck build {place} --lang {asked}` makes a deck in the other language").format(
                place=known.get("place") or _("PLACE"), asked=recipe.lang
            ),
        )
    return own or recipe.lang or first_language()
