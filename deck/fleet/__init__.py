"""Many decks: what to build, one at a time or side by side, never stopped by a bad place."""

from deck.fleet.batch import build_many, default_jobs
from deck.fleet.build import build_one, content_of
from deck.fleet.request import BuildRequest, Built

__all__ = ["BuildRequest", "Built", "build_many", "build_one", "content_of", "default_jobs"]
