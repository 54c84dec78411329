"""Which table stands for which font family, and how far that may be trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Family:
    """`table`: the file under data/. Widths are multiplied by `width`, or by `bold_width` in bold. `exact`: the table has the
    font's own advance widths (its own file, or one made metric-compatible). `line`: least line height per em, where the
    font's own is known to be taller than the table's."""

    table: str
    width: float = 1.0
    bold_width: float = 1.0
    exact: bool = False
    line: float = 0.0


def _exact(table: str) -> Family:
    return Family(table, exact=True)


def _near(table: str, width: float = 1.0, bold_width: float = 0.0, line: float = 0.0) -> Family:
    return Family(table, width, bold_width or width, False, line)


SANS, SERIF, CALIBRI = "liberation-sans", "liberation-serif", "carlito"

FAMILIES: dict[str, Family] = {
    # The font itself, or one that was drawn to have the same widths.
    "arial": _exact(SANS),
    "helvetica": _exact(SANS),
    "liberation sans": _exact(SANS),
    "arimo": _exact(SANS),
    "arial mt": _exact(SANS),
    "arialmt": _exact(SANS),
    "nimbus sans": _exact(SANS),
    "times new roman": _exact(SERIF),
    "times": _exact(SERIF),
    "liberation serif": _exact(SERIF),
    "tinos": _exact(SERIF),
    "courier new": _exact("liberation-mono"),
    "liberation mono": _exact("liberation-mono"),
    "cousine": _exact("liberation-mono"),
    "arial narrow": _exact("liberation-sans-narrow"),
    "liberation sans narrow": _exact("liberation-sans-narrow"),
    "calibri": _exact(CALIBRI),
    "carlito": _exact(CALIBRI),
    "cambria": _exact("caladea"),
    "caladea": _exact("caladea"),
    "dejavu sans": _exact("dejavu-sans"),
    "open sans": _exact("open-sans"),
    "lato": _exact("lato"),
    "roboto": _exact("roboto"),
    "inter": _exact("inter"),
    "p052": _exact("p052"),
    "c059": _exact("c059"),
    "urw gothic": _exact("urw-gothic"),
    # Near relations: wide enough to be on the safe side.
    "arial nova": _near(SANS),
    "helvetica neue": _near(SANS, 1.02),
    "helvetica now": _near(SANS, 1.02),
    "arial black": _near(SANS, 1.3, 1.22, 1.41),
    "aptos": _near(SANS, 1.02, 1.02, 1.23),
    "aptos display": _near(SANS, 1.0, 1.02, 1.23),
    "bahnschrift": _near(SANS, 1.02, 1.04, 1.2),
    "segoe ui": _near(SANS, 1.03, 1.04, 1.34),
    "selawik": _near(SANS, 1.03, 1.04, 1.34),
    "tahoma": _near(SANS, 1.02, 1.1, 1.21),
    "trebuchet ms": _near(SANS, 1.02, 1.03, 1.17),
    "verdana": _near("dejavu-sans", 1.02, 1.03, 1.22),
    "geneva": _near("dejavu-sans"),
    "lucida sans": _near("dejavu-sans"),
    "lucida sans unicode": _near("dejavu-sans", 1.0, 1.0, 1.54),
    "century gothic": _near("urw-gothic", 1.01),
    "avant garde": _near("urw-gothic"),
    "futura": _near("urw-gothic", 0.95),
    "gill sans": _near(SANS, 0.98),
    "gill sans mt": _near(SANS, 0.98, 1.02),
    "tw cen mt": _near(SANS, 0.95),
    "franklin gothic book": _near(SANS),
    "franklin gothic medium": _near(SANS, 1.03),
    "franklin gothic": _near(SANS, 1.03),
    "corbel": _near(CALIBRI, 1.05),
    "candara": _near(CALIBRI, 1.06),
    "calibri light": _near(CALIBRI, 1.01),
    "myriad pro": _near(CALIBRI, 1.06),
    "frutiger": _near(SANS, 1.02),
    "univers": _near(SANS, 1.02),
    "rockwell": _near(SANS, 1.05),
    "georgia": _near(SANS, 1.05, 1.08),
    "garamond": _near(SERIF),
    "palatino": _near("p052"),
    "palatino linotype": _near("p052"),
    "book antiqua": _near("p052"),
    "constantia": _near("caladea", 1.05),
    "calisto mt": _near("caladea", 1.02),
    "baskerville": _near(SERIF, 1.05),
    "century schoolbook": _near("c059"),
    "bookman old style": _near("c059", 1.1),
    "consolas": _near("liberation-mono"),
    "comic sans ms": _near(SANS, 1.08, 1.1, 1.4),
    "source sans pro": _near(SANS, 0.95, 0.95, 1.26),
    "source sans 3": _near(SANS, 0.95, 0.95, 1.26),
    "noto sans": _near("open-sans"),
    "montserrat": _near(SANS, 1.18, 1.2),
    "poppins": _near(SANS, 1.15, 1.16, 1.5),
    "raleway": _near(SANS, 1.06),
    "nunito": _near(SANS, 1.02, 1.02, 1.37),
    "nunito sans": _near(SANS, 1.02, 1.02, 1.37),
    "work sans": _near(SANS, 1.08),
    "public sans": _near(SANS, 1.06),
    "ibm plex sans": _near(SANS, 1.05, 1.05, 1.3),
    "ubuntu": _near(SANS, 1.04),
    "dm sans": _near(SANS, 1.02, 1.02, 1.31),
    "fira sans": _near(SANS, 1.03, 1.05, 1.2),
}

_EVERYWHERE = frozenset({SANS, SERIF, CALIBRI, "caladea", "liberation-mono", "dejavu-sans"})
"""Tables whose widths some font has on any machine, by its own name or as a stand-in with the same widths."""
SUBSTITUTE = "DejaVu Sans"
"""What programs without a font take for it, at the widest."""

UNKNOWN = Family(SANS, 1.07, 1.07)
"""Two fonts of three in common use are narrower; a font that says "mono" or "serif" of itself has its own stand-in."""

_WEIGHTS = re.compile(
    r"\s+(thin|extralight|ultralight|light|book|regular|medium|semi ?bold|demi ?bold|bold|extra ?bold"
    r"|black|heavy|roman|std|pro|lt|w\d+g?)$"
)


@lru_cache(maxsize=512)
def family(name: str) -> Family:
    """The stand-in for a family name as it stands in a file; for a weight of a known family, that family's, not exact."""
    plain = " ".join(name.replace("-", " ").casefold().split())
    if plain in FAMILIES:
        return FAMILIES[plain]
    base = plain
    while (shorter := _WEIGHTS.sub("", base)) != base:
        heavy = any(word in base[len(shorter) :] for word in ("bold", "black", "heavy"))
        base = shorter
        if base in FAMILIES:
            near = FAMILIES[base]
            factor = 1.1 if heavy else 1.02
            return Family(near.table, near.width * factor, near.bold_width * 1.03, False, near.line)
    if "mono" in plain or "courier" in plain:
        return _near("liberation-mono")
    if "condensed" in plain or "narrow" in plain:
        return _near(SANS, 0.95)
    return UNKNOWN


def known(name: str) -> bool:
    """True where the font, or a near relation of it, has a table."""
    return family(name) is not UNKNOWN


KERNED, AKIN, GUESSED = 0.985, 0.9, 0.85
"""What of a measured width is there for sure: kerning takes a little, a near relation may be a tenth too wide, and a weight of
its own (a “semibold”) or any wide font in its place more."""


def least_share(name: str) -> float:
    """The share of a width measured for this font that words have in it at least."""
    chosen = family(name)
    if chosen.exact:
        return KERNED
    return AKIN if " ".join(name.replace("-", " ").casefold().split()) in FAMILIES else GUESSED


def wherever(name: str) -> str:
    """The family, and what may stand in for it where a machine lacks it: words between the edges of a drawn shape must fit in
    both."""
    chosen = family(name)
    return name if chosen.exact and chosen.table in _EVERYWHERE else f"{name},{SUBSTITUTE}"
