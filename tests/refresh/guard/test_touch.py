"""What an owner did is seen, wherever it is; what a program did is not taken for it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from programs import PROGRAMS, powerpoint
from refresh_corpus import base_pages, generated, look_of, refreshed
from refresh_edits import find
from refresh_releases import BASE, RELEASES
from test_refresh_beside import linked_cards
from traces import NS, REL, TRACES, left, props, run_props

from deck.package import open_package
from deck.pptx import read_pptx
from deck.refresh.document import Document
from deck.refresh.guard import Side, Touch, meant_touches, touches
from deck.refresh.guard.side import WHAT
from deck.refresh.recognise import identify
from deck.refresh.written import Written, written
from deck.template import Template

_WRITTEN: dict[str, Written] = {}


def as_written(key: str, template: Template) -> Written:
    if key not in _WRITTEN:
        _WRITTEN[key] = written(BASE, template)
    return _WRITTEN[key]


@cache
def seen(data: bytes) -> tuple[Touch, ...]:
    deck = read_pptx(open_package(data, "test"))
    ours = as_written(*look_of(deck.package))
    found = identify(Document(deck.package), BASE, base_pages(BASE, deck.package))
    told = meant_touches if found.stamped else touches
    return told(Side.of(read_pptx(found.package)), Side.of(read_pptx(ours.package)))


def test_there_are_enough_traces() -> None:
    assert len(TRACES) >= 40


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_is_no_owner(program: str) -> None:
    assert seen(PROGRAMS[program](generated())) == ()


@pytest.mark.parametrize("name", TRACES)
def test_each_trace_is_seen(name: str) -> None:
    """On its slide, and on no other; in words."""
    found = seen(left(generated(), name))
    assert {item.slide for item in found} == {TRACES[name][0]}
    assert all(item.words and item.what in WHAT for item in found)


def test_a_slide_without_its_masters_graphics_is_its_owners_whatever_program_saved_it(
    tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(left(generated(), "the master's shapes hidden"))
    saved_by_office([path], tmp_path / "out")
    assert seen((tmp_path / "out" / "deck.pptx").read_bytes()) == (Touch("cards", "background"),)


HERE_AND_THERE = (
    *("a hidden slide", "a transition", "a background", "a text box"),
    *("a line", "an add-in's tag on the slide", "guides"),
)
"""What may be done on any slide."""


def test_who_does_something_on_most_slides_is_no_program() -> None:
    """A column's width, which a program might have written, is seen beside what else was done."""
    deck: Any = Presentation(io.BytesIO(left(generated(), "column width")))
    slides = [slide.id for slide in BASE.slides if slide.id != "table"]
    for slide, name in zip(slides, HERE_AND_THERE, strict=False):
        TRACES[name][1](deck, find(deck, slide))
    out = io.BytesIO()
    deck.save(out)
    assert len(HERE_AND_THERE) + 1 > len(BASE.slides) / 2
    assert set(seen(left(generated(), "column width"))) <= set(seen(out.getvalue()))


@pytest.mark.parametrize("name", sorted(TRACES)[::5])
def test_a_trace_is_seen_after_saving(name: str) -> None:
    assert {item.slide for item in seen(powerpoint(left(generated(), name)))} == {TRACES[name][0]}


def test_libreoffice_is_no_owner(tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]) -> None:
    """Of what it writes anew nothing is taken for the owner's; links, equations and comments beside it are."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(generated())
    other = tmp_path / "linked.pptx"
    other.write_bytes(left(generated(), "a hidden slide"))
    saved_by_office([path, other], tmp_path / "out")
    assert seen((tmp_path / "out" / "deck.pptx").read_bytes()) == ()
    assert Touch("cards", "hidden") in seen((tmp_path / "out" / "linked.pptx").read_bytes())


@pytest.mark.parametrize("release", [name for name in RELEASES if name != "same"])
def test_a_refresh_is_no_owner(release: str) -> None:
    """What we patched ourselves is as generated."""
    outcome = refreshed(generated(), RELEASES[release]())
    if outcome.package is None:
        return
    deck = read_pptx(outcome.package)
    assert deck.manifest is not None
    ours = written(deck.manifest.base, look_of(outcome.package)[1])
    assert touches(Side.of(deck), Side.of(read_pptx(ours.package))) == ()


def test_a_touched_slide_is_not_withdrawn_in_silence() -> None:
    without = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id != "cards"))
    for name in ("an add-in's tag on the slide", "a picture in the notes", "an own slide that links to it"):
        outcome = refreshed(left(generated(), name), without)
        assert [item.key for item in outcome.merged.conflicts] == ["cards"]
        assert outcome.merged.conflicts[0].beside
    assert refreshed(generated(), without).merged.conflicts == ()


EACH = {slide.id: f"Eget {n}" for n, slide in enumerate(BASE.slides)}
"""What an owner says on each slide: another thing on each."""


def on_each(change: Callable[[Any, str], None], said: dict[str, str] | None = None) -> bytes:
    opened: Any = Presentation(io.BytesIO(generated()))
    for name, words in (said or EACH).items():
        change(find(opened, name), words)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def described(slide: Any, words: str) -> None:
    slide.shapes.title._element.nvSpPr.cNvPr.set("descr", words)


def linked(slide: Any, words: str) -> None:
    link = slide.shapes.title.click_action.hyperlink
    link.address = f"https://example.se/{words.replace(' ', '-')}"
    slide.shapes.title._element.nvSpPr.cNvPr.hlinkClick.set("tooltip", words)


def signed(slide: Any, words: str) -> None:
    for shape in slide.placeholders:
        if shape.placeholder_format.type is not None and "FOOTER" in str(shape.placeholder_format.type):
            shape.text_frame.paragraphs[0].runs[0].text = words


def called(slide: Any, words: str) -> None:
    slide.shapes.title._element.nvSpPr.cNvPr.set("name", f"!!{words}")


@pytest.mark.parametrize(("change", "what"), [(described, "alt"), (linked, "link"), (signed, "words"), (called, "name")])
def test_one_thing_here_and_another_there_is_no_program_s_doing(change: Callable[[Any, str], None], what: str) -> None:
    """On however many slides."""
    data = on_each(change)
    for found in (seen(data), seen(powerpoint(data))):
        assert {item.slide for item in found if item.what == what} >= set(EACH) - {"title"}


def test_one_footer_for_all_slides_is_one_doing() -> None:
    assert seen(on_each(signed, dict.fromkeys(EACH, "Lunds kommun, miljöförvaltningen"))) == ()


@pytest.mark.parametrize("change", [described, linked, signed, called])
def test_a_withdrawn_slide_with_words_of_its_own_is_asked_about_though_all_have_some(change: Callable[[Any, str], None]) -> None:
    without = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id != "cards"))
    outcome = refreshed(on_each(change), without)
    assert [item.key for item in outcome.merged.conflicts] == ["cards"]
    assert any(EACH["cards"] in said for said in outcome.merged.conflicts[0].beside)


JUMP = "ppaction://hlinksldjump"


def _jump(holder: Any, slide: Any, to: Any) -> None:
    rid = slide.part.relate_to(to.part, f"{REL}/slide")
    etree.SubElement(holder, f"{{{NS['a']}}}hlinkClick", {f"{{{NS['r']}}}id": rid, "action": JUMP})


def led_from(*slides: str, words: bool) -> bytes:
    """The deck, its owner's links on other slides of ours leading to the cards: on words, or on a box of their own."""
    deck: Any = Presentation(io.BytesIO(generated()))
    for name in slides:
        slide: Any = find(deck, name)
        box = slide.shapes.add_textbox(0, 0, 2_000_000, 400_000)
        box.text_frame.text = "Se korten"
        _jump(run_props(box.text_frame.paragraphs[0]) if words else props(box), slide, find(deck, "cards"))
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


@pytest.mark.parametrize("words", [False, True])
@pytest.mark.parametrize("slides", [("why",), ("why", "table")])
def test_a_slide_that_a_link_of_the_owners_leads_to_is_not_withdrawn_in_silence(slides: tuple[str, ...], words: bool) -> None:
    """On whichever of our slides it stands: the question names that slide. The link goes, and is told, when that is decided."""
    data = led_from(*slides, words=words)
    assert Touch("cards", "led") in seen(data)
    without = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id != "cards"))
    outcome = refreshed(data, without)
    (asked,) = outcome.merged.conflicts
    titles = [slide.title for slide in BASE.slides if slide.id in slides]
    assert asked.key == "cards" and all(title in " ".join(asked.beside) for title in titles)
    assert not [item for item in outcome.diagnostics if item.code == "lost"]
    decided = refreshed(data, without, {"cards": "theirs"})
    lost = [item for item in decided.diagnostics if item.code == "lost"]
    assert len(lost) == len(slides) and all("Se korten" in item.message for item in lost)


def test_a_link_of_ours_to_a_slide_is_nobodys() -> None:
    """On words, and on cards."""
    without = replace(BASE, slides=tuple(slide for slide in BASE.slides if slide.id != "table"))
    assert refreshed(generated(linked_cards()), without).merged.conflicts == ()
