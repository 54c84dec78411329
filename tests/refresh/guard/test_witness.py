"""What goes missing in patching is told; what was to go is not."""

from __future__ import annotations

from collections import Counter

import pytest
from refresh_corpus import edited, generated, refreshed
from refresh_edits import EDITS
from refresh_releases import RELEASES
from traces import left

from deck.drawing.names import detach, qn
from deck.package import Package, Relationship, open_package, parse_xml
from deck.package.xml import serialise
from deck.pptx import read_pptx
from deck.refresh.guard import Account, Losable, verdict
from deck.refresh.guard.mend import mend

PLACES = {
    "an equation": ("why", b"<m:t>EGEN=1</m:t>", b"<m:t></m:t>", "equation"),
    "a date field": ("why", b'type="datetime1"', b'type="slidenum"', "field"),
    "a link on a card": ("cards", b"hlinkClick", b"hlinkClock", "link"),
    "alt text of a part": ("cards", "Vårt första kort".encode(), b"", "alt"),
    "a hidden slide": ("cards", b'show="0"', b"", "hidden"),
    "a transition": ("cards", b"<p:fade/>", b"", "transition"),
    "an animation": ("cards", b"p:spTgt", b"p:spTgx", "animation"),
    "own footer": ("cards", "Miljöförvaltningen".encode(), b"", "word"),
    "a newer transition": ("cards", b"p159:morph", b"p159:extLst", "transition"),
}


def package(data: bytes) -> Package:
    return open_package(data, "test")


def part_of(found: Package, slide: str) -> str:
    return next(piece.part for piece in read_pptx(found).slides if piece.slide == slide)


@pytest.mark.parametrize("name", PLACES)
def test_what_is_missing_is_told(name: str) -> None:
    slide, old, new, kind = PLACES[name]
    before = package(left(generated(), name))
    part = part_of(before, slide)
    assert old in before.parts[part]
    after = before.replace({part: before.parts[part].replace(old, new)})
    seen = verdict(read_pptx(before), read_pptx(after), Account())
    assert (kind, slide) in [(item.kind, item.slide) for item in seen.missing] and not seen.whole
    assert all(item.words for item in seen.missing)


def test_what_was_to_go_is_not_missing() -> None:
    before = package(left(generated(), "own footer"))
    part = part_of(before, "cards")
    after = before.replace({part: before.parts[part].replace("Miljöförvaltningen".encode(), b"")})
    account = Account(items={"cards": Counter({Losable("word", "Miljöförvaltningen"): 1})})
    assert verdict(read_pptx(before), read_pptx(after), account).whole


def test_words_on_another_slide_are_no_substitute() -> None:
    before = package(generated())
    one, other = part_of(before, "why"), part_of(before, "next")
    emptied = verdict(read_pptx(before), read_pptx(_emptied(before, one)), Account())
    word = emptied.missing[0].what.split()[0]
    after = _emptied(before, one)
    after = after.replace({other: after.parts[other].replace(b"</a:t>", f" {word}</a:t>".encode(), 1)})
    assert "why" in {item.slide for item in verdict(read_pptx(before), read_pptx(after), Account()).missing}


def _emptied(found: Package, part: str) -> Package:
    import re

    return found.replace({part: re.sub(rb"<a:t>[^<]*</a:t>", b"<a:t/>", found.parts[part])})


def test_a_slide_lost_as_a_whole() -> None:
    before = package(generated())
    main = before.parts[before.main]
    first = main.index(b"<p:sldId ")
    end = main.index(b"/>", first) + 2
    after = before.replace({before.main: main[:first] + main[end:]})
    gone = read_pptx(before).slides[0].slide
    assert verdict(read_pptx(before), read_pptx(after), Account()).lost == (gone,)
    assert verdict(read_pptx(before), read_pptx(after), Account(frozenset([gone]))).lost == ()


def test_a_link_to_nothing_is_taken_off_and_its_words_stay() -> None:
    before = package(left(generated(), "a link on a card"))
    part = part_of(before, "cards")
    rels: tuple[Relationship, ...] = tuple(rel for rel in before.rels[part] if rel.kind != "hyperlink")
    after = before.replace(rels={part: rels})
    broken = verdict(read_pptx(before), read_pptx(after), Account()).broken
    assert [item.fault for item in broken] == ["nowhere"]
    mended = mend(after, broken)
    seen = verdict(read_pptx(before), read_pptx(mended), Account())
    assert seen.broken == () and [item.kind for item in seen.missing] == ["link"]
    assert mend(before, ()) is before


def test_two_shapes_of_one_id() -> None:
    before = package(generated())
    part = part_of(before, "why")
    import re

    after = before.replace({part: re.sub(rb'<p:cNvPr id="\d+"', b'<p:cNvPr id="2"', before.parts[part])})
    assert {item.fault for item in verdict(read_pptx(before), read_pptx(after), Account()).broken} == {"twice"}


@pytest.mark.parametrize("name", sorted(EDITS)[::6])
def test_a_refresh_that_keeps_all_is_whole(name: str) -> None:
    outcome = refreshed(edited([name]).data, RELEASES["words"]())
    assert outcome.package is None or outcome.whole, outcome.diagnostics


def test_an_equation_lost_in_a_merge_is_told() -> None:
    """Until merging carries it over, its owner hears of it; then all is whole."""
    outcome = refreshed(left(generated(), "an equation"), RELEASES["words"]())
    assert outcome.package is not None
    kept = any(b"EGEN=1" in data for name, data in outcome.package.parts.items() if name.startswith("ppt/slides/"))
    told = any(item.code == "lost" for item in outcome.diagnostics)
    assert kept or told
    assert outcome.whole is not told


@pytest.mark.parametrize(("slide", "whole"), [("why", True), ("cards", False)])
def test_our_footer_where_another_layout_has_none_is_no_loss(slide: str, whole: bool) -> None:
    """What its owner wrote at the foot of a slide is."""
    ours = read_pptx(package(generated()))
    before = package(left(generated(), "own footer"))
    part = part_of(before, slide)
    tree = parse_xml(before.parts[part])
    for shape in [item for item in tree.iter(qn("p:sp")) if item.find(f".//{qn('p:ph')}[@type='ftr']") is not None]:
        detach(shape)
    after = before.replace({part: serialise(tree)})
    assert after.parts[part] != before.parts[part]
    assert verdict(read_pptx(before), read_pptx(after), Account(), [ours], ()).whole is whole
    assert not verdict(read_pptx(before), read_pptx(after), Account()).whole
