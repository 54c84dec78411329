"""What a person is told of a plan: changes taken, edits kept, decisions to make, in words as shown.
Derived from the plan alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from deck.i18n import languages
from deck.presentation import Block, Cell, Paragraph, Slide, Text
from deck.presentation.names import KINDS, called
from deck.refresh.away import news_of
from deck.refresh.canon import shown, shown_term
from deck.refresh.facets import differing, facet_of, facets
from deck.refresh.outcome import Change, ChangeKind, Question, Readthrough
from deck.refresh.plan import (
    DECK,
    AddSlide,
    Conflict,
    DropSlide,
    DropSlot,
    Edit,
    Kept,
    Plan,
    Relayout,
    ReplaceBlock,
    ReshapeChart,
    SetDeckTitle,
    SetFooter,
    SetNotes,
    SetPoint,
    SetSection,
    SetText,
)

_BLOCKS = get_args(Block)


def questions(plan: Plan) -> tuple[Question, ...]:
    """The open conflicts, a question each."""
    return tuple(question(item) for item in plan.conflicts)


def question(item: Conflict[Any]) -> Question:
    """A conflict in words; no two sides of it read alike."""
    terms = item.terms
    known = set(_links(terms.base))
    mine, theirs = (_with_links(side, known) for side in (terms.mine, terms.theirs))
    reform = isinstance(terms.theirs, _BLOCKS) and _form(terms.mine) != _form(terms.theirs) != ""
    if mine == theirs and reform:
        mine, theirs = (f"{words} ({_form(term)})" for words, term in ((mine, terms.mine), (theirs, terms.theirs)))
    elif mine == theirs:
        mine, theirs = (f"{words} ({_detail(term)})" for words, term in ((mine, terms.mine), (theirs, terms.theirs)))
    where = item.address
    return Question(
        key=item.key,
        slide=where.slide,
        slot=where.slot,
        point=where.point,
        property=item.at,
        base=shown_term(terms.base),
        mine=mine,
        theirs=theirs,
        title=item.title,
        sense=item.sense,
        reform=reform,
    )


def readthrough(plan: Plan) -> tuple[Readthrough, ...]:
    """Sentences put together from both sides' words: to be read first."""
    return tuple(
        Readthrough(
            slide=item.address.slide,
            slot=item.address.slot,
            mine=shown_term(item.terms.mine),
            theirs=shown_term(item.terms.theirs),
            result=item.result,
            title=item.title,
        )
        for item in plan.joined
    )


def changes(plan: Plan) -> tuple[Change, ...]:
    """All that happened, or would."""
    return tuple(_Told(plan).all())


def _links(term: Any) -> list[str]:
    """Where the words of a text lead, each once; one thing that shows its address by itself has none."""
    if isinstance(term, Paragraph | Cell):
        paragraphs = term.paragraphs if isinstance(term, Cell) else (term,)
        found = [shown_term(run.link) for paragraph in paragraphs for run in paragraph.runs if run.link is not None]
        return list(dict.fromkeys(filter(None, found)))
    if isinstance(term, Text):
        return _links(Cell(term.paragraphs))
    if isinstance(term, Mapping):
        return _links(tuple(term.values()))
    return [link for value in term for link in _links(value)] if isinstance(term, tuple) else []


def _with_links(term: Any, known: set[str]) -> str:
    """A side as a person sees it, with the addresses that the words lead to and did not lead to before."""
    words = shown_term(term)
    new = [link for link in _links(term) if link not in known and link not in words]
    return f"{words} ({', '.join(new)})" if words and new else words


def _form(term: Any) -> str:
    """What a form of block is called, in the reader's language."""
    return called(KINDS, getattr(term, "form", type(term).__name__), languages()[0].partition("_")[0])


def _detail(term: Any) -> str:
    """What tells a term from another whose words are the same."""
    if isinstance(term, Slide):
        return f"{term.kind}, {hashlib.sha256(repr(term.slots).encode()).hexdigest()[:6]}"
    kind = type(term).__name__.lower()
    return f"{kind}, {hashlib.sha256(repr(term).encode()).hexdigest()[:6]}"


@dataclass(frozen=True)
class _Told:
    plan: Plan

    def all(self) -> Iterator[Change]:
        titles = {slide.id: slide.title for slide in self.plan.merged.slides}
        for item in self.plan.decided:
            words = question(item.conflict)
            kind: ChangeKind = "resolved-mine" if item.choice == "mine" else "resolved-theirs"
            before, after = (words.theirs, words.mine) if item.choice == "mine" else (words.mine, words.theirs)
            yield Change(
                kind, slide=words.slide, slot=words.slot, property=words.property, before=before, after=after, title=words.title
            )
        for edit in self.plan.edits:
            yield from self._edit(edit, titles)
        yield from self._kept()
        for key in self.plan.moved:
            yield Change("slide-moved", slide=key, title=titles.get(key, key))
        for own in self.plan.own:
            yield Change("own-slide", slide=own.key, title=own.title)

    def _edit(self, edit: Edit, titles: Mapping[str, str]) -> Iterator[Change]:
        match edit:
            case AddSlide():
                yield Change("slide-added", slide=edit.slide.id, after=shown(edit.slide), title=edit.slide.title)
            case DropSlide():
                if edit.slide in {item.conflict.address.slide for item in self.plan.decided if item.conflict.at == "slide"}:
                    return  # it is told as the decision
                yield Change("slide-removed", slide=edit.slide, before=shown(edit.before), title=edit.before.title)
            case SetDeckTitle() | SetFooter():
                name = "title" if isinstance(edit, SetDeckTitle) else "footer"
                yield Change("applied", slide=DECK, slot=name, property=name, before=edit.before, after=edit.after)
            case SetSection():
                if edit.before is not None and edit.after is not None:
                    name = f"section:{edit.section}"
                    yield Change(
                        "applied", slide=DECK, slot=name, property=name, before=edit.before.title, after=edit.after.title
                    )
            case _:
                slide = getattr(edit, "slide", "")
                if (slide and hasattr(edit, "after")) or isinstance(edit, DropSlot):
                    yield self._within(edit, slide, titles)

    def _within(self, edit: Any, slide: str, titles: Mapping[str, str]) -> Change:
        """An edit of a slot."""
        slot = _slot(edit)
        both = any(_beside(item, slide, slot, facet_of(edit)) for item in self.plan.kept)
        before, after = words_of(edit)
        title = titles.get(slide.partition("#")[0], "")
        return Change(
            "merged" if both else "applied",
            slide=slide,
            slot=slot,
            property=_property(edit),
            before=before,
            after=after,
            title=title,
        )

    def _kept(self) -> Iterator[Change]:
        """The owner's edits; where the guidance's stand beside them, the change says so, and where they
        are at stake, the question."""
        edited = {
            (slide, slot)
            for edit in self.plan.edits
            for slide, slot in [(getattr(edit, "slide", ""), _slot(edit))]
            if not facet_of(edit) or any(_beside(item, slide, slot, facet_of(edit)) for item in self.plan.kept)
        }
        open_ = {(item.address.slide, item.address.slot) for item in self.plan.conflicts}
        for item in self.plan.kept:
            where = (item.address.slide, item.address.slot)
            if item.look:
                yield Change("kept", slide=where[0], slot=where[1], property="look", title=item.title)
            elif item.terms.mine is None and item.at in ("slide", "slot", "notes", "kind"):
                yield _deleted(item)
            elif item.at == "order" or (where not in edited and where not in open_):
                before, after = ("", "") if item.at == "order" else _hand(item.terms.base, item.terms.mine)
                slide, slot = where
                named = item.at if item.at in _NAMED else ""
                yield Change("kept", slide=slide, slot=slot, property=named, before=before, after=after, title=item.title)


def _slot(edit: Edit) -> str:
    return "notes" if isinstance(edit, SetNotes) else getattr(edit, "slot", "")


def _beside(kept: Kept[Any], slide: str, slot: str, facet: str) -> bool:
    """Whether what an owner changed stands in what an edit changes."""
    if kept.look or (kept.address.slide, kept.address.slot) != (slide, slot):
        return False
    return not facet or facet in differing(kept.terms.base, kept.terms.mine) or not facets(kept.terms.mine)


def _hand(base: Any, mine: Any) -> tuple[str, str]:
    """What an owner changed, before and after: of a block with facets those alone."""
    both = differing(base, mine) if isinstance(base, _BLOCKS) and type(base) is type(mine) else {}
    if not both:
        return shown_term(base), shown_term(mine)
    before, after = ("\n".join(filter(None, map(shown_term, side))) for side in zip(*both.values(), strict=True))
    return before, after


_NAMED = frozenset({"order", "title", "footer", "section", "kind"})


def _deleted(item: Kept[Any]) -> Change:
    before, after = news_of(item.terms.base, item.terms.theirs)
    prop = "slot" if item.at in ("slot", "kind") else ""
    return Change(
        "unshown" if item.at == "kind" else "slide-deleted",
        slide=item.address.slide,
        slot=item.address.slot,
        property=prop,
        before=before,
        after=after,
        title=item.title,
    )


def words_of(edit: Any) -> tuple[str, str]:
    """An edit's words before and after."""
    before, after = getattr(edit, "before", None), getattr(edit, "after", None)
    if isinstance(edit, SetText | SetNotes):
        return Text(edit.before).text, Text(edit.after).text
    if isinstance(edit, SetPoint):
        return f"{edit.category}: {shown_term(before)}", f"{edit.category}: {shown_term(after)}"
    return shown_term(before), shown_term(after)


def _property(edit: Any) -> str:
    match edit:
        case ReplaceBlock():
            return "added" if edit.before is None else "block"
        case DropSlot():
            return "removed"
        case Relayout():
            return "kind"
        case ReshapeChart() if len(set(words_of(edit))) == 1:
            return "drawing"
        case _:
            return facet_of(edit)


__all__ = ["changes", "question", "questions", "readthrough", "shown_term", "words_of"]
