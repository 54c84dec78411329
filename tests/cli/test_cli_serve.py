"""`deck serve`, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.cli import main
from deck.web import serve
from deck.web.serve import ServeOptions


def test_what_is_typed_is_what_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[ServeOptions] = []
    monkeypatch.setattr(serve, "serve", lambda options, say: (asked.append(options), say("http://x:1/")))
    assert (
        main(["serve", "--port", "0", "--name", "a.se", "--name", "b.se", "--branding", str(tmp_path), "-j", "3", "--open"]) == 0
    )
    assert asked == [ServeOptions(port=0, names=("a.se", "b.se"), branding=tmp_path.resolve(), jobs=3, open=True)]
    assert "http://x:1/" in capsys.readouterr().out


@pytest.mark.parametrize(
    "more", [["--port", "70000"], ["--name", "a b"], ["--branding", "nowhere"], ["--host", "192.0.2.1"], ["-j", "0"], ["extra"]]
)
def test_what_cannot_be_is_said(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *more]) == 2
    assert capsys.readouterr().err
