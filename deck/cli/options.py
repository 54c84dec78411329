"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

from deck.collection import first_language
from deck.i18n import _

with_lang = click.option(
    "--lang",
    default=first_language,
    show_default=_("the content's own"),
    metavar=_("LANG"),
    help=_("The language of the words, such as sv."),
)
with_deck_lang = click.option(
    "--lang",
    show_default=_("what local.yaml or brand.yaml says, or the content's own"),
    metavar=_("LANG"),
    help=_("The language of the deck, such as en."),
)
with_content = click.option(
    "--content", type=click.Path(path_type=Path), metavar=_("DIR"), help=_("Another content folder than the project's.")
)
with_branding = click.option(
    "--branding", type=click.Path(path_type=Path), metavar=_("DIR"), help=_("Another folder of graphic profiles.")
)
