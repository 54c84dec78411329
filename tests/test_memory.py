"""What a process remembers can forget nothing: warm and cold give the same bytes and the same complaints, whatever changed
between two builds; and every cache of the package is one of the idiom."""

from __future__ import annotations

import ast
import gc
import importlib
import inspect
import io
import os
import shutil
import typing
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import odd_templates
import pytest
from lxml import etree
from PIL import Image

import deck.check.built
from deck.brand import load_brand
from deck.compose import compose
from deck.content.beside import Beside
from deck.content.content import Content
from deck.fleet import BuildRequest, Built, build_one
from deck.i18n import use
from deck.making import content_of
from deck.memory import Itself, Memory, forget
from deck.places import Places, load_places
from deck.presentation import Media, Picture
from deck.source import Snapshot

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "deck"


# --- the idiom ------------------------------------------------------------------------------------------------------------------

PLAIN = (str, int, float, bool, bytes, type(None))
THEMSELVES = (Content, Places, Itself)
"""Immutable, and equal to themselves alone."""


UNDER_WAY = ("deck.files.whole",)
"""Keeps the files that it is writing, which is no memory of answers."""
ADDRESSES = ("deck.refresh.guard.compared", "deck.check.report.page", "deck.check.accessible.highlight")
"""Tell the objects of one list apart, and keep nothing."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), ast.parse(path.read_text("utf-8"))


def is_cache(node: ast.expr) -> bool:
    named = node.func if isinstance(node, ast.Call) else node
    return (named.id if isinstance(named, ast.Name) else getattr(named, "attr", "")) in ("cache", "lru_cache")


def cached() -> list[tuple[str, ast.FunctionDef]]:
    return [
        (name, node)
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and any(map(is_cache, node.decorator_list))
    ]


def strange(kind: Any) -> list[str]:
    """What of a type is no frozen value, all the way down."""
    if kind in PLAIN or kind is Ellipsis or kind in THEMSELVES or kind is type:
        return []
    origin = typing.get_origin(kind)
    if origin in THEMSELVES or origin is typing.Literal:
        return []
    if origin in (tuple, frozenset, typing.Union) or getattr(origin, "__name__", "") == "UnionType":
        return [item for inner in typing.get_args(kind) for item in strange(inner)]
    frozen = is_dataclass(kind) and kind.__dataclass_params__.frozen and kind.__dataclass_params__.eq  # type: ignore[attr-defined]
    return [] if frozen else [str(kind)]


def _evaluated(kind: Any, function: Any) -> Any:
    return eval(kind, function.__globals__) if isinstance(kind, str) else kind


def test_every_cached_function_is_given_frozen_values() -> None:
    found = cached()
    assert len(found) > 40, "the caches are found"
    wrong: list[str] = []
    for module, node in found:
        where = f"{module}.{node.name}"
        function = getattr(importlib.import_module(module), node.name, None)
        if function is None:
            wrong.append(f"{where}: no function of its module")
            continue
        plain = inspect.unwrap(function)
        hints = {key: _evaluated(kind, plain) for key, kind in plain.__annotations__.items() if key != "return"}
        names = [item.arg for item in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        names += [item.arg for item in (node.args.vararg, node.args.kwarg) if item is not None]
        for name in names:
            wrong += [f"{where}: {name} is {kind}" for kind in strange(hints[name])]
        most = function.cache_info().maxsize
        if most is None and any(hints[name] not in (str, type) for name in names):
            wrong.append(f"{where}: has no bound")
    assert not wrong


def test_nothing_else_is_remembered() -> None:
    """No container of a module that is filled later, and no key that is an object's address."""
    wrong: list[str] = []
    for module, tree in modules():
        if module == "deck.memory":
            continue
        for node in tree.body:
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            empty = (isinstance(value, ast.Dict) and not value.keys) or (isinstance(value, ast.List) and not value.elts)
            made = isinstance(value, ast.Call) and (
                getattr(value.func, "id", "") in ("dict", "list", "set", "OrderedDict", "defaultdict", "LRUCache")
                or getattr(value.func, "attr", "") in ("OrderedDict", "WeakKeyDictionary", "WeakValueDictionary", "defaultdict")
                or getattr(value.func, "id", "") in ("WeakKeyDictionary", "WeakValueDictionary")
            )
            if (empty or (made and not (isinstance(value, ast.Call) and value.args))) and module not in UNDER_WAY:
                wrong.append(f"{module}:{node.lineno}: filled later")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "id" and module not in ADDRESSES:
                wrong.append(f"{module}:{node.lineno}: an address")
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [item.name for item in node.names] + [getattr(node, "module", "") or ""]
                wrong += [f"{module}:{node.lineno}: {name}" for name in names if name in ("weakref", "OrderedDict")]
    assert not wrong


def test_one_call_forgets_everything() -> None:
    build_one(BuildRequest("lund", "kort", out=Path("/dev/null/nowhere")))
    kept = [getattr(importlib.import_module(module), node.name) for module, node in cached()]
    assert any(item.cache_info().currsize for item in kept)
    assert len(deck.check.built._proved)
    forget()
    assert not any(item.cache_info().currsize for item in kept)
    assert not len(deck.check.built._proved)


def test_a_memory_keeps_what_was_asked_for_last() -> None:
    memory: Memory[str, int] = Memory(2)
    for n, name in enumerate("ab"):
        memory.put(name, n)
    assert memory.get("a") == 0
    memory.put("c", 2)
    assert (memory.get("a"), memory.get("b"), memory.get("c")) == (0, None, 2)


# --- warm and cold --------------------------------------------------------------------------------------------------------------


def outcome(built: Built) -> object:
    return built.sha256, built.slides, [item.to_json() for item in built.diagnostics]


def told(steps: list[Callable[[], Built]], *, warm: bool) -> list[object]:
    forget()
    found = []
    for step in steps:
        if not warm:
            forget()
        found.append(outcome(step()))
    return found


def same(*steps: Callable[[], Built], differ: bool = True) -> None:
    """Each step, after the others, gives what it gives alone; and the steps are different at all."""
    warm, cold = told([*steps], warm=True), told([*steps], warm=False)
    assert warm == cold
    assert not differ or len({repr(item) for item in cold}) > 1


def rewritten(path: Path, words: str) -> None:
    """Other words in the same file, its time set back: its size may be the same, too."""
    before = path.stat() if path.exists() else None
    path.write_text(words, encoding="utf-8")
    if before is not None:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def step(request: BuildRequest, path: Path | None = None, words: str = "", language: str | None = None) -> Callable[[], Built]:
    def run() -> Built:
        if path is not None:
            rewritten(path, words)
        use(language)
        try:
            return build_one(request)
        finally:
            use(None)
            shutil.rmtree(request.out, ignore_errors=True)

    return run


@pytest.mark.parametrize("pair", odd_templates.PAIRS)
def test_templates_that_differ_in_one_thing(pair: str, tmp_path: Path) -> None:
    paths = []
    for n, data in enumerate(odd_templates.pair(pair)):
        folder = tmp_path / str(n)
        folder.mkdir()
        paths.append(folder / "mall.potx")
        paths[-1].write_bytes(data)
    same(*(step(BuildRequest("lund", "kort", template=path, out=tmp_path / "out")) for path in paths))


def test_a_template_and_its_settings_that_change(tmp_path: Path) -> None:
    path, settings = tmp_path / "mall.potx", tmp_path / "mall.yaml"
    path.write_bytes(odd_templates.package_bytes(odd_templates.plain()))
    request = BuildRequest("lund", "kort", template=path, out=tmp_path / "out")
    same(
        step(request, settings, "minimum_size: 18 pt\n"),
        step(request, settings, "minimum_size: 20 pt\n"),
        step(request, settings, "layouts: {okänd: Titel}\n"),
        step(request, settings, "layouts: {okänd: Titel}\n", "sv"),
    )


def test_what_is_said_of_a_template_is_said_in_the_language_of_now(tmp_path: Path) -> None:
    path = tmp_path / "mall.potx"
    path.write_bytes(odd_templates.made("two-masters"))
    request = BuildRequest("lund", "kort", template=path, out=tmp_path / "out")
    same(step(request, language="en"), step(request, language="sv"))


LOCAL = "goals:\n  - Våra transporter ska bli fossilfria år {year}\n"


def test_local_files_that_change(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    request = BuildRequest("lund", "kort", local=path, out=tmp_path / "out")
    same(
        step(request, path, LOCAL.format(year=2030)),
        step(request, path, LOCAL.format(year=2035)),
        step(request, path, "leave_out: [okänd]\n"),
        step(request, path, "leave_out: [okänd]\n", "sv"),
    )


AGO = 1_700_000_000_000_000_000
SHOWN = """slides:
  - {id: sjon, after: title, title: Sjön, picture: {file: sjon.png, alt: En sjö}}
"""


def test_pictures_that_change(tmp_path: Path) -> None:
    """Of one size in bytes, and as old as before."""
    path, shown = tmp_path / "local.yaml", tmp_path / "sjon.png"
    path.write_text(SHOWN, "utf-8")
    pictures = [painted(0), painted(255)]
    assert len({len(data) for data in pictures}) == 1
    request = BuildRequest("lund", "kort", local=path, out=tmp_path / "out")

    def put(data: bytes | None) -> Callable[[], Built]:
        def run() -> Built:
            shown.unlink(missing_ok=True)
            if data is not None:
                shown.write_bytes(data)
                os.utime(shown, ns=(AGO, AGO))
            return step(request)()

        return run

    same(*map(put, pictures))
    same(put(None), put(pictures[0]), put(None))


def painted(grey: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), (grey, grey, grey)).save(data, "PNG", compress_level=0)
    return data.getvalue()


def test_remembered_pictures_are_found_again() -> None:
    request, local = BuildRequest("lund"), Snapshot.text("local.yaml", SHOWN)

    def known(grey: int) -> Beside:
        return Beside.of({"sjon.png": Picture(Media("image/png", painted(grey)), 8, 8, "")}, {})

    one = content_of(request, local, known(0))
    assert content_of(request, local, known(0)) is one
    assert content_of(request, local, known(255)) is not one


def test_a_profile_that_changes(tmp_path: Path) -> None:
    root = tmp_path / "branding"
    root.mkdir()
    path = root / "brand.yaml"
    request = BuildRequest("lund", "kort", branding_root=root, out=tmp_path / "out")
    unknown = 'colours: {accent1: "#F0F0A0"}\n'
    same(
        step(request, path, 'colors: {accent1: "#7A1F1F"}\n'),
        step(request, path, 'colors: {accent1: "#1F1F7A"}\n'),
        step(request, path, unknown),
        step(request, path, unknown, "sv"),
    )


def test_a_content_folder_that_changes(tmp_path: Path) -> None:
    root = tmp_path / "content"
    shutil.copytree(ROOT / "content", root)
    path = root / "sv/terms.yaml"
    words = path.read_text("utf-8")
    other = words.replace("Presentation om", "Presentation av")
    assert other != words and len(other) == len(words)
    named = "".join(
        "  source: Källa för {{ place.name }}\n  sources: Källor för {{ place.name }}\n"
        if line.startswith("  source:")
        else ""
        if line.startswith("  sources:")
        else line
        for line in words.splitlines(keepends=True)
    )
    assert named.count("place.name") >= 2
    request = BuildRequest("lund", "kort", content_root=root, out=tmp_path / "out")
    habo = BuildRequest("habo", "kort", content_root=root, out=tmp_path / "out")
    same(step(request, path, words), step(request, path, other), step(request, path, named), step(habo, path, named))
    register = load_places()
    for name in ("lund", "habo"):
        place = register.find(name)
        talk = compose(content_of(habo), place, register, load_brand(place, register), outline="kort")
        said = "\n".join(note.text for slide in talk.slides for note in slide.notes)
        assert f"för {place.name}" in said


def test_what_the_day_says_is_said_of_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deck.check.honest._now", lambda: 4_000_000_000.0)
    lund, habo = (BuildRequest(name, "kort", out=tmp_path / "out") for name in ("lund", "habo"))
    forget()
    first, second = step(lund)(), step(habo)()
    codes = [[item.code for item in built.diagnostics if item.code.startswith("honest/")] for built in (first, second)]
    assert codes[0] and codes[0] == codes[1]


def asked(monkeypatch: pytest.MonkeyPatch, *steps: Callable[[], Built]) -> list[int]:
    """How many rules each build was held against."""
    check, numbers = deck.check.built.check_package, []

    def counted(package: Any, name: str, rules: Any, subject: Any) -> Any:
        rules = list(rules)
        numbers.append(len(rules))
        return check(package, name, rules, subject)

    monkeypatch.setattr(deck.check.built, "check_package", counted)
    forget()
    for run in steps:
        assert run().ok
    return numbers


def test_another_local_file_is_held_against_every_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "local.yaml"
    request = BuildRequest("lund", "kort", local=path, out=tmp_path / "out")
    one, two = step(request, path, LOCAL.format(year=2030)), step(request, path, LOCAL.format(year=2035))
    first, second, again = asked(monkeypatch, one, two, one)
    assert first == second > again


def test_places_with_nothing_of_their_own_share_a_proof(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    requests = [BuildRequest(name, "kort", out=tmp_path / "out") for name in ("lund", "habo")]
    first, second = asked(monkeypatch, *map(step, requests))
    assert first > second


def test_remembered_material_is_found_again() -> None:
    request = BuildRequest("lund")
    one, two = (content_of(request, Snapshot.text("local.yaml", LOCAL.format(year=2030))) for _ in range(2))
    assert one is two
    assert content_of(request, Snapshot.text("local.yaml", LOCAL.format(year=2031))) is not one


def test_no_tree_is_remembered(tmp_path: Path) -> None:
    """Trees of XML are many times as large as their bytes, and no limit on a cache's answers counts them."""

    def trees() -> int:
        gc.collect()
        return sum(isinstance(item, etree._Element) for item in gc.get_objects())

    forget()
    before = trees()
    assert build_one(BuildRequest("1281", "kort", out=tmp_path)).path is not None
    assert trees() <= before
