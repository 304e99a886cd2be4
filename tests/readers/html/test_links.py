"""Addresses that links of reference lists lead to → DOI and PubMed number."""

import pytest

from citekit.readers.html.links import identifiers, is_link_label

LINKS = {
    "https://doi.org/10.1000/x1": {"doi": "10.1000/x1"},
    "http://dx.doi.org/10.1002/%28SICI%291097-0134%2819990101%2934:1%3C1::AID-PROT1%3E3.0.CO;2-S": {
        "doi": "10.1002/(SICI)1097-0134(19990101)34:1<1::AID-PROT1>3.0.CO;2-S"
    },
    "//doi.org/10.1000/x1": {"doi": "10.1000/x1"},
    "10.1000/x1": {"doi": "10.1000/x1"},
    "https://pubmed.ncbi.nlm.nih.gov/19762550/": {"pmid": "19762550"},
    "http://www.ncbi.nlm.nih.gov/pubmed/19762550": {"pmid": "19762550"},
    "http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=19762550&dopt=Abstract": {
        "pmid": "19762550"
    },
    "https://scholar.google.com/scholar_lookup?title=x&doi=10.1000%2Fx1&volume=2": {"doi": "10.1000/x1"},
    "/servlet/linkout?suffix=e_1&dbid=16&doi=10.1002%2Fown&key=10.1000%2Fx1": {"doi": "10.1000/x1"},
    "/servlet/linkout?suffix=e_1&dbid=8&doi=10.1002%2Fown&key=19762550": {"pmid": "19762550"},
    "/servlet/linkout?suffix=e_1&dbid=128&doi=10.1002%2Fown&key=000265": {},
    "/doi/10.1002/own": {},
    "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2799800/": {},
    "https://www.ncbi.nlm.nih.gov/books/19762550/": {},
    "https://example.org/?doi=10.1000/x1": {},
    "#B1": {},
    "http://[": {},
    "javascript:void(0)": {},
    "": {},
}


@pytest.mark.parametrize("link", LINKS)
def test_links(link):
    assert identifiers([link]) == LINKS[link]


def test_several_links_to_one_work_and_to_several():
    assert identifiers(["https://doi.org/10.1000/X1", "http://dx.doi.org/10.1000/x1"])["doi"] == "10.1000/X1"
    two = ["https://doi.org/10.1000/x1", "https://doi.org/10.1000/x2"]
    assert identifiers([*two, "https://pubmed.gov/12345678"]) == {"pmid": "12345678"}


LABELS = ["Google Scholar", "[Google Scholar]", "CrossRef", "Crossref", "PubMed/NCBI", "View Article", "DOI", "View in Scopus", "PubMed Abstract"]  # fmt: skip
WORDS = ["", "Article processing charges", "10.1000/x1", "Scholarly things", "The view from below", "1234567"]


@pytest.mark.parametrize("text", LABELS)
def test_labels(text):
    assert is_link_label(text)


@pytest.mark.parametrize("text", WORDS)
def test_words_are_no_labels(text):
    assert not is_link_label(text)
