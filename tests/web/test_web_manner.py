"""The look that a refreshed deck has: asked for on its page, and the same as the command line gives."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from web_client import Heard, WebServer, edited, link

import deck
from deck.web.manner import REBRAND, WantedLook


def template(name: str = "Region Syd") -> bytes:
    """An organisation's own, as PowerPoint's plain one in another font."""
    given, made = Presentation(), io.BytesIO()
    master = given.slide_master
    master.name = name
    (look,) = [rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme")]
    look._blob = look.blob.replace(b'typeface="Calibri"', b'typeface="Verdana"')
    given.save(made)
    return made.getvalue()


@pytest.fixture(scope="module")
def page(server: WebServer) -> Iterator[Heard]:
    heard = server.post("/sv/uppdatera", [("fil", "plan.pptx", edited())])
    yield heard
    server.post(f"{heard.url}/slut")


def chosen(page: Heard) -> str:
    (value,) = page.tree.xpath("//input[@name='utseende'][@type='radio'][@checked]/@value")
    return value


def fonts(data: bytes) -> set[str]:
    master = Presentation(io.BytesIO(data)).slide_master
    (look,) = [rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme")]
    return set(re.findall(r'<a:latin typeface="([^"]+)"', look.blob.decode()))


def test_without_a_choice_it_is_as_the_command_line_has_it(page: Heard) -> None:
    assert chosen(page) == "" and "utseende=" not in link(page, "/1/fil")


@pytest.mark.parametrize("name", ["profil", "eget"])
def test_a_profile_is_chosen_and_stands_in_every_address(page: Heard, server: WebServer, name: str, tmp_path: Path) -> None:
    shown = server.post(f"{page.url}/1/utseende", fields=[("utseende", name), ("d.why/title", "theirs")])
    assert chosen(shown) == name and parse_qs(urlparse(shown.url).query) == {"utseende": [name], "d.why/title": ["theirs"]}
    (kept,) = shown.tree.xpath("//form[@id='avgor']/input[@type='hidden'][@name='utseende']/@value")
    assert kept == name and all(f"utseende={name}" in link(shown, way) for way in ("/1/fil", "/rapport"))
    every = server.get(f"{page.url}/1?utseende={name}&alla=theirs")
    assert parse_qs(urlparse(every.url).query)["utseende"] == [name] and len(every.tree.xpath("//input[@checked]")) > 5
    path = tmp_path / "plan.pptx"
    path.write_bytes(edited())
    found = deck.refresh_file(path, rebrand=REBRAND[name], resolve={"why/title": "theirs"})
    assert found.path is not None and server.get(link(shown, "/1/fil")).body == found.path.read_bytes()


def test_a_template_is_uploaded_and_the_deck_moves_into_it(server: WebServer, tmp_path: Path) -> None:
    first = server.post("/sv/uppdatera", [("fil", "plan.pptx", edited())])
    assert "Verdana" not in fonts(server.get(link(first, "/1/fil")).body)
    shown = server.post(f"{first.url}/1/utseende", [("mall", "Region Syd.potx", template())], [("utseende", "")])
    assert (
        shown.status == 200
        and chosen(shown) == "mall"
        and "Region Syd.potx" in shown.text
        and str(server.scratch) not in shown.text
    )
    given = server.get(link(shown, "/1/fil")).body
    assert "Verdana" in fonts(given)
    assert all(
        slide.slide_layout.slide_master.element.find(qn("p:cSld")) is not None for slide in Presentation(io.BytesIO(given)).slides
    )
    # As it was, with the template still at hand; and anew with another.
    assert chosen(server.get(first.url)) == "" and "Region Syd.potx" in server.get(first.url).text
    again = server.post(f"{first.url}/1/utseende", [("mall", "Ny.potx", template("Ny"))], [("utseende", "mall")])
    assert "Ny.potx" in again.text and "Region Syd" not in again.text
    server.post(f"{first.url}/slut")
    assert server.get(f"{first.url}/1/fil?utseende=mall").status == 404


@pytest.mark.parametrize(
    ("files", "name", "said"),
    [
        ([("mall", "mall.docx", b"PK")], "mall", ".potx"),
        ([("mall", "mall.potx", b"")], "mall", ".potx"),
        ([], "mall", "Välj mallens fil"),
        ([], "nonsens", ""),
    ],
)
def test_what_is_no_template_is_said_and_changes_nothing(
    page: Heard, server: WebServer, files: list[tuple[str, str, bytes]], name: str, said: str
) -> None:
    shown = server.post(f"{page.url}/1/utseende", files, [("utseende", name)])
    wrong = " ".join(shown.tree.xpath("//form[@id='utseende']/p[@class='wrong']/text()"))
    assert shown.status == 200 and chosen(shown) == "" and (said in wrong if said else not wrong)


def test_a_template_that_cannot_be_read_is_told_by_its_own_name(server: WebServer) -> None:
    first = server.post("/sv/uppdatera", [("fil", "plan.pptx", edited())])
    shown = server.post(f"{first.url}/1/utseende", [("mall", "Trasig.potx", b"PK\x03\x04 nothing")], [("utseende", "mall")])
    assert shown.status == 422 and "Trasig.potx" in shown.text and chosen(shown) == "mall"
    assert server.get(f"{first.url}/1").status == 200
    server.post(f"{first.url}/slut")


def test_a_session_that_is_gone_is_said(server: WebServer) -> None:
    assert server.post("/sv/uppdatera/" + "x" * 40 + "/1/utseende", fields=[("utseende", "eget")]).status == 404


def test_each_look_says_what_it_is_in_an_address() -> None:
    assert [WantedLook(name).query for name in REBRAND] == ["", "utseende=profil", "utseende=eget", "utseende=mall"]
    assert [WantedLook(name).rebrand for name in REBRAND] == [None, True, False, None]
