"""Tokens and attributes of reference strings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.readers.text.features import attributes, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2009;360(23):2426–37.", ["2009", ";", "360", "(", "23", ")", ":", "2426", "–", "37", "."]),
        ("Phys. Rev. D91", ["Phys", ".", "Rev", ".", "D", "91"]),  # letter of a section and volume are two
        ("S194–202", ["S", "194", "–", "202"]),
        ("O’Brien KE", ["O’Brien", "KE"]),  # one name
        ("van Royen-Kerkhoff", ["van", "Royen", "-", "Kerkhoff"]),
        ("‘Title’, l'été", ["‘", "Title", "’", ",", "l'été"]),  # a quotation mark is not an apostrophe
        ("García", ["García"]),
        ("Garci\u0301a", ["Garci\u0301a"]),  # an accent that is a character of its own
        ("https://doi.org/10.1000/xyz(1)2.", ["https://doi.org/", "10.1000/xyz(1)2", "."]),
        ("doi:10.1056/NEJMoa0807865, 2009", ["doi", ":", "10.1056/NEJMoa0807865", ",", "2009"]),
        ("http://www.ncbi.nlm.nih.gov/pubmed/1?a=b.", ["http://www.ncbi.nlm.nih.gov/pubmed/1?a=b", "."]),
        ("(www.example.org)", ["(", "www.example.org", ")"]),
        ("сборник № 3", ["сборник", "№", "3"]),
        ("", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [text[start:end] for _, start, end in tokens(text)] == words


@given(st.text())
def test_tokens_cover_all_but_white_space(text: str) -> None:
    found = tokens(text)
    for word, start, end in found:
        assert text[start:end] == word
    covered = {at for _, start, end in found for at in range(start, end)}
    assert sum(end - start for _, start, end in found) == len(covered)
    left = [char for at, char in enumerate(text) if at not in covered and not char.isspace()]
    assert all(char.isalnum() for char in left)  # numerals such as ² or Ⅷ that are neither digits nor letters to us


@given(st.text())
def test_one_row_of_attributes_a_token(text: str) -> None:
    found = tokens(text)
    rows = attributes(text, found)
    assert len(rows) == len(found)
    assert all(rows)
    assert rows == attributes(text, found)


def attributes_of(text: str, word: str) -> set[str]:
    found = tokens(text)
    at = next(at for at, (token, _, _) in enumerate(found) if token == word)
    return set(attributes(text, found)[at])


def test_position_and_company_make_a_difference() -> None:
    text = "Nature M. The nature of things. Nature 1999;5:1."
    found = tokens(text)
    rows = [
        set(row) for (word, _, _), row in zip(found, attributes(text, found), strict=True) if word.lower() == "nature"
    ]
    assert len(rows) == 3
    assert rows[0] != rows[1] != rows[2]
    assert set.intersection(*rows)  # what the word itself says


def test_a_month_is_a_month_in_any_language() -> None:
    kinds = [
        attributes_of(text, word)
        for text, word in (("2009 Jun 4", "Jun"), ("4 juin 2009", "juin"), ("4. Juni 2009", "Juni"))
    ]
    assert "k=month" in set.intersection(*kinds)
