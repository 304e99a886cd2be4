"""RIS as the specifications have it, and as databases and reference managers write it."""

from __future__ import annotations

import pytest

from citekit.formats import Input
from citekit.model import Library, Names, Person, Reference
from citekit.readers.ris import READER, recognise


def library(text: str, file: str = "refs.ris") -> Library:
    return READER.read(Input.of_text(text, file))


def one(lines: str, kind: str = "JOUR") -> Reference:
    """The only reference of a record of this type with these lines, `TI One title` for short."""
    body = "".join(f"{line[:2]}  - {line[3:]}\n" for line in lines.strip().splitlines())
    found = library(f"TY  - {kind}\n{body}ER  - \n")
    assert len(found) == 1
    assert not found.problems
    return found.references[0]


def fields(reference: Reference, *but: str) -> dict[str, str]:
    return {name: reference.get(name) for name in reference.fields if name not in but}


# The example of the specification (RIS Format Specifications, 2001, "Example").
SPECIFICATION = """TY  - JOUR
A1  - Baldwin,S.A.
A1  - Fugaccia,I.
A1  - Brown,D.R.
A1  - Brown,L.V.
A1  - Scheff,S.W.
T1  - Blood-brain barrier breach following cortical contusion in the rat
JO  - J.Neurosurg.
Y1  - 1996
VL  - 85
SP  - 476
EP  - 481
RP  - Not In File
KW  - cortical contusion
KW  - blood-brain barrier
ER  -
"""


def test_the_example_of_the_specification():
    found = library(SPECIFICATION)
    assert not found.problems
    (reference,) = found.references
    assert reference.type == "article"
    assert fields(reference) == {
        "author": "Baldwin, S.A. and Fugaccia, I. and Brown, D.R. and Brown, L.V. and Scheff, S.W.",
        "title": "Blood-brain barrier breach following cortical contusion in the rat",
        "container": "J.Neurosurg.",
        "year": "1996",
        "volume": "85",
        "pages": "476--481",
        "keywords": "cortical contusion, blood-brain barrier",
    }


def test_where_everything_stood():
    (reference,) = library("\n\n" + SPECIFICATION).references
    assert reference.origin
    assert (reference.origin.line, reference.origin.number, reference.origin.format) == (3, 1, "ris")
    assert reference.origin.text == SPECIFICATION.strip("\n")
    volume = reference.fields["volume"].origin
    assert volume
    assert (volume.name, volume.line, volume.text) == ("VL", 12, "85")


# ---------------------------------------------------------------- dialects


def test_atypon_has_the_journal_three_times_and_the_doi_four_times():
    reference = one(
        """
T1 Hydration forces
AU Valle-Delgado,J. J.
Y1 2005/07/15
PY 2005
DA 2005/07/15
N1 doi: 10.1063/1.1954747
DO 10.1063/1.1954747
T2 The Journal of Chemical Physics
JF The Journal of Chemical Physics
JO J. Chem. Phys.
SP 034708
VL 123
IS 3
SN 0021-9606
M3 doi: 10.1063/1.1954747
UR https://doi.org/10.1063/1.1954747
Y2 2019/03/28
"""
    )
    assert fields(reference) == {
        "title": "Hydration forces",
        "author": "Valle-Delgado, J. J.",
        "year": "2005",
        "month": "jul",
        "day": "15",
        "doi": "10.1063/1.1954747",
        "container": "The Journal of Chemical Physics",
        "container_short": "J. Chem. Phys.",
        "pages": "034708",
        "volume": "123",
        "number": "3",
        "issn": "0021-9606",
        "url": "https://doi.org/10.1063/1.1954747",
        "urldate": "2019-03-28",
    }


def test_pubmed_central_has_numbers_in_user_fields():
    reference = one(
        "U1 26957754[pmid]\nU2 PMC4756000[pmcid]\nU4 jpts-2015-817[PII]\nJ2 J Phys Ther Sci\nJF Journal of physical therapy science"
        "\nPY 2016/01/30/received\nPY 2016/01/15/accepted\nY1 2016/01/"
    )
    assert reference.get("pmid") == "26957754"
    assert reference.get("pmcid") == "PMC4756000"
    assert reference.get("ris-u4") == "jpts-2015-817[PII]"
    assert reference.get("container_short") == "J Phys Ther Sci"
    assert (reference.year, reference.get("month"), reference.get("day")) == ("2016", "jan", "")
    assert reference.get("ris-py") == "2016/01/30/received; 2016/01/15/accepted"


def test_zotero_exports():
    reference = one(
        "TI Attention\nAU Vaswani, Ashish\nT2 Neural Information Processing Systems\nC3 Advances in Neural Information Processing"
        " Systems 30\nCY Long Beach\nDA 2017/12/04/\nPY 2017\nSP 5998\nEP 6008\nN1 <p>My <b>note</b> &amp; more</p>\nL1 /tmp/a.pdf",
        "CONF",
    )
    assert reference.type == "inproceedings"
    assert reference.container == "Advances in Neural Information Processing Systems 30"
    assert reference.get("eventtitle") == "Neural Information Processing Systems"
    assert reference.get("address") == "Long Beach"
    assert (reference.year, reference.get("month"), reference.get("day")) == ("2017", "dec", "4")
    assert reference.get("note") == "My note & more"
    assert reference.get("file") == "/tmp/a.pdf"


def test_endnote_wraps_values_and_lists_on_further_lines():
    text = "TY  - JOUR\nKW  - One\nTwo\n  Three\nSN  - 0021-9606 (Print)\n1089-7690 (Electronic)\nAN  - 12345678\nDP  - NLM\nER  - \n"
    (reference,) = library(text).references
    assert reference.get("keywords") == "One, Two, Three"
    assert reference.get("issn") == "0021-9606, 1089-7690"
    assert reference.get("pmid") == "12345678"
    assert "ris-dp" not in reference.fields


def test_ovid_and_scifinder():
    reference = one(
        "A1 Fanning E.\nY1 2020//\nN2 Text\nM1 Copyright (C) 2016 ACS.\nEP 86\nSP 377\nJA Powder Technol.\nJF Powder Technology"
    )
    assert reference.author.people == (Person("Fanning", "E."),)
    assert reference.get("pages") == "377--386"
    assert reference.get("ris-m1") == "Copyright (C) 2016 ACS."
    assert (reference.container, reference.get("container_short")) == ("Powder Technology", "Powder Technol.")


def test_nature_says_which_date_is_which():
    reference = one("PY 2012/05/16/online\nY1 2012/05/17/print\nM3 10.1038/nature11111\nL3 10.1038/nature11111")
    assert reference.year == "2012"
    assert reference.doi == "10.1038/nature11111"
    assert reference.get("day") == "17"
    assert reference.get("ris-py") == "2012/05/16/online"


# ---------------------------------------------------------------- single tags


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("AU Smith, John A.", (Person("Smith", "John A."),)),
        ("AU Smith,J.A.,Jr.", (Person("Smith", "J.A.", "", "Jr."),)),
        ("AU John A. Smith", (Person("Smith", "John A."),)),
        ("AU Smith JA", (Person("Smith", "JA"),)),
        ("AU van der Berg, Anna", (Person("Berg", "Anna", "van der"),)),
        ("AU World Health Organization", (Person("World Health Organization", literal=True),)),
        ("AU Bourbaki Group,", (Person("Bourbaki Group", literal=True),)),
        ("AU University of California,, Berkeley", (Person("University of California, Berkeley", literal=True),)),
        ("AU Smith, J.; Roe, R.", (Person("Smith", "J."), Person("Roe", "R."))),
        ("AU Smith, J. and Roe, R.", (Person("Smith", "J."), Person("Roe", "R."))),
        ("AU Simon and Schuster Press", (Person("Simon and Schuster Press", literal=True),)),
    ],
)
def test_names(written, names):
    assert one(written).author == Names(names)


@pytest.mark.parametrize("others", ["et al.", "et al.,", "et al", "others", "and others"])
def test_a_list_that_is_cut(others):
    assert one(f"AU Smith, J.\nAU {others}").author == Names((Person("Smith", "J."),), others=True)
    assert one(f"AU Smith, J., {others}").author == Names((Person("Smith", "J."),), others=True)


def test_nobody_is_no_author():
    reference = one("TI One\nAU [Anonymous]")
    assert "author" not in reference.fields
    assert reference.get("ris-au") == "[Anonymous]"


@pytest.mark.parametrize(
    ("kind", "tag", "role"),
    [
        ("CHAP", "A2", "editor"),
        ("CHAP", "ED", "editor"),
        ("CHAP", "A3", "serieseditor"),
        ("CHAP", "A4", "translator"),
        ("CONF", "A2", "editor"),
        ("BOOK", "A2", "editor"),
        ("BOOK", "A4", "translator"),
        ("EDBOOK", "AU", "editor"),
        ("PAT", "AU", "author"),
        ("MPCT", "AU", "director"),
        ("MPCT", "A3", "contributor"),
        ("THES", "A3", "contributor"),
        ("PCOMM", "A2", "recipient"),
        ("RPRT", "A2", "serieseditor"),
        ("JOUR", "A2", "editor"),
    ],
)
def test_roles_by_type(kind, tag, role):
    assert one(f"TI One\n{tag} Smith, John", kind).names(role).people == (Person("Smith", "John"),)


def test_the_second_authors_of_a_book_in_a_series_edit_the_series():
    assert one("TI One\nA2 Smith, John\nT2 Great Series", "BOOK").get("serieseditor") == "Smith, John"


@pytest.mark.parametrize(
    ("kind", "tag", "field"),
    [
        ("CHAP", "T2", "container"),
        ("CHAP", "BT", "container"),
        ("BOOK", "BT", "title"),
        ("UNPB", "BT", "title"),
        ("BOOK", "T2", "series"),
        ("CHAP", "T3", "series"),
        ("JOUR", "T2", "container"),
        ("NEWS", "T2", "container"),
        ("ELEC", "T2", "container"),
        ("THES", "PB", "school"),
        ("RPRT", "PB", "institution"),
        ("BOOK", "PB", "publisher"),
        ("THES", "M3", "type"),
        ("CHAP", "SE", "chapter"),
        ("COMP", "ET", "version"),
        ("BOOK", "ET", "edition"),
        ("BOOK", "CY", "address"),
        ("BOOK", "CN", "library"),
        ("BOOK", "RN", "annotation"),
        ("BOOK", "LK", "url"),
    ],
)
def test_meanings_by_type(kind, tag, field):
    assert one(f"{tag} Something", kind).get(field) == "Something"


@pytest.mark.parametrize(
    ("lines", "container", "short"),
    [
        ("T2 Whole Name", "Whole Name", ""),
        ("JO Whole Name", "Whole Name", ""),
        ("JA J. Abbr.", "J. Abbr.", "J. Abbr."),
        ("J2 J. Abbr.\nT2 Journal of Abbreviations", "Journal of Abbreviations", "J. Abbr."),
        ("JO J. Abbr.\nT2 Journal of Abbreviations", "Journal of Abbreviations", "J. Abbr."),
        ("JF J. Neurosci.\nT2 Journal of Neuroscience", "Journal of Neuroscience", "J. Neurosci."),
    ],
)
def test_the_journal_in_full_and_short(lines, container, short):
    reference = one(lines)
    assert reference.get("container_short") == short
    assert reference.container == container


@pytest.mark.parametrize(
    ("kind", "lines", "field", "value"),
    [
        ("JOUR", "SP 49\nEP 52", "pages", "49--52"),
        ("JOUR", "SP 1-22", "pages", "1--22"),
        ("JOUR", "SP 310-324\nEP 324", "pages", "310--324"),
        ("JOUR", "SP e0815", "pages", "e0815"),
        ("JOUR", "SE 49\nEP 52", "pages", "49--52"),
        ("JOUR", "SP S94\nEP S102", "pages", "S94--S102"),
        ("BOOK", "SP 327", "pagetotal", "327"),
        ("BOOK", "SP xx, 327 p.", "pagetotal", "xx, 327"),
        ("BOOK", "SP 12-15", "pages", "12--15"),
        ("JOUR", "VL 50(2)", "number", "2"),
        ("JOUR", "VL 50(2)\nIS 3", "number", "3"),
        ("JOUR", "CP 3", "number", "3"),
        ("JOUR", "CP Berlin", "address", "Berlin"),
        ("JOUR", "M1 3", "number", "3"),
        ("JOUR", "M1 0", "ris-m1", "0"),
        ("JOUR", "IS 2\nM1 3", "ris-m1", "3"),
        ("JOUR", "VO 8", "volume", "8"),
        ("JOUR", "C7 034708", "eid", "034708"),
        ("JOUR", "C2 PMC4756000", "pmcid", "PMC4756000"),
        ("BOOK", "SN 978-3-86490-311-3", "isbn", "978-3-86490-311-3"),
        ("JOUR", "SN 00219606", "issn", "0021-9606"),
        ("JOUR", "SN 2325-9671 (electronic)", "issn", "2325-9671"),
        ("RPRT", "SN NASA-TM-1", "number", "NASA-TM-1"),
        ("PAT", "SN US1234567", "number", "US1234567"),
        ("RPRT", "SN 978-3-86490-311-3", "isbn", "978-3-86490-311-3"),
        ("JOUR", "SN unknown", "ris-sn", "unknown"),
        ("JOUR", "DO https://doi.org/10.1000/182", "doi", "10.1000/182"),
        ("JOUR", "UR https://doi.org/10.1000/182", "doi", "10.1000/182"),
        ("JOUR", "DO none", "ris-do", "none"),
        ("JOUR", "UR http://a.example/1; http://b.example/2", "url", "http://a.example/1"),
        ("JOUR", "UR http://a.example/1; http://b.example/2", "ris-ur", "http://b.example/2"),
        ("JOUR", "L2 http://a.example/1", "url", "http://a.example/1"),
        ("JOUR", "N1 One\nN1 Two", "note", "One; Two"),
        ("JOUR", "KW One; Two\nKW Three\nKW One", "keywords", "One, Two, Three"),
        ("JOUR", "AN arXiv:1706.03762 [cs.CL]", "eprint", "1706.03762"),
        ("JOUR", "AN WOS:000221807500019", "ris-an", "WOS:000221807500019"),
        ("JOUR", "TI A <i>b</i> &amp; H<sub>2</sub>O, p <0.05", "title", "A b & H₂O, p <0.05"),
        ("JOUR", "TI One\nTI Two", "title", "One"),
        ("JOUR", "TI One\nTI Two", "ris-ti", "Two"),
        ("JOUR", "C1 Note\nC8 Other", "ris-c8", "Other"),
        ("JOUR", "RP IN FILE", "ris-rp", ""),
        ("BOOK", "OP 1899", "origdate", "1899"),
        ("THES", "M3 Ph.D.", "type", "Ph.D."),
    ],
)
def test_values(kind, lines, field, value):
    assert one(f"TI A title\n{lines}" if "TI " not in lines else lines, kind).get(field) == value


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("PY 2001/09/01/", "2001 sep 1"),
        ("PY 2001/00/00/", "2001"),
        ("PY 2001///", "2001"),
        ("Y1 2015/october", "2015 oct"),
        ("PY 1948\nDA July", "1948 jul"),
        ("PY 2006\nDA JUN 14", "2006 jun 14"),
        ("PY 2006\nDA MAY-JUN", "2006 may-jun"),
        ("PY 2013\nDA 2013/07/28", "2013 jul 28"),
        ("PY 2014\nDA 2013/12/05", "2014"),
        ("PY 2001///Spring", "2001 (2001-21)"),
        ("PY 1998-1999", "1998 (1998/1999)"),
        ("DA 20090604", "2009 jun 4"),
    ],
)
def test_dates(lines, date):
    reference = one(f"TI One\n{lines}")
    found = [reference.get(name) for name in ("year", "month", "day")]
    assert " ".join(filter(None, [*found, f"({reference.get('date')})" if reference.get("date") else ""])) == date


def test_a_date_that_nothing_is_made_of_is_kept():
    assert one("TI One\nPY in press").get("ris-py") == "in press"
    assert one("TI One\nPY 2014\nDA 2013/12/05").get("ris-da") == "2013/12/05"


@pytest.mark.parametrize(
    ("kind", "lines", "entry_type"),
    [
        ("THES", "M3 Ph.D.", "phdthesis"),
        ("THES", "M3 Master's thesis", "mastersthesis"),
        ("THES", "TI One", "thesis"),
        ("CONF", "TI One\nED Smith, J.", "proceedings"),
        ("CONF", "TI One\nED Smith, J.\nT2 Conference", "inproceedings"),
        ("Journal Article", "TI One", "article"),
        ("jour", "TI One", "article"),
        ("ELEC", "TI One", "online"),
    ],
)
def test_types(kind, lines, entry_type):
    assert one(lines, kind).type == entry_type


def test_what_a_type_says_besides_ours_is_kept():
    assert one("TI One", "NEWS").get("entrysubtype") == "newspaper"
    assert one("TI One", "EQUA").get("ris-ty") == "EQUA"
    assert "ris-ty" not in one("TI One", "EJOUR").fields


@pytest.mark.parametrize(("written", "key"), [("smith2001", "smith2001"), ("12345", ""), ("two words", "")])
def test_the_id_is_the_key_if_it_looks_like_one(written, key):
    reference = one(f"TI One\nID {written}")
    assert reference.key == key
    assert reference.get("ris-id") == ("" if key else written)


# ---------------------------------------------------------------- files that are not as they should be


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffTY  - JOUR\nTI  - One\nER  - ",
        "TY - JOUR\nTI - One\nER -",
        "TY  -JOUR\nTI  -One\nER  -",
        "ty  - JOUR\nti  - One\ner  - ",
        "TY\t- JOUR\nTI\t- One\nER\t- ",
        "TY  – JOUR\nTI  – One\nER  – ",
        "Record 1\n1.\nTY  - JOUR\nTI  - One\nER  - ",
        "TY  - JOUR\nTI  - One\nER  - whatever",
    ],
)
def test_lines_that_are_not_quite_as_specified(text):
    given = Input.of_text(text, "-")
    assert recognise(given)
    found = READER.read(given)
    assert not found.problems
    assert [each.title for each in found] == ["One"]


def test_carriage_returns_and_other_encodings():
    text = "TY  - JOUR\r\nTI  - Über\r\nER  - \r\n"
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        assert READER.read(Input(text.encode(encoding), "a.ris")).references[0].title == "Über"


def test_records_that_are_cut_or_lack_a_line_are_read_and_named():
    found = library(
        "TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  - \nTI  - Three\nER  - \nTY  - XYZ\nTI  - Four\nER  - "
    )
    assert [each.title for each in found] == ["One", "Two", "Three", "Four"]
    assert [(each.kind, each.line) for each in found.problems] == [("syntax", 1), ("syntax", 6), ("syntax", 8)]
    assert "ER" in found.problems[0].message
    assert "TY" in found.problems[1].message
    assert "XYZ" in found.problems[2].message


def test_a_record_with_nothing_in_it_is_kept_and_named():
    found = library("TY  - JOUR\nER  - \nTY  - JOUR\nTI  - Two\nER  - ")
    assert [(each.kind, each.text, each.line) for each in found.blocks] == [("failed", "TY  - JOUR\nER  - ", 1)]
    assert [each.line for each in found.problems] == [1]


def test_a_dash_in_a_wrapped_abstract_is_no_tag():
    (reference,) = library("TY  - JOUR\nAB  - We saw\nin - vitro\nUS - based\nER  - ").references
    assert reference.get("abstract") == "We saw in - vitro US - based"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PMID- 28754806\nTI  - One\nAU  - Smith J\nJT  - Journal\nDP  - 2001\nER  - \nT1  - x\nPY  - x",
        "FN Clarivate\nVR 1.0\nPT J\nAU Smith, J\nTI One\nER\n\nEF",
        "%0 Journal Article\n%T One\n",
        "Dear reader,\nTY  for your letter - it was nice.\n",
        "@article{a, title = {TY  - JOUR in the middle}}",
        "AU - somebody said\nsomething",
    ],
)
def test_other_texts_are_not_ris(text):
    assert not recognise(Input.of_text(text, "-"))


def test_a_record_without_its_type_is_recognised_in_a_file_that_is_called_ris():
    text = "JF  - Journal\nT1  - One\nPY  - 2001\nER  -"
    assert recognise(Input.of_text(text, "a.ris"))
