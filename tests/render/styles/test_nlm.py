"""Rules of Citing Medicine, 2nd ed. (NBK7256), ch. 1 (names, pages, dates) unless a row names its source."""

import pytest

from citekit.render.styles import nlm
from citekit.values.names import Names, Person


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (Person("Masters", "Seth L."), "Masters SL"),
        (Person("Lagrot", "Jean-Louis"), "Lagrot JL"),
        (Person("Jesus", "AA", "de"), "de Jesus AA"),
        (Person("Royen-Kerkhoff", "Annet", "van"), "van Royen-Kerkhoff A"),
        (Person("Lee", "Chyi Chia R."), "Lee CC"),  # "a maximum of two initials"
        (Person("King", "Martin Luther", suffix="Jr."), "King ML Jr"),
        (Person("Gilstrap", "L. C.", suffix="III"), "Gilstrap LC 3rd"),
        (Person("Tedgård", "Ulf"), "Tedgård U"),
        (Person("Wałęsa", "Łucja"), "Wałęsa Ł"),
        (Person("Ng"), "Ng"),
        (Person("Doe", "JOHN"), "Doe J"),  # four capitals are a name
        (Person("World Health Organization", literal=True), "World Health Organization"),
    ],
)
def test_name(person, expected):
    assert nlm.name(person) == expected


def test_six_names_then_et_al():
    people = tuple(Person(letter) for letter in "ABCDEFG")
    assert nlm.names(Names(people[:6])) == "A, B, C, D, E, F"
    assert nlm.names(Names(people)) == "A, B, C, D, E, F, et al."
    assert nlm.names(Names(people[:2], others=True)) == "A, B, et al."
    assert nlm.names(Names()) == ""


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("2426--2437", "2426-37"),
        ("2426-37", "2426-37"),
        ("123--125", "123-5"),
        ("99--102", "99-102"),
        ("126A--127A", "126A-127A"),
        ("S6–S12", "S6-12"),  # ICMJE sample 7
        ("e12--e15", "e12-5"),
        ("iii--v", "iii-v"),
        ("94", "94"),
        ("a2752", "a2752"),
        ("1--5, 10--12", "1-5, 10-12"),
        ("in press", "in press"),
    ],
)
def test_pages(pages, expected):
    assert nlm.pages(pages) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("2009", "jun", "4"), "2009 Jun 4"),
        (("2009", "jul-aug"), "2009 Jul-Aug"),
        (("2009", "", "4"), "2009"),
        (("2009", "Spring"), "2009 Spring"),
        (("", "", ""), ""),
    ],
)
def test_date(parts, expected):
    assert nlm.date(*parts) == expected
