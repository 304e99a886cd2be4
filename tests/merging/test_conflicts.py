"""What contradicts, and how it is said."""

import pytest
from merging.references import ref

from citekit.merging import merge_group

CONFLICTS = [
    ("volume", ["3", "4"], True),
    ("volume", ["88 Suppl 1", "88"], False),
    ("pages", ["2426--2437", "2438--2444"], True),
    ("pages", ["2426--2437", "2426-37"], False),
    ("pages", ["2426--2437", "2426"], False),
    ("pages", ["2426--2437", "2426--2438"], True),
    ("container", ["The New England Journal of Medicine", "N Engl J Med"], False),
    ("container", ["The New England Journal of Medicine", "The Lancet"], True),
    ("author", ["Reddy, Sivakumar; Jia, Shuang", "Reddy, S; others"], False),
    ("author", ["Reddy, Sivakumar; Jia, Shuang", "Reddy, S; Roe, R"], True),
    ("author", ["van Hagen, P. Martin", "Hagen, PM"], False),
    ("title", ["Pustular skin disorders: diagnosis", "Pustular skin disorders"], False),
    ("title", ["Pustular skin disorders", "PUSTULAR SKIN DISORDERS"], False),
    ("title", ["Pustular skin disorders", "Bullous skin disorders"], True),
    ("doi", ["10.1056/NEJMoa0807865", "doi:10.1056/nejmoa0807865"], False),
    ("doi", ["10.1056/NEJMoa0807865", "10.1056/NEJMoa0809568"], True),
    ("isbn", ["3-540-13258-9", "978-3-540-13258-5"], False),
    ("isbn", ["978-3-540-13258-5", "978-3-540-13259-2"], True),
    ("issn", ["0028-4793", "00284793"], False),
    ("issn", ["0028-4793", "1533-4406"], True),
    ("url", ["http://www.nejm.org/a/", "https://nejm.org/a"], False),
    ("date", ["2009-06-04", "2009-06"], False),
    ("note", ["one", "two"], False),
    ("publisher", ["Springer", "Elsevier"], True),
    ("unheard-of", ["x", "y"], True),
]


@pytest.mark.parametrize(("name", "texts", "conflict"), CONFLICTS)
def test_what_is_a_contradiction(name, texts, conflict):
    for order in (texts, texts[::-1]):
        merged = merge_group([ref(f"{number}.txt", **{name: text}) for number, text in enumerate(order)])
        assert [problem.kind for problem in merged.problems] == ["conflict"] * conflict


def test_a_conflict_tells_both_values_and_where_they_stood():
    entry, page, other = (
        ref("a.bib", "x", title="A", volume="3"),
        ref("b.txt", title="A", volume="4"),
        ref("c.txt", volume="3"),
    )
    (conflict,) = merge_group([entry, page, other]).conflicts
    assert conflict.field == "volume"
    assert conflict.kept == entry.fields["volume"]
    assert conflict.dropped == (page.fields["volume"],)


def test_the_same_as_a_sentence_and_a_problem():
    merged = merge_group([ref("a.bib", "x", title="A", volume="3"), ref("b.txt", title="A", volume="4")])
    (problem,) = merged.problems
    assert problem.message == "volume: kept 3 (from a.bib), dropped 4 (from b.txt)"
    assert (problem.kind, problem.file, problem.key) == ("conflict", "a.bib", "x")


def test_what_is_left_out_altogether_is_told_too():
    merged = merge_group(
        [ref("a.txt", title="A", year="2013", volume="3"), ref("b.txt", title="A", year="2012", month="dec")]
    )
    conflict = next(conflict for conflict in merged.conflicts if conflict.field == "month")
    assert conflict.kept is None
    assert str(conflict) == "month: left out dec (from b.txt)"


def test_types_in_conflict():
    merged = merge_group(
        [ref(type="article", title="A", year="2009"), ref(type="inproceedings", title="A"), ref(type="misc", title="A")]
    )
    assert [str(conflict) for conflict in merged.conflicts] == [
        "type: kept article (from page.txt), dropped inproceedings (from page.txt)"
    ]


def test_a_long_value_is_cut_in_the_sentence_and_whole_in_the_conflict():
    long = "Bullous skin disorders " * 10
    merged = merge_group(
        [ref("a.bib", "k", title="Pustular skin disorders " * 10, year="2009"), ref("b.txt", title=long)]
    )
    (conflict,) = merged.conflicts
    assert conflict.dropped[0].value == long
    assert f"{long[:80].rstrip()}… (from b.txt)" in str(conflict)


def test_what_only_one_format_knows_is_no_conflict():
    one = ref("a.ris", title="One", **{"ris-db": "Scopus", "ris-ad": "Bethesda", "abstract": "long " * 9})
    two = ref("b.ris", title="One", **{"ris-db": "EMBASE", "ris-c1": "x"})
    merged = merge_group([one, two])
    assert merged.conflicts == ()
    assert {name: merged.reference.get(name) for name in merged.reference.fields if name.startswith("ris-")} == {
        "ris-db": "Scopus",
        "ris-ad": "Bethesda",
    }


def test_key_and_version_in_zotero_are_of_one_item():
    mine = ref("mine.bib", "m", title="One", **{"zotero-key": "AAAA2222", "ris-db": "Scopus"})
    item = ref("z", title="One", year="2001", publisher="X", **{"zotero-key": "BBBB3333", "zotero-version": "7"})
    merged = merge_group([item, mine]).reference
    assert (merged.get("zotero-key"), merged.get("zotero-version"), merged.get("ris-db")) == ("AAAA2222", "", "Scopus")
