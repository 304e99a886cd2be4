"""Zotero's items and our references. The items are written after https://www.zotero.org/support/dev/web_api/v3/write_requests and the
schema at https://api.zotero.org/schema; dates and lines of Extra after Zotero's pages on them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.exchange.zotero import from_item, to_item
from citekit.exchange.zotero.dates import read_accessed, read_date, write_date
from citekit.exchange.zotero.extra import read_extra
from citekit.exchange.zotero.fields import is_field, our_field
from citekit.exchange.zotero.people import creator, of_text, our_names, person
from citekit.exchange.zotero.schema import CSL_TYPES, ITEM_TYPES, ItemType
from citekit.exchange.zotero.types import ENTRY_TYPES, item_type
from citekit.model import Names, Person, Reference
from citekit.values.names import parse_person


def read(**data):
    reference = from_item({"itemType": "journalArticle", "creators": [], "tags": []} | data)
    assert reference is not None
    return reference


def of(entry_type="article", key="", **fields):
    return Reference(entry_type, key).with_fields(fields)


def back(reference):
    again = from_item(to_item(reference))
    assert again is not None
    return again


ARTICLE = {
    "key": "ABCD2345",
    "version": 57,
    "library": {"type": "user", "id": 475425, "name": "Ann Roe", "links": {}},
    "links": {},
    "meta": {"creatorSummary": "Roe and Doe", "parsedDate": "2009-06-04", "numChildren": 1},
    "data": {
        "key": "ABCD2345",
        "version": 57,
        "itemType": "journalArticle",
        "title": "Growth of <i>E. coli</i> at 10<sup>3</sup> Pa",
        "creators": [
            {"creatorType": "author", "firstName": "Annet", "lastName": "van Roe"},
            {"creatorType": "author", "firstName": "John, Jr.", "lastName": "Doe"},
            {"creatorType": "author", "name": "Center for History and New Media"},
            {"creatorType": "translator", "firstName": "T.", "lastName": "Lator"},
        ],
        "abstractNote": "First line.\nSecond.",
        "publicationTitle": "Journal of Growth",
        "journalAbbreviation": "J. Growth",
        "volume": "5",
        "issue": "2",
        "pages": "2438-44",
        "date": "June 4, 2009",
        "series": "", "seriesTitle": "On growing", "seriesText": "",
        "DOI": "https://doi.org/10.1000/182",
        "ISSN": "0028-0836, 1476-4687",
        "url": "https://example.org/182",
        "accessDate": "2014-06-12T21:28:55Z",
        "archive": "", "libraryCatalog": "DOI.org (Crossref)", "callNumber": "QH 1",
        "shortTitle": "Growth", "language": "en", "rights": "CC BY",
        "extra": "Citation Key: roe2009\nPMID: 19494219\nPMCID: PMC2690047\ntex.annotation: good\nPrinted in two colours.",
        "tags": [{"tag": "bacteria"}, {"tag": "pressure", "type": 1}],
        "collections": ["BCDE3456"],
        "relations": {"owl:sameAs": "http://zotero.org/groups/1/items/JKLM4567"},
        "dateAdded": "2014-06-12T21:28:55Z", "dateModified": "2015-01-01T00:00:00Z",
    },
}  # fmt: skip


def test_an_article_is_read_whole():
    reference = from_item(ARTICLE, "zotero:", 3)
    assert (reference.type, reference.key) == ("article", "roe2009")
    assert reference.author == Names(
        (
            Person("Roe", "Annet", "van"),
            Person("Doe", "John", "", "Jr."),
            Person("Center for History and New Media", literal=True),
        )
    )
    assert {name: reference.get(name) for name in reference.fields if name != "author"} == {
        "translator": "Lator, T.",
        "title": "Growth of E. coli at 10³ Pa",
        "abstract": "First line.\nSecond.",
        "container": "Journal of Growth",
        "container_short": "J. Growth",
        "volume": "5", "number": "2", "pages": "2438--2444",
        "zotero-seriestitle": "On growing",
        "year": "2009", "month": "jun", "day": "4",
        "doi": "10.1000/182", "issn": "0028-0836, 1476-4687", "url": "https://example.org/182", "urldate": "2014-06-12",
        "zotero-librarycatalog": "DOI.org (Crossref)", "library": "QH 1",
        "shorttitle": "Growth", "language": "en", "copyright": "CC BY",
        "keywords": "bacteria, pressure",
        "pmid": "19494219", "pmcid": "PMC2690047", "annotation": "good", "note": "Printed in two colours.",
        "zotero-key": "user/475425/ABCD2345", "zotero-version": "57",
    }  # fmt: skip
    assert (reference.origin.file, reference.origin.number, reference.origin.name) == ("zotero:", 3, "ABCD2345")
    assert json.loads(reference.origin.text) == ARTICLE["data"]
    title = reference.fields["title"].origin
    assert (title.name, title.text) == ("title", "Growth of <i>E. coli</i> at 10<sup>3</sup> Pa")
    assert reference.fields["container"].origin.name == "publicationTitle"


def test_an_article_is_written_as_it_was():
    item = to_item(from_item(ARTICLE))
    before = {name: value for name, value in ARTICLE["data"].items() if value}
    changed = {name: item.get(name) for name in item if item.get(name) != before.get(name)}
    assert changed == {
        "citationKey": "roe2009",
        "title": "Growth of E. coli at 10³ Pa",
        "pages": "2438-2444",
        "date": "2009-06-04",
        "DOI": "10.1000/182",
        "accessDate": "2014-06-12",
        "PMID": "19494219",
        "PMCID": "PMC2690047",
        "tags": [{"tag": "bacteria"}, {"tag": "pressure"}],
        "extra": "tex.annotation: good\nPrinted in two colours.",
    }
    assert set(before) - set(item) == {"key", "version", "collections", "relations", "dateAdded", "dateModified"}


def test_the_data_alone_will_do_and_an_older_server_keeps_the_key_in_extra():
    reference = from_item(ARTICLE["data"])
    assert reference.get("zotero-key") == "ABCD2345"
    older = ItemType({"title": "title", "extra": "extra"}, ("author",))
    item = to_item(reference, {"journalArticle": older})
    assert item["extra"].startswith("Citation Key: roe2009\n")
    assert "PMID: 19494219\n" in item["extra"]
    assert "DOI: 10.1000/182\n" in item["extra"]
    assert {role["creatorType"] for role in item["creators"]} == {"author"}
    assert "Translator: Lator || T.\n" in item["extra"]
    assert set(item) <= {"itemType", "title", "creators", "extra", "tags"}
    again = from_item(item)
    kept = {name: again.get(name) for name in reference.fields if not name.startswith("zotero-")}
    assert kept == {name: reference.get(name) for name in kept}


def test_a_type_that_the_server_does_not_know_is_a_document_of_that_type():
    item = to_item(of("dataset", title="Soil"), {"document": ITEM_TYPES["document"]})
    assert (item["itemType"], item["extra"]) == ("document", "Type: dataset")
    assert from_item(item).type == "dataset"


@pytest.mark.parametrize("kind", ["note", "attachment", "annotation"])
def test_what_describes_no_work_is_no_reference(kind):
    assert from_item({"key": "A", "version": 1, "data": {"itemType": kind, "note": "<p>x</p>"}}) is None


@pytest.mark.parametrize("item", [{}, {"data": []}, {"data": {"itemType": 5}}, {"data": None}])
def test_what_is_no_item_is_no_reference(item):
    assert from_item(item) is None


def test_values_of_the_wrong_type_say_nothing():
    reference = read(
        title=["x"], volume=12, creators=[7, {"creatorType": 1}, {"lastName": "Roe"}], tags={"tag": "x"}, extra=None
    )
    assert {name: reference.get(name) for name in reference.fields} == {"volume": "12"}


# ---------------------------------------------------------------- tables


def test_every_item_type_has_its_entry_type():
    assert list(ENTRY_TYPES) == list(ITEM_TYPES)
    assert set(CSL_TYPES.values()) <= set(ITEM_TYPES)


def test_no_two_fields_of_a_type_are_one_of_ours():
    for name, kind in ITEM_TYPES.items():
        fields = [our_field(name, own) for own in kind.fields if is_field(own)]
        assert len(set(fields)) == len(fields), name
    for name, kind in ITEM_TYPES.items():
        ours = [our_names(role) for role in kind.creators]
        assert len(set(ours)) == len(ours), name


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_every_field_and_creator_of_every_type_goes_there_and_back(kind):
    fields = {own: f"some {own}" for own in ITEM_TYPES[kind].fields if own not in ("date", "accessDate", "extra")}
    fields |= {
        own: "2009-06-04"
        for own in ITEM_TYPES[kind].fields
        if own in ("dateDecided", "dateEnacted", "issueDate", "date")
    }
    data = {
        "itemType": kind,
        "creators": [{"creatorType": role, "firstName": "Ann", "lastName": f"Roe{n}"} for n, role in enumerate(ITEM_TYPES[kind].creators)],
        **fields,
        "accessDate": "2014-06-12",
    }  # fmt: skip
    reference = from_item(data)
    item = to_item(reference)
    by_role = {person["creatorType"]: person for person in item.pop("creators")}
    assert by_role == {person["creatorType"]: person for person in data.pop("creators")}
    assert item == data
    assert from_item(to_item(reference)).fields.keys() == reference.fields.keys()


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (of("article", container="Nature"), "journalArticle"),
        (of("article", entrysubtype="newspaper", container="Times"), "newspaperArticle"),
        (of("misc", eprint="1706.03762", eprinttype="arxiv"), "preprint"),
        (of("article", container="arXiv preprint arXiv:1706.03762"), "preprint"),
        (of("article", container="Nature", eprint="1706.03762", eprinttype="arxiv"), "journalArticle"),
        (of("inproceedings", eprint="1706.03762", eprinttype="arxiv"), "conferencePaper"),
        (of("misc", title="x"), "document"),
        (of("phdthesis"), "thesis"),
        (of("inbook"), "bookSection"),
        (of("online", **{"zotero-itemtype": "blogPost"}), "blogPost"),
        (of("book", **{"zotero-itemtype": "blogPost"}), "book"),
        (of("software"), "computerProgram"),
        (of("no-such-type"), "document"),
    ],
)
def test_item_types(reference, expected):
    assert item_type(reference) == expected


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("PhD thesis", "phdthesis"), ("Ph.D. Dissertation", "phdthesis"), ("Doctoral thesis", "phdthesis"),
        ("Thèse de doctorat", "phdthesis"), ("Dissertation", "phdthesis"), ("Master's thesis", "mastersthesis"),
        ("M.Sc. thesis", "mastersthesis"), ("Masterarbeit", "mastersthesis"), ("Bachelor thesis", "thesis"), ("", "thesis"),
    ],
)  # fmt: skip
def test_a_thesis_says_which(words, entry):
    reference = read(itemType="thesis", title="x", thesisType=words, university="MIT")
    assert (reference.type, reference.get("school")) == (entry, "MIT")
    assert to_item(reference).get("thesisType", "") == words
    assert "extra" not in to_item(reference)


def test_a_type_that_zotero_lacks_is_kept_in_extra():
    item = to_item(of("manual", title="Handbook", organization="ACME"))
    assert (item["itemType"], item["extra"]) == ("book", "tex.entrytype: manual\ntex.organization: ACME")
    assert back(of("manual", title="Handbook", organization="ACME")).type == "manual"


# ---------------------------------------------------------------- preprints


def test_arxiv_is_a_preprint_with_its_archive_id():
    reference = of(
        "misc", "vaswani2017", title="Attention", eprint="1706.03762", eprinttype="arxiv", eprintclass="cs.CL"
    )
    item = to_item(reference)
    assert (item["itemType"], item["repository"], item["archiveID"]) == ("preprint", "arXiv", "arXiv:1706.03762")
    assert item["extra"] == "tex.eprintclass: cs.CL"
    assert {name: back(reference).get(name) for name in reference.fields} == {
        name: reference.get(name) for name in reference.fields
    }


def test_what_zotero_saves_from_arxiv():
    reference = read(
        itemType="preprint", title="Attention", repository="arXiv", archiveID="arXiv:1706.03762", extra="arXiv:1706.03762 [cs]",
        DOI="10.48550/arXiv.1706.03762",
    )  # fmt: skip
    said = [reference.get(name) for name in ("eprint", "eprinttype", "eprintclass", "publisher", "note")]
    assert (reference.type, said) == ("misc", ["1706.03762", "arxiv", "cs", "", ""])


def test_a_published_paper_names_its_preprint_in_extra():
    item = to_item(of(container="Nature", eprint="hep-th/9901001", eprinttype="arXiv"))
    assert (item["itemType"], item["extra"]) == ("journalArticle", "arXiv:hep-th/9901001")


def test_the_archive_that_stands_as_journal_stays():
    reference = of(title="Attention", container="arXiv preprint arXiv:1706.03762", year="2017")
    item = to_item(reference)
    assert (item["itemType"], item["archiveID"]) == ("preprint", "arXiv:1706.03762")
    assert back(reference).container == "arXiv preprint arXiv:1706.03762"
    assert back(reference).type == "article"


# ---------------------------------------------------------------- people


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"firstName": "Annet", "lastName": "van Royen"}, Person("Royen", "Annet", "van")),
        ({"firstName": "Annet", "lastName": "Van Royen"}, Person("Van Royen", "Annet")),
        ({"firstName": "Martin Luther, Jr.", "lastName": "King"}, Person("King", "Martin Luther", "", "Jr.")),
        ({"firstName": "", "lastName": "Plato"}, Person("Plato")),
        ({"firstName": "Plato", "lastName": ""}, Person("Plato")),
        ({"name": "World Health Organization"}, Person("World Health Organization", literal=True)),
        ({"firstName": "", "lastName": "", "name": ""}, None),
        ({}, None),
    ],
)
def test_creators(said, meant):
    assert person(said) == meant


def test_single_field_names_are_bodies():
    assert creator("author", Person("van der X Group", literal=True)) == {
        "creatorType": "author",
        "name": "van der X Group",
    }


def test_others_are_no_creator():
    reference = of(
        title="x", author=Names((Person("Roe", "A."),), others=True), editor=Names((Person("Doe"),), others=True)
    )
    item = to_item(reference)
    assert len(item["creators"]) == 2
    assert item["extra"] == "tex.others: author, editor"
    assert back(reference).author.others
    assert back(reference).names("editor").others


def test_roles_that_a_type_lacks():
    reference = of(
        "misc", title="x", director=Names((Person("Roe", "Ann"),)), foreword=Names((Person("A and B", literal=True),))
    )
    assert to_item(reference)["extra"] == "tex.foreword: {A and B}\nDirector: Roe || Ann"
    assert back(reference).names("director") == reference.names("director")
    assert back(reference).names("foreword") == reference.names("foreword")


def test_the_director_of_a_film_is_one():
    reference = read(itemType="film", creators=[{"creatorType": "director", "firstName": "A", "lastName": "B"},
                                                {"creatorType": "castMember", "name": "The {Who}"}])  # fmt: skip
    assert reference.names("director") == Names((Person("B", "A"),))
    assert reference.get("zotero-castmember") == "{The {Who}}"


def test_names_in_text():
    assert of_text("Roe, Ann and {A and B} and van Dyke, Dick") == Names(
        (Person("Roe", "Ann"), Person("A and B", literal=True), Person("Dyke", "Dick", "van"))
    )


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2009-06-04", {"year": "2009", "month": "jun", "day": "4"}),
        ("2009-06", {"year": "2009", "month": "jun"}),
        ("2009", {"year": "2009"}),
        ("2009-00-00", {"year": "2009"}),
        ("June 4, 2009", {"year": "2009", "month": "jun", "day": "4"}),
        ("4 June 2009", {"year": "2009", "month": "jun", "day": "4"}),
        ("06/2009", {"year": "2009", "month": "jun"}),
        ("00/00/2009", {"year": "2009"}),
        ("04/06/2009", {"year": "2009", "zotero-date": "04/06/2009"}),
        ("2009/2010", {"year": "2009", "date": "2009/2010"}),
        ("2009-06-04/2009-06-08", {"year": "2009", "date": "2009-06-04/2009-06-08"}),
        ("2009-07/2009-08", {"year": "2009", "month": "jul-aug"}),
        ("2009/..", {"year": "2009", "date": "2009/.."}),
        ("1900~", {"year": "1900", "date": "1900~"}),
        ("2009-21", {"year": "2009", "date": "2009-21"}),
        ("Spring 2009", {"year": "2009", "zotero-date": "Spring 2009"}),
        ("in press", {"zotero-date": "in press"}),
        ("2014-06-12T21:28:55Z", {"year": "2014", "month": "jun", "day": "12"}),
        ("", {}),
    ],
)
def test_dates(text, meant):
    assert read_date(text) == meant


@pytest.mark.parametrize(
    ("said", "text", "left"),
    [
        ({"year": "2009", "month": "jun", "day": "4"}, "2009-06-04", {}),
        ({"year": "2009", "month": "jul-aug"}, "2009-07/2009-08", {}),
        ({"year": "2009", "day": "4"}, "2009", {"day": "4"}),
        ({"year": "2009", "date": "2009/2010"}, "2009/2010", {}),
        ({"year": "2009", "month": "jun", "date": "2009-06-04/2009-06-08"}, "2009-06-04/2009-06-08", {"month": "jun"}),
        ({"year": "2009", "date": "2010-05"}, "2009", {"date": "2010-05"}),
        ({"date": "2009-06-04"}, "2009-06-04", {}),
        ({"year": "in press"}, "in press", {"year": "in press"}),
        ({"year": "2009", "zotero-date": "Spring 2009"}, "Spring 2009", {}),
        ({"year": "2010", "zotero-date": "Spring 2009"}, "2010", {}),
        ({"month": "jun"}, "", {"month": "jun"}),
        ({}, "", {}),
    ],
)
def test_written_dates(said, text, left):
    assert write_date(said) == (text, left)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2014-06-12T21:28:55Z", "2014-06-12"), ("2014-06-12 21:28:55", "2014-06-12"), ("2014-06-12", "2014-06-12"), ("CURRENT", "CURRENT")],
)  # fmt: skip
def test_days_of_access(text, day):
    assert read_accessed(text) == day


# ---------------------------------------------------------------- Extra


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Original Date: 1899", "origdate", "1899"),
        ("original-date: 1899", "origdate", "1899"),
        ("{:original-date: 1899}", "origdate", "1899"),
        ("Citation Key: roe2009", "citation key", "roe2009"),
        ("PMID: 19494219", "pmid", "19494219"),
        ("PMCID: PMC2690047", "pmcid", "PMC2690047"),
        ("DOI: 10.1000/182", "doi", "10.1000/182"),
        ("tex.eprint: 1706.03762", "eprint", "1706.03762"),
        ("tex.journaltitle: Nature", "container", "Nature"),
        ("tex.ris-c1: x: y", "ris-c1", "x: y"),
        ("Event Place: Rome", "venue", "Rome"),
        ("type: article-magazine", "item type", "magazineArticle"),
        ("type: nonsense", "", ""),
        ("See https://example.org: good", "", ""),
        ("https://example.org", "", ""),
        ("Publisher:", "", ""),
        ("", "", ""),
        ('tex.annotation: "two\\nlines"', "annotation", "two\nlines"),
        ('Title Short: "Quoted" words', "shorttitle", '"Quoted" words'),
    ],
)
def test_lines_of_extra(line, name, value):
    [read] = read_extra(line)
    assert (read.name, read.value, read.text) == (name, value, line)


def test_extra_says_only_what_no_field_says():
    reference = read(
        title="x", volume="5", extra="Volume: 6\nEdition: 2\nDOI: 10.1000/182\nEditor: Roe || Ann\nEditor: WHO"
    )
    assert (reference.get("volume"), reference.get("edition"), reference.doi) == ("5", "2", "10.1000/182")
    assert reference.names("editor") == Names((Person("Roe", "Ann"), Person("WHO", literal=True)))
    assert reference.get("note") == "Volume: 6"


def test_a_type_in_extra_is_the_items():
    reference = read(itemType="document", title="Soil", extra="type: dataset\n")
    assert (reference.type, reference.get("zotero-itemtype"), reference.get("note")) == ("dataset", "", "")


def test_a_note_that_looks_like_a_field_stays_a_note():
    for note in ("PMID: 12", "one\nEdition: 3\n\ntwo", 'tex.x: "', "a\r\nb"):
        assert back(of(title="x", note=note)).get("note") == note, note


def test_an_extra_of_a_megabyte_is_read_at_once():
    lines = read_extra(("a" * 20 + " ") * 25_000 + "\n" + "tex." + "a" * 500_000 + "\n" + "{:" * 250_000)
    assert [line.name for line in lines] == ["", "", ""]


# ---------------------------------------------------------------- there and back

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["tag", "name", "lastName", "creatorType", "id", "type"]) | st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)  # fmt: skip
PROPERTIES = [
    "title",
    "creators",
    "tags",
    "extra",
    "date",
    "accessDate",
    "library",
    "key",
    "version",
    "archiveID",
    "repository",
    "assignee",
    "x",
]


@given(st.sampled_from(sorted(ITEM_TYPES)), st.dictionaries(st.sampled_from(PROPERTIES), ANYTHING), st.booleans())
def test_no_item_stops_the_reading(kind, data, wrapped):
    data = {**data, "itemType": kind}
    reference = from_item({"data": data, **data} if wrapped else data)
    assert reference is not None
    assert to_item(reference)["itemType"] in ITEM_TYPES


TEXT = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs"), exclude_characters="<>{}|,")
    | st.just(" "),
    min_size=1,
    max_size=30,
).map(lambda text: " ".join(text.split())).filter(bool)  # fmt: skip
PEOPLE = st.lists(
    st.sampled_from(["Roe, Ann", "van Dyke, Dick", "King, Jr., Martin Luther", "Plato", "Xi, 明"]).map(parse_person)
    | TEXT.map(lambda text: Person(text, literal=True)),
    min_size=1,
    max_size=3,
)
PLAIN = (
    "title container container_short volume number series edition publisher address school institution organization type url isbn issn"
    " pmid eprint eprinttype note annotation language chapter eventtitle venue version pubstate library copyright shorttitle abstract"
    " howpublished origdate pagetotal volumes part crossref file ris-c1 zotero-scale zotero-runningtime subtitle titleaddon entrysubtype"
).split()


@given(
    entry_type=st.sampled_from(sorted({*ENTRY_TYPES.values(), "phdthesis", "mastersthesis", "manual", "proceedings", "inbook", "x"})),
    key=st.sampled_from(["", "roe2009", "Roe:2009/a"]),
    fields=st.dictionaries(st.sampled_from(PLAIN), TEXT, max_size=8),
    people=st.dictionaries(
        st.sampled_from(["author", "editor", "director", "holder", "foreword", "illustrator", "contributor", "shortauthor"]),
        st.tuples(PEOPLE, st.booleans()).map(lambda pair: Names(tuple(pair[0]), pair[1])),
        max_size=3,
    ),
    dated=st.fixed_dictionaries(
        {},
        optional={
            "year": st.sampled_from(["2009", "1899", "in press"]),
            "month": st.sampled_from(["jun", "jul-aug"]),
            "day": st.sampled_from(["4", "31"]),
            "date": st.sampled_from(["2009/2010", "2009-21", "1899~", "2010-05-06/2010-05-08"]),
            "urldate": st.sampled_from(["2014-06-12", "June 2014"]),
            "pages": st.sampled_from(["2438--2444", "S12", "1--5, 7--9", "e1043", "a-b"]),
            "doi": st.sampled_from(["10.1000/182", "no doi"]),
        },
    ),
)  # fmt: skip
def test_nothing_is_lost_on_the_way_to_zotero_and_back(entry_type, key, fields, people, dated):
    reference = Reference(entry_type, key).with_fields({**fields, **people, **dated})
    again = back(reference)
    assert again.key == key
    if entry_type != "x":
        assert again.type == entry_type
    for name, field in reference.fields.items():
        if name == "institution" and again.get(name) != field.value:
            assert again.get("school") == field.value  # of a thesis
        elif name == "eprinttype":
            assert again.get(name).lower() == field.value.lower()
        else:
            assert again.fields[name].value == field.value, (name, to_item(reference))
