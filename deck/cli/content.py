"""`deck content`."""

from __future__ import annotations

from pathlib import Path

import click

from deck.i18n import _, ngettext


@click.group(help=_("What is translated, and where the Swedish has changed since."))
def content() -> None:
    pass


_LANG = click.option(
    "--lang", required=True, metavar=_("LANG"), help=_("The language of the translation, by its code (ISO 639), such as fi.")
)
_CONTENT = click.option(
    "--content", "folder", type=click.Path(path_type=Path), metavar=_("DIR"), help=_("Another content folder than the project's.")
)


@content.command(
    help=_(
        "Say that each text NAME (or all below it, as slides.why; without NAME all texts) translates the Swedish as it is now: "
        "somebody has looked at it."
    )
)
@click.argument("names", nargs=-1, metavar=_("[NAME…]"))
@_LANG
@_CONTENT
def accept(names: tuple[str, ...], lang: str, folder: Path | None) -> None:
    from deck.cli.console import say
    from deck.content import content_root
    from deck.translation.accepting import accept as accepted

    count = len(accepted(folder or content_root(), lang, names))
    say(
        ngettext(
            "{count} text is said to translate the Swedish as it is now.",
            "{count} texts are said to translate the Swedish as it is now.",
            count,
        ).format(count=count)
    )
