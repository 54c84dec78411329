"""Those whom one may ask, in a link and in local.yaml."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deck.web.persons import CONTACT, MOST_CONTACTS, Person, contact_of, others_said, pairs_of

PERSON = st.dictionaries(st.sampled_from(sorted(CONTACT)), st.text("aå ", min_size=1, max_size=4))


@given(PERSON, st.lists(PERSON, max_size=MOST_CONTACTS - 1))
def test_a_link_says_them_all_again(first: Person, others: list[Person]) -> None:
    said, cut = dict(pairs_of(first, others)), list[str]()
    assert others_said(said, lambda name, _field: said.get(name, ""), cut) == tuple(others) and not cut
    assert {name: said[name] for name in said if name in CONTACT} == first


def test_more_than_there_is_room_for_are_told() -> None:
    cut = list[str]()
    names = [f"k{MOST_CONTACTS + 1}.namn", "k2.okant", "k1.namn"]
    assert others_said(names, lambda _name, _field: "x", cut) == () and cut == ["kontakt"]


def test_one_is_said_plainly_several_as_a_list() -> None:
    assert contact_of({}, [{}, {}]) is None
    assert contact_of({}, [{"namn": "Bo"}]) == {"name": "Bo"}
    assert contact_of({"namn": "Kim"}, [{}, {"webb": "lund.se"}]) == [{"name": "Kim"}, {"web": "lund.se"}]
