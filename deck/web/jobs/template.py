"""What the doctor says of a template, in plain words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from deck.diagnostics import Severity
from deck.web.fields import complaints
from deck.web.shown import ShownSlide, shown


@dataclass(frozen=True, slots=True)
class TemplateAdvice:
    """`sentence`: the whole in one; `flaws`: (message, hint) of what does not stand well in it; `slides`: one of each kind."""

    sentence: str
    flaws: tuple[tuple[str, str], ...]
    slides: tuple[ShownSlide, ...]


def template(path: Path, place: str) -> TemplateAdvice:
    """Raises DeckError where it is no template that can be used."""
    from deck.making.settle import settled_template
    from deck.making.specimen import specimen
    from deck.template.doctor import Diagnosis

    report = Diagnosis(settled_template(path))
    tried = specimen(path, place)
    report = replace(report, flaws=tried.flaws)
    said = [item for item in (*report.diagnostics, *tried.flaws) if item.severity >= Severity.WARNING]
    return TemplateAdvice(report.sentence, complaints(said), tuple(shown(tried.package)))
