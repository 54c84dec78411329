"""A template with several masters is one and the same wherever it is asked for, and again in the deck that was made of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from odd_templates import two_masters

from deck.fleet import BuildRequest, build_one
from deck.making.extra import SAMPLES
from deck.making.settle import sample_place, settled_template
from deck.package import open_package, package_bytes
from deck.pptx.manifest import read_manifest
from deck.template import default_template_path, read_template, template_of
from deck.template.sampled import samples_from


@pytest.fixture
def doubled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Unseen, the first of its two masters would be taken; a deck takes fewer slides in the second."""
    first = "ppt/slideLayouts/slideLayout"
    monkeypatch.setattr(
        "deck.template.reader.master_worth", lambda _roles, drawn, _uses, _cover: float(drawn[0].layout.part.startswith(first))
    )
    monkeypatch.setattr(
        "deck.layout.masters._strain", lambda template, _told: (0, 40 if template.samples.master.startswith("0/") else 30)
    )
    path = tmp_path / "två.pptx"
    path.write_bytes(package_bytes(two_masters()))
    return path


def test_a_deck_has_the_master_that_words_chose_and_a_refresh_finds_it_again(doubled: Path, tmp_path: Path) -> None:
    unseen, chosen = read_template(doubled), settled_template(doubled)
    assert unseen.roles["content"].layout.master != chosen.roles["content"].layout.master
    assert settled_template(doubled).roles == chosen.roles
    built = build_one(BuildRequest("1281", "kort", template=doubled, out=tmp_path / "ut"))
    assert built.path is not None
    package = open_package(built.path)
    manifest = read_manifest(package)
    assert manifest is not None
    again = template_of(package, "deck", samples=samples_from(str(manifest.extra[SAMPLES])))
    named = [{kind: role.layout.name for kind, role in item.roles.items()} for item in (chosen, again)]
    assert named[0] == named[1] and again.samples.master == chosen.samples.master
    assert [item.layout.master for item in again.roles.values()] == [item.layout.master for item in chosen.roles.values()]


def test_one_master_costs_nothing() -> None:
    path = default_template_path()
    assert settled_template(path) is read_template(path)


def test_the_place_that_is_shown() -> None:
    assert sample_place().name == "Lund" and sample_place("malmö").name == "Malmö"
