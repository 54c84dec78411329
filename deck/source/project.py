"""`deck.yaml` of a collection: where its content, profiles and places lie."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from deck.collection import FILE, Collection, is_project
from deck.diagnostics import Diagnostics, Where
from deck.errors import InputError, UsageError
from deck.i18n import _
from deck.source.load import load_yaml
from deck.source.snapshot import display
from deck.source.validate import Strict, validate

SECTION = "collection"


class CollectionModel(Strict):
    """Paths are from the file's folder. `lang`: the language that the content is written in first (ISO 639). `county`: how the
    names of a county's files begin."""

    content: str = "content"
    branding: str = "branding"
    places: str = "places.csv"
    borders: str = "borders.geojson"
    lang: str = Field(default="sv", pattern="^[a-z]{2,3}$")
    county: str = Field(default="county", pattern="^[a-z]{1,20}$")


class ProjectModel(Strict):
    """`check` is what `deck check` is told there."""

    collection: CollectionModel = CollectionModel()
    check: Any = None


def read_project(folder: Path) -> Collection:
    """Raises UsageError where the folder is no collection, InputError with everything that is wrong in its deck.yaml."""
    path = folder / FILE
    if not is_project(path):
        message = _("the folder is no collection: there is no deck.yaml with “collection:” in it")
        raise UsageError.of(
            "no-collection", message, Where(display(folder)), _("`deck new {folder}` begins one").format(folder=folder)
        )
    found = Diagnostics()
    tree = load_yaml(path, diagnostics=found)
    model = validate(ProjectModel, tree, found) if not found.errors else None
    if model is None or found.errors:
        raise InputError(found)
    said = model.collection
    root = folder.resolve()
    for name in ("content", "branding", "places", "borders"):
        if not (root / getattr(said, name)).exists():
            message = _("there is no “{path}”").format(path=getattr(said, name))
            hint = _("make it, or say in {file} where it is").format(file=FILE)
            if name != "branding":
                found.error("missing-file", message, tree.where((SECTION, name)), hint)
    if found.errors:
        raise InputError(found)
    return Collection(
        content=str(root / said.content),
        branding=str(root / said.branding),
        places=str(root / said.places),
        borders=str(root / said.borders),
        lang=said.lang,
        county_stem=said.county,
    )
