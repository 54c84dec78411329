"""Many decks: what to build, one at a time or side by side, never stopped by a bad place."""

from deck.fleet.batch import build_many, default_jobs
from deck.fleet.build import build_one
from deck.fleet.request import BuildRequest, Built, RefreshRequest

__all__ = ["BuildRequest", "Built", "RefreshRequest", "build_many", "build_one", "default_jobs"]
