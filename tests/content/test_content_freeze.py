"""The working content frozen as a release: whole, once, and only where it is good."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck.content import DOUBTS, content_root, freeze, freeze_doubts, load_content, releases
from deck.content.releases import content_files, fingerprint
from deck.errors import InputError, UsageError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(content_root(), tmp_path / "content")
    return tmp_path / "content"


def test_freeze(root: Path) -> None:
    path = root / "sv" / "slides-place.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Kontakta oss gärna", "Hör av dig"), encoding="utf-8")
    folder = freeze("2032-05-01", root, note='Med "citat": och kolon')
    assert (folder / "sv" / "terms.yaml").is_file()
    assert load_content("2032-05-01", root=root).phrases[("contact", "title")].text == "Hör av dig"
    assert load_content(root=root).release == "2032-05-01"
    assert releases(root)[-1].note == 'Med "citat": och kolon'
    for name, code in (("2032-05-01", "release-exists"), ("../x", "bad-name"), ("next", "missing-date")):
        with pytest.raises(UsageError) as caught:
            freeze(name, root)
        assert caught.value.diagnostics[0].code == code


def test_faulty_content_is_not_frozen(root: Path) -> None:
    (root / "sources.yaml").write_text("sources: {}\n", encoding="utf-8")
    with pytest.raises(InputError):
        freeze("2040", root)
    assert not (root / "releases" / "2040").exists()


@pytest.mark.parametrize(
    ("name", "date", "found"),
    [("2032", "", "2032"), ("2032-05", "", "2032-05"), ("2032-05-01.b", "", "2032-05-01"), ("next", "2033-01-02", "2033-01-02")],
)
def test_the_date_is_the_names_own_or_given(root: Path, name: str, date: str, found: str) -> None:
    folder = freeze(name, root, date=date)
    assert {item.name: item.date for item in releases(root)}[name] == found
    assert content_files(folder) == content_files(root) and fingerprint(folder) == fingerprint(root)


@pytest.mark.parametrize("name", ["", "Ny", "../x", "a b", "a/b", "-a", "a" * 50])
def test_what_cannot_name_a_release(root: Path, name: str) -> None:
    with pytest.raises(UsageError):
        freeze(name, root, date="2032")
    assert len(releases(root)) == len(releases())


@pytest.mark.parametrize("date", ["i dag", "2032-5-1", "32-05-01", "2032-02-30", "2032-13"])
def test_what_is_no_date(root: Path, date: str) -> None:
    with pytest.raises(UsageError) as caught:
        freeze("2032", root, date=date)
    assert caught.value.diagnostics[0].code == "bad-date" and not (root / "releases" / "2032").exists()


def test_a_name_begins_with_a_date_of_the_calendar(root: Path) -> None:
    with pytest.raises(UsageError) as caught:
        freeze("2031-02-29", root)
    assert caught.value.diagnostics[0].code == "bad-date"
    assert freeze("2032-02-29", root).name == "2032-02-29"


def test_a_date_does_not_gainsay_the_name(root: Path) -> None:
    with pytest.raises(UsageError) as caught:
        freeze("2027-03-01", root, date="2027-04-01")
    assert caught.value.diagnostics[0].code == "bad-date" and not (root / "releases" / "2027-03-01").exists()
    assert freeze("2027-03", root, date="2027-03-01").exists()


def test_what_is_to_be_doubted_before_it_is_frozen(root: Path) -> None:
    older, unchanged = DOUBTS
    assert [item.code for item in freeze_doubts("2032", root)] == [unchanged]
    path = root / "sv" / "slides-place.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Kontakta oss gärna", "Hör av dig"), encoding="utf-8")
    assert freeze_doubts("2032", root) == [] and [item.code for item in freeze_doubts("2019-x", root)] == [older]
    freeze("2032", root)
    assert [item.code for item in freeze_doubts("2033", root)] == [unchanged]
    assert [item.code for item in freeze_doubts("2031", root)] == [older, unchanged]
    with pytest.raises(UsageError):
        freeze_doubts("2032", root)
    shutil.rmtree(root / "releases")
    assert freeze_doubts("2019", root) == []
