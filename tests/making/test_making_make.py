"""One deck made in memory: the package, the file's name, and nothing where what is wrong is bad enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.diagnostics import Diagnostic, Diagnostics, Severity
from deck.errors import DeckError
from deck.making import MadeDeck, Recipe, make, template_for
from deck.places import load_places
from deck.pptx.manifest import read_manifest


def made(recipe: Recipe, bar: Severity = Severity.ERROR) -> tuple[MadeDeck, Diagnostics]:
    diagnostics = Diagnostics()
    return make(recipe, load_places().find(recipe.place), diagnostics, bar), diagnostics


def test_a_deck_is_made_and_written_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found, diagnostics = made(Recipe("lund", "kort"))
    assert found.package is not None and not diagnostics.errors
    assert (found.stem, found.slides) == (
        "1281-lund-kort",
        sum(name.startswith("ppt/slides/slide") for name in found.package.parts),
    )
    manifest = read_manifest(found.package)
    assert manifest is not None and (manifest.base.place, manifest.base.release) == ("1281", found.release)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("severity", "bar", "ready"),
    [
        (Severity.INFO, Severity.WARNING, True),
        (Severity.WARNING, Severity.ERROR, True),
        (Severity.WARNING, Severity.WARNING, False),
        (Severity.ERROR, Severity.ERROR, False),
    ],
)
def test_where_it_is_too_bad_there_is_no_deck(
    severity: Severity, bar: Severity, ready: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Diagnostic("w", severity, "look at this")
    monkeypatch.setattr("deck.layout.audit", lambda _laid_out: [said])
    found, diagnostics = made(Recipe("lund", "kort"), bar)
    assert (found.package is not None) == ready and said in diagnostics
    assert found.slides and found.stem and found.release


def test_whose_template_it_is() -> None:
    from deck.brand import load_brand
    from deck.template import default_template_path, read_template

    places = load_places()
    lund = places.find("lund")
    brand = load_brand(lund, places)
    given, branded = template_for(Recipe("1281", template=default_template_path()), brand), template_for(Recipe("1281"), brand)
    assert given.fingerprint == read_template(default_template_path()).fingerprint, "one that is given keeps its own look"
    assert branded.fingerprint != given.fingerprint
    with pytest.raises(DeckError):
        template_for(Recipe("1281", template=Path("saknas.potx")), brand)
