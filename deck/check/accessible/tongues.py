"""Which language words are in, by the script that they are written in, or by words and endings that only that language has."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from deck.i18n import N_

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NAMES = {
    "sv": N_("Swedish"),
    "en": N_("English"),
    "fi": N_("Finnish"),
    "de": N_("German"),
    "fr": N_("French"),
    "es": N_("Spanish"),
    "pl": N_("Polish"),
    "nb": N_("Norwegian"),
    "da": N_("Danish"),
    "so": N_("Somali"),
    "tr": N_("Turkish"),
    "et": N_("Estonian"),
    "nl": N_("Dutch"),
    "it": N_("Italian"),
    "pt": N_("Portuguese"),
    "hr": N_("Bosnian, Croatian or Serbian"),
    "se": N_("Northern Sámi"),
    "ru": N_("Russian or another language in Cyrillic letters"),
    "uk": N_("Ukrainian"),
    "ar": N_("Arabic or another language in Arabic letters"),
    "fa": N_("Persian"),
    "he": N_("Hebrew"),
    "el": N_("Greek"),
    "zh": N_("Chinese"),
    "ja": N_("Japanese"),
    "ko": N_("Korean"),
    "th": N_("Thai"),
    "ti": N_("Tigrinya or Amharic"),
    "hi": N_("Hindi or another language in Devanagari"),
    "hy": N_("Armenian"),
    "ka": N_("Georgian"),
}
TAGS = {
    "sv": "sv-SE",
    "en": "en-GB",
    "fi": "fi-FI",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "pl": "pl-PL",
    "nb": "nb-NO",
    "da": "da-DK",
    "so": "so-SO",
    "tr": "tr-TR",
    "et": "et-EE",
    "nl": "nl-NL",
    "it": "it-IT",
    "pt": "pt-PT",
    "se": "se-SE",
    "uk": "uk-UA",
    "fa": "fa-IR",
    "he": "he-IL",
    "el": "el-GR",
    "zh": "zh-CN",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "th": "th-TH",
    "hy": "hy-AM",
    "ka": "ka-GE",
}
"""The mark that is set where a language is told for sure; of those in letters that many share, none is."""
ALSO: dict[str, frozenset[str]] = {
    "nb": frozenset({"no", "nn", "da"}),
    "da": frozenset({"no", "nn", "nb"}),
    "hr": frozenset({"bs", "sr", "sh", "sl", "mk"}),
    "se": frozenset({"smj", "sma", "smn", "sms"}),
    "es": frozenset({"ca", "gl", "pt"}),
    "pt": frozenset({"gl", "es"}),
    "fi": frozenset({"fit", "et", "krl", "fkv"}),
    "et": frozenset({"fi", "vro"}),
    "nl": frozenset({"af", "fy"}),
    "de": frozenset({"lb", "gsw", "nds"}),
    "ru": frozenset({"uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt", "ba", "ce", "cv", "uz", "bs", "az"}),
    "uk": frozenset({"ru", "be", "kk", "rue"}),
    "ar": frozenset({"fa", "ur", "ku", "ckb", "ps", "ug", "sd", "prs", "dv", "arc", "syr", "az", "pa"}),
    "fa": frozenset({"ar", "ur", "ku", "ckb", "ps", "ug", "sd", "prs", "az", "pa"}),
    "he": frozenset({"yi", "iw", "ji"}),
    "zh": frozenset({"ja", "ko", "yue", "ii"}),
    "ja": frozenset({"zh"}),
    "ti": frozenset({"am", "gez", "tig", "byn"}),
    "hi": frozenset({"mr", "ne", "sa", "kok", "mai", "bho"}),
}
"""Language → other marks that its words may have: its letters, or most of its small words, are theirs as well."""
_NEIGHBOURS = frozenset({"da", "nb", "nn", "no"})
_SCRIPTS = {
    "ru": "\u0400-\u052f",
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af\u1100-\u11ff",
    "zh": "\u4e00-\u9fff\u3400-\u4dbf",
    "th": "\u0e00-\u0e7f",
    "ti": "\u1200-\u139f",
    "hi": "\u0900-\u097f",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
}
_IN = {language: re.compile(f"[{letters}]") for language, letters in _SCRIPTS.items()}
_OTHER_LETTERS = re.compile(f"[{''.join(_SCRIPTS.values())}]")
_FINNISH = re.compile(
    r"\w*(?:uu|yy|ää|öö|ii)\w*|\w{3,}(?:ssa|ssä|stä|llä|ille|ltä|nyt|nut|ään|iin|minen|inen|isen|mme|ttä|ksi|taa|tää|kaat|kaan)"
)
_UKRAINIAN, _PERSIAN = re.compile("[іїєґІЇЄҐ]"), re.compile("[پچژگ]")
ENOUGH = 3
"""So many telling words make a judgement, and none or a fifth of any other language's."""
DIFFERENT = 2
LETTERS = 4
"""So many letters of another script, being most of all letters, do."""


def _listed(name: str) -> str:
    return files("deck.check").joinpath(f"data/telling.{name}.txt").read_text("utf-8")


@lru_cache(maxsize=1)
def _telling() -> dict[str, frozenset[str]]:
    """Language → words that a text in it has, less those of Swedish and English."""
    swedish, english = frozenset(_listed("sv").split()), frozenset(_listed("en").split())
    others = {line.split()[0]: frozenset(line.split()[1:]) for line in _listed("others").splitlines()}
    return {"sv": swedish, "en": english} | {language: words - swedish - english for language, words in others.items()}


def by_script(text: str) -> str:
    """The language that a script stands for, where most letters are in it; "" for Latin letters."""
    if not _OTHER_LETTERS.search(text):
        return ""
    letters = sum(char.isalpha() for char in text)
    counts = {language: len(pattern.findall(text)) for language, pattern in _IN.items()}
    if counts["ja"]:
        counts["ja"] += counts["zh"]
    best = max(counts, key=lambda language: counts[language])
    if counts[best] < LETTERS or counts[best] <= 0.5 * letters:
        return ""
    if best == "ru" and _UKRAINIAN.search(text):
        return "uk"
    return "fa" if best == "ar" and _PERSIAN.search(text) else best


def judged(text: str) -> str:
    """ "sv", "en" and others of NAMES, or "" where the words do not tell."""
    if found := by_script(text):
        return found
    words = [word.casefold() for word in WORD.findall(text)]
    counts = {language: sum(word in telling for word in words) for language, telling in _telling().items()}
    counts["fi"] += sum(_FINNISH.fullmatch(word) is not None and word not in _telling()["fi"] for word in words)
    best = max(counts, key=lambda language: counts[language])
    near = {best, *ALSO.get(best, ())}
    mother = ("sv", "en")
    # A word or two that another language has as well say nothing against plenty of Swedish or English.
    # Nor does a word that both languages have.
    apart = [word for word in words if word not in _telling()[best]]
    rest = max(
        sum(word in telling for word in apart)
        for language, telling in _telling().items()
        if language not in near and (best not in mother or language in mother)
    )
    if best in mother and max(count for language, count in counts.items() if language != best) >= counts[best]:
        return ""
    different = {word for word in words if word in _telling()[best] or (best == "fi" and _FINNISH.fullmatch(word))}
    if counts[best] < ENOUGH or counts[best] < 5 * rest or len(different) < DIFFERENT:
        return ""
    if best not in mother and (len(words) < 6 or counts[best] < 0.15 * len(words)):
        return ""
    return "" if best == "en" and any(letter in text.casefold() for letter in "åäö") else best


def fits_mark(language: str, primary: str, text: str = "") -> bool:
    """Do words of this language go by the mark `primary` ("sv" of "sv-SE")? Swedish shares most of its small words with Danish
    and Norwegian: only its own letters in the `text` tell it from them."""
    if language == "sv" and primary in _NEIGHBOURS:
        return not any(letter in text.casefold() for letter in "äö")
    return primary == language or primary in ALSO.get(language, ())
