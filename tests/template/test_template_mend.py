"""What another program wrote, and PowerPoint would repair, is mended before a deck is built upon it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from odd_templates import MAIN, MASTER, plain

from deck.check.judge import check_package
from deck.diagnostics import Diagnostics, Severity
from deck.drawing.names import local
from deck.package import Package, open_package, package_bytes, parse_xml
from deck.package.names import PRESENTATION_ORDER
from deck.template import read_template
from deck.template.clean import clean
from deck.template.mend import mended

THEME = "ppt/theme/theme1.xml"


def main(change: Callable[[str], str], package: Package | None = None) -> Package:
    package = package or plain()
    old = package.parts[MAIN].decode()
    new = change(old)
    assert new != old
    return package.replace({MAIN: new.encode()})


def without(kind: str, package: Package, owner: str) -> Package:
    return package.replace(None, None, {owner: tuple(rel for rel in package.rels[owner] if rel.kind != kind)})


def moved_last(text: str) -> str:
    masters = re.search(r"<p:sldMasterIdLst>.*?</p:sldMasterIdLst>", text, re.DOTALL)
    assert masters is not None
    return text.replace(masters[0], "").replace("</p:presentation>", f"{masters[0]}</p:presentation>")


def nameless(*faces: str) -> Package:
    package = plain()
    text = package.parts[THEME].decode()
    for face in faces:
        text, count = re.subn(rf'(<a:{face}><a:latin typeface=)"[^"]+"', r'\1""', text)
        assert count == 1
    return package.replace({THEME: text.encode()})


FAULTS: dict[str, Callable[[], Package]] = {
    "names": lambda: main(lambda text: text.replace("notesMasterId", "NotesMasterId")),
    "order": lambda: main(moved_last),
    "no notes size": lambda: main(lambda text: re.sub(r"<p:notesSz[^>]*/>", "", text)),
    "no slide size": lambda: main(lambda text: re.sub(r"<p:sldSz[^>]*/>", "", text)),
    "fonts without names": lambda: nameless("majorFont", "minorFont"),
    "no list of masters": lambda: main(lambda text: re.sub(r"<p:sldMasterIdLst>.*?</p:sldMasterIdLst>", "", text)),
    "no list of notes": lambda: main(lambda text: re.sub(r"<p:notesMasterIdLst>.*?</p:notesMasterIdLst>", "", text)),
    "unknown": lambda: main(lambda text: text.replace("<p:sldSz", "<p:somethingElse/><p:sldSz")),
    "twice": lambda: main(lambda text: text.replace("<p:notesSz", '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz')),
    "a size that is another": lambda: main(
        lambda text: re.sub(r"<p:sldSz[^>]*/>", '<p:sldSz cx="12192000" cy="6858000" type="screen4x3"/>', text)
    ),
    "no list of layouts": lambda: plain().replace(
        {MASTER: re.sub(rb"<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>", b"", plain().parts[MASTER])}
    ),
    "no layouts": lambda: without(
        "slideLayout",
        plain().replace({MASTER: re.sub(rb"<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>", b"", plain().parts[MASTER])}),
        MASTER,
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_would_be_repaired_is_mended_and_said(fault: str) -> None:
    made = FAULTS[fault]()
    told = Diagnostics()
    found = clean(made, "a.potx", told)
    assert {"template-mended", "layout-added"} & {item.code for item in told}
    report = check_package(open_package(package_bytes(found), "a.pptx"), "a.pptx")
    wrong = [item for item in report.findings if item.rule.family == "opens" and item.level >= Severity.ERROR]
    assert [str(item.to_diagnostic()) for item in wrong] == []
    assert set(read_template(package_bytes(made)).roles) and clean(found, "a.potx", Diagnostics()) == found


@pytest.mark.parametrize("fault", FAULTS)
def test_children_stand_in_their_order(fault: str) -> None:
    root = parse_xml(mended(FAULTS[fault](), "a.potx", Diagnostics()).parts[MAIN])
    places = [PRESENTATION_ORDER.index(local(item)) for item in root]
    assert places == sorted(set(places))


def test_what_is_right_is_left_byte_for_byte() -> None:
    told = Diagnostics()
    package = plain()
    assert mended(package, "a.potx", told).parts == package.parts and not list(told)


def test_a_master_that_names_some_of_its_layouts_gets_the_others() -> None:
    text = plain().parts[MASTER].decode()
    one = re.search(r"<p:sldLayoutId [^>]*/>", text)
    assert one is not None
    short = plain().replace({MASTER: text.replace(one[0], "", 1).encode()})
    assert len(read_template(package_bytes(short)).layouts) == len(read_template(package_bytes(plain())).layouts)


def test_a_layout_of_its_own_bears_title_and_body() -> None:
    roles = read_template(package_bytes(FAULTS["no layouts"]())).roles
    assert roles["content"].spots["title"].placeholder is not None and roles["content"].spots["body"].placeholder is not None


def test_the_package_is_not_changed_in_place() -> None:
    made = FAULTS["names"]()
    before = replace(made)
    mended(made, "a.potx", Diagnostics())
    assert made == before


def test_a_file_without_a_slide_size_has_the_one_that_powerpoint_takes() -> None:
    found = clean(FAULTS["no slide size"](), "a.potx", Diagnostics())
    size = next(item for item in parse_xml(found.parts[MAIN]) if local(item) == "sldSz")
    assert (size.get("cx"), size.get("cy")) == ("9144000", "6858000")


def test_a_theme_without_a_font_s_name_has_one_and_is_measured_in_it() -> None:
    """Else each program takes a font of its own, and what was measured holds in none."""
    own = read_template(package_bytes(plain()))
    one = read_template(package_bytes(nameless("majorFont")))
    assert (one.heading_font, one.body_font) == ("Arial", own.body_font)
    assert b'<a:majorFont><a:latin typeface="Arial"/>' in one.package.parts[THEME]
    both = read_template(package_bytes(nameless("majorFont", "minorFont")))
    assert (both.heading_font, both.body_font) == ("Arial", "Arial")
