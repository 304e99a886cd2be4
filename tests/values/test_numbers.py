"""Volumes, issues and editions as reference lists print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values.editions import edition, edition_cut
from citekit.values.numbers import first_number, issue, volume, volume_and_issue

VOLUMES = [
    ("12", "12"), ("Vol. 15", "15"), ("vol 15", "15"), ("Volume Two", "Two"), ("Bd. 3", "3"), ("Band 3", "3"), ("tome XII", "XII"),
    ("t. 4", "4"), ("Jg. 58", "58"), ("Т. 1", "1"), ("vol. ii", "ii"), ("B283", "B283"), ("45-46", "45-46"), ("Autumn", "Autumn"),
    ("第24卷", "24"), ("Band", "Band"), ("", ""),
]  # fmt: skip
ISSUES = [
    ("3", "3"), ("No. 3", "3"), ("no 3", "3"), ("n° 12", "12"), ("nº 12", "12"), ("Nr. 4", "4"), ("H. 2", "2"), ("Heft 2/3", "2/3"),
    ("núm. 7", "7"), ("№ 5", "5"), ("issue 9", "9"), ("fasc. 2", "2"), ("Suppl 1", "Suppl 1"), ("12 Pt 2", "12 Pt 2"), ("November", "November"),
    ("Winter", "Winter"), ("Special Issue", "Special Issue"), ("XII", "XII"), ("Part A", "Part A"), ("제10호", "10"), ("Bibcode", ""), ("", ""),
]  # fmt: skip
TOGETHER = [
    ("12(Suppl 1)", "12", "Suppl 1"),
    ("Vol. 15, No. 3", "15", "3"),
    ("Bd. 3, H. 2", "3", "2"),
    ("vol. 4 n° 12", "4", "12"),
    ("51/13", "51", "13"),
    ("18/3-4", "18", "3-4"),
    ("4/5", "4/5", ""),  # two that came as one
    ("45-46", "45-46", ""),
    ("29 Pt 2", "29", "Pt 2"),
    ("8 Suppl 1", "8", "Suppl 1"),
    ("제24권 제10호", "24", "10"),
    ("12", "12", ""),
    ("XII", "XII", ""),
]
EDITIONS = [
    ("2nd ed.", "2"), ("(3rd edn)", "3"), ("2. Aufl.", "2"), ("3., überarb. Aufl.", "3., überarb."), ("5. Auflage", "5"), ("2e éd.", "2"),
    ("2ème édition revue", "2ème revue"), ("1ª ed.", "1"), ("3ª edición", "3"), ("2ª edição", "2"), ("2a edizione", "2"), ("Rev. ed.", "Rev."),
    ("Third Edition", "Third"), ("2nd rev. ed.", "2nd rev."), ("1st American ed.", "1st American"), (", 12 edn, Oxford", "12"),
    ("ed. Anna Roe", ""), ("edited by Anna Roe", ""), ("trans. and ed.", ""), ("(eds.)", ""), ("in 1923 ed. Roe", ""), ("", ""),
]  # fmt: skip
CUT = [
    ("The Jacaranda Atlas (3rd ed.)", "The Jacaranda Atlas", "3"),
    ("Grundzüge der Statik, 3. Aufl.", "Grundzüge der Statik", "3"),
    ("Sein und Sinn. Zehnte, unveränderte Auflage", "Sein und Sinn", "Zehnte, unveränderte"),
    ("Manuel de chimie, 2e éd", "Manuel de chimie", "2"),
    ("The second edition of a journal", "The second edition of a journal", ""),
    ("How women are needed", "How women are needed", ""),
    ("Third Edition", "Third Edition", ""),  # a title of its own
]


@pytest.mark.parametrize(("text", "meant"), VOLUMES)
def test_volume(text, meant):
    assert volume(text) == meant


@pytest.mark.parametrize(("text", "meant"), ISSUES)
def test_issue(text, meant):
    assert issue(text) == meant


@pytest.mark.parametrize(("text", "first", "second"), TOGETHER)
def test_volume_and_issue_in_one(text, first, second):
    assert volume_and_issue(text) == (first, second)


@pytest.mark.parametrize(("text", "meant"), EDITIONS)
def test_edition(text, meant):
    assert edition(text) == meant


@pytest.mark.parametrize(("text", "title", "meant"), CUT)
def test_edition_behind_a_title(text, title, meant):
    assert edition_cut(text) == (title, meant)


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    assert all(
        isinstance(part, str) for part in (*volume_and_issue(text), issue(text), edition(text), *edition_cut(text))
    )


FIRST = [("012 Suppl 1", "12"), ("88(3)", "88"), ("Vol. 7", "7"), ("0", "0"), ("Spring", ""), ("", "")]


@pytest.mark.parametrize(("text", "number"), FIRST)
def test_the_number_by_which_volumes_are_compared(text, number):
    assert first_number(text) == number
