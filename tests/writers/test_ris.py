"""RIS as it is written, and read again by us and by rispy."""

from __future__ import annotations

import io

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from citekit.exchange import ris
from citekit.exchange.ris import types as ris_types
from citekit.formats import Input
from citekit.model import Field, Library, Names, Person, Reference, Value
from citekit.readers.ris import READER
from citekit.writers.ris import WRITER

ANNA = Person("Berg", "Anna Maria", "van der")
KING = Person("King", "Martin Luther", "", "Jr.")
WHO = Person("World Health Organization", literal=True)


def written(*references: Reference) -> str:
    return WRITER.write(Library(references)).data.decode()


def lines(reference: Reference) -> list[str]:
    return written(reference).rstrip("\n").split("\n")


def again(reference: Reference) -> Reference:
    found = READER.read(Input.of_text(written(reference), "a.ris"))
    assert not found.problems
    assert len(found) == 1
    return found.references[0]


def values(reference: Reference) -> dict[str, Value]:
    return {name: field.value for name, field in reference.fields.items()}


def made(kind: str = "article", key: str = "", **fields: Value) -> Reference:
    return Reference(kind, key, {name: Field(value) for name, value in fields.items()})


ARTICLE = made(
    key="berg2009",
    author=Names((ANNA, KING, WHO), others=True),
    title="One title",
    container="New England Journal of Medicine",
    container_short="N Engl J Med",
    year="2009",
    month="jun",
    day="4",
    volume="360",
    number="23",
    pages="2426--2437",
    doi="10.1056/nejmoa0807865",
    issn="0028-4793, 1533-4406",
    url="https://example.org/1",
    urldate="2020-01-02",
    abstract="Some text.",
    keywords="one, two",
    note="A note",
    language="en",
)


def test_an_article():
    assert lines(ARTICLE) == [
        "TY  - JOUR",
        "AU  - van der Berg, Anna Maria",
        "AU  - King, Martin Luther, Jr.",
        "AU  - World Health Organization,",
        "AU  - et al.,",
        "TI  - One title",
        "T2  - New England Journal of Medicine",
        "J2  - N Engl J Med",
        "VL  - 360",
        "IS  - 23",
        "SP  - 2426",
        "EP  - 2437",
        "DO  - 10.1056/nejmoa0807865",
        "UR  - https://example.org/1",
        "Y2  - 2020/01/02/",
        "LA  - en",
        "AB  - Some text.",
        "N1  - A note",
        "KW  - one",
        "KW  - two",
        "PY  - 2009",
        "DA  - 2009/06/04/",
        "SN  - 0028-4793",
        "SN  - 1533-4406",
        "ID  - berg2009",
        "ER  - ",
    ]


def test_rispy_reads_what_is_written():
    (record,) = rispy.load(io.StringIO(written(ARTICLE)))
    assert record["type_of_reference"] == "JOUR"
    assert record["id"] == "berg2009"
    assert record["authors"][:2] == ["van der Berg, Anna Maria", "King, Martin Luther, Jr."]
    assert record["title"] == "One title"
    assert record["secondary_title"] == "New England Journal of Medicine"
    assert (record["volume"], record["number"]) == ("360", "23")
    assert (record["start_page"], record["end_page"]) == ("2426", "2437")
    assert (record["year"], record["date"]) == ("2009", "2009/06/04/")
    assert record["doi"] == "10.1056/nejmoa0807865"
    assert record["urls"] == ["https://example.org/1"]
    assert record["keywords"] == ["one", "two"]


def test_read_again_it_is_the_same():
    read = again(ARTICLE)
    assert (read.type, read.key) == ("article", "berg2009")
    assert values(read) == values(ARTICLE)
    assert not WRITER.write(Library((ARTICLE,))).problems


def test_records_follow_each_other():
    text = written(made(title="One"), made("book", title="Two"))
    assert text == "TY  - JOUR\nTI  - One\nER  - \n\nTY  - BOOK\nTI  - Two\nER  - \n\n"
    assert [record["title"] for record in rispy.load(io.StringIO(text))] == ["One", "Two"]
    assert written() == ""


@pytest.mark.parametrize(
    ("reference", "line"),
    [
        (made("incollection", editor=Names((ANNA,))), "A2  - van der Berg, Anna Maria"),
        (made("book", editor=Names((ANNA,))), "ED  - van der Berg, Anna Maria"),
        (made("book", serieseditor=Names((ANNA,)), series="S"), "A2  - van der Berg, Anna Maria"),
        (made("incollection", container="Handbook"), "T2  - Handbook"),
        (made("inproceedings", container="Proceedings"), "C3  - Proceedings"),
        (made("inproceedings", container="Proceedings"), "T2  - Proceedings"),
        (made("inproceedings", container="Proceedings", eventtitle="Meeting"), "T2  - Meeting"),
        (made("inproceedings", address="Berlin"), "CY  - Berlin"),
        (made("inproceedings", address="Berlin", venue="Rome"), "C1  - Berlin"),
        (made("movie", director=Names((ANNA,))), "AU  - van der Berg, Anna Maria"),
        (made("movie", author=Names((ANNA,))), "AU  - van der Berg, Anna Maria"),
        (made("phdthesis", school="MIT"), "PB  - MIT"),
        (made("phdthesis", school="MIT"), "M3  - PhD thesis"),
        (made("phdthesis", institution="MIT"), "PB  - MIT"),
        (made("mastersthesis", type="Diplomarbeit"), "M3  - Diplomarbeit"),
        (made("techreport", institution="NASA"), "PB  - NASA"),
        (made("techreport", publisher="NASA"), "PB  - NASA"),
        (made("book", pagetotal="327"), "SP  - 327"),
        (made("book", pages="5"), "EP  - 5"),
        (made("book", isbn="978-3-86490-311-3"), "SN  - 978-3-86490-311-3"),
        (made("article", entrysubtype="newspaper"), "TY  - NEWS"),
        (made("article", month="jul-aug", year="2009"), "DA  - 2009///Jul-Aug"),
        (made("article", date="2009-06"), "DA  - 2009/06//"),
        (made("article", date="2009-21", year="2009"), "DA  - 2009///Spring"),
        (made("article", date="1998/..", year="1998"), "DA  - 1998-"),
        (made("article", pmid="12345678"), "AN  - 12345678"),
        (made("article", pmid="12345678"), "DB  - PubMed"),
        (made("article", pmcid="PMC123456"), "C2  - PMC123456"),
        (made("book", pmcid="PMC123456"), "U2  - PMC123456[pmcid]"),
        (
            made("online", eprint="1706.03762", eprinttype="arxiv", eprintclass="cs.CL"),
            "AN  - arXiv:1706.03762 [cs.CL]",
        ),
        (made("misc", **{"ris-c1": "Verbatim"}), "C1  - Verbatim"),
        (made("misc", **{"ris-ty": "EQUA"}), "TY  - EQUA"),
        (made("book", title="Main", subtitle="Sub"), "TI  - Main: Sub"),
        (made("book", title="One\n  two"), "TI  - One two"),
        (made("riddle", title="One"), "TY  - GEN"),
        (
            made("book", author=Names((Person("University of California, Berkeley", literal=True),))),
            "AU  - University of California,, Berkeley",
        ),
    ],
)
def test_lines(reference, line):
    found = lines(reference)
    assert line in found
    assert found[0].startswith("TY  - ")
    assert found[-1] == "ER  - "


def test_a_type_that_was_read_is_not_written_for_another_type():
    assert lines(made("book", **{"ris-ty": "EQUA"}))[0] == "TY  - BOOK"


def test_what_is_not_held_is_said_once():
    found = WRITER.write(
        Library((made(title="One", bookauthor=Names((ANNA,))), made(crossref="a", bookauthor=Names((ANNA,)))))
    )
    assert [(each.kind, each.message) for each in found.problems] == [
        ("not-held", "RIS has no place for bookauthor, which is left out (2 references)"),
        ("not-held", "RIS has no place for crossref, which is left out (1 reference)"),
    ]
    assert not WRITER.write(Library((made(date="2009-06-04", subtitle="x", title="y"),))).problems
    assert [each.message for each in WRITER.write(Library((made(date="1998-05/1999-02"),))).problems] == [
        "RIS has no place for date, which is left out (1 reference)"
    ]


# ---------------------------------------------------------------- any reference that RIS can hold

WORD = st.text(st.sampled_from("abcdefgxyzÄßé漢ABCXYZ019-.()'"), min_size=1, max_size=8).filter(
    lambda text: any(map(str.isalpha, text))
)
TEXT = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
FAMILY = st.sampled_from(["Smith", "Berg", "O'Brien", "García Lorca", "Müller-Lüdenscheidt", "漢"])
GIVEN = st.sampled_from(["", "Anna", "J. R.", "JR", "Jean-Luc", "Anna M."])
PEOPLE = st.builds(
    Person, FAMILY, GIVEN.filter(bool), st.sampled_from(["", "van", "de la"]), st.sampled_from(["", "Jr.", "III"])
) | st.builds(
    lambda name: Person(name, literal=True),
    st.sampled_from(["World Health Organization", "CERN", "Berkeley, U. of California"]),
)
NAMES = st.builds(Names, st.lists(PEOPLE, min_size=1, max_size=3).map(tuple), st.booleans())
DATES = st.sampled_from(
    [{"year": "2009"}, {"year": "2009", "month": "jun"}, {"year": "2009", "month": "jun", "day": "4"}, {"year": "2009", "month": "jul-aug"},
     {"year": "2009", "date": "2009-22"}, {"year": "1998", "date": "1998/1999"}, {"year": "1998", "date": "1998/.."}, {}]
)  # fmt: skip
PLAIN = ("title", "series", "publisher", "address", "volume", "language", "edition", "annotation", "library")
SPECIAL = {
    "number": st.sampled_from(["3", "12", "Suppl 1", "3-4"]),
    "pages": st.sampled_from(["5", "5--19", "S94--S102", "e1043", "xii--xv", "12--15, 20--22"]),
    "isbn": st.just("978-3-86490-311-3"),
    "issn": st.sampled_from(["0028-4793", "0028-4793, 1533-4406"]),
    "doi": st.sampled_from(
        ["10.1056/nejmoa0807865", "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"]
    ),
    "url": st.just("https://example.org/a?b=c#d"),
    "urldate": st.sampled_from(["2020-01-02", "2020-01", "2020"]),
    "keywords": st.lists(WORD, min_size=1, max_size=3, unique=True).map(", ".join),
    "pmid": st.just("12345678"),
    "pmcid": st.just("PMC123456"),
    "volumes": st.just("2"),
}
TYPES = sorted({ris_types.entry_type(code) for code in ris_types.WRITTEN.values()} - {"thesis"})


@st.composite
def held(draw: st.DrawFn) -> Reference:
    """A reference with fields that a record of its type can hold, in the form that citekit has them."""
    kind = draw(st.sampled_from(TYPES))
    tags = ris.tags(ris_types.WRITTEN[kind])
    fields: dict[str, Value] = {"title": draw(TEXT), **draw(DATES)}
    for name in draw(
        st.lists(st.sampled_from([*PLAIN, *SPECIAL, "author", "editor", "translator", "container"]), unique=True)
    ):
        if name in tags or name in ("isbn", "issn", "pmid", "pmcid"):
            strategy = NAMES if name in ("author", "editor", "translator") else SPECIAL.get(name, TEXT)
            fields[name] = draw(strategy)
    if kind == "inproceedings":
        fields["container"] = draw(TEXT)  # without a container and authors it would be proceedings
    return Reference(
        kind, draw(st.sampled_from(["", "key2009"])), {name: Field(value) for name, value in fields.items()}
    )


@given(held())
def test_everything_that_is_held_comes_back(reference):
    read = again(reference)
    assert (read.type, read.key) == (reference.type, reference.key)
    assert values(read) == values(reference)


@given(
    st.dictionaries(
        st.sampled_from(["title", "ris-c1", "note", "x y", "author", "pages", "date", "year", "urldate"]), st.text()
    )
)
def test_any_text_makes_one_record_that_is_read(fields):
    reference = Reference("article", "k", {name: Field(value) for name, value in fields.items()})
    text = written(reference)
    assert text.startswith("TY  - JOUR\n")
    assert text.endswith("ER  - \n\n")
    assert len(rispy.loads(text)) == 1
    found = READER.read(Input.of_text(text, "-"))
    assert len(found) + len(found.blocks) == 1
