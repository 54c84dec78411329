"""Which slides a deck has: the outline's, and what its sender says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.compose.order import slide_order
from deck.content import Content, load_content
from deck.errors import InputError
from deck.i18n import use
from deck.places import Place, load_places

PLACES = load_places()
LUND = PLACES.find("1281")


def local(folder: Path, text: str) -> Content:
    path = folder / "local.yaml"
    path.write_text(text, encoding="utf-8")
    return load_content(local=path)


def names(content: Content, outline: str = "standard", audience: str = "alla", *, contact: bool = False) -> list[str]:
    return [name for _section, name in slide_order(content, LUND, outline, audience, contact=contact)]


def test_the_order_is_the_outlines_less_what_does_not_apply() -> None:
    content = load_content()
    lund, skane = PLACES.find("1281"), PLACES.find("12")
    for outline in content.outlines:
        planned = content.outlines[outline].order("alla")
        for place in (lund, skane, PLACES.find("1280")):
            named = {slide.instead: name for name, slide in content.slides.items() if slide.meant_for(place.kind, place.code)}
            found = slide_order(content, place, outline, "alla")
            mine = [(section, named.get(name, name)) for section, name in planned]
            assert list(found) == [item for item in mine if item in set(found)]
            left = {name for _section, name in planned} - {name for _section, name in found}
            assert all(content.slides[name].needs or instead(content, name, place) for name in left)


def instead(content: Content, name: str, place: Place) -> bool:
    """Whether another slide stands in for it at this place."""
    others = [slide for slide in content.slides.values() if slide.instead == name]
    return any(slide.meant_for(place.kind, place.code) for slide in others)


@pytest.mark.parametrize("outline", ["kort", "standard", "konferens"])
def test_what_a_sender_gives_is_said_in_every_outline(tmp_path: Path, outline: str) -> None:
    content = local(tmp_path, "contact:\n  name: Kim\ngoals: Vi ska bli fossilfria\n")
    for audience in content.audiences:
        found = names(content, outline, audience)
        assert found.count("contact") == 1 and found.count("own-goals") == 1
        plain = names(load_content(), outline, audience)
        assert [name for name in found if name in plain] == plain
        assert found.index("contact") < found.index("sources")
    assert "contact" in names(load_content(), "kort", contact=True)
    assert "contact" not in names(load_content(), "kort")


def test_left_out_and_only(tmp_path: Path) -> None:
    text = "leave_out: [sources]\nonly: [why, local, sources]\nslides: [{id: egen, after: when, title: Eget, body: x}]\n"
    assert names(local(tmp_path, text)) == ["title", "why", "egen", "local"]


def test_an_order_of_their_own(tmp_path: Path) -> None:
    plain = names(load_content())
    found = slide_order(local(tmp_path, "order: [when, why, get-it]\n"), LUND, "standard", "alla")
    ids = [name for _section, name in found]
    at = ids.index("when")
    assert ids[at : at + 3] == ["when", "why", "get-it"]
    assert len({section for section, _name in found[at : at + 3]}) == 1
    moved = {"why", "get-it"}
    assert [name for name in ids if name not in moved] == [name for name in plain if name not in moved]


@pytest.mark.parametrize(("slide", "after", "part"), [("why", "environmental-objectives", ""), ("get-it", "contact", "next")])
def test_who_names_all_slides_and_moves_one_keeps_the_parts(tmp_path: Path, slide: str, after: str, part: str) -> None:
    """The web app names them all. What was put into the part of the first would be one part, and the appendix spoken."""
    plain = slide_order(load_content(), LUND, "konferens", "alla")
    ids = [name for _section, name in plain if name != slide]
    ids.insert(ids.index(after) + 1, slide)
    found = slide_order(local(tmp_path, f"order: [{', '.join(ids)}]\n"), LUND, "konferens", "alla")
    assert [name for _section, name in found] == ids
    parts = {name: section for section, name in plain} | ({slide: part} if part else {})
    assert {name: section for section, name in found} == parts


def test_what_is_moved_past_the_opening_of_a_part_is_in_that_part(tmp_path: Path) -> None:
    content = local(tmp_path, "order: [section-guidance, hand-in-hand, in-short]\n")
    found = {name: section for section, name in slide_order(content, LUND, "konferens", "alla")}
    assert found["section-guidance"] == found["hand-in-hand"] == found["in-short"] == "guidance"


def test_what_a_sender_put_between_two_slides_stays_between_them(tmp_path: Path) -> None:
    own = "slides: [{id: egen, after: when, title: Eget, body: x}]\n"
    plain = names(local(tmp_path, own))
    at = plain.index("when")
    rest = plain[at + 2 :]
    assert names(local(tmp_path, f"{own}order: [when, {', '.join(rest)}]\n")) == plain


def test_a_part_without_slides_has_no_opening(tmp_path: Path) -> None:
    plain = slide_order(load_content(), LUND, "konferens", "alla")
    section = next(section for section, name in plain if name == "section-place")
    inside = [name for part, name in plain if part == section and name != "section-place"]
    assert "section-place" not in names(local(tmp_path, f"leave_out: [{', '.join(inside)}]\n"), "konferens")


def test_the_title_and_unknown_slides_are_told(tmp_path: Path) -> None:
    use("en")
    with pytest.raises(InputError) as caught:
        local(
            tmp_path,
            "leave_out: [title]\nonly: [wyh]\norder: [egen, wen]\nslides: [{id: egen, after: when, title: E, body: x}]\n",
        )
    use(None)
    told = [str(item) for item in caught.value.diagnostics]
    assert any("the title slide cannot be left out" in line for line in told)
    assert any('unknown slide "wyh"; did you mean "why"' in line for line in told)
    assert any('unknown slide "wen"; did you mean "when"' in line for line in told) and not any('"egen"' in line for line in told)


@pytest.mark.parametrize("outline", ["kort", "standard", "konferens"])
def test_an_own_slide_that_names_no_other_comes_before_the_closing_part(tmp_path: Path, outline: str) -> None:
    content = local(tmp_path, "slides:\n  - {id: ours, title: Vårt, body: x}\n  - {id: more, title: Mer, body: x}\n")
    order = slide_order(content, LUND, outline, "alla")
    spoken = [section for section, _name in order if section not in content.outlines[outline].appendix]
    closing = next(i for i, (section, _name) in enumerate(order) if section == spoken[-1])
    assert [name for _section, name in order[closing - 2 : closing]] == ["ours", "more"]


def test_own_slides_go_by_own_slides_that_come_later_in_the_file(tmp_path: Path) -> None:
    text = (
        "slides:\n  - {id: last, after: middle, title: C, body: x}\n  - {id: first, before: middle, title: A, body: x}\n"
        "  - {id: middle%s, title: B, body: x}\n"
    )
    for anchor in (", after: why", ""):
        ids = names(local(tmp_path, text % anchor))
        at = ids.index("middle")
        assert ids[at - 1 : at + 2] == ["first", "middle", "last"] and len(ids) == len(set(ids))
