"""By when somebody looks at each source again: upkeep, apart from what is said, and so no part of a release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deck.content.model import ReviewsFile
from deck.content.releases import content_root
from deck.diagnostics import Diagnostics, Where, did_you_mean
from deck.i18n import _
from deck.source import load_yaml, validate

FILE = "reviews.yaml"


@dataclass(frozen=True, slots=True)
class Reviews:
    """Source id → its date (ISO 8601: a day, month or year), and where that is written."""

    dates: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Where] = field(default_factory=dict)


def load_reviews(
    root: Path | None = None, diagnostics: Diagnostics | None = None, sources: Iterable[str] | None = None
) -> Reviews:
    """The review dates of a content folder; none where it has no such file. Faults, and dates of sources that are not among
    `sources`, go into `diagnostics`."""
    path = (root or content_root()) / FILE
    if not path.is_file():
        return Reviews()
    problems = diagnostics if diagnostics is not None else Diagnostics()
    tree = load_yaml(path, diagnostics=problems)
    model = validate(ReviewsFile, tree, problems)
    if model is None:
        return Reviews()
    known = list(sources) if sources is not None else list(model.reviews)
    for name in model.reviews:
        if name not in known:
            message, hint = _('unknown source "{name}"').format(name=name), did_you_mean(name, known) or _("take its date away")
            problems.error("unknown-source", message, tree.where(("reviews", name), key=True), hint)
    return Reviews(model.reviews, {name: tree.where(("reviews", name)) for name in model.reviews})


__all__ = ["FILE", "Reviews", "load_reviews"]
