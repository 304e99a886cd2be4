"""Identifiers out of the text of a reference. The numbers are invented or those of the scheme's own examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values.identifiers import arxiv, doi, isbn, issn, mended_doi, pmcid, pmid

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
    ("10.1000/182.", "10.1000/182"),
    ("10.1000/ABC", "10.1000/ABC"),
    ("DOI:10.1000/182", "10.1000/182"),
    ("Did you read 10.1000/182?", "10.1000/182"),
    ("https://doi.org/10.1000%2F182", "10.1000/182"),
    ("10.1000%2f182", "10.1000/182"),
    ("https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2",
     "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"),
    ("10.1002/(SICI)1097-0258(19980815/30)17:15/16&lt;1661::AID-SIM968&gt;3.0.CO;2-2",
     "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"),
    ("10.1002/(SICI)1097-0258(19980815/30)17:15/16&#60;1661::AID-SIM968&#x3E;3.0.CO;2-2",
     "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"),
    ("10.1000/182&nbsp;PMID", "10.1000/182"),
    ("10.1000/182&quot;", "10.1000/182"),
    ("10.1000/100%", "10.1000/100%"),
    ("10.1000/a%FFb", "10.1000/a%FFb"),  # no UTF-8, so it means itself
    ("10.1000/\u200b182\u00ad-a\ufeff", "10.1000/182-a"),
    ("10.1016∕S0140‐6736(97)11096‑0", "10.1016/S0140-6736(97)11096-0"),
    ("https://doi.org/10.1000/182?utm_source=x&utm_medium=y", "10.1000/182"),
    ("https://doi.org/10.1000/182#section", "10.1000/182"),
    ("10.1000/182#5", "10.1000/182#5"),  # no address: `#` may stand in a DOI
    ("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001&type=printable", "10.1371/journal.pone.0000001"),
    ("https://onlinelibrary.wiley.com/doi/full/10.1002/art.24567", "10.1002/art.24567"),
    ("https://www.frontiersin.org/articles/10.3389/fneur.2019.00001/full", "10.3389/fneur.2019.00001"),
    ("https://link.springer.com/content/pdf/10.1007/s00234-019-02172-y.pdf", "10.1007/s00234-019-02172-y"),
    ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf+html", "10.1101/2020.01.01.123456"),
    ("doi.org/10.1000/182/full", "10.1000/182/full"),  # the resolver has no pages
    ("<a href='x'>10.1000/182</a>", "10.1000/182"),
    ("[10.1000/182](https://doi.org/10.1000/182)", "10.1000/182"),
    ("{{cite|doi=10.1000/182|pmid=5}}", "10.1000/182"),
    ("10.1000/182,10.1000/183", "10.1000/182"),
    ("10.1000/182;10.1000/183", "10.1000/182"),
    ("10.1000/182 183", "10.1000/182"),
    ("10.1000", ""),
    ("10.1000/", ""),
    ("10.1000/.", ""),
    ("https://doi.org/10.1000/182/", "10.1000/182"),
]  # fmt: skip
MENDED = [
    ("10.1000/182", "10.1000/182"),
    (" 10.1000 / 182 ", "10.1000/182"),
    ("10. 1000/182", "10.1000/182"),
    ("doi: 10.1016/ j.cell.2009.01.001", "10.1016/j.cell.2009.01.001"),
    ("10.1016/j.cell.\n2009.01.001", "10.1016/j.cell.2009.01.001"),
    ("https://doi.org/10.1016/\n  j.cell.2009.01.001", "10.1016/j.cell.2009.01.001"),
    ("10.1007/s00247 -014-3183-5", "10.1007/s00247-014-3183-5"),
    ("10.1016/S0140-\n6736(97)11096-0", "10.1016/S0140-6736(97)11096-0"),
    ("10.1002/(SICI)1097-0258(19980815/30)17:15/16 &lt;1661::AID-SIM968&gt;3.0.CO;2-2",
     "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"),
    ("10.1000/182. Accessed 3 May 2020", "10.1000/182"),
    ("10.1000/182. PMID: 20847271", "10.1000/182"),
    ("10.1000/182. 2009", "10.1000/182"),
    ("10.1000/182 (2009)", "10.1000/182"),
    ("10.1000/182 183", "10.1000/182"),
    ("10.1000/182, 10.1000/183", "10.1000/182"),
    ("no DOI", ""),
    ("", ""),
]  # fmt: skip
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


@pytest.mark.parametrize(("text", "meant"), MENDED)
def test_mended_doi(text, meant):
    assert mended_doi(text) == meant


@pytest.mark.parametrize("prefix", ["", "doi:", "https://doi.org/", "see <"])
@given(st.from_regex(r"10\.[0-9]{4,5}/[a-z0-9][a-z0-9._()/-]{0,20}[a-z0-9]", fullmatch=True))
def test_a_doi_is_found_again(prefix, name):
    found = doi(prefix + name + ".")
    assert found
    assert name.startswith(found)
    assert doi(found) == found


@given(st.text(alphabet=st.sampled_from("10.2/%&lt;<>()[]{}#? \n\u200b∕a;:,'\"|-")))
def test_any_text_gives_a_bare_doi_or_none(text):
    for found in (doi(text), mended_doi(text)):
        assert found == "" or (found.startswith("10.") and not any(c.isspace() for c in found))


@pytest.mark.parametrize(
    "bad",
    [
        "10.1111" + ".10.1111" * 100_000,
        "10.1000/" + "(" * 500_000,
        "https://" * 60_000 + "10.1/x",
        "10.1000/1 " + "-" * 500_000,
        "10.1000/a&lt;" * 40_000,
    ],
)
def test_nasty_text_comes_to_an_end(bad):
    assert len(doi(bad)) <= len(bad)
    assert len(mended_doi(bad)) <= len(bad)


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
