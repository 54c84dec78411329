"""What came of a refresh, as its caller is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where, did_you_mean
from deck.errors import UsageError
from deck.i18n import _
from deck.making.made_from import MadeFrom
from deck.making.recipe import RefreshRecipe
from deck.places import load_places
from deck.refresh.outcome import Refreshed, by_titles

if TYPE_CHECKING:
    from deck.presentation import Presentation
    from deck.refresh.refresh import Outcome


def result_of(
    recipe: RefreshRecipe, choices: MadeFrom, base: Presentation, theirs: Presentation, outcome: Outcome, problems: Diagnostics
) -> Refreshed:
    merged = outcome.merged
    place = load_places().find(choices.place)
    unseen = any(item.code in ("lost", "broken") for item in (*problems, *outcome.diagnostics))
    state = "conflicts" if merged.conflicts else "refreshed" if outcome.package is not None else "up-to-date"
    return Refreshed(
        source=recipe.source,
        state=state,
        place=place.code,
        place_name=place.own_name,
        outline=choices.outline,
        audience=choices.audience,
        release_before=base.release,
        release_after=theirs.release,
        changes=merged.changes,
        conflicts=merged.conflicts,
        joined=merged.joined,
        decided={item.conflict.key: item.choice for item in merged.plan.decided},
        diagnostics=tuple(dict.fromkeys([*problems, *outcome.diagnostics])),
        exit_code=3 if merged.conflicts or unseen else 0,
        again=_again(recipe),
        package=outcome.package,
        numbers=outcome.numbers,
        numbers_before=outcome.numbers_before,
        whole=not unseen,
    )


def titled(found: Refreshed, own: Mapping[str, str], *sides: Presentation) -> Refreshed:
    """The answer as people read it: links to slides by the slides' titles, the last side's where several have one; `own`: those
    of the owner's slides, by their keys."""
    titles = {slide.id: slide.title for side in sides for slide in side.slides} | dict(own)
    return replace(
        found,
        changes=tuple(by_titles(item, titles) for item in found.changes),
        conflicts=tuple(by_titles(item, titles) for item in found.conflicts),
        joined=tuple(by_titles(item, titles) for item in found.joined),
    )


def known_keys(recipe: RefreshRecipe, outcome: Outcome) -> None:
    """Decisions on what is no conflict are a mistake, said at once."""
    plan = outcome.merged.plan
    places = [item.address for item in plan.conflicts] + [item.conflict.address for item in plan.decided]
    wrong = [key for key in recipe.resolve if not any(place.within(key) for place in places)]
    if wrong:
        known = {place.key for place in places} | {place.key.partition(":")[0] for place in places}
        pending = ", ".join(sorted({place.key for place in places})) or _("none")
        raise UsageError(
            [
                Diagnostic(
                    "unknown-conflict",
                    Severity.ERROR,
                    _('there is no conflict "{key}"').format(key=key),
                    Where(str(recipe.source)),
                    did_you_mean(key, known) or _("conflicts here: {keys}").format(keys=pending),
                )
                for key in wrong
            ]
        )


def _again(recipe: RefreshRecipe) -> tuple[str, ...]:
    """What of the recipe a command must say again for the same news to come."""
    options = (
        ("--base", _base_again(recipe)),
        ("--place", recipe.place),
        ("--release", recipe.release),
        ("--lang", recipe.lang),
        ("--local", recipe.local and recipe.local.resolve()),
        *(("--figures", path.resolve()) for path in recipe.figures),
        ("--content", recipe.content_root and recipe.content_root.resolve()),
        ("--branding", recipe.branding_root and recipe.branding_root.resolve()),
    )
    return tuple(word for name, value in options if value for word in (name, str(value)))


def _base_again(recipe: RefreshRecipe) -> str | None:
    from deck.making.bases import is_file

    base = recipe.base
    return str(Path(base).resolve()) if base is not None and is_file(base, recipe.content_root) else base


__all__ = ["known_keys", "result_of", "titled"]
