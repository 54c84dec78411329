"""Parts that belong to a slide alone."""

from __future__ import annotations

from refresh_corpus import generated

from deck.package import open_package
from deck.pptx import read_pptx
from deck.refresh.guard.leaves import Leaves


def test_what_two_packages_have_in_common_is_told_by_their_bytes() -> None:
    held = read_pptx(open_package(generated(), "test"))
    notes = held.package.one(held.slides[1].part, "notesSlide")
    assert notes is not None
    other = held.package.replace({notes: held.package.parts[notes].replace(b"why", b"whyever")})
    one, two = Leaves(held.package), Leaves(other)
    assert [one.of(piece.part) == two.of(piece.part) for piece in held.slides].count(False) == 1
    assert one.of(held.slides[1].part) != two.of(held.slides[1].part)
    names = {name for name, _data in one.of(held.slides[0].part)}
    assert not any("slideLayout" in name or "theme" in name for name in names if " " not in name)
