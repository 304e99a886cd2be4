"""CSL-JSON as Zotero, pandoc and Crossref write it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import InputError
from citekit.formats import Input
from citekit.readers import from_text
from citekit.readers.csl_json import READER

ITEM = {
    "id": "doe2009",
    "type": "article-journal",
    "title": "On things",
    "author": [{"family": "Doe", "given": "Jane"}],
    "issued": {"date-parts": [[2009, 6]]},
}
OTHER = {**ITEM, "id": "roe2010", "title": "On others"}


def given_text(text, file="a.json"):
    return Input.of_text(text, file)


def read(text, file="a.json"):
    return READER.read(given_text(text, file))


SHAPES = {
    "an array": json.dumps([ITEM, OTHER]),
    "an array over lines": json.dumps([ITEM, OTHER], indent=2),
    "Zotero's items": json.dumps({"config": {"id": 1}, "items": [ITEM, OTHER]}, indent=2),
    "pandoc's references": json.dumps({"references": [ITEM, OTHER]}),
    "Crossref's answer": json.dumps({"status": "ok", "message": {"total-results": 2, "items": [ITEM, OTHER]}}),
    "tabs": json.dumps([ITEM, OTHER], indent="\t"),
    "blank lines": "\n\n" + json.dumps([ITEM, OTHER], indent=1) + "\n\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_files(shape):
    text = SHAPES[shape]
    assert READER.recognise(given_text(text))
    library = from_text(text, "a.json")
    assert library.format == "csl-json"
    assert [(r.key, r.title, r.year) for r in library] == [
        ("doe2009", "On things", "2009"),
        ("roe2010", "On others", "2009"),
    ]
    assert library.problems == ()
    for reference, item in zip(library, (ITEM, OTHER), strict=True):
        assert json.loads(reference.origin.text) == item
        assert reference.origin.text.split("\n")[0] in text.split("\n")[reference.origin.line - 1]


def test_a_single_item():
    for said in (ITEM, {"status": "ok", "message-type": "work", "message": ITEM}):
        library = from_text(json.dumps(said, indent=1), "a.json")
        assert (library.format, [r.key for r in library]) == ("csl-json", ["doe2009"])


def test_a_work_as_crossref_has_it():
    work = {
        "DOI": "10.1000/x", "type": "journal-article", "title": ["On things"], "container-title": ["J Things"], "short-container-title": ["JT"],
        "author": [{"given": "Jane", "family": "Doe", "sequence": "first", "affiliation": []}], "issued": {"date-parts": [[2009]]},
        "indexed": {"date-time": "x"}, "reference": [{"key": "1"}], "ISSN": ["1234-5678"],
        "license": [{"URL": "https://creativecommons.org/licenses/by/4.0/", "delay-in-days": 0}],
    }  # fmt: skip
    reference = read(json.dumps([work])).references[0]
    assert {name: reference.get(name) for name in reference.fields} == {
        "doi": "10.1000/x", "title": "On things", "container": "J Things", "author": "Doe, Jane", "year": "2009", "issn": "1234-5678",
        "copyright": "https://creativecommons.org/licenses/by/4.0/", "csl-short-container-title": '["JT"]',
    }  # fmt: skip


OTHERS = {
    "records": '[{"id": "r1", "title": "On things", "author": "Doe, J.", "container": "J Things", "year": 2009}]',
    "records in lines": '{"id": "r1", "title": "One", "author": "Doe, J."}\n{"id": "r2", "title": "Two"}\n',
    "items of CSL in lines": json.dumps(ITEM) + "\n" + json.dumps(OTHER) + "\n",
    "Zotero's own": '[{"key": "ABC", "version": 1, "library": {}, "data": {"itemType": "book", "title": "T"}}]',
    "Zotero's own items": '[{"itemType": "journalArticle", "title": "T", "creators": []}]',
    "citekit parse": '{"page": "a.txt", "kind": "ref", "n": 3, "fields": {"type": "article", "author": ["Leung, VC"]}}',
    "a schema": '{"type": "object", "properties": {"title": {"type": "string"}}}',
    "a package": '{"name": "x", "version": "1.0.0", "author": {"name": "Jane"}}',
    "JSON-LD": '{"@context": "https://schema.org", "@type": "ScholarlyArticle", "name": "On things"}',
    "reference strings": '[{"id": "r1", "reference": "Leung VC, Lee KE. Infantile"}]',
    "numbers": "[1, 2]",
    "an empty array": "[]",
    "text in brackets": "[1] Leung VC, Lee KE. Infantile cortical hyperostosis.",
    "BibTeX": "@article{a, title = {One}}",
    "nothing": "",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_files_are_not_taken(kind):
    assert not READER.recognise(given_text(OTHERS[kind]))


def test_broken_items_are_kept_and_the_rest_is_read():
    text = json.dumps([ITEM, ITEM, OTHER], indent=2).replace('"On things",', '"On things"', 1)
    library = read(text.replace('"doe2009"', '"x"', 1))
    assert [reference.key for reference in library] == ["doe2009", "roe2010"]
    assert [(block.kind, block.line) for block in library.blocks] == [("failed", 2)]
    assert [str(problem) for problem in library.problems] == [
        "a.json:2: left out: no item; Expecting ',' delimiter in line 6, column 5"
    ]
    assert library.references[0].origin.line == 21


def test_a_broken_item_on_one_line():
    broken = json.dumps(ITEM).replace('"On things"', "")
    library = read(f"[{broken}, {json.dumps(OTHER)}, 5, null]")
    assert [reference.key for reference in library] == ["roe2010"]
    assert [block.text[:8] for block in library.blocks] == ['{"id": "', "5", "null"]
    assert {problem.kind for problem in library.problems} == {"syntax"}


def test_a_file_that_breaks_off():
    text = json.dumps({"items": [ITEM, OTHER]}, indent=2)
    library = read(text[:-60])
    assert [reference.key for reference in library] == ["doe2009"]
    assert len(library.blocks) == 1


def test_an_id_that_comes_twice_is_told():
    library = read(json.dumps([ITEM, ITEM], indent=1))
    assert len(library) == 2
    assert [(p.kind, p.message, p.key) for p in library.problems] == [
        ("duplicate-key", "the id doe2009 also stands in line 2", "doe2009")
    ]


def test_half_a_character_does_not_get_through():
    assert read('[{"id": "a", "type": "book", "title": "half \\ud800 one"}]').references[0].title == "half \ufffd one"


def test_numbers_beyond_all_measure():
    text = f'[{{"id": "a", "type": "book", "volume": {"9" * 5000}}}, {{"id": "b", "type": "book", "volume": 1e999, "issue": NaN}}]'
    library = read(text)
    assert [reference.key for reference in library] == ["b"]
    assert dict(library.references[0].fields) == {}


def test_no_json_is_an_error():
    with pytest.raises(InputError, match="no JSON"):
        read("@article{a, title = {One}}")


def test_an_empty_array_is_an_empty_library():
    assert read("[]").items == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "type", "title", "author", "issued"]), inner)
    ),
)


@given(st.lists(JSON, max_size=5))
def test_any_array_is_read(values):
    library = read(json.dumps(values))
    assert len(library) + len(library.blocks) == sum(value != {} for value in values)


@given(st.text(alphabet='{}[]",:a1 \n\\'))
def test_any_text_is_read(text):
    READER.recognise(given_text(text))
    read("[" + text)


NASTY = {
    "open arrays": '[{"a":' + "[" * 100_000,
    "open objects": "[" + '{"a":\n' * 50_000,
    "broken objects": "[\n" + '{"a" 1},\n' * 50_000,
    "items without an end": "[\n" + '{"id": "a", "author": [\n' * 20_000,
    "long broken items": "[\n" + ('{"id": "a", "title": "' + "x" * 1000 + '"\n') * 2_000,
    "brackets": "[{}" + "]" * 300_000,
    "spaces": "[{" + " " * 500_000,
    "commas": "[" + "," * 500_000,
}


@pytest.mark.parametrize("kind", NASTY)
def test_nasty_text_is_read_in_time(kind):
    READER.recognise(given_text(NASTY[kind]))
    read(NASTY[kind])


def test_what_is_read_in_vain_again_and_again_is_given_up():
    """Each of the first lines opens a list that swallows all the rest before it turns out to have no end."""
    library = read("[\n" + '{"a": [\n' * 500 + '{"id": "b"},\n' * 20_000)
    assert len(library.blocks) < 30
    assert library.blocks[-1].text.endswith('{"id": "b"}')
