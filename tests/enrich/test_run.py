"""Many references, sources in trouble, and what is added where a record is known."""

from __future__ import annotations

import pytest
from crossref_server import CrossrefServer, every
from shelf import ALL, CHAPTER, DIRA_2009, DITRA, FOUND, MEANT, PUSTULAR, RECORDS, WORKS, Shelf

from citekit.enrich import Match, enrich, outage
from citekit.errors import OfflineError, RefusedError, UnreachableError
from citekit.model import Reference
from citekit.sources.crossref import Crossref
from citekit.sources.work import Notice, Relation, Work


def test_a_doi_remembers_where_it_came_from():
    done = enrich([PUSTULAR], Shelf(*WORKS)).references[0]
    field = done.fields["doi"]
    assert field.origin is not None
    doi = FOUND["record lacks the subtitle"][1]
    assert (field.value, field.origin.file, field.origin.format) == (doi, "Crossref", "crossref")
    assert done.without("doi") == PUSTULAR


def test_right_answers_in_the_order_of_the_references():
    done = enrich(ALL, Shelf(*WORKS))
    assert [reference.doi for reference in done.references] == MEANT
    back = enrich(ALL[::-1], Shelf(*reversed(WORKS)))
    assert back.matches == done.matches[::-1]


def test_doing_it_twice_changes_nothing_more():
    once = enrich(ALL, Shelf(*WORKS), whole=True).references
    assert enrich(once, Shelf(*WORKS), whole=True).references == once


# ---------------------------------------------------------------- sources in trouble


@pytest.mark.parametrize(
    ("trouble", "status"),
    [(UnreachableError("Shelf: no answer"), "unreachable"), (RefusedError("Shelf refused: HTTP 403"), "refused")],
)
def test_after_three_silences_the_source_is_left_alone(trouble, status):
    shelf = Shelf(trouble=trouble)
    done = enrich(ALL, shelf)
    assert list(done.references) == ALL
    assert len(shelf.asked) == 3
    assert [match.status for match in done.matches].count(status) == 14
    assert outage(done.matches) == f"{trouble}; 14 of 15 references were not looked up"


def test_offline_every_question_is_put_to_the_cache():
    shelf = Shelf(trouble=OfflineError("not known from before"))
    done = enrich(ALL, shelf)
    assert len(shelf.asked) == 14
    assert {match.status for match in done.matches} == {"offline", "none"}


def test_offline_what_is_known_of_several_dois_is_told():
    class Kept(Shelf):
        def works(self, dois: tuple[str, ...]):
            if any(doi.startswith("10.9999") for doi in dois):
                raise OfflineError("not known from before")
            return super().works(dois)

    cases = [DIRA_2009.with_field("doi", doi) for doi in ("10.1056/nejmoa0807865", "10.9999/unknown")]
    assert [match.status for match in enrich(cases, Kept(*WORKS)).matches] == ["confirmed", "offline"]


def test_a_source_that_answers_now_and_then_is_asked_on():
    faults = every(2, "no answer")

    class Moody(Shelf):
        def search(self, text: str, rows: int = 10) -> tuple[Work, ...]:
            self.asked.append(text)
            if faults(len(self.asked)):
                raise UnreachableError("Moody: no answer")
            return self.offered

    moody = Moody(*WORKS)
    done = enrich([PUSTULAR] * 12, moody)
    assert len(moody.asked) == 12
    assert [match.status for match in done.matches] == ["found", "unreachable"] * 6


def test_a_silent_source_says_nothing_of_the_dois_that_are_there():
    mine = DIRA_2009.with_field("doi", "10.1056/nejmoa0807865")
    done = enrich([mine], Shelf(trouble=UnreachableError("Shelf: no answer")))
    assert (done.references, done.matches[0].status) == ((mine,), "unreachable")


def test_no_outage_to_speak_of():
    assert outage(enrich(ALL, Shelf(*WORKS)).matches) == ""
    assert outage([]) == ""
    assert outage([Match("confirmed")]) == ""


def test_progress_counts_what_is_searched_for():
    told: list[tuple[str, int, int]] = []
    cases = [PUSTULAR, DITRA.with_field("doi", FOUND["nobody named as author"][1]), CHAPTER]
    enrich(cases, Shelf(*WORKS), tell=lambda *said: told.append(said))
    assert told == [("checking DOIs", 0, 1), ("asking for DOIs", 1, 2), ("asking for DOIs", 2, 2)]


# ---------------------------------------------------------------- other sources


def test_what_the_first_source_does_not_know_the_next_may():
    mine = DIRA_2009.with_field("doi", "10.1056/nejmoa0807865")
    done = enrich([mine], Shelf(), others=[Shelf(*WORKS)])
    assert done.matches[0].status == "confirmed"


def test_a_silent_second_source_keeps_no_doi_from_being_mended():
    """Crossref has the record of the right DOI; whether DataCite has one of the misspelt one nobody needs to know."""
    mine = DIRA_2009.with_field("doi", "10.1056/nejmoa0807856")
    silent = Shelf(trouble=UnreachableError("DataCite: no answer"))
    done = enrich([mine, DIRA_2009.with_field("doi", "10.9999/elsewhere")], Shelf(*WORKS), others=[silent])
    assert [match.status for match in done.matches] == ["mended", "unregistered"]
    assert "DataCite: no answer" in done.matches[1].reason


def test_nor_is_one_corrected_that_the_silent_source_may_know():
    mine = DIRA_2009.with_field("doi", "10.5281/zenodo.1")
    silent = Shelf(trouble=UnreachableError("DataCite: no answer"))
    done = enrich([mine], Shelf(*WORKS), others=[silent], correct=True)
    assert (done.references, done.matches[0].status) == ((mine,), "unregistered")
    assert enrich([mine], Shelf(*WORKS), others=[Shelf()], correct=True).matches[0].status == "mended"


@pytest.mark.parametrize("field", ["url", "note", "howpublished"])
def test_a_doi_in_another_field_counts_where_its_record_fits(field):
    text = "Available at https://doi.org/10.1056/NEJMoa0807865 (2 May 2010)"
    shelf = Shelf(*WORKS)
    done = enrich([DIRA_2009.with_field(field, text)], shelf)
    assert (done.matches[0].status, done.references[0].doi) == ("found", "10.1056/nejmoa0807865")
    assert shelf.asked == ["10.1056/nejmoa0807865"]  # no search
    other = enrich([PUSTULAR.with_field(field, text)], Shelf(*WORKS))
    assert other.references[0].doi == "10.2165/00128071-200203060-00003"


def test_a_number_is_looked_up_where_nothing_else_is_told():
    work = next(work for work in WORKS if work.doi == "10.1056/nejmoa0807865")
    lookups = {"pmid": lambda numbers: {number: work if number == "19494218" else None for number in numbers}}
    bare = [Reference("misc").with_field("pmid", number) for number in ("19494218", "1")]
    done = enrich([*bare, PUSTULAR.with_field("pmid", "19494218")], Shelf(*WORKS), lookups=lookups)
    assert [match.status for match in done.matches] == ["found", "none", "found"]
    assert (done.references[0].title, done.references[0].doi) == (work.title, work.doi)
    assert done.references[2].doi == "10.2165/00128071-200203060-00003"  # by its title: a number may be a slip, too


# ---------------------------------------------------------------- what became of the work


def test_notices_from_the_record_the_search_and_the_source():
    work = next(work for work in WORKS if work.doi == "10.1056/nejmoa0807865")
    notice = Work(
        "10.5555/notice", "journal-article", f"Correction: {work.title}", updates=(Notice("correction", work.doi),)
    )

    class Informed(Shelf):
        def notices(self, dois: tuple[str, ...]) -> dict[str, tuple[Notice, ...]]:
            return {doi: (Notice("retraction", "10.5555/retraction", "2020-01-02"),) for doi in dois}

    class Crossrefs(Informed):
        name = "Crossref"

    done = enrich([DIRA_2009], Crossrefs(*WORKS, notice))
    assert {(each.kind, each.doi) for each in done.matches[0].notices} == {
        ("correction", "10.5555/notice"), ("retraction", "10.5555/retraction"),
    }  # fmt: skip
    marked = done.references[0]
    assert (marked.get("retraction"), marked.get("correction")) == ("10.5555/retraction", "10.5555/notice")


def test_the_other_version_is_named():
    from dataclasses import replace

    work = next(work for work in WORKS if work.doi == "10.1056/nejmoa0807865")
    related = replace(work, relations=(Relation("has-preprint", "10.1101/123456"),))
    done = enrich([DIRA_2009], Shelf(related))
    assert done.references[0].get("preprintdoi") == "10.1101/123456"


# ---------------------------------------------------------------- over the wire


@pytest.mark.parametrize(
    "faults",
    [
        every(3, "503", "timeout", "truncated"),
        every(3, "429", "reset", "not json", "wrong content type", "500", "cut", "empty", "other shape"),
    ],
    ids=["503, timeout, truncated", "all the others"],
)
def test_a_third_of_the_requests_faulty_and_the_same_answers(monkeypatch, faults):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with CrossrefServer(RECORDS, faults) as server:
        source = Crossref(server.url, timeout=0.5, sleep=lambda _: None)
        done = enrich(ALL, source)
    assert [reference.doi for reference in done.references] == MEANT
    assert outage(done.matches) == ""
