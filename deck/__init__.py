"""One guidance, 311 senders: editable, accessible PowerPoint decks for Sweden's counties and municipalities.

>>> import deck
>>> deck.build("lund", out="out")             # doctest: +SKIP
>>> [place.name for place in deck.find("upplands")]
['Upplands Väsby', 'Upplands-Bro']

`build`, `find`, `read`, `check_file` and `refresh_file` are all that is public; each raises `deck.DeckError` with every
diagnostic.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from deck.errors import DeckError

if TYPE_CHECKING:
    from deck.check import Finding
    from deck.fleet import Built
    from deck.places import Place
    from deck.pptx import ReadDeck
    from deck.refresh import Choice, Refreshed

__all__ = ["DeckError", "__version__", "build", "check_file", "find", "read", "refresh_file"]
__version__ = "1.0.0"

AnyPath = str | os.PathLike[str]


def _path(path: AnyPath | None) -> Path | None:
    return None if path is None else Path(path)


def build(
    place: str,
    *,
    outline: str = "standard",
    audience: str = "alla",
    release: str | None = None,
    local: AnyPath | None = None,
    template: AnyPath | None = None,
    lang: str | None = None,
    out: AnyPath = "out",
    strict: bool = False,
) -> Built:
    """Build the deck of a municipality or county (code, name or slug) into the folder `out`, in the content's words of `lang`:
    where it is None, of that which local.yaml or brand.yaml says.

    Returns what was built: `.path`, `.slides`, `.diagnostics`. Raises DeckError where no file could be written.
    """
    from deck.fleet import BuildRequest, build_one
    from deck.making.tongue import language_of
    from deck.places import load_places

    code, own = load_places().find(place).code, _path(local)
    request = BuildRequest(
        place=code,
        outline=outline,
        audience=audience,
        release=release,
        local=own,
        template=_path(template),
        out=Path(out),
        lang=lang or language_of(code, local=own),
        strict=strict,
    )
    built = build_one(request)
    if not built.ok:
        raise DeckError(built.diagnostics)
    return built


def find(query: str = "") -> tuple[Place, ...]:
    """The places whose name holds the words or whose code begins so; all 311 without a query."""
    from deck.places import load_places

    return load_places().search(query)


def read(path: AnyPath) -> ReadDeck:
    """Read a deck back: `.presentation` (what it says), `.manifest` (what it was built from), `.slides`."""
    from deck.pptx import read_pptx

    return read_pptx(Path(path))


def check_file(path: AnyPath) -> tuple[Finding, ...]:
    """The findings of `deck check` on a .pptx, by every rule: empty where all is well. Raises DeckError
    where it cannot be read."""
    from deck.check import check_file as check

    return check(Path(path)).findings


def refresh_file(
    path: AnyPath,
    *,
    out: AnyPath | None = None,
    base: str | None = None,
    place: str | None = None,
    lang: str | None = None,
    release: str | None = None,
    local: AnyPath | None = None,
    template: AnyPath | None = None,
    rebrand: bool | None = None,
    resolve: Mapping[str, Choice] | None = None,
    prefer: Choice | None = None,
    dry_run: bool = False,
    mark: bool = False,
    overwrite: bool = False,
) -> Refreshed:
    """Bring an edited deck up to date beside the original; its owner's edits are kept. The options are those of `deck refresh`:
    `resolve` maps the key of what clashed to "mine" or "theirs", `prefer` decides the rest. Raises DeckError where it is
    refused."""
    from deck.fleet.refresh import RefreshRequest, refresh_one

    result = refresh_one(
        RefreshRequest(
            source=Path(path),
            out=_path(out),
            base=base,
            place=place,
            lang=lang,
            release=release,
            local=_path(local),
            template=_path(template),
            rebrand=rebrand,
            resolve=resolve or {},
            prefer=prefer,
            dry_run=dry_run,
            mark=mark,
            overwrite=overwrite,
        )
    )
    if result.state == "refused":
        raise DeckError(result.diagnostics)
    return result
