"""The pictures that pages show: slides by what they show, drawn when somebody asks, each once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from deck.web.pool import Pool

WIDTHS = (416, 640, 832, 1280)
"""Pixels: a card on a wide page, on a narrow one, and both where the screen has two to each."""
MOST_SVG, MOST_PNG = 48_000_000, 64_000_000
T = TypeVar("T")


class Shelf(Generic[T]):
    """Things by name, at most `most` bytes of them: those asked for last."""

    def __init__(self, most: int) -> None:
        self._most, self.size = most, 0
        self._kept: dict[str, tuple[T, int]] = {}

    def put(self, name: str, value: T, size: int) -> None:
        _old, before = self._kept.pop(name, (None, 0))
        self._kept[name] = value, size
        self.size += size - before
        while self.size > self._most and len(self._kept) > 1:
            first = next(iter(self._kept))
            self.size -= self._kept.pop(first)[1]

    def get(self, name: str) -> T | None:
        found = self._kept.pop(name, None)
        if found is None:
            return None
        self._kept[name] = found
        return found[0]

    def drop(self, start: str) -> None:
        """Take away all whose names begin so."""
        for name in [name for name in self._kept if name.startswith(start)]:
            self.size -= self._kept.pop(name)[1]

    def drop_where(self, goes: Callable[[T], bool]) -> None:
        """Take away all things of which that holds."""
        for name in [name for name, (value, _size) in self._kept.items() if goes(value)]:
            self.size -= self._kept.pop(name)[1]

    def __len__(self) -> int:
        return len(self._kept)


class ComingPictures:
    """What a job draws after its answer, as it comes: `Pool.run` gives it the pieces."""

    def __init__(self, pictures: DrawnPictures) -> None:
        self._pictures = pictures
        self.keys: set[str] = set()
        self.ended = False

    def __call__(self, piece: tuple[str, bytes] | None) -> None:
        if piece is not None:
            self._pictures.come(piece)
        else:
            self.ended = True
            self._pictures.end(self.keys)


class DrawnPictures:
    """Packed SVGs as jobs gave them, and the PNGs that were drawn of them."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._svgs: Shelf[bytes] = Shelf(MOST_SVG)
        self._pngs: Shelf[bytes] = Shelf(MOST_PNG)
        self._under_way: dict[str, asyncio.Task[bytes]] = {}
        self._coming: dict[str, asyncio.Future[None]] = {}

    def keep(self, pictures: Iterable[tuple[str, bytes]]) -> None:
        for key, svg in pictures:
            if key:
                self._svgs.put(key, svg, len(svg))

    def has(self, key: str) -> bool:
        return self._svgs.get(key) is not None or key in self._coming

    def expect(self, keys: Iterable[str], pieces: ComingPictures) -> None:
        """Pictures that are drawn now: who asks for one waits for it."""
        for key in keys:
            if not (pieces.ended or self.has(key)):
                self._coming[key] = asyncio.get_running_loop().create_future()
                pieces.keys.add(key)

    def come(self, piece: tuple[str, bytes]) -> None:
        self.keep([piece])
        self.end([piece[0]])

    def end(self, keys: Iterable[str]) -> None:
        """Nobody waits for these any more."""
        for key in keys:
            coming = self._coming.pop(key, None)
            if coming is not None and not coming.done():
                coming.set_result(None)

    async def png(self, key: str, width: int) -> bytes | None:
        """None where the picture is not there any more: its page makes it anew. Raises as Pool.run."""
        name = f"{key}-{width}"
        known = self._pngs.get(name)
        if known is not None:
            return known
        if key in self._coming:
            await asyncio.shield(self._coming[key])
        svg = self._svgs.get(key)
        if svg is None:
            return None
        task = self._under_way.get(name)
        if task is None:
            task = asyncio.create_task(self._draw(name, svg, width))
            self._under_way[name] = task
            task.add_done_callback(lambda _done: self._under_way.pop(name, None))
        return await asyncio.shield(task)

    async def _draw(self, name: str, svg: bytes, width: int) -> bytes:
        data: bytes = await self._pool.run("picture", svg, width, light=True)
        self._pngs.put(name, data, len(data))
        return data
