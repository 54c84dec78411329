"""What a refresh's owner reads: first what to read through, then what to decide and what each decision takes."""

from __future__ import annotations

import shlex
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from deck.diagnostics import Diagnostic, Severity, Where
from deck.fleet import BuildRequest, build_one
from deck.package import open_package
from deck.refresh.outcome import Change, Question, Readthrough, Refreshed
from deck.refresh.report import as_html, as_text
from deck.refresh.report.tell import by_hand, command, count_kept, go_on, goes, heading, number_of, part_of, sides, what

ASKED = Question(
    key="why/body:2",
    slide="why",
    slot="body",
    point="2",
    property="text",
    base="Målen gäller <alla>.",
    mine="Målen gäller oss.",
    theirs="Målen gäller hela samhället.",
    title="Varför?",
)
READ = Readthrough(slide="why", slot="notes", mine="Säg a & b.", theirs="Säg b nu.", result="Säg a & b nu.", title="Varför?")


@pytest.fixture
def result(tmp_path: Path) -> Refreshed:
    return Refreshed(
        tmp_path / "min presentation.pptx",
        "conflicts",
        tmp_path / "min presentation-uppdaterad.pptx",
        release_before="1",
        release_after="2",
        changes=(Change("applied", "next", "title", before="Förr", after="Nu", title="Nu"),),
        conflicts=(ASKED,),
        joined=(READ,),
        again=("--content", str(tmp_path / "inne hall")),
        numbers={"why": 3, "next": 4},
        numbers_before={"why": 3, "next": 4, "gone": 9},
    )


def test_a_command_can_be_pasted_anywhere(result: Refreshed, tmp_path: Path) -> None:
    words = shlex.split(command(result, ASKED, "theirs"))
    assert words[0] == "python3" and Path(words[1]).is_file() and Path(words[1]).name == "build.py"
    assert words[2:] == [
        "refresh",
        str(tmp_path.resolve() / "min presentation-uppdaterad.pptx"),
        "--content",
        str(tmp_path / "inne hall"),
        "--resolve",
        "why/body:2=theirs",
    ]


def test_first_what_to_read_through_then_what_to_decide_then_the_news(result: Refreshed) -> None:
    told = as_text(result)
    order = [
        told.index(words)
        for words in ("Go on working in", "Read through", "Säg a & b nu.", "To decide", "Målen gäller oss.", "New:")
    ]
    assert order == sorted(order)
    page = as_html([replace(result, package=None)])
    order = [page.index(words) for words in ("Go on working in", "Read through", ">To decide<", ">New<")]
    assert order == sorted(order)
    assert "&lt;alla&gt;" in page and "<alla>" not in page and "<script" not in page


def test_each_decision_says_exactly_what_goes(result: Refreshed) -> None:
    assert goes(ASKED, "theirs") == "“Målen gäller oss.” goes, and nothing else of yours"
    assert "Målen gäller hela samhället." in goes(ASKED, "mine")
    assert goes(replace(ASKED, mine=""), "theirs") == "nothing goes; “Målen gäller hela samhället.” comes"
    assert goes(replace(ASKED, theirs=""), "mine") == "nothing goes"
    for text in (as_text(result), unescape(as_html([result]))):
        assert goes(ASKED, "theirs") in text and goes(ASKED, "mine") in text


@pytest.mark.parametrize("sides", [{}, {"mine": ""}, {"theirs": ""}, {"slide": "deck", "slot": "title"}])
def test_by_hand_says_the_file_and_the_slide(result: Refreshed, sides: dict[str, str]) -> None:
    told = by_hand(result, replace(ASKED, **sides))  # type: ignore[arg-type]
    assert "min presentation-uppdaterad.pptx" in told
    assert "deck" in sides.get("slide", "") or "slide 3" in told


def test_a_later_page_is_named_by_its_own_number(result: Refreshed) -> None:
    assert number_of("why#2", result) == 4
    assert heading("why#2", "Varför?", result) == "Slide 4: Varför?"
    assert heading("gone", "Borta", result) == "Borta"


def test_a_turned_sense_is_said(result: Refreshed) -> None:
    turned = replace(result, conflicts=(replace(ASKED, sense=True),))
    assert "turns the meaning" in as_text(turned) and "turns the meaning" in as_html([turned])
    assert "turns the meaning" not in as_text(result)


def test_what_stands_together_with_the_guidance_s_is_kept_too() -> None:
    changes = tuple(Change(kind, "why", "body") for kind in ("merged", "kept", "applied", "own-slide"))
    assert count_kept(Refreshed(source=Path("a.pptx"), state="refreshed", changes=changes)) == 3


def test_many_decks_are_one_page_with_an_index(result: Refreshed, tmp_path: Path) -> None:
    others = [
        Refreshed(tmp_path / "klar.pptx", "up-to-date", whole=True),
        Refreshed(
            tmp_path / "trasig.pptx", "refused", diagnostics=(Diagnostic("x", Severity.ERROR, "den är <trasig>", hint="gör om"),)
        ),
        Refreshed(tmp_path / "ny.pptx", "refreshed", tmp_path / "ny-uppdaterad.pptx", joined=(READ,), whole=True),
    ]
    page = as_html([result, *others])
    root: Any = html.fromstring(page)
    links = [link.get("href") for link in root.findall(".//table//a")]
    assert [root.get_element_by_id(str(link)[1:]).text for link in links] == [item.source.name for item in (result, *others)]
    cells = [row.findall("td")[1].text for row in root.findall(".//tbody/tr")]
    assert cells == ["1 thing to decide", "nothing", "could not be refreshed; see why", "1 sentence to read through"]
    assert "&lt;trasig&gt;" in page and "gör om" in page


@pytest.mark.parametrize("several", [False, True])
def test_the_page_s_headings_come_one_by_one_and_its_ids_are_its_own(result: Refreshed, several: bool) -> None:
    root: Any = html.fromstring(as_html([result] * (2 if several else 1)))
    levels = [int(item.tag[1]) for item in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    ids = [item.get("id") for item in root.iter() if item.get("id")]
    assert len(ids) == len(set(ids))
    assert root.get("lang") in ("sv", "en") and len(root.findall(".//main")) == 1


def test_both_sides_of_a_decision_are_drawn(tmp_path: Path) -> None:
    """From the files that the refresh left, and the guidance's side from a deck that took it."""
    built = build_one(BuildRequest("1281", "kort", release="2020-04-30", out=tmp_path))
    assert built.path is not None
    package = open_package(built.path)
    asked = replace(ASKED, slide="when")
    numbers = {"when": 4}
    told = Refreshed(built.path, "conflicts", conflicts=(asked,), numbers=numbers, numbers_before=numbers)
    seen: list[Refreshed] = []

    def preview(item: Refreshed) -> Refreshed:
        seen.append(item)
        return replace(item, package=package)

    root: Any = html.fromstring(as_html([told], preview))
    labels = [item.get("aria-label") for item in root.iter("svg")]
    assert len(labels) == 2 and len(set(labels)) == 2 and seen == [told]
    assert all(item.get("role") == "img" for item in root.iter("svg"))
    # A preview that is not to be had leaves the words.
    root: Any = html.fromstring(as_html([told], lambda item: None))
    assert len(list(root.iter("svg"))) == 1 and "Målen gäller hela samhället." in "".join(root.itertext())


def test_the_slide_to_go_to_is_the_one_in_the_file_at_hand(result: Refreshed) -> None:
    """Where nothing was written, the numbers are the old file's."""
    dry = replace(result, path=None, numbers={"why": 5}, numbers_before={"why": 3})
    assert "slide 3" in by_hand(dry, ASKED) and "Slide 3: Varför?" in as_text(dry)
    assert "slide 5" in by_hand(replace(dry, path=result.path), ASKED)


def test_where_the_work_is_in_another_file_that_is_the_one_to_go_on_in(result: Refreshed) -> None:
    aside = Diagnostic("work-aside", Severity.WARNING, "…", Where("/a/min presentation-uppdaterad-2.pptx"))
    told = go_on(replace(result, diagnostics=(aside,)))
    assert told.startswith("Your work is in min presentation-uppdaterad-2.pptx")
    assert "go on working in min presentation-uppdaterad-2.pptx" in told
    unsure = replace(aside, code="work-aside-unsure")
    told = go_on(replace(result, diagnostics=(unsure,)))
    assert told.startswith("There may be work of yours in min presentation-uppdaterad-2.pptx")
    assert go_on(replace(result, path=None)) == ""


def test_what_is_no_change_of_words_is_told_as_what_it_is() -> None:
    kind = Change("applied", "why", property="kind", before="content", after="object")
    gone = Change("applied", "why", slot="body", property="removed", before="Ord")
    here = Change("applied", "why", slot="provenance", property="added", after="Källa: RUS")
    assert [what(item) for item in (kind, gone, here)] == [
        "the guidance shows it in another form now",
        "text: taken out by the guidance",
        "source line: new from the guidance",
    ]
    assert sides(kind) == ("", "") and sides(gone) == ("Ord", "")
    breaks = Change("applied", "why", slot="title", before="Agenda 2030 har 17 mål", after="Agenda\u00a02030 har 17\u00a0mål")
    assert what(breaks) == "title: the same words, with other line breaks, links or looks" and sides(breaks) == ("", "")
    drawn = Change("applied", "why", slot="object", property="drawing", before="Planera: 40", after="Planera: 40")
    assert what(drawn) == "content: the same numbers, drawn in another way" and sides(drawn) == ("", "")
    assert part_of("figure-source-2", "") == "the figure's source 2"
    assert part_of("object", "block") == "content"


def test_what_the_news_say_where_the_owner_took_a_part_away_stands_in_full_in_both_reports(tmp_path: Path) -> None:
    words = "\n".join(f"rad {n} om mål och åtgärder" for n in range(40)) + "\nden sista raden"
    away = Change("slide-deleted", "why", slot="object", property="slot", before="rad 0", after=words, title="Varför")
    result = Refreshed(tmp_path / "a.pptx", "refreshed", changes=(away,))
    assert "the guidance now says there: rad 0" in as_text(result) and "den sista raden" in as_text(result)
    page = unescape(as_html([result]))
    assert "the guidance now says there: rad 0" in page and "den sista raden" in page
