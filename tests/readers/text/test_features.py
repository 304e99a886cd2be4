"""Tokens of reference strings and their aspects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.readers.text.features import ASPECTS, aspects, tokens


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


@pytest.mark.parametrize(
    ("token", "told"),
    [
        ("Nature", {"word": "nature", "beginning": "nat", "ending": "ure", "shape": "Xx", "length": "6"}),
        ("NATURE", {"word": "nature", "shape": "XXXX"}),  # the same word in another dress
        ("1999", {"word": "199", "shape": "y", "length": ""}),  # a year tells its decade
        ("47", {"word": "47", "shape": "99"}),
        ("2426", {"word": "9999", "shape": "9999"}),  # a long number tells only how long it is
        ("–", {"word": "-", "shape": "-"}),  # all dashes are one
        ("10.1000/182", {"word": "D", "shape": "D"}),
        ("https://example.org/a", {"word": "U", "shape": "U"}),
        ("B", {"shape": "X"}),
        ("McGee", {"shape": "XxX"}),
        ("x" * 100, {"word": "x" * 24, "length": "12"}),
    ],
)
def test_aspects(token: str, told: dict[str, str]) -> None:
    said = dict(zip(ASPECTS, aspects(token, spaced=True), strict=True))
    assert {name: said[name] for name in told} == told


def test_a_month_is_a_month_in_any_language() -> None:
    assert {aspects(month, spaced=True)[ASPECTS.index("kind")] for month in ("Jun", "juin", "Juni", "giugno")} == {
        "month"
    }


@given(st.text(min_size=1))
def test_every_token_has_all_aspects(text: str) -> None:
    for token, _, _ in tokens(text):
        assert len(aspects(token, spaced=False)) == len(ASPECTS)
        assert aspects(token, spaced=False)[-1] != aspects(token, spaced=True)[-1]
