"""The right DOI or none, by search. The cases are works of one small literature and the records that look like them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shelf import ALL, CHAPTER, DIRA_2009, EMPTY, FOUND, GASTRIC, PUSTULAR, WIKI_PAGE, WORKS, Shelf, reference

from citekit.enrich import Match, choose, query
from citekit.enrich.search import find_doi as found_by_search
from citekit.model import Names, Origin, Reference
from citekit.sources.work import Work, WorkSource
from citekit.validate import judge, told


def find_doi(wanted: Reference, source: WorkSource) -> Match:
    return found_by_search(wanted, source)[0]


@pytest.mark.parametrize("name", FOUND)
def test_the_right_doi(name):
    wanted, doi = FOUND[name]
    match = find_doi(wanted, Shelf(*WORKS))
    assert (match.status, match.doi) == ("found", doi)
    assert any(item.verdict == "agree" for item in match.evidence)
    assert not any(item.verdict == "contradict" for item in match.evidence)


@pytest.mark.parametrize("name", FOUND)
def test_no_doi_when_the_right_record_is_not_there(name):
    wanted, doi = FOUND[name]
    others = [work for work in WORKS if work.doi != doi]
    assert find_doi(wanted, Shelf(*others)).doi == ""


@pytest.mark.parametrize("name", EMPTY)
def test_rather_none_than_a_wrong_one(name):
    match = find_doi(EMPTY[name], Shelf(*WORKS))
    assert (match.status in ("none", "unsure"), match.doi) == (True, "")


def test_a_title_alone_is_not_even_asked_about():
    shelf = Shelf(*WORKS)
    assert find_doi(WIKI_PAGE, shelf).status == "none"
    assert shelf.asked == []


def test_another_page_is_left_to_a_person():
    """Part I and part II, an article and what was said of it stand in one volume under one title."""
    match = find_doi(PUSTULAR.with_field("pages", "401--410"), Shelf(*WORKS))
    assert (match.status, match.doi) == ("unsure", "")
    assert match.candidates[0].work.doi == "10.2165/00128071-200203060-00003"
    assert "pages “401--410” is not “389-400”" in match.reason


@pytest.mark.parametrize(("field", "slip"), [("volume", "404"), ("year", "1990"), ("container", "Science")])
def test_one_slip_is_outweighed_where_all_else_agrees(field, slip):
    match = find_doi(DIRA_2009.with_field(field, slip), Shelf(*WORKS))
    assert (match.status, match.doi) == ("found", "10.1056/nejmoa0807865")
    assert f"but {field} “{slip}” is not" in match.reason


def test_two_slips_are_not():
    both = DIRA_2009.with_fields({"volume": "404", "year": "1990"})
    assert find_doi(both, Shelf(*WORKS)).doi == ""


TWO_IN_ONE = (
    "Mengesha YM, Bennett ML. Pustular skin disorders: diagnosis and treatment. Am J Clin Dermatol 2002;3:389-400.\n"
    "El-Omar EM, Carrington M. Interleukin-1 polymorphisms associated with increased risk of gastric cancer. Nature 2000;404:398-402."
)


def test_two_references_in_one_string_are_left_to_a_person():
    origin = Origin("list.txt", "lines", 1, 1, TWO_IN_ONE)
    fields = {name: replace(field, origin=origin, confidence=0.9) for name, field in PUSTULAR.fields.items()}
    match = find_doi(Reference("article", "", fields, origin, 0.4), Shelf(*WORKS))
    assert (match.status, match.doi) == ("unsure", "")
    assert {"10.2165/00128071-200203060-00003", "10.1038/35006081"} <= {found.work.doi for found in match.candidates}


@pytest.mark.parametrize(
    ("taken_off", "status"),
    [
        (["container", "volume", "number", "pages"], "found"),  # title, author, year
        (["container", "volume", "number", "pages", "year"], "unsure"),  # title, author
        (["author", "volume", "number", "pages"], "unsure"),  # title, container, year
        (["author", "volume", "number"], "found"),  # title, page, container, year
        (["title", "number"], "found"),  # author, volume, page, container, year
        (["title", "number", "volume"], "none"),
    ],
)
def test_how_much_is_enough(taken_off, status):
    assert find_doi(GASTRIC.without(*taken_off), Shelf(*WORKS)).status == status


@pytest.mark.parametrize(
    ("missing_there", "verdict"),
    [
        (
            {"volume": "", "pages": "", "containers": (), "short_containers": (), "issue": ""},
            "accept",
        ),  # title, author, year
        (
            {"volume": "", "pages": "", "containers": (), "short_containers": (), "issue": "", "years": ()},
            "unsure",
        ),  # title, author
        (
            {"volume": "", "pages": "", "issue": "", "authors": Names(), "editors": Names()},
            "unsure",
        ),  # title, container, year
        ({"title": "", "issue": ""}, "accept"),  # author, volume, page, container, year
        ({"title": "", "issue": "", "volume": ""}, "unsure"),  # author, page, container, year
        ({"title": "", "issue": "", "volume": "", "years": ()}, "reject"),  # not even a title to look at
    ],
)
def test_how_much_is_enough_in_a_record(missing_there, verdict):
    work = next(work for work in WORKS if work.doi == "10.1038/35006081")
    assert judge(GASTRIC, replace(work, **missing_there)).verdict == verdict


# ---------------------------------------------------------------- more than one that fits


def test_two_that_fit_equally_well_are_left_to_a_person():
    thin = reference("incollection", "Diaz, Arturo", CHAPTER.title, year="2019")
    work = next(work for work in WORKS if work.doi == "10.1007/978-3-319-96929-9_6")
    twin = Work("10.5555/twin", "book-chapter", work.title, authors=work.people, years=("2019",))
    match = find_doi(thin, Shelf(work, twin))
    assert (match.status, match.doi) == ("unsure", "")
    assert {found.work.doi for found in match.candidates} == {work.doi, twin.doi}


def test_container_year_and_page_settle_it():
    told = CHAPTER.with_field("container", "Auto-Inflammatory Syndromes")
    work = next(work for work in WORKS if work.doi == "10.1007/978-3-319-96929-9_6")
    twin = Work("10.5555/twin", "book-chapter", work.title, authors=work.people, years=("2019",))
    assert find_doi(told, Shelf(twin, work)).doi == work.doi


def test_one_record_twice_is_one():
    work = next(work for work in WORKS if work.doi == "10.1056/nejmoa0807865")
    again = replace(work, doi=work.doi.upper())
    assert choose([judge(DIRA_2009, work), judge(DIRA_2009, again)]).status == "found"


def test_the_order_of_candidates_does_not_matter():
    forth = [find_doi(case, Shelf(*WORKS)) for case in ALL]
    back = [find_doi(case, Shelf(*reversed(WORKS))) for case in ALL]
    assert forth == back


# ---------------------------------------------------------------- what is asked


def test_what_leaves_us():
    assert query(told(DIRA_2009)) == (
        "Aksentijevich Masters An autoinflammatory disease with deficiency of the interleukin-1-receptor antagonist"
        " N Engl J Med 2009 360 2426"
    )
    many = reference("article", "Saito M, Nishikomori R, Kambe N, Fujisawa A, Tanizaki H", "Title", year="2008")
    assert query(told(many)) == "Saito Nishikomori Kambe Title 2008"
    assert len(query(told(DIRA_2009.with_field("title", "word " * 1000)))) <= 400
