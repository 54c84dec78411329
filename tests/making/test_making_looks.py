"""Which look a refreshed deck has: the place's profile is followed, the owner's own choice is not
undone, a given template is taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from odd_templates import made
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deck.cli import main
from deck.diagnostics import Severity
from deck.drawing.names import qn
from deck.fleet import BuildRequest, build_one
from deck.fleet.refresh import RefreshRequest, refresh_one
from deck.making.looks import ChosenLook, Wish, left_behind, look_for
from deck.package import Package, open_package, package_bytes
from deck.places import load_places
from deck.pptx.manifest import read_manifest
from deck.refresh import Refreshed
from deck.template import default_template_path, read_template

WORDS = "Lund har redan börjat."
OLD, NEW = "7A1F5C", "0B5C4A"


def profile(root: Path, colour: str, template: str = "") -> Path:
    folder = root / "1281-lund"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f'template: "{template}"'] if template else [f'colors:\n  accent1: "#{colour}"']
    (folder / "brand.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def edited(path: Path) -> Path:
    """A bullet rewritten, and a slide of the owner's."""
    deck: Any = Presentation(str(path))
    next(shape for shape in deck.slides[1].placeholders if shape.placeholder_format.idx).text_frame.paragraphs[0].runs[
        0
    ].text = WORDS
    slide = deck.slides.add_slide(deck.slide_layouts[2])
    slide.shapes.title.text = "Vår egen bild"
    deck.save(str(path))
    return path


@pytest.fixture
def branding(tmp_path: Path) -> Path:
    return profile(tmp_path / "branding", OLD)


@pytest.fixture
def mine(branding: Path, tmp_path: Path) -> Path:
    built = build_one(BuildRequest("1281", "kort", branding_root=branding, out=tmp_path))
    assert built.path is not None, built.diagnostics
    return edited(built.path)


def refreshed(path: Path, branding: Path, **choices: Any) -> Refreshed:
    return refresh_one(RefreshRequest(path, branding_root=branding, **choices))


def colours(path: Path) -> set[str]:
    """The accents of the themes that slides use."""
    package = open_package(path)
    themes = [package.one(rel.target, "theme") for rel in package.related(package.main, "slideMaster")]
    return {name for name in (OLD, NEW, "123456") for theme in themes if theme and name.encode() in package.parts[theme]}


def kept(path: Path) -> bool:
    deck: Any = Presentation(str(path))
    said = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    return any(WORDS in text for text in said) and "Vår egen bild" in said


def codes(result: Refreshed) -> set[str]:
    return {item.code for item in result.diagnostics}


def test_the_same_profile_changes_nothing(mine: Path, branding: Path) -> None:
    result = refreshed(mine, branding)
    assert (result.state, result.path) == ("up-to-date", None)


def test_a_changed_profile_is_followed(mine: Path, branding: Path) -> None:
    before = mine.read_bytes()
    profile(branding, NEW)
    result = refreshed(mine, branding)
    assert result.state == "refreshed" and result.path is not None
    assert colours(result.path) == {NEW} and kept(result.path)
    assert "rebranded" in codes(result)
    assert mine.read_bytes() == before
    again = refreshed(result.path, branding)
    assert (again.state, again.path) == ("up-to-date", None)


def test_the_owner_may_say_no(mine: Path, branding: Path) -> None:
    profile(branding, NEW)
    assert refreshed(mine, branding, rebrand=False).path is None


def own_look(path: Path) -> None:
    """The owner gives the deck other colours in PowerPoint (Design > Variants > Colors)."""
    package = open_package(path)
    parts = {name: data.replace(OLD.encode(), b"123456") for name, data in package.parts.items() if "/theme/" in name}
    path.write_bytes(package_bytes(package.replace(dict(parts))))


def test_the_owners_own_look_is_not_undone(mine: Path, branding: Path) -> None:
    own_look(mine)
    profile(branding, NEW)
    result = refreshed(mine, branding)
    assert result.path is None and "other-profile" in codes(result)
    forced = refreshed(mine, branding, rebrand=True)
    assert forced.path is not None and colours(forced.path) == {NEW} and kept(forced.path)


def test_a_template_that_is_given_is_taken_and_stays(mine: Path, branding: Path, tmp_path: Path) -> None:
    template = tmp_path / "mall.potx"
    template.write_bytes(made("4:3"))
    result = refreshed(mine, branding, template=template)
    assert result.path is not None and kept(result.path)
    size = Presentation(str(result.path)).slide_width, Presentation(str(result.path)).slide_height
    assert size == (9_144_000, 6_858_000)
    profile(branding, NEW)
    assert refreshed(result.path, branding).path is None, "a template that was given is not left for the profile's colours"


def test_a_profile_with_a_template_of_its_own(mine: Path, branding: Path) -> None:
    (branding / "1281-lund" / "mall.potx").write_bytes(made("german"))
    profile(branding, NEW, "mall.potx")
    result = refreshed(mine, branding)
    assert result.path is not None and kept(result.path)
    names = [{layout.name for layout in Presentation(str(path)).slide_layouts} for path in (result.path, mine)]
    assert names[0] != names[1]


def test_of_a_house_s_own_template_no_theme_is_taken_for_its_owner_s(tmp_path: Path) -> None:
    """Its colours are others than the profile's, and the look that a program took comes back as it was."""
    root = profile(tmp_path / "house", NEW, "mall.potx")
    plain = open_package(made("german"))
    part = next(name for name in plain.parts if name.startswith("ppt/theme/theme"))
    green = re.sub(rb'(<a:accent\d><a:srgbClr val=")\w+', rb"\g<1>1E7A3C", plain.parts[part])
    (root / "1281-lund" / "mall.potx").write_bytes(package_bytes(plain.replace({part: green})))
    built = build_one(BuildRequest("1281", "kort", branding_root=root, out=tmp_path))
    assert built.path is not None, built.diagnostics
    package = open_package(built.path)
    place, other = load_places().find("1281"), read_template(default_template_path())
    look = look_for(place, other, read_manifest(package), Wish(branding=root), "a", lost=True, deck=package)
    assert look.restored and look.notes == ()


@pytest.mark.parametrize(("rebrand", "kept"), [(None, True), (True, False)])
def test_a_page_format_that_its_owner_chose_stays_where_a_program_took_the_look(
    mine: Path, branding: Path, tmp_path: Path, rebrand: bool | None, kept: bool
) -> None:
    (tmp_path / "other.potx").write_bytes(made("4:3"))
    package, own = open_package(mine), read_template(tmp_path / "other.potx")
    wish = Wish(rebrand=rebrand, branding=branding)
    look = look_for(load_places().find("1281"), own, read_manifest(package), wish, "a", lost=True, deck=package)
    assert (look.template is None) == kept == ("other-format" in {item.code for item in look.notes})


def test_what_is_no_template_is_refused(mine: Path, branding: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "mall.potx"
    wrong.write_bytes(b"no")
    result = refreshed(mine, branding, template=wrong)
    assert result.state == "refused" and result.path is None


def test_microsofts_validator_finds_nothing_in_the_new_look(
    mine: Path, tmp_path: Path, office_errors: Callable[[Path], list[dict[str, Any]]]
) -> None:
    for name in ("4:3", "dark-map", "low", "german"):
        template = tmp_path / "mall.potx"
        template.write_bytes(made(name))
        out = tmp_path / "ny.pptx"
        assert main(["refresh", str(mine), "--template", str(template), "-o", str(out)]) == 0
        assert office_errors(out) == [], name


def test_on_the_command_line(mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    template = tmp_path / "mall.potx"
    template.write_bytes(made("4:3"))
    assert main(["refresh", str(mine), "--template", str(template), "-o", str(tmp_path / "ny.pptx")]) == 0
    assert "the deck gets another look: mall" in capsys.readouterr().err
    assert kept(tmp_path / "ny.pptx")


def test_what_libreoffice_made_of_the_masters_is_put_right(
    branding: Path, tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]
) -> None:
    """It writes a master of each layout, drops all ids and names: with the news comes the look that the deck was made in."""
    built = build_one(BuildRequest("1281", "standard", release="2020-04-30", branding_root=branding, out=tmp_path))
    assert built.path is not None
    layouts = [layout.name for layout in Presentation(str(built.path)).slide_layouts]
    saved_by_office([edited(built.path)], tmp_path / "saved")
    saved = tmp_path / "saved" / built.path.name
    assert len(Presentation(str(saved)).slide_masters) > 1
    status = refreshed(saved, branding, release="2020-04-30")
    assert (status.state, status.path) == ("up-to-date", None), "the look alone is no news"
    result = refreshed(saved, branding, release="2021")
    assert result.path is not None and kept(result.path) and colours(result.path) == {OLD}
    deck: Any = Presentation(str(result.path))
    assert [layout.name for layout in deck.slide_layouts] == layouts and len(deck.slide_masters) == 1
    edits = {(item.slide, item.slot) for item in result.changes if item.kind == "kept"}
    assert edits == {("in-short", "body")}
    assert not result.conflicts


def themed(path: Path) -> Path:
    """Its owner's logo on the master, words on a layout, and a theme of theirs."""
    deck: Any = Presentation(str(path))
    picture = BytesIO()
    Image.effect_noise((80, 40), 90).convert("RGB").save(picture, "PNG")
    master, layout = deck.slide_master, deck.slides[1].slide_layout
    rid = master.part.get_or_add_image_part(picture)[1]
    slide = deck.slides[1]
    shape = slide.shapes.add_picture(picture, 10_500_000, 120_000, 1_200_000, 600_000)
    logo, words = shape._element, slide.shapes.add_textbox(5_000_000, 80_000, 4_000_000, 400_000)._element
    slide.shapes[-1].text_frame.text = "Handlingsplan 2027"
    master._element.cSld.spTree.append(logo)
    logo.blipFill.find(qn("a:blip")).set(qn("r:embed"), rid)
    layout._element.cSld.spTree.append(words)
    theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype == RT.THEME)
    said = theme.blob.decode().replace(f'<a:accent1><a:srgbClr val="{OLD}"', f'<a:accent1><a:srgbClr val="{NEW}"')
    theme._blob = re.sub(r'(<a:m..orFont><a:latin typeface=")[^"]*', r"\1Georgia", said).encode()
    deck.save(str(path))
    return path


def test_what_its_owner_made_of_the_master_stays_where_libreoffice_wrote_it_anew(
    branding: Path, tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]
) -> None:
    built = build_one(BuildRequest("1281", "kort", release="2020-04-30", branding_root=branding, out=tmp_path))
    assert built.path is not None
    saved_by_office([themed(built.path)], tmp_path / "saved")
    result = refreshed(tmp_path / "saved" / built.path.name, branding, release="2021")
    assert result.path is not None and NEW in colours(result.path) and not result.conflicts
    assert [item.code for item in result.diagnostics if item.severity >= Severity.WARNING] == []
    deck: Any = Presentation(str(result.path))
    assert len(deck.slide_masters) == 1 and [item.shape_type for item in deck.slide_master.shapes].count(13) == 1
    holders = [layout for layout in deck.slide_layouts if any("Handlingsplan" in _said(item) for item in layout.shapes)]
    assert holders and all("Handlingsplan" not in _said(item) for item in deck.slide_master.shapes)
    theme = next(rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype == RT.THEME)
    assert theme.blob.count(b'typeface="Georgia"') == 2
    again = refreshed(result.path, branding, release="2021")
    assert (again.state, again.path, again.changes and [item for item in again.changes if item.kind == "applied"]) == (
        "up-to-date",
        None,
        [],
    )


def _said(shape: Any) -> str:
    return shape.text_frame.text if shape.has_text_frame else ""


def dark_cover(path: Path) -> Path:
    """A template whose cover alone stands on a dark ground, its titles in white; another program will make a master of it."""
    deck: Any = Presentation()
    layout = deck.slide_layouts[0]
    fill = layout.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string("4B2E2A")
    for shape in layout.placeholders:
        for paragraph in shape.text_frame.paragraphs:
            paragraph.font.color.rgb = RGBColor.from_string("FFFFFF")
        style = shape._element.txBody.find(qn("a:lstStyle"))
        level = style.makeelement(qn("a:lvl1pPr"), {})
        look = level.makeelement(qn("a:defRPr"), {})
        ink = look.makeelement(qn("a:solidFill"), {})
        ink.append(ink.makeelement(qn("a:srgbClr"), {"val": "FFFFFF"}))
        look.append(ink)
        level.append(look)
        style.insert(0, level)
    deck.save(str(path))
    return path


def test_a_look_that_a_program_took_is_read_from_the_decks_own_slides(
    tmp_path: Path, saved_by_office: Callable[[Sequence[Path], Path], None]
) -> None:
    """The template was given, and is not at hand: new slides stand where the deck's own of their kind do, not on the cover's
    ground; what the guidance does not move stays; rows of a table that only a program rounded make room for more."""
    template = dark_cover(tmp_path / "mall.pptx")
    built = build_one(BuildRequest("1281", "kort", release="2020-04-30", template=template, out=tmp_path))
    assert built.path is not None, built.diagnostics
    saved_by_office([built.path], tmp_path / "saved")
    saved = tmp_path / "saved" / built.path.name
    before: Any = Presentation(str(saved))
    result = refresh_one(RefreshRequest(saved, release="2026"))
    assert result.path is not None and "lost-look" in codes(result), result.diagnostics
    assert not {"accessible/contrast-text", "fits/overlap", "fits/cut"} & codes(result), result.diagnostics
    deck: Any = Presentation(str(result.path))
    cover, *others = deck.slides
    assert {slide.slide_layout.slide_master.part.partname for slide in others}.isdisjoint(
        {cover.slide_layout.slide_master.part.partname}
    )
    assert [(shape.left, shape.top) for shape in cover.placeholders][:2] == [
        (shape.left, shape.top) for shape in before.slides[0].placeholders
    ][:2]


def test_what_its_owner_put_on_the_master_goes_with_the_old_look_and_is_told(branding: Path, tmp_path: Path) -> None:
    built = build_one(BuildRequest("1281", "kort", release="2020-04-30", branding_root=branding, out=tmp_path))
    assert built.path is not None
    template = tmp_path / "mall.potx"
    template.write_bytes(made("4:3"))
    plain = refreshed(built.path, branding, template=template, out=tmp_path / "plain.pptx")
    assert not [item for item in plain.diagnostics if item.code == "lost"] and plain.whole
    deck: Any = Presentation(str(built.path))
    for parent in (deck.slide_master, deck.slide_layouts[3]):
        box = deck.slides[0].shapes.add_textbox(0, 0, 900_000, 300_000)
        box.text_frame.text = "Miljöförvaltningen"
        parent.shapes._spTree.append(box._element)
    picture = BytesIO()
    Image.new("RGB", (9, 9), "red").save(picture, "PNG")
    placed = deck.slides[0].shapes.add_picture(picture, 0, 0)
    layout = deck.slide_layouts[3]
    blip = placed._element.find(".//{*}blip")
    slide, number = deck.slides[0].part, blip.get(qn("r:embed"))
    blip.set(qn("r:embed"), layout.part.relate_to(slide.related_part(number), RT.IMAGE))
    slide.rels.pop(number)
    layout.shapes._spTree.append(placed._element)
    deck.save(tmp_path / "mine.pptx")
    moved = refreshed(tmp_path / "mine.pptx", branding, template=template, out=tmp_path / "ny.pptx")
    words, pictures = [item.message for item in moved.diagnostics if item.code == "lost"]
    assert "“Miljöförvaltningen”" in words and words.count("Miljö") == 1 and "a picture of yours" in pictures
    assert not moved.whole and moved.exit_code == 3
    stays = refreshed(tmp_path / "mine.pptx", branding, out=tmp_path / "stays.pptx")
    assert not [item for item in stays.diagnostics if item.code == "lost"], "where the look stays, so do they"


def test_words_on_a_layout_that_are_not_in_the_look_that_comes_back_are_told() -> None:
    def package(words: str) -> Package:
        deck: Any = Presentation()
        if words:
            box = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(0, 0, 9, 9)
            box.text_frame.text = words
            deck.slide_layouts[1].shapes._spTree.append(box._element)
        out = BytesIO()
        deck.save(out)
        return open_package(out.getvalue(), "test")

    made_in: Any = SimpleNamespace(package=package(""))
    (told,) = left_behind(package("Vårt märke"), ChosenLook(made_in, made_in=made_in), "a.pptx")
    assert told.code == "lost" and "Vårt märke" in told.message
    (known,) = left_behind(package("Vårt märke"), ChosenLook(made_in, known=made_in), "a.pptx")
    assert known.code == "lost" and "Vårt märke" in known.message
    assert left_behind(package(""), ChosenLook(made_in, made_in=made_in), "a.pptx") == []
    # An earlier version wrote the sender's name on covers.
    own = package("Lunds kommun")
    assert left_behind(own, ChosenLook(made_in, known=made_in), "a.pptx", "Lunds kommun"), "its owner's own box"
    part = next(name for name, data in own.parts.items() if "slideLayouts/" in name and b"Lunds kommun" in data)
    own = own.replace({part: re.sub(rb'name="TextBox \d+"', b'name="Logotyp plats"', own.parts[part])})
    assert left_behind(own, ChosenLook(made_in, known=made_in), "a.pptx", "Lunds kommun") == []
    assert left_behind(own, ChosenLook(made_in, known=made_in), "a.pptx", "Eslövs kommun")
    assert left_behind(package("Vårt märke"), ChosenLook(made_in), "a.pptx") == []
    # LibreOffice writes a field's place in words of its own.
    own = package("Bild")
    part = next(name for name, data in own.parts.items() if "slideLayouts/" in name and b"<a:t>Bild</a:t>" in data)
    field = b'<a:fld id="{5BA054E5-538C-4E0B-962A-D1E1A81EB3A9}" type="slidenum"><a:t>&lt;number&gt;</a:t></a:fld>'
    own = own.replace({part: re.sub(rb"<a:r>.*?<a:t>Bild</a:t></a:r>", field, own.parts[part])})
    assert left_behind(own, ChosenLook(made_in, made_in=made_in), "a.pptx") == []


@pytest.mark.parametrize(("described", "said"), [("Vårt sigill", "Vårt sigill"), ("", "")])
def test_a_drawing_on_a_layout_is_told_and_one_that_nobody_described_where_no_program_wrote_it_anew(
    described: str, said: str
) -> None:
    def package(*, drawn: bool) -> Package:
        deck: Any = Presentation()
        if drawn:
            slide = deck.slides.add_slide(deck.slide_layouts[6])
            star = slide.shapes.add_shape(MSO_SHAPE.STAR_5_POINT, 0, 0, 900_000, 900_000)
            star._element.nvSpPr.cNvPr.set("descr", described)
            star.name = "Stjärna"
            deck.slide_layouts[1].shapes._spTree.append(star._element)
        out = BytesIO()
        deck.save(out)
        return open_package(out.getvalue(), "test")

    made_in: Any = SimpleNamespace(package=package(drawn=False))
    (known,) = left_behind(package(drawn=True), ChosenLook(made_in, known=made_in), "a.pptx")
    assert (said or "Stjärna") in known.message
    rewritten = left_behind(package(drawn=True), ChosenLook(made_in, made_in=made_in), "a.pptx")
    assert [said in item.message for item in rewritten] == ([True] if said else [])
    assert left_behind(package(drawn=False), ChosenLook(made_in, known=made_in), "a.pptx") == []
