"""Links that a program led astray or wrote otherwise. LibreOffice and ONLYOFFICE take a link to `slide22.xml` for one to the 22nd
slide: in a deck that got slides of its owner's, whose parts have other numbers than places, they lead elsewhere afterwards. By
way of .odp an address that is a host alone gets a stroke at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deck.package import Relationship
from deck.presentation import Presentation
from deck.presentation.links import links_in
from deck.refresh.document import Document
from deck.refresh.pages import Page

LEAST = 2
"""On so many slides at least a program leads links astray: on one they may be its owner's, where nothing else tells of it."""


@dataclass(frozen=True)
class _Ties:
    """A slide of ours that leads to slides of ours which stand at another place than they were made for. `leads`: the places that
    its links lead to now; `made`: place that such a slide was made for → the part that it is; `stands`: where those are."""

    part: str
    leads: frozenset[int]
    made: Mapping[int, str]
    stands: frozenset[int]

    @property
    def is_right(self) -> bool:
        return self.stands <= self.leads

    @property
    def is_astray(self) -> bool:
        return not self.is_right and self.made.keys() <= self.leads


def lead_home(document: Document, generated: Mapping[str, Sequence[Page]], *, anew: bool = False) -> None:
    """Put right the links of ours that lead to the slide whose place is the number that the part of theirs had. `generated`: the
    base as we would write it; `anew`: a program wrote all looks anew. It leads all astray whose slides changed places; where one
    is right, a hand led them."""
    places = {piece.part: n for n, piece in enumerate(document.deck().slides)}
    ties = list(_ties(document, generated, places))
    astray = [tie for tie in ties if tie.is_astray]
    if len(astray) < (1 if anew else LEAST) or any(tie.is_right for tie in ties):
        return
    for tie in astray:

        def home(rel: Relationship, made: Mapping[int, str] = tie.made) -> Relationship:
            target = made.get(places.get(rel.target, -1)) if rel.kind == "slide" and not rel.external else None
            return rel if target is None else replace(rel, target=target)

        document.rels[tie.part] = tuple(map(home, document.rels[tie.part]))


def spell_home(document: Document, base: Presentation) -> None:
    """Give addresses of ours that are a host alone the spelling of `base` again: with a stroke at their end they are the same
    (RFC 3986, 6.2.3)."""
    ours = {link.url for link in links_in(base) if link.url}
    hosts = {f"{url}/": url for url in ours if url.count("/") == _OF_A_HOST and f"{url}/" not in ours}
    for part in [piece.part for piece in document.deck().slides]:
        rels = document.rels.get(part, ())
        if any(rel.external and rel.target in hosts for rel in rels):
            document.rels[part] = tuple(
                replace(rel, target=hosts[rel.target]) if rel.external and rel.target in hosts else rel for rel in rels
            )


_OF_A_HOST = 2
"""The strokes in an address without a path."""


def _ties(document: Document, generated: Mapping[str, Sequence[Page]], places: Mapping[str, int]) -> Iterator[_Ties]:
    ours = [page for pages in generated.values() for page in pages]
    names = {page.part: page.id for page in ours}
    made = {page.id: n for n, page in enumerate(ours)}
    here = {piece.id: piece.part for piece in document.deck().slides if piece.slide}
    for page in ours:
        meant = {names.get(rel.target, "") for rel in page.reader.package.rels.get(page.part, ()) if rel.kind == "slide"}
        moved = {name: here[name] for name in meant if name in here and places[here[name]] != made[name]}
        if page.id not in here or not moved:
            continue
        part = here[page.id]
        leads = frozenset(places.get(rel.target, -1) for rel in document.rels.get(part, ()) if rel.kind == "slide")
        yield _Ties(
            part, leads, {made[name]: own for name, own in moved.items()}, frozenset(map(places.__getitem__, moved.values()))
        )


__all__ = ["lead_home", "spell_home"]
