"""Entries of Hayagriva and references (https://github.com/typst/hayagriva/blob/main/docs/file-format.md)."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.exchange.hayagriva import from_entry, to_entry, written
from citekit.exchange.hayagriva.tables import ROLES, TYPES
from citekit.model import Names, Origin, Reference
from citekit.values.names import Person

HERE = Origin("a.yml", "hayagriva", 3, 1)


def read(**entry):
    return from_entry("a", {name.replace("_", "-"): value for name, value in entry.items()}, HERE)[0]


def fields(reference):
    return {name: reference.get(name) for name in reference.fields}


ENTRIES = {
    "an article": (
        {"type": "Article", "title": "On things", "author": ["Doan, T. D.", "Tran Thoai, D. B."], "date": "2020-10-14", "page-range": "165-9",
         "serial-number": {"doi": "10.1103/x", "serial": "e1"}, "parent": {"title": "Physical Review B", "volume": "102", "issue": "16"}},
        "article",
        {"title": "On things", "author": "Doan, T. D. and Tran Thoai, D. B.", "year": "2020", "month": "oct", "day": "14", "pages": "165--169",
         "doi": "10.1103/x", "eid": "e1", "container": "Physical Review B", "volume": "102", "number": "16"},
    ),
    "a chapter": (
        {"type": "anthos", "title": "T", "page-range": "129-153", "parent": {"title": "Automata studies", "editor": ["Shannon, C. E."],
         "volume": 34, "date": "1956-04", "serial-number": {"isbn": "978-0"}, "publisher": {"name": "P", "location": "NJ"},
         "parent": {"title": "Annals", "volume": 7}}},
        "incollection",
        {"title": "T", "pages": "129--153", "container": "Automata studies", "editor": "Shannon, C. E.", "volume": "34", "year": "1956",
         "month": "apr", "isbn": "978-0", "publisher": "P", "address": "NJ", "series": "Annals", "number": "7"},
    ),
    "a chapter of an author's book": (
        {"type": "chapter", "title": "T", "parent": {"title": "B", "author": "Rowling, J. K."}},
        "inbook",
        {"title": "T", "container": "B", "bookauthor": "Rowling, J. K."},
    ),
    "a paper": (
        {"type": "article", "title": "T", "parent": [{"type": "proceedings", "title": "Proc."},
         {"type": "conference", "title": "Conf.", "location": "Oslo", "date": "2009-01-02"}]},
        "inproceedings",
        {"title": "T", "container": "Proc.", "eventtitle": "Conf.", "venue": "Oslo", "eventdate": "2009-01-02"},
    ),
    "a book in a series": (
        {"type": "book", "title": "T", "volume": "6", "location": "Bloomington", "parent": {"type": "book", "title": "S", "editor": "Doe, J."}},
        "book",
        {"title": "T", "volume": "6", "address": "Bloomington", "series": "S", "serieseditor": "Doe, J."},
    ),
    "a newspaper": (
        {"type": "article", "title": "T", "parent": {"type": "newspaper", "title": "NYT"}},
        "article",
        {"title": "T", "container": "NYT", "entrysubtype": "newspaper"},
    ),
    "a thesis": (
        {"type": "thesis", "title": "T", "genre": "Doctoral dissertation", "organization": "ETH"},
        "phdthesis",
        {"title": "T", "type": "Doctoral dissertation", "school": "ETH"},
    ),
    "a report": (
        {"type": "report", "title": "T", "organization": "ETH", "serial-number": "TR-1"},
        "techreport",
        {"title": "T", "institution": "ETH", "number": "TR-1"},
    ),
    "a film": (
        {"type": "video", "title": "T", "affiliated": [{"role": "Director", "names": "Cameron, James"},
         {"role": "cast-member", "names": ["Schwarzenegger, Arnold", "Hamilton, Linda"]}], "runtime": "137:00", "time-range": "17:05-17:48"},
        "video",
        {"title": "T", "director": "Cameron, James", "csl-performer": "Schwarzenegger, Arnold and Hamilton, Linda",
         "csl-dimensions": "137:00", "hayagriva-time-range": "17:05-17:48"},
    ),
    "a page": (
        {"type": "web", "title": {"value": "{Ishkur's} Guide", "short": "Guide"}, "author": "Ishkur",
         "url": {"value": "http://x.org/", "date": "2020-11-12"}},
        "online",
        {"title": "Ishkur's Guide", "shorttitle": "Guide", "author": "Ishkur", "url": "http://x.org/", "urldate": "2020-11-12"},
    ),
    "a translation": (
        {"type": "book", "title": "T", "parent": {"type": "original", "title": "O", "date": 1899, "author": "Freud, Sigmund"}},
        "book",
        {"title": "T", "origtitle": "O", "origdate": "1899", "csl-original-author": "Freud, Sigmund"},
    ),
    "a preprint": (
        {"type": "article", "title": "T", "serial-number": {"arxiv": "2003.13722"}, "parent": {"type": "repository", "title": "arXiv"}},
        "unpublished",
        {"title": "T", "eprint": "2003.13722", "eprinttype": "arxiv", "container": "arXiv", "hayagriva-type": "article/repository"},
    ),
    "a blog post": (
        {"type": "article", "title": "T", "parent": {"type": "blog", "title": "B", "url": "https://b.org"}},
        "online",
        {"title": "T", "container": "B", "hayagriva-type": "article/blog", "hayagriva-parent": '[{"type": "blog", "url": "https://b.org"}]'},
    ),
    "an unknown property": ({"type": "book", "title": "T", "tongus": "2"}, "book", {"title": "T", "hayagriva-tongus": "2"}),
}  # fmt: skip


@pytest.mark.parametrize("name", ENTRIES)
def test_entries(name):
    entry, kind, meant = ENTRIES[name]
    reference, problems = from_entry("a", entry, HERE)
    assert problems == ()
    assert (reference.key, reference.type, fields(reference)) == ("a", kind, meant)
    again = from_entry("a", json.loads(json.dumps(to_entry(reference))), HERE)[0]
    assert (again.type, {name: field.value for name, field in again.fields.items()}) == (
        kind, {name: field.value for name, field in reference.fields.items()},
    )  # fmt: skip
    assert written(reference)[1] >= reference.fields.keys()


@pytest.mark.parametrize("name", TYPES)
def test_every_type_comes_back(name):
    assert to_entry(read(type=name.capitalize(), title="T"))["type"] == name


@pytest.mark.parametrize("role", ROLES)
def test_every_role_comes_back(role):
    reference = read(type="book", affiliated={"role": role, "names": ["Doe, Jane", "Roe, Richard"]})
    assert reference.names(ROLES[role]) == Names((Person("Doe", "Jane"), Person("Roe", "Richard")))
    assert to_entry(reference)["affiliated"] == [{"role": role, "names": ["Doe, Jane", "Roe, Richard"]}]


PEOPLE = [
    ("Doe, Janet", Person("Doe", "Janet")),
    ("Luther King, Jr., Martin", Person("Luther King", "Martin", "", "Jr.")),
    ("UNICEF", Person("UNICEF")),
    ("Internet Engineering Task Force", Person("Internet Engineering Task Force", literal=True)),
    ("von der Leyen, Ursula", Person("Leyen", "Ursula", "von der")),
    ({"name": "Watkins", "given-name": "Gloria Jean"}, Person("Watkins", "Gloria Jean")),
    ({"name": "Gaulle", "given-name": "Charles", "prefix": "De"}, Person("Gaulle", "Charles", "De")),
    ({"name": "Smith, Inc. and Sons"}, Person("Smith, Inc. and Sons", literal=True)),
]


@pytest.mark.parametrize(("said", "person"), PEOPLE)
def test_people(said, person):
    reference = read(type="book", author=said)
    assert reference.author == Names((person,))
    assert to_entry(reference)["author"] == said
    made = to_entry(Reference("book", "a").with_field("author", Names((person,))))
    assert read(type="book", author=made["author"]).author == Names((person,))


def test_people_are_strings_where_strings_can_say_it():
    people = Names(
        (Person("Leyen", "Ursula", "von der"), Person("Gaulle", "Charles", "De"), Person("World Bank", literal=True))
    )
    assert to_entry(Reference("book", "a").with_field("author", people))["author"] == [
        "von der Leyen, Ursula",
        {"name": "Gaulle", "given-name": "Charles", "prefix": "De"},
        "World Bank",
    ]


def test_an_alias_is_told_and_comes_back():
    said = {"name": "Watkins", "given-name": "Gloria Jean", "alias": "bell hooks"}
    reference, problems = from_entry("a", {"type": "book", "author": said}, HERE)
    assert [problem.message for problem in problems] == ["the alias in author is not kept"]
    assert to_entry(reference)["author"] == said


def test_a_cut_list():
    reference = read(type="book", author=["Doe, Jane", "others"])
    assert reference.author == Names((Person("Doe", "Jane"),), others=True)
    assert to_entry(reference)["author"] == ["Doe, Jane", "others"]


STRINGS = [
    ("{imagiNary} Publishing", "imagiNary Publishing"),
    ({"value": "UN World Food Programme", "verbatim": True}, "UN World Food Programme"),
    ("Energy $E = m c^2$", "Energy $E = m c^2$"),
    (r"five \$ and \{braces\}", "five $ and {braces}"),
]


@pytest.mark.parametrize(("said", "meant"), STRINGS)
def test_formattable_strings(said, meant):
    reference = read(type="book", title=said)
    assert reference.title == meant
    assert to_entry(reference)["title"] == said


def test_marks_of_ours_are_no_marks_of_hayagriva():
    reference = Reference("book", "a").with_field("title", r"a } and { b $ c \ d")
    assert to_entry(reference)["title"] == r"a \} and \{ b \$ c \\ d"


DATES = [
    ("2020-10-14", {"year": "2020", "month": "oct", "day": "14"}, "2020-10-14"),
    ("1949-05", {"year": "1949", "month": "may"}, "1949-05"),
    ("1949", {"year": "1949"}, 1949),
    ("~2003-06-21", {"year": "2003", "date": "2003-06-21~"}, "~2003-06-21"),
    ("-0001", {"year": "-2", "date": "-0001"}, "-0001"),
    ({"year": "2009", "season": "1"}, {"year": "2009", "date": "2009-21"}, {"year": 2009, "season": 1}),
]


@pytest.mark.parametrize(("said", "meant", "back"), DATES)
def test_dates(said, meant, back):
    reference = read(type="book", date=said)
    assert fields(reference) == meant
    assert to_entry(reference)["date"] == back


NOT_READ = [
    ("url", "no address at all"),
    ("url", "http://"),
    ("language", "eng; ger"),
    ("volumes", "three"),
    ("pagetotal", "xii+300"),
    ("eprint", "123"),
    ("ris-c1", "x"),
]


@pytest.mark.parametrize(("name", "value"), NOT_READ)
def test_what_hayagriva_would_refuse_is_not_written(name, value):
    reference = Reference("book", "a").with_fields({name: value, "title": "T", "eprinttype": "jstor"})
    entry, held = written(reference)
    assert entry == {"type": "book", "title": "T"}
    assert name not in held


@pytest.mark.parametrize(("date", "meant"), [("1999/2000", 1999), ("2009-02-31", "2009-02")])
def test_of_a_range_only_the_begin_is_held(date, meant):
    entry, held = written(Reference("book", "a").with_field("date", date))
    assert (entry["date"], "date" in held) == (meant, False)


def test_what_is_no_entry_is_told():
    for entry in (None, 5, "text", [1]):
        reference, problems = from_entry("a", entry, HERE)
        assert (dict(reference.fields), [problem.kind for problem in problems]) == ({}, ["unread"])


def test_a_type_that_is_none_is_told_and_kept():
    reference, problems = from_entry("a", {"type": "buch", "title": "T"}, HERE)
    assert (reference.type, [problem.message for problem in problems]) == ("misc", ["Hayagriva has no type buch"])


PROPERTIES = """
type title author date parent editor affiliated publisher location organization issue volume volume-total edition page-range page-total
time-range runtime url serial-number language archive archive-location call-number note abstract genre chapter name names role value short x
""".split()
SHAPES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=6)
    | st.sampled_from(["article", "book", "conference", "2009", "Doe, J."]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(PROPERTIES), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(PROPERTIES), SHAPES))
def test_any_shape_is_read_and_written(entry):
    reference, _ = from_entry("a", entry, HERE)
    json.dumps(to_entry(reference))


WORDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12)
HELD = [
    "title",
    "shorttitle",
    "container",
    "volume",
    "number",
    "series",
    "publisher",
    "address",
    "note",
    "abstract",
    "doi",
    "edition",
    "library",
]
FAMILY = st.from_regex(r"[A-Z][a-zé'-]{1,8}( [A-Z][a-z]{1,8})?", fullmatch=True)
PERSON = st.one_of(
    st.builds(
        Person,
        FAMILY,
        WORDS.filter(lambda text: "," not in text),
        st.sampled_from(["", "van", "de la", "De"]),
        st.sampled_from(["", "Jr."]),
    ),
    st.builds(Person, FAMILY.filter(lambda name: " " in name), literal=st.just(True)),
)


@given(
    st.sampled_from(["article", "book", "incollection", "inproceedings", "techreport", "online", "misc", "phdthesis"]),
    st.dictionaries(st.sampled_from(HELD), WORDS),
    st.lists(PERSON, max_size=3).map(tuple),
)
def test_every_reference_comes_back_whole(kind, said, people):
    if "title" not in said:
        said = {name: value for name, value in said.items() if name != "shorttitle"}
    reference = Reference(kind, "a").with_fields(said).with_field("author", Names(people))
    entry, held = written(reference)
    again = from_entry("a", json.loads(json.dumps(entry)), Origin("", ""))[0]
    assert held >= reference.fields.keys()
    assert {name: field.value for name, field in again.fields.items() if name != "hayagriva-type"} == {
        name: field.value for name, field in reference.fields.items()
    }
