"""Labelled strings → values, without the model: `<title>…</title>` marks what it would have labelled."""

import re

import pytest

from citekit.model import Origin
from citekit.readers.text.assemble import assemble
from citekit.readers.text.label import Span
from citekit.readers.text.pieces import LABEL_OF

_TAG = re.compile(r"<(/?)(author|editor|title|container|date|volume|issue|pages|publisher|location|doi|url)>")


def marked(text):
    """The string without its marks, and the spans."""
    plain, spans, end, start = "", [], 0, 0
    for tag in _TAG.finditer(text):
        plain += text[end : tag.start()]
        end = tag.end()
        if tag[1]:
            spans.append(Span(tag[2], start, len(plain), 1.0))
        start = len(plain)
    return plain + text[end:], spans


def read(text):
    plain, spans = marked(text)
    reference = assemble(plain, spans, Origin("x", "lines", text=plain))
    return {"type": reference.type, **{name: reference.get(name) for name in reference.fields}}


WHOLE = [
    (
        "<author>Roe, A. (Ed.)</author> (<date>2003a</date>). <title>The atlas of bogs (2nd ed.)</title>."
        " <location>Leeds</location>: <publisher>Peat Press</publisher>.",
        {"type": "book", "editor": "Roe, A.", "year": "2003", "title": "The atlas of bogs", "edition": "2", "address": "Leeds",
         "publisher": "Peat Press"},
    ),
    (
        "<author>Roe, A., & Poe, B.</author> (Eds.). (<date>2003</date>). <title>Bogs</title>. <publisher>Peat Press</publisher>.",
        {"type": "book", "editor": "Roe, A. and Poe, B.", "year": "2003", "title": "Bogs", "publisher": "Peat Press"},
    ),
    (
        "<author>Roe, Anna</author>. “<title>On peat</title>.” In <container>Bogs of the North</container>, edited by"
        " <editor>Bob Poe</editor>, 2nd ed., translated by Jane B. Doe, <pages>12–19</pages>. <location>Leeds</location>:"
        " <publisher>Peat Press</publisher>, <date>1998</date>.",
        {"type": "incollection", "author": "Roe, Anna", "title": "On peat", "container": "Bogs of the North", "editor": "Poe, Bob",
         "edition": "2", "translator": "Doe, Jane B.", "pages": "12--19", "address": "Leeds", "publisher": "Peat Press",
         "year": "1998"},
    ),
    (
        "<author>Roe A</author>. <title>Moor und Mensch</title>. 3., überarb. Aufl. <location>Bern</location>:"
        " <publisher>Torf</publisher>; <date>1998</date>. <pages>217 S.</pages>",
        {"type": "book", "author": "Roe, A", "title": "Moor und Mensch", "edition": "3., überarb.", "address": "Bern",
         "publisher": "Torf", "year": "1998", "pages": "217 S.", "pagetotal": "217"},
    ),
    (
        "<author>Roe A</author>, <title>Flat bogs</title>, in <container>Proc. of the 3rd Workshop on Bogs (Lecture Notes in Peat,"
        " vol. 123)</container>, <date>June 2011</date>, pp. <pages>1-9</pages>",
        {"type": "inproceedings", "author": "Roe, A", "title": "Flat bogs", "container": "Proc. of the 3rd Workshop on Bogs",
         "series": "Lecture Notes in Peat", "volume": "123", "year": "2011", "month": "jun", "pages": "1--9"},
    ),
    (
        "<author>Roe, A.</author>: <title>Moore (= Reihe Torf, Bd. 4)</title>. <location>Bern</location> <date>o. J.</date>",
        {"type": "misc", "author": "Roe, A.", "title": "Moore", "series": "Reihe Torf", "volume": "4", "address": "Bern"},
    ),
    (
        "<author>Roe A</author>. <title>Bogs online</title>. [cited 2015 May 12]. Available from: <url>http://example.org/bogs/</url>",
        {"type": "online", "author": "Roe, A", "title": "Bogs online", "url": "http://example.org/bogs/",
         "urldate": "2015-05-12"},
    ),
    (
        "<author>Roe A, Poe B</author>. <title>Bog bodies</title>. <container>J Peat</container>. <date>in press</date>.",
        {"type": "article", "author": "Roe, A and Poe, B", "title": "Bog bodies", "container": "J Peat", "year": "in press"},
    ),
    (
        "<author>Roe A</author>. <title>Peat</title>. <container>J Peat</container> <date>1998</date>;<volume>12(Suppl 1)</volume>:"
        "<pages>S194-202</pages>. PMID: 19762550 PMCID: PMC3341616",
        {"type": "article", "author": "Roe, A", "title": "Peat", "container": "J Peat", "year": "1998", "volume": "12",
         "number": "Suppl 1", "pages": "S194--202", "pmid": "19762550", "pmcid": "PMC3341616"},
    ),
    (
        "<author>Roe A</author>. <title>Peat</title>. Unpublished lecture notes, <date>2014</date>.",
        {"type": "unpublished", "author": "Roe, A", "title": "Peat", "year": "2014", "note": "Unpublished lecture notes"},
    ),
    (
        "<author>Roe, A.</author> <title>Peat press</title>, US Patent 3,712,959, <date>Jan. 23 1973</date>.",
        {"type": "patent", "author": "Roe, A.", "title": "Peat press", "year": "1973", "month": "jan", "day": "23"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), WHOLE, ids=[text[:40] for text, _ in WHOLE])
def test_whole_reference(text, said):
    assert read(text) == said


DATES = [
    ("2003a", {"year": "2003"}),
    ("[1899] 1975", {"year": "1975"}),
    ("1975 [1899]", {"year": "1975"}),
    ("1998/1999", {"year": "1998"}),
    ("n.d.", {}),
    ("o. J.", {}),
    ("s. f.", {}),
    ("s. d", {}),
    ("(forthcoming)", {"year": "forthcoming"}),
    ("im Druck", {"year": "im Druck"}),
    ("12 May 2015", {"year": "2015", "month": "may", "day": "12"}),
    ("2015, May 12", {"year": "2015", "month": "may", "day": "12"}),
    ("12. Mai 2015", {"year": "2015", "month": "may", "day": "12"}),
    ("12 mai 2015", {"year": "2015", "month": "may", "day": "12"}),
    ("1er mars 2004", {"year": "2004", "month": "mar", "day": "1"}),
    ("12 de mayo de 2015", {"year": "2015", "month": "may", "day": "12"}),
    ("12 de maio de 2015", {"year": "2015", "month": "may", "day": "12"}),
    ("12 maggio 2015", {"year": "2015", "month": "may", "day": "12"}),
    ("29/10/2010", {"year": "2010", "month": "oct", "day": "29"}),
    ("2014/05/12", {"year": "2014", "month": "may", "day": "12"}),
    ("Mar/Apr 2008", {"year": "2008", "month": "mar-apr"}),
]


@pytest.mark.parametrize(("text", "said"), DATES)
def test_date(text, said):
    found = read(f"<title>Peat</title> <date>{text}</date>")
    assert {name: found[name] for name in ("year", "month", "day") if name in found} == said


def test_a_date_in_two_places():
    found = read("<title>Peat</title>, <date>4 October</date>, Bern, <date>1994</date>.")
    assert (found["year"], found["month"], found["day"]) == ("1994", "oct", "4")


ADDRESSES = [
    ("http://example.org/a. Accessed 12 May 2015", "http://example.org/a", "2015-05-12"),
    ("Retrieved May 12, 2015, from http://example.org/a", "http://example.org/a", "2015-05-12"),
    ("http://example.org/a (abgerufen am 12. Mai 2015)", "http://example.org/a", "2015-05-12"),
    ("http://example.org/a, letzter Zugriff: 12.05.2015.", "http://example.org/a", "2015-05-12"),
    ("http://example.org/a [consulté le 12 mai 2015]", "http://example.org/a", "2015-05-12"),
    ("http://example.org/a (acceso: 12 de mayo de 2015)", "http://example.org/a", "2015-05-12"),
    ("http://example.org/a. Acesso em: 12 maio 2015.", "http://example.org/a", "2015-05-12"),
    ("[cited 2015 May 12]; http://example.org/a", "http://example.org/a", "2015-05-12"),
    (
        "http://example.org/a (accessed 04/06/2009)",
        "http://example.org/a",
        "04/06/2009",
    ),  # the order is not known: as it stands
    ("http://example.org/a (accessed May 2015)", "http://example.org/a", "May 2015"),
    ("<http://example.org/a>", "http://example.org/a", ""),
    ("http ://example.org/a", "http://example.org/a", ""),
    ("http://www.example.org/pii/ S0168900296011722", "http://www.example.org/pii/S0168900296011722", ""),
    ("http://example.org/ 2015.", "http://example.org/", ""),
    ("https://doi.org/10.1000/182; https://example.org/b", "https://example.org/b", ""),
]


@pytest.mark.parametrize(("tail", "url", "day"), ADDRESSES, ids=[tail for tail, _, _ in ADDRESSES])
def test_address(tail, url, day):
    found = read(f"<title>Peat</title>. <date>2009</date>. {tail}")
    assert (found.get("url", ""), found.get("urldate", "")) == (url, day)


def test_a_labelled_address_may_hold_spaces():
    assert (
        read("<title>P</title> <url>http:// www.example.org/ vol15/ art20</url>")["url"]
        == "http://www.example.org/vol15/art20"
    )


@pytest.mark.parametrize(
    "text",
    [
        "doi:10.1000/ abc182.", "doi: 10. 1000/abc182", "<doi>10.1000/abc 182</doi>.", "https://doi.org/10.1000/abc182.PMID:20847271",
        "https://dx.doi. org/10.1000/abc182",
    ],
)  # fmt: skip
def test_doi(text):
    found = read(f"<title>Peat</title>. {text}")
    assert found["doi"] == "10.1000/abc182"
    assert "url" not in found


@pytest.mark.parametrize(
    ("rest", "name"),
    [
        ("Translated by Jane Doe", "Doe, Jane"), ("Trans. J. B. Doe", "Doe, J. B."), ("(J. Doe, Trans.)", "Doe, J."),
        ("Jane Doe (trans.)", "Doe, Jane"), ("übers. von Jane Doe", "Doe, Jane"), ("Traduit par Jane Doe", "Doe, Jane"),
        ("Traducción de Jane Doe", "Doe, Jane"), ("trad. Jane Doe", "Doe, Jane"), ("Translated by J. Doe, Jr", "Doe, Jr., J."),
        ("Translated from the French", ""), ("The transport bridge", ""),
    ],
)  # fmt: skip
def test_translator(rest, name):
    assert (
        read(
            f"<author>Roe A</author>. <title>Peat</title>. {rest}. <publisher>Torf</publisher>, <date>1998</date>."
        ).get("translator", "")
        == name
    )


def test_nothing_stays_in_a_field_that_another_field_has():
    found = read(
        "<title>Peat, 2nd ed.</title> <volume>Vol. 15, No. 3</volume> <pages>10.1177/0042098020929261</pages> 1998"
    )
    assert found["title"] == "Peat"
    assert (found["volume"], found["number"]) == ("15", "3")
    assert "pages" not in found


def test_marks_alone_are_no_value():
    assert read("<title>?!</title> <container>—</container>") == {"type": "misc", "note": "?! —"}


def test_every_field_of_a_label_is_in_the_table():
    text = (
        "<author>Roe A</author> <date>4 May 2003</date> <title>T</title> <editor>Poe B</editor> <container>C</container>"
        " <volume>1(2)</volume> <pages>5 (7pp)</pages> <publisher>P</publisher> <location>L</location> <doi>10.1000/182</doi>"
        " <url>http://example.org/a</url>"
    )
    assert set(read(text)) - {"type"} == set(LABEL_OF) - {"howpublished"}  # that is a container of web pages
