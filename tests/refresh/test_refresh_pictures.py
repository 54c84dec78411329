"""A sender's own pictures live on in the deck: it is refreshed without their files, and what its owner does to them is kept."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation as Opened
from refresh_edits import find, shape_of

from deck.content import content_root
from deck.errors import InputError
from deck.fleet.build import build_one
from deck.fleet.refresh import RefreshRequest, refresh_one
from deck.fleet.request import BuildRequest
from deck.i18n import use
from deck.package import open_package, package_bytes
from deck.pptx import read_pptx
from deck.presentation import Media, Picture, Presentation, Slide, Slot, text
from deck.refresh.canon import canonical_presentation
from deck.refresh.outcome import Refreshed
from deck.refresh.refresh import all_there

LOCAL = """\
slides:
  - id: lake
    after: when
    title: Sjön är ren igen
    body: [Fisken är tillbaka, Badplatsen är öppen]
    picture: {file: bilder/sjon.jpg, alt: Badplatsen vid sjön, credit: "Foto: Kim Lind"}
  - id: park
    after: lake
    kind: picture
    title: Parken mitt i stan
    picture: {file: bilder/park.png, decorative: true}
"""
WAS, IS = "Vägledningen ger stöd", "Vägledningen ger gott stöd"


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def painted(color: str, kind: str = "PNG", size: tuple[int, int] = (320, 200)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, kind)
    return out.getvalue()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a deck, and the content as it is a year later; the picture files it was built from are gone."""
    folder = tmp_path_factory.mktemp("made")
    files = folder / "bilder"
    files.mkdir()
    (files / "sjon.jpg").write_bytes(painted("navy", "JPEG"))
    (files / "park.png").write_bytes(painted("green"))
    local = folder / "local.yaml"
    local.write_text(LOCAL, "utf-8")
    built = build_one(BuildRequest("lund", local=local, out=folder, strict=True))
    assert built.path is not None, built.diagnostics
    built.path.rename(folder / "deck.pptx")
    shutil.rmtree(files)
    shutil.copytree(content_root(), folder / "content")
    words = folder / "content" / "sv" / "slides-guidance.yaml"
    now = words.read_text("utf-8")
    assert WAS in now
    words.write_text(now.replace(WAS, IS, 1), "utf-8")
    return folder


@pytest.fixture
def deck(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made / "deck.pptx", tmp_path / "deck.pptx"))


def refreshed(made: Path, path: Path, local: Path | None = None) -> Refreshed:
    return refresh_one(RefreshRequest(path, content_root=made / "content", local=local))


def block(path: Path, slide: str) -> Picture:
    said = read_pptx(path).presentation
    found = said.slide(slide) if said is not None else None
    slot = found.slot("picture") if found is not None else None
    assert slot is not None and isinstance(slot.block, Picture)
    return slot.block


def is_quiet(made: Path, path: Path) -> bool:
    again = refreshed(made, path)
    return (again.state, again.path, again.diagnostics) == ("up-to-date", None, ())


def test_what_is_written_is_read_back(made: Path) -> None:
    read = read_pptx(made / "deck.pptx")
    assert read.manifest is not None and read.presentation is not None
    assert canonical_presentation(read.presentation) == canonical_presentation(read.manifest.base)
    lake = read.presentation.slide("lake")
    assert lake is not None and [slot.role for slot in lake.slots] == ["title", "body", "picture", "picture-credit", "provenance"]
    assert "Foto: Kim Lind" in [paragraph.text for paragraph in lake.notes]
    assert block(made / "deck.pptx", "lake").name == "sjon.jpg" and block(made / "deck.pptx", "park").decorative


def test_the_deck_is_refreshed_without_the_files(made: Path, deck: Path) -> None:
    result = refreshed(made, deck)
    assert (result.state, result.diagnostics) == ("refreshed", ()) and result.path is not None
    for slide in ("lake", "park"):
        assert block(result.path, slide) == block(deck, slide)
    assert is_quiet(made, result.path)


def test_an_owners_picture_stays(made: Path, deck: Path) -> None:
    package = open_package(deck)
    part = next(name for name in package.parts if "/media/" in name and name.endswith(".jpg"))
    deck.write_bytes(package_bytes(package.replace({part: painted("red", "JPEG")})))
    result = refreshed(made, deck)
    assert (result.state, result.diagnostics) == ("refreshed", ()) and result.path is not None
    assert block(result.path, "lake").media.data == painted("red", "JPEG")
    assert is_quiet(made, result.path)


def picture_in(prs: Any) -> tuple[Any, Any]:
    """The lake's slide, and its picture."""
    slide = find(prs, "lake")
    return slide, shape_of(slide, "picture")


def without_picture(deck: Path) -> None:
    """As PowerPoint does it: the shape and its file go."""
    prs = Opened(str(deck))
    slide, shape = picture_in(prs)
    shape._element.getparent().remove(shape._element)
    slide.part.drop_rel(next(key for key, rel in slide.part.rels.items() if rel.reltype.endswith("/image")))
    prs.save(str(deck))


def test_a_picture_that_its_owner_took_away_stays_away(made: Path, deck: Path) -> None:
    without_picture(deck)
    first = refreshed(made, deck)
    assert (first.state, first.diagnostics) == ("refreshed", ()) and first.path is not None
    assert not any("/media/" in name and name.endswith(".jpg") for name in open_package(first.path).parts)
    was, now = read_pptx(deck).manifest, read_pptx(first.path).manifest
    assert was is not None and now is not None and was.extra == now.extra
    assert was.base.slide("lake") == now.base.slide("lake")
    assert is_quiet(made, first.path)


def test_a_new_picture_in_local_comes_into_the_deck(made: Path, deck: Path, tmp_path: Path) -> None:
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder" / "sjon.jpg").write_bytes(painted("teal", "JPEG", (200, 400)))
    (tmp_path / "bilder" / "park.png").write_bytes(painted("green"))
    local = tmp_path / "local.yaml"
    local.write_text(LOCAL.replace("Kim Lind", "Alex Ek").replace("Badplatsen vid sjön", "Bron vid sjön"), "utf-8")
    result = refreshed(made, deck, local)
    assert (result.state, result.diagnostics) == ("refreshed", ()) and result.path is not None
    lake = block(result.path, "lake")
    assert (lake.width, lake.height, lake.alt) == (200, 400, "Bron vid sjön")
    said = read_pptx(result.path).presentation
    slide = said.slide("lake") if said is not None else None
    credit = slide.slot("picture-credit") if slide is not None else None
    assert credit is not None and credit.block == text("Foto: Alex Ek")
    shape = picture_in(Opened(str(result.path)))[1]
    assert abs(shape.width / shape.height - 0.5) < 0.01
    shutil.rmtree(tmp_path / "bilder")
    assert is_quiet(made, result.path)


def test_a_picture_that_becomes_decorative_says_so(made: Path, deck: Path, tmp_path: Path) -> None:
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder" / "sjon.jpg").write_bytes(painted("navy", "JPEG"))
    (tmp_path / "bilder" / "park.png").write_bytes(painted("green"))
    local = tmp_path / "local.yaml"
    words = LOCAL.replace("alt: Badplatsen vid sjön", "decorative: true").replace(
        "park.png, decorative: true", "park.png, alt: En ek"
    )
    local.write_text(words, "utf-8")
    result = refreshed(made, deck, local)
    assert result.path is not None
    lake, park = block(result.path, "lake"), block(result.path, "park")
    assert (lake.alt, lake.decorative, park.alt, park.decorative) == ("", True, "En ek", False)
    assert is_quiet(made, result.path)


def test_a_picture_is_left_alone_with_the_slide(made: Path, deck: Path, tmp_path: Path) -> None:
    """Its text is gone from local.yaml, and its credit: the slide is told in another way."""
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder" / "sjon.jpg").write_bytes(painted("navy", "JPEG"))
    (tmp_path / "bilder" / "park.png").write_bytes(painted("green"))
    words = LOCAL.replace("    body: [Fisken är tillbaka, Badplatsen är öppen]\n", "").replace(', credit: "Foto: Kim Lind"', "")
    (tmp_path / "local.yaml").write_text(words, "utf-8")
    was = picture_in(Opened(str(deck)))[1].width
    result = refreshed(made, deck, tmp_path / "local.yaml")
    assert (result.state, result.diagnostics) == ("refreshed", ()) and result.path is not None
    read = read_pptx(result.path).presentation
    lake = read.slide("lake") if read is not None else None
    assert lake is not None and lake.kind == "object" and [slot.role for slot in lake.slots] == ["title", "object", "provenance"]
    assert picture_in(Opened(str(result.path)))[1].width > was
    assert is_quiet(made, result.path)


def test_the_pictures_come_along_into_another_look(made: Path, deck: Path, tmp_path: Path) -> None:
    from deck.template import default_template_path

    template = Path(shutil.copy(default_template_path(), tmp_path / "house.potx"))
    result = refresh_one(RefreshRequest(deck, content_root=made / "content", template=template))
    assert result.path is not None and result.state == "refreshed", result.diagnostics
    for slide in ("lake", "park"):
        assert block(result.path, slide) == block(deck, slide)
    assert is_quiet(made, result.path)


def test_a_picture_that_nobody_has_any_more_is_asked_for() -> None:
    """It is known by its digest, for ever, and never written as a picture."""
    lost = Media.gone("image/png", "a" * 64)
    assert lost.is_gone and lost.sha256 == "a" * 64 and Media.gone("", lost.sha256).sha256 == lost.sha256
    slide = Slide("lake", "object", (Slot("picture", "object", Picture(lost, 3, 2, "Sjön", name="sjon.png")),))
    base = Presentation("t", "sv-SE", "1281", "Lund", "standard", "alla", "2021", (), (slide,))
    with pytest.raises(InputError) as caught:
        all_there(base)
    (said,) = map(str, caught.value.diagnostics)
    assert '"sjon.png" is no longer in the presentation' in said and "--local" in said
