"""A deck with a diagram as PowerPoint writes one: its points, and the drawing that it stores beside them."""

from __future__ import annotations

import io
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from deck.package import Package, open_package
from deck.package.names import DGM, DSP, A, P, R

WORDS = ("Kartlägg", "Besluta")
AT, SIZE = (1_500_000, 2_000_000), (6_000_000, 3_000_000)
EXTENSION = "http://schemas.microsoft.com/office/drawing/2008/diagram"
KIND = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"


def box(words: str, x: int) -> str:
    return f"""<dsp:sp modelId="{{{x}}}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr>
        <a:xfrm><a:off x="{x}" y="800000"/><a:ext cx="2400000" cy="1440000"/></a:xfrm>
        <a:prstGeom prst="roundRect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></dsp:spPr>
        <dsp:style><a:lnRef idx="0"/><a:fillRef idx="1"><a:scrgbClr r="0" g="0" b="0"/></a:fillRef><a:effectRef idx="0"/>
        <a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></dsp:style>
        <dsp:txBody><a:bodyPr lIns="76200" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="ctr"/>
        <a:r><a:rPr lang="sv-SE" sz="2000"/><a:t>{words}</a:t></a:r></a:p></dsp:txBody>
        <dsp:txXfrm><a:off x="{x + 42_000}" y="842000"/><a:ext cx="2316000" cy="1356000"/></dsp:txXfrm></dsp:sp>"""


def drawing(shapes: str) -> str:
    return (
        f'<dsp:drawing xmlns:dgm="{DGM}" xmlns:dsp="{DSP}" xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"><dsp:spTree><dsp:nvGrpSpPr>'
        f'<dsp:cNvPr id="0" name=""/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>{shapes}</dsp:spTree></dsp:drawing>'
    )


def points(leads: str) -> str:
    said = "".join(
        f'<dgm:pt modelId="{{{n}}}"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="sv"/>'
        f"<a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for n, words in enumerate(WORDS)
    )
    extension = f'<dgm:extLst><a:ext uri="{EXTENSION}"><dsp:dataModelExt xmlns:dsp="{DSP}" relId="{leads}"/></a:ext></dgm:extLst>'
    return (
        f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:ptLst><dgm:pt modelId="{{d}}" type="doc"><dgm:t><a:bodyPr/><a:p/>'
        f"</dgm:t></dgm:pt>{said}</dgm:ptLst><dgm:cxnLst/>{extension if leads else ''}</dgm:dataModel>"
    )


def frame(relationship: str) -> str:
    return (
        f'<p:graphicFrame xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"><p:nvGraphicFramePr><p:cNvPr id="9" name="Diagram 8"/>'
        f'<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="{AT[0]}" y="{AT[1]}"/><a:ext cx="{SIZE[0]}" '
        f'cy="{SIZE[1]}"/></p:xfrm><a:graphic><a:graphicData uri="{DGM}"><dgm:relIds xmlns:dgm="{DGM}" r:dm="{relationship}"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def diagram_deck(shapes: str | None = None) -> Package:
    """A slide with a diagram; without a drawing where `shapes` is None."""
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])

    def part(name: str, xml: str, kind: str) -> str:
        made = Part(PackURI(f"/ppt/diagrams/{name}1.xml"), "application/xml", deck.part.package, xml.encode())
        return slide.part.relate_to(made, kind)

    leads = part("drawing", drawing(shapes), KIND) if shapes is not None else ""
    slide.shapes._spTree.append(etree.fromstring(frame(part("data", points(leads), f"{R}/diagramData"))))
    out = io.BytesIO()
    deck.save(out)
    return open_package(out.getvalue())
