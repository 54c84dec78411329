"""`deck brand`."""

from __future__ import annotations

from pathlib import Path

import click

from deck.i18n import _


@click.group(help=_("Show or begin a place's graphic profile."))
def brand() -> None:
    pass


@brand.command(help=_("Print each value of PLACE's profile and the file and line it comes from."))
@click.argument("place", metavar=_("PLACE"))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
def show(place: str, as_json: bool) -> None:
    from deck.brand import describe, load_brand
    from deck.cli.console import say, show_diagnostics, show_json, table
    from deck.places import load_places

    register = load_places()
    found = load_brand(register.find(place), register)
    rows = [(field, str(value), str(where)) for field, value, where in describe(found)]
    if as_json:
        show_json(
            {
                "place": found.place,
                "values": [{"field": field, "value": value, "from": where} for field, value, where in rows],
                "diagnostics": [item.to_json() for item in found.diagnostics],
            }
        )
        return
    say(found.name)
    table(rows, "  ")
    show_diagnostics(found.diagnostics)


@brand.command(help=_("Write a commented brand.yaml for PLACE to begin from."))
@click.argument("place", metavar=_("PLACE"))
@click.option("--from-logo", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Propose colours from a logo."))
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where; without it, in branding/."))
@click.option("--overwrite", is_flag=True, help=_("Replace even a file that is not as deck wrote it."))
def new(place: str, from_logo: Path | None, out: Path | None, overwrite: bool) -> None:
    from deck.brand import BadLogo, branding_root, colors_from_logo, starter_yaml
    from deck.cli.console import say
    from deck.diagnostics import Where
    from deck.errors import InputError
    from deck.files import YAML, encoded, put
    from deck.places import load_places
    from deck.source import display

    register = load_places()
    found = register.find(place)
    path = out or branding_root() / found.stem / "brand.yaml"
    try:
        colors = colors_from_logo(from_logo) if from_logo else None
    except BadLogo as error:
        hint = _("export the logo anew as SVG or PNG")
        where = Where(display(from_logo)) if from_logo else Where()
        raise InputError.of("bad-logo", _("the logo cannot be used: {why}").format(why=error), where, hint) from None
    inputs = [from_logo] if from_logo else []
    logo = _logo_beside(path, from_logo, overwrite) if from_logo else ""
    put(path, encoded(starter_yaml(found, register, colors, logo)), YAML, overwrite=overwrite, inputs=inputs)
    say(_("written: {path}").format(path=display(path)))


def _logo_beside(path: Path, logo: Path, overwrite: bool) -> str:
    """The logo's name beside the profile at `path`; it is copied there where it does not lie there already. Raises DeckError
    before anything is written where the profile could not be."""
    from deck.cli.console import say
    from deck.errors import InputError
    from deck.files import YAML, FileKind, put, refusal
    from deck.source import display

    if (found := refusal(path, YAML, overwrite=overwrite, inputs=[logo])) is not None:
        raise InputError([found])
    if logo.resolve().parent == path.resolve().parent:
        return logo.name
    data = logo.read_bytes()
    copy = path.parent / f"logotyp{logo.suffix.lower()}"
    same = FileKind("logo", alike=lambda _other: True, seal=bytes, ours=lambda other: other == data)
    put(copy, data, same, overwrite=overwrite, inputs=[logo])
    say(_("written: {path}").format(path=display(copy)))
    return copy.name
