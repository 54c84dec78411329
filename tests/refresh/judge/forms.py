"""Edits of how a text is set, of what form a shape has, and of what stands around a chart's figures."""

from __future__ import annotations

from random import Random

from .edits import a_paragraph, edit, in_groups, properties, put, runs
from .looks import _AFTER_EFFECTS, _AFTER_HIGHLIGHT, _anew, _body, _card, _cell, _line_look, _run_look
from .marks import Mint
from .package import NS, Package, element, q
from .things import _charts

_AFTER_BULLET = ("a:tabLst", "a:defRPr", "a:extLst")
_BULLETS = "a:buNone a:buChar a:buAutoNum a:buBlip"
_AFTER_SPACING = ("a:buClrTx", "a:buClr", "a:buSzTx", "a:buSzPct", "a:buSzPts", "a:buFontTx", "a:buFont", *_BULLETS.split())


@edit("tab stop")
def tab_stop(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        tab = f'<a:tab pos="{mint.number("slide @pos", 1_700_003, 7)}" algn="r"/>'
        _anew(_line_look(found[1]), "a:tabLst", f"<a:tabLst>{tab}</a:tabLst>", _AFTER_BULLET[1:])
    return bool(found)


@edit("room before a paragraph")
def spacing(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        points = mint.number("slide @val", 3_001)
        after = ("a:spcAft", *_AFTER_SPACING, *_AFTER_BULLET)
        _anew(_line_look(found[1]), "a:spcBef", f'<a:spcBef><a:spcPts val="{points}"/></a:spcBef>', after)
    return bool(found)


@edit("list that begins at a number")
def numbered(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        number = mint.number("slide @startAt", 1_001)
        _anew(_line_look(found[1]), _BULLETS, f'<a:buAutoNum type="romanUcPeriod" startAt="{number}"/>', _AFTER_BULLET)
    return bool(found)


@edit("point under a point")
def level(package: Package, chance: Random, mint: Mint) -> bool:
    found = a_paragraph(package, chance)
    if found:
        _line_look(found[1]).set("lvl", mint.also("slide @lvl", "3"))
    return bool(found)


@edit("struck words")
def struck(package: Package, chance: Random, mint: Mint) -> bool:
    look = _run_look(package, chance)
    if look is not None:
        look.set("strike", mint.also("slide @strike", "dblStrike"))
    return look is not None


@edit("underlined words")
def underlined(package: Package, chance: Random, mint: Mint) -> bool:
    look = _run_look(package, chance)
    if look is not None:
        look.set("u", mint.also("slide @u", "wavyHeavy"))
    return look is not None


@edit("small capitals")
def capitals(package: Package, chance: Random, mint: Mint) -> bool:
    look = _run_look(package, chance)
    if look is not None:
        look.set("cap", mint.also("slide @cap", "small"))
    return look is not None


@edit("words in a gradient")
def words_in_gradient(package: Package, chance: Random, mint: Mint) -> bool:
    look = _run_look(package, chance)
    if look is not None:
        first = f'<a:gs pos="0"><a:srgbClr val="{mint.number("slide @val", 500_000, 17)}"/></a:gs>'
        stops = f'<a:gsLst>{first}<a:gs pos="100000"><a:srgbClr val="203040"/></a:gs></a:gsLst>'
        after = ("a:effectLst", "a:effectDag", "a:highlight", *_AFTER_HIGHLIGHT)
        _anew(look, "a:noFill a:solidFill a:gradFill", f'<a:gradFill>{stops}<a:lin ang="0" scaled="0"/></a:gradFill>', after)
    return look is not None


@edit("shadow of words")
def shadow_of_words(package: Package, chance: Random, mint: Mint) -> bool:
    look = _run_look(package, chance)
    if look is not None:
        blur = mint.number("slide @blurRad", 61_003, 3)
        cast = f'<a:outerShdw blurRad="{blur}" dist="12700"><a:srgbClr val="000000"/></a:outerShdw>'
        _anew(look, "a:effectLst", f"<a:effectLst>{cast}</a:effectLst>", ("a:highlight", *_AFTER_HIGHLIGHT))
    return look is not None


@edit("warped words")
def warped(package: Package, chance: Random, mint: Mint) -> bool:
    body = _body(package, chance)
    if body is not None:
        warp = f'<a:prstTxWarp prst="{mint.also("slide @prst", "textWave1")}"><a:avLst/></a:prstTxWarp>'
        _anew(body, "a:prstTxWarp", warp, ("a:noAutofit", "a:normAutofit", "a:spAutoFit", "a:scene3d", "a:extLst"))
    return body is not None


@edit("middle of a text")
def middle(package: Package, chance: Random, mint: Mint) -> bool:
    body = _body(package, chance)
    if body is not None:
        body.set("anchorCtr", mint.also("slide @anchorCtr", "1"))
    return body is not None


@edit("upright words in a cell")
def upright_cell(package: Package, chance: Random, mint: Mint) -> bool:
    look = _cell(package, chance)
    if look is not None:
        look.set("vert", mint.also("slide @vert", "vert"))
    return look is not None


@edit("line across a cell")
def crossed_cell(package: Package, chance: Random, mint: Mint) -> bool:
    look = _cell(package, chance)
    if look is not None:
        fill = '<a:solidFill><a:srgbClr val="C00000"/></a:solidFill>'
        line = f'<a:lnTlToBr w="{mint.number("slide @w", 21_003, 3)}">{fill}</a:lnTlToBr>'
        _anew(look, "a:lnTlToBr", line, ("a:lnBlToTr", "a:noFill", "a:solidFill", "a:gradFill", "a:extLst"))
    return look is not None


@edit("other form of a shape")
def form(package: Package, chance: Random, mint: Mint) -> bool:
    look = _card(package, chance)
    found = look.find("a:prstGeom", NS) if look is not None else None
    if found is not None:
        found.set("prst", mint.also("slide @prst", "hexagon"))
        found[:] = [found.makeelement(q("a:avLst"), {})]
    return found is not None


@edit("points of a shape")
def points(package: Package, chance: Random, mint: Mint) -> bool:
    look = _card(package, chance)
    found = look.find("a:prstGeom", NS) if look is not None else None
    if look is not None and found is not None:
        steps = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in ((900, 0), (1000, 1000), (0, 900)))
        steps = f'<a:moveTo><a:pt x="0" y="0"/></a:moveTo>{steps}<a:close/>'
        path = f'<a:path w="{mint.number("slide @w", 1_003, 3)}" h="1000">{steps}</a:path>'
        own = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
        )
        look.replace(found, element(own))
    return found is not None


@edit("glow of a shape")
def glow(package: Package, chance: Random, mint: Mint) -> bool:
    look = _card(package, chance)
    if look is not None:
        light = f'<a:glow rad="{mint.number("slide @rad", 71_003, 3)}"><a:srgbClr val="FFC000"/></a:glow>'
        _anew(look, "a:effectLst", f"<a:effectLst>{light}</a:effectLst>", _AFTER_EFFECTS)
    return look is not None


@edit("dashes of an edge")
def dashes(package: Package, chance: Random, mint: Mint) -> bool:
    look = _card(package, chance)
    if look is not None:
        fill = '<a:solidFill><a:srgbClr val="7030A0"/></a:solidFill>'
        line = f'<a:ln w="{mint.number("slide @w", 23_003, 3)}">{fill}<a:prstDash val="lgDashDotDot"/></a:ln>'
        _anew(look, "a:ln", line, ("a:effectLst", *_AFTER_EFFECTS))
    return look is not None


@edit("locked shape")
def locked(package: Package, chance: Random, mint: Mint) -> bool:
    """So that nobody moves it (19.3.1.4)."""
    found = [shape for slide in package.slides() for shape in in_groups(package, slide)]
    about = chance.choice(found).find("p:nvSpPr/p:cNvSpPr", NS) if found else None
    if about is not None:
        for old in about.findall("a:spLocks", NS):
            about.remove(old)
        about.insert(0, element(f'<a:spLocks noMove="1" noRot="{mint.also("slide @noRot", "1")}"/>'))
    return about is not None


@edit("tip of a link")
def tip(package: Package, chance: Random, mint: Mint) -> bool:
    """What is shown where the mouse rests on one of the guidance's links."""
    links = [link for slide in package.slides() for link in package.tree(slide).iter(q("a:hlinkClick")) if link.get(q("r:id"))]
    if links:
        chance.choice(links).set("tooltip", mint.word("slide @tooltip"))
    return bool(links)


@edit("size of the notes")
def size_of_notes(package: Package, chance: Random, mint: Mint) -> bool:
    """Who reads them from afar writes them larger."""
    from .edits import notes_paragraph

    found = notes_paragraph(package, chance)
    if found:
        properties(chance.choice(runs(found[1]))).set("sz", mint.number("notes @sz", 3_001))
    return bool(found)


@edit("legend of a chart")
def legend(package: Package, chance: Random, mint: Mint) -> bool:
    charts = _charts(package)
    chart = package.tree(chance.choice(charts)).find("c:chart", NS) if charts else None
    if chart is None:
        return False
    for old in chart.findall("c:legend", NS):
        chart.remove(old)
    place = mint.also("chart @val", "tr")
    put(
        chart,
        element(f'<c:legend><c:legendPos val="{place}"/><c:overlay val="0"/></c:legend>'),
        ("c:plotVisOnly", "c:dispBlanksAs"),
    )
    return True
