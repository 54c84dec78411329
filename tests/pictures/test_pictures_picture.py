"""Picture files as they are shown: turned, in eight bits of RGB, without what they say of where they were taken."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from deck.i18n import use
from deck.pictures import BadPicture, read_picture, shown_picture
from deck.pictures.picture import LONGEST, MOST_BYTES

SECRET = b"hemlig plats"


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def picture(mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Half dark, half light, the dark half to the left."""
    image = Image.new("L", size, 230)
    image.paste(20, (0, 0, size[0] // 2, size[1]))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(shown_picture(data).media.data))
    image.load()
    return image


def exif(turn: int = 1) -> Image.Exif:
    found = Image.Exif()
    found[0x0112] = turn
    found[0x010E] = SECRET.decode()
    found[0x8825] = {1: "N", 2: (55.0, 42.0, 0.0), 3: "E", 4: (13.0, 11.0, 0.0)}
    return found


def test_a_good_jpeg_keeps_every_pixel_and_loses_what_it_says() -> None:
    data = saved(picture(), "JPEG", exif=exif(), comment=SECRET, icc_profile=None, quality=80)
    assert SECRET in data
    shown = shown_picture(data)
    assert shown.media.content_type == "image/jpeg" and (shown.width, shown.height) == (60, 40)
    assert SECRET not in shown.media.data and b"Exif" not in shown.media.data
    assert opened(data).tobytes() == Image.open(io.BytesIO(data)).tobytes()


@pytest.mark.parametrize("progressive", [False, True])
def test_what_lies_behind_a_jpeg_goes(progressive: bool) -> None:
    data = saved(picture(), "JPEG", progressive=progressive, exif=exif(), quality=70)
    shown = shown_picture(data + b"\0\0film" + SECRET)
    assert shown == shown_picture(data) and shown.media.data.endswith(b"\xff\xd9") and SECRET not in shown.media.data


def test_what_stands_between_segments_is_passed_over() -> None:
    data = saved(picture(), "JPEG", quality=70)
    at = data.index(b"\xff\xdb")
    assert shown_picture(data[:at] + b"skr\0p" + data[at:]) == shown_picture(data)


def test_several_pictures_in_one_jpeg_become_the_first() -> None:
    data = saved(picture(), "MPO", save_all=True, append_images=[picture(size=(30, 30))])
    shown = shown_picture(data)
    assert shown.media.content_type == "image/jpeg" and (shown.width, shown.height) == (60, 40)
    assert len(shown.media.data) < len(data) * 0.8 and opened(data).size == (60, 40)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_stands_as_it_was_seen(turn: int, kind: str) -> None:
    shown = opened(saved(picture(), kind, exif=exif(turn))).convert("L")
    wide = turn < 5
    assert shown.size == ((60, 40) if wide else (40, 60))
    dark = {1: (5, 20), 2: (55, 20), 3: (55, 20), 4: (5, 20), 5: (20, 5), 6: (20, 5), 7: (20, 55), 8: (20, 55)}[turn]
    value = shown.getpixel(dark)
    assert isinstance(value, int) and value < 60


def test_a_png_keeps_every_pixel_and_loses_its_words() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", SECRET.decode())
    info.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    image = picture("RGBA")
    image.putpixel((1, 1), (1, 2, 3, 40))
    data = saved(image, "PNG", pnginfo=info, exif=exif()) + SECRET
    shown = shown_picture(data)
    assert SECRET not in shown.media.data and b"eXIf" not in shown.media.data
    assert opened(data).tobytes() == image.tobytes()


@pytest.mark.parametrize(
    ("image", "kind"),
    [
        (picture("P"), "PNG"),
        (picture("1"), "PNG"),
        (picture("LA"), "PNG"),
        (picture("CMYK"), "JPEG"),
        (picture("L"), "JPEG"),
        (picture("P"), "GIF"),
        (picture("RGBA"), "WEBP"),
    ],
)
def test_every_kind_of_colour_is_shown_in_eight_bits(image: Image.Image, kind: str) -> None:
    shown = opened(saved(image, kind))
    assert shown.mode in ("1", "L", "LA", "P", "RGB", "RGBA") and shown.format in ("PNG", "JPEG")
    values = [shown.convert("L").getpixel(at) for at in ((5, 20), (55, 20))]
    assert values[0] < 60 and values[1] > 190  # type: ignore[operator]


def png16(color: int) -> bytes:
    """Sixteen bits a sample: 0x1400 to the left, 0xE600 to the right. `color`: 0 grey, 2 RGB, 6 RGB with alpha."""
    samples = {0: 1, 2: 3, 6: 4}[color]
    row = b"\0" + struct.pack(">H", 0x1400) * 30 * samples + struct.pack(">H", 0xE600) * 30 * samples

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 60, 40, 16, color, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * 40)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("color", [0, 2, 6])
def test_sixteen_bits_become_eight(color: int) -> None:
    data = shown_picture(png16(color)).media.data
    assert data[24] == 8
    grey = Image.open(io.BytesIO(data)).convert("RGB").convert("L")
    assert abs(grey.getpixel((5, 20)) - 0x14) < 2 and abs(grey.getpixel((55, 20)) - 0xE6) < 2  # type: ignore[operator]


def test_what_is_seen_through_stays_so() -> None:
    clear = picture("RGBA")
    clear.putalpha(picture("L").point([0] * 100 + [255] * 156))
    assert opened(saved(clear, "GIF")).convert("RGBA").getchannel("A").getextrema() == (0, 255)


def test_what_moves_stands_still() -> None:
    data = saved(picture("P"), "GIF", save_all=True, append_images=[Image.new("P", (60, 40), 3)], loop=0)
    shown = shown_picture(data)
    assert shown.media.content_type == "image/png" and getattr(opened(data), "n_frames", 1) == 1


def test_what_is_larger_than_a_screen_is_made_smaller() -> None:
    shown = shown_picture(saved(picture(size=(LONGEST * 2, 400)), "PNG"))
    assert (shown.width, shown.height) == (LONGEST, 200)


def test_a_drawing_becomes_a_picture() -> None:
    shown = shown_picture(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="red"/></svg>'
    )
    assert shown.media.content_type == "image/png" and shown.width == 2 * shown.height


def test_the_same_file_gives_the_same_bytes() -> None:
    data = saved(picture("CMYK"), "JPEG", exif=exif(6))
    assert shown_picture(data) == shown_picture(data)
    once = shown_picture(data).media.data
    assert shown_picture(once).media.data == once


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "words": (lambda: b"This is no picture, only words." * 10, "no picture"),
    "page": (lambda: b"%PDF-1.7\n" + bytes(200), "no picture"),
    "tiff": (lambda: saved(picture(), "TIFF"), "no picture"),
    "half a JPEG": (lambda: (data := saved(picture(size=(400, 400)), "JPEG"))[: len(data) // 2], "cut off"),
    "a JPEG without its end": (lambda: saved(picture(), "JPEG")[:-2], "cut off"),
    "half a PNG": (lambda: (data := saved(Image.effect_noise((200, 200), 80), "PNG"))[: len(data) // 2], "cut off"),
    "a PNG without its end": (lambda: saved(picture(), "PNG")[:-12], "cut off"),
    "a head alone": (lambda: b"\x89PNG\r\n\x1a\n", "broken"),
    "half a GIF": (lambda: (data := saved(Image.effect_noise((200, 200), 80), "GIF"))[: len(data) // 2], "cut off"),
    "half a WebP": (lambda: (data := saved(Image.effect_noise((200, 200), 80), "WEBP"))[: len(data) // 2], "broken"),
    "too many pixels": (lambda: saved(Image.new("1", (10_000, 9_000)), "PNG"), "million pixels"),
    "a bomb": (lambda: saved(Image.new("1", (40_000, 30_000)), "PNG"), "million pixels"),
    "a script": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script/></svg>", "script"),
    "a drawing of nothing": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "nothing"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_shown_says_why(name: str) -> None:
    make, why = BAD[name]
    with pytest.raises(BadPicture, match=why):
        shown_picture(make())


def test_what_is_no_file_says_why(tmp_path: Path) -> None:
    big = tmp_path / "big.png"
    with big.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    none = (tmp_path / "none.png", tmp_path / "a\0b.png", big / "inner.png", Path("/dev/zero"))
    for path, why in ((tmp_path, "folder"), (big, "larger than 20 MB"), *((path, "no such file") for path in none)):
        with pytest.raises(BadPicture, match=why) as caught:
            read_picture(path)
        assert caught.value.hint


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(saved(picture(), "PNG"))
    first = read_picture(path)
    path.write_bytes(saved(picture(size=(20, 20)), "PNG"))
    assert (first.width, read_picture(path).width) == (60, 20)
