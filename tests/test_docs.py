"""Every command and option is documented, and what the documents name exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

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
