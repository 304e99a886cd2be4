"""nbib → references. The samples are written after NLM's table of fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.formats import Input
from citekit.readers.nbib import READER, read
from citekit.values.names import Person

ARTICLE = """PMID- 11111111
OWN - NLM
STAT- MEDLINE
DCOM- 20180731
IS  - 1234-5679 (Electronic)
IS  - 8765-4321 (Linking)
VI  - 10
IP  - 4
DP  - 2018 Apr
TI  - On things that go on over the end of a line: a systematic\x20
      review.
PG  - 335-9
LID - 10.1000/things.2018 [doi]
AB  - AIM: To know. RESULT: We
      know.
CI  - (c) The authors.
FAU - Smith, Jane A
AU  - Smith JA
AUID- ORCID: 0000-0000-0000-0001
AD  - Department of Things, Ulm.
CN  - The Thing Group
FAU - van der Roe, Rita
AU  - van der Roe R
LA  - eng
PT  - Journal Article
PT  - Review
DEP - 20170728
PL  - England
TA  - J Things
JT  - Journal of things
JID - 101517079
SB  - IM
MH  - *Things/classification
OTO - NOTNLM
OT  - things
EDAT- 2017/07/30 06:00
PHST- 2017/05/05 00:00 [received]
AID - things-2018 [pii]
AID - 10.1000/things.2018 [doi]
PST - ppublish
SO  - J Things. 2018 Apr;10(4):335-339. doi: 10.1000/things.2018.
"""

CHAPTER = """PMID- 22222222
STAT- Publisher
PB  - University of Things
DP  - 1993
TI  - A chapter.
BTI - ThingReviews(R)
FED - Adams, Ed
ED  - Adams E
FAU - Marcel, Carl LM
AU  - Marcel CLM
LA  - eng
PT  - Book Chapter
PL  - Seattle (WA)
AID - NBK7050 [bookaccession]
"""


def library(text, file="set.nbib"):
    data = text if isinstance(text, bytes) else text.encode()
    return read(Input(data, file))


def values(reference):
    return {name: reference.get(name) for name in reference.fields}


def test_an_article():
    found = library(ARTICLE)
    (reference,) = found
    assert (reference.type, reference.key) == ("article", "")
    assert values(reference) == {
        "title": "On things that go on over the end of a line: a systematic review",
        "author": "Smith, Jane A and The Thing Group and van der Roe, Rita",
        "container": "Journal of things",
        "container_short": "J Things",
        "year": "2018",
        "month": "apr",
        "volume": "10",
        "number": "4",
        "pages": "335--339",
        "doi": "10.1000/things.2018",
        "pmid": "11111111",
        "issn": "1234-5679",
        "abstract": "AIM: To know. RESULT: We know.",
        "copyright": "(c) The authors.",
        "language": "eng",
        "nbib-pl": "England",
        "keywords": "things, Things/classification",
        "nbib-mh": "*Things/classification",
        "nbib-pt": "Journal Article; Review",
        "nbib-ad": "[1] Department of Things, Ulm.",
        "nbib-auid": "[1] ORCID: 0000-0000-0000-0001",
        "nbib-aid": "things-2018 [pii]",
        "nbib-is": "1234-5679 (Electronic); 8765-4321 (Linking)",
        "nbib-dep": "20170728",
        "nbib-jid": "101517079",
    }
    assert reference.author.people[1] == Person("The Thing Group", literal=True)
    assert not found.problems


def test_each_value_remembers_its_tag_and_line():
    (reference,) = library("\n\n" + ARTICLE)
    origin = reference.fields["title"].origin
    assert (origin.file, origin.format, origin.name, origin.line, origin.number) == ("set.nbib", "nbib", "TI", 12, 1)
    assert (reference.origin.line, reference.origin.text) == (3, ARTICLE.strip())


def test_a_chapter_stands_in_its_book():
    (reference,) = library(CHAPTER)
    assert reference.type == "incollection"
    assert values(reference) == {
        "title": "A chapter",
        "container": "ThingReviews(R)",
        "author": "Marcel, Carl LM",
        "editor": "Adams, Ed",
        "publisher": "University of Things",
        "address": "Seattle (WA)",
        "year": "1993",
        "pmid": "22222222",
        "language": "eng",
        "nbib-pt": "Book Chapter",
        "nbib-aid": "NBK7050 [bookaccession]",
    }


def test_a_book_has_its_own_title():
    (reference,) = library(
        "PMID- 1\nBTI - On things.\nVTI - Part two\nCTI - Things\nEN  - 2nd\nISBN- ISBN 978-3-86680-192-9\nPT  - Book\n"
    )
    assert (reference.type, reference.title, reference.container) == ("book", "On things", "")
    assert [reference.get(name) for name in ("series", "edition", "isbn", "nbib-vti")] == [
        "Things", "2nd", "978-3-86680-192-9", "Part two",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE + "\n" + CHAPTER,
        "\n\n" + ARTICLE + "\n\n\n" + CHAPTER + "\n\n",
        ARTICLE + CHAPTER,
        (ARTICLE + "\n" + CHAPTER).rstrip(),
        (ARTICLE + "\n" + CHAPTER).replace("\n", "\r\n"),
        "\ufeff" + ARTICLE + "\n" + CHAPTER,
        (ARTICLE + "\n" + CHAPTER).encode("utf-16"),
    ],
    ids=["", "more empty lines", "no empty line", "no end", "dos", "mark", "utf-16"],
)
def test_several_records(text):
    found = library(text)
    assert [each.title.split()[0] for each in found] == ["On", "A"]
    assert [each.origin.number for each in found] == [1, 2]
    assert not found.problems
    assert READER.recognise(Input(text if isinstance(text, bytes) else text.encode(), "-"))


def test_records_may_begin_with_another_tag():
    found = library("OWN - NLM\nTI  - One.\nDP  - 1999\n\nFAU - Roe, R\nTI  - Two.\n")
    assert [each.title for each in found] == ["One", "Two"]


def test_an_empty_line_within_a_record_does_not_end_it():
    (reference,) = library("PMID- 1\nTI  - One.\nAB  - First.\n\n      Second.\n\nVI  - 3\nIP  - 4\n")
    assert (reference.get("abstract"), reference.get("volume"), reference.get("number")) == ("First. Second.", "3", "4")


def test_what_is_no_record_is_kept_and_told():
    found = library("PMID- 1\nTI  - One.\n\nnot a line of ours\n\nPMID- x\nSTAT- y\n")
    assert [each.title for each in found] == ["One"]
    assert [(block.kind, block.text, block.line) for block in found.blocks] == [
        ("failed", "not a line of ours", 4), ("failed", "PMID- x\nSTAT- y", 6),
    ]  # fmt: skip
    assert [(problem.kind, problem.line) for problem in found.problems] == [("syntax", 4), ("syntax", 6)]


def test_a_tag_that_we_have_no_field_for_is_kept_and_bookkeeping_is_not():
    (reference,) = library("PMID- 1\nTI  - X.\nGR  - R01/HL\nGR  - R02/HL\nXYZ - new\nEDAT- 2017/07/30 06:00\n")
    assert values(reference) == {"pmid": "1", "title": "X", "nbib-gr": "R01/HL; R02/HL", "nbib-xyz": "new"}


def test_space_that_is_no_blank_stays():
    (reference,) = library("PMID- 1\nTI  - 5\u00a0mg of  x.\n")
    assert reference.title == "5\u00a0mg of x"


def test_latin_1_is_read():
    assert library("PMID- 1\nTI  - Müller.\n".encode("latin-1")).references[0].title == "Müller"


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        CHAPTER,
        "TI  - X.\nDP  - 2019\nJT  - Things\n",
        "UI  - 12345\nTI  - X.\nSO  - Lancet. 30(11):1759-1764, 2019 Nov.\n",
    ],
)
def test_recognised(text):
    assert READER.recognise(Input(text.encode(), "-"))


def test_the_name_of_the_file_tells_where_there_are_few_tags():
    assert READER.recognise(Input(b"TI  - X.\n", "set.nbib"))
    assert not READER.recognise(Input(b"TI  - X.\n", "-"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PMC some PMC\n  PMID\n\n\nSO-something stands here",
        "TY  - JOUR\nTI  - X\nPMID- 3\nER  - \n",
        "TI  - X\nAU  - Roe\nPY  - 1999\nER  - \n",
        "PT J\nAU Roe, R\nTI X\nER\n",
        "PMID: 28754806\nSmith J. On things.",
        "The tag PMID- is the first.\nPMID- 1\n",
        "<html><pre>PMID- 1</pre></html>",
        "AB  - prose with a dash\nand more prose\n",
        "@article{a, title = {PMID- 1}}",
        "%0 Journal Article\n%T X\n",
    ],
)
def test_not_recognised(text):
    assert not READER.recognise(Input(text.encode(), "set.txt"))


@given(st.text(alphabet="PMIDTAUFBO- \n1x\u00a0[]", max_size=200))
def test_nothing_raises_and_no_line_is_lost(text):
    found = read(Input.of_text(text, "-"))
    kept = " ".join([*(each.origin.text for each in found), *(block.text for block in found.blocks)])
    assert kept.split() == text.split()
