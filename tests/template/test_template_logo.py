"""A logo is whole, never bent, and what stood in its place gives way."""

from __future__ import annotations

import re

import pytest
from template_branded import PLAIN, brand, logo, places_of

from deck.package import open_package, package_bytes
from deck.template import brand_template, read_template
from deck.template.logo import logo_on, moves_of
from deck.template.marks import LOGO_MARK


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


@pytest.mark.parametrize(("light", "dark"), [(True, True), (True, False), (False, True)])
def test_the_logo_for_the_ground_or_else_the_one_there_is(light: bool, dark: bool) -> None:
    white, black = logo(40, 10), logo(20, 10)
    made = brand(logo_light=white if light else None, logo_dark=black if dark else None)
    assert logo_on(made, dark=True) is (black if dark else white)
    assert logo_on(made, dark=False) is (white if light else black)


def test_without_a_logo_nothing_gives_way() -> None:
    assert logo_on(brand(), dark=True) is None and moves_of(PLAIN, brand()) == ()
    assert {kind for kind, _old, _new in moves_of(PLAIN, brand(logo_light=logo(400, 100)))} == {"ftr", "subTitle", "ctrTitle"}
