"""What must hold of any references whatever, found by trying to break it."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.dedupe import explain, group, why
from citekit.dedupe.cluster import OUTVOTED
from citekit.dedupe.compare import compare, in_harmony
from citekit.dedupe.decide import verdict
from citekit.dedupe.description import described
from citekit.dedupe.folded import folded as folded_description
from citekit.dedupe.sift import sift
from citekit.dedupe.table import tabled
from citekit.model import Field, Names, Reference
from citekit.values.names import parse_person

TITLES = [
    "Editorial",
    "Editor's comments",
    "Robust cohort analysis in chronic renal infection: a longitudinal study",
    "Robust cohort analysis in chronic renal infection",
    "Robust cohort analysis in chronic renal infections",
    "Robust cohort analysis in chronic cardiac infection",
    "Erratum to: Robust cohort analysis in chronic renal infection",
    "Theory of robust cohorts: part I",
    "Theory of robust cohorts: part II",
]
PEOPLE = ["Berg, A", "Berg, Anna", "Olsen, B", "van der Berg, A", "Quist, C", "A, Berg"]


@st.composite
def references(draw):
    """References so alike that many are copies of few works, with any field missing."""
    said = {
        "title": st.sampled_from(TITLES),
        "year": st.sampled_from(["2001", "2002", "2005"]),
        "container": st.sampled_from(["Archives of Renal Medicine", "Arch Renal Med", "Lancet"]),
        "volume": st.sampled_from(["14", "15", "14 Suppl 1", "2001"]),
        "number": st.sampled_from(["1", "2", "Suppl"]),
        "pages": st.sampled_from(["101--117", "101-17", "101", "201--209", "1", "106482", "in press"]),
        "doi": st.sampled_from(["10.1234/a", "10.1234/b"]),
        "note": st.sampled_from(["x", "y"]),
    }
    fields = {name: Field(draw(values)) for name, values in said.items() if draw(st.integers(0, 3))}
    if draw(st.integers(0, 3)):
        people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
        fields["author"] = Field(Names(tuple(map(parse_person, people)), draw(st.booleans())))
    return Reference(draw(st.sampled_from(["article", "inproceedings", "misc"])), "", fields)


def folded(reference):
    return folded_description(described(reference))


@given(references(), references())
def test_comparing_has_no_direction(one, other):
    a, b = folded(one), folded(other)
    assert compare(a, b) == compare(b, a)


@given(references(), references())
def test_the_quick_looks_agree_with_the_long_one(one, other):
    a, b = folded(one), folded(other)
    judged = verdict(compare(a, b))
    left, _ = sift(tabled([described(one), described(other)]), [(np.array([0]), np.array([1]))])
    assert judged == "different" or len(left) == 1
    assert judged != "different" or not in_harmony(a, b)


@given(references(), references())
def test_less_said_is_never_a_contradiction(one, other):
    """Taking a field away from one side cannot bring a contradiction in."""
    before = compare(folded(one), folded(other))
    for name in ("year", "volume", "pages", "doi", "author"):
        after = compare(folded(one.without(name)), folded(other))
        for field in ("year", "volume", "page", "doi", "author"):
            assert getattr(after, field) != "contradict" or getattr(before, field) == "contradict"


def works(given_references):
    """The groups by what their members say, since wholly equal references may take each other's place."""
    groups = group(given_references).groups
    return sorted(sorted(repr(given_references[place]) for place in members) for members in groups)


@given(st.lists(references(), max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_the_references_does_not_matter(given_references, random):
    shuffled = random.sample(given_references, len(given_references))
    assert works(shuffled) == works(given_references)


@given(st.lists(references(), max_size=10))
def test_every_reference_is_in_one_group_and_no_group_holds_many_different_pairs(given_references):
    """A pair that is different stands in one group only where `OUTVOTED` times as many of its pairs are not."""
    grouping = group(given_references)
    assert sorted(place for members in grouping.groups for place in members) == list(range(len(given_references)))
    for members in grouping.groups:
        pairs = [explain(*(given_references[place] for place in pair)) for pair in combinations(members, 2)]
        assert sum(pair.verdict == "different" for pair in pairs) * OUTVOTED <= len(pairs)


@given(st.lists(references(), max_size=14))
def test_pairs_are_the_same_within_a_group_and_unsure_across(given_references):
    grouping = group(given_references)
    home = {place: number for number, members in enumerate(grouping.groups) for place in members}
    for pair in grouping.pairs:
        assert pair.left < pair.right
        assert why(given_references, pair).reasons
        assert pair.verdict == ("same" if home[pair.left] == home[pair.right] else "unsure")
    for members in grouping.groups:
        said = {pair.left for pair in grouping.pairs} | {pair.right for pair in grouping.pairs}
        assert len(members) == 1 or said.issuperset(members)


@given(st.lists(references(), max_size=10))
def test_a_file_with_itself_has_as_many_works_as_alone(given_references):
    filled = [reference for reference in given_references if reference.fields]
    assert len(group(filled + filled).groups) == len(group(filled).groups)


@pytest.mark.parametrize("count", [0, 1])
def test_none_and_one(count):
    assert group([Reference()] * count).groups == ((0,),) * count
