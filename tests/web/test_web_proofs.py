"""The proof is made once for each state of the files; who waits is told so."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, cast

import pytest

from deck.web import proofs
from deck.web.jobs.proof import ProofRow
from deck.web.pool import Pool, RefusedJob
from deck.web.proofs import ProofDesk, ProofUnderWay


def row(part: str, file: str = "sv/slides.yaml", line: int = 1) -> ProofRow:
    return ProofRow(file=file, line=line, slide="", title="", level="info", message=part, hint="")


class SlowPool:
    """Gives a row for each part, and one that both have, when `ready` is set."""

    def __init__(self) -> None:
        self.ready, self.asked, self.fails = asyncio.Event(), list[tuple[str, str]](), False

    async def run(self, name: str, _root: Path, part: str, *, lang: str, **_more: Any) -> tuple[ProofRow, ...]:
        assert name == "edit-proof"
        self.asked.append((part, lang))
        await self.ready.wait()
        if self.fails:
            raise RefusedJob(())
        return (row(part, line=9 if part == "words" else 2), row("both", file="a.yaml"))


def test_who_waits_is_told_so_and_what_is_made_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofs, "AT_ONCE", 0.01)
    (tmp_path / "sv").mkdir()
    words = tmp_path / "sv" / "slides.yaml"
    words.write_text("a: b\n")

    async def looked() -> None:
        pool = SlowPool()
        desk = ProofDesk(cast("Pool", pool))
        assert await desk.look(tmp_path, "sv") == await desk.look(tmp_path, "sv") == ProofUnderWay(0, 0)
        assert pool.asked == [("words", "sv"), ("decks", "sv")]
        pool.ready.set()
        found = await desk.look(tmp_path, "sv")
        assert found == await desk.look(tmp_path, "sv")
        assert isinstance(found, tuple) and [item.message for item in found] == ["both", "decks", "words"]
        assert len(pool.asked) == 2
        (tmp_path / "releases").mkdir()
        (tmp_path / "releases" / "x.yaml").write_text("a")
        await desk.look(tmp_path, "sv")
        assert len(pool.asked) == 2, "what is frozen is not proofed"
        words.write_text("a: other\n")
        await desk.look(tmp_path, "sv")
        assert len(pool.asked) == 4

    asyncio.run(looked())


def test_after_a_fault_it_begins_anew(tmp_path: Path) -> None:
    async def looked() -> None:
        pool = SlowPool()
        pool.ready.set()
        pool.fails = True
        desk = ProofDesk(cast("Pool", pool))
        for _n in range(2):
            with pytest.raises(RefusedJob):
                await desk.look(tmp_path, "sv")
        pool.fails = False
        assert isinstance(await desk.look(tmp_path, "sv"), tuple)

    asyncio.run(looked())
