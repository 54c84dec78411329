"""Lines of files: which is newest by what the files say, and that a refresh loses nothing of any of them."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deck.cli import main
from deck.fleet import BuildRequest, build_one
from deck.fleet.refresh import RefreshRequest, refresh_one
from deck.making.lines import aside, decks_in, lacks, lines_of, member, parted
from deck.package import open_package, package_bytes
from deck.pptx.seal import is_as_written, is_built, making, sealed


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = build_one(BuildRequest("lund", "kort", release="2020-04-30", out=tmp_path_factory.mktemp("old"))).path
    assert path is not None
    return path


@pytest.fixture
def here(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(old, "a.pptx")
    return tmp_path


def edit(path: Path | str, words: str = "Vår egen rubrik") -> None:
    deck: Any = Presentation(str(path))
    deck.slides[0].shapes.title.text_frame.text = words
    deck.save(str(path))


def title(path: Path | str) -> str:
    deck: Any = Presentation(str(path))
    return deck.slides[0].shapes.title.text_frame.text


def refresh(name: str = "a.pptx", **options: Any) -> Path | None:
    done = refresh_one(RefreshRequest(Path(name), **options))
    assert done.state != "refused", done.diagnostics
    return done.path


def newest() -> list[str]:
    return [line.newest.path.name for line in lines_of(decks_in(Path()))]


def digests() -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in Path().glob("*.pptx")}


# --- proofs ---------------------------------------------------------------------------------------------------------------------


def test_a_deck_proves_itself(old: Path, here: Path) -> None:
    built = old.read_bytes()
    assert is_built(built)
    path = refresh()
    assert path is not None
    data = path.read_bytes()
    assert is_as_written(data) and not is_built(data) and making(data).made == "refreshed"
    for whole in (built, data):
        for at in range(0, len(whole), len(whole) // 40):
            changed = bytearray(whole)
            changed[at] ^= 4
            assert not is_as_written(bytes(changed)), at
        assert not is_as_written(whole + b"x")
    package = open_package(built)
    part = next(name for name in package.parts if name.endswith("slide1.xml"))
    assert not is_as_written(package_bytes(package.replace({part: package.parts[part] + b"<!-- -->"})))
    # Said to be built, without the proof.
    said = open_package(data)
    lie = said.parts["docProps/custom.xml"].replace(b">refreshed<", b">built<")
    assert lie != said.parts["docProps/custom.xml"]
    assert not is_as_written(package_bytes(said.replace({"docProps/custom.xml": lie})))
    assert is_as_written(package_bytes(sealed(package, "built")))


def test_a_deck_of_before_the_proof_is_not_built_over(here: Path) -> None:
    package = open_package(Path("a.pptx"))
    from deck.pptx.manifest import custom_xml, read_properties

    values = {f"deck.{key}": value for key, value in read_properties(package).items() if key not in ("made", "seal")}
    bare = package.replace({"docProps/custom.xml": custom_xml(None, values)})
    Path("1281-lund-kort.pptx").write_bytes(package_bytes(bare))
    done = build_one(BuildRequest("lund", "kort", out=Path()))
    assert not done.ok and done.diagnostics[-1].code == "edited-file"


# --- one deck, refreshed again --------------------------------------------------------------------------------------------------


def test_unchanged_since_it_is_written_anew(here: Path) -> None:
    assert refresh() == Path("a-uppdaterad.pptx") == refresh()
    assert sorted(digests()) == ["a-uppdaterad.pptx", "a.pptx"]


def test_edits_in_the_updated_file_stay(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refresh()
    edit("a-uppdaterad.pptx")
    before = digests()
    for _time in range(2):
        assert main(["refresh", "a.pptx"]) == 0
        told = capsys.readouterr()
        assert "written: a-uppdaterad-2.pptx" in told.out
        assert "go on in a-uppdaterad.pptx" in told.err and "a-uppdaterad-2.pptx is the newest file" in told.err
        assert before.items() <= digests().items()
    assert sorted(digests()) == ["a-uppdaterad-2.pptx", "a-uppdaterad.pptx", "a.pptx"]
    # The file with the owner's work in it is the one to go on in.
    assert newest() == ["a-uppdaterad.pptx"]
    edit("a-uppdaterad-2.pptx", "En tredje")
    assert refresh() == Path("a-uppdaterad-3.pptx")
    assert title("a-uppdaterad.pptx") == "Vår egen rubrik" and title("a-uppdaterad-2.pptx") == "En tredje"


@pytest.mark.parametrize("again", [{}, {"prefer": "theirs"}, {"rebrand": True}])
def test_decisions_in_the_updated_file_stay(again: dict[str, Any], here: Path) -> None:
    refresh(prefer="mine")
    before = digests()
    path = refresh(**again)
    assert path == Path("a-uppdaterad-2.pptx") and before.items() <= digests().items()


def test_decisions_said_again_lose_nothing(here: Path) -> None:
    refresh()
    assert refresh(prefer="mine") == Path("a-uppdaterad.pptx") == refresh(prefer="mine", rebrand=False)


def test_an_original_edited_since_goes_into_a_new_file(here: Path) -> None:
    """What its owner took out of it is in the first file still."""
    refresh()
    before = digests()["a-uppdaterad.pptx"]
    edit("a.pptx")
    assert refresh() == Path("a-uppdaterad-2.pptx") and digests()["a-uppdaterad.pptx"] == before
    assert title("a-uppdaterad-2.pptx") == "Vår egen rubrik"


def test_the_file_is_never_its_own_goal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit("a.pptx")
    Path("a-uppdaterad.pptx").symlink_to("a.pptx")
    before = digests()
    assert refresh() == Path("a-uppdaterad-2.pptx")
    assert before.items() <= digests().items()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("a.pptx", ("a", 0)),
        ("a-uppdaterad.pptx", ("a", 1)),
        ("a-uppdaterad-12.pptx", ("a", 12)),
        ("a-uppdaterad-2-uppdaterad.pptx", ("a", 1)),
        ("a-uppdaterade.pptx", ("a-uppdaterade", 0)),
        ("-uppdaterad.pptx", ("-uppdaterad", 0)),
        ("a-2.pptx", ("a-2", 0)),
    ],
)
def test_names_of_a_line(name: str, parts: tuple[str, int]) -> None:
    assert parted(Path(name)) == parts


@pytest.mark.parametrize("source", ["a-uppdaterad.pptx", "a-uppdaterad-2.pptx"])
def test_an_updated_file_goes_on_in_its_series(source: str, here: Path) -> None:
    Path("a.pptx").rename(source)
    expected = {"a-uppdaterad.pptx": "a-uppdaterad-2.pptx", "a-uppdaterad-2.pptx": "a-uppdaterad-3.pptx"}
    assert refresh(source) == Path(expected[source])


def test_another_s_file_of_the_name_stays(here: Path) -> None:
    for data in (b"no deck", b""):
        Path("a-uppdaterad.pptx").write_bytes(data)
        if data:
            assert refresh() == Path("a-uppdaterad-2.pptx")
            assert Path("a-uppdaterad.pptx").read_bytes() == data
    Path("a-uppdaterad.pptx").unlink()
    Path("a-uppdaterad.pptx").mkdir()
    assert refresh() == Path("a-uppdaterad-2.pptx")


# --- a folder -------------------------------------------------------------------------------------------------------------------


def updated(source: str, target: str) -> None:
    path = refresh(source)
    assert path is not None
    path.rename(target)


def chain() -> None:
    """a → a-uppdaterad, edited → a-uppdaterad-2: as the handbook has it."""
    refresh()
    edit("a-uppdaterad.pptx")
    if refresh("a-uppdaterad.pptx", rebrand=True) is None:
        shutil.copy("a-uppdaterad.pptx", "a-uppdaterad-2.pptx")


def only_updated() -> None:
    refresh()
    edit("a-uppdaterad.pptx")
    Path("a.pptx").unlink()


def renamed() -> None:
    refresh()
    Path("a-uppdaterad.pptx").rename("slutlig.pptx")
    edit("slutlig.pptx")


def renamed_and_the_original_refreshed_again() -> None:
    """The work went on under another name; what was made anew of the original has none."""
    refresh(release="2021")
    edit("a-uppdaterad.pptx")
    assert refresh("a-uppdaterad.pptx") == Path("a-uppdaterad-2.pptx")
    Path("a-uppdaterad-2.pptx").rename("slutlig.pptx")
    edit("slutlig.pptx", "Vår andra rubrik")
    assert refresh() == Path("a-uppdaterad-2.pptx")


def renamed_and_the_other_edited() -> None:
    """Likewise, but there is work in both."""
    renamed_and_the_original_refreshed_again()
    edit("a-uppdaterad-2.pptx")


def original_edited_since() -> None:
    refresh()
    edit("a.pptx")


def brought_to_a_release() -> None:
    """The original was refreshed once more, to a release that was named: nobody's work."""
    refresh()
    edit("a-uppdaterad.pptx")
    assert refresh(release="2021") == Path("a-uppdaterad-2.pptx")


def decided_in_another() -> None:
    """Decisions can be made again, words cannot."""
    refresh()
    edit("a-uppdaterad.pptx")
    assert refresh(prefer="mine") == Path("a-uppdaterad-2.pptx")


def built_anew() -> None:
    """The work went on into the second updated file, the first is gone, and the original has been built again."""
    chain()
    Path("a-uppdaterad.pptx").unlink()
    done = build_one(BuildRequest("lund", "kort", release="2021", out=Path("ny")))
    assert done.path is not None
    done.path.replace("a.pptx")


def twins() -> None:
    """Two copies of one deck under names of their own: two decks."""
    shutil.copy("a.pptx", "b.pptx")
    refresh("b.pptx")


def twins_without_originals() -> None:
    shutil.copy("a.pptx", "b.pptx")
    for name in ("a.pptx", "b.pptx"):
        refresh(name)
        Path(name).unlink()


def without_memory() -> None:
    """A program has dropped all that we wrote into the updated file: its name tells."""
    refresh()
    package = open_package(Path("a-uppdaterad.pptx"))
    Path("a-uppdaterad.pptx").write_bytes(package_bytes(package.replace({"docProps/custom.xml": None})))


def others_under_its_name() -> None:
    """Another municipality's deck bears the name of an updated one."""
    done = build_one(BuildRequest("malmö", "kort", release="2020-04-30", out=Path("ny")))
    assert done.path is not None
    done.path.rename("a-uppdaterad.pptx")


def broken() -> None:
    Path("a-uppdaterad.pptx").write_bytes(b"no deck")


def shadows() -> None:
    Path("~$a.pptx").write_bytes(b"\x05lock")
    Path("._a.pptx").write_bytes(b"\0\5\26\7\0\2\0\0Mac OS X        ")


CASES: dict[Callable[[], None], list[str]] = {
    chain: ["a-uppdaterad-2.pptx"],
    only_updated: ["a-uppdaterad.pptx"],
    renamed: ["slutlig.pptx"],
    renamed_and_the_original_refreshed_again: ["slutlig.pptx"],
    renamed_and_the_other_edited: ["a-uppdaterad-2.pptx", "slutlig.pptx"],
    original_edited_since: ["a.pptx"],
    brought_to_a_release: ["a-uppdaterad.pptx"],
    decided_in_another: ["a-uppdaterad.pptx"],
    built_anew: ["a-uppdaterad-2.pptx"],
    twins: ["a.pptx", "b-uppdaterad.pptx"],
    twins_without_originals: ["a-uppdaterad.pptx", "b-uppdaterad.pptx"],
    without_memory: ["a-uppdaterad.pptx"],
    others_under_its_name: ["a-uppdaterad.pptx", "a.pptx"],
    broken: ["a-uppdaterad.pptx", "a.pptx"],
    shadows: ["a.pptx"],
}


@pytest.mark.parametrize("arrange", CASES, ids=lambda one: one.__name__)
def test_the_newest_of_each_line(arrange: Callable[[], None], here: Path) -> None:
    arrange()
    assert newest() == CASES[arrange]


@pytest.mark.parametrize(
    "arrange",
    [
        chain,
        only_updated,
        renamed,
        renamed_and_the_original_refreshed_again,
        original_edited_since,
        brought_to_a_release,
        built_anew,
        shadows,
    ],
)
def test_a_folder_refreshed_again_and_again_loses_nothing(
    arrange: Callable[[], None], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arrange()
    for _time in range(3):
        before = digests()
        assert main(["refresh", "."]) == 0
        rows = capsys.readouterr().out.splitlines()[1:]
        assert len(rows) == 1, rows
        assert before.items() <= digests().items()
        assert len(newest()) == 1


def test_files_that_programs_lay_beside_are_passed_over_and_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shadows()
    for command in ("status", "check"):
        main([command, "~$a.pptx", "a.pptx", "._a.pptx"])
        told = capsys.readouterr()
        assert "~$a.pptx: passed over" in told.err and "._a.pptx: passed over" in told.err
        assert "~$a" not in told.out
    # A deck may bear any name.
    shutil.copy("a.pptx", "~$b.pptx")
    assert newest() == ["a.pptx", "~$b.pptx"]


def test_a_deck_as_it_was_built_has_no_work_in_it_and_one_that_was_edited_has(here: Path, tmp_path: Path) -> None:
    apart = tmp_path / "apart"
    apart.mkdir()
    shutil.copy("a.pptx", apart / "a.pptx")
    edit(apart / "a.pptx")
    source = member(apart / "a.pptx")
    assert aside(source, [member(Path("a.pptx"))]) == ()
    edit("a.pptx", "Något annat")
    assert [item.path.name for item in aside(source, [member(Path("a.pptx"))])] == ["a.pptx"]


def work() -> dict[str, int]:
    return {path.name: member(path).work for path in decks_in(Path())}


def test_how_much_of_its_owners_there_is_in_a_file(here: Path) -> None:
    assert refresh(release="2021") == Path("a-uppdaterad.pptx")
    assert work() == {"a.pptx": 0, "a-uppdaterad.pptx": 0}
    edit("a-uppdaterad.pptx")
    assert refresh("a-uppdaterad.pptx") == Path("a-uppdaterad-2.pptx")
    assert refresh("a.pptx", prefer="mine") == Path("a-uppdaterad-3.pptx")
    assert work() == {"a.pptx": 0, "a-uppdaterad.pptx": 3, "a-uppdaterad-2.pptx": 1, "a-uppdaterad-3.pptx": 2}


def lacking() -> set[tuple[str, str]]:
    """(file, another that has work which it has not)."""
    members = {path.stem.replace("-uppdaterad", "+"): member(path) for path in decks_in(Path())}
    return {(one, other) for one in members for other in members if one != other and lacks(members[one], members[other])}


def test_what_one_file_has_and_another_has_not(here: Path) -> None:
    refresh()
    assert lacking() == set()
    edit("a-uppdaterad.pptx")
    assert lacking() == {("a", "a+")}
    refresh("a-uppdaterad.pptx", release="2021")
    assert lacking() == {("a", "a+"), ("a", "a+-2")}
    edit("a.pptx")
    assert lacking() == {("a", "a+"), ("a", "a+-2"), ("a+", "a"), ("a+-2", "a")}


def test_who_goes_on_in_the_original_has_all_in_it(here: Path) -> None:
    edit("a.pptx")
    refresh()
    edit("a.pptx", "Ännu en")
    assert lacking() == {("a+", "a")}
