"""A part takes its new drawing where it is as we wrote it, and keeps what its owner gave it."""

from __future__ import annotations

from lxml import etree

from deck.drawing.names import NSMAP, Element, need, qn
from deck.refresh.dress import bears_looks, dress

DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NSMAP.items())


def part(
    *, geometry: str = "rect", fill: str = "accent1", inset: int = 0, look: str = 'sz="2000"', words: str = "Planera"
) -> Element:
    return etree.fromstring(
        f'<p:sp {DECLARED}><p:spPr><a:xfrm><a:off x="1" y="2"/><a:ext cx="3" cy="4"/></a:xfrm><a:prstGeom prst="{geometry}">'
        f'<a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{fill}"/></a:solidFill></p:spPr><p:txBody>'
        f'<a:bodyPr lIns="{inset}"/>'
        f'<a:p><a:r><a:rPr lang="sv-SE" {look}/><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def said(shape: Element) -> tuple[str | None, str | None, str | None, str | None]:
    """Geometry, fill, inset and size."""
    geometry, fill = next(shape.iter(qn("a:prstGeom"))), next(shape.iter(qn("a:schemeClr")))
    frame, look = next(shape.iter(qn("a:bodyPr"))), next(shape.iter(qn("a:rPr")))
    return geometry.get("prst"), fill.get("val"), frame.get("lIns"), look.get("sz")


NEW = {"geometry": "ellipse", "fill": "accent3", "inset": 9, "look": 'sz="2400" b="1"'}


def test_what_is_ours_follows_and_stands_where_it_stood() -> None:
    mine = part()
    dress(mine, part(**NEW), [part()])
    assert said(mine) == ("ellipse", "accent3", "9", "2400")
    assert need(mine, "p:spPr", "a:xfrm", "a:off").get("x") == "1"


def test_an_owners_fill_stays_and_the_rest_follows() -> None:
    mine = part(fill="accent6")
    dress(mine, part(**NEW), [part()])
    assert said(mine) == ("rect", "accent6", "9", "2400")


def test_an_owners_margin_and_size_stay() -> None:
    mine = part(inset=500, look='sz="3200"')
    dress(mine, part(**NEW), [part()])
    assert said(mine) == ("ellipse", "accent3", "500", "3200")


def test_an_owners_words_take_the_look_and_keep_their_language() -> None:
    mine = part(words="Planera mera")
    dress(mine, part(**NEW), [part()])
    look = next(mine.iter(qn("a:rPr")))
    assert (look.get("b"), look.get("lang")) == ("1", "sv-SE")
    assert "".join(item.text or "" for item in mine.iter(qn("a:t"))) == "Planera mera"


def test_words_told_apart_come_where_the_words_are_the_same() -> None:
    mine, new = part(words="Rent vatten"), part(words="Rent vatten")
    paragraph = next(new.iter(qn("a:p")))
    bold = etree.fromstring(f'<a:r {DECLARED}><a:rPr lang="sv-SE" sz="2000" b="1"/><a:t>vatten</a:t></a:r>')
    need(paragraph, "a:r", "a:t").text = "Rent "
    paragraph.append(bold)
    dress(mine, new, [part(words="Rent vatten")])
    assert [need(item, "a:t").text for item in mine.iter(qn("a:r"))] == ["Rent ", "vatten"]


def test_measures_are_no_look_of_an_owners() -> None:
    assert not bears_looks(part(inset=5, look='sz="3200"'), [part()])
    assert bears_looks(part(look='u="sng"'), [part()]) and bears_looks(part(fill="accent6"), [part()])


def lines(*said: str, margin: int) -> Element:
    body = part()
    holder = need(body, "p:txBody")
    for item in list(holder.iterchildren(qn("a:p"))):
        holder.remove(item)
    for words in said:
        holder.append(
            etree.fromstring(f'<a:p {DECLARED}><a:pPr marL="{margin}"/><a:r><a:rPr lang="sv-SE"/><a:t>{words}</a:t></a:r></a:p>')
        )
    return body


def margins(shape: Element) -> list[str | None]:
    return [item.get("marL") for item in shape.iter(qn("a:pPr"))]


def test_a_paragraph_more_than_there_were_is_as_wide_as_the_others() -> None:
    """What came among them took their margins, and so did the one that it moved down."""
    mine = lines("ett", "nytt", "två", margin=20)
    dress(mine, lines("ett", "nytt", "två", margin=10), [lines("ett", "två", margin=20)])
    assert margins(mine) == ["10", "10", "10"]


def test_an_owners_margin_stays_on_its_paragraph_where_another_comes_before() -> None:
    mine = lines("ett", "nytt", "två", margin=20)
    list(mine.iter(qn("a:pPr")))[2].set("marL", "77")
    dress(mine, lines("ett", "nytt", "två", margin=10), [lines("ett", "två", margin=20)])
    assert margins(mine) == ["10", "10", "77"]


def drawn(path: str, *, inset: int, fill: str = "accent1", guides: str = "") -> Element:
    """A part of our own drawing."""
    shape = part(fill=fill, inset=inset)
    old = next(shape.iter(qn("a:prstGeom")))
    new = etree.fromstring(
        f'<a:custGeom {DECLARED}><a:gdLst>{guides}</a:gdLst><a:pathLst><a:path w="{path}"/></a:pathLst></a:custGeom>'
    )
    need(shape, "p:spPr").replace(old, new)
    return shape


def path_of(shape: Element) -> tuple[str | None, str | None]:
    return next(shape.iter(qn("a:path"))).get("w"), next(shape.iter(qn("a:bodyPr"))).get("lIns")


def test_an_outline_that_is_ours_follows_in_another_paint() -> None:
    """LibreOffice writes guides of its own and rounds margins; an owner may have given it a fill."""
    mine = drawn("100", inset=281_160, fill="accent6", guides='<a:gd name="textAreaLeft" fmla="*/ 0 w 1"/>')
    next(mine.iter(qn("a:bodyPr"))).set("anchor", "ctr")
    dress(mine, drawn("80", inset=200_000), [drawn("100", inset=281_000)])
    assert path_of(mine) == ("80", "200000") and next(mine.iter(qn("a:schemeClr"))).get("val") == "accent6"


def test_an_outline_of_an_owners_stays() -> None:
    mine = drawn("77", inset=90_000, fill="accent6")
    dress(mine, drawn("80", inset=200_000), [drawn("100", inset=281_000)])
    assert path_of(mine) == ("77", "90000")
