"""What programs do to every part when they save, and no owner did."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree
from pptx import Presentation
from refresh_edits import NS, every

A, P, R = NS["a"], NS["p"], NS["r"]
P14 = NS["p14"]


def python_pptx(data: bytes) -> bytes:
    out = io.BytesIO()
    Presentation(io.BytesIO(data)).save(out)
    return out.getvalue()


def powerpoint(data: bytes) -> bytes:
    """As PowerPoint saves: every part written anew, shapes' relationships renumbered, runs split at what it takes for misspelt,
    proofing marks, ends of paragraphs, empty time lines, counts of changes, and a part of revisions."""
    source = zipfile.ZipFile(io.BytesIO(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, _written(name, source.read(name), source))
        target.writestr(
            "ppt/revisionInfo.xml", b'<p1510:revInfo xmlns:p1510="http://schemas.microsoft.com/office/powerpoint/2015/10/main"/>'
        )
    return out.getvalue()


def _written(name: str, data: bytes, source: zipfile.ZipFile) -> bytes:
    if name == "[Content_Types].xml":
        row = b'<Override PartName="/ppt/revisionInfo.xml" ContentType="application/vnd.ms-powerpoint.revisioninfo+xml"/></Types>'
        return data.replace(b"</Types>", row)
    if name == "ppt/_rels/presentation.xml.rels":
        row = (
            b'<Relationship Id="rId990" Type="http://schemas.microsoft.com/office/2015/10/relationships/revisionInfo" '
            b'Target="revisionInfo.xml"/></Relationships>'
        )
        return data.replace(b"</Relationships>", row)
    slide = re.fullmatch(r"ppt/(slides|notesSlides)/(_rels/)?([^/]+?\.xml)(\.rels)?", name)
    if slide is None:
        return data
    rels = f"ppt/{slide[1]}/_rels/{slide[3]}.rels"
    ids = re.findall(r'Id="([^"]+)"', source.read(rels).decode())
    names = {old: f"rId{n + 40}" for n, old in enumerate(reversed(ids))}
    if slide[2]:
        return re.sub(r'Id="([^"]+)"', lambda m: f'Id="{names[m[1]]}"', data.decode()).encode()
    root = etree.fromstring(data)
    for item in root.iter():
        for key, value in list(item.attrib.items()):
            if str(key).startswith(f"{{{R}}}") and value in names:
                item.set(key, names[value])
    _marks(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _marks(root: Any) -> None:
    for run in list(root.iter(f"{{{A}}}r")):
        held = run.find("a:rPr", NS)
        if held is None:
            held = etree.Element(f"{{{A}}}rPr")
            run.insert(0, held)
        held.set("dirty", "0")
        words = run.find("a:t", NS)
        if words is not None and words.text and len(words.text) > 9:
            other = copy.deepcopy(run)
            other.find("a:rPr", NS).set("err", "1")
            other.find("a:t", NS).text = words.text[5:]
            words.text = words.text[:5]
            run.addnext(other)
    for paragraph in root.iter(f"{{{A}}}p"):
        if paragraph.find("a:endParaRPr", NS) is None:
            etree.SubElement(paragraph, f"{{{A}}}endParaRPr", {"lang": "sv-SE", "dirty": "0"})
    for holder in list(root.iter(f"{{{P}}}txBody")):
        if holder.find("a:lstStyle", NS) is None:
            holder.find("a:bodyPr", NS).addnext(etree.Element(f"{{{A}}}lstStyle"))
    for off in root.iter(f"{{{A}}}off"):
        off.set("x", str(int(off.get("x")) + 60))
    for ext in root.iter(f"{{{P}}}ext"):
        if ext.get("uri") == "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}":
            new = etree.Element(f"{{{P}}}ext", {"uri": "{D42A27DB-BD31-4B8C-83A1-F6EECF244321}"})
            etree.SubElement(new, f"{{{P14}}}modId", {"val": "123456"}, nsmap={"p14": P14})
            ext.addprevious(new)
    if root.tag == f"{{{P}}}sld" and root.find("p:timing", NS) is None:
        xml = (
            f'<p:timing xmlns:p="{P}"><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" '
            f'nodeType="tmRoot"/></p:par></p:tnLst>'
            "</p:timing>"
        )
        root.append(etree.fromstring(xml))


def marks_everywhere(data: bytes) -> bytes:
    """Proofing marks and languages alone, through python-pptx."""
    deck = Presentation(io.BytesIO(data))
    for slide in deck.slides:
        for shape in every(slide.shapes):
            for held in shape._element.iter(f"{{{A}}}rPr"):
                held.set("lang", "en-GB")
                held.set("err", "1")
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


PROGRAMS: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda data: data,
    "python-pptx": python_pptx,
    "PowerPoint-like": powerpoint,
    "proofing": marks_everywhere,
}
