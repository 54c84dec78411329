"""PxWeb's API, version 2 (SCB's is statistikdatabasen.scb.se/api/v2): a table's metadata and data as JSON-stat 2."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import prod
from typing import Any
from urllib.parse import quote, urlencode

from deck.diagnostics import Diagnostics, Where
from deck.errors import InputError, UsageError
from deck.fetching.net import Net
from deck.figures import COUNTRY, Figures, Indicator, figures_in
from deck.i18n import _
from deck.places import Place, load_places
from deck.tables import BadCells

SCB = "https://statistikdatabasen.scb.se/api/v2/tables"
MOST_CELLS = 150_000
"""SCB's bound on one answer."""
YEARS = 10
_TABLE = re.compile(r"[A-Za-z0-9_-]{1,40}")


def fetched(net: Net, table: str, places: Sequence[Place], chosen: Mapping[str, Sequence[str]], lang: str = "sv") -> Figures:
    """A table's amounts for the places, their counties and the country, the last ten periods. `table`: an id of SCB's ("TAB638"),
    or the whole address of a table of another PxWeb ("https://…/tables/…"). `chosen`: dimension → codes, for those that part the
    amounts. Raises UsageError for what is no table, InputError where something is to be chosen, or the publisher cannot be
    reached."""
    base = table.rstrip("/") if "://" in table else f"{SCB}/{table}"
    if not _TABLE.fullmatch(base.rpartition("/")[2]):
        message = _("“{table}” is no table").format(table=table)
        raise UsageError.of("usage", message, hint=_("write its id, as TAB638, or its address in the API, https://…/tables/…"))
    meta, _day = net.json(f"{base}/metadata?lang={lang}")
    wanted = _selection(meta, places, chosen, base)
    query = urlencode({f"valueCodes[{name}]": ",".join(codes) for name, codes in wanted.items()}, quote_via=quote, safe="[],")
    value, day = net.json(f"{base}/data?lang={lang}&outputFormat=json-stat2&{query}")
    label = str(value.get("label") or meta.get("label") or base.rpartition("/")[2])
    try:
        found = figures_in(json.dumps(value).encode(), label)
    except BadCells as error:
        raise InputError.of("fetch", str(error), Where(base), error.hint) from None
    source = str(value.get("source") or meta.get("source") or "")

    def dated(of: Indicator) -> Indicator:
        return replace(of, source=of.source or source, fetched=day)

    return Figures(tuple(replace(item, indicator=dated(item.indicator)) for item in found.observations))


def _selection(
    meta: Mapping[str, Any], places: Sequence[Place], chosen: Mapping[str, Sequence[str]], base: str
) -> dict[str, list[str]]:
    """Dimension → codes. What may be left out, is. Raises InputError with all that is to be chosen, or is not there."""
    wrong = Diagnostics()
    where = Where(base)
    try:
        roles = meta.get("role") or {}
        sides = {name: _codes(meta["dimension"][name]) for name in meta["id"]}
    except (KeyError, TypeError, AttributeError):
        raise InputError.of("fetch", _("the table's metadata is no JSON-stat 2"), where, _("check the address")) from None
    geo, times = list(roles.get("geo") or ()), list(roles.get("time") or ())
    wanted: dict[str, list[str]] = {}
    for name in chosen:
        if name not in sides:
            hint = _("there are: {names}").format(names=", ".join(sides))
            wrong.error("fetch", _("the table has no “{name}”").format(name=name), where, hint)
    for name, known in sides.items():
        if name in chosen:
            missing = [code for code in chosen[name] if code not in known]
            if missing:
                hint = _("there are: {names}").format(names=_listed(known))
                message = _("“{name}” has no {codes}").format(name=name, codes=", ".join(missing))
                wrong.error("fetch", message, where, hint)
            wanted[name] = list(chosen[name])
        elif name in geo or name.casefold() == "region":
            wanted[name] = [code for code in _regions(places) if code in known]
            if not wanted[name]:
                message = _("the table has none of these places")
                wrong.error("fetch", message, where, _("there are: {names}").format(names=_listed(known)))
        elif name in times or name.casefold() == "tid":
            wanted[name] = sorted(known)[-YEARS:]
        elif len(known) == 1:
            wanted[name] = list(known)
        elif not _may_be_left_out(meta["dimension"][name]):
            message = _("the amounts are parted by “{name}”, and one is to be chosen").format(name=name)
            hint = _("say --select {name}=CODE; there are: {names}").format(name=name, names=_listed(known))
            wrong.error("fetch", message, where, hint)
    if not wrong.errors and prod(len(codes) for codes in wanted.values()) > MOST_CELLS:
        message = _("these are more than the {most} amounts that the publisher gives at once").format(most=MOST_CELLS)
        wrong.error("fetch", message, where, _("ask for fewer places, years or indicators"))
    if wrong.errors:
        raise InputError(wrong)
    return wanted


def _codes(dimension: Mapping[str, Any]) -> dict[str, str]:
    """Code → label, in order."""
    category = dimension["category"]
    index = category.get("index") or list(category.get("label") or {})
    codes = sorted(index, key=lambda code: index[code]) if isinstance(index, dict) else list(index)
    labels = category.get("label") or {}
    return {str(code): str(labels.get(code, code)) for code in codes}


def _may_be_left_out(dimension: Mapping[str, Any]) -> bool:
    """PxWeb's elimination: without a choice it gives the whole."""
    return bool((dimension.get("extension") or {}).get("elimination"))


def _regions(places: Sequence[Place]) -> list[str]:
    codes = [code for place in places for code in (place.code, load_places().county(place).code)]
    return list(dict.fromkeys([*codes, COUNTRY]))


def _listed(known: Mapping[str, str]) -> str:
    some = [f"{code} ({label})" if label != code else code for code, label in list(known.items())[:8]]
    return ", ".join(some) + (" …" if len(known) > 8 else "")
