"""An edited deck: what a refresh would bring, the decisions, and what they give."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from web_client import edited, faulty, words_of

import deck
from deck.errors import DeckError
from deck.web.jobs.refresh import DeckNews, refresh, refreshed, report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "Lunds bild.pptx").write_bytes(edited())
    return tmp_path / "Lunds bild.pptx"


@lru_cache(maxsize=1)
def _told(path: Path) -> DeckNews:
    return refresh(path)


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> DeckNews:
    path = tmp_path_factory.mktemp("refresh") / "Lunds bild.pptx"
    path.write_bytes(edited())
    return _told(path)


def test_what_is_asked_has_both_sides_in_words_and_pictures(news: DeckNews) -> None:
    assert (news.place, news.before) == ("Lunds kommun", "2020-04-30") and news.after > news.before
    assert len(news.conflicts) == news.counts[0] >= 5
    keys = {key for key, _svg in news.svgs}
    for item in news.conflicts:
        assert item.heading and item.keep_goes and item.take_goes and (item.mine or item.theirs)
        assert item.picture is not None and item.picture[0] in keys
    title = next(item for item in news.conflicts if item.key == "why/title")
    assert ("new", "Vi: ") in title.mine or any(how == "new" and "Vi" in words for how, words in title.mine)
    assert title.picture_theirs is not None and title.picture is not None and title.picture_theirs[0] != title.picture[0]


def test_what_is_new_and_what_is_kept_is_told(news: DeckNews) -> None:
    assert news.news and news.counts[1] > 0 and news.counts[2] > 0 and news.kept
    changed = [item for item in news.news if item.before and item.after]
    assert changed and any(item.before != item.after for item in changed)


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_the_decisions_are_in_the_deck_and_it_is_the_command_line_s(path: Path, choice: str, news: DeckNews) -> None:
    decided = dict.fromkeys([item.key for item in news.conflicts], choice)
    name, data = refreshed(path, decided)  # type: ignore[arg-type]
    words = words_of(data)
    assert ("Vi: Strategiskt arbete ger goda livsmiljöer" in words) == (choice == "mine")
    assert ("Kommuner ser nyttan, länsstyrelserna har uppdraget" in words) == (choice == "theirs")
    same = deck.refresh_file(path, resolve=decided)  # type: ignore[arg-type]
    assert same.path is not None and same.path.name == name and same.path.read_bytes() == data
    (path.parent / name).write_bytes(data)
    again = refresh(path.parent / name)
    assert again.counts[0] == 0, [item.key for item in again.conflicts]


def test_one_decision_alone_leaves_the_others_to_be_asked(path: Path) -> None:
    name, data = refreshed(path, {"why/title": "theirs"})
    words = words_of(data)
    assert "Kommuner ser nyttan" in words and "Vi: Källor till presentationen" in words
    (path.parent / name).write_bytes(data)
    assert "why/title" not in {item.key for item in refresh(path.parent / name).conflicts}


def test_the_report_tells_and_says_nothing_of_where_the_file_lay(path: Path) -> None:
    name, page = report(path, {"why/title": "theirs"})
    text = page.decode()
    assert name.startswith("Lunds bild-") and name.endswith(".html")
    assert str(path.parent) not in text and "/tmp/" not in text and "--resolve" not in text
    assert "Kommuner ser nyttan" in text


def test_what_is_not_ours_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "x.pptx").write_bytes(faulty())
    news = refresh(tmp_path / "x.pptx")
    assert news.refused and not news.conflicts
    with pytest.raises(DeckError):
        refreshed(tmp_path / "x.pptx", {})


def test_a_deck_that_is_up_to_date_is_given_back_as_it_is(tmp_path: Path) -> None:
    built = deck.build("lund", outline="kort", out=tmp_path).path
    assert built is not None
    news = refresh(built)
    assert not news.refused and news.counts[:2] == (0, 0)
    assert refreshed(built, {}) == (built.name, built.read_bytes())
