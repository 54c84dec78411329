"""What somebody has chosen for a deck: in a link, and as the local.yaml and brand.yaml that give the same on the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import yaml

from deck.brand.schema import as_rgb
from deck.web import persons
from deck.web.own import NOTES, POINT, SOURCE, OwnSlideChoice, cleaned, kept, lines_of, own_of, unmarked

SHOWING = {"tillfalle": "event", "datum": "date", "talare": "speaker"}
"""Name in the link → field of local.yaml."""
MOST_OWN, MOST_GOALS = 12, 12
LONGEST = {"tillfalle": 80, "datum": 40, "talare": 80, "namn": 80, "roll": 80, "epost": 120, "telefon": 40, "webb": 200}
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_OWN = re.compile(r"e([1-9]\d{0,2})\.")
_FILE = re.compile(r"[a-z0-9-]{1,40}\.[a-z]{2,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckChoices:
    """All of them, each as it was given. `lang`: the code of a language, "" for the place's own. `showing`, `contact` and
    `others` (whom to ask, too): by the names of the link. `source` of the uploaded figures. `accent`: RRGGBB or "". `held`: the
    short session that keeps uploaded files, "" for none; a link that is given on has it no more. `cut`: the names of what was
    longer than there is room for; no link says them."""

    outline: str = "standard"
    audience: str = "alla"
    lang: str = ""
    leave_out: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    showing: Mapping[str, str] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Mapping[str, str], ...] = ()
    goals: tuple[str, ...] = ()
    own: tuple[OwnSlideChoice, ...] = ()
    source: str = ""
    accent: str = ""
    held: str = ""
    cut: tuple[str, ...] = field(default=(), compare=False)

    @property
    def whole_own(self) -> tuple[tuple[int, OwnSlideChoice], ...]:
        """The own slides that lack nothing, with their numbers from 1."""
        return tuple((n, item) for n, item in enumerate(self.own, 1) if not item.lacks)


def _ids(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in words.split(",") if _ID.fullmatch(item)))[:100]


def _accent(words: str) -> str:
    try:
        return as_rgb(words) if words.strip() else ""
    except ValueError:
        return ""


def from_query(pairs: Iterable[tuple[str, str]]) -> DeckChoices:
    """What a link or a form says. What cannot be is left out, what is too long is cut, and `cut` says so; never raises."""
    said: dict[str, str] = {}
    for name, value in pairs:
        said[name] = value
    cut: list[str] = []

    def line(name: str, most: int) -> str:
        return kept(cleaned(said.get(name, "")), most, name, cut)

    numbers = [int(found[1]) for name in said if (found := _OWN.match(name))]
    if any(n > MOST_OWN for n in numbers):
        cut.append("egna")
    own = tuple(_own_said(n, said, cut) for n in range(1, max((n for n in numbers if n <= MOST_OWN), default=0) + 1))
    return DeckChoices(
        outline=next(iter(_ids(said.get("langd", ""))), "standard"),
        audience=next(iter(_ids(said.get("for", ""))), "alla"),
        lang=next(iter(_ids(said.get("sprak", ""))), ""),
        leave_out=_ids(said.get("utan", "")),
        order=_ids(said.get("ordning", "")),
        showing={name: words for name in SHOWING if (words := line(name, LONGEST[name]))},
        contact={name: words for name in persons.CONTACT if (words := line(name, LONGEST[name]))},
        others=persons.others_said(said, lambda name, field: line(name, LONGEST[field]), cut),
        goals=lines_of(map(unmarked, map(cleaned, said.get("mal", "").splitlines())), MOST_GOALS, POINT, "mal", cut),
        own=own,
        source=line("kalla", SOURCE),
        accent=_accent(said.get("farg", "")) if said.get("fargval") != "ort" else "",
        held=said.get("h", "")[:80],
        cut=tuple(cut),
    )


def _own_said(n: int, said: Mapping[str, str], cut: list[str]) -> OwnSlideChoice:
    """The own slide of a number, which may be an empty form."""
    here: list[str] = []

    def words(name: str) -> str:
        return said.get(f"e{n}.{name}", "")

    own = replace(
        own_of(words, _FILE, here),
        notes=kept(cleaned(words("anteckningar"), lines=True), NOTES, "anteckningar", here),
        after=next(iter(_ids(words("efter"))), ""),
    )
    cut += [f"e{n}.{name}" for name in here]
    return own


def to_query(choices: DeckChoices, *, held: bool = True) -> str:
    """The link's query: only what is not as it is anyway. `from_query` gives the same choices of it. `held`: with the session."""
    pairs: list[tuple[str, str]] = []
    if choices.outline != "standard":
        pairs.append(("langd", choices.outline))
    if choices.audience != "alla":
        pairs.append(("for", choices.audience))
    pairs += [("sprak", choices.lang)] if choices.lang else []
    pairs += [("utan", ",".join(choices.leave_out))] if choices.leave_out else []
    pairs += [("ordning", ",".join(choices.order))] if choices.order else []
    pairs += [(name, choices.showing[name]) for name in SHOWING if name in choices.showing]
    pairs += persons.pairs_of(choices.contact, choices.others)
    pairs += [("mal", "\n".join(choices.goals))] if choices.goals else []
    for n, own in enumerate(choices.own, 1):
        pairs += own.pairs(f"e{n}") if held else replace(own, picture="").pairs(f"e{n}")
    pairs += [("kalla", choices.source)] if choices.source else []
    pairs += [("farg", choices.accent)] if choices.accent else []
    pairs += [("h", choices.held)] if held and choices.held else []
    return urlencode(pairs, safe=",")


# --- what the command line reads ------------------------------------------------------------------------------------------------


def local_yaml(choices: DeckChoices, known: Sequence[str] = (), figures: str = "") -> str:
    """The local.yaml, "" where it has nothing to say. `known`: the ids of the slides that there are, in order: others
    are not named in it. `figures`: the name of the file that has them."""
    ids = set(known)
    said: dict[str, Any] = {SHOWING[name]: words for name, words in choices.showing.items()}
    if contact := persons.contact_of(choices.contact, choices.others):
        said["contact"] = contact
    if choices.goals:
        said["goals"] = list(choices.goals)
    if leave_out := [item for item in choices.leave_out if item in ids]:
        said["leave_out"] = leave_out
    if slides := [_own(n, own, known) for n, own in choices.whole_own]:
        said["slides"] = slides
    if figures:
        said["figures"] = {"file": figures} | ({"source": choices.source} if choices.source else {})
    if order := _ordered(choices, known):
        said["order"] = order
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=1_000_000) if said else ""


def _ordered(choices: DeckChoices, known: Sequence[str]) -> list[str]:
    """The order that was chosen; slides that came into the deck later, by another length say, stand after the one that they
    follow anyway, and so do own slides."""
    own = {f"egen-{n}": _followed(item, known) for n, item in choices.whole_own}
    order = [item for item in choices.order if item in known or item in own]
    order = woven(order, known) if order else []
    for name, after in own.items() if order else ():
        if name not in order and after in order:
            at = order.index(after) + 1
            while at < len(order) and order[at] in own:
                at += 1
            order.insert(at, name)
    return order


def woven(order: Sequence[str], known: Sequence[str]) -> list[str]:
    """With those of `known` that it lacks, each after the nearest of those that come before it there."""
    found = list(order)
    for n, name in enumerate(known):
        if name not in found:
            before = next((item for item in reversed(known[:n]) if item in found), "")
            found.insert(found.index(before) + 1 if before else 0, name)
    return found


def _followed(own: OwnSlideChoice, known: Sequence[str]) -> str:
    return own.after if own.after in known else next((item for item in ("local", *known) if item in known), "title")


def _own(n: int, own: OwnSlideChoice, known: Sequence[str]) -> dict[str, Any]:
    return {"id": f"egen-{n}", "after": _followed(own, known)} | own.said()


def brand_yaml(choices: DeckChoices, logo: str = "", name: str = "") -> str:
    """The brand.yaml of the place, "" where it has nothing to say. `logo`: its file's name, `name`: the place's own."""
    said: dict[str, Any] = {}
    if choices.accent:
        said["colors"] = {"accent1": f"#{choices.accent}"}
    if logo:
        said["logo"] = {"light": logo, "dark": logo} | ({"alt": name} if name else {})
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=1_000_000) if said else ""


# --- moves ----------------------------------------------------------------------------------------------------------------------


def moved(choices: DeckChoices, order: Sequence[str], slide: str, step: int) -> DeckChoices:
    """With a slide `step` places further on in `order`, the one that shows now. The first slide opens the deck, and stays."""
    names = list(order)
    if slide not in names:
        return choices
    at = names.index(slide)
    to = at + step
    if at == 0 or not 1 <= to < len(names):
        return choices
    names[at], names[to] = names[to], names[at]
    return replace(choices, order=tuple(names))


def left_out(choices: DeckChoices, slide: str, *, out: bool) -> DeckChoices:
    """With a slide taken away or given back. One of the sender's own has its form for that."""
    kept = tuple(item for item in choices.leave_out if item != slide)
    return replace(choices, leave_out=(*kept, slide) if out else kept)


def with_person(choices: DeckChoices) -> DeckChoices:
    if len(choices.others) + 1 >= persons.MOST_CONTACTS:
        return choices
    return replace(choices, others=(*choices.others, {}))


def without_person(choices: DeckChoices, n: int) -> DeckChoices:
    """`n`: from 2 on."""
    return replace(choices, others=tuple(item for k, item in enumerate(choices.others, 2) if k != n))


def with_own(choices: DeckChoices) -> DeckChoices:
    if len(choices.own) >= MOST_OWN:
        return choices
    return replace(choices, own=(*choices.own, OwnSlideChoice()))


def without_own(choices: DeckChoices, n: int) -> DeckChoices:
    """Own slides are known by their numbers: those after the one that goes move up, in the order of the deck, too."""
    if not 1 <= n <= len(choices.own):
        return choices
    names = {f"egen-{k}": f"egen-{k - (k > n)}" for k in range(1, len(choices.own) + 1) if k != n}
    order = tuple(names.get(item, item) for item in choices.order if item != f"egen-{n}")
    return replace(choices, own=choices.own[: n - 1] + choices.own[n:], order=order)
