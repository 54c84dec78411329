"""What is new between two releases, told in the content's own language, with the slides that each change touches."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from deck.content.content import Content
from deck.content.loader import load_content
from deck.content.markup import parse
from deck.content.phrase import Phrase


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """`kind`: a key of the terms under `changelog`. `item`: the source, slide, slot or outline that it is about."""

    kind: str
    item: str
    slides: tuple[str, ...] = ()
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Changelog:
    old: str
    new: str
    notes: tuple[ChangeNote, ...]
    terms: dict[str, str] = field(repr=False)
    titles: dict[str, str] = field(repr=False)

    @property
    def slides(self) -> tuple[str, ...]:
        """Every slide that some change touches, in order."""
        return tuple(dict.fromkeys(slide for note in self.notes for slide in note.slides))

    def to_json(self) -> dict[str, Any]:
        changes = [{name: value for name, value in asdict(note).items() if value} for note in self.notes]
        return {"old": self.old, "new": self.new, "slides": list(self.slides), "changes": changes}

    def to_text(self) -> str:
        lines = [f"{self.terms['heading']}: {self.old} → {self.new}", ""]
        if not self.notes:
            return "\n".join([*lines, self.terms["none"]]) + "\n"
        for note in self.notes:
            lines.append(f"- {self.terms[note.kind]}: {self.name(note)}")
            was, now = _differing(note.old, note.new)
            if was:
                lines.append(f"  {self.terms['was']}: {was}")
            if now:
                lines.append(f"  {self.terms['now']}: {now}")
            if note.slides:
                names = ", ".join(f"{self.titles.get(slide, slide)} ({slide})" for slide in note.slides)
                lines.append(f"  {self.terms['slides']}: {names}")
        return "\n".join(lines) + "\n"

    def name(self, note: ChangeNote) -> str:
        """What a note is about, as a reader knows it: a title, or for words the slide's title and the path below it."""
        slide, _dot, path = note.item.partition(".")
        if not path or note.kind == "term":
            return self.titles.get(note.item, note.item)
        return f"{self.titles.get(slide, slide)}, {self.terms['notes'] if path.startswith('notes.') else path}"


def _differing(old: str, new: str) -> tuple[str, str]:
    """Of long texts, the sentences that only one of them has."""
    if not old or not new or len(old) + len(new) < 400:
        return old, new
    was, now = (re.split(r"(?<=[.!?])\s+", text) for text in (old, new))
    return " ".join(s for s in was if s not in now), " ".join(s for s in now if s not in was)


def diff_releases(old: str | None, new: str | None, root: Path | None = None, *, lang: str | None = None) -> Changelog:
    """The changes from one release to another; None is the working content. Raises UsageError and InputError."""
    return diff_contents(load_content(old, root=root, lang=lang), load_content(new, root=root, lang=lang))


def diff_contents(old: Content, new: Content) -> Changelog:
    notes = [*_guidance(old, new), *_sources(old, new), *_slides(old, new), *_outlines(old, new), *_terms(old, new)]
    terms = {key[1]: phrase.text for key, phrase in new.terms.items() if key[0] == "changelog"}
    titles = {**_titles(old), **_titles(new)}
    return Changelog(old.release, new.release, tuple(notes), terms, titles)


def _titles(content: Content) -> dict[str, str]:
    names = {key: source.title for key, source in content.sources.items()}
    names |= {outline: content.term("outlines", outline) for outline in content.outlines}
    return names | {slide: plain(phrase) for (slide, *rest), phrase in content.phrases.items() if rest == ["title"]}


def plain(phrase: Phrase) -> str:
    """A phrase as a reader of the changelog sees it: markup gone, braces kept."""
    if not phrase.fixed:
        return phrase.text
    return "".join(span.text for span in parse(phrase.text)[0])


def _users(content: Content, source: str) -> tuple[str, ...]:
    return tuple(name for name, slide in content.slides.items() if source in slide.statement_sources())


def _guidance(old: Content, new: Content) -> list[ChangeNote]:
    if old.guidance == new.guidance:
        return []
    before, after = old.guidance.model_dump(), new.guidance.model_dump()
    return [
        ChangeNote("guidance", name, (), str(before[name]), str(after[name])) for name in before if before[name] != after[name]
    ]


def _sources(old: Content, new: Content) -> list[ChangeNote]:
    notes = [ChangeNote("new-source", s, _users(new, s)) for s in new.sources if s not in old.sources]
    notes += [ChangeNote("gone-source", s, _users(old, s)) for s in old.sources if s not in new.sources]
    for source, now in new.sources.items():
        was = old.sources.get(source)
        if was is not None and was != now:
            before, after = (", ".join(filter(None, (s.title, s.publisher, s.date, s.url))) for s in (was, now))
            notes.append(ChangeNote("changed-source", source, _users(new, source), before, after))
    return notes


def _shape(content: Content, slide: str) -> Any:
    """What a slide is made of, and what its pictures show."""
    return content.slides[slide].model_dump(), {key[1]: item for key, item in content.pictures.items() if key[0] == slide}


def _slides(old: Content, new: Content) -> list[ChangeNote]:
    notes = [ChangeNote("new-slide", slide, (slide,)) for slide in new.slides if slide not in old.slides]
    notes += [ChangeNote("gone-slide", slide, (slide,)) for slide in old.slides if slide not in new.slides]
    for slide in new.slides:
        if slide not in old.slides:
            continue
        changed = _words(slide, old, new)
        notes += changed
        if not changed and _shape(old, slide) != _shape(new, slide):
            notes.append(ChangeNote("changed-structure", slide, (slide,)))
    return notes


def _words(slide: str, old: Content, new: Content) -> list[ChangeNote]:
    before = {key: p for key, p in old.phrases.items() if key[0] == slide}
    after = {key: p for key, p in new.phrases.items() if key[0] == slide}
    notes: list[ChangeNote] = []
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key), after.get(key)
        if was is not None and now is not None and was.text == now.text:
            continue
        kind = "new-words" if was is None else "gone-words" if now is None else "changed-words"
        notes.append(ChangeNote(kind, ".".join(key), (slide,), plain(was) if was else "", plain(now) if now else ""))
    return notes


def _outlines(old: Content, new: Content) -> list[ChangeNote]:
    """Outlines whose order is another; slides that are new or gone are told of already."""
    notes = []
    for name, outline in new.outlines.items():
        was = old.outlines.get(name)
        for audience in new.audiences if was else ():
            before = [s for _section, s in was.order(audience) if s in new.slides] if was else []
            after = [s for _section, s in outline.order(audience) if s in old.slides]
            if before != after:
                moved = tuple(
                    s for s in dict.fromkeys([*before, *after]) if (s in before) != (s in after) or _moved(s, before, after)
                )
                notes.append(ChangeNote("changed-order", name, moved))
                break
    return notes


def _moved(slide: str, before: list[str], after: list[str]) -> bool:
    common = [s for s in before if s in after]
    return slide in common and common.index(slide) != [s for s in after if s in before].index(slide)


def _terms(old: Content, new: Content) -> list[ChangeNote]:
    return [
        ChangeNote("term", ".".join(key), (), old.terms[key].text if key in old.terms else "", phrase.text)
        for key, phrase in new.terms.items()
        if key[0] != "changelog" and (key not in old.terms or old.terms[key].text != phrase.text)
    ]
