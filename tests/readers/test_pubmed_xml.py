"""PubMed XML → references. The samples are written after NLM's description of its elements."""

import pytest

from citekit.errors import InputError
from citekit.formats import Input
from citekit.readers.pubmed_xml import READER, read
from citekit.values.names import Person

ARTICLE = """<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2019//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_190101.dtd">
<PubmedArticleSet>
<PubmedArticle>
  <MedlineCitation Status="MEDLINE" Owner="NLM">
    <PMID Version="1">11111111</PMID>
    <DateCompleted><Year>2020</Year><Month>07</Month><Day>23</Day></DateCompleted>
    <Article PubModel="Print-Electronic">
      <Journal>
        <ISSN IssnType="Electronic">1873-2496</ISSN>
        <JournalIssue CitedMedium="Internet">
          <Volume>37</Volume><Issue>11</Issue>
          <PubDate><Year>2019</Year><Month>11</Month><Day>05</Day></PubDate>
        </JournalIssue>
        <Title>Journal of things</Title>
        <ISOAbbreviation>J. Things</ISOAbbreviation>
      </Journal>
      <ArticleTitle>[On <i>things</i> in H<sub>2</sub>O &amp; air].</ArticleTitle>
      <Pagination><StartPage>818</StartPage><EndPage>825</EndPage><MedlinePgn>818-25</MedlinePgn></Pagination>
      <ELocationID EIdType="pii" ValidYN="Y">S1078-1439</ELocationID>
      <ELocationID EIdType="doi" ValidYN="N">10.1000/wrong</ELocationID>
      <ELocationID EIdType="doi" ValidYN="Y">10.1000/things</ELocationID>
      <Abstract>
        <AbstractText Label="AIM" NlmCategory="OBJECTIVE">To know.</AbstractText>
        <AbstractText Label="UNLABELLED">And more.</AbstractText>
        <CopyrightInformation>(c) The authors.</CopyrightInformation>
      </Abstract>
      <AuthorList CompleteYN="N">
        <Author ValidYN="Y" EqualContrib="Y">
          <LastName>van der Roe</LastName><ForeName>Rita</ForeName><Initials>R</Initials><Suffix>3rd</Suffix>
          <Identifier Source="ORCID">0000-0000-0000-0001</Identifier>
          <AffiliationInfo><Affiliation>Ulm</Affiliation></AffiliationInfo>
          <AffiliationInfo><Affiliation>Bonn</Affiliation></AffiliationInfo>
        </Author>
        <Author ValidYN="N"><LastName>Smyth</LastName><ForeName>J</ForeName></Author>
        <Author ValidYN="Y"><LastName>Smith</LastName><Initials>J</Initials></Author>
        <Author ValidYN="Y"><CollectiveName>The Thing Group</CollectiveName></Author>
      </AuthorList>
      <Language>ger</Language>
      <DataBankList CompleteYN="Y"><DataBank><DataBankName>GENBANK</DataBankName>
        <AccessionNumberList><AccessionNumber>A1</AccessionNumber><AccessionNumber>A2</AccessionNumber></AccessionNumberList>
      </DataBank></DataBankList>
      <GrantList CompleteYN="Y"><Grant><GrantID>R01</GrantID><Acronym>HL</Acronym><Agency>NIH</Agency><Country>United States</Country></Grant></GrantList>
      <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList>
      <VernacularTitle>Von Dingen.</VernacularTitle>
      <ArticleDate DateType="Electronic"><Year>2018</Year><Month>11</Month><Day>3</Day></ArticleDate>
    </Article>
    <MedlineJournalInfo><Country>Germany</Country><MedlineTA>J Things</MedlineTA><NlmUniqueID>9805460</NlmUniqueID><ISSNLinking>1078-1439</ISSNLinking></MedlineJournalInfo>
    <ChemicalList><Chemical><RegistryNumber>0</RegistryNumber><NameOfSubstance UI="D1">Iron</NameOfSubstance></Chemical></ChemicalList>
    <CitationSubset>IM</CitationSubset>
    <CommentsCorrectionsList>
      <CommentsCorrections RefType="RetractionIn"><RefSource>J Things. 2021;1(1):2. doi: 10.1000/retraction</RefSource><PMID Version="1">3</PMID></CommentsCorrections>
      <CommentsCorrections RefType="ErratumIn"><RefSource>J Things. 2020;1(1):2</RefSource><Note>a slip</Note></CommentsCorrections>
      <CommentsCorrections RefType="Cites"><RefSource>Lancet. 1999. doi: 10.1000/cited</RefSource></CommentsCorrections>
    </CommentsCorrectionsList>
    <MeshHeadingList>
      <MeshHeading><DescriptorName MajorTopicYN="N">Humans</DescriptorName></MeshHeading>
      <MeshHeading><DescriptorName MajorTopicYN="N">Tumor</DescriptorName><QualifierName MajorTopicYN="Y">analysis</QualifierName></MeshHeading>
    </MeshHeadingList>
    <OtherAbstract Type="Publisher" Language="ger"><AbstractText>Wissen.</AbstractText></OtherAbstract>
    <KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">things</Keyword></KeywordList>
    <CoiStatement>None; really.</CoiStatement>
    <InvestigatorList><Investigator ValidYN="Y"><LastName>Wood</LastName><ForeName>D L</ForeName>
      <AffiliationInfo><Affiliation>Nashville</Affiliation></AffiliationInfo></Investigator></InvestigatorList>
    <NewElement>new</NewElement>
  </MedlineCitation>
  <PubmedData>
    <History><PubMedPubDate PubStatus="received"><Year>2018</Year></PubMedPubDate></History>
    <PublicationStatus>ppublish</PublicationStatus>
    <ArticleIdList>
      <ArticleId IdType="pubmed">11111111</ArticleId>
      <ArticleId IdType="doi">10.1000/things</ArticleId>
      <ArticleId IdType="pmc">PMC123456</ArticleId>
    </ArticleIdList>
    <ReferenceList><Reference><Citation>X</Citation><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList></Reference></ReferenceList>
  </PubmedData>
</PubmedArticle>
</PubmedArticleSet>
"""

BOOK = """<Book>
      <Publisher><PublisherName>University of Things</PublisherName><PublisherLocation>Seattle (WA)</PublisherLocation></Publisher>
      <BookTitle book="gene">ThingReviews</BookTitle>
      <PubDate><Year>1993</Year></PubDate>
      <BeginningDate><Year>1993</Year></BeginningDate>
      <AuthorList Type="editors" CompleteYN="Y"><Author ValidYN="Y"><LastName>Adams</LastName><ForeName>Ed</ForeName></Author></AuthorList>
      <AuthorList Type="authors" CompleteYN="Y"><Author ValidYN="Y"><LastName>Boss</LastName><ForeName>Bo</ForeName></Author></AuthorList>
      <Edition>2nd</Edition><CollectionTitle>Things</CollectionTitle><Isbn>9781860163593</Isbn><Medium>Internet</Medium>
    </Book>"""
CHAPTER = f"""<PubmedBookArticle>
  <BookDocument>
    <PMID Version="1">22222222</PMID>
    <ArticleIdList><ArticleId IdType="bookaccession">NBK7050</ArticleId></ArticleIdList>
    {BOOK}
    <LocationLabel Type="chapter">3</LocationLabel>
    <ArticleTitle book="gene" part="x">A chapter</ArticleTitle>
    <Language>eng</Language>
    <AuthorList Type="authors" CompleteYN="Y"><Author ValidYN="Y"><LastName>Marcel</LastName><ForeName>Carl</ForeName></Author></AuthorList>
    <PublicationType UI="D016454">Review</PublicationType>
    <Abstract><AbstractText>Said.</AbstractText></Abstract>
    <Sections><Section><LocationLabel Type="chapter">1</LocationLabel><SectionTitle>One</SectionTitle><Section><SectionTitle>Two</SectionTitle></Section></Section></Sections>
    <ContributionDate><Year>2009</Year><Month>6</Month><Day>30</Day></ContributionDate>
  </BookDocument>
  <PubmedBookData><PublicationStatus>ppublish</PublicationStatus></PubmedBookData>
</PubmedBookArticle>"""


def library(text):
    return read(Input(text.encode(), "set.xml"))


def values(reference):
    return {name: reference.get(name) for name in reference.fields}


def article(inside, around=""):
    text = f"<PubmedArticle><MedlineCitation><Article><ArticleTitle>X.</ArticleTitle>{inside}</Article>{around}</MedlineCitation></PubmedArticle>"
    (reference,) = library(text)
    return {name: value for name, value in values(reference).items() if name != "title"}


def test_an_article():
    found = library(ARTICLE)
    (reference,) = found
    assert reference.type == "article"
    assert values(reference) == {
        "title": "On things in H₂O & air",
        "origtitle": "Von Dingen",
        "author": "van der Roe, 3rd, Rita and Smith, J and The Thing Group",
        "container": "Journal of things",
        "container_short": "J. Things",
        "year": "2019",
        "month": "nov",
        "day": "5",
        "volume": "37",
        "number": "11",
        "pages": "818--825",
        "doi": "10.1000/things",
        "pmid": "11111111",
        "pmcid": "PMC123456",
        "issn": "1873-2496",
        "abstract": "AIM: To know. And more.",
        "copyright": "(c) The authors.",
        "language": "ger",
        "nbib-pl": "Germany",
        "keywords": "things, Humans, Tumor/analysis",
        "retraction": "10.1000/retraction",
        "nbib-ad": "[1] Ulm; [1] Bonn",
        "nbib-aid": "S1078-1439 [pii]",
        "nbib-auid": "[1] ORCID: 0000-0000-0000-0001",
        "nbib-cois": "None; really.",
        "nbib-dep": "20181103",
        "nbib-ein": "J Things. 2020;1(1):2 (a slip)",
        "nbib-fir": "Wood, D L",
        "nbib-gr": "R01/HL/NIH/United States",
        "nbib-irad": "[i1] Nashville",
        "nbib-is": "1873-2496 (Electronic); 1078-1439 (Linking)",
        "nbib-jid": "9805460",
        "nbib-mh": "Humans; Tumor/*analysis",
        "nbib-oab": "Wissen.",
        "nbib-oabl": "ger",
        "nbib-pt": "Journal Article",
        "nbib-rin": "J Things. 2021;1(1):2. doi: 10.1000/retraction PMID: 3",
        "nbib-rn": "0 (Iron)",
        "nbib-si": "GENBANK/A1; GENBANK/A2",
        "pubmed-equalcontrib": "van der Roe, Rita 3rd",
        "pubmed-newelement": "new",
    }
    assert reference.author.others
    assert reference.author.people[2] == Person("The Thing Group", literal=True)
    assert not found.problems


def test_each_value_remembers_its_element_and_line():
    (reference,) = library(ARTICLE)
    origin = reference.fields["title"].origin
    assert (origin.file, origin.format, origin.name, origin.line, origin.number) == (
        "set.xml",
        "pubmed-xml",
        "ArticleTitle",
        18,
        1,
    )
    assert reference.origin.line == 4
    assert reference.origin.text.startswith("<PubmedArticle>\n")
    assert reference.origin.text.endswith("</PubmedArticle>")


def test_a_chapter_leaves_its_book_to_the_books_authors():
    (reference,) = library(CHAPTER)
    assert reference.type == "incollection"
    assert values(reference) == {
        "title": "A chapter",
        "container": "ThingReviews",
        "author": "Marcel, Carl",
        "bookauthor": "Boss, Bo",
        "editor": "Adams, Ed",
        "publisher": "University of Things",
        "address": "Seattle (WA)",
        "series": "Things",
        "edition": "2nd",
        "isbn": "9781860163593",
        "howpublished": "Internet",
        "chapter": "3",
        "year": "1993",
        "pmid": "22222222",
        "language": "eng",
        "abstract": "Said.",
        "nbib-aid": "NBK7050 [bookaccession]",
        "nbib-ctdt": "20090630",
        "nbib-pt": "Review",
        "pubmed-beginningdate": "1993",
        "pubmed-sections": "1 One; Two",
    }


def test_a_book():
    (reference,) = library(
        f"<PubmedBookArticleSet><PubmedBookArticle><BookDocument><PMID>1</PMID>{BOOK}</BookDocument></PubmedBookArticle></PubmedBookArticleSet>"
    )
    assert (reference.type, reference.title, reference.container) == ("book", "ThingReviews", "")
    assert (reference.get("author"), reference.get("editor")) == ("Boss, Bo", "Adams, Ed")


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ("<Year>2015</Year><Month>Dec</Month><Day>1</Day>", {"year": "2015", "month": "dec", "day": "1"}),
        ("<Year>2009</Year><Month>02</Month>", {"year": "2009", "month": "feb"}),
        ("<Year>1999</Year><Season>Spring</Season>", {"year": "1999", "date": "1999-21"}),
        ("<MedlineDate>2000 Jan-Feb</MedlineDate>", {"year": "2000", "month": "jan-feb"}),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", {"year": "1998", "month": "dec", "date": "1998-12/1999-01"}),
        ("<MedlineDate>2000 1st Quart</MedlineDate>", {"year": "2000", "nbib-dp": "2000 1st Quart"}),
    ],
)
def test_dates_of_the_issue(date, read):
    assert article(f"<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal>") == read


def test_the_electronic_date_counts_where_there_is_no_other():
    date = "<ArticleDate DateType='Electronic'><Year>2013</Year><Month>04</Month><Day>30</Day></ArticleDate>"
    assert article(date) == {"year": "2013", "month": "apr", "day": "30"}


@pytest.mark.parametrize(
    ("pages", "read"),
    [
        ("<MedlinePgn>818-25</MedlinePgn>", "818--825"),
        ("<StartPage>25</StartPage><EndPage>138</EndPage>", "25--138"),
        ("<StartPage>e25</StartPage>", "e25"),
    ],
)
def test_pages(pages, read):
    assert article(f"<Pagination>{pages}</Pagination>") == {"pages": read}


def test_editors_stand_apart():
    people = "<AuthorList Type='editors'><Author><LastName>Roe</LastName><ForeName>R</ForeName></Author></AuthorList>"
    assert article(people) == {"editor": "Roe, R"}


def test_sets_of_citations_and_records_alone_are_read():
    citation = "<MedlineCitation><PMID>1</PMID><Article><ArticleTitle>X</ArticleTitle></Article></MedlineCitation>"
    assert [each.title for each in library(f"<MedlineCitationSet>{citation}{citation}</MedlineCitationSet>")] == [
        "X",
        "X",
    ]
    assert [each.title for each in library(citation)] == ["X"]


def test_a_record_that_names_no_work_is_kept_and_told():
    found = library("<PubmedArticleSet>\n<PubmedArticle>\n</PubmedArticle>\n</PubmedArticleSet>")
    assert [(block.kind, block.line) for block in found.blocks] == [("failed", 2)]
    assert [problem.line for problem in found.problems] == [2]


def test_a_cut_off_file_gives_what_is_whole():
    cut = ARTICLE.replace(
        "</PubmedArticle>\n</PubmedArticleSet>", "</PubmedArticle>\n<PubmedArticle><MedlineCitation><PMID>"
    )
    found = library(cut)
    assert len(found) == 1
    assert [problem.kind for problem in found.problems] == ["syntax"]


def test_what_is_no_xml_is_an_input_error():
    with pytest.raises(InputError):
        library("prose")


@pytest.mark.parametrize("text", [ARTICLE, CHAPTER, "<MedlineCitationSet/>", "<!-- x --><PubmedBookArticleSet>"])
def test_recognised(text):
    assert READER.recognise(Input(text.encode(), "-"))
    assert READER.recognise(Input(text.encode("utf-16"), "-"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "About <PubmedArticleSet>",
        "<html><body><PubmedArticleSet></body></html>",
        "<!-- <PubmedArticleSet> --><records/>",
        "<?xml version='1.0'?><modsCollection><mods/></modsCollection>",
        "<PubmedArticles/>",
        "PMID- 1\nTI  - <PubmedArticle>\n",
    ],
)
def test_not_recognised(text):
    assert not READER.recognise(Input(text.encode(), "set.xml"))
