"""Where a refreshed deck comes to lie: beside its original, in its series, never over what may be lost."""

from __future__ import annotations

import shlex
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from deck.diagnostics import Severity
from deck.errors import DeckError
from deck.fleet.build import build_one
from deck.fleet.landing import as_presentation, asked_in, is_file_name, land, names, told
from deck.fleet.refresh import RefreshRequest, refresh_one
from deck.fleet.request import BuildRequest
from deck.package import Package, Relationship, open_package, package_bytes
from deck.pptx.manifest import PROPERTY, REL, custom_xml
from deck.pptx.seal import digest_of, making, sealed, short
from deck.refresh.outcome import Choice, Question, Refreshed

MAIN, CUSTOM = "ppt/presentation.xml", "docProps/custom.xml"
PLACE = {f"{PROPERTY}{name}": value for name, value in (("place", "1281"), ("outline", "kort"), ("audience", "alla"))}


def package(words: str = "x") -> Package:
    return Package(
        {MAIN: f"<p>{words}</p>".encode(), CUSTOM: custom_xml(None, PLACE)},
        {},
        {"xml": "application/xml"},
        {"": (Relationship("rId1", f"{REL}/officeDocument", MAIN), Relationship("rId2", f"{REL}/custom-properties", CUSTOM))},
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "plan.pptx"
    path.write_bytes(package_bytes(sealed(package("egen"), "built")))
    return path


@pytest.mark.parametrize(
    ("name", "out", "found"),
    [
        ("plan.pptx", None, ["plan-uppdaterad.pptx", "plan-uppdaterad-2.pptx"]),
        ("plan-uppdaterad.pptx", None, ["plan-uppdaterad-2.pptx", "plan-uppdaterad-3.pptx"]),
        ("plan-uppdaterad-7.pptx", None, ["plan-uppdaterad-8.pptx"]),
        ("plan.pptx", "ny.PPTX", ["ny.PPTX"]),
        ("plan.pptx", "mapp", ["mapp/plan-uppdaterad.pptx"]),
    ],
)
def test_names_the_likeliest_first(name: str, out: str | None, found: list[str]) -> None:
    given = list(islice(names(Path(name), Path(out) if out else None), len(found)))
    assert given == [Path(item) for item in found]


PML, MACROS = "application/vnd.openxmlformats-officedocument.presentationml.", "application/vnd.ms-powerpoint."


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (f"{PML}slideshow.main+xml", f"{PML}presentation.main+xml"),
        (f"{PML}template.main+xml", f"{PML}presentation.main+xml"),
        (f"{MACROS}slideshow.macroEnabled.main+xml", f"{MACROS}presentation.macroEnabled.main+xml"),
        (f"{MACROS}template.macroEnabled.main+xml", f"{MACROS}presentation.macroEnabled.main+xml"),
        (f"{PML}presentation.main+xml", f"{PML}presentation.main+xml"),
    ],
)
def test_a_show_or_a_template_is_written_as_the_presentation_that_its_name_says(kind: str, found: str, source: Path) -> None:
    mine = replace(package(), overrides={MAIN: kind})
    assert as_presentation(mine).content_type(MAIN) == found
    written = open_package(land(RefreshRequest(source), mine).read_bytes(), "test")
    assert written.content_type(MAIN) == found


def test_a_name_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / f"{'n' * 245}.pptx"
    path.write_bytes(package_bytes(sealed(package("egen"), "built")))
    with pytest.raises(DeckError) as caught:
        land(RefreshRequest(path), package())
    assert [item.code for item in caught.value.diagnostics] == ["unwritable"]


def test_a_folder_may_end_as_a_file_does(tmp_path: Path) -> None:
    (tmp_path / "mapp.pptx").mkdir()
    assert not is_file_name(tmp_path / "mapp.pptx") and is_file_name(tmp_path / "fil.pptx") and not is_file_name(tmp_path / "fil")


def test_what_a_call_decides() -> None:
    plain = RefreshRequest(Path("a.pptx"))
    assert asked_in(plain) == ()
    one, other = (
        RefreshRequest(Path("a.pptx"), resolve={"a/b": "mine"}),
        RefreshRequest(Path("a.pptx"), resolve={"a/b": "theirs"}),
    )
    assert len({asked_in(item) for item in (one, other, RefreshRequest(Path("a.pptx"), prefer="mine"), plain)}) == 4
    assert asked_in(RefreshRequest(Path("a.pptx"), rebrand=False)) != ()
    assert asked_in(RefreshRequest(Path("a.pptx"), fallback=True)) != ()


@pytest.mark.parametrize(
    ("asked", "decided", "is_open", "found"),
    [
        ({"prefer": "mine"}, {"a": "mine", "b": "mine"}, False, ["prefer=mine"]),
        ({"resolve": {"a": "mine", "b": "mine"}}, {"a": "mine", "b": "mine"}, False, ["prefer=mine"]),
        ({"resolve": {"a": "mine"}}, {"a/x:1": "mine", "a/x:2": "mine"}, True, ["a/x:1=mine", "a/x:2=mine"]),
        ({"prefer": "theirs", "resolve": {"a": "mine"}}, {"a": "mine", "b": "theirs"}, False, ["prefer=mine", "b=theirs"]),
        ({"prefer": "mine", "resolve": {"b": "theirs"}}, {"a": "mine", "b": "theirs"}, False, ["prefer=mine", "b=theirs"]),
        ({"prefer": "mine"}, {}, False, ["prefer=mine"]),
    ],
)
def test_decisions_are_told_alike_however_they_were_given(
    asked: dict[str, Any], decided: dict[str, Choice], is_open: bool, found: list[str], source: Path
) -> None:
    request = RefreshRequest(source, **asked)
    open_ = Question(key="c", slide="c", slot="", property="text", base="", mine="", theirs="")
    result = Refreshed(source, "refreshed", decided=decided, conflicts=(open_,) if is_open else ())
    assert asked_in(request, result) == tuple(map(short, found))
    goal = land(request, package(), result)
    assert goal == land(request, package("två"), result), "said again, it is replaced"
    if is_open:
        wider = replace(result, decided=decided | {"c": "theirs"}, conflicts=())
        assert land(request, package(), wider) == goal, "more is decided, and nothing lost"


def test_made_from_the_very_same_source_it_is_replaced_and_else_not(source: Path) -> None:
    request = RefreshRequest(source)
    first = land(request, package("ett"))
    assert first.name == "plan-uppdaterad.pptx"
    made = making(first.read_bytes())
    assert made.made == "refreshed" and made.history == (digest_of(source.read_bytes()),)
    assert land(request, package("två")) == first
    first.write_bytes(package_bytes(package("ägarens")))
    assert land(request, package("tre")).name == "plan-uppdaterad-2.pptx"
    assert first.read_bytes() == package_bytes(package("ägarens"))


def test_decisions_that_are_not_made_now_are_not_lost(source: Path) -> None:
    decided = land(RefreshRequest(source, resolve={"a/b": "mine"}), package())
    assert land(RefreshRequest(source), package()) != decided
    assert land(RefreshRequest(source, resolve={"a/b": "mine", "c/d": "theirs"}), package()) == decided


def test_a_name_that_was_given_is_taken_or_refused(source: Path, tmp_path: Path) -> None:
    goal = tmp_path / "ny.pptx"
    goal.write_bytes(package_bytes(package("annans")))
    with pytest.raises(DeckError):
        land(RefreshRequest(source, out=goal), package())
    assert land(RefreshRequest(source, out=goal, overwrite=True), package()) == goal
    with pytest.raises(DeckError):
        land(RefreshRequest(source, out=source, overwrite=True), package())


@pytest.mark.parametrize("given", ["template", "base", "local", "beside"])
def test_what_the_command_reads_is_never_written_over(given: str, source: Path) -> None:
    read = source.parent / "plan-uppdaterad.pptx"
    read.write_bytes(package_bytes(package("mallen")))
    before = read.read_bytes()
    value = {"base": str(read), "beside": (source, read)}.get(given, read)
    request = RefreshRequest(source, overwrite=True, **{given: value})
    with pytest.raises(DeckError):
        land(replace(request, out=read), package())
    assert land(request, package()).name == "plan-uppdaterad-2.pptx"
    assert read.read_bytes() == before


def test_work_in_another_file_of_the_line_is_told(source: Path) -> None:
    updated = land(RefreshRequest(source), package())
    assert told(source, updated) == ()
    updated.write_bytes(package_bytes(package("egna ord")))
    fresh = land(RefreshRequest(source), package())
    (item,) = told(source, fresh)
    assert (item.code, item.where.file) == ("work-aside", str(updated)) and fresh.name in item.message and item.hint
    (other,) = told(source, fresh, ("--content", "annat innehåll"))
    assert "--content" not in item.hint and other.hint is not None
    assert f"{shlex.join(('--content', 'annat innehåll'))}`" in other.hint


def test_of_two_files_with_work_each_none_is_said_to_have_all(source: Path) -> None:
    updated = land(RefreshRequest(source), package())
    updated.write_bytes(package_bytes(package("egna ord")))
    source.write_bytes(package_bytes(package("egna ord i originalet")))
    fresh = land(RefreshRequest(source), package())
    (item,) = told(source, fresh)
    assert (item.code, item.where.file) == ("work-apart", str(updated)) and item.hint is not None
    assert f"go on in {fresh.name}" in item.hint and updated.name in item.hint
    assert [item.code for item in told(source, None)] == ["work-apart"]
    third = land(RefreshRequest(source, out=source.parent / "plan-uppdaterad-3.pptx"), package())
    third.write_bytes(package_bytes(package("de tredje orden")))
    assert len(told(source, fresh)) == 2


def test_what_went_on_into_another_file_is_told_of_that_alone(source: Path) -> None:
    first = land(RefreshRequest(source), package())
    first.write_bytes(package_bytes(sealed(package("egna ord"), "")))
    second = land(RefreshRequest(first), package("egna ord, och nytt"))
    (item,) = told(source, None)
    assert (item.code, item.where.file) == ("work-aside", str(second))


def test_so_it_is_whatever_that_other_file_is_called_by_now(source: Path) -> None:
    first = land(RefreshRequest(source), package())
    first.write_bytes(package_bytes(sealed(package("egna ord"), "")))
    second = land(RefreshRequest(first), package("egna ord, och nytt"))
    renamed = second.rename(second.with_name("Nytt namn.pptx"))
    (item,) = told(source, None)
    assert (item.code, item.where.file) == ("work-aside", str(renamed))
    fresh = land(RefreshRequest(source), package())
    (item,) = told(source, fresh)
    assert item.where.file == str(renamed) and item.hint is not None and "go on in Nytt namn.pptx" in item.hint
    # A deck of its own under another name is none of the line's business.
    renamed.write_bytes(package_bytes(sealed(package("annat"), "")))
    (item,) = told(source, fresh)
    assert item.where.file == str(first)


def edited_and_refreshed(source: Path, times: int) -> Path:
    """The last of files made one from the other, of an original that its owner has edited once."""
    source.write_bytes(package_bytes(package("ägarens ord")))
    last = source
    for number in range(times):
        last = land(RefreshRequest(last), package(f"utgåva {number}"))
    return last


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_file_that_is_only_further_on_holds_no_work_of_its_own(source: Path, times: int) -> None:
    last = edited_and_refreshed(source, times)
    (item,) = told(source, None, ("--content", "nytt"))
    assert (item.code, item.severity, item.where.file) == ("newer-file", Severity.INFO, str(last))
    assert source.name in item.message and "changes" not in item.message
    assert item.hint is not None and f"go on in {last.name}" in item.hint and "--content nytt" in item.hint
    assert told(last, None) == ()
    assert told(source, land(RefreshRequest(source, out=source.parent / "plan-ny.pptx"), package("nytt"))) == ()


def test_work_put_in_on_the_way_is_told(source: Path) -> None:
    middle = edited_and_refreshed(source, 1)
    decided = land(RefreshRequest(middle, resolve={"a/b": "mine"}), package("avgjort"))
    last = land(RefreshRequest(decided), package("sist"))
    (item,) = told(source, None)
    assert (item.code, item.where.file) == ("work-aside", str(last)) and "there are changes" in item.message


def test_of_work_that_cannot_be_known_it_is_said_that_there_may_be_some(source: Path) -> None:
    last = edited_and_refreshed(source, 2)
    (source.parent / "plan-uppdaterad.pptx").unlink()
    for path in (None, land(RefreshRequest(source), package("nytt"))):
        (item,) = told(source, path)
        assert (item.code, item.where.file) == ("work-aside-unsure", str(last)) and "there may be changes" in item.message


MACROS = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"


def test_a_deck_with_macros_keeps_its_kind_in_its_name(tmp_path: Path) -> None:
    """The main part's type and the file's ending agree, or PowerPoint refuses the file (ECMA-376 Part 1, 13.3.6)."""
    built = build_one(BuildRequest("1281", "kort", release="2020-04-30", out=tmp_path))
    assert built.path is not None
    package = open_package(built.path, "x")
    source = tmp_path / "plan.pptm"
    source.write_bytes(package_bytes(package.replace({}, {package.main: MACROS})))
    found = refresh_one(RefreshRequest(source))
    assert found.path == tmp_path / "plan-uppdaterad.pptm"
    assert found.path is not None
    after = open_package(found.path, "y")
    assert after.content_type(after.main) == MACROS
    asked = refresh_one(RefreshRequest(source, out=tmp_path / "ny.pptx"))
    assert asked.state == "refused" and [item.code for item in asked.diagnostics] == ["wrong-ending"]
    assert not (tmp_path / "ny.pptx").exists()
