"""References → EndNote XML that EndNote, and we, understand."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.formats import Input, Library
from citekit.model import Field, Names, Reference
from citekit.readers import endnote_xml as reader
from citekit.values.names import Person
from citekit.writers import endnote_xml as writer


def reference(kind="article", key="", **said):
    return Reference(kind, key, {name.replace("__", "-"): Field(value) for name, value in said.items()})


def written(*references):
    return writer.write(Library(references))


def record(*references):
    return ET.fromstring(written(*references).data).find("records/record")


def again(one):
    library = reader.read(Input(written(one).data, "out.xml"))
    assert library.problems == ()
    return library.references[0]


def fields(one):
    return {name: field.value for name, field in one.fields.items()}


ARTICLE = reference(
    key="Smith2010", author=Names((Person("Berg", "Jan", "van der"), Person("WHO, Geneva", literal=True)), True),
    title="On <things> & more", container="Journal of Things", container_short="J. Things", year="2010", month="may", day="20", volume="28",
    number="15", pages="2438--2444", doi="10.1000/182", issn="1527-7755, 0732-183X", keywords="one, two", note="First.\nSecond.",
    url="https://example.org/a", urldate="2020-05-03", pmid="123456", file="a.pdf; b.pdf", endnote__custom5="Box",
)  # fmt: skip


def test_an_article_as_endnote_would_export_it():
    found = record(ARTICLE)
    text = lambda path: ["".join(each.itertext()) for each in found.findall(path)]  # noqa: E731
    assert (found.find("ref-type").attrib, found.find("ref-type").text) == ({"name": "Journal Article"}, "17")
    assert text("contributors/authors/author") == ["van der Berg, Jan", "WHO,, Geneva", "et al.,"]
    assert text("titles/secondary-title") == text("periodical/full-title") == ["Journal of Things"]
    assert text("pages") == ["2438-2444"]
    assert text("dates/pub-dates/date") == ["May 20"]
    assert text("keywords/keyword") == ["one", "two"]
    assert text("isbn") == ["1527-7755\r0732-183X"]
    assert text("electronic-resource-num") == ["10.1000/182"]
    assert text("label") == ["Smith2010"]
    assert text("custom5") == ["Box"]
    assert all(each.find("style") is not None for each in found.iter("author"))


def test_an_article_comes_back_whole():
    back = again(ARTICLE)
    assert (back.type, back.key, fields(back)) == (ARTICLE.type, ARTICLE.key, fields(ARTICLE))
    assert written(ARTICLE).problems == ()


BACK = (
    reference("book", author=Names((Person("A", "B."),)), editor=Names((Person("C", "D."),)), title="T", series="S", pagetotal="345"),
    reference("book", editor=Names((Person("C", "D."),)), title="T", publisher="P", address="Ulm", edition="2", isbn="978-3-16-148410-0"),
    reference("book", author=Names((Person("A", "B."),)), pages="12--34", year="1998", date="1998/1999"),
    reference("book", author=Names((Person("A", "B."),)), pages="12", title="One page"),
    reference("incollection", editor=Names((Person("C", "D."),)), container="B", chapter="3", pages="1--2", serieseditor=Names((Person("E"),))),
    reference("inproceedings", author=Names((Person("A", "B."),)), container="Proc. X", eventtitle="X", venue="Rome", address="New York", pages="1"),
    reference("phdthesis", title="T", school="Ulm"),
    reference("mastersthesis", title="T", school="Ulm"),
    reference("thesis", title="T", type="Habilitation"),
    reference("techreport", title="T", institution="RAND", number="RR-12"),
    reference("patent", title="T", holder=Names((Person("Acme", literal=True),)), number="US 1,234,567"),
    reference("article", container="The Times", entrysubtype="newspaper", year="2009", date="2009-21"),
    reference("misc", eprint="1706.03762", eprinttype="arxiv", eprintclass="cs.CL", language="en"),
    reference("movie", director=Names((Person("A", "B."),)), title="T"),
    reference("online", title="T", url="https://example.org/", urldate="2020-05-03"),
)  # fmt: skip


def test_other_types_come_back_whole():
    for one in BACK:
        back = again(one)
        assert (back.type, fields(back)) == (one.type, fields(one))
        assert written(one).problems == (), one.type


@pytest.mark.parametrize(
    ("said", "year", "date", "lost"),
    [
        ({"year": "2010", "month": "may", "day": "20"}, "2010", "May 20", ()),
        ({"year": "2010", "month": "jul-aug"}, "2010", "July-August", ()),
        ({"date": "2010-05-20"}, "2010", "May 20", ()),
        ({"date": "2010-05-20", "year": "2010", "month": "may", "day": "20"}, "2010", "May 20", ()),
        ({"date": "1998/1999", "year": "1998"}, "1998-1999", None, ()),
        ({"date": "2009-21"}, "2009", "Spring", ()),
        ({"date": "1985/.."}, "1985", None, ("date",)),
        ({"date": "1999", "year": "2001"}, "2001", None, ("date",)),
        ({"year": "2010", "day": "20"}, "2010", None, ("day",)),
        ({"year": "2010", "month": "Michaelmas"}, "2010", None, ("month",)),
    ],
)
def test_dates(said, year, date, lost):
    one = reference("misc", "", **said)
    assert ["".join(each.itertext()) for each in record(one).findall("dates/year")] == [year]
    assert ["".join(each.itertext()) for each in record(one).findall("dates/pub-dates/date")] == (
        [date] if date else []
    )
    assert [problem.message.split()[6] for problem in written(one).problems] == [f"{name}," for name in lost]


def test_what_endnote_cannot_hold_is_said_once():
    problems = written(reference(title="A", howpublished="x"), reference(title="B", howpublished="y")).problems
    assert [problem.kind for problem in problems] == ["not-held"]
    assert "howpublished" in problems[0].message
    assert "2 references" in problems[0].message


def test_what_xml_cannot_hold_is_left_out_and_said():
    result = written(reference(title="A\x00B\x1f\ud800C"))
    assert b"ABC" in result.data
    assert "control characters" in result.problems[0].message


@pytest.mark.parametrize("tag", ["record", "a b", "1", "titles", "<x>", "é"])
def test_a_name_that_would_break_the_record_is_no_element(tag):
    result = written(reference("article", "", **{"title": "T", f"endnote-{tag}": "v"}))
    assert len(result.problems) == 1
    assert fields(again(reference(title="T"))) == fields(reader.read(Input(result.data, "x.xml")).references[0])


def test_nothing_is_a_file_too():
    assert len(reader.read(Input(written().data, "x.xml"))) == 0
    assert reader.recognise(Input(written(ARTICLE).data, "x.xml"))


# ---------------------------------------------------------------- any text

TEXT = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split()))
WORDS = st.from_regex(r"[A-Za-zé&<>\"']{1,8}( [A-Za-zé0-9]{1,8}){0,3}", fullmatch=True)
NAMES = st.builds(
    lambda family, given: Person(family, given),
    st.from_regex(r"[A-ZÉ][a-zé]{2,8}(-[A-Z][a-z]{2,5})?", fullmatch=True),
    st.from_regex(r"[A-Z][a-z]{2,6}( [A-Z]\.)?", fullmatch=True),
)
PEOPLE = st.builds(lambda people: Names(tuple(people)), st.lists(NAMES, min_size=1, max_size=3))
REFERENCES = st.fixed_dictionaries(
    {"title": WORDS},
    optional={
        "author": PEOPLE, "container": WORDS, "volume": st.integers(1, 999).map(str), "number": st.integers(1, 999).map(str),
        "abstract": WORDS, "note": WORDS, "annotation": WORDS, "language": WORDS, "library": WORDS, "year": st.integers(1500, 2099).map(str),
        "publisher": WORDS, "address": WORDS, "shorttitle": WORDS, "endnote-custom1": WORDS,
    },
)  # fmt: skip


@given(st.sampled_from(["article", "misc", "dataset", "incollection"]), REFERENCES)
def test_what_endnote_holds_comes_back(kind, said):
    one = Reference(kind, "", {name: Field(value) for name, value in said.items()})
    back = again(one)
    assert (back.type, fields(back)) == (kind, said)
    assert written(one).problems == ()


@given(
    st.dictionaries(
        st.sampled_from(
            ["title", "author", "year", "pages", "isbn", "keywords", "url", "endnote-x", "date", "month", "holder"]
        ),
        TEXT,
    )
)
def test_any_text_gives_a_file_that_can_be_read(said):
    one = Reference("article", "k", {name: Field(value) for name, value in said.items() if value})
    ET.fromstring(written(one).data)
    assert len(reader.read(Input(written(one).data, "x.xml"))) <= 1
