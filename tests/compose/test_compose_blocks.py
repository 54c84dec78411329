"""The blocks of a slide: made from its structure, its words and the place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from compose_made import CONTENT, made

from deck.compose.blocks import depends
from deck.content import Content, content_root, load_content
from deck.content.showing import Showing
from deck.presentation import Diagram, Item, Link, Map, QrCode, Row, Run, Table, Text


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


def test_dots_and_qr() -> None:
    presentation = made("1281")
    blocks = [slot.block for slide in presentation.slides for slot in slide.slots]
    dots = next(block for block in blocks if isinstance(block, Diagram) and block.form == "dots")
    assert [(item.value, item.group) for item in dots.items] == [(80, ""), (210, ""), (None, "whole"), (None, "also")]
    assert (dots.items[0].key, dots.items[0].text) == ("80", "Drygt")
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


def pairs(content: Content = CONTENT, **fields: Any) -> dict[str, Item]:
    slide = made("1281", content=content, **fields).slide("contact")
    assert slide is not None and isinstance(slide.slots[1].block, Diagram)
    return {item.id: item for item in slide.slots[1].block.items}


def test_the_brand_gives_the_contact() -> None:
    found = pairs(contact=(("name", "Kim"), ("email", "kim@example.se"), ("web", "example.se")))
    assert [item.text for item in found.values()] == ["Kim", "", "kim@example.se", "", "example.se"]
    assert [item.key for item in found.values()] == ["Namn", "Roll", "E-post", "Telefon", "Webb"]


@pytest.mark.parametrize(
    ("key", "value", "words", "url"),
    [
        ("name", "Kim", "Kim", ""),
        ("email", "kim@a.se", "kim@a.se", "mailto:kim@a.se"),
        ("web", "www.a.se/", "a.se", "https://www.a.se/"),
        ("web", "http://a.se", "a.se", "http://a.se"),
        ("phone", "046", "046", ""),
    ],
)
def test_a_contacts_values_and_links(key: str, value: str, words: str, url: str) -> None:
    item = pairs(contact=((key, value),))[key]
    assert (item.text, item.link) == (words, Link(url=url) if url else None)


def test_without_a_contact_there_are_lines_to_fill_in_and_the_way_to_the_guidance() -> None:
    found = pairs()
    assert [(key, item.text, item.link) for key, item in found.items()] == [
        (key, "", None) for key in ("name", "role", "email", "phone")
    ]
    slide = made("1281").slide("contact")
    line = slide.slot("subtitle") if slide else None
    assert line is not None and isinstance(line.block, Text)
    assert line.block.paragraphs[0].runs[-1].link == Link(url=CONTENT.sources["rus-2020"].url)


@pytest.mark.parametrize(
    ("given", "runs"),
    [
        ((("name", "Kim"),), [Run("Kim", bold=True)]),
        ((("email", "kim@a.se"),), [Run("kim@a.se", link=Link(url="mailto:kim@a.se"))]),
        ((("phone", "046"), ("role", "strateg")), [Run("strateg"), Run("046")]),
    ],
)
def test_an_older_releases_contact_is_lines_of_text(given: tuple[tuple[str, str], ...], runs: list[Run]) -> None:
    old = load_content("2021")
    slide = made("1281", content=old, contact=given).slide("contact")
    assert slide is not None and isinstance(slide.slots[1].block, Text)
    assert [paragraph.runs for paragraph in slide.slots[1].block.paragraphs[1:]] == [(run,) for run in runs]
    alone = made("1281", content=old).slide("contact")
    assert alone is not None and isinstance(alone.slots[1].block, Text)
    words = "".join(span.text for span in old.phrases["contact", alone.slots[1].id, "fallback"].spans)
    assert words and alone.slots[1].block.paragraphs[-1].text == words


@pytest.mark.parametrize(
    ("showing", "words"),
    [
        (Showing(), ""),
        (Showing(speaker="Kim Lind, strateg"), "Kim Lind, strateg"),
        (Showing(event="Nämnden", date="2026-12-03"), "Nämnden, 3\xa0december\xa02026"),
        (Showing("Nämnden", "i vår", "Kim"), "Kim\nNämnden, i vår"),
    ],
)
def test_the_title_slide_says_who_speaks_where_and_when(showing: Showing, words: str) -> None:
    slot = made("1281", content=replace(CONTENT, showing=showing)).slides[0].slot("speaker")
    assert slot is not None and isinstance(slot.block, Text) and slot.block.text == words


@pytest.mark.parametrize(
    ("slide", "line"),
    [
        ("why", "Källa: Forum för miljösmart konsumtion 2020"),
        ("generational-goal", "Källa: Sveriges miljömål 2023 · Fetstil: vår markering"),
        ("already-in-use", "Källa: Forum för miljösmart konsumtion 2020"),
        ("whats-new", "Källa: RUS 2020, 2021"),
        ("local", "Våra förslag, inte vägledningens ord · Karta: SCB, förenklade gränser"),
        ("discussion", "Våra förslag, inte vägledningens ord · Varje fråga är en länk till sin egen bild"),
        ("choose-goals", "Våra förslag, inte vägledningens ord · Källa: Sveriges miljömål"),
        ("title", ""),
        ("contact", ""),
    ],
)
def test_each_slide_says_at_its_foot_where_its_words_come_from(slide: str, line: str) -> None:
    found = made("1281", "konferens").slide(slide)
    assert found is not None
    slot = found.slot("provenance")
    assert (slot.block.text if slot is not None and isinstance(slot.block, Text) else "") == line
    assert slot is None or found.slots[-1] == slot


def test_an_older_release_has_no_such_line() -> None:
    slides = made("1281", content=load_content("2021")).slides
    assert not any(slot.role == "provenance" for slide in slides for slot in slide.slots)


def test_a_section_says_which_part_it_is_and_marks_itself_in_the_index() -> None:
    slide = made("lan-06-jonkoping", "konferens").slide("section-place")
    assert slide is not None
    part, index = slide.slot("part"), slide.slot("object")
    assert part is not None and isinstance(part.block, Text) and part.block.text == "Del\xa03 av\xa04"
    assert index is not None and isinstance(index.block, Diagram)
    assert [(item.group, item.link is None) for item in index.block.items] == [
        ("", False),
        ("", False),
        ("current", True),
        ("", False),
    ]


def test_the_senders_goals_are_rows() -> None:
    content = load_content(local=content_root() / "local.example.yaml")
    slide = made("1281", content=content).slide("own-goals")
    assert slide is not None
    block = slide.slots[1].block
    assert isinstance(block, Diagram) and block.form == "rows"
    assert [(item.key, item.title) for item in block.items] == [
        ("1", "Våra transporter ska bli fossilfria"),
        ("2", "Alla ska ha nära till natur"),
    ]


def test_columns_to_fill_in_are_empty() -> None:
    slide = made("1281").slide("next-steps")
    assert slide is not None
    table = slide.slots[1].block
    assert isinstance(table, Table) and [cell.text for cell in table.rows[0].cells] == ["Steg", "Vem", "När"]
    assert all([bool(cell.text) for cell in row.cells] == [True, False, False] for row in table.rows[1:])


def test_an_agenda_leads_to_the_first_slide_of_each_other_section() -> None:
    presentation = made("1281", "konferens")
    agenda = next(slide for slide in presentation.slides if slide.id == "agenda")
    block = next(slot.block for slot in agenda.slots if isinstance(slot.block, Diagram))
    firsts: dict[str, str] = {}
    for slide in presentation.slides:
        firsts.setdefault(slide.section, slide.id)
    del firsts[agenda.section], firsts["appendix"]
    assert agenda.title == "Fyra delar, från bakgrund till nästa\xa0steg"
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
    short, long = made("1281"), made("1281", "konferens")
    ids = {slide.id for slide in short.slides}
    assert ids < {slide.id for slide in long.slides}
    lost = 0
    for slide in short.slides:
        twin = long.slide(slide.id)
        for slot in slide.slots:
            other = twin.slot(slot.id) if twin else None
            if isinstance(slot.block, Diagram) and other is not None and isinstance(other.block, Diagram):
                for one, two in zip(slot.block.items, other.block.items, strict=False):
                    assert one.link is None or one.link.url or one.link.slide in ids
                    lost += one.link is None and two.link is not None
    assert lost or all(not (key[0] in ids and "slide:" in phrase.text) for key, phrase in CONTENT.phrases.items()), (
        "no slide of the short deck links to one that it lacks: nothing was tried"
    )


@pytest.mark.parametrize(
    ("slide", "answer"), [("local", True), ("contact", True), ("agenda", True), ("sources", False), ("when", False)]
)
def test_which_slides_differ_from_place_to_place(slide: str, answer: bool) -> None:
    assert depends(CONTENT, slide, "alla") == answer


def test_a_suggestions_first_word_is_emphasised_in_its_title_and_no_other_is() -> None:
    for slide in made("1281", "konferens").slides:
        title = next(slot.block for slot in slide.slots if slot.role == "title")
        assert isinstance(title, Text)
        runs = title.paragraphs[0].runs
        marked = title.text.startswith("Förslag: ")
        assert [run.text for run in runs if run.bold] == (["Förslag:"] if marked else []), slide.id
        assert not marked or len(runs) > 1
