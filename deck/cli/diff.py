"""`deck diff`."""

from __future__ import annotations

from pathlib import Path

import click

from deck.cli.options import with_content, with_lang
from deck.i18n import _


@click.command(help=_("What changed from release OLD to release NEW (the current content without it), and on which slides."))
@click.argument("old", metavar=_("OLD"))
@click.argument("new", required=False, metavar=_("[NEW]"))
@with_lang
@with_content
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
def diff(old: str, new: str | None, lang: str, content: Path | None, as_json: bool) -> None:
    from deck.cli.console import say, show_json
    from deck.content import diff_releases

    changes = diff_releases(old, new, content, lang=lang)
    if as_json:
        show_json(changes.to_json())
    else:
        say(changes.to_text().rstrip("\n"))
