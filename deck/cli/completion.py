"""`deck completion`."""

from __future__ import annotations

import click

from deck.i18n import _


@click.command(help=_("Print the completion script of SHELL; load it from your shell's start-up file."))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar=_("SHELL"))
def completion(shell: str) -> None:
    from click.shell_completion import get_completion_class

    from deck.cli.app import app

    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover - click offers all three
        raise click.UsageError(shell)
    click.echo(kind(app, {}, "deck", "_DECK_COMPLETE").source())
