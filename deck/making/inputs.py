"""What one deck depends on, by its digests: where they are what they were, so is the deck, byte for byte."""

from __future__ import annotations

import hashlib
import os
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from pathlib import Path

from deck.collection import given_files
from deck.making.recipe import Recipe
from deck.places import Place, load_places

CODE = ("*.py", "*.json", "*.csv", "*.geojson", "*.yaml", "*.txt", "*.xml", "*.j2", "*.css", "*.js", "*.mo")
"""What of the package decides how a deck comes out: its modules and their data."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """`code`: deck itself, with the places and their borders. `content`: what is said, a sender's own material with it. `brand`:
    the graphic profile as it is resolved for the place. `template`: the template's file and settings. `asked`: what was chosen
    for this deck, and the time that SOURCE_DATE_EPOCH gives it. `complaints`: what there is to say of all these."""

    code: str
    content: str
    brand: str
    template: str
    asked: str
    complaints: str

    def differing(self, before: Inputs) -> tuple[str, ...]:
        """The names of what is not what it was."""
        return tuple(item.name for item in fields(self) if getattr(self, item.name) != getattr(before, item.name))

    def to_json(self) -> dict[str, str]:
        return asdict(self)


def inputs_of(recipe: Recipe, place: Place) -> Inputs:
    """Raises DeckError where something of it cannot be read."""
    from deck.brand import load_brand
    from deck.compose.figures import without_figures
    from deck.making.make import template_of
    from deck.making.material import content_and_key

    brand = load_brand(place, load_places(), root=recipe.branding_root)
    template = template_of(recipe, brand)
    content, material = content_and_key(recipe)
    time = os.environ.get("SOURCE_DATE_EPOCH", "")
    asked = repr(
        (place.code, recipe.outline, recipe.audience, recipe.release, recipe.lang, recipe.showing, recipe.fallback, time)
    )
    said = (*content.diagnostics, *brand.diagnostics, *template.diagnostics, *without_figures(content, place))
    return Inputs(
        code=code_digest(),
        content=material,
        brand=brand.fingerprint,
        template=template.fingerprint,
        asked=_short(asked.encode()),
        complaints=_short(repr(said).encode("utf-8", "replace")),
    )


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:24]


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Of the package's own files, and a collection's places, by their names and bytes, read once in a process."""
    root = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    own = {path for pattern in CODE for path in root.rglob(pattern)}
    for path in (*sorted(own), *given_files()):
        data = path.read_bytes()
        name = path.relative_to(root).as_posix() if path in own else path.name
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:24]
