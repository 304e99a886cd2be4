"""Given names as initials. The rows follow CSL 1.0.2 ("Name", "Hyphenation of Initialized Names") and, where that is silent, what the CSL
test suite shows (name_InitialsInitialize…, name_CeltsAndToffs…, name_LowercaseSurnameSuffix, name_LongAbbreviation)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl import marks
from citekit.csl.names.initials import initialized, spaced

INITIALS = [
    # given, initialize-with, initialize-with-hyphen, initials
    ("Ada", ".", True, "A."),
    ("Ada Maria", ".", True, "A.M."),
    ("Ada Maria", ". ", True, "A. M."),
    ("Ada Maria", "", True, "AM"),
    ("Ada Maria", " ", True, "A M"),
    ("Ada M", ". ", True, "A. M."),
    ("Ada M.", ". ", True, "A. M."),
    ("A.M", ". ", True, "A. M."),
    ("A.M.", "", True, "AM"),
    ("AM", ".", True, "A."),
    ("BEATRIX", ".", True, "B."),
    ("AM.", ".", True, "AM."),  # an abbreviation stays
    ("Th.A.M.", ". ", True, "Th. A. M."),
    ("Th. Anne", "", True, "ThA"),
    ("Jean-Luc", ".", True, "J.-L."),
    ("Jean-Luc", ". ", True, "J.-L."),
    ("J.-L.", ". ", True, "J.-L."),
    ("Jean-Luc", ". ", False, "J. L."),
    ("Jean-Luc", "", False, "JL"),
    ("Xiu-ying", ".", True, "X."),  # nothing of what is lower case behind a hyphen
    ("Ana de Sousa Rui", ". ", True, "A. de S. R."),
    ("Ana de Sousa Rui", ".", True, "A. de S.R."),
    ("Ana de Sousa Rui", "", True, "A de SR"),
    ("TSolmon", ".", True, "Ts."),
    ("McArthur", ".", True, "M."),
    ("Émile", ".", True, "É."),
    ("Ёлка", ".", True, "Ё."),
    ("Μαρία", ".", True, "Μ."),
    ("ʿAlī", ".", True, "ʿA."),
    (
        "علی رضا",
        ". ",
        True,
        "ع. ر.",
    ),  # Arabic and Hebrew letters are initials, too, as the reference processor prints them
    ("דוד", ".", True, "ד."),
    ("रवि", ".", True, "रवि"),  # other scripts without capitals are not
    ("D’Arcy", ".", True, "D."),
    ("", ".", True, ""),
]


@pytest.mark.parametrize(("given_name", "mark", "hyphen", "initials"), INITIALS)
def test_initials(given_name, mark, hyphen, initials):
    assert initialized(given_name, mark, hyphen) == initials


IN_FULL = [
    # CSL 1.0.2, "Name": initialize="false" still adds initialize-with behind initials
    ("James T Kirk", ".", "James T. Kirk"),
    ("James T. Kirk", ". ", "James T. Kirk"),
    ("Ada M.B.", ". ", "Ada M. B."),
    ("Ada M.B.", ".", "Ada M.B."),
    ("Ada M.B.", "", "Ada MB"),
    ("AM", ".", "AM"),
    ("Jean-Luc", ".", "Jean-Luc"),
    ("A. Beatrix", ". ", "A. Beatrix"),
]


@pytest.mark.parametrize(("given_name", "mark", "written"), IN_FULL)
def test_given_names_in_full(given_name, mark, written):
    assert spaced(given_name, mark) == written


def test_markup_stays_around_the_initial():
    # CSL test suite, name_InTextMarkupInitialize
    bold = marks.wrap(marks.BOLD, "Ada")
    assert initialized(f"{bold} Maria", ". ", True) == marks.wrap(marks.BOLD, "A.") + " M."
    assert initialized(f"{bold}-Maria", ". ", True) == marks.wrap(marks.BOLD, "A.") + "-M."


@given(st.text("Aa .-’(" + marks.BOLD + marks.CLOSE), st.sampled_from([".", ". ", "", " "]), st.booleans())
def test_initials_have_balanced_marks_and_no_spaces_around(name, mark, hyphen):
    initials = initialized(name, mark, hyphen)
    assert initials.count(marks.BOLD) == initials.count(marks.CLOSE)
    assert marks.plain(initials) == marks.plain(initials).strip()


def test_a_megabyte_of_a_name_takes_no_time():
    for letters in ("(", "-", ". ", "'", marks.BOLD, "A.", "a "):
        initialized(letters * (1_000_000 // len(letters)), ".", True)
