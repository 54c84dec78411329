"""The pages in a real Chromium: by mouse and by key, narrow and wide, light and dark, with scripts and without; and what axe-core
says of them.

Left out, and said, where there is no Chromium; `.ci/run` brings it, and axe-core."""

from __future__ import annotations

import base64
import io
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import judged
from PIL import Image
from pptx import Presentation
from web_client import WebServer, edited, faulty, words_of

from deck.content import load_content

ROOT = Path(__file__).resolve().parents[2]


Open = Callable[..., Any]


def uploaded(page: Any, server: WebServer, where: str, name: str, data: bytes) -> None:
    """A file given to a page: with scripts it goes as soon as it is chosen."""
    page.goto(f"{server.address}/sv/{where}")
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.wait_for_url(f"**/sv/{where}/*")
    page.wait_for_load_state()


def downloaded(page: Any, press: Callable[[], None]) -> bytes:
    with page.expect_download() as caught:
        press()
    return Path(caught.value.path()).read_bytes()


def expect(place: Any, number: int) -> None:
    """A number on the page comes to this; the page may be exchanged for another meanwhile."""
    place.filter(has_text=re.compile(rf"^\s*{number}\s*$")).wait_for()


def test_a_deck_is_made_by_key_alone(open_page: Open, server: WebServer) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    field = page.get_by_role("combobox")
    field.focus()
    page.keyboard.type("lun")
    page.get_by_role("option").first.wait_for()
    box = page.get_by_role("listbox").bounding_box()
    assert box is not None and page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('[role=listbox]') !== null",
        [box["x"] + 20, box["y"] + box["height"] - 10],
    )  # the last one offered is seen, too
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bildspel/1281-lund*")
    cards = page.locator(".card")
    before = cards.count()
    page.locator("input[name=langd][value=kort]").focus()
    page.keyboard.press("Space")
    page.wait_for_function("(n) => document.querySelectorAll('.card').length < n", arg=before)
    data = downloaded(page, lambda: page.get_by_role("link", name="Ladda ner för PowerPoint").press("Enter"))
    assert len(Presentation(io.BytesIO(data)).slides) == cards.count() < before
    assert server.get(page.get_by_role("link", name="Ladda ner för PowerPoint").get_attribute("href")).body == data


@pytest.mark.parametrize("fails", [False, True])
def test_keys_are_meant_for_what_is_written_and_not_for_what_is_shown_still(
    open_page: Open, server: WebServer, fails: bool
) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/")
    field = page.get_by_role("combobox")
    field.press_sequentially("l")
    page.locator("#forslag li").first.wait_for()
    waiting: list[Any] = []

    def hold(route: Any) -> None:
        waiting.append(route)

    page.route("**/orter.json?*", hold)
    field.press_sequentially("und")
    for key in ("ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert page.url.endswith("/sv/")
    for route in waiting:
        route.fulfill(body="nothing") if fails else route.continue_()
    page.wait_for_url("**/bildspel/1281-lund*")


def test_who_adds_an_own_slide_by_key_is_at_its_first_field_and_sees_what_is_wrong(open_page: Open, server: WebServer) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/bildspel/1281-lund?langd=kort")
    page.locator("#egna > summary").click()
    page.locator("#ny").focus()
    page.keyboard.press("Enter")
    page.locator("#f-e1-r:focus").wait_for()
    page.keyboard.type("Vi")
    page.locator("#f-e1-p").fill("**två")
    wrong = page.locator("#sagt .wrong")
    wrong.wait_for()
    assert "Egen bild 1" in wrong.inner_text()
    assert page.evaluate("document.querySelector('#sagt .wrong').getBoundingClientRect().top") >= 0
    inset = "(one) => one.querySelector('li').getBoundingClientRect().left - one.getBoundingClientRect().left"
    assert wrong.evaluate(inset) >= 32, "a list's marks stand beside its edge, not upon it"
    page.locator("#bort-1").focus()
    page.keyboard.press("Enter")
    page.locator("#ny:focus").wait_for()


def test_an_own_slide_that_lacks_something_is_missed_where_the_deck_is_fetched(open_page: Open, server: WebServer) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/bildspel/1281-lund?langd=kort&e1.rubrik=&e2.rubrik=Vi")
    assert page.locator("#antal").inner_text().endswith(" · Egen bild 2 är inte med än"), "an empty one is missed by nobody"
    page.get_by_role("link", name="Egen bild 2 är inte med än").press("Enter")
    page.locator("#lack-2:visible").wait_for()
    page.locator("#f-e2-p").fill("Ja")
    page.wait_for_function("() => document.getElementById('antal').textContent.trim().match(/^\\d+ bilder$/)")


def test_who_adds_a_contact_by_key_is_at_its_first_field(open_page: Open, server: WebServer) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/bildspel/1281-lund?langd=kort&namn=Kim")
    page.locator("#ny-kontakt").focus()
    page.keyboard.press("Enter")
    page.locator("[id='f-k2.namn']:focus").wait_for()
    page.keyboard.type("Bo Ek")
    page.locator(".card img[alt*='Bo Ek']").first.wait_for()
    page.locator("#bort-kontakt-2").focus()
    page.keyboard.press("Enter")
    page.locator("#ny-kontakt:focus").wait_for()


def test_a_refresh_is_decided_by_click_and_by_key(open_page: Open, server: WebServer) -> None:
    page = open_page()
    uploaded(page, server, "uppdatera", "plan.pptx", edited())
    left = page.locator("#kvar")
    many = int(left.inner_text())
    assert many > 2
    page.locator(".question label").nth(1).click()  # the guidance's, of the first
    expect(left, many - 1)
    page.locator("body").press("j")
    page.keyboard.press("1")
    expect(left, many - 2)
    data = downloaded(page, lambda: page.get_by_role("link", name="Ladda ner det uppdaterade bildspelet").click())
    said = words_of(data)
    assert "Kommuner ser nyttan, länsstyrelserna har uppdraget" in said and "Vi: " in said
    page.get_by_role("button", name="Behåll allt mitt").click()
    expect(left, 0)
    data = downloaded(page, lambda: page.get_by_role("link", name="Ladda ner det uppdaterade bildspelet").click())
    assert "Vi: Strategiskt arbete ger goda livsmiljöer" in words_of(data)


def picture_file(size: tuple[int, int] = (640, 400)) -> dict[str, Any]:
    out = io.BytesIO()
    Image.new("RGB", size, (20, 120, 160)).save(out, "PNG")
    return {"name": "Vår sjö.png", "mimeType": "image/png", "buffer": out.getvalue()}


OPEN = "[...document.querySelectorAll('#val details')].filter((one) => one.open).map((one) => one.id)"


def test_a_file_comes_in_without_leaving_the_page(open_page: Open, server: WebServer) -> None:
    """What was open stays open, and what is written while the file is on its way is not lost."""
    page = open_page()
    page.goto(f"{server.address}/sv/bildspel/1281-lund?langd=kort")
    assert page.evaluate(OPEN) == []
    for name in ("tillfallet", "egna", "utseende"):
        page.locator(f"#{name} > summary").click()
    page.locator("#ny").click()
    page.locator("#f-e1-r:focus").wait_for()
    page.keyboard.type("Sjön")
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    page.route("**/filer", hold)
    page.evaluate("window.same = true")
    page.set_input_files("#f-e1-f", picture_file())
    page.locator("#f-e1-a").click()
    page.keyboard.type("Sjön i kväll")
    page.wait_for_timeout(300)  # longer than it is waited for the next letter
    held.pop().continue_()
    page.locator(".card img[alt*='Sjön i kväll']").wait_for()
    assert page.evaluate("document.activeElement.id") == "f-e1-a" and page.locator("#f-e1-a").input_value() == "Sjön i kväll"
    page.unroute("**/filer")
    page.set_input_files("#f-logotyp", picture_file())
    page.locator("#utseende-filer").get_by_text("Vår sjö.png").wait_for()
    assert page.evaluate("window.same") and page.evaluate(OPEN) == ["tillfallet", "egna", "utseende"]
    page.locator("input[name=ta-bort][value=logotyp]").check()
    page.locator("input[name=ta-bort][value=logotyp]").wait_for(state="detached")
    assert "e1.bild=bild-" in page.url and page.locator("#sagt .wrong").count() == 0


def test_who_downloads_at_once_has_what_was_written_last(open_page: Open, server: WebServer) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/bildspel/1281-lund?langd=kort&tillfalle=M")
    page.locator("#f-tillfalle").fill("Miljödagen i dag")
    data = downloaded(page, lambda: page.get_by_role("link", name="Ladda ner för PowerPoint").click())
    assert "Miljödagen i dag" in words_of(data)
    page.route("**/bildspel/1281-lund?*", lambda route: route.fulfill(body="", content_type="text/html"))
    page.locator("#f-tillfalle").fill("Miljödagen i går")
    page.get_by_role("link", name="Ladda ner för PowerPoint").click()
    page.locator("#sagt .wrong").wait_for()
    page.unroute("**/bildspel/1281-lund?*")
    page.locator("#f-tillfalle").fill("Miljödagen i morgon")
    page.locator(".card img[alt*='Miljödagen i morgon']").first.wait_for()
    data = downloaded(page, lambda: page.get_by_role("link", name="Ladda ner för PowerPoint").click())
    assert "Miljödagen i morgon" in words_of(data)


@pytest.mark.parametrize(
    ("field", "name", "size", "said"),
    [
        ("#f-mall", "mall.docx", 1, "En mall slutar på"),
        ("#f-mall", "mall.pptx", 1, "ingen PowerPoint-fil"),
        ("#f-logotyp", "l.png", 5_000_001, "högst 5 MB"),
        ("#f-mall", "mall.pptx", 60_000_001, "högst 60 MB"),
    ],
)
def test_a_file_that_does_not_come_in_is_told_of_at_once(
    open_page: Open, server: WebServer, field: str, name: str, size: int, said: str, tmp_path: Path
) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/bildspel/1281-lund?langd=kort")
    page.locator("#utseende > summary").click()
    (tmp_path / name).write_bytes(b"x")
    os.truncate(tmp_path / name, size)
    page.set_input_files(field, tmp_path / name)
    page.locator("#sagt .wrong").filter(has_text=said).wait_for()
    assert page.evaluate(OPEN) == ["utseende"] and page.locator("body.busy").count() == 0
    page.locator("input[name=langd][value=standard]").check()
    page.wait_for_function("() => document.querySelectorAll('.card').length > 20")


def test_what_the_server_says_no_to_is_told_in_its_words(open_page: Open, server: WebServer) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/bildspel/1281-lund?langd=kort")
    body = server.get("/sv/bildspel/1281-lund/mall").text
    page.route("**/bildspel/1281-lund?langd=standard*", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.locator("input[name=langd][value=standard]").check()
    page.locator("#sagt .wrong").filter(has_text="Filen finns inte kvar.").wait_for()
    assert "Ladda upp" in page.locator("#sagt").inner_text() and page.locator("#sagt a").count() == 0


def test_without_scripts_what_was_open_comes_back_open(open_page: Open, server: WebServer) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{server.address}/sv/bildspel/1281-lund?langd=kort")
    for field in ("#f-tillfalle", "#f-namn", "#f-mal", "#ny", "#f-mall"):
        page.locator(field).wait_for()
    page.locator("#ny").click()
    page.locator("#f-e1-r").wait_for()
    page.locator("#bort-1").click()
    page.locator("#ny").wait_for()
    page.locator(".show").first.click()
    page.locator("#ny").wait_for()
    page.locator("#antal a").click()
    assert page.evaluate("document.querySelector('#h-bilder').getBoundingClientRect().top") < 200


DROPPED = """([where, name, packed]) => {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), held = new DataTransfer();
  held.items.add(new File([bytes], name));
  const said = ["dragover", "drop"].map((kind) =>
    document.querySelector(where).dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: held})));
  return said.some((allowed) => allowed);
}"""


@pytest.mark.parametrize("where", ["uppdatera", "granska"])
@pytest.mark.parametrize("at", [".drop", "h1", "footer"])
def test_a_file_is_dropped_on_the_box_or_beside_it(open_page: Open, server: WebServer, where: str, at: str) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/{where}")
    left_to_browser = page.evaluate(DROPPED, [at, "Vår ”plan”.pptx", base64.b64encode(faulty()).decode()])
    page.wait_for_url(f"**/sv/{where}/*")
    assert not left_to_browser and "Vår ”plan”.pptx" in page.locator("h1").inner_text()


def test_who_waits_for_what_they_chose_to_be_read_sees_so(open_page: Open, server: WebServer) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/granska")
    # As while the server reads: the page stays.
    page.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")
    page.set_input_files("input[type=file]", {"name": "a.pptx", "mimeType": "application/octet-stream", "buffer": faulty()})
    page.locator(".drop [role=status]").filter(has_text="Läser det ni valde").wait_for()


def test_the_pictures_that_are_looked_at_are_asked_for_first(open_page: Open, server: WebServer) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/bildspel/1281-lund")
    card = page.locator("#bild-local")
    card.scroll_into_view_if_needed()
    picture = card.locator("img").get_attribute("src")
    page.locator("input[name=farg]").evaluate(
        "(one) => { one.value = '#0a7d3c'; one.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    page.wait_for_function("(was) => document.querySelector('#bild-local img').getAttribute('src') !== was", arg=picture)
    first = page.locator(".card img[fetchpriority=high]")
    assert 0 < first.count() < 12 and card.locator("img").get_attribute("fetchpriority") == "high"
    assert page.locator("#bild-title img").get_attribute("fetchpriority") == "low"


def test_a_picture_stays_until_its_new_one_is_there(open_page: Open, server: WebServer) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/bildspel/1281-lund?langd=kort")
    page.wait_for_load_state("networkidle")
    page.locator("#bild-why").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('#bild-why img').naturalWidth > 0")
    held: list[Any] = []
    waits = [True]

    def hold(route: Any) -> None:
        if waits[0]:
            held.append(route)
        else:
            route.continue_()

    page.route("**/bild/*", hold)
    first = page.locator("#bild-why img")
    before, height = first.get_attribute("src"), page.evaluate("document.documentElement.scrollHeight")
    page.eval_on_selector(
        "input[name=farg]",
        "(one) => { one.value = '#7d3c0a'; one.dispatchEvent(new Event('input', {bubbles: true})) }",
    )
    page.wait_for_function("() => document.querySelector('#bild-why img.before')")
    assert first.get_attribute("src") == before and first.evaluate("(one) => one.naturalWidth > 0")
    assert first.get_attribute("alt") and page.evaluate("document.documentElement.scrollHeight") == height
    waits[0] = False
    for route in held:
        route.continue_()
    page.wait_for_function("() => !document.querySelector('#bild-why img.before')")
    assert first.get_attribute("src") != before and first.evaluate("(one) => one.complete && one.naturalWidth > 0")


def test_a_file_that_is_dropped_where_nothing_takes_it_leaves_the_page_as_it_is(open_page: Open, server: WebServer) -> None:
    page = open_page()
    page.goto(f"{server.address}/sv/bildspel/1281-lund?langd=kort")
    assert not page.evaluate(DROPPED, ["h1", "a.pptx", base64.b64encode(faulty()).decode()])
    assert page.url.endswith("langd=kort")


def test_a_printed_page_keeps_clear_of_the_edge(open_page: Open, server: WebServer, tmp_path: Path) -> None:
    page = open_page(scheme="dark")
    for name in ("", "bildspel/1281-lund?langd=kort", "uppdatera", "tillganglighet"):
        page.goto(f"{server.address}/sv/{name}")
        page.wait_for_load_state("networkidle")
        path = tmp_path / "page.pdf"
        page.pdf(path=path, format="A4")
        subprocess.run(["pdftoppm", "-r", "30", "-gray", "-f", "1", "-l", "1", str(path), str(tmp_path / "p")], check=True)
        picture = Image.open(next(tmp_path.glob("p-*.pgm"))).convert("L")
        wide, high = picture.size
        ink = picture.point([255 if tone < 200 else 0 for tone in range(256)]).getbbox()
        assert ink is not None and ink[0] >= wide * 0.05 and ink[2] <= wide * 0.95 and ink[1] >= high * 0.03, name
        for file in tmp_path.glob("p-*"):
            file.unlink()


def test_without_scripts_the_same_can_be_done(open_page: Open, server: WebServer) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{server.address}/sv/")
    page.locator("input[name=ort]").fill("lund")
    page.get_by_role("button", name="Gör bildspelet").click()
    page.wait_for_url("**/bildspel/1281-lund*")
    before = page.locator(".card").count()
    page.locator("input[name=langd][value=kort]").check()
    page.locator(".show").first.click()
    assert page.locator(".card").count() < before
    page.goto(f"{server.address}/sv/uppdatera")
    page.set_input_files("input[type=file]", {"name": "plan.pptx", "mimeType": "", "buffer": edited()})
    page.locator("main button").first.click()
    page.locator(".question input[value=theirs]").first.check()
    many = int(page.locator("#kvar").inner_text())
    page.get_by_role("button", name="Spara besluten").click()
    assert int(page.locator("#kvar").inner_text()) == many - 1


def test_the_page_for_those_without_powerpoint_prints_a_slide_a_page(open_page: Open, server: WebServer, tmp_path: Path) -> None:
    path = tmp_path / "deck.html"
    path.write_bytes(server.get("/sv/bildspel/1281-lund/fil/html?langd=kort").body)
    page = open_page()
    page.goto(path.as_uri())
    slides = page.locator(".sheet").count()
    for prepare in ("", "ArrowRight", "show"):
        if prepare == "show":
            page.locator("#show").click()
        elif prepare:
            page.keyboard.press(prepare)
        for more in ({"prefer_css_page_size": True}, {"format": "A4"}, {"format": "Letter", "landscape": True}):
            assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(**more))) == slides > 5, (prepare, more)


@pytest.fixture(scope="module")
def editor(content: Path) -> Iterator[WebServer]:
    with WebServer("--jobs", "2", "--edit", str(content)) as running:
        yield running


def test_a_word_of_the_guidance_is_changed_by_key_seen_and_saved(open_page: Open, editor: WebServer, content: Path) -> None:
    page = open_page()
    page.goto(f"{editor.address}/sv/vagledning")
    page.locator(".card a[href*='/bild/when']").press("Enter")
    page.wait_for_url("**/bild/when*")
    picture = page.locator("#bilder img").get_attribute("src")
    page.locator("#t-1").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" i dag")
    page.get_by_text("Inte sparat än.").wait_for()
    assert page.locator("#bilder img").get_attribute("src") != picture
    assert page.evaluate("document.activeElement.id") == "t-1"  # who writes is not disturbed
    page.locator("#namn[data-tried]").wait_for()
    assert "311 orter" in page.locator("#namn").inner_text()
    page.get_by_role("button", name="Spara", exact=True).press("Enter")
    page.wait_for_url("**sparat=1*")
    assert "Sparat i sv/" in page.locator("#sagt").inner_text()
    assert " i dag" in load_content(root=content).phrases[("when", "title")].text
    page.get_by_role("link", name="Ändrat sedan förra utgåvan").click()
    assert page.locator("ins").first.inner_text().strip() == "i dag"
    page.get_by_label("Namn").fill("2027-03-01")
    page.get_by_role("button", name="Frys").click()
    page.get_by_text("Fryst som 2027-03-01").wait_for()


def test_the_proof_comes_by_itself(open_page: Open, editor: WebServer) -> None:
    page = open_page()
    page.goto(f"{editor.address}/en/vagledning/korrektur")
    page.locator("[data-poll]").wait_for(state="detached")
    page.get_by_text("to look at in the Swedish words").wait_for()


def test_a_word_is_changed_without_scripts(open_page: Open, editor: WebServer, content: Path) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{editor.address}/sv/vagledning/bild/made-by")
    page.locator("#t-1").fill("Kommuner har varit med")
    page.get_by_role("button", name="Visa utan att spara").click()
    assert "Inte sparat än" in page.locator("#bilder").inner_text()
    page.get_by_role("button", name="Prova med alla orters namn").click()
    assert "309 orter" in page.locator("#namn").inner_text()  # Lund and Skåne show another in its place
    page.get_by_role("button", name="Spara", exact=True).click()
    assert "Sparat i" in page.locator("#sagt").inner_text()
    assert load_content(root=content).phrases[("made-by", "title")].text == "Kommuner har varit med"


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_the_editor_s_pages_fit_their_width_and_reach_everybody(
    open_page: Open, editor: WebServer, width: int, scheme: str
) -> None:
    page = open_page(width, scheme, bypass_csp=True)
    for name in ("", "/bild/why", "/bild/local?ort=Ingenstans", "/andrat", "/korrektur"):
        page.goto(f"{editor.address}/sv/vagledning{name}")
        judged(page, name)
    page.goto(f"{editor.address}/sv/vagledning/bild/hand-in-hand")
    page.locator("#t-1").fill("Vi {{ plats }}")
    page.locator("#bilder .wrong").wait_for()
    page.locator("body:not(.busy)").wait_for()  # pictures fade while new ones are made
    judged(page, "a fault shown")
    page.get_by_role("button", name="Spara", exact=True).click()
    page.locator("#sagt .wrong").wait_for()
    judged(page, "a fault refused")


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (768, "light"), (1440, "light"), (1440, "dark")])
def test_every_page_fits_its_width_and_reaches_everybody(open_page: Open, server: WebServer, width: int, scheme: str) -> None:
    page = open_page(width, scheme, bypass_csp=True)
    for name in ("", "bildspel/1281-lund", "uppdatera", "granska", "tillganglighet", "finns-inte"):
        page.goto(f"{server.address}/sv/{name}")
        judged(page, name)
    uploaded(page, server, "uppdatera", "plan.pptx", edited())
    judged(page, "refreshed")
    uploaded(page, server, "granska", "fel.pptx", faulty())
    judged(page, "checked")
