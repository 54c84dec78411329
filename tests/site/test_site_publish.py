"""The whole gallery: again it does nothing, elsewhere it is the same bytes, what is somebody's own stays."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from gallery_made import CODES, made, request

from deck.errors import DeckError
from deck.site.publish import place_codes, publish, read_state


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder, _done = made()
    shutil.copytree(folder, tmp_path / "site")
    return tmp_path / "site"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_is_made_the_first_time() -> None:
    folder, done = made()
    assert [item.place for item in done.exhibits] == list(CODES) and done.made == 3 and not done.failed and done.exit_code == 0
    assert done.pages == len(list(folder.rglob("*.html")))
    listed = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    assert [place["code"] for place in listed["places"]] == list(CODES)
    for place in listed["places"]:
        assert (folder / place["page"]).is_file()
        assert all(
            (folder / item["address"]).stat().st_size == item["bytes"] for deck in place["decks"] for item in deck["files"]
        )


def test_again_nothing_is_touched(site: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    done = publish(request(site))
    assert (done.made, done.kept, done.gone) == (0, 3, 0)
    after = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    assert after == times and len(times) > 20


def test_elsewhere_it_is_the_same_bytes(tmp_path: Path) -> None:
    folder, _done = made()
    publish(request(tmp_path / "again", codes=("1281",)))
    one, other = files(folder), files(tmp_path / "again")
    decks = [name for name in other if name.endswith((".pptx", ".webp"))]
    assert decks and all(one[name] == other[name] for name in decks)


def test_a_place_that_is_not_asked_for_any_more_goes_and_what_is_its_owner_s_stays(site: Path) -> None:
    (site / "1281-lund/eget.txt").write_text("mitt", encoding="utf-8")
    edited = site / "lan-12-skane/lan-12-skane-kort.pptx"
    edited.write_bytes(edited.read_bytes() + b"\0")
    done = publish(request(site, codes=("0980",)))
    assert done.gone > 10 and not (site / "1281-lund/1281-lund-kort.pptx").exists()
    assert (site / "1281-lund/eget.txt").read_text(encoding="utf-8") == "mitt" and edited.exists()
    assert (site / "0980-gotland/0980-gotland-kort.pptx").is_file()
    left = {path.name for path in site.rglob("*.webp")}
    wanted = {f"{slide.picture}-{size}.webp" for item in done.exhibits for slide in item.slides for size in (480, 1280)}
    assert left == wanted and wanted


def test_a_page_that_somebody_wrote_is_never_written_over(site: Path) -> None:
    page = site / "index.html"
    page.write_text("<!doctype html><p>Vår egen</p>", encoding="utf-8")
    with pytest.raises(DeckError) as failed:
        publish(request(site))
    assert failed.value.diagnostics[0].code == "edited-file" and "Vår egen" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("data", [b"", b"{", b'{"version": 1}', b"[]", b'{"version": 1, "exhibits": [{}], "files": {}}'])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, data: bytes) -> None:
    from deck.files import JSON

    assert read_state(tmp_path).exhibits == {}
    for bytes_ in (data, JSON.seal(data) if data.startswith(b"{") and data != b"{" else data):
        (tmp_path / "deck-site.json").write_bytes(bytes_)
        assert read_state(tmp_path).exhibits == {}


def test_a_county_brings_its_municipalities_and_nothing_said_is_all() -> None:
    assert len(place_codes(())) == 311
    assert [place.code for place in place_codes(("gotlands län",))] == ["0980", "09"]
    with pytest.raises(DeckError):
        place_codes(("lund", "atlantis"))


def test_one_broken_profile_stops_no_other_place(tmp_path: Path) -> None:
    branding = tmp_path / "branding/1281-lund"
    branding.mkdir(parents=True)
    (branding / "brand.yaml").write_text("colors: {accent1: nonsense}\n", encoding="utf-8")
    from dataclasses import replace

    done = publish(replace(request(tmp_path / "site", codes=("1281", "0980")), branding_root=tmp_path / "branding"))
    assert [item.place for item in done.exhibits] == ["0980"] and done.failed[0].name == "Lunds kommun" and done.exit_code == 1
