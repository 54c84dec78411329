"""What is asked for, and what came of it. Plain values: they travel between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deck.diagnostics import Diagnostic, Severity
from deck.making.recipe import Recipe, RefreshRecipe


@dataclass(frozen=True, slots=True)
class BuildRequest(Recipe):
    """One deck, into the folder `out`. `strict`: a warning is as bad as an error. `overwrite`: even a file that its owner has
    edited. `also`: formats that it is given out in beside (`deck.formats`). `stem`: what its files are called, without an
    ending; where there is none they are called after place, outline and audience."""

    out: Path = Path("out")
    stem: str = ""
    strict: bool = False
    overwrite: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefreshRequest(RefreshRecipe):
    """One deck. `out`: default NAME-uppdaterad.pptx beside `source`. `mark`: what clashed is marked in the new file. `overwrite`:
    replace what stands where the new file goes, whatever it is; never what is read: by this, or with it (`beside`)."""

    out: Path | None = None
    dry_run: bool = False
    mark: bool = False
    overwrite: bool = False
    beside: tuple[Path, ...] = ()

    @property
    def reads(self) -> tuple[Path, ...]:
        """The files that it is made from."""
        given = (self.local, self.template, *self.figures, Path(self.base) if self.base else None)
        return self.source, *(path for path in given if path is not None), *self.beside


@dataclass(frozen=True, slots=True)
class Built:
    """`path` None: nothing was written, and `diagnostics` say why. `also`: what was written
    beside it, by format. `slides`: their number. `sha256`: of the deck's file."""

    request: BuildRequest
    place: str
    name: str
    path: Path | None
    slides: int = 0
    release: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    exit_code: int = 0
    sha256: str = ""
    also: Mapping[str, Path] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return self.path is not None

    @property
    def worst(self) -> Severity | None:
        return max((item.severity for item in self.diagnostics), default=None)

    def to_json(self) -> dict[str, Any]:
        return {
            "place": self.place,
            "name": self.name,
            "outline": self.request.outline,
            "audience": self.request.audience,
            "release": self.release,
            "path": self.path.as_posix() if self.path else None,
            "also": {name: path.as_posix() for name, path in self.also.items()},
            "slides": self.slides,
            "sha256": self.sha256 or None,
            "diagnostics": [item.to_json() for item in self.diagnostics],
        }
