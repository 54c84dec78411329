"""Pictures, QR codes and charts in their boxes."""

# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

from dataclasses import replace

import layout_templates
import pytest
import segno
from layout_made import QR, group_of, laid_block, place

from deck.brand.contrast import contrast
from deck.geometry import Box
from deck.layout import model as m
from deck.layout.figures import place_chart, place_picture, place_qr, qr_modules
from deck.presentation import Chart, Media, Picture, Series


def test_a_qr_code_has_every_module_and_its_address_in_words() -> None:
    group = group_of(QR)
    modules, label = group.children
    assert isinstance(modules.geometry, m.Freeform)
    matrix = [[bool(cell) for cell in row] for row in segno.make(QR.url, error="m", micro=False).matrix]
    size = modules.box.w // len(matrix)
    dark: set[tuple[int, int]] = set()
    for ring in modules.geometry.points:
        xs, ys = sorted({x // size for x, _ in ring}), sorted({y // size for _, y in ring})
        cells = {(x, y) for x in range(xs[0], xs[1]) for y in range(ys[0], ys[1])}
        assert not cells & dark
        dark |= cells
    assert dark == {(x, y) for y, row in enumerate(matrix) for x, cell in enumerate(row) if cell}
    assert modules.box.w == size * len(matrix) and label.box.x - modules.box.right >= 4 * size
    assert label.paragraphs[0].text == QR.label
    assert label.paragraphs[0].runs[0].link is not None


def test_a_qr_code_is_dark_on_light_on_a_dark_slide_too() -> None:
    deck, _ = laid_block(QR, "closing", "body")
    group = deck.slides[0].shapes[1]
    assert isinstance(group, m.PlacedGroup)
    ground, modules = group.children[:2]
    assert ground.fill is not None
    assert modules.fill is not None
    light, dark = layout_templates.RGB[ground.fill.name], layout_templates.RGB[modules.fill.name]
    assert contrast(light, dark) >= 7
    assert contrast(light, "FFFFFF") < contrast(dark, "FFFFFF")
    count = len(segno.make(QR.url, error="m", micro=False).matrix)
    module = modules.box.w // count
    rim = 4 * module
    assert ground.box == Box(modules.box.x - rim, modules.box.y - rim, modules.box.w + 2 * rim, modules.box.h + 2 * rim)


@pytest.mark.parametrize(("plain", "brought"), [(True, 2), (False, 3)])
def test_a_qr_code_brings_its_white_where_its_ground_is_not_plain(plain: bool, brought: int) -> None:
    """A corner's decoration behind it: a camera would not read the dark modules there."""
    here = place(400, 300)
    white = here.look.white.color
    (group,) = place_qr(QR, replace(here, look=replace(here.look, plain_ground=plain, light=white))).parts[0]
    assert isinstance(group, m.PlacedGroup) and len(group.children) == brought


@pytest.mark.parametrize(
    ("width", "height", "kind"), [(4000, 1000, "image/png"), (1000, 4000, "image/png"), (1300, 1000, "image/jpeg")]
)
def test_a_picture_keeps_its_aspect(width: int, height: int, kind: str) -> None:
    deck, _ = laid_block(Picture(Media(kind, b"x"), width, height, "Bild"), "picture", "picture")
    shape = deck.slides[0].shapes[1]
    assert isinstance(shape, m.PlacedPicture)
    left, top, right, bottom = (side / 100_000 for side in shape.crop)
    shown = (width * (1 - left - right)) / (height * (1 - top - bottom))
    assert shown == pytest.approx(shape.box.w / shape.box.h, rel=0.001)
    assert deck.template.roles["picture"].spots["picture"].box.contains(shape.box, 2)


def test_a_chart_tells_its_message_apart() -> None:
    chart = Chart("doughnut", ("Med", "Övriga"), (Series("Kommuner", (80, 210)),), "Diagram", ("drygt 80", ""), highlight=0)
    deck, _ = laid_block(chart)
    shape = deck.slides[0].shapes[1]
    assert isinstance(shape, m.PlacedChart)
    assert len(shape.colors) == 2
    assert shape.colors[0] != shape.colors[1]
    assert shape.size_pt >= 18


@pytest.mark.parametrize("url", ["https://a.se", "https://rus.se/" + "x" * 120, "mailto:å@b.se"])
def test_modules_as_rectangles_are_the_code(url: str) -> None:
    count, rects = qr_modules(url)
    matrix = [[bool(cell) for cell in row] for row in segno.make(url, error="m", micro=False).matrix]
    cells = [(x + i, y + j) for x, y, w, h in rects for i in range(w) for j in range(h)]
    assert len(cells) == len(set(cells)) and count == len(matrix)
    assert set(cells) == {(x, y) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert len(rects) < len(cells) / 2


@pytest.mark.parametrize(("width", "height", "beside"), [(700, 300, True), (250, 400, False), (345, 360, False)])
def test_an_address_stands_beside_or_under_its_code(width: int, height: int, beside: bool) -> None:
    here = place(width, height)
    (group,) = place_qr(QR, here).parts[0]
    modules, label = group.children
    module = modules.box.w // len(segno.make(QR.url, error="m", micro=False).matrix)
    assert (label.box.x >= modules.box.right + 4 * module) == beside and (
        label.box.y >= modules.box.bottom + 4 * module
    ) != beside
    assert here.spot.box.contains(group.box)


def test_a_code_in_the_half_of_a_common_slide_is_large_and_flush_right() -> None:
    """As on a slide with links beside it: 561 x 480 px."""
    here = place(421, 360)
    (group,) = place_qr(QR, here).parts[0]
    assert group.children[0].box.w >= 355 * 9_525 and group.children[0].box.right == here.spot.box.right


def test_a_code_without_room_complains() -> None:
    assert [item.code for item in place_qr(QR, place(120, 60)).troubles] == ["text-too-long"]


@pytest.mark.parametrize(
    ("kind", "series", "highlight", "count"),
    [("bar", 1, None, 1), ("bar", 1, 1, 2), ("doughnut", 1, None, 3), ("line", 2, None, 2)],
)
def test_colours_of_a_chart(kind: str, series: int, highlight: int | None, count: int) -> None:
    chart = Chart(kind, ("a", "b", "c"), tuple(Series(str(n), (1, 2, 3)) for n in range(series)), "", highlight=highlight)  # type: ignore[arg-type]
    (item,) = place_chart(chart, place(600, 300)).parts[0]
    assert len(set(item.colors)) == count and len(item.colors) == (3 if series == 1 else series)
    assert place_chart(chart, place(600, 300, scale=2.0)).parts[0][0].size_pt == 36


@pytest.mark.parametrize(("kind", "crop"), [("image/jpeg", True), ("image/png", False)])
def test_only_a_photograph_is_cut_and_evenly(kind: str, crop: bool) -> None:
    (item,) = place_picture(Picture(Media(kind, b"x"), 1050, 1000, ""), place(500, 500)).parts[0]
    assert any(item.crop) == crop and item.crop[0] == item.crop[2] and item.crop[1] == item.crop[3] == 0
