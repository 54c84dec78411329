"""JSON Schemas of the content's files: every field known, and our own files valid."""

from __future__ import annotations

import json

import pytest

from deck.content import content_root, schemas
from deck.content.model import GuidanceFile, ReleaseFile, ReviewsFile, SlidesFile, SourcesFile
from deck.content.outline import OutlinesFile
from deck.content.own import Local
from deck.content.words import REQUIRED_TERMS
from deck.source import load_yaml

MODELS = {
    "guidance.yaml": GuidanceFile,
    "sources.yaml": SourcesFile,
    "slides.yaml": SlidesFile,
    "outlines.yaml": OutlinesFile,
    "release.yaml": ReleaseFile,
    "reviews.yaml": ReviewsFile,
    "local.yaml": Local,
}


def test_schemas_know_every_field() -> None:
    found = schemas()
    assert {"slides.yaml", "sources.yaml", "outlines.yaml", "guidance.yaml", "local.yaml", "terms.yaml", "words.yaml"} <= set(
        found
    )
    assert set(found["local.yaml"]["properties"]) == {
        "lang",
        "event",
        "date",
        "speaker",
        "contact",
        "goals",
        "leave_out",
        "only",
        "order",
        "slides",
        "figures",
    }
    assert all(schema["$schema"].endswith("2020-12/schema") for schema in found.values())


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_has_the_models_fields_and_no_others(name: str) -> None:
    found = schemas()[name]
    assert set(found["properties"]) == set(MODELS[name].model_fields)
    assert found["additionalProperties"] is False
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_reference_leads_somewhere(name: str) -> None:
    schema = schemas()[name]

    def walk(node: object) -> None:
        if isinstance(node, dict):
            if isinstance(node.get("$ref"), str):
                assert node["$ref"].removeprefix("#/$defs/") in schema["$defs"], node["$ref"]
            for inner in node.values():
                walk(inner)
        elif isinstance(node, list):
            for inner in node:
                walk(inner)

    walk(schema)


def test_a_statement_may_be_its_bare_source_and_a_text_a_number() -> None:
    slides = schemas()["slides.yaml"]["$defs"]
    for name in ("Statement", "LineBlock"):
        short, _long = slides[name]["anyOf"]
        assert {"type": "string"} in short["anyOf"]
    assert "number" in slides["Statement"]["anyOf"][1]["properties"]["link"]["type"]


def test_terms_ask_for_what_a_language_must_hold() -> None:
    wanted = schemas()["terms.yaml"]["properties"]["terms"]["required"]
    assert set(wanted) == {path[0] for path in REQUIRED_TERMS}
    assert set(wanted) <= set(load_yaml(content_root() / "sv" / "terms.yaml").value["terms"])
