"""A presentation of one slide, its layout and master, made by hand around the piece of XML that a test is about."""

from __future__ import annotations

from typing import Any

from deck.drawing import Scene, SceneShape, scene
from deck.package import Package, Relationship, parse_xml

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4"'
    ' accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
SCHEME = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
SLIDE, LAYOUT, MASTER, THEME, MAIN = (
    "ppt/slides/slide1.xml",
    "ppt/slideLayouts/slideLayout1.xml",
    "ppt/slideMasters/slideMaster1.xml",
    "ppt/theme/theme1.xml",
    "ppt/presentation.xml",
)
ROOT_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


def element(xml: str) -> Any:
    """One element, its prefixes declared."""
    head, _sep, rest = xml.partition(">")
    return parse_xml(f"{head.removesuffix('/')} {NS}{'/' if head.endswith('/') else ''}>{rest}".encode())


def theme(scheme: dict[str, str] | None = None, fills: str = "", lines: str = "", backgrounds: str = "") -> str:
    colors = "".join(f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in {**SCHEME, **(scheme or {})}.items())
    return (
        f'<a:theme {NS} name="Egen"><a:themeElements><a:clrScheme name="x">{colors}</a:clrScheme><a:fontScheme name="x">'
        '<a:majorFont><a:latin typeface="Georgia"/></a:majorFont><a:minorFont><a:latin typeface="Verdana"/>'
        "</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="x"><a:fillStyleLst>{fills}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:bgFillStyleLst>{backgrounds}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def sheet(kind: str, shapes: str = "", bg: str = "", after: str = "", attributes: str = "") -> bytes:
    head = f"<p:{kind} {NS} {attributes}><p:cSld>{bg}<p:spTree>{ROOT_GROUP}{shapes}</p:spTree></p:cSld>"
    return f"{head}{after}</p:{kind}>".encode()


def shape(
    name: str = "Figur", ph: str = "", props: str = "", body: str = "", style: str = "", tag: str = "sp", more: str = ""
) -> str:
    """A p:sp; `ph`: the attributes of p:ph, e.g. 'type="title"'."""
    holder = f"<p:nvPr><p:ph {ph}/></p:nvPr>" if ph else "<p:nvPr/>"
    text = f"<p:txBody>{body}</p:txBody>" if body else ""
    look = f"<p:style>{style}</p:style>" if style else ""
    return (
        f'<p:{tag}><p:nvSpPr><p:cNvPr id="2" name="{name}"/><p:cNvSpPr/>{holder}</p:nvSpPr><p:spPr>'
        f"{props}</p:spPr>{look}{text}{more}"
        f"</p:{tag}>"
    )


def body(words: str = "Ord", *, props: str = "", levels: str = "", para: str = "", run: str = "") -> str:
    return f"<a:bodyPr {props}/><a:lstStyle>{levels}</a:lstStyle><a:p>{para}<a:r>{run}<a:t>{words}</a:t></a:r></a:p>"


def off(x: int, y: int, w: int, h: int, rot: str = "") -> str:
    return f'<a:xfrm {rot}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def package(
    slide: str = "",
    layout: str = "",
    master: str = "",
    *,
    styles: str = "",
    slide_bg: str = "",
    layout_bg: str = "",
    master_bg: str = "",
    slide_after: str = "",
    layout_after: str = "",
    clr_map: str = MAP,
    theme_xml: str = "",
    default_text: str = "",
    tables: str = "",
    parts: dict[str, bytes] | None = None,
    slide_rels: tuple[Relationship, ...] = (),
    layout_rels: tuple[Relationship, ...] = (),
    slide_attributes: str = "",
    layout_attributes: str = "",
) -> Package:
    def rel(key: str, kind: str, target: str) -> Relationship:
        return Relationship(key, f"{OFFICE}/{kind}", target)

    text = f"<p:defaultTextStyle>{default_text}</p:defaultTextStyle>" if default_text else ""
    found = {
        MAIN: (
            f'<p:presentation {NS}><p:sldMasterIdLst><p:sldMasterId id="1" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>'
            f'<p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/>{text}</p:presentation>'
        ).encode(),
        SLIDE: sheet("sld", slide, slide_bg, slide_after, slide_attributes),
        LAYOUT: sheet("sldLayout", layout, layout_bg, layout_after, layout_attributes),
        MASTER: sheet("sldMaster", master, master_bg, f"{clr_map}<p:txStyles>{styles}</p:txStyles>"),
        THEME: (theme_xml or theme()).encode(),
        **({"ppt/tableStyles.xml": f'<a:tblStyleLst {NS} def="">{tables}</a:tblStyleLst>'.encode()} if tables else {}),
        **(parts or {}),
    }
    rels = {
        "": (rel("rId1", "officeDocument", MAIN),),
        MAIN: (
            rel("rId1", "slideMaster", MASTER),
            rel("rId2", "slide", SLIDE),
            rel("rId3", "tableStyles", "ppt/tableStyles.xml"),
        ),
        SLIDE: (rel("rId1", "slideLayout", LAYOUT), *slide_rels),
        LAYOUT: (rel("rId1", "slideMaster", MASTER), *layout_rels),
        MASTER: (rel("rId1", "slideLayout", LAYOUT), rel("rId2", "theme", THEME)),
    }
    return Package(found, {}, {}, rels)


def shown(made: Package) -> Scene:
    return scene(made, SLIDE)


def only(made: Package) -> SceneShape:
    """The slide's one shape."""
    (found,) = shown(made).own
    return found


TITLE = 'type="title"'
SOLID = '<a:solidFill><a:schemeClr val="{0}"/></a:solidFill>'
STYLES = (
    '<p:titleStyle><a:lvl1pPr algn="ctr"><a:defRPr sz="4400" b="1"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
    '<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>'
    '<p:bodyStyle><a:lvl1pPr marL="228600" indent="-228600"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
    '<a:spcBef><a:spcPts val="1000"/></a:spcBef><a:buChar char="•"/><a:defRPr sz="2800"/></a:lvl1pPr>'
    '<a:lvl2pPr marL="685800"><a:buChar char="–"/><a:defRPr sz="2400"/></a:lvl2pPr></p:bodyStyle>'
)


def level(size: int = 0, more: str = "", run: str = "", n: int = 1) -> str:
    at = f'sz="{size}"' if size else ""
    return f"<a:lvl{n}pPr {more}><a:defRPr {at}>{run}</a:defRPr></a:lvl{n}pPr>"


def red(name: str = "FF0000") -> str:
    return f'<a:solidFill><a:srgbClr val="{name}"/></a:solidFill>'


def bg(fill: str) -> str:
    return f"<p:bg><p:bgPr>{fill}</p:bgPr></p:bg>"


def free(steps: str, line: str = "") -> str:
    """A free shape's properties: a path of a hundred each way, a thousand EMU large."""
    outline = f'<a:custGeom><a:pathLst><a:path w="100" h="100">{steps}</a:path></a:pathLst></a:custGeom>'
    return off(0, 0, 1000, 1000) + outline + line
