"""What one deck is made from, and what it is brought up to date with. Frozen values: they travel between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from deck.collection import first_language
from deck.content.beside import GivenFigures
from deck.content.showing import Showing

if TYPE_CHECKING:
    from deck.refresh.outcome import Choice


@dataclass(frozen=True, slots=True)
class Recipe:
    """One deck. `place` is anything that finds a place (code, name, slug). `release` None: the current content. `lang`: whose
    words of the content, by their folder (ISO 639: "sv"). `content_root` and `branding_root` None: the project's own.
    `showing`: said beside the local material, and before it. `figures`: beside those that the local material names. `fallback`:
    what the language has no words for is in Swedish."""

    place: str
    outline: str = "standard"
    audience: str = "alla"
    release: str | None = None
    local: Path | None = None
    template: Path | None = None
    lang: str = field(default_factory=first_language)
    content_root: Path | None = None
    branding_root: Path | None = None
    showing: Showing = Showing()
    figures: tuple[Path | GivenFigures, ...] = ()
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class RefreshRecipe:
    """An edited deck, `source`, and what it is to follow. `base` (and `place`, `lang`) for a file that has lost its memory: a
    release, an earlier file of the deck, or a folder of such; `release`: a frozen release, not the current content. `template`:
    move the deck into it; `rebrand`: whether to move it into the place's profile (None: where that has changed and the owner has
    not chosen another look). `fallback`: as of a recipe; a deck made so is refreshed so. `resolve`: conflict key → choice.
    `status_only`: tell what would come, and write nothing of it."""

    source: Path
    base: str | None = None
    place: str | None = None
    release: str | None = None
    local: Path | None = None
    template: Path | None = None
    rebrand: bool | None = None
    resolve: Mapping[str, Choice] = field(default_factory=dict)
    prefer: Choice | None = None
    status_only: bool = False
    figures: tuple[Path, ...] = ()
    lang: str | None = None
    content_root: Path | None = None
    branding_root: Path | None = None
    fallback: bool = False
