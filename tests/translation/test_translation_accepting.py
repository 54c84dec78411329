"""Who has looked at a translation says so, and it is stale no more."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck.check.prose.rendered import untranslated
from deck.content import content_root, load_content
from deck.content.translated import FILE
from deck.errors import UsageError
from deck.translation.accepting import accept

SWEDISH, CHANGED = "Vägledningen ger stöd i kommunens hållbarhetsarbete", "Vägledningen stöder kommunens hållbarhetsarbete"
NAME = "slides.in-short.title"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content in which a Swedish sentence has been changed since it was translated."""
    for name in ("sv", "en"):
        shutil.copytree(content_root() / name, tmp_path / name)
    for path in content_root().glob("*.yaml"):
        shutil.copy(path, tmp_path)
    path = tmp_path / "sv" / "slides-guidance.yaml"
    text = path.read_text("utf-8")
    assert SWEDISH in text
    path.write_text(text.replace(SWEDISH, CHANGED), encoding="utf-8")
    return tmp_path


def codes(root: Path) -> list[str]:
    return [item.code for item in untranslated(root)]


def test_a_changed_swedish_makes_its_translation_stale_until_it_is_accepted(content: Path) -> None:
    (item,) = untranslated(content)
    assert item.code == "translation/stale" and NAME in item.message and CHANGED in item.message
    assert item.where.file.endswith("en/slides-guidance.yaml") and item.where.line > 1 and NAME in item.hint
    assert any(one.code == "stale-translation" for one in load_content(root=content, lang="en").diagnostics)
    assert not load_content(root=content).diagnostics
    assert accept(content, "en", [NAME]) == [NAME]
    assert not codes(content) and not load_content(root=content, lang="en").diagnostics


def test_all_below_a_name_and_all(content: Path) -> None:
    (content / "en" / FILE).unlink()
    assert codes(content) == ["translation/unknown"]
    some = accept(content, "en", ["slides.in-short", "terms"])
    assert NAME in some and "terms.source" in some and all(name.startswith(("slides.in-short.", "terms.")) for name in some)
    assert codes(content) == ["translation/unknown"]
    assert len(accept(content, "en")) > len(some)
    assert not codes(content)


def test_texts_that_are_not_there_are_named_slide_by_slide(content: Path) -> None:
    path = content / "en" / "slides-guidance.yaml"
    bridge = "      bridge: This is how the presentation is laid out.\n"
    assert bridge in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(bridge, ""), encoding="utf-8")
    found = [item for item in untranslated(content) if item.code == "translation/missing"]
    assert [("slides.agenda" in item.message, "notes.bridge" in item.message) for item in found] == [(True, True)]
    assert "sv/slides-guidance.yaml" in found[0].where.file


@pytest.mark.parametrize(("lang", "names"), [("en", ["slides.in-shrt"]), ("sv", []), ("fi", [])])
def test_names_of_nothing(content: Path, lang: str, names: list[str]) -> None:
    before = (content / "en" / FILE).read_bytes()
    with pytest.raises(UsageError):
        accept(content, lang, names)
    assert (content / "en" / FILE).read_bytes() == before
