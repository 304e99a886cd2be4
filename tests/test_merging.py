"""One reference out of several: which value wins, what becomes of the others.

The works are real (journal sites); which copy says what is arranged to show one idea each.
"""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.merging import merge_group
from citekit.model import Field, Names, Origin, Reference
from citekit.values.names import parse_person


def ref(file="page.txt", key="", type="article", **said):
    """A reference from a file (`.bib` is BibTeX), each of whose fields has that file as its origin."""
    format = "bibtex" if file.endswith(".bib") else "page"
    fields = {name: Field(_value(name, text), Origin(file, format, name=name)) for name, text in said.items()}
    return Reference(type, key, fields, Origin(file, format))


def _value(name, text):
    if name not in ("author", "editor"):
        return text
    people = [part.strip() for part in text.split(";")]
    return Names(tuple(parse_person(p) for p in people if p != "others"), people[-1] == "others")


def merged_field(name, *texts, **more):
    """What wins among these values, which must not depend on their order."""
    references = [ref(f"{number}.txt", **{name: text}, **more) for number, text in enumerate(texts)]
    found = {merge_group(order).reference.get(name) for order in itertools.permutations(references)}
    assert len(found) == 1, found
    return found.pop()


WINNERS = [
    # the field, the copies, the one to keep
    ("author", ["Reddy, S; Jia, S; others", "Reddy, Sivakumar; Jia, Shuang; Geoffrey, Rhonda"], 1),
    ("author", ["Reddy, S; Jia, S; others", "Reddy, S; Jia, S; Geoffrey, R"], 1),
    ("author", ["Reddy, S; Jia, S; Geoffrey, R; Lorier, R; others", "Reddy, Sivakumar"], 0),
    ("author", ["Reddy, Sivakumar; Jia, Shuang", "Reddy, S; Jia, S; others"], 0),
    ("author", ["Tedgård, U", "Tedgard, U"], 0),
    ("author", ["van Royen-Kerkhoff, Annet", "van Royen-Kerkhoff, A"], 0),
    ("title", ["ARTERIAL INFLAMMATION IN MICE LACKING A GENE", "Arterial inflammation in mice lacking a gene"], 1),
    ("title", ["PUSTULAR SKIN DISORDERS: DIAGNOSIS AND TREATMENT", "Pustular skin disorders: diagnosis"], 1),
    ("title", ["Pustular skin disorders", "Pustular skin disorders: diagnosis and treatment"], 1),
    ("title", ["Interleukin-1–receptor antagonist", "Interleukin-1-receptor antagonist"], 0),
    ("title", ["Arterial Inflammation in Mice Lacking the Gene", "Arterial inflammation in mice lacking the gene"], 1),
    ("container", ["N Engl J Med", "New England Journal of Medicine"], 1),
    ("container", ["The New England journal of medicine", "The New England Journal of Medicine"], 1),
    ("container", ["New England Journal of Medicine", "The New England Journal of Medicine"], 1),
    (
        "container",
        [
            "Journal of bone and mineral research : the official journal of the American Society for Bone and Mineral Research",
            "Journal of Bone and Mineral Research",
        ],
        1,
    ),
    ("pages", ["2438-44", "2438--2444"], 1),
    ("pages", ["2438", "2438--2444"], 1),
    ("pages", ["2438-44", "2438"], 0),
    ("volume", ["3", "3", "4"], 0),
    ("doi", ["n/a", "10.1056/NEJMoa0807865"], 1),
    ("doi", ["https://doi.org/10.1056/NEJMoa0807865", "10.1056/NEJMoa0807865"], 1),
    ("publisher", ["Springer", "Springer Nature", "Springer"], 0),
    ("abstract", ["We describe", "We describe ten children"], 1),
]


@pytest.mark.parametrize(("name", "texts", "best"), WINNERS)
def test_which_value_wins(name, texts, best):
    kept = merged_field(name, *texts)
    assert kept == ref(**{name: texts[best]}).get(name)


def test_each_value_brings_its_own_origin():
    portal = ref("portal.txt", title="An autoinflammatory disease", number="23", month="jun", year="2009")
    letter = ref("letter.txt", title="An autoinflammatory disease", volume="360", year="2009", pages="2426--2437")
    fields = merge_group([portal, letter]).reference.fields
    assert {name: field.origin.file for name, field in fields.items() if name not in ("title", "year")} == {
        "number": "portal.txt", "month": "portal.txt", "volume": "letter.txt", "pages": "letter.txt",
    }  # fmt: skip


def test_the_abbreviated_name_of_the_journal_is_kept_beside_the_whole_one():
    whole = ref("a.txt", container="The New England Journal of Medicine")
    short = ref("b.txt", container="N Engl J Med")
    reference = merge_group([whole, short]).reference
    assert reference.container == "The New England Journal of Medicine"
    assert reference.fields["container_short"] == short.fields["container"]
    assert (
        "container_short"
        not in merge_group([short, ref("c.txt", container="N Engl J Med", year="2009")]).reference.fields
    )


def test_a_short_name_that_was_given_stays():
    given_short = ref("a.bib", container="The New England Journal of Medicine", container_short="NEJM")
    reference = merge_group([given_short, ref("b.txt", container="N Engl J Med")]).reference
    assert reference.get("container_short") == "NEJM"


def test_the_year_of_the_issue_over_the_year_online_and_no_month_from_the_other_year():
    online = ref("online.txt", title="A", year="2012", month="dec", day="18", publisher="LWW")
    issue = ref("issue.txt", title="A", year="2013", volume="32", pages="94")
    merged = merge_group([online, issue])
    assert merged.reference.year == "2013"
    assert "month" not in merged.reference.fields
    assert "day" not in merged.reference.fields
    assert [problem.message for problem in merged.problems] == [
        "year: kept 2013 (from issue.txt), dropped 2012 (from online.txt)"
    ]


def test_a_day_comes_from_a_copy_with_the_same_month():
    print_copy = ref("a.txt", year="2013", month="oct", volume="132", pages="e1043")
    online = ref("b.txt", year="2013", month="sep", day="9")
    reference = merge_group([print_copy, online]).reference
    assert (reference.get("month"), reference.get("day")) == ("oct", "")


DATES = [
    # what the BibTeX entry has, what the page has, what comes of it
    ({"year": "2009"}, {"date": "2009-06-04"}, {"year": "2009", "month": "jun", "day": "4"}),
    ({"date": "2009-06-04"}, {"year": "2009", "month": "jun"}, {"date": "2009-06-04"}),
    ({"date": "2009"}, {"year": "2009", "month": "jun"}, {"year": "2009", "month": "jun"}),
    ({"date": "2009"}, {"year": "2010"}, {"date": "2009", "year": "2010"}),
]


@pytest.mark.parametrize(("bibtex", "page", "both"), DATES)
def test_year_and_date_do_not_stand_together_when_one_tells_it_all(bibtex, page, both):
    reference = merge_group([ref("a.bib", "k", title="A", note="x", **bibtex), ref(**page)]).reference
    assert {name: reference.get(name) for name in ("date", "year", "month", "day") if reference.get(name)} == both


def test_the_type_that_says_most():
    assert (
        merge_group(
            [ref(type="misc", title="A", note="x", year="2009"), ref(type="incollection", title="A")]
        ).reference.type
        == "incollection"
    )
    assert merge_group([ref(type="article"), ref(type="misc"), ref(type="misc")]).reference.type == "article"


def test_notes_are_all_kept_once_in_order():
    notes = ["seen in print", "Cited by Roe", "seen in print"]
    assert merged_field("note", *notes) == "Cited by Roe; seen in print"
    assert merged_field("note", "Cited by Roe; seen in print", "Cited by Roe") == "Cited by Roe; seen in print"
    assert merged_field("keywords", "skin, bone", "bone, child") == "bone, child, skin"


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
    ("note", ["one", "two"], False),
    ("publisher", ["Springer", "Elsevier"], True),
]


@pytest.mark.parametrize(("name", "texts", "conflict"), CONFLICTS)
def test_what_is_a_contradiction(name, texts, conflict):
    for order in (texts, texts[::-1]):
        merged = merge_group([ref(f"{number}.txt", **{name: text}) for number, text in enumerate(order)])
        assert [problem.kind for problem in merged.problems] == ["conflict"] * conflict


def test_a_conflict_says_what_was_kept_and_dropped_and_where_both_came_from():
    merged = merge_group([ref("a.bib", "x", title="A", volume="3"), ref("b.txt", title="A", volume="4")])
    (problem,) = merged.problems
    assert problem.message == "volume: kept 3 (from a.bib), dropped 4 (from b.txt)"
    assert (problem.file, problem.key) == ("a.bib", "x")


def test_types_in_conflict():
    merged = merge_group(
        [ref(type="article", title="A", year="2009"), ref(type="inproceedings", title="A"), ref(type="misc", title="A")]
    )
    assert [problem.message for problem in merged.problems] == ["type: kept article, dropped inproceedings"]


def test_the_key_of_the_most_complete_bibtex_entry_and_no_key_is_lost():
    thin = ref("a.bib", "thin", title="A")
    full = ref("b.bib", "full", title="A", year="2009", ids="older,thin")
    page = ref("page.txt", "made", title="A", year="2009", volume="360", pages="2426--2437", number="23")
    reference = merge_group([page, thin, full]).reference
    assert reference.key == "full"
    assert reference.get("ids") == "made,older,thin"
    assert reference.origin.file == "b.bib"


def test_one_member_comes_back_itself():
    only = ref("a.bib", "k", title="A")
    merged = merge_group([only])
    assert merged.reference is only
    assert merged.members == (only,)


def test_an_entry_that_holds_all_that_the_others_say_comes_back_itself():
    entry = ref(
        "a.bib", "k", title="An {IL1RN} story", author="Reddy, Sivakumar; Jia, Shuang", year="2009", pages="2438--2444"
    )
    page = ref("page.txt", title="An {IL1RN} story", author="Reddy, S; others", year="2009", pages="2438-44")
    for order in ([entry, page], [page, entry]):
        assert merge_group(order).reference is entry


def test_equal_entries_of_two_files_give_one_of_them_whatever_the_order():
    one, other = (ref(file, "k", title="A", year="2009") for file in ("a.bib", "b.bib"))
    assert merge_group([one, other]).reference is one
    assert merge_group([other, one]).reference is one


def test_a_title_in_bibtex_wins_over_the_same_words_elsewhere():
    entry = ref("a.bib", "k", title="Deletion of the IL1RN locus")
    page = ref("page.txt", title="Deletion of the IL1RN Locus", year="2009", volume="360")
    assert merge_group([page, entry]).reference.fields["title"] is entry.fields["title"]


def test_nothing_to_merge():
    with pytest.raises(ValueError, match="nothing"):
        merge_group([])


# ---------------------------------------------------------------- whatever the members are

SAID = {
    "title": ["Deletion of a locus", "DELETION OF A LOCUS", "Deletion of a locus: a case", "Deletion of a Locus"],
    "author": ["Reddy, S; others", "Reddy, Sivakumar; Jia, Shuang", "Jia, S", "Løkke, E"],
    "container": ["N Engl J Med", "The New England Journal of Medicine", "The New England journal of medicine", "Lancet"],
    "year": ["2009", "2010"],
    "date": ["2009", "2009-06-04", "2009/2010"],
    "month": ["jun", "jul"],
    "day": ["4", "5"],
    "volume": ["360", "361", "360 Suppl"],
    "pages": ["2438--2444", "2438-44", "2438", "1"],
    "doi": ["10.1056/NEJMoa0809568", "doi:10.1056/nejmoa0809568", "none"],
    "note": ["one", "two; one", "three"],
    "keywords": ["skin, bone", "bone"],
    "ids": ["k", "other,k"],
    "unheard-of": ["x", "y"],
}  # fmt: skip


@st.composite
def members(draw):
    said = {name: draw(st.sampled_from(values)) for name, values in SAID.items() if draw(st.integers(0, 2))}
    file = draw(st.sampled_from(["a.bib", "b.bib", "page.txt", "wiki.txt"]))
    key = draw(st.sampled_from(["", "k", "reddy2009", "other"])) if file.endswith(".bib") else ""
    return ref(file, key, draw(st.sampled_from(["article", "misc", "incollection"])), **said)


groups = st.lists(members(), min_size=1, max_size=5)


def said(reference):
    return reference.type, reference.key, {name: field.value for name, field in reference.fields.items()}


@given(groups, st.randoms(use_true_random=False))
def test_the_order_of_the_members_does_not_matter(group, random):
    there, back = merge_group(group), merge_group(random.sample(group, len(group)))
    assert there == back


@given(groups)
def test_merging_what_was_merged_with_its_members_changes_nothing(group):
    once = merge_group(group).reference
    written = Reference(once.type, once.key, once.fields, Origin("out.bib", "bibtex"))
    assert said(merge_group([written, *group]).reference) == said(written)


@given(groups)
def test_a_reference_merged_with_its_equal_stays_as_it_is(group):
    first = group[0]
    twin = Reference(first.type, first.key, dict(first.fields), first.origin)
    assert said(merge_group([first, twin]).reference) == said(first)


@given(groups)
def test_every_key_leads_to_the_result(group):
    reference = merge_group(group).reference
    kept = {reference.key, *reference.get("ids").split(",")}
    assert kept >= {member.key for member in group if member.key}
    assert kept >= {key for member in group for key in member.get("ids").split(",") if key}


@given(groups)
def test_every_value_is_in_the_result_or_in_a_conflict_or_in_the_members(group):
    """No field vanishes: each name is in the result, unless it is a date that another field tells or that belongs to
    another year."""
    merged = merge_group(group)
    names = {name for member in group for name in member.fields} - {"date", "year", "month", "day", "ids"}
    assert names <= set(merged.reference.fields)
    assert sorted(map(repr, merged.members)) == sorted(map(repr, group))
    if any(member.year for member in group):
        assert merged.reference.year
