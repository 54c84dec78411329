"""A collection's own places: a CSV file with a row a place, and a GeoJSON file with the borders of those on the lower level."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.errors import InputError, reason_of
from deck.i18n import _
from deck.places.border import Border, Ring
from deck.places.place import Place

NEEDED = ("code", "name", "county")
COLUMNS = (*NEEDED, "short", "own_name", "legal_name", "genitive")
MOST_BYTES = 50_000_000


def given_places(path: Path) -> tuple[Place, ...]:
    """The rows of a CSV file (UTF-8; columns parted by comma or semicolon): `code`, `name`, and `county`, the code of the place
    on the upper level, empty for such a one itself; `short`, `own_name`, `legal_name` and `genitive` where they are not the name.
    Raises InputError with everything that is wrong."""
    found = Diagnostics()
    text = _text(path, found)
    lines = text.splitlines()
    sign = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=sign)
    head = [str(name or "").strip() for name in reader.fieldnames or ()]
    for name in NEEDED:
        if name not in head:
            message = _('the column "{name}" is missing').format(name=name)
            found.error("missing-field", message, Where(str(path), line=1), _("write it in the first row"))
    for name in head:
        if name not in COLUMNS:
            hint = did_you_mean(name, COLUMNS) or _("known here: {names}").format(names=", ".join(COLUMNS))
            found.error("unknown-field", _('unknown column "{name}"').format(name=name), Where(str(path), line=1), hint)
    if found.errors:
        raise InputError(found)
    rows = [({key.strip(): (value or "").strip() for key, value in row.items() if key}, reader.line_num) for row in reader]
    places: dict[str, Place] = {}
    counties = {row["code"] for row, _line in rows if not row["county"]}
    for row, line in rows:
        where = Where(str(path), line=line)
        if not row["code"] or not row["name"]:
            found.error("missing-field", _("a place needs a code and a name"), where, _("write both"))
        elif not row["code"].isalnum() or not row["code"].isascii():
            message = _('the code "{code}" is to be of letters and digits').format(code=row["code"])
            found.error("bad-value", message, where, _("write it so, as 0301"))
        elif row["code"] in places:
            message = _('the code "{code}" is another place\'s, too').format(code=row["code"])
            found.error("duplicate-id", message, where, _("each place has a code of its own, also on different levels"))
        elif row["county"] and row["county"] not in counties:
            message = _('no place on the upper level has the code "{code}"').format(code=row["county"])
            hint = did_you_mean(row["county"], counties) or _("give it a row of its own, with an empty county")
            found.error("unknown-place", message, where, hint)
        else:
            places[row["code"]] = _place(row)
    if not places and not found.errors:
        found.error("missing-field", _("there is no place in the file"), Where(str(path)), _("write a row for each"))
    if found.errors:
        raise InputError(found)
    return tuple(sorted(places.values(), key=lambda place: (place.is_county, place.code)))


def _place(row: dict[str, str]) -> Place:
    own = row.get("own_name") or row["name"]
    return Place(
        row["code"],
        kind="municipality" if row["county"] else "county",
        name=row["name"],
        legal_name=row.get("legal_name") or own,
        own_name=own,
        genitive=row.get("genitive") or own,
        county_code=row["county"] or row["code"],
        short=row.get("short") or row["name"],
    )


def given_borders(path: Path, places: Path) -> dict[str, list[Border]]:
    """County → the borders of its municipalities, of a GeoJSON file (RFC 7946: WGS 84) whose features have a place's code as `id`
    or as the property `code`. Raises InputError with everything that is wrong; a municipality without borders is."""
    found = Diagnostics()
    known = {place.code: place for place in given_places(places) if not place.is_county}
    counties: dict[str, list[Border]] = {}
    drawn: set[str] = set()
    for code, geometry in _features(_text(path, found), path, found):
        where = Where(str(path), shape=code)
        if code not in known:
            hint = did_you_mean(code, known) or _("let its id be the code of a municipality in {file}").format(file=places.name)
            found.error("unknown-place", _('no municipality has the code "{code}"').format(code=code), where, hint)
            continue
        try:
            rings = tuple(_rings(geometry))
        except (KeyError, TypeError, ValueError, IndexError):
            message = _("its borders are no polygons of longitude and latitude")
            found.error("bad-value", message, where, _("export them as GeoJSON in WGS 84 (EPSG:4326)"))
            continue
        drawn.add(code)
        place = known[code]
        counties.setdefault(place.county_code, []).append(Border(code, place.name, rings, place.county_code))
    for place in known.values() if not found.errors else ():
        if place.code not in drawn:
            message = _("{name} ({code}) has no borders").format(name=place.name, code=place.code)
            found.error("missing-field", message, Where(str(path)), _("draw it, or take its row away"))
    if found.errors:
        raise InputError(found)
    return counties


def _features(text: str, path: Path, diagnostics: Diagnostics) -> Iterator[tuple[str, Any]]:
    """(code, geometry) of each."""
    try:
        data = json.loads(text or "null")
        for feature in data["features"]:
            code = feature.get("id") or (feature.get("properties") or {}).get("code") or ""
            yield str(code), feature["geometry"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if not diagnostics.errors:
            message = _("the file is no GeoJSON with features ({error})").format(error=str(error)[:80])
            diagnostics.error("bad-value", message, Where(str(path)), _("export the borders anew as GeoJSON"))


def _rings(geometry: Any) -> Iterator[Ring]:
    polygons = {"MultiPolygon": lambda: geometry["coordinates"], "Polygon": lambda: [geometry["coordinates"]]}[geometry["type"]]()
    for polygon in polygons:
        for ring in polygon:
            points = tuple((float(point[0]), float(point[1])) for point in ring)
            if len(points) < 3 or not all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points):
                raise ValueError
            yield points


def _text(path: Path, diagnostics: Diagnostics) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            message = _("the file is too large to be read")
            diagnostics.error("too-large", message, Where(str(path)), _("simplify the borders"))
            return ""
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("the file is not UTF-8 (byte {byte})").format(byte=error.start + 1)
        diagnostics.error("not-utf-8", message, Where(str(path)), _("save it as UTF-8 in your editor"))
    except FileNotFoundError:
        diagnostics.error("missing-file", _("there is no such file"), Where(str(path)), _("check the name and the folder"))
    except OSError as error:
        diagnostics.error(
            "unreadable-file", _("the file cannot be read: {reason}").format(reason=reason_of(error)), Where(str(path))
        )
    return ""
