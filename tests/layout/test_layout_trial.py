"""A slide is judged in a mould, and goes where it stands best."""

from __future__ import annotations

from dataclasses import replace

from layout_made import presentation, slide
from layout_templates import template

from deck.diagnostics import Diagnostics
from deck.geometry import Box
from deck.layout import audit, lay_out
from deck.layout.engine import CONTINUED
from deck.layout.mould import mould_of
from deck.layout.trial import CROSSING, tried
from deck.presentation import Slot, Text, paragraph
from deck.template.model import Ground, Others, Role, Template

WORDS = Text(tuple(paragraph(f"Punkt {n} om kommunens arbete", 0, "bullet") for n in range(5)))
ITEM = slide("content", Slot("body", "body", WORDS))


def squeezed(role: Role, box: Box) -> Role:
    """The role with a body of another size."""
    return replace(role, spots={**role.spots, "body": replace(role.spots["body"], box=box)})


def with_narrow_body(others: tuple[Role, ...]) -> Template:
    plain = template()
    narrow = squeezed(plain.roles["content"], Box(1_000_000, 2_000_000, 400_000, 400_000))
    return replace(plain, roles={**plain.roles, "content": narrow}, others=Others(lambda _kind: others))


def test_a_slide_without_fault_weighs_nothing_and_what_is_cut_weighs() -> None:
    plain = template()
    good = mould_of(plain.roles["content"], plain)
    bad = mould_of(with_narrow_body(()).roles["content"], plain)
    assert tried(ITEM.slots, good, "sv-SE").weight == 0
    assert tried(ITEM.slots, bad, "sv-SE").weight >= 100


def test_where_the_first_layout_fails_the_next_is_taken() -> None:
    other = template().roles["content"]
    found = Diagnostics()
    deck = lay_out(presentation(ITEM), with_narrow_body((other,)), found)
    assert not found.errors and audit(deck) == []
    assert deck.slides[0].role == other and deck.role(deck.slides[0]) == other


def test_where_none_holds_it_the_slide_is_there_and_the_fault_is_told() -> None:
    found = Diagnostics()
    deck = lay_out(presentation(ITEM), with_narrow_body(()), found)
    assert len(deck.slides) >= 1 and found.errors


def test_nothing_else_is_asked_for_while_the_first_holds() -> None:
    def find(kind: str) -> tuple[Role, ...]:
        raise AssertionError(kind)

    deck = lay_out(presentation(ITEM), replace(template(), others=Others(find)))
    assert deck.slides[0].role is None


def test_across_the_edge_of_a_field_is_worse_than_going_on() -> None:
    """Words that are half on a dark field and half beside it are read by nobody; a second slide is."""
    plain = template()
    role = plain.roles["content"]
    body = role.spots["body"].box
    half = Box(body.x + body.w // 2, 0, plain.size[0], plain.size[1])
    for field, across in ((half, True), (Box(0, 0, *plain.size), False), (Box(0, 0, plain.size[0], body.y), False)):
        layout = replace(role.layout, panels=(field,))
        weight = tried(ITEM.slots, mould_of(replace(role, layout=layout), plain), "sv-SE").weight
        assert (weight >= CROSSING > CONTINUED) == across, field


def test_a_continuation_rather_than_boxes_across_a_field_of_the_templates() -> None:
    """A dark column at the side is where titles stand; a box over the whole slide would lie on it, too."""
    plain = template()
    role = plain.roles["content"]
    panel = Box(0, 0, 2_000_000, plain.size[1])
    layout = replace(role.layout, panels=(panel,))
    beside = replace(squeezed(role, Box(2_500_000, 2_000_000, 5_000_000, 2_000_000)), layout=layout)
    across = replace(squeezed(role, Box(500_000, 2_000_000, 8_000_000, 4_000_000)), layout=replace(layout, part="ppt/x.xml"))
    title = replace(role.spots["title"], box=Box(2_500_000, 300_000, 6_000_000, 1_200_000))
    beside, across = (replace(item, spots={**item.spots, "title": title}) for item in (beside, across))
    words = Text(tuple(paragraph(f"Punkt {n} om kommunens arbete med det som är viktigt", 0, "bullet") for n in range(12)))
    found = presentation(slide("content", Slot("body", "body", words)))

    def used(other: Role) -> set[str]:
        given = replace(plain, roles={**plain.roles, "content": beside}, others=Others(lambda _kind: (other,)))
        return {page.layout for page in lay_out(found, given, Diagnostics()).slides}

    assert used(across) == {beside.layout.part}
    assert used(replace(across, layout=replace(across.layout, panels=()))) == {"ppt/x.xml"}


COVER = slide("title", Slot("subtitle", "subtitle", Text((paragraph("Lunds kommun"),))))


def halved(color: str = "101010") -> tuple[Template, Role]:
    """A cover with black words on white, and a field of a colour across its title."""
    plain = template()
    role = plain.roles["title"]
    box = role.spots["title"].box
    layout = replace(role.layout, panels=(Box(box.x + 400_000, box.y, box.w, box.h),))
    title = role.spots["title"]
    ground = Ground(("FFFFFF", color), kind="picture", shares=(0.6, 0.4))
    spots = {**role.spots, "title": replace(title, palette=replace(title.palette, ground=ground))}
    return plain, replace(role, layout=layout, spots=spots)


def test_a_cover_s_title_may_cross_an_edge_where_it_reads_on_both_sides() -> None:
    for color, crossed in (("E0E0E0", False), ("101010", True)):
        plain, role = halved(color)
        weight = tried(COVER.slots, mould_of(role, plain), "sv-SE").weight
        assert (weight >= CROSSING) == crossed, color


def with_cover(plain: Template, cover: Role, other: Role) -> Template:
    return replace(plain, roles={**plain.roles, "title": cover}, others=Others(lambda _kind: (other,)))


def test_a_cover_is_left_for_more_than_an_edge_and_that_is_said() -> None:
    plain, crossed = halved()
    other = replace(plain.roles["section"], kind="title")
    assert other.layout.part != crossed.layout.part
    found = Diagnostics()
    lay_out(presentation(COVER), with_cover(plain, crossed, other), found)
    assert "cover-left" not in [item.code for item in found]
    title, under = crossed.spots["title"], crossed.spots["subtitle"]
    over = replace(crossed, spots={**crossed.spots, "title": replace(title, box=title.box.union(under.box))})
    deck = lay_out(presentation(COVER), with_cover(plain, over, other), found)
    assert deck.slides[0].role is other
    assert [item.where.slide_id for item in found if item.code == "cover-left" and item.where] == [COVER.id]
