"""A slot that is new, shows another block, or goes."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping

from deck.diagnostics import Where
from deck.drawing.names import Element, attributes, child, local, need, qn, whole
from deck.drawing.scene import extent, xfrm_of
from deck.geometry import Box
from deck.i18n import _
from deck.presentation import ON_EACH_PAGE, Block, Chart, Diagram, Map, Picture, QrCode, Table, Text
from deck.refresh.apply.bench import Bench
from deck.refresh.apply.chart import renew_chart
from deck.refresh.apply.diagram import draw_parts
from deck.refresh.apply.page import PagePatch
from deck.refresh.apply.sides import Way
from deck.refresh.apply.table import lay_rows
from deck.refresh.apply.text import lay_text
from deck.refresh.apply.within import on_pages
from deck.refresh.plan import DropSlot, ReplaceBlock
from deck.refresh.transform import write_box


def replace_block(edit: ReplaceBlock, bench: Bench) -> None:
    """A block of the same kind is changed within its shape where that can be; else the shape is exchanged, in its owner's
    place."""
    alike = type(edit.before) is type(edit.after) and not _is_another(edit.before, edit.after)
    if edit.before is None and bench.parting(edit.slide).way is Way.OWNERS:
        _put_in(bench, edit)
    elif not alike:
        on_pages(bench, edit.slide, edit.slot, lambda _n, _patch, _target, _source: edit.before is None)
    else:
        REPLACED[type(edit.after)](bench, edit)
    for patch in bench.pages(edit.slide):
        target, source = patch.shape(edit.slot), patch.fresh.shape(edit.slot)
        if target is not None and source is not None:
            patch.describe(target, source)


def _put_in(bench: Bench, edit: ReplaceBlock) -> None:
    """A new slot, where the owner's way of parting the slide holds: on its first page, or on each."""
    slot = bench.sides(edit.slide).wanted.slot(edit.slot)
    each = slot is not None and slot.role in ON_EACH_PAGE
    for n, patch in enumerate(bench.pages(edit.slide)):
        source = patch.fresh.shape(edit.slot)
        if source is not None and patch.shape(edit.slot) is None and (each or n == 0):
            patch.insert(source)


def _is_another(before: Block | None, after: Block) -> bool:
    """A code that leads elsewhere, another form of diagram, a map of other areas: nothing of the old one may be left."""
    if isinstance(before, QrCode) and isinstance(after, QrCode):
        return before.url != after.url
    if isinstance(before, Diagram) and isinstance(after, Diagram):
        return before.form != after.form
    if isinstance(before, Map) and isinstance(after, Map):
        return (before.areas, before.highlight) != (after.areas, after.highlight)
    return False


def _picture(bench: Bench, edit: ReplaceBlock) -> None:
    before, after = edit.before, edit.after
    if not (isinstance(before, Picture) and isinstance(after, Picture)) or before.media == after.media:
        return

    def within(_n: int, patch: PagePatch, target: Element, source: Element) -> bool:
        alike = abs(before.width * after.height - after.width * before.height) <= LEAST_BENT * before.width * after.height
        cropped = _crop(target) not in [_crop(shape) for page in patch.known if (shape := page.shape(edit.slot)) is not None]
        whole_effects = _exchange(patch, target, source, crop=cropped and alike)
        if not whole_effects:
            text = _("the picture is another one now, and the artistic effect that you gave the old one is gone")
            where = Where(bench.before.name, slide_id=edit.slide)
            bench.problems.warning("effect-gone", text, where, _("give it again in PowerPoint, if you want it so"))
        if cropped and not alike:
            text = _("the picture has another shape now, and what you cut off it is seen again")
            where = Where(bench.before.name, slide_id=edit.slide)
            bench.problems.warning("crop-gone", text, where, _("crop it anew in PowerPoint, if you want it so"))
        return True

    on_pages(bench, edit.slide, edit.slot, within)


LEAST_BENT = 0.01
"""Pictures whose sides differ no more than this in proportion are cut in the same way."""


def _crop(shape: Element) -> dict[str, str]:
    """How much of each edge is cut off (a:srcRect, 20.1.8.55)."""
    return {name: value for name, value in attributes(child(shape, "p:blipFill", "a:srcRect")).items() if whole(value)}


def _recolour(old: Element | None, new: Element) -> bool:
    """Give a new a:blip (20.1.8.13) the effects of the old one: brightness, transparency, another colour. False where one cannot
    come along: it stands upon a copy of the old picture ([MS-ODRAWXML] 2.5.2.9 imgLayer)."""
    came, extensions = True, child(old, "a:extLst")
    effects = [copy.deepcopy(item) for item in old if local(item) and item is not extensions] if old is not None else []
    for item in reversed(effects):
        new.insert(0, item)
    for extension in extensions if extensions is not None else ():
        if next(extension.iter("{*}imgProps"), None) is None:
            continue
        if any(layer.get(qn("r:embed")) for layer in extension.iter("{*}imgLayer")):
            came = False
            continue
        held = child(new, "a:extLst")
        if held is None:
            held = new.makeelement(qn("a:extLst"), {})
            new.append(held)
        held.append(copy.deepcopy(extension))
    return came


def _exchange(patch: PagePatch, target: Element, source: Element, *, crop: bool) -> bool:
    """The owner's place, the new picture's shape; `crop`: cut as its owner cut the old one, and so in its shape. Whether all of
    their effects came along."""
    old, new = child(target, "p:blipFill"), patch.adopt(need(source, "p:blipFill"))
    came = _recolour(child(old, "a:blip"), need(new, "a:blip"))
    said, cut = _crop(target), child(new, "a:srcRect")
    if crop and cut is None:
        cut = new.makeelement(qn("a:srcRect"), {})
        need(new, "a:blip").addnext(cut)
    if crop and cut is not None:
        for name in list(attributes(cut)):
            cut.attrib.pop(name)
        for name, value in said.items():
            cut.set(name, value)
    if old is None:
        target.insert(1, new)
    else:
        target.replace(old, new)
    own, fresh = extent(xfrm_of(target)), patch.fresh.box(source)
    if own and fresh and own[2] and own[3] and not crop:
        scale = min(own[2] / fresh.w, own[3] / fresh.h)
        w, h = round(fresh.w * scale), round(fresh.h * scale)
        write_box(target, Box(own[0] + (own[2] - w) // 2, own[1] + (own[3] - h) // 2, w, h))
    return came


def _chart(bench: Bench, edit: ReplaceBlock) -> None:
    if isinstance(edit.before, Chart):
        renew_chart(bench, edit.slide, edit.slot, edit.before)


REPLACED: Mapping[type[Block], Callable[[Bench, ReplaceBlock], None]] = {
    Text: lambda bench, edit: lay_text(bench, edit.slide, edit.slot),
    Table: lambda bench, edit: lay_rows(bench, edit.slide, edit.slot),
    Chart: _chart,
    Diagram: lambda bench, edit: draw_parts(bench, edit.slide, edit.slot),
    Map: lambda bench, edit: draw_parts(bench, edit.slide, edit.slot),
    QrCode: lambda bench, edit: draw_parts(bench, edit.slide, edit.slot),
    Picture: _picture,
}
"""Each kind of block → how it becomes another of its kind."""


def drop_slot(edit: DropSlot, bench: Bench) -> None:
    """The slot's shape goes from each page."""
    for patch in bench.pages(edit.slide):
        shape = patch.shape(edit.slot)
        if shape is not None:
            patch.remove(shape)


__all__ = ["drop_slot", "replace_block"]
