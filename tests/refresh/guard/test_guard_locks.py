"""Locks on shapes: whose they are, and that they go on with what is drawn anew."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.package.names import namespaces
from deck.refresh.guard.locks import lock_alike, locks_on


def shape(locks: str = "", mark: str = "{A}", kind: str = "sp") -> etree._Element:
    made = f'<a:ext uri="{{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}}"><a16:creationId id="{mark}"/></a:ext>'
    names = {"sp": ("nvSpPr", "cNvSpPr", "spLocks"), "cxnSp": ("nvCxnSpPr", "cNvCxnSpPr", "cxnSpLocks")}
    head, about, lock = names[kind]
    held = f"<a:{lock} {locks}/>" if locks else ""
    return etree.fromstring(
        f'<p:{kind} {namespaces("a", "p", "a16")}><p:{head}><p:cNvPr id="2" name="x"><a:extLst>{made}</a:extLst></p:cNvPr>'
        f"<p:{about}>{held}</p:{about}><p:nvPr/></p:{head}><p:spPr/></p:{kind}>"
    )


@pytest.mark.parametrize(
    ("locks", "told"),
    [
        ("", {}),
        ('noGrp="1"', {}),
        ('noChangeAspect="1" noMove="0"', {}),
        ('noGrp="1" noMove="1"', {"noMove": "1"}),
        ('noRot="true" noTextEdit="1"', {"noRot": "true", "noTextEdit": "1"}),
    ],
)
@pytest.mark.parametrize("kind", ["sp", "cxnSp"])
def test_what_programs_and_we_set_is_no_owner_s(locks: str, told: dict[str, str], kind: str) -> None:
    assert locks_on(shape(locks, kind=kind)) == told


@pytest.mark.parametrize("ours", ["", 'noGrp="1"'])
def test_a_lock_goes_on_with_its_shape(ours: str) -> None:
    new, other = shape(ours), shape(mark="{B}")
    lock_alike([shape('noChangeAspect="1" noMove="1"'), shape(mark="{B}")], [new, other])
    assert locks_on(new) == {"noMove": "1"} and locks_on(other) == {}
    assert new[0][1][0].get("noGrp") == ("1" if ours else None) and len(new[0][1]) == 1
    lock_alike([shape('noMove="1"')], [connector := shape('noGrp="1"', kind="cxnSp")])
    assert locks_on(connector) == {}
