"""What programs write anew when they save, and why: the one table. All else that is not as generated is the owner's doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deck.drawing.names import qn

NoiseKind = Literal["attribute", "default", "element", "empty", "extension", "measure"]


@dataclass(frozen=True, slots=True)
class Noise:
    """`attribute`: without meaning. `default`: says what holds anyway (`value`). `element`: without meaning, with all in it.
    `empty`: where nothing is in it. `extension`: an a:ext or p:ext of that URI. `measure`: EMU that are rounded. `where` is an
    element, "" for any."""

    kind: NoiseKind
    where: str
    name: str
    program: str
    why: str
    value: str = ""


def _many(kind: NoiseKind, where: str, names: str, program: str, why: str, value: str = "") -> tuple[Noise, ...]:
    return tuple(Noise(kind, where=where, name=name, program=program, why=why, value=value) for name in names.split())


NOISE: tuple[Noise, ...] = (
    # Numbers that only tie a file together.
    *_many("attribute", "p:cNvPr", "id", "all", "shapes are numbered anew on pasting and saving"),
    *_many("attribute", "p:cTn", "id", "PowerPoint", "time nodes are numbered anew"),
    *_many("attribute", "a:fld", "id", "all", "a field's GUID is drawn anew"),
    *_many("attribute", "p:cSld", "name", "Google, Keynote, LibreOffice", "dropped, or a name of the program's own"),
    *_many("extension", "", "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}", "PowerPoint", "a16:creationId: new for what is pasted"),
    *_many("extension", "", "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}", "PowerPoint", "p14:creationId: likewise for a slide"),
    *_many("extension", "", "{D42A27DB-BD31-4B8C-83A1-F6EECF244321}", "PowerPoint", "p14:modId: a count of changes"),
    *_many("extension", "", "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}", "PowerPoint", "a16:rowId: a table row's number"),
    *_many("extension", "", "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}", "PowerPoint", "a16:colId: a table column's number"),
    *_many("extension", "", "{C3380CC4-5D6E-409C-BE32-E72D297353CC}", "PowerPoint", "c16:uniqueId: a series' or point's number"),
    *_many("extension", "", "{6F2FDCE9-48DA-4B69-8628-5D25D57E5C99}", "PowerPoint", "c14:invertIfNegative's colour, never shown"),
    *_many(
        "extension", "", "{28A0092B-C50C-407E-A947-70E740481C1C}", "PowerPoint", "a14:useLocalDpi: how a picture was compressed"
    ),
    *_many(
        "extension", "", "{C572A759-6A51-4108-AA02-DFA0A04FC94B}", "PowerPoint", "how a text with a placeholder's look was pasted"
    ),
    *_many("extension", "", "{56B9EC1D-385E-4148-901F-78D8002777C0}", "PowerPoint", "c16r3: how missing values are plotted"),
    *_many("extension", "", "{E180D4A7-C9FB-4DFB-919C-405C955672EB}", "PowerPoint", "p14: which view a slide was shown in"),
    *_many("extension", "", "{E76CE94A-603C-4142-B9EB-6D1370010A27}", "PowerPoint", "p14:discardImageEditData"),
    *_many("extension", "", "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}", "PowerPoint", "c15: where a chart's label may stand"),
    # Spelling, and what was typed last.
    *_many("attribute", "", "lang altLang dirty err smtClean smtId noProof kumimoji bmk", "all", "proofing"),
    *_many("element", "", "a:endParaRPr a:normAutofit", "all", "the look of a letter not yet written; how far text was shrunk"),
    *_many("element", "", "a:lang c:lang", "PowerPoint", "proofing"),
    *_many(
        "element",
        "",
        " ".join(f"a:lvl{level}pPr" for level in range(1, 10)),
        "deck",
        "a shape's own list style: sizes fitted by an older version. No dialog writes it; a size chosen by hand is its runs'",
    ),
    # What says nothing, left out or written out.
    *_many("default", "p:sld", "show showMasterSp showMasterPhAnim", "all", "shown, with its master", "1"),
    *_many("default", "p:notes", "showMasterSp showMasterPhAnim", "all", "shown, with its master", "1"),
    *_many("default", "p:ph", "sz", "LibreOffice", "full size", "full"),
    *_many("default", "p:ph", "orient", "LibreOffice", "level", "horz"),
    *_many("default", "p:ph", "idx", "all", "the first", "0"),
    *_many("default", "p:ph", "hasCustomPrompt", "PowerPoint", "the layout's words", "0"),
    *_many("default", "p:cNvPr", "descr title hidden", "all", "not said", ""),
    *_many("default", "p:cNvPr", "hidden", "all", "shown", "0"),
    *_many("default", "a:rPr", "u strike", "all", "no line", "none"),
    *_many(
        "default", "a:hlinkClick", "tooltip action invalidUrl tgtFrame history highlightClick endSnd", "PowerPoint", "not said"
    ),
    *_many("default", "a:hlinkClick", "history", "PowerPoint", "kept in the history", "1"),
    *_many("default", "a:bodyPr", "rtlCol compatLnSpc fromWordArt forceAA spcFirstLastPara rot", "PowerPoint", "as ever", "0"),
    *_many("default", "a:bodyPr", "numCol", "PowerPoint", "one column", "1"),
    *_many("default", "a:bodyPr", "vert", "PowerPoint", "level", "horz"),
    *_many("default", "a:pPr", "lvl", "all", "the first level", "0"),
    *_many("default", "a:pPr", "rtl", "all", "left to right", "0"),
    *_many("default", "a:pPr", "eaLnBrk latinLnBrk hangingPunct fontAlgn", "LibreOffice, PowerPoint", "line breaking", "1"),
    *_many("default", "a:xfrm", "rot flipH flipV", "all", "upright", "0"),
    *_many("default", "p:xfrm", "rot flipH flipV", "all", "upright", "0"),
    *_many("default", "a:tc", "rowSpan gridSpan", "all", "a single cell", "1"),
    *_many("default", "a:tc", "hMerge vMerge", "all", "a single cell", "0"),
    *_many("default", "a:tblPr", "rtl firstRow firstCol lastRow lastCol bandRow bandCol", "all", "no such part", "0"),
    *_many("default", "p:cNvSpPr", "txBox", "all", "no text box", "0"),
    *_many("default", "p:nvPr", "isPhoto userDrawn", "PowerPoint", "as ever", "0"),
    *_many("default", "a:blip", "cstate", "PowerPoint", "not compressed", "none"),
    *_many("default", "a:picLocks", "noChangeAspect", "all", "a lock that hinders nobody", "1"),
    *_many(
        "empty",
        "",
        "a:lstStyle a:rPr a:pPr a:extLst p:extLst c:extLst a:avLst p:custDataLst p:custDataLst p:bldLst",
        "all",
        "no words",
    ),
    *_many("empty", "", "a:spLocks a:picLocks a:grpSpLocks a:graphicFrameLocks p:cNvSpPr p:cNvPicPr p:nvPr", "all", "no words"),
    *_many("empty", "", "a:tcPr a:tblPr a:spcBef a:spcAft p:style a:ln a:bodyPr p:tnLst p:cNvGrpSpPr", "all", "no words"),
    *_many("empty", "", "p:timing p:cTn p:par", "PowerPoint, LibreOffice", "a time line on which nothing happens"),
    *_many(
        "element", "", "c:date1904 c:roundedCorners c:printSettings c:autoUpdate", "PowerPoint", "a chart's settings written out"
    ),
    *_many(
        "element", "", "c:formatCode c:ptCount c:f", "LibreOffice, PowerPoint", "where in the workbook a chart's numbers stand"
    ),
    *_many("attribute", "", "smtClean baseType", "PowerPoint", "a text's history"),
    # Places.
    *_many("measure", "a:off", "x y", "all", "rounded to a hundredth of a millimetre or a point"),
    *_many("measure", "a:chOff", "x y", "all", "rounded likewise"),
    *_many("measure", "a:ext", "cx cy", "all", "rounded likewise"),
    *_many("measure", "a:chExt", "cx cy", "all", "rounded likewise"),
    *_many("measure", "a:gridCol", "w", "all", "rounded likewise"),
    *_many("measure", "a:tr", "h", "all", "rounded likewise"),
)
"""What needs more than a word is done in form.py: split runs, relationships' ids, alternate content, alike booleans."""
NEAR = 20_000
"""EMU (about half a millimetre): programs round so far."""


def _pairs(kind: NoiseKind) -> frozenset[tuple[str, str]]:
    return frozenset((qn(item.where) if item.where else "", item.name) for item in NOISE if item.kind == kind)


ATTRIBUTES = _pairs("attribute")
MEASURES = _pairs("measure")
DEFAULTS = frozenset((qn(item.where), item.name, item.value) for item in NOISE if item.kind == "default")
DROPPED = frozenset(qn(item.name) for item in NOISE if item.kind == "element")
EMPTY = frozenset(qn(item.name) for item in NOISE if item.kind == "empty")
EXTENSIONS = frozenset(item.name.upper() for item in NOISE if item.kind == "extension")

__all__ = ["ATTRIBUTES", "DEFAULTS", "DROPPED", "EMPTY", "EXTENSIONS", "MEASURES", "NEAR", "NOISE", "Noise"]
