"""A theme part (ECMA-376 Part 1, 20.1.6.9): colours, fonts, and the fills that style references count."""

from __future__ import annotations

from dataclasses import dataclass, field

from deck.drawing.color import COLOR_TAGS, IDENTITY_MAP, SCHEME, ColorContext, color_of
from deck.drawing.names import Element, child, local

OFFICE: dict[str, str] = dict(
    zip(
        SCHEME,
        ("000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"),
        strict=True,
    )
)


@dataclass(frozen=True)
class Theme:
    """`fills` and `backgrounds`: elements of fillStyleLst and bgFillStyleLst, in order; `lines` of lnStyleLst."""

    name: str = ""
    scheme: dict[str, str] = field(default_factory=lambda: dict(OFFICE))
    major: str = "Calibri Light"
    minor: str = "Calibri"
    fills: tuple[Element, ...] = ()
    backgrounds: tuple[Element, ...] = ()
    lines: tuple[Element, ...] = ()
    part: str = ""
    effects: tuple[Element, ...] = ()
    """Of effectStyleLst, in order."""

    def font(self, typeface: str) -> str:
        """ "+mj-lt" and "+mn-lt" resolved; a font's own name as it is."""
        if typeface.startswith("+mj"):
            return self.major
        return self.minor if typeface.startswith("+mn") else typeface


def read_theme(root: Element | None, part: str = "") -> Theme:
    """A theme of what is there; Office's own colours where some are missing."""
    elements = child(root, "a:themeElements")
    colors = child(elements, "a:clrScheme")
    scheme = dict(OFFICE)
    plain = ColorContext(OFFICE, IDENTITY_MAP)
    for item in colors if colors is not None else ():
        found = color_of(next((c for c in item if local(c) in COLOR_TAGS), None), plain)
        if found and local(item) in scheme:
            scheme[local(item)] = found[0]

    def latin(which: str) -> str:
        face = child(elements, "a:fontScheme", which, "a:latin")
        return (face.get("typeface") or "") if face is not None else ""

    def styles(which: str) -> tuple[Element, ...]:
        holder = child(elements, "a:fmtScheme", which)
        return tuple(item for item in holder if local(item)) if holder is not None else ()

    return Theme(
        root.get("name", "") if root is not None else "",
        scheme=scheme,
        major=latin("a:majorFont") or "Calibri",
        minor=latin("a:minorFont") or "Calibri",
        fills=styles("a:fillStyleLst"),
        backgrounds=styles("a:bgFillStyleLst"),
        lines=styles("a:lnStyleLst"),
        part=part,
        effects=styles("a:effectStyleLst"),
    )
