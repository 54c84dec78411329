"""What of an owner's is missing, or stands beside what is asked about, in a person's words: a kind at a time, the first of each
kind and how many more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deck.i18n import N_, _, in_quotes, ngettext
from deck.refresh.guard.losable import Losable

KINDS: dict[str, str] = {
    "word": N_("words"),
    "note": N_("words of the speaker notes"),
    "link": N_("a link"),
    "tip": N_("the tip on a link"),
    "equation": N_("an equation"),
    "field": N_("a field"),
    "media": N_("a picture, film or sound"),
    "alt": N_("alternative text"),
    "name": N_("own name of a shape"),
    "chart": N_("a chart's words or numbers"),
    "comment": N_("a comment"),
    "animation": N_("an animation"),
    "transition": N_("a transition"),
    "tag": N_("a program's mark"),
    "object": N_("an embedded object"),
    "smartart": N_("words of a SmartArt graphic"),
    "ink": N_("ink"),
    "sound": N_("a sound"),
    "hidden": N_("that the slide is hidden"),
    "unseen": N_("that a shape is hidden"),
    "background": N_("a background"),
    "show": N_("a custom show"),
    "property": N_("a document property"),
    "part": N_("an embedded part"),
    "colour": N_("a colour"),
    "size": N_("a size of words"),
    "language": N_("the language of words"),
    "font": N_("a font"),
    "highlight": N_("highlighted words"),
    "raised": N_("raised or lowered words"),
    "spacing": N_("the spacing of letters"),
    "outline": N_("outlined words"),
    "underline": N_("underlined words"),
    "strike": N_("words struck through"),
    "capitals": N_("words in capitals"),
    "kerning": N_("the kerning of words"),
    "effect": N_("an effect on words"),
    "paint": N_("a gradient or a pattern on words"),
    "bold": N_("bold words in the notes"),
    "italic": N_("italic words in the notes"),
    "direction": N_("the direction of a text"),
    "indent": N_("an indent"),
    "line": N_("the spacing of lines"),
    "bullet": N_("a bullet"),
    "align": N_("how a paragraph is aligned"),
    "tabs": N_("tab stops"),
    "margin": N_("a margin of a text"),
    "side": N_("a margin at the side of a text"),
    "columns": N_("columns of text"),
    "shadow": N_("a shadow"),
    "gradient": N_("a gradient"),
    "width": N_("a column's width"),
    "height": N_("a row's height"),
    "span": N_("merged cells"),
    "drawn": N_("a look that you gave a drawing, which is drawn anew"),
}
SAID = (
    *("language", "highlight", "span", "raised", "outline", "direction", "bullet", "columns", "shadow", "gradient"),
    *("align", "tabs", "underline", "strike", "capitals", "kerning", "effect", "paint", "bold", "italic"),
)
"""Looks that hold in whatever colours and measures the deck has."""
LOOKS = (*SAID, "colour", "size", "font", "width", "height", "spacing", "indent", "line", "margin", "side")
"""Kinds that are no content: they may go with what they stood on."""
GIVEN = (*SAID, "size", "colour")
"""Likewise, where they are known to be an owner's."""
MOST_WORDS = 12
"""So many of the missing words are told."""


@dataclass(frozen=True, slots=True)
class Missing:
    """`slide`: id for life, "own:256" for a slide of the owner's by its number in the file, "deck" for what is on none. `kind`: a
    key of KINDS. `what`: the words, addresses or digests, in the slide's order."""

    kind: str
    slide: str
    what: str
    every: str = field(default="", compare=False)
    more: int = field(default=0, compare=False)
    """All of them, and how many more they are, where `what` names the first."""

    def words(self, titles: Mapping[str, str], *, whole: bool = False) -> str:
        """ "a link (https://…)"; digests say nothing to a person, nor do keys of slides, which have `titles`. `whole`: all that
        is missing, however many."""
        name = _(KINDS[self.kind])
        what = self.every if whole and self.more else self.what
        if self.kind == "link":
            what = _TO_SLIDE.sub(lambda found: f"→ {in_quotes(titles.get(found[1], '…'))}", what)
        if self.more and not whole:
            rest = ngettext("and {count} more", "and {count} more", self.more).format(count=self.more)
            what = f"{what} … {rest}"
        return name if self.kind in _SILENT or not what else f"{name} ({what})"


@dataclass(frozen=True, slots=True)
class Things:
    """Things in words. `short`: the first of them, and how many more; `whole`: all. `items`: what they are, where they are
    counted; `mark`: a key of WHAT, where they are a touch alone."""

    short: str
    whole: str
    items: tuple[Losable, ...] = field(default=(), compare=False)
    mark: str = field(default="", compare=False)


_TO_SLIDE = re.compile(r"→ ([^,]+)")
_SILENT = (
    "media",
    "object",
    "part",
    "sound",
    "hidden",
    "unseen",
    "background",
    "animation",
    "ink",
    *("bold", "italic", "align", "tabs"),
)


def told_things(had: Counter[Losable], own: Counter[Losable], titles: Mapping[str, str]) -> list[Things]:
    """Things in words, a kind at a time. `had`: all that stood there, in its order; `own`: those to tell; `titles`: of slides, by
    key."""
    by_kind: dict[str, list[Losable]] = {}
    for item in had:
        if own[item] > 0:
            by_kind.setdefault(item.kind, []).append(item)
    told = [(missing_of(kind, "", [item.what for item in items]), items) for kind, items in by_kind.items()]
    return [
        Things(item.words(titles), item.words(titles, whole=True), tuple(one for one in items for _n in range(own[one])))
        for item, items in told
    ]


def missing_of(kind: str, slide: str, what: Sequence[str]) -> Missing:
    """`what`: the words, addresses or digests; "" for what has none."""
    words = [word for word in what if word]
    between = " " if kind in ("word", "note", "chart", "smartart") else ", "
    shown, more = between.join(words[:MOST_WORDS]), len(words) - MOST_WORDS
    return Missing(kind, slide, shown, between.join(words), more) if more > 0 else Missing(kind, slide, shown)


__all__ = ["GIVEN", "KINDS", "LOOKS", "SAID", "Missing", "Things", "missing_of", "told_things"]
