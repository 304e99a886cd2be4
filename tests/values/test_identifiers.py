"""Identifiers out of the text of a reference. The numbers are invented or those of the scheme's own examples."""

import pytest

from citekit.values.identifiers import arxiv, doi, isbn, issn, pmcid, pmid

DOIS = [
    ("doi:10.1000/182.", "10.1000/182"),
    ("https://dx.doi.org/10.1000/182", "10.1000/182"),
    ("10.1000/182.PMID:20847271", "10.1000/182"),
    ("10.1000/j.182.URL", "10.1000/j.182"),
    ("10.1000/182[doi]", "10.1000/182"),
    ("10.1007/JHEP03(2014)118[arXiv:1309.3610[hep-th]]", "10.1007/JHEP03(2014)118"),
    ("10.1007/JHEP03(2014)118[ hep-th/0601001]", "10.1007/JHEP03(2014)118"),
    ("10.1103/abc.96.1816,hep-th/0603001", "10.1103/abc.96.1816"),
    ("(10.1000/182).", "10.1000/182"),
    (
        "10.1890/0012-9658(2006)87[1465:ATTPOP]2.0.CO;2.",
        "10.1890/0012-9658(2006)87[1465:ATTPOP]2.0.CO;2",
    ),  # SICI: brackets inside
    ("10.1000/curl.urls", "10.1000/curl.urls"),
]
ARXIV = [  # arxiv.org/help/arxiv_identifier
    ("arXiv:1706.03762v5 [cs.CL]", "1706.03762v5", "cs.CL"),
    ("[ arXiv:1301.5893[ nucl-th]]", "1301.5893", "nucl-th"),
    ("arXiv preprint arXiv:1706.03762", "1706.03762", ""),
    ("arXiv :1410.4540", "1410.4540", ""),
    ("https://arxiv.org/abs/1706.03762", "1706.03762", ""),
    ("CoRR, abs/1412.6980, 2014", "1412.6980", ""),
    ("hep-th/0603001", "hep-th/0603001", ""),
    ("arXiv:math.GT/0309136", "math.GT/0309136", ""),
    ("Nature 1706.03762", "", ""),
]


@pytest.mark.parametrize(("text", "meant"), DOIS)
def test_doi(text, meant):
    assert doi(text) == meant


@pytest.mark.parametrize(("text", "number", "kind"), ARXIV)
def test_arxiv(text, number, kind):
    assert arxiv(text) == (number, kind)


@pytest.mark.parametrize(
    ("read", "text", "meant"),
    [
        (pmid, "[PubMed: 20847271]", "20847271"),
        (pmcid, "PMCID: PMC3341616", "PMC3341616"),
        (pmcid, "PMC 3341616.", "PMC3341616"),
        (pmcid, "PMC Physics A", ""),
        (isbn, "ISBN: 978-90-04-13899-5.", "978-90-04-13899-5"),
        (isbn, "ISBN 0 306 40615 2", "0 306 40615 2"),
        (isbn, "978-90-04-13899-5", ""),
        (issn, "ISSN 0317-8471", "0317-8471"),
        (issn, "eISSN: 1050-124X", "1050-124X"),
    ],
)
def test_number(read, text, meant):
    assert read(text) == meant
