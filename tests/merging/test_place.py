"""Volume, issue, pages and year come from members that mean one place."""

import itertools

import pytest
from merging.references import ref, where

from citekit.merging import merge_group
from citekit.merging.place import contradict, place_of

PLACES = [
    # two copies' places, do they contradict each other?
    ("the same", {"volume": "3", "pages": "1--9"}, {"volume": "3", "pages": "1--9"}, False),
    ("volumes", {"volume": "3"}, {"volume": "4"}, True),
    ("volume and supplement", {"volume": "88"}, {"volume": "88 Suppl 1"}, False),
    ("a year for a volume", {"volume": "2009"}, {"volume": "360"}, False),
    ("first pages", {"pages": "2426--2437"}, {"pages": "2438--2444"}, True),
    ("a shortened range", {"pages": "2426--2437"}, {"pages": "2426-37"}, False),
    ("a page and an article number", {"pages": "94--103"}, {"pages": "e1002034"}, False),
    ("issues of one volume", {"volume": "360", "number": "23"}, {"volume": "360", "number": "25"}, True),
    ("issues, but the same page", {"number": "23", "pages": "2426"}, {"number": "25", "pages": "2426"}, False),
    ("the issue and online first", {"year": "2013", "volume": "32"}, {"year": "2012"}, False),
    ("years far apart", {"year": "2013", "volume": "32"}, {"year": "2010"}, True),
    ("years far apart, same page", {"year": "2013", "pages": "94"}, {"year": "2010", "pages": "94"}, False),
    ("journals", {"container": "The Lancet"}, {"container": "Blood"}, True),
    ("a journal's abbreviation", {"container": "N Engl J Med"}, {"container": "New England Journal of Medicine"}, False),
    ("series and volume, same pages", {"container": "Lecture Notes in Computer Science", "pages": "112--130"},
     {"container": "Advances in Cryptology", "pages": "112--130"}, False),
    ("page 1, as everywhere", {"container": "Blood", "pages": "1"}, {"container": "The Lancet", "pages": "1"}, True),
    ("nothing said", {}, {"volume": "3", "pages": "1--9", "year": "2009", "container": "Blood"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("shows", "one", "other", "against"), PLACES, ids=[row[0] for row in PLACES])
def test_what_contradicts(shows, one, other, against):
    a, b = place_of(ref(**one)), place_of(ref(**other))
    assert (contradict(a, b), contradict(b, a)) == (against, against)


def merged(*members):
    found = [merge_group(order) for order in itertools.permutations(members)]
    assert all(each == found[0] for each in found)
    return found[0]


def test_never_the_volume_of_one_printing_and_the_pages_of_another():
    first = ref("a.txt", title="A", volume="3", year="2009", pages="10--19")
    again = ref("b.txt", title="A", volume="4", number="2", year="2009", doi="10.1000/4", publisher="Elsevier")
    work = merged(first, again, ref("c.txt", title="A", volume="3"))
    assert set(where(work.reference.fields).values()) == {"a.txt"}
    assert [str(conflict) for conflict in work.conflicts] == [
        "volume: kept 3 (from a.txt), dropped 4 (from b.txt)",
        "number: left out 2 (from b.txt)",
        "publisher: left out Elsevier (from b.txt)",
        "doi: left out 10.1000/4 (from b.txt)",
    ]


def test_the_place_that_is_told_most_fully_where_votes_are_equal():
    thin = ref("a.bib", "k", title="A", volume="3", note="a longer entry", keywords="skin")
    full = ref("b.txt", title="A", volume="4", number="2", pages="10--19", year="2009")
    reference = merged(thin, full).reference
    assert {n: reference.get(n) for n in ("volume", "number", "pages", "year")} == {
        "volume": "4", "number": "2", "pages": "10--19", "year": "2009",
    }  # fmt: skip


def test_a_slip_in_the_volume_does_not_cost_the_doi():
    """Both begin on page 2426, so that they are one printing, and one volume is mistyped."""
    mine = ref("a.bib", "k", title="A", volume="306", pages="2426--2437", year="2009", note="mine")
    also = ref("b.txt", title="A", volume="306", pages="2426--2437")
    portal = ref("c.txt", title="A", volume="360", number="23", pages="2426", doi="10.1056/NEJMoa0807865")
    work = merged(mine, also, portal)
    assert work.reference.doi == "10.1056/NEJMoa0807865"
    assert work.reference.get("volume") == "306"
    assert "number" not in work.reference.fields


def test_members_that_contradict_each_other_are_not_both_heard():
    """Neither contradicts the bare copy, but their pages and issue must not be put together."""
    bare = ref("a.txt", title="A", volume="3", container="Blood")
    one = ref("b.txt", title="A", volume="3", pages="10--19", year="2009")
    two = ref("c.txt", title="A", volume="3", pages="30--39", number="2")
    fields = where(merged(bare, one, two).reference.fields)
    assert not {"b.txt", "c.txt"} <= {fields.get(name) for name in ("pages", "number", "year")}
