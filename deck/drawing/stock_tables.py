"""PowerPoint's own table styles, which files name without defining: four families, each in the text's colour and in six accents
(ECMA-376 Part 1, 20.1.4.2.27 tblStyle)."""

from __future__ import annotations

from functools import lru_cache

from deck.drawing.names import NSMAP, Element
from deck.package import parse_xml

USUAL = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""What tables have of which nobody has said anything: "Medium Style 2 - Accent 1"."""
_COLOURS = ("dk1", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_FAMILIES = {
    "Light Style 1": """
        9D7B26C5-4107-4FEC-AEDC-1716B250A1EF 3B4B98B0-60AC-42C2-AFA5-B58CD77FA1E5 0E3FDE45-AF77-4B5C-9715-49D594BDF05E
        C083E6E3-FA7D-4D7B-A595-EF9225AFEA82 D27102A9-8310-4765-A935-A1911B00CA55 5FD0F851-EC5A-4D38-B0AD-8093EC10F338
        68D230F3-CF80-4859-8CE7-A43EE81993B5""",
    "Light Style 3": """
        616DA210-FB5B-4158-B5E0-FEB733F419BA BC89EF96-8CEA-46FF-86C4-4CE0E7609802 5DA37D80-6434-44D0-A028-1B22A696006F
        8799B23B-EC83-4686-B30A-512413B5E67A ED083AE6-46FA-4A59-8FB0-9F97EB10719F BDBED569-4797-4DF1-A0F4-6AAB3CD982D8
        E8B1032C-EA38-4F05-BA0D-38AFFFC7BED3""",
    "Medium Style 1": """
        793D81CF-94F2-401A-BA57-92F5A7B2D0C5 B301B821-A1FF-4177-AEE7-76D212191A09 9DCAF9ED-07DC-4A11-8D7F-57B35C25682E
        1FECB4D8-DB02-4DC6-A0A2-4F2EBAE1DC90 1E171933-4619-4E11-9A3F-F7608DF75F80 FABFCF23-3B69-468F-B69F-88F6DE6A72F2
        10A1B5D5-9B99-4C35-A422-299274C87663""",
    "Medium Style 2": """
        073A0DAA-6AF3-43AB-8588-CEC1D06C72B9 5C22544A-7EE6-4342-B048-85BDC9FD1C3A 21E4AEA4-8DFA-4A89-87EB-49C32662AFE0
        F5AB1C69-6EDB-4FF4-983F-18BD219EF322 00A15C55-8517-42AA-B614-E9B94910E393 7DF18680-E054-41AD-8BC1-D1AEF772440D
        93296810-A885-4BE3-A3E7-6D5BEEA58F35""",
}
STOCK_TABLES = {
    f"{{{word}}}": (family, color)
    for family, words in _FAMILIES.items()
    for word, color in zip(words.split(), _COLOURS, strict=True)
}
"""Style id → its family and colour."""
_SIDES = ("left", "right", "top", "bottom", "insideH", "insideV")
_LIGHT_TEXT = "lt1"


def stock_style(style_id: str) -> str:
    """a:tblStyle as PowerPoint writes it, without its namespace; "" where the style is none of these."""
    family, color = STOCK_TABLES.get(style_id, ("", ""))
    if not family:
        return ""
    name = family + ("" if color == "dk1" else f" - Accent {color[-1]}")
    parts = {
        "Light Style 1": _light_1,
        "Light Style 3": _light_3,
        "Medium Style 1": _medium_1,
        "Medium Style 2": _medium_2,
    }[family](color)
    return f'<a:tblStyle styleId="{style_id}" styleName="{name}">{parts}</a:tblStyle>'


@lru_cache(maxsize=32)
def stock_parts(style_id: str) -> tuple[Element, ...]:
    """The parts of a style that a file names and does not define; () where the style is none of these."""
    xml = stock_style(style_id)
    return tuple(parse_xml(xml.replace("<a:tblStyle ", f'<a:tblStyle xmlns:a="{NSMAP["a"]}" ', 1).encode())) if xml else ()


def _fill(color: str, step: str = "", amount: int = 0) -> str:
    inner = f'<a:{step} val="{amount}"/>' if step else ""
    return f'<a:solidFill><a:schemeClr val="{color}">{inner}</a:schemeClr></a:solidFill>'


def _part(
    name: str,
    *,
    ink: str = "",
    bold: bool = False,
    fill: str = "",
    lines: tuple[str, ...] = (),
    line: str = "",
    width: int = 12_700,
) -> str:
    """`fill`: a:fill's own; `lines`: the sides that have a `line` of so many EMU; the others are not said."""
    color = f'<a:schemeClr val="{ink}"/>' if ink else ""
    face = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
    weight = ' b="on"' if bold else ""
    words = f"<a:tcTxStyle{weight}>{face}{color}</a:tcTxStyle>" if ink or bold else ""
    drawn = f'<a:ln w="{width}" cmpd="sng">{line}</a:ln>' if line else "<a:ln><a:noFill/></a:ln>"
    sides = "".join(f"<a:{side}>{drawn}</a:{side}>" for side in lines)
    ground = f"<a:fill>{fill}</a:fill>" if fill else ""
    return f"<a:{name}>{words}<a:tcStyle><a:tcBdr>{sides}</a:tcBdr>{ground}</a:tcStyle></a:{name}>"


def _light_1(color: str) -> str:
    text = "tx1" if color == "dk1" else color
    faint = _fill(text, "alpha", 20_000)
    return (
        _part("wholeTbl", ink="tx1", lines=("top", "bottom"), line=_fill(text), fill="<a:noFill/>")
        + _part("band1H", fill=faint)
        + _part("band1V", fill=faint)
        + _part("lastCol", bold=True)
        + _part("firstCol", bold=True)
        + _part("lastRow", bold=True, lines=("top",), line=_fill(text), fill="<a:noFill/>")
        + _part("firstRow", bold=True, lines=("bottom",), line=_fill(text), fill="<a:noFill/>")
    )


def _light_3(color: str) -> str:
    text = "tx1" if color == "dk1" else color
    faint = _fill(text, "alpha", 20_000)
    return (
        _part("wholeTbl", ink="tx1", lines=_SIDES, line=_fill(text), fill="<a:noFill/>")
        + _part("band1H", fill=faint)
        + _part("band1V", fill=faint)
        + _part("lastCol", bold=True)
        + _part("firstCol", bold=True)
        + _part("lastRow", bold=True, lines=("top",), line=_fill(text), width=50_800, fill="<a:noFill/>")
        + _part("firstRow", ink=text, bold=True, lines=("bottom",), line=_fill(text), width=25_400, fill="<a:noFill/>")
    )


def _medium_1(color: str) -> str:
    band = _fill(color, "tint", 20_000)
    return (
        _part("wholeTbl", ink="dk1", lines=_SIDES[:5], line=_fill(color), fill=_fill("lt1"))
        + _part("band1H", fill=band)
        + _part("band1V", fill=band)
        + _part("lastCol", bold=True)
        + _part("firstCol", bold=True)
        + _part("lastRow", bold=True, lines=("top",), line=_fill(color), width=50_800, fill=_fill("lt1"))
        + _part("firstRow", ink=_LIGHT_TEXT, bold=True, fill=_fill(color))
    )


def _medium_2(color: str) -> str:
    strong = _fill(color)
    return (
        _part("wholeTbl", ink="dk1", lines=_SIDES, line=_fill("lt1"), fill=_fill(color, "tint", 20_000))
        + _part("band1H", fill=_fill(color, "tint", 40_000))
        + _part("band1V", fill=_fill(color, "tint", 40_000))
        + _part("lastCol", ink=_LIGHT_TEXT, bold=True, fill=strong)
        + _part("firstCol", ink=_LIGHT_TEXT, bold=True, fill=strong)
        + _part("lastRow", ink=_LIGHT_TEXT, bold=True, lines=("top",), line=_fill("lt1"), width=38_100, fill=strong)
        + _part("firstRow", ink=_LIGHT_TEXT, bold=True, lines=("bottom",), line=_fill("lt1"), width=38_100, fill=strong)
    )
