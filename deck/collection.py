"""What a run works on: a collection, a folder with content, graphic profiles, places and their borders. Without one it is the
Swedish guidance, which comes with deck. A process has one at a time; its worker processes have the same."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from deck.memory import forget

FILE = "deck.yaml"
_VARIABLE = "DECK_COLLECTION"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Paths are absolute. `lang`: the code (ISO 639) of the language that the content is written in, which others translate.
    `county_stem`: how the names of a county's files begin ("lan-12-skane")."""

    content: str = ""
    branding: str = ""
    places: str = ""
    borders: str = ""
    lang: str = "sv"
    county_stem: str = "lan"


OURS = Collection()
"""The Swedish guidance."""


def current() -> Collection:
    """The collection of this process; of a worker process that of the one that began it."""
    return _of(os.environ.get(_VARIABLE, ""))


@lru_cache(maxsize=4)
def _of(said: str) -> Collection:
    return Collection(**json.loads(said)) if said else OURS


def use(collection: Collection) -> None:
    """Work on this one from now on. What the process remembers of another is forgotten: no key names the collection."""
    if collection == current():
        return
    if collection == OURS:
        del os.environ[_VARIABLE]
    else:
        os.environ[_VARIABLE] = json.dumps(asdict(collection))
    forget()


def find_project(start: Path) -> Path | None:
    """The folder, `start` or one that it lies in, with a `deck.yaml` that says `collection:`."""
    here = start.resolve()
    return next((folder for folder in (here, *here.parents) if is_project(folder / FILE)), None)


def is_project(path: Path) -> bool:
    """Whether a file is a collection's; it is read where one is worked on (deck/source/project.py)."""
    try:
        lines = path.read_text("utf-8-sig", errors="replace").splitlines() if path.is_file() else []
    except OSError:
        return False
    return any(line.startswith("collection:") for line in lines)


def first_language() -> str:
    """The code (ISO 639) of the language that the content is written in."""
    return current().lang


def given_files() -> tuple[Path, ...]:
    """The files of its places, where it has its own."""
    return tuple(Path(path) for path in (current().places, current().borders) if path)
