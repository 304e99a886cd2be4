"""EndNote's import format and refer's files."""

from __future__ import annotations

import pytest

from citekit.formats import Input
from citekit.model import Library, Names, Person, Reference
from citekit.readers.enw import READER, recognise


def library(text: str, file: str = "refs.enw") -> Library:
    return READER.read(Input.of_text(text, file))


def one(lines: str, kind: str = "Journal Article") -> Reference:
    found = library(f"%0 {kind}\n{lines}\n")
    assert len(found) == 1
    return found.references[0]


# The examples of EndNote's manual ("Creating a Tagged EndNote Import File").
MANUAL = """%0 Book
%A Geoffrey Chaucer
%D 1957
%T The Works of Geoffrey Chaucer
%E F.
%I Houghton
%C Boston
%N 2nd

%0 Journal Article
%A Herbert H. Clark
%D 1982
%T Hearers and Speech Acts
%B Language
%V 58
%P 332-373

%0 Thesis
%A Cantucci, Elena
%T Permian strata in South-East Asia
%D 1990
%I University of California, Berkeley
%9 Dissertation
"""


def test_the_examples_of_the_manual():
    found = library(MANUAL)
    assert not found.problems
    book, article, thesis = found.references
    assert (book.type, book.author) == ("book", Names((Person("Chaucer", "Geoffrey"),)))
    assert (book.title, book.year) == ("The Works of Geoffrey Chaucer", "1957")
    assert (book.get("publisher"), book.get("address")) == ("Houghton", "Boston")
    assert (article.type, article.container, article.get("volume")) == ("article", "Language", "58")
    assert article.get("pages") == "332--373"
    assert (thesis.type, thesis.get("school")) == ("phdthesis", "University of California, Berkeley")
    assert thesis.get("type") == "Dissertation"


def test_where_everything_stood():
    article = library(MANUAL).references[1]
    assert article.origin
    assert (article.origin.line, article.origin.number) == (10, 2)
    assert article.origin.text.startswith("%0 Journal Article\n%A Herbert")
    volume = article.fields["volume"].origin
    assert volume
    assert (volume.name, volume.line) == ("V", 15)


@pytest.mark.parametrize(
    ("kind", "lines", "field", "value"),
    [
        ("Journal Article", "%J Language", "container", "Language"),
        ("Journal Article", "%J Journal of Physics\n%O J. Phys.", "container_short", "J. Phys."),
        ("Journal Article", "%O Artn 034708", "pages", "034708"),
        ("Journal Article", "%@ 0021-9606", "issn", "0021-9606"),
        ("Journal Article", "%R 10.1000/182", "doi", "10.1000/182"),
        ("Journal Article", "%R 102", "enw-r", "102"),
        ("Journal Article", "%K One\nTwo\n%K Three; Four", "keywords", "One, Two, Three, Four"),
        ("Journal Article", "%D 2009\n%8 June 4", "month", "jun"),
        ("Journal Article", "%M PMID: 12345678", "pmid", "12345678"),
        ("Journal Article", "%M 99", "enw-m", "99"),
        ("Journal Article", "%X Some\n text", "abstract", "Some text"),
        ("Journal Article", "%! Short", "shorttitle", "Short"),
        ("Journal Article", "%? Smith, John", "translator", "Smith, John"),
        ("Journal Article", "%[ 20151028", "urldate", "2015-10-28"),
        ("Journal Article", "%Z Note\n%Z More", "note", "Note; More"),
        ("Journal Article", "%< Notes", "annotation", "Notes"),
        ("Journal Article", "%+ Berlin", "enw-address", "Berlin"),
        ("Journal Article", "%^ Figure 1", "enw-caption", "Figure 1"),
        ("Journal Article", "%1 Own", "enw-1", "Own"),
        ("Journal Article", "%= 20151125\n%T One", "enw-modified", ""),
        ("Book Section", "%B Handbook", "container", "Handbook"),
        ("Book Section", "%E Smith, John", "editor", "Smith, John"),
        ("Book Section", "%Y Smith, John", "serieseditor", "Smith, John"),
        ("Book Section", "%& 7", "chapter", "7"),
        ("Book", "%B Lecture Notes", "series", "Lecture Notes"),
        ("Book", "%E Smith, John", "editor", "Smith, John"),
        ("Book", "%E Smith, John\n%B Lecture Notes", "serieseditor", "Smith, John"),
        ("Book", "%P 327", "pagetotal", "327"),
        ("Book", "%7 3rd", "edition", "3rd"),
        ("Book", "%6 2", "volumes", "2"),
        ("Book", "%@ 978-3-86490-311-3", "isbn", "978-3-86490-311-3"),
        ("Edited Book", "%A Smith, John", "editor", "Smith, John"),
        ("Conference Proceedings", "%B Conference\n%3 Proceedings", "container", "Proceedings"),
        ("Conference Proceedings", "%B Conference\n%3 Proceedings", "eventtitle", "Conference"),
        ("Conference Paper", "%B Conference", "container", "Conference"),
        ("Thesis", "%Y Smith, John", "contributor", "Smith, John"),
        ("Report", "%I Institute", "institution", "Institute"),
        ("Report", "%@ TR-1", "number", "TR-1"),
        ("Patent", "%@ US1234567", "number", "US1234567"),
        ("Patent", "%I Company Ltd", "holder", "Company Ltd"),
        ("Film or Broadcast", "%A Smith, John", "director", "Smith, John"),
        ("Personal Communication", "%E Smith, John", "recipient", "Smith, John"),
        ("Computer Program", "%7 1.2", "version", "1.2"),
        ("Web Page", "%B Site", "container", "Site"),
        ("Newspaper Article", "%B The Times", "container", "The Times"),
        ("Newspaper Article", "%T One", "entrysubtype", "newspaper"),
        ("Equation", "%T One", "enw-0", "Equation"),
    ],
)
def test_meanings_by_type(kind, lines, field, value):
    assert one(lines, kind).get(field) == value


def test_the_label_is_the_key_if_it_looks_like_one():
    assert one("%T One\n%F smith2001").key == "smith2001"
    reference = one("%T One\n%F B 4")
    assert (reference.key, reference.get("enw-f")) == ("", "B 4")


def test_files_of_refer_have_no_types():
    found = library(
        "%A Brian W. Kernighan\n%T PIC\n%J Softw. Pract. Exper.\n%V 12\n%D January 1982\n%O Note\n\n\n"
        "%Q Bell Laboratories\n%T Manual\n%R CS-TR-12\n%L lab82\n\n%A Ann Smith\n%T Part\n%B Whole\n%E Ben Jones\n"
    )
    assert not found.problems
    assert [each.type for each in found] == ["article", "techreport", "incollection"]
    article, report, part = found.references
    assert (article.year, article.get("month"), article.get("note")) == ("1982", "jan", "Note")
    assert report.author == Names((Person("Bell Laboratories", literal=True),))
    assert (report.get("number"), report.key) == ("CS-TR-12", "lab82")
    assert (part.container, part.get("editor")) == ("Whole", "Jones, Ben")


def test_a_type_that_nobody_knows_is_named_and_kept():
    found = library("\n%0 Riddle\n%T One\n")
    assert [(each.kind, each.line) for each in found.problems] == [("syntax", 2)]
    assert found.references[0].get("enw-0") == "Riddle"


def test_a_record_with_nothing_in_it_is_kept_and_named():
    found = library("%0 Book\n\n%0 Book\n%T One\n")
    assert [(each.kind, each.line) for each in found.blocks] == [("failed", 1)]
    assert [each.line for each in found.problems] == [1]
    assert [each.title for each in found] == ["One"]


@pytest.mark.parametrize(
    "text",
    [
        MANUAL,
        "\ufeff\n%0 Book\n%A Smith\n",
        "some words\n%0 Book\n%A Smith\n",
        "%A Smith\n%T One\n%D 2001\n",
        "%0 Journal Article\n\n%T One\n",
    ],
)
def test_recognised(text):
    assert recognise(Input.of_text(text, "-"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "% A comment of a .bib file\n%A x\n@article{a, title = {One}}",
        "%PDF-1.4 what follows",
        "We saw 5\n%A rise of prices\n",
        "TY  - JOUR\nTI  - One\nER  - ",
        "%%%\n%%% Mode: latex\n%%% End:\n",
    ],
)
def test_other_texts_are_not(text):
    assert not recognise(Input.of_text(text, "-"))


def test_a_single_tag_will_do_in_a_file_that_is_called_enw():
    assert recognise(Input.of_text("%A Smith\n", "a.enw"))
    assert not recognise(Input.of_text("%A Smith\n", "a.txt"))
