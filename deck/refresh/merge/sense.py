"""What turns a sentence's meaning: its negations and its numbers. Two changes that fit word for word may not fit in sense."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_NOT = """
inte icke ej nej ingen inget inga ingens ingenting ingenstans ingalunda aldrig varken knappast utan sällan saknar saknas saknade
no not none nobody nothing nowhere never neither nor without cannot hardly lacks lack
ikke kein keine keinen nicht niemals ohne ei eivät emme ette älä ilman
"""
_HOW_MANY = """
noll två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio
femtio sextio sjuttio åttio nittio hundra hundratals tusen tusentals miljon miljoner miljard miljarder hälften halva halvera
halverad halverade dubbelt dubbla dubblad dubblade fördubbla fördubblat tredjedel tredjedelar fjärdedel fjärdedelar femtedel
tiondel tredje fjärde femte sjätte sjunde åttonde nionde tionde båda bägge
zero two three four five seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions half double
third thirds quarter quarters fifth tenth both
"""
NEGATIONS = frozenset(_NOT.split())
"""In Swedish and English, and the commonest of the neighbours'; what is an everyday word of Swedish is left out."""
NUMBERS = frozenset(_HOW_MANY.split())
"""Numbers in words; "en" and "ett" are articles most of the time."""
_PREFIXES = ("o", "icke", "un", "in", "im", "non")
"""What makes a word its opposite, in Swedish and English: "omöjligt"."""
_LEAST_TURNED = 4
"""Shorter words are too often within others by chance."""
_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")  # noqa: RUF001, RUF100 - an apostrophe as programs set it


def _words(text: str) -> list[str]:
    return [word.lower().replace("\u2019", "'") for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def negations(text: str) -> Counter[str]:
    """Which negations a text holds; in English also as endings ("n't")."""
    return Counter(word for word in _words(text) if word in NEGATIONS or word.endswith("n't"))


def numbers(text: str) -> Counter[str]:
    """Which numbers a text holds, in digits or in words."""
    found = (re.sub(r"[\s\u00a0\u202f]", "", word) for word in _words(text))
    return Counter(word for word in found if word[0].isdigit() or word in NUMBERS)


def at_odds(mine: str, theirs: str) -> bool:
    """Whether two versions of a sentence, each changed from a third, differ in what turns its meaning: then one side has added,
    taken away or changed a negation or number that the other's words were not written for."""
    if negations(mine) != negations(theirs) or numbers(mine) != numbers(theirs):
        return True
    one, other = set(_words(mine)), set(_words(theirs))
    return _turns(one, other) or _turns(other, one)


def _turns(one: set[str], other: set[str]) -> bool:
    """Whether one has the opposite of a word that the other has, and it has not."""
    return any(prefix + word in one for word in other - one if len(word) >= _LEAST_TURNED for prefix in _PREFIXES)


__all__ = ["at_odds", "negations", "numbers"]
