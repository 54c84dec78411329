"""A deck given out, byte for byte as the command line gives it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from deck.cli import main
from deck.errors import InputError
from deck.formats import ALSO
from deck.web.choices import DeckChoices, OwnSlideChoice
from deck.web.jobs.give import give, kit
from deck.web.recipe import WantedDeck

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><rect width="100" height="40" fill="#0a7d3c"/></svg>'
CHOICES = DeckChoices(
    outline="kort",
    audience="politik",
    leave_out=("sources",),
    showing={"tillfalle": "Miljödagen", "datum": "2026-11-27"},
    contact={"namn": "Kim Berg", "epost": "kim@lund.se"},
    goals=("Fler insekter",),
    own=(OwnSlideChoice(title="Vi", points=("ett", "två"), notes="Säg så"),),
    accent="0A7D3C",
)


def test_the_kit_s_command_gives_the_same_bytes_in_every_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "logotyp.svg").write_bytes(SVG)
    wanted = WantedDeck("1281", CHOICES, {"logotyp.svg": tmp_path / "logotyp.svg"})
    name, data = kit(wanted)
    assert name == "1281-lund-kommandorad.zip" and kit(wanted)[1] == data
    (tmp_path / "kit").mkdir()
    zipfile.ZipFile(io.BytesIO(data)).extractall(tmp_path / "kit")
    monkeypatch.chdir(tmp_path / "kit")
    words = Path("kommando.txt").read_text(encoding="utf-8").split()
    assert words[:2] == ["python3", "build.py"]
    assert main(["build", *words[2:], "--pdf", "--handout", "--html", "-o", "out"]) == 0
    made = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    for form in ("pptx", *(item.name for item in ALSO)):
        called, given = give(wanted, form)
        assert given == made.pop(called), form
    assert not made


def test_what_cannot_be_is_refused_whole() -> None:
    with pytest.raises(InputError, match="fel"):
        give(WantedDeck("1281", DeckChoices(contact={"namn": "Kim", "epost": "fel"}), {}), "pptx")
