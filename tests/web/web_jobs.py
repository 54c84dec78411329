"""Jobs that go wrong in each way, for the workers."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from typing import NoReturn

from deck.errors import InputError
from deck.files import borrowed
from deck.web.worker import Ahead


def echo(value: object) -> tuple[object, int]:
    return value, os.getpid()


def ahead(count: int, end: str = "") -> Ahead[int, int]:
    def rest() -> Iterator[int]:
        for n in range(count):
            time.sleep(0.02)
            yield n
        {"": int, "no": no, "fault": fault, "gone": gone}[end]()

    return Ahead(os.getpid(), rest())


def parent() -> int:
    return os.getppid()


def nap(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def write_and_die() -> NoReturn:
    with borrowed("left.pptx", b"x"):
        os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def no() -> NoReturn:
    raise InputError.of("no", "this cannot be", hint="do that")


def fault() -> NoReturn:
    raise KeyError("a fault of ours")


def spin() -> NoReturn:
    while True:
        pass


def grow() -> int:
    held = []
    while True:
        held.append(bytearray(20_000_000))
        held[-1][::4096] = b"x" * len(held[-1][::4096])
        time.sleep(0.001)


def gone() -> NoReturn:
    os._exit(7)
