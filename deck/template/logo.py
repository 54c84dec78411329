"""A brand's logo on the default template: flush left in the place for it, never bent; what stood there gives way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from deck.brand.model import Brand, Logo
from deck.drawing.names import child
from deck.drawing.scene import extent
from deck.drawing.sheet import TITLES, contents, placeholder_of
from deck.geometry import Box
from deck.memory import Itself
from deck.package import Package, Relationship, parse_xml, serialise
from deck.package.names import ASVG, REL
from deck.template.marks import LOGO_MARK, PlaceMark, marks_of
from deck.template.model import Layout, Template

AIR = 152_400
"""Between a logo and what gives way to it: 16 px."""
Aside = tuple[str, Box, Box]
"""A placeholder's type, where it stands, and where it stands beside a logo."""


def logo_on(brand: Brand, dark: bool) -> Logo | None:
    return (brand.logo_dark or brand.logo_light) if dark else (brand.logo_light or brand.logo_dark)


def logo_shape(
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


def moves_of(template: Template, brand: Brand) -> tuple[Aside, ...]:
    """What gives way to the brand's logo: the footer stands beside it, the sender's name on the title slide under it."""
    return _aside(Itself(template)) if brand.logo_light is not None or brand.logo_dark is not None else ()


@lru_cache(maxsize=4)
def _aside(whole: Itself[Template]) -> tuple[Aside, ...]:
    marks = marks_of(whole)
    found: dict[Aside, None] = {}
    for layout in whole.value.layouts:
        near = (*marks.get(layout.part, ()), *marks.get(layout.master, ()))
        for logo in (mark.box for mark in near if mark.name == LOGO_MARK):
            for item in (*layout.furniture, *layout.placeholders):
                old = item.box
                if item.type == "ftr" and logo.overlaps(old, 1):
                    start = logo.right + AIR
                    found["ftr", old, Box(start, old.y, max(old.right - start, 1), old.h)] = None
                elif item.type == "subTitle" and logo.overlaps(old, 1):
                    under = Box(old.x, logo.bottom + AIR, old.w, old.h - AIR)
                    found["subTitle", old, under] = None
                    found |= dict.fromkeys(_lower(layout, under))
    return tuple(found)


def _lower(layout: Layout, above: Box) -> Iterator[Aside]:
    """The title begins under the name that came down to it."""
    for item in layout.placeholders:
        old = item.box
        if item.type in TITLES and old.overlaps(above, 1) and old.y < above.bottom < old.bottom:
            yield item.type, old, Box(old.x, above.bottom, old.w, old.bottom - above.bottom)


def moved(data: bytes, moves: tuple[Aside, ...]) -> bytes:
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
