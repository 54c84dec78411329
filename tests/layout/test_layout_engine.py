"""A presentation into a template: each slide once for all who share it, complaints in words."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

import layout_templates
import pytest
from layout_made import QR, laid, presentation, slide

from deck.diagnostics import Diagnostics
from deck.layout import engine, lay_out
from deck.layout.engine import role_key
from deck.layout.slides import lay_out_pages
from deck.presentation import Slide, Slot, text


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[Slide]:
    """The slides that are laid out, and not taken from those that are known."""
    monkeypatch.setattr(engine, "_pages", OrderedDict())
    found: list[Slide] = []

    def counting(item: Slide, *rest):
        found.append(item)
        return lay_out_pages(item, *rest)

    monkeypatch.setattr(engine, "lay_out_pages", counting)
    return found


def test_equal_slides_cost_once_and_come_back_equal(counted: list[Slide]) -> None:
    item = slide("object", Slot("q", "object", QR))
    one, _ = laid(item)
    two, _ = laid(slide("object", Slot("q", "object", QR)))
    assert len(counted) == 1 and one.slides[0].shapes is two.slides[0].shapes
    other, _ = laid(item, scale=0.75)
    assert len(counted) == 2 and other.slides[0].shapes != one.slides[0].shapes
    laid(slide("object", Slot("q", "object", QR), title="En annan"))
    assert len(counted) == 3


def test_another_template_of_the_same_geometry_has_its_own_placeholders(counted: list[Slide]) -> None:
    template = layout_templates.template()
    roles = {
        kind: replace(
            role,
            spots={
                n: replace(s, placeholder=replace(s.placeholder, shape_id=77)) for n, s in role.spots.items() if s.placeholder
            },
        )
        for kind, role in template.roles.items()
    }
    other = replace(template, roles=roles, fingerprint="other")
    item = presentation(slide("content", Slot("b", "body", text("x"))))
    lay_out(item, template)
    (page,) = lay_out(item, other).slides
    assert len(counted) == 1
    assert [shape.placeholder.shape_id for shape in page.shapes] == [77, 77]


@pytest.mark.parametrize(
    "change",
    [
        lambda t: replace(t, heading_font="Georgia"),
        lambda t: replace(t, minimum_pt=20.0),
        lambda t: replace(t, size=(t.size[0], t.size[1] + 1)),
        lambda t: replace(t, safe=replace(t.safe, x=1)),
        lambda t: replace(
            t,
            roles={
                k: replace(r, spots={n: replace(s, box=replace(s.box, h=s.box.h - 1)) for n, s in r.spots.items()})
                for k, r in t.roles.items()
            },
        ),
    ],
)
def test_what_layout_reads_is_in_the_key(change) -> None:
    template = layout_templates.template()
    other = replace(change(template), fingerprint=f"other-{id(change)}")
    assert role_key(template, "content") != role_key(other, "content")
    assert role_key(replace(template, fingerprint=f"same-{id(change)}"), "content") == role_key(template, "content")


def test_footer_and_number_stand_on_all_but_the_title_slide() -> None:
    found = Diagnostics()
    words_given = replace(
        presentation(slide("title"), slide("content", Slot("b", "body", text("x")))), footer="Lunds kommun " * 20
    )
    deck = lay_out(words_given, layout_templates.template(), found)
    assert [[item.kind for item in page.furniture] for page in deck.slides] == [[], ["ftr", "sldNum"]]
    assert [item.code for item in found if item.code != "text-contrast"] == ["footer-too-long"]
    none = lay_out(replace(words_given, footer=""), layout_templates.template())
    assert [item.kind for item in none.slides[1].furniture] == ["sldNum"]


def test_a_font_without_a_table_is_told_once() -> None:
    found = Diagnostics()
    lay_out(
        presentation(slide("content", Slot("b", "body", text("x"))), slide("title")), layout_templates.template("Okänd"), found
    )
    assert [(item.code, '"Okänd"' in item.message) for item in found if item.code != "text-contrast"] == [
        ("font-approximate", True)
    ]


def test_ids_of_continuations() -> None:
    deck, _ = laid(slide("content", Slot("b", "body", text(*["Ett stycke med några ord. " * 6] * 12))))
    assert len(deck.slides) > 1
    assert [page.id for page in deck.slides] == ["prov", *(f"prov#{n}" for n in range(2, len(deck.slides) + 1))]
    assert {(page.part, page.parts) for page in deck.slides} == {(n, len(deck.slides)) for n in range(1, len(deck.slides) + 1)}
