"""One deck, the whole way: how often it is laid out."""

from __future__ import annotations

import pytest
from refresh_corpus import edited, recognised, refreshed
from refresh_releases import RELEASES

from deck.layout import lay_out
from deck.refresh import written


def test_at_most_three_lay_outs(monkeypatch: pytest.MonkeyPatch) -> None:
    data = edited(["rewrite-first-bullet"]).data
    count = 0

    def counted(*given: object, **named: object) -> object:
        nonlocal count
        count += 1
        return lay_out(*given, **named)  # type: ignore[arg-type]

    recognised(data)
    monkeypatch.setattr(written, "lay_out", counted)
    assert refreshed(data, RELEASES["words"]()).package is not None
    # The base's own lay-out is held by the corpus: it is the third.
    assert count <= 2
