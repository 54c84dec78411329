"""Every number of a stranger's XML comes through here, within what the schema allows (ECMA-376 Part 1, annex A).

What is no number gives the default; what lies beyond the type's range is taken to its edge, as PowerPoint does on repair. Shares
may be written "50%" (strict) and lengths "2.5cm" (22.9.2.15): both are read.
"""

from __future__ import annotations

import math
import re
from functools import partial

from deck.geometry import EMU_PER_CM, EMU_PER_PT

COORDINATE = 27_273_042_316_900
"""ST_CoordinateUnqualified: ± so many EMU (20.1.10.19)."""
COORDINATE_32 = 51_206_400
"""ST_TextIndent, ST_TextMargin, ST_SlideSizeCoordinate: as much as a slide can measure (19.7.10, 20.1.10.72)."""
INT, UNSIGNED = 2**31 - 1, 2**32 - 1
_NUMBER = re.compile(r"\s*([+-]?\d{1,40}(?:\.\d{0,40})?(?:[eE][+-]?\d{1,3})?)\s*(%|mm|cm|in|pt|pc|pi)?\s*")
_SHARE = 1000
_UNITS = {"%": _SHARE, "mm": EMU_PER_CM / 10, "cm": EMU_PER_CM, "in": 914_400, "pt": EMU_PER_PT, "pc": 152_400, "pi": 152_400}


def whole(value: str | None, default: int = 0, least: int = -COORDINATE, most: int = COORDINATE) -> int:
    """An integer within `least` … `most`; `default` where it is missing or no number."""
    if value is None:
        return default
    if len(value) < 14 and value.isascii() and (value.isdigit() or value.removeprefix("-").isdigit()):
        number = int(value)
        return least if number < least else most if number > most else number
    found = _NUMBER.fullmatch(value) if len(value) < 100 else None
    if found is None:
        return default
    number = float(found[1]) * _UNITS.get(found[2] or "", 1)
    return int(min(max(number, least), most)) if math.isfinite(number) else default


extent = partial(whole, least=0, most=COORDINATE)
"""ST_PositiveCoordinate, in EMU (20.1.10.42)."""
inset = partial(whole, least=-COORDINATE_32, most=COORDINATE_32)
"""ST_Coordinate32 of a text's insets, indents and columns, within a slide's most (20.1.10.20)."""
slide_size = partial(whole, least=914_400, most=COORDINATE_32)
"""ST_SlideSizeCoordinate, in EMU (19.7.10)."""
line_width = partial(whole, least=0, most=20_116_800)
"""ST_LineWidth, in EMU (20.1.10.35)."""
angle = partial(whole, least=-INT - 1, most=INT)
"""ST_Angle, in 1/60000 degree (20.1.10.3)."""
share = partial(whole, least=-INT - 1, most=INT)
"""ST_Percentage, in 1/1000 % (20.1.10.40)."""
fixed_share = partial(whole, least=0, most=100_000)
"""ST_PositiveFixedPercentage, in 1/1000 % (20.1.10.45)."""
spacing_share = partial(whole, least=0, most=13_200_000)
"""ST_TextSpacingPercent, in 1/1000 % (20.1.10.77)."""
spacing_points = partial(whole, least=0, most=158_400)
"""ST_TextSpacingPoint, in 1/100 pt (20.1.10.78)."""
font_size = partial(whole, least=100, most=400_000)
"""ST_TextFontSize, in 1/100 pt (20.1.10.68)."""
letter_spacing = partial(whole, least=-400_000, most=400_000)
"""ST_TextPoint, in 1/100 pt (20.1.10.74)."""
level = partial(whole, least=0, most=8)
"""ST_TextIndentLevelType (20.1.10.71)."""
columns = partial(whole, least=1, most=16)
"""ST_TextColumnCount (20.1.10.65)."""
span = partial(whole, least=1, most=1000)
"""A cell's rowSpan or gridSpan (21.1.3.16)."""
index = partial(whole, least=-1, most=UNSIGNED)
"""An unsigned id or index; -1 for none."""
count = partial(whole, least=0, most=10_000)
"""How many points a chart's cache has (21.2.2.149), as far as we read them."""
hole = partial(whole, least=0, most=90)
"""ST_HoleSize, in % (21.2.3.19)."""


def real(value: str | None) -> float | None:
    """A chart's number, xsd:double: None where it is missing, none, NaN, infinite, or too large to count on with."""
    try:
        number = float(value) if value is not None and len(value) < 400 else math.nan
    except ValueError:
        return None
    return number if abs(number) < 1e300 else None


def yes(value: str | None, default: bool = False) -> bool:
    """xsd:boolean, and the "on" and "off" that old files have."""
    return default if value is None else value.strip().lower() in ("1", "true", "on", "t")
