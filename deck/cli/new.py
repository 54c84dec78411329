"""`deck new`."""

from __future__ import annotations

from pathlib import Path

import click

from deck.i18n import _


@click.command(
    help=_(
        "Begin a collection in the new folder DIR: another guidance, other places, another language. It builds as it is; "
        "its words, in English, are for you to write over."
    )
)
@click.argument("folder", type=click.Path(path_type=Path), metavar=_("DIR"))
def new(folder: Path) -> None:
    from deck.cli.console import say
    from deck.diagnostics import Where
    from deck.errors import InputError
    from deck.files import put_folder
    from deck.making.starter import starter_files
    from deck.source import display

    if not put_folder(folder, starter_files()):
        message = _("there is a folder of that name, and it is left alone")
        raise InputError.of("other-kind", message, Where(display(folder)), _("choose another name"))
    say(_("written: {path}").format(path=display(folder)))
    say(_("Go there and try `deck places` and `deck build alpha`; deck.yaml says where everything lies."))
