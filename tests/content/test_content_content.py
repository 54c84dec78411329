"""The whole content: its terms."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deck.content import load_content

SMALL = Path(__file__).parent / "small"


@pytest.mark.parametrize(
    ("path", "words"),
    [(("suggestion",), "Förslag"), (("sections", "start"), "Början"), (("sections", "slut"), "slut"), (("nowhere",), "nowhere")],
)
def test_a_term_or_its_own_name_where_the_language_has_none(path: tuple[str, ...], words: str) -> None:
    assert load_content(root=SMALL).term(*path) == words


def test_contents_are_told_apart_by_identity_so_none_takes_what_is_remembered_of_another() -> None:
    one, other = load_content(root=SMALL), load_content(root=SMALL)
    assert one != other and one.fingerprint == other.fingerprint
    assert len({one, other}) == 2
    assert replace(one) not in {one, other}
    assert str(one.positions["second"]).endswith("sv/slides.yaml:5:3")
