"""A deck asked for: made, written where it may be, and answered for."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from deck.diagnostics import Diagnostics, Severity, Where
from deck.errors import DeckError
from deck.fleet.request import BuildRequest, Built
from deck.i18n import _
from deck.making.faults import unexpected
from deck.making.make import make
from deck.places import Place, load_places
from deck.watch import SECONDS, watched

if TYPE_CHECKING:
    from pathlib import Path

HOUSE_SECONDS = 30.0


def _write(path: Path, data: bytes, request: BuildRequest, diagnostics: Diagnostics) -> bool:
    from deck.files import put
    from deck.pptx.seal import DECK, is_built

    try:
        inputs = [item for item in (request.template, request.local) if item is not None]
        put(
            path,
            data,
            DECK,
            overwrite=request.overwrite,
            inputs=inputs,
            proof=lambda old: old.read_bytes() == data or is_built(old),
        )
    except DeckError as error:
        (found,) = error.diagnostics
        if found.code != "edited-file":
            raise
        diagnostics.error(
            found.code,
            _("the file has been edited since it was built, and is left alone"),
            found.where,
            _("`deck refresh` brings it up to date with the edits kept; or choose another folder with -o, or --overwrite"),
        )
        return False
    return True


def _made(request: BuildRequest, place: Place, diagnostics: Diagnostics) -> tuple[Path | None, int, str, str]:
    """Path, number of slides, release and digest; everything that is wrong goes to `diagnostics` or is raised."""
    from deck.content import keep_draft
    from deck.package import package_bytes
    from deck.pptx.seal import sealed

    made = make(request, place, diagnostics, Severity.WARNING if request.strict else Severity.ERROR)
    if made.package is None:
        return None, made.slides, made.release, ""
    data = package_bytes(sealed(made.package, "built"))
    path = request.out / f"{made.stem}.pptx"
    written = _write(path, data, request, diagnostics)
    if written and request.release is None:
        keep_draft(made.release, request.content_root)
    return (path if written else None), made.slides, made.release, hashlib.sha256(data).hexdigest()


def build_one(request: BuildRequest) -> Built:
    """Build a deck. What is wrong with it is in the answer's diagnostics, never raised."""
    import os

    diagnostics = Diagnostics()
    name, code, path, slides, release, digest, exit_code = request.place, request.place, None, 0, request.release or "", "", 0
    try:
        place = load_places().find(request.place)
        name, code = place.own_name, place.code
        # A template of the house is trusted with more time than one that was given.
        with watched(Where(str(request.template or "")), SECONDS if request.template else HOUSE_SECONDS):
            path, slides, release, digest = _made(request, place, diagnostics)
        exit_code = 0 if path else 1
    except DeckError as error:
        diagnostics.extend(error.diagnostics)
        exit_code = error.exit_code
    except Exception as error:  # noqa: BLE001, RUF100 - one bad deck must not stop the others
        if os.environ.get("DECK_DEBUG"):
            raise
        diagnostics.extend([unexpected(error)])
        exit_code = 1
    unique = tuple(dict.fromkeys(diagnostics))
    return Built(
        request,
        place=code,
        name=name,
        path=path,
        slides=slides,
        release=release,
        diagnostics=unique,
        exit_code=exit_code,
        sha256=digest,
    )
