"""Kolada's API, version 3 (api.kolada.se/v3/docs): municipalities by their codes, regions as "0012", the country as "0000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from deck.diagnostics import Diagnostics, Where
from deck.errors import InputError, UsageError
from deck.fetching.net import Net
from deck.figures import COUNTRY, Figures, Indicator, Observation
from deck.i18n import _
from deck.places import Place, load_places

ADDRESS = "https://api.kolada.se/v3"
SOURCE = "Kolada"
MOST_AT_ONCE = 25
"""Places named in one call, so that its address stays short."""
MOST_PAGES = 200
_KEY = re.compile(r"[NU]\d{5}")


def fetched(net: Net, keys: Sequence[str], places: Sequence[Place], address: str = ADDRESS) -> Figures:
    """What Kolada knows of these indicators ("N00945") for the places, their counties and the country: everybody's amounts, as
    they are. Raises UsageError for what is no key, InputError where Kolada has no such indicator or cannot be reached."""
    wrong = [key for key in keys if not _KEY.fullmatch(key)]
    if wrong:
        message = _("“{key}” is no key of Kolada's").format(key=", ".join(wrong))
        raise UsageError.of("usage", message, hint=_("write it as N00945; kolada.se shows it beside each indicator"))
    indicators = _named(net, keys, address)
    asked = _asked(places)
    names = list(asked)
    found: list[Observation] = []
    for key in keys:
        for start in range(0, len(names), MOST_AT_ONCE):
            some = ",".join(names[start : start + MOST_AT_ONCE])
            for row, day in _rows(net, f"{address}/data/kpi/{key}/municipality/{some}"):
                whose = str(row.get("municipality", ""))
                if whose in asked:
                    code, called = asked[whose]
                    of = Indicator(key, name=indicators[key], source=SOURCE, fetched=day)
                    found.append(Observation(code, called, of, str(row.get("period", "")), _whole(row)))
    return Figures(tuple(found))


def _asked(places: Sequence[Place]) -> dict[str, tuple[str, str]]:
    """Kolada's id → (our code, name)."""
    found: dict[str, tuple[str, str]] = {}
    for place in places:
        county = load_places().county(place)
        for item in (place, county):
            found[f"00{item.code}" if item.is_county else item.code] = (item.code, item.name)
    return found | {"0000": (COUNTRY, "Riket")}


def _named(net: Net, keys: Sequence[str], address: str) -> dict[str, str]:
    """Key → title. Raises InputError with all that there are not."""
    found: dict[str, str] = {}
    wrong = Diagnostics()
    for key in dict.fromkeys(keys):
        title = next((str(row["title"]) for row, _day in _rows(net, f"{address}/kpi/{key}") if row.get("title")), "")
        if title:
            found[key] = title
        else:
            message = _("Kolada has no indicator {key}").format(key=key)
            wrong.error("fetch", message, Where(address), _("kolada.se shows the key beside each indicator"))
    if wrong.errors:
        raise InputError(wrong)
    return found


def _rows(net: Net, address: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The rows of all pages, each with the day that it was fetched."""
    following: object = address
    for _page in range(MOST_PAGES):
        if not isinstance(following, str) or not following:
            return
        if following.split("/v3/")[0] != address.split("/v3/", maxsplit=1)[0]:
            return  # Another host's page is none of Kolada's.
        value, day = net.json(following)
        rows = value.get("values")
        yield from ((row, day) for row in (rows if isinstance(rows, list) else ()) if isinstance(row, dict))
        following = value.get("next_url") or value.get("next_page")


def _whole(row: Mapping[str, Any]) -> float | None:
    """Everybody's amount ("T"); None where Kolada says that there is none."""
    for item in row.get("values") or ():
        value = item.get("value") if isinstance(item, dict) and item.get("gender", "T") == "T" else None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    return None
