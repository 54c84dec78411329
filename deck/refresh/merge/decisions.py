"""What a leaf comes to, and where the next refresh starts from: one total function of a conflict and its decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from deck.refresh.plan import Address, At, Choice, Conflict, Decided, Decisions, Joined, Kept, Terms

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """`value`: what stands; `base`: what the next refresh takes for the start."""

    value: T
    base: T


def settle(terms: Terms[T], choice: Choice | None) -> Leaf[T]:
    """Undecided, the owner's stands and the base waits; decided, the base has come to the guidance's."""
    if choice is None:
        return Leaf(terms.mine, terms.base)
    return Leaf(terms.mine if choice == "mine" else terms.theirs, terms.theirs)


@dataclass
class Ledger:
    """What a merge meets on its way, written down once each. `touched`: (slide, slot, item or row) with looks or places of the
    owner's."""

    decisions: Decisions
    touched: frozenset[tuple[str, str, str]] = frozenset()
    conflicts: list[Conflict[Any]] = field(default_factory=list)
    decided: list[Decided[Any]] = field(default_factory=list)
    kept: list[Kept[Any]] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)


@dataclass(frozen=True)
class MergeSpot:
    """A place in the deck that is being merged. `at`: what its words are at stake as. `title`: the slide's, as shown."""

    ledger: Ledger
    address: Address
    at: At
    title: str = ""

    def inner(self, *names: str) -> MergeSpot:
        """A point within; "" names are left out."""
        point = ".".join(filter(None, (self.address.point, *names)))
        return replace(self, address=replace(self.address, point=point))

    def as_(self, at: At) -> MergeSpot:
        return replace(self, at=at)

    def touched(self, names: Iterable[str]) -> bool:
        """Whether one of these, items or rows within the slot, bears the owner's hand where words do not tell."""
        here = (self.address.slide, self.address.slot)
        return any((*here, name) in self.ledger.touched for name in names)

    def clash(self, base: Any, mine: Any, theirs: Any, *, sense: bool = False) -> Choice | None:
        """A conflict, and what its owner has said of it."""
        terms = Terms(base=base, mine=mine, theirs=theirs)
        conflict = Conflict(address=self.address, at=self.at, terms=terms, title=self.title, sense=sense)
        choice = self.ledger.decisions.of(self.address)
        if choice is None:
            self.ledger.conflicts.append(conflict)
        else:
            self.ledger.decided.append(Decided(conflict=conflict, choice=choice))
        return choice

    def leaf(self, base: T, mine: T, theirs: T) -> Leaf[T]:
        """A value that is one thing: the side that changed, and a conflict where both did differently."""
        if theirs in (mine, base):
            return Leaf(mine, theirs)
        if mine == base:
            return Leaf(theirs, theirs)
        return settle(Terms(base=base, mine=mine, theirs=theirs), self.clash(base, mine, theirs))

    def keep(self, base: Any, mine: Any, theirs: Any, *, look: bool = False) -> None:
        """The owner's edit stands."""
        terms = Terms(base=base, mine=mine, theirs=theirs)
        self.ledger.kept.append(Kept(address=self.address, at=self.at, terms=terms, title=self.title, look=look))

    def join(self, base: str, mine: str, theirs: str, result: str) -> None:
        """Words of both sides stand together."""
        terms = Terms(base=base, mine=mine, theirs=theirs)
        self.ledger.joined.append(Joined(address=self.address, terms=terms, result=result, title=self.title))


__all__ = ["Leaf", "Ledger", "MergeSpot", "settle"]
