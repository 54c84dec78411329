"""A stranger's file made safe to build on: sample slides out, nothing that runs or fetches, all else as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from odd_templates import MAIN, MASTER, REL, plain

from deck import i18n
from deck.diagnostics import Diagnostics
from deck.errors import DeckError
from deck.package import Package, Relationship, TypeEntry, open_package, package_bytes
from deck.template.clean import MAIN as MAIN_TYPE
from deck.template.clean import clean, prune

LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
SLIDE = b'<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree/></p:cSld></p:sld>'


def said(package: Package) -> tuple[Package, list[str]]:
    problems = Diagnostics()
    found = clean(package, "a.potx", problems)
    # What comes out is whole: it can be written and read, and cleaning it again changes nothing.
    assert open_package(package_bytes(found)).parts == found.parts
    assert clean(found, "a.potx", Diagnostics()) == found
    return found, [item.code for item in problems]


def added(package: Package, owner: str, *rels: Relationship, parts: dict[str, bytes] | None = None) -> Package:
    return package.replace(parts or {}, None, {owner: (*package.rels.get(owner, ()), *rels)})


def put(package: Package, part: str, old: str, new: str) -> Package:
    text = package.parts[part].decode()
    assert old in text
    return package.replace({part: text.replace(old, new, 1).encode()})


def test_a_clean_template_is_left_alone() -> None:
    found, codes = said(plain())
    assert codes == []
    assert found.overrides[MAIN] == MAIN_TYPE
    assert set(found.parts) == plain().reached()


def test_sample_slides_go_with_all_that_lists_them() -> None:
    rel = Relationship("rIdX", f"{REL}/slide", "ppt/slides/slide1.xml")
    made = added(plain(), MAIN, rel, parts={"ppt/slides/slide1.xml": SLIDE})
    made = put(made, MAIN, "<p:sldSz", '<p:sldIdLst><p:sldId id="256" r:id="rIdX"/></p:sldIdLst><p:sldSz')
    found, codes = said(made)
    assert codes == ["sample-slides"]
    assert "ppt/slides/slide1.xml" not in found.parts and b"sldIdLst" not in found.parts[MAIN]
    assert not found.related(MAIN, "slide")


@pytest.mark.parametrize(
    ("owner", "rel", "code"),
    [
        (
            MAIN,
            Relationship("rIdX", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "ppt/vbaProject.bin"),
            "macros-dropped",
        ),
        (LAYOUT, Relationship("rIdX", f"{REL}/image", "http://evil.example/x.png", True), "external-dropped"),
        (LAYOUT, Relationship("rIdX", f"{REL}/hyperlink", "file:///etc/passwd", True), "external-dropped"),
        (LAYOUT, Relationship("rIdX", f"{REL}/hyperlink", "javascript:alert(1)", True), "external-dropped"),
        (LAYOUT, Relationship("rIdX", f"{REL}/hyperlink", "https://a.se", True), ""),
        (LAYOUT, Relationship("rIdX", f"{REL}/hyperlink", "MAILTO:a@b.se", True), ""),
        ("", Relationship("rIdX", "x/digital-signature/origin", "ppt/vbaProject.bin"), "signature-dropped"),
        (MAIN, Relationship("rIdX", f"{REL}/commentAuthors", "ppt/vbaProject.bin"), ""),
    ],
)
def test_what_runs_or_fetches_goes(owner: str, rel: Relationship, code: str) -> None:
    found, codes = said(added(plain(), owner, rel, parts={"ppt/vbaProject.bin": b"x"}))
    assert codes == ([code] if code else [])
    kept = rel.external and not code
    assert any(item.id == "rIdX" for item in found.rels.get(owner, ())) == kept
    assert "ppt/vbaProject.bin" not in found.parts


@pytest.mark.parametrize("action", ["ppaction://program", "ppaction://macro?name=x", "ppaction://hlinkshowjump?jump=nextslide"])
def test_actions_that_start_programs_go_and_steps_in_the_show_stay(action: str) -> None:
    made = put(plain(), LAYOUT, "<p:cNvPr ", '<p:cNvPr descr="x" ')
    text = made.parts[LAYOUT].decode()
    start = text.index("<p:sp>")
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Knapp"><a:hlinkClick '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'r:id="" action="{action}"/></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'
    )
    made = made.replace({LAYOUT: (text[:start] + shape + text[start:]).encode()})
    problems = Diagnostics()
    found = clean(made, "a", problems)
    assert (b"hlinkClick" in found.parts[LAYOUT]) == ("showjump" in action)


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (lambda p: p.replace({MAIN: None}), "not-a-presentation"),
        (
            lambda p: p.replace(None, {MAIN: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"}),
            "not-a-presentation",
        ),
        (lambda p: p.replace({MAIN: b"<p:presentation"}), "broken-xml"),
        (lambda p: p.replace({LAYOUT: b"<p:sldLayout"}), "broken-xml"),
        (lambda p: p.replace({MASTER: b""}), "broken-xml"),
        (lambda p: p.replace(None, None, {MASTER: ()}), "no-masters"),
        (lambda p: p.replace(None, None, {MAIN: ()}), "no-masters"),
        (lambda p: put(p, MAIN, 'cx="12192000"', 'cx="1"'), "bad-slide-size"),
        (lambda p: put(p, MAIN, 'cx="12192000"', 'cx="99999999"'), "bad-slide-size"),
    ],
    ids=range(9),
)
def test_what_no_deck_can_be_built_on_is_refused_in_one_line(broken, code: str) -> None:
    with pytest.raises(DeckError) as caught:
        clean(broken(plain()), "a.potx", Diagnostics())
    (item,) = caught.value.diagnostics
    assert item.code == code and item.where.file == "a.potx" and item.hint


@pytest.mark.parametrize(("lang", "size"), [("sv", "0 × 19,1 cm"), ("en", "0 × 19.1 cm")])
def test_a_size_is_told_in_its_reader_s_numbers(lang: str, size: str) -> None:
    with i18n.speaking(lang), pytest.raises(DeckError) as caught:
        clean(put(plain(), MAIN, 'cx="12192000"', 'cx="1"'), "a.potx", Diagnostics())
    assert size in caught.value.diagnostics[0].message


def test_ids_of_masters_and_layouts_are_made_unlike() -> None:
    text = plain().parts[MAIN].decode()
    number = text.split("<p:sldMasterId ", 1)[1].split('id="', 1)[1].split('"', 1)[0]
    layouts = plain().parts[MASTER].decode()
    first = layouts.split("<p:sldLayoutId ", 1)[1].split('id="', 1)[1].split('"', 1)[0]
    found, _codes = said(put(plain(), MASTER, f'id="{first}"', f'id="{number}"'))
    ids = [
        item.split('"')[1]
        for part, tag in ((MAIN, "sldMasterId"), (MASTER, "sldLayoutId"))
        for item in found.parts[part].decode().split(f"<p:{tag} ")[1:]
        for item in [item[item.index('id="') :]]
    ]
    assert len(set(ids)) == len(ids) and all(int(item) >= 2**31 for item in ids)


def test_a_reference_to_nothing_goes() -> None:
    made = put(plain(), MASTER, "<p:sldLayoutIdLst>", '<p:sldLayoutIdLst><p:sldLayoutId id="2147499999" r:id="rIdGone"/>')
    found, _codes = said(made)
    assert b"rIdGone" not in found.parts[MASTER]


def test_only_what_is_reached_is_kept() -> None:
    made = replace(
        plain(), parts={**plain().parts, "ppt/lost.xml": b"<x/>"}, overrides={**plain().overrides, "ppt/lost.xml": "y"}
    )
    made = added(made, LAYOUT, Relationship("rIdGone", f"{REL}/image", "ppt/nowhere.png"))
    found = prune(made)
    assert "ppt/lost.xml" not in {*found.parts, *found.overrides}
    assert all(rel.id != "rIdGone" for rel in found.rels[LAYOUT])


def test_content_types_are_no_longer_as_the_file_had_them() -> None:
    """A template that types its relationships one by one is none the worse for it: they are written anew."""
    typed = replace(plain(), declared=(TypeEntry("xml", "application/xml", default=True),))
    assert clean(typed, "a.potx", Diagnostics()).declared == ()
