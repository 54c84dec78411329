"""Nothing is said that GUIDANCE's facts do not bear: exact names, no number of unknown origin, a source for all."""

import re

from deck.content import load_content
from deck.content.model import BUILT_IN_SOURCES, TextBlock, block_sources

NUMBERS = {
    "2014",
    "2020",
    "2021",
    "2030",
    "30",  # years, the day, and Agenda 2030
    "16",
    "17",
    "80",
    "290",  # goals and municipalities
    "2",  # part 2 of the guidance
}
CONTENT = load_content()


def test_no_number_of_unknown_origin() -> None:
    for key, phrase in CONTENT.phrases.items():
        bare = re.sub(r"\{[{%].*?[%}]\}|\(https://[^)]*\)", "", phrase.text)
        assert set(re.findall(r"\d+", bare)) <= NUMBERS, key


def test_every_statement_has_a_source() -> None:
    known = {*CONTENT.sources, *BUILT_IN_SOURCES}
    for name, slide in CONTENT.slides.items():
        for slot, block in slide.slots.items():
            made = getattr(block, "block", "") in ("sources", "agenda", "contact", "goals")
            assert made or block_sources(block), (name, slot)
            assert set(block_sources(block)) <= known
        assert slide.notes


def test_exact_names() -> None:
    text = {key: phrase.text for key, phrase in CONTENT.phrases.items()}
    assert text[("generational-goal", "quote")] == (
        "Det övergripande målet för miljöpolitiken är att till nästa generation lämna över ett samhälle där de stora "
        "miljöproblemen är lösta, utan att orsaka ökade miljö- och hälsoproblem utanför Sveriges gränser."
    )
    objectives = [text[("environmental-objectives", "object", "items", f"objective-{i}", "title")] for i in range(1, 17)]
    assert objectives[0] == "Begränsad klimatpåverkan" and objectives[15] == "Ett rikt växt- och djurliv"
    assert len(set(objectives)) == 16
    goals = [text[("global-goals", "object", "items", f"goal-{i}", "title")] for i in range(1, 18)]
    assert goals[0] == "Ingen fattigdom" and goals[16] == "Genomförande och globalt partnerskap"
    assert len(set(goals)) == 17


def test_notes_are_worth_reading() -> None:
    for key, phrase in CONTENT.phrases.items():
        if key[1] == "notes":
            words = len(re.sub(r"\{%.*?%\}", "", phrase.text).split())
            assert 45 <= words <= 160, (key, words)


def test_slides_are_short() -> None:
    for name, slide in CONTENT.slides.items():
        for slot, block in slide.slots.items():
            if isinstance(block, TextBlock):
                assert len(block.items) <= 6, (name, slot)
                for item in block.items:
                    text = re.sub(r"\{%.*?%\}", " ", CONTENT.phrases[(name, slot, item)].text)
                    assert len(text.split()) <= 18, (name, slot, item)
