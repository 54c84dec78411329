"""Content read from its folder, every complaint of every file collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from deck.collection import first_language
from deck.content.beside import Beside, GivenFigures
from deck.content.content import Content
from deck.content.crosscheck import CrossCheck
from deck.content.drafts import draft_folder, release_of_draft
from deck.content.fallback import MISSING, drawn, filled, without_missing
from deck.content.figures import FigureSources, apply_figures
from deck.content.indicators import Telling, load_indicators
from deck.content.language import known_language, same_language
from deck.content.listed import judge_figures
from deck.content.local import apply_local
from deck.content.model import GuidanceFile, SlideModel, SlidesFile, Source, SourcesFile
from deck.content.outline import Outline, OutlinesFile
from deck.content.overlooked import overlooked_files, overlooked_structure, overlooked_terms
from deck.content.phrase import Phrase
from deck.content.pictures import slide_pictures
from deck.content.releases import ReleaseInfo, content_root, fingerprint, release_folder, releases
from deck.content.reviews import load_reviews
from deck.content.showing import Showing
from deck.content.translated import SLIDES, TERMS, LanguageWords, name_of, read_prints, translation
from deck.content.words import REQUIRED_TERMS, Key, compile_slide, compile_terms, expected_words
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.errors import InputError
from deck.i18n import _, ngettext
from deck.source import Snapshot, Tree, display, load_yaml, validate

_FILES = {"guidance": GuidanceFile, "sources": SourcesFile, "slides": SlidesFile, "outlines": OutlinesFile}
_WORDED = {"slides": SlidesFile, "outlines": OutlinesFile}
STALE = "stale-translation"


def load_content(
    release: str | None = None,
    *,
    local: Path | Snapshot | None = None,
    lang: str | None = None,
    root: Path | None = None,
    beside: Beside | None = None,
    showing: Showing | None = None,
    figures: tuple[Path | GivenFigures, ...] = (),
    fallback: bool = False,
) -> Content:
    """The content of a frozen release, or with None the working content, in the words of one language (its folder's name, ISO
    639). `local`: a sender's local.yaml; `beside`: what it names, where that is not to be read from files; `showing`:
    what is said of it beside the local.yaml, and before it;
    `figures`: files of them beside those that it names. `fallback`: what the language has no words for is taken in Swedish, and
    marked so; else that is an error. Other languages are not looked at.

    Raises InputError with every diagnostic, UsageError for an unknown release or language.
    """
    lang = lang or first_language()
    top = root or content_root()
    folder = top if release is None else (draft_folder(release, top) or release_folder(release, top))
    found = Diagnostics()
    known_language(lang, folder)
    name, date = _release_of(folder, top, release, lang, found)
    # What is frozen stays as it is: of what nobody looks at there, nothing is said.
    content = _load(folder, name, date, lang, found, overlooked=release is None, fallback=fallback)
    telling: Mapping[str, Telling] = {}
    if content is not None and release is None:
        load_reviews(top, found, content.sources)
    if content is not None and (release is None or figures or local is not None):
        telling = load_indicators(top, found)
    if content is not None:
        content = _with_own(content, telling, found, local, beside, showing, figures)
    if content is None or found.errors:
        raise InputError(found)
    return replace(content, diagnostics=tuple(found)) if found.items else content


def with_own(
    content: Content,
    root: Path,
    *,
    frozen: bool,
    local: Path | Snapshot | None = None,
    beside: Beside | None = None,
    showing: Showing | None = None,
    figures: tuple[Path | GivenFigures, ...] = (),
) -> Content:
    """A content that was loaded without a sender's own, with it: what `load_content` gives of both, the words not read once more.
    `frozen`: it is a release's. Raises InputError."""
    found = Diagnostics()
    # Of the working content's indicators all that there is to say was said when it was loaded.
    telling = load_indicators(root, found if frozen else Diagnostics()) if figures or local is not None else {}
    whole = _with_own(content, telling, found, local, beside, showing, figures)
    told = (*content.diagnostics, *found)
    if whole is None or found.errors:
        raise InputError(told)
    return replace(whole, diagnostics=told) if found.items else whole


def _with_own(
    content: Content,
    telling: Mapping[str, Telling],
    found: Diagnostics,
    local: Path | Snapshot | None,
    beside: Beside | None,
    showing: Showing | None,
    figures: tuple[Path | GivenFigures, ...],
) -> Content | None:
    whole: Content | None = content
    if local is not None:
        whole = apply_local(content, local, found, beside)
    if whole is not None and (figures or local is not None):
        tree = load_yaml(local, diagnostics=Diagnostics()) if local is not None else None
        sources = FigureSources(figures, tree=tree, folder=_folder(local), known=beside)
        whole = apply_figures(replace(whole, indicators=telling), sources, found)
        if tree is not None and not found.errors:
            judge_figures(whole, tree, found)
    return replace(whole, showing=showing.over(whole.showing)) if whole is not None and showing is not None else whole


def load_sources(root: Path | None = None) -> dict[str, Source]:
    """The working content's sources alone, in the first language. Raises InputError where their file cannot be read."""
    top, found = root or content_root(), Diagnostics()
    given = validate(SourcesFile, load_yaml(top / "sources.yaml", diagnostics=found), found) if top.is_dir() else None
    if given is None or found.errors:
        raise InputError(found)
    return _sources_in(top / first_language(), given, found)


def _folder(local: Path | Snapshot | None) -> Path:
    """Where what a local.yaml names lies."""
    path = local.path if isinstance(local, Snapshot) else local
    return path.parent if path is not None else Path()


def _release_of(folder: Path, top: Path, release: str | None, lang: str, diagnostics: Diagnostics) -> tuple[str, str]:
    """Name and date. The working content bears the name of the release that it equals in structure and in this language, else the
    newest's and "+" and its print."""
    known = releases(top, diagnostics)
    if release is not None:
        info = next((item for item in known if item.name == release), None)
        if info is None:
            # A draft, which is known by what is in it.
            return release, next((item.date for item in known if item.name == release_of_draft(release)), "")
        mark = fingerprint(folder)
        if info.sha256 != mark:
            diagnostics.error(
                "release-changed",
                _('the frozen release "{name}" has been changed (its fingerprint is {mark})').format(name=release, mark=mark),
                Where(display(folder / "release.yaml")),
                _("put its files back, or freeze the changed content under a new name"),
            )
        return info.name, info.date
    mark = fingerprint(folder, lang)
    same = next((item for item in reversed(known) if _is_of(item, top / "releases" / item.name, lang, mark)), None)
    if same:
        return same.name, same.date
    if known:
        return f"{known[-1].name}+{mark[:8]}", known[-1].date
    return mark[:8], ""


def _is_of(info: ReleaseInfo, folder: Path, lang: str, mark: str) -> bool:
    """Whether a release, if it is as it was frozen, has this print in this language."""
    return fingerprint(folder, lang) == mark and fingerprint(folder) == info.sha256


def _load(
    folder: Path,
    release: str,
    date: str,
    lang: str,
    diagnostics: Diagnostics,
    *,
    overlooked: bool = False,
    fallback: bool = False,
) -> Content | None:
    trees = {name: load_yaml(folder / f"{name}.yaml", diagnostics=diagnostics) for name in _FILES}
    if diagnostics.errors:
        return None
    models = {name: validate(model, trees[name], diagnostics) for name, model in _FILES.items()}
    guidance, sources, slides, outlines = (models[name] for name in _FILES)
    if not (
        isinstance(guidance, GuidanceFile)
        and isinstance(sources, SourcesFile)
        and isinstance(slides, SlidesFile)
        and isinstance(outlines, OutlinesFile)
    ):
        return None
    check = CrossCheck(trees, diagnostics)
    check.guidance(guidance, sources)
    check.slides(slides, sources)
    check.outlines(outlines, slides)
    structure = _Structure(folder, slides, outlines, trees["slides"])
    said = Diagnostics()
    terms, phrases, positions = structure.words(lang, said, overlooked=overlooked)
    if fallback and lang != first_language():
        said = without_missing(said)
        common, swedish, places = structure.words(first_language(), said)
        terms = filled(terms, {key: phrase for key, phrase in common.items() if key != ("lang",)})
        phrases, positions = filled(phrases, swedish, drawn(slides.slides)), places | positions
    elif overlooked:
        _stale(structure, LanguageWords.of(lang, phrases, terms), said)
    _counted(said, lang, fallback=fallback)
    diagnostics.extend(said)
    if overlooked:
        overlooked_files(folder, lang, diagnostics)
        overlooked_structure(guidance, sources, slides, outlines, trees, diagnostics)
    if not any(item.code == "broken-yaml" for item in diagnostics):
        check.suggestions(slides, phrases, terms.get(("suggestion",)), positions)
    check.links(slides, phrases)
    named = _sources_in(folder / lang, sources, diagnostics)
    pictures = slide_pictures(slides, trees["slides"], folder, diagnostics)
    mark = fingerprint(folder, lang)
    return Content(
        release,
        date=date,
        fingerprint=mark,
        lang=terms[("lang",)].text if ("lang",) in terms else lang,
        guidance=guidance.guidance,
        sources=named,
        slides=slides.slides,
        audiences=outlines.audiences,
        outlines=outlines.outlines,
        phrases=phrases,
        terms=terms,
        pictures=pictures,
        positions=positions,
    )


@dataclass(frozen=True, slots=True)
class _Structure:
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
    structure = _structure(root)
    words: dict[str, LanguageWords] = {}
    for lang in langs:
        said = Diagnostics()
        terms, phrases, _positions = structure.words(lang, said)
        diagnostics.extend(without_missing(said))
        words[lang] = LanguageWords.of(lang, phrases, terms, structure.needed())
    return words


def load_structure(root: Path) -> tuple[Mapping[str, SlideModel], tuple[str, ...]]:
    """The slides of the working content by id, and its audiences, whatever its words are. Raises InputError."""
    structure = _structure(root)
    return structure.slides.slides, structure.outlines.audiences


def _structure(root: Path) -> _Structure:
    found = Diagnostics()
    trees = {name: load_yaml(root / f"{name}.yaml", diagnostics=found) for name in ("slides", "outlines")}
    slides, outlines = (validate(model, trees[name], found) for name, model in _WORDED.items())
    if not isinstance(slides, SlidesFile) or not isinstance(outlines, OutlinesFile) or found.errors:
        raise InputError(found)
    return _Structure(root, slides, outlines, trees["slides"])


def _stale(structure: _Structure, own: LanguageWords, diagnostics: Diagnostics) -> None:
    """Told in one line: who makes a deck cannot mend it, but should know it."""
    prints = read_prints(structure.folder / own.lang, diagnostics) if own.lang != first_language() else {}
    if not prints:
        return
    terms, phrases, _positions = structure.words(first_language(), Diagnostics())
    stale = translation(LanguageWords.of(first_language(), phrases, terms), own, prints).stale
    if stale:
        message = ngettext(
            "{count} text in “{lang}” translates a Swedish text that has been changed since",
            "{count} texts in “{lang}” translate Swedish texts that have been changed since",
            len(stale),
        ).format(count=len(stale), lang=own.lang)
        folder = display(structure.folder)
        hint = _("`deck check {folder}` lists them").format(folder=folder)
        diagnostics.warning(STALE, message, Where(display(structure.folder / own.lang)), hint)


def _counted(found: Diagnostics, lang: str, *, fallback: bool) -> None:
    """Under words that are missing: how many, and what can be done without them."""
    missing = sum(item.code == MISSING for item in found)
    if missing and lang != first_language() and not fallback:
        message = ngettext("{count} text is missing in “{lang}”", "{count} texts are missing in “{lang}”", missing)
        hint = _("translate them, or say --fallback: then they are in Swedish, marked as such")
        found.error("missing-language", message.format(count=missing, lang=lang), Where(), hint)


def _sources_in(folder: Path, sources: SourcesFile, diagnostics: Diagnostics) -> dict[str, Source]:
    """The sources as a language's decks name them: where words of its own have a source of their own, that."""
    path = folder / "sources.yaml"
    found = dict(sources.sources)
    if not path.is_file():
        return found
    tree = load_yaml(path, diagnostics=diagnostics)
    own = validate(SourcesFile, tree, diagnostics)
    for name, source in own.sources.items() if own is not None else ():
        if name in found:
            found[name] = source
        else:
            hint = did_you_mean(name, found) or _("add it to sources.yaml")
            where = tree.where(("sources", name), key=True)
            diagnostics.error("unknown-source", _('unknown source "{name}"').format(name=name), where, hint)
    return found


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
