"""template.yaml: its owner's last word, and what is said where it names what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from template_drawn import BODY, LEFT, RIGHT, STAGE, TITLE, drawn

from deck.diagnostics import Diagnostics
from deck.errors import InputError
from deck.geometry import Box, cm
from deck.template import default_template_path, read_template
from deck.template.overrides import Overrides, apply_overrides, length, read_overrides
from deck.template.roles import Casting

ONE, TWO = drawn(TITLE, BODY, name="Ett"), drawn(TITLE, LEFT, RIGHT, name="Två")


@pytest.mark.parametrize(
    ("words", "emu"),
    [
        ("1.5 cm", 540_000),
        ("1,5cm", 540_000),
        ("15 mm", 540_000),
        ("1 in", 914_400),
        ("72 pt", 914_400),
        ("2", 720_000),
        (" 0 cm ", 0),
    ],
)
def test_lengths(words: str, emu: int) -> None:
    assert length(words) == emu


@pytest.mark.parametrize("bad", ["", "cm", "-1 cm", "1.5.2 cm", "1 m", "en cm", "1 cm 2"])
def test_what_is_no_length_says_how_to_write_one(bad: str) -> None:
    with pytest.raises(ValueError, match=r"1\.5 cm"):
        length(bad)


@given(st.integers(0, 10_000))
def test_centimetres_in_any_unit(hundredths: int) -> None:
    assert length(f"{hundredths / 100:.2f} cm") == cm(hundredths / 100)
    assert abs(length(f"{hundredths / 10:.1f} mm") - cm(hundredths / 100)) <= 1


def written(folder: Path, text: str) -> Path:
    path = folder / "template.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("layouts: {content: Ett}\nminimum_size: 20 pt\nsafe_area: {left: 2 cm}\n", ""),
        ("minimum_size: stor\n", ':1:15: "stor" is no text size; write for example 20'),
        ("safe_area:\n  left: två\n", ':2:9: "två" is no length; write for example 1.5 cm'),
        ("layout: {}\n", ':1:1: unknown field "layout"; did you mean "layouts"?'),
        ("layouts: [Ett]\n", ":1:10: fields with values are expected here"),
    ],
)
def test_a_file_is_read_or_told_of_at_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)
    if not said:
        found = read_overrides(path)
        assert (found.layouts, found.minimum()) == ({"content": "Ett"}, 20.0)
        assert found.safe_box((10**7, 10**7)) == Box(720_000, 540_000, 10**7 - 1_260_000, 10**7 - 1_080_000)
        return
    with pytest.raises(InputError) as caught:
        read_overrides(path)
    assert said in str(caught.value)


def test_nothing_said_is_nothing_changed() -> None:
    assert (Overrides().minimum(), Overrides().safe_box((1, 1))) == (0.0, None)


def applied(folder: Path, text: str) -> tuple[dict, list[str]]:
    path = written(folder, text)
    problems = Diagnostics()
    roles = Casting([ONE, TWO], STAGE).roles()
    found = apply_overrides(roles, [ONE, TWO], STAGE, read_overrides(path), path, problems)
    return found, [str(item).split("template.yaml", 1)[1] for item in problems]


def test_the_owners_layout_and_placeholders_are_taken(tmp_path: Path) -> None:
    text = 'layouts:\n  content: Två\n  two-content:\n    layout: Två\n    placeholders: {left: "2", right: obj 1}\n'
    found, said = applied(tmp_path, text)
    assert not said
    assert found["content"].layout.name == "Två" and found["content"].reason == "template.yaml says so"
    spots = found["two-content"].spots
    assert (spots["left"].placeholder, spots["right"].placeholder) == (RIGHT, LEFT)
    assert found["object"].layout.name == "Ett"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("layouts: {kontent: Ett}\n", ':1:11: unknown kind of slide "kontent"; did you mean "content"'),
        ("layouts: {content: Et}\n", ':1:20: the template has no layout "Et"; did you mean "Ett"?'),
        ("layouts: {content: Xyzzy}\n", ':1:20: the template has no layout "Xyzzy"; the template has Två, Ett'),
        (
            "layouts:\n  content:\n    layout: Ett\n    placeholders: {body: obj 7}\n",
            ':4:26: "obj 7" is not there; did you mean "obj 1"?',
        ),
        (
            "layouts:\n  content:\n    layout: Ett\n    placeholders: {bod: obj 1}\n",
            ':4:20: "bod" is not there; did you mean "body"?',
        ),
    ],
)
def test_what_is_not_there_is_told_where_it_is_named(tmp_path: Path, text: str, said: str) -> None:
    _found, lines = applied(tmp_path, text)
    assert len(lines) == 1 and lines[0].startswith(said), lines


def test_a_template_is_read_by_its_owners_word(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'layouts: {content: "Citat, ljus"}\nminimum_size: 22\nsafe_area: {left: 3 cm, top: 3 cm, right: 3 cm, bottom: 3 cm}\n',
    )
    plain, mine = read_template(default_template_path()), read_template(default_template_path(), overrides=path)
    assert (mine.roles["content"].layout.name, mine.minimum_pt, mine.safe.x) == ("Citat, ljus", 22.0, cm(3))
    assert plain.roles["content"].layout.name != "Citat, ljus" and plain.fingerprint != mine.fingerprint
