"""Retractions, expressions of concern and corrections. The DOIs are those of real works and notices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.enrich.notices import FIELDS, KINDS, mark, meaning, notices_about, sentence
from citekit.enrich.outcome import Change
from citekit.enrich.typed import fields_as
from citekit.model import Names, Person, Reference
from citekit.sources.work import Notice, Relation, Work

WAKEFIELD = "10.1016/S0140-6736(97)11096-0"
IN_PART = Notice("correction", "10.1016/s0140-6736(04)15715-2", "2004-03-06")
IN_WHOLE = Notice("retraction", "10.1016/s0140-6736(10)60175-4", "2010-02-06")


# The kinds: https://www.crossref.org/documentation/crossmark/version-control-corrections-and-retractions/
@pytest.mark.parametrize(
    ("kind", "field", "says"),
    [
        ("addendum", "correction", "has an addendum"),
        ("clarification", "correction", "has been clarified"),
        ("correction", "correction", "has been corrected"),
        ("corrigendum", "correction", "has been corrected by its authors"),
        ("erratum", "correction", "has an erratum"),
        ("expression_of_concern", "concern", "is under an expression of concern"),
        ("new_edition", "", "has a new edition"),
        ("new_version", "", "has a new version"),
        ("partial_retraction", "retraction", "has been retracted in part"),
        ("removal", "retraction", "has been removed"),
        ("retraction", "retraction", "has been retracted"),
        ("withdrawal", "retraction", "has been withdrawn"),
        ("Expression of Concern", "concern", "is under an expression of concern"),
        ("expression-of-concern", "concern", "is under an expression of concern"),
        ("reinstatement", "correction", "has been reinstated"),
        ("translation_notice", "", "has a notice (translation notice)"),
        ("", "", "has a notice"),
    ],
)
def test_kinds(kind, field, says):
    assert (meaning(kind).field, meaning(kind).says) == (field, says)


def test_what_makes_a_work_unreliable_weighs_most():
    weights = {field: {KINDS[kind].weight for kind in KINDS if KINDS[kind].field == field} for field in (*FIELDS, "")}
    assert weights == {"retraction": {3}, "concern": {2}, "correction": {1}, "": {0}}


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        (IN_WHOLE, "has been retracted: 10.1016/s0140-6736(10)60175-4 (2010-02-06)"),
        (Notice("erratum", "10.1371/journal.pbio.0060304"), "has an erratum: 10.1371/journal.pbio.0060304"),
        (Notice("withdrawal", "", "2019"), "has been withdrawn (2019)"),
        (Notice("withdrawal", ""), "has been withdrawn"),
    ],
)
def test_sentences(notice, expected):
    assert sentence(notice) == expected


# ---------------------------------------------------------------- in the entry


def cited(**fields):
    return Reference("article", "wakefield1998").with_fields({"doi": WAKEFIELD, **fields})


def told(reference):
    return {name: reference.get(name) for name in FIELDS if reference.get(name)}


def test_the_entry_names_its_notices():
    marked, changes = mark(cited(), (IN_WHOLE, IN_PART))
    assert told(marked) == {"retraction": IN_WHOLE.doi, "correction": IN_PART.doi}
    assert changes == (Change("retraction", "", IN_WHOLE.doi), Change("correction", "", IN_PART.doi))


def test_several_notices_stand_in_one_field():
    notices = (Notice("erratum", "10.5555/b"), Notice("corrigendum", "10.5555/a"), Notice("correction", "10.5555/B"))
    assert told(mark(cited(), notices)[0]) == {"correction": "10.5555/b, 10.5555/a"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("see the journal", "see the journal, 10.1016/s0140-6736(10)60175-4"),
        ("Retracted, see https://doi.org/10.1016/S0140-6736(10)60175-4.", "Retracted, see https://doi.org/10.1016/S0140-6736(10)60175-4."),
        ("10.1016/s0140-6736(10)60175-44", "10.1016/s0140-6736(10)60175-44, 10.1016/s0140-6736(10)60175-4"),
    ],
)  # fmt: skip
def test_what_a_person_wrote_is_kept(written, expected):
    marked, changes = mark(cited(retraction=written), (IN_WHOLE,))
    assert told(marked) == {"retraction": expected}
    assert changes == ((Change("retraction", written, expected),) if written != expected else ())


def test_new_versions_and_unknown_kinds_leave_the_entry_alone():
    reference = cited()
    assert mark(reference, (Notice("new_version", "10.5555/a"), Notice("oddity", "10.5555/b"))) == (reference, ())


def test_a_reference_to_the_notice_itself_is_not_marked():
    notice = Reference("article").with_field("doi", "10.1016/S0140-6736(10)60175-4")
    assert mark(notice, (IN_WHOLE,)) == (notice, ())


def test_a_notice_without_a_doi_is_told_by_the_works_own():
    assert told(mark(cited(), (Notice("retraction", ""),))[0]) == {"retraction": WAKEFIELD}
    nameless = Reference("article").with_field("title", "On pigs")
    assert mark(nameless, (Notice("retraction", ""),)) == (nameless, ())


NOTICES = st.lists(
    st.builds(
        Notice,
        st.sampled_from([*KINDS, "oddity"]),
        st.sampled_from(["", WAKEFIELD, "10.5555/a", "10.5555/A", "10.1002/(SICI)1<1::AID-A1>3.0.CO;2-X", "no doi,"]),
        st.sampled_from(["", "2019", "2019-05-02"]),
    ),
    max_size=5,
)


@given(NOTICES, NOTICES, st.sampled_from(["", "10.5555/a", "by hand, twice"]))
def test_marking_again_changes_nothing(first, second, written):
    once, _ = mark(cited(retraction=written), first)
    assert mark(once, first) == (once, ())
    both, _ = mark(once, second)
    assert mark(both, [*second, *first]) == (both, ())
    assert both.get("retraction").startswith(written)


# ---------------------------------------------------------------- about a work


def test_the_records_own_notices_newest_first():
    work = Work(WAKEFIELD, updated_by=(IN_PART, IN_WHOLE))
    assert notices_about(work) == (IN_WHOLE, IN_PART)


def test_a_notice_that_publisher_and_retraction_watch_tell_is_one():
    publisher = Notice("retraction", "10.1177/17588359231172420", "2023")
    watch = Notice("Retraction", "10.1177/17588359231172420", "2023-04-22")
    later = Notice("retraction", "10.1177/17588359231172420", "2023-05-01")
    found = notices_about(Work("10.1177/1758835920922055", updated_by=(publisher, watch, later)))
    assert [(notice.doi, notice.date) for notice in found] == [("10.1177/17588359231172420", "2023-04-22")]


def test_a_search_brings_up_the_notice():
    article = Work("10.1371/journal.pone.0200549", title="Pollination in a new climate")
    notice = Work(
        "10.1371/journal.pone.0203153",
        title="Correction: Pollination in a new climate",
        updates=(Notice("correction", "10.1371/journal.pone.0200549", "2018-08-23"),),
    )
    undated = Work("10.5555/n", issued="2019-01-02", updates=(Notice("erratum", "10.1371/JOURNAL.pone.0200549"),))
    other = Work("10.5555/o", updates=(Notice("retraction", "10.1371/journal.pone.0200550", "2018"),))
    assert notices_about(article, (article, notice, undated, other)) == (
        Notice("erratum", "10.5555/n", "2019-01-02"),
        Notice("correction", "10.1371/journal.pone.0203153", "2018-08-23"),
    )
    assert notices_about(notice, (article, notice, other)) == ()


def test_a_notice_among_the_relations():
    relation = (Relation("correction", "10.1371/journal.pbio.0060304"), Relation("has-review", "10.5555/r"))
    article = Work("10.1371/journal.pbio.0050002", title="Impaired Genome Maintenance", relations=relation)
    assert notices_about(article) == (Notice("correction", "10.1371/journal.pbio.0060304"),)
    known = (Notice("correction", "10.1371/journal.pbio.0060304", "2008-12-02"),)
    assert notices_about(Work(article.doi, relations=relation, updated_by=known)) == known
    itself = Work("10.1371/journal.pbio.0060304", title="Correction: Impaired Genome Maintenance in mice", relations=(Relation("correction", article.doi),))  # fmt: skip
    assert notices_about(itself) == ()
    assert (
        notices_about(Work("10.5555/n", relations=itself.relations, updates=(Notice("correction", article.doi),))) == ()
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("withdrawal", (Notice("withdrawal", "", "2018-03-26"),)),
        ("expression_of_concern", (Notice("expression_of_concern", "", "2018-03-26"),)),
        ("new_version", ()),  # 10.1371/journal.ppat.1006930 has one
        ("correction", ()),
    ],
)
def test_updates_in_place(kind, expected):
    own = "10.1371/journal.ppat.1006930"
    assert notices_about(Work(own, updates=(Notice(kind, own, "2018-03-26"),))) == expected
    assert notices_about(Work(own, updated_by=(Notice(kind, own.upper(), "2018-03-26"),))) == expected


@pytest.mark.parametrize(
    ("title", "updates", "updated_by", "expected"),
    [
        ("RETRACTED: Ileal-lymphoid-nodular hyperplasia", (), (), (Notice("retraction", ""),)),
        ("RETRACTED ARTICLE: On pigs", (), (IN_PART,), (IN_PART, Notice("retraction", ""))),
        ("RETRACTED: Ileal-lymphoid-nodular hyperplasia", (), (IN_WHOLE,), (IN_WHOLE,)),
        ("WITHDRAWN: On pigs and other animals", (), (), (Notice("withdrawal", ""),)),
        ("[Withdrawn] On pigs and other animals", (), (), (Notice("withdrawal", ""),)),
        ("Retracted: On pigs and other animals", (Notice("retraction", "10.5555/p"),), (), ()),  # a notice's title
        ("Retracted papers in the field of pigs", (), (), ()),
    ],
)
def test_a_stamp_before_the_title(title, updates, updated_by, expected):
    assert notices_about(Work("10.5555/x", title=title, updates=updates, updated_by=updated_by)) == expected


def test_a_notice_that_the_journal_signs_is_not_retracted_itself():
    journal = "Gastroenterology Research and Practice"
    signed = Names((Person("Research and Practice", "Gastroenterology"),))
    title = "Retracted: Influence of Gastrectomy on Cortical and Cancellous Bones in Rats"
    work = Work("10.1155/2020/5109831", title=title, authors=signed, containers=(journal,))
    assert notices_about(work) == ()
    assert fields_as(work, "article")["title"].value == title
