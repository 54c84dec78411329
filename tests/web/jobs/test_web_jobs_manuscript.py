"""What the editor's jobs share."""

from __future__ import annotations

from deck.content import content_root, load_content
from deck.diagnostics import Diagnostic, Severity, Where
from deck.places import load_places
from deck.web.jobs.manuscript import in_order, inner_name, last_release, pictures_of, said_within

ROOT = content_root()


def test_a_file_is_named_within_the_content() -> None:
    assert inner_name("/tmp/x/content/sv/slides-goals.yaml", ROOT) == "sv/slides-goals.yaml"
    assert inner_name("/tmp/x/content/slides.yaml", ROOT) == "slides.yaml" and inner_name("", ROOT) == ""
    said = [Diagnostic("x", Severity.ERROR, "wrong", Where("/tmp/x/sv/a.yaml", line=3), "mend it")] * 2
    assert said_within(said, ROOT) == (("sv/a.yaml:3: wrong", "mend it"),)


def test_slides_in_the_order_of_the_longest_deck_each_with_its_pages() -> None:
    content = load_content()
    order = in_order(content)
    assert next(iter(order)) == "title" and set(order) == set(content.slides) and order["led-here"]
    pages = pictures_of(ROOT, "sv", load_places().find("1281"), "kort", None)
    assert len(pages["title"]) == 1 and len({page.key for found in pages.values() for page in found}) == sum(
        map(len, pages.values())
    )
    assert list(pictures_of(ROOT, "sv", load_places().find("1281"), "kort", None, only="why")) == ["why"]
    assert last_release(ROOT)
