"""`deck figures`, and the option that gives figures to every command that makes a deck."""

from __future__ import annotations

from pathlib import Path

import click

from deck.i18n import _

with_figures = click.option(
    "--figures",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Figures of places: CSV, .xlsx or JSON-stat, with place, indicator, year, amount and source. Can be repeated."),
)


@click.group(help=_("Figures of places. Nothing is fetched unless it is asked for here."))
def figures() -> None:
    pass


@figures.command(
    help=_(
        "Fetch figures of each PLACE, its county and the country from Kolada or a PxWeb (SCB's), and write them to FILE, which "
        "--figures takes."
    )
)
@click.argument("places", nargs=-1, required=True, metavar=_("PLACE…"))
@click.option("--kolada", multiple=True, metavar="N00945", help=_("An indicator of Kolada's, by its key. Can be repeated."))
@click.option(
    "--pxweb", multiple=True, metavar="TAB638", help=_("A table of SCB's, or another PxWeb's address of one. Can be repeated.")
)
@click.option(
    "--select", multiple=True, metavar=_("NAME=CODES"), help=_("What of a table, such as ContentsCode=BE0101N1. Can be repeated.")
)
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), metavar=_("FILE"), help=_("The CSV file."))
@click.option("--fresh", is_flag=True, help=_("Ask anew what was fetched today."))
@click.option("--overwrite", is_flag=True, help=_("Replace even a file that is not as deck wrote it."))
def fetch(
    places: tuple[str, ...],
    kolada: tuple[str, ...],
    pxweb: tuple[str, ...],
    select: tuple[str, ...],
    out: Path,
    fresh: bool,
    overwrite: bool,
) -> None:
    import csv
    import io

    from deck.cli.console import say
    from deck.diagnostics import Diagnostics
    from deck.errors import DeckError, InputError, UsageError
    from deck.fetching import kolada as from_kolada
    from deck.fetching import pxweb as from_pxweb
    from deck.fetching.net import Net
    from deck.figures import Figures
    from deck.files import CSV, put, refusal
    from deck.places import load_places
    from deck.source import display
    from deck.tables import NumberCell

    found, unknown = load_places().find_all(places)
    chosen = dict(_selected(item) for item in select)
    if unknown:
        raise UsageError(unknown)
    if not kolada and not pxweb:
        raise UsageError.of("usage", _("nothing is asked for"), hint=_("say --kolada N00945 or --pxweb TAB638"))
    if (refused := refusal(out, CSV, overwrite=overwrite)) is not None:
        raise InputError([refused])
    net = Net(fresh=fresh)
    wrong = Diagnostics()
    got = Figures()
    asks = [lambda key=key: from_kolada.fetched(net, [key], found) for key in dict.fromkeys(kolada)]
    asks += [lambda table=table: from_pxweb.fetched(net, table, found, chosen) for table in dict.fromkeys(pxweb)]
    for ask in asks:
        try:
            got = Figures((*got.observations, *ask().observations))
        except DeckError as error:
            wrong.extend(error.diagnostics)
    if wrong.errors:
        raise InputError(wrong)
    cells = got.to_cells()
    text = io.StringIO()
    # With a comma before its decimals "1,234" is no thousand.
    rows = ([cell.replace(".", ",") if isinstance(cell, NumberCell) else cell for cell in row] for row in cells.rows)
    csv.writer(text, delimiter=";", lineterminator="\n").writerows([cells.head, *rows])
    put(out, text.getvalue().encode("utf-8-sig"), CSV, overwrite=overwrite)
    say(_("written: {path}").format(path=display(out)))
    say(
        _("{count} amounts; `deck build {place} --figures {path}` shows them").format(
            count=len(cells.rows), place=found[0].code, path=display(out)
        )
    )


def _selected(words: str) -> tuple[str, list[str]]:
    from deck.errors import UsageError

    name, sign, codes = words.partition("=")
    if not sign or not name or not codes:
        message = _("“{words}” chooses nothing").format(words=words)
        raise UsageError.of("usage", message, hint=_("write --select ContentsCode=BE0101N1, several codes with commas"))
    return name, codes.split(",")


__all__ = ["fetch", "figures", "with_figures"]
