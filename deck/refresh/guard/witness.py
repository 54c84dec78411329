"""The witness: all that was in the deck before patching is looked for in it afterwards. What is not
there, and was not to go, is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from deck.drawing.names import ids_in, qn
from deck.drawing.sheet import Sheets
from deck.package import Package, held
from deck.pptx.reader import ReadDeck
from deck.refresh.guard.inventory import DECK, Inventory, inventory
from deck.refresh.guard.leaves import Leaves
from deck.refresh.guard.looks import lost_looks, shown
from deck.refresh.guard.losable import Losable, words_of
from deck.refresh.guard.missing import GIVEN, LOOKS, SAID, Missing, missing_of
from deck.refresh.guard.renewed import renewed, repeated


@dataclass(frozen=True, slots=True, order=True)
class Broken:
    """What makes a program repair the file. `fault`: "nowhere" (an id without relationship, or one to no part), "twice" (an id of
    two shapes), "untyped" (a part without content type)."""

    part: str
    fault: str
    what: str


@dataclass(frozen=True)
class Account:
    """What a plan takes away: whole slides (`gone`, by id), and of each slide the items."""

    gone: frozenset[str] = frozenset()
    items: Mapping[str, Counter[Losable]] = field(default_factory=dict)


@dataclass(frozen=True)
class Verdict:
    """`lost`: slides that are gone as a whole though nobody took them away; then nothing may be written."""

    missing: tuple[Missing, ...] = ()
    broken: tuple[Broken, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """All that was in the deck, and was to stay, is still there: only then may a report say so."""
        return not (self.missing or self.broken or self.lost)

    def without_looks(self, slides: Collection[str]) -> Verdict:
        """Likewise, where colours and measures on some slides tell nothing of their owner."""
        kinds = set(LOOKS) - set(SAID)
        kept = tuple(item for item in self.missing if item.kind not in kinds or item.slide not in slides)
        return replace(self, missing=kept)

    def with_drawn_anew(self, slides: Iterable[str]) -> Verdict:
        """Likewise, with slides where a drawing that bore an owner's look was exchanged as a whole, and no look of theirs is
        known to be missing."""
        known = {item.slide for item in self.missing if item.kind in LOOKS}
        return replace(self, missing=(*self.missing, *(Missing("drawn", key, "") for key in slides if key not in known)))


def keyed(deck: ReadDeck) -> dict[str, list[str]]:
    """A deck's slides by key: those of ours by id, all pages together; the owner's by their number in the file."""
    found: dict[str, list[str]] = {}
    for piece in deck.slides:
        found.setdefault(piece.slide or f"own:{piece.sld_id}", []).append(piece.part)
    return found


def account(
    mine: ReadDeck,
    now: ReadDeck,
    then: ReadDeck,
    slides: Collection[str],
    gone: Collection[str] = (),
    base: ReadDeck | None = None,
) -> Account:
    """What of `slides` a plan takes away: `now` is the deck `mine` before, and `then` after it, both as we would write them;
    `base`: as it was made. Its words that are not to stand any more are nobody's loss, though the file tells of what drew them
    no longer."""
    decks = (now, then, base if base is not None else now)
    sides = [inventory(deck.sheets, keyed(deck), slides, whole=False).slides for deck in decks]
    pages = [(deck.sheets, keyed(deck)) for deck in (mine, now, then)]
    parts = renewed(pages[0], pages[1], pages[2], slides)
    (_sheets, keys), (_now, drawn), _then = pages
    items: dict[str, Counter[Losable]] = {}
    for key in slides:
        said, wanted, made = (side.get(key, Counter()) for side in sides)
        ours = Counter({item: count for item, count in (made - wanted).items() if item.kind == "word"})
        items[key] = (said - wanted) | parts[key] | ours
        here, needed = keys.get(key, []), len(drawn.get(key, []))
        if 0 < needed < len(here):
            # A version of ours that needed more pages said on each what the slide is called, and a table's headings.
            again = repeated(mine.sheets, here, here[:needed])
            items[key] += Counter({item: count for item, count in again.items() if item in items[key]})
    return Account(frozenset(gone), items)


def rewritten(before: ReadDeck, after: ReadDeck) -> list[str]:
    """Keys of the slides that are not byte for byte what they were, with all that only they lead to."""
    old, new = Leaves(before.package), Leaves(after.package)
    pairs = _pairs(before, after)
    return [key for key, (mine, its) in pairs.items() if [old.of(part) for part in mine] != [new.of(part) for part in its]]


def _pairs(before: ReadDeck, after: ReadDeck) -> dict[str, tuple[list[str], list[str]]]:
    """Key → the slide's parts before, and after: a slide is the same by its number in the file, else by its id."""
    keys = {piece.sld_id: piece.slide or f"own:{piece.sld_id}" for piece in before.slides}
    found: dict[str, tuple[list[str], list[str]]] = {key: ([], []) for key in keys.values()}
    for piece in before.slides:
        found[keys[piece.sld_id]][0].append(piece.part)
    for piece in after.slides:
        key = keys.get(piece.sld_id) or piece.slide
        if key in found:
            found[key][1].append(piece.part)
    return found


def verdict(
    before: ReadDeck,
    after: ReadDeck,
    taken: Account,
    ours: Sequence[ReadDeck] = (),
    kinds: Collection[str] = LOOKS,
    own: Collection[str] = (),
    plain: Collection[str] = (),
) -> Verdict:
    """The deck before and after patching. Linear in the size of what was rewritten. `ours`: decks that we wrote of what it said
    and is to say; with them looks are looked for, too, of these `kinds`, and of GIVEN on the slides
    that have an `own` look; on `plain` slides no program wrote any."""
    pairs = _pairs(before, after)
    lost = tuple(key for key, (_mine, its) in pairs.items() if not its and key not in taken.gone)
    keys = [key for key in rewritten(before, after) if pairs[key][1]]
    mine = inventory(before.sheets, {key: pair[0] for key, pair in pairs.items()}, keys)
    theirs = inventory(after.sheets, {key: pair[1] for key, pair in pairs.items()}, keys)
    taken = replace(taken, items=_with_feet(before, after, ours, taken, keys, pairs))
    missing = (*_missing(mine, theirs, taken), *_looked_for(_looks(before, after, ours, keys, plain), kinds, own))
    return Verdict(missing, tuple(_broken(before.package, after)), lost)


def _with_feet(
    before: ReadDeck,
    after: ReadDeck,
    ours: Sequence[ReadDeck],
    taken: Account,
    keys: Iterable[str],
    pairs: Mapping[str, tuple[list[str], list[str]]],
) -> dict[str, Counter[Losable]]:
    """What is taken, and the words of ours at the foot of slides that another layout has no footer for, and on pages that go."""
    items = dict(taken.items)
    written = {words for deck in ours for piece in deck.slides for words in _foot(deck, [piece.part])}
    for key in keys:
        gone = _foot(before, pairs[key][0]) - _foot(after, pairs[key][1])
        found = Counter(Losable("word", word) for words in gone.elements() if words in written for word in words_of(words))
        if len(pairs[key][1]) < len(pairs[key][0]):
            found += repeated(before.sheets, pairs[key][0], pairs[key][1])
        if found:
            items[key] = items.get(key, Counter()) + found
    return items


def _foot(deck: ReadDeck, parts: Iterable[str]) -> Counter[str]:
    shapes = (shape for part in parts for kind, _idx, shape in deck.sheets.sheet(part).placeholders if kind in ("ftr", "dt"))
    return Counter("".join(item.text or "" for item in shape.iter(qn("a:t"))) for shape in shapes)


def _looked_for(found: Iterable[Missing], kinds: Collection[str], own: Collection[str]) -> Iterator[Missing]:
    return (item for item in found if item.kind in kinds or (item.kind in GIVEN and item.slide in own))


def _looks(
    before: ReadDeck, after: ReadDeck, ours: Sequence[ReadDeck], keys: Sequence[str], plain: Collection[str]
) -> Iterator[Missing]:
    for key, items in (lost_looks(before, after, ours, keys, plain) if ours else {}).items():
        for kind in LOOKS:
            found = [shown(item) for item in items if item.kind == kind]
            if found:
                yield missing_of(kind, key, found)


def _missing(mine: Inventory, theirs: Inventory, taken: Account) -> Iterator[Missing]:
    groups = [(key, items, theirs.slides.get(key, Counter())) for key, items in mine.slides.items()]
    for key, had, has in (*groups, (DECK, mine.deck, theirs.deck)):
        gone = had - has - taken.items.get(key, Counter())
        by_kind: dict[str, list[str]] = {}
        for item in had:
            if gone[item] > 0:
                by_kind.setdefault(item.kind, []).append(item.what)
        for kind, what in by_kind.items():
            yield missing_of(kind, key, what)


# --- what makes a program repair the file ---------------------------------------------------------------------------------------


def _broken(before: Package, after: ReadDeck) -> list[Broken]:
    """Faults that the patching brought in; those that the owner's file had stay told elsewhere."""
    package = after.package
    changed = [
        name
        for name in package.parts
        if name not in before.parts
        or held(before.parts, name) is not held(package.parts, name)
        or _rels(before, name) != _rels(package, name)
    ]
    found = {item for name in changed for item in faults(after.sheets, name)}
    sheets = Sheets(before)
    return sorted(found - {item for name in changed for item in faults(sheets, name)}) if found else []


def _rels(package: Package, name: str) -> object:
    return package.rels.get(name, ())


def faults(sheets: Sheets, part: str) -> Iterator[Broken]:
    """The faults of one part."""
    package = sheets.package
    if part not in package.parts:
        return
    if not package.content_type(part):
        yield Broken(part, "untyped", part)
    known = {rel.id for rel in package.rels.get(part, ())}
    for rel in package.rels.get(part, ()):
        if not rel.external and rel.target not in package.parts and rel.target not in ("", "NULL"):
            yield Broken(part, "nowhere", rel.id)
    root = sheets.root(part) if part.startswith("ppt/") and part.endswith(".xml") else None
    if root is None:
        return
    yield from (Broken(part, "nowhere", value) for value in ids_in(root) if value and value not in known)
    if part.startswith(("ppt/slides/", "ppt/notesSlides/")):
        ids = Counter(item.get("id", "") for item in root.iter("{*}cNvPr") if item.attrib)
        yield from (Broken(part, "twice", number) for number, count in ids.items() if count > 1)


__all__ = [
    "Account",
    "Broken",
    "Verdict",
    "account",
    "faults",
    "keyed",
    "rewritten",
    "verdict",
]
