"""Every command that writes, onto everything that may stand where it writes: nothing is replaced that is
not proved ours and unchanged."""

from __future__ import annotations

import ast
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from deck.cli import main
from deck.errors import InputError
from deck.files import HTML, borrowed, put, put_back, put_folder

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Writer:
    """`line`: the arguments that make the command write `target` from what lies in the folder. `input`: the file that it reads,
    in whose place `target` is put. `sealed`: whether its own file may be replaced while unchanged."""

    line: Callable[[Path], list[str]]
    ending: str
    input: str = ""
    sealed: bool = True
    name: str = "target"


WRITERS = {
    "build": Writer(lambda t: ["build", "lund", "--outline", "kort", "-o", str(t.parent)], ".pptx", name="1281-lund-kort"),
    "refresh": Writer(lambda t: ["refresh", "old.pptx", "-o", str(t)], ".pptx", "old.pptx"),
    "rebrand": Writer(lambda t: ["refresh", "old.pptx", "--rebrand", "-o", str(t)], ".pptx", "old.pptx"),
    "report": Writer(lambda t: ["refresh", "old.pptx", "--dry-run", "--report", str(t)], ".html", "old.pptx"),
    "html": Writer(lambda t: ["check", "old.pptx", "--select", "opens", "--html", str(t)], ".html", "old.pptx"),
    "sarif": Writer(lambda t: ["check", "old.pptx", "--select", "opens", "--sarif", str(t)], ".sarif", "old.pptx"),
    "png": Writer(lambda t: ["template", "check", "old.pptx", "--outline", "kort", "--png", str(t)], ".png", "old.pptx"),
    "init": Writer(lambda t: ["template", "init", "old.pptx", "-o", str(t)], ".yaml", "old.pptx", sealed=False),
    "brand": Writer(
        lambda t: ["brand", "new", "lund", "--from-logo", "logo.png", "-o", str(t)], ".yaml", "logo.png", sealed=False
    ),
    "pdf": Writer(lambda t: ["preview", "old.pptx", "--pdf", "--width", "80", "-o", str(t.parent)], ".pdf", name="old"),
    "old-bilder": Writer(lambda t: ["preview", "old.pptx", "--width", "80", "-o", str(t.parent.parent)], ".html", name="index"),
    "schema": Writer(lambda t: ["schema", "-o", str(t.parent.parent)], ".json", name="schemas/brand.schema"),
}
INTO_FOLDERS = {"refresh", "rebrand"}
"""Given a folder, these write into it."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The inputs of all commands, and what each writes."""
    folder = tmp_path_factory.mktemp("made")
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert main(["build", "lund", "--outline", "kort", "--release", "2020-04-30", "-o", "."]) == 0
        # As its owner has it: saved by another program.
        deck: Any = Presentation("1281-lund-kort.pptx")
        deck.slides[0].shapes.title.text_frame.text = "Vår egen rubrik"
        deck.save("old.pptx")
        Path("1281-lund-kort.pptx").unlink()
        Image.new("RGB", (40, 40), "#005eb8").save("logo.png")
        found = {name: Path(name).read_bytes() for name in ("old.pptx", "logo.png")}
        for name, writer in WRITERS.items():
            target = _target(folder, name, writer)
            target.parent.mkdir(parents=True, exist_ok=True)
            assert main(writer.line(target)) in (0, 1), name
            found[name] = target.read_bytes()
        return found
    finally:
        os.chdir(before)


def _target(folder: Path, name: str, writer: Writer) -> Path:
    return folder / name / f"{writer.name}{writer.ending}"


@pytest.fixture
def folder(made: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in ("old.pptx", "logo.png"):
        (tmp_path / name).write_bytes(made[name])
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def _foreign(ending: str) -> bytes:
    out = io.BytesIO()
    if ending == ".pptx":
        Presentation().save(out)
    elif ending == ".png":
        Image.new("RGB", (9, 9)).save(out, "PNG")
    return {
        ".html": b"<!doctype html><p>x",
        ".pdf": b"%PDF-1.4 x",
        ".sarif": b'{"a": 1}',
        ".json": b'{"a": 1}',
        ".yaml": b"a: 1\n",
    }.get(ending, out.getvalue())


def _other(ending: str) -> bytes:
    return _foreign(".html" if ending == ".pptx" else ".pptx")


def _edited(data: bytes, ending: str) -> bytes:
    if ending != ".pptx":
        return data + b"\n"
    deck: Any = Presentation(io.BytesIO(data))
    deck.slides[0].shapes.title.text_frame.text = "Min"
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _stand(state: str, target: Path, ours: bytes, ending: str) -> None:
    """Put there what the state says."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if state == "folder":
        target.mkdir()
        (target / "mine.txt").write_text("mine", encoding="utf-8")
    elif state == "link":
        (target.parent / "real").write_bytes(_foreign(ending))
        target.symlink_to(target.parent / "real")
    elif state == "link-nowhere":
        target.symlink_to(target)
    elif state != "absent":
        data = {"edited": _edited(ours, ending), "foreign": _foreign(ending), "other": _other(ending)}.get(state, ours)
        target.write_bytes(data)
        if state == "read-only":
            target.chmod(0o444)


def _snapshot(folder: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        found[name] = path.readlink() if path.is_symlink() else path.read_bytes() if path.is_file() else None
    return found


STATES = ("edited", "foreign", "other", "read-only", "folder", "link", "link-nowhere")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", WRITERS)
def test_what_is_not_proved_ours_and_unchanged_stays(
    name: str, state: str, folder: Path, made: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    writer = WRITERS[name]
    target = _target(folder, name, writer)
    _stand(state, target, made[name], writer.ending)
    before = _snapshot(folder)
    code = main(writer.line(target))
    after = _snapshot(folder)
    told = capsys.readouterr().err
    if state == "folder" and name in INTO_FOLDERS:
        assert code == 0 and before.items() <= after.items()
        return
    assert code in (1, 2) and after == before
    assert target.name in told and "error:" in told and "Traceback" not in told


@pytest.mark.parametrize("name", WRITERS)
def test_ours_and_unchanged_is_written_again(name: str, folder: Path, made: dict[str, bytes]) -> None:
    writer = WRITERS[name]
    target = _target(folder, name, writer)
    _stand("ours", target, made[name], writer.ending)
    os.utime(target, (1, 1))
    code = main(writer.line(target))
    assert target.read_bytes() == made[name]
    assert (target.stat().st_mtime > 1) is writer.sealed
    assert code == 0 or not writer.sealed or name in ("html", "sarif", "png", "report")


@pytest.mark.parametrize("name", WRITERS)
def test_a_link_to_what_is_ours_is_followed_and_stays(name: str, folder: Path, made: dict[str, bytes]) -> None:
    writer = WRITERS[name]
    target = _target(folder, name, writer)
    target.parent.mkdir(parents=True)
    real = folder / f"elsewhere{writer.ending}"
    real.write_bytes(made[name])
    os.utime(real, (1, 1))
    target.symlink_to(real)
    main(writer.line(target))
    assert target.is_symlink() and (real.stat().st_mtime > 1) is writer.sealed


@pytest.mark.parametrize("state", ["edited", "foreign", "read-only", "other", "folder"])
@pytest.mark.parametrize("name", WRITERS)
def test_overwrite_replaces_a_file_of_the_same_kind_only(
    name: str, state: str, folder: Path, made: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    writer = WRITERS[name]
    target = _target(folder, name, writer)
    _stand(state, target, made[name], writer.ending)
    before = _snapshot(folder)
    code = main([*writer.line(target), "--overwrite"])
    if state == "folder" and name in INTO_FOLDERS:
        assert code == 0 and before.items() <= _snapshot(folder).items()
    elif state in ("other", "folder"):
        assert code in (1, 2) and _snapshot(folder) == before
    else:
        assert target.read_bytes() == made[name]
    capsys.readouterr()


@pytest.mark.parametrize("overwrite", [[], ["--overwrite"]])
@pytest.mark.parametrize("alias", ["itself", "link", "hard link"])
@pytest.mark.parametrize("name", [name for name, writer in WRITERS.items() if writer.input])
def test_an_input_is_never_written_over(
    name: str, alias: str, overwrite: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    writer = WRITERS[name]
    target = folder / writer.input
    if alias != "itself":
        target = folder / f"alias{writer.ending}"
        if alias == "link":
            target.symlink_to(folder / writer.input)
        else:
            target.hardlink_to(folder / writer.input)
    before = _snapshot(folder)
    assert main([*writer.line(target), *overwrite]) in (1, 2)
    assert _snapshot(folder) == before
    assert "never written over" in capsys.readouterr().err


def test_a_template_that_bears_the_new_deck_s_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy("old.pptx", "1281-lund-kort.pptx")
    before = _snapshot(folder)
    line = ["build", "lund", "--outline", "kort", "--template", "1281-lund-kort.pptx", "-o", ".", "--overwrite"]
    assert main(line) in (1, 2)
    assert _snapshot(folder) == before
    capsys.readouterr()


def test_a_built_deck_that_was_mended_refreshed_or_comes_from_elsewhere_is_not_built_over(
    folder: Path, made: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    """Our own writer's bytes are no proof: an owner's work may be in them."""
    target = folder / "1281-lund-kort.pptx"
    for data in (made["refresh"], made["rebrand"]):
        target.write_bytes(data)
        assert main(["build", "lund", "--outline", "kort", "-o", "."]) == 1
        assert target.read_bytes() == data
    capsys.readouterr()


def test_mending_takes_the_next_free_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck: Any = Presentation("old.pptx")
    deck.core_properties.title = ""
    deck.save("old.pptx")
    source = Path("old.pptx").read_bytes()
    main(["check", "old.pptx", "--fix"])
    first = Path("old-lagad.pptx").read_bytes()
    main(["check", "old.pptx", "--fix"])
    assert Path("old-lagad.pptx").read_bytes() == first and Path("old-lagad-2.pptx").is_file()
    assert Path("old.pptx").read_bytes() == source
    capsys.readouterr()


def test_settings_lose_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / ".vscode" / "settings.json"
    path.parent.mkdir()
    for kept in ('{"a": 1, "yaml.schemas": "mine"}', '{"a": 1, "a": 2}', '{"a": {"b": 1, "b": 2}}'):
        path.write_text(kept, encoding="utf-8")
        assert main(["schema"]) == 1
        assert path.read_text(encoding="utf-8") == kept and not (folder / "schemas").exists()
    capsys.readouterr()


def test_a_release_is_frozen_whole_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert put_folder(tmp_path / "r" / "2021", {"a.yaml": b"1", "sv/b.yaml": b"2"})
    before = _snapshot(tmp_path)
    assert not put_folder(tmp_path / "r" / "2021", {"a.yaml": b"3"})
    assert _snapshot(tmp_path) == before

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("deck.files.whole.os.fsync", full)
    with pytest.raises(Exception, match="no room left"):
        put_folder(tmp_path / "r" / "2022", {"a.yaml": b"3"})
    assert _snapshot(tmp_path) == before


# --- between the look and the writing -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", [None, HTML.seal(b"<!doctype html>1")])
@pytest.mark.parametrize("late", [False, True])
def test_what_comes_there_meanwhile_stays(
    before: bytes | None, late: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sida.html"
    if before is not None:
        path.write_bytes(before)
    real = os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        path.write_bytes(b"<!doctype html>mine")

    monkeypatch.setattr("deck.files.whole.os.fsync", fsync)
    if late and before is None:
        # After the last look: the step itself must not replace.
        monkeypatch.setattr("deck.files.whole.seen", lambda _path: None)
    with pytest.raises(Exception, match="changed while"):
        put(path, HTML.seal(b"<!doctype html>2"), HTML)
    assert path.read_bytes() == b"<!doctype html>mine"
    assert [item.name for item in tmp_path.iterdir()] == ["sida.html"]


@pytest.mark.parametrize("before", [None, HTML.seal(b"<!doctype html>1")])
def test_two_of_ours_at_once_are_both_done(before: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sida.html"
    if before is not None:
        path.write_bytes(before)
    real, others = os.fsync, [HTML.seal(b"<!doctype html>2"), HTML.seal(b"<!doctype html>3")]

    def fsync(handle: int) -> None:
        real(handle)
        if others:
            path.write_bytes(others.pop())

    monkeypatch.setattr("deck.files.whole.os.fsync", fsync)
    put(path, HTML.seal(b"<!doctype html>2"), HTML)
    assert path.read_bytes() == HTML.seal(b"<!doctype html>2") and not others
    assert [item.name for item in tmp_path.iterdir()] == ["sida.html"]


def test_no_pipe_or_device_is_written_over(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(Exception, match="no ordinary file"):
        put(pipe, b"", HTML, overwrite=True)
    assert pipe.is_fifo()


# --- one door -------------------------------------------------------------------------------------------------------------------


NAMES = {"write_bytes", "write_text", "hardlink_to", "symlink_to", "unlink", "rmdir", "rmtree", "copyfile", "copytree", "copy2"}
NAMES |= {"mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory"}
WORDS = {"os.link", "os.rename", "os.replace", "os.remove", "os.open", "shutil.move", "shutil.copy"}


def _mode(call: ast.Call) -> bool:
    """Whether a mode to write in is among the arguments of an `open`."""
    given = [item.value for item in (*call.args, *(word.value for word in call.keywords)) if isinstance(item, ast.Constant)]
    return any(isinstance(item, str) and len(item) <= 3 and set(item) & set("wax+") for item in given)


def _is_write(call: ast.Call) -> bool:
    words = ast.unparse(call.func)
    name = words.rpartition(".")[2]
    if name in NAMES or words in WORDS:
        return True
    if name in ("rename", "replace"):
        # A path's, not a string's (two arguments) or a record's (by keyword).
        return len(call.args) == 1 and not call.keywords and "path" in words.lower()
    return (name == "open" or words == "os.fdopen") and _mode(call)


def _writes(tree: ast.AST) -> Iterator[str]:
    """Calls that put a file anywhere, move one or take one away."""
    return (ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_write(node))


def test_no_module_writes_past_the_door() -> None:
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "deck").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if writes := list(_writes(ast.parse(path.read_text(encoding="utf-8")))):
            found[name] = writes
    # A pipe whose reader has gone leads to /dev/null from then on.
    assert found.pop("deck/cli/guard.py", None) == ["os.open"]
    assert set(found) == {"deck/files/door.py", "deck/files/whole.py"}, found


@pytest.mark.parametrize(
    "line",
    [
        "open(p, 'w')",
        "p.open('wb')",
        "p.open(mode='x')",
        "Path(p).write_text('')",
        "os.replace(a, b)",
        "shutil.move(a, b)",
        "Path(a).replace(b)",
        "tempfile.mkstemp()",
        "path.unlink()",
    ],
)
def test_the_search_finds_what_it_looks_for(line: str) -> None:
    assert list(_writes(ast.parse(line)))


def test_only_tools_for_developers_write_unasked() -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "deck").rglob("*.py")
        if {"put_mine", "write_atomic"}
        & {node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)}
    }
    assert users == {
        "deck/check/make_types.py",
        "deck/check/page.py",
        "deck/files/door.py",
        "deck/fonts/make_tables.py",
        "deck/fonts/scripts.py",
        "deck/locale/catalogue.py",
    }


def test_a_file_that_is_edited_through_us_is_written_as_long_as_it_is_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_bytes(b"a: 1\n")
    put_back(path, b"a: 2\n", b"a: 1\n")
    assert path.read_bytes() == b"a: 2\n"
    for read in (b"a: 1\n", b""):
        with pytest.raises(InputError, match="changed while we were at work"):
            put_back(path, b"a: 3\n", read)
    with pytest.raises(InputError):
        put_back(tmp_path / "nothing", b"a: 3\n", b"")
    assert path.read_bytes() == b"a: 2\n" and [item.name for item in tmp_path.iterdir()] == ["words.yaml"]


def test_what_a_killed_process_had_borrowed_goes_with_the_next_one_that_borrows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    words = "import os; from deck.files import borrowed\nwith borrowed('upload.pptx', b'x'): os._exit(9)"
    assert subprocess.run([sys.executable, "-c", words], env=os.environ | {"TMPDIR": str(tmp_path)}, check=False).returncode == 9
    assert len(list(tmp_path.glob("*/upload.pptx"))) == 1
    with borrowed("a", b"x") as folder, borrowed("b", b"x") as other:
        assert folder.is_dir() and other.is_dir() and not list(tmp_path.glob("*/upload.pptx"))
    assert not list(tmp_path.iterdir())
