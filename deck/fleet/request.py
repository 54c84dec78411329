"""What is asked for, and what came of it. Plain values: they travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deck.content.showing import Showing
from deck.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """One deck. `place` is anything that finds a place (code, name, slug). `release` None: the current content. `lang`: whose
    words of the content, by their folder (ISO 639: "sv"). `showing`: said beside the local material, and before it.
    `content_root` and `branding_root` None: the project's own. `strict`: a warning is as bad as an error. `overwrite`: even a
    file that its owner has edited."""

    place: str
    outline: str = "standard"
    audience: str = "alla"
    release: str | None = None
    local: Path | None = None
    template: Path | None = None
    out: Path = Path("out")
    lang: str = "sv"
    strict: bool = False
    overwrite: bool = False
    content_root: Path | None = None
    branding_root: Path | None = None
    showing: Showing = Showing()


@dataclass(frozen=True, slots=True)
class Built:
    """`path` None: nothing was written, and `diagnostics` say why. `slides`: their number. `sha256`: of the file."""

    request: BuildRequest
    place: str
    name: str
    path: Path | None
    slides: int = 0
    release: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    exit_code: int = 0
    sha256: str = ""

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
            "slides": self.slides,
            "sha256": self.sha256 or None,
            "diagnostics": [item.to_json() for item in self.diagnostics],
        }
