"""Logo files, from strangers: known by their bytes, never by their names; SVG kept as SVG, with a PNG for those who lack it."""

from __future__ import annotations

import io
import math
import re
import warnings
from functools import lru_cache
from pathlib import Path

from deck.brand.model import Logo
from deck.i18n import _
from deck.raster import svg_png

MOST_BYTES = 5_000_000
MOST_PIXELS = 40_000_000
RENDER_HEIGHT = 480
RASTER = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif"}
_ACTIVE = re.compile(rb"<!DOCTYPE|<!ENTITY|<script|\son[a-z]+\s*=|javascript:|<foreignObject", re.IGNORECASE)
_EXTERNAL = re.compile(
    rb"(?:href|src)\s*=\s*[\"']\s*(?!#|data:)[^\"'\s]|url\(\s*[\"']?\s*(?!#|data:)[^)\"'\s]|@import", re.IGNORECASE
)


class BadLogo(ValueError):
    """Says why, in words for a person."""


@lru_cache(maxsize=64)
def _read(data: bytes) -> tuple[str, bytes, bytes, int, int]:
    if data.lstrip()[:5].lower() in (b"<?xml", b"<svg ") or b"<svg" in data[:2000]:
        return _svg(data)
    return _raster(data)


def load_logo(path: Path, clear: float = 0.25, alt: str = "") -> Logo:
    """Raises BadLogo where the file is missing, too large, or no picture that we can show safely."""
    try:
        stat = path.stat()
        if stat.st_size > MOST_BYTES:
            raise BadLogo(_("the logo is larger than {most} MB").format(most=MOST_BYTES // 1_000_000))
        kind, data, png, width, height = _read(path.read_bytes())
    except FileNotFoundError:
        raise BadLogo(_("there is no such file")) from None
    except OSError as error:
        raise BadLogo(_("the file cannot be read ({error})").format(error=error.strerror or error)) from None
    return Logo(path, kind, data, png, width, height, clear, alt)


def _svg(data: bytes) -> tuple[str, bytes, bytes, int, int]:
    if _ACTIVE.search(data):
        raise BadLogo(_("the SVG has scripts or entities; export it again as plain SVG"))
    if _EXTERNAL.search(re.sub(rb"xmlns(:\w+)?\s*=\s*[\"'][^\"']*[\"']", b"", data)):
        raise BadLogo(_("the SVG fetches something from outside; export it again with everything embedded"))
    from PIL import Image

    try:
        png = svg_png(data.decode("utf-8-sig"), height=RENDER_HEIGHT)
        with Image.open(io.BytesIO(png)) as image:
            width, height = image.size
            if image.getextrema()[-1] == (0, 0):
                raise BadLogo(_("the SVG shows nothing"))
    except BadLogo:
        raise
    except Exception as error:
        raise BadLogo(_("the SVG cannot be drawn ({error})").format(error=str(error)[:80])) from None
    return "image/svg+xml", data, png, width, height


def _raster(data: bytes) -> tuple[str, bytes, bytes, int, int]:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                kind = RASTER.get(image.format or "")
                if kind is None or image.width * image.height > MOST_PIXELS:
                    raise BadLogo(_("a logo must be an SVG, PNG, JPEG or GIF file"))
                image.load()
                width, height = image.size
                if kind == "image/png":
                    return kind, data, data, width, height
                out = io.BytesIO()
                image.convert("RGBA" if kind == "image/gif" else "RGB").save(out, "PNG", optimize=False, compress_level=6)
    except BadLogo:
        raise
    except Exception:
        raise BadLogo(_("the file is no picture (SVG, PNG, JPEG or GIF)")) from None
    return kind, data, out.getvalue(), width, height


def colors_from_logo(path: Path) -> dict[str, str]:
    """Theme colours proposed from a logo: its clear colours, the commonest first, as accents; the darkest as dark ground. Raises
    BadLogo."""
    from PIL import Image

    logo = load_logo(path)
    with Image.open(io.BytesIO(logo.png)) as image:
        small = image.convert("RGBA")
        small.thumbnail((160, 160), Image.Resampling.NEAREST)
        flat = Image.new("RGBA", small.size, (255, 255, 255, 255))
        flat.alpha_composite(small)
        few = flat.convert("RGB").quantize(24, method=Image.Quantize.MEDIANCUT)
    palette = few.getpalette() or []
    counts = sorted(((n, i) for n, i in few.getcolors() or [] if isinstance(i, int)), reverse=True)
    return _proposed([bytes(palette[3 * i : 3 * i + 3]).hex().upper() for _n, i in counts])


def _proposed(found: list[str]) -> dict[str, str]:
    from coloraide import Color

    kept: list[tuple[str, Color]] = []
    for rgb in found:
        color = Color(f"#{rgb}").convert("oklch")
        clear = color["chroma"] > 0.035 and 0.15 < color["lightness"] < 0.93
        if clear and all(color.delta_e(other, method="ok") > 0.09 for _rgb, other in kept):
            kept.append((rgb, color))
    result = {f"accent{n}": rgb for n, (rgb, _color) in enumerate(kept[:5], 1)}
    if kept:
        dark = min(kept, key=lambda item: item[1]["lightness"])[1]
        from deck.brand.palette import oklch

        hue = 0.0 if math.isnan(dark["hue"]) else dark["hue"]
        result["dk2"] = oklch(min(dark["lightness"], 0.32), min(dark["chroma"], 0.07), hue)
        result["lt2"] = oklch(0.955, 0.012, hue)
    return result
