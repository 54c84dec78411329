"""Random guidances: a copy of a release as data, changed as its editor would, every new word of it marked."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from .marks import Mint

FILES = ("guidance.yaml", "sources.yaml", "slides.yaml", "outlines.yaml")
WORDS = ("sv/slides-guidance.yaml", "sv/slides-goals.yaml", "sv/slides-place.yaml", "sv/terms.yaml")
# A deck small enough to be refreshed many times, with every kind of slide and block that is likely to be touched.
SECTIONS: dict[str, list[str]] = {
    "start": ["title", "in-short"],
    "background": ["why", "hand-in-hand"],
    "guidance": ["for-whom", "when", "made-with", "whats-new"],
    "next": ["contact", "sources"],
}
FORMS: dict[str, list[str]] = {
    "start": ["title"],
    "background": ["why", "environmental-objectives", "hand-in-hand"],
    "guidance": ["in-short", "for-whom", "when", "jump-in", "made-with", "made-by", "whats-new"],
    "next": ["discussion", "contact"],
    "appendix": ["sources", "question-part"],
}
"""Likewise for a release whose slides are drawn in many forms."""
TABLES: dict[str, list[str]] = {
    "start": ["title"],
    "background": ["why"],
    "guidance": ["in-short", "when"],
    "next": ["discussion", "next-steps", "contact"],
    "appendix": ["sources", "question-part"],
}
"""Likewise, with a table whose columns the editor changes."""
MORE = 8
"""Sources beside those of the release, so that their table takes a second page."""
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass
class Guidance:
    """A content folder as data; frozen releases are folders on the disk, linked into each copy."""

    files: dict[str, Any]

    @classmethod
    def read(cls, folder: Path, *, tables: bool = False) -> Guidance:
        found = cls({name: yaml.load((folder / name).read_text("utf-8"), _Loader) for name in (*FILES, *WORDS)})
        sources = found.files["sources.yaml"]["sources"]
        more = {f"more-{n}": {"title": f"Underlag nummer {n}", "publisher": "RUS", "date": 2019} for n in range(1, MORE + 1)}
        sources |= more
        found.files["reviews.yaml"] = {"reviews": dict.fromkeys(sources, "2031-09")}
        found.slide("why")["notes"] = ["forum-2020", *more]
        outline = found.files["outlines.yaml"]["outlines"]["standard"]
        drawn = "made-by" in found.files["slides.yaml"]["slides"]
        outline["sections"] = copy.deepcopy(TABLES if tables else FORMS if drawn else SECTIONS)
        outline["audiences"] = {}
        return found

    def copy(self) -> Guidance:
        return Guidance(copy.deepcopy(self.files))

    def write(self, folder: Path) -> None:
        (folder / "sv").mkdir(parents=True, exist_ok=True)
        for name, data in self.files.items():
            (folder / name).write_text(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=9999), "utf-8")

    @property
    def sections(self) -> dict[str, list[str]]:
        return self.files["outlines.yaml"]["outlines"]["standard"]["sections"]

    def shown(self) -> list[str]:
        return [slide for slides in self.sections.values() for slide in slides]

    def slide(self, name: str) -> dict[str, Any]:
        """What slides.yaml says: kind, slots, sources."""
        return self.files["slides.yaml"]["slides"][name]

    def words(self, name: str) -> dict[str, Any]:
        return next(self.files[file]["slides"][name] for file in WORDS[:3] if name in self.files[file]["slides"])

    def lists(self) -> list[tuple[str, str]]:
        """Slides and slots with a list of items."""
        return [
            (name, slot)
            for name in self.shown()
            for slot, what in self.slide(name)["slots"].items()
            if isinstance(what, dict) and "items" in what and "block" not in what
        ]

    def blocks(self, kind: str) -> list[str]:
        """Slides whose object is cards or steps with words of two parts."""
        return [
            name
            for name in self.shown()
            if isinstance(what := self.slide(name)["slots"].get("object"), dict)
            and kind in what
            and kind in self.words(name).get("object", {})
        ]

    def drawn(self) -> list[tuple[str, str]]:
        """Slides and slots with items that a form draws."""
        return [
            (name, slot)
            for name in self.shown()
            for slot, what in self.slide(name)["slots"].items()
            if isinstance(what, dict)
            and "block" in what
            and "items" in what
            and isinstance(self.words(name).get(slot, {}).get("items"), dict)
        ]


Change = Callable[[Guidance, Random, Mint], bool]
CHANGES: dict[str, Change] = {}


def change(name: str) -> Callable[[Change], Change]:
    def register(function: Change) -> Change:
        CHANGES[name] = function
        return function

    return register


def _new(mint: Mint, slide: str) -> str:
    return mint.word(slide, "vg")


def _swap(text: str, chance: Random, word: str) -> str:
    """One word of a sentence for another; what is markup or a link is left alone."""
    words = text.split(" ")
    free = [at for at, old in enumerate(words) if not set(old) & set("[](){}%*|")]
    if not free or "](" in text or "{" in text:
        return f"{text}, {word}"
    words[chance.choice(free)] = word
    return " ".join(words)


@change("word")
def word(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    if not (found := guidance.lists()):
        return False
    name, slot = chance.choice(found)
    items = guidance.words(name)[slot]
    item = chance.choice(list(items))
    items[item] = _swap(items[item], chance, _new(mint, name))
    return True


@change("sentence")
def sentence(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    if not (found := guidance.lists()):
        return False
    name, slot = chance.choice(found)
    items = guidance.words(name)[slot]
    items[chance.choice(list(items))] = f"Helt ny {_new(mint, name)}"
    return True


@change("title")
def title(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    name = chance.choice(guidance.shown())
    words = guidance.words(name)
    words["title"] = _swap(str(words["title"]), chance, _new(mint, name))
    return True


def _notes(guidance: Guidance, chance: Random) -> tuple[str, dict[str, Any], str]:
    name = chance.choice(guidance.shown())
    words = guidance.words(name)
    if isinstance(words["notes"], dict):
        return name, words["notes"], "alla"
    return name, words, "notes"


@change("notes")
def notes(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    name, holder, key = _notes(guidance, chance)
    parts = holder[key].strip().split("\n\n")
    at = chance.randrange(len(parts))
    parts[at] = _swap(parts[at], chance, _new(mint, name))
    holder[key] = "\n\n".join(parts)
    return True


@change("notes paragraph")
def notes_paragraph(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    name, holder, key = _notes(guidance, chance)
    parts = holder[key].strip().split("\n\n")
    parts.insert(chance.randrange(len(parts) + 1), f"Nytt i anteckningarna är {_new(mint, name)}.")
    holder[key] = "\n\n".join(parts)
    return True


@change("item added")
def item_added(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    if not (found := guidance.lists()):
        return False
    name, slot = chance.choice(found)
    sources, words = guidance.slide(name)["slots"][slot]["items"], guidance.words(name)[slot]
    mark = _new(mint, name)
    _insert(sources, mark, "label", chance)
    words[mark] = f"Nytt {mark}"
    return True


def _insert(mapping: dict[str, Any], key: str, value: Any, chance: Random) -> None:
    entries = list(mapping.items())
    entries.insert(chance.randrange(len(entries) + 1), (key, value))
    mapping.clear()
    mapping.update(entries)


@change("item with a link")
def item_link(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    if not (found := guidance.lists()):
        return False
    name, slot = chance.choice(found)
    items = guidance.words(name)[slot]
    items[chance.choice(list(items))] = f"[Läs {_new(mint, name)}](https://rus.se/{_new(mint, name)})"
    return True


@change("item removed")
def item_removed(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    found = [(name, slot) for name, slot in guidance.lists() if len(guidance.words(name)[slot]) > 2]
    if not found:
        return False
    name, slot = chance.choice(found)
    items = guidance.words(name)[slot]
    gone = chance.choice(list(items))
    del items[gone], guidance.slide(name)["slots"][slot]["items"][gone]
    return True


@change("items moved")
def items_moved(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    if not (found := guidance.lists()):
        return False
    name, slot = chance.choice(found)
    holder = guidance.slide(name)["slots"][slot]
    entries = list(holder["items"].items())
    chance.shuffle(entries)
    holder["items"] = dict(entries)
    return True


@change("slide added")
def slide_added(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    name = f"ny-{_new(mint, 'new')}"
    mint.marks.pop()
    guidance.files["slides.yaml"]["slides"][name] = {
        "kind": "content",
        "slots": {"title": "label", "body": {"list": "bullet", "items": {"one": "label", "other": "label"}}},
        "notes": "label",
    }
    guidance.files[WORDS[0]]["slides"][name] = {
        "title": f"En ny bild om {_new(mint, name)}",
        "body": {"one": f"Först {_new(mint, name)}", "other": f"Sedan {_new(mint, name)}"},
        "notes": f"Säg att {_new(mint, name)} är nytt.",
    }
    slides = guidance.sections[chance.choice([key for key in guidance.sections if guidance.sections[key]])]
    guidance.files["outlines.yaml"]["outlines"]["standard"].get("time", {})[name] = 0.5
    slides.insert(chance.randrange(1, len(slides) + 1), name)
    return True


@change("slide removed")
def slide_removed(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    found = [slides for key, slides in guidance.sections.items() if len(slides) > 1]
    if not found or len(guidance.shown()) < 7:
        return False
    slides = chance.choice(found)
    # One takes the rest of the time.
    kept = ("title", "sources", guidance.files["outlines.yaml"]["outlines"]["standard"].get("rest"))
    gone = chance.choice([name for name in slides if name not in kept] or [""])
    if gone:
        slides.remove(gone)
    return bool(gone)


@change("slide moved")
def slide_moved(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    found = [slides for slides in guidance.sections.values() if len(slides) > 2]
    if not found:
        return False
    slides = chance.choice(found)
    moved = slides.pop(chance.randrange(1, len(slides)))
    to = chance.choice([other for other in guidance.sections.values() if other])
    to.insert(chance.randrange(1, len(to) + 1), moved)
    return True


@change("section named")
def section_named(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    sections = guidance.files[WORDS[3]]["terms"]["sections"]
    name = chance.choice(["start", "background", "guidance", "next"])
    sections[name] = f"Del {_new(mint, name)}"
    return True


@change("kind changed")
def kind_changed(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    """A slide of points becomes one of two columns."""
    found = [
        name
        for name in guidance.shown()
        if guidance.slide(name)["kind"] == "content" and len(guidance.words(name).get("body", ())) > 2
    ]
    if not found:
        return False
    name = chance.choice(found)
    what, words = guidance.slide(name), guidance.words(name)
    items, said = list(what["slots"]["body"]["items"].items()), words.pop("body")
    half = len(items) // 2
    what["kind"] = "two-content"
    what["slots"] = {"title": what["slots"]["title"]}
    for slot, part in (("left", items[:half]), ("right", items[half:])):
        what["slots"][slot] = {"list": "bullet", "items": dict(part)}
        words[slot] = {key: said[key] for key, _source in part}
    key = items[0][0]
    words["left"][key] = f"{words['left'][key]}, {_new(mint, name)}"
    return True


def _block(kind: str, guidance: Guidance, chance: Random, mint: Mint) -> bool:
    if not (found := guidance.blocks(kind)):
        return False
    name = chance.choice(found)
    part = chance.choice(list(guidance.words(name)["object"][kind].values()))
    key = chance.choice(list(part))
    part[key] = _swap(part[key], chance, _new(mint, name))
    return True


@change("card")
def card(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    return _block("cards", guidance, chance, mint)


@change("step")
def step(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    return _block("steps", guidance, chance, mint)


def _added(kind: str, guidance: Guidance, chance: Random, mint: Mint) -> bool:
    found = [name for name in guidance.blocks(kind) if len(guidance.words(name)["object"][kind]) < 6]
    if not found:
        return False
    name = chance.choice(found)
    mark = _new(mint, name)
    _insert(guidance.slide(name)["slots"]["object"][kind], mark, "label", chance)
    guidance.words(name)["object"][kind][mark] = {"title": f"Ny {mark}", "text": f"Om {_new(mint, name)}"}
    return True


@change("card added")
def card_added(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    return _added("cards", guidance, chance, mint)


@change("step added")
def step_added(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    return _added("steps", guidance, chance, mint)


@change("card removed")
def card_removed(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    found = [name for name in guidance.blocks("cards") if len(guidance.words(name)["object"]["cards"]) > 2]
    if not found:
        return False
    name = chance.choice(found)
    cards = guidance.words(name)["object"]["cards"]
    gone = chance.choice(list(cards))
    del cards[gone], guidance.slide(name)["slots"]["object"]["cards"][gone]
    return True


@change("row changed")
def row_changed(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    """What a source is called stands in the table of sources and in the notes."""
    sources = guidance.files["sources.yaml"]["sources"]
    name = chance.choice([name for name in ("rus-2020", "forum-2020", "rus-2021", "rus-kommunstod") if name in sources])
    sources[name]["publisher"] = f"{sources[name]['publisher'].split(' vg')[0]} {_new(mint, 'sources')}"
    return True


@change("row added")
def row_added(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    mark = _new(mint, "sources")
    guidance.files["sources.yaml"]["sources"][mark] = {"title": f"Ny källa {mark}", "publisher": "RUS", "date": 2022}
    guidance.files["reviews.yaml"]["reviews"][mark] = "2031-09"
    name = chance.choice([name for name in guidance.shown() if name != "sources"])
    what = guidance.slide(name)
    old = what["notes"] if isinstance(what["notes"], list) else [what["notes"]]
    what["notes"] = [*[source for source in old if source != "label"], mark]
    return True


@change("chart's label")
def chart_label(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    if "made-with" not in guidance.shown():
        return False
    right = guidance.words("made-with").get("right", {})
    if "labels" not in right:
        return False
    holder = chance.choice([right["labels"], right["categories"]])
    key = chance.choice(list(holder))
    holder[key] = f"{holder[key].split(' vg')[0]} {_new(mint, 'made-with')}"
    return True


@change("chart's value")
def chart_value(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    if "made-with" not in guidance.shown() or "right" not in guidance.slide("made-with")["slots"]:
        return False
    guidance.slide("made-with")["slots"]["right"]["categories"]["informed"]["value"] = chance.randrange(81, 199)
    return True


@change("drawn item")
def drawn_item(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    """A word of an item, whatever form draws it."""
    if not (found := guidance.drawn()):
        return False
    name, slot = chance.choice(found)
    items = guidance.words(name)[slot]["items"]
    item = chance.choice(list(items))
    mark = _new(mint, name)
    if isinstance(items[item], str):
        items[item] = _swap(items[item], chance, mark)
    else:
        field = chance.choice([field for field in items[item] if field in ("title", "text")] or list(items[item]))
        items[item][field] = _swap(str(items[item][field]), chance, mark)
    return True


@change("drawn item removed")
def drawn_item_removed(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    found = [(name, slot) for name, slot in guidance.drawn() if guidance.slide(name)["slots"][slot]["block"] in ("rows", "grid")]
    found = [(name, slot) for name, slot in found if len(guidance.words(name)[slot]["items"]) > 3]
    if not found:
        return False
    name, slot = chance.choice(found)
    items = guidance.words(name)[slot]["items"]
    gone = chance.choice(list(items))
    del items[gone], guidance.slide(name)["slots"][slot]["items"][gone]
    return True


def _table(guidance: Guidance, chance: Random) -> tuple[str, dict[str, Any], dict[str, Any]] | None:
    """A slide with a table of the editor's: what stands in it, and its words."""
    slots = {name: guidance.slide(name)["slots"].get("object") for name in guidance.shown()}
    tables = {name: what for name, what in slots.items() if isinstance(what, dict) and what.get("block") == "table"}
    found = [(name, what, guidance.words(name)["object"]) for name, what in tables.items() if "columns" in what]
    return chance.choice(found) if found else None


@change("column added")
def column_added(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    found = _table(guidance, chance)
    if found is None or len(found[1]["columns"]) > 5:
        return False
    name, what, words = found
    key = f"column-{len(what['columns'])}-{chance.randrange(1000)}"
    for column in what["columns"].values():
        column["width"] = max(5, int(column["width"] * 0.8))
    at = chance.randrange(len(what["columns"]) + 1)
    for holder, value in ((what["columns"], {"width": 10}), (words["columns"], f"Kolumn {_new(mint, name)}")):
        items = list(holder.items())
        holder.clear()
        holder.update([*items[:at], (key, value), *items[at:]])
    for row in words["rows"].values():
        row[key] = f"Ja {_new(mint, name)}"
    what["columns"][key]["width"] = 100 - sum(column["width"] for other, column in what["columns"].items() if other != key)
    return True


@change("column removed")
def column_removed(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    found = _table(guidance, chance)
    if found is None or len(found[1]["columns"]) < 3:
        return False
    _name, what, words = found
    gone = chance.choice([key for key in what["columns"] if key not in ("number", "step")] or ["number"])
    for holder in (what["columns"], words["columns"], *words["rows"].values()):
        holder.pop(gone, None)
    last = next(reversed(what["columns"].values()))
    last["width"] += 100 - sum(column["width"] for column in what["columns"].values())
    return True


@change("table's row added")
def table_row_added(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    found = _table(guidance, chance)
    if found is None or len(found[1]["rows"]) > 6:
        return False
    name, what, words = found
    mark = _new(mint, name)
    _insert(what["rows"], mark, "suggestion", chance)
    words["rows"][mark] = {key: f"Rad {mark}" for key in words["columns"] if not what["columns"][key].get("fill")}
    return True


@change("table's row removed")
def table_row_removed(guidance: Guidance, chance: Random, mint: Mint) -> bool:
    found = _table(guidance, chance)
    if found is None or len(found[1]["rows"]) < 3:
        return False
    _name, what, words = found
    gone = chance.choice(list(what["rows"]))
    del what["rows"][gone], words["rows"][gone]
    return True
