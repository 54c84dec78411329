"""A sender's own drawn slides: what they become, and what is said where they do not fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deck.content import Content, load_content
from deck.errors import InputError
from deck.i18n import use

HEAD = "slides:\n  - id: egen\n    after: when\n    title: Vårt eget\n"


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def read(folder: Path, text: str) -> Content:
    path = folder / "local.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    return load_content(local=path)


def drawn(content: Content) -> Any:
    """The block that has the own slide to itself."""
    return content.slides["egen"].slots["object"]


def said(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(folder, text)
    return [f"{item.where.line}: {item.message}" for item in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("field", "form"), [("rows", "rows"), ("cards", "cards"), ("process", "process"), ("loop", "loop"), ("timeline", "time")]
)
def test_each_list_is_drawn_in_its_form(tmp_path: Path, field: str, form: str) -> None:
    content = read(tmp_path, f"    {field}:\n      - Ett\n      - title: Två\n      - Tre\n    source: SCB 2024\n")
    slide = content.slides["egen"]
    assert slide.own and slide.kind == "object" and drawn(content).block == form
    assert content.phrases[("egen", "object", "items", "i2", "title")].text == "Två"
    assert content.phrases[("egen", "provenance")].text == "Källa: SCB 2024"
    assert content.phrases[("egen", "object", "alt")].text == "Vårt eget: Ett, Två, Tre"


def test_rows_are_numbered_where_none_has_a_word_of_its_own(tmp_path: Path) -> None:
    items = drawn(read(tmp_path, "    rows: [a, b]\n")).items
    assert [item.key for item in items.values()] == ["1", "2"]
    content = read(tmp_path, "    rows:\n      - {key: Mål, title: a}\n      - b\n")
    assert [item.key for item in drawn(content).items.values()] == ["", ""]
    assert content.phrases[("egen", "object", "items", "i1", "key")].text == "Mål"


def test_a_table_has_cells_to_fill_in(tmp_path: Path) -> None:
    content = read(tmp_path, '    table:\n      columns: [A, B]\n      rows:\n        - [x, ""]\n        - [y, z]\n')
    assert list(drawn(content).rows) == ["r1", "r2"]
    assert ("egen", "object", "rows", "r1", "c2") not in content.phrases
    assert content.phrases[("egen", "object", "rows", "r2", "c2")].text == "z"


def test_a_chart_takes_amounts_as_they_are_written(tmp_path: Path) -> None:
    text = (
        '    chart:\n      series: ton\n      values: {a: "1 234,5", b: -3, c: 1234.5}\n      highlight: b\n      alt: Visar a.\n'
    )
    content = read(tmp_path, text)
    block = drawn(content)
    assert [point.value for point in block.categories.values()] == [1234.5, -3.0, 1234.5]
    assert block.highlight == "v2"
    assert content.phrases[("egen", "provenance")].text == "ton"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("    rows: [a]\n    table: {columns: [A], rows: [[x]]}\n", '6: "table" and "rows" cannot share a slide'),
        ("    rows: [a]\n    body: x\n", '6: a slide of kind "object" has no place for "body"'),
        ("    timeline: [a]\n", '5: "timeline" takes 2 to 4 items, and here are 1'),
        ("    rows:\n      - text: x\n", '6: the field "title" is missing'),
        ("    process:\n      - {title: x, key: y}\n      - z\n", '6: "process" has no "key"'),
        (
            "    table:\n      columns: [A, B]\n      rows: [[x]]\n",
            "7: the row does not have the table's columns",
        ),
        ("    chart: {series: t, values: {a: 1}}\n", "5: the chart has no alternative text"),
        (
            "    chart: {series: t, alt: x, values: {a: många}}\n",
            '5: "många" is no amount; write it as in 12,5, or take the line away',
        ),
        ("    chart: {series: t, alt: x, values: {a: nan}}\n", '5: "nan" is no amount'),
        ("    chart: {series: t, alt: x, values: {a: ..}}\n", '5: ".." is no amount; write it as in 12,5, or take the line away'),
        ("    chart: {series: t, alt: x, highlight: b, values: {a: 1}}\n", '5: "b" is none of the values'),
    ],
)
def test_what_does_not_fit_is_said_where_it_stands(tmp_path: Path, text: str, told: str) -> None:
    assert any(line.startswith(told) for line in said(tmp_path, text)), said(tmp_path, text)


def test_all_of_them_build_and_come_back_by_refresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a finding, in every outline; and a refresh needs no file."""
    from deck.cli import main

    monkeypatch.chdir(tmp_path)
    text = (
        "    rows:\n      - {key: Mål, title: Fossilfritt 2030}\n      - {key: Ansvar, title: Miljönämnden}\n"
        "  - id: tabell\n    after: egen\n    title: Vem gör vad\n    table: {columns: [A, B], rows: [[x, y], [z, '']]}\n"
        "  - id: diagram\n    after: tabell\n    title: Utsläppen minskar\n"
        "    chart: {series: ton, alt: De minskar., values: {'2020': 12, '2021': 9}}\n"
        "  - id: tid\n    after: diagram\n    title: Så gick det\n"
        "    timeline: [{key: '2020', title: Beslut}, {key: '2026', title: Mål}]\n"
    )
    Path("local.yaml").write_text(HEAD + text, encoding="utf-8")
    assert main(["build", "lund", "--local", "local.yaml", "--strict"]) == 0
    Path("local.yaml").unlink()
    assert main(["status", "out/1281-lund-standard.pptx", "--json"]) == 0
