"""The language that words are marked with is the one they are in (WCAG 3.1.1 and 3.1.2; EN 301 549 10.3.1.1 and 10.3.1.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from deck.check.accessible.mend import copy_of, xml_of
from deck.check.accessible.tongues import NAMES, TAGS, WORD, fits_mark, judged
from deck.check.model import Finding, Rule
from deck.check.subject import SlideRef, Subject
from deck.check.words import Words, element_of, kept, words_of
from deck.diagnostics import Diagnostic, Severity, short
from deck.drawing.names import Element, child, local, qn
from deck.drawing.sheet import family
from deck.i18n import N_, _
from deck.package import Package

NO_LANGUAGE = ("x", "zxx", "und", "mul", "art")
"""Marks that say that there is no language, or none in particular."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of one text with one mark. `lang` as it holds, "" for none; `own` where the runs say it themselves."""

    words: Words
    lang: str
    text: str

    @property
    def primary(self) -> str:
        return self.lang.split("-")[0].casefold()


def _default(holder: Element | None) -> str:
    """The language of a text style's first level, or of its defaults."""
    for path in (("a:lvl1pPr", "a:defRPr"), ("a:defPPr", "a:defRPr")):
        found = child(holder, *path)
        if found is not None and (lang := found.get("lang")):
            return lang
    return ""


def inherited_language(subject: Subject, slide: SlideRef, words: Words) -> str:
    """What a run without a mark of its own takes after: the master's text style, then the presentation's."""
    sheets = subject.sheets
    if words.shape.is_placeholder:
        styles = child(sheets.sheet(slide.part).master.root, "p:txStyles")
        which = {"title": "p:titleStyle", "body": "p:bodyStyle"}.get(family(words.shape.ph_type or "obj"), "p:otherStyle")
        if found := _default(child(styles, which)):
            return found
    return _default(sheets.default_text)


@kept
def marked_words(subject: Subject, slide: SlideRef) -> tuple[Marked, ...]:
    """The slide's words, text by text, gathered by the language they are marked with."""
    found: list[Marked] = []
    for words in words_of(subject, slide):
        texts: dict[str, list[str]] = {}
        default: str | None = None
        for paragraph in words.text.paragraphs:
            for run in paragraph.runs:
                if not WORD.search(run.text) or run.field:
                    continue
                if not run.lang and default is None:
                    default = inherited_language(subject, slide, words)
                texts.setdefault(run.lang or default or "", []).append(run.text)
        found += [Marked(words, lang, " ".join(pieces)) for lang, pieces in texts.items()]
    return tuple(found)


def _missing(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        bare = [marked for marked in marked_words(subject, slide) if not marked.lang]
        if bare:
            message = _("no language is marked for “{words}”").format(words=short(bare[0].text, 40))
            yield MISSING.found(message, subject.where(slide.part, bare[0].words.name), box=bare[0].words.box)


def wrongly_marked(subject: Subject, slide: SlideRef) -> list[tuple[Marked, str]]:
    """Words with a mark, and the other language that they are in: text by text, and where each is too short, all together."""
    found: list[tuple[Marked, str]] = []
    rest: dict[str, list[Marked]] = {}
    for marked in marked_words(subject, slide):
        if not marked.primary or marked.primary in NO_LANGUAGE:
            continue
        language = judged(marked.text)
        if language and not fits_mark(language, marked.primary, marked.text):
            found.append((marked, language))
        elif not language and not marked.words.furniture:
            rest.setdefault(marked.lang, []).append(marked)
    for items in rest.values():
        together = judged(" ".join(item.text for item in items))
        if together and not fits_mark(together, items[0].primary, " ".join(item.text for item in items)):
            found += [(item, together) for item in items]
    return found


def _wrong(subject: Subject) -> Iterator[Finding]:
    for slide in subject.slides:
        found = wrongly_marked(subject, slide)
        for wanted in dict.fromkeys(language for _marked, language in found):
            marked = next(item for item, language in found if language == wanted)
            message = _("“{words}” is {language}, but marked as {mark}").format(
                words=short(marked.text, 40), language=_(NAMES[wanted]), mark=marked.lang
            )
            yield WRONG.found(message, subject.where(slide.part, marked.words.name), box=marked.words.box)


def main_language(subject: Subject) -> str:
    """The language that most of the deck is in, by its words; Swedish where they do not tell."""
    votes = Counter(judged(" ".join(item.text for item in marked_words(subject, slide))) for slide in subject.slides)
    votes.pop("", None)
    return TAGS.get(votes.most_common(1)[0][0] if votes else "sv", TAGS["sv"])


def mark_missing(subject: Subject) -> Package:
    main = main_language(subject)

    def bare(slide: SlideRef) -> Iterable[tuple[Marked, str]]:
        for marked in marked_words(subject, slide):
            if not marked.lang:
                yield marked, TAGS.get(judged(marked.text), main)

    return _remarked(subject, bare)


def mark_right(subject: Subject) -> Package:
    def wrong(slide: SlideRef) -> Iterable[tuple[Marked, str]]:
        for marked, language in wrongly_marked(subject, slide):
            if language in TAGS:
                yield marked, TAGS[language]

    return _remarked(subject, wrong)


def _remarked(subject: Subject, choose: Callable[[SlideRef], Iterable[tuple[Marked, str]]]) -> Package:
    """The package with the chosen words marked; only runs whose mark was the one found are touched."""
    parts: dict[str, bytes | None] = {}
    for slide in subject.slides:
        chosen = list(choose(slide))
        root = subject.tree(slide.part)
        if not chosen or root is None:
            continue
        root = copy_of(root)
        tree = child(root, "p:cSld", "p:spTree")
        for marked, lang in chosen:
            body = _body(element_of(tree, marked.words.shape.path), marked.words)
            inherited = inherited_language(subject, slide, marked.words)
            for run in body.iter(qn("a:r"), qn("a:br"), qn("a:fld"), qn("a:endParaRPr")) if body is not None else ():
                _mark(run, marked.lang, lang, inherited)
        parts[slide.part] = xml_of(root)
    return subject.package.replace(parts)


def _body(shape: Element | None, words: Words) -> Element | None:
    if shape is None or words.row < 0:
        return child(shape, "p:txBody")
    table = child(shape, "a:graphic", "a:graphicData", "a:tbl")
    rows = list(table.iterchildren(qn("a:tr"))) if table is not None else []
    cells = list(rows[words.row].iterchildren(qn("a:tc"))) if words.row < len(rows) else []
    return child(cells[words.column], "a:txBody") if words.column < len(cells) else None


def _mark(run: Element, old: str, new: str, inherited: str) -> None:
    props = run if local(run) == "endParaRPr" else child(run, "a:rPr")
    if (props.get("lang") if props is not None else None) not in ((None, old) if old == inherited else (old or None,)):
        return
    if props is None:
        props = run.makeelement(qn("a:rPr"))
        run.insert(0, props)
    props.set("lang", new)


MISSING = Rule(
    "accessible/language-missing",
    severity=Severity.WARNING,
    title=N_("No language is marked"),
    why=N_("WCAG 3.1.1 and 3.1.2 (EN 301 549, 10.3.1.1 and 10.3.1.2): a speech synthesiser chooses its voice by the mark."),
    mend=N_("mark the text, then Review > Language > Set Proofing Language; `deck check --fix` does it for all"),
    find=_missing,
    fix=mark_missing,
)
WRONG = Rule(
    "accessible/language-wrong",
    severity=Severity.ERROR,
    title=N_("The words are marked as another language"),
    why=MISSING.why,
    mend=N_("mark the text, then Review > Language > Set Proofing Language; `deck check --fix` does it where the words tell"),
    find=_wrong,
    fix=mark_right,
)
RULES = (MISSING, WRONG)


def of_content(item: Diagnostic) -> Diagnostic:
    """Of words that come from a content folder: a deck that is not made yet has nothing to mark."""
    if item.code != WRONG.code:
        return item
    return replace(item, hint=_("translate them in the content; its terms.yaml says which language the words are in"))
