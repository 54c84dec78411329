"""A sender's own material: what it may hold, and what is said where it does not fit."""

import re
from pathlib import Path

import pytest
from PIL import Image

from deck.content import content_root, load_content
from deck.errors import InputError
from deck.i18n import use

BAD = """\
contact:
  email: nobody
  fone: 046
goals: Ett mål
"""
WRONG = """\
leave_out: [sorces]
slides:
  - id: why
    after: when
    title: Om
    body: x
  - id: ours
    after: wen
    title: Vårt {{ plce.name }}
    left: x
  - id: lost
    after: when
    before: why
    title: Borta
    body: x
"""


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> list[str]:
    monkeypatch.chdir(tmp_path)
    Path("local.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_content(local=Path("local.yaml"))
    return list(map(str, caught.value.diagnostics))


def test_the_example_is_good() -> None:
    content = load_content(local=content_root() / "local.example.yaml")
    assert content.local is not None and content.local.contact[0].phone == "010-123 45 67"
    assert content.slides["our-programme"].own


def test_what_the_example_shows_in_comments_is_good(tmp_path: Path) -> None:
    shown = (content_root() / "local.example.yaml").read_text("utf-8")
    # A commented slide goes from its id to the first line that is none of its fields.
    lines = re.sub(r"^  # (- id:.*\n(?:  #   .*\n)+)", lambda slide: re.sub(r"(?m)^(?:  # )?", "  ", slide[1]), shown, flags=re.M)
    (tmp_path / "bilder").mkdir()
    Image.new("RGB", (30, 20)).save(tmp_path / "bilder" / "sjon.jpg")
    (tmp_path / "siffror.csv").write_text("År;Ton\n2014;120\n2024;61\n", "utf-8")
    (tmp_path / "local.yaml").write_text(lines, "utf-8")
    content = load_content(local=tmp_path / "local.yaml")
    assert [name for name, _ in content.beside.pictures] == ["bilder/sjon.jpg"] and content.slides["our-lake"].kind == "picture"
    assert content.slides["our-work"].slots["object"].block == "rows"


def test_fields(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = said(tmp_path, monkeypatch, BAD)
    assert any(line.startswith("local.yaml:2:10: ") for line in lines)
    assert any(line.startswith('local.yaml:3:3: unknown field "fone"; did you mean "phone"?') for line in lines)


def test_names_and_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = said(tmp_path, monkeypatch, WRONG)
    for wanted in (
        'local.yaml:1:13: unknown slide "sorces"; did you mean "sources"?',
        'local.yaml:3:9: there is a slide "why" already',
        'local.yaml:8:12: unknown slide "wen"; did you mean "when"',
        'local.yaml:9:20: unknown variable "plce"; did you mean "place"',
        'local.yaml:7:5: a slide of kind "two-content" needs "right"',
        'local.yaml:12:5: slide "lost" goes both before and after another; give one of "before" and "after"',
    ):
        assert any(line.startswith(wanted) for line in lines), (wanted, lines)


@pytest.mark.parametrize(
    "text",
    ["why:\n  title: Vårt\n", "slides:\n  why:\n    title: Vårt\n", "slides:\n  - {id: why, title: Vårt, body: x}\n"],
)
def test_who_tries_to_change_the_guidances_words_is_told_where_that_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    [line] = said(tmp_path, monkeypatch, text)
    assert "in PowerPoint" in line and "deck refresh keeps that" in line and '"why"' in line


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ("body: x", "content"),
        ("left: [a]\n    right: [b]", "two-content"),
        ("left-heading: Förr\n    left: [a]\n    right-heading: Nu\n    right: [b]", "comparison"),
        ("quote: Ja", "quote"),
        ('number: "50 %"\n    body: x', "big-number"),
    ],
)
def test_a_slides_kind_is_told_by_its_fields(tmp_path: Path, fields: str, kind: str) -> None:
    (tmp_path / "local.yaml").write_text(f"slides:\n  - id: ours\n    title: Vår\n    {fields}\n", "utf-8")
    assert load_content(local=tmp_path / "local.yaml").slides["ours"].kind == kind


def test_one_name_needs_no_list(tmp_path: Path) -> None:
    (tmp_path / "local.yaml").write_text("leave_out: when\n", "utf-8")
    local = load_content(local=tmp_path / "local.yaml").local
    assert local is not None and local.leave_out == ("when",)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000"])
def test_lines_that_are_pasted_with_other_spaces_are_read(tmp_path: Path, space: str) -> None:
    (tmp_path / "local.yaml").write_text(f"contact:\n{space * 2}name: Kim\n", "utf-8")
    local = load_content(local=tmp_path / "local.yaml").local
    assert local is not None and local.contact[0].name == "Kim"


OWN = "{id: %s, %stitle: T, body: [a]}"


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("order: [why, why]\n", "1:14", 'slide "why" stands here twice; keep one'),
        (f"leave_out: [a1]\nslides:\n  - {OWN % ('a1', '')}\n", "1:13", '"a1" is a slide of your own; take it away under'),
        (f"slides:\n  - {OWN % ('a1', 'after: a1, ')}\n", "2:21", 'slide "a1" goes by itself'),
        (
            f"slides:\n  - {OWN % ('a1', 'after: b1, ')}\n  - {OWN % ('b1', 'before: a1, ')}\n",
            "2:21",
            'slide "a1" goes by itself',
        ),
        ("slides:\n  id: a1\n  title: T\n", "2:3", "a list is expected here; write each on a line of its own"),
        ("slides:\n  - id: a1\n    title: T\n    body:\n" + "      - a\n" * 13, "5:7", '"body" has 13, and may have 12'),
        ("slides:\n  - {id: a1, title: T, body: ['Beslutat', Mål: 2024]}\n", "2:43", '"Mål: 2024" is read as a field'),
        ("slides:\n  - {id: a1, title: T, body: [{txt: a}]}\n", "2:32", 'unknown field "txt"; did you mean "text"?'),
    ],
)
def test_what_cannot_be_is_told_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, where: str, words: str
) -> None:
    lines = said(tmp_path, monkeypatch, text)
    assert any(line.startswith(f"local.yaml:{where}: {words}") for line in lines), lines


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("event: Möte i {{ place.name }}\n", "1:15"),
        ("speaker: '**Kim** Lind'\n", "1:10"),
        ("event: Mat &amp; miljö\n", "1:12"),
        ("contact:\n  - name: Kim\n  - name: <b>Bo</b>\n", "3:11"),
        ("contact: {name: Kim, role: '[Chef](https://lund.se)'}\n", "1:28"),
    ],
)
def test_markup_where_there_is_none_is_told(tmp_path: Path, text: str, where: str) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(text, "utf-8")
    told = load_content(local=path).diagnostics
    assert [item.code for item in told][:1] == ["other-markup"] and f":{where}: " in str(next(iter(told)))


def test_words_of_an_occasion_stand_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text("event: |\n  Möte\n  i Lund\ndate: 2026-W48\n", "utf-8")
    content = load_content(local=path)
    assert content.showing.said("event", "sv") == "Möte i Lund" and content.showing.said("date", "sv") == "2026-W48"
