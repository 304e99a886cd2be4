"""Works from groups, with groupings made by hand where the engine does not matter."""

from __future__ import annotations

import pytest

from citekit import settling
from citekit.dedupe import Grouping, Pair, group
from citekit.readers import from_text
from citekit.settling import settled

ENTRY = "@article{k%d, author = {Lee, S. H. and Kim, J.}, title = {On DNA repair in mice}, year = %d, volume = 1, pages = {1--9}}"
CHAIN = from_text("\n".join(ENTRY % (year, year) for year in (1999, 2000, 2001)), "x.bib").references


@pytest.fixture
def asked(monkeypatch):
    """How many works each further pass looked at."""
    sizes = []

    def counted(references, **more):
        sizes.append(len(references))
        return group(references, **more)

    monkeypatch.setattr(settling, "group", counted)
    return sizes


def test_what_became_the_same_by_merging_is_merged():
    works = settled(CHAIN, Grouping(((0, 1), (2,)), (Pair(0, 1, "same"), Pair(1, 2, "unsure"))))
    assert works.places == ((0, 1, 2),)
    assert {member.key for member in works.merged[0].members} == {"k1999", "k2000", "k2001"}


def test_what_was_decided_of_members_holds_for_their_works():
    works = settled(CHAIN, Grouping(((0, 1), (2,)), (Pair(1, 2, "unsure"),)), {(0, 2): "different"})
    assert works.places == ((0, 1), (2,))


def test_nothing_merged_costs_no_second_pass(asked):
    grouping = Grouping(((0,), (1,), (2,)), ())
    assert settled(CHAIN, grouping).places == grouping.groups
    assert asked == []


def test_equal_copies_cost_no_second_pass(asked):
    twice = from_text((ENTRY % (1999, 1999)) * 2, "x.bib").references
    assert settled(twice, Grouping(((0, 1),), (Pair(0, 1, "same"),))).places == ((0, 1),)
    assert asked == []


def test_only_what_changed_and_what_is_near_it_is_looked_at_again(asked):
    others = "\n".join(
        f"@article{{o{n}, author = {{Roe, J.}}, title = {{{word} in winter}}, year = {1950 + n}, pages = {{{n}0--{n}9}}}}"
        for n, word in enumerate("Frogs Herons Otters Snails".split(), 1)
    )
    references = (*CHAIN, *from_text(others, "y.bib").references)
    grouping = Grouping(((0, 1), (2,), (3,), (4,), (5,), (6,)), (Pair(0, 1, "same"), Pair(1, 2, "unsure")))
    assert settled(references, grouping).places[-1] == (0, 1, 2)
    assert asked[0] == 2
    assert max(asked) == 2


def test_versions_are_told_by_works():
    works = settled(CHAIN[:2], Grouping(((0,), (1,)), (), (Pair(0, 1, "version"),)))
    assert works.version_pairs() == [(0, 1)]
    joined = settled(CHAIN[:2], Grouping(((0, 1),), (), (Pair(0, 1, "version"),)))
    assert joined.version_pairs() == []
