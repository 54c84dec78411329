"""What is drawn of a place on the default template: it is lit among its neighbours on a map, and its silhouette stands in the
footer and beside words."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from deck.geometry import Box
from deck.package.names import ADEC
from deck.places.borders import borders_of, by_code
from deck.places.panel import PanelFrame, Points, silhouette, view_of
from deck.template.marks import MAP_MARK, SHADE_MARK, SIGN_MARK, PlaceMark

_UNIT = 4_762.5
"""EMU in half a px: the maps' points lie on a grid of it (docs/look.md)."""
_FINE = 2_381.25
"""EMU in a quarter of a px, for silhouettes as small as a letter."""


def members_of(code: str) -> tuple[str, ...]:
    """What is lit for a place: a municipality itself, a county's members."""
    return (code,) if code in by_code() else tuple(border.code for border in borders_of(code))


def _map(mark: PlaceMark, lit: tuple[str, ...], dark: bool) -> str:
    """Three free shapes: other counties, the own, and the place, lit; borders in the ground's colour."""
    box = mark.box
    size = round(box.w / _UNIT), round(box.h / _UNIT)
    view = view_of(
        lit,
        PanelFrame(
            size[0],
            height=size[1],
            fit_width=round(size[0] * 0.7),
            fit_height=round(size[1] * 0.711),
            x=round(size[0] * 0.525),
            y=size[1] // 2,
        ),
    )
    border = f'<a:ln w="15240">{_fill("dk2" if dark else "lt1")}<a:round/></a:ln>'
    tones = (
        ("andra län", view.others, _fill("lt1", '<a:alpha val="7000"/>') if dark else _fill("bg2", _PAPER)),
        ("länet", view.own, _fill("lt1", '<a:alpha val="16000"/>') if dark else _fill("bg2")),
        ("platsen", view.lit, _fill("accent1")),
    )
    return "".join(
        _free(f"Karta, {name}", mark.id + 1_000 * n, box, size, rings, fill, border)
        for n, (name, rings, fill) in enumerate(tones)
        if rings
    )


def _sign(mark: PlaceMark, lit: tuple[str, ...], _dark: bool) -> str:
    size = round(mark.box.w / _FINE), round(mark.box.h / _FINE)
    return _free("Silhuett", mark.id, mark.box, size, silhouette(lit, *size), _fill("accent1"), _NO_LINE)


def _shade(mark: PlaceMark, lit: tuple[str, ...], _dark: bool) -> str:
    size = round(mark.box.w / _UNIT), round(mark.box.h / _UNIT)
    return _free("Silhuett, botten", mark.id, mark.box, size, silhouette(lit, *size), _fill("bg2", _PAPER), _NO_LINE)


_PAPER = '<a:lumMod val="45000"/><a:lumOff val="55000"/>'
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
PLACE_SHAPES: dict[str, Callable[[PlaceMark, tuple[str, ...], bool], str]] = {
    MAP_MARK: _map,
    SIGN_MARK: _sign,
    SHADE_MARK: _shade,
}


def _fill(name: str, steps: str = "") -> str:
    inner = f'<a:schemeClr val="{name}">{steps}</a:schemeClr>' if steps else f'<a:schemeClr val="{name}"/>'
    return f"<a:solidFill>{inner}</a:solidFill>"


def _free(name: str, number: int, box: Box, size: tuple[int, int], rings: tuple[Points, ...], fill: str, border: str) -> str:
    """A free shape (20.1.9.8 custGeom) that fills its box's units with rings; it says nothing to those who do not see it."""
    decorative = f'<adec:decorative xmlns:adec="{ADEC}" val="1"/>'
    mark = f'<a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">{decorative}</a:ext></a:extLst>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}>{mark}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/></a:xfrm><a:custGeom><a:avLst/>'
        f"<a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{size[0]}" h="{size[1]}">{_steps(rings)}</a:path></a:pathLst>'
        f"</a:custGeom>{fill}{border}</p:spPr>"
        '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="sv-SE"/></a:p></p:txBody></p:sp>'
    )


@lru_cache(maxsize=16)
def _steps(rings: tuple[Points, ...]) -> str:
    """The same map stands on several layouts."""
    return "".join(
        f'<a:moveTo><a:pt x="{ring[0][0]}" y="{ring[0][1]}"/></a:moveTo>'
        + "".join([f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in ring[1:]])
        + "<a:close/>"
        for ring in rings
    )
