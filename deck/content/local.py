"""local.yaml: a sender's own contact, goals and slides, put into the content without touching it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from deck.content.beside import Beside, cells_at
from deck.content.blocks import LineBlock, PictureBlock, Statement, TextBlock
from deck.content.content import Content
from deck.content.listed import goes_round, item_at, judge_lists, judge_markup, known_slide
from deck.content.model import SlideModel
from deck.content.own import Local, LocalSlide, OwnPicture
from deck.content.own_blocks import drawn_of, one_only, own_block
from deck.content.own_sources import at_foot, sourced_notes, sources_of
from deck.content.own_tables import filled
from deck.content.phrase import Phrase, compile_phrase
from deck.content.pictures import picture_at
from deck.content.showing import Showing
from deck.content.words import ALT_LIMIT, CREDIT_LIMIT, ITEM_LIMIT, LINE_LIMITS, NOTES_LIMIT, Key
from deck.diagnostics import Diagnostics
from deck.i18n import _
from deck.presentation import COLUMNS, COMPARED, FROM, REQUIRED_ROLES, SLOT_ROLES, OwnKind, Picture, SlideKind
from deck.source import Snapshot, Tree, load_yaml, validate
from deck.source.tree import TreePath
from deck.tables import FileCells

_FIELDS = {"left-heading": "left_heading", "right-heading": "right_heading"}
SOURCE_LIMIT = 120
"""Characters of what an own slide says of where its words come from."""
_LISTS = ("body", "left", "right")
_ROLES = (
    "title",
    "subtitle",
    "number",
    "quote",
    "attribution",
    "left-heading",
    "body",
    "left",
    "right-heading",
    "right",
    "picture",
)


def apply_local(
    content: Content, source: Path | Snapshot, diagnostics: Diagnostics, known: Beside | None = None
) -> Content | None:
    """The content with a sender's material in it, or None with every fault in `diagnostics`. `known`: what it names, where
    that is not to be read from files."""
    tree = load_yaml(source, diagnostics=diagnostics)
    local = validate(Local, tree, diagnostics, value=_of_ours(tree, content, diagnostics))
    if local is None or diagnostics.errors:
        return None
    own_names = {slide.id: slide.before or slide.after for slide in local.slides}
    judge_lists(local, own_names, content, tree, diagnostics)
    judge_markup(local, tree, diagnostics)
    goals = tuple(
        _phrase(text, ITEM_LIMIT, tree, item_at(tree, ("goals",), i), diagnostics) for i, text in enumerate(local.goals)
    )
    slides: dict[str, SlideModel] = dict(content.slides)
    phrases: dict[Key, Phrase] = dict(content.phrases)
    pictures: dict[tuple[str, str], Picture] = dict(content.pictures)
    shown: dict[str, Picture] = {}
    tables: dict[str, FileCells] = {}
    folder = (source.path if isinstance(source, Snapshot) else source).parent
    before: dict[str, tuple[str, ...]] = {}
    after: dict[str, tuple[str, ...]] = {}

    def table(name: str, at: TreePath) -> FileCells | None:
        cells = cells_at(name, folder, tree.where(at), diagnostics, known)
        if cells is not None:
            tables[name] = cells
        return cells

    for i, given in enumerate(local.slides):
        base: TreePath = ("slides", i)
        own = filled(given, content.lang, tree, base, table, diagnostics)
        if own is None:
            continue
        if own.id in slides:
            message = _('there is a slide "{name}" already').format(name=own.id)
            hint = _("give it a name of its own")
            if own.id in content.slides:
                hint = _(
                    "give it a name of its own; the guidance's own words are changed in PowerPoint, and deck refresh keeps that"
                )
            diagnostics.error("duplicate-id", message, tree.where((*base, "id")), hint)
            continue
        if own.before and own.after:
            message = _('slide "{name}" goes both before and after another').format(name=own.id)
            hint = _('give one of "before" and "after"; with neither it comes at the end')
            diagnostics.error("bad-value", message, tree.where((*base, "after"), key=True), hint)
        elif own.before or own.after:
            side, target = (before, own.before) if own.before else (after, own.after)
            at = (*base, "before" if own.before else "after")
            if goes_round(own.id, own_names):
                message = _('slide "{name}" goes by itself').format(name=own.id)
                hint = _("name a slide of the guidance, or one of your own that does not go by this one")
                diagnostics.error("bad-value", message, tree.where(at), hint)
            elif target in own_names or known_slide(target, content, tree, at, diagnostics):
                side[target] = (*side.get(target, ()), own.id)
        slides[own.id] = _own_slide(content, own, tree, base, phrases, diagnostics)
        if own.picture is not None:
            where = tree.where((*base, "picture", "file"))
            picture = picture_at(own.picture.file, folder, where, diagnostics, known)
            if picture is not None:
                pictures[(own.id, "picture")] = shown[own.picture.file] = picture
    return replace(
        content,
        slides=slides,
        phrases=phrases,
        local=local,
        showing=Showing.of(local),
        goals=goals,
        pictures=pictures,
        beside=Beside.of(shown, tables),
        before=before,
        after=after,
    )


def _of_ours(tree: Tree, content: Content, diagnostics: Diagnostics) -> Any:
    """The file's fields without those that would say a slide of the guidance otherwise; each of those is told."""
    if not isinstance(tree.value, dict):
        return None
    left: dict[str, Any] = dict(tree.value)
    slides = left.get("slides")
    tried = [(name,) for name in left if name in content.slides and name not in Local.model_fields]
    if isinstance(slides, dict):
        tried += [("slides", name) for name, held in slides.items() if name in content.slides and not isinstance(held, str)]
    for path in tried:
        message = _('the words of the guidance\'s slide "{name}" are not changed here').format(name=path[-1])
        hint = _("change them in PowerPoint: deck refresh keeps that; slides of your own are a list, each with an id of its own")
        diagnostics.error("not-here", message, tree.where(path, key=True), hint)
        left.pop(path[0], None)
    return left


def _phrase(text: str, limit: int, tree: Tree, at: TreePath, diagnostics: Diagnostics) -> Phrase:
    return compile_phrase(text, limit, diagnostics, tree.where(at), lambda offset: tree.where_in(at, offset))


def _own_slide(
    content: Content, own: LocalSlide, tree: Tree, base: TreePath, phrases: dict[Key, Phrase], diagnostics: Diagnostics
) -> SlideModel:
    """The structure of an own slide; its words go into `phrases`."""
    slots: dict[str, Any] = {}
    drawn = drawn_of(own)
    if drawn:
        own = own.model_copy(update={"kind": "object"})
        one_only(drawn, tree, base, diagnostics)

        def say(path: Key, text: str, limit: int, at: TreePath) -> None:
            phrases[(own.id, "object", *path)] = _phrase(text, limit, tree, (*base, *at), diagnostics)

        slots["object"] = own_block(own, drawn[0], tree, base, say, diagnostics)
    elif "kind" not in own.model_fields_set:
        own = own.model_copy(update={"kind": _meant(own)})
    kind = _kind_of(own)
    for role in _ROLES:
        value = getattr(own, _FIELDS.get(role, role))
        path = (*base, role)
        if not value or role in slots:
            if not value and role in REQUIRED_ROLES[own.kind] and role in (*SLOT_ROLES[kind], "picture"):
                message = _('a slide of kind "{kind}" needs "{role}"').format(kind=own.kind, role=role)
                diagnostics.error("missing-slot", message, tree.where(base), _("add it"))
            continue
        if role not in SLOT_ROLES[own.kind]:
            message = _('a slide of kind "{kind}" has no place for "{role}"').format(kind=own.kind, role=role)
            hint = _("known here: {names}").format(names=", ".join(SLOT_ROLES[own.kind]))
            diagnostics.error("unknown-slot", message, tree.where(path, key=True), hint)
            continue
        if role == "picture":
            slots[role] = _own_picture(
                value, own.id, "picture" if "picture" in SLOT_ROLES[kind] else "object", tree, path, phrases, diagnostics
            )
        elif role in _LISTS:
            items = {f"p{i + 1}": Statement(source=("local",)) for i in range(len(value))}
            slots[role] = TextBlock(list="bullet" if len(value) > 1 else "none", items=items)
            for i, one in enumerate(value):
                at = item_at(tree, path, i)
                at = (*at, "text") if isinstance(tree.get(at), dict) else at
                phrases[(own.id, role, f"p{i + 1}")] = _phrase(one.text, 400, tree, at, diagnostics)
        else:
            slots[role] = LineBlock(source=("local",))
            phrases[(own.id, role)] = _phrase(value, LINE_LIMITS.get(role, 60), tree, path, diagnostics)
    said = [own.chart.series.strip()] if own.chart is not None else []
    if sources := sources_of(own):
        label = content.terms.get(("provenance", "source"))
        lead = f"{label.text}: " if label else ""
        said.append(lead + at_foot(sources, SOURCE_LIMIT - len(" · ".join((*said, lead)))))
    if said:
        # What a chart measures is read here: its title is a conclusion.
        phrases[(own.id, FROM)] = _phrase(" · ".join(said), SOURCE_LIMIT, tree, (*base, "source"), diagnostics)
    if own.notes:
        phrases[(own.id, "notes", "alla")] = _phrase(own.notes, NOTES_LIMIT, tree, (*base, "notes"), diagnostics)
    if each := sourced_notes(own):
        # What is wrong with a statement is said where it stands, and not of its copy here.
        words = "\n\n".join(filter(None, (own.notes.strip(), each)))
        phrases[(own.id, "notes", "alla")] = _phrase(words, len(words), tree, base, Diagnostics())
    ordered = {role: slots[role] for role in SLOT_ROLES[own.kind] if role in slots}
    return SlideModel.model_construct(
        kind=kind,
        slots=ordered,
        notes=("local",),
        senders=(),
        instead="",
        needs="",
        own=True,
    )


def _meant(own: LocalSlide) -> OwnKind:
    """The kind that a slide which names none has the fields of."""
    told: dict[OwnKind, bool] = {
        "picture": own.picture is not None,
        "quote": bool(own.quote),
        "big-number": bool(own.number),
        COMPARED: bool(own.left_heading or own.right_heading),
        COLUMNS: bool(own.left or own.right) and not own.body,
    }
    for kind, said in told.items():
        if said:
            return kind
    return "content"


def _kind_of(own: LocalSlide) -> SlideKind:
    """A picture with nothing beside it has the whole slide."""
    return "object" if own.kind == "picture" and not own.body else own.kind


def _own_picture(
    own: OwnPicture, slide: str, role: str, tree: Tree, base: TreePath, phrases: dict[Key, Phrase], diagnostics: Diagnostics
) -> PictureBlock:
    """The picture's block; its words go into `phrases`. It has words for who does not see it, or says nothing: one of the two."""
    if own.alt.strip() and own.decorative:
        message = _("a picture that is decorative has no alternative text")
        diagnostics.error("bad-value", message, tree.where((*base, "alt")), _('take away "alt", or "decorative"'))
    elif not own.alt.strip() and not own.decorative:
        message = _("the picture has no alternative text")
        hint = _('say in "alt" what it shows, or "decorative: true" where it says nothing')
        diagnostics.error("missing-field", message, tree.where(base), hint)
    for name, text, limit in (("alt", own.alt, ALT_LIMIT), ("credit", own.credit, CREDIT_LIMIT)):
        if text.strip():
            phrases[(slide, "picture", name)] = _phrase(text, limit, tree, (*base, name), diagnostics)
    return PictureBlock(block="picture", role=role, file=own.file, decorative=own.decorative, source=("local",))
