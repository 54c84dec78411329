"""What a merge found, as data for programs."""

from __future__ import annotations

import json
from pathlib import Path

from deck.refresh.outcome import Change, Question, Readthrough, Refreshed, by_titles

ASKED = Question(key="why/body:2", slide="why", slot="body", point="2", property="text", base="a", mine="b", theirs="c")
JOINED = Readthrough(slide="why", slot="body", mine="b", theirs="c", result="bc", title="Varför?")


def test_a_change_says_only_what_there_is() -> None:
    assert Change("slide-moved", "why", title="Varför?").to_json() == {"kind": "slide-moved", "slide": "why", "title": "Varför?"}


def test_a_question_says_all() -> None:
    said = ASKED.to_json()
    assert said["key"] == "why/body:2" and said["sense"] is False and set(said) == set(Question.__slots__)
    assert JOINED.to_json()["result"] == "bc"


def test_a_link_to_a_slide_is_told_by_the_slide_s_title() -> None:
    titles = {"why": "Varför?", "in-short": "I korthet"}
    told = by_titles(Change("applied", "why", after="Läs (→ in-short), → gone → why"), titles)
    assert told.after == "Läs (→ I korthet), → gone → Varför?" and told.slide == "why"
    assert by_titles(JOINED, titles) is JOINED
    own = by_titles(Change("applied", "why", after="→ own:300"), titles | {"own:300": "Vår bild"})
    assert own.after == "→ Vår bild"


def test_one_deck_is_plain_json_without_its_packages() -> None:
    done = Refreshed(
        Path("a/Min deck.pptx"),
        "conflicts",
        Path("a/Min deck-uppdaterad.pptx"),
        changes=(Change("applied", "why"),),
        conflicts=(ASKED,),
        joined=(JOINED,),
        release_before="2020",
        release_after="2021",
    )
    said = json.loads(json.dumps(done.to_json()))
    assert done.name == "Min deck.pptx" and said["path"] == "a/Min deck-uppdaterad.pptx"
    assert said["release"] == {"before": "2020", "after": "2021"} and said["read_through"][0]["result"] == "bc"
    assert [item["key"] for item in said["conflicts"]] == ["why/body:2"] and "package" not in said
    assert Refreshed(Path("a.pptx"), "refused").to_json()["path"] is None
