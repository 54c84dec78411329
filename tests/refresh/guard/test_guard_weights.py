"""In which sizes and weights words were written, and what of them is an owner's."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.package.names import namespaces
from deck.refresh.guard.weights import (
    ROUNDED,
    ink,
    is_like,
    more_sizes,
    parts_sized,
    path_of,
    said_of,
    sized,
    worded_in,
    wording,
    worn_by,
    written_in,
)

OURS = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
PALE = '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="65000"/></a:schemeClr></a:solidFill>'


def part(name: str, *runs: str, given: str = "") -> etree._Element:
    said = "".join(f"<a:r>{run}<a:t>Ord</a:t></a:r>" for run in runs)
    return etree.fromstring(
        f'<p:sp {namespaces("a", "p", "r")}><p:nvSpPr><p:cNvPr id="2" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle>{given}</a:lstStyle><a:p>{said}</a:p></p:txBody></p:sp>"
    )


def run(look: str, fill: str = OURS) -> str:
    return f"<a:rPr {look}>{fill}</a:rPr>"


def block(*parts: etree._Element) -> etree._Element:
    group = etree.fromstring(f"<p:grpSp {namespaces('p')}><p:nvGrpSpPr/><p:grpSpPr/></p:grpSp>")
    group.extend(parts)
    return group


def made(size: int = 2200, title: str = 'b="1"', fill: str = OURS, text: str = "") -> etree._Element:
    return block(
        part("Kort (card:one:title)", run(f'sz="{size}" {title}')),
        part("Kort (card:one:text)", run(f'sz="1800" {text}', fill), run('sz="1800"')),
        part("Bildtext (caption)", run('sz="2000"')),
    )


def test_a_colour_is_told_with_what_is_made_of_it() -> None:
    dark, pale = (etree.fromstring(f"<a:rPr {namespaces('a')}>{fill}</a:rPr>") for fill in (OURS, PALE))
    assert ink(dark) == "tx1" != ink(pale) == "tx1 lumMod 65000"
    assert ink(etree.fromstring(f"<a:rPr {namespaces('a')}/>")) == ""


def test_what_a_frame_gives_its_words_counts_as_theirs() -> None:
    given = '<a:lvl1pPr><a:defRPr sz="2500" b="1"/></a:lvl1pPr>'
    assert sized(part("x", "<a:rPr/>", given=given)) == {("b", 2500): 1}
    assert sized(part("x", run('b="0" sz="2000"'), given=given)) == {("", 2000): 1}
    assert sized(part("x", run('sz="2000"'), "<a:rPr/>")) == {}


def test_words_that_lead_somewhere_are_told_apart_and_their_colour_is_the_theme_s() -> None:
    link = '<a:hlinkClick r:id="rId1"/>'
    assert sized(part("x", f'<a:rPr sz="1800" u="sng">{PALE}{link}</a:rPr>', f'<a:rPr sz="1800">{link}</a:rPr>')) == {
        ("l", 1800): 1
    }
    assert sized(part("x", '<a:rPr sz="1800" u="sng"/>')) == {("u", 1800): 1}


def test_what_is_said_is_read_again() -> None:
    found = parts_sized(made())
    assert set(found) == {"card:one:title", "card:one:text", "caption"} and written_in(said_of(made())) == found
    alone = part("Text (body)", run('sz="1800"'))
    assert path_of(alone) == "body" and written_in(said_of(alone)) == {"": {("", 1800): 1}}
    assert parts_sized(part("x", "<a:rPr/>")) == {} and written_in("") == {}


@pytest.mark.parametrize(
    ("mine", "own"),
    [
        (made(), False),
        (made(2200 + ROUNDED), False),
        (made(2400), True),
        (made(1800), True),
        (made(title=""), True),
        (made(text='b="1"'), True),
        (made(fill=PALE), True),
        (block(part("Nytt (card:two:title)", run('sz="4000"'))), False),
    ],
)
def test_another_size_weight_or_colour_of_one_part_is_its_owners(mine: etree._Element, own: bool) -> None:
    """Though other parts of the block have the same."""
    assert more_sizes(mine, said_of(made())) == own


def test_sizes_are_alike_as_far_as_programs_round_them() -> None:
    assert is_like(("b", 2851), ("b", 2850)) and not is_like(("", 1800), ("b", 1800)) and not is_like(("", 1800), ("", 1900))


def test_words_are_known_again_however_a_program_cuts_them_into_runs() -> None:
    one, two = part("x (caption)", run('sz="1800"')), part("x (caption)", run('sz="1800"'), run('sz="1800"'))
    whole = part("x (caption)", run('sz="1800"'))
    next(whole.iter("{*}t")).text = "OrdOrd"
    assert worded_in(said_of(block(one))) == {"caption": wording(one)}
    assert wording(two) == wording(whole) != wording(one)


@pytest.mark.parametrize(
    ("attributes", "inner", "worn"),
    [
        ('spc="-1" strike="noStrike" baseline="0"', "", ()),
        ("", '<a:highlight><a:srgbClr val="FFFF00"/></a:highlight>', ("highlight",)),
        ('baseline="30000"', "", ("baseline",)),
        ('cap="all" strike="sngStrike"', "", ("strike", "cap")),
        ('spc="300"', "", ("spc 300",)),
        ("", '<a:latin typeface="Georgia"/>', ("latin Georgia",)),
    ],
)
def test_marks_that_no_program_works_out_are_an_owners(attributes: str, inner: str, worn: tuple[str, ...]) -> None:
    name = "http://schemas.openxmlformats.org/drawingml/2006/main"
    look = etree.fromstring(f'<a:rPr xmlns:a="{name}" {attributes}>{inner}</a:rPr>')
    assert worn_by(look) == worn
