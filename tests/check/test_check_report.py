"""What was found, told in each way: complete, escaped, the worst slide first, alike from run to run."""

from __future__ import annotations

import json
from functools import cache
from html.parser import HTMLParser

import pytest
from good_decks import BODY, LINK, PICTURE, edited, element, first, made, on_slide, ours
from lxml import etree
from planting import LOW, PIC_PROPS, TITLE_SHAPE, both, drawn, gone, put, solid, text_box

from deck import i18n
from deck.check.judge import check_package
from deck.check.opens.slides import NOTES
from deck.check.report import Judged, as_html, as_json, as_sarif, as_text, groups
from deck.check.settings import Settings, Silence
from deck.check.subject import Subject
from deck.diagnostics import Diagnostic, Severity, Where
from deck.package import Package

EVIL = "<script>alert('x')</script>&amp;"


@cache
def faulty() -> Package:
    package = on_slide(PICTURE, both(gone(TITLE_SHAPE), put(PIC_PROPS, "descr", "")))(made())
    package = on_slide(LINK, drawn(text_box(EVIL.replace("<", "&lt;").replace("&amp;", "&amp;amp;"), LOW, ink=solid("CCCCCC"))))(
        package
    )
    package = on_slide(BODY, lambda root: first(root, TITLE_SHAPE + "/p:nvSpPr/p:cNvPr").set("name", EVIL))(package)
    return on_slide(BODY, lambda root: first(root, "//p:clrMapOvr").addnext(element('<p:transition advTm="1"/>')))(package)


@cache
def judged() -> Judged:
    report = check_package(faulty(), "deck.pptx")
    settings = Settings(silences=(Silence("accessible/auto-advance", "Det är ett bildspel i en entré."),))
    kept, silenced = settings.split(report.findings)
    fault = Diagnostic("prose/spelling", Severity.WARNING, "“ord” finns inte", Where("content/sv/x.yaml", 3, 7), "rätta")
    return Judged("deck.pptx", kept, silenced, (fault,), report.subject)


def test_the_worst_slide_comes_first_and_the_document_before_all() -> None:
    found = groups(judged())
    errors = [sum(item.level == Severity.ERROR for item in group.findings) for group in found if group.slide]
    assert errors == sorted(errors, reverse=True)
    assert found[0].slide is None or all(group.slide for group in found)
    assert found[0].number == PICTURE or found[1].number == PICTURE
    for group in found:
        levels = [item.level for item in group.findings]
        assert levels == sorted(levels, reverse=True)


def test_the_text_says_what_where_why_and_how() -> None:
    text = as_text([judged()])
    assert text.splitlines()[0].startswith("deck.pptx: ")
    for words in (
        "accessible/alt-missing “Picture 2”: the picture has no alternative text",
        "WCAG 1.1.1",
        "→ right-click it",
        "Slide 3",
        "content/sv/x.yaml:3:7",
        "1 finding is silenced",
        "accessible/auto-advance: Det är ett bildspel i en entré.",
    ):
        assert words in text
    assert all(len(line) < 200 for line in text.splitlines())


def test_a_clean_file_says_so() -> None:
    assert as_text([Judged("a.pptx")]) == "a.pptx: nothing to remark on\n\n"
    assert Judged("a.pptx").clean


def test_json_has_all_and_is_json() -> None:
    found = json.loads(json.dumps(as_json([judged()])))[0]
    assert found["file"] == "deck.pptx" and found["slides"] == 6
    assert found["errors"] == sum(item["severity"] == "error" for item in found["findings"])
    alt = next(item for item in found["findings"] if item["code"] == "accessible/alt-missing")
    assert alt["slide"] == PICTURE and alt["shape"] == "Picture 2" and alt["box"]["width"] > 0 and not alt["fixable"]
    assert found["silenced"][0]["reason"].startswith("Det är")
    assert found["faults"][0]["where"] == {"file": "content/sv/x.yaml", "line": 3, "column": 7}


def test_sarif_holds_to_the_standard() -> None:
    log = as_sarif([judged()], "1.2.3")
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["version"] == "1.2.3"
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (silent,) = [result for result in run["results"] if "suppressions" in result]
    assert silent["suppressions"] == [{"kind": "external", "justification": "Det är ett bildspel i en entré."}]
    (placed,) = [result for result in run["results"] if result["ruleId"] == "prose/spelling"]
    assert placed["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}


class Reader(HTMLParser):
    """Elements in order, headings' levels, ids and the links to them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.levels: list[int] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.attributes.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a" and str(found.get("href", "")).startswith("#"):
            self.targets.append(str(found["href"])[1:])
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))


def test_the_page_needs_nothing_and_lets_nothing_in() -> None:
    page = as_html([judged()])
    reader = Reader(page)
    assert "script" not in reader.tags and "&lt;script&gt;" in page and "<script" not in page
    for _tag, attributes in reader.attributes:
        for name in ("src", "href", "xlink:href"):
            value = attributes.get(name) or ""
            assert not value or value.startswith(("#", "data:image/")), value
    assert "url(" not in page and "@import" not in page


def test_the_page_is_accessible() -> None:
    reader = Reader(as_html([judged()]))
    assert reader.levels[0] == 1 and reader.levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(reader.levels, reader.levels[1:], strict=False))
    assert len(set(reader.ids)) == len(reader.ids) and set(reader.targets) <= set(reader.ids)
    assert {"main", "nav", "header", "title"} <= set(reader.tags)
    drawings = [attributes for tag, attributes in reader.attributes if tag == "svg" and attributes.get("class") == "slide"]
    assert drawings and all(item.get("role") == "img" and "slide" in str(item.get("aria-label")) for item in drawings)
    assert dict(reader.attributes)["html"]["lang"] == "en"


def test_the_page_speaks_swedish_and_marks_the_spots() -> None:
    i18n.use("sv")
    try:
        page = as_html([judged()])
    finally:
        i18n.use(None)
    assert '<html lang="sv">' in page and "Granskning av deck.pptx" in page and "Så rättar ni" in page
    assert page.count('class="spot error"') >= 2
    assert 'class="mark">1<' in page


def test_many_files_are_one_page_and_alike_each_time() -> None:
    two = [judged(), Judged("b.pptx", subject=Subject(made(), "b.pptx"))]
    page = as_html(two)
    assert page == as_html(two)
    assert "b.pptx" in page and "Check of 2 files" in page


@pytest.mark.parametrize(
    "package", [made(), edited(made(), "ppt/slides/slide1.xml", gone("//p:spTree"))], ids=["good", "no shapes"]
)
def test_a_slide_is_drawn_whatever_is_in_it(package: Package) -> None:
    from deck.check.report.picture import Mark, slide_svg
    from deck.geometry import Box

    subject = Subject(package, "x")
    marks = [Mark(1, Box(-500_000, 0, 40_000_000, 1), "error")]
    drawn = [etree.fromstring(slide_svg(subject, slide, marks, "Slide")) for slide in subject.slides]
    assert drawn and {item.tag for item in drawn} == {"{http://www.w3.org/2000/svg}svg"}
    assert all("1" in "".join(map(str, item.itertext())) for item in drawn), "the mark's number"


def test_what_powerpoint_is_not_known_to_mind_is_not_said_to_be_repaired() -> None:
    """Notes whose master is there and not listed, as python-pptx writes them: a remark, in every report."""
    package = edited(ours(), ours().main, gone("//p:notesMasterIdLst"))
    report = check_package(package, "deck.pptx", rules=[NOTES])
    (found,) = report.findings
    one = Judged("deck.pptx", report.findings, (), (), report.subject)
    assert found.level is Severity.INFO
    for told in (as_text([one]), json.dumps(as_json([one]), ensure_ascii=False), as_html([one])):
        assert "notes" in told and "PowerPoint repairs" not in told
