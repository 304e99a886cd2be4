"""References → nbib, and back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.formats import Input
from citekit.model import Field, Library, Names, Reference
from citekit.readers.nbib import READER, read
from citekit.values.names import Person
from citekit.writers.nbib import WRITER


def reference(kind="article", **said):
    return Reference(kind, "", {name.replace("__", "-"): Field(value) for name, value in said.items()})


def written(*references):
    return WRITER.write(Library(references))


def lines(*references):
    return written(*references).data.decode().splitlines()


def back(*references):
    return read(Input(written(*references).data, "-"))


ARTICLE = reference(
    author=Names((Person("Roe", "Rita Anna", "van der", "3rd"), Person("The Group", literal=True), Person("Smith", "J")), others=True),
    title="On things",
    origtitle="Von Dingen",
    container="Journal of things",
    container_short="J Things",
    year="2018", month="apr", day="5",
    volume="10", number="4", pages="335--339", doi="10.1000/things", pmid="123", pmcid="PMC456", issn="1234-5679",
    language="ger", keywords="things, Stents", abstract="Said.", retraction="10.1000/gone",
    nbib__mh="*Stents", nbib__is="1234-5679 (Print); 8765-4321 (Linking)", nbib__ad="[1] Ulm; there; [1] Bonn; [3] Kiel",
    nbib__auid="[3] ORCID: 1", nbib__aid="S1 [pii]", nbib__pt="Journal Article; Review", nbib__gr="R01; R02", nbib__cois="None; really.",
    nbib__dep="20170728", nbib__fir="Wood, D L; Tree, T", nbib__irad="[i2] Oslo",
)  # fmt: skip


def test_an_article_is_written_as_pubmed_writes_it():
    assert lines(ARTICLE) == [
        "PMID- 123",
        "IS  - 1234-5679 (Print)",
        "IS  - 8765-4321 (Linking)",
        "VI  - 10",
        "IP  - 4",
        "DP  - 2018 Apr 5",
        "TI  - [On things].",
        "PG  - 335-339",
        "LID - 10.1000/things [doi]",
        "AB  - Said.",
        "FAU - van der Roe, Rita Anna 3rd",
        "AU  - van der Roe RA 3rd",
        "AD  - Ulm; there",
        "AD  - Bonn",
        "CN  - The Group",
        "FAU - Smith, J",
        "AU  - Smith J",
        "AUID- ORCID: 1",
        "AD  - Kiel",
        "FAU - et al.",
        "LA  - ger",
        "GR  - R01",
        "GR  - R02",
        "PT  - Journal Article",
        "PT  - Review",
        "TT  - Von Dingen.",
        "DEP - 20170728",
        "TA  - J Things",
        "JT  - Journal of things",
        "RIN - doi: 10.1000/gone.",
        "MH  - *Stents",
        "PMC - PMC456",
        "OT  - things",
        "COIS- None; really.",
        "FIR - Wood, D L",
        "IR  - Wood DL",
        "FIR - Tree, T",
        "IR  - Tree T",
        "IRAD- Oslo",
        "AID - S1 [pii]",
        "AID - 10.1000/things [doi]",
        "SO  - J Things. 2018 Apr 5;10(4):335-339. doi: 10.1000/things.",
        "",
    ]


def test_what_was_written_is_read_again():
    (found,) = back(ARTICLE)
    assert found.type == "article"
    assert {name: field.value for name, field in found.fields.items()} == {
        **{name: field.value for name, field in ARTICLE.fields.items()},
        "nbib-rin": "doi: 10.1000/gone.",
    }
    assert not written(ARTICLE).problems


def test_long_values_go_on_behind_six_blanks():
    text = lines(reference(title="word " * 60 + "https://example.org/" + "x" * 120, pmid="1"))
    body = [line for line in text if line.startswith(("TI", "   "))]
    assert len(body) == 5
    assert all(re.match(r"TI  - |      \S", line) for line in body)
    assert all(line.endswith(" ") for line in body[:-1])
    assert max(len(line) for line in body[:4]) <= 88
    assert body[-1] == f"      https://example.org/{'x' * 120}."


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("book", {"title": "On things", "publisher": "P", "isbn": "1, 2"}, ["ISBN- 1", "ISBN- 2", "PB  - P", "BTI - On things", "PT  - Book"]),
        ("incollection", {"title": "One", "container": "Many"}, ["TI  - One.", "BTI - Many", "PT  - Book Chapter"]),
        ("inproceedings", {"title": "One", "container": "Proc"}, ["TI  - One.", "BTI - Proc", "PT  - Congress", "PT  - Book Chapter"]),
        ("phdthesis", {"title": "Is it?"}, ["TI  - Is it?", "PT  - Academic Dissertation"]),
        ("misc", {"title": "One"}, ["TI  - One."]),
    ],
)  # fmt: skip
def test_types(kind, fields, expected):
    assert lines(reference(kind, **fields)) == [*expected, ""]


@pytest.mark.parametrize(
    "kind", ["article", "book", "incollection", "inproceedings", "thesis", "techreport", "dataset"]
)
def test_types_come_back(kind):
    held = {"incollection": "Many", "inproceedings": "Many", "article": "J"}.get(kind, "")
    made = reference(kind, title="One", **({"container": held} if held else {}))
    assert [each.type for each in back(made)] == [kind]


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ({"year": "1999", "date": "1999-21"}, "1999 Spring"),
        ({"year": "1998", "month": "dec", "date": "1998-12/1999-01"}, "1998 Dec-1999 Jan"),
        ({"year": "2000", "month": "jan-feb"}, "2000 Jan-Feb"),
        ({"date": "2009-06-04"}, "2009 Jun 4"),
        ({"year": "2000", "nbib__dp": "2000 1st Quart"}, "2000 1st Quart"),
        ({"year": "2001", "nbib__dp": "2000 1st Quart"}, "2001"),
    ],
)
def test_dates(date, line):
    made = reference(title="X", **date)
    assert f"DP  - {line}" in lines(made)
    assert len(written(made).problems) == ("2001" in line)


def test_what_nbib_has_no_place_for_is_said_once_for_each_field():
    made = reference(
        title="X",
        url="http://x",
        pmid="none",
        date="1998/..",
        translator=Names((Person("Roe"),)),
        nbib__too__long="x",
        urldate="2000-01-01",
    )
    problems = written(made, made).problems
    assert {problem.kind for problem in problems} == {"not-held"}
    said = [re.search(r"no place for (\S+),.*\(2 references\)", problem.message)[1] for problem in problems]
    assert sorted(said) == ["date", "nbib-too-long", "pmid", "translator", "url", "urldate"]


def test_a_file_of_ours_is_recognised():
    assert READER.recognise(Input(written(ARTICLE).data, "-"))
    assert READER.recognise(Input(written(reference(title="X", container="J", year="1999")).data, "-"))


def test_no_reference_is_an_empty_file():
    assert written().data == b""


# ---------------------------------------------------------------- any values

WORDS = st.from_regex(r"[^\W\d_]{1,12}( [^\W_]{1,8}){0,6}", fullmatch=True)
WORD = st.from_regex(r"[A-ZÄÖÉ][a-zäöé]{1,10}", fullmatch=True)
PEOPLE = st.lists(
    st.one_of(
        st.builds(Person, WORD, WORD),
        st.builds(Person, WORD, st.just("A B"), st.sampled_from(["", "van der"]), st.sampled_from(["", "Jr"])),
        st.builds(Person, st.builds("The {} Group".format, WORD), literal=st.just(True)),
    ),
    min_size=1,
    max_size=4,
)
NAMES = st.builds(Names, st.builds(tuple, PEOPLE), st.booleans())
VALUES = {
    "author": NAMES,
    "editor": st.builds(Names, st.builds(tuple, PEOPLE)),
    "title": WORDS | st.builds("{}?".format, WORDS) | st.builds("{} Inc.".format, WORDS) | st.builds("[{}]".format, WORDS),
    "container": WORDS | st.builds("{}.".format, WORDS),
    "container_short": WORDS,
    "year": st.integers(1500, 2099).map(str),
    "month": st.sampled_from(["jan", "dec", "may-jun"]),
    "volume": st.sampled_from(["1", "12 Suppl 1", "A"]),
    "number": st.sampled_from(["1", "2-3", "Pt 2"]),
    "pages": st.sampled_from(["1--9", "e12", "xi--xv", "12"]),
    "doi": st.sampled_from(["10.1000/x", "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"]),
    "abstract": WORDS,
    "keywords": st.lists(WORDS, min_size=1, unique=True).map(", ".join),
    "publisher": WORDS,
    "nbib-pl": WORDS,
    "series": WORDS,
    "edition": WORDS,
    "note": WORDS,
    "language": st.just("eng"),
    "isbn": st.just("9781860163593, 9783866801929"),
    "issn": st.just("1234-5679"),
    "pmid": st.integers(1, 10**8).map(str),
    "correction": st.just("10.1000/a, 10.1000/b"),
    "nbib-gr": st.lists(WORDS, min_size=1, unique=True).map("; ".join),
    "nbib-cois": WORDS,
}  # fmt: skip


ALWAYS = {name: VALUES.pop(name) for name in ("title", "container", "year")}


@given(st.fixed_dictionaries(ALWAYS, optional=VALUES))
def test_every_value_that_nbib_holds_comes_back(values):
    made = Reference("article", "", {name: Field(value) for name, value in values.items()})
    (found,) = back(made)
    assert {name: found.fields[name].value for name in values if name in found.fields} == values
    assert not written(made).problems
