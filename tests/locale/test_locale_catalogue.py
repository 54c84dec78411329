"""Every message has its Swedish, with the same placeholders, and the compiled catalogue is the one in the .po."""

from __future__ import annotations

import ast
import gettext
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("babel")

from deck import i18n
from deck.locale.catalogue import disagreeing, extract, folder, load, missing, placeholders

ROOT = Path(__file__).resolve().parents[2]


def test_every_message_has_its_swedish() -> None:
    assert not missing("sv"), "run `python -m deck.locale --update`, write the Swedish, then `--compile`"


def test_no_message_is_hidden_from_the_catalogue() -> None:
    """Within an f-string nobody who gathers messages finds it."""
    said = {message.id if isinstance(message.id, str) else message.id[0] for message in extract() if message.id}
    asked = {
        (path.relative_to(ROOT).as_posix(), call.lineno, call.args[0].value)
        for path in (ROOT / "deck").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "N_", "ngettext")
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert len(asked) > 1_000
    assert [item for item in sorted(asked) if item[2] not in said] == []


@pytest.mark.parametrize("domain", ["deck", "messages"])
def test_placeholders_agree(domain: str) -> None:
    assert not list(disagreeing("sv", domain))


def test_nothing_is_translated_that_is_no_longer_said() -> None:
    said = extract()
    gone = [message.id for message in load("sv") if message.id and said.get(message.id) is None]
    assert not gone, "run `python -m deck.locale --update`"


@pytest.mark.parametrize("domain", ["deck", "messages"])
def test_the_compiled_catalogue_is_up_to_date(domain: str) -> None:
    with (folder("sv") / f"{domain}.mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    for message in load("sv", domain):
        if message.id and isinstance(message.id, str):
            assert compiled.gettext(message.id) == message.string, "run `python -m deck.locale --compile`"


def test_placeholders_are_seen() -> None:
    assert placeholders("{a} and {b:.1f} and {c!r} in %(d)s") == {"a", "b", "c", "d"}
    assert placeholders('"{" begins nothing') == frozenset()


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "fel"),
        ({"LC_ALL": "sv_SE.UTF-8", "LANG": "en_US.UTF-8"}, "fel"),
        ({"LANGUAGE": "sv"}, "fel"),
        ({"LANG": "en_US.UTF-8"}, "error"),
        ({"LANG": "C.UTF-8"}, "error"),
        ({"LANGUAGE": "en:sv"}, "error"),
        ({"LANG": "de_DE"}, "error"),
    ],
)
def test_the_environment_chooses_the_language(environment: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert i18n._("error") == words


def test_click_speaks_swedish_too() -> None:
    # A process of its own: the commands' help is worded when they are loaded.
    environment = {**os.environ, "LANGUAGE": "sv", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "deck", "nonsens"], capture_output=True, env=environment, timeout=60, check=False
    )
    seen = done.stderr.decode()
    assert done.returncode == 2
    assert "Det finns inget kommando" in seen and "Användning:" in seen
