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
_OPPOSITES = """
öka minska; ökar minska; ökat minska; ökad minska; ökn minskn; höj sänk; stig sjunk; växer krymper; växt krympt; fler färre;
flest minst; mer mindre; mest minst; större mindre; störst minst; bättre sämre; bäst sämst; högre lägre; högst lägst;
högst minst; stark svag; snabb långsam; tidigare senare; före efter; ovanför nedanför; börja sluta; inför avskaffa;
tillåt förbj; frivillig obligatorisk; frivilligt måste; positiv negativ; framsteg bakslag; lyckas misslyckas;
förbättr försämr; stärk försvag; enkel svår; nya gamla; nytt gammalt; alla några; ofta sällan; alltid ibland; sant falskt;
increas decreas; rising falling; more less; more fewer; most least; higher lower; better worse; best worst; before after;
begin end; allow forbid; voluntary mandatory; voluntary must; positive negative; improv deteriorat; strengthen weaken;
always sometimes; often seldom; often rarely; true false
"""
"""Words that say the contrary of each other, in Swedish and English; those of four letters and more with any ending."""
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
    if _turns(one, other) or _turns(other, one):
        return True
    here, there = one - other, other - one
    return any((_any(a, here) and _any(b, there)) or (_any(b, here) and _any(a, there)) for a, b in _CONTRARIES)


def _turns(one: set[str], other: set[str]) -> bool:
    """Whether one has the opposite of a word that the other has, and it has not."""
    return any(prefix + word in one for word in other - one if len(word) >= _LEAST_TURNED for prefix in _PREFIXES)


def _any(stem: str, words: set[str]) -> bool:
    """Whether a word is among these; a longer one with any ending."""
    return stem in words or (len(stem) >= _LEAST_TURNED and any(word.startswith(stem) for word in words))


_CONTRARIES = tuple((pair.split()[0], pair.split()[1]) for pair in _OPPOSITES.split(";"))


__all__ = ["at_odds", "negations", "numbers"]
