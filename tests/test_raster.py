"""SVG to PNG, alike on every machine."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from deck.raster import svg_png

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50" width="200" height="50">'
RED = f'{HEAD}<rect width="200" height="50" fill="#FF0000"/></svg>'


def drawn(svg: str, **size: int) -> Image.Image:
    return Image.open(io.BytesIO(svg_png(svg, **size))).convert("RGBA")


@pytest.mark.parametrize(
    ("asked", "size"), [({}, (200, 50)), ({"width": 400}, (400, 100)), ({"height": 100}, (400, 100)), ({"width": 20}, (20, 5))]
)
def test_one_side_is_asked_for_and_the_other_follows(asked: dict[str, int], size: tuple[int, int]) -> None:
    found = drawn(RED, **asked)
    assert found.size == size
    assert found.getpixel((size[0] // 2, size[1] // 2)) == (255, 0, 0, 255)


@pytest.mark.parametrize("font", ["sans-serif", "serif", "monospace", "No Such Font", "Arimo"])
def test_words_are_set_in_the_font_that_we_carry(font: str) -> None:
    def words(look: str) -> str:
        return f'{HEAD}<text x="5" y="40" font-size="40" {look}>Åre</text></svg>'

    assert drawn(words("")).getbbox() is not None
    for look in (f'font-family="{font}"', f'style="font-family: {font}"'):
        assert svg_png(words(look)) == svg_png(words(""))


@pytest.mark.parametrize("bad", ["", "no svg", "<svg", "<a/>"])
def test_what_is_no_svg_is_refused(bad: str) -> None:
    with pytest.raises(ValueError):
        svg_png(bad)


@pytest.mark.parametrize(
    ("length", "pixels"), [("100", 100), ("100px", 100), ("25.4mm", 96), ("2.54cm", 96), ("72pt", 96), ("1in", 96)]
)
def test_lengths_in_every_unit_are_drawn(length: str, pixels: int) -> None:
    box = drawn(f'{HEAD}<rect width="{length}" height="20" fill="#FF0000"/></svg>').getbbox()
    assert box is not None and box[2] == pixels
