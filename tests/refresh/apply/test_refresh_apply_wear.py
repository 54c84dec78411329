"""A drawn block that is drawn anew wears what its owner gave the old one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from apply_deck import OnBench, edited_file, on_bench, with_block
from lxml import etree
from refresh_releases import BASE

from deck.drawing.names import Element, attributes, child, need, qn
from deck.pptx.identity import guid
from deck.presentation import Diagram
from deck.refresh.apply.wear import wear, worn_parts
from deck.refresh.parts import marked_parts


def cards(words: str) -> Diagram:
    held = BASE.slide("cards")
    found = held.slot("object") if held is not None else None
    assert found is not None and isinstance(found.block, Diagram)
    one, *rest = found.block.items
    return replace(found.block, items=(replace(one, text=words), *rest))


def part(deck: OnBench, key: str) -> Element:
    page = deck.bench.mine["cards"][0]
    return marked_parts(deck.shape("cards", "object"))[guid(page.id, "object", key)]


INK = "D000D0"
"""No theme's."""


def inked(shape: Element, words: str) -> None:
    for run in shape.iter(qn("a:r")):
        if words in (run.findtext(qn("a:t")) or ""):
            for old in run[0].findall(qn("a:solidFill")):
                run[0].remove(old)
            fill = run[0].makeelement(qn("a:solidFill"), {})
            fill.append(fill.makeelement(qn("a:srgbClr"), {"val": INK}))
            run[0].insert(0, fill)


def in_ink(shape: Element) -> list[str]:
    runs = [run for run in shape.iter(qn("a:r")) if any(color.get("val") == INK for color in run.iter(qn("a:srgbClr")))]
    return [run.findtext(qn("a:t")) or "" for run in runs]


def drawn_anew(data: bytes, words: str) -> OnBench:
    deck = on_bench(with_block("cards", "object", cards(words)), data)
    patch = deck.bench.pages("cards")[0]
    parts = worn_parts(patch, "object")
    target, source = patch.shape("object"), patch.fresh.shape("object")
    assert target is not None and source is not None
    wear(patch, patch.swap(target, source, "object"), parts, "sv-SE")
    return deck


def split(shape: Element, words: str) -> None:
    """A run of its own for some of a part's words."""
    run = next(item for item in shape.iter(qn("a:r")) if words in (item.findtext(qn("a:t")) or ""))
    before, _words, after = (run.findtext(qn("a:t")) or "").partition(words)
    for said in (after, words):
        new = run.makeelement(run.tag, {})
        new.append(new.makeelement(qn("a:rPr"), attributes(run[0])))
        held = new.makeelement(qn("a:t"), {})
        held.text = said
        new.append(held)
        run.addnext(new)
    text = run.find(qn("a:t"))
    assert text is not None
    text.text = before


@pytest.mark.parametrize(
    ("words", "own"),
    [("Hand i hand med miljömålen", ["Hand i"]), ("Nu: Hand i hand igen", ["Hand i"]), ("Något helt annat", [])],
)
def test_words_that_stay_wear_their_owners_ink(words: str, own: list[str]) -> None:
    """Of all words, the part's; of some, those."""
    every = drawn_anew(edited_file(lambda deck: inked(part(deck, "card:one:text"), "Hand i hand")), words)
    assert "".join(in_ink(part(every, "card:one:text"))) == words

    def some(deck: OnBench) -> None:
        split(part(deck, "card:one:text"), "Hand i")
        inked(part(deck, "card:one:text"), "Hand i")

    found = drawn_anew(edited_file(some), words)
    assert [item for item in in_ink(part(found, "card:one:text")) if item.strip()] == own
    assert "".join(t.text or "" for t in part(found, "card:one:text").iter(qn("a:t"))) == words


def test_what_nobody_touched_is_as_newly_written() -> None:
    deck = drawn_anew(b"", "Hand i hand med miljömålen")
    source = deck.bench.pages("cards")[0].fresh.shape("object")
    assert source is not None
    assert [t.text for t in deck.shape("cards", "object").iter(qn("a:t"))] == [t.text for t in source.iter(qn("a:t"))]
    assert in_ink(deck.shape("cards", "object")) == []


def test_a_fill_stays_before_the_line() -> None:
    def fill(deck: OnBench) -> None:
        props = child(part(deck, "card:one:text"), "p:spPr")
        assert props is not None
        for item in props.findall(qn("a:solidFill")) + props.findall(qn("a:noFill")):
            props.remove(item)
        paint = props.makeelement(qn("a:solidFill"), {})
        paint.append(paint.makeelement(qn("a:srgbClr"), {"val": "D000D0"}))
        at = sum(item.tag in (qn("a:xfrm"), qn("a:prstGeom"), qn("a:custGeom")) for item in props)
        props.insert(at, paint)

    deck = drawn_anew(edited_file(fill), "Hand i hand med miljömålen")
    props = child(part(deck, "card:one:text"), "p:spPr")
    assert props is not None
    names = [item.tag.partition("}")[2] for item in props]
    assert child(props, "a:solidFill", "a:srgbClr").get("val") == "D000D0"  # type: ignore[union-attr]
    assert names == sorted(names, key=["xfrm", "prstGeom", "custGeom", "solidFill", "ln"].index)


GREY = "B9B9B9"


def filled(deck: OnBench, key: str, color: str) -> None:
    props = child(part(deck, key), "p:spPr")
    assert props is not None
    for item in props.findall(qn("a:solidFill")) + props.findall(qn("a:noFill")):
        props.remove(item)
    paint = props.makeelement(qn("a:solidFill"), {})
    paint.append(paint.makeelement(qn("a:srgbClr"), {"val": color}))
    props.insert(sum(item.tag in (qn("a:xfrm"), qn("a:prstGeom"), qn("a:custGeom")) for item in props), paint)


@pytest.mark.parametrize(("keys", "stays"), [(("one",), True), (("one", "two", "three"), False)])
def test_a_grey_is_its_owners_where_the_other_parts_of_its_kind_have_none(keys: tuple[str, ...], stays: bool) -> None:
    """What a program comes upon, it comes upon in all of them."""

    def painted(deck: OnBench) -> None:
        for key in keys:
            filled(deck, f"card:{key}:text", GREY)

    deck = on_bench(with_block("cards", "object", cards("Hand i hand med miljömålen")), edited_file(painted))
    patch = deck.bench.pages("cards")[0]
    # The block would be drawn in other sizes today.
    patch.mine = replace(patch.mine, sizes={})
    worn = {found.pair.path for found in worn_parts(patch, "object") if found.paint}
    assert worn == ({"card:one:text"} if stays else set())


def outlined(shape: Element) -> None:
    need(shape, "p:spPr", "a:prstGeom").set("prst", "hexagon")


def glowing(shape: Element) -> None:
    props = need(shape, "p:spPr")
    effects = props.makeelement(qn("a:effectLst"))
    glow = etree.SubElement(effects, qn("a:glow"), {"rad": "63500"})
    etree.SubElement(glow, qn("a:srgbClr"), {"val": INK})
    props.append(effects)


def turned(shape: Element) -> None:
    need(shape, "p:txBody", "a:bodyPr").set("vert", "vert270")


def in_two(shape: Element) -> None:
    need(shape, "p:txBody", "a:bodyPr").attrib.update({"numCol": "2", "spcCol": "90000"})


def tabbed(shape: Element) -> None:
    paragraph = next(shape.iter(qn("a:p")))
    props = child(paragraph, "a:pPr")
    if props is None:
        props = paragraph.makeelement(qn("a:pPr"))
        paragraph.insert(0, props)
    stops = etree.SubElement(props, qn("a:tabLst"))
    etree.SubElement(stops, qn("a:tab"), {"pos": "914400", "algn": "r"})


@pytest.mark.parametrize(
    ("change", "mark"),
    [
        (outlined, 'prst="hexagon"'),
        (glowing, "glow"),
        (turned, 'vert="vert270"'),
        (in_two, 'numCol="2" spcCol="90000"'),
        (tabbed, 'pos="914400"'),
    ],
)
def test_a_part_keeps_its_outline_its_effects_and_how_its_text_is_set(change: Callable[[Element], None], mark: str) -> None:
    """Where it alone of its kind has them: what all have may be a program's."""
    alone = drawn_anew(edited_file(lambda deck: change(part(deck, "card:one:text"))), "Hand i hand med miljömålen")
    here = etree.tostring(part(alone, "card:one:text"), encoding="unicode")
    assert mark in here and mark not in etree.tostring(part(alone, "card:two:text"), encoding="unicode")
    assert "med miljömålen" in here

    def every(deck: OnBench) -> None:
        for name in ("one", "two", "three"):
            change(part(deck, f"card:{name}:text"))

    all_alike = drawn_anew(edited_file(every), "Hand i hand med miljömålen")
    assert (mark in etree.tostring(part(all_alike, "card:one:text"), encoding="unicode")) is (change is glowing)
