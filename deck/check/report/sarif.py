"""The findings as SARIF 2.1.0 (OASIS), which editors and code hosts read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from deck.check.model import Finding, Rule
from deck.check.report.gather import Judged, rules_of
from deck.diagnostics import Diagnostic, Severity
from deck.i18n import _, languages

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": _(rule.title)},
        "fullDescription": {"text": _(rule.why)},
        "help": {"text": _(rule.mend)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _uri(name: str) -> str:
    path = Path(name)
    return path.as_uri() if path.is_absolute() else path.as_posix()


def _result(item: Finding, name: str, index: dict[str, int], reason: str = "") -> dict[str, Any]:
    logical = [f"slide {item.where.slide}"] if item.where.slide else [item.where.part] if item.where.part else []
    logical += [item.where.shape] if item.where.shape else []
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(name)}}}
    if logical:
        place["logicalLocations"] = [{"fullyQualifiedName": "/".join(logical), "name": logical[-1], "kind": "element"}]
    print_of = "\0".join((item.rule.code, *logical, item.message))
    found: dict[str, Any] = {
        "ruleId": item.rule.code,
        "ruleIndex": index[item.rule.code],
        "level": LEVELS[item.level],
        "message": {"text": f"{item.message}. {item.hint or _(item.rule.mend)}"},
        "locations": [place],
        "partialFingerprints": {"finding/v1": hashlib.sha256(print_of.encode()).hexdigest()[:32]},
    }
    if reason:
        found["suppressions"] = [{"kind": "external", "justification": reason}]
    return found


def _fault(item: Diagnostic, name: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(item.where.file or name)}}
    if item.where.line:
        physical["region"] = {"startLine": item.where.line, **({"startColumn": item.where.column} if item.where.column else {})}
    text = item.message + (f". {item.hint}" if item.hint else "")
    return {
        "ruleId": item.code,
        "level": LEVELS[item.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": physical}],
    }


def as_sarif(judged: Iterable[Judged], version: str) -> dict[str, Any]:
    """One run of deck `version` over all files. Silenced findings are in it, with their reasons as suppressions."""
    all_files = list(judged)
    rules = list(rules_of(all_files))
    index = {rule.code: n for n, rule in enumerate(rules)}
    results = [
        result
        for one in all_files
        for result in (
            *(_result(item, one.name, index) for item in one.findings),
            *(_result(item, one.name, index, reason) for item, reason in one.silenced),
            *(_fault(item, one.name) for item in one.faults),
        )
    ]
    driver = {"name": "deck", "version": version, "semanticVersion": version, "rules": [_rule(rule) for rule in rules]}
    language = languages()[0].replace("_", "-")
    run = {
        "tool": {"driver": {**driver, "language": language if language[:2] in ("sv", "en") else "en"}},
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
