"""Each planted fault is found by its rule, and the same deck without it passes every rule."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from random import Random
from typing import Any

import faults_elements  # noqa: F401 - adds its own to those of faults_opens
import faults_kinds  # noqa: F401 - and so does this
import faults_package  # noqa: F401 - and this
import faults_values  # noqa: F401 - and this
import pytest
from faults_accessible import FAULTS as ACCESSIBLE
from faults_fits import FAULTS as FITS
from faults_language import FAULTS as LANGUAGE
from faults_opens import FAULTS as OPENS
from faults_safe import FAULTS as SAFE
from faults_whole import FAULTS as WHOLE
from good_decks import LINK, PICTURE, TITLE, edited, element, made, on_slide, ours
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from planting import Fault, bar, box, drawn, solid, text_box
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from deck.check import accessible, fits, honest, opens, safe
from deck.check.judge import check_package
from deck.check.model import Rule
from deck.check.opens.content import _pattern, model, schema
from deck.package import Package, TypeEntry, open_package, parse_xml, relationships_name

FAULTS = (*OPENS, *ACCESSIBLE, *LANGUAGE, *FITS, *SAFE, *WHOLE)
RULES = (*opens.RULES, *accessible.RULES, *fits.RULES, *honest.RULES, *safe.RULES)
BY_CODE = {rule.code: rule for rule in RULES}
ASKS = "accessible/text-in-picture"
"""It asks about every large picture, and so of the good deck's, too."""
ELSEWHERE = {"honest/source-overdue"}
"""Proved in test_check_honest.py, as it looks at the calendar."""


@pytest.mark.parametrize("planted", FAULTS, ids=str)
def test_a_planted_fault_is_found(planted: Fault) -> None:
    rule = BY_CODE[planted.code]
    good = planted.good()
    before = check_package(good, rules=[rule])
    after = check_package(planted.plant(good), planted.file, rules=[rule])
    assert not after.faults
    assert len(after.findings) > len(before.findings)
    assert planted.code == ASKS or not before.findings
    for finding in after.findings:
        assert finding.message and "{" not in finding.message
        assert finding.where.slide or finding.where.part or planted.code.startswith(("accessible/document", "opens/", "safe/"))


@pytest.mark.parametrize(
    "deck", [made, ours, lambda: ours("standard"), lambda: ours("konferens")], ids=["made", "kort", "standard", "konferens"]
)
def test_a_deck_without_fault_passes_every_rule(deck) -> None:
    package: Package = deck()
    report = check_package(package, rules=RULES)
    assert not report.faults
    assert [str(item.message) for item in report.findings if item.rule.code != ASKS] == []


def _moving_background(root) -> None:
    target = '<p:tgtEl><p:spTgt spid="2"><p:bg/></p:spTgt></p:tgtEl>'
    root.append(element(f'<p:extLst><p:ext uri="{{00000000-0000-0000-0000-000000000001}}">{target}</p:ext></p:extLst>'))


def _moving_part_of_a_diagram(root) -> None:
    """As PowerPoint lists the builds of a SmartArt graphic: the part that moves is named below, and names no shape."""
    root.append(
        element(
            '<p:timing><p:bldLst><p:bldGraphic spid="2" grpId="0"><p:bldSub><a:bldDgm bld="one"/></p:bldSub></p:bldGraphic>'
            "</p:bldLst></p:timing>"
        )
    )


def _typed_one_by_one(package: Package) -> Package:
    """No content type for all parts of relationships but one for each, as LibreOffice wrote until its version 6."""
    types = tuple(entry for entry in package.declared if not (entry.default and entry.name == "rels"))
    kind = "application/vnd.openxmlformats-package.relationships+xml"
    each = tuple(TypeEntry(relationships_name(owner), kind, default=False) for owner in package.rels)
    return replace(package, declared=(*types, *each))


def _master_that_was_drawn_on(package: Package) -> Package:
    part = next(name for name in package.parts if name.startswith("ppt/slideMasters/slideMaster"))
    return edited(package, part, lambda root: root.append(element('<p:extLst mod="1"/>')))


def _formula(words: str):
    """Formulas of presetShapeDefinitions.xml (Part 1, annex D), which a preset shape has when its points were edited."""
    geometry = (
        f'<a:custGeom><a:avLst/><a:gdLst><a:gd name="2da" fmla="val 1"/><a:gd name="g" fmla="{words}"/></a:gdLst><a:ahLst/>'
        '<a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst/></a:custGeom>'
    )
    shape = bar(box(1, 15, 4, 1)).replace('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', geometry)
    assert geometry in shape
    return on_slide(TITLE, drawn(shape))


def _verifier_of_today(root) -> None:
    verifier = '<p:modifyVerifier algorithmName="SHA-512" hashValue="AA==" saltValue="AA==" spinValue="100000"/>'
    next(root.iter("{*}defaultTextStyle")).addnext(element(verifier))


def _radar(package: Package) -> Package:
    """A radar whose series say that they are not smooth, as python-pptx has them after PowerPoint."""
    deck = Presentation()
    data: Any = CategoryChartData()
    data.categories = ["Luft", "Vatten", "Mark"]
    data.add_series("Läge", (1, 2, 3))
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.add_chart(XL_CHART_TYPE.RADAR, Cm(2), Cm(5), Cm(20), Cm(11), data)
    out = io.BytesIO()
    deck.save(out)
    radar = open_package(out.getvalue(), "radar.pptx")
    assert any(b"c:smooth" in radar.parts[name] for name in radar.parts if "/charts/" in name)
    return radar


def _boxes_between_lines(root) -> None:
    """Room made with empty paragraphs, and a box drawn where they are."""
    drawn(text_box("Först\n\n\n\n\nSist", box(2, 9.5, 20, 7)))(root)
    drawn(text_box("Mitt emellan", box(2, 12, 10, 1.4), fill=solid("E8E8E8"), ink=solid("000000"), n=91))(root)


def _label_on_a_picture(root) -> None:
    """A label with a ground of its own, half upon a picture."""
    drawn(text_box("Bild från parken", box(9, 10, 10, 1.4), fill=solid("FFFFFF"), ink=solid("000000"), n=91))(root)


def _words_in_an_oval(root) -> None:
    oval = text_box("En rad\noch en till", box(2, 10, 9, 3.0), fill=solid("E8E8E8"), ink=solid("000000"))
    drawn(oval.replace('prst="rect"', 'prst="ellipse"'))(root)


def _described_ring(root) -> None:
    """Each sector has a label of its own: the look that they would share shows nowhere."""
    for labels in root.iter("{*}dLbls"):
        labels.getparent().remove(labels)
    plot = next(root.iter("{*}barChart"))
    plot.tag = plot.tag.replace("barChart", "doughnutChart")
    plot.remove(plot.findall("{*}ser")[1])
    series = plot.find("{*}ser")
    series.insert(3, element(f"<c:spPr>{solid('203040')}</c:spPr>"))
    shows = '<c:showVal val="1"/><c:showCatName val="1"/>'
    white = (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1800">{solid("FFFFFF")}</a:defRPr>'
        f"</a:pPr><a:endParaRPr/></a:p></c:txPr>"
    )
    each = "".join(f'<c:dLbl><c:idx val="{n}"/>{white}{shows}</c:dLbl>' for n in range(2))
    series.insert(4, element(f"<c:dLbls>{each}{shows}</c:dLbls>"))


def _passed_over(package: Package) -> Package:
    """Another program's own mark and element, which the slide says may be passed over."""
    space, mc = "http://example.org/own", "http://schemas.openxmlformats.org/markup-compatibility/2006"

    def change(root) -> None:
        new = etree.Element(root.tag, dict(root.attrib), nsmap={**root.nsmap, "own": space, "mc": mc})
        new.set(f"{{{mc}}}Ignorable", "own")
        new.set(f"{{{space}}}mark", "1")
        new.extend(list(root))
        new.append(new.makeelement(f"{{{space}}}note", {}))
        root.clear()
        root.append(new)

    package = on_slide(TITLE, change)(package)
    part = next(name for name in package.parts if name.endswith("slides/slide1.xml"))
    return package.replace({part: etree.tostring(parse_xml(package.parts[part])[0])})


@pytest.mark.parametrize(
    ("code", "harmless"),
    [
        ("opens/element-unknown", _passed_over),
        ("opens/attribute-unknown", _passed_over),
        ("opens/element-unknown", on_slide(TITLE, _moving_background)),
        ("opens/element-order", on_slide(TITLE, _moving_background)),
        ("opens/animation-target", on_slide(TITLE, _moving_part_of_a_diagram)),
        ("opens/content-type-missing", _typed_one_by_one),
        ("opens/attribute-unknown", _master_that_was_drawn_on),
        ("opens/attribute-value", _formula("+- cd2 0 2da")),
        ("opens/attribute-value", _formula("+- r 0 hd2 0")),
        ("opens/attribute-value", lambda p: edited(p, p.main, _verifier_of_today)),
        ("fits/overlap", on_slide(LINK, _boxes_between_lines)),
        ("fits/overlap", on_slide(PICTURE, _label_on_a_picture)),
        ("fits/overflow", on_slide(LINK, _words_in_an_oval)),
        (
            "accessible/contrast-text",
            lambda p: edited(p, next(n for n in p.parts if n.startswith("ppt/charts/chart")), _described_ring),
        ),
        ("opens/element-unknown", _radar),
        ("opens/guide-missing", _formula("*/ wd2 hc ssd16")),
    ],
    ids=[
        "passed over",
        "a mark passed over",
        "background",
        "background in order",
        "a diagram moves",
        "types one by one",
        "a master drawn on",
        "a guide with a digit",
        "one operand more",
        "a password as it is kept today",
        "between lines",
        "a label on a picture",
        "an oval",
        "ring",
        "a radar as python-pptx writes it",
        "guides of every shape",
    ],
)
def test_what_only_looks_like_a_fault_is_none(code: str, harmless) -> None:
    assert check_package(harmless(made()), rules=[BY_CODE[code]]).findings == ()


def test_every_rule_has_at_least_three_faults() -> None:
    counts = Counter(item.code for item in FAULTS)
    assert {rule.code: counts[rule.code] for rule in RULES if counts[rule.code] < 3 and rule.code not in ELSEWHERE} == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_why_and_how(rule: Rule) -> None:
    assert rule.title and rule.why and rule.mend
    assert rule.family in ("opens", "accessible", "fits", "honest", "safe")


@given(st.randoms(use_true_random=False))
def test_children_that_follow_each_other_are_judged_as_the_whole_model_says(chance: Random) -> None:
    """The orders that are told step by step, and those that need an expression, by the one measure."""
    kind = chance.choice(sorted(schema().types))
    for order in (model(kind) or pytest.fail()).orders or ():
        names = re.findall(r"[a-z]+:\w+", order.text)
        for _try in range(20):
            children = [name for name in names if chance.random() < 0.7]
            if names and chance.random() < 0.5:
                children.insert(chance.randrange(len(children) + 1), chance.choice(names))
            wanted = _pattern(order.text).fullmatch("".join(f"{name} " for name in children)) is not None
            assert order.holds(tuple(children)) == wanted, (order.text, children)
