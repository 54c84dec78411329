"""Drawn blocks: maps, QR codes, big numbers, pictures and charts; and the places where they stand (golden)."""

from __future__ import annotations

import os
from pathlib import Path

import layout_templates
import pytest
import segno

from deck.brand.contrast import contrast
from deck.diagnostics import Diagnostics
from deck.geometry import Box
from deck.layout import LaidOutDeck, audit, lay_out
from deck.layout import model as m
from deck.presentation import (
    Area,
    Block,
    Chart,
    Diagram,
    Item,
    Map,
    Media,
    Picture,
    Presentation,
    QrCode,
    Series,
    Slide,
    SlideKind,
    Slot,
    text,
)

GOLDEN = Path(__file__).parent / "data" / "golden.txt"
OBJECTIVES = (
    "Begränsad klimatpåverkan",
    "Frisk luft",
    "Bara naturlig försurning",
    "Giftfri miljö",
    "Skyddande ozonskikt",
    "Säker strålmiljö",
    "Ingen övergödning",
    "Levande sjöar och vattendrag",
    "Grundvatten av god kvalitet",
    "Hav i balans samt levande kust och skärgård",
    "Myllrande våtmarker",
    "Levande skogar",
    "Ett rikt odlingslandskap",
    "Storslagen fjällmiljö",
    "God bebyggd miljö",
    "Ett rikt växt- och djurliv",
)
GOALS = (
    "Ingen fattigdom",
    "Ingen hunger",
    "God hälsa och välbefinnande",
    "God utbildning för alla",
    "Jämställdhet",
    "Rent vatten och sanitet för alla",
    "Hållbar energi för alla",
    "Anständiga arbetsvillkor och ekonomisk tillväxt",
    "Hållbar industri, innovationer och infrastruktur",
    "Minskad ojämlikhet",
    "Hållbara städer och samhällen",
    "Hållbar konsumtion och produktion",
    "Bekämpa klimatförändringarna",
    "Hav och marina resurser",
    "Ekosystem och biologisk mångfald",
    "Fredliga och inkluderande samhällen",
    "Genomförande och globalt partnerskap",
)


def square(code: str, name: str, lon: float, lat: float) -> Area:
    return Area(code, name, (((lon, lat), (lon + 1, lat), (lon + 1, lat + 1), (lon, lat + 1), (lon, lat)),))


MAP = Map(
    (square("01", "Väster", 13, 57), square("02", "Öster", 14, 57), square("03", "Norr", 13, 58)), "Karta", "Källa: SCB", "02"
)
QR = QrCode("https://www.rus.se/vagledning-for-lokalt-arbete/", "rus.se/vagledning-for-lokalt-arbete", "QR-kod")
PROCESS = Diagram(
    "loop",
    (
        Item("plan", "Planera", "Ta fram mål och åtgärder."),
        Item("do", "Genomföra", "Arbeta i verksamheten."),
        Item("see", "Följa upp"),
    ),
    "Processen",
)


def cards(titles: tuple[str, ...]) -> Diagram:
    return Diagram("cards", tuple(Item(str(n), title, key=str(n)) for n, title in enumerate(titles, 1)), "Kort")


def laid(block: Block, kind: SlideKind = "object", role: str = "object", **wishes: float) -> tuple[LaidOutDeck, Diagnostics]:
    found = Diagnostics()
    slide = Slide("prov", kind, (Slot("title", "title", text("Rubrik")), Slot("block", role, block)))
    deck = Presentation("Prov", "sv-SE", "1281", "Lund", "standard", "alla", "2021", (), (slide,))
    return lay_out(deck, layout_templates.template(**wishes), found), found  # type: ignore[arg-type]


def group_of(block: Block, kind: SlideKind = "object", role: str = "object") -> m.PlacedGroup:
    deck, found = laid(block, kind, role)
    assert not found.errors
    assert not audit(deck)
    assert len(deck.slides) == 1
    group = deck.slides[0].shapes[1]
    assert isinstance(group, m.PlacedGroup)
    assert deck.template.roles[kind].spots[role].box.contains(group.box, 13_000)
    return group


@pytest.mark.parametrize("titles", [OBJECTIVES, GOALS])
@pytest.mark.parametrize(("kind", "role"), [("object", "object"), ("content", "body")])
def test_all_objectives_and_all_goals_stand_on_one_slide(titles: tuple[str, ...], kind: SlideKind, role: str) -> None:
    group = group_of(cards(titles), kind, role)
    assert [c.paragraphs[0].text for c in group.children if c.key.endswith(":title")] == list(titles)
    assert [c.paragraphs[0].text for c in group.children if c.key.endswith(":number")] == [str(n + 1) for n in range(len(titles))]
    assert min(c.size_pt for c in group.children) >= 18


def test_a_qr_code_has_every_module_and_its_address_in_words() -> None:
    group = group_of(QR)
    ground, modules, label = group.children
    assert isinstance(modules.geometry, m.Path)
    matrix = [[bool(cell) for cell in row] for row in segno.make(QR.url, error="m", micro=False).matrix]
    size = modules.box.w // len(matrix)
    dark: set[tuple[int, int]] = set()
    for ring in modules.geometry.rings:
        xs, ys = sorted({x // size for x, _ in ring}), sorted({y // size for _, y in ring})
        cells = {(x, y) for x in range(xs[0], xs[1]) for y in range(ys[0], ys[1])}
        assert not cells & dark
        dark |= cells
    assert dark == {(x, y) for y, row in enumerate(matrix) for x, cell in enumerate(row) if cell}
    assert modules.box.x - ground.box.x == 4 * size
    assert label.paragraphs[0].text == QR.label
    assert label.paragraphs[0].runs[0].link is not None


def test_a_qr_code_is_dark_on_light_on_a_dark_slide_too() -> None:
    deck, _ = laid(QR, "closing", "body")
    group = deck.slides[0].shapes[1]
    assert isinstance(group, m.PlacedGroup)
    ground, modules = group.children[:2]
    assert ground.fill is not None
    assert modules.fill is not None
    light, dark = layout_templates.RGB[ground.fill.name], layout_templates.RGB[modules.fill.name]
    assert contrast(light, dark) >= 7
    assert contrast(light, "FFFFFF") < contrast(dark, "FFFFFF")


@pytest.mark.parametrize(
    ("kind", "role"), [("object", "object"), ("two-content", "right"), ("picture", "picture"), ("content", "body")]
)
def test_a_map_names_its_own_area_in_words(kind: SlideKind, role: str) -> None:
    group = group_of(MAP, kind, role)
    areas = [child for child in group.children if child.key.startswith("area:")]
    assert [child.key for child in areas] == ["area:01", "area:03", "area:02"]
    assert areas[-1].fill != areas[0].fill
    assert {child.fill for child in areas[:-1]} == {areas[0].fill}
    by_key = {child.key: child for child in group.children}
    assert by_key["label"].paragraphs[0].text == "Öster"
    assert by_key["caption"].paragraphs[0].text == "Källa: SCB"
    assert not by_key["label"].box.overlaps(areas[-1].box)
    # A degree of longitude is about cos(57.5°) of one of latitude, there.
    assert areas[-1].box.w / areas[-1].box.h == pytest.approx(0.54, abs=0.02)
    # The leader ends within the area.
    assert areas[-1].box.contains(Box(by_key["leader"].box.x, by_key["leader"].box.y, 1, 1))


def test_a_process_is_across_where_wide_and_down_where_narrow() -> None:
    across = [c for c in group_of(PROCESS).children if c.key.endswith(":title")]
    assert [c.geometry for c in across] == ["homePlate", "chevron", "chevron"]
    assert len({c.box.y for c in across}) == 1
    down = [c for c in group_of(PROCESS, "two-content", "right").children if c.key.endswith(":title")]
    assert len({c.box.x for c in down}) == 1
    assert any(c.key == "loop" for c in group_of(PROCESS).children)
    numbers = [c.paragraphs[0].text for c in group_of(PROCESS).children if c.key.endswith(":number")]
    assert numbers == ["1", "2", "3"]


def test_a_big_number_stands_on_one_line_over_its_meaning() -> None:
    group = group_of(Diagram("number", (Item("n", "kommuner kunde lämna synpunkter", key="drygt 80"),), ""))
    number, label = group.children[1:]
    assert number.size_pt > 3 * label.size_pt
    assert number.box.bottom <= label.box.y + 1
    narrow, found = laid(
        Diagram("number", (Item("n", "är mycket pengar", key="1 234 567 890 kronor"),), ""), "two-content", "left"
    )
    assert not found.errors
    assert not audit(narrow)


@pytest.mark.parametrize(
    ("width", "height", "kind"), [(4000, 1000, "image/png"), (1000, 4000, "image/png"), (1300, 1000, "image/jpeg")]
)
def test_a_picture_keeps_its_aspect(width: int, height: int, kind: str) -> None:
    deck, _ = laid(Picture(Media(kind, b"x"), width, height, "Bild"), "picture", "picture")
    shape = deck.slides[0].shapes[1]
    assert isinstance(shape, m.PlacedPicture)
    left, top, right, bottom = (side / 100_000 for side in shape.crop)
    shown = (width * (1 - left - right)) / (height * (1 - top - bottom))
    assert shown == pytest.approx(shape.box.w / shape.box.h, rel=0.001)
    assert deck.template.roles["picture"].spots["picture"].box.contains(shape.box, 2)


def test_a_chart_tells_its_message_apart() -> None:
    chart = Chart("doughnut", ("Med", "Övriga"), (Series("Kommuner", (80, 210)),), "Diagram", ("drygt 80", ""), highlight=0)
    deck, _ = laid(chart)
    shape = deck.slides[0].shapes[1]
    assert isinstance(shape, m.PlacedChart)
    assert len(shape.colors) == 2
    assert shape.colors[0] != shape.colors[1]
    assert shape.size_pt >= 18


def _lines(deck: LaidOutDeck, title: str) -> list[str]:
    out = [f"# {title}"]
    for page in deck.slides:
        for shape in page.shapes:
            box = shape.box
            out.append(f"{page.id} {type(shape).__name__} {shape.slot} {box.x} {box.y} {box.w} {box.h}")
            for c in getattr(shape, "children", ()):
                words = " ".join(p.text for p in c.paragraphs)
                look = c.geometry if isinstance(c.geometry, str) else f"path{sum(map(len, c.geometry.rings))}"
                out.append(f"  {c.key} {look} {c.box.x} {c.box.y} {c.box.w} {c.box.h} {c.size_pt:g} {words}".rstrip())
    return out


def test_everything_stands_where_it_stood() -> None:
    """After a wanted change: DECK_GOLDEN=1 pytest tests/layout, then read the difference."""
    blocks = {"cards": cards(OBJECTIVES), "goals": cards(GOALS), "process": PROCESS, "map": MAP, "qr": QR}
    found = [line for name, block in blocks.items() for line in _lines(laid(block)[0], name)]
    if os.environ.get("DECK_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == GOLDEN.read_text("utf-8").splitlines()
