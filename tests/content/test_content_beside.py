"""The files that a local.yaml names, and what a deck remembers of them."""

from __future__ import annotations

from pathlib import Path

from deck.content.beside import Beside, cells_at, files_named
from deck.diagnostics import Diagnostics, Where
from deck.i18n import use
from deck.source import Snapshot
from deck.tables import FileCells

TABLE = FileCells(("a", "b"), (("1", "2"),))


def test_every_kind_of_file_that_is_named_is_looked_after() -> None:
    text = """slides:
  - {id: a, picture: {file: bilder\\a.png}}
  - {id: b, chart: {file: b.csv}}
  - {id: c, table: {file: c.xlsx}}
  - {id: d, table: {rows: [[x]]}}
  - words
"""
    found = files_named(Snapshot.text("mapp/local.yaml", text))
    assert [path.as_posix() for path in found] == ["mapp/bilder/a.png", "mapp/b.csv", "mapp/c.xlsx"]
    assert files_named(Snapshot.text("local.yaml", "slides: words")) == files_named(Snapshot.text("local.yaml", "")) == ()


def test_what_is_remembered_is_asked_for_no_file(tmp_path: Path) -> None:
    said = Diagnostics()
    known = Beside.of({}, {"b.csv": TABLE})
    assert cells_at("b.csv", tmp_path, Where("local.yaml"), said, known) == TABLE and not said.items
    assert cells_at("c.csv", tmp_path, Where("local.yaml"), said, known) is None
    assert [item.code for item in said.items] == ["missing-table"]


def test_a_file_is_near_its_misspelt_name(tmp_path: Path) -> None:
    use("en")
    try:
        (tmp_path / "siffror.csv").write_text("a;b\n1;2\n", "utf-8")
        said = Diagnostics()
        assert cells_at("sifror.csv", tmp_path, Where("local.yaml"), said, None) is None
        assert cells_at("https://example.se/a.csv", tmp_path, Where("local.yaml"), said, None) is None
        assert cells_at("siffror.csv", tmp_path, Where("local.yaml"), said, None) == TABLE
        assert [str(item.hint or item.message)[:30] for item in said.items] == [
            'did you mean "siffror.csv"?',
            "save the table, and name its f",
        ]
    finally:
        use(None)
