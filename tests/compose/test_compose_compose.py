"""Every outline for every audience and place: composed, within its length, linked within itself, alike when made again."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from compose_made import CONTENT, PLACES, brand, made, paragraphs

from deck.compose import compose, compose_slide
from deck.content import content_root, load_content
from deck.content.phrase import compile_phrase
from deck.diagnostics import Diagnostics, Where
from deck.errors import InputError, UsageError
from deck.presentation import CONTACT, FIGURES, OCCASION, Diagram, Map, Presentation, Text


@pytest.mark.parametrize("outline", CONTENT.outlines)
@pytest.mark.parametrize("audience", CONTENT.audiences)
def test_every_place(outline: str, audience: str) -> None:
    most = {"kort": 8, "standard": 20, "konferens": 28}[outline]
    for place in PLACES.all:
        presentation = compose(CONTENT, place, PLACES, brand(place), outline=outline, audience=audience)
        ids = {slide.id for slide in presentation.slides}
        titles = [slide.title for slide in presentation.slides]
        appendix = CONTENT.outlines[outline].appendix
        spoken = [slide for slide in presentation.slides if slide.section not in appendix]
        assert len(ids) == len(presentation.slides) and len(spoken) <= most
        assert "sources" not in {slide.id for slide in spoken}
        assert all(titles) and len(set(titles)) == len(titles)
        assert {slide.section for slide in presentation.slides} == {section.id for section in presentation.sections}
        for slide in presentation.slides:
            assert slide.notes and len({slot.id for slot in slide.slots}) == len(slide.slots)
            for slot in slide.slots:
                if isinstance(slot.block, Diagram):
                    links = [item.link for item in slot.block.items if item.link]
                    assert all(link.url or link.slide in ids for link in links)
        waiting = (*OCCASION, *FIGURES, *CONTACT)
        unsaid = sum(1 for slide in presentation.slides for slot in slide.slots if slot.role in waiting)
        empty = [paragraph for paragraph in paragraphs(presentation) if not paragraph.text.strip()]
        assert len(empty) <= unsaid, "only the placeholders for who speaks, for own figures and for whom to ask wait for words"
        for paragraph in paragraphs(presentation):
            assert "{" not in paragraph.text and "  " not in paragraph.text
            assert all(run.link is None or run.link.url or run.link.slide in ids for run in paragraph.runs)


def test_all_standard_decks_are_quick() -> None:
    content = load_content()
    start = time.process_time()
    for place in PLACES.all:
        compose(content, place, PLACES, brand(place))
    assert time.process_time() - start < 3


def test_made_again_it_is_the_same() -> None:
    assert made("1281", "konferens") == made("1281", "konferens", content=load_content())


def test_the_cache_mixes_no_places_audiences_or_outlines() -> None:
    content = load_content()
    for query, outline, audience in (
        ("1281", "standard", "alla"),
        ("1281", "kort", "politiker"),
        ("lan-12-skane", "konferens", "alla"),
    ):
        made(query, outline, audience, content)
    for query, outline, audience in (
        ("0139", "standard", "politiker"),
        ("1281", "kort", "alla"),
        ("0980", "konferens", "samordnare"),
    ):
        assert made(query, outline, audience, content) == made(query, outline, audience, load_content())


def test_names_and_genitives() -> None:
    for query, own in (
        ("1281", "Lunds kommun"),
        ("1280", "Malmö stad"),
        ("0980", "Region Gotland"),
        ("lan-12-skane", "Länsstyrelsen Skåne"),
    ):
        presentation = made(query)
        title = presentation.slides[0].slot("subtitle")
        assert title is not None and isinstance(title.block, Text) and title.block.text == own
        assert presentation.footer == presentation.author == own
    assert made("1281", footer="Lunds kommun, miljö").footer == "Lunds kommun, miljö"


def test_a_county_is_no_municipality() -> None:
    county = made("lan-12-skane")
    words = "\n".join(p.text for p in paragraphs(county))
    assert "Visa vägledningen för kommunerna i\xa0länet" in words
    gotland = "\n".join(p.text for p in paragraphs(made("lan-09-gotland", "konferens")))
    gotland = gotland.replace("\xa0", " ")
    assert "länets kommun" in gotland and "kommunerna i länet" not in gotland
    local = county.slide("local")
    assert local is not None
    block = local.slots[-2].block
    assert isinstance(block, Map) and block.highlight is None and len(block.areas) == 33
    own = made("1281").slide("local")
    assert own is not None and isinstance(own.slots[-2].block, Map) and own.slots[-2].block.highlight == "1281"


def test_audiences_swap_notes_and_slides() -> None:
    everyone, politicians = made("1281"), made("1281", audience="politiker")
    assert [s.id for s in everyone.slides] != [s.id for s in politicians.slides]
    one, other = everyone.slide("why"), politicians.slide("why")
    assert one is not None and other is not None and one.notes != other.notes and one.slots == other.slots


def test_local_material() -> None:
    content = load_content(local=content_root() / "local.example.yaml")
    presentation = made("1281", content=content)
    ids = [slide.id for slide in presentation.slides]
    assert ids[ids.index("when") + 1] == "our-programme" and "own-goals" in ids and "already-in-use" not in ids
    own = presentation.slide("our-programme")
    assert own is not None and own.own and own.notes[-1].text == "Bilden är Lunds kommuns egen. Den är inte vägledningens ord."
    contact = presentation.slide("contact")
    assert contact is not None
    items = [item for slot in contact.slots if isinstance(slot.block, Diagram) for item in slot.block.items]
    assert any(item.link and item.link.url == "mailto:kim.lind@example.se" for item in items)
    words = [slot.block.text for slot in presentation.slides[0].slots if slot.role in OCCASION and isinstance(slot.block, Text)]
    assert words == ["Kim Lind, miljöstrateg", "Kommunfullmäktige", "3\xa0december\xa02026"]
    plan = content.outlines["standard"]
    assert sum(minutes(presentation).values()) == plan.minutes
    # An outline without the slide that an own slide goes by still has it.
    assert "our-programme" in [slide.id for slide in made("1281", "kort", "alla", content).slides]


def test_the_first_release_has_no_news() -> None:
    old = load_content("2020-04-30")
    presentation = made("1281", "konferens", content=old)
    assert presentation.release == presentation.date == "2020-04-30"
    assert "whats-new" not in [slide.id for slide in presentation.slides]
    assert not any("ortversion" in p.text for p in paragraphs(presentation))


def test_unknown_choices() -> None:
    for outline, audience in (("standrad", "alla"), ("kort", "politker")):
        with pytest.raises(UsageError) as caught:
            made("1281", outline, audience)
        assert caught.value.diagnostics[0].hint


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("1281", "Lunds kommun och Länsstyrelsen Skåne ledde arbetet"),
        ("lan-12-skane", "Länsstyrelsen Skåne och Lunds kommun ledde arbetet"),
        ("1280", "Kommuner har varit med hela vägen, stora som små"),
    ],
)
def test_those_that_led_the_project_say_so_in_place_of_what_others_say(query: str, title: str) -> None:
    for outline in CONTENT.outlines:
        ids = [slide.id for slide in made(query, outline).slides]
        assert ("made-by" in ids) != ("led-here" in ids)
        found = next(slide for slide in made(query, outline).slides if slide.id in ("made-by", "led-here"))
        assert found.title.replace("\xa0", " ") == title and found.section == "guidance"


def minutes(presentation: Presentation) -> dict[str, float]:
    """What the notes say that each slide may take."""
    found: dict[str, float] = {}
    for slide in presentation.slides:
        for paragraph in slide.notes:
            if match := re.fullmatch(r"Tid: (en halv|[\d,]+) minut(?:er)?\.", paragraph.text):
                found[slide.id] = 0.5 if match[1] == "en halv" else float(match[1].replace(",", "."))
    return found


@pytest.mark.parametrize("outline", CONTENT.outlines)
@pytest.mark.parametrize("audience", CONTENT.audiences)
def test_notes_say_how_long_and_what_leads_on(outline: str, audience: str) -> None:
    plan = CONTENT.outlines[outline]
    for query in ("1281", "lan-06-jonkoping", "0980"):
        presentation = made(query, outline, audience)
        spoken = [slide for slide in presentation.slides if slide.section not in plan.appendix]
        assert list(minutes(presentation)) == [slide.id for slide in spoken]
        assert sum(minutes(presentation).values()) == plan.minutes
        for slide, following in pairwise(spoken):
            bridge = CONTENT.phrases[(following.id, "notes", "bridge")].text
            assert f"Till nästa bild: {bridge}" in [p.text for p in slide.notes], slide.id
        assert not any(
            p.text.startswith("Till nästa bild") for slide in presentation.slides[len(spoken) - 1 :] for p in slide.notes
        )


def test_two_slides_of_one_title_are_told_of() -> None:
    content = load_content()
    key, other = ("when", "title"), ("why", "title")
    twin = replace(content, phrases={**content.phrases, key: content.phrases[other]})
    with pytest.raises(InputError) as caught:
        made("1281", content=twin)
    (item,) = caught.value.diagnostics
    assert item.code == "same-title" and '"why"' in item.message and '"when"' in item.message and item.hint


def test_texts_that_cannot_be_filled_in_are_told_of_together() -> None:
    content = load_content()
    found = Diagnostics()
    long = {
        key: compile_phrase("{{ place.own_name }} " * 9, 20, found, Where("x.yaml", n))
        for n, key in enumerate([("when", "title"), ("why", "title")])
    }
    with pytest.raises(InputError) as caught:
        made("1281", content=replace(content, phrases={**content.phrases, **long}))
    assert [item.code for item in caught.value.diagnostics] == ["text-too-long"] * 2


def test_a_title_that_its_sender_can_change_is_the_one_told(tmp_path: Path) -> None:
    """Before the guidance's own or after it, and however the blanks in it are made."""
    path = tmp_path / "local.yaml"
    path.write_text(
        "slides:\n- {id: a, before: why, title: Miljömålen och Agenda 2030 går hand i hand, body: x}\n"
        "- {id: b, after: contact, title: Kontakta oss gärna, body: x}\n",
        "utf-8",
    )
    with pytest.raises(InputError) as caught:
        made("lund", "standard", content=load_content(local=path))
    assert [(item.code, item.where.line) for item in caught.value.diagnostics] == [("same-title", 2), ("same-title", 3)]


def test_one_slide_alone_is_as_it_is_in_its_deck() -> None:
    for code in ("1281", "12"):
        place = PLACES.find(code)
        for slide in compose(CONTENT, place, PLACES, brand(place), outline="kort", audience="politiker").slides:
            alone = compose_slide(CONTENT, place, PLACES, brand(place), slide.id, outline="kort", audience="politiker")
            assert alone == slide
    assert compose_slide(CONTENT, PLACES.find("1281"), PLACES, brand(PLACES.find("1281")), "nothing") is None
