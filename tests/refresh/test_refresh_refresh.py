"""One deck, the whole way: how often it is laid out, and what it is taken to say."""

from __future__ import annotations

import pytest
from odd_templates import made
from refresh_corpus import edited, recognised, refreshed
from refresh_releases import RELEASES

from deck.layout import lay_out
from deck.package import Relationship, open_package, package_bytes
from deck.refresh import written
from deck.refresh.plan import Decisions, Theirs
from deck.refresh.refresh import Remembered, refresh_deck
from deck.template import read_template


@pytest.fixture
def lay_outs(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Each lay-out that is made, but for the base's, which the corpus holds: it is one more."""
    made: list[object] = []

    def counted(*given: object, **named: object) -> object:
        made.append(given[0])
        return lay_out(*given, **named)  # type: ignore[arg-type]

    recognised(edited(["rewrite-first-bullet"]).data)
    monkeypatch.setattr(written, "lay_out", counted)
    return made


def test_at_most_three_lay_outs(lay_outs: list[object]) -> None:
    assert refreshed(edited(["rewrite-first-bullet"]).data, RELEASES["words"]()).package is not None
    assert len(lay_outs) <= 2


def test_at_most_four_in_another_look_and_three_without_news(lay_outs: list[object]) -> None:
    after = read_template(made("german"), name="german")
    known = recognised(edited(["rewrite-first-bullet"]).data)
    for theirs, most in ((RELEASES["words"](), 3), (known.base, 2)):
        lay_outs.clear()
        known = recognised(edited(["rewrite-first-bullet"]).data)
        sides = Theirs(presentation=theirs, template=after)
        assert refresh_deck(known, sides, Decisions(), Remembered(after.fingerprint)).package is not None
        assert len(lay_outs) <= most


def test_a_refreshed_deck_is_not_signed_and_that_is_said() -> None:
    package = open_package(edited(["rewrite-first-bullet"]).data, "test")
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    rels = {"": (*package.rels[""], Relationship("rIdSigned", kind, "_xmlsignatures/origin.sigs"))}
    signed = package_bytes(package.replace(parts={"_xmlsignatures/origin.sigs": b""}, rels=rels))
    outcome = refreshed(signed, RELEASES["words"]())
    assert outcome.package is not None and not [name for name in outcome.package.parts if "signature" in name]
    assert [item.code for item in outcome.diagnostics if item.code == "unsigned"] == ["unsigned"]
    assert not [item for item in refreshed(package_bytes(package), RELEASES["words"]()).diagnostics if item.code == "unsigned"]
