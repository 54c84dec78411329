"""Faults in language, the document's own words, links and movement: planted, each is to be found."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from good_decks import BODY, LINK, PICTURE, edited, element, first, made, on_slide, ours, picture
from PIL import Image
from planting import (
    BODY_SHAPE,
    LINK_BOX,
    LOW,
    PIC,
    TALL,
    TITLE_SHAPE,
    Fault,
    both,
    box,
    drawn,
    gone,
    put,
    said,
    text_box,
    with_media,
)

from deck.check.subject import Subject
from deck.package import Package

FAULTS: list[Fault] = []


def fault(code: str, name: str, plant: Callable[[Package], Package], good: Callable[[], Package] = made) -> None:
    FAULTS.append(Fault(code, name, plant, good))


def _unmarked_language(package: Package) -> Package:
    """No mark on the runs of a slide, and none to take after."""

    def bare(root: Any) -> None:
        for item in root.iter("{*}rPr", "{*}defRPr", "{*}endParaRPr"):
            item.attrib.pop("lang", None)

    package = on_slide(BODY, bare)(package)
    masters = [name for name in package.parts if name.startswith("ppt/slideMasters/")]
    for part in (package.main, *masters):
        package = edited(package, part, bare)
    return package


def _core(change: Callable[[Any], object]) -> Callable[[Package], Package]:
    return lambda package: edited(package, package.one("", "core-properties") or "", change)


def _core_title(words: str) -> Callable[[Any], None]:
    def change(root: Any) -> None:
        next(root.iter("{*}title")).text = words

    return change


def _no_document_language(package: Package) -> Package:
    def bare(root: Any) -> None:
        for item in root.iter("{*}defRPr"):
            item.attrib.pop("lang", None)

    return edited(package, package.main, bare)


def _after(xml: str) -> Callable[[Any], None]:
    return lambda root: first(root, AFTER).addnext(element(xml))


def _timing(attributes: str) -> str:
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst><p:par>'
        f'<p:cTn id="2" fill="hold" {attributes}><p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn></p:par>'
        f"</p:childTnLst></p:cTn></p:par>"
        "</p:tnLst></p:timing>"
    )


def _moving(package: Package) -> Package:
    out = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "white", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0)
    part = Subject(package).slides[PICTURE - 1].part
    image = next(rel for rel in package.rels[part] if rel.kind == "image")
    return package.replace({image.target: out.getvalue()})


def film(rel: str, tag: str) -> Callable[[Package], Package]:
    def plant(package: Package) -> Package:
        package = with_media(package, BODY, "ppt/media/film.mp4", b"\0\0\0\x18ftypmp42", "video/mp4", "rId80", rel)
        package = with_media(package, BODY, "ppt/media/image80.png", picture().getvalue(), "image/png", "rId81")
        return on_slide(
            BODY,
            drawn(
                '<p:pic><p:nvPicPr><p:cNvPr id="98" name="Film" descr="Film om parken"/><p:cNvPicPr/><p:nvPr>'
                f'<a:{tag} r:link="rId80"/></p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="rId81"/><a:stretch>'
                f"<a:fillRect/></a:stretch></p:blipFill>"
                f'<p:spPr>{box(14, 11, 8, 5)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
            ),
        )(package)

    return plant


# Language
LONG_SV = "Det här är en text som vi har skrivit på svenska för att den ska läsas upp av en röst"
LONG_EN = "This is a text that we have written in English so that it would be read by the right voice"


fault("accessible/language-missing", "body and title", _unmarked_language)
fault(
    "accessible/language-missing",
    "only the title",
    lambda package: on_slide(BODY, put(f"{BODY_SHAPE}//a:rPr", "lang", "sv-SE"))(_unmarked_language(package)),
)
fault(
    "accessible/language-missing",
    "a text box",
    lambda package: on_slide(
        BODY,
        both(
            put(f"{TITLE_SHAPE}//a:rPr", "lang", "sv-SE"),
            lambda root: [item.set("lang", "sv-SE") for item in root.iter("{*}rPr")],
            drawn(text_box("Utan märkning", LOW).replace('lang="sv-SE" ', "")),
        ),
    )(_unmarked_language(package)),
)
fault("accessible/language-wrong", "Swedish as English", on_slide(LINK, drawn(text_box(LONG_SV, TALL).replace("sv-SE", "en-US"))))
fault("accessible/language-wrong", "English as Swedish", on_slide(LINK, drawn(text_box(LONG_EN, TALL))))
fault(
    "accessible/language-wrong",
    "Swedish without a mark, in an English deck",
    on_slide(LINK, drawn(text_box(LONG_SV, TALL).replace('lang="sv-SE" ', ""))),
)
fault(
    "accessible/language-wrong",
    "short texts together",
    on_slide(BODY, lambda root: [item.set("lang", "en-GB") for item in root.iter("{*}rPr")]),
)

# The document


fault("accessible/document-title", "empty", _core(_core_title("")))
fault("accessible/document-title", "PowerPoint's own", _core(_core_title("PowerPoint-presentation")))
fault("accessible/document-title", "a file's name", _core(_core_title("slutlig_version 3.pptx")))
fault(
    "accessible/document-title",
    "no properties at all",
    lambda package: package.replace({package.one("", "core-properties") or "": None}),
)


fault("accessible/document-language", "no default", _no_document_language)
fault(
    "accessible/document-language",
    "no default text style",
    lambda package: edited(package, package.main, gone("//p:defaultTextStyle")),
)
fault(
    "accessible/document-language",
    "ours, without both",
    lambda package: _core(lambda root: [item.getparent().remove(item) for item in list(root.iter("{*}language"))])(
        _no_document_language(package)
    ),
    ours,
)

# Links
for words in ("Klicka här", "här", "Läs mer …", "click here"):
    fault("accessible/link-vague", words, on_slide(LINK, said(LINK_BOX, words)))
for words in ("https://rus.se/vagledning", "www.rus.se", "rus.se/vagledning-for-lokalt-arbete-med-miljomal"):
    fault("accessible/link-bare-address", words, on_slide(LINK, said(LINK_BOX, words)))

# Movement
AFTER = "//p:clrMapOvr"


ALTERNATE = (
    '<mc:AlternateContent><mc:Choice Requires="p14"><p:transition p14:dur="2000" {0}>{1}</p:transition></mc:Choice>'
    "<mc:Fallback><p:transition {0}/></mc:Fallback></mc:AlternateContent>"
)
fault("accessible/auto-advance", "after five seconds", on_slide(BODY, _after('<p:transition advTm="5000"/>')))
fault(
    "accessible/auto-advance",
    "and no click",
    on_slide(BODY, _after('<p:transition advClick="0" advTm="0"><p:fade/></p:transition>')),
)
fault("accessible/auto-advance", "in alternate content", on_slide(BODY, _after(ALTERNATE.format('advTm="3000"', "<p:fade/>"))))
fault("accessible/endless-movement", "for ever", on_slide(BODY, _after(_timing('repeatCount="indefinite"'))))
fault("accessible/endless-movement", "twenty times", on_slide(BODY, _after(_timing('repeatCount="20000"'))))
fault("accessible/endless-movement", "a moving GIF", _moving)
fault("accessible/flashing", "blink", on_slide(BODY, _after(_timing('presetID="35" presetClass="emph"'))))
fault("accessible/flashing", "flash once", on_slide(BODY, _after(_timing('presetID="11" presetClass="entr"'))))
fault("accessible/flashing", "the transition", on_slide(BODY, _after(ALTERNATE.format("", "<p14:flash/>"))))


fault("accessible/captions-missing", "a film", film("video", "videoFile"))
fault("accessible/captions-missing", "QuickTime", film("video", "quickTimeFile"))
fault(
    "accessible/captions-missing",
    "a film in a group",
    lambda package: on_slide(BODY, _grouped_film)(film("video", "videoFile")(package)),
)


def _grouped_film(root: Any) -> None:
    pic = first(root, PIC)
    group = element(
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="99" name="Grupp"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:grpSp>'
    )
    pic.getparent().replace(pic, group)
    group.append(pic)
