"""An edited deck brought up to date: the choices it was made with, the content of then and now, and the file beside it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deck.diagnostics import Diagnostic, Diagnostics, Severity, Where, did_you_mean
from deck.errors import DeckError, UsageError
from deck.fleet.build import LOCAL, OVERRIDES, PICTURES, content_of, remembered_local, unexpected
from deck.fleet.looks import ChosenLook, Wish, look_for
from deck.fleet.request import BuildRequest
from deck.i18n import _
from deck.places import load_places
from deck.presentation import Picture, from_json
from deck.refresh.outcome import Choice, Refreshed
from deck.source import Snapshot
from deck.watch import watched

if TYPE_CHECKING:
    from deck.content import Content
    from deck.package import Package
    from deck.pptx import ReadDeck
    from deck.pptx.manifest import Manifest
    from deck.presentation import Presentation
    from deck.refresh.refresh import KnownDeck, Outcome, Remembered
    from deck.template import Template


@dataclass(frozen=True, slots=True)
class RefreshRequest:
    """One deck. `out`: default NAME-uppdaterad.pptx beside `source`. `base` (and `place`, `lang`) for a file that has lost its
    memory: a release, an earlier file of the deck, or a folder of such; `release`: refresh to a frozen release, not the current
    content. `template`: move the deck into it; `rebrand`: whether to move it into the place's profile (None: where that has
    changed and the owner has not chosen another look). `resolve`: conflict key → choice. `overwrite`: replace what stands where
    the new file goes, whatever it is; never the source."""

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
    lang: str | None = None
    content_root: Path | None = None
    branding_root: Path | None = None


@dataclass(frozen=True, slots=True)
class _Choices:
    place: str
    outline: str
    audience: str
    release: str
    lang: str


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


def decided_for_the_guidance(request: RefreshRequest) -> Refreshed | None:
    """The deck as it would be with all its conflicts decided so; nothing is written. None where that cannot be done."""
    found = refresh_one(replace(request, prefer="theirs", resolve={}, dry_run=True, mark=False))
    return found if found.package is not None else None


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


# --- one deck -------------------------------------------------------------------------------------------------------------------


def _refresh(request: RefreshRequest) -> Refreshed:
    from deck.package import open_package, well_formed
    from deck.package.strict import is_strict, to_transitional
    from deck.pptx.manifest import find_manifest
    from deck.refresh.continued import remembered
    from deck.refresh.document import Document
    from deck.refresh.fitting import misfits
    from deck.refresh.recognise import identify
    from deck.refresh.refresh import KnownDeck
    from deck.refresh.written import written

    source = request.source
    if not source.is_file():
        hint = _("check the name; the file must be a .pptx")
        raise UsageError.of("missing-file", _("there is no such file"), Where(str(source)), hint)
    original = open_package(source, source.name)
    if is_strict(original):
        original = to_transitional(original)
    well_formed(original, source.name)
    problems = Diagnostics()
    original, base_release = _with_memory(request, original, problems)
    document = Document(original)
    deck = document.deck()
    manifest = deck.manifest
    choices = _choices(request, deck, base_release)
    if manifest is None and find_manifest(original) is not None:
        message = _("what the deck remembers of its making is damaged; it is compared with release {release} instead")
        problems.warning("damaged-memory", message.format(release=choices.release), Where(source.name))
    base = manifest.base if manifest and not base_release else _recomposed(request, choices, problems)
    extra = dict(manifest.extra) if manifest else {}
    own = _within(request, deck.package, extra)
    wish = Wish(request.template, request.rebrand, request.branding_root)
    lost = not any(piece.slide for piece in deck.slides)
    look = look_for(load_places().find(choices.place), own, manifest, wish, source.name, lost=lost)
    problems.extend(look.notes)
    # What a program wrote anew on saving says nothing of how the deck was made.
    made_in = look.made_in or own
    generated = written(base, made_in)
    found = identify(document, base, generated.pages, source.name)
    problems.extend(found.diagnostics)
    theirs = _theirs(request, choices, deck.package, extra, problems)
    known = KnownDeck(document, found, base, generated, own, look.made_in, source.name, remembered(extra))
    outcome = _outcome(request, known, theirs, look, _memory(manifest, look, extra))
    _known_keys(request, outcome)
    result = _result(request, choices, base, theirs, outcome, problems)
    result = replace(result, slots=found.slots, recognised=found.recognised, before=original)
    if outcome.package is not None and not request.status_only:
        result = replace(result, diagnostics=(*result.diagnostics, *misfits(original, outcome.package)))
    return _save(request, result)


def _memory(manifest: Manifest | None, look: ChosenLook, extra: Mapping[str, Any]) -> Remembered:
    """What the new file's manifest says of its look."""
    from deck.refresh.refresh import Remembered

    if look.template is None:
        return Remembered(manifest.template if manifest else "", extra)
    local = {key: extra[key] for key in (LOCAL, PICTURES) if extra.get(key)}
    return Remembered(look.template.fingerprint, dict(look.extra) | local)


def _outcome(request: RefreshRequest, known: KnownDeck, theirs: Presentation, look: ChosenLook, memory: Remembered) -> Outcome:
    """The merge, and what came of it unless only that is asked for."""
    from deck.refresh.plan import Decisions, Theirs
    from deck.refresh.refresh import applied, plan_deck

    sides = Theirs(presentation=theirs, template=look.template)
    planned = plan_deck(known, sides, Decisions(choices=request.resolve, prefer=request.prefer))
    writes = planned.news or (look.template is not None and not look.restored)
    if not writes or request.status_only:
        return planned.outcome(known.document.view if writes else None)
    return applied(known, sides, planned, memory)


def _with_memory(request: RefreshRequest, package: Package, problems: Diagnostics) -> tuple[Package, str | None]:
    """The package, its memory given back where a program took it and another file has it; and the release that `--base` names.
    Raises as `given`."""
    from deck.fleet.bases import beside, given, is_file, is_known
    from deck.pptx.manifest import add_manifest, read_manifest, read_properties

    base = None if is_file(request.base, request.content_root) else request.base
    where = Where(request.source.name)
    if request.base is not None and base is None:
        if read_manifest(package) is not None:
            problems.info("base-not-needed", _("the deck remembers itself what it was made from; --base is not needed"), where)
            return package, None
        found = given(request.base, request.source, read_properties(package))
        return add_manifest(package, found.manifest), None
    if base is not None or read_manifest(package) is not None:
        return package, base
    known = read_properties(package)
    if not known.get("release") or is_known(known["release"], request.content_root):
        return package, None
    earlier = beside(request.source, known)
    if earlier is None:
        return package, None
    message = _("a program has taken the deck's memory of what it was made from; that of {name} is used instead")
    problems.info("memory-of-another", message.format(name=earlier.path.name), where)
    return add_manifest(package, earlier.manifest), None


def _choices(request: RefreshRequest, deck: ReadDeck, base_release: str | None) -> _Choices:
    """What the deck was made from. Raises UsageError where it is none of ours."""
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
    place = request.place or known.get("place")
    release = base_release or known.get("release")
    if not place or not release:
        raise UsageError.of(
            "not-ours",
            _("the file is not a deck of ours, or has lost its memory of it"),
            Where(str(request.source)),
            _(
                "if it is a deck of ours, give an earlier file of it with --base FILE.pptx, one that no other program has saved; "
                "or say what it was made from with --place PLACE and --base RELEASE"
            ),
        )
    code, outline, audience = load_places().find(place).code, known.get("outline", "standard"), known.get("audience", "alla")
    return _Choices(place=code, outline=outline, audience=audience, release=release, lang=_language(request, known))


def _language(request: RefreshRequest, known: Mapping[str, str]) -> str:
    """The code of the deck's own language. A deck that remembers its making, and says nothing of this, is Swedish. Raises
    UsageError where another is asked for: a refresh translates nothing."""
    from deck.content import DEFAULT_LANGUAGE, code_of

    own = code_of(known["lang"]) if known.get("lang") else DEFAULT_LANGUAGE if known.get("place") else ""
    if own and request.lang and request.lang != own:
        raise UsageError.of(
            "another-language",
            _('the deck is in "{own}", and is refreshed in it, not in "{asked}"').format(own=own, asked=request.lang),
            Where(str(request.source)),
            _("leave --lang out; `deck build --lang {asked}` makes a deck in the other language").format(asked=request.lang),
        )
    return own or request.lang or DEFAULT_LANGUAGE


def _recomposed(request: RefreshRequest, choices: _Choices, problems: Diagnostics) -> Presentation:
    """What the deck was when it was made, for one that has lost its memory."""
    from deck.fleet.bases import is_known

    if not is_known(choices.release, request.content_root):
        raise _no_base(request, choices)
    return _composed(request, choices, content_of(_wanted(request, choices, choices.release)), problems)


def _no_base(request: RefreshRequest, choices: _Choices) -> DeckError:
    """What to give in place of a release that is nowhere."""
    from deck.content import releases
    from deck.content.drafts import release_of_draft

    names = [item.name for item in releases(request.content_root, Diagnostics())]
    where = Where(str(request.source))
    if request.base is not None:
        hint = did_you_mean(request.base, names) or _("there are: {names}").format(names=", ".join(names) or "–")
        return UsageError.of("unknown-release", _('there is no release "{name}"').format(name=request.base), where, hint)
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


def _composed(request: RefreshRequest, choices: _Choices, content: Content, problems: Diagnostics) -> Presentation:
    """The presentation with the deck's choices, of a content."""
    from deck.brand import load_brand
    from deck.compose import compose

    places = load_places()
    place = places.find(choices.place)
    brand = load_brand(place, places, root=request.branding_root)
    problems.extend(item for item in brand.diagnostics if item.severity >= Severity.WARNING)
    return compose(content, place, places, brand, outline=choices.outline, audience=choices.audience)


def _wanted(request: RefreshRequest, choices: _Choices, release: str | None, local: Path | None = None) -> BuildRequest:
    """What a release's content (None: the current one) is asked for by, with a sender's own material."""
    return BuildRequest(choices.place, release=release, local=local, lang=choices.lang, content_root=request.content_root)


def _theirs(
    request: RefreshRequest, choices: _Choices, package: Package, extra: dict[str, Any], problems: Diagnostics
) -> Presentation:
    """The new content with the same choices; the local material that the deck remembers, or the one given."""
    if request.local is not None:
        content = content_of(_wanted(request, choices, request.release, request.local))
        extra.pop(PICTURES, None)
        extra |= remembered_local(request.local, content)
        return _composed(request, choices, content, problems)
    local = _was(extra.get(LOCAL), "local.yaml")
    pictures = _remembered(extra, package) if local is not None else None
    return _composed(request, choices, content_of(_wanted(request, choices, request.release), local, pictures), problems)


def _remembered(extra: Mapping[str, Any], package: Package) -> dict[str, Picture]:
    """The pictures of local.yaml, as the deck has them; those of which it says what cannot be are not remembered."""
    from deck.pptx.manifest import media_of

    said = extra.get(PICTURES)
    found: dict[str, Picture] = {}
    media = media_of(package) if said else {}
    for name, item in said.items() if isinstance(said, dict) else ():
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            found[name] = from_json(Picture, json.loads(item), media)
    return found


def _was(text: str | None, name: str) -> Snapshot | None:
    """A file that the deck remembers the words of."""
    return Snapshot.text(name, text) if text else None


def _within(request: RefreshRequest, package: Package, extra: Mapping[str, Any]) -> Template:
    """The template that the deck has within it."""
    from deck.template import template_of

    return template_of(package, request.source.name, _was(extra.get(OVERRIDES), "template.yaml"))


def _known_keys(request: RefreshRequest, outcome: Outcome) -> None:
    """Decisions on what is no conflict are a mistake, said at once."""
    plan = outcome.merged.plan
    places = [item.address for item in plan.conflicts] + [item.conflict.address for item in plan.decided]
    wrong = [key for key in request.resolve if not any(place.within(key) for place in places)]
    if wrong:
        known = {place.key for place in places} | {place.key.partition(":")[0] for place in places}
        pending = ", ".join(sorted({place.key for place in places})) or _("none")
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


def _again(request: RefreshRequest) -> tuple[str, ...]:
    """What of the request a command must say again for the same news to come."""
    options = (
        ("--base", _base_again(request)),
        ("--place", request.place),
        ("--release", request.release),
        ("--lang", request.lang),
        ("--local", request.local and request.local.resolve()),
        ("--content", request.content_root and request.content_root.resolve()),
        ("--branding", request.branding_root and request.branding_root.resolve()),
    )
    return tuple(word for name, value in options if value for word in (name, str(value)))


def _base_again(request: RefreshRequest) -> str | None:
    from deck.fleet.bases import is_file

    base = request.base
    return str(Path(base).resolve()) if base is not None and is_file(base, request.content_root) else base


def _result(
    request: RefreshRequest, choices: _Choices, base: Presentation, theirs: Presentation, outcome: Outcome, problems: Diagnostics
) -> Refreshed:
    merged = outcome.merged
    place = load_places().find(choices.place)
    unseen = any(item.code in ("lost", "broken") for item in outcome.diagnostics)
    state = "conflicts" if merged.conflicts else "refreshed" if outcome.package is not None else "up-to-date"
    return Refreshed(
        source=request.source,
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
        again=_again(request),
        package=outcome.package,
        numbers=outcome.numbers,
        numbers_before=outcome.numbers_before,
        whole=not unseen,
    )


def _marked(request: RefreshRequest, result: Refreshed) -> tuple[Package | None, Refreshed]:
    """With our comments on what is to be decided, if they are asked for, and without those on what is. They alone are reason to
    write, where their owner has decided by hand and the guidance has nothing new."""
    from deck.refresh.marks import mark

    before = result.package or result.before
    assert before is not None
    numbers = result.numbers if result.package is not None else result.numbers_before
    package = mark(before, result.conflicts, numbers, anew=request.mark and result.package is not None)
    if result.package is None:
        if package is before:
            return None, result
        note = Diagnostic("marks-gone", Severity.INFO, _("comments on what you have decided were taken away"))
        state = "conflicts" if result.conflicts else "refreshed"
        result = replace(result, state=state, numbers=numbers, diagnostics=(*result.diagnostics, note))
    return package, replace(result, package=package)


def _save(request: RefreshRequest, result: Refreshed) -> Refreshed:
    """Write the new file, unless there is nothing to write; the original is never touched."""
    from deck.content import keep_draft
    from deck.fleet.landing import land, told

    package = result.package
    if not request.status_only and (package or result.before) is not None:
        package, result = _marked(request, result)
    path = None
    if package is not None and not request.dry_run and not request.status_only:
        path = land(request, package)
        if request.release is None:
            keep_draft(result.release_after, request.content_root)
    return replace(result, path=path, diagnostics=(*result.diagnostics, *told(request.source, path)))
