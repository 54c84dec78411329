"""The default template in a place's look: as if it had been read so, its layouts where they were, the logo never bent."""

from __future__ import annotations

import io
import re
import zlib
from pathlib import Path

import pytest
from PIL import Image

from deck.brand import load_brand
from deck.brand.model import Brand, Logo
from deck.drawing.color import SCHEME
from deck.drawing.theme import read_theme
from deck.package import open_package, package_bytes, parse_xml
from deck.places import load_places
from deck.template import brand_template, default_template_path, read_template
from deck.template.branding import LOGO_MARK, MARKS, SENTINELS
from deck.template.theme import patch_theme

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


@pytest.mark.parametrize("query", ["1281", "0139", "12"])
def test_it_is_as_if_its_own_package_had_been_read(query: str) -> None:
    made = brand_template(PLAIN, load_brand(PLACES.find(query), PLACES))
    again = read_template(package_bytes(made.package), name=PLAIN.name)
    assert [layout.palette.rgb for layout in made.layouts] == [layout.palette.rgb for layout in again.layouts]
    for kind, role in made.roles.items():
        other = again.roles[kind]
        assert (role.layout.part, set(role.spots)) == (other.layout.part, set(other.spots))
        for name, spot in role.spots.items():
            assert (spot.box, spot.style) == (other.spots[name].box, other.spots[name].style)
            assert spot.palette.text_rgb == other.spots[name].palette.text_rgb


def test_fonts_and_colours_are_the_brands_and_geometry_the_templates() -> None:
    made = brand_template(PLAIN, brand(heading_font="Georgia", body_font="Verdana"))
    assert (made.heading_font, made.body_font) == ("Georgia", "Verdana")
    theme = read_theme(parse_xml(made.package.parts[THEME]))
    assert (theme.major, theme.minor) == ("Georgia", "Verdana")
    assert theme.scheme == {name: brand().colors[name] for name in SCHEME}
    boxes = [[[item.box for item in layout.placeholders] for layout in one.layouts] for one in (made, PLAIN)]
    assert boxes[0] == boxes[1]
    assert made.fingerprint not in (PLAIN.fingerprint, brand_template(PLAIN, load_brand(PLACES.find("0139"), PLACES)).fingerprint)
    assert read_theme(parse_xml(PLAIN.package.parts[THEME])).major != "Georgia"


def test_the_colours_that_see_where_each_comes_from_are_all_unlike() -> None:
    assert len(set(SENTINELS.values())) == len(SCHEME) == len(SENTINELS)


def test_a_patched_theme_keeps_what_is_not_said() -> None:
    data = PLAIN.package.parts[THEME]
    same, before = read_theme(parse_xml(patch_theme(data, None, "", ""))), read_theme(parse_xml(data))
    assert (same.scheme, same.major, same.minor) == (before.scheme, before.major, before.minor)
    one = read_theme(parse_xml(patch_theme(data, {"accent1": "123456"}, "", "")))
    assert one.scheme == {**before.scheme, "accent1": "123456"}


@pytest.mark.parametrize(
    ("width", "height", "kind"), [(400, 100, "image/png"), (100, 400, "image/png"), (300, 300, "image/svg+xml")]
)
def test_a_logo_is_whole_where_it_shall_stand(width: int, height: int, kind: str) -> None:
    made = brand_template(PLAIN, brand(logo_light=logo(width, height, kind, 'Vapen & "sköld"')))
    package = open_package(package_bytes(made.package))
    found = {part: data.decode() for part, data in package.parts.items() if b'name="Logotyp"' in data}
    assert found
    for part, text in found.items():
        assert LOGO_MARK not in text
        picture = re.search(r"<p:pic>.*?</p:pic>", text, re.DOTALL)
        assert (
            picture is not None and 'descr="Vapen &amp; &quot;sköld&quot;"' in picture[0].replace("'", '"')
        ) or "sköld" in text
        w, h = map(int, re.search(r'<a:ext cx="(\d+)" cy="(\d+)"/>', picture[0]).groups())  # type: ignore[union-attr]
        assert w / h == pytest.approx(width / height, rel=0.001)
        targets = {rel.id: rel.target for rel in package.rels[part]}
        assert package.parts[targets["rIdLogo1"]].startswith(b"\x89PNG")
        assert ("rIdLogo2" in targets) == ("svg" in kind) == ("svgBlip" in text)


def places_of(made) -> dict[str, list[str]]:
    """Part → names of what each place has for itself there."""
    found = {}
    for part in [layout.part for layout in made.layouts] + [made.layouts[0].master]:
        names = re.findall(r'name="(Karta, [a-zåäö ]+|Silhuett[a-z, ]*|Logotyp)"', made.package.parts[part].decode())
        if names:
            found[part] = names
    return found


def test_the_place_is_lit_on_dark_layouts_and_in_every_footer() -> None:
    made = brand_template(PLAIN, brand())
    found = {layout.name: places_of(made).get(layout.part, []) for layout in made.layouts}
    three = ["Karta, andra län", "Karta, länet", "Karta, platsen"]
    assert found["Titel med karta"] == [name for name in three if name != "Karta, andra län"]
    assert found["Avsnitt med karta"] == found["Avslut med karta"] == [*three[1:], "Silhuett"]
    assert found["Citat, mörk"] == ["Silhuett"] and found["Rubrik och text"] == ["Silhuett, botten"]
    assert places_of(made)[made.layouts[0].master] == ["Silhuett"]
    for part in made.package.parts.values():
        assert not any(mark.encode() in part for mark in MARKS)


def test_a_logo_takes_the_silhouettes_place_and_names_give_way() -> None:
    made = brand_template(PLAIN, brand(logo_light=logo(400, 100), logo_dark=logo(300, 100)))
    found = places_of(made)
    assert not any("Silhuett" in names for names in found.values())
    assert found[made.layouts[0].master] == ["Logotyp"]
    assert found[made.roles["title"].layout.part][0] in ("Karta, länet", "Logotyp")
    again = read_template(package_bytes(made.package), name=PLAIN.name)
    for layout, other in zip(made.layouts, again.layouts, strict=True):
        assert [item.box for item in layout.furniture] == [item.box for item in other.furniture]
        for item in (*layout.furniture, *layout.placeholders):
            assert not any(item.box.overlaps(box, 9_525) for box in other.obstacles if box.w < 3_000_000), layout.name
    assert made.roles["title"].spots["subtitle"].box == again.roles["title"].spots["subtitle"].box
    assert made.roles["title"].spots["subtitle"].box.y > 120 * 9_525


def test_a_place_that_nobody_knows_has_no_map() -> None:
    made = brand_template(PLAIN, brand(place="9999"))
    assert places_of(made) == {}


@pytest.mark.parametrize("query", ["1281", "14", "0183", "2584", "0980", "09"])
def test_a_map_is_small_and_its_ids_are_its_own(query: str) -> None:
    made = brand_template(PLAIN, load_brand(PLACES.find(query), PLACES))
    for part in places_of(made):
        data = made.package.parts[part]
        ids = re.findall(rb'<p:cNvPr id="(\d+)"', data)
        assert len(ids) == len(set(ids))
        assert len(zlib.compress(data)) - len(zlib.compress(PLAIN.package.parts[part])) < 20_000
