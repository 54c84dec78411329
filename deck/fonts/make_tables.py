"""Makes deck/fonts/data/*.json from font files: `python -m deck.fonts.make_tables FOLDER...`.

A table holds advance widths and line metrics only, no outlines, so text is measured alike on every machine. The committed
tables come from Debian 12: fonts-liberation, fonts-crosextra-carlito, fonts-crosextra-caladea, fonts-dejavu-core,
fonts-open-sans, fonts-lato, fonts-roboto-unhinted, fonts-inter, fonts-urw-base35.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from deck.files import put_mine

RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x1E4, 0x1EF),
    (0x218, 0x21B),
    (0x2BB, 0x2BC),
    (0x391, 0x3A9),
    (0x3B1, 0x3C9),
    (0x1E9E, 0x1E9E),
    (0x2002, 0x200A),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x202F),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x2070, 0x2070),
    (0x2074, 0x2089),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2195),
    (0x21D2, 0x21D2),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
    (0x25A0, 0x25A0),
    (0x25AA, 0x25AA),
    (0x25B6, 0x25B6),
    (0x25CF, 0x25CF),
    (0x2713, 0x2713),
)
"""The characters that are measured: what Swedish, the national minority languages and most of Europe write with Latin
letters, Greek letters, punctuation, arrows."""

USUAL = ("-Regular", "-Bold", "-Italic", "-BoldItalic")
FAMILIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "liberation-sans": ("LiberationSans", USUAL),
    "liberation-sans-narrow": ("LiberationSansNarrow", USUAL),
    "liberation-serif": ("LiberationSerif", USUAL),
    "liberation-mono": ("LiberationMono", USUAL),
    "carlito": ("Carlito", USUAL),
    "caladea": ("Caladea", USUAL),
    "dejavu-sans": ("DejaVuSans", ("", "-Bold", "-Oblique", "-BoldOblique")),
    "open-sans": ("OpenSans", USUAL),
    "lato": ("Lato", USUAL),
    "roboto": ("Roboto", USUAL),
    "inter": ("Inter", USUAL),
    "urw-gothic": ("URWGothic", ("-Book", "-Demi", "-BookOblique", "-DemiOblique")),
    "p052": ("P052", ("-Roman", "-Bold", "-Italic", "-BoldItalic")),
    "c059": ("C059", ("-Roman", "-Bold", "-Italic", "-BdIta")),
}
"""Table → file names: stem, and what each of the four styles adds to it."""
STYLES = ("regular", "bold", "italic", "bold-italic")


def characters() -> list[int]:
    return [code for first, last in RANGES for code in range(first, last + 1)]


def _widths(path: Path) -> tuple[list[int], dict[str, int]]:
    """Widths in 1/1000 em (-1: the font lacks it) and the line metrics that Office goes by."""
    from fontTools.ttLib import TTFont

    font: Any = TTFont(path, lazy=True)
    upm = font["head"].unitsPerEm
    cmap, advances = font.getBestCmap(), font["hmtx"]
    widths = [round(advances[cmap[code]][0] * 1000 / upm) if code in cmap else -1 for code in characters()]
    os2, hhea = font["OS/2"], font["hhea"]
    # Windows takes OS/2's win metrics for the line and hhea's gap for what is left of it.
    ascent, descent = os2.usWinAscent, os2.usWinDescent
    gap = max(0, hhea.ascent - hhea.descent + hhea.lineGap - ascent - descent)
    line = {name: round(value * 1000 / upm) for name, value in (("ascent", ascent), ("descent", descent), ("line_gap", gap))}
    return widths, line


def make(folders: list[Path], target: Path) -> list[str]:
    """Writes a table for each family whose four files are found; returns the families that were not."""
    files = {path.stem: path for folder in folders for path in sorted(folder.rglob("*.[to]tf"))}
    missing = []
    for family, (stem, endings) in FAMILIES.items():
        names = [stem + ending for ending in endings]
        if any(name not in files for name in names):
            missing.append(family)
            continue
        table: dict[str, object] = {"family": family}
        styles: dict[str, list[int]] = {}
        for style, name in zip(STYLES, names, strict=True):
            widths, line = _widths(files[name])
            styles[style] = widths
            if style == "regular":
                table |= line
        # A slanted style is often as wide as its upright one: said once.
        table["styles"] = {
            style: "regular"
            if style == "italic" and widths == styles["regular"]
            else "bold"
            if style == "bold-italic" and widths == styles["bold"]
            else widths
            for style, widths in styles.items()
        }
        put_mine(target / f"{family}.json", (json.dumps(table, separators=(",", ":")) + "\n").encode())
    put_mine(target / "characters.json", (json.dumps(RANGES, separators=(",", ":")) + "\n").encode())
    return missing


if __name__ == "__main__":
    lost = make([Path(name) for name in sys.argv[1:]], Path(__file__).with_name("data"))
    if lost:
        sys.exit("no files for: " + ", ".join(lost))
