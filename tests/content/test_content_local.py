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
        'local.yaml:10:5: a slide of kind "content" has no place for "left"',
        'local.yaml:7:5: a slide of kind "content" needs "body"',
        'local.yaml:11:5: slide "lost" must say what it goes before or after',
    ):
        assert any(line.startswith(wanted) for line in lines), (wanted, lines)
