"""DataCite: its records, and asking for them. Shapes are those of the documentation's XML to JSON mapping."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from services_server import FAULTS, ServicesServer

from citekit.errors import OfflineError, RefusedError, UnreachableError
from citekit.sources.cache import Cache
from citekit.sources.datacite import DataCite
from citekit.sources.datacite_work import parse_work
from citekit.sources.work import Notice, Relation
from citekit.values.names import Person

ATTENTION = {
    "doi": "10.48550/arxiv.1706.03762",
    "identifiers": [{"identifier": "1706.03762", "identifierType": "arXiv"}],
    "creators": [
        {"name": "Vaswani, Ashish", "nameType": "Personal", "givenName": "Ashish", "familyName": "Vaswani", "affiliation": []},
        {"name": "Shazeer, Noam", "nameType": "Personal", "givenName": "Noam", "familyName": "Shazeer", "affiliation": []},
    ],
    "titles": [{"title": "Attention Is All You Need"}],
    "publisher": "arXiv",
    "container": {},
    "publicationYear": 2017,
    "contributors": [],
    "dates": [
        {"date": "2017-06-12T17:57:34Z", "dateType": "Submitted"},
        {"date": "2017-06", "dateType": "Available", "dateInformation": "v1"},
        {"date": "2017", "dateType": "Issued"},
    ],
    "types": {"ris": "GEN", "bibtex": "misc", "citeproc": "article", "schemaOrg": "CreativeWork", "resourceType": "Article", "resourceTypeGeneral": "Preprint"},
    "relatedIdentifiers": [],
    "relatedItems": [],
    "url": "https://arxiv.org/abs/1706.03762",
}  # fmt: skip
THESIS = {
    "doi": "10.5281/ZENODO.31780",
    "creators": [{"name": "World Data Group", "nameType": "Organizational"}, {"name": "van der Berg, Anna"}, {"name": "Ångström, Åsa", "givenName": "Åsa", "familyName": "Ångström"}],
    "titles": [{"title": "Rivers &amp; <i>Lakes</i>"}, {"title": "A Survey", "titleType": "Subtitle"}, {"title": "Flüsse und Seen", "titleType": "TranslatedTitle", "lang": "de"}],
    "publisher": {"name": "Zenodo"},
    "publicationYear": "2015",
    "contributors": [{"name": "Roe, Tom", "contributorType": "Editor"}, {"name": "Doe, Jane", "contributorType": "Sponsor"}],
    "container": {"type": "Series", "identifier": "1234-5679", "identifierType": "ISSN", "title": "Water", "volume": "3", "issue": "2", "firstPage": "5", "lastPage": "19"},
    "dates": [{"date": "2015-09-30/2015-10-02", "dateType": "Issued"}, {"date": "2016-02-01", "dateType": "Available"}],
    "types": {"resourceTypeGeneral": "Text", "resourceType": "PhD thesis"},
    "relatedIdentifiers": [
        {"relatedIdentifier": "10.5281/zenodo.1", "relatedIdentifierType": "DOI", "relationType": "IsVersionOf"},
        {"relatedIdentifier": "https://doi.org/10.1000/182", "relatedIdentifierType": "DOI", "relationType": "IsSupplementTo"},
        {"relatedIdentifier": "10.1000/183", "relatedIdentifierType": "DOI", "relationType": "Cites"},
        {"relatedIdentifier": "http://example.org", "relatedIdentifierType": "URL", "relationType": "IsVersionOf"},
    ],
}  # fmt: skip


def client(server: ServicesServer, **options) -> DataCite:
    time = [0.0]

    def sleep(seconds: float) -> None:
        time[0] += seconds

    return DataCite(server.datacite_url, sleep=sleep, clock=lambda: time[0], **options)


# ---------------------------------------------------------------- records


def test_a_preprint():
    work = parse_work(ATTENTION)
    assert work is not None
    assert (work.doi, work.type, work.title) == (
        "10.48550/arXiv.1706.03762",
        "posted-content",
        "Attention Is All You Need",
    )
    assert [person.inverted for person in work.authors] == ["Vaswani, Ashish", "Shazeer, Noam"]
    assert (work.years, work.publisher, work.arxiv, work.source) == (("2017",), "arXiv", "1706.03762", "DataCite")


def test_a_thesis_with_everything():
    work = parse_work(THESIS)
    assert work is not None
    assert (work.type, work.title, work.subtitle, work.original_titles) == (
        "dissertation",
        "Rivers & Lakes",
        "A Survey",
        ("Flüsse und Seen",),
    )
    assert work.authors.people[0] == Person("World Data Group", literal=True)
    assert work.authors.people[2].inverted == "Ångström, Åsa"
    assert [person.inverted for person in work.editors] == ["Roe, Tom"]
    assert (work.containers, work.volume, work.issue, work.pages, work.issn) == (
        ("Water",),
        "3",
        "2",
        "5-19",
        ("1234-5679",),
    )
    assert (work.publisher, work.years, work.issued) == ("Zenodo", ("2015",), "2015-09-30")
    assert work.relations == (
        Relation("is-version-of", "10.5281/zenodo.1"),
        Relation("is-supplement-to", "10.1000/182"),
    )


def test_what_a_preprint_is_a_version_of_is_the_article():
    said = ATTENTION | {"relatedIdentifiers": [
        {"relatedIdentifier": "10.1000/article", "relatedIdentifierType": "DOI", "relationType": "IsVersionOf"},
        {"relatedIdentifier": "10.48550/arxiv.2101.00001", "relatedIdentifierType": "DOI", "relationType": "IsVersionOf"},
    ]}  # fmt: skip
    work = parse_work(said)
    assert work is not None
    assert work.relations == (
        Relation("is-preprint-of", "10.1000/article"),
        Relation("is-version-of", "10.48550/arxiv.2101.00001"),
    )


def test_an_article_in_a_related_item():
    item = {
        "titles": [{"title": "Journal of Water"}], "volume": "7", "issue": "1", "firstPage": "3", "lastPage": "9", "relationType": "IsPublishedIn",
        "relatedItemType": "Journal", "relatedItemIdentifier": {"relatedItemIdentifier": "2049-3630", "relatedItemIdentifierType": "ISSN"},
    }  # fmt: skip
    work = parse_work({"doi": "10.1000/182", "container": {}, "relatedItems": [item]})
    assert work is not None
    assert (work.containers, work.volume, work.issue, work.pages, work.issn) == (
        ("Journal of Water",),
        "7",
        "1",
        "3-9",
        ("2049-3630",),
    )


def test_a_withdrawn_work():
    work = parse_work(ATTENTION | {"dates": [{"date": "2020-03-04", "dateType": "Withdrawn"}]})
    assert work is not None
    assert work.updated_by == (Notice("withdrawal", work.doi, "2020-03-04"),)


@pytest.mark.parametrize(
    ("general", "words", "kind"),
    [
        ("JournalArticle", "", "journal-article"),
        ("ConferencePaper", "", "proceedings-article"),
        ("BookChapter", "", "book-chapter"),
        ("Dataset", "Experimental data", "dataset"),
        ("Software", "", "other"),
        ("Text", "Journal article", "journal-article"),
        ("Text", "Conference paper", "proceedings-article"),
        ("Text", "Book chapter", "book-chapter"),
        ("Text", "Working Paper", "posted-content"),
        ("Text", "Thesis", "dissertation"),
        ("Text", "", "other"),
        ("Other", "Poster", "other"),
        ("NeverHeardOf", "", "other"),
    ],
)
def test_types(general, words, kind):
    work = parse_work({"doi": "10.1000/182", "types": {"resourceTypeGeneral": general, "resourceType": words}})
    assert work is not None
    assert work.type == kind


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["Personal", "DOI", "Issued", "10.1/x", "2015"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["title", "name", "date", "identifier", "relationType", "x"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(sorted(set(THESIS) | {"relatedItems", "identifiers", "url"})), JUNK))
def test_fields_of_any_type_do_no_harm(said):
    work = parse_work(said | {"doi": "10.1000/182"})
    assert work is not None
    assert work.doi == "10.1000/182"
    assert all(
        isinstance(text, str)
        for text in (work.title, work.publisher, work.volume, work.url, *work.containers, *work.years)
    )


@pytest.mark.parametrize("said", [None, [], "x", {}, {"doi": None}, {"doi": "no DOI"}])
def test_no_record(said):
    assert parse_work(said) is None


# ---------------------------------------------------------------- asking


def test_many_in_one_request():
    with ServicesServer([ATTENTION, THESIS]) as server:
        found = client(server).works(
            ("10.48550/arXiv.1706.03762", "10.1000/nothing", "https://doi.org/10.5281/zenodo.31780", "none")
        )
    assert [work and work.source for work in found.values()] == ["DataCite", None, "DataCite", None]
    assert list(found) == [
        "10.48550/arXiv.1706.03762",
        "10.1000/nothing",
        "https://doi.org/10.5281/zenodo.31780",
        "none",
    ]
    assert server.requests == ["/datacite/dois"]
    assert server.queries[0]["page[size]"] == "3"


def test_one_is_asked_for_by_its_address():
    with ServicesServer([ATTENTION]) as server:
        assert client(server).works(("10.48550/arXiv.1706.03762",))["10.48550/arXiv.1706.03762"]
        assert client(server).works(("10.1000/a#b?c",)) == {"10.1000/a#b?c": None}
    assert server.requests == ["/datacite/dois/10.48550%2Farxiv.1706.03762", "/datacite/dois/10.1000%2Fa%23b%3Fc"]


def test_nothing_is_asked_twice_whatever_the_batches():
    with ServicesServer([ATTENTION, THESIS]) as server:
        source = client(server, cache=Cache(None))
        source.works(("10.5281/zenodo.31780", "10.1000/1", "10.1000/2"))
        source.works(("10.1000/2", "10.48550/arxiv.1706.03762", "10.1000/1", "10.1000/3"))
        assert source.works(("10.1000/3", "10.5281/zenodo.31780"))["10.5281/zenodo.31780"]
    asked = [doi for query in server.queries for doi in query["query"].removeprefix("doi:(").rstrip(")").split(" OR ")]
    assert len(asked) == len(set(asked)) == 5


def test_search():
    with ServicesServer([ATTENTION, THESIS]) as server:
        found = client(server).search('Vaswani A. "Attention AND all" (you) need: a+b [2017]', rows=3)
        assert client(server).search(" ?! ") == ()
    assert [work.title for work in found] == ["Attention Is All You Need"]
    assert server.queries[0]["query"] == "vaswani OR attention OR and OR all OR you OR need OR 2017"
    assert (server.queries[0]["sort"], server.queries[0]["page[size]"], len(server.requests)) == ("relevance", "3", 1)


def test_an_address_is_sent_only_when_given():
    with ServicesServer([ATTENTION]) as server:
        client(server).search("attention")
        client(server, mailto="ann@example.org").search("attention")
        client(server, mailto="ann@example.org").works(("10.1000/182",))
    assert [query.get("mailto") for query in server.queries] == [None, "ann@example.org", "ann@example.org"]
    assert all(agent.startswith("citekit/") and "@" not in agent for agent in server.agents)


@pytest.mark.parametrize("fault", sorted({"reset", *FAULTS} - {"403"}))
@pytest.mark.parametrize("dois", [("10.48550/arxiv.1706.03762",), ("10.48550/arxiv.1706.03762", "10.1000/nothing")])
def test_faults_are_overcome(fault, dois):
    with ServicesServer([ATTENTION], faults={1: fault}) as server:
        found = client(server).works(dois)
    assert [bool(work) for work in found.values()] == [True, False][: len(dois)]
    assert len(server.requests) == 2


def test_refused_unreachable_and_offline_are_told_apart():
    with ServicesServer(faults=dict.fromkeys(range(1, 99), "403")) as server, pytest.raises(RefusedError):
        client(server).works(("10.1000/1", "10.1000/2"))
    with ServicesServer(faults=dict.fromkeys(range(1, 99), "503")) as server, pytest.raises(UnreachableError):
        client(server).works(("10.1000/1",))
    with ServicesServer([ATTENTION]) as server:
        cache = Cache(None)
        client(server, cache=cache).works(("10.48550/arxiv.1706.03762",))
        offline = client(server, cache=cache, offline=True)
        assert offline.works(("10.48550/arxiv.1706.03762",))["10.48550/arxiv.1706.03762"]
        with pytest.raises(OfflineError):
            offline.works(("10.1000/1",))
    assert len(server.requests) == 1


def test_the_limit_is_kept():
    time = [0.0]
    slept = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        time[0] += seconds

    with ServicesServer() as server:
        source = DataCite(server.datacite_url, sleep=sleep, clock=lambda: time[0])
        for number in range(10):
            source.works((f"10.1000/{number}",))
    assert sum(slept) >= 9 * 300 / 500  # ten requests, no faster than 500 in five minutes


def test_the_records_above_are_not_changed_by_reading():
    before = copy.deepcopy(THESIS)
    parse_work(THESIS)
    assert before == THESIS
