"""The default template in a place's look: its theme is swapped, its layouts stay (decision 1); on them the place is lit among
its neighbours,
its silhouette stands in the footer, or its logo instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import quoteattr

from deck.brand.contrast import luminance
from deck.brand.model import Brand, Logo
from deck.diagnostics import Diagnostics
from deck.drawing.color import SCHEME, Trace, transform
from deck.drawing.model import TextStyle
from deck.drawing.names import child
from deck.drawing.names import whole as whole_number
from deck.drawing.scene import extent
from deck.drawing.sheet import contents, placeholder_of, properties_of
from deck.geometry import Box
from deck.memory import Itself
from deck.package import Package, Relationship, parse_xml, serialise
from deck.package.names import ADEC, ASVG, REL
from deck.places.borders import all_borders
from deck.places.panel import PanelFrame, Points, silhouette, view_of
from deck.template.model import Layout, Others, Palette, Placeholder, Role, Spot, Template
from deck.template.overrides import Overrides
from deck.template.palette import palette_on
from deck.template.reader import Cast, cast
from deck.template.theme import patch_theme

LOGO_MARK, MAP_MARK, SIGN_MARK, SHADE_MARK = "Logotyp plats", "Karta plats", "Silhuett plats", "Silhuett botten"
MARKS = (LOGO_MARK, MAP_MARK, SIGN_MARK, SHADE_MARK)
SENTINELS = {name: f"{17 + 19 * n:02X}{241 - 17 * n:02X}{(61 * n + 29) % 256:02X}" for n, name in enumerate(SCHEME)} | {
    "dk1": "0B1603",
    "lt1": "F9FDF2",
    "dk2": "1A0C2B",
    "lt2": "E9F4E1",
}
"""Twelve colours that no transform of another gives, to see where each colour of a template comes from; light and dark as in any
theme, so that layouts are judged alike."""
HEADING, BODY = "Deck Heading", "Deck Body"
"""Two fonts that no template has, to see which of the theme's a text takes: often they are the same."""


def default_template_path() -> Path:
    """branding/standard/standard.potx, in the checkout or in the wheel."""
    here = Path(__file__).resolve().parents[1]
    return next(
        (
            path
            for path in (here.parent / "branding/standard/standard.potx", here / "_branding/standard/standard.potx")
            if path.is_file()
        ),
        here.parent / "branding/standard/standard.potx",
    )


def brand_template(template: Template, brand: Brand) -> Template:
    """`template` with the brand's theme colours, fonts, maps and logos; its package's theme, and masters and layouts that hold
    places for
    them, are the only parts that change."""
    traced, traces = _traced(Itself(template))
    scheme = {name: brand.colors.get(name, "") or "000000" for name in SCHEME}
    swap = _Swap({rgb: _apply(trace, scheme) for rgb, trace in traces.items()}, template, brand)
    branded = swap.template(traced)
    package = _brand_package(template, branded, brand)
    return replace(branded, package=package, fingerprint=f"{template.fingerprint}-{brand.fingerprint}")


@lru_cache(maxsize=4)
def _traced(whole: Itself[Template]) -> tuple[Template, dict[str, Trace]]:
    """The template read with sentinel colours and fonts, and where each colour that came out of it came from."""
    template = whole.value
    trace: dict[str, Trace] = {}
    package = template.package.replace(
        {part: patch_theme(template.package.parts[part], SENTINELS, HEADING, BODY) for part in _themes(template)}
    )
    known = Cast(template.name, template.fingerprint, Overrides(), None, roles=True)
    read, _every = cast(package, known, Diagnostics(), trace)
    # The roles of the template itself, its template.yaml included, with the sentinels' colours.
    return replace(read, minimum_pt=template.minimum_pt, diagnostics=template.diagnostics), trace


def _themes(template: Template) -> list[str]:
    return sorted({layout.theme for layout in template.layouts if layout.theme in template.package.parts})


def _apply(trace: Trace, scheme: dict[str, str]) -> str:
    name, steps = trace
    return transform(scheme.get(name, "000000"), *steps)


class _Swap:
    """Colours exchanged through a template's frozen parts."""

    def __init__(self, colors: dict[str, str], template: Template, brand: Brand) -> None:
        self.colors = colors
        self.moves = {(kind, old): new for kind, old, new in _moves(template, brand)}
        self.styles: dict[TextStyle, TextStyle] = {}
        """Most placeholders share one of a few."""
        self.fonts = {HEADING: brand.heading_font or template.heading_font, BODY: brand.body_font or template.body_font}

    def template(self, read: Template) -> Template:
        layouts = {layout.part: self.layout(layout) for layout in read.layouts}
        roles = {kind: self.role(role, layouts[role.layout.part]) for kind, role in read.roles.items()}
        return replace(
            read,
            layouts=tuple(layouts.values()),
            roles=roles,
            others=Others(lambda kind: tuple(self.role(role, layouts[role.layout.part]) for role in read.others.find(kind))),
            heading_font=self.font(read.heading_font),
            body_font=self.font(read.body_font),
        )

    def font(self, name: str) -> str:
        return self.fonts.get(name, name)

    def layout(self, layout: Layout) -> Layout:
        return replace(
            layout,
            placeholders=tuple(self.placeholder(item) for item in layout.placeholders),
            furniture=tuple(self.placeholder(item) for item in layout.furniture),
            palette=self.palette(layout.palette),
            furniture_palettes=tuple(self.palette(palette) for palette in layout.furniture_palettes),
            plain=self.style(layout.plain) if layout.plain is not None else None,
            fonts=(self.font(layout.fonts[0]), self.font(layout.fonts[1])),
        )

    def role(self, role: Role, layout: Layout) -> Role:
        return replace(role, layout=layout, spots={name: self.spot(spot) for name, spot in role.spots.items()})

    def spot(self, spot: Spot) -> Spot:
        holder = self.placeholder(spot.placeholder) if spot.placeholder is not None else None
        style, palette = self.style(spot.style), self.palette(spot.palette)
        if holder is None:
            # A box of ours has the colour that reads, and that is another one among the sentinels.
            style = replace(style, levels=tuple(replace(level, color=palette.text_rgb) for level in style.levels))
        box = holder.box if holder is not None and spot.placeholder is not None and spot.box == spot.placeholder.box else spot.box
        return replace(spot, placeholder=holder, style=style, palette=palette, box=box)

    def placeholder(self, item: Placeholder) -> Placeholder:
        return replace(item, style=self.style(item.style), box=self.moves.get((item.type, item.box), item.box))

    def style(self, style: TextStyle) -> TextStyle:
        if style not in self.styles:
            self.styles[style] = self._style(style)
        return self.styles[style]

    def _style(self, style: TextStyle) -> TextStyle:
        levels = tuple(
            replace(
                level,
                color=self.colors.get(level.color, level.color),
                bullet_color=self.colors.get(level.bullet_color, level.bullet_color),
                font=self.font(level.font),
            )
            for level in style.levels
        )
        return replace(style, levels=levels)

    def palette(self, palette: Palette) -> Palette:
        ground = replace(palette.ground, colors=tuple(self.colors.get(rgb, rgb) for rgb in palette.ground.colors))
        return palette_on(ground, {name: self.colors.get(rgb, rgb) for name, rgb in palette.rgb.items()})


def _brand_package(template: Template, branded: Template, brand: Brand) -> Package:
    package = template.package
    parts: dict[str, bytes | None] = {
        part: patch_theme(package.parts[part], dict(brand.colors), brand.heading_font, brand.body_font)
        for part in _themes(template)
    }
    rels: dict[str, tuple[Relationship, ...] | None] = {}
    grounds = {layout.part: layout.palette.ground for layout in branded.layouts}
    grounds |= {
        layout.master: branded.roles["content"].layout.palette.ground
        for layout in branded.layouts
        if layout.master not in grounds
    }
    lit = members_of(brand.place)
    for part, marks in _marks(Itself(template)).items():
        dark = max(luminance(rgb) for rgb in grounds[part].colors) < 0.35
        logo = _logo_on(brand, dark) if any(mark.name == LOGO_MARK for mark in marks) else None
        data = package.parts[part]
        for mark in marks:
            if mark.name == LOGO_MARK and logo is not None:
                data = mark.put(data, _logo(package, part, mark, logo, brand.name, parts, rels))
            elif mark.name in _PLACES and lit and not (mark.name == SIGN_MARK and logo is not None):
                data = mark.put(data, _PLACES[mark.name](mark, lit, dark))
            else:
                data = mark.put(data, "")
        parts[part] = data
    if moves := _moves(template, brand):
        for part in dict.fromkeys([layout.part for layout in template.layouts] + [layout.master for layout in template.layouts]):
            parts[part] = _moved(parts.get(part) or package.parts[part], moves)
    result = package.replace(parts, {}, rels)
    if brand.logo_light is not None or brand.logo_dark is not None:
        result = replace(result, defaults={**result.defaults, "png": "image/png", "svg": "image/svg+xml"})
    return result


def _logo_on(brand: Brand, dark: bool) -> Logo | None:
    return (brand.logo_dark or brand.logo_light) if dark else (brand.logo_light or brand.logo_dark)


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """An invisible rectangle that says where something of the place's stands: its name, its id in the part, its box in EMU."""

    name: str
    id: int
    box: Box

    def put(self, data: bytes, shapes: str) -> bytes:
        """The part with shapes in the mark's place."""
        head = f'<p:sp><p:nvSpPr><p:cNvPr id="{self.id}" name="{self.name}"'.encode()
        start = data.index(head)
        end = data.index(b"</p:sp>", start) + len(b"</p:sp>")
        return data[:start] + shapes.encode() + data[end:]


@lru_cache(maxsize=4)
def _marks(whole: Itself[Template]) -> dict[str, tuple[PlaceMark, ...]]:
    """Masters and layouts with places for what is each place's own."""
    package = whole.value.package
    found: dict[str, tuple[PlaceMark, ...]] = {}
    for part in dict.fromkeys(
        [layout.part for layout in whole.value.layouts] + [layout.master for layout in whole.value.layouts]
    ):
        if not any(name.encode() in package.parts[part] for name in MARKS):
            continue
        marks = []
        for shape in contents(child(parse_xml(package.parts[part]), "p:cSld", "p:spTree")):
            props = properties_of(shape)
            box = extent(child(shape, "p:spPr", "a:xfrm"))
            if props is not None and props.get("name") in MARKS and box:
                marks.append(PlaceMark(props.get("name", ""), whole_number(props.get("id")), Box(*box)))
        found[part] = tuple(marks)
    return found


# --- the place ------------------------------------------------------------------------------------------------------------------

_UNIT = 4_762.5
"""EMU in half a px: the maps' points lie on a grid of it (docs/look.md)."""
_FINE = 2_381.25
"""EMU in a quarter of a px, for silhouettes as small as a letter."""


def members_of(code: str) -> tuple[str, ...]:
    """What is lit for a place: a municipality itself, a county's members."""
    return tuple(border.code for border in all_borders() if border.code == code or (len(code) == 2 and border.code[:2] == code))


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
_PLACES: dict[str, Callable[[PlaceMark, tuple[str, ...], bool], str]] = {MAP_MARK: _map, SIGN_MARK: _sign, SHADE_MARK: _shade}


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


# --- the logo -------------------------------------------------------------------------------------------------------------------


def _logo(
    package: Package,
    part: str,
    mark: PlaceMark,
    logo: Logo,
    name: str,
    parts: dict[str, bytes | None],
    rels: dict[str, tuple[Relationship, ...] | None],
) -> str:
    """The logo in the place for it: flush left, never bent, its clear space kept above and below."""
    box = mark.box
    clear = 1 + 2 * logo.clear
    scale = min(box.w / (logo.width + logo.clear * logo.height), box.h / (logo.height * clear))
    w, h = round(logo.width * scale), round(logo.height * scale)
    left, top = box.x, box.y + (box.h - h) // 2
    stem = re.sub(r"[^A-Za-z0-9]+", "-", logo.path.stem) or "logo"
    png = f"ppt/media/logo-{stem}.png"
    parts[png] = logo.png
    added = [Relationship("rIdLogo1", f"{REL}/image", png)]
    extra = ""
    if "svg" in logo.content_type:
        svg = f"ppt/media/logo-{stem}.svg"
        parts[svg] = logo.data
        added.append(Relationship("rIdLogo2", f"{REL}/image", svg))
        extra = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
            f'<asvg:svgBlip xmlns:asvg="{ASVG}" r:embed="rIdLogo2"/></a:ext></a:extLst>'
        )
    rels[part] = (*package.rels.get(part, ()), *added)
    alt = logo.alt or f"{name}, logotyp"
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{mark.id}" name="Logotyp" descr={quoteattr(alt)}/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="rIdLogo1">{extra}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


AIR = 152_400
"""Between a logo and what gives way to it: 16 px."""
SvgMove = tuple[str, Box, Box]
"""A placeholder's type, where it stands, and where it stands beside a logo."""


def _moves(template: Template, brand: Brand) -> tuple[SvgMove, ...]:
    """What gives way to the brand's logo: the footer stands beside it, the sender's name on the title slide under it."""
    return _aside(Itself(template)) if brand.logo_light is not None or brand.logo_dark is not None else ()


@lru_cache(maxsize=4)
def _aside(whole: Itself[Template]) -> tuple[SvgMove, ...]:
    marks = _marks(whole)
    found: dict[SvgMove, None] = {}
    for layout in whole.value.layouts:
        near = (*marks.get(layout.part, ()), *marks.get(layout.master, ()))
        for logo in (mark.box for mark in near if mark.name == LOGO_MARK):
            for item in (*layout.furniture, *layout.placeholders):
                old = item.box
                if item.type == "ftr" and logo.overlaps(old, 1):
                    start = logo.right + AIR
                    found["ftr", old, Box(start, old.y, max(old.right - start, 1), old.h)] = None
                elif item.type == "subTitle" and logo.overlaps(old, 1):
                    found["subTitle", old, Box(old.x, logo.bottom + AIR, old.w, old.h - AIR)] = None
    return tuple(found)


def _moved(data: bytes, moves: tuple[SvgMove, ...]) -> bytes:
    """A master or layout with its own placeholders where they stand beside a logo."""
    wanted = {(kind, (old.x, old.y, old.w, old.h)): new for kind, old, new in moves}
    root = parse_xml(data)
    changed = False
    for shape in contents(child(root, "p:cSld", "p:spTree")):
        ph, xfrm = placeholder_of(shape), child(shape, "p:spPr", "a:xfrm")
        where = extent(xfrm)
        box = wanted.get((ph.get("type", "obj"), where)) if ph is not None and where else None
        off, ext = child(xfrm, "a:off"), child(xfrm, "a:ext")
        if box is None or off is None or ext is None:
            continue
        changed = True
        for item, pairs in ((off, (("x", box.x), ("y", box.y))), (ext, (("cx", box.w), ("cy", box.h)))):
            for name, value in pairs:
                item.set(name, str(value))
    return serialise(root) if changed else data
