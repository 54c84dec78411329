"""Each kind of block read back from its shape: as it was written, and as it stands there now."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from deck.diagnostics import Diagnostics
from deck.layout import lay_out
from deck.package import Package
from deck.pptx import read_pptx, write_pptx
from deck.pptx.slots import READERS
from deck.presentation import (
    Area,
    Block,
    Cell,
    Chart,
    Diagram,
    Item,
    Link,
    Map,
    Media,
    Paragraph,
    Picture,
    Presentation,
    QrCode,
    Row,
    Run,
    Section,
    Series,
    Slide,
    Slot,
    Table,
    Text,
    paragraph,
    text,
)
from deck.template import default_template_path, read_template

RING = ((12.0, 55.0), (14.0, 55.0), (14.0, 57.0), (12.0, 57.0))


def png(color: str = "red") -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (30, 20), color).save(data, "PNG")
    return data.getvalue()


BLOCKS: dict[str, Block] = {
    "text": text("Ett", "Två"),
    "table": Table(
        tuple(Row(key, (Cell((paragraph(key),)), Cell((paragraph(f"{key} två"),)))) for key in ("head", "rad")), (0.5, 0.5), "Om"
    ),
    "chart": Chart("bar", ("Skog", "Hav"), (Series("Mål", (1.0, 2.5)),), "Om", highlight=1),
    "diagram": Diagram("cards", (Item("a", "Kort", link=Link(url="https://a.se/")), Item("b", "Annat")), "Om"),
    "picture": Picture(Media("image/png", png()), 30, 20, "Om", name="bild"),
    "map": Map((Area("1281", "Lund", (RING,)),), "Om", "Karta: SCB", highlight="1281"),
    "code": QrCode("https://a.se/", "a.se", "Om"),
}


def base(block: Block, kind: str) -> Presentation:
    slot = Slot("b", "body" if isinstance(block, Text) else "object", block)
    slide = Slide("s", "content" if kind == "text" else "object", (Slot("title", "title", text("Rubrik")), slot), (), "del")
    return Presentation(
        "Prov", "sv-SE", "1281", "Lunds kommun", "kort", "alla", "2021", sections=(Section("del", "Del"),), slides=(slide,)
    )


def written(block: Block, kind: str) -> Package:
    found = Diagnostics()
    package = write_pptx(base(block, kind), lay_out(base(block, kind), read_template(default_template_path()), found))
    assert not found.errors
    return package


def read(package: Package) -> Block:
    now = read_pptx(package).presentation
    assert now is not None
    slot = now.slides[0].slot("b")
    assert slot is not None
    return slot.block


def test_every_kind_is_tried() -> None:
    assert {type(block) for block in BLOCKS.values()} == set(READERS)


@pytest.mark.parametrize("kind", BLOCKS)
def test_untouched_it_is_what_was_written(kind: str) -> None:
    assert read(written(BLOCKS[kind], kind)) == BLOCKS[kind]


def changed(block: Any, **fields: Any) -> Any:
    return replace(block, **fields)


@pytest.mark.parametrize(
    ("kind", "old", "new", "now"),
    [
        ("text", "<a:t>Två</a:t>", "<a:t>Mitt</a:t>", text("Ett", "Mitt")),
        ("table", 'descr="Om"', 'descr="Min"', changed(BLOCKS["table"], alt="Min")),
        ("chart", 'descr="Om"', 'descr="Min"', changed(BLOCKS["chart"], alt="Min")),
        ("picture", 'descr="Om"', 'descr="Min"', changed(BLOCKS["picture"], alt="Min")),
        ("map", "Karta: SCB", "Min karta", changed(BLOCKS["map"], caption="Min karta")),
        ("map", 'descr="Om"', 'descr="Min"', changed(BLOCKS["map"], alt="Min")),
        ("code", "<a:t>a.se</a:t>", "<a:t>hit</a:t>", changed(BLOCKS["code"], label="hit")),
        (
            "diagram",
            "<a:t>Annat</a:t>",
            "<a:t>Mitt</a:t>",
            changed(BLOCKS["diagram"], items=(BLOCKS["diagram"].items[0], Item("b", "Mitt"))),  # type: ignore[union-attr]
        ),
    ],
)
def test_what_its_owner_wrote_is_what_it_says(kind: str, old: str, new: str, now: Block) -> None:
    package = written(BLOCKS[kind], kind)
    part = "ppt/slides/slide1.xml"
    data = package.parts[part].decode()
    assert old in data
    assert read(package.replace({part: data.replace(old, new).encode()})) == now


def test_another_picture_is_read_with_its_own_size() -> None:
    package = written(BLOCKS["picture"], "picture")
    media = next(name for name in package.parts if name.startswith("ppt/media/") and package.parts[name] == png())
    other = io.BytesIO()
    Image.new("RGB", (7, 5), "blue").save(other, "PNG")
    found = read(package.replace({media: other.getvalue()}))
    assert isinstance(found, Picture) and (found.width, found.height, found.media.data) == (7, 5, other.getvalue())
    broken = read(package.replace({media: b"no picture"}))
    assert isinstance(broken, Picture) and (broken.width, broken.height) == (0, 0)


def test_a_shape_of_another_kind_is_read_as_what_it_is() -> None:
    """Its owner put a text where a table was."""
    package = written(text("Ett"), "text")
    known = base(BLOCKS["table"], "text")
    from deck.pptx.reader import presentation_of

    found = presentation_of(read_pptx(package), known).slides[0].slot("b")
    assert found is not None and found.block == Text((Paragraph((Run("Ett"),)),))


@pytest.mark.parametrize(("elsewhere", "key"), [(False, None), (True, "own:{}")])
def test_a_link_to_a_slide_of_the_owners_is_read_where_that_is_asked_for(elsewhere: bool, key: str | None) -> None:
    from deck.pptx.reader import presentation_of

    led = base(Text((Paragraph((Run("Ett", link=Link(slide="own")),)),)), "text")
    both = replace(led, slides=(*led.slides, replace(led.slides[0], id="own", slots=())))
    deck = read_pptx(write_pptx(both, lay_out(both, read_template(default_template_path()), Diagnostics())))
    assert [piece.slide for piece in deck.slides][1:] == ["own"]
    mine = replace(deck, slides=(deck.slides[0], replace(deck.slides[1], slide="")))
    slot = presentation_of(mine, led, elsewhere=elsewhere).slides[0].slot("b")
    assert slot is not None and isinstance(slot.block, Text)
    wanted = Link(slide=key.format(deck.slides[1].sld_id)) if key else None
    assert slot.block.paragraphs[0].runs[0].link == wanted
