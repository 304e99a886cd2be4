"""Year, volume, issue, pages and container, as one work has them in two places."""

from __future__ import annotations

import pytest

from citekit.model import Reference
from citekit.sources.work import Work
from citekit.validate import place, told


def reference(**fields: str) -> Reference:
    out = Reference("article")
    for name, value in fields.items():
        out = out.with_field(name, value)
    return out


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict", "weight"),
    [
        ("2009", ("2009",), "agree", 1),
        ("2007", ("2008",), "agree", 0),  # Nutr Rev 2007;65, whose record says 2008: allowed, but no proof
        ("2008", ("2007", "2008"), "agree", 1),
        ("2017", ("2015",), "contradict", 0),
        ("in press", ("2015",), "missing", 0),
        ("", ("2015",), "missing", 0),
        ("2015", (), "missing", 0),
    ],
)
def test_years(ours, theirs, verdict, weight):
    found = place.check_year(told(reference(year=ours)), Work("10.5555/x", years=theirs))
    assert (found.verdict, found.weight) == (verdict, weight)


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("360", "360", "agree"),
        ("12 Suppl 1", "12", "agree"),
        ("07", "7", "agree"),
        ("A", "a", "agree"),
        ("37", "13", "contradict"),
        ("XII", "12", "missing"),
        ("2012", "5", "missing"),  # the year in the place of the volume
        ("", "5", "missing"),
        ("5", "", "missing"),
        ("", "", "missing"),
    ],
)
def test_volumes(ours, theirs, verdict):
    found = place.check_volume(told(reference(volume=ours, year="2012")), Work("10.5555/x", volume=theirs))
    assert (found.verdict, found.weight) == (verdict, int(verdict == "agree"))


@pytest.mark.parametrize(
    ("ours", "theirs", "weight"),
    [("23", "23", 1), ("12 Pt 2", "12", 1), ("3", "3-4", 1), ("5", "S1", 0), ("5", "", 0), ("", "5", 0)],
)
def test_issues_agree_or_say_nothing(ours, theirs, weight):
    found = place.check_number(told(reference(number=ours)), Work("10.5555/x", issue=theirs))
    assert (found.verdict, found.weight) == ("agree" if weight else "missing", weight)


@pytest.mark.parametrize(
    ("ours", "theirs", "article_number", "verdict", "weight"),
    [
        ("2426--2437", "2426-2437", "", "agree", 2),
        ("2438--44", "2438-2444", "", "agree", 2),
        ("389--400", "389", "", "agree", 2),
        ("S194--S202", "S194-S202", "", "agree", 2),
        ("e1043--e1047", "e1043-7", "", "agree", 2),
        ("145", "", "145", "agree", 2),
        ("94838", "", "e94838", "agree", 1),
        ("41", "41F-44F", "", "agree", 1),
        ("145", "1-8", "", "missing", 0),  # the article's own pages
        ("1--8", "", "145", "missing", 0),
        ("", "", "e94838", "missing", 0),
        ("77--81", "", "", "missing", 0),
        ("in press", "77-81", "", "missing", 0),
        ("445--451", "P143", "", "contradict", 0),
        ("47--52", "20", "", "contradict", 0),
    ],
)
def test_pages(ours, theirs, article_number, verdict, weight):
    work = Work("10.5555/x", pages=theirs, article_number=article_number)
    found = place.check_pages(told(reference(pages=ours)), work)
    assert (found.verdict, found.weight) == (verdict, weight)


@pytest.mark.parametrize("hostile", [f"{'1' * 5000}-{'2' * 5000}", "1" * 1_000_000, f"a{' ' * 1_000_000}b"])
def test_pages_that_are_none_say_nothing_whatever_their_length(hostile):
    """Python refuses to read a number of more than 4,300 digits; a megabyte of blanks took hours once."""
    assert place.check_pages(told(reference(pages="12")), Work("10.5555/x", pages=hostile)).verdict == "missing"
    assert place.check_pages(told(reference(pages=hostile)), Work("10.5555/x", pages="12")).verdict == "missing"


def test_a_hundred_thousand_containers_take_no_time():
    work = Work("10.5555/x", containers=("Blood", *(f"Journal {number}" for number in range(100_000))))
    assert place.check_container(told(reference(container="journ of " * 100_000)), work).verdict == "contradict"
    assert place.check_container(told(reference(container="Blood")), work).verdict == "agree"


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("N Engl J Med", ["New England Journal of Medicine"], "agree"),
        ("Proc Natl Acad Sci U S A", ["Proceedings of the National Academy of Sciences"], "agree"),
        ("Am J Clin Dermatol", ["Some Series", "American Journal of Clinical Dermatology"], "agree"),
        ("Struc-ture", ["Structure"], "agree"),  # a line ended there
        ("J Clin Immunol", ["Pediatric Rheumatology", "Pediatr Rheumatol"], "contradict"),
        ("Nature", ["Nature Medicine", "Nat Med"], "contradict"),
        ("", ["Nature"], "missing"),
        ("Nature", [], "missing"),
    ],
)
def test_containers(ours, theirs, verdict):
    found = place.check_container(told(reference(container=ours)), Work("10.5555/x", containers=tuple(theirs)))
    assert (found.verdict, found.weight) == (verdict, int(verdict == "agree"))


def test_the_short_name_counts_too():
    ours = reference(container="Annalen", container_short="Ann Phys")
    assert place.check_container(told(ours), Work("10.5555/x", containers=("Annals of Physics",))).verdict == "agree"
