"""A deck asked for: made, written where it may be, and answered for."""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deck.diagnostics import Diagnostics, Severity, Where
from deck.errors import DeckError
from deck.fleet.request import BuildRequest, Built
from deck.formats import DECK, Format, also_named
from deck.i18n import _
from deck.making.faults import unexpected
from deck.making.make import MadeDeck, make
from deck.places import Place, load_places
from deck.source import display
from deck.watch import SECONDS, watched

if TYPE_CHECKING:
    from deck.files import FileKind
    from deck.package import Package

HOUSE_SECONDS = 30.0
OnWritten = Callable[["Package"], object]


def _write(path: Path, data: bytes, kind: FileKind, request: BuildRequest, diagnostics: Diagnostics) -> bool:
    from deck.files import put

    try:
        inputs = [item for item in (request.template, request.local, *request.figures) if isinstance(item, Path)]
        proof = lambda old: old.read_bytes() == data or kind.is_ours(old)  # noqa: E731
        put(path, data, kind, overwrite=request.overwrite, inputs=inputs, proof=proof)
    except DeckError as error:
        (found,) = error.diagnostics
        if found.code != "edited-file":
            raise
        hint = _("choose another folder with -o, or --overwrite")
        if kind.name == "pptx":
            hint = _("`{command}` brings it up to date with the edits kept; or choose another folder with -o, or --overwrite")
            hint = hint.format(command=refresh_command(path, request))
        diagnostics.error(found.code, _("the file has been edited since it was built, and is left alone"), found.where, hint)
        return False
    return True


def refresh_command(path: Path, request: BuildRequest) -> str:
    """How the deck at `path`, made as asked here, is brought up to date."""
    words = ["deck", "refresh", display(path)]
    for name, folder in (("--content", request.content_root), ("--branding", request.branding_root)):
        words += [name, display(folder)] if folder is not None else []
    words += ["--local", display(request.local)] if request.local is not None else []
    words += [word for path in request.figures if isinstance(path, Path) for word in ("--figures", display(path))]
    return shlex.join(words)


def _given(form: Format, made: MadeDeck, request: BuildRequest, diagnostics: Diagnostics) -> tuple[Path | None, str]:
    """Write a deck as one format has it: where, and the file's digest."""
    assert made.package is not None
    module = form.load()
    data = module.write(made.presentation, made.laid_out, made.package)
    path = request.out / f"{request.stem or made.stem}{form.ending}"
    written = _write(path, data, module.KIND, request, diagnostics)
    return (path if written else None), hashlib.sha256(data).hexdigest()


def _beside(made: MadeDeck, request: BuildRequest, diagnostics: Diagnostics) -> dict[str, Path]:
    """What is given beside the deck, by format; one that fails does not stop the others."""
    found: dict[str, Path] = {}
    for name in request.also:
        try:
            path, _digest = _given(also_named(name), made, request, diagnostics)
        except DeckError as error:
            diagnostics.extend(error.diagnostics)
            continue
        if path is not None:
            found[name] = path
    return found


def _answered(request: BuildRequest, place: Place, diagnostics: Diagnostics, seen: OnWritten | None) -> Built:
    """What is wrong goes to `diagnostics`, of which the answer has none yet, or is raised."""
    from deck.content import keep_draft

    made = make(request, place, diagnostics, Severity.WARNING if request.strict else Severity.ERROR)
    answer = Built(request, place=place.code, name=place.own_name, path=None, slides=made.slides, release=made.release)
    if made.package is None:
        return replace(answer, exit_code=1)
    path, digest = _given(DECK, made, request, diagnostics)
    beside = _beside(made, request, diagnostics) if path is not None else {}
    if path is not None and request.release is None:
        keep_draft(made.release, request.content_root)
    if path is not None and seen is not None:
        seen(made.package)
    whole = path is not None and len(beside) == len(request.also)
    return replace(answer, path=path, also=beside, sha256=digest, exit_code=0 if whole else 1)


def build_one(request: BuildRequest, seen: OnWritten | None = None) -> Built:
    """Build a deck. What is wrong with it is in the answer's diagnostics, never raised. `seen` is given the package that was
    written, so that who shows it need not read it again."""
    import os

    diagnostics = Diagnostics()
    answer = Built(request, place=request.place, name=request.place, path=None, release=request.release or "", exit_code=1)
    try:
        place = load_places().find(request.place)
        answer = replace(answer, place=place.code, name=place.own_name)
        # A template of the house is trusted with more time than one that was given.
        with watched(Where(str(request.template or "")), SECONDS if request.template else HOUSE_SECONDS):
            answer = _answered(request, place, diagnostics, seen)
    except DeckError as error:
        diagnostics.extend(error.diagnostics)
        answer = replace(answer, exit_code=error.exit_code)
    except Exception as error:  # noqa: BLE001, RUF100 - one bad deck must not stop the others
        if os.environ.get("DECK_DEBUG"):
            raise
        diagnostics.extend([unexpected(error)])
    return replace(answer, diagnostics=tuple(dict.fromkeys(diagnostics)))
