"""Names as pages print them. Rows come from the five pages in bib/sources unless a comment names another place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values.name_lists import parse_names
from citekit.values.names import Names, Person, initials, parse_person, same_person

ONE_NAME = [
    ("Leung VC", "Leung", "VC"),
    ("García González MA", "García González", "MA"),
    ("McDonagh AJ", "McDonagh", "AJ"),
    ("Goldbach-Mansky R", "Goldbach-Mansky", "R"),
    ("Lee, Chyi Chia R.", "Lee", "Chyi Chia R."),
    ("Annet Van Royen-Kerkhoff", "Van Royen-Kerkhoff", "Annet"),
    ("P. Van Martin Hagen", "Hagen", "P. Van Martin"),
    ("A. Elisabeth Hak", "Hak", "A. Elisabeth"),
    ("Willets K A", "Willets", "K A"),  # IOP journals
    ("LEE KE", "LEE", "KE"),  # capitals throughout
    ("J.-Y. Le Boudec", "Le Boudec", "J.-Y."),
    ("Ivanov, IV", "Ivanov", "IV"),  # initials, not *the fourth*
    ("Madonna", "Madonna", ""),
]


@pytest.mark.parametrize(("text", "family", "given"), ONE_NAME)
def test_family_and_given(text, family, given):
    person = parse_person(text)
    assert (person.family, person.given) == (family, given)


# BibTeX's own grammar (btxdoc, "Tame the BeaST" ch. 11) agrees on all of these.
PARTICLES = [
    ("van Royen-Kerkhoff A", "van", "Royen-Kerkhoff"),
    ("de Jesus AA", "de", "Jesus"),
    ("Ludwig van Beethoven", "van", "Beethoven"),
    ("van der Berg, J.", "van der", "Berg"),
    ("Royen, A. van", "van", "Royen"),
    ("Di Giovine FS", "", "Di Giovine"),
]


@pytest.mark.parametrize(("text", "particle", "family"), PARTICLES)
def test_particle_goes_with_the_family_name(text, particle, family):
    person = parse_person(text)
    assert (person.particle, person.family) == (particle, family)


@pytest.mark.parametrize(
    ("text", "suffix"),
    [("King, Jr., Martin Luther", "Jr."), ("Costa Jr E", "Jr"), ("Smith, John, III", "III"), ("John Smith", "")],
)
def test_suffix(text, suffix):
    assert parse_person(text).suffix == suffix


LISTS = [
    ("Leung VC, Lee KE", ["Leung, VC", "Lee, KE"], False),
    ("Kim PW, Ilikkan B, et al.", ["Kim, PW", "Ilikkan, B"], True),
    ("Mengesha, Y. M., & Bennett, M. L.", ["Mengesha, Y. M.", "Bennett, M. L."], False),  # APA
    ("Butler, J. R. A., Du Toit, J. T., and Bingham, J.", ["Butler, J. R. A.", "Du Toit, J. T.", "Bingham, J."], False),
    ("Ivona Aksentijevich, Seth L. Masters", ["Aksentijevich, Ivona", "Masters, Seth L."], False),
    ("K. Alzoubi, P. Wan, and O. Frieder", ["Alzoubi, K.", "Wan, P.", "Frieder, O."], False),  # BibTeX's plain
    ("Hokari R, Kanamori Y and Hane K", ["Hokari, R", "Kanamori, Y", "Hane, K"], False),  # Y is no Spanish *and*
    ("Leong E S P, Wu S J and Liu Y J", ["Leong, E S P", "Wu, S J", "Liu, Y J"], False),
    ("Ming-Ling Lo, Chinya V. Ravishankar", ["Lo, Ming-Ling", "Ravishankar, Chinya V."], False),  # ACM
    ("Wu, J.-Y.; Maady, A.; et al.", ["Wu, J.-Y.", "Maady, A."], True),  # Wikipedia
    ("Smith, John, and Jane Doe", ["Smith, John", "Doe, Jane"], False),  # Chicago
    ("World Health Organization", ["World Health Organization"], False),
    ("National Institute for Health and Care Excellence", ["National Institute for Health and Care Excellence"], False),
    ("Chung KC, Song JW, WRIST Study Group", ["Chung, KC", "Song, JW", "WRIST Study Group"], False),
    ("Thomas DW, Greer FR; American Academy of Pediatrics Committee on Nutrition",
     ["Thomas, DW", "Greer, FR", "American Academy of Pediatrics Committee on Nutrition"], False),
    ("C.A.R. Hoare et al", ["Hoare, C.A.R."], True),
    ("", [], False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "others"), LISTS)
def test_list_of_names(text, people, others):
    names = parse_names(text)
    assert [person.inverted for person in names] == people
    assert names.others is others


SAME = [
    ("Pham, Tuyet Hang", "Pham, TH"),
    ("El-Shanti, Hatem I.", "El-Shanti, H"),
    ("van Royen-Kerkhoff, A", "Van Royen-Kerkhoff, Annet"),
    ("Hagen, P. Van Martin", "van Hagen, PM"),
    ("Løkke, E", "Lokke, E"),
]
NOT_SAME = [("Lee, SH", "Lee, TW"), ("Kim, MJ", "Kim, SW"), ("Reddy, S", "Reed, S")]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_person_in_two_spellings(a, b):
    assert same_person(parse_person(a), parse_person(b))


@pytest.mark.parametrize(("a", "b"), NOT_SAME)
def test_two_people(a, b):
    assert not same_person(parse_person(a), parse_person(b))


@pytest.mark.parametrize(("given", "letters"), [("Hatem I.", "hi"), ("Jean-Luc", "jl"), ("AB", "ab"), ("J.-P.", "jp")])
def test_initials(given, letters):
    assert initials(Person("X", given)) == letters


@given(st.text(max_size=200))
def test_any_text_gives_names(text):
    assert isinstance(parse_names(text), Names)
    assert isinstance(parse_person(text).inverted, str)


names = st.builds(
    Person,
    family=st.sampled_from(["Reddy", "El-Shanti", "García González", "Løkke", "Di Giovine"]),
    given=st.sampled_from(["S", "Hatem I.", "MA", "Ivona"]),
    particle=st.sampled_from(["", "van", "de la"]),
    suffix=st.sampled_from(["", "Jr."]),
)


@given(names)
def test_inverted_name_reads_back(person):
    assert parse_person(person.inverted) == person
