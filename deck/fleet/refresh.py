"""An edited deck brought up to date: the choices it was made with, the content of then and now, and the file beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where, did_you_mean
from deck.errors import DeckError, UsageError
from deck.files import scratch
from deck.fleet.build import LOCAL, OVERRIDES, content_of, text_of, unexpected
from deck.fleet.looks import Look, Wish, look_for
from deck.fleet.request import BuildRequest
from deck.i18n import _
from deck.places import load_places
from deck.refresh.outcome import Choice, Refreshed
from deck.watch import watched

if TYPE_CHECKING:
    from deck.package import Package
    from deck.pptx import ReadDeck
    from deck.presentation import Presentation
    from deck.refresh.guard import Touch
    from deck.refresh.refresh import Outcome
    from deck.template import Template


@dataclass(frozen=True, slots=True)
class RefreshRequest:
    """One deck. `out`: default NAME-uppdaterad.pptx beside `source`. `base` (and `place`) for a file that has lost its memory;
    `release`: refresh to a frozen release, not the current content. `template`: move the deck into it; `rebrand`: whether to move it
    into the place's profile (None: where that has changed and the owner has not chosen another look). `resolve`: conflict key →
    choice. `overwrite`: replace what stands where the new file goes, whatever it is; never the source."""

    source: Path
    out: Path | None = None
    base: str | None = None
    place: str | None = None
    release: str | None = None
    local: Path | None = None
    template: Path | None = None
    rebrand: bool | None = None
    resolve: Mapping[str, Choice] = field(default_factory=dict)
    prefer: Choice | None = None
    dry_run: bool = False
    mark: bool = False
    status_only: bool = False
    overwrite: bool = False
    content_root: Path | None = None
    branding_root: Path | None = None


@dataclass(frozen=True, slots=True)
class _Choices:
    place: str
    outline: str
    audience: str
    release: str


def refresh_one(request: RefreshRequest) -> Refreshed:
    """Refresh a deck. Never raises; a refused deck has state "refused", and its diagnostics say why."""
    try:
        with watched(Where(str(request.source))):
            return _refresh(request)
    except DeckError as error:
        return Refreshed(request.source, "refused", diagnostics=tuple(error.diagnostics), exit_code=error.exit_code)
    except Exception as error:  # noqa: BLE001, RUF100 - one bad deck must not stop the others
        if os.environ.get("DECK_DEBUG"):
            raise
        return Refreshed(request.source, "refused", diagnostics=(unexpected(error),), exit_code=1)


def refresh_many(
    requests: Sequence[RefreshRequest], jobs: int | None = None, advance: Callable[[Refreshed], None] | None = None
) -> list[Refreshed]:
    """Each deck, in order, past bad ones; the packages themselves are not kept."""
    from deck.fleet.batch import run_many

    return run_many(_light, _lost, requests, jobs, advance)


def _light(request: RefreshRequest) -> Refreshed:
    return replace(refresh_one(request), before=None, package=None)


def _lost(request: RefreshRequest) -> Refreshed:
    from deck.fleet.batch import lost_worker

    return Refreshed(request.source, "refused", diagnostics=(lost_worker(),), exit_code=1)


# --- one deck ---------------------------------------------------------------------------------------------------------------------


def _refresh(request: RefreshRequest) -> Refreshed:
    from deck.package import open_package, well_formed
    from deck.package.strict import is_strict, to_transitional
    from deck.pptx import read_pptx
    from deck.pptx.manifest import find_manifest
    from deck.refresh.patch import written
    from deck.refresh.recognise import identify

    source = request.source
    if not source.is_file():
        hint = _("check the name; the file must be a .pptx")
        raise UsageError.of("missing-file", _("there is no such file"), Where(str(source)), hint)
    original = open_package(source, source.name)
    if is_strict(original):
        original = to_transitional(original)
    well_formed(original, source.name)
    deck = read_pptx(original)
    manifest = deck.manifest
    choices = _choices(request, deck)
    problems = Diagnostics()
    if manifest is None and find_manifest(original) is not None:
        message = _("what the deck remembers of its making is damaged; it is compared with release {release} instead")
        problems.warning("damaged-memory", message.format(release=choices.release), Where(source.name))
    base = manifest.base if manifest and not request.base else _composed(request, choices, choices.release, None, problems)
    extra = dict(manifest.extra) if manifest else {}
    own = _within(request, deck.package, extra)
    wish = Wish(request.template, request.rebrand, request.branding_root)
    lost = not any(piece.slide for piece in deck.slides)
    look = look_for(load_places().find(choices.place), own, manifest, wish, source.name, lost=lost)
    problems.extend(look.notes)
    # What a program wrote anew on saving says nothing of how the deck was made.
    made_in = look.made_in or own
    found = identify(deck, base, written(base, made_in).pages, source.name)
    problems.extend(found.diagnostics)
    theirs = _theirs(request, choices, extra, problems)
    job = _Job(request, read_pptx(found.package), base, theirs, own, made_in, look, not found.stamped)
    outcome = job.outcome(manifest.template if manifest else "", extra, problems)
    _known_keys(request, outcome)
    result = _result(request, choices, base, theirs, outcome, problems)
    result = replace(result, slots=found.slots, recognised=found.recognised, before=original)
    return _save(request, result)


@dataclass(frozen=True)
class _Job:
    """A recognised deck, what it is merged with, and the looks: `own` within it, `made_in`, and the one that it is to have."""

    request: RefreshRequest
    deck: ReadDeck
    base: Presentation
    theirs: Presentation
    own: Template
    made_in: Template
    look: Look
    looks: bool

    def outcome(self, fingerprint: str, extra: dict[str, Any], problems: Diagnostics) -> Outcome:
        from deck.pptx import read_pptx
        from deck.refresh.rebrand import rebrand

        wanted = self.look.template
        if wanted is None:
            return self._merged(self.deck, self.own, fingerprint, extra)
        first = self._merged(self.deck, self.made_in, fingerprint, extra, tell=True)
        if self.request.status_only or (self.look.restored and first.package is None):
            return first
        extra = dict(self.look.extra) | ({LOCAL: extra[LOCAL]} if extra.get(LOCAL) else {})
        moved = rebrand(
            self.deck,
            self.base,
            self.own,
            wanted,
            fingerprint=wanted.fingerprint,
            extra=extra,
            looks=self.looks,
            name=self.request.source.name,
            made_in=self.made_in,
        )
        problems.extend(moved.diagnostics)
        template = _within(self.request, moved.package, extra)
        outcome = self._merged(read_pptx(moved.package), template, wanted.fingerprint, extra, told=first.touches)
        return outcome if outcome.package is not None else replace(outcome, package=moved.package)

    def _merged(
        self,
        deck: ReadDeck,
        template: Template,
        fingerprint: str,
        extra: Mapping[str, Any],
        *,
        tell: bool = False,
        told: Sequence[Touch] | None = None,
    ) -> Outcome:
        from deck.refresh.refresh import refresh_deck

        request = self.request
        return refresh_deck(
            deck,
            self.base,
            self.theirs,
            template,
            fingerprint=fingerprint,
            extra=extra,
            resolve=request.resolve,
            prefer=request.prefer,
            looks=self.looks,
            tell=tell,
            told=told,
        )


def _choices(request: RefreshRequest, deck: ReadDeck) -> _Choices:
    """What the deck was made from. Raises UsageError where it is none of ours."""
    known: Mapping[str, str] = deck.properties
    if deck.manifest:
        base = deck.manifest.base
        known = {"place": base.place, "outline": base.outline, "audience": base.audience, "release": base.release}
    place = request.place or known.get("place")
    release = request.base or known.get("release")
    if not place or not release:
        raise UsageError.of(
            "not-ours",
            _("the file is not a deck of ours, or has lost its memory of it"),
            Where(str(request.source)),
            _("say what it was made from with --place PLACE and --base RELEASE, if it is a deck of ours"),
        )
    return _Choices(load_places().find(place).code, known.get("outline", "standard"), known.get("audience", "alla"), release)


def _composed(
    request: RefreshRequest, choices: _Choices, release: str | None, local: Path | None, problems: Diagnostics
) -> Presentation:
    """The presentation with the deck's choices, of a release (None: the current content)."""
    from deck.brand import load_brand
    from deck.compose import compose

    places = load_places()
    place = places.find(choices.place)
    content = content_of(BuildRequest(choices.place, release=release, local=local, content_root=request.content_root))
    brand = load_brand(place, places, root=request.branding_root)
    problems.extend(item for item in brand.diagnostics if item.severity >= Severity.WARNING)
    return compose(content, place, places, brand, outline=choices.outline, audience=choices.audience)


def _theirs(request: RefreshRequest, choices: _Choices, extra: dict[str, Any], problems: Diagnostics) -> Presentation:
    """The new content with the same choices; the local material that the deck remembers, or the one given."""
    if request.local is not None:
        extra[LOCAL] = text_of(request.local)
        return _composed(request, choices, request.release, request.local, problems)
    with _file(extra.get(LOCAL), "local.yaml") as local:
        return _composed(request, choices, request.release, local, problems)


@contextmanager
def _file(text: str | None, name: str) -> Iterator[Path | None]:
    """A remembered text as a file for as long as it is read."""
    if not text:
        yield None
        return
    with scratch(name, text) as path:
        yield path


def _within(request: RefreshRequest, package: Package, extra: Mapping[str, Any]) -> Template:
    """The template that the deck has within it."""
    from deck.template import template_of

    with _file(extra.get(OVERRIDES), "template.yaml") as overrides:
        return template_of(package, request.source.name, overrides)


def _known_keys(request: RefreshRequest, outcome: Outcome) -> None:
    """Decisions on what is no conflict are a mistake, said at once."""
    merged = outcome.merged
    decided = {f"{c.slide}/{c.slot}" if c.slot else c.slide for c in merged.changes if c.kind.startswith("resolved")}
    known = {item.key for item in merged.conflicts} | decided
    wrong = [key for key in request.resolve if key not in known]
    if wrong:
        pending = ", ".join(sorted(known)) or _("none")
        raise UsageError(
            [
                Diagnostic(
                    "unknown-conflict",
                    Severity.ERROR,
                    _('there is no conflict "{key}"').format(key=key),
                    Where(str(request.source)),
                    did_you_mean(key, known) or _("conflicts here: {keys}").format(keys=pending),
                )
                for key in wrong
            ]
        )


def _result(
    request: RefreshRequest, choices: _Choices, base: Presentation, theirs: Presentation, outcome: Outcome, problems: Diagnostics
) -> Refreshed:
    merged = outcome.merged
    place = load_places().find(choices.place)
    unseen = any(item.code in ("lost", "broken") for item in outcome.diagnostics)
    state = "conflicts" if merged.conflicts else "refreshed" if outcome.package is not None else "up-to-date"
    return Refreshed(
        request.source,
        state,
        None,
        place.code,
        place.own_name,
        choices.outline,
        choices.audience,
        base.release,
        theirs.release,
        merged.changes,
        merged.conflicts,
        tuple(dict.fromkeys([*problems, *outcome.diagnostics])),
        3 if merged.conflicts or unseen else 0,
        package=outcome.package,
        numbers=outcome.numbers,
        numbers_before=outcome.numbers_before,
        whole=not unseen,
    )


def _save(request: RefreshRequest, result: Refreshed) -> Refreshed:
    """Write the new file, unless there is nothing to write; the original is never touched."""
    from deck.fleet.landing import land, told

    package = result.package
    if package is not None and request.mark and result.conflicts:
        from deck.refresh.marks import mark

        package = mark(package, result.conflicts, result.numbers)
        result = replace(result, package=package)
    path = None
    if package is not None and not request.dry_run and not request.status_only:
        path = land(request, package)
    return replace(result, path=path, diagnostics=(*result.diagnostics, *told(request.source, path)))
