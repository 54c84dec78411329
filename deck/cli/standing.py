"""What `deck build` does of many decks when they were built before: nothing, where nothing has changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deck.i18n import N_, _
from deck.ledger import (
    FolderLedger,
    StandingDeck,
    call_of,
    digest_of_words,
    ourselves,
    read_ledger,
    world_of,
    write_ledger,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deck.diagnostics import Diagnostic
    from deck.fleet import BuildRequest, Built
    from deck.fleet.standing import StandingAnswer

_NOT_ASKED = ("jobs", "as_json", "watch", "explain", "overwrite", "places", "everyone", "out")
"""What changes nothing of the decks, or is asked in other words."""
WHY = {
    "code": N_("deck itself"),
    "content": N_("the content"),
    "brand": N_("the graphic profile"),
    "template": N_("the template"),
    "asked": N_("what was asked for"),
    "complaints": N_("what there is to say of its files"),
    "moment": N_("the day, the language of messages or Python is another"),
    "files": N_("its files are not as they were, or not there"),
    "strict": N_("warnings are errors now"),
    "first": N_("it is not known here from before"),
}


@dataclass(frozen=True)
class BuildRun:
    """`asked`: what the call is known by. `paths`: all that it reads, asked for anew each time."""

    requests: list[BuildRequest]
    asked: str
    paths: Callable[[], list[Path]]
    jobs: int | None = None
    explain: bool = False

    @property
    def out(self) -> Path:
        return self.requests[0].out

    def read(self) -> list[Path]:
        """The files and folders that decide how the decks come out, deck's own code and a draft's content among them."""
        content = self.paths()[0]
        drafts = [content / "drafts"] if self.requests[0].release else []
        return [*ourselves(), *drafts, *self.paths()]


@dataclass(frozen=True)
class StandingTold:
    """A standing deck as the summary tells it."""

    deck: StandingDeck
    out: Path

    @property
    def place(self) -> str:
        return self.deck.place

    @property
    def name(self) -> str:
        return self.deck.name

    @property
    def path(self) -> Path:
        return self.deck.paths(self.out)["pptx"]

    @property
    def slides(self) -> int:
        return self.deck.slides

    @property
    def ok(self) -> bool:
        return True

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.deck.diagnostics

    @property
    def also(self) -> dict[str, Path]:
        return {kind: path for kind, path in self.deck.paths(self.out).items() if kind != "pptx"}

    def to_json(self) -> dict[str, Any]:
        """As of one that is built (`Built.to_json`)."""
        deck = self.deck
        return {
            "place": deck.place,
            "name": deck.name,
            "outline": deck.outline,
            "audience": deck.audience,
            "release": deck.release,
            "path": self.path.as_posix(),
            "also": {name: path.as_posix() for name, path in self.also.items()},
            "slides": deck.slides,
            "sha256": deck.sha256 or None,
            "diagnostics": [item.to_json() for item in deck.diagnostics],
        }


def call_key(ctx: click.Context, codes: Sequence[str]) -> str:
    """What a call is known by: which deck is asked, the places meant, and each choice; files by where they lie."""
    chosen = {name: _whole(value) for name, value in ctx.params.items() if name not in _NOT_ASKED}
    return digest_of_words([str(path) for path in ourselves()], list(codes), sorted(chosen.items()))


def _whole(value: Any) -> Any:
    if isinstance(value, Path):
        return os.path.abspath(value)  # noqa: PTH100 - links are left as they are
    return [_whole(item) for item in value] if isinstance(value, tuple | list) else value


def stood(asked: str, out: Path, *, as_json: bool, explain: bool = False) -> int | None:
    """The exit code, told of, where all that was asked for stands as an earlier run of this call left it. Looks at the files'
    times only, and imports nothing that makes decks."""
    from deck.cli.console import say, show_json
    from deck.cli.summary import summary

    started = time.monotonic()
    found = read_ledger(out).standing(asked, out)
    if found is None:
        return None
    told = [StandingTold(item, out) for item in found]
    if explain:
        say(_("nothing has changed since these decks were built"), err=True)
    if as_json:
        show_json([item.to_json() for item in told])
    else:
        summary(told, time.monotonic() - started, len(told))
    return 0


def made_or_kept(run: BuildRun, advance: Callable[[Any], None] | None) -> tuple[list[Built], int]:
    """All decks, in order, and how many of them were there already; the folder's ledger is brought up to date."""
    from deck.fleet.standing import build_changed, deck_key

    started, before = time.time(), read_ledger(run.out)
    world = world_of(run.read())
    answers = build_changed(run.requests, before.decks, run.jobs, advance)
    keys = [deck_key(item) for item in run.requests]
    now = {key: item.standing for key, item in zip(keys, answers, strict=True) if item.standing is not None}
    # Another run may have written meanwhile: what it says of other decks is kept.
    ledger = read_ledger(run.out).having(now, [key for key in keys if key not in now])
    if len(now) == len(keys) and (call := call_of(run.read(), keys, world, started)) is not None:
        ledger = ledger.calling(run.asked, replace(call, kept=_drafts(run, answers)))
    _write(run.out, ledger)
    if run.explain:
        _explain(answers)
    return [item.built for item in answers], sum(item.kept for item in answers)


def _drafts(run: BuildRun, answers: Iterable[StandingAnswer]) -> tuple[str, ...]:
    """Where the content of decks that are of no release is kept."""
    from deck.content.drafts import draft_folder

    names = dict.fromkeys(item.built.release for item in answers if run.requests[0].release is None)
    found = (draft_folder(name, run.requests[0].content_root) for name in names)
    return tuple(os.path.abspath(path) for path in found if path is not None)  # noqa: PTH100 - as above


def _write(out: Path, ledger: FolderLedger) -> None:
    from deck.errors import DeckError

    # Without it all is made anew the next time, which is no fault of these decks.
    if ledger.decks:
        with suppress(DeckError):
            write_ledger(out, ledger)


def _explain(answers: Iterable[StandingAnswer]) -> None:
    from deck.cli.console import say

    for item in answers:
        words = ", ".join(_(WHY[name]) for name in item.why) if not item.kept else _("nothing has changed")
        say(f"{item.built.place} {item.built.name}: {words}", err=True)
