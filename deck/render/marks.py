"""What stands before the items of a list: bullets, and numbers counted as PowerPoint counts them."""

from __future__ import annotations

from collections.abc import Iterator

from deck.drawing import SceneParagraph

_SYMBOLS = {
    "wingdings": {
        "§": "▪",
        "Ø": "►",
        "ü": "√",
        "q": "□",
        "v": "◊",
        "l": "●",
        "n": "■",
        "u": "♦",
        "à": "→",
        "o": "□",
        "w": "♦",
        "ð": "→",
    },
    "symbol": {"·": "•", "¨": "♦", "®": "→", "¾": "—", "-": "−"},
    "webdings": {"4": "►", "g": "■", "<": "■"},
    "monotype sorts": {"n": "■", "l": "●", "u": "♦", "ü": "√"},
}
"""Marks of symbol fonts, as letters that other fonts have."""
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def marks_of(paragraphs: tuple[SceneParagraph, ...]) -> Iterator[tuple[int, str]]:
    """Each list item's mark, by its index: its bullet, or its number among those of its level."""
    counts = [0] * 10
    kinds = [("", 0)] * 10
    for n, paragraph in enumerate(paragraphs):
        level = min(paragraph.level, 9)
        if not paragraph.text.strip():
            # An empty line has no mark, and the numbers go on after it.
            continue
        counts[level + 1 :] = [0] * (9 - level)
        if paragraph.list == "number":
            how = paragraph.style.numbering
            counts[level] = counts[level] + 1 if kinds[level] == how and counts[level] else how[1]
            kinds[level] = how
            yield n, counted(counts[level], how[0])
            continue
        counts[level] = 0
        if paragraph.list in ("bullet", "picture"):
            yield n, _bullet(paragraph.style.bullet or "•", paragraph.style.bullet_font)


def _bullet(mark: str, font: str) -> str:
    plain = font.casefold().rstrip(" 23")
    if "\uf000" <= mark[0] <= "\uf0ff":
        # Symbol fonts keep their letters here, too.
        mark = chr(ord(mark[0]) - 0xF000)
        plain = plain if plain in _SYMBOLS else "symbol" if mark == "·" else plain
        return _SYMBOLS.get(plain, {}).get(mark, "•")
    if plain in _SYMBOLS:
        return _SYMBOLS[plain].get(mark, "•")
    return mark if mark.isprintable() and not "\ue000" <= mark[0] <= "\uf8ff" else "•"


def counted(number: int, scheme: str) -> str:
    """A number as its list writes it (ST_TextAutonumberScheme, 20.1.10.61): letters, Roman numbers and digits; other scripts' as
    digits."""
    said = str(number)
    if scheme.startswith("alpha"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        said = letter.upper() if scheme.startswith("alphaUc") else letter
    elif scheme.startswith("roman") and 0 < number < 4000:
        said = _roman(number).upper() if scheme.startswith("romanUc") else _roman(number)
    if scheme.endswith("ParenBoth"):
        return f"({said})"
    return said + ("" if scheme.endswith(("Plain", "Minus")) else ")" if scheme.endswith("ParenR") else ".")


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said
