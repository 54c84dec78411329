"""Content read from its folder, every complaint of every file collected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from deck.collection import first_language
from deck.content.beside import Beside, GivenFigures
from deck.content.content import Content
from deck.content.crosscheck import CrossCheck
from deck.content.drafts import draft_folder, release_of_draft
from deck.content.fallback import MISSING, drawn, filled, without_missing
from deck.content.figures import FigureSources, apply_figures
from deck.content.indicators import Telling, load_indicators
from deck.content.language import known_language
from deck.content.listed import judge_figures
from deck.content.local import apply_local
from deck.content.model import GuidanceFile, SlidesFile, Source, SourcesFile
from deck.content.outline import OutlinesFile
from deck.content.overlooked import overlooked_files, overlooked_structure
from deck.content.pictures import slide_pictures
from deck.content.releases import ReleaseInfo, content_root, fingerprint, release_folder, releases
from deck.content.reviews import load_reviews
from deck.content.showing import Showing
from deck.content.structure import Structure
from deck.content.translated import LanguageWords, read_prints, translation
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.errors import InputError
from deck.i18n import _, ngettext
from deck.source import Snapshot, display, load_yaml, validate

_FILES = {"guidance": GuidanceFile, "sources": SourcesFile, "slides": SlidesFile, "outlines": OutlinesFile}
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
    structure = Structure(folder, slides, outlines, trees["slides"])
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


def _stale(structure: Structure, own: LanguageWords, diagnostics: Diagnostics) -> None:
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
