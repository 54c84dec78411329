"""The guidance: its model, its words, its releases."""

from deck.content.changelog import Changelog, ChangeNote, diff_contents, diff_releases
from deck.content.content import Content
from deck.content.drafts import keep_draft
from deck.content.freeze import DOUBTS, freeze, freeze_doubts
from deck.content.language import code_of, languages
from deck.content.loader import load_content, load_sources, with_own
from deck.content.model import Guidance, SlideModel, Source
from deck.content.outline import Outline
from deck.content.own import Local
from deck.content.releases import ReleaseInfo, content_root, releases
from deck.content.reviews import Reviews, load_reviews
from deck.content.schema import schemas
from deck.content.structure import load_words

__all__ = [
    "DOUBTS",
    "ChangeNote",
    "Changelog",
    "Content",
    "Guidance",
    "Local",
    "Outline",
    "ReleaseInfo",
    "Reviews",
    "SlideModel",
    "Source",
    "code_of",
    "content_root",
    "diff_contents",
    "diff_releases",
    "freeze",
    "freeze_doubts",
    "keep_draft",
    "languages",
    "load_content",
    "load_reviews",
    "load_sources",
    "load_words",
    "releases",
    "schemas",
    "with_own",
]
