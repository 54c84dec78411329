"""The default template in a place's look: its theme is swapped, its layouts stay (decision 1); on them the place is lit among
its neighbours, its silhouette stands in the footer, or its logo instead."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

from deck.brand.model import Brand
from deck.memory import Itself
from deck.package import Package, Relationship, Stamped
from deck.template.logo import logo_on, logo_shape, moved, moves_of
from deck.template.marks import LOGO_MARK, SIGN_MARK, marks_of
from deck.template.model import Template
from deck.template.place_shapes import PLACE_SHAPES, members_of
from deck.template.swap import Asked, is_dark, swapped, themes_of
from deck.template.theme import patch_theme


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


def brand_template(template: Template, brand: Brand, asked: Asked | None = None) -> Template:
    """`template` with the brand's theme colours, fonts, maps and logos; its package's theme, and masters and layouts that hold
    places for them, are the only parts that change. `asked`: as of `swapped`; the package is the brand's own in any case."""
    branded = swapped(template, brand, asked)
    package = _brand_package(template, branded, brand)
    return replace(branded, package=package, fingerprint=f"{template.fingerprint}-{brand.fingerprint}")


CREDIT = "Kartans källa"
"""The shape of the default template that says whose the map on its title slide is."""
_CREDIT = re.compile(rf'(name="{CREDIT}".*?<a:rPr lang=")[^"]*(".*?<a:t>)[^<]*(</a:t>)'.encode(), re.DOTALL)


def credited(template: Template, words: str, lang: str) -> Template:
    """The template with the map's credit in a deck's own words and language (BCP 47). It is the same look still."""

    def put(found: re.Match[bytes]) -> bytes:
        return found[1] + lang.encode() + found[2] + escape(words).encode() + found[3]

    parts: dict[str, bytes | None] = {}
    for part in dict.fromkeys(layout.part for layout in template.layouts):
        data = template.package.parts[part]
        if CREDIT.encode() in data and (said := _CREDIT.sub(put, data)) != data:
            parts[part] = said
    return replace(template, package=template.package.replace(parts)) if parts else template


def _brand_package(template: Template, branded: Template, brand: Brand) -> Package:
    package = template.package
    parts: dict[str, bytes | None] = {
        part: patch_theme(package.parts[part], dict(brand.colors), brand.heading_font, brand.body_font)
        for part in themes_of(template)
    }
    rels: dict[str, tuple[Relationship, ...] | None] = {}
    grounds = {layout.part: layout.palette.ground for layout in branded.layouts}
    grounds |= {
        layout.master: branded.roles["content"].layout.palette.ground
        for layout in branded.layouts
        if layout.master not in grounds
    }
    lit = members_of(brand.place)
    for part, marks in marks_of(Itself(template)).items():
        dark = is_dark(grounds[part])
        logo = logo_on(brand, dark) if any(mark.name == LOGO_MARK for mark in marks) else None
        data = package.parts[part]
        for mark in marks:
            if mark.name == LOGO_MARK and logo is not None:
                data = mark.put(data, logo_shape(package, part, mark, logo, brand.name, parts, rels))
            elif mark.name in PLACE_SHAPES and lit and not (mark.name == SIGN_MARK and logo is not None):
                data = mark.put(data, PLACE_SHAPES[mark.name](mark, lit, dark))
            else:
                data = mark.put(data, "")
        # As far as the first of them every place has the same.
        first = min((package.parts[part].index(mark.head) for mark in marks), default=0)
        parts[part] = Stamped(data[:first], data[first:])
    if moves := moves_of(template, brand):
        for part in dict.fromkeys([layout.part for layout in template.layouts] + [layout.master for layout in template.layouts]):
            parts[part] = moved(parts.get(part) or package.parts[part], moves)
    result = package.replace(parts, {}, rels)
    if brand.logo_light is not None or brand.logo_dark is not None:
        result = replace(result, defaults={**result.defaults, "png": "image/png", "svg": "image/svg+xml"})
    return result
