"""An edited deck brought up to date, by links and forms alone; its decisions are in what is given out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pptx import Presentation
from web_client import Heard, WebServer, edited, faulty, link, words_of

import deck
from deck.refresh import Choice

MINE, THEIRS = "Vi: Strategiskt arbete ger goda livsmiljöer", "Kommuner ser nyttan, länsstyrelserna har uppdraget"


@pytest.fixture(scope="module")
def page(server: WebServer) -> Iterator[Heard]:
    heard = server.post("/sv/uppdatera", [("fil", "Lunds bildspel.pptx", edited())])
    yield heard
    server.post(f"{heard.url}/slut")


def keys(page: Heard) -> list[str]:
    return list(dict.fromkeys(page.tree.xpath("//fieldset[@class='question']//input/@name")))


def left(page: Heard) -> int:
    return int(page.tree.get_element_by_id("kvar").text_content())


def test_what_is_to_be_decided_is_shown_with_both_sides(page: Heard, server: WebServer) -> None:
    assert page.status == 200 and "Lunds bildspel.pptx" in page.text and "2020-04-30" in page.text
    assert left(page) == len(keys(page)) >= 5
    assert MINE.partition(" ")[2].split()[0] in page.text and "<ins>" in page.text and "<del>" in page.text
    pictures = set(re.findall(r"/bild/\w+-640\.png", page.text))
    assert len(pictures) > 10
    for path in sorted(pictures)[:4]:
        assert server.get(path).body.startswith(b"\x89PNG")


def test_undecided_its_owner_s_words_stand(page: Heard, server: WebServer) -> None:
    given = server.get(link(page, "/1/fil"))
    assert given.called == "Lunds bildspel-uppdaterad.pptx" and MINE in words_of(given.body)


@pytest.mark.parametrize(("choice", "said", "unsaid"), [("mine", MINE, THEIRS), ("theirs", THEIRS, MINE)])
def test_all_decided_one_way_with_one_button(page: Heard, server: WebServer, choice: str, said: str, unsaid: str) -> None:
    decided = server.get(f"{page.url}?alla={choice}")
    assert left(decided) == 0 and len(decided.tree.xpath("//fieldset//input[@checked]")) == len(keys(page))
    words = words_of(server.get(link(decided, "/1/fil")).body)
    assert said in words and unsaid not in words
    assert left(server.get(f"{page.url}?alla=inget")) == len(keys(page))


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_the_same_answers_are_the_same_file_as_the_command_line_s(
    page: Heard, server: WebServer, choice: Choice, tmp_path: Path
) -> None:
    """By one button, by card after card, by `--prefer`, and by a `--resolve` each."""
    given = server.get(link(server.get(f"{page.url}?alla={choice}"), "/1/fil")).body
    each = {key.removeprefix("d."): choice for key in keys(page)}
    for n, asked in enumerate(({"prefer": choice}, {"resolve": each})):
        path = tmp_path / str(n) / "Lunds bildspel.pptx"
        path.parent.mkdir()
        path.write_bytes(edited())
        found = deck.refresh_file(path, **asked)  # type: ignore[arg-type]
        assert found.path is not None and found.path.read_bytes() == given, asked


def test_one_card_chosen_is_one_decision(page: Heard, server: WebServer) -> None:
    decided = server.get(f"{page.url}?d.why/title=theirs&d.nowhere=mine&d.why=nonsense")
    assert left(decided) == len(keys(page)) - 1
    words = words_of(server.get(link(decided, "/1/fil")).body)
    assert THEIRS in words and "Vi: Källor till presentationen" in words
    report = server.get(link(decided, "/rapport"))
    assert report.called.endswith(".html") and THEIRS in report.text and str(server.scratch) not in report.text


def test_several_at_once_each_with_its_own_page(server: WebServer) -> None:
    files = [("fil", "a.pptx", edited()), ("fil", "b.pptx", faulty()), ("fil", "c.pptx", b"no")]
    several = server.post("/en/uppdatera", files)
    assert several.status == 200 and all(name in several.text for name in ("a.pptx", "b.pptx", "c.pptx"))
    assert left(server.get(f"{several.url}/1")) >= 5
    assert server.get(f"{several.url}/2").status == server.get(f"{several.url}/3").status == 422
    assert server.get(f"{several.url}/4").status == 404
    assert server.get(f"{several.url}/1/fil").status == 200 and server.get(f"{several.url}/3/fil").status == 422
    server.post(f"{several.url}/slut")


def test_a_deck_from_elsewhere_is_refused_with_what_to_do_here(server: WebServer) -> None:
    refused = server.post("/sv/uppdatera", [("fil", "annat.pptx", faulty())])
    said = " ".join(refused.tree.xpath("string(//ul[@class='faults'])").split())
    assert refused.status == 422 and "välj en tidigare fil" in said and "--" not in said
    server.post(f"{refused.url}/slut")


def test_a_deck_that_is_up_to_date_is_not_offered_as_a_refreshed_one(server: WebServer) -> None:
    now = server.get("/sv/bildspel/1281-lund/fil/pptx?langd=kort").body
    one = server.post("/sv/uppdatera", [("fil", "nytt.pptx", now)])
    both = server.post("/sv/uppdatera", [("fil", "nytt.pptx", now), ("fil", "plan.pptx", edited())])
    assert "inget att göra" in one.text and not one.tree.xpath("//a[@download][contains(@href, '/fil')]")
    assert [item.split("/")[-2] for item in both.tree.xpath("//a[@download]/@href")] == ["2"]
    for page in (one, both):
        server.post(f"{page.url}/slut")


def test_two_of_one_name_are_told_apart_and_names_are_as_they_were(server: WebServer) -> None:
    files = [("fil", "”Vår” plan 🌱.pptx", edited()), ("fil", "”Vår” plan 🌱.pptx", edited())]
    several = server.post("/sv/uppdatera", files)
    assert "”Vår” plan 🌱.pptx" in several.text and "”Vår” plan 🌱 (2).pptx" in several.text
    assert server.get(f"{several.url}/1/fil").called == "”Vår” plan 🌱-uppdaterad.pptx"
    assert server.get(f"{several.url}/2/fil").called == "”Vår” plan 🌱 (2)-uppdaterad.pptx"
    server.post(f"{several.url}/slut")


def test_slides_have_one_number_on_the_page_in_the_report_and_in_the_file(page: Heard, server: WebServer) -> None:
    assert "numreras som i det uppdaterade bildspelet" in page.text
    report = server.get(link(page, "/rapport")).text

    def numbered(words: str) -> set[str]:
        return {" ".join(found.split()) for found in re.findall(r">\s*(Bild \d+: [^<–]+)", words)}

    assert numbered(page.text) and numbered(page.text) == numbered(report)
    deck = Presentation(io.BytesIO(server.get(link(page, "/1/fil")).body))
    titles = [" ".join(slide.shapes.title.text.split()) if slide.shapes.title else "" for slide in deck.slides]
    asked = page.tree.xpath("//fieldset/legend")
    for legend in asked:
        said = " ".join(legend.text_content().split())
        number, _colon, words = said.removeprefix("Bild ").partition(" –")[0].partition(": ")
        assert titles[int(number) - 1] == words


def test_what_is_said_of_the_whole_follows_what_has_been_decided(page: Heard, server: WebServer) -> None:
    one = server.get(f"{page.url}?d.why/title=theirs")
    assert f"så när som på {left(page) - 1} saker" in one.tree.get_element_by_id("lage").text_content()
    whole = server.get(f"{page.url}?alla=mine")
    assert "Allt är avgjort" in whole.tree.get_element_by_id("lage").text_content()


@pytest.mark.parametrize("where", ["uppdatera", "granska"])
def test_whose_file_is_gone_is_led_to_where_it_is_chosen(server: WebServer, where: str) -> None:
    gone = server.get(f"/sv/{where}/abcdefghijklmnopqrstuvwxyz.0123456789")
    assert gone.status == 404 and gone.tree.xpath(f"//main//a[@href='/sv/{where}']")
