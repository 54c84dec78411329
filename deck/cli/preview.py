"""`deck preview`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deck.cli.again import with_watch
from deck.cli.figures import with_figures
from deck.cli.options import with_deck_lang
from deck.i18n import _

if TYPE_CHECKING:
    from deck.fleet.preview import Previewed, PreviewRequest, Renderer

ENDINGS = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")


@click.command(
    help=_("Draw the slides of each PLACE's deck, or of each presentation FILE, as PNG pictures, and a page with them all.")
)
@click.argument("what", nargs=-1, required=True, metavar=_("PLACE|FILE…"))
@click.option("--outline", default="standard", show_default=True, help=_("How much is told: kort, standard or konferens."))
@click.option("--audience", default="alla", show_default=True, help=_("For whom: alla, politiker, tjansteman or samordnare."))
@with_deck_lang
@click.option("--local", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("The place's own material, a local.yaml."))
@with_figures
@click.option("--template", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("The place's own .potx or .pptx."))
@click.option("--pdf", is_flag=True, help=_("The slides as a PDF that is read aloud well (PDF/UA), too."))
@click.option("--handout", is_flag=True, help=_("A handout as PDF, slides beside their notes, too."))
@click.option("--html", is_flag=True, help=_("The slides as one page for a browser, too."))
@click.option(
    "--width", type=click.IntRange(80, 7680), default=1280, show_default=True, help=_("How wide the pictures are, in pixels.")
)
@click.option(
    "--renderer",
    type=click.Choice(["own", "libreoffice"]),
    default="own",
    show_default=True,
    help=_("What draws: deck itself, alike on every machine, or an installed LibreOffice."),
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    metavar=_("DIR"),
    help=_("Where the pictures' folders are made."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON list with an object for each deck."))
@with_watch
@click.option("--overwrite", is_flag=True, help=_("Replace even a file that is not as deck wrote it."))
@click.pass_context
def preview(
    ctx: click.Context,
    what: tuple[str, ...],
    outline: str,
    audience: str,
    lang: str | None,
    local: Path | None,
    figures: tuple[Path, ...],
    template: Path | None,
    pdf: bool,
    handout: bool,
    html: bool,
    width: int,
    renderer: Renderer,
    out: Path,
    as_json: bool,
    watch: bool,
    overwrite: bool,
) -> None:
    from deck.cli.again import again, no_json, read_by
    from deck.fleet.preview import PreviewRequest
    from deck.making.recipe import Recipe
    from deck.making.tongue import language_of

    also = tuple(name for name, asked in (("pdf", pdf), ("handout", handout), ("html", html)) if asked)
    requests: list[PreviewRequest] = []
    for item in what:
        file = is_file(item)
        code = "" if file else _code(item)
        recipe = (
            None
            if file
            else Recipe(
                code,
                outline=outline,
                audience=audience,
                lang=lang or language_of(code, local=local),
                local=local,
                figures=figures,
                template=template,
            )
        )
        requests.append(
            PreviewRequest(
                source=Path(item) if file else None,
                recipe=recipe,
                out=out,
                width=width,
                renderer=renderer,
                also=also,
                overwrite=overwrite,
            )
        )
    if not watch:
        ctx.exit(_drawn(requests, as_json=as_json))
    no_json(as_json)
    paths = read_by(local, template, *figures, *(request.source for request in requests))
    ctx.exit(again(lambda: _drawn(requests, as_json=False), paths))


def _drawn(requests: list[PreviewRequest], *, as_json: bool) -> int:
    """The exit code, when all are drawn and told of."""
    from deck.fleet.preview import preview_one

    done = [preview_one(request) for request in requests]
    if as_json:
        from deck.cli.console import show_json

        show_json([item.to_json() for item in done])
    else:
        _tell(done)
    return max(item.exit_code for item in done)


def is_file(what: str) -> bool:
    """Whether a file is meant, not a place: by its ending, or as it is there."""
    path = Path(what)
    return path.suffix.lower() in ENDINGS or path.is_file()


def _code(query: str) -> str:
    """Raises UsageError where no place is called so."""
    from deck.places import load_places

    return load_places().find(query).code


def _tell(done: list[Previewed]) -> None:
    from deck.cli.console import show_diagnostics, table
    from deck.cli.summary import slides_in_words
    from deck.source import display

    show_diagnostics(found for item in done for found in item.diagnostics)
    rows = [(display(item.page), slides_in_words(len(item.pictures))) for item in done if item.page is not None]
    table(rows + [(display(path), "") for item in done for path in item.also])
