"""EndNote's import format as it is written, and read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.exchange import enw
from citekit.exchange.ris import types as ris_types
from citekit.formats import Input
from citekit.model import Field, Library, Names, Person, Reference, Value
from citekit.readers.enw import READER
from citekit.writers.enw import WRITER

ANNA = Person("Berg", "Anna Maria", "van der")
WHO = Person("World Health Organization", literal=True)


def written(*references: Reference) -> str:
    return WRITER.write(Library(references)).data.decode()


def again(reference: Reference) -> Reference:
    found = READER.read(Input.of_text(written(reference), "a.enw"))
    assert not found.problems
    assert len(found) == 1
    return found.references[0]


def values(reference: Reference) -> dict[str, Value]:
    return {name: field.value for name, field in reference.fields.items()}


def made(kind: str = "article", key: str = "", **fields: Value) -> Reference:
    return Reference(kind, key, {name: Field(value) for name, value in fields.items()})


ARTICLE = made(
    key="berg2009",
    author=Names((ANNA, WHO), others=True),
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
    issn="0028-4793",
    pmid="12345678",
    url="https://example.org/1",
    urldate="2020-01-02",
    abstract="Some text.",
    keywords="one, two",
    note="A note",
)


def test_an_article():
    assert written(ARTICLE) == (
        "%0 Journal Article\n%A van der Berg, Anna Maria\n%A World Health Organization,\n%A et al.,\n%T One title\n"
        "%J New England Journal of Medicine\n%V 360\n%N 23\n%P 2426-2437\n%R 10.1056/nejmoa0807865\n%U https://example.org/1\n"
        "%[ 2020/01/02/\n%X Some text.\n%O N Engl J Med\n%Z A note\n%K one\n%K two\n%D 2009\n%8 Jun 4\n%@ 0028-4793\n%M PMID: 12345678\n"
        "%F berg2009\n\n"
    )


def test_read_again_it_is_the_same():
    read = again(ARTICLE)
    assert (read.type, read.key) == ("article", "berg2009")
    assert values(read) == values(ARTICLE)
    assert not WRITER.write(Library((ARTICLE,))).problems


def test_records_follow_each_other():
    text = written(made(title="One"), made("book", title="Two"))
    assert text == "%0 Journal Article\n%T One\n\n%0 Book\n%T Two\n\n"


@pytest.mark.parametrize(
    ("reference", "line"),
    [
        (made("incollection", container="Handbook"), "%B Handbook"),
        (made("incollection", serieseditor=Names((ANNA,))), "%Y van der Berg, Anna Maria"),
        (made("book", editor=Names((ANNA,))), "%E van der Berg, Anna Maria"),
        (made("book", serieseditor=Names((ANNA,)), series="S"), "%E van der Berg, Anna Maria"),
        (made("inproceedings", container="Proceedings"), "%3 Proceedings"),
        (made("inproceedings", container="Proceedings"), "%B Proceedings"),
        (made("movie", director=Names((ANNA,))), "%A van der Berg, Anna Maria"),
        (made("movie", author=Names((ANNA,))), "%A van der Berg, Anna Maria"),
        (made("phdthesis", school="MIT"), "%I MIT"),
        (made("phdthesis", school="MIT"), "%9 PhD thesis"),
        (made("techreport", number="12"), "%N 12"),
        (made("book", pages="5"), "%P p. 5"),
        (made("book", pagetotal="327"), "%P 327"),
        (made("article", entrysubtype="newspaper"), "%0 Newspaper Article"),
        (made("misc", **{"enw-0": "Equation"}), "%0 Equation"),
        (made("misc", **{"enw-caption": "Figure 1"}), "%^ Figure 1"),
        (made("misc", **{"enw-1": "Own"}), "%1 Own"),
        (made("online", eprint="1706.03762", eprinttype="arxiv", eprintclass="cs.CL"), "%M arXiv:1706.03762 [cs.CL]"),
        (made("article", date="2009-21"), "%8 Spring"),
    ],
)
def test_lines(reference, line):
    assert line in written(reference).split("\n")


def test_what_is_not_held_is_said_once():
    found = WRITER.write(Library((made(title="One", crossref="a"), made(crossref="b"))))
    assert [(each.kind, each.message) for each in found.problems] == [
        ("not-held", "EndNote tagged has no place for crossref, which is left out (2 references)")
    ]


def test_a_book_of_a_series_has_no_place_for_its_own_editors():
    found = WRITER.write(Library((made("book", editor=Names((ANNA,)), series="S"),)))
    assert [each.message for each in found.problems] == [
        "EndNote tagged has no place for editor, which is left out (1 reference)"
    ]


# ---------------------------------------------------------------- any reference that the format can hold

WORD = st.text(st.sampled_from("abcdefgxyzÄßé漢ABCXYZ019-.()'"), min_size=1, max_size=8).filter(
    lambda text: any(map(str.isalpha, text))
)
TEXT = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
PEOPLE = st.builds(
    Person,
    st.sampled_from(["Smith", "O'Brien", "García Lorca", "漢"]),
    st.sampled_from(["Anna", "J. R.", "JR", "Jean-Luc"]),
    st.sampled_from(["", "van", "de la"]),
    st.sampled_from(["", "Jr.", "III"]),
) | st.builds(lambda name: Person(name, literal=True), st.sampled_from(["CERN", "Berkeley, U. of California"]))
NAMES = st.builds(Names, st.lists(PEOPLE, min_size=1, max_size=3).map(tuple), st.booleans())
DATES = st.sampled_from(
    [{"year": "2009"}, {"year": "2009", "month": "jun"}, {"year": "2009", "month": "jun", "day": "4"}, {"year": "2009", "month": "jul-aug"},
     {"year": "2009", "date": "2009-22"}, {"year": "1998", "date": "1998/1999"}, {"year": "1998", "date": "1998/.."}, {}]
)  # fmt: skip
PLAIN = (
    "title",
    "series",
    "publisher",
    "address",
    "volume",
    "language",
    "edition",
    "annotation",
    "library",
    "container",
)
SPECIAL = {
    "number": st.sampled_from(["3", "12", "Suppl 1", "3-4"]),
    "pages": st.sampled_from(["5", "5--19", "S94--S102", "e1043", "xii--xv", "12--15, 20--22"]),
    "isbn": st.just("978-3-86490-311-3"),
    "issn": st.sampled_from(["0028-4793", "0028-4793, 1533-4406"]),
    "doi": st.just("10.1056/nejmoa0807865"),
    "url": st.just("https://example.org/a?b=c#d"),
    "urldate": st.sampled_from(["2020-01-02", "2020-01", "2020"]),
    "keywords": st.lists(WORD, min_size=1, max_size=3, unique=True).map(", ".join),
    "pmid": st.just("12345678"),
    "pmcid": st.just("PMC123456"),
    "author": NAMES,
    "translator": NAMES,
}
# EndNote has one type for what RIS calls sound and video.
TYPES = sorted({ris_types.entry_type(code) for code in ris_types.WRITTEN.values()} - {"thesis", "audio", "periodical"})


@st.composite
def held(draw: st.DrawFn) -> Reference:
    """A reference with fields that a record of its type can hold, in the form that citekit has them."""
    kind = draw(st.sampled_from(TYPES))
    tags = enw.tags(enw.code_of(kind))
    fields: dict[str, Value] = {"title": draw(TEXT), **draw(DATES)}
    for name in draw(st.lists(st.sampled_from([*PLAIN, *SPECIAL]), unique=True)):
        if name in tags or name in ("isbn", "issn", "pmid", "pmcid"):
            fields[name] = draw(SPECIAL.get(name, TEXT))
    if kind in ("techreport", "patent", "standard"):
        fields.pop("issn", None)
        fields.pop("isbn", None)
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
        st.sampled_from(["title", "enw-1", "enw-caption", "enw-x y", "note", "author", "pages", "date"]), st.text()
    )
)
def test_any_text_makes_one_record_that_is_read(fields):
    text = written(Reference("article", "k", {name: Field(value) for name, value in fields.items()}))
    assert text.startswith("%0 Journal Article\n")
    found = READER.read(Input.of_text(text, "-"))
    assert len(found) + len(found.blocks) == 1
