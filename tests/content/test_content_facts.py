"""Nothing is said that the facts do not bear: exact names and words, no number of unknown origin, a source for all. And it is
said so that it can be spoken: an opening, a bridge to the next slide, minutes that add up."""

import re

import pytest

from deck.content import load_content
from deck.content.blocks import BUILT_IN_SOURCES, TextBlock, block_sources
from deck.content.markup import SOFT_HYPHEN, TIE, parse
from deck.content.model import SlideModel
from deck.content.words import BRIDGE, LINE_LIMITS

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
OURS = ("question-part", "question-goals", "question-who", "question-learn", "local-figures", "next-steps")
"""Slides that tell how a talk may be held, or what to fill in: their numbers are of questions, steps, minutes and frames."""
OBJECTIVES = (
    "Begränsad klimatpåverkan",
    "Frisk luft",
    "Bara naturlig försurning",
    "Giftfri miljö",
    "Skyddande ozonskikt",
    "Säker strålmiljö",
    "Ingen övergödning",
    "Levande sjöar och vattendrag",
    "Grundvatten av god kvalitet",
    "Hav i balans samt levande kust och skärgård",
    "Myllrande våtmarker",
    "Levande skogar",
    "Ett rikt odlingslandskap",
    "Storslagen fjällmiljö",
    "God bebyggd miljö",
    "Ett rikt växt- och djurliv",
)
GOALS = (
    "Ingen fattigdom",
    "Ingen hunger",
    "God hälsa och välbefinnande",
    "God utbildning för alla",
    "Jämställdhet",
    "Rent vatten och sanitet för alla",
    "Hållbar energi för alla",
    "Anständiga arbetsvillkor och ekonomisk tillväxt",
    "Hållbar industri, innovationer och infrastruktur",
    "Minskad ojämlikhet",
    "Hållbara städer och samhällen",
    "Hållbar konsumtion och produktion",
    "Bekämpa klimatförändringarna",
    "Hav och marina resurser",
    "Ekosystem och biologisk mångfald",
    "Fredliga och inkluderande samhällen",
    "Genomförande och globalt partnerskap",
)
CONTENT = load_content()


def shown(*path: str) -> str:
    """A phrase as it is read, with ordinary spaces."""
    words = "".join(span.text for span in parse(CONTENT.phrases[path].text)[0])
    return words.replace(TIE, " ").replace(SOFT_HYPHEN, "")


def ours(slide: SlideModel) -> bool:
    return all(set(block_sources(block)) <= {"suggestion", "scb"} for block in slide.slots.values())


def test_no_number_of_unknown_origin() -> None:
    assert all(ours(CONTENT.slides[name]) for name in OURS)
    for key, phrase in CONTENT.phrases.items():
        if key[0] in OURS:
            continue
        bare = re.sub(r"\{[{%].*?[%}]\}|\(https://[^)]*\)", "", phrase.text)
        assert set(re.findall(r"\d+", bare)) <= NUMBERS, key


def test_every_statement_has_a_source() -> None:
    known = {*CONTENT.sources, *BUILT_IN_SOURCES}
    unsaid = ("sources", "agenda", "part", "contact", "contact-line", "goals", "showing", "blank")
    for name, slide in CONTENT.slides.items():
        for slot, block in slide.slots.items():
            made = getattr(block, "block", "") in unsaid
            assert made or block_sources(block), (name, slot)
            assert set(block_sources(block)) <= known
        assert slide.notes


def test_exact_names() -> None:
    assert shown("generational-goal", "quote") == (
        "”Det övergripande målet för miljöpolitiken är att till nästa generation lämna över ett samhälle där de stora "
        "miljöproblemen är lösta, utan att orsaka ökade miljö- och hälsoproblem utanför Sveriges gränser.”"
    )
    for slide in ("environmental-objectives", "choose-goals"):
        objectives = [shown(slide, "object", "items", f"objective-{i}", "title") for i in range(1, 17)]
        assert tuple(objectives) == OBJECTIVES
    assert tuple(shown("global-goals", "object", "items", f"goal-{i}", "title") for i in range(1, 18)) == GOALS
    keys = [
        (getattr(item, "key", ""), n) for slide in ("environmental-objectives", "global-goals") for n, item in numbered(slide)
    ]
    assert keys and all(key == str(n) for key, n in keys)


def numbered(slide: str):
    return enumerate(CONTENT.slides[slide].slots["object"].items.values(), 1)  # type: ignore[union-attr]


def test_one_word_or_phrase_tells_each_name_apart() -> None:
    for slide in ("environmental-objectives", "global-goals", "choose-goals"):
        marked = []
        for item in CONTENT.slides[slide].slots["object"].items:  # type: ignore[union-attr]
            spans = parse(CONTENT.phrases[(slide, "object", "items", item, "title")].text)[0]
            marked.append(tuple(span.text for span in spans if span.bold))
        assert all(1 <= len(bold) <= 2 for bold in marked) and len(set(marked)) == len(marked)


def test_an_interview_is_quoted_word_for_word() -> None:
    assert shown("already-in-use", "quote") == (
        "”Några kommuner har i detta sammanhang meddelat att de redan har använt sig av vägledningen i planeringen för att ta "
        "fram nya miljö- och hållbarhetsprogram.”"
    )
    said = " ".join(shown("already-in-use", "attribution", part) for part in ("who", "when"))
    assert all(words in said for words in ("Tommy Persson", "Länsstyrelsen Skåne", "Projektledare", "30 april 2020"))
    assert (
        "”Vi har hela tiden haft med oss kommuner i arbetet med att utveckla vägledningen. Stora som små och från olika delar "
        "av landet.”"
    ) in CONTENT.phrases[("made-with", "notes", "alla")].text


def test_those_who_led_the_project_are_named_and_two_places_say_it_of_themselves() -> None:
    leaders = shown("made-by", "object", "items", "leaders", "title")
    assert "Tommy Persson, Länsstyrelsen Skåne" in leaders and "Anna-Karin Poussart, Lunds kommun" in leaders
    assert CONTENT.slides["led-here"].senders == ("1281", "12") and CONTENT.slides["led-here"].instead == "made-by"


def test_what_the_facts_do_not_bear_is_not_said() -> None:
    text = "\n".join(phrase.text for phrase in CONTENT.phrases.values())
    for claim in (
        "Strategiskt arbete ger",
        "då under namnet",
        "Sprids på regionala",
        "De visar ofta",
        "anger riktningen",
        "Våra förslag",
        "och vet den om det",
        "ser nytta med",
    ):
        assert claim not in text, claim


def test_notes_are_worth_reading() -> None:
    for key, phrase in CONTENT.phrases.items():
        if key[1] == "notes" and key[2] != BRIDGE:
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


def spoken() -> dict[str, None]:
    """Every slide that somebody speaks through in some outline."""
    found = [name for outline in CONTENT.outlines.values() for audience in CONTENT.audiences for name in outline.spoken(audience)]
    stand_ins = [name for name, slide in CONTENT.slides.items() if slide.instead in found]
    return dict.fromkeys([*found, *stand_ins])


def test_every_slide_that_is_spoken_is_led_to_but_the_first() -> None:
    for name in spoken():
        assert ((name, "notes", BRIDGE) in CONTENT.phrases) == (name != "title"), name
    assert all(phrase.fixed for key, phrase in CONTENT.phrases.items() if key[2:] == (BRIDGE,)), (
        "it stands in another slide's notes"
    )


def test_notes_open_with_words_to_speak_and_answer_a_question() -> None:
    answers = 0
    for name in spoken():
        for audience in ("alla", *CONTENT.audiences):
            phrase = CONTENT.phrases.get((name, "notes", audience))
            if phrase is None:
                continue
            parts = phrase.text.split("\n\n")
            assert len(parts) >= 2, (name, audience)
            opening = re.split(r"(?<=[.!?:])\s", re.sub(r"\{%.*?%\}", "", parts[0]))[0]
            assert len(opening.split()) <= 25, (name, audience, opening)
            answers += "Om någon" in phrase.text
    assert answers >= len(spoken())


@pytest.mark.parametrize("outline", CONTENT.outlines)
@pytest.mark.parametrize("audience", CONTENT.audiences)
def test_minutes_add_up(outline: str, audience: str) -> None:
    plan = CONTENT.outlines[outline]
    full = plan.spoken(audience)
    for left_out in (set(), {"own-goals"}):
        minutes = plan.minutes_of(audience, [name for name in full if name not in left_out])
        assert sum(minutes.values()) == plan.minutes and min(minutes.values()) >= 0.5


def test_a_decision_ends_the_short_talk_and_the_politicians() -> None:
    for audience in CONTENT.audiences:
        assert CONTENT.outlines["kort"].spoken(audience)[-1] == "decision"
    for name in ("standard", "konferens"):
        order = CONTENT.outlines[name].spoken("politiker")
        assert order[-2:] == ("decision", "contact")
    for outline in CONTENT.outlines.values():
        for audience in CONTENT.audiences:
            order = [name for _section, name in outline.order(audience)]
            assert order.index("sources") == len(outline.spoken(audience)), "sources come after the last slide that is spoken"


def test_lines_break_where_they_may() -> None:
    """What belongs together stays on one line: in what is shown, not in notes."""
    loose = re.compile(r"Agenda 2030|\b[Dd]el \d|\d (?:kommuner|minut)|fråga \d")
    for key, phrase in CONTENT.phrases.items():
        if key[1] != "notes" and key[-1] != "alt":
            assert not loose.search(phrase.text), (key, phrase.text)
        if key[1] == "title" and phrase.fixed:
            assert len(shown(*key)) <= LINE_LIMITS["title"] < 98
