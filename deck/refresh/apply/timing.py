"""Animations of shapes that went: PowerPoint repairs a slide whose time line names a shape that is not there. And those of single
paragraphs, and of a chart's categories and series, which are told by their number alone: they follow what they are about."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence

from deck.drawing.names import Element, child, detach, local, qn, whole
from deck.drawing.sheet import properties_of
from deck.refresh.document import Document
from deck.refresh.pages import animated
from deck.refresh.sequence import align

_BUILDS = ("bldP", "bldGraphic", "bldOleChart", "bldDgm")


def still(document: Document) -> None:
    """Take out of each changed slide what it lets happen to shapes that it had when it came, and has no more (ECMA-376 Part 1,
    19.5.81). What was amiss before is its owner's."""
    for slide in document.deck().slides:
        root = document.read_tree(slide.part)
        timing = child(root, "p:timing")
        came = document.came(slide.part) if timing is not None and document.changed(slide.part) else None
        if root is not None and timing is not None and came is not None:
            settle(timing, _texts(came), _texts(root), _shapes(came) - _shapes(root))


def settle(timing: Element, was: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]], gone: set[str]) -> set[str]:
    """Effects on paragraphs as follow_paragraphs has them, none on shapes that are `gone`, and nothing left of a shape that
    nothing happens to any more. The ids of such shapes."""
    had = _targets(timing)
    follow_paragraphs(timing, was, now)
    without_shapes(timing, gone)
    idle = had - _targets(timing)
    _tidy(timing, idle)
    return idle


def _targets(timing: Element) -> set[str]:
    return {item.get("spid", "") for item in timing.iter(qn("p:spTgt"))}


def _tidy(timing: Element, idle: set[str]) -> None:
    """No build of a shape that nothing happens to any more, and no time line on which nothing happens."""
    if not idle:
        return
    for item in [item for item in timing.iter() if local(item) in _BUILDS and item.get("spid") in idle]:
        holder = item.getparent()
        detach(item)
        if holder is not None and not len(holder):
            detach(holder)
    slide = timing.getparent()
    if slide is not None and not animated(slide):
        detach(timing)


def _shapes(root: Element) -> set[str]:
    return {item.get("id", "") for item in root.iter() if local(item) == "cNvPr"}


def _texts(root: Element) -> dict[str, list[str]]:
    """A shape's p:cNvPr id → what its paragraphs say."""
    found: dict[str, list[str]] = {}
    for shape in root.iter(qn("p:sp")):
        props, body = properties_of(shape), child(shape, "p:txBody")
        if props is not None and body is not None:
            said = ["".join(item.text or "" for item in line.iter(qn("a:t"))) for line in body.iterchildren(qn("a:p"))]
            found[props.get("id", "")] = said
    return found


def follow_paragraphs(timing: Element, was: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> None:
    """Effects on paragraphs (p:pRg, 19.5.53) in a p:timing go on with them; those of paragraphs that went, go; and where all came
    one by one, a new one comes as the one before it. `was`, `now`: shape → what its paragraphs said, and say."""
    ranges: dict[str, list[Element]] = {}
    for target in timing.iter(qn("p:spTgt")):
        span = child(target, "p:txEl", "p:pRg")
        if span is not None:
            ranges.setdefault(target.get("spid", ""), []).append(span)
    for shape, spans in ranges.items():
        if shape not in was or was[shape] == now.get(shape):
            continue
        new = now.get(shape, ())
        found = {old: at for at, old in align(was[shape], new, str, str).items()}
        single = {whole(span.get("st")): span for span in spans if span.get("st") == span.get("end")}
        each = all(n in single for n, words in enumerate(was[shape]) if words.strip())
        for span in spans:
            first, last = whole(span.get("st")), whole(span.get("end"))
            kept = [found[n] for n in range(first, last + 1) if n in found]
            if not kept:
                _drop_node(span)
                continue
            span.set("st", str(min(kept)))
            span.set("end", str(max(kept)))
        if each:
            _let_come(timing, single, found, new)


def _let_come(timing: Element, single: Mapping[int, Element], found: Mapping[int, int], new: Sequence[str]) -> None:
    """Each new paragraph as the one before it, by a click of its own."""
    came = {found[old]: span for old, span in single.items() if old in found}
    for n, words in enumerate(new):
        span = came.get(n - 1)
        if n in found.values() or not words.strip() or span is None:
            continue
        again = _click_again(timing, span)
        for item in again.iter(qn("p:pRg")) if again is not None else ():
            item.set("st", str(n))
            item.set("end", str(n))
            came[n] = item


def follow_points(timing: Element, shape: str, categories: Sequence[int | None], series: Sequence[int | None]) -> None:
    """Effects on categories and series of a chart (a:chart, 20.1.2.2.3) go on with them; those of what went, go; and where all
    categories came one by one, a new one comes as the one before it. `categories`, `series`: for each the number of the earlier
    one that it is; None: a new one."""
    charts = [
        chart
        for target in timing.iter(qn("p:spTgt"))
        if target.get("spid") == shape and (chart := child(target, "p:graphicEl", "a:chart")) is not None
    ]
    single = {whole(item.get(_CATEGORY), -1): item for item in charts if item.get("bldStep") == "category"}
    was = {old for old in categories if old is not None}
    each = was <= single.keys() and len(single) == len(charts) - sum(item.get("bldStep") == "gridLegend" for item in charts)
    for item in charts:
        for name, numbers in ((_CATEGORY, categories), (_SERIES, series)):
            old = whole(item.get(name), -1)
            # What is about none of them is numbered below nought.
            if old < 0:
                continue
            if old not in numbers:
                _drop_node(item)
                break
            item.set(name, str(numbers.index(old)))
    came = {n: single[old] for n, old in enumerate(categories) if old is not None and old in single}
    for n, old in enumerate(categories):
        if each and old is None and n - 1 in came:
            again = _click_again(timing, came[n - 1])
            for item in again.iter(qn("a:chart")) if again is not None else ():
                item.set(_CATEGORY, str(n))
                came[n] = item


_CATEGORY, _SERIES = "categoryIdx", "seriesIdx"


def _click_again(timing: Element, effect: Element) -> Element | None:
    """The click that an effect on a part of a shape comes by, once more behind it; None where something else comes by it, too."""
    click = _click(effect)
    if click is None or len(list(click.iter(qn("p:spTgt")))) != len(list(click.iter(effect.tag))):
        return None
    again = copy.deepcopy(click)
    highest = max((whole(item.get("id")) for item in timing.iter(qn("p:cTn"))), default=0)
    for k, item in enumerate(again.iter(qn("p:cTn")), highest + 1):
        item.set("id", str(k))
    click.addnext(again)
    return again


def _click(span: Element) -> Element | None:
    """The node of the main sequence that an effect is in (19.5.87): all that one click lets happen."""
    node: Element | None = span
    while node is not None:
        holder = node.getparent()
        above = holder.getparent() if holder is not None else None
        if above is not None and above.tag == qn("p:cTn") and above.get("nodeType") == "mainSeq":
            return node
        node = holder
    return None


def without_shapes(timing: Element, gone: set[str]) -> None:
    """A p:timing without the effects on these shapes, and without itself where nothing is left that happens."""
    if not gone:
        return
    for item in [item for item in timing.iter() if local(item) == "spTgt" and item.get("spid") in gone]:
        _drop_node(item)
    _tidy(timing, gone)


def _drop_node(item: Element) -> None:
    """The time node that `item` is of, and each above it in which nothing is left (19.5.18: a list of nodes is never empty)."""
    node: Element | None = item
    while node is not None:
        holder = node.getparent()
        if holder is not None and local(holder) == "childTnLst":
            detach(node)
            if len(holder):
                return
            # The list is its cTn's, and that its node's.
            node = holder.getparent()
        else:
            node = holder
        if node is not None and local(node) == "timing":
            return
