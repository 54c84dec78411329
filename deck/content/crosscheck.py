"""What a model cannot see: names that point across files, and what a whole outline comes to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deck.content.blocks import (
    BUILT_IN_SOURCES,
    ITEMS,
    MADE_LINES,
    Block,
    DiagramBlock,
    LineBlock,
    MadeBlock,
    TextBlock,
    block_sources,
    statements,
)
from deck.content.diagrams import check_diagram
from deck.content.model import PLACE_KINDS, GuidanceFile, SlideModel, SlidesFile, SourcesFile
from deck.content.outline import Outline, OutlinesFile
from deck.content.phrase import Phrase
from deck.content.words import Key
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.i18n import _, decimal
from deck.places import load_places
from deck.presentation import FEW_LINES, LINE_ROLES, REQUIRED_ROLES, SLOT_ROLES
from deck.source import Tree

LEAST_REST = 1.0
"""Minutes that the slide with the rest of an outline's time has at least, in the fullest deck."""


class CrossCheck:
    """Holds the files of a content against each other; what is wrong goes to `diagnostics`. `trees`: file → its positions."""

    def __init__(self, trees: dict[str, Tree], diagnostics: Diagnostics) -> None:
        self.trees, self.diagnostics = trees, diagnostics

    def _source(self, source: str, known: Iterable[str], tree: Tree, path: tuple[str | int, ...]) -> None:
        if source not in known:
            self.diagnostics.error(
                "unknown-source",
                _('unknown source "{name}"').format(name=source),
                tree.where(path),
                did_you_mean(source, known) or _("add it to sources.yaml"),
            )

    def guidance(self, guidance: GuidanceFile, sources: SourcesFile) -> None:
        tree = self.trees["guidance"]
        self._source(guidance.guidance.page, sources.sources, tree, ("guidance", "page"))
        for source in guidance.guidance.source:
            self._source(source, sources.sources, tree, ("guidance", "source"))
        for name in set(sources.sources) & set(BUILT_IN_SOURCES):
            self.diagnostics.error(
                "duplicate-id",
                _('"{name}" is a name with a meaning of its own').format(name=name),
                self.trees["sources"].where(("sources", name), key=True),
                _("call the source something else"),
            )

    def slides(self, slides: SlidesFile, sources: SourcesFile) -> None:
        for name, slide in slides.slides.items():
            self._roles(name, slide)
            self._sources(name, slide, {*sources.sources, *BUILT_IN_SOURCES})
            self._senders(name, slide)

    def _senders(self, name: str, slide: SlideModel) -> None:
        """For whom the slide is, and what it stands in for."""
        tree, base = self.trees["slides"], ("slides", name)
        known = (*PLACE_KINDS, *(place.code for place in load_places().all)) if slide.senders else ()
        for i, sender in enumerate(slide.senders):
            if sender not in known:
                path = (*base, "for", i) if isinstance(tree.get((*base, "for")), list) else (*base, "for")
                message = _('"{value}" is neither a kind of place nor the code of one').format(value=sender)
                hint = _("say municipality, county, or a code such as 1281; `deck places` lists them")
                self.diagnostics.error("unknown-place", message, tree.where(path), hint)
        if slide.instead:
            self._slide(slide.instead, tree, (*base, "instead"))
            if not slide.senders:
                message = _('slide "{name}" stands in for another, and does not say for whom').format(name=name)
                self.diagnostics.error("missing-field", message, tree.where((*base, "instead")), _('say it with "for"'))

    def _sources(self, name: str, slide: SlideModel, known: set[str]) -> None:
        tree = self.trees["slides"]
        for slot, block in slide.slots.items():
            base: tuple[str | int, ...] = ("slides", name, "slots", slot)
            inner = statements(block)
            if inner:
                field = next(f for f in (*ITEMS, "rows") if tree.get((*base, f)))
                for item, statement in inner.items():
                    for source in statement.source:
                        self._source(source, known, tree, self._at(tree, (*base, field, item), source))
                    if statement.link:
                        self._link(name, statement.link, tree, (*base, field, item, "link"))
            else:
                for source in block_sources(block):
                    self._source(source, known, tree, self._at(tree, base, source))
            if isinstance(block, DiagramBlock):
                check_diagram(block, tree, base, self.diagnostics)
            highlight = getattr(block, "highlight", "")
            if highlight and highlight not in getattr(block, "categories", {}):
                self._slide(highlight, tree, (*base, "highlight"), getattr(block, "categories", {}))
        for i, source in enumerate(slide.notes):
            self._source(source, known, tree, ("slides", name, "notes", i))

    def _link(self, slide: str, link: str, tree: Tree, path: tuple[str | int, ...]) -> None:
        if link.startswith(("https://", "mailto:")):
            return
        if link == slide:
            message = _('slide "{name}" leads to itself').format(name=slide)
            self.diagnostics.error("unknown-slide", message, tree.where(path), _("name another slide, or take the link away"))
        elif "." in link or ":" in link or "/" in link:
            message = _('"{value}" is no address that a link can have').format(value=link)
            self.diagnostics.error("bad-link", message, tree.where(path), _("begin it with https:// or mailto:"))
        else:
            self._slide(link, tree, path)

    @staticmethod
    def _at(tree: Tree, base: tuple[str | int, ...], source: str) -> tuple[str | int, ...]:
        """Where below `base` the source is named."""
        value = tree.get(base)
        path = base
        if isinstance(value, dict):
            if "categories" in value:
                for item, point in value["categories"].items():
                    if isinstance(point, dict) and source in point.get("source", ""):
                        return (*base, "categories", item, "source")
            path, value = (*base, "source"), value.get("source")
        if isinstance(value, list) and source in value:
            path = (*path, value.index(source))
        return path

    def _slide(self, name: str, tree: Tree, path: tuple[str | int, ...], known: Iterable[str] | None = None) -> None:
        have = list(known if known is not None else (self.trees["slides"].get(("slides",)) or {}))
        if name not in have:
            what = _('unknown slide "{name}"') if known is None else _('unknown name "{name}"')
            hint = did_you_mean(name, have) or _("known here: {names}").format(names=", ".join(have[:30]))
            self.diagnostics.error("unknown-slide", what.format(name=name), tree.where(path), hint)

    def _roles(self, name: str, slide: SlideModel) -> None:
        tree = self.trees["slides"]
        base = ("slides", name, "slots")
        filled: dict[str, str] = {}
        for slot, block in slide.slots.items():
            role = slide.role(slot)
            where = tree.where((*base, slot), key=True)
            if role not in SLOT_ROLES[slide.kind]:
                hint = did_you_mean(role, SLOT_ROLES[slide.kind]) or _("known here: {names}").format(
                    names=", ".join(SLOT_ROLES[slide.kind])
                )
                message = _('a slide of kind "{kind}" has no place for "{role}"').format(kind=slide.kind, role=role)
                self.diagnostics.error("unknown-slot", message, where, hint)
            elif role in filled:
                message = _('"{role}" is filled by "{other}" already').format(role=role, other=filled[role])
                self.diagnostics.error("duplicate-id", message, where, _("keep one of them"))
            elif role in LINE_ROLES and not self._holds_line(role, block):
                message = _('"{role}" holds a line of text, nothing else').format(role=role)
                self.diagnostics.error("wrong-block", message, where, _("give it a source and nothing more"))
            filled.setdefault(role, slot)
        for role in REQUIRED_ROLES[slide.kind]:
            if role not in filled:
                message = _('a slide of kind "{kind}" needs "{role}"').format(kind=slide.kind, role=role)
                self.diagnostics.error("missing-slot", message, tree.where(("slides", name), key=True), _("add it to its slots"))

    @staticmethod
    def _holds_line(role: str, block: Block) -> bool:
        """Whether a block may stand where there is a line of text."""
        return (
            isinstance(block, LineBlock)
            or getattr(block, "block", "") in MADE_LINES
            or (role in FEW_LINES and isinstance(block, TextBlock))
        )

    def outlines(self, outlines: OutlinesFile, slides: SlidesFile) -> None:
        tree = self.trees["outlines"]
        for name, outline in outlines.outlines.items():
            base: tuple[str | int, ...] = ("outlines", name)
            seen: dict[str, str] = {}
            for section, items in outline.sections.items():
                for i, slide in enumerate(items):
                    path = (*base, "sections", section, i)
                    self._slide(slide, tree, path)
                    if slide in seen:
                        message = _('slide "{name}" is in the outline twice').format(name=slide)
                        self.diagnostics.error("duplicate-id", message, tree.where(path), _("keep one of them"))
                    seen[slide] = section
            for audience, change in outline.audiences.items():
                if audience not in outlines.audiences:
                    hint = did_you_mean(audience, outlines.audiences)
                    message = _('unknown audience "{name}"').format(name=audience)
                    self.diagnostics.error(
                        "unknown-audience", message, tree.where((*base, "audiences", audience), key=True), hint
                    )
                for i, slide in enumerate(change.without):
                    self._slide(slide, tree, (*base, "audiences", audience, "without", i), seen)
                self._moved(name, outline, slides, audience)
            for audience in outlines.audiences:
                self._length(name, outline, slides, audience)
                if outline.time or outline.rest:
                    self._time(name, outline, slides, audience)

    def _moved(self, name: str, outline: Outline, slides: SlidesFile, audience: str) -> None:
        """Slides that an audience has elsewhere: after one that it has."""
        tree = self.trees["outlines"]
        change = outline.audiences[audience]
        order = [slide for _section, slide in outline.order(audience)]
        for slide, other in change.after.items():
            path = ("outlines", name, "audiences", audience, "after", slide)
            self._slide(slide, tree, path)
            self._slide(other, tree, path)
            if other in slides.slides and (other not in order or other == slide):
                message = _('outline "{name}" does not show "{slide}" to "{audience}", so nothing can stand after it')
                said = message.format(name=name, slide=other, audience=audience)
                if other == slide:
                    said = _('slide "{name}" cannot stand after itself').format(name=slide)
                self.diagnostics.error("unknown-slide", said, tree.where(path), _("name a slide that it shows"))

    def _length(self, name: str, outline: Outline, slides: SlidesFile, audience: str) -> None:
        count = sum(1 for slide in outline.spoken(audience) if slide in slides.slides and not _is_sources(slides.slides[slide]))
        if count > outline.max_slides:
            self.diagnostics.error(
                "too-many-slides",
                _('outline "{name}" has {count} slides for "{audience}"; at most {most}').format(
                    name=name, count=count, audience=audience, most=outline.max_slides
                ),
                self.trees["outlines"].where(("outlines", name, "max_slides")),
                _("take some away, or raise the number"),
            )

    def _time(self, name: str, outline: Outline, slides: SlidesFile, audience: str) -> None:
        """Every slide that is spoken has its minutes, and one the rest, which is enough to say something in."""
        tree, base = self.trees["outlines"], ("outlines", name)
        time, rest = outline.timed(audience)
        spoken = outline.spoken(audience)
        without = [slide for slide in spoken if slide not in time and slide != rest]
        if without:
            message = _('outline "{name}" does not say how long {slides} may take for "{audience}"')
            said = message.format(
                name=name, slides=", ".join(_('"{name}"').format(name=slide) for slide in without), audience=audience
            )
            self.diagnostics.error("wrong-time", said, tree.where((*base, "time")), _('give their minutes under "time"'))
        if rest not in spoken:
            message = _('outline "{name}" has no slide for "{audience}" that takes the rest of the time')
            said = message.format(name=name, audience=audience)
            self.diagnostics.error("wrong-time", said, tree.where((*base, "rest")), _('name one that it shows, with "rest"'))
        elif (left := outline.minutes - sum(time.get(slide, 0) for slide in spoken if slide != rest)) < LEAST_REST:
            message = _('outline "{name}" leaves {left} minutes to "{slide}" for "{audience}"; at least {least}')
            said = message.format(name=name, left=decimal(left), slide=rest, audience=audience, least=decimal(LEAST_REST))
            hint = _('take some from others under "time", or raise "minutes"')
            self.diagnostics.error("wrong-time", said, tree.where((*base, "minutes")), hint)
        for slide in time:
            self._slide(slide, tree, (*base, "time"), slides.slides)

    def suggestions(
        self, slides: SlidesFile, phrases: dict[Key, Phrase], mark: Phrase | None, positions: dict[str, Where]
    ) -> None:
        """What is ours must say so, in words that are seen."""
        if mark is None:
            return
        wanted = re.compile(re.escape(mark.text.casefold()))
        for name, slide in slides.slides.items():
            ours = any("suggestion" in block_sources(block) for block in slide.slots.values())
            seen = (p.text.casefold() for key, p in phrases.items() if key[0] == name and key[1] != "notes")
            if ours and name in positions and not any(wanted.search(text) for text in seen):
                self.diagnostics.error(
                    "unmarked-suggestion",
                    _('slide "{name}" has suggestions, and no text on it says so').format(name=name),
                    positions[name],
                    _('put the word "{word}" in its title or text').format(word=mark.text),
                )

    def links(self, slides: SlidesFile, phrases: dict[Key, Phrase]) -> None:
        for phrase in phrases.values():
            for span in phrase.spans:
                target = span.target.removeprefix("slide:")
                if span.target.startswith("slide:") and target not in slides.slides:
                    hint = did_you_mean(target, slides.slides)
                    self.diagnostics.error("unknown-slide", _('unknown slide "{name}"').format(name=target), phrase.where, hint)


def _is_sources(slide: SlideModel) -> bool:
    return any(isinstance(block, MadeBlock) and block.block == "sources" for block in slide.slots.values())
