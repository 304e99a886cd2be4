"""One reference out of several: which value wins, what becomes of the others.

The works are real (journal sites); which copy says what is arranged to show one idea each.
"""

import itertools
from dataclasses import replace

import pytest
from merging.references import ref, where

from citekit.merging import merge_group
from citekit.readers import from_text


def merged_field(name, *texts, **more):
    """What wins among these values, which must not depend on their order."""
    references = [ref(f"{number}.txt", **{name: text}, **more) for number, text in enumerate(texts)]
    found = {merge_group(order).reference.get(name) for order in itertools.permutations(references)}
    assert len(found) == 1, found
    return found.pop()


WINNERS = [
    # the field, the copies, the one to keep
    ("title", ["ARTERIAL INFLAMMATION IN MICE LACKING A GENE", "Arterial inflammation in mice lacking a gene"], 1),
    ("title", ["PUSTULAR SKIN DISORDERS: DIAGNOSIS AND TREATMENT", "Pustular skin disorders: diagnosis"], 1),
    ("title", ["Pustular skin disorders", "Pustular skin disorders: diagnosis and treatment"], 1),
    ("title", ["Interleukin-1–receptor antagonist", "Interleukin-1-receptor antagonist"], 0),
    ("title", ["Arterial Inflammation in Mice Lacking the Gene", "Arterial inflammation in mice lacking the gene"], 1),
    ("title", ["Bone pain in childhood. [Article in Japanese]", "Bone pain in childhood", "Bone pain in childhood"], 1),
    ("container", ["N Engl J Med", "New England Journal of Medicine"], 1),
    ("container", ["The New England journal of medicine", "The New England Journal of Medicine"], 1),
    ("container", ["New England Journal of Medicine", "The New England Journal of Medicine"], 1),
    ("container", ["N Engl J Med", "N Engl J Med", "The Lancet"], 0),
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
    ("pages", ["2426--2437", "2426--2437", "2426--2438"], 0),
    ("volume", ["3", "3", "4"], 0),
    ("year", ["in press", "2013"], 1),
    ("doi", ["n/a", "10.1056/NEJMoa0807865"], 1),
    ("doi", ["https://doi.org/10.1056/NEJMoa0807865", "10.1056/NEJMoa0807865"], 1),
    ("doi", ["10.48550/arXiv.1207.7235", "10.48550/arXiv.1207.7235", "10.1016/j.physletb.2012.08.020"], 2),
    ("publisher", ["Springer", "Springer Nature", "Springer"], 0),
    ("issn", ["0028-4793", "1533-4406", "0028-4793"], 0),
    ("isbn", ["3-540-13258-9", "978-3-540-13258-5"], 1),
    ("url", ["http://www.nejm.org/doi/10.1056/NEJMoa0807865", "https://nejm.org/doi/10.1056/NEJMoa0807865"], 1),
    ("url", ["https://example.org/a?session=92", "https://example.org/a"], 1),
    ("abstract", ["We describe", "We describe ten children"], 1),
]


@pytest.mark.parametrize(("name", "texts", "best"), WINNERS)
def test_which_value_wins(name, texts, best):
    more = {"container": "Physics Letters B", "volume": "716"} if name == "doi" else {}
    kept = merged_field(name, *texts, **more)
    assert kept == ref(**{name: texts[best]}).get(name)


def test_each_value_brings_its_own_origin():
    portal = ref("portal.txt", title="An autoinflammatory disease", number="23", month="jun", year="2009")
    letter = ref("letter.txt", title="An autoinflammatory disease", volume="360", year="2009", pages="2426--2437")
    fields = merge_group([portal, letter]).reference.fields
    assert {name: file for name, file in where(fields).items() if name not in ("title", "year")} == {
        "number": "portal.txt", "month": "portal.txt", "volume": "letter.txt", "pages": "letter.txt",
    }  # fmt: skip


def test_a_value_read_with_doubt_loses_to_a_sure_one():
    sure = ref("a.txt", title="An autoinflammatory disease", volume="36")
    doubtful = ref("b.txt", title="An autoinflammatory disease", volume="360", number="23")
    fields = {name: replace(field, confidence=0.4) for name, field in doubtful.fields.items()}
    copies = [sure, replace(doubtful, fields=fields), replace(doubtful, fields=fields)]
    reference = merge_group(copies).reference
    assert reference.get("volume") == "36"
    assert reference.get("number") == "23"  # better a doubtful one than none


# ---------------------------------------------------------------- title, journal, web address


def test_the_subtitle_goes_with_its_title():
    apart = ref("a.bib", "k", title="Pustular skin disorders", subtitle="diagnosis and treatment", note="x")
    whole = ref("b.txt", title="Pustular skin disorders: diagnosis and treatment")
    merged = merge_group([apart, whole])
    assert (merged.reference.title, merged.reference.get("subtitle")) == (
        "Pustular skin disorders",
        "diagnosis and treatment",
    )
    assert merged.conflicts == ()
    bare = ref("c.txt", title="Pustular skin disorders")
    assert merge_group([bare, apart]).reference.get("subtitle") == "diagnosis and treatment"
    entry = ref("d.bib", "k", title=whole.title, year="2009")
    merged = merge_group([entry, ref("e.txt", title="Pustular skin disorders", subtitle="diagnosis and treatment")])
    assert "subtitle" not in merged.reference.fields
    assert merged.conflicts == ()


def test_a_title_in_bibtex_wins_over_the_same_words_elsewhere():
    entry = ref("a.bib", "k", title="Deletion of the IL1RN locus")
    page = ref("page.txt", title="Deletion of the IL1RN Locus", year="2009", volume="360")
    assert merge_group([page, entry]).reference.fields["title"] is entry.fields["title"]


def test_of_two_bibtex_titles_the_one_with_protected_words():
    plain = from_text("@misc{a, title = {Deletion of the IL1RN locus}, note = {stands first}}", "a.bib").references[0]
    braced = from_text("@misc{b, title = {Deletion of the {IL1RN} locus}, note = {x}}", "b.bib").references[0]
    for order in ([plain, braced], [braced, plain]):
        assert merge_group(order).reference.fields["title"].origin.text == "{Deletion of the {IL1RN} locus}"


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


def test_the_date_of_a_visit_goes_with_the_address():
    first = ref("a.txt", title="A", url="https://example.org/a", urldate="2020-01-01")
    second = ref("b.txt", title="A", url="https://example.org/b", urldate="2021-01-01")
    third = ref("c.txt", title="A", url="https://example.org/a")
    fields = merge_group([first, second, third]).reference.fields
    assert (fields["url"].value, fields["urldate"].value) == ("https://example.org/a", "2020-01-01")


def test_notes_are_all_kept_once_in_order():
    notes = ["seen in print", "Cited by Roe", "seen in print"]
    assert merged_field("note", *notes) == "Cited by Roe; seen in print"
    assert merged_field("note", "Cited by Roe; seen in print", "Cited by Roe") == "Cited by Roe; seen in print"
    assert merged_field("keywords", "skin, bone", "bone, child") == "bone, child, skin"


# ---------------------------------------------------------------- dates


def test_the_year_of_the_issue_over_the_year_online_and_no_month_from_the_other_year():
    online = ref("online.txt", title="A", year="2012", month="dec", day="18", publisher="LWW")
    issue = ref("issue.txt", title="A", year="2013", volume="32", pages="94")
    merged = merge_group([online, issue])
    assert merged.reference.year == "2013"
    assert "month" not in merged.reference.fields
    assert "day" not in merged.reference.fields
    assert merged.reference.get("publisher") == "LWW"
    assert [problem.message for problem in merged.problems] == [
        "year: kept 2013 (from issue.txt), dropped 2012 (from online.txt)",
        "month: left out dec (from online.txt)",
        "day: left out 18 (from online.txt)",
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
    ({"date": "2009/2010"}, {"year": "2009"}, {"date": "2009/2010", "year": "2009"}),
    ({"date": "2009"}, {"year": "2010", "volume": "3"}, {"year": "2010"}),
    ({"date": "2009-06-04", "volume": "3"}, {"year": "2010"}, {"date": "2009-06-04"}),
]


@pytest.mark.parametrize(("bibtex", "page", "both"), DATES)
def test_the_date_is_told_once_and_as_one(bibtex, page, both):
    reference = merge_group([ref("a.bib", "k", title="A", note="x", **bibtex), ref(**page)]).reference
    assert {name: reference.get(name) for name in ("date", "year", "month", "day") if reference.get(name)} == both


# ---------------------------------------------------------------- type, key, identity


def test_the_type_that_says_most():
    assert (
        merge_group(
            [ref(type="misc", title="A", note="x", year="2009"), ref(type="incollection", title="A")]
        ).reference.type
        == "incollection"
    )
    assert merge_group([ref(type="article"), ref(type="misc"), ref(type="misc")]).reference.type == "article"


def test_the_type_comes_with_the_container():
    """Else a volume of proceedings would be written as a journal."""
    bare = ref("a.bib", "k", title="A", year="2009", note="whatever else was said")
    chapter = ref("b.txt", type="inproceedings", title="A", container="Proceedings of the Great Conference")
    reference = merge_group([bare, chapter]).reference
    assert (reference.type, reference.container) == ("inproceedings", "Proceedings of the Great Conference")


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


def test_nothing_to_merge():
    with pytest.raises(ValueError, match="nothing"):
        merge_group([])
