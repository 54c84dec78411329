"""The corpus of refreshes lies one room up, the folding of edits beside it."""

from __future__ import annotations

import sys
from pathlib import Path

ROOM = Path(__file__).resolve().parent.parent
sys.path[:0] = [folder for folder in (str(ROOM), str(ROOM / "merge")) if folder not in sys.path]
