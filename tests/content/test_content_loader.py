"""Golden cases of bad content: one file a case, an edit to the small content and what must be said of it."""

import shutil
from pathlib import Path

import pytest

from deck.content import content_root, load_content, load_sources, with_own
from deck.errors import InputError
from deck.i18n import use
from deck.source import load_yaml

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yaml"))


def plain(words: str) -> str:
    return words.replace("\\n", "\n")


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HERE / "small", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_small_content_is_good(small: Path) -> None:
    content = load_content(root=small)
    assert list(content.slides) == ["first", "second", "third"]


def test_the_sources_alone_are_the_contents(small: Path) -> None:
    assert load_sources(small) == load_content(root=small).sources
    for faulty in ("sources: [", "sources: {x: {}}"):
        (small / "sources.yaml").write_text(faulty, encoding="utf-8")
        with pytest.raises(InputError):
            load_sources(small)
    with pytest.raises(InputError):
        load_sources(small / "nowhere")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, small: Path) -> None:
    case = load_yaml(path).value
    target = small / case["file"]
    text = target.read_text(encoding="utf-8")
    assert plain(case["find"]) in text
    target.write_text(text.replace(plain(case["find"]), plain(case["put"]), 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_content(root=small)
    said = list(map(str, caught.value.diagnostics))
    for wanted in case["expect"]:
        assert any(line.startswith(wanted) for line in said), "\n".join(said)


def test_missing_files_are_told_of_together(small: Path) -> None:
    (small / "slides.yaml").unlink()
    (small / "sources.yaml").unlink()
    with pytest.raises(InputError) as caught:
        load_content(root=small)
    assert [item.code for item in caught.value.diagnostics] == ["missing-file", "missing-file"]


def test_faults_of_several_files_at_once(small: Path) -> None:
    for name, old, new in (
        ("slides.yaml", "kind: title", "kind: tittle"),
        ("outlines.yaml", "minutes: 5", "minutes: five"),
        ("sources.yaml", "publisher: Byrån", "publiser: Byrån"),
    ):
        path = small / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_content(root=small)
    assert {item.where.file for item in caught.value.diagnostics} == {"slides.yaml", "outlines.yaml", "sources.yaml"}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sources.yaml", "publisher: Byrån", "publisher:"),
        ("sources.yaml", "publisher: Byrån", "publisher: Byrån\n    date: 2026-13-45"),
        ("slides.yaml", "link: second", "value: -80"),
        ("sv/slides.yaml", "  second:", "  second: a: b"),
        ("sv/slides.yaml", "  second:", "  second: {{ place.name }} b"),
        ("sv/slides.yaml", "  second:", "\t second:"),
    ],
)
def test_one_fault_is_told_once(small: Path, file: str, old: str, new: str) -> None:
    """What follows from it alone is not: a file that cannot be read to its end may hold what is missed."""
    path = small / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_content(root=small)
    said = list(map(str, caught.value.diagnostics))
    assert all("has no words" not in line and "suggestions" not in line for line in said), said
    assert len({item.where.line for item in caught.value.diagnostics}) == 1, said


def test_how_figures_are_told_is_judged_without_any(small: Path) -> None:
    (small / "indicators.yaml").write_text("indicators:\n  A: {direction: ner}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_content(root=small)
    assert [item.where.line for item in caught.value.diagnostics] == [2]


def test_a_sender_s_own_upon_a_content_is_as_loaded_with_it(tmp_path: Path) -> None:
    local = tmp_path / "local.yaml"
    local.write_text("goals: [Fler insekter]\nevent: Möte\n", encoding="utf-8")
    words, whole = load_content(), load_content(local=local)
    made = with_own(words, content_root(), frozen=False, local=local)
    assert (made.slides, made.local, made.goals, made.showing) == (whole.slides, whole.local, whole.goals, whole.showing)
    assert made.goals and made.diagnostics == whole.diagnostics
    assert with_own(words, content_root(), frozen=False) is words
    local.write_text("mål: Ett\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"local\.yaml"):
        with_own(words, content_root(), frozen=False, local=local)
