"""What is put into somebody's own brand.yaml leaves every line of theirs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.brand.merge import merged
from deck.errors import InputError
from deck.source import load_yaml

WANTED = {"colors": {"accent1": "#005A3C", "accent3": "#DC2829"}, "logo": {"light": "logotyp.svg"}}
MINE = """\
# vår
colors:
    # vår gröna
    accent1: "#123456" # så
footer: hej   # sist
"""


def test_fields_come_after_those_that_are_there() -> None:
    done = merged(MINE, "brand.yaml", WANTED)
    assert done.text == MINE.replace("# så\n", '# så\n    accent3: "#DC2829"\n') + 'logo:\n  light: "logotyp.svg"\n'
    assert done.added == ("colors.accent3: #DC2829", "logo.light: logotyp.svg")
    assert done.kept == ("colors.accent1: #123456",)


PARTS = ["colors:\n  accent4: '#112233'\n", "# en rad\nfooter: x\n", "fonts:\n  body: Arial\n\n", "logo:\n  dark: a.svg\n"]


@pytest.mark.parametrize("wanted", [WANTED, dict(reversed(WANTED.items()))])
@given(st.lists(st.sampled_from(PARTS), unique=True))
def test_whatever_the_file_has_all_comes_in_where_it_belongs(wanted: dict[str, dict[str, str]], parts: list[str]) -> None:
    """A file that ends with a section which gets fields, where another section is new, too."""
    before = load_yaml("".join(parts)).value or {}
    said = load_yaml(merged("".join(parts), "brand.yaml", wanted).text).value
    assert said == before | {name: before.get(name, {}) | fields for name, fields in wanted.items()}


@given(st.permutations(PARTS))
def test_every_line_stays_and_all_is_said(parts: list[str]) -> None:
    text = "".join(parts)
    done = merged(text, "brand.yaml", WANTED)
    lines = iter(done.text.splitlines())
    assert all(line in lines for line in text.splitlines())
    said = load_yaml(done.text).value
    assert said["colors"] == {"accent4": "#112233", "accent1": "#005A3C", "accent3": "#DC2829"}
    assert said["logo"] == {"dark": "a.svg", "light": "logotyp.svg"} and said["footer"] == "x"


def test_twice_adds_nothing() -> None:
    once = merged(MINE, "brand.yaml", WANTED)
    assert merged(once.text, "brand.yaml", WANTED).added == ()


def test_an_empty_section_is_filled_and_an_empty_file_too() -> None:
    assert load_yaml(merged("logo: # här\nfooter: x\n", "b", WANTED).text).value["logo"] == {"light": "logotyp.svg"}
    assert load_yaml(merged("", "b", WANTED).text).value == WANTED


@pytest.mark.parametrize("text", ["colors: {accent4: '#112233'}\n", "colors: [\n"])
def test_what_cannot_be_put_into_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        merged(text, "brand.yaml", WANTED)
