"""Blocks made of the deck itself, of the place and of local material."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from compose_made import CONTENT, made

from deck.content import Content, content_root, load_content
from deck.content.showing import Showing
from deck.presentation import CONTACT, OCCASION, Diagram, Item, Link, Paragraph, Run, Table, Text


@pytest.mark.parametrize(("query", "count"), [("lan-14-vastra-gotaland", 49), ("1281", 33)])
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


def test_a_county_of_one_municipality_has_no_list_of_them() -> None:
    for query in ("0980", "lan-09-gotland"):
        deck = made(query, "konferens")
        assert deck.slide("county-members") is None and deck.slide("county-map") is not None


def test_the_sources_of_this_deck_only() -> None:
    slide = made("1281", "kort").slide("sources")
    assert slide is not None and isinstance(slide.slots[1].block, Table)
    rows = [row.id for row in slide.slots[1].block.rows[1:]]
    assert "rus-2020" in rows and "agenda-2030" not in rows


def pairs(content: Content = CONTENT, **fields: Any) -> dict[str, Item]:
    slide = made("1281", content=content, **fields).slide("contact")
    drawn = slide.slot("body") if slide is not None else None
    assert drawn is not None and isinstance(drawn.block, Diagram)
    return {item.id: item for item in drawn.block.items}


def lines(content: Content = CONTENT, **fields: Any) -> list[str]:
    slide = made("1281", content=content, **fields).slide("contact")
    assert slide is not None
    return [slot.block.text for slot in slide.slots if slot.role in CONTACT and isinstance(slot.block, Text)]


def test_each_thing_of_the_contact_has_its_line() -> None:
    assert lines() == ["", "", "", ""]
    assert lines(contact=(("name", "Kim"), ("email", "kim@a.se"), ("web", "a.se"))) == ["Kim", "", "kim@a.se", ""]
    slide = made("1281", contact=(("email", "kim@a.se"),)).slide("contact")
    line = slide.slot("contact-email") if slide else None
    assert line is not None and line.block == Text((Paragraph((Run("kim@a.se", link=Link(url="mailto:kim@a.se")),)),))


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
    ("showing", "apart", "together"),
    [
        (Showing(), ("", "", ""), ""),
        (Showing(speaker="Kim Lind, strateg"), ("Kim Lind, strateg", "", ""), "Kim Lind, strateg"),
        (
            Showing(event="Nämnden", date="2026-12-03"),
            ("", "Nämnden", "3\xa0december\xa02026"),
            "Nämnden, 3\xa0december\xa02026",
        ),
        (Showing("Nämnden", "i vår", "Kim"), ("Kim", "Nämnden", "i vår"), "Kim\nNämnden, i vår"),
    ],
)
def test_the_title_slide_says_who_speaks_where_and_when(showing: Showing, apart: tuple[str, ...], together: str) -> None:
    """Each in its slot; in a release that has one slot for all, there."""
    assert occasion(replace(CONTENT, showing=showing)) == apart
    title = CONTENT.slides["title"]
    slots = {name: slot for name, slot in title.slots.items() if name not in OCCASION[1:]}
    older = replace(CONTENT, showing=showing, slides={**CONTENT.slides, "title": title.model_copy(update={"slots": slots})})
    assert occasion(older) == (together,)


def occasion(content: Content) -> tuple[str, ...]:
    slots = made("1281", content=content).slides[0].slots
    return tuple(slot.block.text for slot in slots if slot.id in OCCASION and isinstance(slot.block, Text))


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


def test_several_contacts_have_a_pair_each_and_a_link_that_is_an_address_alone(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(
        "contact:\n- {name: Kim Lind, role: strateg, email: kim@example.se, phone: 010-1}\n"
        "- {name: Ali Berg, web: www.lund.se}\n",
        "utf-8",
    )
    deck = made("lund", "kort", content=load_content(local=path))
    slide = deck.slide("contact")
    slot = slide.slot("body") if slide else None
    assert slot is not None and isinstance(block := slot.block, Diagram)
    assert [(item.key, item.text, item.link and item.link.url) for item in block.items] == [
        ("Kim Lind, strateg · 010-1", "kim@example.se", "mailto:kim@example.se"),
        ("Ali Berg", "lund.se", "https://www.lund.se"),
    ]


def test_several_contacts_without_an_address_are_named(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text("contact: [{name: Kim Lind, role: strateg}, {name: Bo Ek}, {role: Växeln}]\n", "utf-8")
    slide = made("lund", "kort", content=load_content(local=path)).slide("contact")
    slot = slide.slot("body") if slide else None
    assert slot is not None and isinstance(block := slot.block, Diagram)
    assert [(item.key, item.text) for item in block.items] == [("strateg", "Kim Lind"), ("", "Bo Ek"), ("", "Växeln")]


def test_whom_to_ask_is_the_senders_own_word_on_a_slide_of_the_guidances() -> None:
    slide = made("1281").slide("contact")
    assert slide is not None and not slide.own
    assert {slot.id for slot in slide.slots if slot.own} == {*CONTACT, "body"}
