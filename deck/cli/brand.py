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
@click.option("--merge", is_flag=True, help=_("Put the logo and its colours into a brand.yaml that is there, without asking."))
@click.option("--overwrite", is_flag=True, help=_("Replace even a file that is not as deck wrote it."))
def new(place: str, from_logo: Path | None, out: Path | None, merge: bool, overwrite: bool) -> None:
    from deck.brand import branding_root, starter_yaml
    from deck.cli.console import say
    from deck.errors import UsageError
    from deck.files import YAML, encoded, put, refusal
    from deck.places import load_places
    from deck.source import display

    register = load_places()
    found = register.find(place)
    path = out or branding_root() / found.stem / "brand.yaml"
    if merge and from_logo is None:
        raise UsageError.of("usage", _("--merge goes with --from-logo"), hint=_("say whose colours are to be put in"))
    colors = _proposed(from_logo) if from_logo else None
    inputs = [from_logo] if from_logo else []
    refused = None if overwrite else refusal(path, YAML, inputs=inputs)
    if from_logo and refused is not None and refused.code == "edited-file":
        _into(path, from_logo, colors or {}, merge)
        return
    logo = _logo_beside(path, from_logo, overwrite) if from_logo else ""
    put(path, encoded(starter_yaml(found, register, colors, logo)), YAML, overwrite=overwrite, inputs=inputs)
    say(_("written: {path}").format(path=display(path)))


def _proposed(logo: Path) -> dict[str, str]:
    """The colours of a logo; what would make it a better one is said. Raises InputError where it cannot be used."""
    from deck.brand import BadLogo, colors_from_logo, logo_remarks
    from deck.cli.console import show_diagnostics
    from deck.diagnostics import Diagnostics, Where
    from deck.errors import InputError
    from deck.source import display

    where = Where(display(logo))
    said = Diagnostics()
    try:
        colors = colors_from_logo(logo)
        for remark in logo_remarks(logo):
            said.warning("logo", remark, where)
    except BadLogo as error:
        hint = _("export the logo anew as SVG or PNG")
        raise InputError.of("bad-logo", _("the logo cannot be used: {why}").format(why=error), where, hint) from None
    if not colors:
        hint = _("write your profile's colour in brand.yaml, as accent1")
        said.warning("logo", _("the logo has no clear colour to make a profile of"), where, hint)
    show_diagnostics(said)
    return colors


def _into(path: Path, logo: Path, colors: dict[str, str], merge: bool) -> None:
    """Put a logo and its colours into a profile of somebody's own, once they agree."""
    import sys

    from deck.brand.merge import merged
    from deck.cli.console import agreed, say
    from deck.diagnostics import Where
    from deck.errors import InputError
    from deck.files import YAML, put
    from deck.source import display

    beside = logo.resolve().parent == path.resolve().parent
    name = logo.name if beside else f"logotyp{logo.suffix.lower()}"
    text = path.read_text("utf-8-sig")
    wanted = {"colors": {role: f"#{rgb}" for role, rgb in colors.items()}, "logo": {"light": name}}
    done = merged(text, display(path), wanted)
    for line in done.kept:
        say(_("stays as it is: {field}").format(field=line))
    if not done.added:
        hint = _("it says all of this already; --overwrite begins anew")
        raise InputError.of("edited-file", _("the file is there already, and is left alone"), Where(display(path)), hint)
    for line in done.added:
        say(_("comes in: {field}").format(field=line))
    if not merge:
        if not sys.stdin.isatty():
            hint = _("say --merge to put this in, or --overwrite to begin anew")
            raise InputError.of("edited-file", _("the file is there already, and is left alone"), Where(display(path)), hint)
        if not agreed(_("Put this into {path}?").format(path=display(path))):
            raise click.Abort
    if not beside and any(line.startswith("logo.light") for line in done.added):
        _copied(logo, path.parent / name, overwrite=False)
    put(path, done.text.encode(), YAML, overwrite=True, inputs=[logo])
    say(_("written: {path}").format(path=display(path)))


def _logo_beside(path: Path, logo: Path, overwrite: bool) -> str:
    """The logo's name beside the profile at `path`; it is copied there where it does not lie there already. Raises DeckError
    before anything is written where the profile could not be."""
    from deck.errors import InputError
    from deck.files import YAML, refusal

    if (found := refusal(path, YAML, overwrite=overwrite, inputs=[logo])) is not None:
        raise InputError([found])
    if logo.resolve().parent == path.resolve().parent:
        return logo.name
    copy = path.parent / f"logotyp{logo.suffix.lower()}"
    _copied(logo, copy, overwrite=overwrite)
    return copy.name


def _copied(logo: Path, copy: Path, *, overwrite: bool) -> None:
    from deck.cli.console import say
    from deck.files import FileKind, put
    from deck.source import display

    data = logo.read_bytes()
    same = FileKind("logo", alike=lambda _other: True, seal=bytes, ours=lambda other: other == data)
    put(copy, data, same, overwrite=overwrite, inputs=[logo])
    say(_("written: {path}").format(path=display(copy)))
