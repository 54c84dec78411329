"""How soon a change shows in `deck serve`: in real Chromium, from the click or the last letter until the page says the new and
every picture in sight is the new one.

    python benchmarks/changes.py --rounds 5

Each round takes another place, so that nothing of it is remembered; times by the clock, ms. `--template FILE` uploads one,
too (it may be given several times). Chromium and the dev extra are needed.
"""

from __future__ import annotations

import argparse
import io
import random
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "web"))

SHOWN = """before => {
  if (document.body.classList.contains("busy") || document.querySelector("img.before")) return false;
  const seen = [...document.querySelectorAll("main img")].filter((img) => {
    const box = img.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.width > 0;
  });
  const now = seen.map((img) => img.src).join(" ");
  const said = document.getElementById("sagt").textContent.trim();
  return (now !== before.seen || document.title + location.href !== before.where || said !== before.said)
    && seen.every((img) => img.complete && img.naturalWidth);
}"""
SEEN = """() => ({
  seen: [...document.querySelectorAll("main img")].filter((img) => {
    const box = img.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.width > 0;
  }).map((img) => img.src).join(" "),
  where: document.title + location.href,
  said: document.getElementById("sagt").textContent.trim(),
})"""
Change = Callable[[Any, random.Random], None]


def _logo(rng: random.Random) -> dict[str, Any]:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (640, 200), tuple(rng.randrange(40, 200) for _n in range(3))).save(out, "PNG")
    return {"name": "logga.png", "mimeType": "image/png", "buffer": out.getvalue()}


def _colored(page: Any, rng: random.Random) -> None:
    page.evaluate(
        """colour => {
          const input = document.querySelector("[name=farg]");
          input.value = colour;
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        f"#{rng.randrange(0x202020, 0xA0A0A0):06x}",
    )


def _own(page: Any, rng: random.Random) -> None:
    page.evaluate(
        """words => {
          for (const [name, value] of [["e1.rubrik", words], ["e1.punkter", "Ett\\nTvå"]]) {
            const input = document.getElementsByName(name)[0];
            input.value = value;
            input.dispatchEvent(new Event("input", { bubbles: true }));
          }
        }""",
        f"Vårt arbete {rng.randrange(1000)}",
    )


def _typed(name: str) -> Change:
    def change(page: Any, rng: random.Random) -> None:
        page.evaluate(
            """([name, words]) => {
              const input = document.getElementsByName(name)[0];
              input.value = words;
              input.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            [name, f"Konferens {rng.randrange(1000)}"],
        )

    return change


def _picked(name: str, value: str) -> Change:
    return lambda page, _rng: page.evaluate(
        "([name, value]) => document.querySelector(`input[name=${name}][value=${value}]`).click()", [name, value]
    )


def _pressed(selector: str, at: int = 0) -> Change:
    return lambda page, _rng: page.evaluate("([s, n]) => document.querySelectorAll(s)[n].click()", [selector, at])


def _uploaded(path: Path) -> Change:
    def change(page: Any, _rng: random.Random) -> None:
        kind = "application/octet-stream"
        page.set_input_files("#f-mall", {"name": path.name, "mimeType": kind, "buffer": path.read_bytes()})

    return change


def changes(templates: list[Path]) -> dict[str, Change]:
    return {
        "event, a word typed": _typed("tillfalle"),
        "own goal typed": _typed("mal"),
        "contact typed": _typed("namn"),
        "audience: politicians": _picked("for", "politiker"),
        "outline: short": _picked("langd", "kort"),
        "outline: conference": _picked("langd", "konferens"),
        "outline: standard": _picked("langd", "standard"),
        "a slide taken out": _pressed("button[value^='ut:']", 2),
        "a slide moved": _pressed("button[value^='ner:']", 3),
        "an own slide added": _pressed("#ny"),
        "an own slide's words": _own,
        "colour": _colored,
        "another colour": _colored,
        "logo": lambda page, rng: page.set_input_files("#f-logotyp", _logo(rng)),
        "language: English": _picked("sprak", "en"),
        "back to Swedish": _picked("sprak", "sv"),
        **{f"template {path.name}": _uploaded(path) for path in templates},
    }


def _timed(page: Any, change: Change, rng: random.Random) -> float:
    before = page.evaluate(SEEN)
    began = time.perf_counter()
    change(page, rng)
    page.wait_for_function(SHOWN, arg=before, timeout=60_000)
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    from playwright.sync_api import sync_playwright
    from web_client import WebServer  # pyright: ignore[reportMissingImports]

    from deck.places import load_places

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quiet", type=float, default=2.0, help="seconds between two changes, as people pause")
    parser.add_argument("--template", type=Path, action="append", default=[])
    parser.add_argument("--place", default="", help="the same one in each round")
    given = parser.parse_args()
    rng = random.Random(given.seed)
    kinds = changes(given.template)
    took: dict[str, list[float]] = {name: [] for name in ("a place's page", *kinds)}
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with WebServer() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for _n in range(given.rounds):
            page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="sv-SE")
            place = given.place or rng.choice(load_places().all).stem
            began = time.perf_counter()
            page.goto(f"{server.address}/sv/bildspel/{place}")
            page.wait_for_function(SHOWN, arg={"seen": "", "where": "", "said": ""}, timeout=60_000)
            took["a place's page"].append(1000 * (time.perf_counter() - began))
            for name, change in kinds.items():
                # The slides are what somebody looks at meanwhile.
                page.evaluate("document.getElementById('bilder').scrollIntoView()")
                page.wait_for_timeout(1000 * given.quiet)
                took[name].append(_timed(page, change, rng))
            page.close()
        browser.close()
    print("| change | least | median | most |\n|---|---|---|---|")
    for name, times in took.items():
        print(f"| {name} | {min(times):.0f} | {median(times):.0f} | {max(times):.0f} |")


if __name__ == "__main__":
    main()
