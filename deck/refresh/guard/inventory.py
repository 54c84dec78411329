"""What a deck holds, counted: words, links, equations, fields, pictures, comments … by slide. One pass over each part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from deck.drawing.names import Element, ids_in, local, qn, yes
from deck.drawing.sheet import Sheets
from deck.memory import Memory
from deck.package import Package, Relationship, begins
from deck.package.names import R
from deck.pptx.identity import PART_TAG, SLIDE_TAG
from deck.pptx.manifest import NAMESPACE, PROPERTY
from deck.refresh.guard.called import MORPH, names_tell, own_name_of
from deck.refresh.guard.form import digest, part_digest, refers
from deck.refresh.guard.leaves import ABOVE
from deck.refresh.guard.losable import READERS, Losable, count_chart, count_comments, said_of, words_in
from deck.refresh.guard.pieces import fingerprint, pieces
from deck.refresh.zooms import slides_by_number

DECK = "deck"
"""The key of what belongs to no slide."""
_R = f"{{{R}}}"
_P, _RUN = qn("a:p"), qn("a:r")
_MEDIA = ("image", "media", "video", "audio", "hdphoto", "model3d", "font")
_EMPTY_TIME = ("tnLst", "par", "cTn", "childTnLst", "timing", "bldLst", "seq", "stCondLst", "prevCondLst", "nextCondLst", "cond")
_SHADOWED = ("lstStyle", "Fallback")
"""Elements within which nothing is looked for: looks, and what is shown only to old programs."""
CHART_PARTS = ("chart", "chartEx")


@dataclass(frozen=True)
class Inventory:
    """`slides`: key → what is on it, its notes page and the parts that only they lead to. `deck`: what belongs to no slide."""

    slides: Mapping[str, Counter[Losable]] = field(default_factory=dict)
    deck: Counter[Losable] = field(default_factory=Counter)


def held(sheets: Sheets, part: str, keys: Mapping[str, str]) -> Counter[Losable]:
    """What one slide holds. `keys`: slide part → key, for what its links lead to."""
    return _Count(sheets, keys).slide(part)


def things_in(sheets: Sheets, part: str, shape: Element, keys: Mapping[str, str]) -> Counter[Losable]:
    """What one shape of a slide holds, but for words; of the parts that it leads to pictures, films and sounds alone."""
    package, ids = sheets.package, set(ids_in(shape))
    led = {rel.target for rel in package.rels.get(part, ()) if rel.id in ids and rel.kind in _MEDIA and not rel.external}
    found = Counter(Losable("media", part_digest(package.parts, name)) for name in sorted(led) if name in package.parts)
    count = _Count(sheets, keys)
    count._part(part, shape, found, "word")
    count.named(found)
    return Counter({item: count for item, count in found.items() if item.kind != "word"})


def inventory(
    sheets: Sheets, slides: Mapping[str, Collection[str]], only: Collection[str] | None = None, *, whole: bool = True
) -> Inventory:
    """`slides`: key → the parts of its pages. `only`: keys to look at (None: all). `whole`: what belongs to no slide, too."""
    count = _Count(sheets, {part: key for key, parts in slides.items() for part in parts})
    found = {
        key: sum((count.slide(part) for part in parts), Counter()) for key, parts in slides.items() if only is None or key in only
    }
    return Inventory(found, count.deck() if whole else Counter())


@dataclass
class _Count:
    sheets: Sheets
    keys: Mapping[str, str]

    @property
    def package(self) -> Package:
        return self.sheets.package

    @cached_property
    def _numbers(self) -> dict[str, str]:
        main = self.package.main
        return slides_by_number(self.sheets.root(main), {rel.id: rel.target for rel in self.package.rels.get(main, ())})

    def slide(self, part: str) -> Counter[Losable]:
        found: Counter[Losable] = Counter()
        root = self.sheets.root(part)
        if root is None:
            found[Losable("object", digest(self.package.parts.get(part, b"")))] += 1
            return found
        if not yes(root.get("show"), True):
            found[Losable("hidden", "")] += 1
        self._part(part, root, found, "word")
        self._hanging(part, found, set())
        self.named(found)
        return found

    def named(self, found: Counter[Losable]) -> None:
        """Without names that a program may have given, where it called all shapes anew."""
        doubted = [item for item in found if item.kind == "name" and not item.what.startswith(MORPH)]
        if doubted and not names_tell(self.package):
            for item in doubted:
                del found[item]

    def deck(self) -> Counter[Losable]:
        """Custom XML and properties that are not ours, custom shows, sections' names, macros, and what
        else hangs on the presentation."""
        found: Counter[Losable] = Counter()
        main = self.package.main
        for rel in (*self.package.rels.get(main, ()), *self.package.rels.get("", ())):
            known = not rel.external and rel.target in self.package.parts
            data = begins(self.package.parts, rel.target, 400) if known else b""
            if not known or rel.kind in _DECK_OURS or (rel.kind == "customXml" and NAMESPACE.encode() in data[:400]):
                continue
            if rel.kind == "custom-properties":
                root = self.sheets.root(rel.target)
                for item in root if root is not None else ():
                    if not item.get("name", "").startswith(PROPERTY):
                        found[Losable("property", f"{item.get('name')}: {''.join(map(str, item.itertext()))}")] += 1
            else:
                found[Losable("part", f"{rel.kind} {part_digest(self.package.parts, rel.target)}")] += 1
        root = self.sheets.root(main)
        for item in root.iter() if root is not None else ():
            if local(item) == "custShow":
                found[Losable("show", item.get("name", ""))] += 1
        return found

    # --- parts ----------------------------------------------------------------------------------------------------------------

    def _hanging(self, part: str, found: Counter[Losable], seen: set[str]) -> None:
        """What a part's relationships lead to, but for what stands above it."""
        for rel in self.package.rels.get(part, ()):
            if rel.external or rel.target in seen or rel.kind in ABOVE:
                continue
            seen.add(rel.target)
            if rel.target not in self.package.parts:
                continue
            data = begins(self.package.parts, rel.target)
            root = self.sheets.root(rel.target) if data[:1] == b"<" or data[:4] == b"\xef\xbb\xbf<" else None
            if rel.kind == "notesSlide" and root is not None:
                self._part(rel.target, root, found, "note")
            elif rel.kind in CHART_PARTS and root is not None:
                count_chart(root, found)
            elif rel.kind == "comments" and root is not None:
                count_comments(root, found)
            elif rel.kind == "tags" and root is not None:
                for item in root:
                    if item.get("name") not in (SLIDE_TAG, PART_TAG):
                        found[Losable("tag", f"{item.get('name')}={item.get('val')}")] += 1
            elif rel.kind == "diagramData" and root is not None:
                self._part(rel.target, root, found, "smartart")
            elif rel.kind.startswith("diagram"):
                pass
            elif rel.kind in _MEDIA:
                found[Losable("media", part_digest(self.package.parts, rel.target))] += 1
            elif rel.kind != "package" or part in self.keys:
                # A chart's workbook is written anew with its numbers; one that stands on the slide itself is an object of the
                # owner's.
                found[Losable("object", part_digest(self.package.parts, rel.target))] += 1
            self._hanging(rel.target, found, seen)

    def _part(self, part: str, root: Element, found: Counter[Losable], words: str) -> None:
        known = {rel.id: rel for rel in self.package.rels.get(part, ())}
        for piece in pieces(root):
            if refers(piece) or next(piece.iter("{*}sldZmObj"), None) is not None:
                self._piece(piece, known, found, words)
            else:
                found.update(self._alone(piece, words))

    def _alone(self, piece: Element, words: str) -> Mapping[Losable, int]:
        """What is in a piece that leads nowhere: the same in any deck."""
        key = fingerprint(piece), words
        counts = _COUNTS.get(key)
        if counts is None:
            counts = Counter[Losable]()
            self._piece(piece, {}, counts, words)
            _COUNTS.put(key, counts)
        return counts

    def _piece(self, root: Element, known: Mapping[str, Relationship], found: Counter[Losable], words: str) -> None:
        skip: set[Element] = set()
        for item in root.iter():
            tag = item.tag
            if not isinstance(tag, str):
                continue
            name = tag.rpartition("}")[2]
            if name in _SHADOWED:
                skip.update(item.iter())
            if skip and item in skip:
                continue
            if tag == _P:
                found.update(words_in(item, words))
            elif name == "cNvPr":
                found.update(Losable(kind, what) for kind, what in said_of(item))
                holder = item.getparent()
                shape = holder.getparent() if holder is not None else None
                if words == "word" and shape is not None and (called := own_name_of(shape)):
                    found[Losable("name", called)] += 1
            elif (reader := READERS.get(name)) is not None:
                kind, what = reader(item)
                if kind:
                    found[Losable(kind, what)] += 1
            elif name in ("hlinkClick", "hlinkHover", "hlinkMouseOver", "snd"):
                target = self._target(item, known)
                if target and not self._goes_on(item, target, known):
                    found[Losable("sound" if name == "snd" else "link", target)] += 1
                    if tip := item.get("tooltip"):
                        found[Losable("tip", tip)] += 1
            elif name == "sldZmObj":
                slide = self._numbers.get(item.get("sldId", ""), "")
                found[Losable("link", f"→ {self.keys.get(slide, slide)}")] += 1

    def _goes_on(self, link: Element, target: str, known: Mapping[str, Relationship]) -> bool:
        """Whether the run before leads there, too: programs part a link's words at what the spelling marks."""
        look = link.getparent()
        run = look.getparent() if look is not None else None
        before = run.getprevious() if run is not None and run.tag == _RUN else None
        other = before.find(f"{look.tag}/{link.tag}") if look is not None and before is not None and before.tag == _RUN else None
        return other is not None and self._target(other, known) == target

    def _target(self, item: Element, known: Mapping[str, Relationship]) -> str:
        rid = item.get(f"{_R}id") or item.get(f"{_R}embed") or ""
        rel = known.get(rid)
        action = item.get("action", "")
        if rel is None:
            return action
        if rel.external:
            return rel.target.rstrip("/")
        if rel.kind == "slide":
            return f"→ {self.keys.get(rel.target, rel.target)}"
        parts = self.package.parts
        return f"{rel.kind} {part_digest(parts, rel.target)}" if rel.target in parts else ""


_COUNTS: Memory[tuple[bytes, str], Mapping[Losable, int]] = Memory(2_048)
"""By the digest of what a piece of a slide says, and what its words count as."""


_DECK_OURS = frozenset(
    [
        "slide",
        "slideMaster",
        "notesMaster",
        "handoutMaster",
        "theme",
        "tableStyles",
        "presProps",
        "viewProps",
        "officeDocument",
        "core-properties",
        "extended-properties",
        "thumbnail",
        "font",
        "printerSettings",
        "changesInfo",
        "revisionInfo",
        "commentAuthors",
        "authors",
        "tags",
    ]
)
"""What refreshing rewrites, or what a program writes for itself."""

__all__ = ["DECK", "Inventory", "held", "inventory", "things_in"]
