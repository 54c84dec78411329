"""A failing chain made as small as it can be and still fail alike, and stored as a case."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from .chain import Chain, Failure, Step, run

Fails = Callable[[Chain], Failure | None]


def smaller(chain: Chain) -> Iterator[Chain]:
    """Chains with one thing less: a release, an edit, a change, a program, a decision."""
    for at, step in enumerate(chain.steps):
        if len(chain.steps) > 1:
            yield replace(chain, steps=chain.steps[:at] + chain.steps[at + 1 :])
        for less in _smaller_step(step):
            yield replace(chain, steps=(*chain.steps[:at], less, *chain.steps[at + 1 :]))


def _smaller_step(step: Step) -> Iterator[Step]:
    half = len(step.edits) // 2
    if half > 1:
        yield replace(step, edits=step.edits[half:])
        yield replace(step, edits=step.edits[:half])
    if step.program != "none":
        yield replace(step, program="none")
    if step.decide:
        yield replace(step, decide="")
    for at in range(len(step.changes)):
        yield replace(step, changes=step.changes[:at] + step.changes[at + 1 :])
    for at in range(len(step.edits)):
        yield replace(step, edits=step.edits[:at] + step.edits[at + 1 :])


def _alone(chain: Chain, kind: str) -> Chain:
    """Only the edits of the kind that was lost: mostly enough."""
    steps = tuple(replace(step, edits=tuple(touch for touch in step.edits if touch.kind == kind)) for step in chain.steps)
    return replace(chain, steps=steps) if any(step.edits for step in steps) else chain


def _none_of_program(chain: Chain) -> Chain:
    return replace(chain, steps=tuple(replace(step, program="none") for step in chain.steps))


def shrunk(chain: Chain, failure: Failure, folder: Path, *, tries: int = 80) -> tuple[Chain, Failure]:
    """The smallest chain found that fails by the same name, and how it fails."""

    def fails(candidate: Chain) -> Failure | None:
        return next((one for one in run(candidate, folder).failures if one.name == failure.name), None)

    # What came after the failure has no part in it.
    cut = replace(chain, steps=chain.steps[: failure.step])
    if failure.step < len(chain.steps) and (found := fails(cut)):
        chain, failure = cut, found
    for less in (_alone(chain, failure.kind), _none_of_program(_alone(chain, failure.kind))):
        if less != chain and (found := fails(less)):
            chain, failure = less, found
    left = tries
    while left > 0:
        for candidate in smaller(chain):
            left -= 1
            if found := fails(candidate):
                chain, failure = candidate, found
                break
            if left <= 0:
                break
        else:
            break
    return chain, failure


def store(chain: Chain, failure: Failure, path: Path, reason: str = "") -> None:
    """A case: the chain, and what goes wrong in it."""
    data = {"fails": [failure.what, failure.kind], "reason": reason or failure.detail, "chain": chain.dump()}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


def stored(path: Path) -> tuple[Chain, tuple[str, str], str]:
    """A case's chain, the failure's name, and the reason."""
    data = json.loads(path.read_text("utf-8"))
    what, kind = data["fails"]
    return Chain.load(data["chain"]), (what, kind), data["reason"]
