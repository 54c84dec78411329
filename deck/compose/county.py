"""A county: its municipalities as areas of a map, what lies about them, and their alphabetical order."""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache

from deck.places import Places
from deck.places.border import Bounds
from deck.places.borders import in_frame
from deck.places.panel import CLOSEST_KM, DEGREE_KM
from deck.presentation import Area

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LAST = {**dict.fromkeys(("da", "nb", "nn", "no"), "æøå"), **dict.fromkeys(("sv", "fi", "fit"), "åäö"), "is": "þæö", "et": "õäöü"}
"""Letters that stand after z."""
_FRAME = 1.12
"""Width to height of the frame that a county's map stands in."""
_SIDES, _ENDS = 0.74, 0.65
"""How far a panel reaches from its middle, in widths and heights of the county that is lit in it."""


@lru_cache(maxsize=1_024)
def county_areas(places: Places, county_code: str) -> tuple[Area, ...]:
    """The county's municipalities, by code; the same objects for every place of the county."""
    return tuple(Area(b.code, b.name, b.rings) for b in places.borders(county_code))


@lru_cache(maxsize=64)
def county_around(places: Places, county_code: str) -> tuple[Area, ...]:
    """The municipalities of other counties that a map of this one has in sight, also where it is lit in a panel."""
    own = county_areas(places, county_code)
    points = [point for area in own for ring in area.rings for point in ring]
    if not points:
        return ()
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    # A county is drawn in a frame a little wider than high: what is narrower has more to its sides, what is lower more above and
    # below.
    broad, high = (east - west) * math.cos(math.radians((south + north) / 2)), north - south
    reach = max(broad / _FRAME * _SIDES, high * _ENDS)
    lon, lat = (west + east) / 2, (south + north) / 2
    wide = reach * _FRAME / math.cos(math.radians(lat))
    frame = (lon - wide, lat - reach, lon + wide, lat + reach)
    return _in_sight(places, county_code, frame)


@lru_cache(maxsize=512)
def place_around(places: Places, county_code: str, code: str) -> tuple[Area, ...]:
    """The municipalities of other counties that a panel around a municipality has in sight, be it twice as wide as high."""
    own = [area for area in county_areas(places, county_code) if area.code == code]
    points = [point for area in own for ring in area.rings for point in ring]
    if not points:
        return ()
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    lon, lat = (west + east) / 2, (south + north) / 2
    narrow = math.cos(math.radians(lat))
    reach = max((east - west) * narrow, north - south, CLOSEST_KM / DEGREE_KM)
    frame = (lon - 2 * reach / narrow, lat - reach, lon + 2 * reach / narrow, lat + reach)
    return _in_sight(places, county_code, frame)


def _in_sight(places: Places, county_code: str, frame: Bounds) -> tuple[Area, ...]:
    """What of other counties lies in a frame; by code."""
    others = (border for border in in_frame(frame) if border.county_code != county_code)
    return tuple(_by_code(places, border.county_code)[border.code] for border in others)


@lru_cache(maxsize=64)
def _by_code(places: Places, county_code: str) -> dict[str, Area]:
    return {area.code: area for area in county_areas(places, county_code)}


def alphabetical_key(words: str, lang: str) -> tuple[int, ...]:
    """Alphabetical order in a language (ISO 639): in Swedish å, ä and ö are last; accents on others do not count."""
    alphabet = _LETTERS + _LAST.get(lang, "")
    if "æ" in alphabet and "ø" in alphabet:
        words = words.casefold().replace("aa", "å")
    plain = (c if c in alphabet else unicodedata.normalize("NFD", c)[0] for c in unicodedata.normalize("NFC", words.casefold()))
    return tuple(alphabet.index(c) if c in alphabet else -1 for c in plain)
