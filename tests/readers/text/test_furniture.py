"""Link labels and arrows of many sites come off a reference; words of titles stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.readers.text.furniture import is_furniture, without_arrows, without_furniture

GLUED = [
    ("2011;365(7):620–8.CrossRefGoogle Scholar", "2011;365(7):620–8."),
    ("2009 Jun 4; 360(23):2426-37.(Link to article – subscription may be required.)", "2009 Jun 4; 360(23):2426-37."),
    ("2017;2(16).Google Scholar", "2017;2(16)."),
    ("2009;360:2426–37. [PubMed] [Google Scholar]", "2009;360:2426–37."),
    ("2009;360:2426–37. [CrossRef] [PubMed]", "2009;360:2426–37."),
    ("doi: 10.1056/NEJMoa0807865. [DOI] [PMC free article] [PubMed] [Google Scholar]", "doi: 10.1056/NEJMoa0807865."),
    ("Nature 1, 2–3 (2009). Article PubMed CAS Google Scholar", "Nature 1, 2–3 (2009)."),
    ("Cell 1, 2–3. Google Scholar: Author Only Title Only Author and Title", "Cell 1, 2–3."),
    ("Bone 12, 34–56. (Crossref)", "Bone 12, 34–56."),
    ("Bone 12, 34–56. » CrossRef » PubMed", "Bone 12, 34–56."),
    ("Bone 12, 34–56. View in Article", "Bone 12, 34–56."),
    ("Bone 12, 34–56. Crossref PubMed Scopus (123) Google Scholar", "Bone 12, 34–56."),
    ("https://doi.org/10.1000/bone.x PubMed", "https://doi.org/10.1000/bone.x"),
]


@pytest.mark.parametrize(("seen", "meant"), GLUED)
def test_link_labels_come_off_the_end(seen, meant):
    assert without_furniture(seen) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Proceedings of the Medline Users. 2001.",
        "Searching for bones with PubMed",
        "Bones. Available from: https://bones.example/a",
        "Bones. Available from:",
        "What every author should know about a DOI",
        "PubMed",
    ],
)
def test_words_of_references_stay(text):
    assert without_furniture(text) == text


def test_lines_of_link_labels():
    assert is_furniture("Pubmed Abstract | Pubmed Full Text | CrossRef Full Text | Google Scholar")
    assert is_furniture("[PubMed] [Google Scholar]")
    assert not is_furniture("CrossRef is a witness")
    assert not is_furniture("")


def test_a_line_of_ambiguous_labels_is_read_once():
    assert not is_furniture(
        "Abstract/FREE Full Text" * 20 + "!"
    )  # two readings of each label: 2^20 for a backtracking pattern


@pytest.mark.parametrize(("seen", "meant"), [("↵ Smith", "Smith"), ("^ a b Smith", "Smith"), ("Smith ^", "Smith ^")])
def test_arrows_back_to_the_text(seen, meant):
    assert without_arrows(seen) == meant


@given(st.lists(st.sampled_from(["PubMed", " ", "[", "]", "DOI", ".", "Scopus (1", ")", "a", "1"])))
def test_only_the_end_is_touched(parts):
    text = "".join(parts)
    assert text.startswith(without_furniture(text))
