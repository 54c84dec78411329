"""How many examples hypothesis tries where each takes seconds: few in each run, many where somebody has the time."""

from __future__ import annotations

import os

NIGHTLY = os.environ.get("DECK_EXAMPLES") == "many"


def examples(few: int, many: int) -> int:
    """`many` with DECK_EXAMPLES=many."""
    return many if NIGHTLY else few
