"""What goes with a slide, or a part of one, beside the words of the question."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation as Opened
from pptx.dml.color import RGBColor
from pptx.util import Cm, Pt
from refresh_corpus import generated, refreshed, result_bytes
from refresh_releases import BASE, TABLE, kinds_changed, png, with_slot

from deck.presentation import Diagram, Link, Paragraph, Presentation, Run, Text
from deck.refresh.asked import asked_about
from deck.refresh.outcome import Choice
from deck.refresh.report.tell import goes, theirs

WITHOUT = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id != "why"))

WITHOUT_CARDS = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id != "cards"))


def edited(change: Any) -> bytes:
    opened = Opened(io.BytesIO(generated()))
    change({slide._element.cSld.get("name"): slide for slide in opened.slides})
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def put(slides: dict[str, Any]) -> None:
    slide = slides["why"]
    slide.shapes.add_picture(io.BytesIO(png("green")), Cm(1), Cm(1), Cm(2))._element.nvPicPr.cNvPr.set("descr", "Vårt foto")
    slide.shapes.add_textbox(Cm(1), Cm(15), Cm(4), Cm(1)).text_frame.text = "Egen ruta"
    slide.notes_slide.notes_text_frame.add_paragraph().text = "Egenanteckning"


def test_a_question_about_a_slide_names_all_that_goes_with_it() -> None:
    (asked,) = refreshed(edited(put), WITHOUT).merged.conflicts
    told = goes(asked, "theirs")
    assert all(words in told for words in ("Vårt foto", "Egen ruta", "Egenanteckning")) and "nothing else" not in told


def test_what_went_is_told_by_name_and_the_slide_is_not_said_to_be_untouched() -> None:
    outcome = refreshed(edited(put), WITHOUT, resolve={"why": "theirs"})
    assert outcome.merged.presentation.slide("why") is None
    (told,) = [item for item in outcome.diagnostics if item.code == "went-along"]
    assert all(words in told.message for words in ("Vårt foto", "Egen ruta", "Egenanteckning"))
    assert "slide-removed" not in {item.kind for item in outcome.merged.changes}


def coloured(slides: dict[str, Any]) -> None:
    group = next(shape for shape in slides["cards"].shapes if shape.shape_type == 6)
    shape = next(item for item in group.shapes if item.has_text_frame and item.text_frame.text)
    shape.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(200, 0, 90)


def as_rows(presentation: Presentation) -> Presentation:
    slide = presentation.slide("cards")
    assert slide is not None
    block = next(slot.block for slot in slide.slots if isinstance(slot.block, Diagram))
    return replace(with_slot(presentation, "cards", "object", replace(block, form="rows")), release="forms")


def test_a_block_that_bears_an_owners_look_is_not_drawn_in_another_form_unasked() -> None:
    data = edited(coloured)
    (asked,) = refreshed(data, as_rows(BASE)).merged.conflicts
    assert (asked.key, asked.property) == ("cards/object", "block") and asked.beside
    assert refreshed(generated(), as_rows(BASE)).merged.conflicts == ()
    sides: dict[str, Choice] = {"cards/object": "mine"}
    kept = refreshed(data, as_rows(BASE), resolve=sides)
    again = refreshed(result_bytes(kept, data), as_rows(BASE))
    assert again.package is None and not again.merged.conflicts


def test_what_was_asked_about_a_part_is_remembered() -> None:
    outcome = refreshed(edited(coloured), as_rows(BASE))
    assert asked_about(outcome.merged.plan.conflicts) == {"cards/object"}


def test_a_slide_of_another_kind_keeps_an_owners_own_shapes_so_they_do_not_go() -> None:
    (asked,) = refreshed(edited(put), kinds_changed()).merged.conflicts
    assert asked.property == "kind" and "Egen ruta" not in goes(asked, "theirs")
    outcome = refreshed(edited(put), kinds_changed(), resolve={"why": "theirs"})
    opened: Any = Opened(io.BytesIO(result_bytes(outcome, b"")))
    shapes = [shape for slide in opened.slides for shape in slide.shapes if shape.has_text_frame]
    assert "Egen ruta" in {shape.text_frame.text for shape in shapes}


def test_a_link_on_a_word_of_a_slide_of_another_kind_is_named_and_told_after_it() -> None:
    def link(slides: dict[str, Any]) -> None:
        body = next(shape for shape in slides["why"].placeholders if shape.placeholder_format.idx == 1)
        body.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://egen.se/"

    (asked,) = refreshed(edited(link), kinds_changed()).merged.conflicts
    assert asked.property == "kind" and "https://egen.se" in goes(asked, "theirs")
    outcome = refreshed(edited(link), kinds_changed(), resolve={"why": "theirs"})
    assert any(item.code == "went-along" and "https://egen.se" in item.message for item in outcome.diagnostics)


def test_a_slide_that_its_owner_put_elsewhere_does_not_go_unasked() -> None:
    opened = Opened(io.BytesIO(generated()))
    ids = opened.slides._sldIdLst
    at = [slide._element.cSld.get("name") for slide in opened.slides].index("why")
    entry = ids[at]
    ids.remove(entry)
    ids.append(entry)
    out = io.BytesIO()
    opened.save(out)
    assert [item.key for item in refreshed(out.getvalue(), WITHOUT).merged.conflicts] == ["why"]


def linked(slides: dict[str, Any]) -> None:
    group = next(shape for shape in slides["cards"].shapes if shape.shape_type == 6)
    first, second, *_others = [item for item in group.shapes if item.has_text_frame and item.text_frame.text]
    first.click_action.hyperlink.address = "https://egen.se/"
    second.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://egen.se/2"
    coloured(slides)


def test_a_question_about_a_block_names_each_link_by_its_address_and_a_look_beside_it() -> None:
    (asked,) = refreshed(edited(linked), as_rows(BASE)).merged.conflicts
    assert asked.beside == ("a link (https://egen.se, https://egen.se/2)", "look")


def test_what_goes_with_a_block_that_is_given_up_is_no_loss() -> None:
    outcome = refreshed(edited(linked), as_rows(BASE), resolve={"cards/object": "theirs"})
    told = [item for item in outcome.diagnostics if "https://egen.se" in item.message or "C8005A" in item.message]
    assert told and {item.code for item in told} == {"went-along"}


def test_a_link_to_a_slide_is_told_by_the_slides_title() -> None:
    def jump(slides: dict[str, Any]) -> None:
        box = slides["why"].shapes.add_textbox(Cm(1), Cm(15), Cm(4), Cm(1))
        box.click_action.target_slide = slides["cards"]

    (asked,) = refreshed(edited(jump), WITHOUT).merged.conflicts
    title = next(slide.title for slide in BASE.slides if slide.id == "cards")
    assert f"(→ “{title}”)" in goes(asked, "theirs")


def test_a_question_says_whose_the_new_words_are() -> None:
    presentation = replace(with_slot(BASE, "why", "body", Text((Paragraph((Run("Nytt från oss"),)),))), release="r1")
    own = replace(
        presentation, release="own", slides=tuple(replace(slide, own=slide.id == "why") for slide in presentation.slides)
    )
    for wanted, said in ((presentation, "the guidance"), (own, "your own material")):
        (asked,) = refreshed(edited(reworded), wanted).merged.conflicts
        assert theirs(asked) == said


def reworded(slides: dict[str, Any]) -> None:
    body = next(
        shape for shape in slides["why"].placeholders if shape.placeholder_format.idx not in (0,) and shape.text_frame.text
    )
    body.text_frame.paragraphs[0].runs[0].text = "Vårt alldeles egna"


def test_a_row_that_is_asked_about_for_its_look_alone_says_so() -> None:
    def painted(slides: dict[str, Any]) -> None:
        frame = next(shape for shape in slides["table"].shapes if shape.has_table)
        frame.table.cell(1, 1).fill.solid()
        frame.table.cell(1, 1).fill.fore_color.rgb = RGBColor(0xAA, 0, 0)

    theirs = with_slot(BASE, "table", "object", replace(TABLE, rows=(TABLE.rows[0], *TABLE.rows[2:])))
    (asked,) = refreshed(edited(painted), theirs).merged.conflicts
    assert (asked.key, asked.beside) == ("table/object:luft", ("look or place",))


def described(slides: dict[str, Any]) -> None:
    group = next(shape for shape in slides["cards"].shapes if shape.shape_type == 6)
    group._element.nvGrpSpPr.cNvPr.set("descr", "Vår egen text")


def test_an_alternative_text_is_named_with_the_block_and_told_after_it() -> None:
    """Whether the deck was refreshed between or not: what we wrote with an owner's text is not what it was made as."""
    data = edited(described)
    between = replace(with_slot(BASE, "why", "title", Text((Paragraph((Run("Ny rubrik"),)),))), release="between")
    for before in (data, result_bytes(refreshed(data, between), data)):
        (asked,) = refreshed(before, as_rows(between)).merged.conflicts
        assert (asked.key, asked.property) == ("cards/object", "block") and "Vår egen text" in goes(asked, "theirs")
        outcome = refreshed(before, as_rows(between), resolve={"cards/object": "theirs"})
        assert [item.message.count("Vår egen text") for item in outcome.diagnostics if item.code == "went-along"] == [1]


def test_a_look_is_named_with_its_slide_where_its_owner_gave_one_to_every_slide() -> None:
    """As a program does that writes all looks anew: no single one tells of an owner, but the merge asks all the same."""

    def sized(slides: dict[str, Any]) -> None:
        for n, slide in enumerate(slides.values()):
            for shape in slide.placeholders:
                for run in [run for line in shape.text_frame.paragraphs for run in line.runs] if shape.has_text_frame else []:
                    run.font.size = Pt(31 + n)

    asked = refreshed(edited(sized), kinds_changed()).merged.conflicts
    assert "kind" in {item.property for item in asked}
    assert all("look" in goes(item, "theirs") for item in asked)


def test_a_link_on_words_within_a_part_that_goes_is_asked_about_and_named() -> None:
    def linked(slides: dict[str, Any]) -> None:
        group = next(shape for shape in slides["cards"].shapes if shape.shape_type == 6)
        part = next(one for one in group.shapes if ":three:" in one.name and one.has_text_frame and one.text_frame.text)
        part.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://egen.se"

    slide = BASE.slide("cards")
    block = slide.slots[-1].block if slide is not None else None
    assert isinstance(block, Diagram)
    shorter = with_slot(BASE, "cards", "object", replace(block, items=block.items[:2]))
    (asked,) = refreshed(edited(linked), shorter).merged.conflicts
    assert (asked.key, asked.beside) == ("cards/object:three", ("a link (https://egen.se)",))


ANIMATED = (
    '<p:timing xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:tnLst><p:par><p:cTn id="1"><p:childTnLst>'
    '<p:set><p:cBhvr><p:cTn id="2"/><p:tgtEl><p:spTgt spid="{number}"/></p:tgtEl></p:cBhvr></p:set>'
    "</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
)


def test_an_animation_of_a_slide_of_another_kind_is_called_so() -> None:
    def animated(slides: dict[str, Any]) -> None:
        body = next(shape for shape in slides["why"].placeholders if shape.placeholder_format.idx == 1)
        slides["why"]._element.append(etree.fromstring(ANIMATED.format(number=body.shape_id)))

    (asked,) = refreshed(edited(animated), kinds_changed()).merged.conflicts
    assert (asked.property, asked.beside) == ("kind", ("an animation",))


def test_what_only_leads_to_a_slide_is_no_hand_on_how_it_is_told() -> None:
    """But the slide does not go unasked: then the link would lead nowhere."""

    def jump(slides: dict[str, Any]) -> None:
        presentation = slides["why"].part.package.presentation_part.presentation
        own = presentation.slides.add_slide(presentation.slide_layouts[5])
        own.shapes.add_textbox(Cm(1), Cm(15), Cm(4), Cm(1)).click_action.target_slide = slides["why"]

    assert refreshed(edited(jump), kinds_changed()).merged.conflicts == ()
    (asked,) = refreshed(edited(jump), WITHOUT).merged.conflicts
    assert (asked.key, asked.beside) == ("why", ("a link from a slide of your own",))


def test_all_that_goes_is_named_where_there_is_room() -> None:
    words = [f"ord{n}" for n in range(40)]

    def noted(slides: dict[str, Any]) -> None:
        slides["why"].notes_slide.notes_text_frame.add_paragraph().text = " ".join(words)

    (asked,) = refreshed(edited(noted), WITHOUT).merged.conflicts
    assert "and 28 more" in "; ".join(asked.beside) and " ".join(words) in "; ".join(asked.all_beside)
    outcome = refreshed(edited(noted), WITHOUT, resolve={"why": "theirs"})
    (told,) = [item for item in outcome.diagnostics if item.code == "went-along"]
    assert "and 28 more" in str(told) and "ord38" in told.at_length and "ord38" in told.to_json()["whole"]


def test_a_part_without_words_is_not_called_a_name_that_nobody_gave() -> None:
    def emptied(slides: dict[str, Any]) -> None:
        group = next(shape for shape in slides["cards"].shapes if shape.shape_type == 6)
        next(part for part in group.shapes if part.has_text_frame and part.text_frame.text).text_frame.clear()

    (asked,) = refreshed(edited(emptied), WITHOUT_CARDS).merged.conflicts
    assert asked.key == "cards" and asked.beside and not any("name" in said for said in asked.beside)


def test_a_block_in_a_group_of_its_owners_is_not_called_taken_away() -> None:
    def grouped(slides: dict[str, Any]) -> None:
        slide = slides["cards"]
        block = next(shape for shape in slide.shapes if shape.shape_type == 6)._element
        group = slide.shapes.add_group_shape()._element
        block.addprevious(group)
        group.append(block)

    (asked,) = refreshed(edited(grouped), WITHOUT_CARDS).merged.conflicts
    assert asked.key == "cards" and asked.beside and "a shape taken away" not in asked.beside


def test_a_shape_that_was_taken_away_is_called_so() -> None:
    def taken(slides: dict[str, Any]) -> None:
        group = next(shape for shape in slides["cards"].shapes if shape.shape_type == 6)
        group._element.remove(group.shapes[0]._element)

    (asked,) = refreshed(edited(taken), WITHOUT_CARDS).merged.conflicts
    assert "a shape taken away" in asked.beside


def named(slides: dict[str, Any]) -> None:
    group = next(shape for shape in slides["cards"].shapes if shape.shape_type == 6)
    for n, shape in enumerate((group, *group.shapes)):
        shape.name = f"!!del {n}"


def described_on_each(slides: dict[str, Any]) -> None:
    for name, slide in slides.items():
        for n, shape in enumerate(part for group in slide.shapes if group.shape_type == 6 for part in group.shapes):
            shape._element.xpath(".//p:cNvPr")[0].set("descr", f"{name} del {n}")


@pytest.mark.parametrize(("change", "told"), [(named, "own name of a shape (!!del"), (described_on_each, "cards del 0")])
def test_names_and_texts_of_parts_are_asked_about_before_a_block_is_drawn_in_another_form(change: Any, told: str) -> None:
    data = edited(change)
    (asked,) = refreshed(data, as_rows(BASE)).merged.conflicts
    assert (asked.key, asked.property) == ("cards/object", "block")
    assert any(told in said for said in asked.beside)
    outcome = refreshed(data, as_rows(BASE), resolve={"cards/object": "theirs"})
    assert any(told in item.message for item in outcome.diagnostics if item.code == "went-along")


def test_what_a_card_s_parts_are_called_is_told_where_the_card_goes() -> None:
    slide = BASE.slide("cards")
    assert slide is not None
    block = next(slot.block for slot in slide.slots if isinstance(slot.block, Diagram))
    fewer = replace(with_slot(BASE, "cards", "object", replace(block, items=block.items[1:])), release="fewer")
    (asked,) = refreshed(edited(named), fewer).merged.conflicts
    assert asked.key == "cards/object:one" and any(said.startswith("own name of a shape (!!del") for said in asked.beside)


def led_to_their_own(slides: dict[str, Any]) -> None:
    """A card that no guidance links leads to a slide of the owner's, another to the next slide."""
    slide = slides["cards"]
    deck = slide.part.package.presentation_part.presentation
    own = deck.slides.add_slide(deck.slide_layouts[1])
    own.shapes.title.text = "Vår egen bild"
    shapes = [shape for group in slide.shapes if group.shape_type == 6 for shape in group.shapes]
    one, two = (next(shape for shape in shapes if shape.name.endswith(f"(card:{key}:title)")) for key in ("one", "two"))
    one.click_action.target_slide = own
    props = two._element.nvSpPr.cNvPr
    click = etree.SubElement(props, props.tag.replace("}cNvPr", "}hlinkClick").replace("presentationml", "drawingml"))
    click.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "")
    click.set("action", "ppaction://hlinkshowjump?jump=nextslide")
    props.insert(0, click)


def linked_cards() -> Presentation:
    slide = BASE.slide("cards")
    assert slide is not None
    block = next(slot.block for slot in slide.slots if isinstance(slot.block, Diagram))
    items = tuple(replace(item, link=Link(slide="table")) for item in block.items)
    return replace(with_slot(BASE, "cards", "object", replace(block, items=items)), release="linked")


def test_a_link_to_a_slide_of_the_owner_s_is_theirs_where_the_guidance_s_own_comes() -> None:
    data = edited(led_to_their_own)
    asked = refreshed(data, linked_cards())
    keys = ["cards/object:one.link", "cards/object:two.link"]
    assert [item.key for item in asked.merged.conflicts] == keys

    def leads(outcome: Any) -> list[str]:
        opened = Opened(io.BytesIO(result_bytes(outcome, data)))
        slide = next(slide for slide in opened.slides if slide._element.cSld.get("name") == "cards")
        rels: dict[str, Any] = {rel.rId: rel for rel in slide.part.rels.values()}
        clicks = slide._element.xpath(".//p:cNvPr/a:hlinkClick")
        told = [(item.get(R_ID), item.get("action")) for item in clicks]
        titles = {rid: rels[rid].target_part.slide.shapes.title.text for rid, _action in told if rid}
        return [titles[rid] if rid else str(action) for rid, action in told]

    own = ["Vår egen bild", "ppaction://hlinkshowjump?jump=nextslide"]
    for outcome in (asked, refreshed(data, linked_cards(), resolve=dict.fromkeys(keys, "mine"))):
        assert leads(outcome)[:2] == own and outcome.whole
    given = refreshed(data, linked_cards(), resolve=dict.fromkeys(keys, "theirs"))
    assert set(leads(given)) == {"Vem gör vad?"}
    assert [item.code for item in given.diagnostics if "Vår egen bild" in item.message] == ["went-along"]


R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def grouped_card(slides: dict[str, Any]) -> None:
    """Two parts of one card in a group of their owner's."""
    slide = slides["cards"]
    block = next(shape for shape in slide.shapes if shape.shape_type == 6)
    parts = [part for part in block.shapes if "(card:two:" in part.name]
    group = block.shapes.add_group_shape(parts)
    group.name = "Min grupp"


def groups_in(data: bytes) -> list[int]:
    """How many shapes each group in the cards' drawing holds."""
    opened: Any = Opened(io.BytesIO(data))
    slide = next(slide for slide in opened.slides if slide._element.cSld.get("name") == "cards")
    block = next(shape for shape in slide.shapes if shape.shape_type == 6)
    return [len(shape.shapes) for shape in block.shapes if shape.shape_type == 6]


def test_a_card_that_its_owner_grouped_does_not_go_unasked_nor_leave_an_empty_group() -> None:
    slide = BASE.slide("cards")
    assert slide is not None
    block = next(slot.block for slot in slide.slots if isinstance(slot.block, Diagram))
    fewer = with_slot(BASE, "cards", "object", replace(block, items=tuple(item for item in block.items if item.id != "two")))
    fewer = replace(fewer, release="fewer")
    data = edited(grouped_card)
    (asked,) = refreshed(data, fewer).merged.conflicts
    assert asked.key == "cards/object:two"
    assert groups_in(result_bytes(refreshed(data, fewer, resolve={asked.key: "theirs"}), data)) == []
    assert groups_in(result_bytes(refreshed(data, as_rows(BASE), resolve={"cards/object": "theirs"}), data)) == []


def test_a_group_of_its_owners_goes_where_its_parts_go() -> None:
    slide = BASE.slide("cards")
    assert slide is not None
    block = next(slot.block for slot in slide.slots if isinstance(slot.block, Diagram))
    one, *rest = block.items
    more = with_slot(BASE, "cards", "object", replace(block, items=(one, replace(one, id="new", title="Ny", link=None), *rest)))
    data = edited(grouped_card)
    opened: Any = Opened(io.BytesIO(result_bytes(refreshed(data, replace(more, release="more")), data)))
    held = next(slide for slide in opened.slides if slide._element.cSld.get("name") == "cards")
    drawn = next(shape for shape in held.shapes if shape.shape_type == 6)
    (group,) = [shape for shape in drawn.shapes if shape.shape_type == 6]
    assert (group.left, group.width) == (
        min(p.left for p in group.shapes),
        max(p.left + p.width for p in group.shapes) - group.left,
    )
    names = [shape.name for shape in drawn.shapes]
    assert names.index("Min grupp") > max(n for n, name in enumerate(names) if "(card:new:" in name)
