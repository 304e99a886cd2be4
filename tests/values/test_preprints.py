"""What tells a preprint. Archives by the names and DOIs they go by; `eprinttype` after the biblatex manual §3.14.7."""

import pytest

from citekit.values.preprints import archive_of_doi, arxiv_number, is_preprint, names_archive

PLACES = [
    ("bioRxiv", True),
    ("medRxiv", True),
    ("PsyArXiv Preprints", True),
    ("engrXiv", True),
    ("arXiv preprint arXiv:1706.03762", True),
    ("arXiv.org", True),
    ("CoRR", True),
    ("SSRN Electronic Journal", True),
    ("Research Square", True),
    ("OSF Preprints", True),
    ("Preprint", True),
    ("Preprints.org", True),
    ("Corrosion Science", False),
    ("The Corr Report", False),
    ("Archives of Disease in Childhood", False),
    ("Research Policy", False),
    ("", False),
]


@pytest.mark.parametrize(("place", "archive"), PLACES)
def test_places(place, archive):
    assert names_archive(place) == archive


ARCHIVES = [
    ("10.48550/arXiv.1706.03762", "", "arXiv"),
    ("https://doi.org/10.1101/2020.01.02.123456", "", "bioRxiv"),
    ("10.1101/2020.01.02.123456", "medRxiv", "medRxiv"),
    ("10.1101/2020.01.02.123456", "medRxiv preprint", "bioRxiv"),
    ("10.1101/123456", "", "bioRxiv"),
    ("10.1101/gad.1239303", "", ""),
    ("10.1101/gad.1239303", "bioRxiv", ""),
    ("10.2139/ssrn.1234567", "SSRN Electronic Journal", "SSRN"),
    ("10.1016/j.physletb.2012.08.020", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("doi", "place", "archive"), ARCHIVES)
def test_archives_by_their_dois(doi, place, archive):
    assert archive_of_doi(doi, place) == archive


RECORDS = [
    ({"entry_type": "article", "container": "bioRxiv"}, True),
    ({"entry_type": "misc", "container": "", "eprint": "1706.03762"}, True),
    ({"entry_type": "misc", "container": "", "doi": "10.48550/arXiv.1706.03762"}, True),
    ({"entry_type": "online", "container": "", "elsewhere": ("", "medRxiv")}, True),
    ({"entry_type": "article", "container": "", "eprint": "19494218", "eprinttype": "PubMed"}, False),
    ({"entry_type": "article", "container": "", "eprint": "2307/1234", "eprinttype": "jstor"}, False),
    ({"entry_type": "article", "container": "", "eprint": "1207.7235", "volume": "716"}, False),
    ({"entry_type": "article", "container": "Nature", "eprint": "1207.7235", "elsewhere": ("", "arXiv")}, False),
    ({"entry_type": "phdthesis", "container": "", "eprint": "1207.7235"}, False),
    ({"entry_type": "misc", "container": ""}, False),
]


@pytest.mark.parametrize(("says", "preprint"), RECORDS)
def test_records(says, preprint):
    assert is_preprint(**says) == preprint


NUMBERS = [
    ("10.48550/arXiv.1706.03762", "1706.03762"),
    ("arXiv preprint arXiv:1706.03762", "1706.03762"),
    ("10.1101/2020.01.02.123456", ""),
]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_arxiv_numbers(text, number):
    assert arxiv_number(text) == number
