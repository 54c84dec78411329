"""What came out, looked at afresh."""

from __future__ import annotations

from dataclasses import replace

from layout_made import cards, laid, laid_block, slide

from deck.geometry import Box
from deck.layout import LaidOutDeck, audit
from deck.layout.model import PlacedGroup, PlacedText
from deck.presentation import Slot, text


def test_audit_sees_an_overflow_that_nobody_complained_of() -> None:
    from dataclasses import replace

    deck, _ = laid(slide("content", Slot("body", "body", text("Ett stycke. " * 30))))
    page = deck.slides[0]
    body = page.shapes[1]
    assert isinstance(body, PlacedText)
    assert not audit(deck)

    def codes(**changes: object) -> set[str]:
        shapes = (page.shapes[0], replace(body, **changes))  # type: ignore[arg-type]
        return {item.code for item in audit(LaidOutDeck(deck.template, (replace(page, shapes=shapes),)))}

    assert codes(sizes=(60.0,) * 9) == {"overflow"}
    assert codes(sizes=(12.0,) * 9) == {"small-text"}
    assert "overlap" in codes(box=page.shapes[0].box, inherits_box=False)
    assert "off-slide" in codes(box=replace(body.box, x=-500_000))
    small = replace(deck.template, size=(deck.template.size[0] // 2, deck.template.size[1] // 2))
    shapes = (page.shapes[0], replace(body, sizes=(9.5,) * 9))
    told = {item.code for item in audit(LaidOutDeck(small, (replace(page, shapes=shapes),)))}
    assert "small-text" not in told, "a small page is shown as large as any other"


def test_what_is_found_is_said_where_it_stands_and_asked_again_each_time() -> None:
    deck, _ = laid(slide("content", Slot("body", "body", text("Ett stycke."))))
    page = deck.slides[0]
    far = replace(page.shapes[1], box=replace(page.shapes[1].box, x=-(10**7)))
    broken = LaidOutDeck(deck.template, (page, replace(page, shapes=(page.shapes[0], far))))
    for _again in range(2):
        (item,) = [item for item in audit(broken) if item.code == "off-slide"]
        assert (item.where.slide, item.where.slide_id, item.where.shape) == (2, "prov", "body")


def test_words_of_a_drawing_that_lie_on_each_other_or_overflow() -> None:
    deck, _ = laid_block(cards(("Ett", "Två")))
    page = deck.slides[0]
    group = page.shapes[1]
    assert isinstance(group, PlacedGroup)
    titles = [child for child in group.children if child.key.endswith(":title")]

    def codes(**changes: object) -> set[str]:
        children = tuple(replace(c, **changes) if c is titles[1] else c for c in group.children)  # type: ignore[arg-type]
        shapes = (page.shapes[0], replace(group, children=children))
        return {item.code for item in audit(LaidOutDeck(deck.template, (replace(page, shapes=shapes),)))}

    assert codes() == set()
    assert codes(box=titles[0].box) == {"overlap"}
    assert codes(size_pt=12.0) == {"small-text"}
    assert "overflow" in codes(size_pt=200.0)


def test_a_decoration_that_is_covered() -> None:
    deck, _ = laid(slide("content", Slot("body", "body", text("Ett stycke."))))
    template = deck.template
    logo = Box(11_600_000, 100_000, 400_000, 400_000)
    layouts = tuple(replace(layout, obstacles=(logo,)) for layout in template.layouts)
    with_logo = replace(template, layouts=layouts, fingerprint="logo")
    page = deck.slides[0]
    assert not audit(LaidOutDeck(with_logo, deck.slides))
    over = replace(page, shapes=(page.shapes[0], replace(page.shapes[1], box=logo)))
    assert "covers-decoration" in {item.code for item in audit(LaidOutDeck(with_logo, (over,)))}


def test_words_across_a_line_of_the_templates_are_a_fault() -> None:
    """A line has no height: it is as thick as what strikes words through."""
    deck, _ = laid(slide("content", Slot("body", "body", text("Ett stycke. " * 12))))
    page = deck.slides[0]
    role = deck.template.roles["content"]
    body = page.shapes[1].box
    across = replace(role.layout, obstacles=(Box(body.x, body.y + 200_000, body.w, 0),))
    template = replace(deck.template, layouts=(across,), roles={"content": replace(role, layout=across)})
    codes = {item.code for item in audit(LaidOutDeck(template, (replace(page, layout=across.part, made=None),)))}
    assert codes == {"covers-decoration"}
