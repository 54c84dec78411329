"""What the words of a language are held against: the slides and outlines, and which words each asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deck.collection import first_language
from deck.content.fallback import without_missing
from deck.content.language import same_language
from deck.content.model import SlideModel, SlidesFile
from deck.content.outline import Outline, OutlinesFile
from deck.content.overlooked import overlooked_terms
from deck.content.phrase import Phrase
from deck.content.translated import SLIDES, TERMS, LanguageWords, name_of
from deck.content.words import REQUIRED_TERMS, Key, compile_slide, compile_terms, expected_words
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.errors import InputError
from deck.i18n import _
from deck.source import Tree, display, load_yaml, validate

_WORDED = {"slides": SlidesFile, "outlines": OutlinesFile}


@dataclass(frozen=True, slots=True)
class Structure:
    """What words are held against. `tree`: that of the slides."""

    folder: Path
    slides: SlidesFile
    outlines: OutlinesFile
    tree: Tree

    def words(
        self, lang: str, diagnostics: Diagnostics, *, overlooked: bool = False
    ) -> tuple[dict[Key, Phrase], dict[Key, Phrase], dict[str, Where]]:
        """The terms of a language, the phrases of its slides, and where each slide's begin."""
        own = _sections(self.outlines.outlines.values())
        terms = _terms(self.folder / lang, own, self.outlines, diagnostics, overlooked=overlooked)
        return terms, *_words(self.folder / lang, self.slides, self.outlines.audiences, self.tree, diagnostics)

    def needed(self) -> frozenset[str]:
        """The names of the texts that no deck can be made without."""
        names = {name_of(TERMS, path) for path in _wanted_terms(_sections(self.outlines.outlines.values()), self.outlines)}
        for name, slide in self.slides.slides.items():
            expected = expected_words(slide, self.outlines.audiences)
            names |= {name_of(SLIDES, (name, *path)) for path, item in expected.items() if item.required}
        return frozenset(names)


def load_words(root: Path, langs: Iterable[str], diagnostics: Diagnostics) -> dict[str, LanguageWords]:
    """All texts of each of these languages of the working content, whole or not; `diagnostics`: what is wrong in them, but for
    words that are not there. Raises InputError where the structure is faulty, and says nothing of its words."""
    structure = structure_in(root)
    words: dict[str, LanguageWords] = {}
    for lang in langs:
        said = Diagnostics()
        terms, phrases, _positions = structure.words(lang, said)
        diagnostics.extend(without_missing(said))
        words[lang] = LanguageWords.of(lang, phrases, terms, structure.needed())
    return words


def load_structure(root: Path) -> tuple[Mapping[str, SlideModel], tuple[str, ...]]:
    """The slides of the working content by id, and its audiences, whatever its words are. Raises InputError."""
    structure = structure_in(root)
    return structure.slides.slides, structure.outlines.audiences


def structure_in(root: Path) -> Structure:
    found = Diagnostics()
    trees = {name: load_yaml(root / f"{name}.yaml", diagnostics=found) for name in ("slides", "outlines")}
    slides, outlines = (validate(model, trees[name], found) for name, model in _WORDED.items())
    if not isinstance(slides, SlidesFile) or not isinstance(outlines, OutlinesFile) or found.errors:
        raise InputError(found)
    return Structure(root, slides, outlines, trees["slides"])


def _sections(outlines: Iterable[Outline]) -> list[str]:
    return list(dict.fromkeys(section for outline in outlines for section in outline.sections))


def _terms(
    folder: Path, sections: list[str], outlines: OutlinesFile, diagnostics: Diagnostics, *, overlooked: bool = False
) -> dict[Key, Phrase]:
    path = folder / "terms.yaml"
    # A language that somebody has begun on has words that are missing, not a file.
    begun = folder.name != first_language() and not path.exists()
    tree = Tree(display(path)) if begun else load_yaml(path, diagnostics=diagnostics)
    terms = compile_terms(tree, diagnostics)
    wanted = _wanted_terms(sections, outlines)
    same_language(folder.name, terms.get(("lang",)), diagnostics)
    for path in wanted:
        if path not in terms:
            diagnostics.error(
                "missing-words",
                _('there are no words for "{name}"').format(name=".".join(path)),
                tree.where(("terms", *path)),
                _("write them"),
            )
    if overlooked:
        overlooked_terms(tree, terms, [*wanted, *(("sections-about", section) for section in sections)], diagnostics)
    return terms


def _wanted_terms(sections: Iterable[str], outlines: OutlinesFile) -> list[Key]:
    """The terms that the decks of these outlines ask for."""
    wanted = list(REQUIRED_TERMS)
    wanted += [("sections", section) for section in sections]
    wanted += [("outlines", outline) for outline in outlines.outlines]
    wanted += [("audiences", audience) for audience in outlines.audiences]
    if any(outline.time for outline in outlines.outlines.values()):
        wanted += [("bridge",), *(("time", name) for name in ("half", "one", "more"))]
    return wanted


def _words(
    folder: Path, slides: SlidesFile, audiences: tuple[str, ...], structure: Tree, diagnostics: Diagnostics
) -> tuple[dict[Key, Phrase], dict[str, Where]]:
    """The phrases of all files `slides*.yaml` of a language. `structure`: the slides that they are the words of."""
    phrases: dict[Key, Phrase] = {}
    positions: dict[str, Where] = {}
    files = sorted(folder.glob("slides*.yaml"))
    whole = True
    for path in files:
        tree = load_yaml(path, diagnostics=diagnostics)
        words = tree.get(("slides",))
        whole = whole and isinstance(words, dict) and not tree.broken
        if not isinstance(words, dict):
            if tree.broken:
                continue
            diagnostics.error(
                "missing-field", _('the field "{name}" is missing').format(name="slides"), tree.where(), _("add it")
            )
            continue
        for slide in words:
            where = tree.where(("slides", slide), key=True)
            if slide not in slides.slides:
                hint = did_you_mean(slide, slides.slides) or _("add it to slides.yaml, or take its words away")
                diagnostics.error("unknown-slide", _('unknown slide "{name}"').format(name=slide), where, hint)
            elif slide in positions:
                diagnostics.error(
                    "duplicate-id",
                    _('the words of slide "{name}" are also at {where}').format(name=slide, where=positions[slide]),
                    where,
                    _("keep one of them"),
                )
            else:
                positions[slide] = where
                phrases |= compile_slide(slide, slides.slides[slide], tree, ("slides", slide), audiences, diagnostics)
    for slide in slides.slides:
        # In a file that cannot be read to its end may be what no other has.
        if slide not in positions and whole:
            where = structure.where(("slides", slide), key=True)
            file = display(files[0] if files else folder / "slides.yaml")
            hint = _("write them in {file}, or in another slides….yaml beside it").format(file=file)
            diagnostics.error("missing-words", _('slide "{slide}" has no words').format(slide=slide), where, hint)
    return phrases, positions


__all__ = ["Structure", "load_structure", "load_words", "structure_in"]
