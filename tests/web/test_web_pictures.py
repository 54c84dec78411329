"""Pictures: those asked for last are kept, each is drawn once."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from deck.web.pictures import ComingPictures, DrawnPictures, Shelf
from deck.web.pool import Pool


def test_a_shelf_keeps_what_was_asked_for_last() -> None:
    shelf: Shelf[str] = Shelf(100)
    for name in "abcd":
        shelf.put(name, name.upper(), 30)
        shelf.get("a")
    assert shelf.get("a") == "A" and shelf.get("b") is None and shelf.get("d") == "D"
    assert shelf.size == 90 and len(shelf) == 3


def test_what_is_put_anew_counts_once_and_what_is_too_large_alone_is_kept() -> None:
    shelf: Shelf[str] = Shelf(100)
    shelf.put("a", "1", 40)
    shelf.put("a", "2", 50)
    assert (shelf.size, shelf.get("a")) == (50, "2")
    shelf.put("b", "3", 400)
    assert shelf.get("b") == "3" and shelf.get("a") is None and shelf.size == 400


class _Counting:
    """As a pool, that counts."""

    def __init__(self) -> None:
        self.runs = 0

    async def run(self, name: str, *given: Any, **_more: Any) -> bytes:
        self.runs += 1
        await asyncio.sleep(0.01)
        return b"png of " + given[0]


def test_a_picture_that_many_ask_for_is_drawn_once() -> None:
    async def many() -> None:
        pool = _Counting()
        pictures = DrawnPictures(cast(Pool, pool))
        pictures.keep([("k", b"svg"), ("", b"none")])
        assert pictures.has("k") and not pictures.has("")
        drawn = await asyncio.gather(*(pictures.png("k", 640) for _n in range(20)))
        assert set(drawn) == {b"png of svg"} and pool.runs == 1
        assert await pictures.png("k", 640) == b"png of svg" and pool.runs == 1
        assert await pictures.png("k", 1280) and pool.runs == 2
        assert await pictures.png("nowhere", 640) is None

    asyncio.run(many())


def test_who_gives_up_does_not_stop_it_for_the_others() -> None:
    async def one_gives_up() -> None:
        pool = _Counting()
        pictures = DrawnPictures(cast(Pool, pool))
        pictures.keep([("k", b"svg")])
        first, second = (asyncio.create_task(pictures.png("k", 640)) for _n in range(2))
        await asyncio.sleep(0)
        first.cancel()
        assert await second == b"png of svg" and pool.runs == 1

    asyncio.run(one_gives_up())


def test_who_asks_for_a_picture_that_is_drawn_just_now_waits_for_it() -> None:
    async def waits() -> None:
        pictures = DrawnPictures(cast(Pool, _Counting()))
        coming = ComingPictures(pictures)
        pictures.keep([("old", b"svg")])
        pictures.expect(["old", "k", "lost"], coming)
        assert pictures.has("k") and pictures.has("lost")
        early, never = (asyncio.create_task(pictures.png(key, 640)) for key in ("k", "lost"))
        assert await pictures.png("old", 640) and not early.done()
        coming(("k", b"new"))
        assert await early == b"png of new" and not never.done()
        # The job was lost, or could not draw it.
        coming(None)
        assert await never is None and not pictures.has("lost") and pictures.has("k")
        pictures.expect(["late"], coming)
        assert not pictures.has("late") and await pictures.png("late", 640) is None

    asyncio.run(waits())
