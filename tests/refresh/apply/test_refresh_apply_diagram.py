"""ReshapeDiagram, SetItem and SetCaption: the items of a drawn block."""

from __future__ import annotations

import copy
from dataclasses import replace

from apply_deck import OnBench, edited_file, on_bench, red, reds, with_block
from refresh_releases import BASE

from deck.drawing.names import Element, detach, qn
from deck.pptx.identity import guid
from deck.presentation import Diagram, Item, Link
from deck.refresh.apply.diagram import PartPatch, draw_parts
from deck.refresh.guard.weights import path_of
from deck.refresh.parts import keys_of, marked_parts, parts_on
from deck.refresh.plan import ReshapeDiagram, SetItem


def block(slide: str) -> Diagram:
    held = BASE.slide(slide)
    found = held.slot("object") if held is not None else None
    assert found is not None and isinstance(found.block, Diagram)
    return found.block


def words(deck: OnBench, slide: str) -> list[str]:
    shapes = marked_parts(deck.shape(slide, "object")).values()
    return [said for item in shapes if (said := "".join(t.text or "" for t in item.iter(qn("a:t"))))]


def with_items(slide: str, *items: Item) -> Diagram:
    return replace(block(slide), items=items)


def painted(slide: str, said: str) -> bytes:
    return edited_file(lambda deck: red(deck.shape(slide, "object"), said))


def test_an_item_s_field_changes_and_the_others_keep_their_xml() -> None:
    one, two, three = block("cards").items
    news = with_items("cards", replace(one, text="Hand i hand med miljömålen"), two, three)
    deck = on_bench(with_block("cards", "object", news), painted("cards", "Hand i hand"))
    before = dict(marked_parts(deck.shape("cards", "object")).items())
    deck.alone(SetItem)
    assert "".join(reds(deck.shape("cards", "object"))) == "Hand i hand med miljömålen"
    assert marked_parts(deck.shape("cards", "object")) == before


def test_a_link_goes_onto_the_item_s_shape_and_off_again() -> None:
    one, two, three = block("cards").items
    linked = with_items("cards", replace(one, link=Link(url="https://www.rus.se/ny")), two, three)
    deck = on_bench(with_block("cards", "object", linked))
    deck.alone(SetItem)
    targets = [rel.target for rel in deck.bench.document.rels[deck.bench.mine["cards"][0].part] if rel.external]
    assert "https://www.rus.se/ny" in targets


def test_items_come_and_go_and_those_that_stay_keep_their_looks() -> None:
    plan, _do, follow = block("steps").items
    news = with_items("steps", plan, Item("check", "Pröva", "I liten skala"), follow)
    deck = on_bench(with_block("steps", "object", news), painted("steps", "Planera"))
    deck.alone(ReshapeDiagram)
    said = words(deck, "steps")
    assert any("Pröva" in item for item in said) and not any("Genomföra" in item for item in said)
    assert reds(deck.shape("steps", "object")) == ["Planera"]


def test_a_part_that_its_owner_moved_stays_where_it_is() -> None:
    def move(deck: OnBench) -> None:
        offset = part_of(deck).find(f".//{qn('a:off')}")
        assert offset is not None
        offset.set("x", "123456")

    def part_of(deck: OnBench) -> Element:
        page = deck.bench.mine["steps"][0]
        key = sorted(keys_of(deck.bench.known[0].pages["steps"], "object"))[0]
        return marked_parts(deck.shape("steps", "object"))[guid(page.id, "object", key)]

    plan, do, follow = block("steps").items
    longer = with_items("steps", plan, replace(do, text="I alla verksamheter, år efter år"), follow)
    deck = on_bench(with_block("steps", "object", longer), edited_file(move))
    for edit in deck.edits(SetItem):
        assert edit.item == "do"
    draw_parts(deck.bench, "steps", "object")
    offset = part_of(deck).find(f".//{qn('a:off')}")
    assert offset is not None and offset.get("x") == "123456"
    assert any("år efter år" in item for item in words(deck, "steps"))


def test_every_part_is_found_by_its_key() -> None:
    deck = on_bench(with_block("cards", "object", with_items("cards", *block("cards").items[:2])))
    pages = deck.bench.known[0].pages["cards"]
    keys = keys_of(pages, "object")
    assert parts_on(deck.bench.mine["cards"], "object", keys).keys() == keys


def test_a_part_whose_words_its_owner_took_out_stays_empty_where_others_come() -> None:
    def emptied(deck: OnBench) -> None:
        (part,) = [item for item in marked_parts(deck.shape("steps", "object")).values() if path_of(item) == "step:do:text"]
        for run in list(part.iter(qn("a:r"))):
            detach(run)

    deck = on_bench(
        with_block("steps", "object", with_items("steps", *block("steps").items, Item("check", "Pröva"))), edited_file(emptied)
    )
    deck.alone(ReshapeDiagram)
    keys = {path_of(item) for item in marked_parts(deck.shape("steps", "object")).values()}
    assert any("Pröva" in item for item in words(deck, "steps")) and "step:do:text" in keys


def test_a_part_that_is_as_we_wrote_it_follows_in_size_and_ink_together() -> None:
    """A ring's numbers are white on its arrows, and large and dark where the same steps stand in rows."""
    deck = on_bench(with_block("cards", "object", block("cards")))
    patch = deck.bench.pages("cards")[0]
    mark = guid(patch.mine.id, "object", "card:one:title")
    drawn, target = patch.fresh.shape("object"), marked_parts(deck.shape("cards", "object"))[mark]
    assert drawn is not None
    source = copy.deepcopy(marked_parts(drawn)[mark])
    for look in source.iter(qn("a:rPr")):
        look.set("sz", "3100")
    red(source, "".join(item.text or "" for item in source.iter(qn("a:t"))))
    before = reds(target)
    PartPatch(deck.bench, patch, patch.fresh, mark).say(target, source)
    assert not before and reds(target) == reds(source) != []
    assert {look.get("sz") for look in target.iter(qn("a:rPr"))} == {"3100"}
