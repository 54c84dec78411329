"""The marks by which files prove themselves: they hold for what was written, and for nothing else."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deck.files import HTML, JSON, PDF, PNG, SARIF, SETTINGS, YAML, FileKind

BODIES = {
    "html": b"<!doctype html>\n<title>en sida</title>\n",
    "json": b'{\n  "type": "object"\n}\n',
    "sarif": b'{\n "version": "2.1.0",\n "runs": []\n}\n',
}
KINDS = {"html": HTML, "json": JSON, "sarif": SARIF, "png": PNG, "pdf": PDF}


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "PNG")
    return out.getvalue()


BODIES["png"] = picture()
BODIES["pdf"] = b"%PDF-1.7\n%\xe2\xe3\ntrailer <<>>\n%%EOF\n"
named = pytest.mark.parametrize("name", KINDS)


@named
def test_what_was_sealed_holds_and_is_still_of_its_kind(name: str) -> None:
    kind, body = KINDS[name], BODIES[name]
    sealed = kind.seal(body)
    assert kind.ours(sealed) and kind.alike(sealed)
    assert not kind.ours(body)
    assert kind.seal(body) == sealed
    # Sealed once more it is another file, whose own mark counts.
    assert kind.ours(kind.seal(sealed))


@named
def test_a_single_changed_bit_is_told(name: str) -> None:
    kind = KINDS[name]
    sealed = kind.seal(BODIES[name])
    for at in range(len(sealed)):
        changed = bytearray(sealed)
        changed[at] ^= 1
        assert not kind.ours(bytes(changed)), at


@named
def test_anything_added_or_cut_is_told(name: str) -> None:
    kind = KINDS[name]
    sealed = kind.seal(BODIES[name])
    assert not kind.ours(sealed + b"\n")
    assert not kind.ours(b" " + sealed)
    assert not any(kind.ours(sealed[:at]) for at in range(len(sealed)))
    assert not kind.ours(sealed + sealed)


@pytest.mark.parametrize("one", KINDS)
@pytest.mark.parametrize("other", KINDS)
def test_a_mark_counts_for_its_own_kind_only(one: str, other: str) -> None:
    assert KINDS[other].ours(KINDS[one].seal(BODIES[one])) is (one == other)


@given(st.text(alphabet="abå<>-deck sha256:0\n"))
def test_words_that_look_like_a_mark_break_nothing(words: str) -> None:
    body = ("<!doctype html>" + words + "<!-- deck-html-sha256:" + "0" * 64 + " -->").encode()
    assert not HTML.ours(body)
    assert HTML.ours(HTML.seal(body))


def test_json_stays_json_and_a_picture_a_picture() -> None:
    assert json.loads(JSON.seal(BODIES["json"]))["type"] == "object"
    assert json.loads(JSON.seal(b"{}"))["$comment"].startswith("deck-json-sha256:")
    assert set(json.loads(SARIF.seal(BODIES["sarif"]))) == {"version", "runs", "properties"}
    with Image.open(io.BytesIO(PNG.seal(picture()))) as read:
        read.load()
        assert read.getpixel((1, 1)) == (255, 0, 0)
        assert getattr(read, "text")["deck"].startswith("png-sha256:")  # noqa: B009 - Pillow's own, not in its types


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (b"<!DOCTYPE html><p>", {"html"}),
        (b"\xef\xbb\xbf  <html>", {"html"}),
        (b'{"a": 1}', {"json", "sarif", "settings"}),
        (b"[1]", {"yaml"}),
        (b"a: 1", {"yaml"}),
        (picture(), {"png"}),
        (b"PK\x03\x04\x00\x00ppt/", set()),
        (b"\xff\xfe\x00", set()),
    ],
)
def test_kinds_are_told_apart_by_what_is_in_a_file(data: bytes, kinds: set[str]) -> None:
    every: tuple[FileKind, ...] = (HTML, JSON, SARIF, SETTINGS, YAML, PNG, PDF)
    assert {kind.name for kind in every if kind.alike(data)} == kinds
