"""What lies behind a box: the background, and what is painted over it there."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from deck.drawing import Paint, Scene, SceneShape
from deck.drawing.ground import Behind, covers, flat, ground_behind, hides, least, lies, painted_over
from deck.drawing.sample import painted_at
from deck.geometry import Box
from deck.memory import forget
from deck.package import Package

BOX = Box(1000, 1000, 1000, 1000)
WHOLE = Box(0, 0, 4000, 4000)
RED, BLUE, WHITE = (Paint("solid", (rgb,)) for rgb in ("FF0000", "0000FF", "FFFFFF"))


def halves() -> bytes:
    image = Image.new("RGB", (40, 40), (255, 0, 0))
    image.paste((0, 0, 255), (20, 0, 40, 40))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


UNDER = Behind(("FFFFFF",), (1.0,), "solid")
PACKAGE = Package({"p.png": halves()}, {}, {}, {})


def shape(box: Box = WHOLE, fill: Paint = RED, **more: Any) -> SceneShape:
    return SceneShape("1", "x", more.pop("kind", "shape"), "slide", box, fill=fill, **more)


def behind(*shapes: SceneShape, ground: Paint = WHITE) -> tuple[tuple[str, ...], str]:
    found = ground_behind(PACKAGE, Scene("s", (4000, 4000), ground, ()), shapes, BOX)
    return found.colors, found.kind


@pytest.mark.parametrize(
    ("shapes", "colors", "kind"),
    [
        ([], ("FFFFFF",), "solid"),
        ([shape()], ("FF0000",), "solid"),
        ([shape(), shape(fill=BLUE)], ("0000FF",), "solid"),
        ([shape(fill=Paint())], ("FFFFFF",), "solid"),
        ([shape(hidden=True)], ("FFFFFF",), "solid"),
        ([shape(Box(3000, 3000, 500, 500))], ("FFFFFF",), "solid"),
        ([shape(Box(1000, 1000, 20, 1000))], ("FFFFFF",), "solid"),
        ([shape(Box(1000, 1000, 500, 1000))], ("FF0000", "FFFFFF"), "gradient"),
        ([shape(fill=Paint("solid", ("000000",), 0.5))], ("7F7F7F",), "solid"),
        ([shape(fill=Paint("gradient", ("FF0000", "0000FF")))], ("FF0000", "0000FF"), "gradient"),
        ([shape(fill=Paint(), kind="picture", part="band.emf")], ("FFFFFF",), "unknown"),
        ([shape(geometry="star5")], ("FFFFFF", "FF0000"), "gradient"),
        ([shape(rotation=2_700_000)], ("FF0000",), "solid"),
        ([shape(Box(1200, 1000, 200, 4000), rotation=5_400_000)], ("FFFFFF",), "solid"),
        ([shape(geometry="custom")], ("FFFFFF", "FF0000"), "gradient"),
    ],
)
def test_every_colour_that_words_may_meet(shapes: list[SceneShape], colors: tuple[str, ...], kind: str) -> None:
    assert behind(*shapes) == (colors, kind)


def test_an_unknown_background_is_said() -> None:
    assert behind(ground=Paint("unknown")) == (("FFFFFF",), "unknown")


@pytest.mark.parametrize(
    ("box", "crop", "colors"),
    [
        (Box(0, 0, 1900, 4000), (0, 0, 0, 0), {"FF0000"}),
        (Box(2100, 0, 1900, 4000), (0, 0, 0, 0), {"0000FF"}),
        (Box(0, 0, 4000, 4000), (0, 0, 0, 0), {"FF0000", "0000FF"}),
        (Box(0, 0, 4000, 4000), (50_000, 0, 0, 0), {"0000FF"}),
        (Box(0, 0, 4000, 4000), (0, 0, 50_000, 0), {"FF0000"}),
    ],
)
def test_a_picture_is_sampled_where_the_box_lies(box: Box, crop: tuple[int, int, int, int], colors: set[str]) -> None:
    paint = Paint("picture", ("123456",), part="p.png", crop=crop)
    assert set(painted_over(PACKAGE, paint, WHOLE, box, UNDER).colors) == colors
    drawn = shape(kind="picture", fill=Paint(), picture=paint, part="p.png")
    assert covers(drawn)


def test_a_motley_picture_is_known_by_how_light_it_is() -> None:
    """A photograph of which no colour takes much room is not white for that."""
    image = Image.new("RGB", (64, 64))
    image.putdata([(n * 37 % 256, n * 101 % 256, n * 59 % 256) for n in range(64 * 64)])
    out = io.BytesIO()
    image.save(out, "PNG")
    paint = Paint("picture", (), part="p.png")
    found = painted_over(Package({"p.png": out.getvalue()}, {}, {}, {}), paint, WHOLE, WHOLE, UNDER)
    assert len(found.colors) > 1 and found.kind == "picture"
    assert sum(found.shares) == pytest.approx(1, abs=0.01)
    assert found.against("000000") < 4.5 and found.against("FFFFFF") < 4.5


def test_a_picture_that_cannot_be_read_keeps_what_is_known_of_it() -> None:
    lost = Paint("picture", ("123456",), part="gone.png")
    assert painted_over(PACKAGE, lost, WHOLE, BOX, UNDER).colors == ("123456",)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (shape(), True),
        (shape(BOX), True),
        (shape(Box(1000, 1000, 950, 1000)), False),
        (shape(geometry="ellipse"), True),
        (shape(BOX, geometry="ellipse"), False),
        (shape(geometry="star5"), False),
        (shape(rotation=21_600_000), True),
        (shape(rotation=60_000), False),
    ],
)
def test_what_surely_lies_behind_the_whole(item: SceneShape, answer: bool) -> None:
    assert hides(item, BOX) == answer


def test_groups_are_opened_in_order() -> None:
    one, two, three = (shape(alt=name) for name in "abc")
    group = shape(kind="group", children=(one, shape(kind="group", children=(two,))))
    assert list(flat([group, three])) == [one, two, three]


def test_the_lowest_contrast_counts() -> None:
    assert least("000000", ("FFFFFF", "000000")) == 1
    assert least("000000", ("FFFFFF",)) == 21
    assert least("000000", ()) == 1


RING = (
    ((0, 0), (4000, 0), (4000, 4000), (0, 4000)),
    ((900, 900), (2100, 900), (2100, 2100), (900, 2100)),
)


@pytest.mark.parametrize(
    ("rings", "place", "colors"),
    [
        (RING, "out", ("FFFFFF",)),
        (RING[:1], "in", ("FF0000",)),
        ((((0, 0), (1500, 0), (1500, 4000), (0, 4000)),), "", ("FFFFFF", "FF0000")),
        # Within the other's bounds, and yet clear of it.
        ((((0, 0), (4000, 0), (0, 900)),), "out", ("FFFFFF",)),
        # A sliver that goes through it, with no corner in it: less of it than counts.
        ((((0, 0), (4000, 3990), (4000, 4000), (0, 10)),), "", ("FFFFFF",)),
    ],
)
def test_a_free_shape_lies_where_its_rings_are(rings: Any, place: str, colors: tuple[str, ...]) -> None:
    free = shape(geometry="custom", rings=rings)
    assert lies(free, BOX) == place
    assert behind(free)[0] == colors


def test_what_is_turned_or_open_or_has_no_end_of_corners_is_taken_for_its_box() -> None:
    many = (tuple((n % 4000, n // 4000) for n in range(20_001)),)
    cases: list[dict[str, Any]] = [{"rotation": 60_000}, {"flip_h": True}, {"open_path": True}, {"rings": many}, {"rings": ()}]
    for more in cases:
        assert lies(shape(**({"geometry": "custom", "rings": RING} | more)), BOX) == ""


L_SHAPE = (((0, 0), (4000, 0), (4000, 4000), (2500, 4000), (2500, 2500), (0, 2500)),)


@pytest.mark.parametrize(
    ("rings", "box", "hidden"),
    [
        (L_SHAPE, BOX, True),
        (L_SHAPE, Box(2600, 1000, 1000, 2500), True),
        (L_SHAPE, Box(1000, 2000, 1000, 1000), False),
        (L_SHAPE, Box(500, 3000, 1000, 500), False),
        # A hole in the middle of the words, and one that is wholly around them.
        ((*L_SHAPE, ((1400, 1400), (1600, 1400), (1600, 1600))), BOX, False),
        ((*L_SHAPE, ((900, 900), (2100, 900), (2100, 2100), (900, 2100))), BOX, False),
        ((), BOX, False),
    ],
)
def test_a_free_shape_hides_what_lies_within_it(rings: Any, box: Box, hidden: bool) -> None:
    assert hides(shape(geometry="custom", rings=rings), box) == hidden
    assert not hides(shape(geometry="custom", rings=rings, open_path=True), box)
    assert not hides(shape(geometry="custom", rings=rings, flip_h=True), box)


def test_a_free_shape_that_goes_round_the_words_is_not_behind_them() -> None:
    ring = (((0, 0), (4000, 0), (4000, 4000), (0, 4000)), ((500, 500), (3500, 500), (3500, 3500), (500, 3500)))
    assert behind(shape(geometry="custom", rings=ring)) == (("FFFFFF",), "solid")
    assert behind(shape(geometry="custom", rings=ring[:1])) == (("FF0000",), "solid")
    assert behind(shape(geometry="custom", rings=((*ring[0][:2], (1500, 1500)),)))[1] == "gradient"


def test_a_shape_upon_what_was_looked_at_is_painted_alone_and_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is behind it is asked first, and then with it: what was painted once is not painted again."""
    veil, ring = Paint("solid", ("00FF00",), 0.4), shape(Box(1100, 1100, 700, 700), BLUE, geometry="ellipse")
    picture = shape(Box(900, 900, 700, 900), kind="picture", part="p.png", picture=Paint("picture", ("FF0000",), part="p.png"))
    layers = (ring, shape(Box(1500, 900, 900, 900), veil), picture, shape(Box(1300, 1200, 500, 600), veil))
    slope = Paint("gradient", ("102030", "F0E0D0"))
    painted: list[int] = []

    def counted(package: Package, scene: Scene, shapes: Any, *rest: Any) -> Any:
        painted.append(len(shapes))
        return painted_at(package, scene, shapes, *rest)

    monkeypatch.setattr("deck.drawing.ground.painted_at", counted)
    for n in range(1, len(layers) + 1):
        forget()
        anew = behind(*layers[:n], ground=slope)
        forget()
        behind(*layers[: n - 1], ground=slope)
        painted.clear()
        assert behind(*layers[:n], ground=slope) == anew
        assert set(painted) == {1}


GLASS = Paint("solid", ("FF0000",), 0.5)
RING = (((0, 0), (4000, 0), (4000, 4000), (0, 4000)),)
"""As large as the page."""


@pytest.mark.parametrize("ground", [WHITE, Paint("solid", ("00FF00",), 0.5), Paint("gradient", ("FF0000", "0000FF"))])
@pytest.mark.parametrize(
    "over",
    [
        (shape(fill=GLASS, geometry="custom", rings=RING),),
        (shape(fill=GLASS, geometry="custom", rings=RING), shape(fill=GLASS, geometry="custom", rings=RING)),
        (shape(fill=GLASS, geometry="custom", rings=RING), shape(Box(1000, 1000, 500, 1000), BLUE)),
        (shape(Box(1200, 0, 4000, 4000), GLASS, geometry="custom", rings=RING),),
    ],
)
def test_one_point_tells_of_all_where_all_are_alike(ground: Paint, over: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    found = behind(*over, ground=ground)
    forget()
    monkeypatch.setattr("deck.drawing.ground._is_even", lambda _shape, _box: False)
    assert behind(*over, ground=ground) == found


def test_of_an_even_box_one_point_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    seen: list[Any] = []
    monkeypatch.setattr("deck.drawing.ground.painted_at", lambda *asked: seen.append(asked) or painted_at(*asked))
    assert behind(shape(fill=GLASS, geometry="custom", rings=RING)) == (("FF7F7F",), "solid")
    assert len(seen) == 1
