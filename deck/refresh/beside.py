"""What of an owner's stands beside the words that a question is about: what goes, too, where the whole is given up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from deck.drawing.names import Element
from deck.drawing.sheet import walk
from deck.i18n import _
from deck.pptx.identity import creation_of
from deck.pptx.reader import ReadDeck
from deck.presentation import Diagram, Slide
from deck.refresh.guard import Losable, Things, Touch, keyed, things_in, told_things
from deck.refresh.guard.inventory import inventory
from deck.refresh.guard.side import FOOT, WHAT
from deck.refresh.guard.weights import path_of
from deck.refresh.merged import WHOLE, Merged, given_up
from deck.refresh.outcome import Question
from deck.refresh.pages import Page
from deck.refresh.parts import item_of, parts_on
from deck.refresh.pointed import pointing
from deck.refresh.rewritten import more_varied
from deck.refresh.told import question, shown_term
from deck.refresh.touched import moved, restyled_but_filled
from deck.refresh.written import Written


@dataclass(frozen=True)
class Surroundings:
    """A deck, and what we wrote of what it was made as (`was`) and of what it says (`said`); `pages`: its own by slide; `told`:
    what below the model bears the owner's hand; `titles`: of slides, by the witness' keys; `parts`: (slide, slot, item) of what
    does within a block; `slots`: (slide, slot) that differ from what we wrote in look or place; `anew`: a program wrote all
    looks anew."""

    deck: ReadDeck
    pages: Mapping[str, Sequence[Page]]
    was: Written
    said: Written
    told: Sequence[Touch]
    titles: Mapping[str, str]
    parts: Collection[tuple[str, str, str]] = ()
    slots: Collection[tuple[str, str]] = ()
    anew: bool = False


def with_beside(merged: Merged, sides: Surroundings) -> Merged:
    """The questions, each with what goes beside its words."""
    asked = [*merged.conflicts, *(question(item.conflict) for item in given_up(merged))]
    things = _things(sides, {item.slide for item in asked if item.property == "slide"})

    conflicts = (*merged.plan.conflicts, *(item.conflict for item in given_up(merged)))
    terms = {item.key: item.terms for item in conflicts}

    def whole(item: Question) -> tuple[Question, tuple[Things, ...]]:
        if item.property in ("item", "row"):
            return _with(item, _of_item(item, sides))
        if item.property not in WHOLE:
            return item, ()
        here = [mark for mark in sides.told if mark.slide == item.slide]
        held: list[Things] = []
        pointed: list[Things] = []
        match item.property:
            case "slide":
                held = things.get(item.slide, [])
            case "kind":
                # A shape of the owner's own stays on the slide, whatever its kind.
                here = [mark for mark in here if mark.where and mark.what != "shape"]
                mine = terms[item.key].mine
                slots = [slot for slot in mine.slots if slot.role != "title"] if isinstance(mine, Slide) else []
                parts = [replace(item, slot=slot.id) for slot in slots]
                held = [thing for part in parts for thing in _of_slot(part, sides)]
                pointed = [thing for part in parts for thing in _pointing(part, sides)]
            case _:
                mine = terms[item.key].mine
                if isinstance(mine, Diagram):
                    shown = shown_term(_as_it_stands(mine, item, sides))
                    item = replace(item, mine=item.mine.replace(shown_term(mine), shown, 1))
                held = _of_slot(item, sides)
                here = [mark for mark in here if mark.where == item.slot]
                pointed = _pointing(item, sides)
        found = [*held, *pointed]
        said = [thing.short for thing in found]
        marks = [mark for mark in here if not (found and mark.what in _COUNTED) and not _is_named(mark.words, said)]
        found += [thing for mark in marks for thing in _plain(_called(mark, sides), mark.what)]
        if not any(mark.what in ("look", "place") for mark in here) and _differs(item, sides, pointed):
            found += _plain([_("look or place")])
        return _with(item, found)

    told = {item.key: whole(item) for item in asked}
    beside = {item.key: told[item.key][1] for item in asked if item.property in WHOLE}
    return replace(merged, conflicts=tuple(told[item.key][0] for item in merged.conflicts), beside=beside)


def _with(item: Question, found: Iterable[Things]) -> tuple[Question, tuple[Things, ...]]:
    things = tuple(dict.fromkeys(found))
    shorts, wholes = tuple(thing.short for thing in things), tuple(thing.whole for thing in things)
    return replace(item, beside=shorts, all_beside=wholes), things


def _plain(words: Iterable[str], mark: str = "") -> list[Things]:
    """What has a name, and nothing to count. `mark`: what it is (a key of WHAT)."""
    return [Things(said, said, mark=mark) for said in words]


def _called(mark: Touch, sides: Surroundings) -> list[str]:
    """What the owner did, in words: of links from elsewhere with the slides that they stand on."""
    match mark.what:
        case "led":
            title = sides.titles
            return [_("a link of yours on “{slide}”").format(slide=title.get(slide, slide)) for slide in mark.said.split("\n")]
        case "name" if not mark.said:  # it was compared with another part's
            return []
        case "gone" if not mark.where.startswith(FOOT) and _all_there(mark.slide, sides):  # within a group now
            return []
        case _:
            return [mark.words]


def _all_there(slide: str, sides: Surroundings) -> bool:
    """Whether all shapes that we put on a slide stand on it, wherever."""
    here, made = (
        {creation_of(shape) for page in pages.get(slide, ()) for shape in walk(page.reader.sheet.tree)}
        for pages in (sides.pages, sides.was.pages)
    )
    return made <= here


def _is_named(words: str, said: Iterable[str]) -> bool:
    """Whether what a mark is called is told with what it says: "own name of a shape (…)"."""
    return any(thing.startswith(f"{words} (") for thing in said)


_COUNTED = frozenset({"words", "link", "equation", "field", "picture", "alt", "shape", "comment", "object", "notes-page"})
"""Marks that say less than the things that made them."""


def _differs(item: Question, sides: Surroundings, pointed: Collection[Things]) -> bool:
    """Whether what is asked about looks or stands otherwise than we wrote it: where all slides do, no mark below the model tells
    of it. `pointed`: what speaks of it from elsewhere, which alone makes no look."""
    here = [slot for slide, slot in sides.slots if slide == item.slide and item.slot in ("", slot)]
    here = [slot for slot in here if not _is_filled_alone(item.slide, slot, sides)]
    return bool(here) and (sides.anew or not pointed)


def _is_filled_alone(slide: str, slot: str, sides: Surroundings) -> bool:
    """Whether a picture that fills a shape is all that makes a slot's looks others than ours: it is told as what it is."""
    if {mark.what for mark in sides.told if (mark.slide, mark.where) == (slide, slot)} != {"picture"}:
        return False
    known = [*sides.was.pages.get(slide, ()), *sides.said.pages.get(slide, ())]
    pages = [page for page in sides.pages.get(slide, ()) if page.shape(slot) is not None]
    otherwise = more_varied if sides.anew else restyled_but_filled
    return not any(moved(page, known, slot) or otherwise(page, known, slot) for page in pages)


def _of_item(item: Question, sides: Surroundings) -> list[Things]:
    """What of an item of a diagram, or a row of a table, no words of it show."""
    name = item.key.partition(":")[2].partition(".")[0]
    told = _plain(mark.words for mark in sides.told if (mark.slide, mark.where, mark.item) == (item.slide, item.slot, name))
    told += _pointing(item, sides, name)
    if (item.slide, item.slot, name) in sides.parts:
        told = told or _of_slot(item, sides, name) or _plain([_("look or place")])
    return told


def _pointing(item: Question, sides: Surroundings, name: str = "") -> list[Things]:
    """What speaks of the slot's shape, or of an item's parts, from elsewhere."""
    shapes = [(page, shape) for page in sides.pages.get(item.slide, ()) if (shape := page.shape(item.slot)) is not None]
    ways = dict.fromkeys(what for page, shape in shapes for what in pointing(page, shape, name))
    return [thing for what in ways for thing in _plain([_(WHAT[what])], what)]


def _as_it_stands(block: Diagram, item: Question, sides: Surroundings) -> Diagram:
    """A block without the words of parts that its owner took away: where it is merged they are as they were."""
    keys = {block.how.part(one.id, field): (one.id, field) for one in block.items for field in ("key", "title", "text")}
    here, made = (parts_on(pages.get(item.slide, ()), item.slot, keys) for pages in (sides.pages, sides.was.pages))
    gone = {keys[key] for key in made if key not in here}
    return replace(block, items=tuple(replace(one, **{f: "" for held, f in gone if held == one.id}) for one in block.items))


def _of_slot(item: Question, sides: Surroundings, name: str = "") -> list[Things]:
    """What of a slot, or of an item's parts in it, no words of it show: links, alternative texts, fields …"""
    pages = [side.get(item.slide, ()) for side in (sides.pages, sides.was.pages)]
    shapes = [[(page, shape) for page in side if (shape := page.shape(item.slot)) is not None] for side in pages]
    if name:
        # Their owner may have called the parts otherwise: then their ids tell.
        inner = [[(page, part) for page, shape in side for part in walk(shape)] for side in shapes]
        marks = {creation_of(part) for side in inner for _page, part in side if item_of(path_of(part)) == name} - {""}
        shapes = [[(page, part) for page, part in side if creation_of(part) in marks] for side in inner]
    here, made = (_held(deck, found) for deck, found in zip((sides.deck, sides.was.deck), shapes, strict=True))
    return told_things(here, here - made, sides.titles)


def _held(deck: ReadDeck, shapes: Iterable[tuple[Page, Element]]) -> Counter[Losable]:
    keys = {part: key for key, parts in keyed(deck).items() for part in parts}
    return sum((things_in(deck.sheets, page.part, shape, keys) for page, shape in shapes), Counter())


def _things(sides: Surroundings, slides: Collection[str]) -> Mapping[str, list[Things]]:
    """What stands on each slide that we did not put there, in words; without the words that the question itself shows."""
    if not slides:
        return {}
    held, made, now = (
        inventory(one.sheets, keyed(one), slides, whole=False).slides for one in (sides.deck, sides.was.deck, sides.said.deck)
    )

    def own(slide: str) -> list[Things]:
        here = held.get(slide, Counter())
        shown = Counter({item: count for item, count in now.get(slide, Counter()).items() if item.kind == "word"})
        return told_things(here, here - made.get(slide, Counter()) - shown, sides.titles)

    return {slide: own(slide) for slide in slides}


__all__ = ["Surroundings", "with_beside"]
