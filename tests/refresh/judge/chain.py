"""A chain: a deck is built, its owner edits, a program saves, the guidance changes, the deck is refreshed; up to five times."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from . import forms, looks, pointed, reader, settings, slides, things, words
from .edits import EDITS
from .guidance import CHANGES, Guidance
from .marks import GUIDANCES, Mark, Mint
from .package import NS, Package
from .programs import PROGRAMS, SIMULATED

# Programs that give all shapes names of their own: one that is left is nobody's.
NAMING = ("google", "keynote")
REWRITING = ("google", "keynote", "libreoffice", "odp", "onlyoffice")
LIMITS = {"room before a paragraph": REWRITING, "points of a shape": REWRITING}
"""Kinds of edits that docs/refresh.md says not to be told from what these programs write."""
ABOUT = {
    "table": ("table", "column", "row", "cell", "merged"),
    "looks": (
        "right-to-left",
        "outlined",
        "highlighted",
        "raised",
        "letter spacing",
        "pointed at",
        "indented",
        "line spacing",
        "own bullet",
        "margin of",
        "columns of text",
        "upright",
        "edge of",
        "colour of a cell",
        "shadow",
        "gradient",
        "embedded",
        "guides",
        "property of",
        "data of",
        "shape on a layout",
    ),
}
"""What kinds of edits and changes are about, by words of their names."""
ROOT = Path(__file__).resolve().parents[3]
assert forms and looks and pointed and settings and slides and things and words  # they register their edits


@dataclass(frozen=True)
class Touch:
    """An edit or a change by name, with chance of its own: dropping one leaves the others what they were."""

    kind: str
    seed: int


@dataclass(frozen=True)
class Step:
    """A release: what the owner does, what saves it, what the guidance changes, and how a conflict is then decided."""

    edits: tuple[Touch, ...]
    program: str
    changes: tuple[Touch, ...]
    decide: str = ""


@dataclass(frozen=True)
class Chain:
    """`release`: the one that the first deck is made from; "+tables" after it: with the tables that its editor makes.
    `template`: a file that all decks are made in; "" is the place's own."""

    steps: tuple[Step, ...]
    release: str = "2021"
    template: str = ""

    def dump(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def load(cls, data: dict[str, Any]) -> Chain:
        def touches(found: Sequence[dict[str, Any]]) -> tuple[Touch, ...]:
            return tuple(Touch(one["kind"], one["seed"]) for one in found)

        return cls(
            tuple(Step(touches(one["edits"]), one["program"], touches(one["changes"]), one["decide"]) for one in data["steps"]),
            data.get("release", "2021"),
            data.get("template", ""),
        )


def random_chain(
    seed: int,
    *,
    programs: Sequence[str] = SIMULATED,
    most: int = 5,
    guidances: int = 0,
    release: str = "2021",
    about: str = "",
    templates: Sequence[str] = (),
    untouched: bool = False,
) -> Chain:
    """The chain of a seed: one to `most` releases, all in all 5–12 edits; `about`: of kinds that are about this, where there are.

    With `guidances`, chains share so many guidances, each made once: for tests, where time is short. `templates`: each chain has
    the next of them; `untouched`: its owner does nothing.
    """
    chance = Random(seed)
    editor = Random(seed % guidances) if guidances else chance
    releases = min(most, chance.choice([1, 1, 2, 2, 3, 4, 5]))
    edits = 0 if untouched else chance.randint(5, 12)
    shares = [edits // releases + (at < edits % releases) for at in range(releases)]

    def touches(chance: Random, every: Sequence[str], number: int) -> tuple[Touch, ...]:
        kinds = [kind for kind in every if not about or any(word in kind for word in ABOUT[about])] or list(every)
        return tuple(Touch(chance.choice(kinds), chance.randrange(10**6)) for _ in range(number))

    return Chain(
        tuple(
            Step(
                touches(chance, sorted(EDITS), share),
                chance.choice(programs),
                touches(editor, sorted(CHANGES), editor.randint(1, 5)),
                chance.choice(["", "", "mine", "theirs", "mixed"]),
            )
            for share in shares
        ),
        release,
        templates[seed % len(templates)] if templates else "",
    )


@dataclass(frozen=True, order=True)
class Failure:
    """What went wrong at which step (from 1): lost, doubled, back, guidance missing, fault …; `kind` is the edit or change."""

    what: str
    kind: str
    step: int
    detail: str

    @property
    def name(self) -> tuple[str, str]:
        return self.what, self.kind


@dataclass
class Verdict:
    """What was judged: marks counted, marks told or decided away, and failures."""

    failures: list[Failure] = field(default_factory=list)
    marks: Counter[str] = field(default_factory=Counter)
    refreshes: int = 0
    told: int = 0
    decided: int = 0
    news: int = 0


def call(*arguments: str | Path) -> tuple[int, str]:
    """`python -m deck …` in this process: the exit code, and all that it prints."""
    from deck.cli import main

    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return code, said.getvalue()


def _home(folder: Path, release: str, template: str) -> Path:
    """Where the first deck of chains like this lies."""
    return folder / f"base{release}{f'-{zlib.crc32(template.encode()):08x}' if template else ''}"


def _in(template: str) -> tuple[str, ...]:
    return ("--template", template) if template else ()


@cache
def the_base(folder: Path, release: str = "2021", template: str = "") -> tuple[Path, Guidance]:
    """The first deck and its guidance, frozen as a release; made once."""
    home = _home(folder, release, template)
    shutil.rmtree(home, ignore_errors=True)
    guidance = Guidance.read(ROOT / "content" / "releases" / release.partition("+")[0], tables="+tables" in release)
    guidance.write(home / "content")
    freeze(home / "content", "judge0")
    code, said = call("build", "lund", "--content", home / "content", "-o", home, *_in(template))
    assert code == 0, said
    return next(home.glob("*.pptx")), guidance


def freeze(content: Path, name: str) -> None:
    """As `deck release NAME` in a folder of its own, which the command has no option for; dates go on year by year."""
    from deck.content import freeze as release

    release(name, content, date=str(2030 + int(name.removeprefix("judge"))))


@dataclass(frozen=True)
class Published:
    """A release of the guidance: its folder and data, what its new words are about, and the marks of a
    deck that is new from it."""

    content: Path
    guidance: Guidance
    news: dict[str, str]
    fresh: reader.Count
    slides: dict[str, reader.Count]


_PUBLISHED: dict[tuple[Path, tuple[Touch, ...]], Published] = {}


def publish(before: Path, guidance: Guidance, number: int, changes: tuple[Touch, ...], template: str = "") -> Published:
    """The next release after the one in `before`; the first after the base is made once for all chains that share it."""
    key = before, changes
    if key in _PUBLISHED and _PUBLISHED[key].content.exists():
        return _PUBLISHED[key]
    guidance = guidance.copy()
    news = dict[str, str]()
    for at, touch in enumerate(changes):
        mint = Mint(1000 * number + 100 * at, touch.kind)
        if CHANGES[touch.kind](guidance, Random(touch.seed), mint):
            news |= {mark.token: f"{touch.kind}|{mark.place}" for mark in mint.marks}
    content = before.parent / f"content{number}-{zlib.crc32(repr(key).encode()):08x}"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(before / "releases", content / "releases", copy_function=os.link)
    guidance.write(content)
    freeze(content, f"judge{number}")
    code, said = call("build", "lund", "--content", content, "-o", content / "fresh", *_in(template))
    assert code == 0, said
    deck = Package.read(next((content / "fresh").glob("*.pptx")))
    slides = {name: reader.of_slide(deck, name) for name in reader.our_slides(deck)}
    _PUBLISHED[key] = Published(content, guidance, news, reader.count(deck), slides)
    return _PUBLISHED[key]


class Run:
    """A chain under way, in a folder of its own."""

    def __init__(self, chain: Chain, folder: Path, base: Path) -> None:
        self.chain, self.folder, self.base = chain, folder, base
        self.mine = folder / "mine1.pptx"
        self.verdict = Verdict()
        deck, self.guidance = the_base(base, chain.release, chain.template)
        self.content = _home(base, chain.release, chain.template) / "content"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.deck = folder / "deck0.pptx"
        shutil.copyfile(deck, self.deck)
        self.marks: list[Mark] = []
        self.news: dict[str, str] = {}
        self.fresh = reader.count(Package.read(deck))
        self.slides: dict[str, reader.Count] = {}
        self.release = "judge0"
        self.pieces = 0
        self.whole = self.fresh
        """What stood in the deck before a program saved it."""

    def judge(self) -> Verdict:
        for number, step in enumerate(self.chain.steps, 1):
            if not self.step(number, step):
                break
        if wrong := reader.opens(self.deck):
            self.fail("unreadable", "", len(self.chain.steps), wrong)
        if program := os.environ.get("DECK_JUDGE_VALIDATOR"):
            for error in sorted(reader.validated(self.deck, program) - reader.validated(self.mine, program)):
                self.fail("invalid", "", len(self.chain.steps), error)
        return self.verdict

    def fail(self, what: str, kind: str, step: int, detail: str) -> None:
        self.verdict.failures.append(Failure(what, kind, step, detail))

    def step(self, number: int, step: Step) -> bool:
        package = self.edited(number, step)
        mine = self.folder / f"mine{number}.pptx"
        package.write(mine)
        self.mine = mine
        before = Package.read(mine)
        content = self.published(number, step)
        out = self.folder / f"deck{number}.pptx"
        new = {token for _place, token in self.fresh if GUIDANCES.fullmatch(token)} - self.old
        report = self.refresh(mine, content, out, number)
        if report is None:
            return False
        self.compare(before, out if out.exists() else mine, report, number, new, [])
        self.nobody(number, report)
        for code in sorted(reader.judged(out) - reader.judged(mine)) if out.exists() else ():
            self.fail("fault", code, number, code)
        self.deck = out if out.exists() else mine
        if report["conflicts"] and step.decide:
            self.decide(number, step, content, report)
        self.silent(number, content)
        self.release = f"judge{number}"
        return True

    # -- what owner and guidance do

    def edited(self, number: int, step: Step) -> Package:
        package = Package.read(self.deck)
        for touch in step.edits:
            self.pieces += 1
            mint = Mint(100 * self.pieces % 9900, touch.kind)
            if EDITS[touch.kind](package, Random(touch.seed), mint):
                self.marks += mint.marks
        self.whole = reader.count(package)
        return PROGRAMS[step.program](package, Random(number))

    def published(self, number: int, step: Step) -> Path:
        self.old = {token for _place, token in self.fresh if GUIDANCES.fullmatch(token)}
        done = publish(self.content, self.guidance, number, step.changes, self.chain.template)
        self.content, self.guidance, self.fresh = done.content, done.guidance, done.fresh
        self.slides = done.slides
        self.news |= done.news
        return self.content

    # -- the product, as a user calls it

    def refresh(self, deck: Path, content: Path, out: Path, number: int, *more: str) -> dict[str, Any] | None:
        """What the report says; None where the deck was refused or something broke (then it is a failure)."""
        arguments = ["refresh", deck, "--content", content, "-o", out, "--json", *more]
        self.verdict.refreshes += 1
        code, said = call(*arguments)
        if code not in (0, 1, 3) or not said.lstrip().startswith("["):
            if "--base" not in more:
                return self.refresh(deck, content, out, number, *more, "--base", self.release, "--place", "1281")
            self.fail("crash" if code not in (1, 2) else "refused", "", number, said.strip()[-600:])
            return None
        report = json.loads(said[said.index("[") : said.rindex("]") + 1])[0]
        report["said"] = said
        if report["state"] == "refused":
            if "--base" not in more:
                return self.refresh(deck, content, out, number, *more, "--base", self.release, "--place", "1281")
            self.fail(
                "refused",
                self.chain.steps[number - 1].program,
                number,
                json.dumps(report["diagnostics"], ensure_ascii=False)[:600],
            )
            return None
        return report

    def decide(self, number: int, step: Step, content: Path, report: dict[str, Any]) -> None:
        chance = Random(number)
        chosen = {}
        for conflict in report["conflicts"]:
            side = chance.choice(["mine", "theirs"]) if step.decide == "mixed" else step.decide
            chosen[conflict["later"] or conflict["key"]] = side
        options = [word for key, side in chosen.items() for word in ("--resolve", f"{key}={side}")]
        out = self.folder / f"deck{number}d.pptx"
        again = self.refresh(self.deck, content, out, number, *options)
        if again is None:
            return
        if out.exists():
            theirs = [one for one in report["conflicts"] if chosen[one["later"] or one["key"]] == "theirs"]
            self.compare(Package.read(self.deck), out, again, number, set(), theirs)
            self.deck = out
        if again["conflicts"]:
            self.fail("still a conflict", "", number, ", ".join(one["key"] for one in again["conflicts"]))

    def nobody(self, number: int, report: dict[str, Any]) -> None:
        """Of a deck that its owner has not touched nothing is told to be theirs."""
        if any(step.edits for step in self.chain.steps[:number]):
            return
        for one in report["changes"]:
            if one["kind"] not in ("applied", "slide-added", "slide-removed", "slide-moved"):
                self.fail(
                    "told of nobody", one["kind"], number, f"{one['slide']}/{one.get('slot', '')} {one.get('property', '')}"
                )
        for one in report["conflicts"]:
            self.fail("told of nobody", "conflict", number, one["key"])
        for one in report["diagnostics"]:
            if one["code"] in ("lost", "broken"):
                self.fail("told of nobody", one["code"], number, one["message"])

    def silent(self, number: int, content: Path) -> None:
        out = self.folder / f"again{number}.pptx"
        report = self.refresh(self.deck, content, out, number)
        if report is not None:
            self.nobody(number, report)
        if report is not None and out.exists():
            changes = json.dumps(report["changes"], ensure_ascii=False)[:400]
            self.fail("writes again", "", number, changes)

    # -- before and after

    def compare(
        self, before: Package, out: Path, report: dict[str, Any], number: int, new: set[str], decided: list[dict[str, Any]]
    ) -> None:
        after = Package.read(out)
        was, now = reader.count(before), reader.count(after)
        for fault in sorted(reader.faults(after) - reader.faults(before)):
            self.fail("fault", fault, number, fault)
        for mark in sorted(set(self.marks)):
            self.compare_mark(mark, was, now, report, number, decided, before, after)
        self.compare_news(was, now, report, number, new, before)

    def compare_mark(
        self,
        mark: Mark,
        was: reader.Count,
        now: reader.Count,
        report: dict[str, Any],
        number: int,
        decided: list[dict[str, Any]],
        before: Package,
        after: Package,
    ) -> None:
        if mark.gone:
            if mark.place == "our slide":
                held, holds = reader.our_slides(before)[mark.token], reader.our_slides(after)[mark.token]
            else:
                held, holds = was[mark.place, mark.token], now[mark.place, mark.token]
            if holds > held and not decided and mark.token not in _told(report):
                self.fail("came back", mark.kind, number, f"{mark.place} {mark.token}")
            return
        held, holds = was[mark.place, mark.token], now[mark.place, mark.token]
        program = self.chain.steps[number - 1].program
        if not held or (mark.place == "slide @name" and program in NAMING) or program in LIMITS.get(mark.kind, ()):
            return
        if mark.place == "slide @w" and reader.grids(before) != reader.grids(after):
            # With another number of columns each is as wide as its share of the whole.
            return
        if mark.place == "slide category" and not reader.has_category(after, mark.token):
            # Called otherwise, or gone: that is told of the chart.
            return
        self.verdict.marks[mark.kind] += 1
        if holds > held + reader.repeated(before, after, mark.token):
            self.fail("doubled", mark.kind, number, f"{mark.place} {mark.token}: {held} → {holds}")
        if mark.place == "slide link" and 0 < self.whole[mark.place, mark.token] < held:
            # LibreOffice gives the shapes that follow a linked one its link.
            held = self.whole[mark.place, mark.token]
        if holds < held:
            if _is_decided(mark, before, decided):
                self.verdict.decided += 1
            elif any(words in _told(report) for words in _said_of(mark)):
                self.verdict.told += 1
            else:
                self.fail("lost", mark.kind, number, f"{mark.place} {mark.token}: {held} → {holds}")

    def compare_news(
        self, was: reader.Count, now: reader.Count, report: dict[str, Any], number: int, new: set[str], before: Package
    ) -> None:
        said = _all_said(report)
        # A slide that is at stake as a whole, or that its owner took away, is told by itself, with all that is on it.
        apart = {one["slide"] for one in report["conflicts"] if not one["slot"]}
        apart |= {one["slide"] for one in report["changes"] if one["kind"] == "slide-deleted" and not one.get("slot")}
        for place, token in sorted(self.fresh):
            if token not in new or not _is_news(place, before):
                continue
            self.verdict.news += 1
            kind, slide = self.news.get(token, "?|").split("|")
            wanted = self.fresh[place, token] - sum(self.slides[one][place, token] for one in apart if one in self.slides)
            holds = now[place, token]
            told = token in said or any(one["slide"] == slide and one["kind"] == "slide-deleted" for one in report["changes"])
            if holds < wanted and not told:
                self.fail("guidance missing", kind, number, f"{slide}: {place} {token}: {holds} of {wanted}")
            if holds > was[place, token] + self.fresh[place, token]:
                self.fail("guidance doubled", kind, number, f"{slide}: {place} {token}: {holds} of {self.fresh[place, token]}")


def _told(report: dict[str, Any]) -> str:
    """Where a loss of the owner's would be told: in diagnostics, and in changes that are not merely applied."""
    changes = [one for one in report["changes"] if one["kind"] not in ("applied", "merged", "kept")]
    return json.dumps([changes, report["diagnostics"]], ensure_ascii=False)


def _said_of(mark: Mark) -> list[str]:
    """How a mark may be named to a person: numbers in points and centimetres."""
    unit = {"slide @sz": (100, "g", "pt"), "slide @w": (360_000, ".2f", "cm"), "slide @h": (360_000, ".2f", "cm")}.get(mark.place)
    return [*mark.token.split(">"), *([f"{int(mark.token) / unit[0]:{unit[1]}} {unit[2]}"] if unit else [])]


def _all_said(report: dict[str, Any]) -> str:
    """What is said of the guidance's news: everything but that they were applied."""
    return _told(report) + json.dumps(report["conflicts"], ensure_ascii=False)


def _is_news(place: str, before: Package) -> bool:
    """Words that somebody sees: not names of shapes, nor names of sections where a program has taken those away."""
    if place == "deck @name":
        return before.presentation.find(".//p14:section", NS) is not None
    return place != "para" and not place.endswith("@name")


def _is_decided(mark: Mark, before: Package, theirs: list[dict[str, Any]]) -> bool:
    """Whether the mark stands in what clashed and was decided to be the guidance's: words of the owner's that the report had
    shown, a paragraph that it had shown, or a whole slide."""
    if any(word in one["mine"] for one in theirs for word in mark.token.split(">")):
        return True
    # An item is shown as "heading: words".
    texts = [line for one in theirs for side in ("mine", "base") for line in one.get(side, "").splitlines()]
    lines = [part.strip() for line in texts for part in (line, *line.split(": "))]
    if any(home and home in lines for home in reader.homes(before, mark)):
        return True
    # A turned part has no words of its own: its look is told as such.
    looks = mark.place.startswith("slide @")
    given = [one for one in theirs if not one["slot"] or (looks and one.get("beside"))]
    return any(reader.of_slide(before, one["slide"])[mark.place, mark.token] for one in given)


def run(chain: Chain, folder: Path, base: Path | None = None) -> Verdict:
    """Judges a chain in a folder (which is emptied); `base` is where what chains share is kept: the
    first deck and the guidances."""
    if len(_PUBLISHED) > 60:
        for done in _PUBLISHED.values():
            shutil.rmtree(done.content, ignore_errors=True)
        _PUBLISHED.clear()
    return Run(chain, folder / "run", base or folder).judge()


__all__ = ["Chain", "Failure", "Step", "Touch", "Verdict", "random_chain", "replace", "run"]
