"""The default template is what its script makes, and it has what a default template needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from deck.brand.contrast import contrast
from deck.layout.zone import line_of
from deck.presentation import KINDS, OCCASION
from deck.template import default_template_path, read_template

SCRIPT = Path(__file__).parents[2] / "branding/standard/make_template.py"


def test_the_template_is_what_its_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "standard.potx"
    subprocess.run([sys.executable, str(SCRIPT), str(made)], check=True, timeout=60)
    assert made.read_bytes() == default_template_path().read_bytes()


def test_swedish_layouts_for_every_kind_of_slide() -> None:
    template = read_template(default_template_path())
    names = {kind: role.layout.name for kind, role in template.roles.items()}
    own = {
        "title": "Titel med karta",
        "section": "Avsnitt med karta",
        "content": "Rubrik och text",
        "two-content": "Två innehåll",
        "comparison": "Jämförelse",
        "title-only": "Endast rubrik",
        "picture": "Rubrik, text och bild",
        "object": "Rubrik och objekt",
        "quote": "Citat, ljus",
        "quote-dark": "Citat, mörk",
        "question": "Fråga",
        "big-number": "Stort tal",
        "figures": "Egna siffror",
        "closing": "Avslut med karta",
        "contact": "Kontakt med karta",
    }
    assert {kind: names[kind] for kind in own} == own
    assert all(names[kind] == names[KINDS[kind].like] for kind in set(KINDS) - set(own)), "a kind without a layout of its own"
    assert not template.diagnostics


def test_every_spot_is_a_placeholder_where_the_drawing_has_it() -> None:
    template = read_template(default_template_path())

    def px(kind: str, spot: str) -> tuple[int, ...]:
        box = template.roles[kind].spots[spot].box
        return tuple(round(length / 9_525) for length in (box.x, box.y, box.w, box.h))

    for kind, role in template.roles.items():
        missing = set(KINDS[kind].roles) - set(role.spots)
        # Frames that are drawn stand in for placeholders, where there are none.
        assert missing == ({"right"} if kind == "figures" else set()), (kind, missing)
        bare = {name for name, spot in role.spots.items() if spot.placeholder is None}
        assert bare <= {"title-only": {"object"}, "contact": {"body"}}.get(kind, set()), (kind, bare)
    assert px("object", "title") == (64, 44, 1152, 92) and px("object", "object") == (64, 152, 1152, 480)
    assert px("content", "body") == (64, 152, 760, 480) and px("picture", "picture") == (738, 152, 542, 480)
    assert px("title", "title") == (64, 148, 552, 296)
    assert [px("title", name) for name in OCCASION] == [(64, y, 552, 60) for y in (482, 542, 602)]
    assert px("section", "part") == (64, 44, 540, 40) and px("question", "title") == (64, 128, 1152, 300)
    assert {px(kind, "provenance") for kind in KINDS if "provenance" in KINDS[kind].roles} == {(456, 660, 672, 24)}
    assert template.safe.w == 1152 * 9_525


def test_the_fields_of_the_title_slide_hold_two_lines_each() -> None:
    role = read_template(default_template_path()).roles["title"]
    fields = [spot for name, spot in role.spots.items() if name in OCCASION]
    assert len(fields) == len(OCCASION)
    assert all(spot.box.h >= 2 * line_of(18) for spot in fields)


def test_dark_layouts_turn_every_colour_light() -> None:
    template = read_template(default_template_path())
    for kind in ("title", "section", "closing", "contact", "quote-dark"):
        layout = template.roles[kind].layout
        assert b"overrideClrMapping" in template.package.parts[layout.part]
        night = layout.palette.ground.colors
        for name in ("tx1", "tx2", "accent1", "accent2", "hlink", "folHlink"):
            assert contrast(layout.palette.rgb[name], night[0]) >= 4.5, name


def test_words_stand_on_nothing_that_the_layouts_draw() -> None:
    template = read_template(default_template_path())
    for layout in template.layouts:
        boxes = [item.box for item in (*layout.placeholders, *layout.furniture)]
        for obstacle in layout.obstacles:
            assert not any(box.overlaps(obstacle, 9_525) for box in boxes), layout.name
