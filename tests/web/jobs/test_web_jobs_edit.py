"""A slide of the guidance beside its words, as they are and as they would be; and its words kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck.content import content_root, load_content
from deck.errors import DeckError, InputError
from deck.web.jobs.edit import EditedSlide, edited, save


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(content_root(), tmp_path / "content"))


def seen(root: Path, name: str = "why", words: dict[str, str] | None = None, tried: bool = False) -> EditedSlide:
    return edited(root, "sv", name, "1281", words, tried)


def test_a_slide_as_it_is(root: Path) -> None:
    slide = seen(root)
    assert (slide.place, slide.changed, slide.faults, slide.others, slide.before) == ("Lunds kommun", False, (), (), ())
    assert len(slide.pages) == 1 and slide.pages[0].title.startswith("Kommuner ser nyttan")
    assert slide.reach is not None and sum(count for _o, _a, count in slide.decks) == slide.reach.count
    assert len(slide.labels) == len(slide.texts) and len(set(slide.labels)) == len(slide.labels)
    assert "Nyttan · text" in slide.labels
    assert ("why", slide.pages[0].title) in slide.row


def test_words_that_are_not_saved_are_seen_and_nothing_is_written(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    slide = seen(root, words={"title": "Så här blir det"})
    assert slide.changed and slide.pages[0].title == "Så här blir det" and slide.faults == ()
    assert [path for path, _was, _now in slide.before] == ["title"]
    assert slide.pages[0].key != seen(root).pages[0].key
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_words_that_stand_on_other_slides_too_say_so(root: Path) -> None:
    slide = seen(root, "question-part", {"object.items.alone.title": "Tänk först själv"})
    assert {"question-goals", "question-who"} <= {name for name, _title in slide.others}


def test_what_is_wrong_is_told_by_its_field_and_the_words_stay(root: Path) -> None:
    slide = seen(root, words={"title": "Vi {{ plats }}"})
    assert slide.pages == () and slide.texts[0].text == "Vi {{ plats }}"
    message, hint = slide.faults[0]
    assert message.startswith("Title: ") and "plats" in message and hint
    assert str(root) not in message + hint


def test_it_is_tried_with_every_name(root: Path) -> None:
    assert seen(root).fit is None
    fit = seen(root, tried=True).fit
    assert fit is not None and fit.tried == 311 and fit.misfits == ()


def test_a_slide_of_few_places_is_seen_in_one_of_them(root: Path) -> None:
    slide = edited(root, "sv", "led-here", "0114")
    assert slide.place in ("Lunds kommun", "Länsstyrelsen Skåne") and slide.pages
    with pytest.raises(DeckError):
        seen(root, "../../etc/passwd")


def test_saved_words_are_the_guidance_s_and_comments_stay(root: Path) -> None:
    file = root / "sv" / "slides-goals.yaml"
    before = file.read_text("utf-8")
    mark = edited(root, "sv", "generational-goal", "1281").saved.mark
    assert save(root, "sv", "generational-goal", {"title": "Ett mål för allt"}, mark)
    after = file.read_text("utf-8")
    changed = [n for n, (was, now) in enumerate(zip(before.splitlines(), after.splitlines(), strict=True)) if was != now]
    assert len(changed) == 1 and after.startswith(before.splitlines()[0])
    assert load_content(root=root).phrases[("generational-goal", "title")].text == "Ett mål för allt"
    mark = edited(root, "sv", "generational-goal", "1281").saved.mark
    assert not save(root, "sv", "generational-goal", {"title": "Ett mål för allt"}, mark)


def test_nothing_is_saved_that_somebody_else_changed_or_that_makes_no_deck(root: Path) -> None:
    slide = seen(root)
    mark = slide.saved.mark
    other = slide.row[0][0]
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    for words in ({"title": "Vi {{ plats }}"}, {"title": ""}, {"title": "x" * 91}):
        with pytest.raises(InputError):
            save(root, "sv", "why", words, mark)
    same = next(title for name, title in slide.row if name == "generational-goal")
    with pytest.raises(InputError, match="same title"):
        save(root, "sv", "why", {"title": same}, mark)
    with pytest.raises(InputError, match="somebody else"):
        save(root, "sv", "why", {"title": "Nytt"}, "0" * 16)
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before and other


def test_a_fault_elsewhere_stops_no_change_that_is_right(root: Path) -> None:
    place = root / "sv" / "slides-place.yaml"
    place.write_text(place.read_text("utf-8").replace("{{ place.own_name }}", "{{ place.vem }}"), "utf-8")
    with pytest.raises(InputError):
        load_content(root=root)
    assert save(root, "sv", "why", {"title": "Nytt"}, edited(root, "sv", "why", "1281").saved.mark)
