"""`deck site`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deck.cli.build import progress
from deck.cli.options import with_branding, with_content
from deck.formats import ALSO
from deck.i18n import _, counted, decimal, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from deck.site.publish import Published

DEFAULTS = ("pdf", "handout")


def _format_options(command: Callable[..., None]) -> Callable[..., None]:
    for item in reversed(ALSO):
        on = item.name in DEFAULTS
        command = click.option(f"--{item.name}/--no-{item.name}", item.name, default=on, show_default=True, help=_(item.about))(
            command
        )
    return command


@click.command(
    help=_(
        "Make a site of decks, ready for any web server: a page for each PLACE (all without one; a county brings its "
        "municipalities) with pictures of the slides and files to download. Run again, it makes only what has changed."
    )
)
@click.argument("places", nargs=-1, metavar=_("[PLACE…]"))
@click.option("-o", "--out", type=click.Path(path_type=Path), required=True, metavar=_("DIR"), help=_("The site's folder."))
@click.option(
    "--outline", "outlines", multiple=True, help=_("An outline that is shown; without it, all. May be said several times.")
)
@click.option(
    "--audience",
    "audiences",
    multiple=True,
    default=("alla",),
    show_default=True,
    help=_("An audience that has decks of its own. May be said several times."),
)
@_format_options
@click.option("--address", default="", metavar=_("URL"), help=_("Where the site will lie, for the feed of releases."))
@click.option(
    "--app", default="", metavar=_("URL"), help=_("The address of a web app that builds and refreshes decks, to lead to.")
)
@click.option("--publisher", default="", metavar=_("TEXT"), help=_("Who publishes the site."))
@click.option("--contact", default="", metavar=_("URL"), help=_("Where faults are told: an e-mail address or a page."))
@click.option("--explain", is_flag=True, help=_("Say why each deck was made anew."))
@click.option("-j", "--jobs", type=click.IntRange(1, 64), help=_("How many are built at a time."))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON object of what was made."))
@click.option("--overwrite", is_flag=True, help=_("Replace even files that have been edited since they were built."))
@with_content
@with_branding
@click.pass_context
def site(
    ctx: click.Context,
    places: tuple[str, ...],
    out: Path,
    outlines: tuple[str, ...],
    audiences: tuple[str, ...],
    address: str,
    app: str,
    publisher: str,
    contact: str,
    explain: bool,
    jobs: int | None,
    as_json: bool,
    overwrite: bool,
    content: Path | None,
    branding: Path | None,
    **also: bool,
) -> None:
    from deck.cli.console import show_json
    from deck.site.publish import SiteRequest, place_codes, publish

    request = SiteRequest(
        tuple(place.code for place in place_codes(places)),
        out=out,
        outlines=_known(outlines, "outlines", content),
        audiences=_known(audiences, "audiences", content),
        also=tuple(item.name for item in ALSO if also[item.name]),
        content_root=content,
        branding_root=branding,
        overwrite=overwrite,
        address=_web(address, "--address"),
        app=_web(app, "--app"),
        publisher=publisher,
        contact=_contact(contact),
    )
    started = time.monotonic()
    count = len(request.places) * len(request.outlines) * len(request.audiences)
    with progress(count) as advance:
        done = publish(request, jobs, advance)
    if as_json:
        show_json(
            {
                "pages": done.pages,
                "made": {item.key: list(item.why) for item in done.exhibits if item.why},
                "kept": done.kept,
                "gone": done.gone,
                "failed": [item.name for item in done.failed],
                "diagnostics": [item.to_json() for item in done.diagnostics],
            }
        )
    else:
        _tell(done, out, time.monotonic() - started, explain)
    ctx.exit(done.exit_code)


def _tell(done: Published, out: Path, seconds: float, explain: bool) -> None:
    from deck.cli.console import say, show_diagnostics, table

    show_diagnostics(done.diagnostics)
    if explain:
        words = reasons()
        table(
            [
                (item.name, f"{item.outline}, {item.audience}", ", ".join(words.get(why, why) for why in item.why))
                for item in done.exhibits
                if item.why
            ]
        )
    for item in done.failed:
        say(_("not built: {name}").format(name=item.name), err=True)
    say(
        _("{made} made, {kept} as they were; {pages}, in {seconds} s").format(
            made=ngettext("{count} deck", "{count} decks", done.made).format(count=counted(done.made)),
            kept=counted(done.kept),
            pages=ngettext("{count} page", "{count} pages", done.pages).format(count=counted(done.pages)),
            seconds=decimal(seconds, 1),
        )
    )
    say(_("open {file}").format(file=out / "index.html"))


def reasons() -> dict[str, str]:
    """Why a deck was made anew, in words."""
    return {
        "first": _("there was none"),
        "missing": _("a file was missing"),
        "code": _("deck itself has changed"),
        "content": _("the content has changed"),
        "brand": _("the graphic profile has changed"),
        "template": _("the template has changed"),
        "asked": _("something else was asked for"),
    }


def _known(names: tuple[str, ...], what: str, root: Path | None) -> tuple[str, ...]:
    """Outlines or audiences by their names; all outlines where none is said. Raises UsageError for an unknown one."""
    from deck.diagnostics import did_you_mean
    from deck.errors import UsageError
    from deck.making import content_of
    from deck.making.recipe import Recipe

    known = list(getattr(content_of(Recipe("", content_root=root)), what))
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or _("choose one of {names}").format(names=", ".join(known))
            message = _('there is no outline "{name}"') if what == "outlines" else _('there is no audience "{name}"')
            raise UsageError.of("usage", message.format(name=name), hint=hint)
    return tuple(dict.fromkeys(names)) or tuple(known)


def _web(address: str, option: str) -> str:
    from deck.errors import UsageError

    if address and not address.startswith(("https://", "http://")):
        message = _("{option}: {value} is no address of a web page").format(option=option, value=address)
        raise UsageError.of("usage", message, hint=_("begin it with https://"))
    return address


def _contact(words: str) -> str:
    if "@" in words and not words.startswith("mailto:"):
        return f"mailto:{words}"
    return words if words.startswith("mailto:") else _web(words, "--contact")
