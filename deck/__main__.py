"""`python -m deck`."""

from __future__ import annotations

import sys

from deck.cli import main

if __name__ == "__main__":
    sys.exit(main())
