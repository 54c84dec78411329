"""Under Swedish words a house's right-to-left sheets run from left to right."""

from __future__ import annotations

import re

from odd_templates import MASTER, each, plain, right_to_left

from deck.diagnostics import Diagnostics
from deck.drawing import Sheets
from deck.package import Package
from deck.template.clean import clean
from deck.template.turned import left_to_right


def test_no_level_runs_from_right_to_left_and_what_stood_right_stands_left() -> None:
    found = left_to_right(right_to_left())
    for name in (MASTER, *Sheets(found).layout_parts(MASTER)):
        assert b'rtl="1"' not in found.parts[name] and b'rtl="true"' not in found.parts[name]
    assert re.search(rb'rtl="0"[^>]*algn="l"|algn="l"[^>]*rtl="0"', found.parts[MASTER])


def test_the_defaults_are_turned_too() -> None:
    package = plain()
    words = re.sub(rb"<a:lvl1pPr(?:[^>]*?)(/?)>", rb'<a:lvl1pPr rtl="1" algn="r"\1>', package.parts[package.main], count=1)
    found = left_to_right(package.replace({package.main: words}))
    assert b'rtl="1"' in words and b'rtl="1"' not in found.parts[package.main]


def test_others_stay_as_they_are() -> None:
    assert left_to_right(plain()) is plain()


def test_a_template_is_read_so() -> None:
    assert b'rtl="1"' not in clean(right_to_left(), "a.potx", Diagnostics()).parts[MASTER]


def beside_a_logo() -> Package:
    """From right to left, and the title begins where a logo ends."""

    def change(name: str, text: str) -> str:
        if name != MASTER:
            return text
        title = re.search(r'<p:sp>(?:(?!</p:sp>).)*?type="title".*?</p:sp>', text, re.DOTALL)
        assert title is not None
        moved = re.sub(
            r'<a:off x="\d+"(.*?)<a:ext cx="\d+"', r'<a:off x="4000000"\1<a:ext cx="7582400"', title[0], flags=re.DOTALL
        )
        return text.replace(title[0], moved)

    return each(change, right_to_left())


def test_a_title_that_has_only_the_right_margin_of_its_content_keeps_it() -> None:
    found = left_to_right(beside_a_logo()).parts[MASTER].decode()
    title, body = (re.search(rf"<p:{name}Style>.*?</a:lvl1pPr>", found, re.DOTALL) for name in ("title", "body"))
    assert title is not None and body is not None
    assert 'rtl="0"' in title[0] and 'algn="r"' in title[0]
    assert 'rtl="0"' in body[0] and 'algn="l"' in body[0]
