"""A picture file as it is put on a slide: PNG or JPEG of eight bits in RGB, the right way up, without metadata."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from deck.errors import reason_of
from deck.i18n import _
from deck.pictures.strip import stripped_jpeg, stripped_png
from deck.pictures.svg import BadSvg, plain_svg
from deck.presentation import Media
from deck.raster import CannotDraw, svg_png_apart
from deck.source import Stamp

if TYPE_CHECKING:
    from PIL.Image import Image as Opened

MOST_BYTES = 20_000_000
MOST_PIXELS = 60_000_000
LONGEST = 3_840
"""Pixels of the longer side: a slide over a whole screen of the finest common kind. What has more is made smaller."""
SVG_WIDTH = 1_920
"""Pixels of the longer side of a drawing."""
_QUALITY = 90
_ORIENTATION = 0x0112
"""The tag of EXIF that says how the camera was held."""
_READ = ("PNG", "JPEG", "GIF", "WEBP")
_AS_JPEG = ("JPEG", "MPO")


class BadPicture(ValueError):
    """Says why, in words for a person; `hint`: what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Shown:
    """`width` and `height` in pixels. Of a file that moves, its first picture."""

    media: Media
    width: int
    height: int


def read_picture(path: Path) -> Shown:
    """The file as it is shown. Raises BadPicture where it is missing, too large, broken, or no picture."""
    try:
        stat = path.stat()
        if S_ISDIR(stat.st_mode):
            raise BadPicture(_("this is a folder, not a picture"), _("name a file in it"))
        if not S_ISREG(stat.st_mode):
            raise _no_file()
        if stat.st_size > MOST_BYTES:
            raise BadPicture(
                _("the picture is larger than {most} MB").format(most=MOST_BYTES // 1_000_000),
                _("save it smaller: {pixels} pixels across are enough for a whole slide").format(pixels=LONGEST),
            )
        return _read(Stamp.of(path.resolve()))
    except BadPicture:
        raise
    except (FileNotFoundError, NotADirectoryError, ValueError):  # a name may hold what no name can
        raise _no_file() from None
    except OSError as error:
        raise BadPicture(_("the file cannot be read ({error})").format(error=reason_of(error))) from None


def _no_file() -> BadPicture:
    return BadPicture(_("there is no such file"), _("check the name and the folder"))


@lru_cache(maxsize=32)
def _read(file: Stamp) -> Shown:
    return shown_picture(file.path.read_bytes())


def shown_picture(data: bytes) -> Shown:
    """A file's bytes as they are shown: those of a good PNG or JPEG as they are, less its metadata. Raises BadPicture."""
    if not data:
        raise BadPicture(_("the file is empty"), _("save the picture anew"))
    if _is_svg(data):
        return _whole(_drawn(data))
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # What is too large is told by its size, before a pixel is read.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_READ) as image:
                return _whole(_shown(data, image))
    except BadPicture:
        raise
    except Image.DecompressionBombError:
        raise _too_many() from None
    except UnidentifiedImageError:
        raise BadPicture(
            _("the file is no picture that can be shown everywhere (PNG, JPEG, GIF, WebP or SVG), or it is broken"),
            _("save it as PNG or JPEG"),
        ) from None
    except Exception:  # noqa: BLE001, RUF100 - a broken file breaks a reader in as many ways as there are readers
        raise BadPicture(_("the picture is broken or cut off"), _("copy or save it anew")) from None


def _too_many() -> BadPicture:
    return BadPicture(
        _("the picture has more than {most} million pixels").format(most=MOST_PIXELS // 1_000_000),
        _("save it smaller: {pixels} pixels across are enough for a whole slide").format(pixels=LONGEST),
    )


def _whole(shown: Shown) -> Shown:
    if min(shown.width, shown.height) < 1:
        raise BadPicture(_("the picture is empty"), _("save the picture anew"))
    return shown


def _shown(data: bytes, image: Opened) -> Shown:
    if image.width * image.height > MOST_PIXELS:
        raise _too_many()
    image.load()
    jpeg = image.format in _AS_JPEG
    turned = image.getexif().get(_ORIENTATION, 1) not in (0, 1)
    if not turned and max(image.size) <= LONGEST:
        if jpeg and image.mode in ("L", "RGB"):
            return Shown(Media("image/jpeg", stripped_jpeg(data)), *image.size)
        if image.format == "PNG" and data[24] <= 8:  # IHDR's bit depth
            return Shown(Media("image/png", stripped_png(data)), *image.size)
    return _converted(image, jpeg)


def _converted(image: Opened, jpeg: bool) -> Shown:
    """Turned, no larger than is seen, in eight bits of RGB or grey, written anew."""
    from PIL import Image, ImageOps

    profile = image.info.get("icc_profile") if image.mode not in ("CMYK", "LAB") else None
    clear = "A" in image.mode or "transparency" in image.info
    shape = ImageOps.exif_transpose(image)
    shape = eight_bits(shape, clear)
    if max(shape.size) > LONGEST:
        shape.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    shape.info.clear()
    out = io.BytesIO()
    if jpeg or (image.format == "WEBP" and not clear):
        shape.save(out, "JPEG", quality=_QUALITY, icc_profile=profile)
        return Shown(Media("image/jpeg", stripped_jpeg(out.getvalue())), *shape.size)
    shape.save(out, "PNG", compress_level=6, icc_profile=profile)
    return Shown(Media("image/png", stripped_png(out.getvalue())), *shape.size)


def eight_bits(image: Opened, clear: bool) -> Opened:
    """RGB, RGBA or grey, of eight bits."""
    if image.mode.startswith("I"):
        # Sixteen bits of grey: Pillow would cut them off at 255.
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.mode == "CMYK":
        return _from_cmyk(image)
    if clear:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB") else image.convert("RGB")


def _from_cmyk(image: Opened) -> Opened:
    """By its own colour profile, where it has one that can be read."""
    from PIL import ImageCms

    if profile := image.info.get("icc_profile"):
        try:
            found = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):
            found = None
        if found is not None:
            return found
    return image.convert("RGB")


def _is_svg(data: bytes) -> bool:
    start = data[:4000].lower()
    return b"<svg" in start or start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or start[:2] in (b"\xff\xfe", b"\xfe\xff")


def _drawn(data: bytes) -> Shown:
    """An SVG as a picture. Raises BadPicture where it runs or fetches something, cannot be drawn, or shows nothing."""
    from PIL import Image

    try:
        plain = plain_svg(data)
        png = svg_png_apart(plain.text, max(1, round(SVG_WIDTH * min(plain.height / plain.width, 1.0))))
        with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
            image.load()
            size, seen = image.size, image.convert("RGBA").getchannel("A").getextrema()[1]
    except BadSvg as error:
        raise BadPicture(str(error), _("save it as PNG or JPEG")) from None
    except CannotDraw as error:
        raise BadPicture(_("the SVG cannot be drawn ({error})").format(error=error), _("save it as PNG or JPEG")) from None
    if not seen:
        raise BadPicture(_("the SVG shows nothing"), _("save it as PNG or JPEG"))
    return Shown(Media("image/png", png), *size)
