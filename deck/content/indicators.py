"""indicators.yaml: how a figure is told, whoever's figure it is. It is no part of a release: the figures are the sender's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from deck.content.blocks import NAMES_SCHEMA, named
from deck.diagnostics import Diagnostics
from deck.source import Strict, load_yaml, validate

FILE = "indicators.yaml"
COUNTY, COUNTRY = "county", "country"
"""What a place may be held against by its relation to it, in `compare`."""
Compared = Annotated[tuple[str, ...], BeforeValidator(named), WithJsonSchema(NAMES_SCHEMA)]


class Telling(Strict):
    """How an indicator is told, where the figures' file does not say it, or says it in words that nobody reads. `direction`: the
    way that is better. `compare`: "county", "country", or places as the file calls them; [] for none. `source`: who publishes it;
    `fetched`: the day of it; `licence`: the line that the publisher asks for."""

    name: str = Field(default="", max_length=120)
    unit: str = Field(default="", max_length=40)
    direction: Literal["up", "down", ""] = ""
    compare: Compared = (COUNTY, COUNTRY)
    source: str = Field(default="", max_length=120)
    fetched: str = Field(default="", max_length=20)
    licence: str = Field(default="", max_length=120)

    def over(self, other: Telling) -> Telling:
        """What is said here, else what is said there."""
        return other.model_copy(update={name: getattr(self, name) for name in self.model_fields_set & set(Telling.model_fields)})


class IndicatorsFile(Strict):
    """An indicator, by its key or name in the figures' files → how it is told. Those that are named here are the ones that a file
    with many is shown by."""

    indicators: dict[str, Telling] = Field(default_factory=dict)


def load_indicators(root: Path, diagnostics: Diagnostics) -> Mapping[str, Telling]:
    """Those of a content's folder; none where it has no such file."""
    path = root / FILE
    if not path.is_file():
        return {}
    found = validate(IndicatorsFile, load_yaml(path, diagnostics=diagnostics), diagnostics)
    return found.indicators if found is not None else {}


__all__ = ["COUNTRY", "COUNTY", "FILE", "Compared", "IndicatorsFile", "Telling", "load_indicators"]
