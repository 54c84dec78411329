"""Presentation ⇄ JSON loses nothing."""

import json

from hypothesis import given
from hypothesis import strategies as st

from deck.presentation import (
    FORMS,
    Cell,
    Chart,
    Diagram,
    Item,
    Link,
    Media,
    Paragraph,
    Picture,
    Presentation,
    QrCode,
    Row,
    Run,
    Section,
    Series,
    Slide,
    Slot,
    Table,
    Text,
    from_json,
    to_json,
)

words = st.text(max_size=20)
links = st.builds(Link, url=words) | st.builds(Link, slide=words)
runs = st.builds(Run, words, st.booleans(), st.booleans(), st.none() | st.just("en-GB"), st.none() | links)
paragraphs = st.builds(
    Paragraph, st.lists(runs, max_size=3).map(tuple), st.integers(0, 4), st.sampled_from(["none", "bullet", "number"])
)
texts = st.builds(Text, st.lists(paragraphs, max_size=3).map(tuple))
tables = st.builds(
    Table,
    st.lists(
        st.builds(Row, words, st.tuples(st.builds(Cell, st.tuples(paragraphs)), st.builds(Cell, st.tuples(paragraphs)))),
        min_size=1,
        max_size=3,
    ).map(tuple),
    st.just((0.5, 0.5)),
    words,
)
charts = st.builds(
    Chart,
    st.sampled_from(["bar", "doughnut"]),
    st.tuples(words, words),
    st.tuples(st.builds(Series, words, st.tuples(st.none() | st.floats(0, 9), st.floats(0, 9)))),
    words,
)
pictures = st.builds(
    Picture, st.builds(Media, st.just("image/png"), st.binary(max_size=8)), st.integers(1, 9), st.integers(1, 9), words
)
processes = st.builds(
    Diagram, st.sampled_from(sorted(FORMS)), st.lists(st.builds(Item, words, words, words), max_size=3).map(tuple), words
)
blocks = texts | tables | charts | pictures | processes | st.builds(QrCode, words, words, words)
slides = st.builds(
    Slide, words, st.just("content"), st.lists(st.builds(Slot, words, st.just("body"), blocks), max_size=3).map(tuple)
)
presentations = st.builds(
    Presentation,
    words,
    st.just("sv-SE"),
    words,
    words,
    words,
    words,
    words,
    st.tuples(st.builds(Section, words, words)),
    st.lists(slides, max_size=3).map(tuple),
)


@given(presentations)
def test_json_round_trip(presentation: Presentation) -> None:
    media = {
        slot.block.media.sha256: slot.block.media.data
        for slide in presentation.slides
        for slot in slide.slots
        if isinstance(slot.block, Picture)
    }
    stored = json.loads(json.dumps(to_json(presentation)))
    assert from_json(Presentation, stored, media) == presentation
