"""A plan's edits applied to a live document: a module a kind of edit, dispatched by one table (driver.py)."""

from deck.refresh.apply.bench import After, Before, Bench
from deck.refresh.apply.driver import APPLY, KINDS, apply

__all__ = ["APPLY", "KINDS", "After", "Before", "Bench", "apply"]
