"""In which sizes and weights words were written: where a program wrote every look anew on saving, what a deck remembers of them
tells its owner's from ours, though in the program's masters we would lay the words out in others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from deck.drawing.names import Element, child, local, qn, whole, yes
from deck.drawing.sheet import properties_of, walk
from deck.pptx.identity import slot_of_name
from deck.pptx.manifest import Sizes
from deck.refresh.guard.form import digest

ROUNDED = 10
"""Hundredths of a point: so far programs round a size."""
WORDING = 5
"""Letters of what a part's words are known by."""
WordWeight = tuple[str, int]
"""Marks ("b", "i", "u", "l" for a link) and size (hundredths of a point) of words."""


Wears = Callable[[Element], bool]
"""Whether a run's look (a:rPr, 21.1.2.3.9) is an owner's in one way."""
SPACED = 10
"""Hundredths of a point: letters that are moved less are not; LibreOffice writes one."""
WORN: dict[str, Wears] = {
    "highlight": lambda look: child(look, "a:highlight") is not None,
    "strike": lambda look: look.get("strike", "noStrike") != "noStrike",
    "baseline": lambda look: whole(look.get("baseline")) != 0,
    "cap": lambda look: look.get("cap", "none") != "none",
    "ln": lambda look: child(look, "a:ln", "a:solidFill") is not None,
    "effectLst": lambda look: (effects := child(look, "a:effectLst")) is not None and len(effects) > 0,
}
"""What no program works out."""


def worn_by(look: Element) -> tuple[str, ...]:
    """Which of these a run's look has, how its letters are spaced, and in which font they are set."""
    spacing, face = whole(look.get("spc")), child(look, "a:latin")
    spaced = (f"spc {spacing}",) if abs(spacing) > SPACED else ()
    font = () if face is None else (f"latin {face.get('typeface', '')}",)
    return (*(name for name, wears in WORN.items() if wears(look)), *spaced, *font)


def ink(look: Element) -> str:
    """A colour with what is made of it: "tx1 lumMod 65000" is another than "tx1", and is written out as another."""
    color = next((item for item in look.iter(qn("a:srgbClr"), qn("a:schemeClr"))), None)
    if color is None:
        return ""
    return " ".join([color.get("val", ""), *(f"{local(item)} {item.get('val')}" for item in color)])


def sized(shape: Element) -> dict[WordWeight, int]:
    """In how many colours a shape has words of each weight and size; nothing, where a size is its layout's to give."""
    found: dict[WordWeight, set[str]] = {}
    for run, levels in _runs(shape):
        own = child(run, "a:rPr")
        looks = [item for item in (own, *levels) if item is not None]
        size = next((said for item in looks if (said := whole(item.get("sz")))), 0)
        if not size:
            return {}
        marks = "".join(name for name in "bi" if yes(next((said for item in looks if (said := item.get(name))), None)))
        link = own is not None and child(own, "a:hlinkClick") is not None
        # Programs underline what leads somewhere.
        marks += "l" if link else "u" if own is not None and own.get("u", "none") != "none" else ""
        found.setdefault((marks, size), set()).add("" if link or own is None else ink(own))
    return {weight: len(inks) for weight, inks in found.items()}


def _runs(shape: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Runs with words, each with what its own frame gives its level."""
    for body in shape.iter(qn("p:txBody")):
        styles = child(body, "a:lstStyle")
        for paragraph in body.iterchildren(qn("a:p")):
            props = child(paragraph, "a:pPr")
            level = whole(props.get("lvl")) if props is not None else 0
            given = child(styles, f"a:lvl{level + 1}pPr", "a:defRPr") if styles is not None else None
            for run in paragraph.iterchildren(qn("a:r")):
                if (getattr(child(run, "a:t"), "text", None) or "").strip():
                    yield run, [given] if given is not None else []


def parts_sized(shape: Element) -> dict[str, dict[WordWeight, int]]:
    """Likewise, of each part of a drawn block, by what its name says that it is ("card:one:title"); "" for a shape by itself."""
    return {path: sizes for path, part in parts_of(shape) if (sizes := sized(part))}


def parts_of(shape: Element) -> Iterator[tuple[str, Element]]:
    """The parts with words of a drawn block, each by what its name says that it is; "" for a shape by itself."""
    if local(shape) != "grpSp":
        yield "", shape
        return
    for item in walk(shape):
        if local(item) == "sp" and (path := path_of(item)):
            yield path, item


def path_of(shape: Element) -> str:
    """The key that ends a part's name ("card:one:title"), which its id for life is made of; "" where it has none of ours."""
    props = properties_of(shape)
    return slot_of_name(props.get("name", "")) if props is not None else ""


def more_sizes(shape: Element, remembered: str) -> bool:
    """Whether words of a part have a weight and size, or are of one more colours, than a deck remembers to have been written."""
    known = written_in(remembered)
    return any(
        count > sum(n for other, n in known[part].items() if is_like(weight, other))
        for part, sizes in parts_sized(shape).items()
        if part in known
        for weight, count in sizes.items()
    )


def is_like(one: WordWeight, other: WordWeight) -> bool:
    return one[0] == other[0] and abs(one[1] - other[1]) <= ROUNDED


def beyond(sizes: Iterable[int], known: Collection[int]) -> bool:
    """Whether any of the sizes is none of the known ones, but for a program's rounding."""
    return any(all(abs(size - other) > ROUNDED for other in known) for size in sizes)


def written_in(remembered: str) -> dict[str, dict[WordWeight, int]]:
    """Part → what a deck remembers of the weights and sizes of its words, as `parts_sized` found them."""
    found: dict[str, dict[WordWeight, int]] = {}
    for item in remembered.split():
        part, _equals, weights = item.rpartition("=")
        for said in weights.partition("#")[0].split(","):
            weight, _colon, count = said.partition(":")
            marks = weight.rstrip("0123456789")
            found.setdefault(part, {})[marks, whole(weight[len(marks) :])] = whole(count)
    return found


def sizes_of(remembered: Sizes) -> dict[str, set[int]]:
    """Slide id → the sizes (hundredths of a point) in which a deck remembers that its words were written."""
    found: dict[str, set[int]] = {}
    for page, slots in remembered.items():
        said = (weights for item in slots.values() for weights in written_in(item).values())
        found.setdefault(page.partition("#")[0], set()).update(size for weights in said for _marks, size in weights)
    return found


def said_of(shape: Element) -> str:
    """What a deck is to remember of a shape's words: of each part weights and sizes, and what they are known by."""
    return " ".join(
        f"{part}={','.join(f'{marks}{size}:{count}' for (marks, size), count in sorted(sizes.items()))}#{wording(item)}"
        for part, item in parts_of(shape)
        if (sizes := sized(item))
    )


def wording(part: Element) -> str:
    """What a part's words are known by, however a program cuts them into runs."""
    return digest("\n".join(spoken_lines(part)).encode())[:WORDING]


def spoken_lines(part: Element) -> list[str]:
    return ["".join(words.text or "" for words in line.iter(qn("a:t"))).strip() for line in part.iter(qn("a:p"))]


def worded_in(remembered: str) -> dict[str, str]:
    """Part → what a deck remembers its words by."""
    found = (item.rpartition("=") for item in remembered.split())
    return {part: said.partition("#")[2] for part, _equals, said in found}
