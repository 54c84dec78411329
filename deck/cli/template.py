"""`deck template`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from deck.cli.options import with_lang
from deck.i18n import _


@click.group(help=_("Examine a PowerPoint template, or begin its settings."))
def template() -> None:
    pass


@template.command(
    help=_("What deck does with the template FILE (.potx or .pptx): which layout serves what, and why; what is missing.")
)
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
@click.option(
    "--png",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Draw each kind of slide in the template, as one picture."),
)
@click.option(
    "--html", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Write a page with the picture and all details.")
)
@click.option("--verbose", "-v", is_flag=True, help=_("Tell layout by layout what is used, and why."))
@click.option("--overwrite", is_flag=True, help=_("Replace even a file that is not as deck wrote it."))
@click.option("--place", default="", help=_("Whose deck is drawn."))
@click.option("--outline", default="", help=_("Draw this whole deck, rather than one slide of each kind."))
@with_lang
@click.pass_context
def check(
    ctx: click.Context,
    file: Path,
    as_json: bool,
    png: Path | None,
    html: Path | None,
    verbose: bool,
    overwrite: bool,
    place: str,
    outline: str,
    lang: str,
) -> None:
    from deck.cli.console import say, show_json
    from deck.diagnostics import Severity, Where
    from deck.errors import UsageError
    from deck.files import HTML, PNG, put, refusal
    from deck.making.settle import settled_template
    from deck.source import display
    from deck.template.doctor import Diagnosis
    from deck.watch import watched

    goals = [(path, kind) for path, kind in ((png, PNG), (html, HTML)) if path is not None]
    refused = [found for path, kind in goals if (found := refusal(path, kind, overwrite=overwrite, inputs=[file])) is not None]
    if refused:
        raise UsageError(refused)
    with watched(Where(display(file))):
        report = Diagnosis(settled_template(file))
    with watched(Where(display(file))):
        from deck.making.specimen import specimen

        shown = specimen(file, place, outline, lang)
        report = replace(report, flaws=shown.flaws)
        picture = shown.picture() if goals else b""
    if png is not None:
        put(png, PNG.seal(picture), PNG, overwrite=overwrite, inputs=[file])
    if html is not None:
        from deck.making.specimen import page

        put(html, HTML.seal(page(report, picture).encode("utf-8")), HTML, overwrite=overwrite, inputs=[file])
    if as_json:
        show_json(report.to_json())
    else:
        say(report.to_text(verbose=verbose).rstrip("\n"))
        for path, _kind in goals:
            say(_("written: {path}").format(path=display(path)))
    ctx.exit(1 if any(item.severity >= Severity.ERROR for item in report.diagnostics) else 0)


@template.command(help=_("Write a commented template.yaml beside the template FILE, with what deck would choose."))
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where; without it, beside the template.")
)
@click.option("--overwrite", is_flag=True, help=_("Replace even a file that is not as deck wrote it."))
def init(file: Path, out: Path | None, overwrite: bool) -> None:
    from deck.cli.console import say
    from deck.diagnostics import Where
    from deck.files import YAML, encoded, put
    from deck.making.settle import settled_template
    from deck.source import display
    from deck.template.doctor import starter_yaml
    from deck.watch import watched

    path = out or file.with_name("template.yaml")
    with watched(Where(display(file))):
        words = starter_yaml(settled_template(file), file)
    put(path, encoded(words), YAML, overwrite=overwrite, inputs=[file])
    say(_("written: {path}").format(path=display(path)))
