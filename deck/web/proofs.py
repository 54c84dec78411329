"""The guidance's proof: it takes some seconds, so that it is made once for each state of the files, and who waits is told so."""

from __future__ import annotations

import asyncio
import hashlib
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deck.web.jobs.proof import ProofRow
    from deck.web.pool import Pool

SHARE = 60.0
"""Seconds of the processor that a part of it may take."""
AT_ONCE = 0.3
"""Seconds that a page waits for it, before it says that it is under way."""
PARTS = ("words", "decks")
"""Made side by side: spelling and style; what a build says."""


@dataclass(frozen=True, slots=True)
class ProofUnderWay:
    """Since how many seconds, and how many it took the last time (0 where nobody knows)."""

    since: int
    usual: int


@dataclass(slots=True)
class ProofDesk:
    """One of a server. Of each state the last is kept."""

    pool: Pool
    _made: dict[str, tuple[str, float, asyncio.Task[tuple[ProofRow, ...]]]] = field(default_factory=dict)
    _took: float = 0.0

    async def look(self, root: Path, lang: str) -> tuple[ProofRow, ...] | ProofUnderWay:
        """The rows, in the language of who reads them. Raises as Pool.run; then the next who asks begins anew."""
        state = await asyncio.to_thread(_state, root)
        was, began, task = self._made.get(lang, ("", 0.0, None))
        if task is None or was != state:
            began = time.monotonic()
            task = asyncio.create_task(self._proofed(root, lang))
            self._made[lang] = state, began, task
        await asyncio.wait({task}, timeout=AT_ONCE)
        if not task.done():
            return ProofUnderWay(round(time.monotonic() - began), round(self._took))
        if task.cancelled() or task.exception() is not None:
            self._made.pop(lang, None)
        return task.result()

    async def _proofed(self, root: Path, lang: str) -> tuple[ProofRow, ...]:
        began = time.monotonic()
        jobs = [self.pool.run("edit-proof", root, part, lang=lang, seconds=SHARE, about=(part,)) for part in PARTS]
        found: list[tuple[ProofRow, ...]] = await asyncio.gather(*jobs)
        self._took = time.monotonic() - began
        # A fault that both met is told once.
        rows = dict.fromkeys(row for rows in found for row in rows)
        return tuple(sorted(rows, key=lambda row: (row.file, row.line)))


def _state(root: Path) -> str:
    """Of all that is read: releases are not."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.relative_to(root).parts[0] != "releases":
            seen = path.stat()
            digest.update(f"{path}\0{seen.st_mtime_ns}\0{seen.st_size}\0".encode())
    return digest.hexdigest()
