"""The tables are what their maker makes: of fonts that are here, the same again; of those that are not, said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

from deck.fonts.make_tables import FAMILIES, RANGES, STYLES, characters, make

DATA = Path(__file__).parents[2] / "deck" / "fonts" / "data"


def font(path: Path, width: int) -> None:
    """A font of 2000 units an em that has A and B only, `width` and twice that wide."""
    build = FontBuilder(2000, isTTF=True)
    names = [".notdef", "A", "B"]
    build.setupGlyphOrder(names)
    build.setupCharacterMap({65: "A", 66: "B"})
    build.setupGlyf({name: Glyph() for name in names})
    build.setupHorizontalMetrics({".notdef": (0, 0), "A": (width, 0), "B": (2 * width, 0)})
    build.setupHorizontalHeader(ascent=1900, descent=-500, lineGap=200)
    build.setupOS2(usWinAscent=1800, usWinDescent=400)
    build.setupNameTable({"familyName": path.stem, "styleName": "Regular"})
    build.setupPost()
    build.save(str(path))


def test_a_table_has_widths_and_line_in_thousandths(tmp_path: Path) -> None:
    fonts, out = tmp_path / "fonts", tmp_path / "out"
    fonts.mkdir()
    out.mkdir()
    for ending, width in (("Regular", 1000), ("Bold", 1200), ("Italic", 1000), ("BoldItalic", 1300)):
        font(fonts / f"Lato-{ending}.ttf", width)
    missing = make([fonts], out)
    assert set(missing) == set(FAMILIES) - {"lato"}
    assert sorted(path.name for path in out.iterdir()) == ["characters.json", "lato.json"]
    table = json.loads((out / "lato.json").read_text())
    a, b, lost = (characters().index(ord(char)) for char in "ABC")
    assert [table["styles"]["regular"][n] for n in (a, b, lost)] == [500, 1000, -1]
    assert (table["styles"]["bold"][a], table["styles"]["italic"], table["styles"]["bold-italic"][a]) == (600, "regular", 650)
    assert (table["ascent"], table["descent"], table["line_gap"]) == (900, 200, 200)


def test_of_no_fonts_nothing_but_the_characters_is_made(tmp_path: Path) -> None:
    assert make([tmp_path], tmp_path) == list(FAMILIES)
    assert [path.name for path in tmp_path.iterdir()] == ["characters.json"]


def test_the_committed_tables_fit_the_characters() -> None:
    assert json.loads((DATA / "characters.json").read_text()) == [list(pair) for pair in RANGES]
    assert len(set(characters())) == len(characters())
    assert {path.stem for path in DATA.glob("*.json")} == {*FAMILIES, "characters", "scripts"}
    for name in FAMILIES:
        table = json.loads((DATA / f"{name}.json").read_text())
        assert set(table["styles"]) == set(STYLES) and table["family"] == name
        assert all(isinstance(row, str) or len(row) == len(characters()) for row in table["styles"].values())


def test_a_real_font_gives_its_committed_table(tmp_path: Path) -> None:
    folder = Path("/usr/share/fonts/truetype/liberation")
    if not folder.exists():
        pytest.skip(f"{folder} is not on this machine")
    make([folder], tmp_path)
    mine, theirs = ((path / "liberation-sans.json").read_bytes().split(b"\n")[0] for path in (tmp_path, DATA))
    assert json.loads(mine)["styles"] == json.loads(theirs)["styles"]
