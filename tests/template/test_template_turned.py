"""Under Swedish words a house's right-to-left sheets run from left to right."""

from __future__ import annotations

import re

from odd_templates import MASTER, plain, right_to_left

from deck.diagnostics import Diagnostics
from deck.drawing import Sheets
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
