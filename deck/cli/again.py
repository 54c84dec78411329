"""`--watch`: what a command does is done again whenever a file that it reads is changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
import yaml

from deck.files.stand import Stand, stand
from deck.i18n import _

LOOK = 0.3
"""Seconds between two looks. What is written in several steps is whole when two looks see the same."""

with_watch = click.option("--watch", is_flag=True, help=_("Do it again whenever a file that it reads is changed, until Ctrl+C."))


def beside(local: Path | None) -> list[Path]:
    """A local.yaml with the files that it names, as far as it can be read: its pictures, tables and figures."""
    if local is None:
        return []
    try:
        tree = yaml.safe_load(local.read_text("utf-8"))
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return [local]
    named = (local.parent / words for words in _words(tree) if len(words) <= 400 and "\n" not in words and "\0" not in words)
    return [local, *(path for path in named if path.suffix and _is_file(path))]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _words(tree: object) -> Iterator[str]:
    """All scalars that are text."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict | list):
        for item in tree.values() if isinstance(tree, dict) else tree:
            yield from _words(item)


def read_by(
    local: Path | None, *more: Path | None, content: Path | None = None, branding: Path | None = None
) -> Callable[[], list[Path]]:
    """What a deck is made of, asked for anew each time: the content and the profiles (None: the project's own), its local.yaml
    and what that names, and `more`."""
    from deck.brand.cascade import branding_root
    from deck.collection import given_files
    from deck.content import content_root

    folders = [content or content_root(), branding or branding_root()]
    return lambda: [*folders, *given_files(), *beside(local), *(path for path in more if path is not None)]


def no_json(as_json: bool) -> None:
    """Raises UsageError: who reads JSON waits for its end."""
    from deck.errors import UsageError

    if as_json:
        raise UsageError.of("usage", _("--watch and --json do not go together"), hint=_("leave out one of them"))


def again(once: Callable[[], int], paths: Callable[[], Iterable[Path]], look: float = LOOK) -> int:
    """`once`, and once more after every change of `paths`, which are asked for anew each time; the exit code of the last time,
    when somebody says stop (KeyboardInterrupt). What is wrong in a file is told, and waited for; a call that means nothing
    (UsageError, the first time) is raised."""
    from deck.cli.console import say, show_diagnostics
    from deck.errors import DeckError, UsageError

    code, first = 0, True
    try:
        while True:
            before = stand(paths())
            try:
                code = once()
            except UsageError as error:
                if first:
                    raise
                show_diagnostics(error.diagnostics)
                code = error.exit_code
            except DeckError as error:
                show_diagnostics(error.diagnostics)
                code = error.exit_code
            first = False
            say(_("waiting for changes; Ctrl+C ends"), err=True)
            _changed(before, paths, look)
    except KeyboardInterrupt:
        return code


def _changed(before: Stand, paths: Callable[[], Iterable[Path]], look: float) -> None:
    """Returns when the files are no more as they were, and stand still."""
    now = stand(paths())
    while now == before:
        time.sleep(look)
        now = stand(paths())
    while True:
        time.sleep(look)
        later = stand(paths())
        if later == now:
            return
        now = later
