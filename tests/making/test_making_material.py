"""A content is read once as long as what it is read from stays what it is, and anew as soon as that changes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from deck.content import content_root, load_content
from deck.content.showing import Showing
from deck.errors import InputError
from deck.making import Recipe, content_of
from deck.making.material import content_and_key, material_of
from deck.source import Snapshot

LOCAL = "slides:\n  - id: var\n    title: Vårt eget\n    after: why\n    body: Så gör vi.\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(content_root(), tmp_path_factory.mktemp("content") / "content"))


def test_read_once_and_known_by_all_that_it_is_read_from(root: Path) -> None:
    recipe = Recipe("lund", content_root=root)
    content, key = content_and_key(recipe)
    assert content_of(replace(recipe, place="habo", outline="kort")) is content, "who asks, and for what, is no part of it"
    assert key and content_and_key(replace(recipe, release="2021"))[1] != key
    words = next(iter(sorted((root / "sv").glob("*.yaml"))))
    before = words.read_text("utf-8")
    words.write_text(before + "\n# ändrad\n", encoding="utf-8")
    assert content_of(recipe) is not content
    words.write_text(before, encoding="utf-8")
    assert content_of(recipe) is content


def test_material_that_is_no_file_stands_in_for_the_recipe_s(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(LOCAL, encoding="utf-8")
    read = content_of(Recipe("lund", content_root=root, local=path))
    told = content_of(Recipe("lund", content_root=root), Snapshot.text("local.yaml", LOCAL))
    plain = content_of(Recipe("lund", content_root=root))
    assert "var" in read.slides and read.slides == told.slides
    assert "var" not in plain.slides


@pytest.mark.parametrize("release", [None, "2021"])
def test_a_sender_s_own_upon_words_that_are_known_is_as_read_at_once(root: Path, tmp_path: Path, release: str | None) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(f"{LOCAL}event: Möte\ncontact: {{name: Kim}}\n", encoding="utf-8")
    read = content_of(Recipe("lund", content_root=root, local=path, release=release, showing=Showing(speaker="Bo")))
    whole = load_content(release, local=path, lang="sv", root=root, showing=Showing(speaker="Bo"))
    assert read.diagnostics == whole.diagnostics and read.showing.speaker == "Bo"
    for name in ("slides", "local", "goals", "showing", "indicators", "after", "release", "outlines"):
        assert getattr(read, name) == getattr(whole, name), name
    assert {key: (item.text, item.where) for key, item in read.phrases.items()} == {
        key: (item.text, item.where) for key, item in whole.phrases.items()
    }


def test_what_is_wrong_in_the_words_and_in_a_sender_s_own_is_told_together(tmp_path: Path) -> None:
    root = Path(shutil.copytree(content_root(), tmp_path / "content"))
    words = root / "sv" / "slides-place.yaml"
    words.write_text(words.read_text("utf-8").replace("{{ place.own_name }}", "{{ place.vem }}"), "utf-8")
    path = tmp_path / "local.yaml"
    path.write_text("kontakt: Kim\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        content_of(Recipe("lund", content_root=root, local=path))
    files = {Path(item.where.file).name for item in caught.value.diagnostics}
    assert {"slides-place.yaml", "local.yaml"} <= files


def test_what_cannot_be_read_is_no_material_and_said_with_its_place(tmp_path: Path) -> None:
    recipe = Recipe("lund", local=tmp_path / "saknas.yaml")
    assert material_of(recipe) is None
    with pytest.raises(InputError, match=r"saknas\.yaml"):
        content_of(recipe)
