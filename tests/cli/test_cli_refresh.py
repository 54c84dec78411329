"""`deck refresh` and `deck status` as their users run them: on real decks of a real place."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deck.cli import main
from deck.fleet import BuildRequest, build_one
from deck.fleet.refresh import RefreshRequest, refresh_one
from deck.package import open_package, package_bytes

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lund's deck of the first release."""
    path = build_one(BuildRequest("lund", release="2020-04-30", out=tmp_path_factory.mktemp("old"))).path
    assert path is not None
    return path


def edited(source: Path, target: Path, old: str, new: str) -> Path:
    """A copy in which every paragraph that says `old` says `new`."""
    deck: Any = Presentation(str(source))
    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                if paragraph.text == old:
                    first, *rest = paragraph.runs
                    first.text = new
                    for run in rest:
                        run._r.getparent().remove(run._r)
    deck.save(str(target))
    return target


@pytest.fixture
def clashing(old: Path, tmp_path: Path) -> Path:
    """The owner wrote of the short version before the guidance did, where the guidance now puts its own words."""
    deck: Any = Presentation(str(old))
    for slide in deck.slides:
        if not slide.shapes.title.text.startswith("Ladda ner"):
            continue
        for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
            if paragraph.text.startswith("Källor:") and "Vägledning för lokalt arbete" in paragraph.text:
                paragraph.runs[0].text = "Källor: vår egen lista."
    path = tmp_path / "mitt.pptx"
    deck.save(str(path))
    return path


def test_an_edited_deck_follows(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = edited(old, tmp_path / "mitt.pptx", "Sveriges miljömål", "Miljömålen i Lund")
    before = mine.read_bytes()
    page = tmp_path / "rapport.html"
    assert main(["refresh", str(mine), "--release", "2021", "--report", str(page)]) == 0
    new = tmp_path / "mitt-uppdaterad.pptx"
    deck: Any = Presentation(str(new))
    words = [s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame]
    assert any("Miljömålen i Lund" in text and "Kortversionen på RUS webbplats" in text for text in words)
    assert mine.read_bytes() == before
    assert "all that you did in it is still there" in capsys.readouterr().out
    html = page.read_text("utf-8")
    assert "<script" not in html and "<ins>" in html and "Kortversionen" in html
    assert main(["refresh", str(new), "--release", "2021"]) == 0
    assert "There is nothing to do" in capsys.readouterr().out
    assert len(list(tmp_path.glob("*.pptx"))) == 2


def test_a_conflict_waits_and_is_decided(clashing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", str(clashing), "--json", "--dry-run"]) == 3
    (told,) = json.loads(capsys.readouterr().out)
    assert told["state"] == "conflicts" and told["path"] is None
    keys = sorted({item["key"] for item in told["conflicts"]})
    assert [key.partition(":")[0] for key in keys] == ["get-it/notes"]
    assert main(["refresh", str(clashing), "--dry-run"]) == 3
    told = capsys.readouterr().out
    assert f"build.py refresh {clashing} --resolve {keys[0]}=theirs" in told
    assert "“Källor: vår egen lista.” goes, and nothing else of yours" in told and "Open mitt.pptx, go to slide" in told
    assert main(["refresh", str(clashing), "--resolve", "get-it/note=theirs"]) == 2
    assert 'did you mean "get-it/notes"' in capsys.readouterr().err
    decisions = clashing.with_name("beslut.yaml")
    decisions.write_text("get-it/notes: theirs\n", "utf-8")
    assert main(["refresh", str(clashing), "--resolve-file", str(decisions)]) == 0
    new = clashing.with_name("mitt-uppdaterad.pptx")
    deck: Any = Presentation(str(new))
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    assert not any("vår egen lista" in text for text in notes)


def test_marks_are_comments_in_the_file(
    clashing: Path, office_errors: Callable[[Path], list[dict[str, Any]]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["refresh", str(clashing), "--mark"]) == 3
    new = clashing.with_name("mitt-uppdaterad.pptx")
    package = open_package(new)
    comments = [data.decode() for name, data in package.parts.items() if name.startswith("ppt/comments/")]
    assert len(comments) == 1 and "get-it/notes" in comments[0]
    assert office_errors(new) == []
    # Once more: the mark is renewed, not doubled.
    assert main(["refresh", str(new), "--mark", "--resolve", "get-it/notes=mine"]) == 0
    capsys.readouterr()
    # Decided, and so the comment and its author are gone.
    last = open_package(new.with_name("mitt-uppdaterad-2.pptx"))
    assert not [name for name in last.parts if "omment" in name]


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_mark_goes_with_its_decision_and_others_comments_stay(clashing: Path, by_hand: bool) -> None:
    assert main(["refresh", str(clashing), "--mark"]) == 3
    new = clashing.with_name("mitt-uppdaterad.pptx")
    package = open_package(new)
    (part,) = [name for name in package.parts if name.startswith("ppt/comments/")]
    (authors,) = [name for name in package.parts if "commentAuthors" in name]
    hers = b'<p:cm authorId="7" dt="2026-01-02T03:04:05" idx="1"><p:pos x="1" y="1"/><p:text>Min egen</p:text></p:cm></p:cmLst>'
    her = b'<p:cmAuthor id="7" name="deck hand" initials="d" lastIdx="1" clrIdx="1"/></p:cmAuthorLst>'
    parts = {
        part: package.parts[part].replace(b"</p:cmLst>", hers),
        authors: package.parts[authors].replace(b"</p:cmAuthorLst>", her),
    }
    new.write_bytes(package_bytes(package.replace(parts)))
    decisions = ["--resolve", "get-it/notes=mine"]
    if by_hand:
        theirs = next(item for item in refresh_one(RefreshRequest(new)).conflicts)
        deck: Any = Presentation(str(new))
        for slide in deck.slides:
            for paragraph in slide.notes_slide.notes_text_frame.paragraphs if slide.has_notes_slide else ():
                if paragraph.text == "Källor: vår egen lista.":
                    paragraph.runs[0].text = theirs.theirs
        deck.save(str(new))
        decisions = []
    assert main(["refresh", str(new), "-o", str(new.with_name("sist.pptx")), *decisions]) == 0
    last = open_package(new.with_name("sist.pptx"))
    (told,) = [data for name, data in last.parts.items() if name.startswith("ppt/comments/")]
    assert b"Min egen" in told and b"get-it" not in told
    assert refresh_one(RefreshRequest(new.with_name("sist.pptx"))).path is None


def test_bad_decisions_are_told_all_at_once(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", str(old), "--resolve", "a", "--resolve", "b=ours"]) == 2
    told = capsys.readouterr().err
    assert '"a" is no decision' in told and '"b=ours" is no decision' in told
    decisions = tmp_path / "beslut.yaml"
    decisions.write_text("a/b: ours\n", "utf-8")
    assert main(["refresh", str(old), "--resolve-file", str(decisions)]) == 1
    assert "beslut.yaml:1:6" in capsys.readouterr().err


def test_a_decision_both_ways_is_none(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", str(old), "--resolve", "a/b=mine", "--resolve", "a/b=theirs", "--resolve", "c=mine"]) == 2
    told = capsys.readouterr().err
    assert '"a/b" is decided both ways' in told and '"c"' not in told


def test_a_folder_goes_on_past_bad_files(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(old, tmp_path / "a.pptx")
    (tmp_path / "b.pptx").write_bytes(b"no deck")
    foreign: Any = Presentation()
    foreign.save(str(tmp_path / "c.pptx"))
    (tmp_path / "~$a.pptx").write_bytes(b"lock")
    code = main(["refresh", str(tmp_path)])
    out, err = capsys.readouterr()
    assert code in (1, 2)
    assert [line.split()[:2] for line in out.splitlines()[1:4]] == [
        ["a.pptx", "refreshed"],
        ["b.pptx", "refused"],
        ["c.pptx", "refused"],
    ]
    assert "not a deck of ours" in err
    assert sorted(path.name for path in tmp_path.glob("*-uppdaterad*")) == ["a-uppdaterad.pptx"]


def test_a_folder_with_a_decision_pending_ends_with_3(clashing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where another deck was refused."""
    (clashing.parent / "z.pptx").write_bytes(b"no deck")
    assert main(["refresh", str(clashing.parent), "-o", str(clashing.parent / "ut")]) == 3
    assert "waits for decisions" in capsys.readouterr().out


def test_a_deck_that_is_not_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign: Any = Presentation()
    foreign.save(str(tmp_path / "c.pptx"))
    assert main(["refresh", str(tmp_path / "c.pptx")]) == 2
    assert main(["refresh", str(tmp_path / "missing.pptx")]) == 2
    assert main(["status", str(tmp_path / "c.pptx")]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["c.pptx"]
    capsys.readouterr()


def test_status_tells_and_writes_nothing(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = edited(old, tmp_path / "mitt.pptx", "Kontakta oss gärna", "Ring oss gärna")
    assert main(["status", str(mine)]) == 0
    told = capsys.readouterr().out
    assert "Lunds kommun, outline standard" in told and "2020-04-30 → 2026" in told and "a new slide" in told
    assert [path.name for path in tmp_path.iterdir()] == ["mitt.pptx"]


def test_the_result_is_valid(old: Path, tmp_path: Path, office_errors: Callable[[Path], list[dict[str, Any]]]) -> None:
    mine = edited(old, tmp_path / "mitt.pptx", "Kontakta oss gärna", "Ring oss gärna")
    assert main(["refresh", str(mine), "-o", str(tmp_path / "ny.pptx")]) == 0
    assert office_errors(tmp_path / "ny.pptx") == []


@pytest.mark.skipif(os.name == "nt", reason="a pipe's reader goes in another way")
def test_the_report_is_there_though_nobody_reads_on(old: Path, tmp_path: Path) -> None:
    mine = edited(old, tmp_path / "mitt.pptx", "Sveriges miljömål", "Miljömålen i Lund")
    page = tmp_path / "rapport.html"
    command = [sys.executable, "-m", "deck", "refresh", str(mine), "--report", str(page)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}) as run:
        assert run.stdout is not None
        run.stdout.close()
    assert page.is_file() and (tmp_path / "mitt-uppdaterad.pptx").is_file()


def test_folders_within_a_folder_are_not_gone_into_and_that_is_said(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "decks/older").mkdir(parents=True)
    (tmp_path / "decks/empty").mkdir()
    shutil.copy(old, tmp_path / "decks/older/a.pptx")
    assert main(["status", str(tmp_path / "decks")]) == 2
    assert "older" in capsys.readouterr().err
    shutil.copy(old, tmp_path / "decks/b.pptx")
    assert main(["status", str(tmp_path / "decks"), "--json"]) == 0
    said = capsys.readouterr()
    assert "older" in said.err and "empty" not in said.err
    assert [Path(item["file"]).name for item in json.loads(said.out)] == ["b.pptx"]
    assert main(["status", str(tmp_path / "decks"), str(tmp_path / "decks/older")]) == 0
    assert "folders-within" not in capsys.readouterr().err


def test_shows_and_templates_in_a_folder_are_left_and_that_is_said(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "show.ppsx").write_bytes(old.read_bytes())
    assert main(["status", str(folder)]) == 2
    assert "show.ppsx" in capsys.readouterr().err
    shutil.copy(old, folder / "b.pptx")
    assert main(["status", str(folder), "--json"]) == 0
    said = capsys.readouterr()
    assert "show.ppsx" in said.err and "show.ppsx" not in said.out


def test_one_file_is_no_goal_of_several_decks(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = (tmp_path / name for name in ("a.pptx", "b.pptx"))
    for path in (one, other):
        shutil.copy(old, path)
    before = other.read_bytes()
    for goal in (other, tmp_path / "ny.pptx"):
        assert main(["refresh", str(one), str(other), "--overwrite", "-o", str(goal)]) == 2
        assert "2 decks cannot all be" in capsys.readouterr().err
    assert other.read_bytes() == before and not (tmp_path / "ny.pptx").exists()
