"""EndNote XML as EndNote exports it and as other programs write it. The fields of each reference type are those of EndNote's manual."""

import pytest

from citekit.errors import InputError
from citekit.formats import Input
from citekit.readers import endnote_xml
from citekit.values.names import Names, Person


def read(inside, before="<xml><records>", after="</records></xml>"):
    return endnote_xml.read(Input.of_text(before + inside + after, "refs.xml"))


def one(inside, kind="Journal Article", number=17):
    library = read(f'<record><ref-type name="{kind}">{number}</ref-type>{inside}</record>')
    assert library.problems == ()
    return library.references[0]


def fields(reference):
    return {name: field.value for name, field in reference.fields.items()}


def test_an_article_as_endnote_exports_it():
    style = '<style face="normal" font="default" size="100%">{}</style>'.format
    reference = one(
        f"""<database name="My.enl" path="/My.enl">My.enl</database><source-app name="EndNote" version="20.4">EndNote</source-app>
        <rec-number>7</rec-number><foreign-keys><key app="EN" db-id="x">7</key></foreign-keys>
        <contributors><authors><author>{style("Müller, Jörg")}</author><author>{style("van der Berg, A. B.")}</author></authors></contributors>
        <auth-address>{style("Ulm")}</auth-address>
        <titles><title>{style("On ")}<style face="italic">E. coli</style>{style(" and H")}<style face="subscript">2</style>{style("O")}</title>
        <secondary-title>{style("J Clin Oncol")}</secondary-title></titles>
        <periodical><full-title>{style("Journal of Clinical Oncology")}</full-title><abbr-1>{style("J. Clin. Oncol.")}</abbr-1></periodical>
        <pages>{style("2438-44")}</pages><volume>{style("28")}</volume><number>{style("15")}</number>
        <keywords><keyword>{style("One")}</keyword><keyword>{style("two; three")}</keyword></keywords>
        <dates><year>{style("2010")}</year><pub-dates><date>{style("May 20")}</date></pub-dates></dates>
        <isbn>{style("1527-7755 (Electronic)&#xD;0732-183X (Linking)")}</isbn><accession-num>{style("20406929")}</accession-num>
        <notes>{style("First line.&#xD;Second line.")}</notes>
        <urls><related-urls><url>{style("https://pubmed.ncbi.nlm.nih.gov/20406929")}</url></related-urls>
        <pdf-urls><url>{style("internal-pdf://1/a.pdf")}</url></pdf-urls></urls>
        <custom2>{style("PMC1234567")}</custom2><electronic-resource-num>{style("https://doi.org/10.1200/JCO.2009.25.9820")}</electronic-resource-num>
        <language>{style("eng")}</language><label>{style("Muller2010")}</label><access-date>{style("3 May 2020")}</access-date>"""
    )
    assert (reference.type, reference.key) == ("article", "Muller2010")
    assert fields(reference) == {
        "author": Names((Person("Müller", "Jörg"), Person("Berg", "A. B.", "van der"))),
        "title": "On E. coli and H₂O", "container": "Journal of Clinical Oncology", "container_short": "J Clin Oncol",
        "pages": "2438--2444", "volume": "28", "number": "15", "keywords": "One, two, three", "year": "2010", "month": "may", "day": "20",
        "issn": "1527-7755, 0732-183X", "pmid": "20406929", "pmcid": "PMC1234567", "note": "First line.\nSecond line.",
        "url": "https://pubmed.ncbi.nlm.nih.gov/20406929", "file": "internal-pdf://1/a.pdf", "doi": "10.1200/JCO.2009.25.9820",
        "language": "eng", "urldate": "2020-05-03", "endnote-auth-address": "Ulm", "endnote-periodical-abbr-1": "J. Clin. Oncol.",
    }  # fmt: skip


def test_where_a_value_stood_is_known():
    library = read('\n<record>\n<ref-type name="Book">6</ref-type>\n<titles>\n<title>One</title></titles></record>')
    reference = library.references[0]
    assert (reference.origin.line, reference.origin.number, reference.origin.format) == (2, 1, "endnote-xml")
    assert reference.origin.text.startswith("<record>")
    origin = reference.fields["title"].origin
    assert (origin.line, origin.name, origin.text) == (5, "title", "One")


PEOPLE = """<contributors><authors><author>A, B.</author></authors><secondary-authors><author>C, D.</author></secondary-authors>
<tertiary-authors><author>E, F.</author></tertiary-authors><subsidiary-authors><author>G, H.</author></subsidiary-authors></contributors>"""


@pytest.mark.parametrize(
    ("kind", "number", "entry_type", "roles"),
    [
        ("Book Section", 5, "incollection", {"author": "A", "editor": "C", "serieseditor": "E", "translator": "G"}),
        ("Book", 6, "book", {"author": "A", "serieseditor": "C", "editor": "E", "translator": "G"}),
        ("Edited Book", 28, "book", {"editor": "A", "serieseditor": "C", "translator": "G"}),
        ("Film or Broadcast", 21, "movie", {"director": "A", "contributor": "EG"}),
        ("Personal Communication", 26, "letter", {"author": "A", "recipient": "C"}),
        ("Thesis", 32, "thesis", {"author": "A", "contributor": "E"}),
    ],
)
def test_what_people_did_depends_on_the_type(kind, number, entry_type, roles):
    reference = one(PEOPLE, kind, number)
    assert reference.type == entry_type
    found = {name: "".join(person.family for person in reference.names(name)) for name in reference.fields}
    assert {name: found.get(name) for name in roles} == roles


@pytest.mark.parametrize(
    ("name", "number", "entry_type"),
    [
        ("Journal Article", "17", "article"),
        ("Conference", "11", "proceedings"),  # JabRef's name with a number that is none
        ("Book", "2", "book"),  # the name counts
        ("", "27", "techreport"),
        ("Web Page", "12", "online"),
        ("Electronic Source", "12", "online"),
        ("Computer Program", "9", "software"),
        ("Patent", "25", "patent"),
        ("Nothing of ours", "99999999999999999999", "misc"),
    ],
)
def test_types(name, number, entry_type):
    reference = one("<titles><title>T</title></titles>", name, number)
    assert reference.type == entry_type
    assert reference.get("endnote-ref-type") == ("Nothing of ours" if entry_type == "misc" else "")


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("Smith, J. A.", Person("Smith", "J. A.")),
        ("Acme Corporation,", Person("Acme Corporation", literal=True)),
        ("University of California,, Berkeley", Person("University of California, Berkeley", literal=True)),
        ("Jackson,, P. (Director)", Person("Jackson", "P.")),
        ("World Health Organization", Person("World Health Organization", literal=True)),
        ("King, Martin Luther, Jr.", Person("King", "Martin Luther", suffix="Jr.")),
        ("J. A. Smith", Person("Smith", "J. A.")),
    ],
)
def test_names(written, person):
    reference = one(f"<contributors><authors><author>{written}</author></authors></contributors>")
    assert reference.author == Names((person,))


def test_two_people_of_one_name_are_two_and_et_al_is_nobody():
    names = "".join(f"<author>{name}</author>" for name in ("Wang, Y.", "Wang, Y.", "et al.,"))
    reference = one(f"<contributors><authors>{names}</authors></contributors>")
    assert reference.author == Names((Person("Wang", "Y."), Person("Wang", "Y.")), others=True)


@pytest.mark.parametrize(
    ("year", "date", "meant"),
    [
        ("2015", "Mar 3", {"year": "2015", "month": "mar", "day": "3"}),
        ("2018", "Jun 01", {"year": "2018", "month": "jun", "day": "1"}),
        ("1937", "Jul-Aug", {"year": "1937", "month": "jul-aug"}),
        ("2009", "Spring", {"year": "2009", "date": "2009-21"}),
        ("1998-1999", "", {"year": "1998", "date": "1998/1999"}),
        ("", "2015/03/03", {"year": "2015", "month": "mar", "day": "3"}),
        ("2009", "2009", {"year": "2009"}),
        ("in press", "", {"year": "in press"}),
        ("2015", "Epub ahead", {"year": "2015", "endnote-pub-dates": "Epub ahead"}),
        ("2015", "Dec 2014", {"year": "2015", "endnote-pub-dates": "Dec 2014"}),
    ],
)
def test_dates(year, date, meant):
    reference = one(f"<dates><year>{year}</year><pub-dates><date>{date}</date></pub-dates></dates><volume>1</volume>")
    assert {name: value for name, value in fields(reference).items() if name != "volume"} == meant


def test_numbers_of_reports_patents_and_theses():
    report = one("<isbn>RR-1234</isbn><publisher>RAND</publisher>", "Report", 27)
    assert (report.get("number"), report.get("institution")) == ("RR-1234", "RAND")
    patent = one("<isbn>US 1,234,567</isbn><publisher>Acme</publisher>", "Patent", 25)
    assert (patent.get("number"), patent.get("holder")) == ("US 1,234,567", "Acme")
    thesis = one("<publisher>Ulm</publisher><work-type>Ph.D. thesis</work-type><pages>200</pages>", "Thesis", 32)
    assert (thesis.type, fields(thesis)) == ("phdthesis", {"school": "Ulm", "pagetotal": "200"})


def test_the_pages_of_a_book_are_their_number_unless_they_are_a_range():
    assert fields(one("<pages>345</pages>", "Book", 6)) == {"pagetotal": "345"}
    assert fields(one("<pages>546 pp.</pages>", "Book", 6)) == {"pagetotal": "546"}
    assert fields(one("<pages>12-34</pages>", "Book", 6)) == {"pages": "12--34"}


def test_a_conference_in_endnotes_way_and_in_that_of_others():
    ours = one(
        """<titles><title>T</title><secondary-title>SoICT '18</secondary-title></titles><custom3>Proceedings of SoICT</custom3>
        <pub-location>Danang</pub-location><custom1>New York</custom1><pages>1-2</pages>""",
        "Conference Proceedings",
        10,
    )
    assert (ours.container, ours.get("eventtitle")) == ("Proceedings of SoICT", "SoICT '18")
    assert (ours.get("venue"), ours.get("address")) == ("Danang", "New York")
    theirs = one(
        "<titles><secondary-title>Proceedings of SoICT</secondary-title></titles><pages>1-2</pages>", "Conference", 11
    )
    assert (theirs.type, theirs.container) == ("inproceedings", "Proceedings of SoICT")


def test_what_we_have_no_field_for_stays_under_its_own_name():
    reference = one(
        "<custom5>Box 3</custom5><user16>seen</user16><label>29937971</label><accession-num>WOS:0002</accession-num>"
    )
    assert fields(reference) == {
        "endnote-custom5": "Box 3", "endnote-user16": "seen", "endnote-label": "29937971", "endnote-accession-num": "WOS:0002",
    }  # fmt: skip


def test_the_layout_of_a_file_is_no_text():
    title = """<titles>\n  <title>\n    <style face="normal">H</style>\n    <style face="subscript">2</style>
        <style face="normal">O in a\n      long title</style>\n  </title></titles>"""
    assert one(title).title == "H₂O in a long title"
    assert one("<titles><title><style/></title></titles><volume>1</volume>").title == ""


@pytest.mark.parametrize(
    ("text", "is_endnote"),
    [
        ("<xml><records><record>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE xml SYSTEM "x.dtd">\n<!-- <html> -->\n<xml>\n <records>', True),
        ('\ufeff<xml ><records><record><ref-type name="Book">6</ref-type>', True),
        ('<records><record><ref-type name="Book">6</ref-type>', True),
        ("<records><record><header/></record></records>", False),  # the Web of Science, OAI
        ("<xml><mods/></xml>", False),
        ("<html><body>&lt;xml&gt;<xml><records><record><ref-type></html>", False),
        ("The file begins with <xml><records><record><ref-type>.", False),
        ("<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>", False),
        ("", False),
    ],
)
def test_recognised_by_its_root_and_what_is_in_it(text, is_endnote):
    assert endnote_xml.recognise(Input.of_text(text, "x.xml")) == is_endnote


def test_bad_input():
    cut = read("<record><titles><title>One</title></titles></record><record><titles><title>Tw", after="")
    assert [reference.title for reference in cut] == ["One"]
    assert [block.kind for block in cut.blocks] == ["failed"]
    assert cut.problems[0].line == 1
    bomb = read(
        "<record><titles><title>&b; one</title></titles></record>",
        '<!DOCTYPE xml [<!ENTITY a "aaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><xml><records>',
    )
    assert [reference.title for reference in bomb] == ["&b; one"]
    assert bomb.problems
    nothing = read("<record><rec-number>1</rec-number></record>")
    assert (len(nothing), len(nothing.problems)) == (0, 1)
    with pytest.raises(InputError):
        endnote_xml.read(Input.of_text("no xml", "x.xml"))


def test_a_file_in_latin_1():
    data = '<?xml version="1.0" encoding="ISO-8859-1"?><xml><records><record><titles><title>Müller</title></titles></record></records></xml>'
    library = endnote_xml.read(Input(data.encode("latin-1"), "x.xml"))
    assert library.references[0].title == "Müller"
