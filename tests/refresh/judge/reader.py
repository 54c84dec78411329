"""What is in a deck, counted by zipfile and lxml alone: marks by place, and whether the package is sound."""

from __future__ import annotations

import json
import posixpath
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pptx import Presentation

from .marks import WORD, Mark
from .package import MARKUP, NS, Element, Package, R, q

Count = Counter[tuple[str, str]]
_NAMES = {
    "slides": "slide",
    "notesSlides": "notes",
    "charts": "chart",
    "comments": "comment",
    "diagrams": "diagram",
    "tags": "tag",
    "ink": "ink",
}
ADD_IN = "{urn:egen}egen"
"""What the judge's add-in keeps in a deck."""
_TEXT, _MATH, _RUN, _FIELD, _BREAK = q("a:t"), q("m:t"), q("a:r"), q("a:fld"), q("a:br")


def family(name: str) -> str:
    """The kind of part that a part's folder says."""
    return _NAMES.get(posixpath.basename(posixpath.dirname(name)), "deck")


def count(package: Package) -> Count:
    """How often each mark is there. The first is the place: `slide` and `notes` (words of runs), `slide field`, `slide math`,
    `slide link`, `slide @descr` (an attribute), `chart`, `comment`, `media` …; `para` holds whole paragraphs of slides."""
    found = _counted(package, package.reachable())
    for name in package.reachable():
        if name.startswith("ppt/slideLayouts") and name.endswith(".xml"):
            _count_words("".join(text.text or "" for text in package.tree(name).iter(_TEXT)), "layout", found)
            for about in package.tree(name).iter(q("p:cNvPr")):
                _count_words(about.get("descr", ""), "layout", found)
        elif name.startswith(("customXml/", "docProps/custom")) and name.endswith(".xml"):
            root = package.tree(name)
            place = "property" if name.startswith("docProps") else "data"
            # What the product remembers there holds the guidance's words, too.
            if place == "property" or root.tag == ADD_IN:
                _count_words("".join(str(words) for words in root.itertext()), place, found)
    _count_range(package, found)
    return found


def of_slide(package: Package, ours: str) -> Count:
    """The same of the slides (all pages) that are the guidance's `ours` by tag, and of their notes, charts and the like."""
    found: Count = Counter()
    for slide in package.slides():
        if ours in slide_names(package, slide):
            others = tuple(other for other in package.slides() if other != slide)
            found += _counted(package, [slide, *package.reachable(slide, (*others, package.main))])
    return found


def _counted(package: Package, names: Iterable[str]) -> Count:
    found: Count = Counter()
    for name in names:
        if name.startswith(("ppt/slideMasters", "ppt/slideLayouts", "ppt/theme", "ppt/notesMasters", "customXml", "docProps")):
            continue
        if name.endswith(MARKUP):
            _count_part(package, name, found)
    return found


def _count_part(package: Package, name: str, found: Count) -> None:
    tree, kind = package.tree(name), family(name)
    leads = {rel.id: rel for rel in package.relations(name)}
    for node in tree.iter(etree_element()):
        if node.tag == q("a:p"):
            _count_paragraph(node, kind, found)
        elif node.text and node.tag not in (_TEXT, _MATH):
            for word in WORD.findall(node.text):
                found[kind, word] += 1
        before = _as_before(node)
        for key, value in node.attrib.items():
            local = key.rpartition("}")[2]
            if before is not None and before.get(key) == value:
                continue
            if key.startswith(f"{{{R}}}"):
                _count_relation(package, leads.get(value), kind, found)
                continue
            for word in WORD.findall(value):
                found[f"{kind} @{local}", word] += 1
            if local in NUMBERS:
                found[f"{kind} @{local}", value] += 1
    if kind == "slide" and tree.get("show") == "0":
        found["slide @show", "0"] += 1
    if kind == "slide":
        found["feet", "ftr"] += len(tree.findall(".//p:ph[@type='ftr']", NS))
        _count_rows(tree, found)
        _count_pointed(package, name, tree, found)


def _count_pointed(package: Package, name: str, tree: Element, found: Count) -> None:
    """Marks in what effects, connectors and comments speak of: `slide effect`, `slide glued`, `slide remark`; and the names of
    categories that effects are on: `slide category`."""
    shapes = {about.get("id"): shape for shape in tree.iter(q("p:sp")) for about in shape.iterfind("p:nvSpPr/p:cNvPr", NS)}
    for target in tree.iter(q("p:spTgt")):
        lines = [plain(line) for line in shapes[target.get("spid")].iter(q("a:p"))] if target.get("spid") in shapes else []
        for span in target.iter(q("p:pRg")):
            _count_words("".join(lines[int(span.get("st", "0")) : int(span.get("end", "0")) + 1]), "slide effect", found)
        for chart in target.iter(q("a:chart")):
            names = categories(package, name, tree, target.get("spid", ""))
            if 0 <= int(chart.get("categoryIdx", "-1")) < len(names):
                found["slide category", names[int(chart.get("categoryIdx", "-1"))]] += 1
    for glue in tree.iter(q("a:stCxn"), q("a:endCxn")):
        if glue.get("id") in shapes:
            _count_words("".join(plain(line) for line in shapes[glue.get("id")].iter(q("a:p"))), "slide glued", found)
    comments = package.related(name, "comments")
    for mark in package.tree(comments).iter("{*}txMk") if comments in package.parts else ():
        shape = shapes.get(mark.getprevious().get("id")) if mark.getprevious() is not None else None
        if shape is not None:
            said = "\r".join(plain(line) for line in shape.iter(q("a:p")))
            start = int(mark.get("cp", "0"))
            _count_words(said[start : start + int(mark.get("len", "0"))], "slide remark", found)


def _count_range(package: Package, found: Count) -> None:
    """Marks on the slides that the show goes through, where it is set to go from one slide to another: `range`."""
    part = package.related(package.main, "presProps")
    shown = package.tree(part).find("p:showPr/p:sldRg", NS) if part in package.parts else None
    if shown is not None:
        for slide in package.slides()[int(shown.get("st", "1")) - 1 : int(shown.get("end", "1"))]:
            said = "".join(text.text or "" for text in package.tree(slide).iter(_TEXT))
            for word in set(WORD.findall(said)):
                found["range", word] += 1


def _count_rows(tree: Element, found: Count) -> None:
    """Which of two marks stands in the earlier row: `rows`."""
    for table in tree.iter(q("a:tbl")):
        rows = [WORD.findall("".join(text.text or "" for text in row.iter(_TEXT))) for row in table.findall("a:tr", NS)]
        for n, words in enumerate(rows):
            for one in words:
                for other in {word for later in rows[n + 1 :] for word in later}:
                    found["rows", f"{one}>{other}"] += 1


def _count_words(said: str, place: str, found: Count) -> None:
    for word in WORD.findall(said):
        found[place, word] += 1


def plain(line: Element) -> str:
    """A paragraph's letters; a line break is one, too."""
    return "".join("\v" if item.tag == _BREAK else (item.text or "") if item.tag == _TEXT else "" for item in line.iter())


def categories(package: Package, slide: str, tree: Element, number: str) -> list[str]:
    """The names of the categories of a chart on a slide, by its frame's number."""
    for frame in tree.iter(q("p:graphicFrame")):
        chart = next(frame.iter(q("c:chart")), None)
        if chart is not None and next(frame.iter(q("p:cNvPr"))).get("id") == number:
            part = next((rel.target for rel in package.relations(slide) if rel.id == chart.get(q("r:id"))), None)
            return [node.text or "" for node in package.tree(part).findall(".//c:ser[1]/c:cat//c:pt/c:v", NS)] if part else []
    return []


def grids(package: Package) -> Counter[int]:
    """How many columns the tables have."""
    tables = (table for slide in package.slides() for table in package.tree(slide).iter(q("a:tblGrid")))
    return Counter(len(table) for table in tables)


def has_category(package: Package, name: str) -> bool:
    charts = (package.tree(part) for part in package.reachable() if family(part) == "chart" and part.endswith(".xml"))
    return any((node.text or "") == name for chart in charts for node in chart.iterfind(".//c:cat//c:pt/c:v", NS))


def _as_before(node: Element) -> Element | None:
    """What says the same of the run before, where this is of a run's look: programs part runs, and join them."""
    look = next((item for item in (node, *node.iterancestors()) if item.tag == q("a:rPr")), None)
    run = look.getparent() if look is not None else None
    other = run.getprevious() if run is not None and run.tag == q("a:r") else None
    twin = other.find("a:rPr", NS) if other is not None and other.tag == q("a:r") else None
    if twin is None or look is None:
        return None
    return twin if node is look else next(twin.iter(node.tag), None)


NUMBERS = {"sz", "val", "x", "cx", "dur", "advTm", "w", "h", "spc", "gridSpan", "rowSpan", "rot", "bg", "prst", "lang"}
NUMBERS |= {
    "bandCol",
    "firstRow",
    "algn",
    "l",
    "rtl",
    "baseline",
    "marL",
    "char",
    "tIns",
    "spcCol",
    "vert",
    "marT",
    "blurRad",
    "pos",
    "startAt",
    "lvl",
    "strike",
    "u",
    "cap",
    "anchorCtr",
    "rad",
    "noRot",
}


def etree_element() -> str:
    """Elements only: no comments, no processing instructions."""
    return "{*}*"


def _count_paragraph(paragraph: Element, kind: str, found: Count) -> None:
    """Runs are joined, as programs part them; fields and equations are counted as what they are."""
    words = list[str]()
    for text in paragraph.iter(_TEXT, _MATH):
        if text.tag == _MATH:
            place = f"{kind} math"
        elif text.getparent().tag == _FIELD:
            place = f"{kind} field"
        else:
            words.append(text.text or "")
            continue
        for word in WORD.findall(text.text or ""):
            found[place, word] += 1
    joined = "".join(words)
    for word in WORD.findall(joined):
        found[kind, word] += 1
    if kind == "slide" and joined.strip() and not _of_furniture(paragraph):
        found["para", joined.strip()] += 1


def _of_furniture(paragraph: Element) -> bool:
    """Whether the words are a footer's, which new slides have, too."""
    shape = next((above for above in paragraph.iterancestors() if above.tag == q("p:sp")), None)
    holder = shape.find("p:nvSpPr/p:nvPr/p:ph", NS) if shape is not None else None
    return holder is not None and holder.get("type") in ("ftr", "dt", "sldNum")


def _count_relation(package: Package, relation, kind: str, found: Count) -> None:
    if relation is None:
        return
    if relation.external:
        for word in WORD.findall(relation.target):
            found[f"{kind} link", word] += 1
    elif relation.target in package.parts and not relation.target.endswith(".xml"):
        for word in set(WORD.findall(package.parts[relation.target].decode("latin-1"))):
            found["media", word] += 1


def homes(package: Package, mark: Mark) -> list[str]:
    """The words of the paragraphs that a mark on a slide or in notes stands in, or of the shape that it is on."""
    kind, _space, what = mark.place.partition(" ")
    found = list[str]()
    for name in package.reachable():
        if family(name) != kind or not name.endswith(".xml"):
            continue
        for paragraph in package.tree(name).iter(q("a:p")):
            inside = any(_holds(package, name, node, mark.token, what) for node in paragraph.iter(etree_element()))
            if inside:
                found.append("".join(text.text or "" for text in paragraph.iter(_TEXT)).strip())
        for shape in package.tree(name).iter(q("p:sp")):
            about = [
                node
                for part in (shape.find("p:nvSpPr", NS), shape.find("p:spPr", NS))
                if part is not None
                for node in part.iter()
            ]
            if any(_holds(package, name, node, mark.token, what) for node in about):
                found += ["".join(text.text or "" for text in node.iter(_TEXT)).strip() for node in shape.iter(q("a:p"))]
                # A wordless part of a drawn item (its edge, its arrow) is named by the item's heading.
                found += [prop.get("name", "").partition(" (")[0] for prop in shape.iterfind("p:nvSpPr/p:cNvPr", NS)]
    return found


def _holds(package: Package, name: str, node: Element, token: str, what: str) -> bool:
    if what == "link":
        return any(rel.external and token in rel.target and rel.id in node.attrib.values() for rel in package.relations(name))
    return token in (node.text or "") or token in node.attrib.values()


def slide_names(package: Package, slide: str) -> set[str]:
    """Which of the guidance's slides a slide says by tag that it is."""
    tags = [package.tree(rel.target) for rel in package.relations(slide) if rel.type == "tags" and rel.target in package.parts]
    return {tag.get("val", "") for part in tags for tag in part if tag.get("name") == "DECK_SLIDE"}


def our_slides(package: Package) -> Counter[str]:
    """The slides that still say, by tag, which of the guidance's they are."""
    return Counter(name for slide in package.slides() for name in slide_names(package, slide))


def repeated(before: Package, after: Package, token: str) -> int:
    """On how many pages that are new a mark stands in what each page of a slide repeats: its title, a table's alternative text,
    columns and header row."""
    pages = our_slides(before)
    seen: Counter[str] = Counter()
    found = 0
    for slide in after.slides():
        for name in slide_names(after, slide):
            seen[name] += 1
            # A program that drops the tags leaves nothing to tell new pages by.
            if seen[name] > (pages[name] if pages else 1) > 0:
                found += token in _repeats(after, slide)
    return found


def _repeats(package: Package, slide: str) -> str:
    tree = package.tree(slide)
    held = [shape for shape in tree.iter(q("p:sp")) if shape.find("p:nvSpPr/p:nvPr/p:ph[@type='title']", NS) is not None]
    for frame in tree.iter(q("p:graphicFrame"), q("p:grpSp")):
        held += list(frame.iter(q("p:cNvPr"), q("a:tblGrid")))
        held += frame.findall(".//a:tbl/a:tr[1]", NS)
    texts = ["".join(text.text or "" for text in node.iter(_TEXT)) for node in held]
    values = [value for node in held for inner in node.iter() for value in inner.attrib.values()]
    leads = [rel.target for rel in package.relations(slide) if rel.external and rel.id in values]
    return " ".join([*texts, *values, *leads])


# -- soundness


def faults(package: Package) -> set[str]:
    """What makes a program repair the file, each as a line without numbers that change."""
    found = set[str]()
    types = package.tree("[Content_Types].xml")
    overrides = [node.get("PartName", "") for node in types if node.get("PartName")]
    found |= {
        f"a content type for a part that is not there: {part}" for part in overrides if part.lstrip("/") not in package.parts
    }
    found |= {f"two content types for {part}" for part, times in Counter(map(str.lower, overrides)).items() if times > 1}
    for name in package.parts:
        if name != "[Content_Types].xml" and package.content_type(name) is None:
            found.add(f"no content type: {name}")
        if name.endswith(".xml") and name != "[Content_Types].xml":
            found |= _faults_of_part(package, name)
    ids = [node.get("id") for node in package.slide_ids()]
    if len(set(ids)) < len(ids):
        found.add("two slides of one id")
    listed = [node.get("id") for node in package.presentation.iter(q("p14:sldId"))]
    found |= {f"a section lists slide {number}, which is not there" for number in listed if number not in ids}
    if listed and (missing := set(ids) - set(listed)):
        found.add(f"{len(missing)} slides in no section")
    return found


def _faults_of_part(package: Package, name: str) -> set[str]:
    relations = package.relations(name)
    known = {rel.id for rel in relations}
    found = {f"a relationship to nothing: {family(name)} {rel.type}" for rel in relations if _to_nothing(package, rel)}
    if len(known) < len(relations):
        found.add(f"two relationships of one id: {family(name)}")
    tree = package.tree(name)
    for node in tree.iter(etree_element()):
        for key, value in node.attrib.items():
            if key.startswith(f"{{{R}}}") and value and value not in known:
                found.add(f"an id without relationship: {family(name)} {node.tag.rpartition('}')[2]}")
    if family(name) in ("slide", "notes"):
        found |= _faults_of_shapes(tree, family(name))
    return found


def _to_nothing(package: Package, relation) -> bool:
    return not relation.external and relation.target.split("#")[0] not in package.parts and relation.target not in ("NULL", "")


def _faults_of_shapes(tree: Element, kind: str) -> set[str]:
    # The two branches of an AlternateContent stand for one shape, and may share its id.
    ids = [
        node.get("id")
        for node in tree.iter(q("p:cNvPr"))
        if not any(above.tag == q("mc:Fallback") for above in node.iterancestors())
    ]
    found = set[str]()
    if len(set(ids)) < len(ids):
        found.add(f"two shapes of one id: {kind}")
    for target in tree.iter(q("p:spTgt")):
        if target.get("spid") not in ids:
            found.add("an animation of a shape that is not there")
    return found


def opens(path: Path) -> str | None:
    """None where python-pptx opens the file and reaches every slide's shapes and notes."""
    try:
        for slide in Presentation(str(path)).slides:
            assert slide.slide_layout.slide_master is not None
            for shape in slide.shapes:
                assert shape.shape_id
            if slide.has_notes_slide:
                assert slide.notes_slide.shapes is not None
    except Exception as error:
        return f"python-pptx cannot read it: {type(error).__name__}: {error}"
    return None


def judged(path: Path) -> set[str]:
    """What the product's own check of a file's soundness finds: a second opinion, to which this reader adds its own."""
    from deck.check import all_rules, check_file

    rules = [rule for rule in all_rules() if rule.code.startswith("opens/")]
    return {finding.rule.code for finding in check_file(path, rules).findings}


def validated(path: Path, program: str) -> set[str]:
    """What Microsoft's OpenXmlValidator finds, by its words."""
    done = subprocess.run([program, str(path)], capture_output=True, text=True, timeout=120, check=False)
    return {str(error.get("description")) for error in json.loads(done.stdout)["errors"]}


__all__ = ["NS", "Count", "count", "family", "faults", "judged", "opens", "our_slides", "repeated", "validated"]
