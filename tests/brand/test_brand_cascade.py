"""Profiles: inherited field by field, mended where they do not read, refused with a position where they are wrong."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import strategies as st
from PIL import Image

from deck.brand import describe, load_brand
from deck.brand.contrast import contrast, readable
from deck.brand.palette import LEAST
from deck.errors import InputError
from deck.i18n import use
from deck.places import load_places

PLACES = load_places()
LUND = PLACES.find("lund")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><rect width="200" height="50" fill="#005030"/></svg>'
rgb = st.integers(0, 0xFFFFFF).map(lambda n: f"{n:06X}")


def write(root: Path, folder: str, text: str) -> Path:
    path = root / folder / "brand.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def png(size: tuple[int, int] = (40, 20), color: str = "#ec6701") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, "PNG")
    return out.getvalue()


def test_every_place_has_a_look_of_its_own_that_reads(tmp_path: Path) -> None:
    brands = [load_brand(place, PLACES, root=tmp_path) for place in PLACES.all]
    assert len({(brand.colors["accent1"], brand.colors["dk2"]) for brand in brands}) == 311
    for brand in brands:
        assert not brand.diagnostics
        assert all(contrast(brand.colors[role], brand.colors["lt1"]) >= least for role, least in LEAST.items())
        assert contrast(brand.colors["dk1"], brand.colors["lt2"]) >= 7


def test_inheritance_and_provenance(tmp_path: Path) -> None:
    write(tmp_path, "", "footer: Alla\nfonts:\n  body: Calibri\n")
    write(tmp_path, "lan-12-skane", "name: Länet\nfooter: Skåne\ncolors:\n  accent1: '#00563B'\n")
    write(tmp_path, "1281-lund", "colors:\n  accent2: '#7A1F3D'\n")
    brand = load_brand(LUND, PLACES, root=tmp_path)
    assert (brand.footer, brand.body_font, brand.colors["accent1"], brand.colors["accent2"]) == (
        "Skåne",
        "Calibri",
        "00563B",
        "7A1F3D",
    )
    assert brand.name == "Lunds kommun"
    told = {name: str(where) for name, _value, where in describe(brand)}
    assert told["footer"].endswith("lan-12-skane/brand.yaml:2:9")
    assert told["colors.accent2"].endswith("1281-lund/brand.yaml:2:12")
    assert told["fonts.heading"].startswith("deck")
    assert load_brand(PLACES.find("umeå"), PLACES, root=tmp_path).footer == "Alla"


def test_a_colour_that_does_not_read_is_mended_and_told(tmp_path: Path) -> None:
    write(tmp_path, "1281-lund", "colors:\n  accent1: '#ec6701'\n")
    brand = load_brand(LUND, PLACES, root=tmp_path)
    assert brand.colors["accent1"] != "EC6701"
    assert readable(brand.colors["accent1"], "FFFFFF")
    assert [item.code for item in brand.diagnostics] == ["contrast-mended"]
    assert "1281-lund/brand.yaml:2:12" in str(brand.diagnostics[0])
    assert "EC6701" in str(brand.diagnostics[0])


def test_a_colour_as_dark_as_the_words_is_told_truly(tmp_path: Path) -> None:
    use("en")
    try:
        write(tmp_path, "1281-lund", "colors:\n  accent1: '#0A1F44'\n")
        [said] = load_brand(LUND, PLACES, root=tmp_path).diagnostics
        assert "so dark that it is not told from the words" in str(said) and "less than" not in str(said)
    finally:
        use(None)


def test_one_beyond_mending_gives_place_to_another_of_theirs(tmp_path: Path) -> None:
    write(tmp_path, "1281-lund", "colors:\n  accent1: '#FFF200'\n  accent2: '#00563B'\n")
    brand = load_brand(LUND, PLACES, root=tmp_path)
    assert brand.colors["accent1"] == "00563B"
    assert "accent2" in str(brand.diagnostics[0])


def test_all_faults_at_once_each_at_its_line(tmp_path: Path) -> None:
    write(tmp_path, "1281-lund", "colour: '#fff'\ncolors:\n  accent1: röd\nlogo:\n  clear_space: stor\n")
    with pytest.raises(InputError) as caught:
        load_brand(LUND, PLACES, root=tmp_path)
    found = [(item.where.line, item.code) for item in caught.value.diagnostics]
    assert sorted(found) == [(1, "unknown-field"), (3, "bad-value"), (5, "bad-value")]
    assert 'did you mean "colors"?' in str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("logo.png", b"GIF89a no", "bad-logo"),
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>", "bad-logo"),
        ("logo.svg", b"<!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg'/>", "bad-logo"),
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://evil.example/x.png'/></svg>", "bad-logo"),
        ("../../ute.png", png(), "outside-file"),
        ("saknas.png", None, "missing-file"),
    ],
)
def test_logos_that_cannot_be_used(tmp_path: Path, name: str, data: bytes | None, code: str) -> None:
    root = tmp_path / "branding"
    path = write(root, "1281-lund", f"logo:\n  light: {name}\n")
    if data is not None:
        (path.parent / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        load_brand(LUND, PLACES, root=root)
    assert [item.code for item in caught.value.diagnostics] == [code]
    assert caught.value.diagnostics[0].where.line == 2


def test_logos(tmp_path: Path) -> None:
    path = write(tmp_path, "1281-lund", "logo:\n  light: a.svg\n  dark: b.png\n  alt: Lunds vapen\n")
    (path.parent / "a.svg").write_text(SVG, encoding="utf-8")
    (path.parent / "b.png").write_bytes(png())
    brand = load_brand(LUND, PLACES, root=tmp_path)
    assert brand.logo_light is not None and brand.logo_dark is not None
    assert brand.logo_light.content_type == "image/svg+xml"
    assert brand.logo_light.png.startswith(b"\x89PNG")
    assert brand.logo_light.width / brand.logo_light.height == pytest.approx(4, rel=0.02)
    assert brand.logo_light.alt == "Lunds vapen"
    assert (brand.logo_dark.width, brand.logo_dark.height) == (40, 20)


def test_a_colour_that_yaml_takes_for_a_comment_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, LUND.stem, "colors:\n  accent1: #7A1F5C\n  accent2:\nfonts:\n  body: ''\n")
    with pytest.raises(InputError) as caught:
        load_brand(LUND, PLACES, root=tmp_path)
    assert [(item.code, item.where.line) for item in caught.value.diagnostics] == [("lost-in-comment", 2), ("empty-value", 3)]


def test_a_folder_that_is_no_place_s_is_told(tmp_path: Path) -> None:
    for folder in ("lund", LUND.stem, "standard", "kiruna-kommun"):
        write(tmp_path, folder, "footer: x\n")
    told = {item.message: item.hint for item in load_brand(LUND, PLACES, root=tmp_path).diagnostics}
    assert len(told) == 2
    assert any('"lund"' in message and "1281-lund" in hint for message, hint in told.items())
    assert any('"kiruna-kommun"' in message and "2584-kiruna" in hint for message, hint in told.items())


def test_a_profile_two_folders_down_is_named(tmp_path: Path) -> None:
    deep = tmp_path / "lan-12-skane" / "1281-lund"
    deep.mkdir(parents=True)
    (deep / "brand.yaml").write_text('colors:\n  accent1: "#005030"\n', encoding="utf-8")
    found = load_brand(load_places().find("lund"), load_places(), root=tmp_path).diagnostics
    assert [item.code for item in found] == ["unknown-folder"]
    assert "lan-12-skane/1281-lund" in found[0].message and tmp_path.name in found[0].hint
