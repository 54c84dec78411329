"""The default template in a place's colours, fonts and logo: its theme is swapped, its layouts stay (decision 1)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from deck.brand.contrast import luminance
from deck.brand.model import Brand, Logo
from deck.diagnostics import Diagnostics
from deck.drawing.color import SCHEME, Trace, transform
from deck.drawing.model import TextStyle
from deck.drawing.names import child, qn
from deck.drawing.scene import extent
from deck.drawing.sheet import contents, properties_of
from deck.memory import Itself
from deck.package import Package, Relationship, parse_xml, serialise
from deck.package.names import ASVG, REL
from deck.template.model import Ground, Layout, Palette, Placeholder, Role, Spot, Template
from deck.template.overrides import Overrides
from deck.template.palette import palette_on
from deck.template.reader import cast

LOGO_MARK = "Logotyp plats"
SENTINELS = {name: f"{17 + 19 * n:02X}{241 - 17 * n:02X}{(61 * n + 29) % 256:02X}" for n, name in enumerate(SCHEME)}
"""Twelve colours that no transform of another gives, to see where each colour of a template comes from."""
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
    """`template` with the brand's theme colours, fonts and logos; its package's theme, and masters and layouts that hold a place
    for a logo, are the only parts that change."""
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
    read, _every = cast(package, template.name, template.fingerprint, Overrides(), None, Diagnostics(), trace)
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
        self.fonts = {HEADING: brand.heading_font or template.heading_font, BODY: brand.body_font or template.body_font}

    def template(self, read: Template) -> Template:
        layouts = {layout.part: self.layout(layout) for layout in read.layouts}
        roles = {kind: self.role(role, layouts[role.layout.part]) for kind, role in read.roles.items()}
        return replace(
            read,
            layouts=tuple(layouts.values()),
            roles=roles,
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
        )

    def role(self, role: Role, layout: Layout) -> Role:
        return replace(role, layout=layout, spots={name: self.spot(spot) for name, spot in role.spots.items()})

    def spot(self, spot: Spot) -> Spot:
        holder = self.placeholder(spot.placeholder) if spot.placeholder is not None else None
        style, palette = self.style(spot.style), self.palette(spot.palette)
        if holder is None:
            # A box of ours has the colour that reads, and that is another one among the sentinels.
            style = replace(style, levels=tuple(replace(level, color=palette.text_rgb) for level in style.levels))
        return replace(spot, placeholder=holder, style=style, palette=palette)

    def placeholder(self, item: Placeholder) -> Placeholder:
        return replace(item, style=self.style(item.style))

    def style(self, style: TextStyle) -> TextStyle:
        levels = tuple(
            replace(level, color=self.colors.get(level.color, level.color), font=self.font(level.font)) for level in style.levels
        )
        return replace(style, levels=levels)

    def palette(self, palette: Palette) -> Palette:
        ground = Ground(tuple(self.colors.get(rgb, rgb) for rgb in palette.ground.colors), palette.ground.kind)
        return palette_on(ground, {name: self.colors.get(rgb, rgb) for name, rgb in palette.rgb.items()})


def patch_theme(data: bytes, colors: dict[str, str] | None, heading: str, body: str) -> bytes:
    """A theme part with other colours (dk1 … folHlink → RRGGBB) and Latin fonts ("" keeps)."""
    root = parse_xml(data)
    scheme = child(root, "a:themeElements", "a:clrScheme")
    for name, rgb in (colors or {}).items():
        holder = child(scheme, f"a:{name}")
        if holder is not None:
            for item in list(holder):
                holder.remove(item)
            holder.append(holder.makeelement(qn("a:srgbClr"), {"val": rgb}))
    for which, font in (("a:majorFont", heading), ("a:minorFont", body)):
        face = child(root, "a:themeElements", "a:fontScheme", which, "a:latin")
        if font and face is not None and face.get("typeface") != font:
            face.attrib.clear()
            face.set("typeface", font)
    return serialise(root)


def _brand_package(template: Template, branded: Template, brand: Brand) -> Package:
    package = template.package
    parts: dict[str, bytes | None] = {
        part: patch_theme(package.parts[part], dict(brand.colors), brand.heading_font, brand.body_font)
        for part in _themes(template)
    }
    overrides: dict[str, str | None] = {}
    rels: dict[str, tuple[Relationship, ...] | None] = {}
    grounds = {layout.part: layout.palette.ground for layout in branded.layouts}
    grounds |= {
        layout.master: branded.roles["content"].layout.palette.ground
        for layout in branded.layouts
        if layout.master not in grounds
    }
    for part, box in _marks(Itself(template)).items():
        dark = max(luminance(rgb) for rgb in grounds[part].colors) < 0.35
        logo = (brand.logo_dark or brand.logo_light) if dark else (brand.logo_light or brand.logo_dark)
        if logo is not None:
            _place_logo(package, part, box, logo, brand.name, parts, rels)
        elif dark:
            parts[part] = _place_name(package.parts[part], brand.name)
    media = [logo for logo in (brand.logo_light, brand.logo_dark) if logo is not None]
    result = package.replace(parts, overrides, rels)
    if media:
        result = replace(result, defaults={**result.defaults, "png": "image/png", "svg": "image/svg+xml"})
    return result


@lru_cache(maxsize=4)
def _marks(whole: Itself[Template]) -> dict[str, tuple[int, int, int, int]]:
    """Masters and layouts with a place for a logo: part → x, y, width, height in EMU."""
    package = whole.value.package
    found = {}
    for part in dict.fromkeys(
        [layout.part for layout in whole.value.layouts] + [layout.master for layout in whole.value.layouts]
    ):
        if LOGO_MARK.encode() not in package.parts[part]:
            continue
        for shape in contents(child(parse_xml(package.parts[part]), "p:cSld", "p:spTree")):
            props = properties_of(shape)
            box = extent(child(shape, "p:spPr", "a:xfrm"))
            if props is not None and props.get("name") == LOGO_MARK and box:
                found[part] = box
    return found


_MARK = re.compile(rb'<p:sp><p:nvSpPr><p:cNvPr id="(\d+)" name="' + LOGO_MARK.encode() + rb'".*?</p:sp>', re.DOTALL)


def _place_logo(
    package: Package,
    part: str,
    box: tuple[int, int, int, int],
    logo: Logo,
    name: str,
    parts: dict[str, bytes | None],
    rels: dict[str, tuple[Relationship, ...] | None],
) -> None:
    """The logo in the place for it: to the right and low, never bent, its clear space kept."""
    x, y, width, height = box
    clear = 1 + 2 * logo.clear
    scale = min(width / (logo.width + 2 * logo.clear * logo.height), height / (logo.height * clear))
    w, h = round(logo.width * scale), round(logo.height * scale)
    margin = round(logo.clear * logo.height * scale)
    left, top = x + width - margin - w, y + (height - h) // 2
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

    def picture(match: re.Match[bytes]) -> bytes:
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{match.group(1).decode()}" name="Logotyp" descr={quoteattr(alt)}/>'
            '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="rIdLogo1">{extra}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        ).encode()

    parts[part] = _MARK.sub(picture, package.parts[part])


def _place_name(data: bytes, name: str) -> bytes:
    """Without a logo: the sender's name in words where it would stand. Decorative for a screen reader,
    since the slides say it."""

    def words(match: re.Match[bytes]) -> bytes:
        shape = match.group(0)
        body = (
            '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="b">'
            "<a:normAutofit/></a:bodyPr><a:lstStyle/>"
            '<a:p><a:pPr algn="r"/><a:r><a:rPr lang="sv-SE" sz="1800" b="1"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
            f'<a:latin typeface="+mj-lt"/></a:rPr><a:t>{escape(name)}</a:t></a:r></a:p></p:txBody>'
        ).encode()
        return re.sub(rb"<p:txBody>.*?</p:txBody>", lambda _match: body, shape, flags=re.DOTALL)

    return _MARK.sub(words, data)
