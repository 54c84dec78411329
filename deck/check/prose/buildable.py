"""What a build of a content folder would say: read in each of its languages, composed and laid out in every outline and for every
audience, for a municipality and a county; the decks of its longest outline judged by the rules as well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deck.brand import load_brand
from deck.check.accessible.language import of_content
from deck.check.judge import check_package
from deck.compose import compose
from deck.content import load_content
from deck.content.content import Content
from deck.content.language import languages
from deck.diagnostics import Diagnostic, Diagnostics, Severity
from deck.errors import DeckError
from deck.layout import audit, lay_out
from deck.package import Package
from deck.places import Places, load_places
from deck.pptx import write_pptx
from deck.template import brand_template, default_template_path, read_template

_ELSEWHERE = ("source-overdue", "stale-translation", "missing-language")
"""Told of one by one, beside."""


def unbuildable(root: Path) -> list[Diagnostic]:
    """Each complaint once; none of a folder that holds words alone. What is due for another look is told elsewhere."""
    if not (root / "slides.yaml").is_file():
        return []
    places = load_places()
    found: dict[Diagnostic, None] = {}
    for lang in languages(root):
        found |= dict.fromkeys(_said(root, lang, places))
    return [item for item in found if item.code not in _ELSEWHERE and item.severity > Severity.INFO]


def _said(root: Path, lang: str, places: Places) -> Iterator[Diagnostic]:
    try:
        content = load_content(lang=lang, root=root)
    except DeckError as error:
        yield from error.diagnostics
        return
    yield from content.diagnostics
    longest = max(content.outlines, key=lambda name: sum(map(len, content.outlines[name].sections.values())))
    first = next(iter(content.audiences), "")
    for outline in content.outlines:
        for audience in content.audiences:
            yield from _made(content, places, outline, audience, proved=(outline, audience) == (longest, first))


def _made(content: Content, places: Places, outline: str, audience: str, *, proved: bool) -> Iterator[Diagnostic]:
    """`proved`: the finished deck is judged, too, as by `deck check`."""
    plain = read_template(default_template_path())
    for place in (places.municipalities[0], places.counties[0]):
        brand = load_brand(place, places)
        found = Diagnostics()
        try:
            told = compose(content, place, places, brand, outline=outline, audience=audience)
            laid_out = lay_out(told, brand_template(plain, brand), found)
            found.extend(audit(laid_out))
            if proved and not found.errors:
                name = f"{content.lang}, {outline}, {place.own_name}"
                found.extend(_judged(write_pptx(told, laid_out), name))
        except DeckError as error:
            found.extend(error.diagnostics)
        yield from found


def _judged(package: Package, name: str) -> Iterator[Diagnostic]:
    """What a build would hold against the deck; what the day decides is told beside."""
    report = check_package(package, name)
    found = (item for item in report.findings if item.level >= Severity.WARNING and not item.rule.dated)
    yield from (of_content(item.to_diagnostic(name)) for item in found)
    yield from report.faults
