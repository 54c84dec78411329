"""Real templates: the default one holds all that it should; strangers' ones never let text overflow without a complaint."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import layout_templates
import pytest
from test_layout_blocks import GOALS, MAP, OBJECTIVES, PROCESS, QR, cards

from deck.diagnostics import Diagnostics
from deck.errors import DeckError
from deck.layout import audit, lay_out
from deck.layout.model import PlacedText
from deck.presentation import Cell, Presentation, Row, Slide, SlideKind, Slot, Table, Text, paragraph, text
from deck.template import read_template
from deck.template.model import Fill, Template

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "templates"
POINTS = tuple(
    paragraph(f"Punkt {n}: stöd och inspiration för kommunens strategiska arbete med miljö", 0, "bullet") for n in range(9)
)
TABLE = Table(
    tuple(Row(str(n), (Cell((paragraph(f"Källa {n}"),)), Cell((paragraph("Utgivare"),)))) for n in range(6)), (2, 1), "Källor"
)


def _slide(name: str, kind: SlideKind, **slots: object) -> Slide:
    items = [Slot(key, key.replace("_", "-"), block) for key, block in slots.items()]  # type: ignore[arg-type]
    return Slide(name, kind, (Slot("title", "title", text(f"En rubrik om {name}")), *items))


DECK = Presentation(
    "Prov",
    "sv-SE",
    "1281",
    "Lund",
    "standard",
    "alla",
    "2021",
    (),
    (
        _slide("title", "title", subtitle=text("Lunds kommun")),
        _slide("section", "section", subtitle=text("Bakgrund")),
        _slide("body", "content", body=Text(POINTS)),
        _slide("objectives", "object", object=cards(OBJECTIVES)),
        _slide("goals", "object", object=cards(GOALS)),
        _slide("process", "object", object=PROCESS),
        _slide("map", "two-content", left=Text(POINTS[:2]), right=MAP),
        _slide("qr", "two-content", left=Text(POINTS[:2]), right=QR),
        _slide("table", "object", object=TABLE),
        _slide(
            "comparison",
            "comparison",
            left_heading=text("Mål"),
            left=Text(POINTS[:2]),
            right_heading=text("Medel"),
            right=Text(POINTS[:3]),
        ),
        _slide(
            "quote",
            "quote",
            quote=text("Det övergripande målet är att lämna över ett samhälle."),
            attribution=text("Generationsmålet"),
        ),
        _slide("number", "big-number", number=text("drygt 80"), body=text("kommuner")),
        _slide("closing", "closing", body=text("Tack")),
    ),
    footer="Lunds kommun",
)


def test_the_default_template_holds_all_of_it() -> None:
    template = read_template(ROOT / "branding" / "standard" / "standard.potx")
    found = Diagnostics()
    deck = lay_out(DECK, template, found)
    assert not found.errors
    assert not audit(deck)
    # Text stands in eight columns of the twelve: many long points take another slide, and nothing else does.
    assert {page.id for page in deck.slides if page.parts > 1} == {"body", "body#2"}
    body = next(s for page in deck.slides if page.id == "body" for s in page.shapes if s.slot == "body")
    assert isinstance(body, PlacedText)
    assert body.inherits_box


def _templates() -> list[Path]:
    return sorted(path for path in SHARED.glob("*.p*") if path.suffix in (".pptx", ".potx")) if SHARED.is_dir() else []


def test_the_shared_templates_are_here() -> None:
    if not _templates():
        if os.environ.get("DECK_REQUIRE_PARTS"):
            pytest.fail(f"no templates in {SHARED}")
        pytest.skip(f"no templates in {SHARED}")


@pytest.mark.parametrize("path", _templates(), ids=lambda path: path.stem[-24:])
def test_a_strangers_template_overflows_only_where_it_was_complained_of(path: Path) -> None:
    try:
        template = read_template(path)
    except DeckError:
        pytest.skip("refused by deck.template")
    found = Diagnostics()
    deck = lay_out(DECK, template, found)
    told = {(item.where.slide_id, item.where.shape) for item in found.errors}
    for item in audit(deck):
        if item.code in ("overflow", "word-cut", "small-text", "off-slide"):
            assert (item.where.slide_id.split("#")[0], item.where.shape.split("/")[0]) in told, str(item)
    shown = {shape.slot for page in deck.slides for shape in page.shapes}
    assert shown >= {slot.id for slide in DECK.slides for slot in slide.slots}


def _painted(template: Template, rgb: str) -> Template:
    """The same template under another brand: other values, the same names."""

    def fill(item: Fill) -> Fill:
        return replace(item, rgb=rgb)

    roles = {}
    for kind, role in template.roles.items():
        spots = {}
        for name, spot in role.spots.items():
            palette = replace(spot.palette, fills=tuple(map(fill, spot.palette.fills)))
            style = replace(spot.style, levels=tuple(replace(level, color=rgb) for level in spot.style.levels))
            holder = replace(spot.placeholder, style=style) if spot.placeholder else None
            spots[name] = replace(spot, palette=palette, style=style, placeholder=holder)
        roles[kind] = replace(role, spots=spots)
    return replace(template, roles=roles, fingerprint=template.fingerprint + rgb)


def test_places_share_layout_but_not_each_others_colours() -> None:
    one = layout_templates.template()
    other = _painted(one, "7A1F1F")
    first, second = lay_out(DECK, one), lay_out(DECK, other)
    assert [[s.box for s in page.shapes] for page in first.slides] == [[s.box for s in page.shapes] for page in second.slides]
    assert not audit(second)
    for page in second.slides:
        for shape in page.shapes:
            if isinstance(shape, PlacedText) and shape.placeholder is not None:
                assert shape.placeholder.style.levels[0].color == "7A1F1F"
    assert lay_out(DECK, one) == first
