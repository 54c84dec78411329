"""Where things stand in a YAML file."""

from deck.source import load_yaml


def test_positions() -> None:
    tree = load_yaml("a:\n  - x\n  - y: [1, 0114]\n", "x.yaml")
    assert str(tree.where(("a", 0))) == "x.yaml:2:5"
    assert str(tree.where(("a", 1, "y"), key=True)) == "x.yaml:3:5"
    assert str(tree.where(("a", 1, "y", 1))) == "x.yaml:3:12"
    assert str(tree.where(("a", 1, "z"))) == "x.yaml:3:5"


def test_position_within_a_scalar() -> None:
    tree = load_yaml('a: one two\nb: |\n  one\n  two\nc: "q r"\n', "x.yaml")
    assert str(tree.where_in(("a",), 4)) == "x.yaml:1:8"
    assert str(tree.where_in(("b",), 4)) == "x.yaml:4"
    assert str(tree.where_in(("c",), 2)) == "x.yaml:5:7"
