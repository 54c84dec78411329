"""An edited deck brought up to date: the choices it was made with, the content of then and now, and the file beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from deck.diagnostics import Diagnostics, Where
from deck.errors import InputError, UsageError
from deck.i18n import _
from deck.making.answer import known_keys, result_of, titled
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
    file_from,
    remembered_fallback,
)
from deck.making.houses import knows_look, was_made_in
from deck.making.looks import ChosenLook, Wish, left_behind, look_for
from deck.making.made_from import made_from
from deck.making.recipe import RefreshRecipe
from deck.making.sides import recomposed, said_then, theirs_of
from deck.places import load_places
from deck.refresh.outcome import Refreshed

if TYPE_CHECKING:
    from deck.package import Package
    from deck.pptx import ReadDeck
    from deck.pptx.manifest import Manifest
    from deck.presentation import Presentation
    from deck.refresh.hangings import Hanging
    from deck.refresh.known import KnownDeck
    from deck.refresh.recognise import Identified
    from deck.refresh.refresh import Outcome, Remembered
    from deck.template import Template


def refresh(recipe: RefreshRecipe) -> Refreshed:
    """What the deck says, what it is to say, and what came of the two; the new package is in the answer, written nowhere. Raises
    DeckError where the deck is refused."""
    from deck.package import open_package
    from deck.package.strict import to_transitional
    from deck.pptx.manifest import find_manifest
    from deck.refresh.document import Document
    from deck.refresh.fitting import misfits
    from deck.refresh.known import made_in_look, recognised
    from deck.refresh.later import called_later
    from deck.refresh.numbered import known_again
    from deck.refresh.pasted import pasted_in, with_pasted

    source = recipe.source
    if not source.is_file():
        hint = _("check the name; the file must be a .pptx")
        raise UsageError.of("missing-file", _("there is no such file"), Where(str(source)), hint)
    original = to_transitional(open_package(source, source.name))
    problems = Diagnostics()
    original = _readable(original, source.name, problems)
    original, base_release = _with_memory(recipe, original, problems)
    document = Document(original)
    deck = document.deck()
    manifest = deck.manifest
    choices = made_from(recipe, deck, base_release, problems)
    if manifest is None and find_manifest(original) is not None:
        message = _("what the deck remembers of its making is damaged; it is compared with release {release} instead")
        problems.warning("damaged-memory", message.format(release=choices.release), Where(source.name))
    base = manifest.base if manifest and not base_release else recomposed(recipe, choices, problems)
    extra = dict(manifest.extra) if manifest else {}
    recipe = replace(recipe, fallback=recipe.fallback or bool(extra.get(FALLBACK)))
    extra |= remembered_fallback(recipe.fallback)
    lost = not any(piece.slide for piece in deck.slides)
    own = _within(recipe, deck.package, extra, anew=lost)
    brought = theirs_of(recipe, choices, deck.package, extra, problems) if (pasted := pasted_in(deck, base)) else None
    base = with_pasted(base, brought, pasted) if brought is not None else base
    wish = Wish(recipe.template, recipe.rebrand, recipe.branding_root)
    look = look_for(
        load_places().find(choices.place),
        own,
        manifest,
        wish,
        source.name,
        content=said_then(recipe, choices),
        lost=lost,
        forgotten=None if knows_look(manifest) else partial(was_made_in, deck.package, base),
        deck=deck.package,
    )
    problems.extend(look.notes)
    known = recognised(document, base, own, made_in=look.made_in, name=source.name, extra=extra)
    if manifest is None and (new := _not_there(base, known.found)):
        base = replace(base, slides=tuple(slide for slide in base.slides if slide.id not in new))
        known = recognised(document, base, own, made_in=look.made_in, name=source.name, extra=extra)
    if look.restored and (styled := _in_own_styles(look, known)) is not look:
        look, known = styled, made_in_look(known, styled.made_in or own)
    problems.extend(known.found.diagnostics)
    brought = brought or theirs_of(recipe, choices, deck.package, extra, problems)
    theirs = known_again(known.base, brought)
    problems.extend(concluded_anew(known.base, theirs, partial(_title_there, known.found.deck, known.base.lang)))
    outcome = _outcome(recipe, known, theirs, look, _memory(manifest, look, extra))
    known_keys(recipe, outcome)
    if outcome.package is not None:
        package, left = _with_hangings(original, outcome.package, look, forgotten=manifest is None)
        outcome = replace(outcome, package=package)
        problems.extend(left_behind(original, look, source.name, base.footer, now=package, left=left))
    result = result_of(recipe, choices, base, theirs, outcome, problems)
    result = replace(result, slots=known.found.slots, recognised=known.found.recognised, before=original)
    if outcome.package is not None and not recipe.status_only:
        now = called_later(result.conflicts, outcome.package, theirs, look.template or own)
        result = replace(result, conflicts=now)
        result = replace(result, diagnostics=(*result.diagnostics, *misfits(original, outcome.package, outcome.sheets)))
    return titled(result, _titles_of_own(known), base, theirs)


def _in_own_styles(look: ChosenLook, known: KnownDeck) -> ChosenLook:
    """The look that is put right, with what its owner made of the master's titles and texts."""
    from deck.refresh.own_styles import in_own_styles, own_styles

    styles = own_styles(known) if look.template is not None and look.made_in is look.template else ()
    if not styles or look.template is None:
        return look
    template = in_own_styles(look.template, styles)
    return replace(look, template=template, made_in=template)


def _with_hangings(before: Package, after: Package, look: ChosenLook, *, forgotten: bool) -> tuple[Package, list[Hanging]]:
    """The new deck with what its owner hung on the masters that a program wrote anew, where it gets back the look that it was
    made in. Of a deck that remembers nothing pictures alone are sure to be its owner's: an earlier look had other drawings."""
    from deck.refresh.hangings import hangings, hung

    if look.made_in is None or look.made_in is not look.template or not (look.restored or forgotten):
        return after, []
    found = hangings(before, [look.made_in.package])
    return hung(before, after, [item for item in found if look.restored or item.is_picture])


def _titles_of_own(known: KnownDeck) -> dict[str, str]:
    """The owner's slides' titles as shown, by the keys that links to them have."""
    from deck.pptx.reader import OWN
    from deck.refresh.show import title_on

    deck = known.found.deck
    return {f"{OWN}{piece.sld_id}": title_on(deck, piece.part, known.base.lang) for piece in deck.slides if not piece.slide}


def _title_there(deck: ReadDeck, lang: str, slide: str) -> str:
    """A slide's title as its owner has it; "" where the slide is gone."""
    from deck.refresh.show import title_on

    part = next((piece.part for piece in deck.slides if piece.slide == slide and piece.number == 1), "")
    return title_on(deck, part, lang) if part else ""


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
    from deck.refresh.planned import plan_deck
    from deck.refresh.refresh import applied, unapplied

    sides = Theirs(presentation=theirs, template=look.template)
    planned = plan_deck(known, sides, Decisions(choices=recipe.resolve, prefer=recipe.prefer))
    writes = planned.news or (look.template is not None and not look.restored)
    if not writes or recipe.status_only:
        return unapplied(planned, known.document.view if writes else None)
    return applied(known, sides, planned, memory)


def _readable(package: Package, name: str, problems: Diagnostics) -> Package:
    """The package, with what LibreOffice left unescaped in comments as PowerPoint would have it, and without a tool's indents.
    Raises InputError where parts are no XML still."""
    from deck.package import well_formed
    from deck.package.indented import without_indents
    from deck.package.unescaped import with_escaped_comments

    try:
        return without_indents(well_formed(package, name))
    except InputError:
        mended, parts = with_escaped_comments(package)
        well_formed(mended, name)
    message = _("a program wrote characters of a comment that PowerPoint cannot read; they were mended")
    for part in parts:
        problems.info("mended-comment", message, Where(name, part=part))
    return without_indents(mended)


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


def _not_there(base: Presentation, found: Identified) -> set[str]:
    """The sender's own slides that the deck does not have: they have come since, and nobody took them away."""
    there = {piece.slide for piece in found.deck.slides}
    return {slide.id for slide in base.slides if slide.own} - there


def _within(recipe: RefreshRecipe, package: Package, extra: Mapping[str, Any], *, anew: bool) -> Template:
    """The template that the deck has within it. `anew`: a program wrote its masters and layouts, so that what the deck remembers
    of their use holds no more, and its own slides are the evidence."""
    from deck.template import template_of
    from deck.template.sampled import samples_from
    from deck.template.samples import samples_of

    overrides = file_from(extra, OVERRIDES, "template.yaml")
    samples = samples_of(package) if anew else samples_from(extra.get(SAMPLES, ""))
    return template_of(package, str(recipe.source), overrides, samples, roles=OWN_TEMPLATE not in extra)
