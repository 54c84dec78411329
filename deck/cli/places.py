"""`deck places`."""

from __future__ import annotations

import click

from deck.i18n import _


@click.command(help=_("List the places whose name holds QUERY or whose code begins with it; all 311 without one."))
@click.argument("query", required=False, default="", metavar=_("[QUERY]"))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON list."))
def places(query: str, as_json: bool) -> None:
    from deck.cli.console import show_json, table
    from deck.places import load_places

    register = load_places()
    found = register.search(query)
    if not found:
        found = (register.find(query),)
    if as_json:
        show_json(
            [
                {
                    "code": place.code,
                    "kind": place.kind,
                    "name": place.name,
                    "own_name": place.own_name,
                    "legal_name": place.legal_name,
                    "slug": place.slug,
                    "county_code": place.county_code,
                }
                for place in found
            ]
        )
        return
    table([(place.code, place.own_name, "" if place.is_county else register.county(place).name) for place in found])
