"""Files that programs lay beside a document are no documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.files import is_shadow


@pytest.mark.parametrize(
    ("name", "data", "answer"),
    [
        ("~$plan.pptx", b"\x05Kim", True),
        ("._plan.pptx", b"\x00\x05\x16\x07", True),
        ("~$plan.pptx", b"PK\x03\x04", False),
        ("plan.pptx", b"", False),
        (".plan.pptx", b"", False),
        ("~$gone.pptx", None, True),
    ],
)
def test_by_name_and_by_what_is_in_it(tmp_path: Path, name: str, data: bytes | None, answer: bool) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert is_shadow(tmp_path / name) == answer
