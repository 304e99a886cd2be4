"""Web of Science's plain text, and what Inspec and Medline write in it."""

from __future__ import annotations

import pytest

from citekit.formats import Input
from citekit.model import Library, Names, Person, Reference
from citekit.readers.isi import READER, recognise


def library(text: str, file: str = "savedrecs.txt") -> Library:
    return READER.read(Input.of_text(text, file))


def one(lines: str, kind: str = "J") -> Reference:
    found = library(f"FN Clarivate Analytics Web of Science\nVR 1.0\nPT {kind}\n{lines}\nER\n\nEF\n")
    assert len(found) == 1
    assert not found.problems
    assert not found.blocks
    return found.references[0]


# Written after Clarivate's list of field tags.
ARTICLE = """AU Smith, JA
   Roe, R
AF Smith, John A.
   Roe, Richard
TI Optical properties of doped
   single crystals
SO JOURNAL OF PHYSICS-CONDENSED MATTER
LA English
DT Article
DE optics; crystal
   growth
ID ELECTRIC-FIELD; OPTICS
AB Some text
   goes on.
C1 [Smith, John A.] Univ X, Dept Phys, Bristol, Avon, England.
RP Smith, JA (corresponding author), Univ X, Bristol, Avon, England.
EM smith@example.org
CR Bercha D, 1997, FIZ TVERD TELA, V39, P1219
   Bravina S, 1997, FERROELECTRICS, V192, P197
NR 2
TC 17
Z9 18
PU IOP PUBLISHING LTD
PI BRISTOL
PA DIRAC HOUSE, BRISTOL BS1 6BE, ENGLAND
SN 0953-8984
EI 1361-648X
J9 J PHYS-CONDENS MAT
JI J. Phys.-Condes. Matter
PD JUN 14
PY 2006
VL 18
IS 23
BP 5323
EP 5331
DI 10.1088/0953-8984/18/23/006
PG 9
WC Physics, Condensed Matter
UT WOS:000238592600006
PM 15170338
DA 2020-01-01"""


def test_an_article():
    reference = one(ARTICLE)
    assert reference.type == "article"
    assert {name: reference.get(name) for name in reference.fields} == {
        "author": "Smith, John A. and Roe, Richard",
        "title": "Optical properties of doped single crystals",
        "container": "Journal of Physics-Condensed Matter",
        "container_short": "J. Phys.-Condes. Matter",
        "language": "English",
        "keywords": "optics, crystal growth, ELECTRIC-FIELD",
        "abstract": "Some text goes on.",
        "publisher": "IOP PUBLISHING LTD",
        "address": "BRISTOL",
        "issn": "0953-8984, 1361-648X",
        "year": "2006",
        "month": "jun",
        "day": "14",
        "volume": "18",
        "number": "23",
        "pages": "5323--5331",
        "doi": "10.1088/0953-8984/18/23/006",
        "pmid": "15170338",
        "isi-dt": "Article",
        "isi-c1": "[Smith, John A.] Univ X, Dept Phys, Bristol, Avon, England.",
        "isi-rp": "Smith, JA (corresponding author), Univ X, Bristol, Avon, England.",
        "isi-em": "smith@example.org",
        "isi-cr": "Bercha D, 1997, FIZ TVERD TELA, V39, P1219; Bravina S, 1997, FERROELECTRICS, V192, P197",
        "isi-pa": "DIRAC HOUSE, BRISTOL BS1 6BE, ENGLAND",
        "isi-j9": "J PHYS-CONDENS MAT",
        "isi-wc": "Physics, Condensed Matter",
        "isi-ut": "WOS:000238592600006",
    }


def test_where_everything_stood():
    reference = one(ARTICLE)
    assert reference.origin
    assert (reference.origin.line, reference.origin.number, reference.origin.format) == (3, 1, "isi")
    assert reference.origin.text == f"PT J\n{ARTICLE}\nER"
    journal = reference.fields["container"].origin
    assert journal
    assert (journal.name, journal.line, journal.text) == ("SO", 10, "JOURNAL OF PHYSICS-CONDENSED MATTER")


@pytest.mark.parametrize(
    ("kind", "lines", "entry_type", "container"),
    [
        ("J", "TI One\nSO Nature\nDT Article; Proceedings Paper", "article", "Nature"),
        ("B", "TI One\nSO Handbook of Things\nDT Article; Book Chapter", "incollection", "Handbook of Things"),
        ("B", "TI Handbook of Things\nSO Handbook of Things\nDT Book", "book", ""),
        (
            "S",
            "TI One\nSO Computer Vision - ECCV\nSE Lecture Notes\nDT Proceedings Paper",
            "inproceedings",
            "Computer Vision - ECCV",
        ),
        ("C", "TI One\nSO 2012 IEEE Conference", "inproceedings", "2012 IEEE Conference"),
        ("P", "TI One\nPN US123", "patent", ""),
        ("K", "TI One\nSO Nature", "article", "Nature"),
    ],
)
def test_types(kind, lines, entry_type, container):
    reference = one(lines, kind)
    assert (reference.type, reference.container) == (entry_type, container)


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("AU Gamernyk, RV", "author", "Gamernyk, RV"),
        ("AU Smith, J; Roe, R", "author", "Smith, J and Roe, R"),
        ("AU Smith, J\nCA CMS Collaboration", "author", "Smith, J and CMS Collaboration"),
        ("AU Smith, J\nBA Roe, R\nBF Roe, Richard", "bookauthor", "Roe, Richard"),
        ("BA Roe, R", "author", "Roe, R"),
        ("AU Smith, J\nBE Roe, R\n   Doe, D", "editor", "Roe, R and Doe, D"),
        ("SE Lecture Notes\nBS Subseries", "series", "Lecture Notes: Subseries"),
        ("AR 034708", "pages", "034708"),
        ("BP 5\nEP 9\nAR 034708", "eid", "034708"),
        ("PS 2457-71", "pages", "2457--2471"),
        ("BP 5\nEP 9\nPS 5-9", "isi-ps", ""),
        ("VL 5\nSU 1", "number", "Suppl. 1"),
        ("VL 5\nIS 2\nSU 1", "isi-su", "1"),
        ("PN 2", "part", "2"),
        ("BN 978-3-86490-311-3", "isbn", "978-3-86490-311-3"),
        ("PY 2006\nPD 04 2006", "month", "apr"),
        ("PY 2006\nPD 2006 May-Jun", "month", "may-jun"),
        ("PY 2006\nPD SPR", "date", "2006-21"),
        ("CT 12th Conference\nCY APR 16-18, 2012\nCL Berlin, GERMANY", "eventdate", "2012-04-16/2012-04-18"),
        ("CT 12th Conference\nCY APR 30-MAY 02, 2012", "eventdate", "2012-04-30/2012-05-02"),
        ("CT 12th Conference\nCY APR 16, 2012", "eventdate", "2012-04-16"),
        ("CT 12th Conference\nCY in spring", "isi-cy", "in spring"),
        ("CT 12th Conference\nCL Berlin, GERMANY", "venue", "Berlin, GERMANY"),
        ("CT 12th Conference", "eventtitle", "12th Conference"),
        ("SP IEEE\nHO Univ X", "isi-ho", "Univ X"),
        ("D2 10.1000/182", "isi-d2", "10.1000/182"),
        ("UT MEDLINE:16842170", "pmid", "16842170"),
        (
            "ID 0003-6951/2006/89(4)/041103-1(3)/$23.00],[S0003-6951(06)22430-6],[10.1063/1.2234275]",
            "doi",
            "10.1063/1.2234275",
        ),
        ("ID 0003-6951/2006/89(4)/041103-1(3)/$23.00],[S0003-6951(06)22430-6],[10.1063/1.2234275]", "keywords", ""),
        ("PV USA", "address", "USA"),
        ("NR 5\nTC 7", "isi-tc", ""),
    ],
)
def test_values(lines, field, value):
    assert one(f"TI One\n{lines}").get(field) == value


def test_bodies_are_bodies():
    assert one("TI One\nAU Smith, J\nCA CMS Collaboration").author == Names(
        (Person("Smith", "J"), Person("CMS Collaboration", literal=True))
    )


def test_records_that_are_cut_are_read_and_named():
    found = library("FN X\nVR 1.0\nPT J\nTI One\nPT J\nTI Two\nER\nPT J\nTI Three")
    assert [each.title for each in found] == ["One", "Two", "Three"]
    assert [(each.kind, each.line) for each in found.problems] == [("syntax", 3), ("syntax", 8)]


def test_a_record_with_nothing_in_it_is_kept_and_named():
    found = library("FN X\nVR 1.0\nPT J\nER\nPT J\nTI Two\nER\nEF")
    assert [(each.kind, each.text, each.line) for each in found.blocks] == [("failed", "PT J\nER", 3)]
    assert [each.line for each in found.problems] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "FN ISI Export Format\nVR 1.0\nPT J\nTI One\nER",
        "\ufeffFN Clarivate Analytics Web of Science\nVR 1.0\n",
        "FN Thomson Reuters\n\nVR 1.0\n",
        "PT J\nAU Smith, J\nTI One\nER",
        "words before\nPT S\nAN 1\nTI One\nER",
    ],
)
def test_recognised(text):
    assert recognise(Input.of_text(text, "-"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PT J\nis all it says",
        "FN is a rifle\nmade in Belgium",
        "PMID- 28754806\nPT  - Journal Article\nTI  - One\n",
        "TY  - JOUR\nTI  - One\nER  - ",
        "OWN - NLM\nSTAT- MEDLINE\nAU  - Smith J\nPT  - Letter\n",
    ],
)
def test_other_texts_are_not(text):
    assert not recognise(Input.of_text(text, "-"))
