"""Year, volume, issue and pages of two references, as databases give them for one work or for two."""

import pytest

from citekit.dedupe.description import described
from citekit.dedupe.folded import Folded
from citekit.dedupe.folded import folded as folded_description
from citekit.dedupe.place import first_pages, issues, places, volumes, years
from citekit.model import Reference


def folded(reference: Reference) -> Folded:
    return folded_description(described(reference))


FIRST_PAGES = [
    ("2426--2437", "2426-37", "agree"),
    ("S103-8", "103-108", "agree"),
    ("2426--2437", "2438--2444", "next"),  # an article does not begin where its copy ends
    ("2426--2437", "2538--2549", "contradict"),
    ("932--949", "2221--2222", "brief"),  # the article, and a reply under its title
    ("1--20", "1--13", "weak"),  # in some journals every article begins on page 1
    ("1--20", "57--76", "unclear"),  # … and elsewhere has pages of the volume
    ("11", "106482", "unclear"),  # a number of pages, or a page; and an article number
    ("106482", "106483", "contradict"),
    ("2430", "2426--2437", "unclear"),  # a page cited inside the work
    ("in press", "2426--2437", "untold"),
    ("", "2426", "untold"),
    ("", "", "missing"),
]


@pytest.mark.parametrize(("one", "other", "word"), FIRST_PAGES)
def test_first_pages(ref, one, other, word):
    a, b = folded(ref(pages=one)), folded(ref(pages=other))
    assert (first_pages(a, b), first_pages(b, a)) == (word, word)


VOLUMES = [
    ("88 Suppl 1", "88", "agree"),
    ("Suppl 88", "88", "agree"),
    ("88", "89", "contradict"),
    ("2016", "94", "missing"),  # some databases put the year there
    ("2016", "2016", "agree"),
    ("UNKNOWN", "94", "missing"),
]


@pytest.mark.parametrize(("one", "other", "word"), VOLUMES)
def test_volumes(ref, one, other, word):
    a, b = folded(ref(volume=one)), folded(ref(volume=other))
    assert (volumes(a, b), volumes(b, a)) == (word, word)


ISSUES = [
    ("3", "3", "agree"),
    ("3-4", "4", "agree"),
    ("Suppl", "2", "missing"),
    ("3", "4", "elsewhere"),
]


@pytest.mark.parametrize(("one", "other", "word"), ISSUES)
def test_issues_of_one_volume(ref, one, other, word):
    a, b = folded(ref(volume="7", number=one)), folded(ref(volume="7", number=other))
    assert issues(a, b, "agree", "missing") == word


def test_another_issue_weighs_less_where_the_pages_agree(ref):
    a, b = folded(ref(number="3")), folded(ref(number="4"))
    assert issues(a, b, "agree", "agree") == "contradict"
    assert issues(a, b, "missing", "missing") == "contradict"


PLACES = [
    ("14", "101--117", "14", "101-17", "agree"),
    ("14", "101--117", "15", "101--117", "missing"),
    ("14", "101--117", "14", "101--118", "missing"),
    ("14", "A549--A550", "14", "A549--A550", "missing"),  # abstracts share pages
    ("14", "1--20", "14", "1--20", "missing"),
    ("", "101--117", "14", "101--117", "missing"),
]


@pytest.mark.parametrize(("volume", "pages", "other_volume", "other_pages", "word"), PLACES)
def test_the_same_pages_of_the_same_volume(ref, volume, pages, other_volume, other_pages, word):
    assert places(folded(ref(volume=volume, pages=pages)), folded(ref(volume=other_volume, pages=other_pages))) == word


def test_years():
    said = {2009: "agree", 2010: "near", 2008: "near", 2011: "off", 2006: "off", 2013: "contradict", 0: "missing"}
    assert {year: years(2009, year) for year in said} == said
