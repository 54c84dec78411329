"""A template's own slides are counted before they are left out, and tell which layouts serve."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pptx

from deck.package import open_package
from deck.template import read_template, template_of
from deck.template.sampled import NO_SAMPLES, samples_from
from deck.template.samples import samples_of, worth


def deck(*layouts: int, rename: dict[int, str] | None = None) -> bytes:
    """python-pptx's own template with slides on its layouts, in this order."""
    made = pptx.Presentation()
    for number, name in (rename or {}).items():
        made.slide_layouts[number].name = name
        made.slide_layouts[number]._element.attrib.pop("type", None)  # type: ignore[attr-defined]
    for number in layouts:
        made.slides.add_slide(made.slide_layouts[number])
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def test_a_layout_that_is_written_in_is_for_text_however_low_its_body_is_drawn(tmp_path: Path) -> None:
    """Whoever writes in it draws the body larger; and so does a deck, in the same placeholder."""
    made: Any = pptx.Presentation(io.BytesIO(deck(0, 1, 1, 1, 1)))
    body = made.slide_layouts[1].placeholders[1]
    body.left, body.top, body.width, body.height = (body.left, body.top, body.width, body.height // 6)
    made.save(str(tmp_path / "a.pptx"))
    found = read_template(tmp_path / "a.pptx").roles["content"]
    assert found.layout.name == "Title and Content"
    body = found.spots["body"]
    assert body.placeholder is not None and body.box.h > 3 * body.placeholder.box.h


def test_slides_are_counted_by_layout_and_the_first_is_known() -> None:
    found = samples_of(open_package(deck(0, 1, 1, 5), "a.pptx"))
    assert found.used == {"0/Title Slide": 1, "0/Title and Content": 2, "0/Title Only": 1}
    assert found.first == "0/Title Slide"


def test_a_file_without_slides_tells_nothing() -> None:
    assert samples_of(open_package(deck(), "a.pptx")) == NO_SAMPLES


def test_use_says_more_the_more_there_is_up_to_a_bound() -> None:
    values = [worth(count) for count in (0, 1, 3, 10, 1_000)]
    assert values[0] == 0 and values == sorted(values) and values[-1] < 25


def test_the_layout_that_the_house_uses_serves() -> None:
    """Two layouts alike but for their names, which say nothing: the one that slides use is taken."""
    names = {1: "Ett", 8: "Två", 7: "Tre"}
    one = read_template(deck(0, 1, 1, 1, rename=names))
    assert one.roles["content"].layout.name == "Ett"
    assert one.samples.used["0/Ett"] == 3


def test_a_deck_reads_its_template_as_it_was_read() -> None:
    data = deck(0, 5, 5, 5, 1)
    one = read_template(data)
    again = template_of(open_package(data, "a.pptx"), "a.pptx", samples=samples_from(one.samples.to_json()))
    assert {kind: role.layout.name for kind, role in again.roles.items()} == {
        kind: role.layout.name for kind, role in one.roles.items()
    }


def test_the_cover_is_where_the_first_slide_has_it() -> None:
    assert read_template(deck(2, 1, 1)).roles["title"].layout.name == "Section Header"
    assert read_template(deck()).roles["title"].layout.name == "Title Slide"


def titled(*slides: tuple[int, str], rename: dict[int, str] | None = None) -> bytes:
    """A deck whose slides have these titles: layout and title."""
    made: Any = pptx.Presentation(io.BytesIO(deck(*(layout for layout, _title in slides), rename=rename)))
    for slide, (_layout, title) in zip(made.slides, slides, strict=True):
        if slide.shapes.title is not None:
            slide.shapes.title.text = title
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def test_slides_that_tell_how_to_use_the_template_say_nothing_of_it() -> None:
    """The first two are such ones by their titles, the third by its layout's name."""
    data = titled(
        (3, "Så använder du mallen"), (3, "How to use this template"), (4, "Färger"), (0, "Vår kommun"), (1, "Text"),
        rename={3: "Två", 4: "Instruktion – radera"},
    )  # fmt: skip
    found = samples_of(open_package(data, "a.pptx"))
    assert found.used == {"0/Title Slide": 1, "0/Title and Content": 1} and found.first == "0/Title Slide"
    assert read_template(data).roles["title"].layout.name == "Title Slide"


def test_two_slides_in_the_house_s_layout_are_no_try() -> None:
    """Beside a cover, they are all that it writes; the program's layout for content has none."""
    data = deck(0, 1, 1, rename={1: "Vår textsida"})
    made: Any = pptx.Presentation(io.BytesIO(data))
    stock = made.slide_layouts[7]
    stock.name, stock._element.attrib["type"] = "Title and Content", "obj"
    raw = io.BytesIO()
    made.save(raw)
    assert read_template(raw.getvalue()).roles["content"].layout.name == "Vår textsida"
