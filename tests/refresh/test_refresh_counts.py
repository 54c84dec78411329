"""Forms that count and name, refreshed part by part: an owner's words stay and news come, the strong words with them; what the
shapes say is read back as it was written."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from drawn_counts import BLOCKS, SHOWN, named
from pptx import Presentation as Opened
from refresh_corpus import generated, refreshed, result_bytes

from deck.pptx import read_pptx
from deck.presentation import Block, Diagram, Presentation, Slide, Slot, text
from deck.refresh.canon import canonical_presentation

ALL: dict[str, Block] = {**SHOWN, **BLOCKS}


def deck_of(blocks: dict[str, Block]) -> Presentation:
    slides = tuple(
        Slide(name, "object", (Slot("title", "title", text(f"Bilden {name}")), Slot("block", "object", block)))
        for name, block in blocks.items()
    )
    return Presentation("Prov", "sv-SE", "1281", "Lund", "standard", "alla", "2021", (), slides)


BASE = deck_of(ALL)


def parts(data: bytes, name: str) -> dict[str, Any]:
    """Key → shape, of the drawn block."""
    return parts_of(slide_of(Opened(io.BytesIO(data)), name))


def slide_of(opened: Any, name: str) -> Any:
    return next(item for item in opened.slides if item.shapes.title.text == f"Bilden {name}")


def parts_of(slide: Any) -> dict[str, Any]:
    group = next(shape for shape in slide.shapes if shape.shape_type == 6)
    return {shape.name.rsplit("(", 1)[1][:-1]: shape for shape in group.shapes}


def said_by(opened: Any, name: str, part: str, words: str) -> None:
    """The owner writes something else in a part."""
    paragraph = parts_of(slide_of(opened, name))[part].text_frame.paragraphs[0]
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    paragraph.runs[0].text = words


def theirs(blocks: dict[str, Block]) -> Presentation:
    return replace(deck_of({**ALL, **blocks}), release="2026")


def test_what_is_written_is_read_back_as_it_was() -> None:
    read = read_pptx(generated(BASE)).presentation
    assert read is not None
    assert canonical_presentation(read) == canonical_presentation(BASE)


def test_nothing_new_changes_nothing() -> None:
    data = generated(BASE)
    outcome = refreshed(data, BASE)
    assert not outcome.merged.conflicts
    assert parts(result_bytes(outcome, data), "dots").keys() == parts(data, "dots").keys()


@pytest.mark.parametrize("name", list(SHOWN))
def test_an_owners_words_stay_and_news_of_other_parts_come(name: str) -> None:
    block = SHOWN[name]
    field = "text" if name == "pairs" else "title"
    first, last = block.items[0], block.items[2 if name == "pairs" else 1]
    mine, other = block.how.part(first.id, field), block.how.part(last.id, field)
    opened = Opened(io.BytesIO(generated(BASE)))
    said_by(opened, name, mine, "Ägarens ord")
    out = io.BytesIO()
    opened.save(out)
    changed = replace(last, title="Nytt ord", strong="") if field == "title" else replace(last, text="Nytt ord")
    news = replace(block, items=tuple(changed if item.id == last.id else item for item in block.items))
    outcome = refreshed(out.getvalue(), theirs({name: news}))
    assert not outcome.merged.conflicts
    now = parts(result_bytes(outcome, out.getvalue()), name)
    assert now[mine].text_frame.text == "Ägarens ord" and now[other].text_frame.text == "Nytt ord"
    assert now.keys() == parts(generated(BASE), name).keys()


def test_the_strong_words_of_a_new_name_are_bold_and_the_others_stay() -> None:
    block = SHOWN["objectives"]
    items = tuple(replace(named(2, "Frisk och ren *luft*"), id=item.id) if item.id == "n2" else item for item in block.items)
    data = generated(BASE)
    now = parts(result_bytes(refreshed(data, theirs({"objectives": replace(block, items=items)})), data), "objectives")

    def runs(key: str) -> list[tuple[str, bool]]:
        return [(run.text, bool(run.font.bold)) for run in now[key].text_frame.paragraphs[0].runs]

    assert runs("item:n2:title") == [("Frisk och ren ", False), ("luft", True)]
    assert runs("item:n10:title") == [("Hav", True), (" i balans samt levande ", False), ("kust och skärgård", True)]


def test_what_is_chosen_anew_is_drawn_so() -> None:
    block = SHOWN["objectives"]
    items = tuple(replace(item, group="chosen") if item.id == "n3" else item for item in block.items)
    data = generated(BASE)
    news = theirs({"objectives": replace(block, items=items)})
    now, fresh = (parts(found, "objectives") for found in (result_bytes(refreshed(data, news), data), generated(news)))
    assert now["item:n3:number"].width == fresh["item:n3:number"].width != now["item:n4:number"].width


def test_a_member_that_its_owner_coloured_keeps_its_colour() -> None:
    from pptx.dml.color import RGBColor

    opened = Opened(io.BytesIO(generated(BASE)))
    slide = slide_of(opened, "map-labels")
    area = parts_of(slide)["area:0680"]
    assert area.name.startswith("Jönköping")
    area.fill.solid()
    area.fill.fore_color.rgb = RGBColor(200, 0, 0)
    out = io.BytesIO()
    opened.save(out)
    block = SHOWN["time"]
    news = theirs({"time": replace(block, items=(replace(block.items[0], title="Guiden"), *block.items[1:]))})
    now = parts(result_bytes(refreshed(out.getvalue(), news), out.getvalue()), "map-labels")
    assert now["area:0680"].fill.fore_color.rgb == RGBColor(200, 0, 0)


def test_a_value_that_was_not_given_is_filled_in_by_its_owner_and_stays() -> None:
    opened = Opened(io.BytesIO(generated(BASE)))
    slide = slide_of(opened, "pairs")
    parts_of(slide)["item:phone:text"].text_frame.text = "046-35 50 00"
    out = io.BytesIO()
    opened.save(out)
    read = read_pptx(out.getvalue()).presentation
    assert read is not None
    block = next(slide.slots[1].block for slide in read.slides if slide.id == "pairs")
    assert isinstance(block, Diagram) and block.items[3].text == "046-35 50 00"
    outcome = refreshed(out.getvalue(), theirs({"pairs": replace(SHOWN["pairs"], alt="Nytt")}))
    assert parts(result_bytes(outcome, out.getvalue()), "pairs")["item:phone:text"].text_frame.text == "046-35 50 00"


def test_an_amount_that_stands_nowhere_in_figures_is_no_news_that_its_owner_took_away() -> None:
    block = SHOWN["dots"]
    assert isinstance(block, Diagram)
    counted = [item for item in block.items if item.value is not None]
    items = tuple(
        replace(item, value=(item.value or 0) + 15 * (1 if item is counted[0] else -1)) if item in counted[:2] else item
        for item in block.items
    )
    data = generated(BASE)
    outcome = refreshed(data, theirs({"dots": replace(block, items=items)}))
    assert "slide-deleted" not in {change.kind for change in outcome.merged.changes}
    assert "news-unshown" not in {item.code for item in outcome.diagnostics}
    assert {change.property for change in outcome.merged.changes} == {f"item:{item.id}.value" for item in counted[:2]}
