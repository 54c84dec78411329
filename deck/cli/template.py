"""`deck template`."""

from __future__ import annotations

from pathlib import Path

import click

from deck.i18n import _


@click.group(help=_("Examine a PowerPoint template, or begin its settings."))
def template() -> None:
    pass


@template.command(
    help=_("What deck does with the template FILE (.potx or .pptx): which layout serves what, and why; what is missing.")
)
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
@click.option("--png", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Draw a deck in the template, as one picture."))
@click.option("--place", default="lund", show_default=True, help=_("Whose deck is drawn."))
@click.option("--outline", default="standard", show_default=True, help=_("Which deck is drawn."))
@click.pass_context
def check(ctx: click.Context, file: Path, as_json: bool, png: Path | None, place: str, outline: str) -> None:
    from deck.cli.console import say, show_json
    from deck.diagnostics import Severity
    from deck.source import display
    from deck.template.doctor import examine

    report = examine(file)
    if png is not None:
        from deck.fleet.sheet import contact_sheet_of
        from deck.package import write_atomic

        write_atomic(png, contact_sheet_of(file, place, outline))
    if as_json:
        show_json(report.to_json())
    else:
        say(report.to_text().rstrip("\n"))
        if png is not None:
            say(_("written: {path}").format(path=display(png)))
    ctx.exit(1 if any(item.severity >= Severity.ERROR for item in report.diagnostics) else 0)


@template.command(help=_("Write a commented template.yaml beside the template FILE, with what deck would choose."))
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where; without it, beside the template.")
)
def init(file: Path, out: Path | None) -> None:
    from deck.cli.console import say
    from deck.diagnostics import Where
    from deck.errors import InputError
    from deck.package import write_atomic
    from deck.source import display
    from deck.template.doctor import starter_yaml

    path = out or file.with_name("template.yaml")
    if path.exists():
        raise InputError.of("exists", _("the file exists already, and is left alone"), Where(display(path)), _("edit it"))
    write_atomic(path, starter_yaml(file).encode("utf-8"))
    say(_("written: {path}").format(path=display(path)))
