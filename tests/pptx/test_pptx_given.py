"""A built deck's file: sealed, the same each time, and ours until somebody has edited or refreshed it."""

from __future__ import annotations

from deck.diagnostics import Diagnostics
from deck.making import Recipe, make
from deck.package import open_package, package_bytes
from deck.places import load_places
from deck.pptx import given
from deck.pptx.seal import is_as_written, making, sealed


def test_it_is_sealed_as_built_and_nothing_else_is_ours() -> None:
    made = make(Recipe("1281", "kort"), load_places().find("1281"), Diagnostics())
    assert made.package is not None
    data = given.write(made.presentation, made.laid_out, made.package)
    assert data == given.write(made.presentation, made.laid_out, made.package)
    assert is_as_written(data) and making(data).made == "built" and given.KIND.ours(data)
    refreshed = package_bytes(sealed(open_package(data, "a.pptx"), "refreshed"))
    assert is_as_written(refreshed) and given.KIND.alike(refreshed) and not given.KIND.ours(refreshed)
    assert not given.KIND.ours(data + b"\0") and not given.KIND.alike(b"<html>")
