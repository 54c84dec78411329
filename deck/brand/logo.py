"""Logo files, from strangers: known by their bytes, never by their names; SVG kept as SVG, with a PNG for those who lack it."""

from __future__ import annotations

import io
import math
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from deck.brand.model import Logo
from deck.brand.oklch import Lch, lch_of
from deck.errors import reason_of
from deck.i18n import _, languages, ngettext
from deck.pictures.picture import eight_bits
from deck.pictures.svg import MOST_RATIO, BadSvg, PlainSvg, plain_svg
from deck.raster import CannotDraw, svg_png_apart

MOST_BYTES = 5_000_000
MOST_PIXELS, MOST_SCANS = 40_000_000, 64
RENDER_HEIGHT, MOST_WIDE = 480, 2_400
_ORIENTATION = 0x0112
if TYPE_CHECKING:
    from PIL import Image

RASTER = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp", "BMP": "image/bmp"}
SHOWN = ("image/png", "image/jpeg", "image/gif")
"""What all programs that show slides show; others are made PNG."""
LEAST_FILLED = 0.4
"""Of its picture's width and of its height: what fills less of both is shown small, for its margin is shown, too."""
LEAST_HIGH = 120
"""Pixels of a picture that is to be sharp: a logo is 40 px of a slide's 720 high, and shown at three times that or more."""
EDGE = 0.1
"""Of its commonest colour's pixels: so few may be along its edges alone."""
_SEEN = tuple(255 * (alpha > 12) for alpha in range(256))
WHITE = 0.92
"""Relative luminance from which nothing stands out on white."""


class BadLogo(ValueError):
    """Says why, in words for a person."""


@dataclass(frozen=True, slots=True)
class _Picture:
    kind: str
    data: bytes
    png: bytes
    width: int
    height: int
    remarks: tuple[str, ...] = ()
    on_dark: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def _read(data: bytes, language: tuple[str, ...]) -> _Picture:  # noqa: ARG001 - of its remarks
    if not data.strip():
        raise BadLogo(_("the file is empty"))
    if data[:2] == b"\x1f\x8b":
        raise BadLogo(_("the SVG is packed (.svgz); save it as a plain .svg"))
    start = data[:4000].lower()
    if b"<html" in start and b"<svg" not in start:
        raise BadLogo(_("the file is a web page and no picture; save the picture itself"))
    if b"<svg" in start or (start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or start[:2] in (b"\xff\xfe", b"\xfe\xff")):
        return _svg(data)
    return _raster(data)


def load_logo(path: Path, clear: float = 0.25, alt: str = "") -> Logo:
    """Raises BadLogo where the file is missing, too large, or no picture that we can show safely."""
    try:
        stat = path.stat()
        if stat.st_size > MOST_BYTES:
            raise BadLogo(_("the logo is larger than {most} MB").format(most=MOST_BYTES // 1_000_000))
        found = _read(path.read_bytes(), languages())
    except FileNotFoundError:
        raise BadLogo(_("there is no such file")) from None
    except OSError as error:
        raise BadLogo(_("the file cannot be read ({error})").format(error=reason_of(error))) from None
    return Logo(
        path,
        content_type=found.kind,
        data=found.data,
        png=found.png,
        width=found.width,
        height=found.height,
        clear=clear,
        alt=alt,
        remarks=found.remarks,
        on_dark=found.on_dark,
    )


def _svg(data: bytes) -> _Picture:
    from PIL import Image

    try:
        plain = plain_svg(data)
        png = svg_png_apart(plain.text, _height(plain))
        with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
            image.load()
            if _invisible(image):
                raise BadLogo(
                    _("the SVG shows nothing; words in it must be made outlines") if plain.words else _("the SVG shows nothing")
                )
            remarks = (*_pale(image), *_margin(image))
            width, height = image.size
    except BadSvg as error:
        raise BadLogo(str(error)) from None
    except CannotDraw as error:
        raise BadLogo(_("the SVG cannot be drawn ({error})").format(error=error)) from None
    if plain.words:
        remarks += (_("words in the SVG are set in another font than yours; make them outlines"),)
    return _Picture("image/svg+xml", data=plain.text.encode("utf-8"), png=png, width=width, height=height, remarks=remarks)


def _height(plain: PlainSvg) -> int:
    """Pixels high: as ever, but never wider than a slide needs."""
    return max(1, min(RENDER_HEIGHT, round(MOST_WIDE * plain.height / plain.width)))


def _invisible(image: Image.Image) -> bool:
    """Nothing of it is seen upon any ground."""
    if "A" not in image.getbands():
        return False
    _least, most = image.getchannel("A").getextrema()
    return isinstance(most, int | float) and most < 13


def _pale(image: Image.Image) -> tuple[str, ...]:
    """Said where hardly anything of it is seen upon white."""
    small = image.resize((min(image.width, 200), min(image.height, 200)), resample=0).convert("RGBA")
    seen = [pixel for count, pixel in small.getcolors(40_000) or [] for _n in range(min(count, 50)) if pixel[3] > 60]  # type: ignore[index]
    dark = sum(1 for red, green, blue, alpha in seen if _luminance(red, green, blue, alpha) < WHITE)  # type: ignore[misc]
    if seen and dark < 0.02 * len(seen):
        return (_("the logo is white, or nearly: on a light ground nobody sees it; bring one in colour"),)
    return ()


def _luminance(red: int, green: int, blue: int, alpha: int) -> float:
    """Upon white; the weights of ITU-R BT.709."""
    return sum(
        weight * (1 - (1 - value / 255) * alpha / 255)
        for weight, value in zip((0.2126, 0.7152, 0.0722), (red, green, blue), strict=True)
    )


def _too_many() -> BadLogo:
    return BadLogo(_("the logo has more than {most} million pixels").format(most=MOST_PIXELS // 1_000_000))


def _raster(data: bytes) -> _Picture:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=tuple(RASTER)) as image:
                kind = RASTER[image.format or ""]
                if image.width * image.height > MOST_PIXELS:
                    raise _too_many()
                if not 1 / MOST_RATIO <= image.width / image.height <= MOST_RATIO:
                    message = _("the logo is {width} wide and {height} high; no logo is so long")
                    raise BadLogo(message.format(width=image.width, height=image.height))
                if kind == "image/jpeg" and data.count(b"\xff\xda") > MOST_SCANS:
                    raise BadLogo(_("the file cannot be decoded in reasonable time; save it anew"))
                if kind == "image/png" and b"IEND" not in data:
                    raise BadLogo(_("the picture is cut short or damaged; save it anew"))
                image.load()
                upright = ImageOps.exif_transpose(image)
                turned = upright is not image and image.getexif().get(_ORIENTATION, 1) != 1
                rgb = upright if upright.mode in ("RGB", "RGBA", "L") else eight_bits(upright, _see_through(upright))
                deep = image.mode.startswith("I")
    except BadLogo:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_many() from None
    except UnidentifiedImageError:
        raise BadLogo(_("the file is no picture (SVG, PNG, JPEG, GIF, WebP or BMP); export it as SVG or PNG")) from None
    except Exception:
        raise BadLogo(_("the picture is cut short or damaged; save it anew")) from None
    if _invisible(rgb):
        raise BadLogo(_("the picture is wholly transparent"))
    png = data
    if kind != "image/png" or turned or deep:
        out = io.BytesIO()
        rgb.save(out, "PNG", optimize=False, compress_level=6)
        png = out.getvalue()
    if turned or kind not in SHOWN:
        # Few programs heed the camera's note on which way is up.
        kind, data = "image/png", png
    small = _small(rgb)
    on_dark = (*small, *_boxed(rgb))
    return _Picture(
        kind,
        data=data,
        png=png,
        width=rgb.width,
        height=rgb.height,
        remarks=(*_pale(rgb), *small, *_margin(rgb)),
        on_dark=on_dark,
    )


def _margin(image: Image.Image) -> tuple[str, ...]:
    """Said where most of the picture is empty."""
    box = image.getchannel("A").point(list(_SEEN)).getbbox() if "A" in image.getbands() else None
    if box is None:
        return ()
    wide, high = (box[2] - box[0]) / image.width, (box[3] - box[1]) / image.height
    if max(wide, high) >= LEAST_FILLED:
        return ()
    message = _("the logo fills {share} % of its picture's width, so that it is shown small; crop the empty margin")
    return (message.format(share=round(100 * wide)),)


def _small(image: Image.Image) -> tuple[str, ...]:
    """Said where it has too few pixels to be sharp on a wall."""
    if image.height >= LEAST_HIGH:
        return ()
    message = ngettext(
        "the logo is {size} pixel high, and will be blurred when shown large; bring an SVG, or one of {least} or more",
        "the logo is {size} pixels high, and will be blurred when shown large; bring an SVG, or one of {least} or more",
        image.height,
    )
    return (message.format(size=image.height, least=LEAST_HIGH),)


def _boxed(image: Image.Image) -> tuple[str, ...]:
    """Said where it stands in a box of white, which is seen upon any ground that is not."""
    if _see_through(image) and image.convert("RGBA").getchannel("A").getextrema()[0] < 250:  # type: ignore[operator]
        return ()
    plain = image.convert("RGB")
    width, height = plain.size
    corners = [plain.getpixel((x, y)) for x in (0, width - 1) for y in (0, height - 1)]
    white = all(isinstance(pixel, tuple) and min(pixel) >= 245 for pixel in corners)
    message = _("the logo stands in a white box, which shows on a dark ground; bring an SVG, or a PNG without its ground")
    return (message,) if white else ()


def _see_through(image: Image.Image) -> bool:
    return "A" in image.getbands() or "transparency" in image.info


def logo_remarks(path: Path) -> tuple[str, ...]:
    """What would make a better logo of it. Raises BadLogo."""
    logo = load_logo(path)
    return tuple(dict.fromkeys((*logo.remarks, *logo.on_dark)))


def colors_from_logo(path: Path) -> dict[str, str]:
    """Theme colours proposed from a logo: its clear colours, the commonest first, as accents. Raises BadLogo."""
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
    return _proposed([(bytes(palette[3 * i : 3 * i + 3]).hex().upper(), n) for n, i in counts])


def _proposed(found: list[tuple[str, int]]) -> dict[str, str]:
    """`found`: colours, the commonest first, and how many pixels have them."""
    kept: list[tuple[str, Lch]] = []
    most = next((count for rgb, count in found if _clear(lch_of(rgb))), 0)
    for rgb, count in found:
        color = lch_of(rgb)
        edge = count < EDGE * most and any(_paler(rgb, other) for other, _color in kept)
        if _clear(color) and not edge and all(_apart(color, other) > 0.09 for _rgb, other in kept):
            kept.append((rgb, color))
    # The first gives all the roles; others have a place among the series of a chart.
    return dict(zip(("accent1", "accent3", "accent4"), (rgb for rgb, _color in kept), strict=False))


def _clear(color: Lch) -> bool:
    return color[1] > 0.035 and 0.15 < color[0] < 0.93


def _paler(rgb: str, than: str) -> bool:
    """Whether a colour is another with white in it, as the pixels along an edge have it."""
    pale, full = bytes.fromhex(rgb), bytes.fromhex(than)
    shares = [(255 - one) / (255 - other) for one, other in zip(pale, full, strict=True) if other < 225]
    return bool(shares) and max(shares) <= 1.02 and max(shares) - min(shares) < 0.12


def _apart(one: Lch, other: Lch) -> float:
    """How unlike two colours look: their distance in Oklab."""
    (light, a, b), (dim, c, d) = ((lightness, *_plane(chroma, hue)) for lightness, chroma, hue in (one, other))
    return math.dist((light, a, b), (dim, c, d))


def _plane(chroma: float, hue: float) -> tuple[float, float]:
    return chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
