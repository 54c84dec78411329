"""`deck diff`."""

from __future__ import annotations

import click

from deck.i18n import _


@click.command(help=_("What changed from release OLD to release NEW (the current content without it), and on which slides."))
@click.argument("old", metavar=_("OLD"))
@click.argument("new", required=False, metavar=_("[NEW]"))
@click.option("--lang", default="sv", show_default=True, metavar=_("LANG"), help=_("The language of the words, such as sv."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
def diff(old: str, new: str | None, lang: str, as_json: bool) -> None:
    from deck.cli.console import say, show_json
    from deck.content import diff_releases

    changes = diff_releases(old, new, lang=lang)
    if as_json:
        show_json(changes.to_json())
    else:
        say(changes.to_text().rstrip("\n"))
