"""Markup of other programs is told of, and ordinary words are not."""

from __future__ import annotations

import pytest

from deck.content.pasted import pasted


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("<b>Beslutat</b> av fullmäktige", [0, 11]),
        ("av&nbsp;fullmäktige &amp; nämnd<br>Rad två", [2, 20, 31]),
        ('<span style="color:red">rött</span>', [0, 28]),
        ("__fet__ och `kod`", [0, 12]),
        ("## Rubrik", [0]),
        ("ett _kursivt_ ord", [4]),
        ("＊＊nästa generation＊＊", [0, 18]),
        ("｛｛ place.own_name ｝｝", [0, 18]),
        ("![bild](x.png)", [0]),
        ("se <https://lund.se>", [3]),
    ],
)
def test_told_where_it_stands(text: str, offsets: list[int]) -> None:
    found = pasted(text)
    assert [fault.offset for fault in found] == offsets
    assert all(fault.message and fault.hint for fault in found)


@pytest.mark.parametrize(
    "text",
    [
        "a < b och c > d",
        "R&D; vi & ni",
        "**fet** och *kursiv*",
        "mål_3_a",
        "_____",
        "a_b och c_d",
        "nr 5 # 7",
        "{{ place.name }}",
        "5 <p 6",
        "H&M",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert pasted(text) == ()
