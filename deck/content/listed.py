"""What a local.yaml says of slides by their names, and of its occasion: judged where it stands, before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deck.content.blocks import DiagramBlock, statements
from deck.content.content import Content
from deck.content.own import Local
from deck.content.pasted import pasted
from deck.content.showing import FIELDS
from deck.diagnostics import Diagnostics, did_you_mean
from deck.i18n import _
from deck.source import Tree
from deck.source.tree import TreePath

FIGURE = "figure-"
"""What the id of a figure's slide begins with, where its sender gives it no other."""
_MARKED = re.compile(r"\{[{%].*?[%}]\}|\*\*\S.*?\*\*|\[[^\]]+\]\([^)]*\)")
"""Variables, weight and links, which texts on slides have."""


def judge_lists(local: Local, own: Mapping[str, str], content: Content, tree: Tree, diagnostics: Diagnostics) -> None:
    """The slides that are left out, alone shown, or ordered. `own`: each of one's own, and the slide that it goes by."""
    for field in ("leave_out", "only", "order"):
        for i, slide in enumerate(getattr(local, field)):
            if not _of_figures(slide, local):
                _listed(slide, own, content, tree, item_at(tree, (field,), i), diagnostics)
    for i, slide in enumerate(local.order):
        if slide in local.order[:i]:
            message = _('slide "{name}" stands here twice').format(name=slide)
            diagnostics.error("bad-value", message, tree.where(("order", i)), _("keep one of them"))
        elif i and slide in content.slides and content.slides[slide].kind == "title":
            message = _("the title slide is always first")
            diagnostics.warning("bad-value", message, tree.where(("order", i)), _("take it away here"))
    for i, slide in enumerate(local.leave_out):
        for other in _leading_to(slide, local, content):
            message = _('slide "{other}" has words that led to "{name}": they stay there, and lead nowhere')
            hint = _("change them in PowerPoint, or leave out that slide, too")
            at = tree.where(item_at(tree, ("leave_out",), i))
            diagnostics.info("lost-link", message.format(other=other, name=slide), at, hint)
        if slide in content.slides and content.slides[slide].kind == "title":
            message, hint = _("the title slide cannot be left out"), _("take it away here; hide it in PowerPoint instead")
            diagnostics.error("bad-value", message, tree.where(("leave_out", i)), hint)
    for name in _emptied(local, content):
        message = _('slide "{name}" has nothing left to choose from, and goes, too').format(name=name)
        diagnostics.info("lost-link", message, tree.where(("leave_out",)))


def judge_figures(content: Content, tree: Tree, diagnostics: Diagnostics) -> None:
    """The slides of figures in those lists, in a content that has them. They come and go with their file: one that is not there
    stops nothing."""
    local = content.local
    for field in ("leave_out", "only", "order") if local is not None else ():
        for i, name in enumerate(getattr(local, field)):
            where = tree.where(item_at(tree, (field,), i))
            if local is None or not _of_figures(name, local):
                continue
            if name not in content.slides:
                hint = did_you_mean(name, content.slides)
                diagnostics.warning("unknown-slide", _('unknown slide "{name}"').format(name=name), where, hint)
            elif field == "leave_out":
                message = _('"{name}" is a slide of your own').format(name=name)
                diagnostics.error("bad-value", message, where, _('name those that matter in "show"'))
            elif field == "only":
                message = _('"{name}" is a slide of your own, and always shown').format(name=name)
                diagnostics.warning("bad-value", message, where, _("take it away here"))


def _of_figures(name: str, local: Local) -> bool:
    """Whether a slide would be one of figures, which are read later."""
    shown = local.figures.show if local.figures is not None else ()
    return name.startswith(FIGURE) or any(name == wish.id for wish in shown)


def _leading_to(slide: str, local: Local, content: Content) -> list[str]:
    """The slides that are shown and have words that are a link to this one."""
    linked = {name for (name, *_at), phrase in content.phrases.items() if any(f"slide:{slide}" == s.target for s in phrase.spans)}
    for name, model in content.slides.items():
        # A menu's row goes with the slide that it leads to.
        blocks = (block for block in model.slots.values() if not (isinstance(block, DiagramBlock) and block.menu))
        if any(item.link == slide for block in blocks for item in statements(block).values()):
            linked.add(name)
    return [name for name in content.slides if name in linked and name not in local.leave_out]


def _emptied(local: Local, content: Content) -> list[str]:
    """The slides with a menu of which all that it leads to is left out."""
    return [
        name
        for name, model in content.slides.items()
        if name not in local.leave_out
        for block in model.slots.values()
        if isinstance(block, DiagramBlock) and block.menu
        if all(item.link in local.leave_out for item in block.items.values())
    ]


def known_slide(name: str, content: Content, tree: Tree, path: TreePath, diagnostics: Diagnostics) -> bool:
    """Whether the content has a slide of that name; else it is told."""
    if name in content.slides:
        return True
    hint = did_you_mean(name, content.slides) or _("known here: {names}").format(names=", ".join(content.slides))
    diagnostics.error("unknown-slide", _('unknown slide "{name}"').format(name=name), tree.where(path), hint)
    return False


def item_at(tree: Tree, path: TreePath, i: int) -> TreePath:
    """Where the item of a list stands, which may be written as its only one."""
    return (*path, i) if isinstance(tree.get(path), list) else path


def _listed(name: str, own: Mapping[str, str], content: Content, tree: Tree, at: TreePath, diagnostics: Diagnostics) -> None:
    """A slide in one of the lists that choose among the guidance's, of which one's own can only be ordered."""
    if name not in own or name in content.slides:
        known_slide(name, content, tree, at, diagnostics)
    elif at[0] == "only":
        message = _('"{name}" is a slide of your own, and always shown').format(name=name)
        diagnostics.warning("bad-value", message, tree.where(at), _("take it away here"))
    elif at[0] == "leave_out":
        message = _('"{name}" is a slide of your own').format(name=name)
        diagnostics.error("bad-value", message, tree.where(at), _('take it away under "slides"'))


def goes_round(name: str, own: Mapping[str, str]) -> bool:
    """Whether the slide goes, by way of others of one's own, by itself."""
    passed, target = {name}, own.get(name, "")
    while target in own and target not in passed:
        passed.add(target)
        target = own[target]
    return target == name


def judge_markup(local: Local, tree: Tree, diagnostics: Diagnostics) -> None:
    """Markup in the fields that have none: they are shown as they stand."""
    said = [((name,), getattr(local, name)) for name in FIELDS]
    for i, one in enumerate(local.contact):
        said += [((*item_at(tree, ("contact",), i), name), getattr(one, name)) for name in ("name", "role", "phone")]
    for at, text in said:
        for found in _MARKED.finditer(text):
            message = _('"{mark}" is no markup here, and would be seen as it stands').format(mark=found.group())
            diagnostics.warning("other-markup", message, tree.where_in(at, found.start()), _("write the words alone"))
        for fault in pasted(_MARKED.sub("", text)) if not _MARKED.search(text) else ():
            diagnostics.warning("other-markup", fault.message, tree.where_in(at, fault.offset), _("write the words alone"))


__all__ = ["FIGURE", "goes_round", "item_at", "judge_figures", "judge_lists", "judge_markup", "known_slide"]
