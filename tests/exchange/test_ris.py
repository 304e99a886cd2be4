"""RIS's tags and types as tables."""

from __future__ import annotations

import pytest

from citekit.exchange import ris
from citekit.exchange.ris import types as ris_types
from citekit.exchange.tags import dates as tags_dates
from citekit.exchange.tags.dates import When
from citekit.exchange.tags.handlers import is_key, thesis_type
from citekit.exchange.tags.when import when
from citekit.model import Reference

# The types of the 2001 specification ("Reference Type Field Names").
TYPES_OF_2001 = """ABST ADVS ART BILL BOOK CASE CHAP COMP CONF CTLG DATA ELEC GEN HEAR ICOMM INPR JFULL JOUR MAP MGZN MPCT MUSIC
NEWS PAMP PAT PCOMM RPRT SER SLIDE SOUND STAT THES UNBILL UNPB VIDEO""".split()
# Those that the 2011 specification adds.
TYPES_OF_2011 = """AGGR ANCIENT BLOG CHART CLSWK CPAPER DBASE DICT EBOOK ECHAP EDBOOK EJOUR ENCYC EQUA FIGURE GOVDOC GRANT LEGAL
MANSCPT MULTI STAND WEB""".split()


@pytest.mark.parametrize("kind", [*TYPES_OF_2001, *TYPES_OF_2011])
def test_every_type_of_the_specifications_is_known(kind):
    assert ris_types.code(kind) == kind


@pytest.mark.parametrize("entry_type", sorted(ris_types.WRITTEN))
def test_a_type_that_is_written_is_one_of_the_specifications(entry_type):
    assert ris_types.WRITTEN[entry_type] in {*TYPES_OF_2001, *TYPES_OF_2011}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("JOUR", "JOUR"),
        (" jour ", "JOUR"),
        ("Journal Article", "JOUR"),
        ("Book Section", "CHAP"),
        ("Thesis", "THES"),
        ("Riddle", ""),
    ],
)
def test_types_by_code_and_by_name(said, code):
    assert ris_types.code(said) == code


@pytest.mark.parametrize("kind", sorted(ris_types.TYPES))
def test_what_is_written_means_the_same_when_read(kind):
    for field, tag in ris.tags(kind).items():
        meaning = ris.meaning(kind, tag)
        assert meaning == field or meaning.startswith("("), (kind, field, tag)


@pytest.mark.parametrize(
    ("kind", "field", "tag"),
    [
        ("JOUR", "container", "T2"),
        ("JOUR", "container_short", "J2"),
        ("JOUR", "number", "IS"),
        ("JOUR", "editor", "A2"),
        ("CHAP", "editor", "A2"),
        ("CHAP", "serieseditor", "A3"),
        ("CHAP", "chapter", "SE"),
        ("BOOK", "editor", "ED"),
        ("BOOK", "serieseditor", "A2"),
        ("BOOK", "number", "M1"),
        ("BOOK", "series", "T2"),
        ("CONF", "container", "C3"),
        ("CONF", "eventtitle", "T2"),
        ("CONF", "venue", "CY"),
        ("THES", "school", "PB"),
        ("RPRT", "institution", "PB"),
        ("RPRT", "number", "IS"),
        ("PAT", "holder", "PB"),
        ("MPCT", "director", "AU"),
    ],
)
def test_the_tag_of_a_field(kind, field, tag):
    assert ris.tags(kind)[field] == tag


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2001/09/01/", When("2001", "sep", "1")),
        ("2001/9/1", When("2001", "sep", "1")),
        ("2001/00/00/", When("2001")),
        ("2001/05//May-Jun", When("2001", "may")),
        ("2006///May-Jun", When("2006", "may-jun")),
        ("2001///Spring", When("2001", date="2001-21")),
        ("2015/october", When("2015", "oct")),
        ("2013/02/15/received", When("2013", "feb", "15", rest="received")),
        ("1998/1999", When("1998", date="1998/1999")),
        ("1998-", When("1998", date="1998/..")),
        ("2001-02", When("2001", "feb")),
        ("20090604", When("2009", "jun", "4")),
        ("JUN 14", When("", "jun", "14")),
        ("04 2006", When("2006", "apr")),
        ("SPR", When(date="21")),
        ("c1999", When("1999")),
        ("n.d.", When(rest="n.d.")),
        ("YEAR/MONTH/DAY/", When(rest="YEAR/MONTH/DAY/")),
        ("///", When()),
        ("", When()),
    ],
)
def test_dates(text, read):
    assert tags_dates.read(text) == read


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ({"year": "2009", "month": "jun", "day": "4"}, When("2009", "jun", "4")),
        ({"date": "2009-06-04"}, When("2009", "jun", "4")),
        ({"year": "2009", "date": "2009-06"}, When("2009", "jun")),
        ({"year": "2009", "date": "2010-06"}, When("2009", rest="2010-06")),
        ({"date": "2001-21"}, When("2001", date="2001-21")),
        ({"date": "1998/.."}, When("1998", date="1998/..")),
        ({"date": "1998-05/1999-02"}, When(rest="1998-05/1999-02")),
    ],
)
def test_the_date_of_a_reference(fields, meant):
    assert when(Reference().with_fields(fields)) == meant


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Ph.D.", "phdthesis"),
        ("PhD thesis", "phdthesis"),
        ("Doctoral dissertation", "phdthesis"),
        ("M.Sc. thesis", "mastersthesis"),
        ("Master's thesis", "mastersthesis"),
        ("Diplomarbeit", "mastersthesis"),
        ("Thesis", "thesis"),
        ("", "thesis"),
    ],
)
def test_theses(said, kind):
    assert thesis_type(said) == kind


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("smith2001", True),
        ("DBLP:conf/nips/Smith01", True),
        ("Böning2010", True),
        ("2001", False),
        ("a b", False),
        ("a,b", False),
    ],
)
def test_keys(text, key):
    assert is_key(text) == key
