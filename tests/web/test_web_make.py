"""A place's page, by links and forms alone, as a browser without scripts uses it."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from lxml import etree
from pptx import Presentation
from web_client import Heard, WebServer, words_of

from deck.cli import main
from deck.formats import ALSO

LUND = "/sv/bildspel/1281-lund"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><rect width="100" height="40" fill="#0a7d3c"/></svg>'
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00\x0cIDATx\x9cc"
    b"\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)


def press(server: WebServer, page: Heard, button: str) -> Heard:
    """The form sent by one of its buttons, with all its fields as they stand."""
    tree = page.tree
    form = tree.get_element_by_id("val")
    name, _equals, value = button.partition("=")
    assert tree.xpath("//button[@name=$n and @value=$v]", n=name, v=value), button
    fields = [(key, said) for key, said in form.form_values() if said is not None]
    return server.get(form.get("action") + "?" + urlencode([*fields, (name, value)]))


def titles(page: Heard) -> list[str]:
    found = page.tree.xpath("//li[contains(@class, 'card')]//h3")
    return [" ".join(item.text_content().split()) for item in found]


def query(page: Heard) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).query))


def test_slides_are_moved_left_out_and_taken_back(server: WebServer) -> None:
    page = server.get(f"{LUND}?langd=kort")
    first = titles(page)
    moved = press(server, page, "gor=ner:why")
    assert query(moved)["ordning"].split(",")[:3] == ["title", "in-short", "why"] and titles(moved) != first
    back = press(server, moved, "gor=upp:why")
    assert [item.partition(" ")[2] for item in titles(back)] == [item.partition(" ")[2] for item in titles(page)]
    out = press(server, page, "gor=ut:why")
    assert query(out) == {"langd": "kort", "utan": "why"} and len(titles(out)) == len(first)
    again = press(server, out, "gor=in:why")
    assert query(again) == {"langd": "kort"} and titles(again) == first
    assert query(press(server, out, "gor=ordna")) == {"langd": "kort"}


def test_an_own_slide_is_added_filled_in_and_taken_away(server: WebServer) -> None:
    page = press(server, server.get(f"{LUND}?langd=kort"), "gor=ny")
    assert "e1.rubrik" in page.text and 'id="lack-1"' in page.text
    filled = server.get(f"{LUND}?langd=kort&e1.rubrik=V%C3%A5ra+parker&e1.punkter=Ett%0ATv%C3%A5")
    assert any("Våra parker" in title for title in titles(filled))
    assert not any("Våra parker" in title for title in titles(press(server, filled, "gor=bort:1")))


def test_a_deck_is_made_in_another_language(server: WebServer) -> None:
    page = server.get(f"{LUND}?langd=kort&sprak=en")
    assert query(page) == {"langd": "kort", "sprak": "en"}
    assert page.tree.xpath("string(//input[@name='sprak' and @checked]/@value)") == "en"
    labels = [" ".join(item.text_content().split()) for item in page.tree.xpath("//label[input[@name='sprak']]")]
    assert labels == ["Svenska", "English"]
    link = page.tree.xpath("string(//a[contains(@class, 'first')]/@href)")
    given = server.get(link)
    assert "1281-lund-kort-en.pptx" in given.headers["content-disposition"]
    assert Presentation(io.BytesIO(given.body)).core_properties.language == "en-GB"
    assert "sprak" not in query(server.get(f"{LUND}?sprak=sv")) and "sprak" not in query(server.get(f"{LUND}?sprak=../x"))


def test_whom_to_ask_may_be_several(server: WebServer) -> None:
    page = press(server, server.get(f"{LUND}?langd=kort&namn=Kim"), "gor=ny-kontakt")
    assert query(page)["namn"] == "Kim"
    form = dict(page.tree.get_element_by_id("val").form_values()) | {"k2.namn": "Bo Ek", "k2.epost": "bo@lund.se"}
    both = server.get(f"{LUND}?{urlencode({name: words or '' for name, words in form.items()})}")
    (said,) = both.tree.xpath("//li[@id='bild-contact']//img/@alt")
    assert "Kim. Bo Ek. bo@lund.se" in said
    alone = press(server, both, "gor=bort-kontakt:2")
    assert "k2.namn" not in query(alone) and query(alone)["namn"] == "Kim"


def test_the_address_is_the_shortest_and_a_colleague_sees_the_same(server: WebServer) -> None:
    page = server.get(f"{LUND}?langd=standard&for=alla&namn=&utan=&okant=1&fargval=ort&farg=%23123456")
    assert page.url == LUND
    full = server.get(f"{LUND}?langd=kort&tillfalle=Dag&namn=Kim&mal=Ett&e1.rubrik=A&e1.punkter=b&farg=0A7D3C")
    link = unescape(re.findall(r'<p><a href="([^"]+)">[^<]*</a></p>', full.text.partition('id="lank"')[2])[0])
    assert titles(server.get(link)) == titles(full) and "0A7D3C" in link


@pytest.mark.parametrize("form", ["pptx", *(item.name for item in ALSO)])
def test_downloads_are_the_command_line_s(server: WebServer, tmp_path: Path, form: str) -> None:
    heard = server.get(f"/sv/bildspel/0980-gotland/fil/{form}?langd=kort")
    assert heard.status == 200 and heard.headers["content-disposition"].startswith("attachment")
    more = [] if form == "pptx" else [f"--{form}"]
    assert main(["build", "gotland", "--outline", "kort", "-o", str(tmp_path), *more]) == 0
    assert (tmp_path / heard.called).read_bytes() == heard.body


def test_what_is_wrong_in_the_choices_is_said_and_not_given_out(server: WebServer) -> None:
    path = "?langd=kort&namn=Kim&epost=fel"
    page = server.get(LUND + path)
    assert page.status == 200 and 'class="wrong"' in page.text.partition('id="sagt"')[2].partition('class="desk"')[0]
    given = server.get(f"{LUND}/fil/pptx{path}")
    assert given.status == 422 and "content-disposition" not in given.headers
    # In the words of who fills in the form: of the file that we make of it they know nothing.
    assert "<li>Kontakt, E-post: ”fel” är ingen e-postadress" in given.text and "local.yaml" not in given.text


def test_a_logo_a_picture_and_a_template_are_uploaded_used_and_taken_away(server: WebServer) -> None:
    before = server.get(f"{LUND}?langd=kort")
    page = server.post(
        f"{LUND}/filer",
        [("logotyp", "Vår logga.SVG", SVG), ("e1.fil", "skog.png", PNG)],
        [("langd", "kort"), ("e1.rubrik", "Skogen"), ("e1.alt", "Tallar")],
    )
    assert page.status == 200 and "Vår logga.svg" in page.text and "skog.png" in page.text
    assert any("Skogen" in title for title in titles(page))
    session = query(page)["h"]
    given = server.get(f"{LUND}/fil/pptx?{urlsplit(page.url).query}")
    assert given.status == 200 and "Skogen" in words_of(given.body)
    alts = [e.get("descr") for slide in Presentation(io.BytesIO(given.body)).slides for e in slide._element.iter("{*}cNvPr")]
    assert "Tallar" in alts
    kit = server.get(f"{LUND}/fil/kommandorad?{urlsplit(page.url).query}")
    assert b"logotyp.svg" in kit.body and b"local.yaml" in kit.body
    template = io.BytesIO()
    Presentation().save(template)
    dressed = server.post(f"{LUND}/filer", [("mall", "Mall.potx", template.getvalue())], [("langd", "kort"), ("h", session)])
    assert query(dressed)["h"] == session and "Mall.potx" in dressed.text and "Vår logga.svg" in dressed.text
    # Who chooses a colour, too, is told that the template has its own.
    assert "Med mallen har bilderna mallens färger" in dressed.text and "Med mallen" not in page.text
    pictures = [set(re.findall(r"/bild/(\w+)-640", item.text)) for item in (before, dressed)]
    assert not pictures[0] & pictures[1]
    advice = server.get(f"{LUND}/mall?{urlsplit(dressed.url).query}")
    assert advice.status == 200 and "Mall.potx" in advice.text and advice.text.count('class="card"') > 6
    gone = server.post(f"{LUND}/filer", [], [("langd", "kort"), ("h", session), ("ta-bort", "mall"), ("ta-bort", "logotyp")])
    assert "Mall.potx" not in gone.text and "Vår logga.svg" not in gone.text
    assert set(re.findall(r"/bild/(\w+)-640", gone.text)) == pictures[0]


@pytest.mark.parametrize(
    ("field", "name", "data", "wrong"),
    [
        ("mall", "mall.exe", b"x", "mall-typ"),
        ("logotyp", "l.pdf", b"x", "logotyp-typ"),
        ("logotyp", "l.svg", b"", "tom"),
        ("logotyp", "l.svg", b"<svg>" + b" " * 5_000_001, "logotyp-stor"),
        ("e1.fil", "b.heic", b"x", "bild-typ"),
        ("nagot", "x.png", b"x", "bild-typ"),
    ],
)
def test_an_upload_that_is_none_is_said(server: WebServer, field: str, name: str, data: bytes, wrong: str) -> None:
    page = server.post(f"{LUND}/filer", [(field, name, data)], [("langd", "kort")])
    assert page.status == 200 and query(page)["fel"] == wrong and 'class="wrong"' in page.text


def test_what_is_wrong_with_an_upload_is_said_by_its_own_name(server: WebServer) -> None:
    fields = [("langd", "kort"), ("e1.rubrik", "Egen"), ("e1.alt", "Skog")]
    for slot, name in (("logotyp", "Vår logga.png"), ("siffror", "Kolada 2026.csv"), ("e1.fil", "Skogen.jpg")):
        page = server.post(f"{LUND}/filer", [(slot, name, b"nothing of the kind")], fields)
        said = " ".join(page.tree.get_element_by_id("sagt").text_content().split())
        assert name in said and "logotyp.png" not in said and "Siffror.csv" not in said and "Bild-" not in said, said
        # One fault is not told as two.
        assert "light eller dark" not in said
        refused = server.get(f"{LUND}/fil/pptx?{page.url.partition('?')[2]}")
        assert refused.status == 422 and name in refused.text


def test_a_logo_with_a_script_or_an_address_in_it_reaches_no_page_and_no_deck(server: WebServer) -> None:
    evil = SVG.replace(b"<rect", b'<script>alert(1)</script><image href="http://evil.se/x.png"/><rect onload="alert(2)"')
    page = server.post(f"{LUND}/filer", [("logotyp", "l.svg", evil)], [("langd", "kort")])
    given = server.get(f"{LUND}/fil/html?{urlsplit(page.url).query}")
    for heard in (page, given):
        assert b"evil.se" not in heard.body and b"alert(" not in heard.body


def test_a_session_that_is_gone_is_said_once(server: WebServer) -> None:
    page = server.get(f"{LUND}?langd=kort&h=gone.0123456789")
    assert query(page) == {"langd": "kort", "fel": "borta"} and 'class="wrong"' in page.text


def test_another_name_of_a_place_leads_to_its_own(server: WebServer) -> None:
    for name in ("lund", "1281", "Lunds%20kommun"):
        assert server.get(f"/sv/bildspel/{name}", follow=0).headers["location"] == LUND


def test_local_yaml_and_brand_yaml_are_given_out(server: WebServer) -> None:
    path = "?namn=Kim&farg=0A7D3C"
    assert server.get(f"{LUND}/fil/local{path}").text == "contact:\n  name: Kim\n"
    assert "#0A7D3C" in server.get(f"{LUND}/fil/brand{path}").text


def test_words_of_others_are_words(server: WebServer) -> None:
    evil = "%3Cscript%3Ealert(1)%3C/script%3E"
    page = server.get(f"{LUND}?langd=kort&namn={evil}&e1.rubrik={evil}&e1.punkter={evil}&mal={evil}")
    assert page.status == 200 and "<script>alert" not in page.text
    assert etree.fromstring(server.get("/karta/1281-ffffff.svg").body) is not None


def said(page: Heard) -> str:
    return " ".join(page.tree.get_element_by_id("sagt").text_content().split())


def test_a_complaint_says_which_field_it_is_about(server: WebServer) -> None:
    words = {
        "mal": "Ett\n**två",
        "e1.rubrik": "Vi",
        "e1.punkter": "Ett",
        "e2.rubrik": "Ni",
        "e2.punkter": "Ett\nTvå {{ nej }}",
    }
    told = said(server.get(f"{LUND}?langd=kort&" + urlencode(words)))
    assert "Egna mål, rad 2: ”**”" in told
    assert "Egen bild 2, Innehåll, rad 2: okänd variabel ”nej”" in told and "egen-2" not in told
    refused = server.get(f"{LUND}/fil/pptx?" + urlencode(words))
    assert refused.status == 422 and "Egna mål, rad 2" in refused.text
    back = refused.tree.xpath("//main//a/@href")
    assert dict(parse_qsl(urlsplit(back[0]).query))["e2.rubrik"] == "Ni"


def test_what_there_is_no_room_for_is_said(server: WebServer) -> None:
    rows = "\n".join(f"{n} | x" for n in range(60))
    page = server.get(f"{LUND}?" + urlencode({"talare": "x" * 99, "e1.rubrik": "Vi", "e1.form": "tabell", "e1.punkter": rows}))
    assert "Egen bild 1, Innehåll: allt som står här får inte plats" in said(page) and "Talare: allt" in said(page)
    points = {"e1.rubrik": "Vi", "e1.punkter": "\n".join("abcdefghijklmno")}
    assert "Egen bild 1, Innehåll" in said(server.get(f"{LUND}?" + urlencode(points)))
    assert said(server.get(f"{LUND}?kapat=%3Cb%3E,nix")) == ""


def test_what_the_command_line_warns_of_is_said(server: WebServer) -> None:
    """Figures of somebody else make no slide, and a colour that cannot be read is another."""
    table = "kod;nyckeltal;år;värde;enhet;källa\n0180;Utsläpp;2022;1;ton;SCB\n".encode()
    page = server.post(f"{LUND}/filer", [("siffror", "andras.csv", table)], [("langd", "kort")])
    assert "Det finns inga siffror för Lund om ”Utsläpp”" in page.text and page.url.startswith(LUND)
    assert "#FFFF00 har kontrasten" in server.get(f"{LUND}?langd=kort&farg=FFFF00").text
    assert "har kontrasten" not in server.get(f"{LUND}?langd=kort").text


def test_a_deck_whose_uploads_are_gone_is_not_given_out_without_them(server: WebServer) -> None:
    gone = server.get(f"{LUND}/fil/pptx?langd=kort&h=borta.00")
    assert gone.status == 404 and "langd=kort" in gone.tree.xpath("//main//a/@href")[0]


def test_outlines_and_audiences_are_called_as_the_page_s_language_calls_them(server: WebServer) -> None:
    page = server.get("/en/bildspel/1281-lund")
    labels = [" ".join(item.text_content().split()) for item in page.tree.xpath("//label[@class='pick']")]
    assert "Short 5 min" in labels and "Kort 5 min" not in labels and "Politiker" not in labels


def test_pictures_of_all_kinds_that_local_yaml_takes_are_taken(server: WebServer) -> None:
    words = [("e1.rubrik", "Sjön"), ("e1.alt", "Badplatsen"), ("langd", "kort")]
    page = server.post(f"{LUND}/filer", [("e1.fil", "sjö.svg", SVG)], words)
    assert said(page) == "" and query(page)["e1.bild"].endswith(".svg") and "10 bilder" in page.text


def test_a_file_that_was_chosen_and_not_sent_is_told(server: WebServer) -> None:
    """Without scripts the form's own button sends no file, only what it is called."""
    assert "skickades inte" in said(server.get(f"{LUND}?langd=kort&logotyp=vapen.svg"))
