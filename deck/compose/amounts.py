"""How a chart's amounts are shown (ECMA-376 Part 1, 18.8.31)."""

from __future__ import annotations


def number_format(values: tuple[float, ...]) -> str:
    """Thousands are parted as the reader's program parts them; small amounts stand as they are."""
    if all(abs(value) < 1000 for value in values):
        return "General"
    decimals = max(len(f"{value:.2f}".rstrip("0").partition(".")[2]) for value in values)
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


__all__ = ["number_format"]
