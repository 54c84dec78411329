"""What a room gives by need is what its modules give, and costs nobody the others."""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("deck.refresh", "deck.refresh.guard")


@pytest.mark.parametrize("room", ROOMS)
def test_every_name_is_there_and_no_other(room: str) -> None:
    module = import_module(room)
    for name in module.__all__:
        assert not inspect.ismodule(getattr(module, name))
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        module.nothing_of_the_kind  # noqa: B018


@pytest.mark.parametrize("room", ROOMS)
def test_no_name_is_a_module_of_the_room(room: str) -> None:
    """Once that is imported, the name would mean the module."""
    module = import_module(room)
    stems = {path.stem for folder in module.__path__ for path in Path(folder).glob("*.py")}
    assert not stems & set(module.__all__)


UNASKED = ("pydantic", "jinja2", "concurrent.futures", "multiprocessing", "lxml", "deck.content", "deck.layout", "deck.template")
"""What `deck --help` and a look at whether anything changed have no use for."""


def test_what_makes_no_deck_imports_nothing_that_does() -> None:
    said = f"""
import sys
sys.argv = ["deck", "--help"]
try:
    from deck.cli import main
    main()
except SystemExit:
    pass
from deck.cli.app import _work_on
_work_on(None)
import deck.cli.standing
print([name for name in {UNASKED!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr.strip() == "[]"


def test_a_build_imports_nothing_of_a_refresh_but_how_its_shapes_are_known() -> None:
    said = "import sys, deck.fleet, deck.refresh.digests; print(sorted(m for m in sys.modules if m.startswith('deck.refresh.')))"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True, cwd=ROOT)
    guard = (f"deck.refresh.guard{name}" for name in ("", ".compared", ".form", ".noise", ".pieces", ".side", ".weights"))
    known = ["deck.refresh.digests", *guard, "deck.refresh.variety"]
    assert done.stdout.strip() == str(known)
