"""Names by the rules of *BibTeXing* §4 and *Tame the BeaST* §11 (whose examples these partly are)."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.bibtex.names import read_names, write_names
from citekit.values.latex import balanced, decode
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
    (Person("Garcia y Vega", "Juan"), "{Garcia y Vega}, Juan"),
    (Person("Álvarez Ruiz", "Ana"), "{Álvarez Ruiz}, Ana"),  # to BibTeX the first letter of Álvarez is an l
    (Person("Ó Murchú"), "{Ó Murchú}"),  # and not `Ó Murchú,`: a comma at the end is an error to BibTeX
    (Person("King", suffix="Jr."), "King, Jr., {}"),
    (Person("Hooft", particle="van"), "van Hooft"),
    (Person("Hooft", "G.", "'t"), "'t Hooft, G."),
    (Person("Sartre", "Jean-Paul"), "Sartre, Jean-Paul"),
    (Person("others", "A."), "others, A."),
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


def split(person: Person) -> tuple[str, str, str, str]:
    return person.particle, person.family, person.given, person.suffix


PEOPLE = [
    Person("Fontaine", "Jean", "de la"), Person("Álvarez Ruiz", "Ana María"), Person("Garcia y Vega", "Juan"), Person("King", "M. L.", "", "Jr."),
    Person("de Souza", "Ana"), Person("Sartre", "Jean-Paul"), Person("Berg", "Å.-M. Ø.", "van den"), Person("Smith, Sons", "A"),
    Person("Hooft", "G.", "'t"), Person("R&D", "50%"), Person("İnan", "ß"), Person("Plato"), Person("others", "A."), Person("III", "and"),
    Person("Simon and Schuster", literal=True), Person("World Health Organization", literal=True), Person("Smith and Sons", "J."),
]  # fmt: skip


@pytest.mark.parametrize("person", PEOPLE)
def test_pybtex_and_bibtexparser_read_the_same_people(person):
    """Two independent readings of the same rules."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
    from pybtex.bibtex.utils import split_name_list
    from pybtex.database import Person as Other

    written = write_names(Names((Person("First", "A."), person), others=True))
    assert len(split_name_list(written)) == len(split_multiple_persons_names(written)) == 3
    one = split_name_list(written)[1]
    assert one == split_multiple_persons_names(written)[1]
    theirs = Other(one)
    found = (theirs.prelast_names, theirs.last_names, theirs.first_names + theirs.middle_names, theirs.lineage_names)
    assert tuple(decode(" ".join(part)) for part in found) == split(person)
    parts = parse_single_name_into_parts(one, strict=True)
    assert tuple(decode(" ".join(part)) for part in (parts.von, parts.last, parts.first, parts.jr)) == split(person)


STYLE = """ENTRY {author}{}{} READ
FUNCTION {misc} { author #1 "{vv}|{ll}|{ff}|{jj}" format.name$ write$ newline$ } FUNCTION {default.type} {misc}
ITERATE {call.type$}
"""


@pytest.mark.skipif(not shutil.which("bibtex"), reason="BibTeX is not installed")
def test_bibtex_itself_reads_the_same_people(tmp_path):
    entries = (f"@misc{{k{n}, author = {{{write_names(Names((person,)))}}}}}" for n, person in enumerate(PEOPLE))
    (tmp_path / "x.bst").write_text(STYLE)
    (tmp_path / "x.bib").write_text("\n".join(entries), encoding="utf-8")
    (tmp_path / "x.aux").write_text("\\citation{*}\n\\bibstyle{x}\n\\bibdata{x}\n")
    told = subprocess.run(["bibtex", "x"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert told.returncode == 0, told.stdout
    lines = (tmp_path / "x.bbl").read_text("utf-8").splitlines()
    assert [tuple(map(decode, line.split("|"))) for line in lines] == [split(person) for person in PEOPLE]
