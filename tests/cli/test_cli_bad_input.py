"""Bad input, golden: where, what and what to do, all at once; exit 1, no traceback, nothing written."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from deck.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Bench:
    """A copy of the content that can be broken, and a place to build to."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def path(self, name: str) -> Path:
        return self.folder / "content" / name

    def swap(self, name: str, old: str, new: str) -> tuple[int, int]:
        """Put `new` for the first `old`; the line and column where it stands."""
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r} to break"
        at = text.index(old)
        self.path(name).write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
        return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)

    def build(self, *more: str, place: str = "lund") -> tuple[int, list[str]]:
        code = main(["build", place, "--content", "content", "-o", "out", *more])
        seen = self.capsys.readouterr()
        assert "Traceback" not in seen.err
        return code, seen.err.splitlines()

    def nothing_written(self) -> bool:
        return not (self.folder / "out").exists() or not list((self.folder / "out").iterdir())

    def fails_with(self, *expected: str) -> None:
        code, lines = self.build()
        assert lines == list(expected)
        assert code == 1
        assert self.nothing_written()


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Bench:
    shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("releases"))
    (tmp_path / "content" / "releases").mkdir()
    monkeypatch.chdir(tmp_path)
    return Bench(tmp_path, capsys)


def line_of(bench: Bench, name: str, words: str) -> int:
    text = bench.path(name).read_text(encoding="utf-8")
    return text.count("\n", 0, text.index(words)) + 1


def test_the_bench_itself_builds(bench: Bench) -> None:
    code, lines = bench.build()
    assert (code, [line for line in lines if "error" in line]) == (0, [])
    assert [path.name for path in (bench.folder / "out").iterdir()] == ["1281-lund-standard.pptx"]


def test_broken_yaml(bench: Bench) -> None:
    line, _column = bench.swap("sources.yaml", "publisher:", "publisher: [")
    code, lines = bench.build()
    assert code == 1
    assert lines[0].startswith("content/sources.yaml:")
    assert 'error: "[" begins a list in YAML, and "]" is missing; put the whole text in quotes' in lines[0]
    assert abs(int(lines[0].split(":")[1]) - line) <= 1
    assert bench.nothing_written()


def test_unknown_field(bench: Bench) -> None:
    line, column = bench.swap("sources.yaml", "publisher:", "publisherr:")
    code, lines = bench.build()
    assert f'content/sources.yaml:{line}:{column}: error: unknown field "publisherr"; did you mean "publisher"?' in lines
    assert code == 1 and bench.nothing_written()


def test_unknown_source(bench: Bench) -> None:
    line, column = bench.swap("slides.yaml", "title: rus-2020", "title: rus-202")
    where = f"content/slides.yaml:{line}:{column + len('title: ')}"
    bench.fails_with(f'{where}: error: unknown source "rus-202"; did you mean "rus-2021", "rus-2020"?')


def test_duplicate_id(bench: Bench) -> None:
    text = bench.path("slides.yaml").read_text(encoding="utf-8")
    bench.path("slides.yaml").write_text(
        text.rstrip("\n") + "\n  why:\n    kind: section\n    slots: {title: rus-2020}\n    notes: rus-2020\n", encoding="utf-8"
    )
    first = line_of(bench, "slides.yaml", "\n  why:") + 1
    second = text.rstrip("\n").count("\n") + 2
    bench.fails_with(
        f'content/slides.yaml:{second}:3: error: "why" is here for the second time; the first is on line '
        f"{first}; keep one of them"
    )


def test_undefined_variable(bench: Bench) -> None:
    line, column = bench.swap("sv/slides-place.yaml", "place.genitive }}", "place.genitve }}")
    where = f"content/sv/slides-place.yaml:{line}:{column + len('place.')}"
    bench.fails_with(f'{where}: error: "place" has no "genitve"; did you mean "genitive"?')


def test_unknown_variable(bench: Bench) -> None:
    line, column = bench.swap("sv/slides-guidance.yaml", "place.own_name }}", "plcae.own_name }}")
    where = f"content/sv/slides-guidance.yaml:{line}:{column}"
    bench.fails_with(f'{where}: error: unknown variable "plcae"; did you mean "place"?')


def test_missing_slot_and_missing_words(bench: Bench) -> None:
    """Words without a slot and a slot without words are both told, at once."""
    bench.swap("sv/slides-guidance.yaml", "        support:", "        suport:")
    code, lines = bench.build()
    assert code == 1
    assert any('"object.items.suport' in line for line in lines), lines
    assert any('"object.items.support' in line for line in lines), lines
    assert all(line.startswith("content/") for line in lines)
    assert bench.nothing_written()


def test_text_too_long_for_any_size(bench: Bench) -> None:
    line, _column = bench.swap(
        "sv/slides-guidance.yaml", "Stöd och inspiration till kommunernas strategiska arbete", "Stöd och inspiration " * 60
    )
    code, lines = bench.build()
    assert code == 1
    assert any(
        one.startswith(f"content/sv/slides-guidance.yaml:{line}:") and "characters; there is room for" in one for one in lines
    ), lines
    assert bench.nothing_written()


def test_several_faults_in_several_files_are_told_at_once(bench: Bench) -> None:
    bench.swap("sources.yaml", "publisher:", "publisherr:")
    bench.swap("slides.yaml", "kind: quote", "kind: qoute")
    code, lines = bench.build()
    assert code == 1
    assert any("sources.yaml" in line for line in lines) and any("slides.yaml" in line for line in lines), lines
    assert bench.nothing_written()


def test_a_missing_content_file(bench: Bench) -> None:
    bench.path("sources.yaml").unlink()
    code, lines = bench.build()
    assert "content/sources.yaml: error: there is no such file; check the name and the folder" in lines
    assert code == 1 and bench.nothing_written()


def test_a_missing_local_file(bench: Bench) -> None:
    code, lines = bench.build("--local", "mine.yaml")
    assert lines == ["mine.yaml: error: there is no such file; check the name and the folder"]
    assert code == 1 and bench.nothing_written()


def test_a_missing_template(bench: Bench) -> None:
    code, lines = bench.build("--template", "mall.potx")
    assert len(lines) == 1
    assert lines[0].startswith("mall.potx: error: there is no such file")
    assert code in (1, 2) and bench.nothing_written()


def test_a_template_that_is_none(bench: Bench) -> None:
    (bench.folder / "mall.potx").write_bytes(b"<html>not found</html>" * 100)
    code, lines = bench.build("--template", "mall.potx")
    assert len(lines) == 1
    assert lines[0].startswith("mall.potx: error: this is no PowerPoint file")
    assert code in (1, 2) and bench.nothing_written()


def branding(bench: Bench, yaml: str) -> Path:
    folder = bench.folder / "branding"
    shutil.copytree(ROOT / "branding", folder)
    path = folder / "1281-lund" / "brand.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml, encoding="utf-8")
    return path


def test_a_logo_that_is_no_picture(bench: Bench) -> None:
    path = branding(bench, "logo:\n  light: logo.png\n")
    (path.parent / "logo.png").write_bytes(b"GIF89a? no, not at all" * 10)
    code, lines = bench.build("--branding", "branding")
    assert code == 1
    assert any("logo.png" in line and "error" in line for line in lines), lines
    assert bench.nothing_written()


def test_a_logo_that_is_not_there(bench: Bench) -> None:
    branding(bench, "logo:\n  light: logo.svg\n")
    code, lines = bench.build("--branding", "branding")
    assert code == 1
    assert any(line.startswith("branding/1281-lund/brand.yaml:2:") and "logo.svg" in line for line in lines), lines
    assert bench.nothing_written()


def test_an_unknown_field_of_a_brand(bench: Bench) -> None:
    branding(bench, "colour: '#005030'\n")
    code, lines = bench.build("--branding", "branding")
    assert code == 1
    assert any(line.startswith('branding/1281-lund/brand.yaml:1:1: error: unknown field "colour"') for line in lines), lines
    assert bench.nothing_written()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_nobody_may_write_in(bench: Bench) -> None:
    locked = bench.folder / "locked"
    locked.mkdir(mode=0o500)
    code, lines = bench.build("-o", "locked")
    assert code == 1
    assert lines[-1].endswith("choose a folder that you may write in with -o")


def test_a_folder_that_is_a_file(bench: Bench) -> None:
    (bench.folder / "taken").write_text("", encoding="utf-8")
    code, lines = bench.build("-o", "taken")
    assert code == 1
    assert any("taken" in line and "cannot be written" in line and "choose another folder with -o" in line for line in lines), (
        lines
    )


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def fill() -> None:
        real = os.fdopen

        def fdopen(handle: int, *arguments: object, **more: object) -> object:
            stream = real(handle, *arguments, **more)  # pyright: ignore[reportArgumentType, reportCallIssue]

            class Full:
                def __enter__(self) -> Full:
                    return self

                def __exit__(self, *_problem: object) -> None:
                    stream.close()

                def write(self, data: bytes) -> int:
                    stream.write(data[: len(data) // 2])
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

            return Full()

        monkeypatch.setattr("deck.files.whole.os.fdopen", fdopen)

    return fill


def test_a_full_disk_leaves_no_half_file(bench: Bench, full_disk: Callable[[], None]) -> None:
    full_disk()
    code, lines = bench.build()
    assert code == 1
    assert "make room on the disk and try again; nothing half was left behind" in lines[-1]
    assert bench.nothing_written(), list((bench.folder / "out").iterdir())


def test_a_full_disk_leaves_the_old_file(bench: Bench, full_disk: Callable[[], None]) -> None:
    assert bench.build()[0] == 0
    path = bench.folder / "out" / "1281-lund-standard.pptx"
    before = path.read_bytes()
    bench.swap("sv/slides-guidance.yaml", "Ladda ner vägledningen och börja läsa", "Hämta vägledningen och börja läsa")
    bench.swap("sv/slides-guidance.yaml", "Stöd och inspiration till", "Stöd till")
    full_disk()
    assert bench.build()[0] == 1
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_code_read_as_a_number(bench: Bench) -> None:
    """0114 without quotes is 76 to YAML 1.1; here it stays what was written."""
    code, lines = bench.build(place="114")
    assert code == 2
    assert lines == ['error: there is no place called "114"; codes keep their leading zero: 0114 is Upplands Väsby kommun']
    assert bench.nothing_written()


def test_an_edited_file_is_left_alone(bench: Bench) -> None:
    assert bench.build()[0] == 0
    path = bench.folder / "out" / "1281-lund-standard.pptx"
    from pptx import Presentation

    edited = Presentation(str(path))
    title = edited.slides[0].shapes.title
    assert title is not None
    title.text_frame.text = "Vår egen rubrik"
    edited.save(str(path))
    mine = path.read_bytes()
    code, lines = bench.build()
    assert code == 1
    assert "has been edited since it was built, and is left alone; `deck refresh out" in lines[-1]
    assert path.read_bytes() == mine
    assert bench.build("--overwrite")[0] == 0
    assert path.read_bytes() != mine


def test_an_untouched_file_is_replaced(bench: Bench) -> None:
    assert bench.build()[0] == 0
    path = bench.folder / "out" / "1281-lund-standard.pptx"
    before = path.read_bytes()
    bench.swap("sv/slides-guidance.yaml", "Stöd och inspiration till", "Stöd till")
    assert bench.build()[0] == 0
    assert path.read_bytes() != before
