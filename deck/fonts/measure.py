"""How wide words are and how tall lines are: from tables, never from the machine's fonts.

Pair kerning is left out: it makes Swedish text about half a per cent narrower at most, and PowerPoint only applies it where the
file asks for it, so what is measured here is the widest that the text can be.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from deck.fonts.families import family
from deck.fonts.scripts import script_width

LINE_PITCH = 1.2117
"""From one line to the next at single spacing, per point of size, whatever the font: as PowerPoint's own shapes that follow their
text are high (369 332 EMU for a line of 18 pt and 276 999 for each more, in Arial, Calibri and Segoe UI alike). LibreOffice:
1.2."""

_NOTHING = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class FontMetrics:
    """Per em. `exact` where the widths are the font's own; `family_used` names the table that was measured with."""

    ascent: float
    descent: float
    line_gap: float
    exact: bool
    family_used: str

    @property
    def line_height(self) -> float:
        """A line's height at 100 % line spacing."""
        return self.ascent + self.descent + self.line_gap


@lru_cache(maxsize=1)
def _characters() -> str:
    ranges = json.loads(files("deck.fonts").joinpath("data/characters.json").read_text("utf-8"))
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


@lru_cache(maxsize=32)
def _table(name: str) -> dict[str, object]:
    return json.loads(files("deck.fonts").joinpath(f"data/{name}.json").read_text("utf-8"))


_LIKE = {"\u00a0": " ", "\u202f": " ", "\u2007": "0", "\u2010": "-", "\u2011": "-"}


@lru_cache(maxsize=64)
def _widths(name: str, bold: bool, italic: bool) -> dict[str, float]:
    """Character → width per em."""
    styles: dict[str, list[int] | str] = _table(name)["styles"]  # type: ignore[assignment]
    widths = styles[("bold-italic" if italic else "bold") if bold else ("italic" if italic else "regular")]
    if isinstance(widths, str):
        widths = styles[widths]
    pairs = zip(_characters(), widths, strict=True)
    found = {char: width / 1000 for char, width in pairs if isinstance(width, int) and width >= 0}
    # A font without a no-break space has it as wide as its space (UAX #14), whoever draws it.
    return {char: found[like] for char, like in _LIKE.items() if like in found} | found


@lru_cache(maxsize=1)
def _tabled() -> frozenset[str]:
    return frozenset(_characters()) | _NOTHING | frozenset("\t\v\n")


def tabled(text: str) -> bool:
    """Are all characters of a text in the fonts' own tables? Else other scripts' widths stand in, and nothing is exact."""
    return text.isascii() or _tabled().issuperset(text)


@lru_cache(maxsize=16_384)
def em_width(text: str, font: str, bold: bool = False, italic: bool = False) -> float:
    """Width of words at one point's size, in points. Of several families, with commas between them, the widest's."""
    if "," in font:
        return max(em_width(text, name, bold, italic) for name in font.split(","))
    chosen = family(font)
    widths = _widths(chosen.table, bold, italic)
    total = 0.0
    for char in text:
        width = widths.get(char)
        total += script_width(char, bold) if width is None else width
    return total * (chosen.bold_width if bold else chosen.width)


def measure(text: str, font: str, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """Width in points of one line of words."""
    return em_width(text, font, bold, italic) * size_pt


@lru_cache(maxsize=256)
def metrics(font: str) -> FontMetrics:
    chosen = family(font)
    table = _table(chosen.table)
    ascent, descent, gap = (float(str(table[name])) / 1000 for name in ("ascent", "descent", "line_gap"))
    if chosen.line:
        gap += max(0.0, chosen.line - ascent - descent - gap)
    return FontMetrics(ascent, descent, gap, chosen.exact, str(table["family"]))
