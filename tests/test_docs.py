"""Every command and option is documented, and what the documents name exists."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import xlsxwriter

from deck.cli import main
from deck.cli.app import app

ROOT = Path(__file__).resolve().parent.parent
HANDBOOK = (ROOT / "docs/handbok.md").read_text(encoding="utf-8")


def commands(group: click.Group, prefix: str = "deck") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}", command


ALL = dict(commands(app))


@pytest.mark.parametrize("name", ALL)
def test_every_command_is_in_the_handbook(name: str) -> None:
    assert re.search(rf"`{re.escape(name)}\b", HANDBOOK), f"docs/handbok.md does not tell of `{name}`"


@pytest.mark.parametrize("name", ALL)
def test_every_command_and_option_has_a_help_text(name: str) -> None:
    command = ALL[name]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts[0]} has no help"


@pytest.mark.parametrize("name", ["build", "check", "refresh"])
def test_every_option_of_the_main_commands_is_in_the_handbook(name: str) -> None:
    command = ALL[f"deck {name}"]
    options = [max(p.opts, key=len) for p in command.params if isinstance(p, click.Option) and not p.hidden]
    missing = [option for option in options if f"`{option}" not in HANDBOOK and f" {option}" not in HANDBOOK]
    assert not missing, f"docs/handbok.md does not tell of {name} {', '.join(missing)}"


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name)
def test_links_and_pictures_of_a_page_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), f"{page.name} points to {target}, which is not there"


def test_documented_commands_exist() -> None:
    known = {name.split()[1] for name in ALL}
    for page in (ROOT / "README.md", ROOT / "docs/handbok.md"):
        for word in re.findall(r"`deck ([a-z]+)", page.read_text(encoding="utf-8")):
            assert word in known, f"{page.name} tells of `deck {word}`, which is not there"


# --- what the handbook says is run ---

_BLOCKS = re.findall(r"```yaml\n(.*?)```", HANDBOOK, re.DOTALL)
LOCAL = [block for block in _BLOCKS if block.startswith(("slides:", "figures:"))]
PASTED = [line.strip() for line in re.findall(r"^    ((?:deck|python3 build\.py) .+)$", HANDBOOK, re.MULTILINE)]
COLLECTION = ("deck new var-samling", "deck build alpha", "deck --project var-samling build alpha")
"""Typed one after the other, the second in the first's folder."""


def _beside(folder: Path) -> None:
    """The files that the handbook's examples name."""
    from PIL import Image

    (folder / "bilder").mkdir()
    Image.new("RGB", (1600, 900), "#336699").save(folder / "bilder/sjon.jpg")
    figures = re.search(r"^    (kod;.*\n(?:    .*\n)+)", HANDBOOK, re.MULTILINE)
    assert figures is not None
    (folder / "figures.csv").write_text(figures[1].replace("\n    ", "\n"), "utf-8")
    (folder / "siffror.csv").write_text("År;Ton\n2014;120\n2024;61\n", "utf-8")
    with xlsxwriter.Workbook(folder / "siffror.xlsx") as book:
        sheet = book.add_worksheet()
        for n, row in enumerate([("Åtgärd", "Ansvarig", "Klart"), ("Laddplatser", "Tekniska nämnden", "2027")]):
            sheet.write_row(n, 0, row)


@pytest.mark.parametrize("n", range(len(LOCAL)))
def test_what_the_handbook_writes_in_local_yaml_can_be_built(n: int, tmp_path: Path) -> None:
    _beside(tmp_path)
    if LOCAL[n].startswith("figures:"):
        (tmp_path / "figures.csv").replace(tmp_path / "siffror.csv")
    (tmp_path / "local.yaml").write_text(LOCAL[n], "utf-8")
    assert main(["build", "lund", "--local", str(tmp_path / "local.yaml"), "-o", str(tmp_path / "out")]) == 0


@pytest.mark.parametrize("line", dict.fromkeys(line for line in PASTED if line not in COLLECTION))
def test_what_the_handbook_tells_to_type_can_be_typed(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # build.py takes a place for "build"; what it does beside that has its own tests.
    words = shlex.split(line.replace("python3 build.py", "build").removeprefix("deck "))
    if words[:2] == ["figures", "fetch"]:  # asks a publisher
        ALL["deck figures fetch"].make_parser(click.Context(ALL["deck figures fetch"])).parse_args(words[2:])
        return
    _beside(tmp_path)
    (tmp_path / "figures.csv").replace(tmp_path / "siffror.csv")
    monkeypatch.chdir(tmp_path)
    assert main(words) == 0
    assert list(Path("out").glob("*.pptx"))


def test_a_collection_begins_as_the_handbook_tells(tmp_path: Path) -> None:
    assert set(COLLECTION) <= set(PASTED)
    for line, folder in zip(COLLECTION, (".", "var-samling", "."), strict=True):
        call = [sys.executable, "-m", "deck", *line.split()[1:]]
        subprocess.run(call, check=True, cwd=tmp_path / folder, env=_ours(), timeout=120)


def _ours() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_the_starter_files_pass_as_they_are_shipped(tmp_path: Path) -> None:
    words = ["build", "lund", "--strict", "--local", str(ROOT / "content/local.example.yaml"), "-o", str(tmp_path)]
    assert main(words) == 0
