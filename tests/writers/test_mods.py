"""References → MODS as the user guide has it, and as bibutils and Zotero look for it."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.exchange.mods.forms import FORMS
from citekit.formats import Input, Library
from citekit.model import Field, Names, Reference
from citekit.readers import mods as reader
from citekit.values.names import Person
from citekit.writers import mods as writer

NAMESPACES = {"m": "http://www.loc.gov/mods/v3"}


def reference(kind="article", key="", **said):
    return Reference(kind, key, {name.replace("__", "-"): Field(value) for name, value in said.items()})


def written(*references):
    return writer.write(Library(references))


def record(*references):
    return ET.fromstring(written(*references).data).find("m:mods", NAMESPACES)


def again(one):
    library = reader.read(Input(written(one).data, "out.xml"))
    assert library.problems == ()
    return library.references[0]


def fields(one):
    return {name: field.value for name, field in one.fields.items()}


A = Names((Person("A", "B."),))
ARTICLE = reference(
    key="Berg2010", author=Names((Person("Berg", "Jan", "van der", "Jr."), Person("WHO", literal=True)), True),
    title="On <things> & more", shorttitle="Things", container="Journal of Things", container_short="J. Things", year="2010", month="may",
    day="20", volume="28", number="15", pages="2438--2444", doi="10.1000/182", issn="1527-7755, 0732-183X", keywords="one, two",
    note="First.\nSecond.", url="https://example.org/a", urldate="2020-05-03", pmid="123456", pmcid="PMC1234567", file="a.pdf; b.pdf",
    language="eng", abstract="One.\nTwo.", annotation="Mine", library="QH 1", copyright="Free", mods__identifier_local="x",
)  # fmt: skip
ARTICLE = reference(
    "article", "Berg2010", **{n.replace("identifier_local", "identifier-local"): v for n, v in fields(ARTICLE).items()}
)


def test_an_article_as_the_user_guide_has_it():
    found = record(ARTICLE)
    text = lambda path: [each.text for each in found.findall(path, NAMESPACES)]  # noqa: E731
    host = "m:relatedItem[@type='host']/"
    assert found.get("ID") == "Berg2010"
    assert text("m:titleInfo[@type='abbreviated']/m:title") == ["Things"]
    assert text("m:name/m:namePart[@type='family']") == ["van der Berg"]
    assert text("m:name[@type='corporate']/m:namePart") == ["WHO"]
    assert text("m:name/m:role/m:roleTerm[@type='code']") == ["aut", "aut", "aut"]
    assert len(found.findall("m:name/m:etal", NAMESPACES)) == 1
    assert text("m:originInfo/m:dateIssued[@encoding='w3cdtf']") == ["2010-05-20"]
    assert text(host + "m:titleInfo/m:title") == ["Journal of Things", "J. Things"]
    assert text(host + "m:genre[@authority='marcgt']") == ["periodical"]
    assert text(host + "m:part/m:detail[@type='volume']/m:number") == ["28"]
    assert text(host + "m:part/m:detail[@type='issue']/m:number") == ["15"]
    assert text(host + "m:part/m:extent[@unit='pages']/m:end") == ["2444"]
    assert text("m:genre[@authority='local']") == ["journalArticle"]
    assert text("m:identifier[@type='citekey']") == ["Berg2010"]
    assert text("m:subject/m:topic") == ["one", "two"]


def test_an_article_comes_back_whole():
    back = again(ARTICLE)
    assert (back.type, back.key, fields(back)) == (ARTICLE.type, ARTICLE.key, fields(ARTICLE))
    assert written(ARTICLE).problems == ()


BACK = (
    reference("book", author=A, editor=A, title="T", series="S", number="12", serieseditor=A, volume="2", volumes="3", pagetotal="345"),
    reference("collection", editor=A, title="T", publisher="P", address="Ulm", edition="2", isbn="978-3-16-148410-0"),
    reference("incollection", author=A, editor=A, bookauthor=A, container="B", chapter="3", pages="1--2", part="1", isbn="3-16-148410-X"),
    reference("inbook", author=A, container="B", pages="12"),
    reference("inproceedings", author=A, container="Proc. X", eventtitle="X", eventdate="2019", venue="Rome", address="New York", number="4"),
    reference("phdthesis", title="T", school="Ulm"),
    reference("thesis", title="T", type="Habilitation", school="Ulm", publisher="Springer"),
    reference("techreport", title="T", institution="RAND", number="RR-12", version="3"),
    reference("manual", title="T", organization="Acme"),
    reference("patent", title="T", holder=Names((Person("Acme", literal=True),)), number="US 1,234,567"),
    reference("article", container="The Times", entrysubtype="newspaper", year="2009", month="jul-aug"),
    reference("article", container="J", year="1998", date="1998/1999", pages="1--3, 7", eid="e12"),
    reference("article", container="J", year="1985", date="1985/.."),
    reference("misc", eprint="1706.03762", eprinttype="arxiv", eprintclass="cs.CL", language="en", year="in press"),
    reference("online", title="T", urldate="2020-05-03"),
    reference("movie", director=A, title="T", pubstate="forthcoming"),
    reference("book", title="T", origtitle="U", origdate="1889", origpublisher="V", origlocation="Wien", translator=A),
    reference("booklet", title="T"),
    reference("conference", author=A, title="T", container="C"),
)  # fmt: skip


@pytest.mark.parametrize("one", BACK, ids=lambda one: one.type)
def test_other_types_come_back_whole(one):
    back = again(one)
    assert (back.type, fields(back)) == (one.type, fields(one))
    assert written(one).problems == ()


@pytest.mark.parametrize("kind", [*FORMS, "report", "electronic", "mvbook", "suppbook", "anything"])
def test_the_type_comes_back_with_and_without_a_container(kind):
    assert again(reference(kind, title="T")).type == kind
    assert again(reference(kind, title="T", container="C")).type == kind


def test_an_id_is_a_name_and_stands_once():
    found = ET.fromstring(
        written(reference(key="a", title="1"), reference(key="a", title="2"), reference(key="+b", title="3")).data
    )
    assert [each.get("ID") for each in found] == ["a", None, None]
    library = reader.read(Input(written(reference(key="+b", title="3")).data, "x.xml"))
    assert library.references[0].key == "+b"


def test_what_came_from_mods_goes_back():
    one = reference("book", title="T", **{
        "mods-titleinfo-translated": "U", "mods-note-funding": "DFG", "mods-related-otherversion": "V", "mods-classification": "QA",
        "mods-url-preview": "http://x.org/p.png", "mods-physicallocation": "Ulm", "mods-extent": "xi, 402 p. ; 24 cm", "pagetotal": "402",
        "mods-identifier-lccn": "99-1\n99-2", "mods-datemodified": "2001", "mods-tableofcontents": "One",
    })  # fmt: skip
    assert fields(again(one)) == fields(one)
    assert written(one).problems == ()


def test_what_mods_cannot_hold_is_said_once():
    problems = written(reference(title="A", howpublished="x"), reference(title="B", howpublished="y")).problems
    assert [problem.kind for problem in problems] == ["not-held"]
    assert "2 references" in problems[0].message


def test_what_xml_cannot_hold_is_left_out_and_said():
    result = written(reference(title="A\x00B\x1f\ud800C", key='k"\x00<'))
    assert b"ABC" in result.data
    assert "control characters" in result.problems[0].message
    ET.fromstring(result.data)


# ---------------------------------------------------------------- any text

TEXT = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split()))
WORDS = st.from_regex(r"[A-Za-zé&<>\"']{1,8}( [A-Za-zé0-9]{1,8}){0,3}", fullmatch=True)
NAMES = st.builds(
    lambda family, given: Person(family, given),
    st.from_regex(r"[A-ZÉ][a-zé]{2,8}( [A-Z][a-z]{2,5})?", fullmatch=True),
    st.from_regex(r"[A-Z][a-z]{2,6}( [A-Z]\.)?", fullmatch=True),
)
PEOPLE = st.builds(lambda people: Names(tuple(people)), st.lists(NAMES, min_size=1, max_size=3))
REFERENCES = st.fixed_dictionaries(
    {"title": WORDS},
    optional={
        "author": PEOPLE, "translator": PEOPLE, "container": WORDS, "volume": st.integers(1, 999).map(str),
        "number": st.integers(1, 999).map(str), "abstract": WORDS, "note": WORDS, "annotation": WORDS, "language": WORDS, "library": WORDS,
        "year": st.integers(1500, 2099).map(str), "address": WORDS, "copyright": WORDS, "type": WORDS, "edition": WORDS,
        "eventtitle": WORDS, "version": WORDS, "mods-note-funding": WORDS,
    },
)  # fmt: skip


@given(st.sampled_from(["article", "book", "misc", "dataset", "incollection", "techreport"]), REFERENCES)
def test_what_mods_holds_comes_back(kind, said):
    one = Reference(kind, "", {name: Field(value) for name, value in said.items()})
    back = again(one)
    assert (back.type, fields(back)) == (kind, said)
    assert written(one).problems == ()


@given(
    st.dictionaries(
        st.sampled_from(["title", "author", "year", "pages", "isbn", "keywords", "url", "mods-note", "date", "month"]),
        TEXT,
    )
)
def test_any_text_gives_a_file_that_can_be_read(said):
    one = Reference("article", "k", {name: Field(value) for name, value in said.items() if value})
    ET.fromstring(written(one).data)
    assert len(reader.read(Input(written(one).data, "x.xml"))) == 1
