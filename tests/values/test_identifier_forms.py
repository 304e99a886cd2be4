"""One identifier and nothing else, in the forms in which people write it."""

import pytest

from citekit.values.identifier_forms import bare_arxiv, bare_pmcid, bare_pmid, fold_arxiv, identifier

FORMS = [
    ("10.1000/182", "doi", "10.1000/182"),
    ("doi:10.1000/182", "doi", "10.1000/182"),
    ("DOI 10.1000/182", "doi", "10.1000/182"),
    ("DOI: https://doi.org/10.1000/182.", "doi", "10.1000/182"),
    ("info:doi/10.1000/182", "doi", "10.1000/182"),
    ("doi.org/10.1000/182", "doi", "10.1000/182"),
    ("<https://dx.doi.org/10.1000/182>", "doi", "10.1000/182"),
    ("https://doi.org/10.1000%2F182", "doi", "10.1000/182"),
    ('"10.1000/182",', "doi", "10.1000/182"),
    ("10.1000/182 [doi]".replace(" ", ""), "doi", "10.1000/182"),
    ("10.1000/ABC", "doi", "10.1000/ABC"),
    ("10.1000\u200b/\u00ad182", "doi", "10.1000/182"),
    ("https://www.tandfonline.com/doi/full/10.1080/00045608.2011.1", "doi", "10.1080/00045608.2011.1"),
    ("19494219", None, ""),
    ("PMID: 19494219", "pmid", "19494219"),
    ("PMID:19494219.", "pmid", "19494219"),
    ("pmid 19494219", "pmid", "19494219"),
    ("PubMed ID: 19494219", "pmid", "19494219"),
    ("https://pubmed.ncbi.nlm.nih.gov/19494219/", "pmid", "19494219"),
    ("https://pubmed.ncbi.nlm.nih.gov/19494219/?dopt=Abstract", "pmid", "19494219"),
    ("http://www.ncbi.nlm.nih.gov/pubmed/19494219", "pmid", "19494219"),
    ("https://pubmed.ncbi.nlm.nih.gov/?term=19494219", "pmid", "19494219"),
    ("https://europepmc.org/article/MED/19494219", "pmid", "19494219"),
    ("PMC3341616", "pmcid", "PMC3341616"),
    ("pmc3341616", "pmcid", "PMC3341616"),
    ("PMC 3341616", "pmcid", "PMC3341616"),
    ("PMC3341616.2", "pmcid", "PMC3341616"),
    ("PMCID: PMC3341616", "pmcid", "PMC3341616"),
    ("PMCID: 3341616", "pmcid", "PMC3341616"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3341616/", "pmcid", "PMC3341616"),
    ("https://pmc.ncbi.nlm.nih.gov/articles/PMC3341616/pdf/nihms1.pdf", "pmcid", "PMC3341616"),
    ("https://europepmc.org/articles/PMC3341616", "pmcid", "PMC3341616"),
    ("arXiv:1706.03762", "arxiv", "1706.03762"),
    ("arXiv:1706.03762v5 [cs.CL]", "arxiv", "1706.03762v5"),
    ("1706.03762", "arxiv", "1706.03762"),
    ("0704.0001", "arxiv", "0704.0001"),
    ("hep-th/9901001", "arxiv", "hep-th/9901001"),
    ("math.GT/0309136v1", "arxiv", "math.GT/0309136v1"),
    ("solv-int/9901001", "arxiv", "solv-int/9901001"),
    ("https://arxiv.org/abs/1706.03762v5", "arxiv", "1706.03762v5"),
    ("https://arxiv.org/pdf/1706.03762.pdf", "arxiv", "1706.03762"),
    ("http://export.arxiv.org/abs/hep-th/9901001v2", "arxiv", "hep-th/9901001v2"),
    ("https://ar5iv.labs.arxiv.org/html/1706.03762", "arxiv", "1706.03762"),
    ("10.48550/arXiv.1706.03762", "doi", "10.48550/arXiv.1706.03762"),
    ("1413.0001", None, ""),  # there is no month 13
    ("1706.0376", None, ""),  # five digits since 2015
    ("3.14159", None, ""),
    ("10.1000", None, ""),
    ("10.1000/182,Smith,2009", None, ""),
    ("10.1000/182 and more", None, ""),
    ("https://www.nature.com/articles/nature14539", None, ""),
    ("https://evil.example/pubmed/19494219", None, ""),
    ("PMC Physics A", None, ""),
    ("0317-8471", None, ""),
    ("2009", None, ""),
    ("", None, ""),
]


@pytest.mark.parametrize(("text", "kind", "value"), FORMS)
def test_forms(text, kind, value):
    found = identifier(text)
    assert (found and found.kind, found.value if found else "") == (kind, value)


def test_the_class_of_arxiv_is_kept():
    assert identifier("arXiv:1706.03762v5 [cs.CL]").class_ == "cs.CL"


@pytest.mark.parametrize(("numbers", "value"), [("pmid", "19494219"), ("pmcid", "PMC19494219"), ("arxiv", "")])
def test_a_bare_number_is_what_the_place_says(numbers, value):
    found = identifier("19494219", numbers)
    assert (found.value if found else "") == value


@pytest.mark.parametrize("text", ["0", "12345678901", "१२३४५६", "-5", "1e5"])
def test_no_number(text):
    assert identifier(text, "pmid") is None


@pytest.mark.parametrize(
    ("read", "text", "meant"),
    [
        (bare_pmid, "19494219", "19494219"),
        (bare_pmid, "PMID: 01949421", "1949421"),
        (bare_pmid, "PMC3341616", ""),
        (bare_pmcid, "3341616", "PMC3341616"),
        (bare_pmcid, "19494219 ", "PMC19494219"),
        (bare_pmcid, "none", ""),
        (bare_arxiv, "arXiv:1706.03762v5", "1706.03762v5"),
        (bare_arxiv, "https://doi.org/10.48550/arXiv.hep-th/9901001", "hep-th/9901001"),
        (bare_arxiv, "10.1000/182", ""),
    ],
)
def test_bare(read, text, meant):
    assert read(text) == meant


@pytest.mark.parametrize(
    ("number", "meant"),
    [("1706.03762v5", "1706.03762"), ("math.GT/0309136v1", "math/0309136"), ("hep-th/9901001", "hep-th/9901001")],
)
def test_fold_arxiv(number, meant):
    assert fold_arxiv(number) == meant


@pytest.mark.parametrize("hostile", ["doi " * 1000 + "x", "doi : " * 1000 + "x", "doi:" * 100_000, "arXiv:" * 100_000])
def test_names_without_a_number_take_no_time(hostile):
    """Thirty times `doi ` took years once."""
    assert identifier(hostile) is None
