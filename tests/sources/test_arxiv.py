"""arXiv: its feed, and asking for numbers. Entries have the elements of the API's manual."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from services_server import FAULTS, ServicesServer, feed

from citekit.errors import OfflineError, RefusedError, UnreachableError
from citekit.sources.arxiv import ArXiv
from citekit.sources.arxiv_feed import entries
from citekit.sources.arxiv_work import parse_work
from citekit.sources.cache import Cache
from citekit.sources.work import Notice, Relation
from citekit.values.names import Person


def entry(
    number: str, title: str = "A title", more: str = "", authors: str = "<author><name>Ann Roe</name></author>"
) -> str:
    return f"""
  <entry>
    <id>http://arxiv.org/abs/{number}</id>
    <updated>2023-08-02T00:41:18Z</updated>
    <published>2017-06-12T17:57:34Z</published>
    <title>{title}</title>
    <summary>  What was done.</summary>
    {authors}{more}
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
  </entry>"""


PEOPLE = "<author><name>Ashish Vaswani</name></author>\n<author><name>Noam Shazeer</name></author>"
LATEST = entry("1706.03762v7", "Attention Is All\n  You Need", authors=PEOPLE)
FIFTH = entry("1706.03762v5", "Attention Is All You Need", authors=PEOPLE)
OLD = entry(
    "hep-th/9901001v3",
    "Strings &amp; branes",
    "<arxiv:doi>10.1000/182</arxiv:doi><arxiv:journal_ref>J. X 12 (1999) 1-20</arxiv:journal_ref>",
)
SERVED = {
    "1706.03762": LATEST,
    "1706.03762v5": FIFTH,
    "hep-th/9901001": OLD,
    "math.GT/0309136": entry("math/0309136v1"),
    "2101.99999": "incorrect",
}


def client(server: ServicesServer, slept: list[float] | None = None, **options) -> ArXiv:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds
        if slept is not None:
            slept.append(seconds)

    return ArXiv(server.arxiv_url, sleep=sleep, clock=lambda: now[0], **options)


def one(text: str, asked: str = ""):
    work = parse_work(entries(feed(text))[0], asked)
    assert work is not None
    return work


# ---------------------------------------------------------------- records


def test_a_preprint():
    work = one(LATEST)
    assert (work.doi, work.arxiv, work.type) == ("10.48550/arXiv.1706.03762", "1706.03762", "posted-content")
    assert (work.title, work.publisher, work.source) == ("Attention Is All You Need", "arXiv", "arXiv")
    assert [person.inverted for person in work.authors] == ["Vaswani, Ashish", "Shazeer, Noam"]
    assert (work.years, work.issued) == (("2017", "2023"), "2017-06-12")
    assert work.url == "https://arxiv.org/abs/1706.03762"


def test_a_version_stays_one_where_it_was_asked_for():
    assert one(FIFTH, "1706.03762v5").arxiv == "1706.03762v5"
    assert one(FIFTH, "1706.03762v5").doi == "10.48550/arXiv.1706.03762"


def test_an_old_number_and_the_article_it_became():
    work = one(OLD)
    assert (work.doi, work.arxiv, work.title) == ("10.48550/arXiv.hep-th/9901001", "hep-th/9901001", "Strings & branes")
    assert work.relations == (Relation("is-preprint-of", "10.1000/182"),)


@pytest.mark.parametrize(
    ("more", "dois"),
    [
        ("<arxiv:doi>10.1000/182 10.1000/183</arxiv:doi>", ["10.1000/182", "10.1000/183"]),
        ("<arxiv:doi>10.48550/arXiv.1706.03762</arxiv:doi>", []),
        ("<arxiv:journal_ref>J. X 12, 1 (2019), doi:10.1000/182.</arxiv:journal_ref>", ["10.1000/182"]),
        ("<arxiv:doi>see the journal</arxiv:doi>", []),
    ],
)
def test_relations(more, dois):
    assert [relation.doi for relation in one(entry("1706.03762v7", more=more)).relations] == dois


@pytest.mark.parametrize(
    ("text", "is_withdrawn"),
    [
        (
            entry("1706.03762v7").replace(
                "What was done.", "This paper has been withdrawn by the author due to an error."
            ),
            True,
        ),
        (entry("1706.03762v7", more="<arxiv:comment>This paper has been withdrawn</arxiv:comment>"), True),
        (entry("1706.03762v7", more="<arxiv:comment>15 pages, 5 figures</arxiv:comment>"), False),
        (entry("1706.03762v7", "Why papers are withdrawn"), False),
    ],
)
def test_withdrawn(text, is_withdrawn):
    notices = (Notice("withdrawal", "10.48550/arXiv.1706.03762", "2023-08-02"),) if is_withdrawn else ()
    assert one(text).updated_by == notices


def test_a_collaboration_is_a_body():
    work = one(entry("1706.03762v7", authors="<author><name>ATLAS Collaboration</name></author>"))
    assert work.authors.people == (Person("ATLAS Collaboration", literal=True),)


@given(
    st.dictionaries(
        st.sampled_from(["id", "title", "published", "authors", "doi", "summary"]),
        st.none() | st.integers() | st.text() | st.lists(st.none() | st.text()),
    )
)
def test_fields_of_any_type_do_no_harm(said):
    work = parse_work({"id": "http://arxiv.org/abs/1706.03762v7"} | said)
    assert work is None or work.arxiv
    assert parse_work({"title": "X"}) is None


# ---------------------------------------------------------------- XML

BOMB = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
HOSTILE = {
    "an entity bomb": f'<!DOCTYPE feed [<!ENTITY e0 "lol">{BOMB}]>',
    "an external entity": '<!DOCTYPE feed [<!ENTITY e12 SYSTEM "file:///etc/passwd">]>',
    "an external definition": '<!DOCTYPE feed SYSTEM "http://127.0.0.1:9/feed.dtd">',
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_xml_does_nothing(what):
    declared = feed(entry("1706.03762v7", "Title &e12;" if "entity" in what else "Title")).replace(
        "?>", f"?>{HOSTILE[what]}", 1
    )
    try:
        found = entries(declared)
    except ValueError:
        return
    assert [one["title"] for one in found] == ["Title"]


def test_a_file_is_not_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    text = feed(entry("1706.03762v7", "Title &secret;")).replace(
        "?>", f'?><!DOCTYPE feed [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>', 1
    )
    assert "the secret" not in str(entries(text))


def test_entries_of_an_entity_stay_out():
    """lxml would resolve an entity that the feed itself defines, if it were let."""
    text = feed(entry("1706.03762v7", "Title &x;")).replace("?>", '?><!DOCTYPE feed [<!ENTITY x "grown">]>', 1)
    assert entries(text)[0]["title"] == "Title"


@pytest.mark.parametrize(
    "text",
    ["", "x", "<html/>", "<feed/>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "\0", "<a>" * 5000, '{"a": 1}'],
)
def test_what_is_no_feed(text):
    with pytest.raises(ValueError, match="no "):
        entries(text)


def test_a_large_feed():
    assert len(entries(feed(entry("1706.03762v7", "long " * 1000) * 500))) == 500


# ---------------------------------------------------------------- asking


def test_numbers():
    with ServicesServer(arxiv=SERVED) as server:
        found = client(server).by_id(
            ("1706.03762", "arXiv:1706.03762v5", "hep-th/9901001", "math.GT/0309136", "1812.00001", "x")
        )
    assert [work and work.arxiv for work in found.values()] == [
        "1706.03762",
        "1706.03762v5",
        "hep-th/9901001",
        "math/0309136",
        None,
        None,
    ]
    assert set(server.requests) == {"/arxiv/api/query"}
    assert server.queries[0]["max_results"] == "5"


def test_an_address_or_a_doi_is_a_number_too():
    with ServicesServer(arxiv=SERVED) as server:
        found = client(server).by_id(("https://arxiv.org/pdf/1706.03762v5.pdf", "10.48550/arXiv.1706.03762"))
    assert [work and work.arxiv for work in found.values()] == ["1706.03762v5", "1706.03762"]


def test_a_number_that_is_none_spoils_no_other():
    with ServicesServer(arxiv=SERVED) as server:
        found = client(server).by_id(("1706.03762", "2101.99999", "hep-th/9901001"))
    assert [bool(work) for work in found.values()] == [True, False, True]


def test_nothing_is_asked_twice_whatever_the_batches():
    with ServicesServer(arxiv=SERVED) as server:
        source = client(server, cache=Cache(None))
        source.by_id(("1706.03762", "hep-th/9901001"))
        source.by_id(("hep-th/9901001", "1706.03762v5"))
        assert all(source.by_id(("1706.03762v5", "1706.03762")).values())
    assert [query["id_list"] for query in server.queries] == ["1706.03762,hep-th/9901001", "1706.03762v5"]


def test_one_request_every_three_seconds():
    slept: list[float] = []
    with ServicesServer(arxiv=SERVED) as server:
        source = client(server, slept)
        for number in ("1706.03762", "hep-th/9901001", "1706.03762v5"):
            source.by_id((number,))
    assert sum(slept) >= 6


@pytest.mark.parametrize("fault", sorted({"reset", *FAULTS} - {"403"}))
def test_faults_are_overcome(fault):
    with ServicesServer(arxiv=SERVED, faults={1: fault}) as server:
        assert client(server).by_id(("1706.03762",))["1706.03762"]
    assert len(server.requests) == 2


def test_another_error_of_theirs_is_a_refusal(monkeypatch):
    told = feed(
        "<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>max_results must be less</summary></entry>"
    )
    monkeypatch.setitem(FAULTS, "told", (200, "application/atom+xml", told))
    with (
        ServicesServer(arxiv=SERVED, faults=dict.fromkeys(range(1, 9), "told")) as server,
        pytest.raises(RefusedError, match="max_results"),
    ):
        client(server).by_id(("1706.03762",))


def test_refused_unreachable_and_offline_are_told_apart():
    with ServicesServer(faults=dict.fromkeys(range(1, 99), "403")) as server, pytest.raises(RefusedError):
        client(server).by_id(("1706.03762", "1706.03763"))
    with ServicesServer(faults=dict.fromkeys(range(1, 99), "503")) as server, pytest.raises(UnreachableError):
        client(server).by_id(("1706.03762",))
    with ServicesServer(arxiv=SERVED) as server:
        cache = Cache(None)
        client(server, cache=cache).by_id(("1706.03762",))
        assert client(server, cache=cache, offline=True).by_id(("1706.03762",))["1706.03762"]
        with pytest.raises(OfflineError):
            client(server, cache=cache, offline=True).by_id(("1706.03762", "1812.00001"))
    assert len(server.requests) == 1
