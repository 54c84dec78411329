"""How much is tried where each example takes seconds: few in each run, many where somebody has the time."""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

NIGHTLY = os.environ.get("DECK_EXAMPLES") == "many"


def examples(few: int, many: int) -> int:
    """`many` with DECK_EXAMPLES=many."""
    return many if NIGHTLY else few


def turns(name: str, others: Sequence[T], whole: int = 9) -> Sequence[T]:
    """Which of the others a name meets in each run: one, by a digest of the name, so that all have their turn over many names; of
    one in `whole` names all, that each meets the very same. All of all with DECK_EXAMPLES=many."""
    digest = zlib.crc32(name.encode())
    return others if NIGHTLY or not digest // len(others) % whole else (others[digest % len(others)],)
