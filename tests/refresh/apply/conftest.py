"""The corpus of refreshes and the folding of edits lie one room up."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
