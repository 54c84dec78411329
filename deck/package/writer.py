"""Package → zip: fixed times, fixed order, [Content_Types].xml first; the same package gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from deck.package.model import Package


def package_bytes(package: Package) -> bytes:
    raise NotImplementedError


def write_atomic(path: Path, data: bytes) -> None:
    raise NotImplementedError
