"""The guidance's editor over a socket, as a browser without scripts asks: and what a server that was not told of it says."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from web_client import PATIENCE, Heard, WebServer

from deck.content import load_content


@pytest.fixture(scope="module")
def editor(content: Path) -> Iterator[WebServer]:
    with WebServer("--jobs", "2", "--edit", str(content)) as running:
        yield running
        assert running.stop() == 0, running.log
        assert running.left() == [] and "Traceback" not in running.log, running.log


def fields(page: Heard) -> dict[str, str]:
    """The form of a slide's words, filled in as it is shown."""
    form = page.tree.get_element_by_id("ord")
    found: dict[str, Any] = {item.get("name"): item.value for item in form.xpath(".//textarea|.//input[@type='hidden']")}
    return {name: value.removeprefix("\n") for name, value in found.items()}


def said(page: Heard) -> str:
    return " ".join(page.tree.get_element_by_id("innehall").text_content().split())


def test_nobody_edits_where_the_server_was_not_told_so(server: WebServer) -> None:
    assert "vagledning" not in server.get("/sv/").text
    for path in ("/sv/vagledning", "/sv/vagledning/bild/why", "/sv/vagledning/andrat"):
        assert server.get(path).status == 404
        assert server.post(path, fields=[("gor", "spara"), ("namn", "2030")]).status in (404, 405)


def test_all_slides_each_with_its_picture_and_its_address(editor: WebServer) -> None:
    page = editor.get("/sv/vagledning?ort=Ystad")
    assert page.status == 200
    links = page.tree.xpath("//ol[@class='cards']//a/@href")
    assert len(links) == len(load_content().slides) and "/sv/vagledning/bild/why?ort=1286" in links
    picture = page.tree.xpath("//ol[@class='cards']//img/@src")[0]
    assert editor.get(picture).headers["content-type"] == "image/png"
    spoken = {item.get("value"): item.text for item in page.tree.xpath("//select[@name='sprak']/option")}
    assert spoken["sv"] == "svenska", "a language is called by its name, not by its code"
    assert page.tree.xpath("//nav//a[@href='/sv/vagledning']") and "Ystads kommun" in page.text
    assert "Ingen ort heter så" in editor.get("/sv/vagledning/bild/why?ort=Ingenstans").text


def test_words_are_shown_tried_and_saved(editor: WebServer, content: Path) -> None:
    file = content / "sv" / "slides-guidance.yaml"
    before = file.read_text("utf-8")
    address = "/sv/vagledning/bild/why"
    words = fields(editor.get(address))
    words["t.title"] = "Nyttan och uppdraget"
    shown = editor.post(address, fields=[*words.items(), ("gor", "visa")])
    assert shown.status == 200 and "Inte sparat än" in said(shown) and "Inte prövat" in said(shown)
    assert "Nyttan och uppdraget" in shown.tree.xpath("//*[@id='bilder']//img/@alt")[0] or shown.tree.xpath(
        "//*[@id='bilder']//img"
    )
    assert file.read_text("utf-8") == before
    tried = editor.post(address, fields=[*words.items(), ("gor", "prova")])
    assert "311 orter" in said(tried)
    saved = editor.post(address, fields=[*words.items(), ("gor", "spara")])
    assert saved.status == 200 and saved.url.endswith("sparat=1") and "Sparat i sv/slides-guidance.yaml" in said(saved)
    after = file.read_text("utf-8")
    assert [now for was, now in zip(before.splitlines(), after.splitlines(), strict=True) if was != now] == [
        "    title: Nyttan och uppdraget"
    ]
    again = editor.post(address, fields=[*words.items(), ("t.title", "Ett till"), ("gor", "spara")])
    assert again.status == 422 and "någon annan har ändrat" in said(again).lower() and file.read_text("utf-8") == after


def test_letters_that_no_text_may_have_are_not_saved(editor: WebServer, content: Path) -> None:
    address = "/sv/vagledning/bild/get-it"
    words = fields(editor.get(address))
    was = words["t.title"]
    saved = editor.post(
        address, fields=[*(words | {"t.title": f" {was[:4]}\0\x1b\u2028{was[4:]}\x0b!"}).items(), ("gor", "spara")]
    )
    assert saved.status == 200 and "Sparat i" in said(saved)
    words = fields(editor.get(address))
    assert words["t.title"] == f"{was}!"
    assert editor.post(address, fields=[*(words | {"t.title": was}).items(), ("gor", "spara")]).status == 200


def test_what_makes_no_deck_is_not_saved_and_what_was_written_is_still_there(editor: WebServer, content: Path) -> None:
    address = "/en/vagledning/bild/get-it"
    words = fields(editor.get(address)) | {"t.title": "Till {{ plats }}"}
    refused = editor.post(address, fields=[*words.items(), ("gor", "spara")])
    assert refused.status == 422 and "Nothing was saved" in said(refused) and "plats" in said(refused)
    assert fields(refused)["t.title"] == "Till {{ plats }}"
    assert "{{ plats" not in (content / "sv" / "slides-guidance.yaml").read_text("utf-8")


def test_the_english_words_too(editor: WebServer) -> None:
    page = editor.get("/sv/vagledning/bild/why?sprak=en")
    assert page.tree.xpath("//textarea/@lang")[0] == "en"
    assert fields(page)["sprak"] == "en" and "municipalities" in page.text.lower()


def test_news_proof_and_a_release(editor: WebServer, content: Path) -> None:
    address = "/sv/vagledning/bild/made-by"
    words = fields(editor.get(address)) | {"t.title": "Kommuner har varit med"}
    assert editor.post(address, fields=[*words.items(), ("gor", "spara")]).status == 200
    news = editor.get("/sv/vagledning/andrat")
    assert (
        "Kommuner har varit med" in said(news) and news.tree.xpath("//del") and news.tree.xpath("//a[contains(@href,'made-by')]")
    )
    for name, told in (("2026", "redan"), ("../../x", "kan inte"), ("", "kan inte")):
        refused = editor.post("/sv/vagledning/andrat", fields=[("namn", name)])
        assert refused.status == 422 and told in said(refused), name
    frozen = editor.post("/sv/vagledning/andrat", fields=[("namn", "2027-03-01"), ("om", "Kortare")])
    assert frozen.status == 200 and "Fryst som 2027-03-01" in said(frozen) and "Ingenting är ändrat" in said(frozen)
    assert (content / "releases" / "2027-03-01" / "release.yaml").is_file()
    proof = editor.get("/sv/vagledning/korrektur?bild=made-by")
    # Without scripts the page asks again by itself.
    assert proof.status == 200 and proof.tree.xpath("//noscript/meta[@http-equiv='refresh']") and proof.tree.xpath("//progress")
    until = time.monotonic() + PATIENCE
    while proof.tree.xpath("//progress") and time.monotonic() < until:
        time.sleep(0.5)
        proof = editor.get("/sv/vagledning/korrektur?bild=made-by")
    assert proof.status == 200 and "bild/made-by" in proof.text and not proof.tree.xpath("//meta[@http-equiv]")


def test_a_release_that_says_nothing_new_or_is_older_is_frozen_by_who_is_sure(editor: WebServer, content: Path) -> None:
    for _n in range(2):
        editor.post("/sv/vagledning/andrat", fields=[("namn", "2027-05-01"), ("anda", "1")])
    refused = editor.post("/sv/vagledning/andrat", fields=[("namn", "2019-x")])
    assert refused.status == 422 and "Ingenting har ändrats sedan 2027-05-01" in said(refused) and "2019" in said(refused)
    assert not (content / "releases" / "2019-x").exists() and refused.tree.xpath("//input[@name='anda']")
    taken = editor.post("/sv/vagledning/andrat", fields=[("namn", "2027-05-01"), ("anda", "1")])
    assert taken.status == 422 and "redan" in said(taken) and not taken.tree.xpath("//input[@name='anda']")
    assert editor.post("/sv/vagledning/andrat", fields=[("namn", "2019-x"), ("anda", "1")]).status == 200
    assert (content / "releases" / "2019-x" / "release.yaml").is_file()


def test_what_changes_nothing_is_not_said_to_be_saved(editor: WebServer) -> None:
    address = "/sv/vagledning/bild/when"
    page = editor.post(address, fields=[*fields(editor.get(address)).items(), ("gor", "spara")])
    assert page.status == 200 and "inget att spara" in said(page) and "Sparat" not in said(page)


def test_requests_from_elsewhere_change_nothing(editor: WebServer, content: Path) -> None:
    before = {path: path.read_bytes() for path in content.rglob("*.yaml")}
    for path in ("/sv/vagledning/bild/why", "/sv/vagledning/andrat"):
        assert editor.post(path, fields=[("gor", "spara")], headers={"Origin": "https://evil.example"}).status == 403
    for name in ("finns-inte", "..%2F..%2Fetc%2Fpasswd", "%00", "a" * 300):
        heard = editor.get(f"/sv/vagledning/bild/{name}")
        assert heard.status == 404 and "root:" not in heard.text, name
        for act in ("", "prova", "spara"):
            assert editor.post(f"/sv/vagledning/bild/{name}", fields=[("gor", act)]).status == 404, (name, act)
    assert editor.post("/sv/vagledning/bild/why", fields=[("t.title", "x" * 300_000)]).status in (400, 413, 422)
    assert {path: path.read_bytes() for path in content.rglob("*.yaml")} == before
