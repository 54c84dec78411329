"""An edited deck brought up to date: the choices it was made with, the content of then and now, and the file beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.content.beside import Beside, GivenFigures
from deck.content.showing import Showing
from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where, did_you_mean
from deck.errors import DeckError, UsageError
from deck.i18n import _
from deck.making.concluded import concluded_anew
from deck.making.extra import (
    FALLBACK,
    FIGURES,
    GIVEN_FIGURES,
    LOCAL,
    OVERRIDES,
    OWN_TEMPLATE,
    PICTURES,
    SAMPLES,
    SHOWING,
    TABLES,
    figures_from,
    remembered_fallback,
    remembered_figures,
    remembered_local,
)
from deck.making.looks import ChosenLook, Wish, left_behind, look_for
from deck.making.made_from import MadeFrom, made_from
from deck.making.material import content_of
from deck.making.recipe import Recipe, RefreshRecipe
from deck.places import load_places
from deck.presentation import Picture, from_json
from deck.refresh.outcome import Refreshed
from deck.source import Snapshot
from deck.tables import FileCells

if TYPE_CHECKING:
    from deck.content import Content
    from deck.package import Package
    from deck.pptx import ReadDeck
    from deck.pptx.manifest import Manifest
    from deck.presentation import Presentation
    from deck.refresh.recognise import Identified
    from deck.refresh.refresh import KnownDeck, Outcome, Remembered
    from deck.template import Template


def refresh(recipe: RefreshRecipe) -> Refreshed:
    """What the deck says, what it is to say, and what came of the two; the new package is in the answer, written nowhere. Raises
    DeckError where the deck is refused."""
    from deck.package import open_package, well_formed
    from deck.package.strict import is_strict, to_transitional
    from deck.pptx.manifest import find_manifest
    from deck.refresh import asked
    from deck.refresh.continued import remembered
    from deck.refresh.digests import as_remembered
    from deck.refresh.document import Document
    from deck.refresh.fitting import misfits
    from deck.refresh.later import called_later
    from deck.refresh.numbered import known_again
    from deck.refresh.recognise import identify
    from deck.refresh.refresh import KnownDeck
    from deck.refresh.written import written

    source = recipe.source
    if not source.is_file():
        hint = _("check the name; the file must be a .pptx")
        raise UsageError.of("missing-file", _("there is no such file"), Where(str(source)), hint)
    original = open_package(source, source.name)
    if is_strict(original):
        original = to_transitional(original)
    well_formed(original, source.name)
    problems = Diagnostics()
    original, base_release = _with_memory(recipe, original, problems)
    document = Document(original)
    deck = document.deck()
    manifest = deck.manifest
    choices = made_from(recipe, deck, base_release)
    if manifest is None and find_manifest(original) is not None:
        message = _("what the deck remembers of its making is damaged; it is compared with release {release} instead")
        problems.warning("damaged-memory", message.format(release=choices.release), Where(source.name))
    base = manifest.base if manifest and not base_release else _recomposed(recipe, choices, problems)
    extra = dict(manifest.extra) if manifest else {}
    recipe = replace(recipe, fallback=recipe.fallback or bool(extra.get(FALLBACK)))
    extra |= remembered_fallback(recipe.fallback)
    own = _within(recipe, deck.package, extra)
    wish = Wish(recipe.template, recipe.rebrand, recipe.branding_root)
    lost = not any(piece.slide for piece in deck.slides)
    look = look_for(
        load_places().find(choices.place), own, manifest, wish, source.name, content=_said(recipe, choices), lost=lost
    )
    problems.extend(look.notes)
    # What a program wrote anew on saving says nothing of how the deck was made.
    made_in = look.made_in or own
    generated = written(base, made_in)
    found = identify(document, base, generated.pages, source.name)
    if manifest is None and (new := _not_there(base, found)):
        base = replace(base, slides=tuple(slide for slide in base.slides if slide.id not in new))
        generated = written(base, made_in)
        found = identify(document, base, generated.pages, source.name)
    problems.extend(found.diagnostics)
    theirs = known_again(base, _theirs(recipe, choices, deck.package, extra, problems))
    problems.extend(concluded_anew(base, theirs, partial(_title_there, found.deck, base.lang)))
    known = KnownDeck(
        document,
        found=found,
        base=base,
        generated=as_remembered(generated, found.deck, base.lang),
        look=own,
        made_in=look.made_in,
        name=source.name,
        continued=remembered(extra),
        asked=asked.remembered(extra),
    )
    outcome = _outcome(recipe, known, theirs, look, _memory(manifest, look, extra))
    _known_keys(recipe, outcome)
    if outcome.package is not None:
        problems.extend(left_behind(original, look, source.name))
    result = _result(recipe, choices, base, theirs, outcome, problems)
    result = replace(result, slots=found.slots, recognised=found.recognised, before=original)
    if outcome.package is not None and not recipe.status_only:
        now = called_later(result.conflicts, outcome.package, theirs, look.template or own)
        result = replace(result, conflicts=now)
        result = replace(result, diagnostics=(*result.diagnostics, *misfits(original, outcome.package)))
    return result


def _title_there(deck: ReadDeck, lang: str, slide: str) -> str:
    """A slide's title as its owner has it; "" where the slide is gone."""
    from deck.refresh.show import title_on

    part = next((piece.part for piece in deck.slides if piece.slide == slide and piece.number == 1), "")
    return title_on(deck, part, lang) if part else ""


def _said(recipe: RefreshRecipe, choices: MadeFrom) -> Content | None:
    """The content in the deck's language, for the words of its look; None where it is faulty, which is told by who composes."""
    wanted = Recipe(
        choices.place,
        release=recipe.release,
        lang=choices.lang,
        content_root=recipe.content_root,
        fallback=recipe.fallback,
    )
    try:
        return content_of(wanted)
    except DeckError:
        return None


def _memory(manifest: Manifest | None, look: ChosenLook, extra: Mapping[str, Any]) -> Remembered:
    """What the new file's manifest says of its look."""
    from deck.refresh.refresh import Remembered

    if look.template is None:
        return Remembered(manifest.template if manifest else "", extra)
    local = {key: extra[key] for key in (LOCAL, PICTURES, TABLES, FIGURES, GIVEN_FIGURES, SHOWING, FALLBACK) if extra.get(key)}
    return Remembered(look.template.fingerprint, dict(look.extra) | local)


def _outcome(recipe: RefreshRecipe, known: KnownDeck, theirs: Presentation, look: ChosenLook, memory: Remembered) -> Outcome:
    """The merge, and what came of it unless only that is asked for."""
    from deck.refresh.plan import Decisions, Theirs
    from deck.refresh.refresh import applied, plan_deck

    sides = Theirs(presentation=theirs, template=look.template)
    planned = plan_deck(known, sides, Decisions(choices=recipe.resolve, prefer=recipe.prefer))
    writes = planned.news or (look.template is not None and not look.restored)
    if not writes or recipe.status_only:
        return planned.outcome(known.document.view if writes else None)
    return applied(known, sides, planned, memory)


def _with_memory(recipe: RefreshRecipe, package: Package, problems: Diagnostics) -> tuple[Package, str | None]:
    """The package, its memory given back where a program took it and another file has it; and the release that `--base` names.
    Raises as `given`."""
    from deck.making.bases import beside, given, is_file, is_known
    from deck.pptx.manifest import add_manifest, read_manifest, read_properties

    base = None if is_file(recipe.base, recipe.content_root) else recipe.base
    where = Where(recipe.source.name)
    if recipe.base is not None and base is None:
        if read_manifest(package) is not None:
            problems.info("base-not-needed", _("the deck remembers itself what it was made from; --base is not needed"), where)
            return package, None
        found = given(recipe.base, recipe.source, read_properties(package))
        return add_manifest(package, found.manifest), None
    if base is not None or read_manifest(package) is not None:
        return package, base
    known = read_properties(package)
    if not known.get("release") or is_known(known["release"], recipe.content_root):
        return package, None
    earlier = beside(recipe.source, known)
    if earlier is None:
        return package, None
    message = _("a program has taken the deck's memory of what it was made from; that of {name} is used instead")
    problems.info("memory-of-another", message.format(name=earlier.path.name), where)
    return add_manifest(package, earlier.manifest), None


def _recomposed(recipe: RefreshRecipe, choices: MadeFrom, problems: Diagnostics) -> Presentation:
    """What the deck was when it was made, for one that has lost its memory: with the sender's own material as it is given now,
    for nobody knows it otherwise."""
    from deck.making.bases import is_known

    if not is_known(choices.release, recipe.content_root):
        raise _no_base(recipe, choices)
    wanted = _wanted(recipe, choices, choices.release, recipe.local, figures=recipe.figures)
    return _composed(recipe, choices, content_of(wanted), problems)


def _not_there(base: Presentation, found: Identified) -> set[str]:
    """The sender's own slides that the deck does not have: they have come since, and nobody took them away."""
    there = {piece.slide for piece in found.deck.slides}
    return {slide.id for slide in base.slides if slide.own} - there


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


def _theirs(
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
        local = _was(extra.get(LOCAL), "local.yaml")
        beside = _remembered(extra, package) if local is not None else None
        wanted = _wanted(recipe, choices, recipe.release, showing=showing, figures=figures)
        content = content_of(wanted, local, beside)
    for key in (FIGURES, GIVEN_FIGURES):
        extra.pop(key, None)
    extra |= remembered_figures(content, load_places().find(choices.place))
    return _composed(recipe, choices, content, problems)


def _remembered(extra: Mapping[str, Any], package: Package) -> Beside:
    """The pictures and tables of local.yaml, as the deck has them; those of which it says what cannot be are not remembered."""
    from deck.pptx.manifest import media_of

    said, pictures, tables = extra.get(PICTURES), dict[str, Picture](), dict[str, FileCells]()
    media = media_of(package) if said else {}
    for name, item in said.items() if isinstance(said, dict) else ():
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            pictures[name] = from_json(Picture, json.loads(item), media)
    said = extra.get(TABLES)
    for name, item in said.items() if isinstance(said, dict) else ():
        with suppress(ValueError, TypeError, RecursionError):
            tables[name] = FileCells.from_json(json.loads(item))
    return replace(Beside.of(pictures, tables), figures=tuple(figures_from(extra.get(FIGURES)).items()))


def _was(text: str | None, name: str) -> Snapshot | None:
    """A file that the deck remembers the words of."""
    return Snapshot.text(name, text) if text else None


def _within(recipe: RefreshRecipe, package: Package, extra: Mapping[str, Any]) -> Template:
    """The template that the deck has within it."""
    from deck.template import template_of
    from deck.template.samples import samples_from

    overrides = _was(extra.get(OVERRIDES), "template.yaml")
    samples = samples_from(extra.get(SAMPLES, ""))
    return template_of(package, str(recipe.source), overrides, samples, roles=OWN_TEMPLATE not in extra)


def _known_keys(recipe: RefreshRecipe, outcome: Outcome) -> None:
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


def _result(
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
        diagnostics=tuple(dict.fromkeys([*problems, *outcome.diagnostics])),
        exit_code=3 if merged.conflicts or unseen else 0,
        again=_again(recipe),
        package=outcome.package,
        numbers=outcome.numbers,
        numbers_before=outcome.numbers_before,
        whole=not unseen,
    )
