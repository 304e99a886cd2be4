"""References as COinS and as `citation_reference`, alone or beside the strings they describe."""

import pytest
from html_pages import ALL, LEUNG, MENGESHA, coins, every, page

from citekit.readers import from_text

JOURNAL = {"rft_val_fmt": "info:ofi/fmt:kev:mtx:journal", "rft__genre": "article"}
BOOK = {"rft_val_fmt": "info:ofi/fmt:kev:mtx:book"}


def references(body, head=""):
    return [reference for reference in from_text(page(body, head), "x") if reference.origin.number]


def said(reference):
    return {"type": reference.type, **{name: reference.get(name) for name in reference.fields}}


def listed(text, span):
    return f"<ol class=references><li><span class=reference-text><cite>{text}</cite>{span}</span></li></ol>"


def test_coins_win_and_their_string_fills_in():
    # As Wikipedia's templates write it: the first author as aulast and aufirst, the others as au.
    span = coins(**JOURNAL, rft__jtitle="Journal of Pediatric Orthopedics", rft__atitle="Infantile cortical hyperostosis", rft__volume="5",
                 rft__date="1985", rft_id="info:doi/10.1000/x1", rft__aulast="Leung", rft__aufirst="Victor C.", rft__au="Lee, Karen E.")  # fmt: skip
    [reference] = references(listed(LEUNG, span))
    assert said(reference) == {
        "type": "article", "author": "Leung, Victor C. and Lee, Karen E.", "title": "Infantile cortical hyperostosis",
        "container": "Journal of Pediatric Orthopedics", "volume": "5", "year": "1985", "doi": "10.1000/x1",
        "number": "3", "pages": "354--7",  # from the string
    }  # fmt: skip
    assert reference.origin.text == LEUNG


def test_zotero_gives_the_first_author_twice():
    span = coins(
        **BOOK, rft__genre="book", rft__btitle="On bones", rft__aulast="Roe", rft__aufirst="Jane", rft__au="Jane Roe"
    )
    [reference] = references(listed("Roe J. On bones. Oxford: OUP; 2001.", span))
    assert reference.get("author") == "Roe, Jane"


WORKS = {
    "a chapter": ({**BOOK, "rft__genre": "bookitem", "rft__atitle": "On bones", "rft__btitle": "Anatomy", "rft__spage": "3", "rft__epage": "9"},
                  {"type": "incollection", "title": "On bones", "container": "Anatomy", "pages": "3--9"}),
    "a paper": ({**BOOK, "rft__genre": "proceeding", "rft__atitle": "On bones", "rft__btitle": "A Meeting"},
                {"type": "inproceedings", "title": "On bones", "container": "A Meeting"}),
    "a book": ({**BOOK, "rft__genre": "book", "rft__btitle": "On bones", "rft__pub": "OUP", "rft__place": "Oxford", "rft__isbn": "978-3-16-148410-0"},
               {"type": "book", "title": "On bones", "publisher": "OUP", "address": "Oxford", "isbn": "978-3-16-148410-0"}),
    "a report": ({**BOOK, "rft__genre": "report", "rft__btitle": "On bones"}, {"type": "techreport", "title": "On bones"}),
    "a web page": ({**JOURNAL, "rft__genre": "unknown", "rft__atitle": "On bones", "rft__jtitle": "The Bone Site", "rft_id": "https://example.org/x"},
                   {"type": "online", "title": "On bones", "howpublished": "The Bone Site", "url": "https://example.org/x"}),
    "a thesis": ({"rft_val_fmt": "info:ofi/fmt:kev:mtx:dissertation", "rft__title": "On bones", "rft__inst": "Somewhere", "rft__degree": "Master of Arts"},
                 {"type": "mastersthesis", "title": "On bones", "school": "Somewhere"}),
    "an article in PubMed": ({**JOURNAL, "rft__atitle": "On bones", "rft__jtitle": "J Bones", "rft_id": "info:pmid/26077644"},
                             {"type": "article", "title": "On bones", "container": "J Bones", "pmid": "26077644"}),
}  # fmt: skip


@pytest.mark.parametrize("what", WORKS)
def test_coins_of_every_kind(what):
    rft, fields = WORKS[what]
    [reference] = references(f"<ul><li>{coins(**rft)}</li></ul>")
    assert said(reference) == fields


def test_coins_in_latin_1():
    body = "<ul><li><span class=Z3988 title='ctx_ver=Z39.88-2004&amp;rft.btitle=Th%E9orie&amp;rft.au=Roe'></span></ul>"
    assert references(body)[0].title == "Théorie"


def test_a_catalogue_of_coins():
    body = "".join(
        f"<div class=hit><h3>Title {n}</h3>{coins(**BOOK, rft__btitle=f'A title, {n}')}</div>" for n in range(3)
    )
    assert [reference.title for reference in references(body)] == ["A title, 0", "A title, 1", "A title, 2"]


def test_two_works_in_one_footnote():
    first, second = (
        coins(**BOOK, rft__btitle=title, rft__date=year) for title, year in (("On bones", "1999"), ("On skin", "2001"))
    )
    body = f"<ol class=references><li><cite>Roe J. On bones. 1999.</cite>{first}; <cite>Doe J. On skin. 2001.</cite>{second}</li></ol>"
    assert [(r.title, r.year, r.origin.text) for r in references(body)] == [
        ("On bones", "1999", "Roe J. On bones. 1999."),
        ("On skin", "2001", "Doe J. On skin. 2001."),
    ]


def test_coins_outside_the_list_are_references_too():
    lone = f"<ul><li><cite>Roe J. On bones. 1999.</cite>{coins(**BOOK, rft__btitle='On bones')}</li></ul>"
    body = f"<h2>Further reading</h2>{lone}<h2>References</h2><ol>{every('<li>{text}')}</ol>"
    assert [r.origin.text for r in references(body)] == ["Roe J. On bones. 1999.", *ALL]


def tag(content):
    return f'<meta name="citation_reference" content="{content}">'


SPRINGER = tag("citation_journal_title=Journal of Pediatric Orthopedics; citation_title=Infantile cortical hyperostosis; citation_author=VC Leung, KE Lee; "
               "citation_volume=5; citation_publication_date=1985; citation_pages=354-357; citation_doi=10.1000/x1; citation_id=CR1")  # fmt: skip


def test_citation_reference_alone():
    structured, plain = references("<p>Words.</p>", SPRINGER + tag(MENGESHA))
    assert said(structured) == {
        "type": "article", "author": "Leung, VC and Lee, KE", "title": "Infantile cortical hyperostosis", "year": "1985",
        "container": "Journal of Pediatric Orthopedics", "volume": "5", "pages": "354--357", "doi": "10.1000/x1",
    }  # fmt: skip
    assert (plain.origin.text, plain.year) == (MENGESHA, "2002")


def test_citation_reference_beside_the_list_gives_nothing_twice():
    found = references(f"<ol class=references>{every('<li>{text}')}</ol>", tag(MENGESHA) + SPRINGER)
    assert [r.origin.text for r in found] == list(ALL)
    assert (found[0].doi, found[0].get("number"), found[0].container) == (
        "10.1000/x1",
        "3",
        "Journal of Pediatric Orthopedics",
    )


def test_citation_reference_that_is_in_no_list_is_added():
    found = references(f"<ol class=references><li>{MENGESHA}</ol>", SPRINGER)
    assert [r.year for r in found] == ["2002", "1985"]
