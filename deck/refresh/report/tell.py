"""The words that both reports share."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from deck.diagnostics import Severity
from deck.i18n import N_, _, in_quotes, ngettext
from deck.refresh.outcome import Change, Question, Refreshed

NEWS = ("applied", "merged", "slide-added", "slide-removed", "slide-moved", "resolved-theirs")
KEPT = ("kept", "slide-deleted", "pictured", "unshown", "own-slide", "resolved-mine")
STATES = {
    "up-to-date": N_("up to date"),
    "refreshed": N_("refreshed"),
    "conflicts": N_("decisions needed"),
    "refused": N_("refused"),
}
KINDS = {
    "applied": N_("new words from the guidance"),
    "merged": N_("the guidance's changes together with yours"),
    "kept": N_("your change, kept"),
    "slide-added": N_("a new slide"),
    "slide-removed": N_("a slide that the guidance no longer has, untouched by you, was taken out"),
    "slide-deleted": N_("you took it away, and it stays away"),
    "pictured": N_("a picture stands for it, as some programs make of charts; the picture stays as it is"),
    "unshown": N_("you keep the slide in another form, which does not have it"),
    "slide-moved": N_("moved by the guidance"),
    "own-slide": N_("your own slide, kept"),
    "resolved-mine": N_("decided: yours"),
    "resolved-theirs": N_("decided: the guidance's"),
}
OWN = {
    "applied": N_("new words from your own material"),
    "merged": N_("the changes of your own material together with those on the slide"),
    "slide-removed": N_("a slide that your own material no longer has, untouched since, was taken out"),
    "slide-moved": N_("moved by your own material"),
    "resolved-theirs": N_("decided: your own material's"),
}
"""Of KINDS those that are otherwise where the slide is none of the guidance's: of a file with own slides or figures."""
FORMS = {
    "kind": N_("the guidance shows it in another form now"),
    "added": N_("new from the guidance"),
    "removed": N_("taken out by the guidance"),
    "drawing": N_("the same numbers, drawn in another way"),
    "same": N_("the same words, with other line breaks, links or looks"),
}
"""Of what was applied, what is no change of words."""
PROPERTIES = {
    "look": N_("look or place"),
    "order": N_("order of the slides"),
    "title": N_("the document's title"),
    "footer": N_("footer"),
    "notes": N_("speaker notes"),
    "slot": N_("a part of the slide"),
    "added": N_("a new part of the slide"),
    "removed": N_("a part taken out"),
    "slide": N_("the whole slide"),
    "kind": N_("the kind of slide"),
    "picture": N_("picture"),
    "block": N_("content"),
    "alt": N_("alternative text"),
    "caption": N_("caption"),
    "link": N_("link"),
    "cell": N_("a cell of the table"),
    "row": N_("a row of the table"),
    "column": N_("a column of the table"),
    "point": N_("a value of the chart"),
    "category": N_("a category of the chart"),
    "series": N_("a series of the chart"),
    "chart": N_("chart"),
    "item": N_("a part of the diagram"),
    "field": N_("a part of the diagram"),
    "address": N_("address"),
    "section": N_("a section's name"),
}
PARTS = {
    "title": N_("title"),
    "subtitle": N_("subtitle"),
    "body": N_("text"),
    "left": N_("text to the left"),
    "right": N_("text to the right"),
    "left-heading": N_("heading to the left"),
    "right-heading": N_("heading to the right"),
    "object": N_("content"),
    "picture": N_("picture"),
    "quote": N_("quote"),
    "attribution": N_("who said it"),
    "number": N_("figure"),
    "notes": N_("speaker notes"),
    "provenance": N_("source line"),
    "event": N_("event"),
    "date": N_("date"),
    "speaker": N_("speaker"),
    "part": N_("the part's number"),
    "figure": N_("figure"),
    "figure-source": N_("the figure's source"),
    "shows": N_("what the figure shows"),
    "contact-name": N_("the contact's name"),
    "contact-role": N_("the contact's role"),
    "contact-email": N_("the contact's e-mail"),
    "contact-phone": N_("the contact's telephone"),
}


SHOWN_ANEW = N_("It is shown in another form now. Drawn anew, it would lose what you have changed there.")


def news(result: Refreshed) -> list[Change]:
    """What is new, but for places that nobody has filled."""
    empty = ("added", "applied")
    return [item for item in result.changes if item.kind in NEWS and ((item.property, item.kind) != empty or item.after)]


def kept(result: Refreshed) -> list[Change]:
    return [item for item in result.changes if item.kind in KEPT]


def count_kept(result: Refreshed) -> int:
    """How many of the owner's changes stand: those told as kept, and those that stand together with the guidance's."""
    return len(kept(result)) + sum(item.kind == "merged" for item in result.changes)


def count_decisions(result: Refreshed) -> int:
    return len({item.key for item in result.conflicts})


def needs(result: Refreshed) -> str:
    """What a deck of many needs of its owner, in a few words."""
    if result.state == "refused":
        return _("could not be refreshed; see why")
    count = count_decisions(result)
    if count:
        return ngettext("{count} thing to decide", "{count} things to decide", count).format(count=count)
    if not result.whole and result.package is None and result.path is None:
        return _("nothing") if result.state == "up-to-date" else _("nothing; a refresh brings what is new")
    if not result.whole:
        return _("to look at: something of yours is missing")
    if result.joined:
        count = len(result.joined)
        return ngettext("{count} sentence to read through", "{count} sentences to read through", count).format(count=count)
    if any(item.severity >= Severity.WARNING for item in result.diagnostics):
        return _("to look at")
    return _("nothing")


def by_slide(items: Sequence[Change], result: Refreshed) -> list[tuple[str, list[Change]]]:
    """Changes grouped by slide, in the order of the show; what concerns the whole deck first."""

    def place(item: Change) -> tuple[int, str]:
        number = number_of(item.slide, result)
        return (0 if item.slide == "deck" else number or 10_000), item.slide

    return [(key[1], list(group)) for key, group in groupby(sorted(items, key=place), key=place)]


def number_of(slide: str, result: Refreshed) -> int:
    """A slide's number in the show; of a later page ("sources#2"), the page's. 0: not there."""
    first, _sign, page = slide.partition("#")
    number = result.numbers.get(first) or result.numbers_before.get(first, 0)
    return number + int(page) - 1 if number and page.isdigit() else number


def at_hand(result: Refreshed) -> Refreshed:
    """With the slides' numbers in the file that its owner is to work in: where none was written, the old one's."""
    return result if result.path is not None or not result.numbers_before else replace(result, numbers=result.numbers_before)


def heading(slide: str, title: str, result: Refreshed) -> str:
    """ "Slide 12: Ladda ner vägledningen"."""
    if slide == "deck":
        return _("The whole deck")
    number = number_of(slide, result) if slide.partition("#")[0] in result.numbers else 0
    words = " ".join(title.split()) or _("untitled")
    return _("Slide {number}: {title}").format(number=number, title=words) if number else words


def what(item: Change) -> str:
    """What happened, and to which part."""
    if item.kind == "applied" and item.property in FORMS and not item.own:
        part, words = part_of(item.slot, "") or _("a part of the slide"), _(FORMS[item.property])
        return words if item.property == "kind" else f"{part}: {words}"
    part = part_of(item.slot, item.property)
    if item.kind == "applied" and item.before and not item.after and not item.own:
        return f"{part}: {_(FORMS['removed'])}" if part else _(FORMS["removed"])
    words = _(FORMS["same"]) if _reads_alike(item) else _((OWN if item.own and item.kind in OWN else KINDS)[item.kind])
    return f"{part}: {words}" if part else words


def _reads_alike(item: Change) -> bool:
    """Whether what was applied says what stood there: only spaces that do not break, links or looks are others."""
    return item.kind == "applied" and bool(item.before) and item.before.split() == item.after.split()


def sides(item: Change) -> tuple[str, str]:
    """The words before and after; a kind of slide has a name that is ours alone, and what reads alike need not be read."""
    return ("", "") if item.property == "kind" or _reads_alike(item) else (item.before, item.after)


def part_of(slot: str, prop: str) -> str:
    """The part of a slide in words: the slot's, and the property's where it is not simply its words."""
    # "figure-2": the second of several.
    role, _sign, number = slot.rpartition("-") if slot[-1:].isdigit() else (slot, "", "")
    name = " ".join(filter(None, (_(PARTS[role]), number))) if role in PARTS else ""
    kind = prop.split(":", 1)[0]
    extra = _(PROPERTIES[kind]) if kind in PROPERTIES and kind != slot else ""
    if extra == name:
        extra = ""
    return ", ".join(filter(None, (name, extra)))


def sentence(result: Refreshed) -> str:
    """The whole in a sentence."""
    if result.state == "refused":
        return _("The deck was left as it is.")
    if result.state == "up-to-date":
        return _("There is nothing to do: the deck says what the guidance says, and your changes stand.")
    if not result.whole and not result.conflicts:
        return _("The deck is up to date, but something of yours is no longer there; see below what, and where.")
    if result.path is None and not result.conflicts:
        return _("A refresh brings what is new, and keeps all that you did.")
    if result.conflicts:
        count = len({item.key for item in result.conflicts})
        missing = not result.whole and (result.path is not None or result.package is not None)
        more = " " + _("Something else of yours is no longer there; see below what, and where.") if missing else ""
        text = ngettext(
            "The deck is up to date but for {count} thing that only you can decide; until then yours stands.",
            "The deck is up to date but for {count} things that only you can decide; until then yours stand.",
            count,
        )
        return text.format(count=count) + more
    if any(item.kind == "resolved-theirs" for item in result.changes):
        return _("The deck is up to date; what you decided to give up is gone, and all else that you did in it is still there.")
    return _("The deck is up to date, and all that you did in it is still there.")


def command(result: Refreshed, item: Question, choice: str) -> str:
    """A command line to paste anywhere: full paths, quoted as the shell wants it."""
    build = Path(str(files("deck"))).resolve().parent / "build.py"
    start = ["py" if os.name == "nt" else "python3", str(build)] if build.is_file() else ["deck"]
    key = item.later if item.later and result.path is not None else item.key
    words = [*start, "refresh", str(working_file(result)), *result.again, "--resolve", f"{key}={choice}"]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def working_file(result: Refreshed) -> Path:
    """The file to go on in: the new one where there is one."""
    return (result.path or result.source).resolve()


def go_on(result: Refreshed) -> str:
    """Where to work from now on; "" where nothing was written."""
    if result.path is None:
        waits = result.conflicts and not news(result)
        return _("No new file was written: all that is new waits for what you decide.") if waits else ""
    told = next((item for item in result.diagnostics if item.code in ("work-aside", "work-aside-unsure")), None)
    if told is not None:
        other = Path(told.where.file)
        aside = str(other) if other.name == result.source.name else other.name
        if told.code == "work-aside":
            text = _("Your work is in {other}, and {name} does not have it: go on working in {other}, and refresh that.")
        else:
            text = _(
                "There may be work of yours in {other} that {name} does not have: if so, go on working in {other}, and refresh "
                "that."
            )
        return text.format(other=aside, name=result.path.name)
    return _("Go on working in {name}. {source} is as you left it; you may delete the new file if you do not want it.").format(
        name=result.path.name, source=result.source.name
    )


def by_hand(result: Refreshed, item: Question) -> str:
    """How to decide in PowerPoint, without a command: sentences."""
    name = working_file(result).name
    if item.slide == "deck":
        return _("Change it in PowerPoint, in {name}, and refresh again.").format(name=name)
    part = part_of(item.slot, "")
    place = f", {in_quotes(part)}" if part else ""
    number = number_of(item.slide, at_hand(result))
    if item.reform:
        text = _(
            "You need do nothing: what is on slide {number} in {name} stays as you have it. The new form comes by the "
            "command or on the web page alone; by hand, make a new deck and copy the slide from it."
        )
    elif item.mine and item.theirs:
        text = _(
            "Open {name}, go to slide {number}{place}, and write what is to stand there. Where it is the new words, "
            "you are not asked again. To delete yours is fine, and so is to have neither."
        )
    elif item.theirs:
        text = _(
            "Open {name}, go to slide {number}{place}, and write the new words there; or leave them out, which is fine, too."
        )
    else:
        text = _("Open {name}, go to slide {number}{place}, and delete it; or leave it, which is fine, too.")
    return text.format(name=name, number=number or "–", place=place)


def theirs(item: Question) -> str:
    """Whose the news are that a question is about."""
    return _("your own material") if item.own else _("the guidance")


def take(item: Question) -> str:
    """The choice of the news, in words."""
    return _("Take your own material's") if item.own else _("Take the guidance's")


def now(item: Question) -> str:
    """What the news are called beside what stands."""
    return _("Your own material now") if item.own else _("The guidance now")


def goes(item: Question, choice: str) -> str:
    """Exactly what goes with a decision."""
    words = item.mine if choice == "theirs" else item.theirs
    other = item.theirs if choice == "theirs" else item.mine
    if not words:
        return _("nothing goes; “{words}” comes").format(words=one_line(other)) if choice == "theirs" else _("nothing goes")
    if choice == "theirs" and item.beside:
        things = "; ".join(item.beside)
        return _("all of it goes, and what you have put there: {things}").format(things=things)
    if choice == "theirs":
        return _("“{words}” goes, and nothing else of yours").format(words=one_line(words))
    return _("the new words, “{words}”, are not taken").format(words=one_line(words))


def one_line(words: str, most: int = 400) -> str:
    line = " / ".join(part.strip() for part in words.split("\n") if part.strip())
    return line if len(line) <= most else f"{line[: most - 1]}…"


ToldPiece = tuple[str, str]
""" ("same" | "gone" | "new", words)."""


def compared(before: str, after: str) -> tuple[list[ToldPiece], list[ToldPiece]]:
    """Both texts in pieces, changed words marked."""
    old, new = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (before, after))
    left: list[ToldPiece] = []
    right: list[ToldPiece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if a < b:
            left.append(("same" if tag == "equal" else "gone", "".join(old[a:b])))
        if c < d:
            right.append(("same" if tag == "equal" else "new", "".join(new[c:d])))
    return left, right
