"""What is remembered of how a template's own slides use its layouts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deck.template.sampled import KEPT, LONGEST, NO_SAMPLES, Samples, SampleTable, SampleTitle, layout_key, samples_from

NAMES = st.text("Aå 1/", min_size=1, max_size=6)
COLORS = st.text("0123456789ABCDEF", min_size=6, max_size=6)


@given(
    st.dictionaries(NAMES, st.integers(1, 900)),
    NAMES,
    st.dictionaries(COLORS, st.floats(0.01, 1.0), max_size=KEPT),
    st.sampled_from(["", "1/Text"]),
    st.dictionaries(NAMES, st.builds(SampleTitle, COLORS | st.just(""), st.floats(0, 400), st.booleans())),
    st.none() | st.builds(SampleTable, st.just("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"), st.booleans()),
)
def test_what_is_remembered_is_read_again(
    used: dict[str, int],
    first: str,
    colors: dict[str, float],
    master: str,
    titles: dict[str, SampleTitle],
    table: SampleTable | None,
) -> None:
    found = Samples(used, first, colors, master, titles, table)
    assert samples_from(found.to_json()) == found


def test_nonsense_is_nothing() -> None:
    for words in ("", "[]", "{}", '{"used": 3, "first": ""}', "null"):
        assert samples_from(words) == NO_SAMPLES


def test_a_stranger_s_memory_is_bounded() -> None:
    many = Samples({f"0/{n}": 1 for n in range(LONGEST + 9)}, "0/1", {f"{n:06X}": 7.0 for n in range(KEPT + 9)})
    again = samples_from(many.to_json())
    assert len(again.used) == LONGEST and len(again.colors) == KEPT and set(again.colors.values()) == {1.0}
    for color in ("red", "12345", "-12345"):
        assert not samples_from(Samples({}, "", {color: 0.5}).to_json()).colors


def test_a_stranger_s_titles_are_colours_and_sizes() -> None:
    for look in ('["red", 9, false]', '["", 1e9, false]', '["", -1, true]', '["", true]', '"FFFFFF"', '["FFFFFF", NaN, true]'):
        assert samples_from(f'{{"used": {{}}, "first": "", "titles": {{"0/A": {look}}}}}') == NO_SAMPLES


def test_a_layout_is_known_by_its_master_and_name() -> None:
    assert layout_key(1, "Bild") == "1/Bild" != layout_key(0, "Bild")


def test_a_table_style_that_is_none_is_forgotten() -> None:
    for told in ('["<a>", true]', '["{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", 1]', '"x"', "[]"):
        assert samples_from(f'{{"used": {{}}, "first": "", "table": {told}}}').table is None
