"""The pages in a real Chromium: by mouse and by key, narrow and wide, light and dark, with scripts and without; and what axe-core
says of them.

Left out, and said, where there is no Chromium; `.ci/run` brings it, and axe-core."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from web_client import WebServer, edited, faulty, words_of

ROOT = Path(__file__).resolve().parents[2]


Open = Callable[..., Any]
Violations = Callable[[Any], list[tuple[str, str]]]


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
    page.get_by_role("button", name="Spara").click()
    assert int(page.locator("#kvar").inner_text()) == many - 1


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (768, "light"), (1440, "light"), (1440, "dark")])
def test_every_page_fits_its_width_and_reaches_everybody(
    open_page: Open, violations: Callable[[Any], list[tuple[str, str]]], server: WebServer, width: int, scheme: str
) -> None:
    page = open_page(width, scheme, bypass_csp=True)
    judged = 0

    def judge(name: str) -> None:
        nonlocal judged
        assert [(name, *found) for found in violations(page)] == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, name
        judged += 1

    for name in ("", "bildspel/1281-lund", "uppdatera", "granska", "tillganglighet", "finns-inte"):
        page.goto(f"{server.address}/sv/{name}")
        judge(name)
    uploaded(page, server, "uppdatera", "plan.pptx", edited())
    judge("refreshed")
    uploaded(page, server, "granska", "fel.pptx", faulty())
    judge("checked")
    assert judged == 8
