"""Author fields as databases export them. The names are invented, the shapes are those of the database named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values.name_exports import parse_exported
from citekit.values.names import Person

SHAPES = [
    ("Smith, J. A. and Roe, Richard", "Smith, J. A.; Roe, Richard"),  # BibTeX
    ("Smith, Jane", "Smith, Jane"),
    ("van der Berg, Anna Maria", "van der Berg, Anna Maria"),
    ("Van de Berg, Anna H.", "Van de Berg, Anna H."),
    ("Garcia Lopez, Maria E.", "Garcia Lopez, Maria E."),
    ("King, Jr., M. L. and Roe, R.", "King, Jr., M. L.; Roe, R."),
    ("Smith JA, Roe R", "Smith, JA; Roe, R"),  # PubMed
    ("Smith JA", "Smith, JA"),
    ("van der Berg A, O'Neill T", "van der Berg, A; O'Neill, T"),
    ("Smith J. A., Roe R.", "Smith, J. A.; Roe, R."),  # Scopus, once
    ("Smith, J.A.; Roe, R.", "Smith, J.A.; Roe, R."),  # Scopus, Web of Science
    ("Smith, J;Roe, R", "Smith, J; Roe, R"),
    ("Smith, P. E.; Poe, N. C.; and Roe, J. A", "Smith, P. E.; Poe, N. C.; Roe, J. A"),
    ("J. Smith and R. Roe", "Smith, J.; Roe, R."),
    ("Jane Smith and Richard Roe", "Smith, Jane; Roe, Richard"),
    ("Jane Smith, Richard Q. Roe", "Smith, Jane; Roe, Richard Q."),  # DBLP
    ("Bin Li, Dennis Roe", "Li, Bin; Roe, Dennis"),
    ("Smith K.Roe R. A.", "Smith, K.; Roe, R. A."),  # EndNote, run together
    ("O S. J.Zimmer J. L.Di Lisa F.van Dam P.", "O, S. J.; Zimmer, J. L.; Di Lisa, F.; van Dam, P."),
    ("Müller Ü.Öz K.", "Müller, Ü.; Öz, K."),
    ("C.G.Brown; J.Smith", "Brown, C.G.; Smith, J."),
    ("Smith, J. A., R. Roe, and M. Poe", "Smith, J. A.; Roe, R.; Poe, M."),  # a printed list
    ("Smith, J. A. & Roe R", "Smith, J. A.; Roe, R"),
    ("", ""),
    (",;", ""),
]
CUT = [
    ("Smith, J. and others", "Smith, J."),  # BibTeX
    ("Smith J, Roe R, et al.", "Smith, J; Roe, R"),
    ("Smith J et al", "Smith, J"),
    ("Smith, J. and Roe, R. et al.", "Smith, J.; Roe, R."),
    ("Smith K.Roe R.et al.", "Smith, K.; Roe, R."),
    ("et al.", ""),
]
BODIES = [
    ("World Health Organization", ["World Health Organization"]),
    ("Smith, J. and {Health and Safety Executive}", ["Health and Safety Executive"]),
    ("{WHO} and Smith, J.", ["WHO"]),
    ("Jane Smith, Stanford University", ["Stanford University"]),
]


def shown(names):
    return "; ".join(person.inverted for person in names)


@pytest.mark.parametrize(("text", "meant"), SHAPES)
def test_shapes(text, meant):
    names = parse_exported(text)
    assert (shown(names), names.others) == (meant, False)


@pytest.mark.parametrize(("text", "meant"), CUT)
def test_cut_lists(text, meant):
    names = parse_exported(text)
    assert (shown(names), names.others) == (meant, True)


@pytest.mark.parametrize(("text", "bodies"), BODIES)
def test_bodies(text, bodies):
    assert [person.family for person in parse_exported(text) if person.literal] == bodies


def test_nobody_is_nobody():
    assert not parse_exported("[No authors listed]")


FAMILIES = st.from_regex(r"[A-Z][a-z]{3,8}", fullmatch=True)
INITIALS = st.from_regex(r"[B-H]\.( [B-H]\.)?", fullmatch=True)
PEOPLE = st.lists(st.builds(Person, FAMILIES, INITIALS), min_size=1, max_size=6)
WAYS = {
    "BibTeX": lambda people: " and ".join(f"{p.family}, {p.given}" for p in people),
    "semicolons": lambda people: "; ".join(f"{p.family}, {p.given}" for p in people),
    "commas": lambda people: ", ".join(f"{p.family} {p.given}" for p in people),
    "given first": lambda people: " and ".join(f"{p.given} {p.family}" for p in people),
    "run together": lambda people: "".join(f"{p.family} {p.given}" for p in people),
}


@pytest.mark.parametrize("way", WAYS)
@given(people=PEOPLE)
def test_every_way_gives_the_same_people(way, people):
    assert list(parse_exported(WAYS[way](people))) == people


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    parse_exported(text)


@pytest.mark.parametrize(
    "text", ["A." * 200_000, "{" * 200_000, "a, " * 100_000, " and " * 100_000, "Smith K." * 100_000]
)
def test_nasty_text_is_read_in_time(text):
    parse_exported(text)


@pytest.mark.parametrize("end", [", …", ", ...", "; …", ", \xa1\xad", " -", ", et al."])
def test_what_stands_for_more_names_is_no_name(end):
    names = parse_exported(f"P Bernstein{end}")
    assert [(person.family, person.given) for person in names] == [("Bernstein", "P")]
    assert names.others
