"""A slide of each kind in a template, and what does not stand there."""

from __future__ import annotations

from collections import Counter

from deck.brand import load_brand
from deck.compose import compose
from deck.making import Recipe, content_of
from deck.making.specimen import one_of_each, page, specimen
from deck.places import load_places
from deck.pptx import read_pptx
from deck.presentation import KINDS, REQUIRED_ROLES
from deck.template import default_template_path, read_template
from deck.template.doctor import Diagnosis

REGISTER = load_places()
LUND = REGISTER.find("lund")


def test_each_kind_is_there_once_with_all_that_it_must_have() -> None:
    whole = compose(content_of(Recipe(LUND.code, "kort")), LUND, REGISTER, load_brand(LUND, REGISTER), outline="kort")
    found = one_of_each(whole).slides
    assert set(Counter(item.kind for item in found).values()) == {1}
    assert {"title", "content", "two-content", "comparison", "object", "quote", "big-number", "section"} <= {
        i.kind for i in found
    }
    assert all(set(REQUIRED_ROLES[item.kind]) <= {slot.role for slot in item.slots} for item in found)
    order = list(KINDS)
    assert [order.index(item.kind) for item in found] == sorted(order.index(item.kind) for item in found)


def test_our_own_template_has_no_flaw() -> None:
    made = specimen(default_template_path())
    assert made.flaws == ()
    assert len(read_pptx(made.package).slides) >= 10


def test_the_page_escapes_what_comes_from_a_file() -> None:
    report = Diagnosis(read_template(default_template_path()))
    made = page(report, b"png")
    assert made.startswith("<!doctype html>") and "<script" not in made
    assert report.sentence.replace('"', "&quot;").replace("'", "&#x27;") in made
