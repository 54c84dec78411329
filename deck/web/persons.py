"""Those whom one may ask, as a link and a form have them: the first by the fields' own names, others as "k2.namn"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from deck.content.own import MOST_CONTACTS

CONTACT = {"namn": "name", "roll": "role", "epost": "email", "telefon": "phone", "webb": "web"}
"""Name in the link → field of local.yaml."""
NUMBERED = re.compile(r"k([2-9])\.(\w+)")
Person = Mapping[str, str]
"""Words by the names of the link; empty where nothing is filled in yet."""


def others_said(names: Iterable[str], words: Callable[[str, str], str], cut: list[str]) -> tuple[Person, ...]:
    """Those after the first, up to the last that the `names` of a link speak of. `words`: of a name in the link, and of that of
    its field. To `cut` goes that they are too many."""
    asked = {int(found[1]) for name in names if (found := NUMBERED.fullmatch(name)) and found[2] in CONTACT}
    if any(n > MOST_CONTACTS for n in asked):
        cut.append("kontakt")
    last = max((n for n in asked if n <= MOST_CONTACTS), default=1)
    return tuple({field: said for field in CONTACT if (said := words(f"k{n}.{field}", field))} for n in range(2, last + 1))


def pairs_of(first: Person, others: Sequence[Person]) -> list[tuple[str, str]]:
    """(name in the link, words) of all that is said; the name of each of the others always, so that an empty form is one, too."""
    found = [(name, first[name]) for name in CONTACT if name in first]
    for n, person in enumerate(others, 2):
        found += [(f"k{n}.{name}", person.get(name, "")) for name in CONTACT if name in person or name == "namn"]
    return found


def contact_of(first: Person, others: Sequence[Person]) -> dict[str, str] | list[dict[str, str]] | None:
    """What local.yaml says of them; None where nobody is named."""
    found = [{CONTACT[name]: words for name, words in person.items()} for person in (first, *others) if person]
    return found if len(found) > 1 else found[0] if found else None


__all__ = ["CONTACT", "MOST_CONTACTS", "NUMBERED", "Person", "contact_of", "others_said", "pairs_of"]
