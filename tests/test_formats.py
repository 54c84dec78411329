"""What a deck is given out as: a module and a row are enough for an option, a name, a guard and an answer."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click
import pytest

import deck.formats
from deck.cli.build import also_options
from deck.cli.summary import rows_of
from deck.diagnostics import Where
from deck.errors import InputError
from deck.files import HTML
from deck.fleet import BuildRequest, build_one
from deck.formats import ALSO, DECK, Format, also_named

PAGE = Format("page", "-sida.html", "page_format", "A page.")


def page_module() -> ModuleType:
    module = ModuleType(PAGE.module)

    def write(presentation: object, laid_out: object, package: object) -> bytes:
        titles = [slide.title for slide in getattr(presentation, "slides")]  # noqa: B009
        pages = len(getattr(laid_out, "slides"))  # noqa: B009
        return HTML.seal(f"<!doctype html><p>{pages}</p>{titles}".encode())

    module.__dict__.update(KIND=HTML, write=write)
    return module


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = page_module()
    monkeypatch.setitem(sys.modules, PAGE.module, module)
    monkeypatch.setattr(deck.formats, "ALSO", (PAGE,))
    return module


def test_the_table() -> None:
    rows = (DECK, *ALSO)
    assert len({item.name for item in rows}) == len({item.ending for item in rows}) == len(rows)
    for item in rows:
        module = item.load()
        assert module is import_module(item.module) and callable(module.write)
        assert module.KIND.alike and item.about.endswith(".") and item.ending.endswith(f".{module.KIND.name}")


def test_each_has_its_option_and_none_that_a_build_has_already() -> None:
    from deck.cli.build import build

    names = [option for param in build.params for option in param.opts]
    assert len(names) == len(set(names))
    assert {f"--{item.name}" for item in ALSO} <= set(names)


def test_an_option_of_a_new_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deck.cli.build.ALSO", (PAGE,))
    command = click.command()(also_options(lambda **_also: None))
    assert [(param.opts, param.is_flag) for param in command.params if isinstance(param, click.Option)] == [(["--page"], True)]


def test_it_lies_beside_the_deck_and_is_replaced_while_it_is_ours(page: ModuleType, tmp_path: Path) -> None:
    request = BuildRequest("lund", "kort", out=tmp_path, also=("page",))
    built = build_one(request)
    assert built.path == tmp_path / "1281-lund-kort.pptx" and built.exit_code == 0
    path = tmp_path / "1281-lund-kort-sida.html"
    assert built.also == {"page": path} and json.dumps(built.to_json()["also"]) == f'{{"page": "{path.as_posix()}"}}'
    assert f"<p>{built.slides}</p>" in path.read_text("utf-8")
    assert rows_of(built)[1] == (str(path), "")
    before = path.read_bytes()
    path.write_bytes(HTML.seal(b"<!doctype html>older"))
    assert build_one(request).also and path.read_bytes() == before
    path.write_bytes(before + b"mine")
    again = build_one(request)
    assert again.path and not again.also and again.exit_code == 1
    assert [item.code for item in again.diagnostics if item.where == Where(str(path))] == ["edited-file"]
    assert path.read_bytes() == before + b"mine"


def test_nothing_lies_beside_a_deck_that_is_its_owners(page: ModuleType, tmp_path: Path) -> None:
    """It would say other things than the deck."""
    own = tmp_path / "1281-lund-kort.pptx"
    first = build_one(BuildRequest("lund", "kort", out=tmp_path))
    assert first.path == own
    own.write_bytes(own.read_bytes() + b"\0")
    built = build_one(BuildRequest("lund", "kort", out=tmp_path, also=("page",)))
    assert built.path is None and not built.also and built.exit_code == 1
    assert [item.name for item in tmp_path.iterdir()] == [own.name]


def test_one_that_fails_leaves_the_deck(page: ModuleType, tmp_path: Path) -> None:
    def write(*_made: object) -> bytes:
        raise InputError.of("no-page", "no page")

    page.__dict__["write"] = write
    built = build_one(BuildRequest("lund", "kort", out=tmp_path, also=("page",)))
    assert built.path and built.path.exists() and built.exit_code == 1
    assert "no-page" in [item.code for item in built.diagnostics]


def test_by_its_name(page: ModuleType) -> None:
    assert also_named("page") is PAGE
    with pytest.raises(KeyError):
        also_named("film")
