"""`--watch`: done again when what it reads is changed, and only then."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deck.cli import main
from deck.cli.again import again, beside, stand
from deck.errors import InputError, UsageError

ROOT = Path(__file__).resolve().parents[2]


def test_what_local_yaml_names_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "bilder").mkdir()
    for name in ("bilder/sjö.png", "tal.csv", "annat.csv"):
        (tmp_path / name).write_bytes(b"x")
    local = tmp_path / "local.yaml"
    local.write_text(
        "slides:\n  - picture: {file: bilder/sjö.png}\n  - table: {file: tal.csv}\ntitle: Vi\nfile: borta.csv\n", "utf-8"
    )
    assert beside(local) == [local, tmp_path / "bilder/sjö.png", tmp_path / "tal.csv"]
    assert beside(None) == []


@pytest.mark.parametrize("words", [b"a: [", b"\xff\xfe", b"- " * 3000, b"a: !!python/object:os.system {}", b""])
def test_a_local_yaml_that_cannot_be_read_is_waited_for(tmp_path: Path, words: bytes) -> None:
    local = tmp_path / "local.yaml"
    local.write_bytes(words)
    assert beside(local) == [local]


def test_a_stand_is_of_files_that_may_come_and_go_and_not_of_what_we_write(tmp_path: Path) -> None:
    folder, missing = tmp_path / "content", tmp_path / "local.yaml"
    for name in ("a.yaml", "sv/b.yaml", "drafts/c.yaml", ".git/d", "sv/.e.swp"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    before = stand([folder, missing])
    assert {path.relative_to(folder).as_posix() for path in before} == {"a.yaml", "sv/b.yaml"}
    (folder / "drafts/c.yaml").write_text("other")
    assert stand([folder, missing]) == before
    missing.write_text("x")
    assert missing in stand([folder, missing])
    (folder / "a.yaml").write_text("longer")
    assert stand([folder]) != before


def _steps(*steps: Callable[[], int]) -> tuple[Callable[[], int], list[int]]:
    """A command that does another thing each time, and how often it ran."""
    left, ran = list(steps), []

    def once() -> int:
        ran.append(len(ran))
        return left.pop(0)()

    return once, ran


def test_once_for_each_change_also_for_one_that_comes_meanwhile_until_somebody_says_stop(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("1")

    def changes() -> int:
        file.write_text(file.read_text() + "1")
        return 0

    def broken() -> int:
        changes()
        raise InputError.of("broken", "it is broken")

    def stops() -> int:
        raise KeyboardInterrupt

    once, ran = _steps(changes, broken, stops)
    assert again(once, lambda: [file], look=0.01) == 1, "the last time that ended was not well"
    assert len(ran) == 3


def test_a_call_that_means_nothing_is_not_waited_with(tmp_path: Path) -> None:
    def wrong() -> int:
        raise UsageError.of("usage", "which place?")

    with pytest.raises(UsageError):
        again(wrong, lambda: [tmp_path], look=0.01)
    assert main(["build", "lund", "--watch", "--json", "-o", str(tmp_path)]) == 2
    assert main(["preview", "lund", "--watch", "--json", "-o", str(tmp_path)]) == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent otherwise there")
@pytest.mark.parametrize("command", ["build", "preview"])
def test_the_deck_is_made_again_when_local_yaml_is_saved(tmp_path: Path, command: str) -> None:
    local = tmp_path / "local.yaml"
    local.write_text("event: Första mötet\n", "utf-8")
    line = [sys.executable, "-m", "deck", command, "lund", "--outline", "kort", "--local", str(local), "--watch", "-o", "ut"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LANGUAGE": "en"}
    with subprocess.Popen(
        line,
        cwd=tmp_path,
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        # Where the tests run in the background of a script, Ctrl+C is ignored, and that is inherited.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as run:
        assert run.stderr is not None
        try:
            _heard(run.stderr.readline)
            seen = _made(tmp_path / "ut")
            local.write_text("event: Andra mötet\n", "utf-8")
            _heard(run.stderr.readline)
            assert _made(tmp_path / "ut") != seen
            if command == "build":
                deck: Any = Presentation(str(next((tmp_path / "ut").glob("*.pptx"))))
                words = "\n".join(
                    shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
                )
                assert "Andra mötet" in words and "Första mötet" not in words
            run.send_signal(signal.SIGINT)
            assert run.wait(30) == 0
        finally:
            run.kill()


def _heard(line: Callable[[], str]) -> None:
    """Waits until it waits."""
    began = time.monotonic()
    while "waiting for changes" not in (said := line()):
        assert said and time.monotonic() - began < 120, said


def _made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
