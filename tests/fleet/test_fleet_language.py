"""A deck in a language of ten words: built in it, edited, refreshed in it, whatever language its reader's machine speaks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from pptx import Presentation

from deck import i18n
from deck.cli import main
from deck.content import load_content
from deck.content.words import REQUIRED_TERMS
from deck.diagnostics import Severity
from deck.errors import DeckError
from deck.fleet import BuildRequest, build_one
from deck.fleet.refresh import RefreshRequest, refresh_one
from deck.package import open_package, package_bytes
from deck.pptx import read_pptx
from deck.pptx.identity import slot_of_name

SWEDISH = ["mål", "väg", "lokalt", "arbete", "samtal", "skog", "vatten", "luft", "hav", "klimat"]
OURS = ["tulim", "oreva", "makut", "senno", "pilak", "vaduri", "zekon", "hamuli", "rotef", "binok"]
"""The words of a language that nobody speaks, qaa (ISO 639-2: for local use), in the order of SWEDISH."""

STRUCTURE: dict[str, Any] = {
    "guidance": {"guidance": {"title": "G", "publisher": "P", "page": "one", "source": "one"}},
    "sources": {"sources": {"one": {"title": "En källa", "publisher": "P", "date": "2020", "url": "https://example.org/one"}}},
    "outlines": {"audiences": ["alla"], "outlines": {"standard": {"minutes": 5, "max_slides": 12, "sections": {"start": []}}}},
    "slides": {
        "slides": {
            "first": {"kind": "title", "slots": {"title": "one"}, "notes": "one"},
            "list": {
                "kind": "content",
                "slots": {"title": "one", "body": {"list": "bullet", "items": {"a": "one", "b": "one"}}},
                "notes": "one",
            },
            "long": {
                "kind": "content",
                "slots": {"title": "one", "body": {"list": "bullet", "items": {f"p{n}": "one" for n in range(12)}}},
                "notes": "one",
            },
            "table": {
                "kind": "object",
                "slots": {"title": "one", "object": {"block": "table", "columns": {"x": {}, "y": {}}, "rows": {"r": "one"}}},
                "notes": "one",
            },
            "chart": {
                "kind": "object",
                "slots": {
                    "title": "one",
                    "object": {
                        "block": "chart",
                        "chart": "doughnut",
                        "categories": {"k": {"value": "1", "source": "one"}, "l": {"value": "2", "source": "one"}},
                    },
                },
                "notes": "one",
            },
            "steps": {
                "kind": "object",
                "slots": {"title": "one", "object": {"block": "process", "items": {"s": "one", "t": "one"}}},
                "notes": "one",
            },
            "code": {
                "kind": "object",
                "slots": {"title": "one", "object": {"block": "qr", "source": "one"}},
                "notes": "one",
            },
            "sources": {"kind": "object", "slots": {"title": "label", "object": {"block": "sources"}}, "notes": "label"},
        }
    },
}


def said(w: list[str]) -> dict[str, Any]:
    """The words of every slide, made of ten."""
    return {
        "first": {"title": f"{w[0]} {w[1]}", "notes": f"{w[2]} {w[3]}"},
        "list": {"title": f"{w[1]} {w[2]}", "body": {"a": f"{w[3]} {w[4]}", "b": f"{w[5]} {w[6]}"}, "notes": w[7]},
        "long": {
            "title": f"{w[4]} {w[5]}",
            "body": {f"p{n}": " ".join(w[(n + k) % 10] for k in range(9)) for n in range(12)},
            "notes": w[6],
        },
        "table": {
            "title": f"{w[2]} {w[3]}",
            "object": {"alt": w[4], "columns": {"x": w[5], "y": w[6]}, "rows": {"r": {"x": w[7], "y": w[8]}}},
            "notes": w[9],
        },
        "chart": {
            "title": f"{w[3]} {w[4]}",
            "object": {"alt": w[5], "series": w[6], "categories": {"k": w[7], "l": w[8]}, "labels": {"k": w[9], "l": w[0]}},
            "notes": w[1],
        },
        "steps": {
            "title": f"{w[5]} {w[6]}",
            "object": {"alt": w[7], "items": {"s": {"title": w[8], "text": w[9]}, "t": {"title": w[0], "text": w[1]}}},
            "notes": w[2],
        },
        "code": {"title": f"{w[6]} {w[7]}", "object": {"alt": w[8], "label": w[9]}, "notes": w[0]},
        "sources": {
            "title": f"{w[7]} {w[8]}",
            "object": {"alt": w[9], "title": w[0], "publisher": w[1], "date": w[2]},
            "notes": w[3],
        },
    }


def terms(w: list[str], tag: str) -> dict[str, Any]:
    found: dict[str, Any] = {"sections": {"start": w[8]}, "outlines": {"standard": w[9]}, "audiences": {"alla": w[0]}}
    for n, (first, *rest) in enumerate(REQUIRED_TERMS):
        if rest:
            found.setdefault(first, {})[rest[0]] = w[n % 10]
        else:
            found[first] = w[n % 10]
    return found | {"lang": tag}


def write(root: Path, code: str, tag: str, words: list[str], slides: Mapping[str, Any] | None = None) -> None:
    """A language's folder, of all slides that the structure has."""
    (root / code).mkdir(parents=True, exist_ok=True)
    for name, data in (("terms", {"terms": terms(words, tag)}), ("slides", {"slides": slides or said(words)})):
        (root / code / f"{name}.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def structure(root: Path, slides: Mapping[str, Any]) -> None:
    root.mkdir(exist_ok=True)
    outline = STRUCTURE["outlines"]["outlines"]["standard"] | {"sections": {"start": list(slides)}}
    files = STRUCTURE | {
        "slides": {"slides": dict(slides)},
        "outlines": {"audiences": ["alla"], "outlines": {"standard": outline}},
    }
    for name, data in files.items():
        (root / f"{name}.yaml").write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content with Swedish words and, beside them, ours."""
    structure(tmp_path / "content", STRUCTURE["slides"]["slides"])
    write(tmp_path / "content", "sv", "sv-SE", SWEDISH)
    write(tmp_path / "content", "qaa", "qaa", OURS)
    return tmp_path / "content"


def built(root: Path, out: Path, lang: str) -> Path:
    done = build_one(BuildRequest("lund", lang=lang, out=out, content_root=root))
    assert done.path is not None, [str(item) for item in done.diagnostics]
    return done.path


def tongues(path: Path) -> set[str]:
    """Every language that the file is marked with, but for what is the template's own."""
    found: set[str] = set()
    for name, data in open_package(path, path.name).parts.items():
        text = data.decode("utf-8", "replace")
        if re.match(r"ppt/(slides|notesSlides|charts)/|ppt/presentation\.xml", name):
            found |= set(re.findall(r'\blang="([^"]*)"', text)) | set(re.findall(r'<c:lang val="([^"]*)"', text))
        found |= set(re.findall(r"<dc:language>([^<]*)<", text))
    return found


def marked(path: Path, lang: str) -> set[str]:
    """The runs of slides and notes that are marked so."""
    runs = re.findall(r"<a:r>(<a:rPr .*?)<a:t>([^<]*)", texts(path))
    return {words for look, words in runs if f' lang="{lang}"' in look}


def texts(path: Path) -> str:
    parts = open_package(path, path.name).parts
    return " ".join(
        data.decode("utf-8") for name, data in parts.items() if re.match(r"ppt/(slides|notesSlides|charts)/[^/]*xml", name)
    )


def names(path: Path) -> dict[str, str]:
    """What the shapes of slides and notes are called, by slide and by the id in parentheses, else by the name itself."""
    deck: Any = Presentation(str(path))
    found: dict[str, str] = {}
    for slide in deck.slides:
        key = slide._element.cSld.get("name")
        for shape in (*slide.shapes, *slide.notes_slide.shapes):
            found[f"{key}/{slot_of_name(shape.name) or shape.name}"] = shape.name
    return found


@pytest.mark.parametrize("reader", ["sv", "en"])
def test_a_deck_is_in_its_own_language(root: Path, tmp_path: Path, reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_chosen", reader)
    path = built(root, tmp_path, "qaa")
    assert path.name == "1281-lund-standard-qaa.pptx"
    # A source keeps the title that it has, marked as what it is.
    assert tongues(path) == {"qaa", "sv-SE"} and marked(path, "sv-SE") == {"En källa", "P", "En källa, P, 2020"}
    assert not set(re.findall(r"\w+", texts(path))) & set(SWEDISH)
    deck = read_pptx(path)
    assert deck.manifest is not None and deck.manifest.base.lang == "qaa" and deck.properties["lang"] == "qaa"
    found = names(path)
    # Nobody has said what shapes are called in this language: they are called as in English.
    assert found["list/title"] == "Title (title)" and found["list/body"] == "Text (body)"
    assert found["table/object"] == "Table (object)" and found["chart/object"] == "Chart (object)"
    assert found["steps/object"] == "Process (object)" and found["code/object"] == "QR code (object)"
    assert {"list/Footer", "list/Slide number", "list/Slide", "list/Notes"} <= set(found)
    assert not re.search("Rubrik|Sidfot|Bildnummer|Anteckningar|Tabell|Diagram", " ".join(found.values()))
    titles = [slide.shapes.title.text for slide in Presentation(str(path)).slides if slide.shapes.title is not None]
    assert any("of" in title.split() for title in titles), titles


def test_a_swedish_deck_is_as_if_there_were_no_other_language(root: Path, tmp_path: Path) -> None:
    beside = built(root, tmp_path / "beside", "sv").read_bytes()
    (root / "qaa" / "slides.yaml").write_text("slides: [", encoding="utf-8")  # half done, and not asked for
    assert built(root, tmp_path / "half", "sv").read_bytes() == beside
    shutil.rmtree(root / "qaa")
    path = built(root, tmp_path / "alone", "sv")
    assert path.read_bytes() == beside and path.name == "1281-lund-standard.pptx"
    assert tongues(path) == {"sv-SE"} and "lang" not in read_pptx(path).properties
    assert {"Rubrik (title)", "Tabell (object)", "Sidfot", "Bildnummer", "Anteckningar"} <= set(names(path).values())


def edited(path: Path, was: str, now: str) -> Path:
    """The owner's deck: one paragraph is in other words, and there is a slide of the owner's own."""
    deck: Any = Presentation(str(path))
    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                if paragraph.text == was:
                    paragraph.runs[0].text = now
    own = deck.slides.add_slide(deck.slides[1].slide_layout)
    own.shapes.title.text = "Egen"
    mine = path.with_name("mitt.pptx")
    deck.save(str(mine))
    return mine


def news(root: Path) -> None:
    """Another word for one in both languages, a row, a bullet and a slide more."""
    slides = {name: {**what} for name, what in STRUCTURE["slides"]["slides"].items()}
    slides["list"] = slides["list"] | {
        "slots": {"title": "one", "body": {"list": "bullet", "items": {"a": "one", "b": "one", "c": "one"}}}
    }
    table = slides["table"]["slots"]["object"] | {"rows": {"r": "one", "s": "one"}}
    slides["table"] = slides["table"] | {"slots": {"title": "one", "object": table}}
    slides["more"] = {"kind": "content", "slots": {"title": "one", "body": {"items": {"a": "one"}}}, "notes": "one"}
    structure(root, slides)
    for code, tag, old, new in (("sv", "sv-SE", SWEDISH, "nyhet"), ("qaa", "qaa", OURS, "klumet")):
        words = [*old[:6], new, *old[7:]]
        told = said(words)
        told["list"]["body"]["c"] = f"{new} {words[0]}"
        told["table"]["object"]["rows"]["s"] = {"x": words[1], "y": f"{new} {words[2]}"}
        told["more"] = {"title": f"{new} {words[9]}", "body": {"a": words[8]}, "notes": words[7]}
        write(root, code, tag, words, told)


def without(path: Path, *kinds: str) -> Path:
    """The deck with parts gone that a program did not keep."""
    package = open_package(path, path.name)
    gone = [name for name in package.parts if name.startswith(kinds)]
    rels = {
        source: tuple(rel for rel in found if rel.target not in gone)
        for source, found in package.rels.items()
        if any(rel.target in gone for rel in found)
    }
    lost = path.with_name(f"{len(kinds)}-lost.pptx")
    lost.write_bytes(package_bytes(package.replace(dict.fromkeys(gone), None, rels)))
    return lost


def test_an_edited_deck_stays_in_its_language(root: Path, tmp_path: Path) -> None:
    mine = edited(built(root, tmp_path, "qaa"), f"{OURS[3]} {OURS[4]}", f"{OURS[3]} Lundagård")
    news(root)
    done = refresh_one(RefreshRequest(mine, content_root=root))
    assert done.state == "refreshed" and done.path is not None, [str(item) for item in done.diagnostics]
    words = set(re.findall(r"\w+", texts(done.path)))
    assert {"Lundagård", "Egen", "klumet"} <= words and OURS[6] not in words
    assert not words & {*SWEDISH, "nyhet"}
    assert tongues(done.path) == {"qaa", "sv-SE"} and marked(done.path, "sv-SE") == {"En källa", "P", "En källa, P, 2020"}
    found = names(done.path)
    assert found["more/title"] == "Title (title)" and "more/Notes" in found and "more/Slide number" in found
    after = read_pptx(done.path)
    assert after.manifest is not None and after.manifest.base.lang == "qaa" and after.properties["lang"] == "qaa"
    again = refresh_one(RefreshRequest(done.path, content_root=root))
    assert again.state == "up-to-date" and not again.conflicts


def test_the_words_of_names_tell_nothing(root: Path, tmp_path: Path) -> None:
    """A deck whose shapes were renamed in another language, ids kept in parentheses, is known by these."""
    path = built(root, tmp_path, "qaa")
    deck: Any = Presentation(str(path))
    for slide in deck.slides:
        for shape in slide.shapes:
            if slot := slot_of_name(shape.name):
                shape.name = f"Otsikko ({slot})"
    deck.save(str(path))
    assert refresh_one(RefreshRequest(path, content_root=root, status_only=True)).state == "up-to-date"
    news(root)
    done = refresh_one(RefreshRequest(path, content_root=root))
    assert done.path is not None and not done.conflicts and OURS[6] not in texts(done.path)


def test_a_deck_that_lost_its_manifest_still_tells(root: Path, tmp_path: Path) -> None:
    release = load_content(root=root, lang="qaa").release
    mine = built(root, tmp_path, "qaa")
    shutil.copytree(root, tmp_path / "frozen")
    folder = root / "releases" / release
    shutil.move(tmp_path / "frozen", folder)
    from deck.content.releases import fingerprint

    told = f"name: {release}\ndate: '2020'\nnote: ''\nsha256: {fingerprint(folder)}\n"
    (folder / "release.yaml").write_text(told, encoding="utf-8")
    news(root)
    for lost, asked in (
        (without(mine, "customXml/"), RefreshRequest(mine)),
        (without(mine, "customXml/", "docProps/"), RefreshRequest(mine, place="lund", lang="qaa")),
    ):
        request = RefreshRequest(lost, base=release, place=asked.place, lang=asked.lang, content_root=root)
        done = refresh_one(request)
        assert done.path is not None, [str(item) for item in done.diagnostics]
        words = set(re.findall(r"\w+", texts(done.path)))
        assert "klumet" in words and not words & {*SWEDISH, "nyhet"}


@pytest.mark.parametrize(("lang", "asked"), [("qaa", "sv"), ("sv", "qaa")])
def test_a_refresh_translates_nothing(root: Path, tmp_path: Path, lang: str, asked: str) -> None:
    mine = built(root, tmp_path, lang)
    done = refresh_one(RefreshRequest(mine, lang=asked, content_root=root))
    assert (done.state, done.exit_code, done.path) == ("refused", 2, None)
    (found,) = done.diagnostics
    assert found.code == "another-language" and f'"{lang}"' in found.message and f"--lang {asked}" in found.hint
    assert refresh_one(RefreshRequest(mine, lang=lang, content_root=root)).state == "up-to-date"


def test_a_language_that_was_taken_away_is_said_in_one_line(root: Path, tmp_path: Path) -> None:
    mine = built(root, tmp_path, "qaa")
    shutil.rmtree(root / "qaa")
    done = refresh_one(RefreshRequest(mine, content_root=root))
    assert done.state == "refused" and [item.code for item in done.diagnostics] == ["unknown-language"]


@pytest.mark.parametrize(
    ("lang", "meant"),
    [
        ("sv-SE", "sv"),
        ("SV", "sv"),
        ("svenska", "sv"),
        ("se", "sv"),
        ("qab", "qaa"),
        ("fi", ""),
        ("..", ""),
        ("releases", ""),
        ("*", ""),
    ],
)
def test_an_unknown_language_is_one_line(root: Path, tmp_path: Path, lang: str, meant: str) -> None:
    (root / "fi").mkdir()  # empty: no language
    done = build_one(BuildRequest("lund", lang=lang, out=tmp_path, content_root=root))
    (found,) = done.diagnostics
    assert (done.path, done.exit_code, found.code) == (None, 2, "unknown-language")
    assert found.where.file and "sv, qaa" in found.message and f'"{lang}"' in found.message
    assert (f'"{meant}"' in found.hint) == bool(meant) and found.hint


def test_no_words_at_all_is_one_line_and_no_content_is_told_as_ever(root: Path) -> None:
    shutil.rmtree(root / "sv")
    shutil.rmtree(root / "qaa")
    with pytest.raises(DeckError) as caught:
        load_content(root=root)
    assert [item.code for item in caught.value.diagnostics] == ["unknown-language"]
    with pytest.raises(DeckError) as caught:
        load_content(root=root / "nowhere")
    assert "unknown-language" not in {item.code for item in caught.value.diagnostics}


@pytest.mark.parametrize("tag", ["sv-SE", "qaax", "", "qaa-", "qaa SE", "en"])
def test_words_must_say_the_language_of_their_folder(root: Path, tag: str) -> None:
    write(root, "qaa", tag, OURS)
    with pytest.raises(DeckError) as caught:
        load_content(root=root, lang="qaa")
    assert {item.code for item in caught.value.diagnostics} <= {"wrong-language", "missing-words", "missing-language"}
    assert all(item.severity >= Severity.ERROR for item in caught.value.diagnostics)
    write(root, "qaa", "qaa-Latn-SE", OURS)
    assert load_content(root=root, lang="qaa").lang == "qaa-Latn-SE"


def test_commands(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["build", "lund", "--content", str(root), "-o", str(tmp_path)]
    assert main([*arguments, "--lang", "qaa"]) == 0 and (tmp_path / "1281-lund-standard-qaa.pptx").is_file()
    assert main([*arguments, "--lang", "qab"]) == 2
    assert 'did you mean "qaa"?' in capsys.readouterr().err
    assert main(["refresh", str(tmp_path / "1281-lund-standard-qaa.pptx"), "--content", str(root), "--lang", "sv"]) == 2
    assert main(["diff", "2021", "--lang", "sv"]) == 0
    capsys.readouterr()
    assert main(["diff", "2021", "--lang", "qaa"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "only in sv" in err
