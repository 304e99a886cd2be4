"""Whole styles: what elements do together. Rules are those of CSL 1.0.2; its sections are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl import marks
from citekit.csl.catalogue import all_styles
from citekit.csl.citing import short_names
from citekit.csl.element import parse
from citekit.csl.shelf import found
from citekit.csl.style import Style

DOE = [{"family": "Doe", "given": "Jane"}]


def style(
    layout: str, *, bibliography: str = "", sort: str = "", citation: str = "", macros: str = "", root: str = ""
) -> Style:
    text = f"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" {root}>{macros}
      <citation {citation}><layout><names variable="author"><name form="short"/></names>
        <date variable="issued"><date-part name="year"/></date></layout></citation>
      <bibliography {bibliography}>{sort}<layout>{layout}</layout></bibliography></style>"""
    return Style(parse(text.encode(), "test"))


def printed(layout: str, item: dict, **parts: str) -> str:
    return marks.plain(style(layout, **parts).alone(item).text)


def dated(key: str, year: int, **more: object) -> dict:
    return {"id": key, "type": "book", "author": DOE, "issued": {"date-parts": [[year]]}, "title": key, **more}


# ---------------------------------------------------------------- group, choose, macro


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        # "Group": suppressed if it calls variables and all are empty; fixed text does not count
        ('<group delimiter=" "><text value="vol."/><text variable="volume"/></group>', ""),
        ('<group delimiter=" "><text value="in"/><text variable="title"/></group>', "in Bees"),
        ('<group><text value="fixed"/></group>', "fixed"),
        # a non-empty nested group counts as a variable that is not empty
        ('<group delimiter=" "><group><text value="n.d."/></group><text variable="volume"/></group>', "n.d."),
        ('<group delimiter=" "><group><text value="vol."/><text variable="volume"/></group><text value="x"/></group>', ""),
        ('<group delimiter=", "><text variable="title"/><text variable="volume"/><text variable="page"/></group>', "Bees, 3–7"),
        # "Label": only where its variable is not empty; several pages are plural
        ('<label variable="page" form="short" suffix=" "/><text variable="page"/>', "pp. 3–7"),
        ('<label variable="volume"/>', ""),
        # "Choose": the delimiter of the group applies within the branch
        ('<group delimiter="; "><choose><if type="book"><text variable="title"/><text variable="page"/></if></choose></group>', "Bees; 3–7"),
        ('<choose><if type="chapter book" match="any"><text value="yes"/></if><else><text value="no"/></else></choose>', "yes"),
        ('<choose><if variable="title volume"><text value="yes"/></if><else><text value="no"/></else></choose>', "no"),
        ('<choose><if variable="volume issue" match="none"><text value="yes"/></if></choose>', "yes"),
        ('<choose><if is-numeric="edition"><text value="yes"/></if><else-if variable="edition"><text value="no"/></else-if></choose>', "no"),
        # affixes stand outside quotes and formatting; nothing has none
        ('<text variable="title" quotes="true" prefix="(" suffix=")"/>', "(“Bees”)"),
        ('<text variable="volume" prefix="(" suffix=")"/>', ""),
        ('<text macro="whole" suffix="!"/>', "Bees!"),
        ('<group delimiter=" "><text macro="fixed"/><text variable="volume"/></group>', "etc."),
        # "Number"
        ('<number variable="number-of-volumes" form="ordinal"/>', "2nd"),
        ('<text variable="page-first"/>', "3"),
        # a renamed variable answers to both names (Appendix IV)
        ('<text variable="event"/>', "Bee Days"),
    ],
)  # fmt: skip
def test_elements(layout, said):
    item = {
        "id": "a", "type": "book", "title": "Bees", "page": "3-7", "edition": "second", "number-of-volumes": 2, "event-title": "Bee Days",
    }  # fmt: skip
    macros = '<macro name="whole"><text variable="title"/></macro><macro name="fixed"><text value="etc."/></macro>'
    assert printed(layout, item, macros=macros) == said


def test_title_case_is_for_english_titles():
    """ "Non-English Items": text-case="title" is passed over for items in other languages."""
    layout = '<text variable="title" text-case="title"/>'
    assert printed(layout, {"title": "on bees"}) == "On Bees"
    assert printed(layout, {"title": "von bienen", "language": "de-DE"}) == "von bienen"
    assert printed(layout, {"title": "von bienen"}, root='default-locale="de-DE"') == "von bienen"


@pytest.mark.parametrize("doi", ["10.1000/b", "https://doi.org/10.1000/b", "doi:10.1000/b"])
def test_a_doi_is_printed_bare(doi):
    assert printed('<text variable="DOI" prefix="https://doi.org/"/>', {"DOI": doi}) == "https://doi.org/10.1000/b"


def test_an_address_keeps_its_points():
    address = "10.1002/(sici)1097(1998)66:4<261::aid-qua1>3.0.co;2-t"
    assert printed('<text variable="DOI" suffix="."/>', {"DOI": address}) == f"{address}."


# ---------------------------------------------------------------- bibliographies


def test_entries_come_sorted_and_numbered():
    """ "Sorting": items without a value come last, up or down; "citation-number" counts in the order of the bibliography."""
    items = [{"title": "b", "volume": "10"}, {"title": "c"}, {"title": "a", "volume": "9"}]
    layout = '<text variable="citation-number" suffix=" "/><text variable="title"/>'
    for order, titles in (("ascending", "abc"), ("descending", "bac")):
        sort = f'<sort><key variable="volume" sort="{order}"/></sort>'
        entries = style(layout, sort=sort).bibliography(items)
        assert [marks.plain(entry.text) for entry in entries] == [f"{n} {t}" for n, t in enumerate(titles, 1)]
        assert [items[entry.place]["title"] for entry in entries] == list(titles)


def test_sort_keys_come_one_after_the_other():
    items = [dated("z", 2001), dated("y", 1999), dated("x", 1999)]
    sort = '<sort><key variable="author"/><key variable="issued" sort="descending"/><key variable="title"/></sort>'
    made = style('<text variable="title"/>', sort=sort).bibliography(items)
    assert [items[entry.place]["id"] for entry in made] == ["z", "x", "y"]


def test_the_first_field_stands_in_the_margin():
    """ "Whitespace", second-field-align."""
    layout = '<text variable="citation-number" prefix="[" suffix="]"/><text variable="title" suffix="."/>'
    entry = style(layout, bibliography='second-field-align="flush"').alone({"title": "Bees"})
    assert (entry.label, entry.text) == ("[1]", "Bees.")
    assert style(layout).alone({"title": "Bees"}).label == ""


SUFFIX = 'disambiguate-add-year-suffix="true"'
YEAR = '<names variable="author"/><date variable="issued" prefix=" "><date-part name="year"/></date>'


def test_works_that_would_be_cited_alike_get_letters():
    """ "Disambiguation": in the order of the bibliography, only for those that are alike."""
    items = [dated("a", 2001), dated("b", 2002), dated("c", 2001)]
    made = style(YEAR, citation=SUFFIX).bibliography(items)
    assert [marks.plain(entry.text)[-5:] for entry in made] == ["2001a", " 2002", "2001b"]
    assert [entry.year for entry in made] == ["2001a", "2002", "2001b"]
    assert marks.plain(style(YEAR, citation=SUFFIX).alone(items[0]).text).endswith(" 2001")


def test_names_that_tell_works_apart_save_the_letters():
    """ "Disambiguation": given names, if the style adds them, come before year suffixes."""
    items = [dated("a", 2001), dated("b", 2001, author=[{"family": "Doe", "given": "Ann"}])]
    for given_names, years in (("true", ["2001", "2001"]), ("false", ["2001a", "2001b"])):
        citation = f'{SUFFIX} disambiguate-add-givenname="{given_names}"'
        assert [entry.year for entry in style(YEAR, citation=citation).bibliography(items)] == years


def test_a_style_may_print_the_letter_where_it_likes():
    layout = f'{YEAR}<text variable="year-suffix" prefix="-"/>'
    made = style(layout, citation=SUFFIX).bibliography([dated("a", 2001), dated("b", 2001)])
    assert [marks.plain(entry.text) for entry in made] == ["Jane Doe 2001-a", "Jane Doe 2001-b"]


@pytest.mark.parametrize(("number", "letter"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (701, "zz"), (702, "aaa")])
def test_letters_go_on_after_z(number, letter):
    from citekit.csl.disambiguation import letters

    assert letters(number) == letter


@pytest.mark.parametrize(
    ("people", "year", "label"),
    [  # CSL test suite, magic_CitationLabelInBibliography
        (["Doe"], 1965, "Doe65"),
        (["Roe", "Noakes"], 1978, "RoNo78"),
        (["Roe", "Noakes", "Smith"], 1978, "RoNS78"),
        (["Roe", "Noakes", "Smith", "Abel", "Zorn"], 1978, "RNSA78"),
        ([], 1978, "78"),
    ],
)
def test_labels(people, year, label):
    item = {"author": [{"family": name} for name in people], "issued": {"date-parts": [[year]]}}
    assert printed('<text variable="citation-label"/>', item) == label


def test_a_style_without_a_bibliography_prints_its_citations():
    text = b'<style class="note" version="1.0"><citation><layout suffix="."><text variable="title"/></layout></citation></style>'
    assert Style(parse(text, "test")).alone({"title": "Bees"}).text == "Bees."


# ---------------------------------------------------------------- whatever comes

values = st.text(max_size=8) | st.integers() | st.none() | st.lists(st.text(max_size=4), max_size=2) | st.booleans()
people = st.lists(
    st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix", "dropping-particle"]), st.text(max_size=6))
    | values,
    max_size=3,
)
parts = st.lists(st.lists(st.integers(-3, 3000) | st.text(max_size=4), max_size=4), max_size=3)
dates = st.dictionaries(st.sampled_from(["date-parts", "raw", "literal", "season", "circa"]), parts | values) | values
items = st.dictionaries(
    st.sampled_from(["title", "volume", "page", "DOI", "URL", "edition", "type", "id", "publisher"]), values
).flatmap(
    lambda item: st.fixed_dictionaries({}, optional={"author": people | values, "issued": dates, "editor": people}).map(
        lambda more: item | more
    )
)


@given(st.lists(items, max_size=4))
def test_no_item_stops_a_bibliography(given_items):
    layout = f"""{YEAR}<group delimiter=", "><text variable="title" text-case="title" quotes="true"/>
      <number variable="edition" form="ordinal"/><label variable="page"/><text variable="page"/><text variable="DOI"/></group>"""
    sort = '<sort><key variable="author"/><key variable="issued"/><key variable="volume"/></sort>'
    made = style(layout, sort=sort, citation=SUFFIX, root='page-range-format="minimal"').bibliography(given_items)
    assert sorted(entry.place for entry in made) == list(range(len(given_items)))
    for entry in made:
        assert entry.text.count(marks.CLOSE) == sum(
            c in "".join(marks.FONTS | marks.DISPLAYS) + marks.LINK for c in entry.text
        )


# ---------------------------------------------------------------- where the specification is silent, as the reference processor prints it


SPEECH = {"type": "speech", "title": "on bees", "number": "70-18", "publisher": "Hive"}


@pytest.mark.parametrize(
    ("layout", "macros", "said"),
    [
        # a macro is silent as a group is
        (
            '<text macro="m"/>',
            '<macro name="m"><text value="translated by "/><names variable="translator"/></macro>',
            "",
        ),
        ('<text macro="m"/>', '<macro name="m"><text value="fixed "/><text term="in"/></macro>', "fixed in"),
        # no text-case of a call changes what the macro says
        ('<text macro="m" text-case="uppercase"/>', '<macro name="m"><text variable="title"/></macro>', "on bees"),
        # a term that begins an entry gets a capital
        ('<text term="in" suffix=" "/><text variable="title"/>', "", "In on bees"),
        ('<text variable="title" suffix=" "/><text term="in"/>', "", "on bees in"),
        # of several types one will do, whatever match says
        ('<choose><if type="book speech"><text value="yes"/></if></choose>', "", "yes"),
        ('<choose><if type="book speech" variable="volume"><text value="yes"/></if></choose>', "", ""),
        # of a cs:choose in cs:substitute, too, the first element with something to say is printed
        (
            '<names variable="author"><substitute><choose><if type="speech"><text variable="publisher"/>'
            '<text variable="title"/></if></choose></substitute></names>',
            "",
            "Hive",
        ),
        # entities in affixes and delimiters are characters
        ('<text variable="title" prefix="&amp;#8212;"/>', "", "—on bees"),
        (
            '<group delimiter="&amp;#160;"><text variable="title"/><text variable="publisher"/></group>',
            "",
            "on bees\u00a0Hive",
        ),
    ],
)
def test_habits_of_the_reference_processor(layout, macros, said):
    assert printed(layout, SPEECH, macros=macros) == said


AUTHOR = '<names variable="author"><name initialize-with="." name-as-sort-order="all"/></names>'
ISSUED = '<date variable="issued" prefix=" "><date-part name="year"/></date>'


def works(*names: tuple[str, str]) -> list[dict]:
    return [{**dated(str(at), 2001), "author": [{"family": f, "given": g}]} for at, (f, g) in enumerate(names)]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        # CSL 1.0.2, "Disambiguation": given names in full tell works apart unless the rule ends in "with-initials"
        ("by-cite", ["Doe, Jane 2001a", "Doe, Jane 2001b", "Doe, John 2001"]),
        ("primary-name", ["Doe, Jane 2001a", "Doe, Jane 2001b", "Doe, John 2001"]),
        ("primary-name-with-initials", ["Doe, J. 2001a", "Doe, J. 2001b", "Doe, J. 2001c"]),
    ],
)
def test_given_names_tell_works_apart(rule, said):
    citation = (
        f'disambiguate-add-year-suffix="true" disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    )
    made = style(AUTHOR + ISSUED, citation=citation, root="initialize-with='.'").bibliography(
        works(("Doe", "Jane"), ("Doe", "Jane"), ("Doe", "John"))
    )
    assert [entry.text for entry in made] == said


def test_particles_do_not_keep_works_from_being_told_apart():
    made = style(AUTHOR + ISSUED, citation='disambiguate-add-year-suffix="true"').bibliography(
        [
            {**dated("a", 2001), "author": [{"family": "van Gogh", "given": "V"}]},
            {**dated("b", 2001), "author": [{"family": "Gogh", "given": "V", "non-dropping-particle": "van"}]},
        ]
    )
    assert [entry.year for entry in made] == ["2001a", "2001b"]


def test_letters_with_strokes_sort_beside_those_without_and_accents_decide_nothing():
    # Unicode's collation table (DUCET) has ł and ø as l and o with a mark
    sort = '<sort><key variable="author"/><key variable="title"/></sort>'
    items = works(
        ("Zola", "É"), ("Łuk", "A"), ("Lukas", "A"), ("Unal", "O"), ("Ünal", "Ö"), ("Østby", "A"), ("Ott", "A")
    )
    made = style(AUTHOR, sort=sort).bibliography(items)
    families = [items[entry.place]["author"][0]["family"] for entry in made]
    assert families == ["Łuk", "Lukas", "Østby", "Ott", "Unal", "Ünal", "Zola"]


def test_names_that_were_cut_are_et_al_in_citations():
    item = {**dated("a", 2001), "author": [*DOE, {"literal": "others"}]}
    assert short_names(item, style(AUTHOR).locale) == "Doe et al."


def test_the_suffix_of_the_layout_stands_within_what_is_displayed_by_itself():
    # CSL test suite, bugreports_SmallCapsEscape
    text = """<style version="1.0"><citation><layout/></citation><bibliography><layout suffix=".">
      <text variable="title" display="block"/></layout></bibliography></style>"""
    assert Style(parse(text.encode(), "test")).alone({"title": "Bees"}).text == f"{marks.BLOCK}Bees.{marks.CLOSE}"


# ---------------------------------------------------------------- styles of the CSL project

ODD = [
    {"title": "Only"},
    {},
    {"type": "", "title": "", "author": None, "issued": {"date-parts": []}},
    {
        "type": "book",
        "title": 2001,
        "author": [
            {"given": "Plato"},
            {"literal": "UN"},
            {"suffix": "Jr"},
            {"non-dropping-particle": "von"},
            {},
            {"family": 3, "given": 4},
        ],
        "editor": [],
        "translator": "Some Body",
        "volume": 3,
        "issue": "",
        "issued": "2001-05-06",
        "accessed": 2011,
        "DOI": None,
        "language": 3,
        "note": {"a": 1},
    },
    {
        "type": 5,
        "title": ["x"],
        "author": "Doe",
        "issued": {"date-parts": [[None]]},
        "page": ["1"],
        "volume": 1.5,
        "edition": True,
    },
]


@pytest.mark.parametrize("stem", [each.stem for each in all_styles() if not each.parent][::120])
def test_styles_render_odd_items(stem):
    made = Style(found(stem).element)
    assert len(made.bibliography(ODD)) == len(ODD)
    assert [made.alone(item).place for item in ODD] == [0] * len(ODD)
