"""Google Slides' and Keynote's exports, as far as public files show them: no customXml, no tags, no creation ids, no sections;
every place and look written out; shapes by other names; Keynote: text boxes where placeholders were."""

from __future__ import annotations

import copy
from random import Random

from .package import NS, Element, Package, element, q

_HOLDERS = ("p:nvSpPr/p:nvPr/p:ph", "p:nvPicPr/p:nvPr/p:ph", "p:nvGraphicFramePr/p:nvPr/p:ph")


def google(package: Package, chance: Random) -> Package:
    """Shapes are `Google Shape;NUMBER;PAGE`, paragraphs and bodies carry all their properties, equations and charts are pictures
    or words, fields other than the slide's number are words; no docProps at all."""
    _strip(package)
    for prefix in ("docProps/",):
        _drop(package, prefix)
    number = 52
    for page, slide in enumerate(package.slides(), 1):
        number = _name_google(package, slide, f"p{page}", number)
        _charts_to_pictures(package, slide)
        if notes := package.notes(slide):
            number = _name_google(package, notes, f"p{page}:notes", number)
    _renumber_slides(package)
    return package


def keynote(package: Package, chance: Random) -> Package:
    """Shapes are named by what they say, placeholders of text are text boxes with every look in the run;
    no comments, no animations."""
    _strip(package)
    _drop(package, "docProps/custom.xml")
    for slide in package.slides():
        tree = package.tree(slide)
        for gone in tree.findall("p:timing", NS):
            tree.remove(gone)
        for rel in package.relations(slide):
            if rel.type == "comments":
                package.unrelate(slide, rel.id)
                package.drop(rel.target)
        for shape in list(tree.iter(q("p:sp"))):
            _spell_out(package, slide, shape, looks=True)
            holder = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
            if holder is not None and holder.get("type") != "sldNum":
                holder.getparent().remove(holder)
                shape.find("p:nvSpPr/p:cNvSpPr", NS).set("txBox", "1")
        _name_by_words(tree)
    _drop(package, "ppt/commentAuthors.xml")
    _renumber_slides(package)
    return package


def _strip(package: Package) -> None:
    """What neither program writes: custom XML, tags, extensions, sections, newer comments, alternatives."""
    _drop(package, "customXml/")
    for slide in package.slides():
        for part in filter(None, (slide, package.notes(slide))):
            _plain(package, part)
    main = package.presentation
    for gone in [*main.findall("p:extLst", NS), *main.findall("p:custDataLst", NS), *main.findall("p:custShowLst", NS)]:
        main.remove(gone)
    _drop(package, "ppt/tags/")
    _drop(package, "ppt/ink/")
    _drop(package, "ppt/authors.xml")
    _drop(package, "ppt/revisionInfo.xml")
    _drop(package, "ppt/comments/modernComment")
    _drop(package, "ppt/diagrams/")


def _drop(package: Package, prefix: str) -> None:
    """Parts whose name begins so, and what leads to them."""
    owners = ["", *[name for name in package.parts if not name.endswith(".rels") and package.rels_name(name) in package.parts]]
    for owner in owners:
        for rel in package.relations(owner):
            if not rel.external and rel.target.startswith(prefix):
                package.unrelate(owner, rel.id)
    for name in [name for name in package.parts if name.startswith(prefix)]:
        package.drop(name)


def _plain(package: Package, part: str) -> None:
    tree = package.tree(part)
    for choice in list(tree.iter(q("mc:AlternateContent"))):
        fallback = choice.find("mc:Fallback", NS)
        for node in list(fallback) if fallback is not None else []:
            choice.addprevious(node)
        choice.getparent().remove(choice)
    for frame in list(tree.iter(q("p:graphicFrame"))):
        data = frame.find("a:graphic/a:graphicData", NS)
        if data is not None and data.get("uri", "").endswith("/diagram"):
            frame.getparent().remove(frame)
    for gone in [*tree.iter(q("p:custDataLst")), *tree.iter(q("a:extLst")), *tree.iter(q("p:extLst"))]:
        if gone.tag != q("p:custDataLst") and gone.find(".//p14:media", NS) is not None:
            continue
        if gone.getparent() is not None:
            gone.getparent().remove(gone)
    csld = tree.find("p:cSld", NS)
    csld.attrib.pop("name", None)
    for field in list(tree.iter(q("a:fld"))):
        if field.get("type") == "slidenum":
            field.set("id", "{00000000-1234-1234-1234-123412341234}")
        else:
            run = element("<a:r/>")
            run.extend(node for node in list(field) if node.tag != q("a:pPr"))
            field.getparent().replace(field, run)


def _name_google(package: Package, part: str, page: str, number: int) -> int:
    for about in package.tree(part).iter(q("p:cNvPr")):
        number += 1
        if about.get("id") != "1":
            about.set("name", f"Google Shape;{number};{page}")
        else:
            about.set("name", f"Shape {number}")
    _renumber_shapes(package.tree(part), number)
    for shape in package.tree(part).iter(q("p:sp")):
        _spell_out(package, part, shape, looks=shape.find("p:nvSpPr/p:nvPr/p:ph", NS) is None)
        _spell_paragraphs(shape)
    return number + 500


def _renumber_shapes(tree: Element, first: int) -> None:
    new = dict[str, str]()
    for at, about in enumerate(tree.iter(q("p:cNvPr"))):
        new[about.get("id", "")] = str(first + at)
        about.set("id", str(first + at))
    for target in tree.iter(q("p:spTgt")):
        target.set("spid", new.get(target.get("spid", ""), "0"))


def _spell_out(package: Package, slide: str, shape: Element, *, looks: bool) -> None:
    """The place, and the looks of each run, where they were inherited."""
    look = shape.find("p:spPr", NS)
    if look is not None and look.find("a:xfrm", NS) is None:
        place = _inherited(package, slide, shape)
        if place is not None:
            look.insert(0, copy.deepcopy(place))
        if look.find("a:prstGeom", NS) is None and look.find("a:custGeom", NS) is None:
            at = 1 if look.find("a:xfrm", NS) is not None else 0
            look.insert(at, element('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'))
    levels = _levels(package, slide, shape)
    for paragraph in shape.iter(q("a:p")):
        own = paragraph.find("a:pPr", NS)
        style = levels.get(int((own.get("lvl") if own is not None else None) or 0))
        if style is None:
            continue
        if own is None:
            own = element("<a:pPr/>")
            paragraph.insert(0, own)
        _spell_paragraph(own, style)
        if looks:
            for run in paragraph.iter(q("a:r")):
                _spell_run(run, style)
    if looks and (style := shape.find("p:txBody/a:lstStyle", NS)) is not None:
        for level in list(style):
            style.remove(level)


def _spell_run(run: Element, style: Element) -> None:
    words = run.find("a:rPr", NS)
    if words is None:
        words = element("<a:rPr/>")
        run.insert(0, words)
    words.attrib.pop("dirty", None)
    given = style.find("a:defRPr", NS)
    known = dict(given.attrib) if given is not None else {}
    plain = {"lang": "sv-SE", "sz": "1800", "b": "0", "i": "0", "u": "none", "strike": "noStrike", "cap": "none"}
    for key, value in plain.items():
        if words.get(key) is None:
            words.set(key, known.get(key, value))
    if not [node for node in words if node.tag.endswith("Fill")]:
        painted = given.find("a:solidFill", NS) if given is not None else None
        fill = element('<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>') if painted is None else copy.deepcopy(painted)
        line = words.find("a:ln", NS)
        words.insert(0, fill) if line is None else line.addnext(fill)
    if words.find("a:latin", NS) is None:
        at = next((node for node in words if node.tag in (q("a:hlinkClick"), q("a:hlinkMouseOver"))), None)
        for font in ("latin", "ea", "cs", "sym"):
            new = element(f'<a:{font} typeface="Arial"/>')
            words.append(new) if at is None else at.addprevious(new)


_GROUPS = (("lnSpc",), ("spcBef",), ("spcAft",), ("buClrTx", "buClr"), ("buSzTx", "buSzPct", "buSzPts"), ("buFontTx", "buFont"))
_GROUPS += (("buNone", "buAutoNum", "buChar", "buBlip"), ("tabLst",))
"""The children of a paragraph's properties (21.1.2.2.7), in order; of a group one."""


def _spell_paragraph(own: Element, style: Element) -> None:
    """Indents and bullets that were inherited, written out."""
    for key in ("marL", "indent", "algn"):
        if own.get(key) is None and style.get(key) is not None:
            own.set(key, style.get(key))
    rest = [node for node in own if not any(node.tag == q(f"a:{name}") for names in _GROUPS for name in names)]
    chosen = [copy.deepcopy(found) for names in _GROUPS if (found := _either(own, style, names)) is not None]
    for node in list(own):
        own.remove(node)
    own.extend([*chosen, *rest])


def _either(own: Element, style: Element, names: tuple[str, ...]) -> Element | None:
    found = _first(own, names)
    return _first(style, names) if found is None else found


def _first(holder: Element, names: tuple[str, ...]) -> Element | None:
    return next((node for name in names if (node := holder.find(f"a:{name}", NS)) is not None), None)


def _levels(package: Package, slide: str, shape: Element) -> dict[int, Element]:
    """Level → all that a placeholder's paragraphs there inherit: the master's style, its placeholder, the layout's, its own."""
    holder = shape.find(_HOLDERS[0], NS)
    layout = package.related(slide, "slideLayout")
    if holder is None or not layout:
        return {}
    master = package.related(layout, "slideMaster")
    styles = package.tree(master).find("p:txStyles", NS) if master else None
    kind = holder.get("type", "body")
    name = "title" if kind in ("title", "ctrTitle") else "other" if kind in ("ftr", "dt", "sldNum") else "body"
    sources = [styles.find(f"p:{name}Style", NS) if styles is not None else None]
    sources += [
        other.find("p:txBody/a:lstStyle", NS) for part in (master, layout) if part for other in _above(package, part, holder)
    ]
    sources.append(shape.find("p:txBody/a:lstStyle", NS))
    found = dict[int, Element]()
    for level in range(9):
        style = element("<a:pPr><a:defRPr/></a:pPr>")
        for source in sources:
            given = source.find(f"a:lvl{level + 1}pPr", NS) if source is not None else None
            if given is not None:
                _overlay(style, given)
        found[level] = style
    return found


def _overlay(style: Element, given: Element) -> None:
    style.attrib.update(given.attrib)
    for names in _GROUPS:
        if (new := _first(given, names)) is not None:
            if (old := _first(style, names)) is not None:
                style.remove(old)
            style.insert(0, copy.deepcopy(new))
    words, new = style.find("a:defRPr", NS), given.find("a:defRPr", NS)
    if new is not None:
        words.attrib.update(new.attrib)
        if (fill := new.find("a:solidFill", NS)) is not None:
            for old in words.findall("a:solidFill", NS):
                words.remove(old)
            words.append(copy.deepcopy(fill))


def _spell_paragraphs(shape: Element) -> None:
    body = shape.find("p:txBody/a:bodyPr", NS)
    if body is not None:
        for key, value in (
            ("spcFirstLastPara", "1"),
            ("wrap", "square"),
            ("lIns", "91425"),
            ("tIns", "45700"),
            ("rIns", "91425"),
            ("bIns", "45700"),
            ("anchor", "t"),
            ("anchorCtr", "0"),
        ):
            if body.get(key) is None:
                body.set(key, value)
    for paragraph in shape.iter(q("a:p")):
        before = paragraph.find("a:pPr", NS)
        if before is None:
            before = element("<a:pPr/>")
            paragraph.insert(0, before)
        for key, value in (("marL", "0"), ("lvl", "0"), ("indent", "0"), ("algn", "l"), ("rtl", "0")):
            if before.get(key) is None:
                before.set(key, value)
        if not len(before):
            before.append(element('<a:spcBef><a:spcPts val="0"/></a:spcBef>'))
            before.append(element('<a:spcAft><a:spcPts val="0"/></a:spcAft>'))
        if paragraph.find("a:endParaRPr", NS) is None:
            paragraph.append(element("<a:endParaRPr/>"))


def _inherited(package: Package, slide: str, shape: Element) -> Element | None:
    """The place that a placeholder has from its layout or master."""
    holder = shape.find(_HOLDERS[0], NS)
    layout = package.related(slide, "slideLayout") or package.related(slide, "notesMaster")
    if holder is None or layout is None:
        return None
    for part in (layout, package.related(layout, "slideMaster")):
        for other in _above(package, part, holder) if part else ():
            place = other.find("p:spPr/a:xfrm", NS)
            if place is not None:
                return place
    return None


def _above(package: Package, part: str, holder: Element) -> list[Element]:
    """The placeholder of a layout or master that another inherits from: the one of its number, else of its kind."""
    known = [(other, found) for other in package.tree(part).iter(q("p:sp")) if (found := other.find(_HOLDERS[0], NS)) is not None]
    kind, number = holder.get("type", "body"), holder.get("idx")
    same = [other for other, found in known if number is not None and found.get("idx") == number]
    kinds = {
        kind,
        *({"title", "ctrTitle"} if kind in ("title", "ctrTitle") else {"body", "subTitle"} if kind in _BODIES else set()),
    }
    return (same or [other for other, found in known if found.get("type", "body") in kinds])[:1]


_BODIES = ("body", "subTitle", "obj", "chart", "tbl", "pic")


def _charts_to_pictures(package: Package, slide: str) -> None:
    from .things import picture

    for frame in list(package.tree(slide).iter(q("p:graphicFrame"))):
        data = frame.find("a:graphic/a:graphicData", NS)
        if data is None or not data.get("uri", "").endswith("/chart"):
            continue
        about, place = frame.find("p:nvGraphicFramePr/p:cNvPr", NS), frame.find("p:xfrm", NS)
        image = package.add(package.free("ppt/media/chart{}.png"), picture("chart"), "image/png")
        new = element(
            f'<p:pic><p:nvPicPr><p:cNvPr id="{about.get("id")}" name="{about.get("name")}"/>'
            f'<p:cNvPicPr preferRelativeResize="0"/><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{package.relate(slide, "image", image)}"/><a:stretch><a:fillRect/>'
            f"</a:stretch></p:blipFill><p:spPr><a:xfrm/>"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></p:spPr></p:pic>'
        )
        if about.get("descr"):
            new.find("p:nvPicPr/p:cNvPr", NS).set("descr", about.get("descr"))
        new.find("p:spPr/a:xfrm", NS).extend(list(place))
        frame.getparent().replace(frame, new)
    for rel in package.relations(slide):
        if rel.type == "chart":
            package.unrelate(slide, rel.id)
            if not any(rel.target == other.target for name in package.slides() for other in package.relations(name)):
                for inner in package.relations(rel.target):
                    package.drop(inner.target)
                package.drop(rel.target)


def _name_by_words(tree: Element) -> None:
    kinds = {q("p:grpSp"): "Group", q("p:graphicFrame"): "Table 1", q("p:pic"): "Image"}
    for about in list(tree.iter(q("p:cNvPr"))):
        shape = about.getparent().getparent()
        if shape.tag in kinds:
            about.set("name", kinds[shape.tag])
        elif shape.tag == q("p:sp"):
            words = "".join(text.text or "" for text in shape.iter(q("a:t")))
            about.set("name", words[:60] or "Shape")


def _renumber_slides(package: Package) -> None:
    for at, node in enumerate(package.slide_ids()):
        node.set("id", str(256 + at))
