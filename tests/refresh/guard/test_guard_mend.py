"""Links that lead nowhere go, and their words stay."""

from __future__ import annotations

from refresh_corpus import generated

from deck.package import Package, open_package
from deck.pptx import read_pptx
from deck.pptx.reader import presentation_of
from deck.refresh.guard.mend import mend
from deck.refresh.guard.witness import Broken, faults


def package() -> Package:
    return open_package(generated(), "test")


def part_of(held: Package, slide: str) -> str:
    return next(piece.part for piece in read_pptx(held).slides if piece.slide == slide)


def broken(held: Package) -> list[Broken]:
    deck = read_pptx(held)
    return [fault for piece in deck.slides for fault in faults(deck.sheets, piece.part)]


def test_where_nothing_is_broken_it_is_the_very_same() -> None:
    held = package()
    assert broken(held) == [] and mend(held, broken(held)) is held


def test_a_link_whose_relationship_is_gone_goes_and_its_words_stay() -> None:
    held = package()
    part = part_of(held, "links")
    rels = tuple(rel for rel in held.rels[part] if rel.kind != "hyperlink")
    torn = held.replace({}, None, {part: rels})
    found = broken(torn)
    assert {item.fault for item in found} == {"nowhere"} and {item.part for item in found} == {part}
    mended = mend(torn, found)
    assert broken(mended) == []
    before, after = (read_pptx(item) for item in (held, mended))
    assert before.presentation is not None
    words = [
        slide.slot("body")
        for deck in (before, after)
        if (slide := presentation_of(deck, before.presentation).slide("links")) is not None
    ]
    assert words[0] is not None and words[1] is not None
    assert words[0].block.text == words[1].block.text and words[0].block != words[1].block  # type: ignore[union-attr]
    assert all(held.parts[name] == mended.parts[name] for name in held.parts if name != part)


def test_what_is_broken_otherwise_is_left_for_the_owner_to_see() -> None:
    held = package()
    other = Broken(part_of(held, "why"), "twice", "2")
    assert mend(held, [other]) is held
