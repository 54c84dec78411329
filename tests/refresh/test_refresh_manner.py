"""How a text is set, and what form a shape has."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.package.names import A
from deck.package.xml import parse_xml
from deck.refresh.manner import counted_on, lone_parts, manners, odd_parts, rooms, worn_in

P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def shape(inner: str) -> etree._Element:
    return parse_xml(f'<p:sp xmlns:p="{P}" xmlns:a="{A}">{inner}</p:sp>'.encode())


def body(*paragraphs: str, frame: str = "<a:bodyPr/>") -> etree._Element:
    return shape(f"<p:txBody>{frame}<a:lstStyle/>{''.join(paragraphs)}</p:txBody>")


def paragraph(look: str = "", words: str = "ord") -> str:
    return f"<a:p>{look}<a:r><a:rPr/><a:t>{words}</a:t></a:r></a:p>"


@pytest.mark.parametrize(
    ("look", "found"),
    [
        ("", set()),
        ('<a:pPr><a:tabLst><a:tab pos="0" algn="l"/></a:tabLst></a:pPr>', set()),
        ('<a:pPr><a:tabLst><a:tab pos="1700" algn="r"/></a:tabLst></a:pPr>', {"tab 1700 r"}),
        ('<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>', set()),
        ('<a:pPr><a:buAutoNum type="arabicPeriod" startAt="4"/></a:pPr>', {"from 4"}),
    ],
)
def test_tabs_and_lists_that_go_on(look: str, found: set[str]) -> None:
    assert manners(body(paragraph(look))) == found
    assert not manners(body(paragraph(look, " ")), None)


@pytest.mark.parametrize(
    ("frame", "found"),
    [
        ('<a:bodyPr vert="horz" numCol="1" anchorCtr="0"><a:prstTxWarp prst="textNoShape"/></a:bodyPr>', set()),
        ('<a:bodyPr vert="vert270" numCol="2" anchorCtr="1"/>', {"vert vert270", "columns 2", "middle"}),
        ('<a:bodyPr><a:prstTxWarp prst="textWave1"/></a:bodyPr>', {"warp textWave1"}),
    ],
)
def test_how_a_text_stands_in_its_frame(frame: str, found: set[str]) -> None:
    assert manners(body(paragraph(), frame=frame)) == found


def test_rooms_between_paragraphs_but_for_the_first_and_the_last() -> None:
    def spaced(before: int, after: int = 0) -> str:
        rooms = "".join(
            f'<a:{name}><a:spcPts val="{room}"/></a:{name}>' for name, room in (("spcBef", before), ("spcAft", after)) if room
        )
        return paragraph(f"<a:pPr>{rooms}</a:pPr>")

    assert rooms(body(spaced(0), spaced(1400), spaced(1404), spaced(1400))) == 1
    assert rooms(body(spaced(0), spaced(1400), spaced(3000), spaced(1400))) == 2
    assert rooms(body(spaced(0, 600), spaced(0, 900), spaced(0))) == 2
    assert rooms(body(paragraph())) == 0


def test_a_form_that_few_parts_have_and_none_of_ours() -> None:
    def drawing(*names: str) -> etree._Element:
        return shape("".join(f'<a:prstGeom prst="{name}"/>' if name else "<a:custGeom/>" for name in names))

    ours = [drawing("rect", "roundRect", "roundRect", "roundRect")]
    assert odd_parts(drawing("rect", "hexagon", "roundRect", "roundRect"), ours) == {"hexagon"}
    assert odd_parts(drawing("rect", "", "roundRect", "roundRect"), ours) == {"custom"}
    assert not odd_parts(drawing("rect", "hexagon", "hexagon", "hexagon"), ours)
    assert not odd_parts(drawing("", ""), ours) and not odd_parts(drawing("roundRect"), ours)


def test_an_edge_that_few_parts_have_and_none_of_ours() -> None:
    def drawing(*edges: str) -> etree._Element:
        return shape("".join(f"<p:spPr>{edge}</p:spPr>" for edge in edges))

    fill = '<a:solidFill><a:srgbClr val="7030A0"/></a:solidFill>'
    plain, none = f'<a:ln w="12700">{fill}</a:ln>', '<a:ln w="0"><a:noFill/></a:ln>'
    dashed = f'<a:ln w="23306">{fill}<a:prstDash val="lgDashDotDot"/></a:ln>'
    ours = [drawing(plain, "", "")]
    assert odd_parts(drawing(plain, dashed, none), ours) == {"lgDashDotDot 7"}
    assert not odd_parts(drawing(plain.replace("12700", "12600"), none, ""), ours)
    assert not odd_parts(drawing(dashed, dashed, dashed, none), ours)


def test_what_one_part_alone_has_of_its_kind() -> None:
    def steps(*looks: str) -> etree._Element:
        return shape(
            "".join(
                f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name="Steg (step:{n}:title)"/></p:nvSpPr><p:spPr>{look}</p:spPr></p:sp>'
                for n, look in enumerate(looks, 1)
            )
        )

    fill = '<a:solidFill><a:srgbClr val="7030A0"/></a:solidFill>'
    dashed, plain = f'<a:ln w="23306">{fill}<a:prstDash val="lgDashDotDot"/></a:ln>', f"<a:ln>{fill}</a:ln>"
    hexagon, rect = '<a:prstGeom prst="hexagon"/>', '<a:prstGeom prst="rect"/>'
    ours = [steps(rect, rect, rect)]
    assert lone_parts(steps(rect + dashed, rect, rect), ours) == {"lgDashDotDot 7"}
    assert lone_parts(steps(hexagon, rect, rect), ours) == {"hexagon"}
    assert not lone_parts(steps(hexagon, rect, rect), [steps(hexagon, rect, rect)])
    assert not lone_parts(steps(dashed, plain, ""), ours) and not lone_parts(steps(dashed, dashed, dashed), ours)
    assert not lone_parts(steps(dashed, ""), ours)


def test_words_that_are_worn_somehow() -> None:
    worn = shape('<a:r><a:rPr strike="sngStrike" cap="none" baseline="0"><a:ln><a:solidFill/></a:ln></a:rPr><a:t>x</a:t></a:r>')
    given = shape('<a:lvl1pPr><a:defRPr cap="all"><a:effectLst><a:glow/></a:effectLst></a:defRPr></a:lvl1pPr>')
    plain, wavy = (shape(f'<a:r><a:rPr u="{line}"/><a:t>x</a:t></a:r>') for line in ("sng", "wavyHeavy"))
    assert worn_in(wavy) == {"u"} and not worn_in(plain)
    assert worn_in(worn) == {"strike"} and worn_in(worn, None, given) == {"strike", "cap", "effectLst"}


def test_a_straight_connector_is_a_line_to_libreoffice() -> None:
    ours, saved = (
        shape("".join(f'<p:spPr><a:prstGeom prst="{form}"/></p:spPr>' for form in forms))
        for forms in (
            ("rect", "rect", "rect", "line"),
            ("rect", "rect", "rect", "straightConnector1"),
        )
    )
    assert odd_parts(saved, [ours]) == frozenset()


@pytest.mark.parametrize(
    ("found", "ours"), [({"from 2", "from 3"}, True), ({"from 3"}, False), ({"from 2", "from 7"}, False), ({"middle"}, False)]
)
def test_a_drawing_s_parts_are_counted_on(found: set[str], ours: bool) -> None:
    assert counted_on(found) == (found if ours else set())
