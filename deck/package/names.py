"""Names that stand in every file: namespaces, kinds of relationships, the XML head, and the order of p:presentation's children
(ECMA-376 Part 1, annex A and 19.2.1.26; Part 2)."""

from __future__ import annotations

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""The declaration as Office writes it."""

_OOXML = "http://schemas.openxmlformats.org/"
_MICROSOFT = "http://schemas.microsoft.com/office/"

A = _OOXML + "drawingml/2006/main"
C = _OOXML + "drawingml/2006/chart"
P = _OOXML + "presentationml/2006/main"
R = _OOXML + "officeDocument/2006/relationships"
S = _OOXML + "spreadsheetml/2006/main"
CUSTOM_XML = _OOXML + "officeDocument/2006/customXml"
CUSTOM_PROPERTIES = _OOXML + "officeDocument/2006/custom-properties"
EXTENDED_PROPERTIES = _OOXML + "officeDocument/2006/extended-properties"
VALUE_TYPES = _OOXML + "officeDocument/2006/docPropsVTypes"
CORE_PROPERTIES = _OOXML + "package/2006/metadata/core-properties"
CORE_RELATIONSHIP = _OOXML + "package/2006/relationships/metadata/core-properties"
RELATIONSHIPS = _OOXML + "package/2006/relationships"
TYPES = _OOXML + "package/2006/content-types"
MC = _OOXML + "markup-compatibility/2006"
DC = "http://purl.org/dc/elements/1.1/"
DGM = _OOXML + "drawingml/2006/diagram"
DSP = _MICROSOFT + "drawing/2008/diagram"
P14 = _MICROSOFT + "powerpoint/2010/main"
A16 = _MICROSOFT + "drawing/2014/main"
ADEC = _MICROSOFT + "drawing/2017/decorative"
AHYP = _MICROSOFT + "drawing/2018/hyperlinkcolor"
ASVG = _MICROSOFT + "drawing/2016/SVG/main"

REL = R
"""What a relationship's type begins with: f"{REL}/slide"."""

NSMAP = {"a": A, "p": P, "r": R, "c": C, "p14": P14, "a16": A16, "adec": ADEC, "asvg": ASVG, "mc": MC, "dgm": DGM, "dsp": DSP}

PRESENTATION_ORDER = (
    "sldMasterIdLst",
    "notesMasterIdLst",
    "handoutMasterIdLst",
    "sldIdLst",
    "sldSz",
    "notesSz",
    "smartTags",
    "embeddedFontLst",
    "custShowLst",
    "photoAlbum",
    "custDataLst",
    "kinsoku",
    "defaultTextStyle",
    "modifyVerifier",
    "extLst",
)
"""The children of p:presentation, in the schema's order (19.2.1.26)."""


def namespaces(*prefixes: str) -> str:
    """Declarations for an element written by hand: `namespaces("a", "r")` gives 'xmlns:a="…" xmlns:r="…"'."""
    return " ".join(f'xmlns:{prefix}="{NSMAP[prefix]}"' for prefix in prefixes)


SLIDE_KINDS = {
    "screen4x3": 4 / 3,
    "overhead": 4 / 3,
    "35mm": 3 / 2,
    "screen16x9": 16 / 9,
    "screen16x10": 16 / 10,
    "A4": 297 / 210,
    "A3": 420 / 297,
    "letter": 11 / 8.5,
    "ledger": 17 / 11,
    "banner": 8.0,
}
"""What a slide's named kind is as width to height (19.7.16); loosely, as PowerPoint takes margins off paper."""


def is_of_kind(kind: str, wide: int, high: int) -> bool:
    """Are slides so wide and high what their named kind says, lying or standing? Kinds without a size of their own are any."""
    shape = max(wide, high) / max(min(wide, high), 1)
    return kind not in SLIDE_KINDS or abs(shape / SLIDE_KINDS[kind] - 1) <= 0.12
