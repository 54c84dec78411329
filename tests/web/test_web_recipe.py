"""Choices and uploads as the files that the command line would read."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from deck.compose.order import slide_order
from deck.errors import DeckError
from deck.making import content_of
from deck.places import load_places
from deck.web.choices import DeckChoices, OwnSlideChoice
from deck.web.recipe import WantedDeck, command, in_its_language, material, recipe_of, slide_ids, spoken_in, uploaded

PNG = bytes.fromhex("89504e470d0a1a0a")


def wanted(tmp_path: Path, choices: DeckChoices, branding: Path | None = None, **files: bytes) -> WantedDeck:
    held = {}
    for n, (name, data) in enumerate(files.items()):
        full = name.replace("__", "-").replace("_", ".")
        (tmp_path / str(n)).mkdir()
        held[full] = tmp_path / str(n) / full
        held[full].write_bytes(data)
    return WantedDeck("1281", choices, held, branding)


def test_nothing_chosen_needs_nothing(tmp_path: Path) -> None:
    plain = wanted(tmp_path, DeckChoices())
    assert material(plain) == {} and command(plain) == "python3 build.py 1281"
    with recipe_of(plain) as recipe:
        assert (recipe.local, recipe.template, recipe.branding_root) == (None, None, None)


def test_all_that_is_chosen_lies_where_its_files_say_and_is_gone_afterwards(tmp_path: Path) -> None:
    own = OwnSlideChoice(title="Vi", picture="bild-0a.png", alt="Skog")
    choices = DeckChoices(outline="kort", audience="politik", own=(own,), accent="0A7D3C", contact={"namn": "Kim"})
    full = wanted(tmp_path, choices, bild__0a_png=PNG, logotyp_svg=b"<svg/>", mall_potx=b"PK")
    assert set(material(full)) == {
        "local.yaml",
        "bild-0a.png",
        "branding/1281-lund/brand.yaml",
        "branding/1281-lund/logotyp.svg",
        "mall.potx",
    }
    words = shlex.split(command(full))
    assert words[:3] == ["python3", "build.py", "1281"]
    assert words[3:] == [
        *("--outline", "kort", "--audience", "politik", "--local", "local.yaml"),
        *("--template", "mall.potx", "--branding", "branding"),
    ]
    with recipe_of(full) as recipe:
        assert recipe.local is not None and recipe.branding_root is not None
        folder = recipe.local.parent
        assert (folder / "bild-0a.png").read_bytes() == PNG and (folder / "branding/1281-lund/logotyp.svg").exists()
        # A template is read where it lies.
        assert recipe.template == full.files["mall.potx"]
    assert not folder.exists()
    with recipe_of(full, own=False) as recipe:
        assert recipe.local is None


def test_a_deck_is_in_the_language_chosen_or_in_its_place_s(tmp_path: Path) -> None:
    english = wanted(tmp_path, DeckChoices(lang="en"))
    assert command(english) == "python3 build.py 1281 --lang en" and spoken_in(english) == "en"
    with recipe_of(english) as recipe:
        assert recipe.lang == "en"
    (tmp_path / "1281-lund").mkdir()
    (tmp_path / "1281-lund" / "brand.yaml").write_text("lang: en\n")
    house = wanted(tmp_path, DeckChoices(), tmp_path)
    assert spoken_in(house) == "en" and command(house) == "python3 build.py 1281 --branding branding"
    assert in_its_language(wanted(tmp_path, DeckChoices(lang="en"), tmp_path)) == DeckChoices()
    swedish = DeckChoices(lang="sv")
    assert in_its_language(wanted(tmp_path, swedish, tmp_path)) == swedish
    assert in_its_language(wanted(tmp_path, swedish)) == DeckChoices()
    (tmp_path / "1281-lund" / "brand.yaml").write_text("lang: klingon\n")
    assert spoken_in(house) == "sv", "who reads the page cannot mend it"


def test_it_is_gone_also_when_the_work_goes_wrong(tmp_path: Path) -> None:
    left = Path()
    with pytest.raises(DeckError), recipe_of(wanted(tmp_path, DeckChoices(contact={"namn": "K"}))) as recipe:
        assert recipe.local is not None
        left = recipe.local.parent
        raise DeckError([])
    assert left.name and not left.exists()


def test_a_house_s_profiles_are_inherited_and_nobody_else_s(tmp_path: Path) -> None:
    house = tmp_path / "house"
    for name in ("standard/brand.yaml", "lan-12-skane/brand.yaml", "lan-12-skane/kommuner.yaml", "0980-gotland/brand.yaml"):
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_text("name: x\n")
    (house / "standard/secret").symlink_to("/etc/hostname")
    found = material(wanted(tmp_path, DeckChoices(accent="0A7D3C"), house))
    assert set(found) == {
        "branding/standard/brand.yaml",
        "branding/lan-12-skane/brand.yaml",
        "branding/lan-12-skane/kommuner.yaml",
        "branding/1281-lund/brand.yaml",
    }
    assert yaml.safe_load(found["branding/1281-lund/brand.yaml"])["colors"]["accent1"] == "#0A7D3C"
    with recipe_of(wanted(tmp_path, DeckChoices(), house)) as recipe:
        assert recipe.branding_root == house


def test_a_house_s_own_profile_of_the_place_stays_under_what_is_chosen(tmp_path: Path) -> None:
    """Its logo and template are not lost with a colour."""
    house = tmp_path / "house"
    (house / "1281-lund").mkdir(parents=True)
    (house / "1281-lund/brand.yaml").write_text("template: m.potx\ncolors:\n  accent1: '#111111'\n  dk2: '#222222'\n")
    (house / "1281-lund/m.potx").write_bytes(b"PK")
    found = material(wanted(tmp_path, DeckChoices(accent="0A7D3C"), house))
    assert yaml.safe_load(found["branding/1281-lund/brand.yaml"]) == {
        "template": "m.potx",
        "colors": {"accent1": "#0A7D3C", "dk2": "#222222"},
    }
    assert found["branding/1281-lund/m.potx"] == b"PK"
    plain = wanted(tmp_path, DeckChoices(), house)
    assert command(plain) == "python3 build.py 1281 --branding branding" and "branding/1281-lund/m.potx" in material(plain)
    (house / "1281-lund/brand.yaml").write_text("{")
    assert set(
        yaml.safe_load(material(wanted(tmp_path, DeckChoices(accent="0A7D3C"), house))["branding/1281-lund/brand.yaml"])
    ) == {"colors"}


def test_a_picture_that_is_gone_is_left_out_of_the_files(tmp_path: Path) -> None:
    own = OwnSlideChoice(title="Vi", picture="bild-0a.png", alt="Skog")
    assert set(material(wanted(tmp_path, DeckChoices(own=(own,))))) == {"local.yaml"}


def test_names() -> None:
    assert uploaded({"mall.potx": Path("x"), "logotyp.svg": Path("y")}, "mall.") == "mall.potx"
    assert uploaded({}, "mall.") == ""
    assert slide_ids()[0] == "title" and "sources" in slide_ids()


FIGURES = "kod;nyckeltal;år;värde;enhet;källa\n1281;Skräp;2024;61;ton;SCB\n1281;Skräp;2023;70;ton;SCB\n"


def order_of(deck: WantedDeck) -> list[str]:
    with recipe_of(deck) as recipe:
        place = load_places().find(recipe.place)
        return [name for _section, name in slide_order(content_of(recipe), place, recipe.outline, recipe.audience, contact=False)]


def test_a_slide_of_uploaded_figures_is_moved_too(tmp_path: Path) -> None:
    plain = wanted(tmp_path, DeckChoices(), siffror_csv=FIGURES.encode())
    ids = order_of(plain)
    at = ids.index("figure-skrap")
    ids[at - 1], ids[at] = ids[at], ids[at - 1]
    assert order_of(replace(plain, choices=DeckChoices(order=tuple(ids)))) == ids


def test_of_figures_that_cannot_be_read_no_slide_is_named(tmp_path: Path) -> None:
    broken = wanted(tmp_path, DeckChoices(order=("title", "when", "why")), siffror_xlsx=b"PK")
    order = yaml.safe_load(material(broken)["local.yaml"])["order"]
    assert order.index("when") < order.index("why") and "figure-skrap" not in order


def test_an_order_that_was_chosen_in_a_short_deck_leaves_the_parts_of_a_longer_one(tmp_path: Path) -> None:
    """Else the sources would stand in the midst of it."""
    short = order_of(wanted(tmp_path, DeckChoices(outline="kort")))
    short[2], short[3] = short[3], short[2]
    moved = order_of(wanted(tmp_path, DeckChoices(order=tuple(short))))
    plain = order_of(wanted(tmp_path, DeckChoices()))
    assert sorted(moved) == sorted(plain) and moved[-7:] == plain[-7:] and moved.index("sources") == plain.index("sources")
    assert moved.index(short[2]) < moved.index(short[3])
