"""The whole deck: slides that come, go and move, and what it says of itself."""

from __future__ import annotations

from dataclasses import replace

from merge_sides import mine_of, planned
from refresh_releases import BASE, bullets, slide, with_slot

from deck.presentation import Presentation, Section, text
from deck.refresh.plan import DropSlide, OwnSlide, ReleaseSlide, SetSection

NEWS = slide("news", "content", "work", ("title", text("Nytt i år")), ("body", bullets("En kortversion")))


def without(*names: str) -> Presentation:
    return replace(BASE, slides=tuple(item for item in BASE.slides if item.id not in names))


def after(name: str, *new: object) -> Presentation:
    at = next(n for n, item in enumerate(BASE.slides) if item.id == name)
    return replace(BASE, slides=(*BASE.slides[: at + 1], *new, *BASE.slides[at + 1 :]))  # type: ignore[arg-type]


def test_new_slides_follow_their_neighbours_and_own_ones_stay() -> None:
    keys = [item.id for item in BASE.slides]
    mine = mine_of(BASE, ["own:ppt/slides/slide99.xml"])
    plan = planned(BASE, mine, after("chart", NEWS))
    assert plan.own == (OwnSlide(key="own:ppt/slides/slide99.xml", title=plan.own[0].title),)
    order = [key for key in plan.order if not key.startswith("own:")]
    assert order == [*keys[: keys.index("chart") + 1], "news", *keys[keys.index("chart") + 1 :]]


def test_what_its_owner_took_away_stays_away_and_its_news_are_told() -> None:
    plan = planned(BASE, without("why"), with_slot(BASE, "why", "title", text("Nytt")))
    assert "why" not in plan.order and not plan.conflicts
    assert [item.address.slide for item in plan.kept] == ["why"] and plan.next_base.presentation.slide("why") is not None


def test_what_the_guidance_withdraws_goes_untouched_and_is_asked_about_otherwise() -> None:
    gone = planned(BASE, BASE, without("compare"))
    assert [edit.slide for edit in gone.edits if isinstance(edit, DropSlide)] == ["compare"] and not gone.conflicts
    edited = with_slot(BASE, "compare", "left", bullets("Mitt"))
    asked = planned(BASE, edited, without("compare"))
    assert [item.key for item in asked.conflicts] == ["compare"] and asked.merged.slide("compare") is not None
    kept = planned(BASE, edited, without("compare"), prefer="mine")
    assert [edit.slide for edit in kept.edits if isinstance(edit, ReleaseSlide)] == ["compare"]
    assert "compare" in kept.order and kept.merged.slide("compare") is None
    touched = planned(BASE, replace(mine_of(BASE), touched=frozenset({"compare"})), without("compare"))
    assert [item.key for item in touched.conflicts] == ["compare"]


def test_what_it_says_of_itself_merges_line_by_line() -> None:
    mine = replace(BASE, title="Min titel", sections=(Section("start", "Min början"), *BASE.sections[1:]))
    theirs = replace(BASE, footer="Ny fot", sections=(*BASE.sections[:2], Section("end", "Slut")))
    plan = planned(BASE, mine, theirs)
    assert (plan.merged.title, plan.merged.footer) == ("Min titel", "Ny fot") and not plan.conflicts
    assert [item.title for item in plan.merged.sections] == ["Min början", "Arbetet", "Slut"]
    assert [edit.section for edit in plan.edits if isinstance(edit, SetSection)] == ["end"]
    both = planned(BASE, mine, replace(BASE, title="Vår titel"))
    assert [item.key for item in both.conflicts] == ["deck/title"] and both.merged.title == "Min titel"


def test_a_title_of_a_later_page_is_its_owner_s_until_the_guidance_changes_it() -> None:
    mine = replace(mine_of(BASE), continued={"why#2": {"title": text("Min sida").paragraphs}})
    plan = planned(BASE, mine, BASE)
    assert plan.continued == {"why#2": {"title": text("Min sida").paragraphs}} and not plan.edits
    news = planned(BASE, mine, with_slot(BASE, "why", "title", text("Helt andra ord om annat")))
    assert [item.key for item in news.conflicts] == ["why#2/title"]
