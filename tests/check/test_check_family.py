"""A rule is a module in its family: found without being listed."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

from deck.check import accessible, opens
from deck.check.family import rules_in


def test_modules_named_first_then_all_others_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "some_family"
    folder.mkdir()
    for name, words in {
        "__init__": "",
        "b": "RULES = ('b1', 'b2')",
        "a": "RULES = ('a',)",
        "c": "",
        "z": "RULES = ('z',)",
    }.items():
        (folder / f"{name}.py").write_text(words, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    try:
        assert rules_in("some_family", [str(folder)], ("z", "b")) == ("z", "b1", "b2", "a")
    finally:
        for name in [name for name in sys.modules if name.startswith("some_family")]:
            del sys.modules[name]


@pytest.mark.parametrize("family", [accessible, opens])
def test_every_module_with_rules_is_in_its_family(family: object) -> None:
    package = sys.modules[getattr(family, "__name__")]  # noqa: B009
    folder = Path(str(package.__file__)).parent
    texts = {path.stem: path.read_text("utf-8") for path in folder.glob("*.py") if path.stem != "__init__"}
    with_rules = {name for name, text in texts.items() if "\nRULES = " in text}
    assert set(package.FIRST) <= with_rules
    for name in with_rules:
        assert set(import_module(f"{package.__name__}.{name}").RULES) <= set(package.RULES)
