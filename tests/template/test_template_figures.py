"""Places for a sender's own figures: found row by row, each with what stands under it; none where one is missing or too low."""

from __future__ import annotations

from dataclasses import replace

from deck.presentation import FIGURES
from deck.template import default_template_path
from deck.template.figures import figure_spots
from deck.template.layouts import Drawn
from deck.template.model import Placeholder
from deck.template.reader import read_drawn
from deck.template.spots import TemplateFrame

TEMPLATE, DRAWN = read_drawn(default_template_path())
STAGE = TemplateFrame(TEMPLATE.size, TEMPLATE.safe, "Arial", "Arial")
OURS = next(item for item in DRAWN if item.layout.name == "Egna siffror")


def without(drawn: Drawn, name: str) -> Drawn:
    held = tuple(item for item in drawn.layout.placeholders if item.name != name)
    return replace(drawn, layout=replace(drawn.layout, placeholders=held))


def test_each_figure_has_its_words_and_its_source_under_it() -> None:
    spots = {spot.role: spot for spot in figure_spots(OURS, STAGE)}
    assert tuple(spots) == FIGURES
    for n in range(1, 5):
        figure, shows, source = (spots[f"{part}-{n}"].box for part in ("figure", "shows", "figure-source"))
        assert figure.x == shows.x == source.x and figure.bottom <= shows.y and shows.bottom <= source.y
    assert spots["figure-1"].box.y == spots["figure-2"].box.y < spots["figure-3"].box.y
    assert spots["figure-1"].box.x < spots["figure-2"].box.x


def test_none_where_a_figure_has_no_place_for_its_source() -> None:
    assert figure_spots(without(OURS, "Siffra 2, källa"), STAGE) == []


def test_a_place_that_holds_no_line_is_none() -> None:
    def shown(item: Placeholder) -> Placeholder:
        return replace(item, box=replace(item.box, h=item.box.h // 4)) if "källa" in item.name else item

    low = map(shown, OURS.layout.placeholders)
    assert figure_spots(replace(OURS, layout=replace(OURS.layout, placeholders=tuple(low))), STAGE) == []


def test_no_layout_of_another_kind_has_any() -> None:
    assert [item.layout.name for item in DRAWN if figure_spots(item, STAGE)] == ["Egna siffror"]
