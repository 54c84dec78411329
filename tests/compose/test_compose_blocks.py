"""The blocks of a slide: made from its structure, its words and the place."""

from __future__ import annotations

import pytest
from compose_made import CONTENT, made

from deck.compose.blocks import depends
from deck.presentation import Chart, Diagram, Link, Map, QrCode, Row, Run, Table, Text


@pytest.mark.parametrize(("query", "count"), [("lan-14-vastra-gotaland", 49), ("0980", 1), ("1281", 33)])
def test_the_members_of_the_county(query: str, count: int) -> None:
    slide = made(query, "konferens").slide("county-members")
    assert slide is not None
    block = slide.slots[1].block
    assert isinstance(block, Diagram) and block.form == "names"
    names = [item.title for item in block.items]
    assert len(names) == len(set(names)) == len({item.id for item in block.items}) == count
    assert all(item.key == item.title[0] for item in block.items)
    if count == 33:
        assert names[-1] == "Östra Göinge" and names.index("Åstorp") < names.index("Ängelholm")


def test_a_map_that_has_the_slide_to_itself_names_its_areas_and_shows_their_neighbours() -> None:
    maps = {
        slide.id: slot.block for slide in made("1281", "konferens").slides for slot in slide.slots if isinstance(slot.block, Map)
    }
    whole, beside = maps["county-map"], maps["local"]
    assert whole.named and whole.around and not {area.code for area in whole.around} & {area.code for area in whole.areas}
    assert not beside.named and not beside.around and beside.areas == whole.areas


def test_chart_and_qr() -> None:
    presentation = made("1281")
    blocks = [slot.block for slide in presentation.slides for slot in slide.slots]
    chart = next(block for block in blocks if isinstance(block, Chart))
    assert chart.series[0].values == (80, 210) and chart.labels[0] == "drygt 80"
    code = next(block for block in blocks if isinstance(block, QrCode))
    assert code.url == CONTENT.sources["rus-2020"].url


def test_notes_end_with_their_sources() -> None:
    for slide in made("1281", "konferens").slides:
        last = slide.notes[-1].text
        if slide.sources:
            assert last.startswith(("Källa: ", "Källor: "))
            assert all(CONTENT.sources[source].title in last for source in slide.sources)
    discussion = made("1281").slide("discussion")
    assert discussion is not None and "inte vägledningens ord" in discussion.notes[-1].text


def test_the_sources_of_this_deck_only() -> None:
    slide = made("1281", "kort").slide("sources")
    assert slide is not None and isinstance(slide.slots[1].block, Table)
    rows = [row.id for row in slide.slots[1].block.rows[1:]]
    assert "rus-2020" in rows and "agenda-2030" not in rows


def test_the_brand_gives_the_contact() -> None:
    slide = made("1281", contact=(("name", "Kim"), ("email", "kim@example.se"), ("web", "example.se"))).slide("contact")
    assert slide is not None and isinstance(slide.slots[1].block, Text)
    assert slide.slots[1].block.text == "Lunds kommun\nKim\nkim@example.se\nexample.se"


@pytest.mark.parametrize(
    ("given", "runs"),
    [
        ((("name", "Kim"),), [Run("Kim", bold=True)]),
        ((("email", "kim@a.se"),), [Run("kim@a.se", link=Link(url="mailto:kim@a.se"))]),
        ((("web", "a.se/"),), [Run("a.se", link=Link(url="https://a.se/"))]),
        ((("web", "http://a.se"),), [Run("a.se", link=Link(url="http://a.se"))]),
        ((("phone", "046"), ("role", "strateg")), [Run("strateg"), Run("046")]),
    ],
)
def test_a_contacts_lines_and_links(given: tuple[tuple[str, str], ...], runs: list[Run]) -> None:
    slide = made("1281", contact=given).slide("contact")
    assert slide is not None and isinstance(slide.slots[1].block, Text)
    assert [paragraph.runs for paragraph in slide.slots[1].block.paragraphs[1:]] == [(run,) for run in runs]


def test_without_a_contact_the_content_has_words_for_it() -> None:
    slide = made("1281").slide("contact")
    assert slide is not None and isinstance(slide.slots[1].block, Text)
    words = "".join(span.text for span in CONTENT.phrases["contact", slide.slots[1].id, "fallback"].spans)
    assert words and slide.slots[1].block.paragraphs[-1].text == words


def test_an_agenda_leads_to_the_first_slide_of_each_other_section() -> None:
    presentation = made("1281", "konferens")
    agenda = next(slide for slide in presentation.slides if slide.id == "agenda")
    block = next(slot.block for slot in agenda.slots if isinstance(slot.block, Diagram))
    firsts: dict[str, str] = {}
    for slide in presentation.slides:
        firsts.setdefault(slide.section, slide.id)
    del firsts[agenda.section]
    assert [(item.id, item.link) for item in block.items] == [(section, Link(slide=name)) for section, name in firsts.items()]
    assert [item.key for item in block.items] == [str(n) for n in range(1, len(firsts) + 1)]
    titles = {section.id: section.title for section in presentation.sections}
    assert all(item.title == titles[item.id] for item in block.items)


def test_a_tables_shares_are_of_the_whole() -> None:
    tables = [slot.block for slide in made("1281", "konferens").slides for slot in slide.slots if isinstance(slot.block, Table)]
    assert tables
    for table in tables:
        assert sum(table.widths) == pytest.approx(1) and len(table.widths) == len(table.rows[0].cells)
        assert table.rows[0].id == "head" and len({row.id for row in table.rows}) == len(table.rows)
        assert all(isinstance(row, Row) and len(row.cells) == len(table.widths) for row in table.rows)


def test_a_link_to_a_slide_that_this_deck_lacks_is_no_link() -> None:
    short, long = made("1281", "kort"), made("1281", "konferens")
    ids = {slide.id for slide in short.slides}
    assert ids < {slide.id for slide in long.slides}
    lost = 0
    for slide in short.slides:
        twin = long.slide(slide.id)
        for slot in slide.slots:
            other = twin.slot(slot.id) if twin else None
            if isinstance(slot.block, Diagram) and other is not None and isinstance(other.block, Diagram):
                for one, two in zip(slot.block.items, other.block.items, strict=False):
                    assert one.link is None or one.link.slide in ids
                    lost += one.link is None and two.link is not None
    assert lost or all(not (key[0] in ids and "slide:" in phrase.text) for key, phrase in CONTENT.phrases.items()), (
        "no slide of the short deck links to one that it lacks: nothing was tried"
    )


@pytest.mark.parametrize(
    ("slide", "answer"), [("local", True), ("contact", True), ("agenda", True), ("sources", False), ("when", False)]
)
def test_which_slides_differ_from_place_to_place(slide: str, answer: bool) -> None:
    assert depends(CONTENT, slide, "alla") == answer
