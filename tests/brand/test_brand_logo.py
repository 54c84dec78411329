"""Logo files from strangers: known by their bytes, refused with a reason, read for their colours."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from deck.brand import BadLogo, colors_from_logo
from deck.brand.contrast import contrast, readable
from deck.brand.logo import MOST_BYTES, load_logo

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"'
RECT = '<rect width="200" height="50" fill="#005030"/>'
SVG = f"{HEAD}>{RECT}</svg>"


def picture(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", color: str = "#ec6701") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, color).save(out, kind)
    return out.getvalue()


def saved(folder: Path, data: bytes | str, name: str = "logo.bin") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_colours_from_a_logo(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(SVG, encoding="utf-8")
    found = colors_from_logo(path)
    assert contrast(found["accent1"], "005030") < 1.1
    assert readable("FFFFFF", found["dk2"], 7)


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (SVG, "image/svg+xml", (1920, 480)),
        (b"\xef\xbb\xbf" + SVG.encode(), "image/svg+xml", (1920, 480)),
        (f'<?xml version="1.0"?>\n<!-- gjord av oss -->{SVG}', "image/svg+xml", (1920, 480)),
        (picture("PNG"), "image/png", (40, 20)),
        (picture("JPEG"), "image/jpeg", (40, 20)),
        (picture("GIF"), "image/gif", (40, 20)),
    ],
    ids=["svg", "bom", "head", "png", "jpeg", "gif"],
)
def test_a_logo_is_known_by_its_bytes(tmp_path: Path, data: bytes | str, kind: str, size: tuple[int, int]) -> None:
    found = load_logo(saved(tmp_path, data), 0.5, "Vapen")
    assert (found.content_type, (found.width, found.height), found.clear, found.alt) == (kind, size, 0.5, "Vapen")
    assert found.png.startswith(b"\x89PNG")
    assert (found.png == found.data) == (kind == "image/png")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (f'{HEAD} onload="x()">{RECT}</svg>', "scripts"),
        (f"{HEAD}><script>x()</script>{RECT}</svg>", "scripts"),
        (f"<!DOCTYPE svg>{SVG}", "scripts"),
        (f'{HEAD}><a href="javascript:x()">{RECT}</a></svg>', "scripts"),
        (f'{HEAD}><image href="http://a.example/x.png"/>{RECT}</svg>', "outside"),
        (f'{HEAD}><image href="file:///etc/passwd"/>{RECT}</svg>', "outside"),
        (f"{HEAD}><style>@import 'x.css';</style>{RECT}</svg>", "outside"),
        (f"{HEAD}></svg>", "shows nothing"),
        ("<svg", "cannot be drawn"),
        ("ingen bild", "no picture"),
        (b"", "no picture"),
        (picture("PNG")[:60], "no picture"),
        (picture("BMP"), "must be an SVG, PNG, JPEG or GIF"),
        (picture("PNG", (9000, 9000), "1", "white"), "must be|no picture"),
        (b"0" * (MOST_BYTES + 1), "larger than 5 MB"),
    ],
    ids=range(15),
)
def test_what_cannot_be_used_says_why(tmp_path: Path, data: bytes | str, why: str) -> None:
    with pytest.raises(BadLogo, match=why):
        load_logo(saved(tmp_path, data))


def test_links_within_the_file_are_no_harm(tmp_path: Path) -> None:
    inside = f'<defs><linearGradient id="g"/></defs><use href="#g"/><rect width="9" height="9" style="fill:url(#g)"/>{RECT}'
    assert load_logo(saved(tmp_path, f"{HEAD}>{inside}</svg>")).width == 1920


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(BadLogo, match="no such file"):
        load_logo(tmp_path / "saknas.svg")
    with pytest.raises(BadLogo, match="cannot be read"):
        load_logo(tmp_path)


def test_a_file_that_changes_is_read_anew(tmp_path: Path) -> None:
    path = saved(tmp_path, picture("PNG"))
    assert load_logo(path).width == 40
    saved(tmp_path, picture("PNG", (60, 20)))
    assert load_logo(path).width == 60


def test_the_commonest_clear_colour_comes_first_and_white_is_none(tmp_path: Path) -> None:
    image = Image.new("RGB", (100, 100), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 60, 60), "#005030")
    draw.rectangle((70, 70, 90, 90), "#7A1F3D")
    out = io.BytesIO()
    image.save(out, "PNG")
    found = colors_from_logo(saved(tmp_path, out.getvalue()))
    assert contrast(found["accent1"], "005030") < 1.1 and contrast(found["accent2"], "7A1F3D") < 1.2
    assert "accent3" not in found and readable("FFFFFF", found["dk2"], 7)


def test_a_black_and_white_logo_proposes_nothing(tmp_path: Path) -> None:
    assert colors_from_logo(saved(tmp_path, picture("PNG", color="black"))) == {}
