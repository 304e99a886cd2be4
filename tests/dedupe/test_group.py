"""Who is grouped with whom, in whole libraries."""

import itertools

from citekit.dedupe import group, why
from citekit.dedupe.block import candidates
from citekit.dedupe.cluster import NEVER, cluster
from citekit.dedupe.description import described
from citekit.dedupe.table import tabled

FULL = {
    "author": "Berg, A; Olsen, B",
    "title": "Robust cohort analysis in chronic renal infection",
    "container": "Archives of Renal Medicine",
    "year": "2001",
    "volume": "14",
    "pages": "101--117",
}


def test_copies_that_each_lack_something_find_each_other(ref):
    lacking = [{name: text for name, text in FULL.items() if name != gone} for gone in FULL]
    references = [ref(**FULL), *(ref(**said) for said in lacking)]
    assert group(references).groups == (tuple(range(len(references))),)


def test_one_that_could_be_either_of_two_joins_only_one(ref):
    """A says 1999, C says 2009, B does not say: B may go with one of them, but never bring them together."""
    a, b, c = (
        ref(author="Berg, A; Olsen, B", title=FULL["title"], **year)
        for year in ({"year": "1999"}, {}, {"year": "2009"})
    )
    found = set()
    for order in itertools.permutations((a, b, c)):
        groups = frozenset(frozenset(order[place].year for place in members) for members in group(order).groups)
        assert frozenset({"1999", "2009"}) not in groups
        assert len(groups) == 2
        found.add(groups)
    assert len(found) == 1


def test_editorials_without_authors_do_not_chain(ref):
    years = [str(year) for year in range(2000, 2020)]
    references = [ref(title="Editorial", container="MIS Quarterly", year=year) for year in years]
    references += [ref(title="Editorial"), ref(title="Editorial", container="MIS Quarterly")]
    assert len(group(references).groups) == len(references)


def test_a_series_with_one_title_by_one_author_stays_apart(ref):
    references = [
        ref(
            author="Roe, R",
            title="Book review column",
            container="Record",
            year="2003",
            volume="32",
            number=str(number),
        )
        for number in range(1, 5)
    ]
    assert len(group(references).groups) == 4


def test_a_pair_torn_apart_by_a_third_is_reported_as_unsure(ref):
    a, b, c = (
        ref(author="Berg, A; Olsen, B", title=FULL["title"], **year)
        for year in ({"year": "1999"}, {}, {"year": "2009"})
    )
    across = [pair for pair in group([a, b, c]).pairs if pair.verdict == "unsure"]
    assert [why([a, b, c], pair).reasons[-1] for pair in across] == [
        "one is the same as a third that differs from the other"
    ]


def test_many_equal_references_are_one_work_and_each_is_paired_once(ref):
    grouping = group([ref(**FULL)] * 500)
    assert grouping.groups == (tuple(range(500)),)
    assert [(pair.left, pair.right) for pair in grouping.pairs] == [(0, right) for right in range(1, 500)]


def test_a_title_that_hundreds_share_does_not_make_all_pairs(ref):
    references = [ref(title="Editorial", pages=str(page)) for page in range(400)]
    found = candidates(tabled([described(reference) for reference in references]))
    pairs = {pair for left, right in found for pair in zip(left.tolist(), right.tolist(), strict=True)}
    assert 400 <= len(pairs) < 400 * 20  # all pairs would be 79,800
    assert all(left < right for left, right in pairs)


def test_the_heaviest_link_wins_and_a_different_pair_keeps_two_clusters_apart():
    links = [(7.0, 0, 1), (9.0, 1, 2)]
    assert cluster(3, links, lambda a, b: int((a, b) == (0, 2))) == [[0], [1, 2]]
    assert cluster(3, links, lambda a, b: 0) == [[0, 1, 2]]


def test_a_single_objection_decides_among_few_and_is_outvoted_among_many():
    def objection(left, right):
        return int((left, right) == (0, 2))

    few = [(9.0, 0, 1), (8.0, 1, 2)]
    assert cluster(3, few, objection) == [[0, 1], [2]]
    many = [(9.0, 0, other) for other in range(1, 25) if other != 2] + [(8.0, 1, 2)]
    assert cluster(25, many, objection) == [list(range(25))]


def test_no_majority_outweighs_a_person_or_a_bar():
    few = [(9.0, 0, other) for other in range(1, 12)]
    assert len(cluster(12, few, lambda a, b: NEVER if (a, b) == (1, 11) else 0)) == 2
    links = [(9.0, 0, other) for other in range(1, 25)]
    assert len(cluster(25, links, lambda a, b: 0, never=[(1, 24)])) == 2
