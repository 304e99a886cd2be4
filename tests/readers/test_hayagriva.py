"""Hayagriva YAML (https://github.com/typst/hayagriva/blob/main/docs/file-format.md)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import InputError
from citekit.formats import Input
from citekit.readers import from_text
from citekit.readers.hayagriva import READER

ENTRIES = """\
# my books
moby:
    type: Book
    title: "Moby-Dick; or, The Whale"
    author: Melville, Herman
    date: 1851-10-18
    publisher: {name: Harper & Brothers, location: New York}

whales:
    type: Article
    title: On whales: no
"""
GOOD = ENTRIES.replace("On whales: no", "On whales").replace(
    "title: On", "parent: {title: J Whales, volume: 5}\n    title: On"
)


def given_text(text, file="a.yml"):
    return Input.of_text(text, file)


def read(text):
    return READER.read(given_text(text))


def test_a_file():
    library = from_text(GOOD, "a.yml")
    assert (library.format, library.problems) == ("hayagriva", ())
    assert [(r.key, r.type, r.origin.line, r.origin.number) for r in library] == [
        ("moby", "book", 3, 1),
        ("whales", "article", 10, 2),
    ]
    assert {name: library.references[0].get(name) for name in library.references[0].fields} == {
        "title": "Moby-Dick; or, The Whale", "author": "Melville, Herman", "year": "1851", "month": "oct", "day": "18",
        "publisher": "Harper & Brothers", "address": "New York",
    }  # fmt: skip
    assert library.references[1].origin.text.startswith("type: Article")


def test_an_entry_that_is_broken_is_kept_and_the_rest_is_read():
    library = read(ENTRIES + "\nlast:\n    type: misc\n    title: T\n\nnone: 5\n")
    assert [reference.key for reference in library] == ["moby", "last"]
    assert [(block.kind, block.line) for block in library.blocks] == [("failed", 9), ("failed", 17)]
    assert [str(problem) for problem in library.problems] == [
        "a.yml:9: left out: no YAML; mapping values are not allowed in this context in line 11",
        "a.yml:17: left out: none is no entry but a single value",
    ]


def test_a_key_that_comes_twice_is_told():
    library = read("a: {type: book, title: One}\na: {type: book, title: Two}\n")
    assert [reference.title for reference in library] == ["One", "Two"]
    assert [str(problem) for problem in library.problems] == ["a.yml:2: a: the key a also stands in line 1"]


def test_values_have_no_types_of_their_own():
    reference = read("a: {type: book, title: no, volume: 010, edition: 1e5, note: 2009-06-04}\n").references[0]
    assert [reference.get(name) for name in ("title", "volume", "edition", "note")] == [
        "no",
        "010",
        "1e5",
        "2009-06-04",
    ]


def test_aliases_are_followed():
    library = read(
        "a: {type: article, title: T, parent: &j {type: periodical, title: J}}\nb: {type: article, title: U, parent: *j}\n"
    )
    assert [reference.container for reference in library] == ["J", "J"]


KNOWN = {
    "flow": "a: {type: book, title: One}\n",
    "marks": f"---\n{GOOD}",
    "a quoted key": '"a b":\n  type: web\n  url: x\n  title: T\n',
    "the first without a type": "a:\n  title: T\nb:\n  type: video\n  title: U\n",
}


@pytest.mark.parametrize("kind", KNOWN)
def test_files_are_known(kind):
    assert READER.recognise(given_text(KNOWN[kind]))


OTHERS = {
    "CSL-YAML": "references:\n- id: a\n  type: book\n  title: T\n",
    "a list of CSL": "- id: a\n  type: article-journal\n",
    "services": "services:\n  web:\n    image: nginx\n    type: web\n",
    "a configuration": "main:\n  type: web\n  port: 80\n",
    "a schema": "Pet:\n  type: object\n  title: A pet\n",
    "front matter": "---\ntitle: A paper\nauthor:\n  type: book\n  title: x\n---\n",
    "CITATION.cff": "cff-version: 1.2.0\ntype: software\ntitle: T\n",
    "JSON": '{"a": {"type": "book", "title": "T"}}',
    "text": "References:\n  type: something\n",
    "BibTeX": "@book{a, title = {T}}",
    "nothing": "",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_files_are_not_taken(kind):
    assert not READER.recognise(given_text(OTHERS[kind]))


def test_a_list_is_an_error():
    with pytest.raises(InputError, match="no mapping"):
        read("- a\n- b\n")


@given(st.text(alphabet="-: [{}]&*!|>'\"#~ab\n\t\x07\u2028"))
def test_any_text_is_read(text):
    READER.recognise(given_text(text))
    read("a:\n  type: book\n  title: " + text)
