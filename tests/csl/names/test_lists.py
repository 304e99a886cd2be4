"""Lists of names: what stands between them, et al., labels, sorting. The rules and many examples are those of CSL 1.0.2 ("Name", "Et-al",
"Label in cs:names", "Sorting Macros")."""

from __future__ import annotations

import pytest
from csl.names.little_style import TERMS, Words, authors, names_node, names_xml, printed

from citekit.csl import marks
from citekit.csl.rendering import EtAl, Rendering

TWO = authors("Doe, J.", "Williams, T.")
THREE = authors("Doe, J.", "Smith, S.", "Williams, T.")

BETWEEN = [
    # attributes of cs:name, item, printed
    ("", THREE, "J. Doe, S. Smith, T. Williams"),
    ('delimiter="; "', THREE, "J. Doe; S. Smith; T. Williams"),
    ('and="symbol"', TWO, "J. Doe & T. Williams"),
    ('and="text"', TWO, "J. Doe and T. Williams"),
    ('and="text"', THREE, "J. Doe, S. Smith, and T. Williams"),
    ('and="text" delimiter-precedes-last="always"', TWO, "J. Doe, and T. Williams"),
    ('and="text" delimiter-precedes-last="never"', THREE, "J. Doe, S. Smith and T. Williams"),
    ('delimiter-precedes-last="never"', THREE, "J. Doe, S. Smith, T. Williams"),
    (
        'and="text" name-as-sort-order="first" delimiter-precedes-last="after-inverted-name"',
        TWO,
        "Doe, J., and T. Williams",
    ),
    (
        'and="text" name-as-sort-order="first" delimiter-precedes-last="after-inverted-name"',
        THREE,
        "Doe, J., S. Smith and T. Williams",
    ),
    (
        'and="symbol" name-as-sort-order="all" delimiter-precedes-last="after-inverted-name"',
        authors({"literal": "Data Centre"}, {"literal": "Data Office"}),
        "Data Centre & Data Office",
    ),
    ('et-al-min="3" et-al-use-first="1"', THREE, "J. Doe et al."),
    ('et-al-min="3" et-al-use-first="2"', THREE, "J. Doe, S. Smith, et al."),
    ('et-al-min="4" et-al-use-first="1"', THREE, "J. Doe, S. Smith, T. Williams"),
    ('et-al-min="3"', THREE, "J. Doe, S. Smith, T. Williams"),
    ('et-al-min="3" et-al-use-first="3"', THREE, "J. Doe, S. Smith, T. Williams"),
    ('et-al-min="2" et-al-use-first="0"', THREE, ""),  # CSL test suite, etal_UseZeroFirst
    ('et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', THREE, "J. Doe, et al."),
    ('et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"', THREE, "J. Doe, S. Smith et al."),
    (
        'et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="after-inverted-name" name-as-sort-order="first"',
        THREE,
        "Doe, J., et al.",
    ),
    (
        'et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="after-inverted-name" name-as-sort-order="first"',
        THREE,
        "Doe, J., S. Smith et al.",
    ),
    ('et-al-min="3" et-al-use-first="1" et-al-use-last="true" and="text"', THREE, "J. Doe, … T. Williams"),
    ('et-al-min="3" et-al-use-first="2" et-al-use-last="true"', THREE, "J. Doe, S. Smith, et al."),
    ('form="count"', THREE, "3"),
    ('form="count" et-al-min="3" et-al-use-first="1"', THREE, "1"),
    # affixes of cs:name are those of each person, as the reference processor prints them
    ('prefix="[" suffix="]"', TWO, "[J. Doe], [T. Williams]"),
    ('suffix=" (dir.)"', authors("Doe, J.", {"literal": "NASA"}), "J. Doe (dir.), NASA"),
    # two institutions have no comma between them, as the reference processor prints them
    ('and="text" delimiter-precedes-last="always"', authors({"literal": "NASA"}, {"literal": "ESA"}), "NASA and ESA"),
    ('and="text" delimiter-precedes-last="always"', authors({"literal": "NASA"}, "Doe, J."), "NASA, and J. Doe"),
]


@pytest.mark.parametrize(("attributes", "item", "text"), BETWEEN)
def test_what_stands_between_names(attributes, item, text):
    assert printed(names_xml(f"<name {attributes}/>"), item) == text


def test_name_options_are_inherited_and_overridden():
    inherited = {"name-delimiter": "/", "name-form": "short", "et-al-min": "3", "et-al-use-first": "2", "and": "text"}
    assert printed(names_xml(), THREE, inherited) == "Doe/Smith/et al."
    assert printed(names_xml('<name et-al-min="9" form="long"/>'), TWO, inherited) == "J. Doe and T. Williams"
    assert printed(
        names_xml(variable="author editor"), {**TWO, "editor": TWO["author"]}, {"names-delimiter": " | "}
    ) == ("J. Doe, T. Williams | J. Doe, T. Williams")


def test_et_al_has_its_own_term_and_dress():
    xml = names_xml('<name et-al-min="2" et-al-use-first="1"/><et-al term="and others" font-style="italic"/>')
    assert printed(xml, TWO) == f"J. Doe {marks.wrap(marks.ITALIC, 'and others')}"


def test_east_asian_words_stand_without_spaces():
    # CSL test suite, name_EtAlWithCombined, name_EtAlKanji
    words = Words({("et-al", "long"): "等", ("and", "long"): "和"})
    cut = names_node(names_xml('<name et-al-min="2" et-al-use-first="1"/>'), terms=words)
    assert cut(Rendering(TWO)) == "J. Doe等"
    assert names_node(names_xml('<name and="text"/>'), terms=words)(Rendering(TWO)) == "J. Doe和T. Williams"


def test_affixes_and_fonts_of_names_enclose_all():
    xml = '<names variable="editor translator" delimiter="; " prefix="(" suffix=")" font-style="italic"><label prefix=", "/></names>'
    item = {"editor": TWO["author"], "translator": [{"family": "Roe"}]}
    assert printed(xml, item) == f"({marks.ITALIC}J. Doe, T. Williams, editors; Roe, translator{marks.CLOSE})"


LABELS = [
    ('<name/><label prefix=" (" suffix=")"/>', ["Doe, J."], "J. Doe (editor)"),
    ('<name/><label form="short" prefix=" (" suffix=")"/>', ["Doe, J.", "Roe, J."], "J. Doe, J. Roe (eds.)"),
    ('<name/><label form="short" strip-periods="true" prefix=" "/>', ["Doe, J."], "J. Doe ed"),
    ('<label form="verb" suffix=" "/><name/>', ["Doe, J.", "Roe, J."], "edited by J. Doe, J. Roe"),
    ('<name/><label plural="always" prefix=" "/>', ["Doe, J."], "J. Doe editors"),
    ('<name/><label plural="never" prefix=" "/>', ["Doe, J.", "Roe, J."], "J. Doe, J. Roe editor"),
    ('<name et-al-min="2" et-al-use-first="1"/><label prefix=" "/>', ["Doe, J.", "Roe, J."], "J. Doe et al. editors"),
    ('<label prefix=", "/>', ["Doe, J."], "J. Doe, editor"),
]


@pytest.mark.parametrize(("inside", "names", "text"), LABELS)
def test_labels(inside, names, text):
    assert printed(names_xml(inside, "editor"), {"editor": authors(*names)["author"]}) == text


def test_editors_who_translate_are_named_once():
    # CSL 1.0.2, "Names": editortranslator
    xml = '<names variable="editor translator" delimiter=", "><name/><label prefix=" (" suffix=")"/></names>'
    both = {"editor": TWO["author"], "translator": TWO["author"]}
    assert printed(xml, both) == "J. Doe, T. Williams (editors & translators)"
    others = {"editor": TWO["author"], "translator": THREE["author"]}
    assert printed(xml, others) == "J. Doe, T. Williams (editors), J. Doe, S. Smith, T. Williams (translators)"
    empty = Words({**TERMS, ("editor-translator", "long"): ""})
    assert (
        names_node(xml, terms=empty)(Rendering(both))
        == "J. Doe, T. Williams (editors), J. Doe, T. Williams (translators)"
    )
    count = '<names variable="editor translator"><name form="count"/></names>'
    assert (printed(count, both), printed(count, others)) == ("2", "5")
    assert (
        printed(names_xml(variable="editor-translator"), both) == ""
    )  # styles name both, as the reference processor has it


def test_groups_learn_what_was_called_and_filled():
    node = names_node(names_xml())
    for item, filled in ((TWO, True), ({}, False)):
        rendering = Rendering(item)
        node(rendering)
        assert (rendering.called, rendering.filled) == (True, filled)


def test_silent_variables_print_nothing():
    assert names_node(names_xml())(Rendering(TWO, silent={"author"})) == ""


def test_more_names_and_given_names_tell_works_apart():
    node = names_node(names_xml('<name form="short" initialize-with="." et-al-min="3" et-al-use-first="1"/>'))
    item = authors("Doe, Jane", "Smith, Sam", "Williams, Tom")
    assert node(Rendering(item)) == "Doe et al."
    assert node(Rendering(item, shown=1)) == "Doe, Smith, et al."
    assert node(Rendering(item, shown=9, expanded="initials")) == "J. Doe, S. Smith, T. Williams"
    assert node(Rendering(item, shown=9, expanded="full")) == "Jane Doe, Sam Smith, Tom Williams"
    assert node(Rendering(item, shown=9, expanded="first-full")) == "Jane Doe, Smith, Williams"


# Names that the source has cut (BibTeX's "and others", which its num.names$ counts as one) show as "et al."
CUT = [
    ("", authors("Doe, J.", "Roe, R.", {"literal": "others"}), "J. Doe, R. Roe, et al."),
    ("", authors("Doe, J.", {"literal": "Et al."}), "J. Doe et al."),
    ("", authors("Doe, J.", {"literal": "others"}, "Roe, R."), "J. Doe, others, R. Roe"),
    ("", authors("Doe, J.", {"literal": "others", "parse-names": False}), "J. Doe, others"),
    ("", authors({"literal": "others"}), ""),
    ('and="text"', authors("Doe, J.", "Roe, R.", {"literal": "others"}), "J. Doe, R. Roe, et al."),
    (
        'et-al-min="3" et-al-use-first="1"',
        authors("Doe, J.", "Roe, R.", {"literal": "others"}),
        "J. Doe et al.",
    ),
    (
        'et-al-min="4" et-al-use-first="1"',
        authors("Doe, J.", "Roe, R.", {"literal": "others"}),
        "J. Doe, R. Roe, et al.",
    ),
    ('et-al-min="2" et-al-use-first="1"', authors("Doe, J.", "Roe, R.", {"literal": "others"}), "J. Doe et al."),
    (
        'et-al-min="3" et-al-use-first="1" et-al-use-last="true"',
        authors("Doe, J.", "Roe, R.", "Poe, E.", {"literal": "others"}),
        "J. Doe et al.",
    ),
    ('form="count"', authors("Doe, J.", "Roe, R.", {"literal": "others"}), "2"),
]


@pytest.mark.parametrize(("attributes", "item", "text"), CUT)
def test_names_that_were_cut(attributes, item, text):
    assert printed(names_xml(f"<name {attributes}/>"), item) == text


def test_names_that_were_cut_are_several_and_sort_without_et_al():
    item = {"editor": authors("Doe, J.", {"literal": "others"})["author"]}
    xml = '<names variable="editor"><name/><label prefix=" (" suffix=")"/></names>'
    assert printed(xml, item) == "J. Doe et al. (editors)"
    assert "et al" not in names_node(xml)(Rendering(item, sorting=True))


def test_suffixes_lose_their_periods_beside_initials_without():
    # as the reference processor prints them
    item = authors({"family": "King", "given": "Martin Luther", "suffix": "Jr."})
    assert printed(names_xml('<name initialize-with=""/>'), item) == "ML King Jr"
    assert printed(names_xml('<name initialize-with="." name-as-sort-order="all"/>'), item) == "King, M.L., Jr."


# ---------------------------------------------------------------- sorting


def key(item, xml=None, et_al=None, **options):
    return names_node(xml or names_xml(), **options)(Rendering(item, sorting=True, et_al=et_al or EtAl()))


def test_names_sort_by_family_name_then_given_name():
    texts = ["Doe", "Doe, Al", "Doe, Al Bob", "Doe, Zoe", "Doe Smith, Al", "Roe"]
    lists = [authors("Doe"), *(authors(*each.split("; ")) for each in ("Doe; Roe", "Doe, Al", "Doe, Al; Abe, Bo"))]
    assert sorted(set(texts), key=lambda text: key(authors(text))) == texts
    assert sorted([*lists[2:], *lists[:2]], key=key) == lists


@pytest.mark.parametrize(
    ("demote", "first"), [("never", "Vermeer"), ("sort-only", "van Gent"), ("display-and-sort", "van Gent")]
)
def test_particles_count_as_the_style_has_it(demote, first):
    # CSL 1.0.2, "Name Particles": sort orders A and B. Capitals do not count, main lists fold them
    keys = {
        name: key(authors(f"{name}, A"), demote_non_dropping_particle=demote).casefold()
        for name in ("van Gent", "Vermeer")
    }
    assert min(keys, key=keys.get) == ("van Gent" if demote == "never" else first)
    assert keys["van Gent"].startswith("van" if demote == "never" else "gent")


def test_sort_keys_have_no_labels_affixes_and_others():
    xml = '<names variable="author" suffix="."><name et-al-min="3" et-al-use-first="1" and="text"/><label/></names>'
    assert key(THREE, xml) == key(authors("Doe, J."))
    assert key(THREE, xml, EtAl(3, 2)) == key(authors("Doe, J.", "Smith, S."))
    assert key(THREE, xml, EtAl(3, 1, True)) == key(authors("Doe, J.", "Williams, T."))


def test_a_family_name_alone_sorts_as_an_institution_of_that_name():
    assert key(authors("Data Centre")) == key(authors({"literal": "Data Centre"}))


def test_english_articles_do_not_count():
    # CSL 1.0.2, "Name-part Order": "The New York Times" sorts as "New York Times"
    times = authors({"literal": "The Times"})
    assert key(times) == "Times"
    assert key(times, terms=Words(is_english=False)) == "The Times"


def test_counts_sort_as_numbers():
    xml = names_xml('<name form="count"/>')
    many = authors(*["Doe"] * 12)
    assert key(TWO, xml) < key(many, xml)
