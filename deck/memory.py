"""What a process remembers. A key is a frozen value of all that the answer follows from, so that it can forget nothing; where a
pure function of frozen values can be cached whole, `functools.lru_cache` is enough. A test lists them all and holds them to
it."""

from __future__ import annotations

import gc
import sys
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


@dataclass(frozen=True, eq=False, slots=True)
class Itself(Generic[T]):
    """Something immutable that is too large to compare, or holds mappings, as a key: equal to itself alone. The key keeps it
    alive, so what it is known by is nobody else's."""

    value: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and other.value is self.value

    def __hash__(self) -> int:
        return object.__hash__(self.value)


class Memory(Generic[K, T]):
    """At most `most` answers, those asked for last; any thread may ask."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[K, T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: K) -> T | None:
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
            return self._known.get(key)

    def put(self, key: K, value: T) -> None:
        with self._lock:
            self._known[key] = value
            self._known.move_to_end(key)
            if len(self._known) > self._most:
                self._known.popitem(last=False)

    def cache_clear(self) -> None:
        with self._lock:
            self._known.clear()

    def __len__(self) -> int:
        return len(self._known)


SELDOM = (20_000, 20, 50)
"""How many objects more there are before the collector looks for cycles, and into its older generations: what a deck is made of
are trees of frozen values, thousands of them remembered, in which it finds nothing. Counted by objects, so memory is bounded."""


@contextmanager
def unhurried() -> Iterator[None]:
    """A command's work in this process: cycles are looked for seldom meanwhile."""
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def forget() -> None:
    """Everything that this process remembers, of every module."""
    for name, module in list(sys.modules.items()):
        if name == "deck" or name.startswith("deck."):
            for item in list(vars(module).values()):
                if not isinstance(item, type) and hasattr(item, "cache_clear"):
                    item.cache_clear()
