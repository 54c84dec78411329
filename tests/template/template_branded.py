"""The default template, brands made for a test, and what a place has for itself in what came of them."""

from __future__ import annotations

import io
import re
from pathlib import Path

from PIL import Image

from deck.brand import load_brand
from deck.brand.model import Brand, Logo
from deck.places import load_places
from deck.template import default_template_path, read_template
from deck.template.model import Template

PLACES = load_places()
PLAIN = read_template(default_template_path())
THEME = next(layout.theme for layout in PLAIN.layouts)


def logo(width: int, height: int, kind: str = "image/png", alt: str = "") -> Logo:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    data = b"<svg/>" if "svg" in kind else out.getvalue()
    return Logo(Path("min logga.svg"), kind, data, out.getvalue(), width, height, 0.25, alt)


def brand(**more: object) -> Brand:
    base = load_brand(PLACES.find("1281"), PLACES)
    fields = {name: getattr(base, name) for name in ("place", "name", "colors", "heading_font", "body_font", "fingerprint")}
    return Brand(**{**fields, **more})  # type: ignore[arg-type]


def places_of(made: Template) -> dict[str, list[str]]:
    """Part → names of what each place has for itself there."""
    found = {}
    for part in [layout.part for layout in made.layouts] + [made.layouts[0].master]:
        names = re.findall(r'name="(Karta, [a-zåäö ]+|Silhuett[a-z, ]*|Logotyp)"', made.package.parts[part].decode())
        if names:
            found[part] = names
    return found
