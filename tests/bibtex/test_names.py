"""Names by the rules of *BibTeXing* §4 and *Tame the BeaST* §11 (whose examples these partly are)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.bibtex.names import read_names, write_names
from citekit.values.latex import balanced
from citekit.values.names import Names, Person

ONE_NAME = [
    ("Donald E. Knuth", Person("Knuth", "Donald E.")),
    ("Knuth, Donald~E.", Person("Knuth", "Donald E.")),
    ("Jean de la Fontaine", Person("Fontaine", "Jean", "de la")),
    ("de la Fontaine, Jean", Person("Fontaine", "Jean", "de la")),
    ("De La Fontaine, Jean", Person("De La Fontaine", "Jean")),  # capitals: part of the family
    ("De la Cruz, Ana", Person("Cruz", "Ana", "De la")),  # one small word makes all before it a particle
    (
        "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
        Person("Vallée Poussin", "Charles Louis Xavier Joseph", "de la"),
    ),
    ("King, Jr., Martin Luther", Person("King", "Martin Luther", suffix="Jr.")),
    ("{van Dyke}, Dick", Person("van Dyke", "Dick")),
    ("van Royen-Kerkhoff, Annet", Person("Royen-Kerkhoff", "Annet", "van")),
    ("{\\'E}variste Galois", Person("Galois", "Évariste")),
    ("\\'{E}mile Zola", Person("Zola", "Émile")),
    ("Per {\\o}rsted Berg", Person("Berg", "Per", "ørsted")),
    ("Mu\\~noz, J.\\,A.", Person("Muñoz", "J. A.")),
    ("Plato", Person("Plato")),
    ("{World Health Organization}", Person("World Health Organization", literal=True)),
    ("{Simon and Schuster}", Person("Simon and Schuster", literal=True)),
    ("{{ATLAS} Collaboration}", Person("ATLAS Collaboration", literal=True)),
]


@pytest.mark.parametrize(("written", "person"), ONE_NAME)
def test_one_name(written, person):
    names = read_names(written)
    assert names == Names((person,))
    assert read_names(write_names(names)) == names


LISTS = [
    ("Knuth, D. and Lamport, L.", ["Knuth, D.", "Lamport, L."], False),
    ("Knuth, D.\n  AND Lamport, L. and others", ["Knuth, D.", "Lamport, L."], True),
    ("Sand and Anderson", ["Sand", "Anderson"], False),
    ("{Simon and Schuster} and and ", ["Simon and Schuster"], False),
    ("others", [], True),
    ("", [], False),
]


@pytest.mark.parametrize(("written", "people", "others"), LISTS)
def test_lists(written, people, others):
    names = read_names(written)
    assert [person.inverted for person in names] == people
    assert names.others == others


WRITTEN = [
    (Person("Royen-Kerkhoff", "Annet", "van"), "van Royen-Kerkhoff, Annet"),
    (Person("Dyke", "Dick", "Van"), "Van Dyke, Dick"),
    (Person("de Souza", "Ana"), "{de Souza}, Ana"),
    (Person("World Health Organization", literal=True), "{World Health Organization}"),
    (Person("Smith and Sons", "J."), "{Smith and Sons}, J."),
    (Person("King", "Martin Luther", suffix="Jr."), "King, Jr., Martin Luther"),
    (Person("R&D Group", literal=True), r"{R\&D Group}"),
]


@pytest.mark.parametrize(("person", "written"), WRITTEN)
def test_names_are_written_with_as_few_braces_as_possible(person, written):
    assert write_names(Names((person,))) == written


WORD = st.text(st.sampled_from("abcdeéÅZ.,-'{}\\&~$ "), min_size=1, max_size=8).map(lambda t: " ".join(t.split()))
PART = st.lists(WORD | st.sampled_from(["and", "others", "van", "de", "Jr."]), max_size=3).map(
    lambda w: " ".join(" ".join(w).split())
)
PERSON = st.builds(Person, PART.filter(bool), PART) | st.builds(Person, PART.filter(bool), literal=st.just(True))


@given(st.lists(PERSON, min_size=1, max_size=3), st.booleans())
def test_any_names_survive(people, others):
    names = Names(tuple(people), others)
    written = write_names(names)
    assert balanced(written)
    again = read_names(written)
    assert [p.inverted for p in again] == [p.inverted for p in names]
    assert again.others == others


@given(st.text(st.sampled_from("aB{},~\\ and\"'")))
def test_any_text_is_read(text):
    again = read_names(write_names(read_names(text)))
    assert [p.inverted for p in again] == [p.inverted for p in read_names(text)]
