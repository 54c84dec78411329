"""JSON Schemas of the content's YAML files, for editors."""

from __future__ import annotations

from typing import Any

from deck.content.indicators import IndicatorsFile
from deck.content.model import GuidanceFile, ReleaseFile, ReviewsFile, SlidesFile, SourcesFile
from deck.content.outline import OutlinesFile
from deck.content.own import Local
from deck.content.words import REQUIRED_TERMS

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXTS: dict[str, Any] = {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"$ref": "#/$defs/texts"}}]}


def schemas() -> dict[str, dict[str, Any]]:
    """File name → JSON Schema (2020-12)."""
    models = {
        "guidance.yaml": GuidanceFile,
        "sources.yaml": SourcesFile,
        "slides.yaml": SlidesFile,
        "outlines.yaml": OutlinesFile,
        "release.yaml": ReleaseFile,
        "reviews.yaml": ReviewsFile,
        "indicators.yaml": IndicatorsFile,
        "local.yaml": Local,
    }
    found = {name: {"$schema": _DRAFT, **_loose(model.model_json_schema(by_alias=True))} for name, model in models.items()}
    found["words.yaml"] = {
        "$schema": _DRAFT,
        "title": "Words",
        "type": "object",
        "properties": {"slides": {"type": "object", "additionalProperties": {"$ref": "#/$defs/texts"}}},
        "required": ["slides"],
        "additionalProperties": False,
        "$defs": {"texts": _TEXTS},
    }
    found["terms.yaml"] = {
        "$schema": _DRAFT,
        "title": "Terms",
        "type": "object",
        "properties": {"terms": {"type": "object", "required": sorted({path[0] for path in REQUIRED_TERMS})}},
        "required": ["terms"],
        "additionalProperties": False,
    }
    return found


def _loose(schema: Any) -> Any:
    """Editors read 5 as a number and 0114 as they please; here every scalar is a string, so both forms are let through. A
    statement or line may be written as its bare source."""
    if isinstance(schema, list):
        return [_loose(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _loose(value) for key, value in schema.items()}
    if found.get("type") == "string" and "enum" not in found and "const" not in found:
        found["type"] = ["string", "number", "boolean", "null"] if "pattern" not in found else ["string", "number"]
    for name in ("Statement", "LineBlock"):
        definitions = found.get("$defs", {})
        if name in definitions:
            short = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
            definitions[name] = {"anyOf": [short, definitions[name]]}
    return found
