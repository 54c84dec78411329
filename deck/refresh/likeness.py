"""What slides and shapes are known by where no id tells: their words and their names."""

from __future__ import annotations

import re
from collections import Counter

from deck.drawing.names import Element, local, qn
from deck.drawing.sheet import properties_of
from deck.pptx.slots import SlideReader


def words_on(reader: SlideReader) -> str:
    return "\n".join(filter(None, (reader.words(shape) or table_words(shape) for shape in reader.shapes)))


def table_words(shape: Element) -> str:
    return " ".join(item.text or "" for item in shape.iter() if local(item) == "t") if local(shape) == "graphicFrame" else ""


def chart_words(reader: SlideReader, shape: Element) -> str:
    """What a chart's part says: its title, categories, series, values and labels; "" where the shape is none."""
    held = {rel.id: rel.target for rel in reader.package.rels.get(reader.sheet.part, ()) if rel.kind == "chart"}
    parts = (held.get(item.get(qn("r:id"), "")) for item in shape.iter(qn("c:chart")))
    root = reader.sheet.sheets.root(next(filter(None, parts), None))
    return " ".join(item.text or "" for item in root.iter(qn("c:v"), qn("a:t"))) if root is not None else ""


def bag(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def overlap(one: Counter[str], other: Counter[str]) -> float:
    """Words in common, 0 to 1 (Dice)."""
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 0.0


def name_of(shape: Element) -> str:
    props = properties_of(shape)
    return props.get("name", "") if props is not None else ""


__all__ = ["bag", "chart_words", "name_of", "overlap", "table_words", "words_on"]
