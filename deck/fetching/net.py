"""JSON from a publisher's address: within limits, no oftener than it allows, remembered for a day."""

from __future__ import annotations

import hashlib
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from deck.diagnostics import Where
from deck.errors import InputError
from deck.files import JSON, put
from deck.i18n import _

MOST_BYTES = 50_000_000
PATIENCE = 30.0
"""Seconds that an answer may take."""
PAUSE = 0.34
"""Seconds between two calls: SCB allows thirty in ten seconds (its /config says so), and Kolada asks for no more."""
DAY = 86_400.0
"""Seconds that an answer is taken for fresh."""
AGAIN = 3
"""Tries where the publisher says that it is busy."""
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def cache_folder() -> Path:
    """Where answers are kept: XDG's, or the user's own of the system."""
    said = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(said) if said else Path.home() / ".cache") / "deck" / "figures"


@dataclass
class Net:
    """`folder`: where answers are kept; `fresh`: ask anew whatever is there."""

    folder: Path = field(default_factory=cache_folder)
    fresh: bool = False
    _last: float = 0.0

    def json(self, address: str) -> tuple[Mapping[str, Any], str]:
        """The object at an https address, and the day that it was fetched (ISO 8601). Raises InputError, which says it where the
        machine is offline."""
        kept = self.folder / f"{hashlib.sha256(address.encode()).hexdigest()[:32]}.json"
        if not self.fresh and (found := _kept(kept)) is not None:
            return found
        data = self._asked(address)
        value = _object(data, address)
        with suppress(InputError):  # Who cannot keep it asks again.
            put(kept, JSON.seal(data), JSON, overwrite=True)
        return value, date.today().isoformat()

    def _asked(self, address: str) -> bytes:
        parts = urlsplit(address)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
            raise _fault(_("figures are fetched from https addresses alone"), address, _("write the address with https://"))
        for _n in range(AGAIN):
            wait = self._last + PAUSE - time.monotonic()
            time.sleep(max(0.0, wait))
            self._last = time.monotonic()
            try:
                request = urllib.request.Request(address, headers={"Accept": "application/json", "User-Agent": "deck"})
                with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                    data = answer.read(MOST_BYTES + 1)
            except urllib.error.HTTPError as error:
                if error.code in (429, 503):
                    time.sleep(_patience(error.headers.get("Retry-After", "")))
                    continue
                hint = _("check the ids: the publisher knows none of these")
                raise _fault(_("the publisher answers {code}").format(code=error.code), address, hint) from None
            except (OSError, ValueError) as error:
                reason = getattr(error, "reason", error)
                message = _("the publisher cannot be reached ({reason})").format(reason=str(reason)[:80])
                hint = _("is the computer on the net? Else download the figures in a browser, and give the file with --figures")
                raise _fault(message, address, hint) from None
            if len(data) > MOST_BYTES:
                raise _fault(_("the answer is too large"), address, _("ask for fewer places, years or indicators"))
            return data
        raise _fault(_("the publisher is busy"), address, _("try again in a few minutes"))


def _kept(path: Path) -> tuple[Mapping[str, Any], str] | None:
    try:
        at = path.stat().st_mtime
        if not 0 <= time.time() - at < DAY:
            return None
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return (value, date.fromtimestamp(at).isoformat()) if isinstance(value, dict) else None


def _object(data: bytes, address: str) -> Mapping[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise _fault(_("the publisher's answer is no JSON object"), address, _("check the address"))
    return value


def _patience(said: str) -> float:
    """Seconds; a publisher that wants more than a minute is not waited for."""
    return min(float(said), 60.0) if said.isdigit() else 2.0


def _fault(message: str, address: str, hint: str) -> InputError:
    found = InputError.of("fetch", message, Where(address), hint)
    assert isinstance(found, InputError)
    return found
