"""Own slides of every form, from a form's lines to the deck."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from web_client import WebServer, words_of

from deck.web.choices import MOST_OWN, DeckChoices, from_query, local_yaml, to_query
from deck.web.own import FORMS, MOST_LINES, OwnSlideChoice, parts

LINES = {
    "": "Ett\nTvå",
    "rader": "Mål | Fossilfritt | Till 2030\nNämnden leder",
    "kort": "Skog | Ett kort\nVatten | Två",
    "process": "Ett | a\nTvå | b",
    "kretslopp": "Ett\nTvå\nTre",
    "tidslinje": "2020 | Start\n2030 | Mål | klart",
    "tabell": "År\tTon\n2014\t120\n2024",
    "staplar": "2014 | 1 234,5\n2024 | 61",
    "liggande": "2014\t120\n2024\t61",
    "linje": "2014 | 120\n2024 | 61",
    "ring": "Bil | 60\nBuss | 40",
    "spalter": "Ett | Två\nTre\n| Fyra",
    "jamforelse": "Nu | Sedan\nBil | Buss\nOlja",
    "avsnitt": "Varför vi gör det",
    "citat": "Vi gör det\nKim Lind",
    "tal": "61\nTon år 2024",
}


def slide(form: str, words: str, **more: str) -> OwnSlideChoice:
    given = {"form": form, "rubrik": "Vår sida", "punkter": words, "matt": "Ton", "alt": "Det går ner", **more}
    return from_query([(f"e1.{name}", value) for name, value in given.items()]).own[0]


def test_every_form_is_tried_here() -> None:
    assert set(LINES) == {"", *FORMS}


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("rader", {"rows": [{"key": "Mål", "title": "Fossilfritt", "text": "Till 2030"}, "Nämnden leder"]}),
        ("kort", {"cards": [{"title": "Skog", "text": "Ett kort"}, {"title": "Vatten", "text": "Två"}]}),
        ("tidslinje", {"timeline": [{"key": "2020", "title": "Start"}, {"key": "2030", "title": "Mål", "text": "klart"}]}),
        ("tabell", {"table": {"columns": ["År", "Ton"], "rows": [["2014", "120"], ["2024", ""]], "alt": "Det går ner"}}),
        (
            "staplar",
            {"chart": {"chart": "column", "values": {"2014": 1234.5, "2024": 61}, "series": "Ton", "alt": "Det går ner"}},
        ),
        ("spalter", {"kind": "two-content", "left": ["Ett", "Tre"], "right": ["Två", "Fyra"]}),
        (
            "jamforelse",
            {"kind": "comparison", "left-heading": "Nu", "left": ["Bil", "Olja"], "right-heading": "Sedan", "right": ["Buss"]},
        ),
        ("citat", {"kind": "quote", "quote": "Vi gör det", "attribution": "Kim Lind"}),
        ("tal", {"kind": "big-number", "number": "61", "body": ["Ton år 2024"]}),
    ],
)
def test_lines_are_read_by_their_form(form: str, said: dict[str, object]) -> None:
    own = slide(form, LINES[form], kalla="Planen", anteckningar="Säg så")
    assert own.lacks == "" and own.said() == {"title": "Vår sida", **said, "source": "Planen", "notes": "Säg så"}


@pytest.mark.parametrize(
    ("form", "words", "lacks"),
    [
        ("rader", "", "lines"),
        ("process", "ett", "lines"),
        ("tidslinje", "2020 | a\n2030 |", "lines"),
        ("kort", "| bara text", "lines"),
        ("tabell", "År | Ton", "lines"),
        ("tal", "61", "lines"),
        ("staplar", "2014 | 120", "amounts"),
        ("staplar", "2014 | 120\n2014 | 61", "amounts"),
        ("ring", "2014 | många\n2024 | 61", "amounts"),
        ("linje", "2014\n2024", "amounts"),
        ("linje", "2014 | nan\n2024 | 1", "amounts"),
        ("linje", "2014 | 1 | 2\n2024 | 1", "amounts"),
    ],
)
def test_what_is_not_whole_yet_is_said_and_is_in_no_deck(form: str, words: str, lacks: str) -> None:
    own = slide(form, words)
    assert own.lacks == lacks and local_yaml(DeckChoices(own=(own,)), ("local",)) == ""


def test_a_chart_says_what_it_measures_and_shows() -> None:
    assert slide("linje", LINES["linje"], matt="").lacks == "series" and slide("linje", LINES["linje"], alt="").lacks == "alt"


def test_a_form_that_is_none_is_points() -> None:
    assert slide("<script>", "a").said() == {"title": "Vår sida", "body": ["a"]}


def test_parts() -> None:
    assert (
        parts("a|b | c") == ["a", "b", "c"] and parts("a\tb") == ["a", "b"] and parts("a | ") == ["a", ""] and parts("a") == ["a"]
    )


@given(st.sampled_from(list(LINES)), st.text(st.characters(exclude_categories=("Cs",)), max_size=200), st.text(max_size=9))
def test_any_lines_are_read_and_mean_the_same_in_the_link(form: str, words: str, series: str) -> None:
    choices = from_query([("e1.form", form), ("e1.rubrik", "A"), ("e1.punkter", words), ("e1.matt", series), ("e1.alt", "b")])
    assert from_query(parse_qsl(to_query(choices), keep_blank_values=True)) == choices
    said = yaml.safe_load(local_yaml(choices, ("local",)) or "{}")
    assert bool(said) == (not choices.own[0].lacks) and len(choices.own[0].points) <= MOST_LINES


@pytest.mark.parametrize("forms", [list(FORMS)[:MOST_OWN], list(FORMS)[MOST_OWN:]])
def test_the_deck_has_a_slide_of_each_form(server: WebServer, forms: list[str]) -> None:
    pairs = []
    for n, form in enumerate(forms, 1):
        given = {"form": form, "rubrik": f"Egen {form}", "punkter": LINES[form], "matt": "Ton", "alt": "Det går ner"}
        pairs += [(f"e{n}.{name}", value) for name, value in given.items()]
    page = server.get(f"/sv/bildspel/1281-lund?{urlencode(pairs)}")
    assert page.status == 200 and 'class="wrong"' not in page.text
    said = words_of(server.get(f"/sv/bildspel/1281-lund/fil/pptx?{page.url.partition('?')[2]}").body)
    assert all(f"Egen {form}" in said for form in forms)


def test_too_many_items_are_told_in_words(server: WebServer) -> None:
    pairs = [("langd", "kort"), ("e1.form", "process"), ("e1.rubrik", "Vi"), ("e1.punkter", "\n".join("abcdefghij"))]
    page = server.get(f"/sv/bildspel/1281-lund?{urlencode(pairs)}")
    assert (
        page.status == 200 and 'class="wrong"' in page.text and "10" in page.tree.xpath("//*[@class='wrong']")[0].text_content()
    )


FIGURES = "plats;indikator;år;värde\nLund;Utsläpp av växthusgaser;2020;5,2\nLund;Utsläpp av växthusgaser;2024;3,1\n".encode()


def test_figures_of_the_place_make_a_slide(server: WebServer) -> None:
    at = "/sv/bildspel/1281-lund"
    page = server.post(f"{at}/filer", [("siffror", "våra.csv", FIGURES)], [("langd", "kort"), ("kalla", "Kommunens mätning")])
    assert page.status == 200 and 'class="wrong"' not in page.text and "våra.csv" in page.text
    query = page.url.partition("?")[2]
    said = words_of(server.get(f"{at}/fil/pptx?{query}").body)
    assert "Utsläpp av växthusgaser i Lund" in said and "3,1 år 2024" in page.text
    local = yaml.safe_load(server.get(f"{at}/fil/local?{query}").body)
    assert local == {"figures": {"file": "siffror.csv", "source": "Kommunens mätning"}}
    gone = server.post(f"{at}/filer", fields=[*parse_qsl(query), ("ta-bort", "siffror")])
    assert "våra.csv" not in gone.text


@pytest.mark.parametrize(("name", "data"), [("a.csv", b"\x00\xff" * 50), ("a.xlsx", b"PK\x03\x04"), ("a.json", b"[" * 5_000)])
def test_figures_that_cannot_be_read_are_told_and_the_deck_is_there(server: WebServer, name: str, data: bytes) -> None:
    page = server.post("/sv/bildspel/1281-lund/filer", [("siffror", name, data)], [("langd", "kort")])
    assert page.status == 200 and 'class="wrong"' in page.text and 'class="card"' in page.text
    wrong = server.post("/sv/bildspel/1281-lund/filer", [("siffror", "a.exe", b"MZ")])
    assert ".csv" in wrong.tree.xpath("//p[@class='wrong']")[0].text_content()


def test_a_form_has_the_fields_that_it_needs_and_loses_none_of_the_others(server: WebServer) -> None:
    said = [("e1.rubrik", "Vår"), ("e1.punkter", "2014 | 1"), ("e1.matt", "Ton"), ("e1.alt", "Ner"), ("e1.kalla", "Planen")]
    for form, asked in (
        ("", {"fil", "alt", "kalla"}),
        ("staplar", {"matt", "alt", "kalla"}),
        ("tabell", {"alt", "kalla"}),
        ("rader", {"kalla"}),
        ("avsnitt", set[str]()),
    ):
        page = server.get(f"/sv/bildspel/1281-lund?{urlencode([*said, ('e1.form', form)])}").tree
        fields = page.xpath("//fieldset[@class='own']//input[@type!='hidden' or not(@type)]/@name")
        assert {name.partition(".")[2] for name in fields} - {"rubrik"} == asked, form
        values = {item.get("name"): item.get("value") for item in page.xpath("//fieldset[@class='own']//input")}
        assert [values[f"e1.{name}"] for name in ("matt", "alt", "kalla")] == ["Ton", "Ner", "Planen"], form


@pytest.mark.parametrize(
    ("form", "words", "lacks"),
    [
        ("spalter", "Ett\nTvå", "sides"),
        ("spalter", "Ett | Två", ""),
        ("jamforelse", "Nu | Sedan", "sides"),
        ("jamforelse", "Nu\nEtt | Två", "sides"),
        ("jamforelse", "Nu | Sedan\nEtt | Två", ""),
        ("avsnitt", "", ""),
    ],
)
def test_what_has_two_sides_has_something_on_both(form: str, words: str, lacks: str) -> None:
    assert slide(form, words).lacks == lacks


def test_a_section_names_no_source() -> None:
    assert slide("avsnitt", "Varför", kalla="Planen").said() == {"title": "Vår sida", "kind": "section", "subtitle": "Varför"}


def test_a_line_may_end_with_its_source() -> None:
    own = OwnSlideChoice(title="Läget", points=("Utsläppen har halverats (källa: SCB 2024)", "Mer (mycket)"))
    assert own.said()["body"] == [{"text": "Utsläppen har halverats", "source": "SCB 2024"}, "Mer (mycket)"]
    rows = OwnSlideChoice(form="kort", title="Läget", points=("Halverat (Källa: vi).",))
    assert rows.said()["cards"] == [{"title": "Halverat", "source": "vi"}]
