"""A file is found as it was meant, and its like is offered where it is not there."""

from __future__ import annotations

from pathlib import Path

from deck.i18n import use
from deck.source.named import near, path_of


def test_a_file_is_near_its_misspelt_name(tmp_path: Path) -> None:
    use("en")
    try:
        (tmp_path / "Bilder").mkdir()
        (tmp_path / "Bilder" / "siffror.csv").write_text("a\n", "utf-8")
        assert near(tmp_path / "Bilder" / "sifror.csv") == 'did you mean "siffror.csv"?'
        assert near(tmp_path / "bilder" / "Siffror.CSV") == 'did you mean "Bilder/siffror.csv"?'
        assert near(tmp_path / "Bilder" / "siffror.csv") == "" and near(tmp_path / "no" / "folder.csv") == ""
    finally:
        use(None)


def test_letters_with_their_dots_apart_are_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "M\u00e5l").mkdir()
    (tmp_path / "M\u00e5l" / "\u00e4r.csv").write_text("a\n", "utf-8")
    assert path_of(tmp_path, "Ma\u030al\\a\u0308r.csv") == tmp_path / "M\u00e5l" / "\u00e4r.csv"
    assert path_of(tmp_path, "borta/\u00f6.csv") == tmp_path / "borta" / "\u00f6.csv"
