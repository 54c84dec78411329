"""What a document says of itself: its core, extended and custom properties (ECMA-376 Part 2, 8.3; Part 1, 22.2 and 22.3)."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from deck.package import Package, Relationship
from deck.package.names import CORE_PROPERTIES, CORE_RELATIONSHIP, EXTENDED_PROPERTIES, HEAD, REL
from deck.pptx.manifest import custom_xml, short_properties
from deck.pptx.text import words
from deck.presentation import Presentation


def timestamp(presentation: Presentation) -> str:
    """The document's time: SOURCE_DATE_EPOCH, else the release's date; never now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    date = presentation.date if len(presentation.date) == 10 else "2020-04-30"
    return f"{date}T00:00:00Z"


def with_properties(package: Package, presentation: Presentation, slides: int) -> Package:
    """The package with the core, extended and custom properties of a presentation of so many slides."""
    time = timestamp(presentation)
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{CORE_PROPERTIES}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:dcmitype="http://purl.org/dc/dcmitype/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{words(presentation.title)}</dc:title><dc:subject>{words(presentation.subject)}</dc:subject><dc:creator>{words(presentation.author)}</dc:creator>"
        f"<cp:keywords>{words(presentation.keywords)}</cp:keywords><dc:description>{words(presentation.description)}</dc:description>"
        f"<cp:lastModifiedBy>{words(presentation.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified>'
        f"<dc:language>{presentation.lang}</dc:language></cp:coreProperties>"
    ).encode()
    app = (
        f'{HEAD}<Properties xmlns="{EXTENDED_PROPERTIES}"><TotalTime>0</TotalTime>'
        f"<Application>Microsoft Office PowerPoint</Application><Slides>{slides}</Slides><Notes>"
        f"{slides}</Notes>"
        f"<HiddenSlides>0</HiddenSlides><Company>{words(presentation.author)}</Company><AppVersion>16.0000</AppVersion></Properties>"
    ).encode()
    dml = "application/vnd.openxmlformats-officedocument."
    wanted = (
        (
            "core-properties",
            "docProps/core.xml",
            core,
            "application/vnd.openxmlformats-package.core-properties+xml",
            CORE_RELATIONSHIP,
        ),
        ("extended-properties", "docProps/app.xml", app, dml + "extended-properties+xml", f"{REL}/extended-properties"),
        ("custom-properties", "docProps/custom.xml", b"", dml + "custom-properties+xml", f"{REL}/custom-properties"),
    )
    rels = list(package.rels.get("", ()))
    parts: dict[str, bytes | None] = {}
    overrides: dict[str, str | None] = {}
    for kind, name, data, content_type, rel_type in wanted:
        part = package.one("", kind) or name
        if kind == "custom-properties":
            parts[part] = custom_xml(package.parts.get(part), short_properties(presentation))
        else:
            parts[part] = data
        overrides[part] = content_type
        if not any(rel.kind == kind and rel.target == part for rel in rels):
            rels.append(Relationship(f"rIdDeck{len(rels)}", rel_type, part))
    return package.replace(parts, overrides, {"": tuple(rels)})
