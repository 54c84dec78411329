"""An edited deck recognised: by ids, else by names, else by content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from refresh_corpus import base_pages, edited, generated
from refresh_releases import BASE

from deck.errors import InputError
from deck.package import open_package
from deck.presentation import Presentation
from deck.refresh.document import Document
from deck.refresh.pages import pages_of
from deck.refresh.recognise import Identified, identify
from deck.refresh.stamp import release

SLIDES = [slide.id for slide in BASE.slides]


def recognised(change: Callable[[Document], None], data: bytes = b"", base: Presentation = BASE) -> Identified:
    document = Document(open_package(data or generated(), "test"))
    change(document)
    return identify(document, base, base_pages(BASE, document.package()), "min.pptx")


def released(*slides: str) -> Callable[[Document], None]:
    """As a program leaves them that drops ids."""

    def change(document: Document) -> None:
        for piece in document.deck().slides:
            if piece.slide in slides:
                release(document, piece.part)

    return change


def test_with_its_ids_nothing_is_stamped_and_nothing_changes() -> None:
    found = recognised(lambda _document: None)
    assert found.stamped == () and found.copies == () and found.recognised == found.slots
    assert found.package.parts == open_package(generated(), "test").parts


@pytest.mark.parametrize("lost", [("why",), ("cards", "table", "chart"), tuple(SLIDES)])
def test_slides_without_ids_are_known_by_what_they_say_and_get_them_back(lost: tuple[str, ...]) -> None:
    found = recognised(released(*lost))
    assert [piece.slide for piece in found.deck.slides] == SLIDES
    assert {name.partition("/")[0] for name in found.stamped} == set(lost) and found.recognised == found.slots
    groups = pages_of(found.deck, BASE.lang)
    assert all(groups[slide.id][0].shape(slot.id) is not None for slide in BASE.slides for slot in slide.slots)


def test_a_slide_of_the_owner_s_is_not_taken_for_ours() -> None:
    found = recognised(lambda _document: None, edited(["own-slide-inside"]).data)
    assert [piece.slide for piece in found.deck.slides].count("") == 1 and found.copies == ()


def test_a_copy_loses_its_ids_and_the_one_most_like_the_base_keeps_them() -> None:
    found = recognised(lambda _document: None, edited(["slide-copied"]).data)
    assert len(found.copies) == 1 and sorted(filter(None, (piece.slide for piece in found.deck.slides))) == sorted(SLIDES)
    assert [item.code for item in found.diagnostics] == ["copied-slides"]


def test_a_slide_that_the_base_does_not_know_is_its_owner_s() -> None:
    base = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id != "why"))
    document = Document(open_package(generated(), "test"))
    found = identify(document, base, {k: v for k, v in base_pages(BASE, document.package()).items() if k != "why"})
    assert len(found.copies) == 1 and "why" not in [piece.slide for piece in found.deck.slides]


def test_too_little_in_common_is_refused() -> None:
    def stranger(document: Document) -> None:
        released(*SLIDES)(document)
        for piece in document.deck().slides:
            for n, item in enumerate(document.tree(piece.part).iter("{*}t")):
                item.text = f"helt andra ord {n}"
            for item in document.tree(piece.part).iter("{*}cNvPr"):
                item.set("name", "x")
            notes = document.one(piece.part, "notesSlide")
            if notes is not None:
                document.drop([notes])

    with pytest.raises(InputError, match="too few to merge safely"):
        recognised(stranger)
