"""`deck release`."""

from __future__ import annotations

import click

from deck.i18n import _


@click.command(help=_("Freeze the current content as release NAME; without NAME, list the releases."))
@click.argument("name", required=False, metavar=_("[NAME]"))
@click.option(
    "--date", default="", metavar=_("DAY"), help=_("Its date, such as 2026-11-27; without it, the one that NAME begins with.")
)
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
def release(name: str | None, date: str, as_json: bool) -> None:
    from deck.cli.console import say, show_diagnostics, show_json, table
    from deck.content import freeze, freeze_doubts, releases
    from deck.source import display

    if name is None:
        found = releases()
        if as_json:
            show_json([{"name": item.name, "date": str(item.date)} for item in found])
        else:
            table([(item.name, str(item.date)) for item in found])
        return
    doubts = freeze_doubts(name, date=date)
    path = freeze(name, date=date)
    show_diagnostics(doubts)
    if as_json:
        show_json({"name": name, "path": path.as_posix()})
    else:
        say(_("{name} is frozen in {path}").format(name=name, path=display(path)))
