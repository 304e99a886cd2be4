"""Preprint and published form: told apart, and merged on request without mixing their places."""

import itertools

import pytest
from merging.references import ref, where

from citekit.merging import merge_group, preprint_first
from citekit.merging.versions import is_preprint, is_published

KINDS = [
    # what an entry says, preprint?, published?
    ({"container": "arXiv preprint arXiv:1706.03762"}, True, False),
    ({"container": "CoRR", "volume": "abs/1706.03762"}, True, False),
    ({"container": "bioRxiv", "doi": "10.1101/2020.01.02.123456"}, True, False),
    ({"container": "SSRN Electronic Journal"}, True, False),
    ({"type": "misc", "eprint": "1706.03762", "eprinttype": "arxiv"}, True, False),
    ({"type": "misc", "doi": "10.48550/arXiv.1706.03762"}, True, False),
    ({"type": "online", "publisher": "medRxiv"}, True, False),
    ({"container": "Physics Letters B", "volume": "716", "eprint": "1207.7235"}, False, True),
    ({"container": "Genome Research", "doi": "10.1101/gr.1239303"}, False, True),
    ({"eprint": "19494218", "eprinttype": "pubmed"}, False, False),
    ({"type": "phdthesis", "eprint": "1207.7235"}, False, True),
    ({"type": "inproceedings", "container": "Advances in Neural Information Processing Systems"}, False, True),
    ({"title": "Attention is all you need", "year": "2017"}, False, False),
]


@pytest.mark.parametrize(("says", "preprint", "published"), KINDS)
def test_kinds(says, preprint, published):
    assert (is_preprint(ref(**says)), is_published(ref(**says))) == (preprint, published)


def test_which_is_which():
    article = ref(container="Physics Letters B", volume="716", year="2012")
    bare = ref(title="Observation of a new particle", year="2012")
    preprint = ref(container="arXiv", year="2012")
    older = ref(title="Observation of a new particle", year="2011")
    for first, second in [(preprint, article), (preprint, bare), (bare, article), (older, bare)]:
        assert preprint_first(first, second) == preprint_first(second, first) == (first, second)


def merged(*members):
    found = [merge_group(order) for order in itertools.permutations(members)]
    assert all(each == found[0] for each in found)
    return found[0]


ARTICLE = ref(
    "article.txt", title="Observation of a new boson", author="Chatrchyan, S; others", container="Physics Letters B",
    volume="716", number="1", pages="30--61", year="2012", month="sep", doi="10.1016/j.physletb.2012.08.021",
)  # fmt: skip
ARXIV = ref(
    "arxiv.bib", "chatrchyan:2012pre", title="Observation of a new boson at a mass of 125 GeV", year="2013", month="jan",
    author="Chatrchyan, Serguei; Khachatryan, Vardan", container="arXiv", url="https://arxiv.org/abs/1207.7235",
    doi="10.48550/arXiv.1207.7235", publisher="Cornell", keywords="higgs",
)  # fmt: skip


def test_the_published_form_tells_the_place():
    work = merged(ARTICLE, ARXIV)
    fields = where(work.reference.fields)
    from_article = {name for name, file in fields.items() if file == "article.txt"}
    assert from_article >= {"title", "container", "volume", "number", "pages", "year", "month", "doi"}
    assert "publisher" not in fields
    assert work.reference.type == "article"


def test_the_preprint_is_not_lost():
    reference = merged(ARTICLE, ARXIV).reference
    said = {name: reference.get(name) for name in ("eprint", "eprinttype", "url", "keywords")}
    assert said == {
        "eprint": "1207.7235", "eprinttype": "arxiv", "url": "https://arxiv.org/abs/1207.7235", "keywords": "higgs",
    }  # fmt: skip
    assert reference.key == "chatrchyan:2012pre"


def test_the_doi_of_another_archive_becomes_the_eprint():
    preprint = ref("a.txt", title="A", container="medRxiv", doi="10.1101/2020.01.02.20012345", year="2020")
    article = ref(
        "b.txt", title="A", container="The Lancet", volume="395", doi="10.1016/S0140-6736(20)30183-5", year="2020"
    )
    work = merged(preprint, article)
    assert work.reference.doi == article.doi
    assert (work.reference.get("eprint"), work.reference.get("eprinttype")) == (preprint.doi, "medRxiv")
    assert work.conflicts == ()


def test_a_cut_list_of_authors_is_completed_from_the_preprint():
    people = merged(ARTICLE, ARXIV).reference.author
    assert [person.given for person in people] == ["Serguei", "Vardan"]
    assert not people.others


def test_people_are_those_of_the_published_form_with_given_names_in_full():
    article = ref("a.txt", title="A", container="Blood", author="Lee, K; Roe, J")
    preprint = ref("b.txt", title="A", container="bioRxiv", author="Lee, Kim; Roe, Jane")
    assert merged(article, preprint).reference.author == ref(author="Lee, Kim; Roe, Jane").author
    longer = ref("b.txt", title="A", container="bioRxiv", author="Lee, Kim; Roe, Jane; Doe, Max")
    assert merged(article, longer).reference.author == article.author


def test_the_key_is_that_of_the_published_form():
    preprint = ref("a.bib", "pre", title="A", container="bioRxiv", year="2020", note="read", keywords="skin")
    article = ref("b.bib", "art", title="A", container="Blood")
    reference = merged(preprint, article).reference
    assert (reference.key, reference.get("ids")) == ("art", "pre")


def test_a_preprint_merged_into_the_article_no_longer_points_at_it():
    preprint = ref("a.bib", "pre", title="A", container="bioRxiv", related="art", relatedstring="Published as")
    article = ref("a.bib", "art", title="A", container="Blood")
    reference = merged(preprint, article).reference
    assert not {"related", "relatedstring"} & reference.fields.keys()
    elsewhere = ref("a.bib", "pre", title="A", container="bioRxiv", related="art,other", relatedstring="See")
    reference = merged(elsewhere, article).reference
    assert (reference.get("related"), reference.get("relatedstring")) == ("other", "See")


def test_preprints_among_themselves_are_like_any_copies():
    one = ref("a.txt", title="A", container="bioRxiv", year="2020")
    two = ref("b.txt", title="A", year="2020", doi="10.1101/2020.01.02.123456", eprint="123456", type="misc")
    bare = ref("c.txt", title="A", year="2020")
    reference = merged(one, two, bare).reference
    assert (reference.container, reference.doi) == ("bioRxiv", "10.1101/2020.01.02.123456")
