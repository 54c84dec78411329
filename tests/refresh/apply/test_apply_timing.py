"""What happens to shapes that went happens no more, and the rest goes on."""

from __future__ import annotations

import pytest
from lxml import etree

from deck.drawing.names import NSMAP
from deck.refresh.apply.timing import follow_paragraphs, follow_points, settle, without_shapes

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


def paragraphs(*spans: tuple[int, int, int]) -> etree._Element:
    """Effects, each by a click of its own: (shape, first paragraph, last)."""
    root = timing(*(effect(10 * n, shape) for n, (shape, _first, _last) in enumerate(spans, 1)))
    for target, (_shape, first, last) in zip(list(root.iter(f"{{{NSMAP['p']}}}spTgt")), spans, strict=True):
        target.append(etree.fromstring(f'<p:txEl {HEAD}><p:pRg st="{first}" end="{last}"/></p:txEl>'))
    return root


def come(root: etree._Element) -> list[str]:
    return [f"{item.get('st')}-{item.get('end')}" for item in root.iter(f"{{{NSMAP['p']}}}pRg")]


@pytest.mark.parametrize(
    ("spans", "was", "now", "after"),
    [
        ([(4, 1, 1), (4, 3, 3)], "A B C D", "B D", ["0-0", "1-1"]),
        ([(4, 0, 0)], "A B", "N A B", ["1-1"]),
        ([(4, 0, 0), (4, 1, 1)], "A B", "A N B", ["0-0", "1-1", "2-2"]),
        ([(4, 0, 0), (4, 1, 1)], "A B", "A N M B", ["0-0", "1-1", "2-2", "3-3"]),
        ([(4, 0, 2)], "A B C", "A B N C", ["0-3"]),
        ([(4, 0, 0), (4, 1, 1)], "A B", "B", ["0-0"]),
        ([(4, 0, 0), (4, 1, 1)], "A B", "B A", ["1-1", "0-0"]),
    ],
)
def test_effects_follow_their_paragraphs(spans: list[tuple[int, int, int]], was: str, now: str, after: list[str]) -> None:
    """As words: a paragraph each, that are like no other."""
    words = {"A": "Alla får veta", "B": "Budgeten är klar", "C": "Cykelvägen", "D": "Dialog om mål", "N": "Nytt", "M": "Mera x"}
    root = paragraphs(*spans)
    follow_paragraphs(root[0], {"4": [words[n] for n in was.split()]}, {"4": [words[n] for n in now.split()]})
    assert come(root) == after
    ids = [item.get("id") for item in root.iter(f"{{{NSMAP['p']}}}cTn")]
    assert len(ids) == len(set(ids))


def test_effects_on_paragraphs_of_a_shape_that_says_nothing_any_more_go() -> None:
    root = paragraphs((4, 0, 0), (5, 0, 0))
    follow_paragraphs(root[0], {"4": ["Alla får veta"], "5": ["Budget"]}, {"5": ["Budget"]})
    assert come(root) == ["0-0"] and left(root) == ["5"]


def bars(*effects: tuple[int, int, str]) -> etree._Element:
    """Effects on a chart, each by a click of its own: (series, category, by what it comes)."""
    root = timing(*(effect(10 * n, 4) for n, _effect in enumerate(effects, 1)))
    for target, (series, category, by) in zip(list(root.iter(f"{{{NSMAP['p']}}}spTgt")), effects, strict=True):
        what = f'<a:chart seriesIdx="{series}" categoryIdx="{category}" bldStep="{by}"/>'
        target.append(etree.fromstring(f"<p:graphicEl {HEAD}>{what}</p:graphicEl>"))
    return root


def bars_come(root: etree._Element) -> list[tuple[int, int]]:
    return [(int(item.get("seriesIdx", "")), int(item.get("categoryIdx", ""))) for item in root.iter(f"{{{NSMAP['a']}}}chart")]


GRID = (-3, -3, "gridLegend")
EACH = (GRID, *((-3, n, "category") for n in range(3)))


@pytest.mark.parametrize(
    ("effects", "categories", "series", "after"),
    [
        (EACH, (2, 0, 1), (0,), [(-3, -3), (-3, 1), (-3, 2), (-3, 0)]),
        (EACH, (0, 2), (0,), [(-3, -3), (-3, 0), (-3, 1)]),
        (EACH, (0, None, 1, 2), (0,), [(-3, -3), (-3, 0), (-3, 1), (-3, 2), (-3, 3)]),
        ((GRID, (-3, 1, "category")), (0, None, 1), (0,), [(-3, -3), (-3, 2)]),
        (((0, -4, "series"), (1, -4, "series")), (0, 1), (1, 0), [(1, -4), (0, -4)]),
        (((0, 0, "ptInCategory"), (0, 1, "ptInCategory")), (1,), (0,), [(0, 0)]),
    ],
)
def test_effects_follow_what_of_a_chart_they_are_about(
    effects: tuple[tuple[int, int, str], ...],
    categories: tuple[int | None, ...],
    series: tuple[int | None, ...],
    after: list[tuple[int, int]],
) -> None:
    root = bars(*effects)
    follow_points(root[0], "4", categories, series)
    assert bars_come(root) == after
    numbers = [item.get("id") for item in root.iter(f"{{{NSMAP['p']}}}cTn")]
    assert len(numbers) == len(set(numbers))
    follow_points(root[0], "5", (), ())
    assert bars_come(root) == after, "another shape's are left alone"


@pytest.mark.parametrize(("others", "is_left"), [((), False), (((7, 0, 0),), True)])
def test_no_time_line_is_left_without_effects_when_a_paragraph_goes(
    others: tuple[tuple[int, int, int], ...], is_left: bool
) -> None:
    """A list of nodes is never empty (19.5.18), and a build is of a shape that something happens to."""
    root = paragraphs((4, 1, 1), *others)
    builds = "".join(f'<p:bldP spid="{shape}" grpId="0" build="p"/>' for shape in (4, *(item[0] for item in others)))
    root[0].append(etree.fromstring(f"<p:bldLst {HEAD}>{builds}</p:bldLst>"))
    idle = settle(root[0], {"4": ["Alla", "Budget"], "7": ["Ord"]}, {"4": ["Alla"], "7": ["Ord"]}, set())
    assert idle == {"4"}
    assert (len(root) == 1) == is_left
    if is_left:
        assert left(root) == ["7", "7"]
        lists = [item for item in root.iter() if etree.QName(item).localname in ("childTnLst", "bldLst")]
        assert all(len(item) for item in lists)
