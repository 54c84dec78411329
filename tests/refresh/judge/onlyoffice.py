"""ONLYOFFICE's own editor as a program of the judge's, where it is at hand.

It comes as a package of its own for Python (`document-builder`, AGPL), which is a tool of the tests and never a dependency of the
project's: it is installed in an environment of its own, and the judge calls that environment's Python.

    python -m venv ~/onlyoffice && ~/onlyoffice/bin/pip install document-builder==10.0.0.170
    export DECK_JUDGE_ONLYOFFICE=~/onlyoffice/bin/python
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from .package import NS, Package, q

PATH = "DECK_JUDGE_ONLYOFFICE"
NOTICE = "Unregistered Version"
"""What the package writes over every slide in a shape of its own, for it has no licence number."""
_SAVE = """
import sys
import docbuilder
builder = docbuilder.CDocBuilder()
assert builder.OpenFile(sys.argv[1], "") == 0, "cannot be opened"
assert builder.SaveFile("pptx", sys.argv[2]) == 0, "cannot be saved"
builder.CloseFile()
"""


def missing() -> str | None:
    """What to do where the editor is not at hand; None where it is."""
    program = os.environ.get(PATH)
    if program and Path(program).exists():
        return None
    return (
        f"ONLYOFFICE is not at hand: {PATH} is to name the Python of an environment with `document-builder` "
        f"(tests/refresh/judge/onlyoffice.py says how it is made)"
    )


def onlyoffice(package: Package, chance: Random) -> Package:
    """Opened and saved by the editor, its notice taken off.

    Raises RuntimeError where the editor is not at hand, or does not open or save the file.
    """
    if reason := missing():
        raise RuntimeError(reason)
    with TemporaryDirectory() as folder:
        before, after = Path(folder) / "deck.pptx", Path(folder) / "saved.pptx"
        package.write(before)
        command = [os.environ[PATH], "-c", _SAVE, str(before), str(after)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
        if done.returncode or not after.exists():
            raise RuntimeError(f"ONLYOFFICE: {done.stderr[-400:]}")
        return _without_notice(Package.read(after))


def _without_notice(package: Package) -> Package:
    for slide in package.slides():
        for shape in list(package.tree(slide).iter(q("p:sp"))):
            locks = shape.find("p:nvSpPr/p:cNvSpPr/a:spLocks", NS)
            said = "".join(text.text or "" for text in shape.iter(q("a:t")))
            if said == NOTICE and locks is not None and locks.get("noTextEdit") == "1":
                shape.getparent().remove(shape)
    return package
