"""Widths of letters that the fonts' own tables leave out: Cyrillic and more Greek from Liberation Sans (as wide as Arial), Hebrew
from DejaVu Sans (a little wider than Arial), Arabic by its letters' classes.

`python -m deck.fonts.scripts LiberationSans-Regular.ttf LiberationSans-Bold.ttf DejaVuSans.ttf DejaVuSans-Bold.ttf` makes the
data.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from deck.files import put_mine

RANGES = ((0x370, 0x3FF), (0x400, 0x52F), (0x5BE, 0x5F4), (0x1E00, 0x1FFE), (0x2190, 0x2193), (0x20A0, 0x20BF))
_ARABIC = range(0x600, 0x700)
_NARROW, _MIDDLE, _WIDE = frozenset("اأإآٱلء"), frozenset("بتثنيئىدذرزوؤهةفقج"), frozenset("سشصضطظكمعغ")
"""Arabic letters joined, by how wide Arial and Times draw them."""
_FULL = 0x2E80
"""From here on scripts are written in squares of an em."""
_HALF = range(0xFF61, 0xFFDD)


def full(char: str) -> bool:
    """A character of Chinese, Japanese or Korean, as wide as it is high."""
    code = ord(char)
    return code >= _FULL and code not in _HALF and not 0xA640 <= code < 0xAC00 and not 0xFB00 <= code < 0xFE10


@lru_cache(maxsize=2)
def _table(bold: bool) -> dict[str, float]:
    loaded: dict[str, dict[str, int]] = json.loads(files("deck.fonts").joinpath("data/scripts.json").read_text("utf-8"))
    return {char: width / 1000 for char, width in loaded["bold" if bold else "regular"].items()}


@lru_cache(maxsize=8192)
def script_width(char: str, bold: bool = False) -> float:
    """Width per em of a character that no table of a font has; 0 for marks upon another one, an em for squares, a broad letter's
    where nothing is known."""
    if char == "\t":
        return 1.0
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    known = _table(bold).get(char)
    if known is not None:
        return known
    if ord(char) in _ARABIC:
        return 0.26 if char in _NARROW else 0.46 if char in _MIDDLE else 0.7 if char in _WIDE else 0.55
    return 1.0 if full(char) else 0.7


def made(font: Path) -> dict[str, int]:
    """Character → width in thousandths of an em, of those of RANGES that the font has."""
    from fontTools.ttLib import TTFont

    loaded = TTFont(font)
    cmap, widths, em = loaded.getBestCmap() or {}, loaded["hmtx"], loaded["head"].unitsPerEm  # type: ignore[attr-defined]
    codes = [code for first, last in RANGES for code in range(first, last + 1) if code in cmap]
    return {chr(code): round(widths[cmap[code]][0] * 1000 / em) for code in codes if not unicodedata.combining(chr(code))}


def main() -> int:
    regular, bold, *others = (made(Path(name)) for name in sys.argv[1:])
    found = {"regular": {**others[0], **regular}, "bold": {**others[1], **bold}}
    target = Path(__file__).with_name("data") / "scripts.json"
    put_mine(target, (json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n").encode())
    sys.stdout.write(f"{target}: {len(found['regular'])}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
