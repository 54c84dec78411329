"""`deck slides`."""

from __future__ import annotations

from pathlib import Path

import click

from deck.cli.figures import with_figures
from deck.cli.options import with_content, with_deck_lang
from deck.collection import first_language
from deck.i18n import _


@click.command(
    help=_("List the slides of PLACE's decks: the ids that local.yaml and --resolve name, and which decks have each slide.")
)
@click.argument("place", nargs=-1, metavar=_("[PLACE]"))
@click.option("--local", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("The place's own material, a local.yaml."))
@with_figures
@with_deck_lang
@click.option("--slots", "with_slots", is_flag=True, help=_("Name the slots of each slide, too."))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON list."))
@with_content
def slides(
    place: tuple[str, ...],
    local: Path | None,
    figures: tuple[Path, ...],
    lang: str | None,
    with_slots: bool,
    as_json: bool,
    content: Path | None,
) -> None:
    from deck.brand import load_brand
    from deck.cli.console import say, show_diagnostics, show_json, table
    from deck.compose.overview import overview
    from deck.making import Recipe, content_of
    from deck.making.tongue import language_of
    from deck.places import load_places

    register = load_places()
    found = register.find(" ".join(place)) if place else register.municipalities[0]
    tongue = lang or (language_of(found.code, local=local, content=content) if place else first_language())
    read = content_of(Recipe(found.code, local=local, figures=figures, lang=tongue, content_root=content))
    entries = overview(read, found, register, load_brand(found, register))
    if as_json:
        show_json(
            [
                {
                    "id": entry.id,
                    "title": entry.title,
                    "section": entry.section,
                    "slots": list(entry.slots),
                    "own": entry.own,
                    "decks": {outline: list(audiences) for outline, audiences in entry.decks.items()},
                }
                for entry in entries
            ]
        )
        return
    show_diagnostics(read.diagnostics)
    if not place:
        say(_("As in the decks of {place}; name a place for its own.").format(place=found.own_name), err=True)
    rows = [(_("slide"), _("title"), _("slots"), _("in the decks"))]
    rows += [
        (entry.id, " ".join(entry.title.split()), ", ".join(entry.slots), ", ".join(entry.shown_in(read.audiences)))
        for entry in entries
    ]
    table(rows if with_slots else [(*row[:2], row[3]) for row in rows])
