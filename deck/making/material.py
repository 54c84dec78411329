"""What a content is read from, and the content, read once in a process as long as that stays what it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from deck.content.beside import Beside, GivenFigures
from deck.content.showing import Showing
from deck.making.recipe import Recipe
from deck.source import Snapshot, Stamp, once

if TYPE_CHECKING:
    from deck.content import Content

_MOST = 2_000_000
"""Bytes of a file of content: what its reader takes."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a content is read from: its folder as it was, and a sender's own."""

    release: str | None
    lang: str
    root: Path
    files: tuple[Snapshot, ...]
    local: Snapshot | None
    shown: tuple[Stamp, ...] = ()
    """The content's pictures."""
    named: tuple[Stamp, ...] = ()
    """The pictures and tables that the local.yaml names, also such as are not there."""
    beside: Beside | None = None
    """What the local.yaml names, in place of the files."""
    showing: Showing = Showing()
    figures: tuple[Path | GivenFigures, ...] = ()
    fallback: bool = False


def material_of(recipe: Recipe, local: Snapshot | None = None, beside: Beside | None = None) -> Material | None:
    """What there is to read now; None where a file cannot be read. `local`: material that is no file any
    more; `beside`: what it names."""
    from deck.content import content_root

    root = recipe.content_root or content_root()
    files, shown = once(("content", root, recipe.release), lambda: _standing(root, recipe.release))
    own = local or (Snapshot.of(recipe.local, _MOST) if recipe.local is not None else None)
    if None in files or (recipe.local is not None and own is None):
        return None
    named = _named(own) if own is not None and beside is None else ()
    return Material(
        release=recipe.release,
        lang=recipe.lang,
        root=root,
        files=tuple(item for item in files if item is not None),
        local=own,
        shown=shown,
        named=tuple(map(Stamp.of, (*named, *(item for item in recipe.figures if isinstance(item, Path))))),
        beside=beside,
        showing=recipe.showing,
        figures=recipe.figures,
        fallback=recipe.fallback,
    )


def _standing(root: Path, release: str | None) -> tuple[tuple[Snapshot | None, ...], tuple[Stamp, ...]]:
    """The content's files, and its pictures."""
    from deck.content.drafts import FOLDER, draft_folder
    from deck.content.releases import PICTURE_FOLDER

    drafts = root / FOLDER
    held = [path for path in sorted(root.rglob("*.yaml")) if not path.is_relative_to(drafts)]
    draft = draft_folder(release, root) if release is not None else None
    if draft is not None and draft != root:
        held += sorted(draft.rglob("*.yaml"))
    folders = (root, *sorted(root.glob("releases/*")), *filter(None, [draft]))
    shown = [path for folder in folders for path in sorted((folder / PICTURE_FOLDER).rglob("*"))]
    return tuple(Snapshot.of(path, _MOST) for path in held), tuple(map(Stamp.of, shown))


@lru_cache(maxsize=8)
def _named(local: Snapshot) -> tuple[Path, ...]:
    from deck.content.beside import files_named

    return files_named(local)


@lru_cache(maxsize=8)
def _read(material: Material) -> tuple[Content, str]:
    """The content, and what its material is known by."""
    from deck.content import load_content, with_own
    from deck.errors import InputError

    digest = hashlib.sha256(repr(material).encode()).hexdigest()
    plain = replace(material, local=None, named=(), beside=None, showing=Showing(), figures=())
    if plain != material:
        try:
            words = _read(plain)[0]
        except InputError:
            # All that is wrong is told at once, below.
            words = None
        if words is not None:
            content = with_own(
                words,
                material.root,
                frozen=material.release is not None,
                local=material.local,
                beside=material.beside,
                showing=material.showing,
                figures=material.figures,
            )
            return content, digest
    content = load_content(
        material.release,
        local=material.local,
        lang=material.lang,
        root=material.root,
        beside=material.beside,
        showing=material.showing,
        figures=material.figures,
        fallback=material.fallback,
    )
    return content, digest


def content_and_key(recipe: Recipe, local: Snapshot | None = None, beside: Beside | None = None) -> tuple[Content, str]:
    from deck.content import load_content

    material = material_of(recipe, local, beside)
    if material is not None:
        return _read(material)
    content = load_content(
        recipe.release,
        local=local or recipe.local,
        lang=recipe.lang,
        root=recipe.content_root,
        beside=beside,
        showing=recipe.showing,
        figures=recipe.figures,
        fallback=recipe.fallback,
    )
    return content, ""


def content_of(recipe: Recipe, local: Snapshot | None = None, beside: Beside | None = None) -> Content:
    """The content a recipe speaks of, read once in a process as long as it stays what it is. `local`: material in place of the
    recipe's that is no file any more; `beside`: what it names, where that is not to be read from files. Raises
    InputError with all that is wrong in it."""
    return content_and_key(recipe, local, beside)[0]
