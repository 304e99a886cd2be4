"""Citation keys: kept, made, told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.keys import assign_keys, make_key
from citekit.model import Names, Person, Reference


def ref(family="", year="", title="", key="", literal=False):
    made = Reference(key=key).with_field("year", year).with_field("title", title)
    return made.with_field("author", Names((Person(family, literal=literal),)) if family else "")


MADE = [
    (ref("Aksentijevich", "2009"), "aksentijevich2009"),
    (ref("Brau-Javier", "2012"), "braujavier2012"),
    (ref("Løkke", "2000"), "lokke2000"),
    (ref("García González", "1999"), "garciagonzalez1999"),
    (ref("World Health Organization", "2020", literal=True), "worldHealthOrganization2020"),
    (ref("", "2013", "First clinical description of an infant"), "firstClinicalDescription2013"),
    (ref("", "", "The interleukin 1 receptor"), "interleukin1Receptor"),
    (ref("Иванов", "2001"), "ref2001"),  # BibTeX keys are ASCII
    (Reference(), "ref"),
]


@pytest.mark.parametrize(("reference", "key"), MADE)
def test_made_key(reference, key):
    assert make_key(reference) == key


def test_same_author_and_year_get_letters():
    keyed, problems = assign_keys([ref("Lee", "2004"), ref("Lee", "2004"), ref("Lee", "2005")])
    assert [r.key for r in keyed] == ["lee2004a", "lee2004b", "lee2005"]
    assert problems == []


def test_a_key_that_came_wins_over_a_made_one():
    keyed, _ = assign_keys([ref("Lee", "2004"), ref("Chen", "1995", key="lee2004")])
    assert [r.key for r in keyed] == ["lee2004a", "lee2004"]


def test_two_works_with_one_key_are_told_apart_and_said():
    keyed, problems = assign_keys([ref("Lee", "2004", key="x"), ref("Chen", "1995", key="X")])
    assert [r.key for r in keyed] == ["x", "Xa"]
    assert [p.kind for p in problems] == ["key-collision"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Lee", "Kim", ""]),
            st.sampled_from(["", "2004"]),
            st.sampled_from(["", "lee2004", "LEE2004", "k"]),
        )
    )
)
def test_keys_are_unique_without_regard_to_case(rows):
    keyed, _ = assign_keys([ref(family, year, key=key) for family, year, key in rows])
    keys = [r.key.lower() for r in keyed]
    assert len(set(keys)) == len(keys)
    assert all(keys)
