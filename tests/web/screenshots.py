"""The pictures of the web app in README, taken anew: `python tests/web/screenshots.py`, with Chromium and the dev extra."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from web_client import WebServer, edited

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1280, 860


def taken(page: Page, name: str) -> None:
    """What is seen, in few colours: the pictures are cloned with the project."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(64, dither=Image.Dither.NONE).save(ROOT / "docs" / name, optimize=True)


def main() -> None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with WebServer() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="sv-SE")
        page.goto(f"{server.address}/sv/bildspel/1281-lund")
        page.wait_for_load_state("networkidle")
        taken(page, "web-make.png")
        page.goto(f"{server.address}/sv/uppdatera")
        page.set_input_files("input[type=file]", {"name": "plan.pptx", "mimeType": "", "buffer": edited()})
        page.wait_for_url("**/sv/uppdatera/*")
        page.locator(".question label").nth(1).click()
        page.locator(".question").first.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        taken(page, "web-refresh.png")
        browser.close()


if __name__ == "__main__":
    main()
