"""One command on a machine with Python alone: sets up `.venv` beside this file, then hands over to `deck`.

python3 build.py lund          the same as `deck build lund`
python3 build.py places skane  any other command of `deck`
python3 build.py --self-test   the tests

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "deck-setup"
COMMANDS = (
    "build",
    "brand",
    "check",
    "completion",
    "content",
    "diff",
    "doctor",
    "figures",
    "new",
    "places",
    "preview",
    "refresh",
    "release",
    "schema",
    "serve",
    "site",
    "slides",
    "status",
    "template",
)


def fail(swedish: str, english: str) -> int:
    print(f"build.py: {swedish} / {english}", file=sys.stderr)
    return 4


def wanted(extra: str) -> str:
    """What the set-up depends on: the project file, the kind of set-up and the Python it was made with."""
    text = (ROOT / "pyproject.toml").read_bytes() + extra.encode() + sys.version.encode() + str(ROOT).encode()
    return hashlib.sha256(text).hexdigest()


def ready(extra: str) -> bool:
    try:
        stamps = STAMP.read_text(encoding="ascii").split()
    except OSError:
        return False
    return PYTHON.exists() and (wanted(extra) in stamps or wanted("[dev]") in stamps)


def set_up(extra: str) -> int:
    """Make `.venv` and install the project in it. Returns an exit code."""
    if ready(extra):
        return 0
    print("build.py: installerar, en gång … / setting up, once …", file=sys.stderr)
    try:
        if not PYTHON.exists():
            venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        return fail(
            f"kunde inte skapa {VENV} ({error}). Installera Pythons venv (på Debian: python3-venv) och försök igen",
            "could not make the environment; install Python's venv module and try again",
        )
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", f"{ROOT}{extra}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print("\n".join(done.stderr.splitlines()[-8:]), file=sys.stderr)
        return fail(
            "installationen misslyckades, se ovan. Har datorn kontakt med nätet (eller er interna paketkälla)?",
            "the installation failed, see above; is the network (or your package index) reachable?",
        )
    STAMP.write_text(wanted(extra), encoding="ascii")
    return 0


def run_as() -> str:
    """What its user wrote to start this file, as far as it can be known."""
    here = os.path.relpath(__file__) if Path.cwd().anchor == ROOT.anchor else str(Path(__file__).resolve())
    short = here if not here.startswith("..") else str(Path(__file__).resolve())
    python = "py" if os.name == "nt" else "python3"
    return f'{python} "{short}"' if " " in short else f"{python} {short}"


def main(words: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything has checked the version
        return fail(
            f"Python 3.11 eller nyare behövs, det här är {sys.version.split()[0]}. Hämta en nyare på python.org",
            "Python 3.11 or newer is needed",
        )
    self_test = words[:1] == ["--self-test"]
    code = set_up("[dev]" if self_test else "")
    if code:
        return code
    if self_test:
        command = [str(PYTHON), "-m", "pytest", "-n", "2", "--dist", "worksteal", *words[1:]]
    elif words and not words[0].startswith("-") and words[0] not in COMMANDS:
        command = [str(PYTHON), "-m", "deck", "build", *words]
    else:
        command = [str(PYTHON), "-m", "deck", *(words or ["--help"])]
    try:
        # Its messages name commands as they are written here.
        environment = os.environ | {"DECK_RUN_AS": run_as()}
        return subprocess.run(command, cwd=ROOT if self_test else None, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
