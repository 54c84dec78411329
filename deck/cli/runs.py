"""How this run was called, so that a command which a message names can be pasted as it stands."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

AS = "DECK_RUN_AS"
"""Set by build.py: how its user started it ("python3 build.py")."""
_NAMED = re.compile(r"`deck(?=[ `])")


def runs_as() -> str:
    """What one writes to run deck on this machine: "deck" where that is on the path."""
    if given := os.environ.get(AS, "").strip():
        return given
    if Path(sys.argv[0]).parts[-2:] == ("deck", "__main__.py") and shutil.which("deck") is None:
        name = Path(sys.executable).name
        found = shutil.which(name)
        same = found is not None and Path(found).samefile(sys.executable) and Path(found).parent == Path(sys.executable).parent
        return f"{shlex.quote(name if same else os.path.relpath(sys.executable))} -m deck"
    return "deck"


def pasteable(words: str) -> str:
    """`words` with the commands in them written as on this machine."""
    return _NAMED.sub(lambda _found: f"`{runs_as()}", words) if "`deck" in words else words
