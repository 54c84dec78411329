"""Logos from strangers: what a logo is drawn with is drawn; what costs without bound is refused in one line, soon."""

from __future__ import annotations

import gzip
import io
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from deck.brand import colors_from_logo
from deck.brand.contrast import contrast
from deck.brand.logo import MOST_BYTES, BadLogo, load_logo
from deck.brand.model import Logo
from deck.pictures.svg import BadSvg, plain_svg
from deck.raster import CannotDraw, svg_png_apart

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" '
    'height="50" viewBox="0 0 100 50">'
)
RECT = '<rect x="5" y="5" width="60" height="40" fill="#005a3c"/>'


def svg(inner: str, head: str = HEAD) -> bytes:
    return f"{head}{inner}</svg>".encode()


def loaded(tmp_path: Path, data: bytes, name: str = "logo.svg") -> Logo:
    path = tmp_path / name
    path.write_bytes(data)
    return load_logo(path)


def nested(kind: str, use: str, count: int = 12) -> str:
    """Each of `count` holds six of the one before."""
    return "".join(
        f'<{kind} id="p{n}" width="9" height="9">'
        + (f'<rect width="9" height="9" {use.format(n - 1)}/>' if n else "<rect/>") * 6
        + f"</{kind}>"
        for n in range(count)
    )


HARMLESS = {
    "plain": svg(RECT),
    "doctype": b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">' + svg(RECT),
    "latin-1": b'<?xml version="1.0" encoding="ISO-8859-1"?>'
    + svg("<title>Åmåls logotyp</title>" + RECT).decode().encode("latin-1"),
    "windows-1252": b'<?xml version="1.0" encoding="windows-1252"?>'
    + svg("<title>– Åmål</title>" + RECT).decode().encode("cp1252"),
    "utf-16": '<?xml version="1.0" encoding="UTF-16"?>'.encode("utf-16") + svg(RECT).decode().encode("utf-16-le"),
    "bom": b"\xef\xbb\xbf" + svg(RECT),
    "mm": svg(RECT, '<svg xmlns="http://www.w3.org/2000/svg" width="80mm" height="32mm" viewBox="0 0 100 50">'),
    "cm": svg(RECT, '<svg xmlns="http://www.w3.org/2000/svg" width="8cm" height="4cm" viewBox="0 0 100 50">'),
    "share": svg(RECT, '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 100 50">'),
    "no-size": svg(RECT, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'),
    "no-viewbox": svg(RECT, '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50">'),
    "online in a title": svg("<title>Trosa online = fest, @import</title>" + RECT),
    "classes": svg("<style>.st0{fill:#005a3c} .a, .b{stroke:none}</style><rect class='st0' width='60' height='40'/>"),
    "gradient": svg(
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<rect width="60" height="40" fill="url(#g)"/>'
    ),
    "clip": svg('<clipPath id="c"><rect width="50" height="50"/></clipPath><g clip-path="url(#c)">' + RECT + "</g>"),
    "clip by use": svg(
        '<defs><rect id="r" width="50" height="50"/></defs><clipPath id="c"><use xlink:href="#r"/></clipPath>'
        '<g clip-path="url(#c)">' + RECT + "</g>"
    ),
    "use": svg('<defs><g id="s">' + RECT + '</g></defs><use xlink:href="#s"/><use href="#s" x="5"/>'),
    "editor": svg('<metadata><x xmlns="urn:y"><z/></x></metadata><i:p xmlns:i="urn:i" i:a="1"/>' + RECT),
    "handler": svg('<rect onclick="alert(1)" width="60" height="40"/>'),
    "illustrator": b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd" ['
    b'<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>'
    b'<svg xmlns="&ns_svg;" xmlns:i="&ns_ai;" viewBox="0 0 100 50"><switch><foreignObject requiredExtensions="&ns_ai;" width="1">'
    b'<i:pgfRef/></foreignObject><g i:extraneous="self">' + RECT.encode() + b"</g></switch><i:pgf>eJzs</i:pgf></svg>",
    "tiny": svg('<rect width=".5" height=".4"/>', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 .5 .4">'),
    "link": svg('<a xlink:href="https://example.se">' + RECT + "</a>"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_logo_is_drawn(name: str, tmp_path: Path) -> None:
    logo = loaded(tmp_path, HARMLESS[name])
    assert logo.content_type == "image/svg+xml"
    assert logo.data.decode().startswith("<svg")
    assert b"onclick" not in logo.data
    assert b"https://example.se" not in logo.data
    with Image.open(io.BytesIO(logo.png)) as image:
        assert image.size == (logo.width, logo.height)
        assert image.convert("RGBA").getchannel("A").getextrema()[1] == 255


GREEN, RED = "#00aa55", "#cc3300"
COLOURED = {
    "a rule of steps": "<style>.l .a{fill:#0a5} g > .b.c{fill:#c30}</style><g class='l'><rect class='a' width='50' height='50'/>"
    "<rect class='b c' x='50' width='50' height='50'/></g>",
    "first child": "<style>g rect{fill:#c30} rect:first-child{fill:#0a5}</style><g><rect width='50' height='50'/>"
    "<rect x='50' width='50' height='50'/></g>",
    "variables": "<style>:root{--a: #0a5; --b: #c30}</style><rect width='50' height='50' fill='var(--a)'/>"
    "<rect x='50' width='50' height='50' style='fill:var(--b)'/>",
    "a variable's own colour": "<rect width='50' height='50' fill='#0a5'/>"
    "<rect x='50' width='50' height='50' fill='var(--c, #c30)'/>",
    "a drawing within": "<rect width='50' height='50' fill='#0a5'/><svg x='50' width='50' height='50' viewBox='-5 -5 10 10'>"
    "<rect x='-5' y='-5' width='10' height='10' fill='#c30'/></svg>",
    "drawings within, bent and moved": "<svg width='50' viewBox='0 0 1 9' preserveAspectRatio='none'><rect width='1' height='9' "
    "fill='#0a5'/></svg><svg x='30' viewBox='0 0 50 50' width='70' preserveAspectRatio='xMaxYMin'><rect width='50' height='50' "
    "fill='#c30'/></svg>",
}


@pytest.mark.parametrize("name", COLOURED)
def test_a_logo_has_its_colours_where_they_stand(name: str, tmp_path: Path) -> None:
    """Its left half is green and its right half red, as in any browser."""
    logo = loaded(tmp_path, svg(COLOURED[name]))
    with Image.open(io.BytesIO(logo.png)) as image:
        shown = image.convert("RGB")
    for share, wanted in ((0.05, GREEN), (0.45, GREEN), (0.55, RED), (0.95, RED)):
        for down in (0.05, 0.95):
            at = round(logo.width * share), round(logo.height * down)
            assert "#{:02x}{:02x}{:02x}".format(*pixel(shown, at)) == wanted, (share, down)


def pixel(image: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    found = image.getpixel(at)
    assert isinstance(found, tuple)
    return found


def test_a_packed_drawing_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(BadLogo, match="svgz"):
        loaded(tmp_path, gzip.compress(svg(RECT)), "logo.svgz")


HOSTILE = {
    "many entities": b"<!DOCTYPE svg [" + b"".join(b'<!ENTITY a%d "a">' % n for n in range(61)) + b"]>" + svg(RECT),
    "parameter entity": b'<!DOCTYPE svg [<!ENTITY % a "<!ENTITY b 1>">]>' + svg(RECT),
    "laughs": b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + svg("<text>&b;</text>"),
    "outer entity": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>"),
    "wide": svg('<rect width="9999999" height="1"/>', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000000 1">'),
    "tall": svg(RECT, '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="100000">'),
    "no size at all": svg(RECT, '<svg xmlns="http://www.w3.org/2000/svg">'),
    "size zero": svg(RECT, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0">'),
    "turbulence": svg(
        '<filter id="f"><feTurbulence baseFrequency="0.1" numOctaves="2000000000"/></filter>'
        '<rect width="90" height="40" filter="url(#f)"/>'
    ),
    "morphology": svg(
        '<filter id="f"><feMorphology radius="10000"/></filter><rect width="90" height="40" style="filter:url(#f)"/>'
    ),
    "convolution": svg('<filter id="f"><feConvolveMatrix order="1000" kernelMatrix="1"/></filter>' + RECT),
    "lighting": svg('<filter id="f"><feDiffuseLighting><fePointLight/></feDiffuseLighting></filter>' + RECT),
    "bare primitive": svg("<feImage xlink:href='#a'/>" + RECT),
    "patterns": svg(nested("pattern", 'fill="url(#p{0})"') + '<rect width="99" height="50" fill="url(#p11)"/>'),
    "clips": svg(nested("clipPath", 'clip-path="url(#p{0})"') + '<rect width="99" height="50" clip-path="url(#p11)"/>'),
    "masks": svg(nested("mask", 'mask="url(#p{0})"') + '<rect width="99" height="50" mask="url(#p11)"/>'),
    "clips by style": svg(
        nested("clipPath", 'style="clip-path:url(#p{0})"') + '<rect width="99" height="50" clip-path="url(#p11)"/>'
    ),
    "uses": svg(
        '<g id="u0"><rect width="9" height="9"/></g>'
        + "".join(f'<g id="u{n}">' + f'<use xlink:href="#u{n - 1}"/>' * 10 + "</g>" for n in range(1, 10))
    ),
    "use of itself": svg('<g id="a"><use xlink:href="#a"/></g>' + RECT),
    "uses of a clip": svg(
        '<g id="u0" clip-path="url(#c)"><rect width="9" height="9"/></g><clipPath id="c"><use xlink:href="#u0"/></clipPath>'
        + RECT
    ),
    "many uses": svg('<rect id="r" width="9" height="9"/>' + '<use xlink:href="#r"/>' * 5000),
    "deep": svg("<g>" * 30_000 + RECT + "</g>" * 30_000),
    "deep in metadata": svg("<metadata>" + "<x>" * 30_000 + "</x>" * 30_000 + "</metadata>" + RECT),
    "many parts": svg(RECT * 30_000),
    "points": svg('<path d="M0 0' + "L9 9" * 1_000_000 + '"/>'),
    "polyline": svg('<polyline points="' + "1,1 " * 1_000_000 + '"/>'),
    "selectors": svg(
        "<style>" + "".join(f"g g g g rect:nth-child({n}){{fill:red}}" for n in range(5_000)) + "</style>" + RECT * 2000
    ),
    "attributes": svg("<rect " + " ".join(f'a{n}="1"' for n in range(5_000)) + "/>"),
    "words": svg("<text>" + "ord " * 10_000 + "</text>"),
    "script": svg("<script>alert(1)</script>" + RECT),
    "foreign": svg("<foreignObject><x/></foreignObject>" + RECT),
    "fetches": svg('<image xlink:href="http://example.se/x.png" width="9" height="9"/>' + RECT),
    "fetches a file": svg('<image href="file:///etc/passwd" width="9" height="9"/>' + RECT),
    "fetches by style": svg("<rect style='fill:url(http://example.se/#a)' width='9' height='9'/>"),
    "fetches by rule": svg("<style>.a{fill:url(//example.se/x#a)}</style>" + RECT),
    "imports": svg("<style>@import 'http://example.se/x.css';</style>" + RECT),
    "svg in svg": svg('<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>' + RECT),
    "cut short": svg(RECT)[:-20],
    "no svg": b"<html><body>login</body></html>",
    "broken": b"<svg <rect",
    "unknown encoding": b'<?xml version="1.0" encoding="no-such"?>' + svg(RECT),
    "nothing shows": svg('<rect width="9" height="9" opacity="0"/>'),
    "backtracks": b"<svg " + b"xmlns:a='" * 200_000,
    "blanks": b"<svg" + b" " * 4_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_logo_is_refused_in_one_line_soon(name: str, tmp_path: Path) -> None:
    start = time.process_time()
    with pytest.raises(BadLogo) as refused:
        loaded(tmp_path, HOSTILE[name])
    assert time.process_time() - start < 3
    words = str(refused.value)
    assert words
    assert "\n" not in words
    assert len(words) < 200


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0L90 40" stroke="red" stroke-width="3000"/>',
        '<path d="M0 0L1e9 1e9" stroke="red" stroke-dasharray="0.0001"/>',
        '<path d="M0 0' + "L9 40L90 3" * 60_000 + '" stroke="red" stroke-width="3000" stroke-linejoin="round"/>',
        '<rect width="1e38" height="1e38" rx="1e30" fill="red"/>',
        '<rect width="90" height="40" transform="scale(1e30) rotate(1e30)"/>' + RECT,
        '<circle r="1e38" fill="red"/>',
        '<text font-size="1e9">A</text>' + RECT,
        "<style>"
        + "g g g .a{fill:red}" * 400
        + "</style>"
        + "<g>" * 30
        + "<rect width='1' height='1' class='b'/>" * 9_900
        + "</g>" * 30,
    ],
)
def test_what_costs_much_ends_with_its_own_process(inner: str, tmp_path: Path) -> None:
    """Drawn, or refused: never a hang, and never the end of this process."""
    start = time.monotonic()
    try:
        assert loaded(tmp_path, svg(inner)).png
    except BadLogo as error:
        assert "\n" not in str(error)
    assert time.monotonic() - start < 60


def test_a_drawing_program_that_dies_is_a_message() -> None:
    with pytest.raises(CannotDraw):
        svg_png_apart("<svg" + "<g>" * 100_000, 100)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_plain_or_refused(data: bytes) -> None:
    try:
        plain_svg(b"<svg viewBox='0 0 9 9'>" + data)
    except BadSvg as error:
        assert str(error)


@given(st.text(alphabet="<>/&;\"'= gsvuehrfid#ac:-pathlxmn01", max_size=200))
@settings(max_examples=300, deadline=None)
def test_what_is_plain_is_read_again_as_itself(inner: str) -> None:
    try:
        once = plain_svg(svg(inner)).text
    except BadSvg:
        return
    assert plain_svg(once.encode()).text == once


# --- raster ---------------------------------------------------------------------------------------------------------------------


def raster(kind: str, mode: str = "RGB", color: object = "#005a3c", size: tuple[int, int] = (80, 40), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, color).save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return raster("JPEG", exif=exif)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_whatever_its_camera_noted(orientation: int, tmp_path: Path) -> None:
    logo = loaded(tmp_path, turned(orientation), "logo.jpg")
    assert (logo.width, logo.height) == ((40, 80) if orientation >= 5 else (80, 40))
    with Image.open(io.BytesIO(logo.data)) as image:
        assert image.size == (logo.width, logo.height)
        assert image.getexif().get(0x0112, 1) == 1


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.png"),
        (b"   \n", "a.svg"),
        (raster("PNG")[:60], "a.png"),
        (raster("JPEG")[:200], "a.jpg"),
        (raster("GIF")[:12], "a.gif"),
        (raster("PNG")[:-20], "a.png"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a.png"),
        (raster("TIFF"), "a.tif"),
        (raster("PNG", "RGBA", (255, 0, 0, 0)), "a.png"),
        (raster("GIF", "P", 0, transparency=0), "a.gif"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "a.png"),
    ],
)
def test_a_picture_that_shows_nothing_is_refused_in_words(data: bytes, name: str, tmp_path: Path) -> None:
    with pytest.raises(BadLogo) as refused:
        loaded(tmp_path, data, name)
    assert str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("data", "pale"),
    [
        (svg('<rect width="90" height="40" fill="white"/>'), True),
        (svg('<rect width="90" height="40" fill="#fdfdfd"/>'), True),
        (svg(RECT), False),
        (svg('<rect width="100" height="50" fill="white"/><rect width="30" height="30" fill="navy"/>'), False),
        (raster("PNG", "RGBA", (255, 255, 255, 255)), True),
        (raster("PNG", "L", 250), True),
        (raster("PNG", "RGBA", (0, 0, 90, 255)), False),
    ],
)
def test_a_white_logo_is_told(data: bytes, pale: bool, tmp_path: Path) -> None:
    logo = loaded(tmp_path, data, "logo.svg" if data[:1] == b"<" else "logo.png")
    assert bool([remark for remark in logo.remarks if "white" in remark]) is pale


def test_words_in_an_svg_are_told(tmp_path: Path) -> None:
    logo = loaded(tmp_path, svg(RECT + '<text x="5" y="40">Lund</text>'))
    assert any("outlines" in remark for remark in logo.remarks)


def picture(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", color: str = "#ec6701") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, color).save(out, kind)
    return out.getvalue()


def saved(folder: Path, data: bytes | str, name: str = "logo.bin") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(("kind", "content_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("GIF", "image/gif")])
def test_a_picture_is_known_by_its_bytes(tmp_path: Path, kind: str, content_type: str) -> None:
    found = load_logo(saved(tmp_path, picture(kind)), 0.5, "Vapen")
    assert (found.content_type, found.width, found.height, found.clear, found.alt) == (content_type, 40, 20, 0.5, "Vapen")
    assert found.png.startswith(b"\x89PNG") and (found.png == found.data) == (kind == "PNG")


@pytest.mark.parametrize("data", ["ingen bild", b"", picture("PNG")[:60], picture("TIFF"), b"0" * (MOST_BYTES + 1)], ids=range(5))
def test_what_is_no_picture_says_why(tmp_path: Path, data: bytes | str) -> None:
    with pytest.raises(BadLogo, match=r"no picture|must be|larger than 5 MB|empty|damaged"):
        load_logo(saved(tmp_path, data))


def test_colours_from_a_logo(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(svg(RECT).decode(), encoding="utf-8")
    found = colors_from_logo(path)
    assert contrast(found["accent1"], "005A3C") < 1.1
    assert set(found) == {"accent1"}


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
    assert contrast(found["accent1"], "005030") < 1.1 and contrast(found["accent3"], "7A1F3D") < 1.2
    assert set(found) == {"accent1", "accent3"}


def test_a_black_and_white_logo_proposes_nothing(tmp_path: Path) -> None:
    assert colors_from_logo(saved(tmp_path, picture("PNG", color="black"))) == {}


def test_sixteen_bits_of_grey_are_as_dark_as_they_are(tmp_path: Path) -> None:
    """Cut off at 255, dark grey is white, and a logo that everybody sees is said to be invisible."""
    deep = Image.new("I;16", (300, 150), 65_535)
    deep.paste(9_000, (50, 30, 250, 120))
    out = io.BytesIO()
    deep.save(out, "PNG")
    logo = loaded(tmp_path, out.getvalue(), "logo.png")
    grey = Image.open(io.BytesIO(logo.png)).convert("L").getpixel((100, 60))
    assert not logo.remarks and grey in range(30, 50)


def test_a_logo_of_one_colour_proposes_one(tmp_path: Path) -> None:
    """The pixels of its edges are no colours of it; a paler one that is meant is."""
    path = tmp_path / "logo.svg"
    path.write_bytes(svg('<path d="M5 5 L60 5 L35 45 z" fill="#cc0033"/><circle cx="80" cy="25" r="15" fill="#cc0033"/>'))
    assert list(colors_from_logo(path)) == ["accent1"]
    path.write_bytes(svg('<rect width="50" height="50" fill="#cc0033"/><rect x="50" width="40" height="50" fill="#e57f99"/>'))
    assert list(colors_from_logo(path)) == ["accent1", "accent3"]


def test_a_logo_of_too_many_pixels_is_called_large_not_broken(tmp_path: Path) -> None:
    file = tmp_path / "stor.png"
    Image.new("1", (12_000, 12_000)).save(file)
    with pytest.raises(BadLogo, match="million pixels"):
        load_logo(file)


@pytest.mark.parametrize("kind", ["WEBP", "BMP"])
def test_what_not_all_programs_show_is_made_png(kind: str, tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (300, 150), "#005a3c").save(out, kind, **({"lossless": True} if kind == "WEBP" else {}))
    logo = loaded(tmp_path, out.getvalue(), "logo.bin")
    assert logo.content_type == "image/png" and logo.data == logo.png
    with Image.open(io.BytesIO(logo.data)) as image:
        assert (image.format, image.size, pixel(image.convert("RGB"), (5, 5))) == ("PNG", (300, 150), (0, 0x5A, 0x3C))


def test_an_empty_margin_is_told(tmp_path: Path) -> None:
    wide, close = Image.new("RGBA", (1200, 900)), Image.new("RGBA", (300, 150))
    for image, at in ((wide, (450, 375)), (close, (20, 20))):
        image.paste(Image.new("RGBA", (260, 110), "#005a3c"), at)
    for image, told in ((wide, True), (close, False)):
        out = io.BytesIO()
        image.save(out, "PNG")
        assert any("margin" in remark for remark in loaded(tmp_path, out.getvalue()).remarks) == told
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-500 -500 1100 1050">' + RECT + "</svg>"
    assert any("margin" in remark for remark in loaded(tmp_path, drawn.encode()).remarks)


def test_a_strip_and_a_page_are_no_logos(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (4000, 20), "#005a3c").save(out, "PNG")
    with pytest.raises(BadLogo, match="no logo is so long"):
        loaded(tmp_path, out.getvalue())
    with pytest.raises(BadLogo, match="web page"):
        loaded(tmp_path, b"<!doctype html><html><body>404</body></html>", "logo.png")
