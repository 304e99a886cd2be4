"""Lists of names in the shapes that styles and languages give them. The names are invented or well known, the shapes are real."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.values.name_lists import parse_names, read_names, repeated
from citekit.values.names import Person, parse_person

INITIALS = [
    ("Leung VC, Lee KE", "Leung, VC; Lee, KE"),
    ("Leung V C, Lee K E", "Leung, V C; Lee, K E"),
    ("V.C. Leung, K.E. Lee", "Leung, V.C.; Lee, K.E."),
    ("LEUNG, V. C., LEE, K. E.", "LEUNG, V. C.; LEE, K. E."),
    ("Leung,V.C.,Lee,K.E.", "Leung, V.C.; Lee, K.E."),
    ("Darwin C.R., Wallace A.R.", "Darwin, C.R.; Wallace, A.R."),
    ("Darwin, C. -R. and Wallace, A.", "Darwin, C.-R.; Wallace, A."),
    ("Crandall SI, Morgan ED", "Crandall, SI; Morgan, ED"),  # ED are initials, not an editor
    ("Weber Th, Braun K, Ludwig Ch", "Weber, Th; Braun, K; Ludwig, Ch"),
    ("A. Yu. Morozov, Ya. B. Zeldovich", "Morozov, A. Yu.; Zeldovich, Ya. B."),
    ("Zeldovich, Ya.B., Guz', A.", "Zeldovich, Ya.B.; Guz', A."),
    ("Richter, W. v., Braun, K.", "v. Richter, W.; Braun, K."),
    ("Smith, J. Ph. and Jones, A.", "Smith, J. Ph.; Jones, A."),
    ("Brown (J.), Petit (L. M.)", "Brown, J.; Petit, L. M."),  # French archaeologists
]
WHOLE_NAMES = [
    ("Ivona Novak, Seth L. Winter and Polly J. Summer", "Novak, Ivona; Winter, Seth L.; Summer, Polly J."),
    # Chicago Manual of Style 17, 14.76; MLA 9, 5.7: only the first name is turned round
    ("Ward, Geoffrey C., and Ken Burns", "Ward, Geoffrey C.; Burns, Ken"),
    ("Berg, Anna, Louise Meer, and Simon Tal", "Berg, Anna; Meer, Louise; Tal, Simon"),
    ("Berg, Anna Maria, Louise Meer, Simon Tal", "Berg, Anna Maria; Meer, Louise; Tal, Simon"),
    ("Berg, A. K., L. Meer, and S. Tal", "Berg, A. K.; Meer, L.; Tal, S."),
    ("Van de Berg, Anna, and Louise Meer", "Van de Berg, Anna; Meer, Louise"),
    ("Certeau, Michel de, Luce Giard, and Pierre Mayol", "de Certeau, Michel; Giard, Luce; Mayol, Pierre"),
    ("Berg, Anna, Meer, Louise, and Tal, Simon B", "Berg, Anna; Meer, Louise; Tal, Simon B"),
    ("Berg, Anna; Meer, Louise Simone", "Berg, Anna; Meer, Louise Simone"),
    ("Berg, Anna/ Meer, Louise/ Tal, Simon", "Berg, Anna; Meer, Louise; Tal, Simon"),
    ("Berg, Anna. Meer, Louise. Tal, Simon", "Berg, Anna; Meer, Louise; Tal, Simon"),
    ("Berg, AK. Meer, LS. Tal, SB", "Berg, AK; Meer, LS; Tal, SB"),
    ("García Márquez, Gabriel", "García Márquez, Gabriel"),
    ("Berg, Meer and Tal", "Berg; Meer; Tal"),
    ("Berg, Meer, Tal & Roe", "Berg; Meer; Tal; Roe"),
]
FAMILIES = [
    ("G. van Dam, L. Van der Meer, F. Dalla Costa", "van Dam, G.; Van der Meer, L.; Dalla Costa, F."),
    ("A. Roe, R. Garcia Lopez, K. Poe", "Roe, A.; Garcia Lopez, R.; Poe, K."),  # the others have initials alone
    ("Anna Roe, R. Garcia Lopez, Karl Poe", "Roe, Anna; Lopez, R. Garcia; Poe, Karl"),
    ("A. Matos Neto and C. Silva Filho", "Matos Neto, A.; Silva Filho, C."),
    ("Ortega y Gasset, J.", "Ortega y Gasset, J."),
    ("Ramón y Cajal S, López M", "Ramón y Cajal, S; López, M"),
    ("Costa e Silva, A. e Souza, B.", "Costa e Silva, A.; Souza, B."),
    ("Van Till, Anna", "Van Till, Anna"),
    ("DURAND, Anne, Marie DE LA TOUR, Bo FU, Li XIE", "DURAND, Anne; DE LA TOUR, Marie; FU, Bo; XIE, Li"),
    ("LE BON, René", "LE BON, René"),
    ("DE NEVE G, GAO J H", "DE NEVE, G; GAO, J H"),
    ("J. F. GRAY, R. C. REID et P. HOWE", "GRAY, J. F.; REID, R. C.; HOWE, P."),
    ("JI, R. R., LI, Y. & WANG, Q.", "JI, R. R.; LI, Y.; WANG, Q."),
    ("Kim, Y.-W., Lee, S.-K.", "Kim, Y.-W.; Lee, S.-K."),
    ("Chung, Y.S. and Mao Zedong", "Chung, Y.S.; Zedong, Mao"),
    ("김영택, 이명성", "김영택; 이명성"),
    ("이경준.송희경", "이경준; 송희경"),
    ("Иванов И.И., Петров П. П.", "Иванов, И.И.; Петров, П. П."),
    ("И. И. Иванов и П. П. Петров", "Иванов, И. И.; Петров, П. П."),
]
SUFFIXES = [
    ("King III, Martin and Anna Roe", "King, III, Martin; Roe, Anna"),
    ("King, M. L., Jr., & Roe, A.", "King, Jr., M. L.; Roe, A."),
    ("King, M. L. Jr. and R. E. Beck, Jr", "King, Jr., M. L.; Beck, Jr, R. E."),
    ("King Jr. ML, Roe A", "King, Jr., ML; Roe, A"),
    ("King, Martin L., Jr", "King, Jr, Martin L."),
    ("Hammer, J. A., 3rd & Sellers, J. R.", "Hammer, 3rd, J. A.; Sellers, J. R."),
    ("Perritt, III, H. F.", "Perritt, III, H. F."),
    ("Ivanov, IV, Roe, A", "Ivanov, IV; Roe, A"),  # initials
]
AND = [
    ("Roe A und Poe B", "Roe, A; Poe, B"),
    ("A. Roe et B. Poe", "Roe, A.; Poe, B."),
    ("Roe, A. y Poe, B.", "Roe, A.; Poe, B."),
    ("Roe, A., e Poe, B.", "Roe, A.; Poe, B."),
    ("A. Roe, B. Poe ,and C. Doe", "Roe, A.; Poe, B.; Doe, C."),
    ("Roe, A., \\& Poe, B.", "Roe, A.; Poe, B."),
    ("ROE, Anna, Karl BRAUN a Petr NOVÁK", "ROE, Anna; BRAUN, Karl; NOVÁK, Petr"),  # Czech
]
BODIES = [
    ("World Health Organization", "World Health Organization"),
    ("Centers for Disease Control and Prevention", "Centers for Disease Control and Prevention"),
    ("U.S. Department of Health and Human Services", "U.S. Department of Health and Human Services"),
    (
        "National Academies of Sciences, Engineering, and Medicine",
        "National Academies of Sciences, Engineering, and Medicine",
    ),
    ("Ministère de la Culture", "Ministère de la Culture"),
    ("Statistisches Bundesamt", "Statistisches Bundesamt"),
    ("Roe A, Poe B; ALPHA Study Group", "Roe, A; Poe, B; ALPHA Study Group"),
    ("Roe, A., Poe, B. & NIST Data Center", "Roe, A.; Poe, B.; NIST Data Center"),
    ("Roe A, Poe B, on behalf of the ALPHA Investigators", "Roe, A; Poe, B; ALPHA Investigators"),
    ("Roe A, Poe B, for the ALPHA Investigators", "Roe, A; Poe, B; ALPHA Investigators"),
    ("ALPHA Collaboration and BETA Collaboration", "ALPHA Collaboration; BETA Collaboration"),
    (
        "European Commission, Directorate-General for Energy, Roe A",
        "European Commission, Directorate-General for Energy; Roe, A",
    ),
    ("ASTM International (ASTM)", "ASTM International (ASTM)"),
    ("AA. VV.", "AA. VV."),
    ("Press, W. H., Roe, A.", "Press, W. H.; Roe, A."),  # a person
]
DAMAGED = [
    ("R .Gupta ,H .W.Lin ,and M .Wolf", "Gupta, R.; Lin, H.W.; Wolf, M."),  # PDFs of physics journals
    ("M.Wolf and K.Scharn- horst", "Wolf, M.; Scharnhorst, K."),
    ("Roe, A.*, Poe, B.†", "Roe, A.; Poe, B."),
    ("• Roe, Anna", "Roe, Anna"),
    ("Roe, A., Poe, B.C. Doe, D.", "Roe, A.; Poe, B.C.; Doe, D."),  # a comma is missing
    ("J. Roe, R, Poe, K. Doe", "Roe, J.; Poe, R; Doe, K."),  # a comma too many
    ("Smith, A., P", "Smith, A. P"),
    ("Roe AB. Poe CD", "Roe, AB; Poe, CD"),
    ("<i>Roe A, Poe B</i>", "Roe, A; Poe, B"),
    ("Simone Poe and Mauro F Guill ́en", "Poe, Simone; Guillén, Mauro F"),
    ("· ———", "———"),
    ("———", "———"),  # the author of the reference before
]


def said(names):
    return "; ".join(person.inverted for person in names)


@pytest.mark.parametrize(
    ("text", "meant"),
    [*INITIALS, *WHOLE_NAMES, *FAMILIES, *SUFFIXES, *AND, *BODIES, *DAMAGED],
    ids=lambda text: text[:40],
)
def test_list_of_names(text, meant):
    names = parse_names(text)
    assert said(names) == meant
    assert not names.others


CUT = [
    "Roe A, Poe B, et al.", "Roe A, Poe B et al", "Roe A, Poe B, [et al.]", "Roe A, Poe B (et al.)", "Roe A, Poe B, & al.",
    "Roe A, Poe B, et alii", "Roe A, Poe B, etal.", "Roe A, Poe B, and others", "Roe A, Poe B, and 12 others",
    "Roe A, Poe B, … +12 more", "Roe A, Poe B, +2 more", "Roe A, Poe B u. a.", "Roe A, Poe B u.a.", "Roe A, Poe B et coll.",
    "Roe A, Poe B, e col.", "Roe A, Poe B y otros", "Roe A, Poe B, e altri", "Roe A, Poe B et autres", "Roe A, Poe B, и др.",
    "Roe A, Poe B, etc.", "Roe A, Poe B …", "Roe A, Poe B, et al., eds.", "Roe A, Poe B, m. fl.",
]  # fmt: skip


@pytest.mark.parametrize("text", CUT)
def test_a_cut_list_says_so(text):
    names = parse_names(text)
    assert said(names) == "Roe, A; Poe, B"
    assert names.others


@pytest.mark.parametrize("gap", ["…", ". . .", "...", "… &", "(...)"])
def test_apa_leaves_out_the_middle(gap):
    names = parse_names(f"Roe, A., Poe, B., {gap} Zoe, C.")  # APA 7, 9.8
    assert said(names) == "Roe, A.; Poe, B.; Zoe, C."
    assert names.others


ROLES = [
    ("Roe, A., & Poe, B. (Eds.)", "Roe, A.; Poe, B.", "editor"),
    ("Roe, A. (Ed.) & Poe, B. (Ed.)", "Roe, A.; Poe, B.", "editor"),
    ("Anna Roe, Bob Poe (Hrsg.)", "Roe, Anna; Poe, Bob", "editor"),
    ("Anna Roe (Hg.)", "Roe, Anna", "editor"),
    ("Anna Roe (gen. ed.)", "Roe, Anna", "editor"),
    ("ROE A. et POE B. (dir.)", "ROE, A.; POE, B.", "editor"),
    ("Roe A, Poe B, editors", "Roe, A; Poe, B", "editor"),
    ("Roe, Anna, and Bob Poe, eds", "Roe, Anna; Poe, Bob", "editor"),
    ("Anna Roe (coord.)", "Roe, Anna", "editor"),
    ("ROE, Anna; POE, Bob (Orgs.)", "ROE, Anna; POE, Bob", "editor"),
    ("edited by Anna Roe and Bob Poe", "Roe, Anna; Poe, Bob", "editor"),
    ("ed. by Anna Roe", "Roe, Anna", "editor"),
    ("Eds. A. Roe, B. Poe", "Roe, A.; Poe, B.", "editor"),
    ("hrsg. von Anna Roe", "Roe, Anna", "editor"),
    ("édité par Anna Roe", "Roe, Anna", "editor"),
    ("sous la direction de Anna Roe", "Roe, Anna", "editor"),
    ("a cura di Anna Roe", "Roe, Anna", "editor"),
    ("edited and translated by Anna Roe", "Roe, Anna", "editor"),
    ("A. Roe & B. Poe, Trans.", "Roe, A.; Poe, B.", "translator"),
    ("Anna Roe (Übers.)", "Roe, Anna", "translator"),
    ("Anna Roe (comp.)", "Roe, Anna", "compiler"),
    ("Roe A, Poe ED", "Roe, A; Poe, ED", ""),
    ("Vitali, Ed", "Vitali, Ed", ""),
    ("Comperoni, Dirk; Transue, E.", "Comperoni, Dirk; Transue, E.", ""),
]


@pytest.mark.parametrize(("text", "people", "role"), ROLES, ids=[text for text, _, _ in ROLES])
def test_what_the_people_did(text, people, role):
    names, what = read_names(text)
    assert said(names) == people
    assert what == role


# ---------------------------------------------------------------- what holds for every list

families = st.sampled_from(["Reddy", "El-Shanti", "García", "Løkke", "Nguyen", "van Dam", "Иванов", "O'Brien"])
initials = st.lists(st.sampled_from("ABEHJKMST"), min_size=1, max_size=2)
people = st.lists(st.tuples(families, initials), min_size=1, max_size=6)
STYLES = {
    "Vancouver": (lambda family, letters: f"{family} {''.join(letters)}", ", ", ", "),
    "APA": (lambda family, letters: f"{family}, {' '.join(f'{letter}.' for letter in letters)}", ", ", ", & "),
    "IEEE": (lambda family, letters: f"{' '.join(f'{letter}.' for letter in letters)} {family}", ", ", ", and "),
    "ACS": (lambda family, letters: f"{family}, {' '.join(f'{letter}.' for letter in letters)}", "; ", "; "),
    "DIN": (lambda family, letters: f"{family}, {''.join(f'{letter}.' for letter in letters)}", "; ", " und "),
}


@pytest.mark.parametrize("style", STYLES)
@given(listed=people)
def test_every_style_gives_the_people_back(style, listed):
    printed, between, before_the_last = STYLES[style]
    names = [printed(*person) for person in listed]
    text = before_the_last.join([between.join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
    read = parse_names(text)
    assert [f"{p.particle} {p.family}".strip() for p in read] == [family for family, _ in listed]
    assert [re.sub(r"[. ]", "", p.given) for p in read] == ["".join(letters) for _, letters in listed]


words = st.sampled_from(
    [
        "Anna",
        "Roe",
        "van",
        "K.",
        "AB",
        "J.-P.",
        "Müller",
        "BRAUN",
        "LE",
        "Jr.",
        "III",
        ",",
        ";",
        "Garcia",
        "김영택",
        "(X)",
        "—",
        "Th.",
    ]
)


@given(st.lists(words, max_size=14))
def test_no_letter_of_a_name_is_lost(listed):
    read = parse_names(" ".join(listed))
    letters = sorted(c for person in read for c in person.inverted if c.isalpha())
    assert letters == sorted(c for word in listed for c in word if c.isalpha())


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from("Roe A. , ; & and et al (Eds.) von y . - … ’".split(" ")), max_size=20).map(" ".join)
)
def test_any_text_gives_names(text):
    for person in parse_names(text):
        assert isinstance(person, Person)
        assert person.inverted.strip()


@given(people)
def test_printed_family_first_it_reads_the_same(listed):
    for family, letters in listed:
        person = parse_person(f"{family}, {' '.join(letters)}")
        assert parse_person(person.inverted) == person
        assert list(parse_names(person.inverted)) == [person]


@pytest.mark.parametrize(
    ("names", "before", "meant"),
    [
        ("———", "Roe, Anna and Poe, Bert", "Roe, Anna and Poe, Bert"),
        ("———.", "Roe, Anna", "Roe, Anna"),
        ("———, and Bert Poe", "Roe, Anna", "Roe, Anna and Poe, Bert"),
        ("———, and B. Poe", "Roe, Anna and Coe, Ida", "Roe, Anna and Poe, B."),  # one dash, one author
        ("--, --, and X. Niu", "Roe, Anna and Coe, Ida and Moe, Eva", "Roe, Anna and Coe, Ida and Niu, X."),
        ("--, and --", "Roe, Anna and Coe, Ida and Moe, Eva", "Roe, Anna and Coe, Ida"),
        ("--, --, and X. Niu", "Roe, Anna", "-- and -- and Niu, X."),  # more dashes than people
        ("Poe, Bert", "Roe, Anna", "Poe, Bert"),  # a name is nobody else's
        ("———", "", "———"),
    ],
)
def test_a_dash_repeats_the_names_before(names: str, before: str, meant: str) -> None:
    whole = repeated(parse_names(names), parse_names(before))
    assert " and ".join(person.inverted for person in whole) == meant
