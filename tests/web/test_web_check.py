"""Any deck judged on a page."""

from __future__ import annotations

import io
import re
from typing import Any

from pptx import Presentation
from web_client import WebServer, edited, faulty

import deck.web.check as module


def test_faults_are_shown_where_they_are_and_what_is_safe_is_mended(server: WebServer) -> None:
    page = server.post("/en/granska", [("fil", "Fel.pptx", faulty())])
    assert page.status == 200 and "The title is empty" in page.text and "How to mend it" in page.text
    assert "deck check" not in page.text, "who is here has no command line"
    picture = re.search(r"/bild/\w+-1280\.png", page.text)
    assert picture and server.get(picture[0]).body.startswith(b"\x89PNG")
    mended = server.get(f"{page.url}/1/lagad")
    assert mended.called == "Fel-lagad.pptx" and len(Presentation(io.BytesIO(mended.body)).slides) == 1
    again = server.post("/en/granska", [("fil", mended.called, mended.body)])
    assert "/lagad" not in again.text and "The title is empty" in again.text
    assert server.get(f"{again.url}/1/lagad").status == 422


def test_what_is_said_of_a_fault_begins_and_ends_as_a_sentence(server: WebServer) -> None:
    opened: Any = Presentation()
    opened.slides.add_slide(opened.slide_layouts[1]).notes_slide.notes_text_frame.text = "Säg det"
    out = io.BytesIO()
    opened.save(out)
    page = server.post("/sv/granska", [("fil", "a.pptx", out.getvalue()), ("fil", "b.pptx", faulty())])
    for n in (1, 2):
        tree = server.get(f"{page.url}/{n}").tree
        heads = [" ".join(item.text_content().split()) for item in tree.xpath("//*[@class='finding']/h3")]
        assert heads and all(head.partition(": ")[2][:1].isupper() for head in heads), heads
        said = [item.text_content().strip() for item in tree.xpath("//*[@class='finding']/p")]
        assert said and all(words.endswith((".", "?", "!", "…", "”", ")")) for words in said), said
    server.post(f"{page.url}/slut")


def test_several_at_once_with_those_that_cannot_be_read(server: WebServer) -> None:
    files = [("fil", "a.pptx", faulty()), ("fil", "b.pptx", b"no"), ("fil", "c.pptx", edited())]
    page = server.post("/sv/granska", files)
    assert page.status == 200 and page.text.count("<h2>") == 3
    for n, name in ((1, "a.pptx"), (3, "c.pptx")):
        assert name in server.get(f"{page.url}/{n}").text
    assert server.get(f"{page.url}/2").status == 422
    assert server.get(f"{page.url}/9").status == server.get(f"{page.url}/9/lagad").status == 404


def test_a_deck_of_ours_needs_nothing(server: WebServer) -> None:
    deck = server.get("/sv/bildspel/1281-lund/fil/pptx?langd=kort")
    page = server.post("/sv/granska", [("fil", deck.called, deck.body)])
    assert page.status == 200 and 'class="finding"' not in page.text and "/lagad" not in page.text


def test_the_share_of_one_deck_is_more_than_a_deck_needs_and_less_than_the_clock_s() -> None:
    from deck.web.pool import LONGEST

    assert 5 < module.SHARE < LONGEST
