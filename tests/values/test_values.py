"""Pages, dates, identifiers, journals, titles: what is seen and what is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values import dates, pages
from citekit.values.identifiers import doi, pmid, same_doi
from citekit.values.journals import is_abbreviated, same_journal
from citekit.values.text import fold, squash
from citekit.values.titles import fold_title, is_capitals

PAGES = [
    ("2426-2437", "2426--2437"),
    ("2438–44", "2438--2444"),
    ("S194–202", "S194--S202"),
    ("e1043-7", "e1043--e1047"),
    ("638-645.e4", "638--645.e4"),  # Am J Med prints it so
    ("1380-5", "1380--1385"),
    ("94", "94"),
    ("pp. 357–64", "357--364"),
    ("P79", "P79"),
    ("xi-xv", "xi--xv"),
    ("15813–7", "15813--15817"),
    ("12, 15", "12, 15"),  # not understood: left alone
    ("in press", "in press"),
    ("", ""),
]


@pytest.mark.parametrize(("seen", "meant"), PAGES)
def test_pages_written_out(seen, meant):
    assert pages.expand(seen) == meant


@given(st.integers(1, 99999), st.integers(0, 400), st.sampled_from(["", "S", "e"]))
def test_a_shortened_range_says_what_the_whole_one_says(first, length, prefix):
    last = str(first + length)
    same = len(str(first)) == len(last)
    kept = next((i for i in range(len(last)) if last[i] != str(first)[i : i + 1]), len(last) - 1) if same else 0
    assert pages.span(f"{prefix}{first}-{last[kept:]}") == (f"{prefix}{first}", f"{prefix}{last}")


@given(st.text(max_size=40))
def test_expanding_twice_changes_nothing_more(text):
    assert pages.expand(pages.expand(text)) == pages.expand(text)


DATES = [
    ("Jun 4 2009", ("2009", "jun", "4", "")),
    ("Published - Jun 4 2009", ("2009", "jun", "4", "")),
    ("2004 Jul-Aug", ("2004", "jul-aug", "", "")),
    ("January 2013", ("2013", "jan", "", "")),
    ("2000 Mar 23", ("2000", "mar", "23", "")),
    ("2009-06-04", ("2009", "jun", "4", "")),
    ("(2021b)", ("2021", "", "", "b")),
    ("15. März 1998", ("1998", "mar", "15", "")),
    ("juillet 2001", ("2001", "jul", "", "")),
    ("04.06.2009", ("2009", "jun", "4", "")),
    ("04/06/2009", ("2009", "", "", "")),
    ("in press", ("", "", "", "")),
]


@pytest.mark.parametrize(("text", "parts"), DATES)
def test_dates(text, parts):
    date = dates.parse(text)
    assert (date.year, date.month, date.day, date.letter) == parts


@pytest.mark.parametrize(
    ("text", "month"),
    [("June", "jun"), ("Sept.", "sep"), ("06", "jun"), ("Jul/Aug", "jul-aug"), ("dez.", "dec"), ("13", ""), ("", "")],
)
def test_months(text, month):
    assert dates.month(text) == month


DOIS = [
    ("doi: 10.1542/peds.2012-3935. Epub 2013 Sep 9.", "10.1542/peds.2012-3935"),
    ("https://doi.org/10.1097/INF.0b013e3182700cc1", "10.1097/INF.0b013e3182700cc1"),
    ("(doi:10.1016/0016-5085(94)90696-3).", "10.1016/0016-5085(94)90696-3"),
    # A SICI-style DOI of Wiley's, as the DOI handbook shows them
    ("10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2.",
     "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"),
    ("no identifier", ""),
    ("10.5", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bare"), DOIS)
def test_doi_out_of_text(text, bare):
    assert doi(text) == bare


def test_dois_do_not_depend_on_case():
    assert same_doi("10.1097/INF.0b013e3182700cc1", "https://doi.org/10.1097/inf.0b013e3182700cc1")
    assert not same_doi("", "")


def test_pmid_only_where_it_is_called_one():
    assert pmid("Chest 2010;137:263-72. pmid:19762550.") == "19762550"
    assert pmid("Grant 19762550") == ""


# Left: as abbreviated in the pages and by NLM; right: the journal's whole name in the NLM Catalog.
ONE_JOURNAL = [
    ("N Engl J Med", "The New England Journal of Medicine"),
    ("The New England journal of medicine", "New England Journal of Medicine"),
    ("Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences of the United States of America"),
    ("Proc. Natl. Acad. Sci. USA", "Proceedings of the National Academy of Sciences"),
    ("Arthritis Rheum", "Arthritis & Rheumatism"),
    (
        "J Bone Miner Res",
        "Journal of bone and mineral research : the official journal of the American Society for Bone and Mineral Research",
    ),
    ("J Endocrinol Investig", "Journal of Endocrinological Investigation"),
    ("Am J Clin Dermatol", "American Journal of Clinical Dermatology"),
    ("PNAS", "Proceedings of the National Academy of Sciences"),
    ("Nat. Med.", "Nature Medicine"),
]
TWO_JOURNALS = [
    ("Blood", "Blood Advances"),
    ("Nature", "Nature Medicine"),
    ("Am J Med", "American Journal of Nephrology"),
    ("J Immunol", "Journal of Investigative Dermatology"),
    ("", "Nature"),
]


@pytest.mark.parametrize(("a", "b"), ONE_JOURNAL)
def test_one_journal(a, b):
    assert same_journal(a, b)
    assert same_journal(b, a)


@pytest.mark.parametrize(("a", "b"), TWO_JOURNALS)
def test_two_journals(a, b):
    assert not same_journal(a, b)


@pytest.mark.parametrize("name", [a for a, _ in ONE_JOURNAL if a != "PNAS" and not a.startswith("The")])
def test_abbreviated_names_are_seen(name):
    assert is_abbreviated(name)


@pytest.mark.parametrize("name", [b for _, b in ONE_JOURNAL] + ["Blood", "JAMA", "Gastroenterology", "Cancer Research"])
def test_whole_names_are_not_taken_for_abbreviations(name):
    assert not is_abbreviated(name)


def test_folds():
    assert fold("Løkke–É.  “x”") == "lokke e x"
    assert squash("e-mail") == squash("e mail") == "email"
    assert fold_title("IL-1β in Il1rn<sup>−/−</sup> mice") == fold_title("IL-1 beta in Il1rn-/- mice")


def test_capitals():
    assert is_capitals("AN AUTOINFLAMMATORY DISEASE")
    assert not is_capitals("DNA methylation in HeLa")


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)
