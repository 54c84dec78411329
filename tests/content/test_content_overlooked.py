"""What nobody looks at is told, at its place; what is looked at is not."""

import shutil
from pathlib import Path

import pytest

from deck.content import content_root, load_content
from deck.i18n import use


@pytest.fixture
def folder(tmp_path: Path):
    use("en")
    root = tmp_path / "content"
    shutil.copytree(content_root(), root, ignore=shutil.ignore_patterns("releases", "drafts"))
    yield root
    use(None)


def told(root: Path) -> list[str]:
    return [
        f"{item.where.file.rpartition('/')[2]}:{item.where.line}: {item.message}" for item in load_content(root=root).diagnostics
    ]


def put(path: Path, words: str) -> int:
    """Add lines to a file; the number of the first."""
    before = path.read_text("utf-8")
    path.write_text(before + words, "utf-8")
    return before.count("\n") + 1


def test_the_guidances_own_content_has_nothing_of_the_kind() -> None:
    assert not [item for item in load_content().diagnostics if item.code == "overlooked"]


def test_files_that_bear_no_name_that_is_read(folder: Path) -> None:
    (folder / "english").mkdir()
    for name in ("english/terms.yaml", "slide.yaml", "sv/slide-x.yaml", "sv/terms.yml", "outlines.yml"):
        (folder / name).write_text("x: y\n", "utf-8")
    (folder / "fi").mkdir()
    found = load_content(root=folder).diagnostics
    assert {Path(item.where.file).name for item in found} == {
        "english",
        "slide.yaml",
        "slide-x.yaml",
        "terms.yml",
        "outlines.yml",
    }
    assert next(item.hint for item in found if item.where.file.endswith("slide.yaml")).startswith('did you mean "slides.yaml"')


def test_slides_sources_terms_and_fields(folder: Path) -> None:
    slide = put(
        folder / "slides.yaml",
        "\n  lonely:\n    kind: content\n    slots:\n      title: label\n"
        "      body: {block: text, items: {a: {source: label, link: why}}}\n"
        "    notes: label\n",
    )
    put(folder / "sv/slides-place.yaml", "\n  lonely:\n    title: Ensam\n    body: {a: Text}\n    notes: Tal\n")
    source = put(folder / "sources.yaml", "  odd:\n    title: x\n    publisher: y\n")
    term = put(folder / "sv/terms.yaml", "  suggestoin: x\n")
    lines = told(folder)
    assert f'slides.yaml:{slide + 1}: no deck has slide "lonely"' in lines
    assert f'slides.yaml:{slide + 5}: nothing is shown of the field "link" here' in lines
    assert f'sources.yaml:{source}: nothing leans on the source "odd"' in lines
    assert f'terms.yaml:{term}: nothing uses the term "suggestoin"' in lines
    assert len(lines) == 4


def test_a_slide_that_stands_in_for_one_that_is_shown_is_shown(folder: Path) -> None:
    """`led-here` is in no outline by name."""
    assert not [line for line in told(folder) if "led-here" in line]


def test_a_slide_without_words_is_told_where_it_stands(folder: Path) -> None:
    from deck.errors import InputError

    line = put(folder / "slides.yaml", "\n  support:\n    kind: section\n    slots: {title: label}\n    notes: label\n") + 1
    with pytest.raises(InputError) as caught:
        load_content(root=folder)
    found = next(item for item in caught.value.diagnostics if item.code == "missing-words")
    assert (found.where.file.endswith("/slides.yaml"), found.where.line) == (True, line)
    assert "sv/slides-goals.yaml" in found.hint
