"""A .potx or .pptx → Template: read once, its fingerprint of all that it is, the template within a deck the same again."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from odd_templates import MAIN, REL, made, plain

from deck.errors import InputError, UsageError
from deck.geometry import Box
from deck.i18n import use
from deck.memory import forget
from deck.package import Relationship, open_package, package_bytes
from deck.presentation import KINDS
from deck.source import Snapshot
from deck.template import default_template_path, look_of, read_template, template_of
from deck.template.reader import read_drawn
from deck.template.sampled import Samples

DATA = default_template_path().read_bytes()


def test_the_same_bytes_are_read_once_in_a_language() -> None:
    one = read_template(DATA, name="a.potx")
    assert read_template(DATA, name="a.potx") is one
    other = read_template(DATA, name="b.potx")
    assert other is not one and other.fingerprint == one.fingerprint and (one.name, other.name) == ("a", "b")
    use("sv")
    try:
        swedish = read_template(DATA, name="a.potx")
    finally:
        use(None)
    assert swedish.roles["content"].reason != one.roles["content"].reason


def test_a_fingerprint_is_of_all_that_it_is() -> None:
    one = read_template(DATA).fingerprint
    text = plain().parts["ppt/theme/theme1.xml"].replace(b"<a:clrScheme name=", b"<a:clrScheme  name=")
    assert text != plain().parts["ppt/theme/theme1.xml"]
    assert read_template(package_bytes(plain().replace({"ppt/theme/theme1.xml": text}))).fingerprint != one
    assert read_template(package_bytes(plain())).fingerprint == one


def test_what_a_template_has() -> None:
    template, every = read_drawn(default_template_path())
    assert set(template.roles) == set(KINDS)
    assert template.layouts == tuple(item.layout for item in every)
    assert Box(0, 0, *template.size).contains(template.safe) and template.minimum_pt == 18.0
    assert template.safe.area > 0.5 * template.size[0] * template.size[1]
    body = template.roles["object"].spots["object"].box
    assert (template.safe.x, template.safe.right) == (body.x, body.right)


def test_settings_beside_the_file_are_heard(tmp_path: Path) -> None:
    path = tmp_path / "mall.potx"
    path.write_bytes(DATA)
    (tmp_path / "template.yaml").write_text("minimum_size: 20\n", "utf-8")
    assert read_template(path).minimum_pt == 20.0
    (tmp_path / "mall.yaml").write_text("minimum_size: 24\n", "utf-8")
    assert read_template(path).minimum_pt == 24.0
    (tmp_path / "mall.yaml").write_text("layouts: {content: Saknas}\n", "utf-8")
    with pytest.raises(InputError, match=r"mall\.yaml:1:20: the template has no layout"):
        read_template(path)


def test_the_template_within_a_deck_is_the_template() -> None:
    slide = Relationship("rIdX", f"{REL}/slide", "ppt/slides/slide1.xml")
    deck = plain().replace({"ppt/slides/slide1.xml": b"<x/>"}, None, {MAIN: (*plain().rels[MAIN], slide)})
    found, own = template_of(deck, "deck"), read_template(DATA)
    assert look_of(found) == look_of(own)
    assert "ppt/slides/slide1.xml" not in found.package.parts
    assert found.fingerprint == template_of(plain(), "deck").fingerprint


def test_alike_masters_are_read_once_under_each_file_s_name() -> None:
    one, other = template_of(plain(), "some/a.pptx"), template_of(plain(), "b.pptx")
    assert (one.name, one.file, other.name, other.file) == ("a", "some/a.pptx", "b", "b.pptx")
    assert one.layouts is other.layouts, "not read again"
    use("sv")
    try:
        assert template_of(plain(), "b.pptx").roles["content"].reason != other.roles["content"].reason
    finally:
        use(None)


def test_what_a_template_follows_from_is_asked_for_each_time() -> None:
    """Warm answers are cold ones: another layout, template.yaml, role of its colours, or use of its own slides."""
    package = plain()
    layout = next(rel.target for rel in package.related(package.one(MAIN, "slideMaster") or "", "slideLayout"))
    parts = {layout: re.sub(rb'(<p:cSld name=")', rb"\1Ny ", package.parts[layout], count=1)}
    said = Snapshot.text("template.yaml", "minimum_size: 24\n")
    calls = [
        lambda: template_of(package, "a"),
        lambda: template_of(package.replace(parts), "a"),
        lambda: template_of(package, "a", said),
        lambda: template_of(package, "a", samples=Samples({"0/x": 1})),
        lambda: template_of(package, "a", roles=True),
    ]
    warm = [call() for call in calls]
    for n, call in enumerate(calls):
        forget()
        assert call() == warm[n]
    assert len({item.fingerprint for item in warm[:3]}) == 3
    assert warm[1].layouts != warm[0].layouts and warm[2].minimum_pt == 24.0 and warm[3].samples != warm[0].samples


def test_a_part_that_stays_in_its_file_is_not_remembered(tmp_path: Path) -> None:
    package, master = plain(), plain().one(MAIN, "slideMaster") or ""
    large = random.Random(1).randbytes(4_000_000)
    picture = Relationship("rIdX", f"{REL}/image", "ppt/media/large.png")
    package = package.replace({picture.target: large}, {picture.target: "image/png"}, {master: (*package.rels[master], picture)})
    found = []
    for name in ("a.pptx", "b.pptx"):
        (tmp_path / name).write_bytes(package_bytes(package))
        found.append(template_of(open_package(tmp_path / name, name), name))
    (tmp_path / "a.pptx").unlink()
    assert found[1].package.parts[picture.target] == large


@pytest.mark.parametrize(("data", "error"), [(b"", UsageError), (b"PK\x03\x04", InputError), (b"%PDF-1.7", UsageError)])
def test_what_is_no_template_is_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises((UsageError, InputError)):
        read_template(data)


def test_where_no_layout_has_a_title_or_a_body_the_themes_fonts_are_written() -> None:
    """A font without a name has no widths: all would be set smaller than it need be."""
    bare = read_template(made("no-placeholders"))
    fonts = bare.roles["content"].layout.fonts
    assert all(fonts) and (bare.heading_font, bare.body_font) == fonts


@pytest.mark.parametrize(("name", "least"), [("small-page", 9.0), ("small", 18.0), ("wide", 18.0)])
def test_a_small_page_may_have_smaller_words(name: str, least: float) -> None:
    assert read_template(made(name)).minimum_pt == least
