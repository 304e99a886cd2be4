"""Items of CSL and references. Expected values come from CSL 1.0.2, its JSON schema, and what Zotero and pandoc document."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.exchange.csl import dates as csl_dates
from citekit.exchange.csl import from_item, to_item, written
from citekit.exchange.csl.types import OTHERS, TYPES
from citekit.exchange.csl.variables import DATES, NAMES, TEXTS, kept_as, kept_variable
from citekit.model import Names, Origin, Reference
from citekit.values.names import Person

HERE = Origin("a.json", "csl-json", 3, 1)


def read(**said):
    return from_item({"id": "a", "type": "article-journal", **said}, HERE)[0]


def fields(reference):
    return {name: reference.get(name) for name in reference.fields}


def test_an_item():
    item = {
        "id": "doe2009",
        "type": "article-journal",
        "title": "On things",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [[2009, 6, 4]]},
        "container-title": "Journal of Things",
        "container-title-short": "J Things",
        "volume": "5",
        "issue": "3",
        "page": "354-7",
        "DOI": "10.1000/x.1",
        "accessed": {"date-parts": [[2010, 1, 2]]},
    }
    reference, problems = from_item(item, HERE)
    assert problems == ()
    assert (reference.type, reference.key, reference.origin) == ("article", "doe2009", HERE)
    assert reference.author == Names((Person("Doe", "Jane"),))
    assert fields(reference) == {
        "title": "On things",
        "author": "Doe, Jane",
        "year": "2009",
        "month": "jun",
        "day": "4",
        "container": "Journal of Things",
        "container_short": "J Things",
        "volume": "5",
        "number": "3",
        "pages": "354--357",
        "doi": "10.1000/x.1",
        "urldate": "2010-01-02",
    }
    assert reference.fields["pages"].origin == Origin("a.json", "csl-json", 3, 1, "354-7", "page")
    assert to_item(reference) == {**item, "citation-key": "doe2009"}


@pytest.mark.parametrize("name", TYPES)
def test_every_type_comes_back(name):
    reference, _ = from_item({"id": "a", "type": name, "title": "T"}, HERE)
    assert to_item(reference)["type"] == name


OURS = [
    ("article", "article-journal"),
    ("collection", "book"),
    ("incollection", "chapter"),
    ("inproceedings", "paper-conference"),
    ("phdthesis", "thesis"),
    ("techreport", "report"),
    ("online", "webpage"),
    ("manual", "report"),
    ("dataset", "dataset"),
    ("unpublished", "manuscript"),
    ("something", "document"),
]


@pytest.mark.parametrize(("ours", "theirs"), OURS)
def test_types_of_ours(ours, theirs):
    assert to_item(Reference(ours, "a"))["type"] == theirs


@pytest.mark.parametrize(
    ("genre", "kind"),
    [
        ("Doctoral dissertation", "phdthesis"),
        ("PhD thesis", "phdthesis"),
        ("Ph.D.", "phdthesis"),
        ("Master's thesis", "mastersthesis"),
        ("MSc thesis", "mastersthesis"),
        ("Habilitation", "thesis"),
    ],
)
def test_theses_by_their_genre(genre, kind):
    reference = read(type="thesis", genre=genre, publisher="ETH")
    assert (reference.type, reference.get("school")) == (kind, "ETH")
    assert to_item(reference)["genre"] == genre
    assert to_item(reference)["publisher"] == "ETH"


def test_a_thesis_without_a_genre_gets_the_one_of_its_type():
    assert to_item(Reference("mastersthesis", "a"))["genre"] == "Master's thesis"


def test_types_of_crossref():
    assert set(OTHERS.values()) <= set(TYPES)
    assert read(type="journal-article").type == "article"
    assert to_item(read(type="journal-article"))["type"] == "article-journal"


def test_a_preprint_is_an_article():
    reference = Reference("misc", "a").with_fields(
        {"eprint": "1706.03762", "eprinttype": "arXiv", "eprintclass": "cs.CL"}
    )
    item = to_item(reference)
    assert (item["type"], item["number"]) == ("article", "arXiv:1706.03762 [cs.CL]")
    again = from_item(item, HERE)[0]
    assert (again.get("eprint"), again.get("eprinttype"), again.get("eprintclass")) == ("1706.03762", "arxiv", "cs.CL")


def test_the_number_of_arxiv_in_its_doi_is_not_said_twice():
    reference = read(type="article", DOI="10.48550/arXiv.1706.03762")
    assert (reference.get("eprint"), reference.get("eprinttype")) == ("1706.03762", "arxiv")
    assert "number" not in to_item(reference)


# ---------------------------------------------------------------- variables

A_NAME = [{"family": "Doe", "given": "Jane"}]


@pytest.mark.parametrize("name", [*TEXTS, *DATES, *NAMES])
@pytest.mark.parametrize(
    "kind", ["article-journal", "book", "chapter", "thesis", "patent", "report", "webpage", "paper-conference"]
)
def test_every_variable_comes_back(name, kind):
    value = A_NAME if name in NAMES else {"date-parts": [[2009, 6]]} if name in DATES else "12"
    item = {"id": "a", "type": kind, name: value}
    reference, problems = from_item(item, HERE)
    assert problems == ()
    key = {"citation-key": "12"} if name == "citation-key" else {"citation-key": "a"}
    assert to_item(reference) == {**item, **key, **({"id": "12"} if name == "citation-key" else {})}


@pytest.mark.parametrize("name", [*TEXTS, *DATES, *NAMES])
def test_kept_variables_have_names_that_lead_back(name):
    assert kept_variable(kept_as(name)) == name
    assert kept_as(name).replace("-", "").isalnum()


PLACES = [
    ({"type": "book", "collection-title": "S", "collection-number": "7"}, {"series": "S", "number": "7"}),
    ({"type": "paper-conference", "container-title": "P", "issue": "4"}, {"container": "P", "number": "4"}),
    ({"type": "report", "number": "TR-1", "publisher": "ETH"}, {"number": "TR-1", "institution": "ETH"}),
    ({"type": "patent", "number": "US1", "authority": "USPTO"}, {"number": "US1", "organization": "USPTO"}),
    ({"type": "article-journal", "issue": "3", "number": "e100"}, {"number": "3", "eid": "e100"}),
    ({"type": "article-journal", "volume-title": "Special"}, {"issuetitle": "Special"}),
    ({"type": "article-journal", "journalAbbreviation": "J. T."}, {"container_short": "J. T."}),
    ({"type": "book", "event": "The Event"}, {"eventtitle": "The Event"}),
    ({"type": "book", "archive": "ETH", "archive_location": "Box 3"}, {"csl-archive": "ETH", "csl-archive-location": "Box 3"}),
    ({"type": "book", "archive": "JSTOR", "archive_location": "123"}, {"eprinttype": "JSTOR", "eprint": "123"}),
    ({"type": "book", "number-of-pages": 312, "number-of-volumes": 3}, {"pagetotal": "312", "volumes": "3"}),
    ({"type": "book", "custom": {"a": [1]}}, {"csl-custom": '{"a": [1]}'}),
    ({"type": "book", "keyword": "one; two"}, {"keywords": "one, two"}),
    ({"type": "article-magazine", "title": "T"}, {"title": "T", "entrysubtype": "magazine"}),
    ({"type": "book", "url": "https://x.org/a_b"}, {"url": "https://x.org/a_b"}),
    ({"type": "chapter", "container-author": A_NAME}, {"bookauthor": "Doe, Jane"}),
    ({"type": "broadcast", "host": A_NAME}, {"csl-host": "Doe, Jane", "csl-type": "broadcast"}),
    ({"type": "book", "page": "1-3, 5-9"}, {"pages": "1--3, 5--9"}),
    ({"type": "book", "page": "S194–202"}, {"pages": "S194--S202"}),
    ({"type": "book", "DOI": "https://doi.org/10.1000/x.1"}, {"doi": "10.1000/x.1"}),
    ({"type": "book", "title": ["One", "Two"]}, {"title": "One"}),
    ({"type": "book", "ISSN": ["1234-5678", "8765-4321"]}, {"issn": "1234-5678, 8765-4321"}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), PLACES, ids=[json.dumps(said) for said, _ in PLACES])
def test_fields_of_variables(said, meant):
    assert fields(from_item({"id": "a", **said}, HERE)[0]) == meant


WRITTEN = [
    ("techreport", {"institution": "ETH"}, {"publisher": "ETH"}),
    ("phdthesis", {"school": "ETH", "type": "Diss."}, {"publisher": "ETH", "genre": "Diss."}),
    ("book", {"title": "One", "subtitle": "Two"}, {"title": "One: Two"}),
    ("online", {"organization": "W3C"}, {"publisher": "W3C"}),
    ("article", {"pages": "354--357"}, {"page": "354-357"}),
    ("article", {"month": "jul-aug", "year": "2009"}, {"issued": {"date-parts": [[2009, 7], [2009, 8]]}}),
    ("article", {"year": "in press"}, {"issued": {"literal": "in press"}}),
    ("article", {"year": "2009", "date": "2009-06~"}, {"issued": {"date-parts": [[2009, 6]], "circa": True}}),
    ("article", {"year": "2010", "date": "2009-06"}, {"issued": {"date-parts": [[2010]]}}),
    ("unpublished", {"eventtitle": "The Event"}, {"event-title": "The Event"}),
]


@pytest.mark.parametrize(("kind", "said", "meant"), WRITTEN)
def test_variables_of_fields(kind, said, meant):
    item = to_item(Reference(kind, "a").with_fields(said))
    assert {name: value for name, value in item.items() if name not in ("id", "type", "citation-key")} == meant


def test_what_crossref_says_of_its_record_is_no_field():
    assert fields(read(indexed={"date-time": "2020"}, score=1.0, member="78", subject=["Things"])) == {}


# ---------------------------------------------------------------- names

NAME_TABLE = [
    ({"family": "Doe", "given": "Jane"}, Person("Doe", "Jane")),
    ({"literal": "World Health Organization"}, Person("World Health Organization", literal=True)),
    ({"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}, Person("Gogh", "Vincent", "van")),
    ({"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}, Person("Humboldt", "Alexander", "von")),
    ({"family": "Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La"}, Person("Fontaine", "Jean", "de La")),
    ({"family": "van der Berg", "given": "Anna"}, Person("Berg", "Anna", "van der")),
    ({"family": "Humboldt", "given": "Alexander von"}, Person("Humboldt", "Alexander", "von")),
    ({"family": "van der Berg", "given": "Anna", "parse-names": False}, Person("van der Berg", "Anna")),
    ({"family": "King", "given": "Martin Luther", "suffix": "Jr.", "comma-suffix": True}, Person("King", "Martin Luther", "", "Jr.")),
    ({"family": "Mao", "given": "Zedong", "static-ordering": True}, Person("Mao", "Zedong")),
    ({"family": "Plato"}, Person("Plato")),
    ({"given": "Plato"}, Person("Plato")),
    ({"name": "The Consortium"}, Person("The Consortium", literal=True)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "person"), NAME_TABLE, ids=[json.dumps(said) for said, _ in NAME_TABLE])
def test_names(said, person):
    reference = read(author=[said])
    assert reference.author == Names((person,))
    assert to_item(reference)["author"] == [said]


@pytest.mark.parametrize("last", [{"literal": "others"}, {"family": "others"}, {"literal": "et al."}, "others"])
def test_a_cut_list_is_cut(last):
    assert read(author=[*A_NAME, last]).author == Names((Person("Doe", "Jane"),), others=True)


def test_a_cut_list_ends_as_pandoc_ends_it():
    reference = Reference("book", "a").with_field("author", Names((Person("Doe", "Jane"),), others=True))
    assert to_item(reference)["author"] == [*A_NAME, {"literal": "others"}]


def test_people_that_have_changed_are_written_anew():
    reference = read(author=[{"family": "Humboldt", "given": "A.", "dropping-particle": "von"}])
    changed = reference.rewritten("author", Names((Person("Humboldt", "Alexander", "von"),)))
    assert to_item(changed)["author"] == [{"family": "Humboldt", "given": "Alexander", "non-dropping-particle": "von"}]


# ---------------------------------------------------------------- dates

DATE_TABLE = [
    ({"date-parts": [[2009]]}, {"year": "2009"}),
    ({"date-parts": [["2009", "6"]]}, {"year": "2009", "month": "jun"}),
    ({"date-parts": [[2009, 6, 4]]}, {"year": "2009", "month": "jun", "day": "4"}),
    ({"date-parts": [[2009, 7], [2009, 8]]}, {"year": "2009", "month": "jul-aug"}),
    ({"date-parts": [[1999], [2000]]}, {"year": "1999", "date": "1999/2000"}),
    ({"date-parts": [[2004], [0]]}, {"year": "2004", "date": "2004/"}),
    ({"date-parts": [[2009]], "season": 1}, {"year": "2009", "date": "2009-21"}),
    ({"date-parts": [[2009]], "season": "Winter"}, {"year": "2009", "date": "2009-24"}),
    ({"date-parts": [[2009, 13]]}, {"year": "2009", "date": "2009-21"}),
    ({"date-parts": [[1850]], "circa": True}, {"year": "1850", "date": "1850~"}),
    ({"date-parts": [[-44, 3, 15]]}, {"year": "-44", "date": "-0043-03-15"}),
    ({"date-parts": [[800]]}, {"year": "800"}),
    ({"date-parts": [[17000]]}, {"year": "17000", "date": "Y17000"}),
    ({"raw": "2009-06~/2010"}, {"year": "2009", "date": "2009-06~/2010"}),
    ({"raw": "1999/2000"}, {"year": "1999", "date": "1999/2000"}),
    ({"raw": "2020-21"}, {"year": "2020", "date": "2020-21"}),
    ({"raw": "4 June 2009"}, {"year": "2009", "month": "jun", "day": "4"}),
    ({"literal": "in press"}, {"year": "in press"}),
    ({"literal": "n.d."}, {"csl-issued": '{"literal": "n.d."}'}),
    ("2009-06-04", {"year": "2009", "month": "jun", "day": "4"}),
    (2009, {"year": "2009"}),
    ({"year": 2009, "month": 6, "day": 4}, {"year": "2009", "month": "jun", "day": "4"}),
    ([{"year": "1999"}, {"year": "2000"}], {"year": "1999", "date": "1999/2000"}),
    ({"date-parts": [[None]]}, {}),
    ({"date-parts": [[2009, 0, 0]]}, {"year": "2009"}),
]


@pytest.mark.parametrize(("said", "meant"), DATE_TABLE, ids=[json.dumps(said) for said, _ in DATE_TABLE])
def test_dates(said, meant):
    reference, problems = from_item({"id": "a", "type": "book", "issued": said}, HERE)
    assert (fields(reference), problems) == (meant, ())
    back = to_item(reference).get("issued")
    assert back == (said if isinstance(said, dict) and meant else back)
    assert isinstance(back, dict) == bool(meant)


@pytest.mark.parametrize(
    "text",
    [
        "2009",
        "2009-06",
        "1999/2000",
        "2004/",
        "/2004",
        "-0043-03-15",
        "0000",
        "1850~",
        "2009-21",
        "Y17000",
        "2009-06-04/2010-01-02~",
    ],
)
def test_edtf_comes_back(text):
    assert csl_dates.edtf(csl_dates.item_date(text)) == text


@pytest.mark.parametrize(
    "said", [True, [5], {"date-parts": "2009"}, {"date-parts": [["June"]]}, {"date-parts": [[2009, 44]]}]
)
def test_what_is_no_date_is_kept_and_told(said):
    reference, problems = from_item({"id": "a", "type": "book", "issued": said}, HERE)
    assert json.loads(reference.get("csl-issued")) == said
    assert [(problem.kind, problem.message, problem.line) for problem in problems] == [
        ("unread", "issued is no date", 3)
    ]


# ---------------------------------------------------------------- markup, notes, ids

MARKUP = [
    ("<i>Il1rn</i> in mice", "Il1rn in mice"),
    ("CO<sub>2</sub> and m<sup>2</sup>", "CO₂ and m²"),
    ('the <span class="nocase">mRNA</span> of', "the mRNA of"),
    ('<span style="font-variant: small-caps;">Cæsar</span>', "Cæsar"),
    ("AT&amp;T &#8212; a <b>history</b>", "AT&T — a history"),
    ("p < 5 & q > 3", "p < 5 & q > 3"),
    ("{DNA} \\& LaTeX", "{DNA} \\& LaTeX"),
]


@pytest.mark.parametrize(("said", "meant"), MARKUP)
def test_markup(said, meant):
    reference, problems = from_item({"id": "a", "type": "book", "title": said}, HERE)
    assert reference.title == meant
    assert [problem.kind for problem in problems] == (
        ["markup"] if "<i" in said or "<b" in said or "<span" in said else []
    )
    assert to_item(reference)["title"] == said


def test_markup_that_is_lost_is_told():
    _, problems = from_item(
        {"id": "a", "type": "book", "title": "<i>A</i> and <i>B</i>, <sub>2</sub>, <sub>x</sub>"}, HERE
    )
    assert str(problems[0]) == "a.json:3: the markup of title is not kept: <i> <sub>"


def test_a_title_that_has_changed_has_no_markup():
    reference = read(title="<i>Il1rn</i> in mice").rewritten("title", "Il1rn in men")
    assert to_item(reference)["title"] == "Il1rn in men"


NOTES = [
    ("original-date: 1899", {"origdate": "1899"}),
    ("{:original-title: Die Traumdeutung}", {"origtitle": "Die Traumdeutung"}),
    ("Original Title: Die Traumdeutung\nIt changed all.", {"origtitle": "Die Traumdeutung", "note": "It changed all."}),
    ("A comment\nDOI: 10.1000/x", {"note": "A comment", "doi": "10.1000/x"}),
    ("PMID: 123\nPMCID: PMC77", {"pmid": "123", "pmcid": "PMC77"}),
    ("editor: Doe || Jane\neditor: Roe || Richard", {"editor": "Doe, Jane and Roe, Richard"}),
    ("A comment.\nAnother.\nDOI: 10.1000/x", {"note": "A comment.\nAnother.\nDOI: 10.1000/x"}),
    ("See: there", {"note": "See: there"}),
    ("DOI: 10.1000/x\nDOI: 10.1000/y", {"note": "DOI: 10.1000/y", "doi": "10.1000/x"}),
    ("Title: another", {"note": "Title: another", "title": "T"}),
]


@pytest.mark.parametrize(("note", "meant"), NOTES)
def test_variables_in_the_note(note, meant):
    title = {"title": "T"} if "title" in meant else {}
    assert fields(from_item({"id": "a", "type": "book", "note": note, **title}, HERE)[0]) == meant


def test_the_type_in_the_note_wins():
    assert from_item({"id": "a", "type": "document", "note": "type: dataset"}, HERE)[0].type == "dataset"


IDS = [
    ({"id": "doe2009"}, "doe2009", ""),
    ({"id": 12}, "12", ""),
    ({"id": "http://zotero.org/users/1/items/ABC"}, "", "http://zotero.org/users/1/items/ABC"),
    ({"id": "two words"}, "", "two words"),
    (
        {"id": "http://zotero.org/users/1/items/ABC", "citation-key": "doe"},
        "doe",
        "http://zotero.org/users/1/items/ABC",
    ),
    ({"id": "a{b"}, "", "a{b"),
]


@pytest.mark.parametrize(("said", "key", "kept"), IDS)
def test_ids_and_keys(said, key, kept):
    reference, _ = from_item({"type": "book", **said}, HERE)
    assert (reference.key, reference.get("csl-id")) == (key, kept)
    assert to_item(reference)["id"] == (key or kept)


# ---------------------------------------------------------------- any item, any reference

SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["family", "given", "literal", "date-parts", "raw", "season", "year", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*TEXTS, *DATES, *NAMES, "id", "type", "custom", "zzz", "event"]), SHAPES))
def test_any_shape_is_read_and_written(item):
    reference, problems = from_item(item, HERE)
    again = to_item(reference)
    json.dumps(again)
    assert all(problem.kind in ("unread", "markup") for problem in problems)
    assert from_item(again, HERE)[0].type == reference.type


@pytest.mark.parametrize("item", [None, 5, "text", [], [1]])
def test_what_is_no_item_is_told(item):
    reference, problems = from_item(item, HERE)
    assert (dict(reference.fields), [problem.kind for problem in problems]) == ({}, ["unread"])


WORDS = (
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20)
    .map(lambda t: " ".join(t.split()))
    .filter(bool)
)
PLAIN = WORDS.filter(lambda text: "<" not in text and "&" not in text and ":" not in text)
CSL_NAME = st.one_of(
    st.fixed_dictionaries(
        {"family": PLAIN, "given": PLAIN},
        optional=dict.fromkeys(("suffix", "dropping-particle", "non-dropping-particle"), PLAIN)
        | {"comma-suffix": st.just(True)},
    ),
    st.fixed_dictionaries({"literal": PLAIN}),
)
POINT = st.tuples(st.integers(1, 2100), st.integers(1, 12), st.integers(1, 28)).flatmap(
    lambda p: st.integers(1, 3).map(lambda n: list(p[:n]))
)
CSL_DATE = st.fixed_dictionaries(
    {"date-parts": st.lists(POINT, min_size=1, max_size=2)}, optional={"circa": st.just(True)}
)


@given(
    st.sampled_from(sorted(TYPES)),
    st.fixed_dictionaries(
        {}, optional={name: PLAIN for name in TEXTS if name != "citation-key"} | dict.fromkeys(DATES, CSL_DATE)
        | {name: st.lists(CSL_NAME, min_size=1, max_size=3) for name in NAMES},
    ),
)  # fmt: skip
def test_every_item_comes_back_whole(kind, said):
    item = {"id": "a", "type": kind, **said}
    assert to_item(from_item(item, HERE)[0]) == {**item, "citation-key": "a"}


PERSON = st.one_of(
    st.builds(Person, PLAIN, PLAIN, st.sampled_from(["", "van", "de la"]), st.sampled_from(["", "Jr."])),
    st.builds(Person, PLAIN, literal=st.just(True)),
)
HELD = [
    "title",
    "container",
    "volume",
    "series",
    "publisher",
    "address",
    "url",
    "note",
    "abstract",
    "howpublished",
    "pages",
    "library",
]


@given(
    st.sampled_from(["article", "book", "incollection", "inproceedings", "online", "misc"]),
    st.dictionaries(st.sampled_from(HELD), WORDS.filter(lambda text: ":" not in text)),
    st.lists(PERSON, max_size=3).map(tuple),
    st.booleans(),
)
def test_every_reference_comes_back_whole(kind, said, people, others):
    reference = Reference(kind, "a").with_fields(said).with_field("author", Names(people, others and bool(people)))
    item, held = written(reference)
    assert held >= reference.fields.keys()
    again, _ = from_item(item, Origin("", ""))
    assert {name: field.value for name, field in again.fields.items() if name != "csl-type"} == {
        name: field.value for name, field in reference.fields.items()
    }
    assert again.key == "a"
