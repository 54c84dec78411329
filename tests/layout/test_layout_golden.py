"""Each drawn form as a picture, small and compared with some tolerance: so that a change of look is seen in review."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import drawn_counts
import odd_templates
import pytest
from drawn_forms import LONGEST, SHOWN
from PIL import Image, ImageChops, ImageFilter, ImageStat

from deck.drawing import Sheets, scene
from deck.geometry import Box
from deck.layout import audit, lay_out
from deck.package import open_package
from deck.pptx import pptx_bytes
from deck.presentation import Block, Presentation, Slide, Slot, text
from deck.raster import svg_png
from deck.render import draw_slide, svg_of
from deck.template import Template, default_template_path, read_template
from deck.template.model import NONE_ELSE
from deck.template.reader import template_of
from deck.template.theme import patch_theme

PICTURES = Path(__file__).parent / "data" / "forms"
WIDTH = 320
MOST_UNLIKE = 1.2
"""Mean difference, of 255, that programs of other versions may make."""
MOST_MOVED = 24.0
"""Greatest mean difference of a tile: a word that moved, a colour that changed."""
PX = 9_525
LUND = {
    "dk1": "1C1915",
    "lt1": "FFFFFF",
    "dk2": "1C2548",
    "lt2": "CCD7F9",
    "accent1": "4A5A9B",
    "accent2": "96918A",
    "accent3": "2F3A6B",
    "accent4": "7585C9",
    "accent5": "524E4A",
    "accent6": "B2C6FE",
    "hlink": "4A5A9B",
    "folHlink": "2F3A6B",
}
STRANGER = LUND | {
    "dk1": "16213A",
    "dk2": "1B2A4A",
    "lt2": "EEEEEE",
    "accent1": "F2B134",
    "accent2": "B5501B",
    "accent3": "3A7D44",
    "accent4": "7A5195",
    "accent5": "888888",
    "accent6": "DDDDDD",
    "hlink": "B5501B",
}


def dressed(template: Template, colors: dict[str, str], font: str = "") -> Template:
    themes = {layout.theme for layout in template.layouts}
    parts = {part: patch_theme(template.package.parts[part], colors, font, font) for part in themes}
    return template_of(template.package.replace(parts), "golden")


ZONES = {12_192_000: Box(64 * PX, 152 * PX, 1152 * PX, 480 * PX), 9_144_000: Box(57 * PX, 181 * PX, 846 * PX, 450 * PX)}
"""A slide's width → where the object stands, whatever the template says."""


def boxed(template: Template) -> Template:
    role = template.roles["object"]
    spots = role.spots | {"object": replace(role.spots["object"], box=ZONES[template.size[0]], placeholder=None)}  # type: ignore[operator]
    return replace(template, roles={**template.roles, "object": replace(role, spots=spots)}, others=NONE_ELSE)


@cache
def ours() -> Template:
    """Our own template in Lund's colours, the object in the zone that the forms are drawn for."""
    return boxed(dressed(read_template(default_template_path()), LUND))


@cache
def stranger() -> Template:
    """Four by three, a serif, a first accent that does not read."""
    return boxed(dressed(template_of(odd_templates.sized(9_144_000, 6_858_000), "stranger"), STRANGER, "Times New Roman"))


LOOKS = {"lund": ours, "stranger": stranger}


def shown(block: Block, template: Template) -> tuple[Image.Image, ...]:
    slide = Slide("prov", "object", (Slot("title", "title", text("Bilden säger en sak")), Slot("block", "object", block)))
    end = Slide("del", "object", (Slot("title", "title", text("Del")),))
    presentation = Presentation("Prov", "sv-SE", "1281", "Lund", "standard", "alla", "2021", (), (slide, end))
    laid = lay_out(presentation, template)
    assert [item for item in audit(laid) if item.code not in ("covers-decoration", "overlap")] == []
    package = open_package(pptx_bytes(presentation, laid), "golden")
    sheets = Sheets(package)
    parts = [f"ppt/slides/slide{n}.xml" for n in range(1, len(laid.slides))]
    pictures = (svg_png(svg_of(draw_slide(sheets, scene(package, part, sheets))), width=WIDTH) for part in parts)
    zone, scale = ZONES[template.size[0]], WIDTH / template.size[0]
    edges = (zone.x * scale - 4, zone.y * scale - 4, zone.right * scale + 4, zone.bottom * scale + 4)
    return tuple(Image.open(io.BytesIO(data)).convert("RGB").crop(tuple(map(round, edges))) for data in pictures)  # type: ignore[arg-type]


def unlike(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """Mean difference of the whole, and of the tile that differs most."""
    smooth = [picture.filter(ImageFilter.GaussianBlur(1)) for picture in (one, other)]
    difference = ImageChops.difference(*smooth).convert("L")
    tiles = [
        difference.crop((x, y, x + 16, y + 16)) for x in range(0, difference.width, 16) for y in range(0, difference.height, 16)
    ]
    return ImageStat.Stat(difference).mean[0], max(ImageStat.Stat(tile).mean[0] for tile in tiles)


ALL: dict[str, Block] = {**SHOWN, **drawn_counts.SHOWN, **drawn_counts.BLOCKS}
CASES = [
    *((f"{look}-{name}", block, look) for look in LOOKS for name, block in ALL.items()),
    *((f"lund-long-{name}", block, "lund") for name, block in (LONGEST | drawn_counts.LONGEST).items()),
]


@pytest.mark.parametrize(("name", "block", "look"), CASES, ids=[case[0] for case in CASES])
def test_each_form_looks_as_it_did(name: str, block: Block, look: str) -> None:
    """After a wanted change: DECK_GOLDEN=1 pytest tests/layout/test_layout_golden.py, then look at the pictures."""
    for n, picture in enumerate(shown(block, LOOKS[look]()), 1):
        kept = PICTURES / f"{name}{'' if n == 1 else f'-{n}'}.png"
        if os.environ.get("DECK_GOLDEN"):
            kept.parent.mkdir(parents=True, exist_ok=True)
            picture.quantize(32).save(kept, optimize=True)
        with Image.open(kept) as was:
            whole, tile = unlike(was.convert("RGB"), picture)
        assert whole <= MOST_UNLIKE and tile <= MOST_MOVED, f"{kept.name}: {whole:.1f}, {tile:.1f}"


def test_a_change_of_look_is_seen() -> None:
    """The tolerance is no blindness: a group that goes, and another accent, are told."""
    block = SHOWN["audience"]
    (was,) = shown(block, ours())
    (fewer,) = shown(replace(block, items=block.items[1:]), ours())
    (green,) = shown(block, boxed(dressed(ours(), LUND | {"accent1": "1E7A3B"})))
    for other in (fewer, green):
        whole, tile = unlike(was, other)
        assert whole > MOST_UNLIKE or tile > MOST_MOVED
