"""`deck content`, and a deck in a language whose words are not whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pptx import Presentation

from deck.cli import main
from deck.content import content_root

TITLE = "Opas tukee kunnan kestävyystyötä"
BEGUN = f"slides:\n  in-short:\n    title: {TITLE}\n    notes: Mikä opas on?\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    shutil.copytree(content_root(), root, ignore=shutil.ignore_patterns("releases"))
    (root / "fi").mkdir()
    (root / "fi" / "slides-a.yaml").write_text(BEGUN, encoding="utf-8")
    return root


def test_accept(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "accept", "--lang", "fi", "--content", str(content)]) == 0
    assert capsys.readouterr().out.startswith("2 ")
    assert len((content / "fi" / "translated.txt").read_text("utf-8").splitlines()) == 3
    assert main(["content", "accept", "slides.nowhere", "--lang", "fi", "--content", str(content)]) == 2


def test_what_is_missing_stops_a_build_or_is_swedish(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = ["build", "lund", "--lang", "fi", "--outline", "kort", "--content", str(content), "-o", str(tmp_path / "out")]
    assert main(build) == 1
    said = capsys.readouterr().err
    assert "--fallback" in said and said.count("error:") > 50 and not (tmp_path / "out").exists()
    assert main([*build, "--fallback"]) == 0
    (deck,) = (tmp_path / "out").glob("*.pptx")
    tongues = _tongues(deck)
    assert tongues[TITLE] == {"fi"}
    assert {tongue for words, found in tongues.items() if words.startswith("Tid:") for tongue in found} == {"sv"}
    assert all("sv" in found or "fi" in found for found in tongues.values())
    swedish = [
        words
        for words in tongues
        if ("vägledning" in words.casefold() and "rus.se" not in words) or "miljömål" in words.casefold()
    ]
    assert len(swedish) > 10 and not [words for words in swedish if tongues[words] != {"sv"}]


def test_a_deck_made_so_is_refreshed_so_and_what_is_translated_since_is_marked_anew(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--content", str(content), "-o"]
    assert main(["build", "lund", "--lang", "fi", "--fallback", "--outline", "kort", *out, str(tmp_path / "out")]) == 0
    (deck,) = (tmp_path / "out").glob("*.pptx")
    more = "  why:\n    title: Miksi opas on\n    notes: Miksi?\n"
    (content / "fi" / "slides-a.yaml").write_text(BEGUN + more, encoding="utf-8")
    assert main(["refresh", str(deck), *out, str(tmp_path / "new.pptx")]) == 0, capsys.readouterr().err
    assert _tongues(tmp_path / "new.pptx")["Miksi opas on"] == {"fi"}


def _tongues(path: Path) -> dict[str, set[str]]:
    """Words → the languages that their runs say, on slides and in notes."""
    found: dict[str, set[str]] = {}
    for slide in Presentation(str(path)).slides:
        for part in (slide, slide.notes_slide):
            for run in part._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"):
                props = run.find("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr")
                text = run.findtext("{http://schemas.openxmlformats.org/drawingml/2006/main}t") or ""
                lang = props.get("lang", "") if props is not None else ""
                found.setdefault(text.strip(), set()).add(lang.split("-")[0])
    return found


@pytest.mark.parametrize("ending", ["xlf", "po", "xlsx"])
def test_there_and_back_again(ending: str, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / f"fi.{ending}"
    words = (content / "fi" / "slides-a.yaml").read_bytes()
    assert main(["content", "export", "--lang", "fi", "--content", str(content), "-o", str(file)]) == 0
    assert int(capsys.readouterr().out.splitlines()[-1].split()[0]) > 400
    assert main(["content", "import", str(file), "--content", str(content)]) == 0
    assert capsys.readouterr().out.startswith("0 ")
    assert (content / "fi" / "slides-a.yaml").read_bytes() == words
    before = file.read_bytes()
    assert main(["content", "export", "--lang", "fi", "--content", str(content), "-o", str(file)]) == (ending == "xlsx")
    assert file.read_bytes() == before


def test_a_translator_s_faults_are_told_with_their_lines(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "fi.po"
    main(["content", "export", "--lang", "fi", "--content", str(content), "-o", str(file)])
    text = file.read_text("utf-8").replace('msgid "Källa"\nmsgstr ""', 'msgid "Källa"\nmsgstr "**Lähde"')
    file.write_text(text, encoding="utf-8")
    line = text[: text.index("**Lähde")].count("\n") + 1
    assert main(["content", "import", str(file), "--content", str(content)]) == 1
    said = capsys.readouterr().err
    assert f"fi.po:{line}:" in said or f"fi.po:{line - 1}:" in said, said
    assert not (content / "fi" / "terms.yaml").exists()


@pytest.mark.parametrize(
    "call",
    [
        ["export", "--lang", "fi", "-o", "x.docx"],
        ["export", "--lang", "sv", "-o", "x.po"],
        ["export", "--lang", "finska", "-o", "x.po"],
        ["import", "x.docx"],
        ["import", "nowhere.po"],
    ],
)
def test_what_cannot_be(
    call: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["content", *call]) in (1, 2)
    said = capsys.readouterr().err
    assert "error:" in said and ";" in said and not list(tmp_path.iterdir())


def test_a_translation_that_comes_later_leaves_no_trace_of_the_fallback(tmp_path: Path) -> None:
    """What the selection pane calls a part, too: a deck refreshed after the translation is as one that was built after it."""
    root = tmp_path / "content"
    shutil.copytree(content_root(), root, ignore=shutil.ignore_patterns("releases"))
    file = root / "en" / "slides-guidance.yaml"
    whole = file.read_text("utf-8")
    gone = whole.replace("title: Drawing up and carrying out local programmes for environment and sustainability", 'title: ""', 1)
    gone = gone.replace("label: rus.se, the page about the guidance", 'label: ""', 1)
    assert gone.count('""') == 2
    file.write_text(gone, encoding="utf-8")
    build = ["build", "lund", "--lang", "en", "--outline", "kort", "--content", str(root)]
    assert main([*build, "--fallback", "-o", str(tmp_path / "before")]) == 0
    (before,) = (tmp_path / "before").iterdir()
    assert marked(before) == {"rus.se, sidan om vägledningen": "sv"}
    file.write_text(whole, encoding="utf-8")
    assert main([*build, "-o", str(tmp_path / "after")]) == 0
    assert main(["refresh", str(before), "--content", str(root), "-o", str(tmp_path / "fresh.pptx")]) == 0
    (after,) = (tmp_path / "after").iterdir()
    assert names(tmp_path / "fresh.pptx") == names(after) and not marked(tmp_path / "fresh.pptx")


def names(path: Path) -> list[str]:
    deck = Presentation(str(path))
    return [
        element.get("name", "") for slide in deck.slides for element in slide._element.iter() if element.tag.endswith("}cNvPr")
    ]


def marked(path: Path) -> dict[str, str]:
    """The words of QR codes that are in Swedish."""
    found: dict[str, str] = {}
    for slide in Presentation(str(path)).slides:
        for run in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"):
            text = "".join(part.text or "" for part in run if part.tag.endswith("}t"))
            if text.startswith("rus.se, "):
                look = next(part for part in run if part.tag.endswith("}rPr"))
                if str(look.get("lang")).startswith("sv"):
                    found[text] = "sv"
    return found
