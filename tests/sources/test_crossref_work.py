"""What is read from a Crossref record. Records are as publishers deposit them, shortened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.sources.crossref_work import SELECT, parse_work
from citekit.sources.work import Notice, Relation, Work
from citekit.values.names import Person


def work(**record: object) -> Work:
    found = parse_work({"DOI": "10.5555/x", **{name.replace("_", "-"): value for name, value in record.items()}})
    assert found is not None
    return found


def test_a_whole_record():
    found = work(
        DOI="10.2165/00128071-200203060-00003",
        type="journal-article",
        title=["Pustular Skin Disorders"],
        subtitle=["Diagnosis and Treatment"],
        author=[{"given": "Yebabe M.", "family": "Mengesha", "sequence": "first", "affiliation": []}],
        container_title=["American Journal of Clinical Dermatology"],
        short_container_title=["Am J Clin Dermatol"],
        volume="3",
        issue="6",
        page="389-400",
        issued={"date-parts": [[2002]]},
        score=38.2,
    )
    assert found.doi == "10.2165/00128071-200203060-00003"
    assert found.full_title == "Pustular Skin Disorders: Diagnosis and Treatment"
    assert found.authors.people == (Person("Mengesha", "Yebabe M."),)
    assert found.containers == ("American Journal of Clinical Dermatology",)
    assert found.short_containers == ("Am J Clin Dermatol",)
    assert (found.years, found.volume, found.issue, found.pages) == (("2002",), "3", "6", "389-400")
    assert (found.type, found.score, found.article_number) == ("journal-article", 38.2, "")


@pytest.mark.parametrize(
    ("authors", "meant"),
    [
        ([{"given": "Annet", "family": "van Royen-Kerkhoff"}], Person("Royen-Kerkhoff", "Annet", "van")),
        ([{"name": "TODAY Study Group"}], Person("TODAY Study Group", literal=True)),
        ([{"sequence": "additional"}, {"given": "A.", "family": "Dursun"}], Person("Dursun", "A.")),
        ([{"given": "Vineeta", "family": None}], Person("Vineeta", literal=True)),
        ([{"given": "John", "family": "King", "suffix": "Jr."}], Person("King", "John", "", "Jr.")),
    ],
)
def test_authors(authors, meant):
    assert work(author=authors).authors.people[0] == meant


def test_editors_stand_in_where_nobody_is_author():
    editor = [{"given": "Petros", "family": "Efthimiou"}]
    assert work(author=[], editor=editor).people.people == (Person("Efthimiou", "Petros"),)


def test_every_year_counts_and_unknown_dates_do_not():
    found = work(
        issued={"date-parts": [[2008, 1, 16]]},
        published_print={"date-parts": [[2007, 12]]},
        published_online={"date-parts": [[2008, 1, 16]]},
    )
    assert found.years == ("2007", "2008")
    assert work(issued={"date-parts": [[None]]}).years == ()


def test_null_and_empty_are_absent():
    nothing = dict.fromkeys(SELECT) | {"DOI": "10.5555/x"}
    assert parse_work(nothing) == Work("10.5555/x", source="Crossref")
    assert parse_work({key: [] for key in SELECT} | {"DOI": "10.5555/x"}) == Work("10.5555/x", source="Crossref")


def test_notices_and_relations():
    """As in the records of PLOS corrections, and of preprints (https://www.crossref.org/documentation/register-maintain-records/)."""
    found = work(
        update_to=[{"DOI": "10.1371/journal.pone.0241578", "type": "correction", "label": "Correction",
                    "updated": {"date-parts": [[2021, 6, 10]]}}],
        updated_by=[{"DOI": "10.5555/n", "type": "Retraction", "updated": {"date-parts": [[2022]]}}] * 2,
        relation={"is-preprint-of": [{"id-type": "doi", "id": "https://doi.org/10.5555/Pub", "asserted-by": "subject"}],
                  "is-related-material": [{"id-type": "uri", "id": "https://example.org"}]},
    )  # fmt: skip
    assert found.updates == (Notice("correction", "10.1371/journal.pone.0241578", "2021-06-10"),)
    assert found.updated_by == (Notice("retraction", "10.5555/n", "2022"),)
    assert found.relations == (Relation("is-preprint-of", "10.5555/Pub"),)


@pytest.mark.parametrize("score", [10**400, float("inf"), float("nan"), "high", None, True])
def test_an_odd_score_is_no_trouble(score):
    assert work(score=score).score in (0.0, 1.0)


@pytest.mark.parametrize("record", [None, [], "x", {}, {"DOI": None}, {"DOI": ""}, {"title": ["No DOI"]}])
def test_no_record_without_a_doi(record):
    assert parse_work(record) is None


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["family", "name", "date-parts"]), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(SELECT), values))
def test_no_record_is_too_odd_to_read(record):
    found = parse_work(record)
    assert found is None or (found.doi and all(year.isdecimal() for year in found.years))
