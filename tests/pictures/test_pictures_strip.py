"""What a camera or a program wrote beside the pixels goes; the pixels stay."""

from __future__ import annotations

import io

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from deck.pictures.strip import stripped_jpeg, stripped_png

SAID = "Kim Lind"


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB").tobytes()


def test_a_jpeg_loses_its_exif_and_its_comment() -> None:
    image, exif, out = Image.new("RGB", (16, 9), "teal"), Image.Exif(), io.BytesIO()
    exif[0x013B] = SAID
    image.save(out, "JPEG", exif=exif, comment=SAID.encode())
    found = stripped_jpeg(out.getvalue())
    assert SAID.encode() in out.getvalue() and SAID.encode() not in found and pixels(found) == pixels(out.getvalue())


def test_a_png_loses_its_words() -> None:
    image, words, out = Image.new("RGB", (16, 9), "teal"), PngInfo(), io.BytesIO()
    words.add_text("Author", SAID)
    image.save(out, "PNG", pnginfo=words)
    found = stripped_png(out.getvalue())
    assert SAID.encode() in out.getvalue() and SAID.encode() not in found and pixels(found) == pixels(out.getvalue())
