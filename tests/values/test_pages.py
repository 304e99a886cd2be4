"""Pages of a reference and, apart from them, how many pages a work has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values.pages import expand, read, span

ROWS = [
    ("357–64", "357--64", ""),
    ("pp. 357-64", "357--64", ""),
    ("pp.1980-1997", "1980--1997", ""),
    ("pp544-553", "544--553", ""),
    ("p. 3-28", "3--28", ""),
    ("p17", "17", ""),
    ("S. 12-15", "12--15", ""),
    ("S. 12 ff.", "12 ff", ""),
    ("с. 170-171", "170--171", ""),
    ("págs. 5-9", "5--9", ""),
    ("S194-202", "S194--202", ""),  # a page of a supplement, not *Seite*
    ("4S", "4S", ""),
    ("P79", "P79", ""),
    ("e1043-7", "e1043--7", ""),
    ("638-645.e4", "638--645.e4", ""),
    ("1-IX", "1--IX", ""),
    ("xii-xx", "xii--xx", ""),
    ("e0123456", "e0123456", ""),
    ("81-131, 208-241", "81--131, 208--241", ""),
    ("11 pp.", "11 pp.", "11"),
    ("546 pp", "546 pp", "546"),
    ("216p.", "216p.", "216"),
    ("xviii+400pp", "xviii+400pp", "xviii+400"),
    ("217 S.", "217 S.", "217"),
    ("238 pages", "238 pages", "238"),
    ("075039 (22pp)", "075039", "22"),
    ("451?454", "451--454", ""),  # a PDF's lost dashes
    ("532e541", "532--541", ""),
    ("319e24", "319--24", ""),
    ("35 49", "35--49", ""),
    ("49 35", "49 35", ""),
    ("10.1177/0042098020929261", "", ""),  # a DOI is no page
    ("n. pag.", "", ""),
    ("in press", "in press", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "where", "total"), ROWS)
def test_pages(text, where, total):
    assert read(text) == (where, total)


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    assert all(isinstance(part, str) for part in read(text))


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "1-" + "9" * 5_000, " " * 1_000_000 + "-", "1 " * 100_000, "9" * 5000 + "e" + "9" * 5000]
)
def test_hostile_pages_stay_the_text_they_were(text):
    """Python reads no number of more than 4,300 figures."""
    assert span(text) is None or text.startswith("9")
    assert isinstance(expand(text), str)
    assert isinstance(read(text), tuple)
