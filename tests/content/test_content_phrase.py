"""Texts may use variables, conditions and loops, and nothing that takes time, memory or secrets."""

import pytest

from deck.content.phrase import compile_phrase
from deck.diagnostics import Diagnostics, Where
from deck.errors import InputError
from deck.places import load_places

PLACES = load_places()
LUND = PLACES.find("1281")


def said(text: str) -> list[str]:
    diagnostics = Diagnostics()
    compile_phrase(text, 500, diagnostics, Where("x.yaml", 1, 1))
    return [item.code for item in diagnostics]


def filled(text: str, limit: int = 500) -> str:
    diagnostics = Diagnostics()
    phrase = compile_phrase(text, limit, diagnostics, Where("x.yaml", 1, 1))
    assert not list(diagnostics)
    context = {"place": LUND, "county": PLACES.county(LUND), "members": ("A*b", "C"), "count": 2}
    return "".join(span.text for span in phrase.fill(context))


def test_names_and_forms() -> None:
    assert filled("{{ place.genitive }} del av {{ county.name }}") == "Lunds kommuns del av Skåne län"
    assert filled("{% if place.is_county %}län{% else %}kommun{% endif %}") == "kommun"
    assert filled("{% for name in members %}{{ name }};{% endfor %}{{ members|join(', ') }}") == "A*b;C;A*b, C"


def test_what_is_put_in_has_no_markup_meaning() -> None:
    assert filled("**{{ members|first }}**") == "A*b"


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'a' * 1000000000 }}",
        "{{ range(1000000) }}",
        "{% for a in members %}{% for b in members %}x{% endfor %}{% endfor %}",
        "{% set a = 'x' %}{{ a }}",
        "{{ place.name.ljust(1000000000) }}",
        "{{ '%1000000000d'|format(1) }}",
        "{{ place.__class__.__mro__ }}",
        "{{ members['__class__'].x }}",
        "{% macro m() %}{{ m() }}{% endmacro %}",
        "{% include 'x' %}",
        "{{ ''.__class__ }}",
        "{{ 2 ** 99999999 }}",
        "{{ lipsum() }}",
        "{{ self }}",
    ],
)
def test_what_is_not_allowed(text: str) -> None:
    assert said(text)


def test_too_long_when_filled() -> None:
    with pytest.raises(InputError) as caught:
        filled("{{ place.legal_name }}", 5)
    assert [item.code for item in caught.value.diagnostics] == ["text-too-long"]
    assert str(caught.value.diagnostics[0].where) == "x.yaml:1:1"
