"""What the doctor says of an uploaded template."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from deck.errors import DeckError
from deck.web.jobs.template import template


def test_a_template_is_told_of_and_tried(tmp_path: Path) -> None:
    Presentation().save(str(tmp_path / "mall.pptx"))
    advice = template(tmp_path / "mall.pptx", "1281")
    assert advice.sentence and len(advice.slides) >= 3
    assert all(slide.svg and slide.key for slide in advice.slides)
    assert all(message for message, _hint in advice.flaws)


def test_what_is_no_template_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mall.potx").write_bytes(b"PK no")
    with pytest.raises(DeckError):
        template(tmp_path / "mall.potx", "1281")
