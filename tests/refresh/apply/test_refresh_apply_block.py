"""ReplaceBlock and DropSlot: a slot that is new, shows another block, or goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from apply_deck import OnBench, edited_file, on_bench, with_block, with_slide
from lxml import etree
from refresh_releases import BASE, bullets, png, row

from deck.drawing.names import child, local, need, qn
from deck.drawing.scene import extent, xfrm_of
from deck.geometry import Box
from deck.package.names import namespaces
from deck.presentation import Block, Diagram, Item, Media, Picture, QrCode, Slot, Table
from deck.refresh.apply import APPLY, After, Bench
from deck.refresh.plan import DropSlot, ReplaceBlock
from deck.refresh.transform import write_box

TABLE = Table((row("head", "Vad", "När"), row("a", "Plan", "Nu")), (1.0, 1.0), "En plan.")


@pytest.mark.parametrize(
    ("slide", "slot", "block"),
    [
        ("chart", "object", TABLE),
        ("table", "object", Diagram("cards", (Item("a", "Ett", "Först"), Item("b", "Två", "Sedan")), "Två.")),
        ("cards", "object", Diagram("process", (Item("one", "Ett", "Först"), Item("two", "Två", "Sedan")), "Två.")),
        ("qr", "object", QrCode("https://www.rus.se/ny", "rus.se/ny", "QR-kod till rus.se/ny")),
        ("qr", "object", QrCode("https://www.rus.se/", "rus.se, vägledningen", "QR-kod till rus.se")),
        ("photo", "picture", Picture(Media("image/png", png("blue")), 60, 40, "En blå yta")),
    ],
    ids=["a table for a chart", "cards for a table", "another form", "another address", "another label", "another picture"],
)
def test_another_block_in_the_owner_s_place(slide: str, slot: str, block: Block) -> None:
    box = Box(1_000_000, 1_500_000, 5_000_000, 3_000_000)
    data = edited_file(lambda deck: write_box(deck.shape(slide, slot), box))
    deck = on_bench(with_block(slide, slot, block), data)
    before = deck.bench.before.now.slide(slide)
    held = before.slot(slot) if before is not None else None
    assert held is not None
    edit = ReplaceBlock(slide=slide, slot=slot, role=held.role, before=held.block, after=block)
    bench = Bench(
        deck.bench.document, deck.bench.before, After(with_block(slide, slot, block), deck.bench.order), deck.bench.known
    )
    APPLY[ReplaceBlock](edit, bench)
    OnBench(bench, deck.plan).expect([edit])
    place = extent(xfrm_of(deck.shape(slide, slot)))
    assert place is not None
    # A picture keeps its shape within the owner's place.
    assert box.x <= place[0] and box.y <= place[1] and place[0] + place[2] <= box.right and place[3] <= box.h


def test_a_new_slot_comes_after_the_one_before_it() -> None:
    wanted = with_slide(
        "number", lambda slide: replace(slide, slots=(*slide.slots, Slot("more", "body", bullets("Mer att läsa"))))
    )
    deck = on_bench(wanted)
    deck.alone(ReplaceBlock)
    before = deck.shape("number", "more").getprevious()
    assert before is not None and local(before) in ("grpSp", "sp")


def test_a_slot_that_goes_takes_its_shape_along() -> None:
    wanted = with_slide("photo", lambda slide: replace(slide, slots=slide.slots[:2]))
    deck = on_bench(wanted)
    (edit,) = deck.alone(DropSlot)
    assert edit.slot == "picture"
    with pytest.raises(KeyError):
        deck.shape("photo", "picture")


@pytest.mark.parametrize(("size", "kept"), [((60, 40), True), ((40, 60), False)])
def test_a_picture_that_its_owner_cut_is_cut_likewise_where_the_new_one_has_its_shape(size: tuple[int, int], kept: bool) -> None:
    slide = BASE.slide("photo")
    slot = slide.slot("picture") if slide is not None else None
    assert slot is not None and isinstance(slot.block, Picture)
    old = replace(slot.block, width=60, height=40)
    box = Box(1_000_000, 1_500_000, 3_000_000, 3_000_000)

    def cut(deck: OnBench) -> None:
        shape = deck.shape("photo", "picture")
        write_box(shape, box)
        fill = need(shape, "p:blipFill")
        for item in list(fill.iterchildren(qn("a:srcRect"))):
            fill.remove(item)
        need(fill, "a:blip").addnext(fill.makeelement(qn("a:srcRect"), {"l": "25000", "r": "8333"}))

    data = edited_file(cut)
    new = Picture(Media("image/png", png("blue")), *size, "En blå yta")
    deck = on_bench(with_block("photo", "picture", new), data)
    bench = Bench(
        deck.bench.document, deck.bench.before, After(with_block("photo", "picture", new), deck.bench.order), deck.bench.known
    )
    APPLY[ReplaceBlock](ReplaceBlock(slide="photo", slot="picture", role="picture", before=old, after=new), bench)
    found = child(deck.shape("photo", "picture"), "p:blipFill", "a:srcRect")
    assert (found is not None and found.get("l") == "25000") == kept
    assert [item.code for item in bench.problems] == ([] if kept else ["crop-gone"])
    place = extent(xfrm_of(deck.shape("photo", "picture")))
    assert place is not None and ((place[2], place[3]) == (box.w, box.h)) == kept


LAYER = (
    '<a:extLst {ns}><a:ext uri="{{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}}">'
    '<a14:imgProps xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><a14:imgLayer{embed}><a14:imgEffect>'
    '<a14:saturation sat="66661"/></a14:imgEffect></a14:imgLayer></a14:imgProps></a:ext></a:extLst>'
)


@pytest.mark.parametrize(
    ("effect", "kept"),
    [
        ('<a:lum {ns} bright="23000"/>', True),
        ('<a:alphaModFix {ns} amt="43000"/>', True),
        ("<a:grayscl {ns}/>", True),
        ('<a:duotone {ns}><a:prstClr val="black"/><a:srgbClr val="A10025"/></a:duotone>', True),
        (LAYER.replace("{embed}", ""), True),
        (LAYER.replace("{embed}", ' r:embed="rId1"'), False),
    ],
    ids=["brightness", "transparency", "grey", "duotone", "saturation", "a layer of the old picture"],
)
def test_what_its_owner_made_of_a_picture_s_colours_is_made_of_the_new_one(effect: str, kept: bool) -> None:
    item = etree.fromstring(effect.format(ns=namespaces("a", "r")))

    def recoloured(deck: OnBench) -> None:
        blip = need(deck.shape("photo", "picture"), "p:blipFill", "a:blip")
        for old in list(blip.iterchildren(qn("a:extLst"))):
            blip.remove(old)
        blip.append(item)

    deck = on_bench(
        with_block("photo", "picture", Picture(Media("image/png", png("blue")), 60, 40, "En blå yta")), edited_file(recoloured)
    )
    deck.alone(ReplaceBlock)
    blip = need(deck.shape("photo", "picture"), "p:blipFill", "a:blip")
    marks = [local(found) for found in blip.iter() if local(found) in (local(item), "saturation")]
    assert (local(item) in marks and ("saturation" in marks) == ("imgLayer" in effect)) == kept
    assert [found.code for found in deck.bench.problems] == ([] if kept else ["effect-gone"])
