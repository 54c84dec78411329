"""The two sides of a refresh as presentations, with the same choices: what the deck was made of, and what the content says
now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.content.beside import GivenFigures
from deck.content.showing import Showing
from deck.diagnostics import Diagnostics, Severity, Where, did_you_mean
from deck.errors import DeckError, UsageError
from deck.i18n import _
from deck.making.extra import (
    FIGURES,
    GIVEN_FIGURES,
    LOCAL,
    PICTURES,
    SHOWING,
    TABLES,
    beside_from,
    figures_from,
    file_from,
    remembered_figures,
    remembered_local,
)
from deck.making.made_from import MadeFrom
from deck.making.material import content_of
from deck.making.recipe import Recipe, RefreshRecipe
from deck.places import load_places

if TYPE_CHECKING:
    from deck.content import Content
    from deck.package import Package
    from deck.presentation import Presentation


def recomposed(recipe: RefreshRecipe, choices: MadeFrom, problems: Diagnostics) -> Presentation:
    """What the deck was when it was made, for one that has lost its memory: with the sender's own material as it is given now,
    for nobody knows it otherwise."""
    from deck.making.bases import is_known

    if not is_known(choices.release, recipe.content_root):
        raise _no_base(recipe, choices)
    wanted = _wanted(recipe, choices, choices.release, recipe.local, figures=recipe.figures)
    return _composed(recipe, choices, content_of(wanted), problems)


def theirs_of(
    recipe: RefreshRecipe, choices: MadeFrom, package: Package, extra: dict[str, Any], problems: Diagnostics
) -> Presentation:
    """The new content with the same choices; the local material that the deck remembers, or the one given."""
    showing = Showing.from_json(extra.get(SHOWING))
    figures = recipe.figures or tuple(GivenFigures(*item) for item in figures_from(extra.get(GIVEN_FIGURES)).items())
    if recipe.local is not None:
        content = content_of(_wanted(recipe, choices, recipe.release, recipe.local, showing, figures))
        for key in (PICTURES, TABLES):
            extra.pop(key, None)
        extra |= remembered_local(recipe.local, content)
    else:
        local = file_from(extra, LOCAL, "local.yaml")
        beside = beside_from(extra, package) if local is not None else None
        wanted = _wanted(recipe, choices, recipe.release, showing=showing, figures=figures)
        content = content_of(wanted, local, beside)
    for key in (FIGURES, GIVEN_FIGURES):
        extra.pop(key, None)
    extra |= remembered_figures(content, load_places().find(choices.place))
    return _composed(recipe, choices, content, problems)


def said_then(recipe: RefreshRecipe, choices: MadeFrom) -> Content | None:
    """The content in the deck's language, for the words of its look; None where it is faulty, which is told by who composes."""
    try:
        return content_of(_wanted(recipe, choices, recipe.release))
    except DeckError:
        return None


def _composed(recipe: RefreshRecipe, choices: MadeFrom, content: Content, problems: Diagnostics) -> Presentation:
    """The presentation with the deck's choices, of a content."""
    from deck.brand import load_brand
    from deck.compose import compose

    places = load_places()
    place = places.find(choices.place)
    brand = load_brand(place, places, root=recipe.branding_root)
    problems.extend(item for item in brand.diagnostics if item.severity >= Severity.WARNING)
    return compose(content, place, places, brand, outline=choices.outline, audience=choices.audience)


def _wanted(
    recipe: RefreshRecipe,
    choices: MadeFrom,
    release: str | None,
    local: Path | None = None,
    showing: Showing = Showing(),  # noqa: B008 - a frozen value
    figures: tuple[Path | GivenFigures, ...] = (),
) -> Recipe:
    """What a release's content (None: the current one) is asked for by, with a sender's own material."""
    return Recipe(
        choices.place,
        release=release,
        local=local,
        lang=choices.lang,
        content_root=recipe.content_root,
        fallback=recipe.fallback,
        showing=showing,
        figures=figures,
    )


def _no_base(recipe: RefreshRecipe, choices: MadeFrom) -> DeckError:
    """What to give in place of a release that is nowhere."""
    from deck.content import releases
    from deck.content.drafts import release_of_draft

    names = [item.name for item in releases(recipe.content_root, Diagnostics())]
    where = Where(str(recipe.source))
    if recipe.base is not None:
        hint = did_you_mean(recipe.base, names) or _("there are: {names}").format(names=", ".join(names) or "–")
        return UsageError.of("unknown-release", _('there is no release "{name}"').format(name=recipe.base), where, hint)
    message = _(
        "a program has taken the deck's memory of what it was made from: content “{name}”, which is no release and is not "
        "kept here"
    ).format(name=choices.release)
    near = release_of_draft(choices.release)
    hint = _("give an earlier file of the same deck that no other program has saved, with --base FILE.pptx")
    if near in names:
        more = _("or --base {release}, the release before it: then more is asked than need be")
        hint = f"{hint}; {more.format(release=near)}"
    return UsageError.of("no-base", message, where, hint)


__all__ = ["recomposed", "said_then", "theirs_of"]
