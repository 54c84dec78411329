"""Whose a picture is stands under it, within the picture's frame, also in the worst of frames."""

from __future__ import annotations

import pytest
from layout_made import laid, slide

from deck.layout import audit
from deck.layout import model as m
from deck.presentation import Media, Picture, SlideKind, Slot, credit_role, text


@pytest.mark.parametrize(("width", "height"), [(4000, 1000), (1000, 4000), (1300, 1000)])
@pytest.mark.parametrize(
    ("kind", "role"), [("picture", "picture"), ("object", "object"), ("two-content", "left"), ("content", "body")]
)
@pytest.mark.parametrize(
    "credit", ["Foto: Kim Lind", "Foto: Kim Lind och Alex Ek, Lunds kommun, ur stadens bildarkiv, beskuren med löfte av upphovet"]
)
def test_a_credit_stands_under_its_picture(width: int, height: int, kind: SlideKind, role: str, credit: str) -> None:
    picture = Picture(Media("image/jpeg", b"x"), width, height, "Bild")
    words = Slot("bild-credit", credit_role(role), text(credit))
    laid_out, found = laid(slide(kind, Slot("bild", role, picture), words))
    assert not found.errors and not audit(laid_out) and len(laid_out.slides) == 1
    _title, shown, under = laid_out.slides[0].shapes
    assert isinstance(shown, m.PlacedPicture) and isinstance(under, m.PlacedText)
    assert under.box.y >= shown.box.bottom and under.box.x == shown.box.x and under.sizes[0] == 18
    spot = laid_out.template.roles[kind].spots[role].box
    assert spot.contains(shown.box, 2) and spot.contains(under.box, 2)


def test_a_credit_stays_where_its_picture_is_taken_away() -> None:
    words = Slot("bild-credit", credit_role("picture"), text("Foto: Kim Lind"))
    laid_out, found = laid(slide("picture", Slot("body", "body", text("Text")), words))
    assert not found.errors and not audit(laid_out) and len(laid_out.slides[0].shapes) == 3
