"""What carries meaning, where a program wrote all anew."""

from __future__ import annotations

import pytest
from refresh_corpus import generated
from traces import left

from deck.package import open_package
from deck.pptx import read_pptx
from deck.refresh.guard.meant import meant
from deck.refresh.guard.side import Side, Touch


def side(data: bytes) -> Side:
    return Side.of(read_pptx(open_package(data, "test")))


def test_what_is_as_generated_means_nothing() -> None:
    ours = side(generated())
    assert [touch for slide in ours.pages for touch in meant(ours, ours, None, slide)] == []


@pytest.mark.parametrize(("name", "what"), [("a hidden slide", "hidden"), ("a picture in the notes", "picture")])
def test_what_is_more_than_we_wrote_is_told(name: str, what: str) -> None:
    ours, mine = side(generated()), side(left(generated(), name))
    found = [touch for slide in mine.pages for touch in meant(mine, ours, None, slide)]
    assert [touch.what for touch in found] == [what]
    assert isinstance(found[0], Touch)


def test_what_the_file_says_by_its_words_is_explained() -> None:
    ours, mine = side(generated()), side(left(generated(), "a picture in the notes"))
    slide = next(touch.slide for key in mine.pages for touch in meant(mine, ours, None, key))
    assert list(meant(mine, ours, mine, slide)) == []
