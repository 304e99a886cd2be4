"""Names in their parts: particles and suffixes, orders and dress of the parts. Examples of our own; the rules are those of CSL 1.0.2
("Name-part Order", "Name-part Formatting", "Name Particles") and of the CSL test suite's fixtures that are named."""

from __future__ import annotations

import pytest
from csl.names.little_style import authors, names_xml, printed

from citekit.csl import marks
from citekit.csl.names.particles import parted_family, parted_given

FAMILIES = [
    # name_ParticlesDemoteNonDroppingNever, name_ParticleCaps3, name_HyphenatedNonDroppingParticle1
    ("van Dongen", "van ", "Dongen"),
    ("van der Meulen-Roos", "van der ", "Meulen-Roos"),
    ("Van Dongen", "", "Van Dongen"),
    ("in 't Veld", "in 't ", "Veld"),
    ("'t Hooft", "'t ", "Hooft"),
    ("v. Dongen", "v. ", "Dongen"),
    ("d'Orsay", "d'", "Orsay"),
    ("d’Orsay", "d’", "Orsay"),
    ("L'Isle", "", "L'Isle"),
    ("al-Kindi", "al-", "Kindi"),
    ("de' Rossi", "de' ", "Rossi"),
    ("Meulen-van Roos", "", "Meulen-van Roos"),
    ("hooks", "", "hooks"),
    ("jean-marie", "", "jean-marie"),
    ("van", "", "van"),
    ("عبد الله", "", "عبد الله"),
]


@pytest.mark.parametrize(("family", "particle", "rest"), FAMILIES)
def test_particles_in_family_names(family, particle, rest):
    assert parted_family(family) == (particle, rest)


GIVEN = [
    # name_ParticleParse1, name_ParsedCommaDelimitedDroppingParticle…, magic_NameSuffixNoComma, magic_NameSuffixWithComma
    ("Achim", ("Achim", "", "", False)),
    ("Achim von", ("Achim", " von", "", False)),
    ("Achim von und zu", ("Achim", " von und zu", "", False)),
    ("Benoît d'", ("Benoît", " d'", "", False)),
    ("Benoît, abbé d'", ("Benoît", ", abbé d'", "", False)),
    ("Carl, III", ("Carl", "", "III", False)),
    ("Carl,! Jr.", ("Carl", "", "Jr.", True)),
    ("Carl Maria von", ("Carl Maria", " von", "", False)),
    ("bell", ("bell", "", "", False)),
    ("e. e.", ("e. e.", "", "", False)),
    ("Carl,", ("Carl,", "", "", False)),
]


@pytest.mark.parametrize(("given", "parts"), GIVEN)
def test_what_stands_behind_given_names(given, parts):
    assert tuple(parted_given(given)) == parts


FULL = {
    "given": "Gaston",
    "dropping-particle": "de",
    "non-dropping-particle": "la",
    "family": "Tour",
    "suffix": "III",
}
ALL = '<name name-as-sort-order="all"/>'
SHORT = '<name form="short"/>'

ORDERS = [
    # cs:name, demote-non-dropping-particle, name, printed: CSL 1.0.2, "Name-part Order"
    ("<name/>", "never", FULL, "Gaston de la Tour III"),
    (ALL, "never", FULL, "la Tour, Gaston de, III"),
    (ALL, "sort-only", FULL, "la Tour, Gaston de, III"),
    (ALL, "display-and-sort", FULL, "Tour, Gaston de la, III"),
    (SHORT, "display-and-sort", FULL, "la Tour"),
    ('<name form="short" name-as-sort-order="all"/>', "never", FULL, "la Tour"),
    ('<name name-as-sort-order="all" sort-separator=" "/>', "never", FULL, "la Tour Gaston de III"),
    ("<name/>", "never", {**FULL, "comma-suffix": True}, "Gaston de la Tour, III"),
    (ALL, "never", {**FULL, "comma-suffix": True}, "la Tour, Gaston de, III"),
    (SHORT, "never", {"family": "Humboldt", "given": "Achim von"}, "Humboldt"),
    (ALL, "never", {"family": "Humboldt", "given": "Achim von"}, "Humboldt, Achim von"),
    ("<name/>", "never", {"family": "Humboldt", "given": "Achim von"}, "Achim von Humboldt"),
    ("<name/>", "never", {"family": "Aubert", "given": "Benoît d'"}, "Benoît d’Aubert"),
    (ALL, "never", {"family": "Aubert", "given": "Benoît, abbé d'"}, "Aubert, Benoît, abbé d’"),
    ("<name/>", "never", {"family": "Aubert", "given": "Benoît, abbé d'"}, "Benoît, abbé d’Aubert"),
    (ALL, "display-and-sort", {"family": "al-Kindi", "given": "Yusuf"}, "Kindi, Yusuf al-"),
    (SHORT, "display-and-sort", {"family": "al-Kindi", "given": "Yusuf"}, "al-Kindi"),
    (ALL, "never", {"family": "Kindi", "given": "Yusuf", "non-dropping-particle": "al-"}, "al-Kindi, Yusuf"),
    (ALL, "never", {"family": '"van Dongen"', "given": "Kees"}, "van Dongen, Kees"),
    (ALL, "display-and-sort", {"family": "van Dongen", "given": "Kees"}, "Dongen, Kees van"),
    (ALL, "never", {"family": "Madonna"}, "Madonna"),
    (ALL, "never", {"given": "Banksy"}, "Banksy"),
    ('<name initialize-with="."/>', "never", {"given": "Banksy"}, "Banksy"),
    (ALL, "never", {"literal": "World Data Centre"}, "World Data Centre"),
    (SHORT, "never", {"literal": "World Data Centre"}, "World Data Centre"),
    # names in Chinese, Japanese and Korean letters: family name first, no space, no separator
    ("<name/>", "never", {"family": "山田", "given": "花子"}, "山田花子"),
    (ALL, "never", {"family": "山田", "given": "花子"}, "山田花子"),
    ('<name initialize-with="."/>', "never", {"family": "김", "given": "철수"}, "김철수"),
    (SHORT, "never", {"family": "山田", "given": "花子"}, "山田"),
    (ALL, "never", {"family": "Yamada", "given": "花子"}, "Yamada, 花子"),
    ("<name/>", "never", {"family": "كاتب", "given": "ليلى"}, "ليلى كاتب"),
    ("<name/>", "never", {"family": "Nguyễn", "given": "Ánh", "static-ordering": True}, "Nguyễn Ánh"),
    (ALL, "never", {"family": "Nguyễn", "given": "Ánh", "static-ordering": True}, "Nguyễn Ánh"),
]


@pytest.mark.parametrize(("name", "demote", "person", "text"), ORDERS)
def test_the_order_of_the_parts(name, demote, person, text):
    assert printed(names_xml(name), authors(person), demote_non_dropping_particle=demote) == text


def test_affixes_of_parts_go_around_what_belongs_to_them():
    # CSL 1.0.2, "Name-part Formatting"
    parts = '<name-part name="family" prefix="(" suffix=")"/><name-part name="given" prefix="[" suffix="]"/>'
    inverted = names_xml(f'<name name-as-sort-order="all" sort-separator=" ">{parts}</name>')
    assert printed(names_xml(f"<name>{parts}</name>"), authors(FULL)) == "[Gaston] (de la Tour III)"
    assert printed(inverted, authors(FULL), demote_non_dropping_particle="sort-only") == "(la Tour) [Gaston de] III"
    assert printed(inverted, authors(FULL)) == "(Tour) [Gaston de la] III"


def test_each_part_has_its_own_dress():
    parts = '<name-part name="family" font-weight="bold"/><name-part name="given" font-style="italic"/>'
    shown = printed(names_xml(f"<name>{parts}</name>"), authors(FULL))
    bold, italic = (lambda text, mark=mark: marks.wrap(mark, text) for mark in (marks.BOLD, marks.ITALIC))
    assert shown == f"{italic('Gaston')} {italic('de')} {bold('la')} {bold('Tour')} III"


def test_institutions_are_dressed_as_family_names():
    # CSL test suite, name_InstitutionDecoration
    upper = '<name><name-part name="family" text-case="uppercase"/></name>'
    assert printed(names_xml(upper), authors({"literal": "Data Centre"})) == "DATA CENTRE"


@pytest.mark.parametrize(
    ("person", "text"),
    [
        ({"family": "O'Hara", "given": "Jun'ichi"}, "Jun’ichi O’Hara"),
        ({"family": "in 't Veld", "given": "Kees"}, "Kees in ’t Veld"),
        ({"family": "Roe\ufdd0", "given": "\ufdefJane"}, "Jane Roe"),
        ({"family": "Roe", "given": ["Jane"]}, "Roe"),
        ({"family": "Roe", "given": None}, "Roe"),
        ({"family": 3, "given": "Jane"}, "Jane 3"),
        ({"family": {"x": 1}}, ""),
        ({"family": "", "given": " "}, ""),
        ({}, ""),
    ],
)
def test_odd_names(person, text):
    assert printed(names_xml(), authors(person)) == text


@pytest.mark.parametrize("author", [None, 5, {}, [], [None, "x", 7], [[]], ""])
def test_what_is_no_list_of_names_is_nothing(author):
    assert printed(names_xml(), {"author": author}) == ""


def test_a_text_for_names_is_printed_as_it_is():
    assert printed(names_xml(), {"author": "Data Centre"}) == "Data Centre"


@pytest.mark.parametrize("letters", ["van ", "a, ", "'", "' ", "d'", "-", "x'y ", "<", "é "])
def test_a_megabyte_of_a_name_takes_no_time(letters):
    name = letters * (200_000 // len(letters))
    printed(names_xml('<name initialize-with="."/>'), authors({"family": name, "given": name}))
