"""Pictures in content and in local.yaml: found, worded, credited, frozen with a release, and refused where their name stands."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from deck.brand import load_brand
from deck.compose import compose
from deck.content import content_root, diff_releases, freeze, load_content
from deck.errors import InputError
from deck.i18n import use
from deck.places import load_places
from deck.presentation import Picture, Presentation, Text

STRUCTURE = """\
  spring:
    kind: two-content
    slots:
      title: label
      left: {block: picture, file: pictures/spring.png, source: [page, rus-2021]}
      right: {block: picture, file: pictures/autumn.png, decorative: true, source: label}
    notes: page
"""
WORDS = """\
  spring:
    title: Vår och höst
    left: {alt: "Våren i {{ place.name }}", credit: "Foto: Kim Lind, *Tidningen*"}
    right: {credit: "Foto: Kim Lind, *Tidningen*"}
    notes: Se på bilderna.
"""
OWN = """\
slides:
  - id: ours
    after: when
    title: Vår sjö
    {kind}picture: {picture}
    {rest}
"""


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use(None)


def painted(color: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 200), color).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    top = tmp_path / "content"
    shutil.copytree(content_root(), top)
    source = next(line.strip(" :") for line in (top / "sources.yaml").read_text("utf-8").splitlines() if line.startswith("  "))
    for name, more in (("slides.yaml", STRUCTURE.replace("page", source)), ("sv/slides-place.yaml", WORDS)):
        path = top / name
        path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + more, "utf-8")
    outlines = top / "outlines.yaml"
    said = outlines.read_text("utf-8")
    for old, new in (
        ("when, jump-in,", "when, spring, jump-in,"),
        ("max_slides: 20", "max_slides: 21"),
        (" when: 1\n", " when: 1\n      spring: 1\n"),
    ):
        assert said.count(old) == 1
        said = said.replace(old, new)
    outlines.write_text(said, "utf-8")
    (top / "pictures").mkdir()
    for name, color in (("spring", "green"), ("autumn", "brown")):
        (top / "pictures" / f"{name}.png").write_bytes(painted(color))
    return top


def composed(release: str | None = None, **options: Path) -> Presentation:
    places = load_places()
    place = places.find("lund")
    return compose(load_content(release, **options), place, places, load_brand(place, places))  # type: ignore[arg-type]


def test_content_shows_pictures_with_words_and_credit(root: Path) -> None:
    slide = composed(root=root).slide("spring")
    assert slide is not None
    assert [(slot.id, slot.role) for slot in slide.slots] == [
        ("title", "title"),
        ("left", "left"),
        ("left-credit", "left-credit"),
        ("right", "right"),
        ("right-credit", "right-credit"),
        ("provenance", "provenance"),
    ]
    left, credit, right = (slide.slots[n].block for n in (1, 2, 3))
    assert isinstance(left, Picture) and (left.alt, left.decorative, left.name) == ("Våren i Lund", False, "spring.png")
    assert isinstance(right, Picture) and (right.alt, right.decorative) == ("", True)
    assert isinstance(credit, Text) and credit.text == "Foto: Kim Lind, Tidningen" and credit.paragraphs[0].runs[1].italic
    notes = [p.text for p in slide.notes]
    assert notes[0] == "Se på bilderna." and "Foto: Kim Lind, Tidningen" in notes[1:]
    assert "rus-2021" in slide.sources


def test_a_release_holds_its_pictures(root: Path) -> None:
    freeze("2030", root)
    assert composed("2030", root=root).slide("spring") == composed(root=root).slide("spring")
    assert load_content(root=root).release == "2030"
    (root / "pictures" / "spring.png").write_bytes(painted("yellow"))
    assert load_content(root=root).release.startswith("2030+")
    assert [(note.kind, note.slides) for note in diff_releases("2030", None, root).notes] == [("changed-structure", ("spring",))]
    (root / "releases" / "2030" / "pictures" / "spring.png").write_bytes(painted("yellow"))
    with pytest.raises(InputError) as caught:
        load_content("2030", root=root)
    assert [item.code for item in caught.value.diagnostics] == ["release-changed"]


def test_words_for_a_picture_are_asked_for(root: Path) -> None:
    path = root / "sv" / "slides-place.yaml"
    path.write_text(
        path.read_text("utf-8").replace('alt: "Våren i {{ place.name }}", ', "").replace("right: {", "right: {alt: x, "), "utf-8"
    )
    with pytest.raises(InputError) as caught:
        load_content(root=root)
    said = "\n".join(map(str, caught.value.diagnostics))
    assert 'slide "spring" has no words for "left.alt"' in said and 'the structure of slide "spring" has no "right.alt"' in said


def own(folder: Path, picture: str, kind: str = "", rest: str = "notes: Hej") -> Path:
    local = folder / "local.yaml"
    kind = f"kind: {kind}\n    " if kind else ""
    local.write_text(OWN.format(kind=kind, picture=picture, rest=rest), "utf-8")
    return local


def test_an_own_slide_with_a_picture(tmp_path: Path) -> None:
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b" / "sjö.png").write_bytes(painted("blue"))
    file = "{file: 'a b/sjö.png', alt: 'Sjön i {{ place.name }}', credit: 'Foto: Ek'}"
    alone = composed(local=own(tmp_path, file)).slide("ours")
    assert alone is not None and alone.kind == "object" and alone.own
    assert [slot.role for slot in alone.slots] == ["title", "object", "object-credit", "provenance"]
    beside = composed(local=own(tmp_path, file.replace("/", "\\"), "picture", "body: [Ett, Två]")).slide("ours")
    assert beside is not None and beside.kind == "picture"
    assert [slot.role for slot in beside.slots] == ["title", "body", "picture", "picture-credit", "provenance"]
    assert isinstance(picture := beside.slots[2].block, Picture) and picture.alt == "Sjön i Lund"
    assert "Foto: Ek" in [p.text for p in beside.notes]


@pytest.mark.parametrize(
    ("picture", "kind", "wanted"),
    [
        ("{file: bidl.png, alt: x}", "", '5:21: bidl.png: there is no such file; did you mean "bild.png"?'),
        ("{file: half.jpg, alt: x}", "", "5:21: half.jpg: the picture is broken or cut off; copy or save it anew"),
        ("{file: words.png, alt: x}", "", "5:21: words.png: the file is no picture that can be shown everywhere"),
        ("{file: ., alt: x}", "", "5:21: .: this is a folder, not a picture"),
        ("{file: 'https://example.se/a.png', alt: x}", "", "5:21: a picture must be a file; nothing is fetched"),
        ("{file: bild.png}", "", '5:14: the picture has no alternative text; say in "alt" what it shows'),
        ("{file: bild.png, alt: x, decorative: true}", "", "5:36: a picture that is decorative has no alternative text"),
        ("{file: bild.png, decorative: kanske}", "", "5:43: "),
        ("{alt: x}", "", '5:14: the field "file" is missing'),
        ("{file: bild.png, alt: x, credits: y}", "", '5:39: unknown field "credits"; did you mean "credit"?'),
        ("{file: bild.png, alt: x}", "content", '6:5: a slide of kind "content" has no place for "picture"'),
        ("bild.png", "", "5:14: fields with values are expected here"),
        ("{file: bild.png, alt: '{{ plce.name }}'}", "", '5:40: unknown variable "plce"'),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, picture: str, kind: str, wanted: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bild.png").write_bytes(painted("blue"))
    Path("words.png").write_text("words only", "utf-8")
    out = io.BytesIO()
    Image.new("RGB", (400, 400), "red").save(out, "JPEG")
    Path("half.jpg").write_bytes(out.getvalue()[:1_500])
    with pytest.raises(InputError) as caught:
        load_content(local=own(Path(), picture, kind))
    said = list(map(str, caught.value.diagnostics))
    assert any(line.startswith(f"local.yaml:{wanted}") for line in said), said


def test_a_picture_is_wanted_where_the_kind_says_so(tmp_path: Path) -> None:
    local = tmp_path / "local.yaml"
    local.write_text("slides:\n  - {id: ours, after: when, kind: picture, title: Sjön, body: Ren}\n", "utf-8")
    with pytest.raises(InputError) as caught:
        load_content(local=local)
    assert ['needs "picture"' in str(item) for item in caught.value.diagnostics] == [True]
