"""HTTP with patience that ends: a connection on which no whole request head has come in time is closed."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD = 15.0
"""Seconds for the head of a request, from its first byte; of the first one, from the connection on."""


class PatientProtocol(H11Protocol):
    """As uvicorn's own, which waits for a first request, and for the rest of any other, as long as it takes."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._waiting = self.loop.call_later(HEAD, self._give_up)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if not self._idle:
            self._end_waiting()
        elif self._waiting is None:
            self._waiting = self.loop.call_later(HEAD, self._give_up)

    @property
    def _idle(self) -> bool:
        """Whether no request is under way: what comes is the head of the next."""
        return self.cycle is None or self.cycle.response_complete

    def _give_up(self) -> None:
        self._waiting = None
        if self._idle and not self.transport.is_closing():
            self.transport.close()

    def _end_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def connection_lost(self, exc: Exception | None) -> None:
        self._end_waiting()
        super().connection_lost(exc)
