"""Each kind of site: the page's own record, read off the pages in bib/sources (the expected values are on the page)."""

from pathlib import Path

import pytest

from citekit.readers.text.page import take_apart
from citekit.readers.text.sites import lww, pubmed, pure, springer

SOURCES = Path(__file__).parents[3] / "bib" / "sources"


def page(name):
    return take_apart((SOURCES / name).read_text(encoding="utf-8"))


KINDS = [
    ("portal.txt", "Pure portal page", 0),
    ("chapter.txt", "SpringerLink page", 30),
    ("wiki.txt", "wiki page", 9),
    ("letter.txt", "LWW journal page", 5),
    ("pubmed.txt", "PubMed page", 0),
]


@pytest.mark.parametrize(("name", "kind", "references"), KINDS)
def test_page_is_recognised_and_its_references_found(name, kind, references):
    found = page(name)
    assert found.format == kind
    assert len(found.items) == references


def test_portal_record():
    own = page("portal.txt").own
    said = {name: own.fields[name] for name in ("container", "number", "pages", "year", "month", "day")}
    assert said == {
        "container": "New England Journal of Medicine", "number": "23", "pages": "2426--2437",
        "year": "2009", "month": "jun", "day": "4",
    }  # fmt: skip
    people = [person.inverted for person in own.fields["author"]]
    assert len(people) == 42
    assert people[5] == "Van Royen-Kerkhoff, Annet"
    assert people[19:21] == ["Babyn, Paul", "El-Shanti, Hatem I."]  # the page glues these two together


def test_chapter_record():
    own = page("chapter.txt").own
    assert own.type == "incollection"
    assert [person.inverted for person in own.fields["author"]] == ["Diaz, Arturo"]
    assert own.fields["publisher"] == "Springer Nature Switzerland AG"
    assert own.fields["year"] == "2019"


def test_wiki_record():
    assert page("wiki.txt").own.fields == {
        "title": "Interleukin 1 receptor antagonist deficiency",
        "howpublished": "Ganfyd",
    }


def test_letter_record_has_each_author_once_and_no_degrees():
    own = page("letter.txt").own
    people = [person.inverted for person in own.fields["author"]]
    assert people == ["Sakran, Waheeb", "Shalev, Stavit A", "El-Shanti, Hatem", "Uziel, Yosef"]
    said = {name: own.fields[name] for name in ("container", "year", "month", "volume", "number", "pages", "doi")}
    assert said == {
        "container": "The Pediatric Infectious Disease Journal", "year": "2013", "month": "jan", "volume": "32",
        "number": "1", "pages": "94", "doi": "10.1097/INF.0b013e3182700cc1",
    }  # fmt: skip


def test_pubmed_record():
    own = page("pubmed.txt").own
    assert "author" not in own.fields
    said = {
        name: own.fields[name] for name in ("container", "year", "month", "volume", "number", "pages", "doi", "note")
    }
    assert said == {
        "container": "Pediatrics", "year": "2013", "month": "oct", "volume": "132", "number": "4", "pages": "e1043--7",
        "doi": "10.1542/peds.2012-3935", "note": "Epub 2013 Sep 9",
    }  # fmt: skip


GLUED = [
    ("Paul BabynHatem I. El-Shanti", "Paul Babyn, Hatem I. El-Shanti"),
    ("Andrew J. McDonagh", "Andrew J. McDonagh"),
    ("Laura DeVries", "Laura DeVries"),
    ("Jan MacLean", "Jan MacLean"),
]


@pytest.mark.parametrize(("seen", "meant"), GLUED)
def test_glued_names(seen, meant):
    assert pure._unglued(seen) == meant


def test_every_line_is_accounted_for():
    for path in SOURCES.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        found = take_apart(text)
        read = set(found.own.lines) | {n for item in found.items for n in item.lines}
        unused = "\n".join(block.text for block in found.unused)
        for number, line in enumerate(text.splitlines(), 1):
            assert not line.strip() or number in read or line.strip() in unused


@pytest.mark.parametrize("site", [lww, pubmed, pure, springer])
def test_a_bare_list_is_no_site(site):
    listed = "References\n1. Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7.\n"
    assert not site.looks_like(listed)


@pytest.mark.parametrize("name", [name for name, _, _ in KINDS])
def test_broken_off_pages_never_raise(name):
    text = (SOURCES / name).read_text(encoding="utf-8")
    for length in range(0, len(text), max(1, len(text) // 40)):
        take_apart(text[:length])
