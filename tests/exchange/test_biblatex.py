"""BibTeX's words and biblatex's. The rows follow the biblatex manual (3.20), §2.1.2, §2.2.5 and §2.3.8, and *BibTeXing* §3."""

from __future__ import annotations

import pytest

from citekit.exchange.biblatex import biblatex_name, bibtex_name, to_biblatex, to_bibtex
from citekit.exchange.biblatex import dates as biblatex_dates
from citekit.exchange.biblatex.addresses import accessed
from citekit.model import Names, Person, Reference

Said = tuple[str, dict[str, str]]


def reference(kind: str, **fields: str | Names) -> Reference:
    return Reference(kind, "k").with_fields(fields)


def said(found: Reference) -> tuple[str, dict[str, object]]:
    return found.type, {name: field.value for name, field in found.fields.items()}


# BibTeX and biblatex that say the same, so that each becomes the other
BOTH_WAYS: list[tuple[Said, Said]] = [
    (("phdthesis", {"school": "MIT"}), ("thesis", {"institution": "MIT", "type": "phdthesis"})),
    (("mastersthesis", {"school": "ETH"}), ("thesis", {"institution": "ETH", "type": "mathesis"})),
    (("mastersthesis", {"type": "Diplomarbeit"}), ("thesis", {"type": "Diplomarbeit"})),
    (("mastersthesis", {"type": "Bachelor's thesis"}), ("thesis", {"type": "bathesis"})),
    (("phdthesis", {"type": "Habilitation"}), ("thesis", {"type": "Habilitation"})),
    (("phdthesis", {"type": "Thesis"}), ("thesis", {})),
    (("techreport", {"institution": "NASA", "number": "7"}), ("report", {"institution": "NASA", "number": "7", "type": "techreport"})),
    (("techreport", {"type": "Research report"}), ("report", {"type": "resreport"})),
    (("techreport", {"type": "White paper"}), ("report", {"type": "White paper"})),
    (("article", {"year": "2009", "month": "jun", "day": "4"}), ("article", {"date": "2009-06-04"})),
    (("article", {"year": "2009", "month": "jul-aug"}), ("article", {"date": "2009-07/2009-08"})),
    (("article", {"year": "2009", "month": "Spring"}), ("article", {"date": "2009-21"})),
    (("book", {"year": "1998--1999", "edition": "Second"}), ("book", {"date": "1998/1999", "edition": "2"})),
    (("article", {"year": "in press"}), ("article", {"pubstate": "inpress"})),
    (("inbook", {"title": "Whole", "chapter": "3"}), ("book", {"title": "Whole", "chapter": "3"})),
    (("incollection", {"title": "Part", "container": "Whole"}),) * 2,
    (
        ("misc", {"url": "http://x.org", "howpublished": "http://x.org", "urldate": "2020-01-02", "note": "Accessed: 2020-01-02"}),
        ("online", {"url": "http://x.org", "urldate": "2020-01-02"}),
    ),
    (("misc", {"publisher": "Zenodo", "entrysubtype": "dataset"}), ("dataset", {"publisher": "Zenodo"})),
    (("misc", {"key": "Apple"}), ("misc", {"sortkey": "Apple"})),
    (("article", {"eprint": "1234.5678", "eprinttype": "arxiv", "eprintclass": "cs.LG"}),) * 2,
]  # fmt: skip


@pytest.mark.parametrize(("bibtex", "biblatex"), BOTH_WAYS)
def test_bibtex_and_biblatex(bibtex, biblatex):
    assert said(to_biblatex(reference(bibtex[0], **bibtex[1]))) == biblatex
    assert said(to_bibtex(reference(biblatex[0], **biblatex[1]))) == bibtex


TO_BIBLATEX: list[tuple[Said, Said]] = [
    (("conference", {}), ("inproceedings", {})),
    (("www", {"url": "http://x.org"}), ("online", {"url": "http://x.org"})),
    (("electronic", {}), ("online", {})),
    (("phdthesis", {"type": "Ph.D. dissertation"}), ("thesis", {"type": "phdthesis"})),
    (("techreport", {"type": "Tech. Rep."}), ("report", {"type": "techreport"})),
    (
        ("misc", {"howpublished": "http://x.org", "note": "[Online; accessed 22-July-2004]"}),
        ("online", {"url": "http://x.org", "urldate": "2004-07-22"}),
    ),
    (("misc", {"howpublished": "Private letter", "url": "http://x.org"}), ("misc", {"howpublished": "Private letter", "url": "http://x.org"})),
    (("inbook", {"title": "Part", "container": "Whole"}), ("inbook", {"title": "Part", "container": "Whole"})),
    (("inbook", {"title": "Part", "crossref": "p"}), ("inbook", {"title": "Part", "crossref": "p"})),
    (("book", {"pdf": "a.pdf", "hyphenation": "german"}), ("book", {"file": "a.pdf", "langid": "german"})),
    (("book", {"edition": "3rd"}), ("book", {"edition": "3"})),
    (("book", {"edition": "Revised"}), ("book", {"edition": "Revised"})),
    (("article", {"year": "2009", "month": "Michaelmas Term"}), ("article", {"year": "2009", "month": "Michaelmas Term"})),
    (("article", {"year": "2009a"}), ("article", {"year": "2009a"})),
    (("article", {"year": "2009", "month": "jun", "date": "2009-06-04"}), ("article", {"date": "2009-06-04"})),
    (("article", {"year": "2009", "date": "2010"}), ("article", {"year": "2009", "date": "2010"})),  # nothing is dropped
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), TO_BIBLATEX)
def test_to_biblatex(before, after):
    assert said(to_biblatex(reference(before[0], **before[1]))) == after


TO_BIBTEX: list[tuple[Said, Said]] = [
    (("article", {"title": "Family", "subtitle": "A Story"}), ("article", {"title": "Family: A Story"})),
    (("article", {"title": "Why?", "subtitle": "A Story"}), ("article", {"title": "Why? A Story"})),
    (("inbook", {"container": "B", "booksubtitle": "S", "maintitle": "M"}), ("incollection", {"container": "B: S", "series": "M"})),
    (("book", {"maintitle": "M", "mainsubtitle": "N", "series": "S"}), ("book", {"maintitle": "M: N", "series": "S"})),
    (("collection", {}), ("book", {})),
    (("mvproceedings", {}), ("proceedings", {})),
    (("inreference", {"container": "E"}), ("incollection", {"container": "E"})),
    (("patent", {"number": "1"}), ("misc", {"number": "1", "entrysubtype": "patent"})),
    (("thesis", {"type": "PhD"}), ("phdthesis", {"type": "PhD"})),
    (("book", {"edition": "12"}), ("book", {"edition": "12th"})),
    (("book", {"edition": "23"}), ("book", {"edition": "23rd"})),
    (("book", {"pages": "216"}), ("book", {"pages": "216"})),
    (("article", {"date": "1850~"}), ("article", {"year": "1850", "date": "1850~"})),
    (("article", {"date": "2004-06-04/2004-07-01"}), ("article", {"year": "2004", "month": "jun", "day": "4", "date": "2004-06-04/2004-07-01"})),
    (("article", {"date": "19XX"}), ("article", {"date": "19XX"})),
    (("article", {"date": "2009", "year": "2010"}), ("article", {"date": "2009", "year": "2010"})),
    (("online", {"url": "http://x.org", "note": "Own"}), ("misc", {"url": "http://x.org", "howpublished": "http://x.org", "note": "Own"})),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), TO_BIBTEX)
def test_to_bibtex(before, after):
    assert said(to_bibtex(reference(before[0], **before[1]))) == after


PLAIN = "article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings techreport unpublished"


@pytest.mark.parametrize("kind", PLAIN.split())
def test_bibtex_stays_as_it_is(kind):
    """All fourteen types and the fields of *BibTeXing* §3.2, so that a file in BibTeX's own words is not touched."""
    people = Names((Person("Knuth", "D."),))
    fields = "address annotation crossref edition howpublished institution key month note number organization pages publisher school series title type volume year"
    given = reference(
        kind, author=people, **dict.fromkeys(fields.split(), "Text"), **({"chapter": "1"} if kind != "book" else {})
    )
    assert to_bibtex(given) is given


NAMES = [
    ("container", "article", "journal", "journaltitle"),
    ("container", "inproceedings", "booktitle", "booktitle"),
    ("container_short", "article", "shortjournal", "shortjournal"),
    ("address", "book", "address", "location"),
    ("annotation", "book", "annote", "annotation"),
    ("eprinttype", "misc", "archiveprefix", "eprinttype"),
    ("eprintclass", "misc", "primaryclass", "eprintclass"),
    ("title", "misc", "title", "title"),
]


@pytest.mark.parametrize(("field", "kind", "bibtex", "biblatex"), NAMES)
def test_names_of_fields(field, kind, bibtex, biblatex):
    assert (bibtex_name(field, kind), biblatex_name(field, kind)) == (bibtex, biblatex)


def test_braces_of_joined_titles_are_kept():
    from citekit.readers.bibtex import read
    from citekit.writers.bibtex import entry

    text = '@online{k, title = {A {NASA}}, subtitle = "On {ESA}", url = {http://x.org/a_b}, eprinttype = {arXiv}}'
    written = entry(to_bibtex(read(text, "x.bib").references[0]))
    assert "  title = {A {NASA}: On {ESA}},\n" in written
    assert "  howpublished = {\\url{http://x.org/a_b}},\n" in written
    assert "  archiveprefix = {arXiv},\n" in written
    text = "@misc{k, title = a, subtitle = {S}, year = 2000}"
    (given,) = read(f'@string{{a = "T"}}\n{text}', "x.bib")
    assert "  title = a # {: } # {S},\n" in entry(to_bibtex(given), {"a": "T"})


NOTES = [
    ("[Online; accessed 22-July-2004]", "2004-07-22"),
    ("Accessed: 2020-01-02", "2020-01-02"),
    ("Last visited on June 4, 2009.", "2009-06-04"),
    ("Accessed in spring", ""),
    ("Accessed: 2020", ""),
    ("Retrieved by many", ""),
]


@pytest.mark.parametrize(("note", "date"), NOTES)
def test_notes_that_say_when(note, date):
    assert accessed(note) == date


DATES = [
    ("2009", "jun", "31", ""),  # no such day
    ("2009", "", "4", ""),
    ("2009", "aug-jul", "", ""),
    ("1998/99", "", "", "1998/1999"),
    ("1998--", "", "", "1998/"),
    ("ca. 1850", "", "", "1850~"),
    ("1999--1998", "", "", ""),
]


@pytest.mark.parametrize(("year", "month", "day", "date"), DATES)
def test_dates(year, month, day, date):
    assert biblatex_dates.one_date(year, month, day) == date
