"""MODS as the Library of Congress's user guide, bibutils and Zotero write it. https://www.loc.gov/standards/mods/userguide/"""

import pytest

from citekit.formats import Input
from citekit.readers import mods
from citekit.values.names import Names, Person


def read(text):
    return mods.read(Input.of_text(text, "refs.xml"))


def one(inside, attributes=""):
    library = read(f'<mods xmlns="http://www.loc.gov/mods/v3"{attributes}>{inside}</mods>')
    assert library.problems == ()
    return library.references[0]


def fields(reference):
    return {name: field.value for name, field in reference.fields.items()}


ARTICLE = """<titleInfo><nonSort>The</nonSort><title>ice</title><subTitle>a study</subTitle></titleInfo>
<titleInfo type="abbreviated"><title>Ice</title></titleInfo>
<name type="personal"><namePart type="given">Jan</namePart><namePart type="given">P</namePart><namePart type="family">van Dijk</namePart>
<role><roleTerm type="text" authority="marcrelator">author</roleTerm></role></name>
<name type="corporate"><namePart>Ice Group</namePart><role><roleTerm type="code" authority="marcrelator">aut</roleTerm></role></name>
<name type="personal"><namePart>Roe, Ann</namePart><role><roleTerm type="code" authority="marcrelator">trl</roleTerm></role></name>
<originInfo><dateIssued encoding="w3cdtf">2003-11-05</dateIssued></originInfo><typeOfResource>text</typeOfResource>
<genre authority="bibutilsgt">journal article</genre><language><languageTerm type="code" authority="iso639-2b">eng</languageTerm></language>
<relatedItem type="host"><titleInfo><title>Aquatic Microbial Ecology</title></titleInfo>
<titleInfo type="abbreviated"><title>Aquat Microb Ecol</title></titleInfo>
<originInfo><issuance>continuing</issuance><publisher>Inter-Research</publisher></originInfo>
<genre authority="marcgt">periodical</genre><identifier type="issn">0948-3055</identifier>
<part><detail type="volume"><number>30</number></detail><detail type="issue"><caption>no.</caption><number>2</number></detail>
<extent unit="page"><start>197</start><end>205</end></extent></part></relatedItem>
<identifier type="doi">doi:10.3354/ame030197</identifier><identifier type="citekey">Dijk2003</identifier>
<subject><topic>Ice</topic><geographic>Arctic</geographic></subject><abstract>Text.</abstract><note>Marine</note>
<location><url access="preview">http://x.org/p.png</url><url usage="primary display" dateLastAccessed="2020-05-03">http://x.org/a</url>
<shelfLocator>QH 1</shelfLocator></location>"""


def test_an_article_in_a_journal():
    reference = one(ARTICLE)
    assert (reference.type, reference.key) == ("article", "Dijk2003")
    assert fields(reference) == {
        "title": "The ice: a study", "shorttitle": "Ice", "container": "Aquatic Microbial Ecology",
        "author": Names((Person("Dijk", "Jan P", "van"), Person("Ice Group", literal=True))), "translator": Names((Person("Roe", "Ann"),)),
        "container_short": "Aquat Microb Ecol", "year": "2003", "month": "nov", "day": "5", "language": "eng", "publisher": "Inter-Research",
        "issn": "0948-3055", "volume": "30", "number": "2", "pages": "197--205", "doi": "10.3354/ame030197", "keywords": "Ice, Arctic",
        "abstract": "Text.", "note": "Marine", "url": "http://x.org/a", "urldate": "2020-05-03", "library": "QH 1",
        "mods-url-preview": "http://x.org/p.png",
    }  # fmt: skip


def test_prefixes_and_older_files_say_the_same():
    prefixed = ARTICLE.replace("</", "</m:").replace("<", "<m:").replace("<m:/m:", "</m:")
    text = f'<m:modsCollection xmlns:m="http://www.loc.gov/mods/v3"><m:mods>{prefixed}</m:mods></m:modsCollection>'
    assert fields(read(text).references[0]) == fields(one(ARTICLE))
    assert fields(read(f"<modsCollection><mods>{ARTICLE}</mods></modsCollection>").references[0]) == fields(
        one(ARTICLE)
    )


def test_the_part_may_stand_in_the_record_itself():
    inside = """<titleInfo><title>T</title></titleInfo><relatedItem type="host"><titleInfo><title>J</title></titleInfo>
    <originInfo><issuance>continuing</issuance></originInfo></relatedItem>
    <part><detail type="volume"><number>50</number></detail><extent unit="pages"><list>pp. 15-22</list></extent><date>1983-02</date></part>"""
    assert fields(one(inside)) == {
        "title": "T", "container": "J", "volume": "50", "pages": "15--22", "year": "1983", "month": "feb",
    }  # fmt: skip


def test_a_chapter_its_book_and_the_series():
    inside = """<titleInfo><title>A chapter</title></titleInfo><genre>book chapter</genre>
    <relatedItem type="host"><titleInfo><title>A book</title></titleInfo>
    <name type="personal"><namePart type="family">Ed</namePart><role><roleTerm type="text">editor</roleTerm></role></name>
    <name type="personal"><namePart type="family">Host</namePart></name>
    <originInfo><publisher>Pub</publisher><place><placeTerm type="code">mau</placeTerm><placeTerm type="text">Boston</placeTerm></place>
    <dateIssued>c2011</dateIssued></originInfo><identifier type="isbn">9780123751065 (hbk.)</identifier>
    <relatedItem type="series"><titleInfo><title>Lecture notes</title><partNumber>12</partNumber></titleInfo></relatedItem></relatedItem>"""
    reference = one(inside)
    assert (reference.type, reference.container, reference.year) == ("incollection", "A book", "2011")
    assert (reference.get("editor"), reference.get("bookauthor")) == ("Ed", "Host")
    assert (reference.get("address"), reference.get("publisher"), reference.get("isbn")) == (
        "Boston",
        "Pub",
        "9780123751065",
    )
    assert (reference.get("series"), reference.get("number")) == ("Lecture notes", "12")


def test_titles():
    assert one("<titleInfo><nonSort>L’</nonSort><title>été</title></titleInfo>").title == "L’été"
    assert (
        one("<titleInfo><title>Sound and fury :</title><subTitle>the making /</subTitle></titleInfo>").title
        == "Sound and fury: the making"
    )
    part = "<titleInfo><title>Atlas.</title><partNumber>Part 1</partNumber><partName>Asia</partName></titleInfo>"
    assert one(part).title == "Atlas. Part 1, Asia"
    several = """<titleInfo type="translated"><title>War and peace</title></titleInfo><titleInfo><title>Vojna i mir</title></titleInfo>
    <titleInfo type="uniform"><title>War</title></titleInfo>"""
    assert fields(one(several)) == {
        "title": "Vojna i mir", "mods-titleinfo-translated": "War and peace", "mods-titleinfo-uniform": "War",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "field", "person"),
    [
        ('<name><namePart type="family">Doe</namePart><namePart type="termsOfAddress">Jr.</namePart></name>', "author", Person("Doe", suffix="Jr.")),
        ('<name type="personal"><namePart>West, Matthew,</namePart><namePart type="date">1953-</namePart></name>', "author", Person("West", "Matthew")),
        ("<name><namePart>World Health Organization</namePart></name>", "author", Person("World Health Organization", literal=True)),
        (
            '<name type="corporate"><namePart>United States.</namePart><namePart>Congress</namePart></name>',
            "author", Person("United States. Congress", literal=True),
        ),
        (
            "<name><namePart>Roe, A.</namePart><role><roleTerm>http://id.loc.gov/vocabulary/relators/ill</roleTerm></role></name>",
            "illustrator", Person("Roe", "A."),
        ),
        ("<name><namePart>Roe, A.</namePart><role><roleTerm>falconer</roleTerm></role></name>", "contributor", Person("Roe", "A.")),
        ("<name><namePart>Roe, A.</namePart><role><roleTerm>creator</roleTerm></role></name>", "author", Person("Roe", "A.")),
    ],
)  # fmt: skip
def test_names(name, field, person):
    assert one(name).names(field) == Names((person,))


def test_a_conference_is_no_author_and_a_school_grants_degrees():
    inside = """<name type="conference"><namePart>ICML</namePart><namePart type="date">2019</namePart></name>
    <name type="corporate"><namePart>Ulm University</namePart><role><roleTerm type="code">dgg</roleTerm></role></name><genre>thesis</genre>"""
    assert fields(one(inside)) == {"eventtitle": "ICML", "eventdate": "2019", "school": "Ulm University"}
    assert one(inside).type == "thesis"


@pytest.mark.parametrize(
    ("dates", "meant"),
    [
        ('<dateIssued encoding="marc">2011</dateIssued><dateIssued>c2011-12</dateIssued>', {"year": "2011"}),
        ('<dateIssued>1999</dateIssued><dateIssued keyDate="yes">2001</dateIssued>', {"year": "2001"}),
        ('<dateIssued encoding="iso8601">20031105</dateIssued>', {"year": "2003", "month": "nov", "day": "5"}),
        (
            '<dateIssued point="start">1998</dateIssued><dateIssued point="end">1999</dateIssued>',
            {"year": "1998", "date": "1998/1999"},
        ),
        (
            '<dateIssued encoding="marc" point="start">1985</dateIssued><dateIssued encoding="marc" point="end">9999</dateIssued>',
            {"year": "1985", "date": "1985/.."},
        ),
        ("<dateIssued>2009-21</dateIssued>", {"year": "2009", "date": "2009-21"}),
        ("<dateIssued>1998-1999</dateIssued>", {"year": "1998", "date": "1998/1999"}),
        ("<dateIssued>[1889?]</dateIssued>", {"year": "1889"}),
        ("<copyrightDate>2003</copyrightDate>", {"year": "2003"}),
        (
            '<copyrightDate>2003</copyrightDate><dateCreated keyDate="yes">1955-03-22</dateCreated>',
            {"year": "1955", "month": "mar", "day": "22", "mods-copyrightdate": "2003"},
        ),
        ("<dateIssued>in press</dateIssued>", {"year": "in press"}),
    ],
)
def test_dates(dates, meant):
    assert fields(one(f"<originInfo>{dates}</originInfo>")) == meant


@pytest.mark.parametrize(
    ("inside", "entry_type"),
    [
        ('<genre authority="marcgt">book</genre>', "book"),
        ("<originInfo><issuance>monographic</issuance></originInfo>", "book"),
        ('<genre authority="local">journalArticle</genre>', "article"),
        ('<genre authority="local">conferencePaper</genre>', "inproceedings"),
        (
            '<relatedItem type="host"><genre authority="marcgt">conference publication</genre></relatedItem>',
            "inproceedings",
        ),
        ('<genre>article</genre><relatedItem type="host"><genre>newspaper</genre></relatedItem>', "article"),
        ('<relatedItem type="host"><identifier type="issn">0948-3055</identifier></relatedItem>', "article"),
        (
            '<genre>book</genre><relatedItem type="host"><titleInfo><title>B</title></titleInfo></relatedItem>',
            "incollection",
        ),
        ('<genre authority="bibutilsgt">Ph.D. thesis</genre><genre authority="marcgt">thesis</genre>', "phdthesis"),
        ('<genre authority="marcgt">technical report</genre>', "techreport"),
        ("<typeOfResource>moving image</typeOfResource>", "video"),
        ("<typeOfResource>text</typeOfResource>", "misc"),
    ],
)
def test_types(inside, entry_type):
    assert one(inside + "<abstract>a</abstract>").type == entry_type


def test_newspapers_are_kept_apart():
    reference = one('<genre>article</genre><relatedItem type="host"><genre>newspaper</genre></relatedItem>')
    assert reference.get("entrysubtype") == "newspaper"


@pytest.mark.parametrize(
    ("attributes", "inside", "key"),
    [
        (' ID="Mock++2003"', "", "Mock++2003"),
        (' ID="mods1"', "", ""),
        (' ID="a1"', '<identifier type="citekey">b2</identifier>', "b2"),
        ("", "<recordInfo><recordIdentifier>Mock2003</recordIdentifier></recordInfo>", "Mock2003"),
        ("", "<recordInfo><recordIdentifier>ocm12345</recordIdentifier></recordInfo>", ""),
        ("", "<recordInfo><recordIdentifier>archives/cushman/P07803</recordIdentifier></recordInfo>", ""),
    ],
)
def test_keys(attributes, inside, key):
    assert one(f"<note>n</note>{inside}", attributes).key == key


def test_other_identifiers_notes_and_related_items_are_kept_or_known():
    inside = """<identifier type="pmid">123456</identifier><identifier type="uri">https://doi.org/10.1000/182</identifier>
    <identifier type="arxiv">arXiv:1706.03762</identifier><identifier type="lccn">99-1</identifier><identifier type="local">a</identifier>
    <identifier type="local">b</identifier><note type="statement of responsibility">by me</note><classification>QA</classification>
    <physicalDescription><extent>xi, 402 p. ; 24 cm</extent><form>print</form></physicalDescription><accessCondition>Free</accessCondition>
    <relatedItem type="references"><titleInfo><title>Cited</title></titleInfo><identifier type="doi">10.1/other</identifier></relatedItem>
    <relatedItem type="original"><titleInfo><title>Urtext</title></titleInfo><originInfo><dateIssued>1889</dateIssued></originInfo></relatedItem>
    <recordInfo><recordContentSource>DLC</recordContentSource></recordInfo>"""
    assert fields(one(inside)) == {
        "pmid": "123456", "doi": "10.1000/182", "eprint": "1706.03762", "eprinttype": "arxiv", "mods-identifier-lccn": "99-1",
        "mods-identifier-local": "a\nb", "mods-note-statement-of-responsibility": "by me", "mods-classification": "QA", "pagetotal": "402",
        "mods-extent": "xi, 402 p. ; 24 cm", "copyright": "Free", "mods-related-references": "Cited", "origtitle": "Urtext",
        "origdate": "1889",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "is_mods"),
    [
        ('<?xml version="1.0"?><!-- x --><mods:modsCollection xmlns:mods="http://www.loc.gov/mods/v3">', True),
        ("<mods><titleInfo>", True),
        ('<OAI-PMH><metadata><mods xmlns="http://www.loc.gov/mods/v3"><titleInfo>', True),
        ("<mods><mod>Better furnaces</mod></mods>", False),  # a list of changes to a game
        ("A record begins with <mods xmlns='http://www.loc.gov/mods/v3'><titleInfo>.", False),
        ("<html><pre><mods xmlns='http://www.loc.gov/mods/v3'><titleInfo></pre></html>", False),
        ("<xml><records><record>", False),
        ("<PubmedArticleSet>", False),
    ],
)
def test_recognised_by_its_root(text, is_mods):
    assert mods.recognise(Input.of_text(text, "x.xml")) == is_mods


def test_bad_input():
    start = (
        '<modsCollection xmlns="http://www.loc.gov/mods/v3">\n<mods><titleInfo><title>One</title></titleInfo></mods>\n'
    )
    cut = read(start + "<mods><titleInfo><title>Tw")
    assert [reference.title for reference in cut] == ["One"]
    assert (cut.blocks[0].kind, cut.blocks[0].line, cut.problems[0].line) == ("failed", 3, 3)
    empty = read(start + "<mods></mods></modsCollection>")
    assert (len(empty), [problem.line for problem in empty.problems]) == (1, [3])
    bomb = read(
        '<!DOCTYPE mods [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><mods><titleInfo><title>x &b;</title></titleInfo></mods>'
    )
    assert [reference.title for reference in bomb] == ["x &b;"]
