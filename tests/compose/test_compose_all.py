"""Every outline for every audience and place: composed, within its length, linked within itself, alike when made again."""

import time

import pytest

from deck.brand.model import Brand
from deck.compose import compose
from deck.content import content_root, load_content
from deck.errors import UsageError
from deck.places import Place, load_places
from deck.presentation import Chart, Diagram, Map, Paragraph, Presentation, QrCode, Table, Text

PLACES = load_places()
CONTENT = load_content()


def brand(place: Place, **fields: object) -> Brand:
    return Brand(place.code, place.own_name, {}, "Arial", "Arial", **fields)  # type: ignore[arg-type]


def made(query: str, outline: str = "standard", audience: str = "alla", content=CONTENT, **fields: object) -> Presentation:
    place = PLACES.find(query)
    return compose(content, place, PLACES, brand(place, **fields), outline=outline, audience=audience)


def paragraphs(presentation: Presentation) -> list[Paragraph]:
    found: list[Paragraph] = []
    for slide in presentation.slides:
        for slot in slide.slots:
            if isinstance(slot.block, Text):
                found += slot.block.paragraphs
            if isinstance(slot.block, Table):
                found += [p for row in slot.block.rows for cell in row.cells for p in cell.paragraphs]
        found += slide.notes
    return found


@pytest.mark.parametrize("outline", CONTENT.outlines)
@pytest.mark.parametrize("audience", CONTENT.audiences)
def test_every_place(outline: str, audience: str) -> None:
    most = {"kort": 8, "standard": 20, "konferens": 28}[outline]
    for place in PLACES.all:
        presentation = compose(CONTENT, place, PLACES, brand(place), outline=outline, audience=audience)
        ids = {slide.id for slide in presentation.slides}
        titles = [slide.title for slide in presentation.slides]
        assert len(ids) == len(presentation.slides) <= most
        assert all(titles) and len(set(titles)) == len(titles)
        assert {slide.section for slide in presentation.slides} == {section.id for section in presentation.sections}
        for slide in presentation.slides:
            assert slide.notes and len({slot.id for slot in slide.slots}) == len(slide.slots)
            for slot in slide.slots:
                if isinstance(slot.block, Diagram) and slot.block.form == "cards":
                    assert all(card.link is None or card.link.slide in ids for card in slot.block.items)
        for paragraph in paragraphs(presentation):
            assert paragraph.text.strip() and "{" not in paragraph.text and "  " not in paragraph.text
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
    assert "Visa vägledningen för kommunerna i länet" in words
    local = county.slide("local")
    assert local is not None
    block = local.slots[-1].block
    assert isinstance(block, Map) and block.highlight is None and len(block.areas) == 33 and block.caption == "Källa: SCB"
    own = made("1281").slide("local")
    assert own is not None and isinstance(own.slots[-1].block, Map) and own.slots[-1].block.highlight == "1281"


@pytest.mark.parametrize(("query", "count"), [("lan-14-vastra-gotaland", 49), ("0980", 1), ("1281", 33)])
def test_the_members_of_the_county(query: str, count: int) -> None:
    slide = made(query, "konferens").slide("county-members")
    assert slide is not None
    table = slide.slots[1].block
    assert isinstance(table, Table)
    names = [name for row in table.rows[1:] for name in row.cells[1].text.split(", ")]
    assert len(names) == len(set(names)) == count
    assert all(len(row.cells) == 2 and all(cell.text for cell in row.cells) for row in table.rows)
    if count == 33:
        assert names[-1] == "Östra Göinge" and names.index("Åstorp") < names.index("Ängelholm")


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


def test_audiences_swap_notes_and_slides() -> None:
    everyone, politicians = made("1281"), made("1281", audience="politiker")
    assert [s.id for s in everyone.slides] != [s.id for s in politicians.slides]
    one, other = everyone.slide("why"), politicians.slide("why")
    assert one is not None and other is not None and one.notes != other.notes and one.slots == other.slots


def test_the_sources_of_this_deck_only() -> None:
    slide = made("1281", "kort").slide("sources")
    assert slide is not None and isinstance(slide.slots[1].block, Table)
    rows = [row.id for row in slide.slots[1].block.rows[1:]]
    assert "rus-2020" in rows and "agenda-2030" not in rows


def test_local_material() -> None:
    content = load_content(local=content_root() / "local.example.yaml")
    presentation = made("1281", content=content)
    ids = [slide.id for slide in presentation.slides]
    assert ids[ids.index("when") + 1] == "our-programme" and "own-goals" in ids and "already-in-use" not in ids
    own = presentation.slide("our-programme")
    assert own is not None and own.own and own.notes[-1].text == "Bilden är Lunds kommuns egen. Den är inte vägledningens ord."
    contact = presentation.slide("contact")
    assert contact is not None
    runs = [run for slot in contact.slots if isinstance(slot.block, Text) for p in slot.block.paragraphs for run in p.runs]
    assert any(run.link and run.link.url == "mailto:kim.lind@example.se" for run in runs)
    # An outline without the slide that an own slide goes by still has it.
    assert "our-programme" in [slide.id for slide in made("1281", "kort", "alla", content).slides]


def test_the_brand_gives_the_contact() -> None:
    slide = made("1281", contact=(("name", "Kim"), ("email", "kim@example.se"), ("web", "example.se"))).slide("contact")
    assert slide is not None and isinstance(slide.slots[1].block, Text)
    assert slide.slots[1].block.text == "Lunds kommun\nKim\nkim@example.se\nexample.se"


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
