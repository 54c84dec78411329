"""Of several masters the one serves in which a deck stands best."""

from __future__ import annotations

from dataclasses import replace

from layout_made import presentation
from layout_templates import template
from test_layout_trial import ITEM, squeezed

from deck.diagnostics import Diagnostic, Severity
from deck.geometry import Box
from deck.layout.masters import settled
from deck.template.model import NO_RIVALS, Others, Rivals, Template
from deck.template.sampled import Samples

LOW = Box(1_000_000, 2_000_000, 9_000_000, 1_200_000)
NARROW = Box(1_000_000, 2_000_000, 400_000, 400_000)


def with_body(box: Box | None, name: str) -> Template:
    """As one master of a template gives it: a body of some size, and nothing else to try."""
    plain = template()
    role = plain.roles["content"]
    told = Diagnostic("several-masters", Severity.INFO, name)
    return replace(
        plain,
        roles={**plain.roles, "content": role if box is None else squeezed(role, box)},
        others=Others(lambda _kind: ()),
        samples=Samples(master=name),
        diagnostics=(told,),
    )


def of(*masters: Template) -> Template:
    return replace(masters[0], samples=Samples(), rivals=Rivals(lambda: masters))


def test_the_master_with_the_fewest_faults_serves_then_the_one_with_the_fewest_slides() -> None:
    deck = presentation(ITEM)
    cut, long, good = with_body(NARROW, "0/cut"), with_body(LOW, "1/long"), with_body(None, "2/good")
    assert settled(of(cut, long), deck).samples.master == "1/long"
    found = settled(of(cut, long, good), deck)
    assert found.samples.master == "2/good" and found.roles == good.roles
    assert [item.message for item in found.diagnostics] == ["2/good"], "what is said of it is of the one that was chosen"
    assert found.rivals is NO_RIVALS and settled(found, deck) is found


def test_where_two_serve_alike_it_is_the_one_with_most_of_its_own() -> None:
    assert settled(of(with_body(None, "0/a"), with_body(None, "1/b")), presentation(ITEM)).samples.master == "0/a"


def test_a_template_with_nothing_to_choose_is_as_it_is() -> None:
    assert settled(plain := template(), presentation(ITEM)) is plain
