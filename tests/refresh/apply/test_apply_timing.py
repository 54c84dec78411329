"""What happens to shapes that went happens no more, and the rest goes on."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.drawing.names import NSMAP
from deck.refresh.apply.timing import without_shapes

HEAD = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NSMAP.items())


def effect(n: int, *shapes: int) -> str:
    sets = "".join(
        f'<p:set><p:cBhvr><p:cTn id="{n}{k}" dur="1"/><p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl></p:cBhvr></p:set>'
        for k, shape in enumerate(shapes)
    )
    inner = f'<p:par><p:cTn id="{n}" presetID="1"><p:childTnLst>{sets}</p:childTnLst></p:cTn></p:par>'
    return f'<p:par><p:cTn id="{n}9"><p:childTnLst>{inner}</p:childTnLst></p:cTn></p:par>'


def timing(*effects: str, builds: tuple[int, ...] = ()) -> etree._Element:
    main = f'<p:seq><p:cTn id="2" nodeType="mainSeq"><p:childTnLst>{"".join(effects)}</p:childTnLst></p:cTn></p:seq>'
    listed = "".join(f'<p:bldP spid="{shape}" grpId="0"/>' for shape in builds)
    return etree.fromstring(
        f'<p:sld {HEAD}><p:timing><p:tnLst><p:par><p:cTn id="1" nodeType="tmRoot"><p:childTnLst>{main}</p:childTnLst></p:cTn>'
        f"</p:par></p:tnLst>{f'<p:bldLst>{listed}</p:bldLst>' if listed else ''}</p:timing></p:sld>"
    )


def left(root: etree._Element) -> list[str]:
    return [item.get("spid", "") for item in root.iter() if item.get("spid")]


@pytest.mark.parametrize(
    ("effects", "builds", "gone", "after"),
    [
        ((effect(10, 4), effect(20, 5)), (4, 5), {"4"}, ["5", "5"]),
        ((effect(10, 4, 5),), (4,), {"4"}, ["5"]),
        ((effect(10, 4), effect(20, 4)), (4,), {"4"}, None),
        ((effect(10, 4),), (), {"7"}, ["4"]),
        ((effect(10, 4),), (), set(), ["4"]),
    ],
)
def test_effects_go_with_their_shapes(
    effects: tuple[str, ...], builds: tuple[int, ...], gone: set[str], after: list[str] | None
) -> None:
    root = timing(*effects, builds=builds)
    without_shapes(root[0], gone)
    if after is None:
        assert len(root) == 0
        return
    assert left(root) == after
    lists = [item for item in root.iter() if etree.QName(item).localname in ("childTnLst", "bldLst")]
    assert all(len(item) for item in lists), "no list of nodes is left empty"
