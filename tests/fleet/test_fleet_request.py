"""What is asked for and what came of it: plain values that travel between processes."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from deck.diagnostics import Diagnostic, Severity
from deck.fleet import BuildRequest, Built

ERROR, INFO = (Diagnostic("x", severity, "fel") for severity in (Severity.ERROR, Severity.INFO))


@pytest.mark.parametrize(
    ("path", "said", "ok", "worst"),
    [
        (Path("out/a.pptx"), (), True, None),
        (Path("out/a.pptx"), (INFO,), True, Severity.INFO),
        (None, (INFO, ERROR), False, Severity.ERROR),
    ],
)
def test_an_answer(path: Path | None, said: tuple[Diagnostic, ...], ok: bool, worst: Severity | None) -> None:
    built = Built(
        BuildRequest("lund", "kort", "politiker"), "1281", "Lunds kommun", path, 8, "2021", said, 0, "ab" if path else ""
    )
    assert (built.ok, built.worst) == (ok, worst)
    assert pickle.loads(pickle.dumps(built)) == built
    found = json.loads(json.dumps(built.to_json()))
    assert found == {
        **{"place": "1281", "name": "Lunds kommun", "outline": "kort", "audience": "politiker", "release": "2021", "slides": 8},
        "also": {},
        **{"path": "out/a.pptx" if path else None, "sha256": "ab" if path else None},
        "diagnostics": [item.to_json() for item in said],
    }
