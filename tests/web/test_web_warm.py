"""What workers share is read before they are forked, and no thread is begun that they would wait for."""

from __future__ import annotations

import subprocess
import sys

from web_client import ROOT

CODE = """
import deck.web.warm, sys, threading
assert threading.active_count() == 1, threading.enumerate()
assert {"deck.pptx", "deck.layout", "deck.render", "lxml.etree"} <= set(sys.modules)
from deck.web.jobs.preview import preview
from deck.web.choices import DeckChoices
from deck.web.recipe import WantedDeck
print(len(preview(WantedDeck("1281", DeckChoices(outline="kort"), {})).value.cards))
"""


def test_warm() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0 and int(done.stdout) >= 6, done.stderr
