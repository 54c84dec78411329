"""What drawn words would take from the presentation's default text, and must not: it is said in the shape that they are as they
were measured (ECMA-376 Part 1, 19.2.1.8 defaultTextStyle; 21.1.2.4 list styles). Where a template's defaults are plain, nothing
is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from deck.drawing.model import TextLevel, TextStyle
from deck.memory import Itself
from deck.template.model import Layout

MINOR, MAJOR = "+mn-lt", "+mj-lt"
_USUAL = TextLevel("", size_pt=18.0)
"""A level of which nothing is known."""


@dataclass(frozen=True)
class Dress:
    """`levels`: nine, of a text box that says nothing itself; () where they are not known. `body`: the font that drawn words are
    measured in. `major`, `minor`: the theme's fonts."""

    levels: tuple[TextLevel, ...] = ()
    body: str = ""
    heading: str = ""
    major: str = ""
    minor: str = ""

    def face(self, font: str) -> str:
        """How a font is named in the file: the theme's by its place there."""
        return MINOR if font == self.minor or not font else MAJOR if font == self.major else font

    @property
    def heading_face(self) -> str:
        return MAJOR if not self.heading or self.heading == self.major else self.face(self.heading)

    def paragraph(self, n: int = 0, *, spaced: bool = True) -> tuple[str, str]:
        """Attributes and elements of a:pPr or a:lvlNpPr. `spaced`: the spacing of lines and above them is still to be said."""
        level = self.levels[n] if n < len(self.levels) else _USUAL
        attributes = "".join(
            f' {name}="0"'
            for name, value in (("marL", level.margin_left), ("marR", level.margin_right), ("indent", level.indent))
            if value
        )
        attributes += ' algn="l"' if level.align != "l" else ""
        attributes += ' rtl="0"' if level.rtl else ""
        inner = ""
        if spaced and (level.line_spacing != 1.0 or level.line_exact_pt):
            inner += '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        if spaced and (level.space_before_pt or level.space_before_pct):
            inner += '<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        return attributes, inner

    def after(self, n: int = 0) -> str:
        """What follows the spacing: none below, no mark."""
        level = self.levels[n] if n < len(self.levels) else _USUAL
        below = '<a:spcAft><a:spcPts val="0"/></a:spcAft>' if level.space_after_pt or level.space_after_pct else ""
        return below + ("<a:buNone/>" if level.bullet else "")

    def run(self, n: int = 0, font: str = "", *, weight: bool = True) -> tuple[str, str]:
        """Attributes and elements of a:rPr or a:defRPr. `weight`: that they are neither bold nor italic is said here."""
        if n >= len(self.levels):
            return "", ""
        level, wanted = self.levels[n], font or self.body
        attributes = ' b="0"' if weight and level.bold else ""
        attributes += ' i="0"' if weight and level.italic else ""
        attributes += ' cap="none"' if level.caps or level.small_caps else ""
        attributes += ' spc="0"' if level.letter_spacing_pt else ""
        named = wanted and level.font and (wanted != level.font or not level.faced)
        return attributes, f'<a:latin typeface="{_escaped(self.face(wanted))}"/>' if named else ""

    @property
    def list_style(self) -> str:
        """a:lstStyle of a drawn shape, whose paragraphs are all of the first level."""
        attributes, spacing = self.paragraph()
        look, latin = self.run()
        default = f"<a:defRPr{look}>{latin}</a:defRPr>" if latin else f"<a:defRPr{look}/>" if look else ""
        inner = spacing + self.after() + default
        return f"<a:lstStyle><a:lvl1pPr{attributes}>{inner}</a:lvl1pPr></a:lstStyle>" if attributes or inner else "<a:lstStyle/>"


def _escaped(name: str) -> str:
    return name.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


PLAIN = Dress()


def dress_of(layout: Layout | None, body: str, heading: str) -> Dress:
    """What must be said on slides of a layout. Equal ones are the same object, as long as they are remembered."""
    if layout is None or layout.plain is None:
        return PLAIN
    return _dress(Itself(layout.plain), layout.fonts, body, heading)


@lru_cache(maxsize=64)
def _dress(plain: Itself[TextStyle], fonts: tuple[str, str], body: str, heading: str) -> Dress:
    """Without colours, of which a dress says nothing."""
    levels = tuple(replace(level, color="", bullet_color="") for level in plain.value.levels)
    return _only(Dress(levels, body=body, heading=heading, major=fonts[0], minor=fonts[1]))


@lru_cache(maxsize=64)
def _only(dress: Dress) -> Dress:
    return dress
