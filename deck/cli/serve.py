"""`deck serve`."""

from __future__ import annotations

from pathlib import Path

import click

from deck.i18n import _


@click.command(help=_("Serve the web app: decks made, refreshed and checked in a browser. Nothing is kept."))
@click.option("--open", "open_", is_flag=True, help=_("Open it in this machine's browser."))
@click.option("--host", default="127.0.0.1", show_default=True, metavar=_("HOST"), help=_("Where to listen; 0.0.0.0 for all."))
@click.option("--port", type=click.IntRange(0, 65535), default=8311, show_default=True, help=_("The port; 0 takes a free one."))
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar=_("HOST"),
    help=_("What browsers call the server, as deck.example.se; may be given many times."),
)
@click.option(
    "--branding",
    type=click.Path(path_type=Path),
    metavar=_("DIR"),
    help=_("Graphic profiles and templates of a house, for its staff."),
)
@click.option(
    "--edit",
    type=click.Path(path_type=Path),
    metavar=_("DIR"),
    help=_("Let whoever uses this machine edit the guidance in this content folder, in the browser."),
)
@click.option("--anyone-edits", is_flag=True, help=_("Let all who reach the server edit it, not only this machine's own users."))
@click.option("-j", "--jobs", type=click.IntRange(1, 64), help=_("How many processes work at a time."))
def serve(
    open_: bool,
    host: str,
    port: int,
    names: tuple[str, ...],
    branding: Path | None,
    edit: Path | None,
    anyone_edits: bool,
    jobs: int | None,
) -> None:
    from deck.cli.console import say, show_diagnostics
    from deck.diagnostics import Where
    from deck.errors import UsageError
    from deck.web.house import house_faults
    from deck.web.serve import ServeOptions
    from deck.web.serve import serve as run

    if branding is not None and not branding.is_dir():
        raise UsageError.of("missing-file", _("there is no such folder"), hint=_("check the name given with --branding"))
    if edit is not None and not (edit / "slides.yaml").is_file():
        message = _("there is no guidance in the folder (no slides.yaml)")
        raise UsageError.of(
            "missing-file", message, Where(str(edit)), _("give the content folder with --edit, as --edit content")
        )
    if branding is not None:
        # Its staff cannot mend these, and one that is broken is no reason to keep the others from them.
        show_diagnostics(house_faults(branding.resolve()))
    options = ServeOptions(
        host=host,
        port=port,
        names=names,
        branding=branding.resolve() if branding else None,
        editing=edit.resolve() if edit else None,
        anyone=anyone_edits,
        jobs=jobs or 0,
        open=open_,
    )
    run(options, lambda address: say(_("Open {address} in a browser. Ctrl-C stops.").format(address=address)))
