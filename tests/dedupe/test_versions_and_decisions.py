"""Preprint and article, and what a person has decided."""

import itertools

import pytest

from citekit.dedupe import group, why

ARTICLE = {
    "author": "Berg, A; Olsen, B",
    "title": "Robust cohort analysis in chronic renal infection",
    "container": "Archives of Renal Medicine",
    "year": "2001",
    "volume": "14",
    "pages": "101--117",
    "doi": "10.1234/arm.2001.00014",
}
PREPRINT = {
    "author": "Berg, Anna; Olsen, Bo",
    "title": "Robust cohort analysis in chronic renal infection",
    "container": "medRxiv",
    "year": "2000",
    "doi": "10.1101/2000.12.01.123",
}


def test_a_preprint_and_its_article_are_two_groups_that_know_each_other_or_one(ref):
    references = [ref(**ARTICLE), ref("misc", **PREPRINT)]
    apart = group(references)
    assert apart.groups == ((0,), (1,))
    assert [(pair.left, pair.right, pair.verdict) for pair in apart.versions] == [(0, 1, "version")]
    assert "one is an article, the other a preprint" in why(references, apart.versions[0]).reasons
    assert group(references, versions="together").groups == ((0, 1),)


def test_a_record_that_could_be_either_does_not_bring_preprint_and_article_together(ref):
    either = ref("misc", author=ARTICLE["author"], title=ARTICLE["title"])
    for order in itertools.permutations([ref(**ARTICLE), ref("misc", **PREPRINT), either]):
        for members in group(order).groups:
            assert {order[place].doi for place in members} != {ARTICLE["doi"], PREPRINT["doi"]}


@pytest.mark.parametrize("versions", ["apart", "together"])
def test_what_a_person_decided_holds(ref, versions):
    other = ref(author="Roe, R", title="Membrane dynamics", year="1990")
    copies = [ref(**ARTICLE), ref(**ARTICLE), other]
    assert group(copies, decided={(0, 1): "different"}, versions=versions).groups == ((0,), (1,), (2,))
    grouping = group(copies, decided={(1, 2): "same", (0, 2): "different", (0, 1): "different"}, versions=versions)
    assert grouping.groups == ((0,), (1, 2))
    assert [(pair.left, pair.right) for pair in grouping.pairs if pair.decided] == [(1, 2)]
    assert why(copies, next(pair for pair in grouping.pairs if pair.decided)).reasons == ("a person decided so",)


OTHER = {
    "author": "Roe, R",
    "title": "Membrane dynamics",
    "container": "Lancet",
    "year": "1990",
    "volume": "3",
    "pages": "7--9",
}


def test_two_that_are_decided_to_be_one_bring_their_copies_along(ref):
    """Records and copies of them, some of which say exactly the same: nothing that was found is torn apart by the decision."""
    one, two = ARTICLE | {"doi": ""}, OTHER
    copies = [ref(**each) for each in (one, one, one | {"year": ""}, two, two, two | {"pages": "7"})]
    assert group(copies).groups == ((0, 1, 2), (3, 4, 5))
    assert group(copies, decided={(1, 4): "same"}).groups == ((0, 1, 2, 3, 4, 5),)


def test_of_copies_that_are_decided_to_be_different_none_is_brought_back_by_what_is_the_same(ref):
    copies = [ref(**each) for each in (ARTICLE, ARTICLE, OTHER, OTHER)]
    (first,) = (
        members for members in group(copies, decided={(0, 2): "same", (1, 3): "different"}).groups if 0 in members
    )
    assert 2 in first
    assert not {1, 3} <= set(first)
