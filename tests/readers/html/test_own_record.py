"""What pages say of themselves in `citation_*`, JSON-LD, Dublin Core and COinS → their own record."""

import json

import pytest
from html_pages import ALL, coins, every, page

from citekit.readers import from_text


def metas(*pairs):
    return "\n".join(f'<meta name="{name}" content="{content}">' for name, content in pairs)


def script(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def own(head="", body="<p>Some words.</p>"):
    found = [reference for reference in from_text(page(body, head), "x") if reference.origin.number == 0]
    return found[0] if found else None


def said(reference):
    return {"type": reference.type, **{name: reference.get(name) for name in reference.fields}}


ARTICLE = metas(
    ("citation_journal_title", "Journal of Bones"),
    ("citation_journal_abbrev", "J Bones"),
    ("citation_publisher", "Bone Press"),
    ("citation_issn", "1234-567X"),
    ("citation_issn", "1234-5688"),
    ("citation_title", "Lesions of the &amp;lt;i&amp;gt;Il1rn&amp;lt;/i&amp;gt; mouse"),
    ("citation_author", "Leung, Victor C."),
    ("citation_author_institution", "Somewhere"),
    ("citation_author", "Karen E. Lee"),
    ("citation_author", "DIRA Study Group"),
    ("citation_online_date", "2014/12/30"),
    ("citation_publication_date", "2015/06"),
    ("citation_volume", "9"),
    ("citation_issue", "1"),
    ("citation_firstpage", "145"),
    ("citation_lastpage", "152"),
    ("citation_doi", "doi:10.1000/bones.9"),
    ("citation_pmid", "26077644"),
    ("citation_pdf_url", "https://example.org/x.pdf"),
)


def test_an_article():
    assert said(own(ARTICLE)) == {
        "type": "article", "author": "Leung, Victor C. and Lee, Karen E. and DIRA Study Group",
        "title": "Lesions of the Il1rn mouse", "container": "Journal of Bones", "container_short": "J Bones",
        "publisher": "Bone Press", "issn": "1234-567X", "year": "2015", "month": "jun", "volume": "9", "number": "1",
        "pages": "145--152", "doi": "10.1000/bones.9", "pmid": "26077644",
    }  # fmt: skip


# Google Scholar's inclusion guidelines say which tag makes which kind of work.
KINDS = {
    "incollection": [("citation_inbook_title", "A Book"), ("citation_isbn", "978-3-16-148410-0")],
    "inproceedings": [("citation_conference_title", "Proceedings of a Meeting")],
    "phdthesis": [("citation_dissertation_institution", "University of Somewhere")],
    "techreport": [
        ("citation_technical_report_institution", "An Institute"),
        ("citation_technical_report_number", "TR-5"),
    ],
    "book": [("citation_isbn", "978-3-16-148410-0"), ("citation_publisher", "Bone Press")],
    "misc": [("citation_arxiv_id", "1706.03762")],
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(kind):
    reference = own(metas(("citation_title", "A title"), ("citation_author", "Roe, J"), *KINDS[kind]))
    assert reference.type == kind
    held = {"incollection": "container", "inproceedings": "container", "phdthesis": "school", "techreport": "institution",
            "book": "publisher", "misc": "eprint"}[kind]  # fmt: skip
    assert reference.get(held) in [content for _, content in KINDS[kind]]


AUTHORS = {
    "Leung, Victor": "Leung, Victor",
    "Victor Leung": "Leung, Victor",
    "Annet van Royen": "van Royen, Annet",
    "World Health Organization": "World Health Organization",
    "Leung, Victor; Lee, Karen": "Leung, Victor and Lee, Karen",
}


@pytest.mark.parametrize("content", AUTHORS)
def test_authors_in_one_tag(content):
    assert own(metas(("citation_title", "A title"), ("citation_author", content))).get("author") == AUTHORS[content]


DATES = {"2012/05/03": ("2012", "may", "3"), "2012/5/3": ("2012", "may", "3"), "2012-05": ("2012", "may", ""), "2012": ("2012", "", ""),
         "2012/00/00": ("2012", "", ""), "3 May 2012": ("2012", "may", "3"), "2012-05-03T10:00:00Z": ("2012", "may", "3")}  # fmt: skip


@pytest.mark.parametrize("content", DATES)
def test_dates(content):
    reference = own(metas(("citation_title", "A title"), ("citation_date", content)))
    assert tuple(reference.get(name) for name in ("year", "month", "day")) == DATES[content]


OJS = metas(
    ("DC.Creator.PersonalName", "Ana Silva"),
    ("DC.Date.issued", "2019-03-04"),
    ("DC.Identifier", "1234"),
    ("DC.Identifier.DOI", "10.1000/revista.1"),
    ("DC.Identifier.pageNumber", "11-22"),
    ("DC.Source", "Revista de Huesos"),
    ("DC.Source.Volume", "3"),
    ("DC.Source.Issue", "2"),
    ("DC.Source.ISSN", "1234-567X"),
    ("DC.Title", "Sobre los huesos"),
    ("DC.Type", "Text.Serial.Journal"),
)


def test_dublin_core_of_ojs():
    assert said(own(OJS)) == {
        "type": "article", "author": "Silva, Ana", "title": "Sobre los huesos", "container": "Revista de Huesos", "year": "2019",
        "month": "mar", "day": "4", "volume": "3", "number": "2", "pages": "11--22", "doi": "10.1000/revista.1", "issn": "1234-567X",
    }  # fmt: skip


def test_dublin_core_of_a_repository():
    head = metas(("DC.title", "On bones"), ("DC.creator", "Roe, Jane"), ("DCTERMS.issued", "2001"),
                 ("DC.type", "info:eu-repo/semantics/doctoralThesis"), ("DC.publisher", "University of Somewhere"))  # fmt: skip
    assert said(own(head)) == {
        "type": "phdthesis", "author": "Roe, Jane", "title": "On bones", "year": "2001", "school": "University of Somewhere",
    }  # fmt: skip


SPRINGER = {
    "@context": "https://schema.org",
    "@type": "WebPage",
    "mainEntity": {
        "@type": "ScholarlyArticle",
        "headline": "On bones",
        "datePublished": "2012-08-23T00:00:00Z",
        "pageStart": "389",
        "pageEnd": "400",
        "sameAs": "https://doi.org/10.1000/bones.3",
        "isPartOf": {"@type": ["Periodical", "PublicationVolume"], "name": "Journal of Bones", "issn": ["1234-567X"], "volumeNumber": "3"},
        "publisher": {"@type": "Organization", "name": "Bone Press"},
        "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Organization", "name": "Friends of Bones"}],
    },
}  # fmt: skip
# The shape of schema.org's own example for ScholarlyArticle.
NAMED_NODES = {
    "@context": "https://schema.org",
    "@graph": [
        {"@id": "#issue", "@type": "PublicationIssue", "issueNumber": "5", "datePublished": "2012-08", "isPartOf": {"@id": "#volume"}},
        {"@id": "#volume", "@type": "PublicationVolume", "volumeNumber": 3, "isPartOf": {"@id": "#journal"}},
        {"@id": "#journal", "@type": "Periodical", "name": "Journal of Bones", "issn": "1234-567X", "isPartOf": {"@id": "#issue"}},
        {"@type": "ScholarlyArticle", "isPartOf": {"@id": "#issue"}, "name": "On bones", "pagination": "389-400",
         "author": {"@type": "Person", "givenName": "Jane", "familyName": "Roe"},
         "identifier": [{"@type": "PropertyValue", "propertyID": "doi", "value": "10.1000/bones.3"}]},
    ],
}  # fmt: skip


def test_json_ld_in_one_node():
    assert said(own(script(SPRINGER))) == {
        "type": "article", "author": "Roe, Jane and Friends of Bones", "title": "On bones", "container": "Journal of Bones", "volume": "3",
        "pages": "389--400", "year": "2012", "month": "aug", "day": "23", "publisher": "Bone Press", "doi": "10.1000/bones.3", "issn": "1234-567X",
    }  # fmt: skip


def test_json_ld_in_nodes_that_name_each_other():
    assert said(own(script(NAMED_NODES))) == {
        "type": "article", "author": "Roe, Jane", "title": "On bones", "container": "Journal of Bones", "volume": "3", "number": "5",
        "pages": "389--400", "year": "2012", "month": "aug", "doi": "10.1000/bones.3", "issn": "1234-567X",
    }  # fmt: skip


JSON_KINDS = {
    "incollection": {"@type": "Chapter", "name": "On bones", "isPartOf": {"@type": "Book", "name": "All of Anatomy", "isbn": "978-3-16-148410-0"}},
    "book": {"@type": ["Book", "Product"], "name": "On bones", "isbn": "978-3-16-148410-0"},
    "phdthesis": {"@type": "Thesis", "name": "On bones", "sourceOrganization": {"@type": "CollegeOrUniversity", "name": "Somewhere"}},
    "online": {"@type": "Article", "headline": "On bones", "url": "https://example.org/bones"},
}  # fmt: skip


@pytest.mark.parametrize("kind", JSON_KINDS)
def test_json_ld_kinds(kind):
    reference = own(script([{"@type": "BreadcrumbList"}, JSON_KINDS[kind]]))
    assert (reference.type, reference.title) == (kind, "On bones")


NOTHING = {
    "a title in Open Graph": '<meta property="og:title" content="A shop">',
    "a title in Dublin Core": metas(("DC.title", "City of Somewhere"), ("DC.publisher", "City")),
    "a web page": script({"@type": "WebPage", "name": "A shop"}),
    "broken JSON": '<script type="application/ld+json">{"@type": "ScholarlyArticle", "name": </script>',
    "deep JSON": f'<script type="application/ld+json">{"[" * 100_000}</script>',
    "JSON of other shapes": script([1, None, "x", {"@type": 3, "isPartOf": [[]]}, {"@type": "Article", "name": {"x": []}, "author": 5}]),
    "citation_* without a title": metas(("citation_pdf_url", "https://example.org/x.pdf")),
}  # fmt: skip


@pytest.mark.parametrize("what", NOTHING)
def test_what_is_no_record(what):
    assert own(NOTHING[what]) is None


def test_better_metadata_win_and_others_fill_in():
    head = OJS + script({**SPRINGER["mainEntity"], "isbn": "978-3-16-148410-0"}) + metas(
        ("citation_title", "Bones"), ("citation_date", "2012"), ("citation_volume", "33")
    )  # fmt: skip
    found = said(own(head))
    assert (found["title"], found["volume"], found["year"]) == ("Bones", "33", "2012")  # citation_*
    assert (found["doi"], found["container"], found["pages"]) == (
        "10.1000/bones.3",
        "Journal of Bones",
        "389--400",
    )  # JSON-LD
    assert found["number"] == "2"  # Dublin Core
    assert found["month"] == "aug"


def test_parts_of_two_dates_are_not_mixed():
    head = metas(("citation_title", "Bones"), ("citation_date", "2013")) + script(SPRINGER)
    assert "month" not in said(own(head))


def test_open_graph_lends_a_title():
    head = metas(("citation_doi", "10.1000/x")) + '<meta property="og:title" content="On bones">'
    assert own(head).title == "On bones"


def test_a_lone_coins_is_the_page_s_own():
    span = coins(
        rft_val_fmt="info:ofi/fmt:kev:mtx:dissertation",
        rft__title="On bones",
        rft__au="Roe, Jane",
        rft__inst="Somewhere",
        rft__date="2001",
    )
    assert said(own(body=f"<h1>On bones</h1>{span}<p>Words.</p>")) == {
        "type": "phdthesis", "author": "Roe, Jane", "title": "On bones", "school": "Somewhere", "year": "2001",
    }  # fmt: skip


# OJS prints it in the markup of a bibliography.
TO_CITE = (
    "<div class='item citation'><h2>How to Cite</h2><div class='csl-bib-body'><div class='csl-entry'>Leung, V. C., &amp; Lee, K. E. (2015). "
    "Lesions of the Il1rn mouse. <i>Journal of Bones</i>, <i>9</i>(1), 145–152.</div></div></div>"
)


def test_how_to_cite_the_page_is_no_reference():
    assert [r.origin.number for r in from_text(page(TO_CITE, ARTICLE), "x")] == [0]
    both = page(f"{TO_CITE}<h2>References</h2><ol>{every('<li>{text}')}</ol>", ARTICLE)
    assert [r.origin.text for r in from_text(both, "x")][1:] == list(ALL)


def test_the_own_record_stands_before_the_references():
    library = from_text(page(f"<ol class=references>{every('<li>{text}')}</ol>", ARTICLE), "x")
    assert [reference.origin.number for reference in library] == [0, 1, 2, 3]
    assert [reference.origin.text for reference in library][1:] == list(ALL)
    assert library.references[0].origin.text.startswith("citation_journal_title=Journal of Bones; ")
