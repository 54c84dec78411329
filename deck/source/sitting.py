"""What files say is asked once in a sitting: the decks of a batch are made of what stood when it was begun, and a change
meanwhile comes to all of them the next time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Hashable, Iterator
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")

_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("sitting", default=None)


@contextlib.contextmanager
def sitting() -> Iterator[None]:
    """Within, each question is asked once; a sitting within another is the same."""
    if _answers.get() is not None:
        yield
        return
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def once(question: Hashable, ask: Callable[[], T]) -> T:
    """What `ask` says; within a sitting, what it said the first time. What it raises is no answer, and is asked again."""
    answers = _answers.get()
    if answers is None:
        return ask()
    if question not in answers:
        answers[question] = ask()
    return answers[question]


__all__ = ["once", "sitting"]
