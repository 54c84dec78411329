"""The language that a deck is made in where no command says it: that of the sender's local.yaml, else of the place's profile."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from deck.brand.cascade import branding_root, layers_of
from deck.collection import first_language
from deck.content import content_root
from deck.content.language import known_language
from deck.diagnostics import Diagnostics, Where
from deck.places import load_places
from deck.source import Snapshot, SourceLimits, load_yaml

SpokenThere = tuple[str, Where]
"""A language's code, and where it is said."""


def language_of(place: str, *, local: Path | None = None, branding: Path | None = None, content: Path | None = None) -> str:
    """The code of the language (ISO 639); the content's first where nothing is said. `place`: its code; `branding`, `content`:
    other folders than the collection's. Raises UsageError where the content has no words in it. What else is wrong in the two
    files is told by who reads them."""
    said = _of_local(local) or _of_profile(place, branding or branding_root())
    if said is None:
        return first_language()
    known_language(said[0], content or content_root(), said[1])
    return said[0]


def _of_local(path: Path | None) -> SpokenThere | None:
    taken = Snapshot.of(path, SourceLimits().size) if path is not None else None
    return _read(taken) if taken is not None else None


@lru_cache(maxsize=8)
def _read(taken: Snapshot) -> SpokenThere | None:
    tree = load_yaml(taken, diagnostics=Diagnostics())
    said = tree.get(("lang",))
    return (said, tree.where(("lang",))) if isinstance(said, str) and said else None


def _of_profile(code: str, root: Path) -> SpokenThere | None:
    places = load_places()
    layers = layers_of(places.find(code), places, root, Diagnostics())
    return next(((layer.file.lang, layer.tree.where(("lang",))) for layer in reversed(layers) if layer.file.lang), None)


__all__ = ["language_of"]
