"""PubMed: its records, and asking for them by PMID and PMCID.

GENBANK and its numbers are the example of the ID Converter's documentation; the other records are invented.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from services_server import FAULTS, ServicesServer

from citekit.errors import OfflineError, RefusedError, UnreachableError
from citekit.sources.cache import Cache
from citekit.sources.pubmed import PubMed
from citekit.sources.pubmed_work import FIELDS, parse_work
from citekit.sources.work import Notice
from citekit.values.names import Person

GENBANK = {
    "uid": "23193287", "pubdate": "2013 Jan", "epubdate": "2012 Nov 27", "source": "Nucleic Acids Res",
    "authors": [
        {"name": "Benson DA", "authtype": "Author", "clusterid": ""},
        {"name": "Cavanaugh M", "authtype": "Author", "clusterid": ""},
        {"name": "Sayers EW", "authtype": "Author", "clusterid": ""},
    ],
    "lastauthor": "Sayers EW", "title": "GenBank.", "volume": "41", "issue": "Database issue", "pages": "D36-42", "lang": ["eng"],
    "issn": "0305-1048", "essn": "1362-4962", "pubtype": ["Journal Article", "Research Support, N.I.H., Intramural"],
    "articleids": [
        {"idtype": "pubmed", "idtypen": 1, "value": "23193287"}, {"idtype": "pmc", "idtypen": 8, "value": "PMC3531190"},
        {"idtype": "pmcid", "idtypen": 5, "value": "pmc-id: PMC3531190;"}, {"idtype": "doi", "idtypen": 3, "value": "10.1093/nar/gks1195"},
        {"idtype": "pii", "idtypen": 4, "value": "gks1195"},
    ],
    "references": [], "fulljournalname": "Nucleic acids research", "elocationid": "doi: 10.1093/nar/gks1195", "doctype": "citation",
    "booktitle": "", "publishername": "", "vernaculartitle": "", "sortpubdate": "2013/01/01 00:00",
}  # fmt: skip
BARE = {
    "uid": "111",
    "title": "An old paper.",
    "pubdate": "1975 Jul-Aug",
    "articleids": [{"idtype": "pubmed", "value": "111"}],
}
IN_PMC = {
    "uid": "222", "title": "Without a DOI here.", "pubdate": "2001",
    "articleids": [{"idtype": "pubmed", "value": "222"}, {"idtype": "pmc", "value": "PMC22"}],
}  # fmt: skip
ONLY_PMC = {
    "uid": "33", "title": "Never in PubMed", "pubdate": "2020 May 1", "fulljournalname": "Notes", "source": "Notes",
    "articleids": [{"idtype": "pmid", "value": "0"}, {"idtype": "pmcid", "value": "PMC33"}],
}  # fmt: skip
CONVERSIONS = {
    "PMC3531190": {"doi": "10.1093/nar/gks1195", "pmcid": "PMC3531190", "pmid": 23193287},
    "PMC22": {"doi": "10.1000/22", "pmcid": "PMC22", "pmid": 222},
    "PMC33": {"doi": "10.1000/33", "pmcid": "PMC33"},
    "PMC44": {"doi": "10.1000/44", "pmcid": "PMC44"},
}


def served(**faults) -> ServicesServer:
    return ServicesServer(
        pubmed={"23193287": GENBANK, "111": BARE, "222": IN_PMC},
        pmc={"33": ONLY_PMC},
        conversions=CONVERSIONS,
        **faults,
    )


def client(server: ServicesServer, **options) -> PubMed:
    time = [0.0]

    def sleep(seconds: float) -> None:
        time[0] += seconds

    return PubMed(server.eutils_url, server.converter_url, sleep=sleep, clock=lambda: time[0], **options)


# ---------------------------------------------------------------- records


def test_an_article():
    work = parse_work(GENBANK)
    assert work is not None
    assert (work.doi, work.pmid, work.pmcid) == ("10.1093/nar/gks1195", "23193287", "PMC3531190")
    assert (work.type, work.title, work.source) == ("journal-article", "GenBank", "PubMed")
    assert [person.inverted for person in work.authors] == ["Benson, DA", "Cavanaugh, M", "Sayers, EW"]
    assert (work.containers, work.short_containers) == (("Nucleic acids research",), ("Nucleic Acids Res",))
    assert (work.volume, work.issue, work.pages) == ("41", "Database issue", "D36-42")
    assert (work.years, work.issued, work.issn) == (("2012", "2013"), "2013-01", ("0305-1048", "1362-4962"))


@pytest.mark.parametrize(
    ("said", "attribute", "meant"),
    [
        ({"title": "Is it so?"}, "title", "Is it so?"),
        ({"title": "And so on..."}, "title", "And so on..."),
        ({"title": "[Cherubism in a family]."}, "title", "Cherubism in a family"),
        ({"title": "[X].", "vernaculartitle": "Cherubismus."}, "original_titles", ("Cherubismus",)),
        ({"title": "<i>IL1RN</i> &amp; men."}, "title", "IL1RN & men"),
        ({"fulljournalname": "Science (New York, N.Y.)"}, "containers", ("Science", "Science (New York, N.Y.)")),
        ({"pubdate": "2009 Jun 4"}, "issued", "2009-06-04"),
        ({"pubdate": "1975 Jul-Aug"}, "issued", "1975"),
        ({"pubdate": "2001 Spring", "epubdate": "2000 Dec 1"}, "years", ("2000", "2001")),
        ({"elocationid": "pii: e94838. doi: 10.1371/journal.pone.0094838"}, "doi", "10.1371/journal.pone.0094838"),
        ({"pubtype": ["Preprint"]}, "type", "posted-content"),
        ({"doctype": "chapter", "booktitle": "GeneReviews"}, "type", "book-chapter"),
        ({"doctype": "chapter", "booktitle": "GeneReviews", "fulljournalname": "x"}, "containers", ("GeneReviews",)),
        ({"authors": [{"name": "TODAY Study Group", "authtype": "CollectiveName"}]}, "authors", [Person("TODAY Study Group", literal=True)]),
        ({"authors": [{"name": "Adam MP", "authtype": "Editor"}, {"name": "Roe T", "authtype": "Author"}]}, "authors", [Person("Roe", "T")]),
        ({"authors": [{"name": "Adam MP", "authtype": "Editor"}]}, "editors", [Person("Adam", "MP")]),
        ({"pubtype": ["Journal Article", "Retracted Publication"]}, "updated_by", (Notice("retraction", ""),)),
        ({"references": [{"refsource": "J X. 2001", "reftype": "Erratum in", "pmid": "5"}, {"reftype": "Comment in"}]}, "updated_by", (Notice("erratum", ""),)),
    ],
)  # fmt: skip
def test_what_records_say(said, attribute, meant):
    work = parse_work({"title": "A title"} | said)
    assert work is not None
    found = getattr(work, attribute)
    assert (list(found) if isinstance(meant, list) else found) == meant


def test_a_notice_goes_under_the_doi_of_the_work():
    work = parse_work(GENBANK | {"pubtype": ["Retracted Publication"], "references": [{"reftype": "Retraction in"}]})
    assert work is not None
    assert work.updated_by == (Notice("retraction", "10.1093/nar/gks1195"),)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["doi", "Author", "2009 Jun 4", "10.1/x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["idtype", "value", "name", "authtype", "reftype"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(FIELDS), JUNK))
def test_fields_of_any_type_do_no_harm(said):
    work = parse_work(said)
    assert work is None or all(
        isinstance(text, str) for text in (work.title, work.doi, work.pmid, work.pages, *work.years)
    )


@pytest.mark.parametrize("said", [None, [], "x", {}, {"uid": "1"}])
def test_no_record(said):
    assert parse_work(said) is None


# ---------------------------------------------------------------- asking


def test_pmids():
    with served() as server:
        found = client(server).by_pmid(("23193287", "PMID: 111", "999", "x"))
    assert [work and work.doi for work in found.values()] == ["10.1093/nar/gks1195", "", None, None]
    assert list(found) == ["23193287", "PMID: 111", "999", "x"]
    assert server.requests == ["/eutils/esummary.fcgi"]
    assert (server.queries[0]["id"], server.queries[0]["db"], server.queries[0]["retmode"]) == (
        "111,999,23193287",
        "pubmed",
        "json",
    )


def test_the_converter_helps_with_what_the_summary_lacks():
    with served() as server:
        work = client(server).by_pmid(("222",))["222"]
    assert work is not None
    assert (work.doi, work.title, work.pmcid) == ("10.1000/22", "Without a DOI here", "PMC22")
    assert server.queries[1]["ids"] == "PMC22"


def test_pmcids():
    with served() as server:
        found = client(server).by_pmcid(("PMC3531190", "22", "PMC33", "PMC44", "PMC99", "x"))
    said = {given: work and (work.doi, work.pmid, work.title) for given, work in found.items()}
    assert said == {
        "PMC3531190": ("10.1093/nar/gks1195", "23193287", "GenBank"),
        "22": ("10.1000/22", "222", "Without a DOI here"),
        "PMC33": ("10.1000/33", "", "Never in PubMed"),
        "PMC44": ("10.1000/44", "", ""),
        "PMC99": None,
        "x": None,
    }
    assert [work.pmcid for work in found.values() if work] == ["PMC3531190", "PMC22", "PMC33", "PMC44"]
    assert server.requests == ["/idconv/", "/eutils/esummary.fcgi", "/eutils/esummary.fcgi"]
    assert server.queries[0]["idtype"] == "pmcid"


def test_two_hundred_at_a_time():
    with served() as server:
        client(server).by_pmid(tuple(str(number) for number in range(1000, 1450)))
    assert [query["id"].count(",") + 1 for query in server.queries] == [200, 200, 50]


def test_nothing_is_asked_twice_whatever_the_batches():
    with served() as server:
        source = client(server, cache=Cache(None))
        source.by_pmid(("23193287", "999"))
        source.by_pmid(("111", "999", "23193287"))
        source.by_pmcid(("PMC3531190", "PMC99"))
        source.by_pmcid(("PMC99", "PMC22"))
        source.by_pmid(("222", "111"))
    asked = [number for query in server.queries for number in query.get("id", query.get("ids", "")).split(",")]
    assert sorted(asked) == sorted(set(asked))


def test_an_address_is_sent_only_when_given():
    with served() as server:
        client(server).by_pmcid(("PMC22",))
        client(server, mailto="ann@example.org").by_pmcid(("PMC22",))
    assert [query.get("email") for query in server.queries] == [None, None, "ann@example.org", "ann@example.org"]
    assert {query["tool"] for query in server.queries} == {"citekit"}


@pytest.mark.parametrize("fault", sorted({"reset", *FAULTS} - {"403"}))
@pytest.mark.parametrize("request_number", [1, 2])
def test_faults_are_overcome(fault, request_number):
    with served(faults={request_number: fault}) as server:
        found = client(server).by_pmcid(("PMC3531190", "PMC99"))
    assert found["PMC3531190"] is not None
    assert (found["PMC3531190"].title, found["PMC99"]) == ("GenBank", None)
    assert len(server.requests) == 3


def test_a_number_that_an_answer_leaves_out_is_asked_by_itself(monkeypatch):
    monkeypatch.setitem(
        FAULTS, "half", (200, "application/json", json.dumps({"result": {"uids": ["111"], "111": BARE}}))
    )
    with served(faults={1: "half"}) as server:
        found = client(server).by_pmid(("23193287", "111"))
    assert all(found.values())
    assert [query["id"] for query in server.queries] == ["111,23193287", "23193287"]


def test_an_empty_result_is_an_answer(monkeypatch):
    monkeypatch.setitem(
        FAULTS,
        "nothing",
        (200, "application/json", '{"header": {}, "esummaryresult": ["Empty result - nothing to do"]}'),
    )
    with served(faults={1: "nothing"}) as server:
        assert client(server).by_pmid(("999",)) == {"999": None}
    assert len(server.requests) == 1


def test_refused_unreachable_and_offline_are_told_apart():
    with served(faults=dict.fromkeys(range(1, 99), "403")) as server, pytest.raises(RefusedError):
        client(server).by_pmid(("1", "2"))
    with served(faults=dict.fromkeys(range(1, 99), "503")) as server, pytest.raises(UnreachableError):
        client(server).by_pmcid(("PMC1",))
    with served() as server:
        cache = Cache(None)
        client(server, cache=cache).by_pmcid(("PMC22",))
        before = len(server.requests)
        assert client(server, cache=cache, offline=True).by_pmcid(("PMC22",))["PMC22"]
        with pytest.raises(OfflineError):
            client(server, cache=cache, offline=True).by_pmcid(("PMC22", "PMC33"))
    assert len(server.requests) == before
