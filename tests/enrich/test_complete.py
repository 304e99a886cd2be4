"""What a record adds to a reference, and what it must not touch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.bibtex.names import read_names
from citekit.enrich.complete import complete
from citekit.enrich.outcome import Change
from citekit.model import Origin, Reference
from citekit.readers import from_text
from citekit.sources.work import Work

DOI = "10.1056/nejmoa0807865"
TITLE = "An autoinflammatory disease with deficiency of the interleukin-1-receptor antagonist"
NEJM = Work(
    DOI,
    "journal-article",
    TITLE,
    authors=read_names("Aksentijevich, Ivona and Masters, Seth L. and Ferguson, Polly J."),
    containers=("New England Journal of Medicine",),
    short_containers=("N Engl J Med",),
    years=("2009",),
    issued="2009-06-04",
    volume="360",
    issue="23",
    pages="2426-2437",
    publisher="Massachusetts Medical Society",
    issn=("0028-4793", "1533-4406"),
    source="Crossref",
)
WHOLE = {
    "author": "Aksentijevich, Ivona and Masters, Seth L. and Ferguson, Polly J.",
    "title": TITLE,
    "container": "New England Journal of Medicine",
    "container_short": "N Engl J Med",
    "year": "2009",
    "month": "jun",
    "day": "4",
    "volume": "360",
    "number": "23",
    "pages": "2426--2437",
    "issn": "0028-4793",
    "doi": DOI,
}


def bib(entry: str) -> Reference:
    return from_text(entry, "mine.bib").references[0]


def said(reference: Reference) -> dict[str, str]:
    cut = {name: " and others" for name in ("author", "editor") if reference.names(name).others}
    return {name: reference.get(name) + cut.get(name, "") for name in reference.fields}


def test_a_reference_that_is_only_an_identifier_becomes_the_whole_entry():
    bare = Reference("misc", "x").with_field("doi", DOI)
    done = complete(bare, NEJM)
    assert (done.reference.type, done.reference.key, said(done.reference)) == ("article", "x", WHOLE)
    assert done.changes[:3] == (
        Change("type", "misc", "article"),
        Change("author", "", WHOLE["author"]),
        Change("title", "", TITLE),
    )
    assert done.problems == ()


def test_every_new_value_tells_where_it_came_from():
    done = complete(bib("@article{x, title = {" + TITLE + "}, doi = {" + DOI + "}, pages = {2426}}"), NEJM)
    origins = {name: field.origin for name, field in done.reference.fields.items()}
    assert origins["title"].format == "bibtex"
    assert origins["pages"] == Origin("Crossref", "crossref", text="2426-2437", name="page")
    assert origins["number"] == Origin("Crossref", "crossref", text="23", name="issue")
    assert origins["month"] == Origin("Crossref", "crossref", text="2009-06-04", name="issued")
    assert origins["issn"] == Origin("Crossref", "crossref", text="0028-4793, 1533-4406", name="ISSN")
    assert origins["container_short"] == Origin(
        "Crossref", "crossref", text="N Engl J Med", name="short-container-title"
    )
    assert origins["author"].text == WHOLE["author"]


def test_what_is_there_already_stays():
    whole = Reference("article", "x").with_fields(WHOLE).with_field("author", NEJM.authors)
    done = complete(whole, NEJM)
    assert (done.reference, done.changes, done.problems) == (whole, (), ())


GIVEN = f"@article{{x, author = {{Aksentijevich, I. and others}}, title = {{{TITLE}}}, year = 2009, doi = {{{DOI}}}, "


@pytest.mark.parametrize(
    ("more", "name", "expected"),
    [
        ("", "author", WHOLE["author"]),
        ("pages = {2426}", "pages", "2426--2437"),
        ("pages = {2426-37}", "pages", "2426-37"),
        ("journal = {N. Engl. J. Med.}", "container", "New England Journal of Medicine"),
        ("journal = {N. Engl. J. Med.}", "container_short", "N. Engl. J. Med."),
        ("journal = {N. Engl. J. Med.}, shortjournal = {NEJM}", "container_short", "NEJM"),
        ("journal = {The New England Journal of Medicine}", "container", "The New England Journal of Medicine"),
        ("journal = {The New England Journal of Medicine}", "container_short", "N Engl J Med"),
        ("shortjournal = {N Engl J Med}", "container", "New England Journal of Medicine"),
        ("issn = {1533-4406}", "issn", "1533-4406"),
        ("month = jul", "month", "jul"),
        ("month = jul", "day", ""),
        ("month = jun", "day", "4"),
        ("date = {2009}", "month", ""),
        ("issue = 23", "number", ""),
        ("crossref = {parent}", "container", ""),
        ("", "publisher", ""),
    ],
)
def test_fields(more, name, expected):
    assert complete(bib(GIVEN + more + "}"), NEJM).reference.get(name) == expected


def test_an_abbreviation_that_moves_is_told():
    done = complete(bib(GIVEN + "journal = {N. Engl. J. Med.}}"), NEJM)
    assert Change("container", "N. Engl. J. Med.", "New England Journal of Medicine") in done.changes
    assert Change("container_short", "", "N. Engl. J. Med.") in done.changes
    moved = done.reference.fields["container_short"].origin
    assert moved is not None
    assert moved.file == "mine.bib"


def test_a_list_that_gets_its_rest_is_told_to_have_been_cut():
    done = complete(bib(GIVEN + "}"), NEJM)
    assert done.changes[0] == Change("author", "Aksentijevich, I. and others", WHOLE["author"])


def test_a_year_that_was_that_of_the_web_gets_no_day():
    done = complete(bib(GIVEN.replace("2009,", "2008,") + "}"), NEJM)
    assert done.problems == ()
    assert done.reference.get("year") == "2008"
    assert done.reference.get("month") == done.reference.get("day") == ""
    assert done.reference.get("volume") == "360"


# ---------------------------------------------------------------- contradictions


def contradicted(done):
    assert {problem.kind for problem in done.problems} <= {"contradicted"}
    return [problem.message for problem in done.problems]


def test_another_volume_stays_and_nothing_is_added_of_the_printing():
    done = complete(bib(GIVEN + "volume = 361}"), NEJM)
    assert contradicted(done) == ["volume is “361”, but Crossref’s record of 10.1056/nejmoa0807865 says “360”"]
    assert [problem.key for problem in done.problems] == ["x"]
    assert done.reference.get("volume") == "361"
    assert done.reference.get("number") == done.reference.get("pages") == done.reference.get("issn") == ""
    assert done.reference.get("author") == WHOLE["author"]


def test_another_issue_is_told():
    done = complete(bib(GIVEN + "volume = 360, number = 22}"), NEJM)
    assert contradicted(done) == ["number is “22”, but Crossref’s record of 10.1056/nejmoa0807865 says “23”"]
    assert done.reference.get("number") == "22"


def test_nothing_is_taken_from_the_record_of_another_work():
    entry = bib(
        f"@article{{x, author = {{Reddy, S.}}, title = {{On the nature of widgets and their makers}}, doi = {{{DOI}}}}}"
    )
    done = complete(entry, NEJM)
    assert done.reference == entry
    assert done.changes == ()
    assert [message.partition(" is ")[0] for message in contradicted(done)] == ["title", "author"]


def test_one_slip_among_much_that_agrees_is_told_and_the_rest_is_added():
    slip = GIVEN.replace("Aksentijevich, I. and others", "Reddy, S.")
    done = complete(bib(slip + "volume = 360, pages = {2426}, journal = {N Engl J Med}}"), NEJM)
    assert [message.partition(" is ")[0] for message in contradicted(done)] == ["author"]
    assert (done.reference.get("author"), done.reference.get("number")) == ("Reddy, S.", "23")


def test_another_doi_is_told():
    done = complete(bib(GIVEN.replace(DOI, "10.1056/other") + "}"), NEJM)
    assert contradicted(done) == [
        "doi is “10.1056/other”, but Crossref’s record of 10.1056/nejmoa0807865 says “10.1056/nejmoa0807865”"
    ]


def test_names_in_capitals_are_worse_than_initials_and_better_than_none():
    loud = Work(
        DOI,
        "journal-article",
        TITLE.upper(),
        authors=read_names("AKSENTIJEVICH, IVONA and MASTERS, SETH"),
        years=("2009",),
    )
    done = complete(bib(GIVEN + "}"), loud)
    assert done.changes == ()
    bare = complete(Reference("misc").with_field("doi", DOI), loud).reference
    assert bare.get("author") == "Aksentijevich, Ivona and Masters, Seth"
    assert bare.title == TITLE.upper()


# ---------------------------------------------------------------- types


CHAPTER = Work(
    "10.1007/978-3-319-10602-1_48",
    "book-chapter",
    "Microsoft COCO: Common Objects in Context",
    containers=("Lecture Notes in Computer Science", "Computer Vision – ECCV 2014"),
    years=("2014",),
    issued="2014",
    pages="740-755",
    publisher="Springer International Publishing",
    isbn=("9783319106014",),
)
COCO = "title = {Microsoft COCO: Common Objects in Context}"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            f"@inproceedings{{x, {COCO}, booktitle = {{ECCV}}}}",  # the book’s name is another: nothing of the printing
            {"title", "container", "doi"},
        ),
        (
            f"@inproceedings{{x, {COCO}, booktitle = {{Computer Vision – ECCV 2014}}}}",
            {"title", "container", "doi", "series", "year", "pages", "publisher", "isbn"},
        ),
        (f"@inproceedings{{x, {COCO}, crossref = {{eccv}}}}", {"title", "crossref", "doi", "pages"}),
        (f"@online{{x, {COCO}, url = {{https://arxiv.org/abs/1405.0312}}}}", {"title", "url", "doi", "year"}),
        (f"@misc{{x, {COCO}, eprint = {{1405.0312}}}}", {"title", "eprint", "doi", "year"}),
        (f"@misc{{x, {COCO}, howpublished = {{Poster}}}}", {"title", "howpublished", "doi", "year"}),
    ],
)
def test_an_entry_gets_what_its_type_has_room_for(entry, expected):
    before = bib(entry)
    done = complete(before, CHAPTER)
    assert done.reference.type == before.type
    assert set(done.reference.fields) == expected


def test_a_book_has_no_abbreviated_name():
    entry = bib(f"@incollection{{x, {COCO}, booktitle = {{Comput. Vis. ECCV}}}}")
    work = Work("10.5555/x", "book-chapter", CHAPTER.title, containers=("Computer Vision ECCV",))
    assert set(complete(entry, work).reference.fields) == {"title", "container", "doi"}
    assert complete(entry, work).reference.container == "Comput. Vis. ECCV"


def test_a_misc_that_says_nothing_of_its_kind_gets_one():
    done = complete(bib(f"@misc{{x, {COCO}}}"), CHAPTER)
    assert done.reference.type == "incollection"
    assert done.changes[0] == Change("type", "misc", "incollection")


def test_a_thesis_has_a_school_and_a_book_no_second_people():
    thesis = Work("10.5555/t", "dissertation", "On the nature of widgets", publisher="University of Iowa")
    lacking = bib("@phdthesis{x, title = {On the nature of widgets}}")
    assert complete(lacking, thesis).reference.get("school") == "University of Iowa"
    told = lacking.with_field("institution", "Iowa")
    assert "school" not in complete(told, thesis).reference.fields
    book = Work("10.5555/b", "book", "On the nature of widgets", authors=read_names("Berg, Anna"))
    edited = bib("@book{x, title = {On the nature of widgets}, editor = {Berg, A.}}")
    done = complete(edited, book).reference
    assert (done.get("editor"), done.get("author")) == ("Berg, A.", "")


def test_a_peer_review_that_is_named_by_its_doi_becomes_an_entry():
    review = Work(
        "10.7287/peerj.3819v0.1/reviews/2", "peer-review", "Peer Review #2 of “Human agency”", publisher="PeerJ"
    )
    done = complete(Reference("misc").with_field("doi", review.doi), review)
    assert (done.reference.type, done.reference.title, done.problems) == ("misc", review.title, ())
    assert complete(done.reference, review).problems == ()


@pytest.mark.parametrize(
    ("fields", "pages", "number", "expected"),
    [
        ({}, "e94838", "", {"eid": "e94838"}),
        ({"pages": "e94838"}, "e94838", "", {"pages": "e94838"}),
        ({"pages": "94838"}, "e94838", "", {"pages": "94838"}),
        ({"eid": "94838"}, "e94838", "", {"eid": "94838"}),
        ({"pages": "1--12"}, "1-12", "94838", {"pages": "1--12", "eid": "94838"}),
        ({"eid": "94838"}, "1-12", "94838", {"eid": "94838", "pages": "1--12"}),
        ({"articleno": "94838"}, "1-12", "94838", {"articleno": "94838", "pages": "1--12"}),
        ({"pages": "94838"}, "1-12", "94838", {"pages": "94838"}),
        ({"pages": "357, 360"}, "357-364", "", {"pages": "357, 360"}),
        ({"pages": "S12"}, "S12-S15", "", {"pages": "S12--S15"}),
    ],
)
def test_pages_and_article_numbers(fields, pages, number, expected):
    work = Work(DOI, "journal-article", TITLE, pages=pages, article_number=number)
    done = complete(Reference("article").with_fields({"title": TITLE, **fields}), work)
    assert {
        name: done.reference.get(name) for name in ("pages", "eid", "articleno") if done.reference.get(name)
    } == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Unternehmensorganisationspflichten", "Regelungskonzepte"),
        ("Unternehmensorganisationspflichten: Regelungskonzepte", ""),
        ("", "Regelungskonzepte"),
    ],
)
def test_a_subtitle_goes_behind_its_own_title(title, expected):
    work = Work("10.17875/gup2011-122", "monograph", "Unternehmensorganisationspflichten", "Regelungskonzepte")
    done = complete(Reference("book").with_fields({"title": title, "doi": work.doi}), work)
    assert done.reference.get("subtitle") == expected


# ---------------------------------------------------------------- whatever comes


def some(**values):
    return st.fixed_dictionaries({}, optional={name: st.sampled_from(each) for name, each in values.items()})


REFERENCES = st.builds(
    lambda kind, fields, people: Reference(kind, "x").with_fields(
        fields | ({"author": read_names(people)} if people else {})
    ),
    st.sampled_from(["misc", "article", "book", "incollection", "online"]),
    some(
        title=[TITLE, TITLE.upper(), "On pigs"],
        container=["N. Engl. J. Med.", "New England Journal of Medicine", "Blood"],
        container_short=["NEJM", "N Engl J Med"],
        year=["2009", "2008", "1999"],
        month=["jun", "jul"],
        date=["2009", "2009-06"],
        volume=["360", "361"],
        number=["23", "22", "23-24"],
        pages=["2426", "2426--2437", "e12", "1"],
        eid=["12"],
        doi=[DOI, "10.5555/other"],
        crossref=["parent"],
        howpublished=["web"],
        eprint=["1706.03762"],
        subtitle=["a report"],
        editor=["Berg, A."],
    ),
    st.sampled_from(["", "Aksentijevich, I. and others", "Aksentijevich, I. and Masters, SL", "Reddy, S."]),
)
WORKS = st.builds(
    lambda fields: Work(DOI, authors=NEJM.authors, source="Crossref", **fields),
    some(
        type=["journal-article", "book-chapter", "book", "posted-content", "peer-review", "dataset", "other"],
        title=[TITLE, TITLE.upper(), "On pigs"],
        subtitle=["a report"],
        containers=[("New England Journal of Medicine",), ("Blood", "Blood Advances")],
        short_containers=[("N Engl J Med",)],
        years=[("2009",), ("2008", "2009")],
        issued=["2009-06-04", "2008-12", "2009"],
        volume=["360"],
        issue=["23"],
        pages=["2426-2437", "e12", "1-12"],
        article_number=["e12", "12"],
        publisher=["Massachusetts Medical Society"],
        issn=[("0028-4793",)],
        arxiv=["1706.03762"],
        pmid=["19494218"],
    ),
)


def test_a_range_brings_the_number_of_the_article_at_once():
    """It came only when the work was completed again."""
    work = replace(NEJM, article_number="e12")
    done = complete(bib("@article{x, title = {" + TITLE + "}, pages = {2426}}"), work).reference
    assert (done.get("pages"), done.get("eid")) == ("2426--2437", "e12")


@settings(max_examples=300)
@given(REFERENCES, WORKS)
def test_completing_twice_changes_nothing_more(reference, work):
    once = complete(reference, work)
    again = complete(once.reference, work)
    assert (again.reference, again.changes) == (once.reference, ())


# What may be told more fully; all else stays as it is.
FULLER = {"author", "container", "pages"}


@settings(max_examples=300)
@given(REFERENCES, WORKS)
def test_nothing_is_lost_and_every_change_is_told(reference, work):
    done = complete(reference, work)
    before, after = said(reference), said(done.reference)
    changed = {name for name in after if after[name] != before.get(name)}
    assert before.keys() <= after.keys()
    assert changed & before.keys() <= FULLER
    assert {change.field for change in done.changes} - {"type"} == changed
    assert all(
        (c.before, c.after) == (before.get(c.field, ""), after[c.field]) for c in done.changes if c.field != "type"
    )
    if "container" in changed & before.keys():
        assert before["container"] in after.values() or "container_short" in before
    assert all(field.origin for name, field in done.reference.fields.items() if name in changed - {"container_short"})
