"""JSON records, one a line, as databases and scripts export them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.encoding import decode
from citekit.model import Names, Origin
from citekit.readers import from_text
from citekit.readers.records import looks_like, read
from citekit.values.names import Person

LINE = (
    '{"id": "r1", "type": "article", "author": "Smith, J. and Roe, R.", "title": "On things", "container": "J Things",'
    ' "year": "2009", "volume": "5", "issue": "3", "pages": "354-7", "doi": "10.1000/x.1"}'
)


def one(**said):
    return read(json.dumps(said), "a.jsonl").references[0]


def test_a_record():
    library = read(LINE + "\n", "a.jsonl")
    reference = library.references[0]
    assert (library.format, library.problems) == ("records", ())
    assert (reference.type, reference.key) == ("article", "")
    assert {name: reference.get(name) for name in reference.fields} == {
        "author": "Smith, J. and Roe, R.",
        "title": "On things",
        "container": "J Things",
        "year": "2009",
        "volume": "5",
        "number": "3",
        "pages": "354--7",
        "doi": "10.1000/x.1",
    }
    assert reference.origin == Origin("a.jsonl", "records", 1, 1, LINE, "r1")


def test_nothing_said_is_no_field():
    said = {"author": "", "title": None, "year": float("nan"), "keywords": [], "pages": "   "}
    assert one(id="1", **said, volume="5").fields.keys() == {"volume"}


VALUES = [
    ({"year": 2009}, "year", "2009"),
    ({"year": 2009.0}, "year", "2009"),
    ({"volume": 12}, "volume", "12"),
    ({"volume": 0}, "volume", "0"),
    ({"journal": "J Things"}, "container", "J Things"),
    ({"booktitle": "Things"}, "container", "Things"),
    ({"container-title": "J Things"}, "container", "J Things"),
    ({"Title": "On things"}, "title", "On things"),
    ({"DOI": "https://doi.org/10.1000/X.1"}, "doi", "10.1000/X.1"),
    ({"doi": "pending"}, "doi", "pending"),
    ({"pmid": 12345678}, "pmid", "12345678"),
    ({"page": "pp. 354–7"}, "pages", "354--7"),
    ({"keywords": ["one", "two"]}, "keywords", "one, two"),
    ({"month": 6}, "month", "jun"),
    ({"issued": {"date-parts": [[2009, 6, 4]]}}, "year", "2009"),
    ({"issued": {"date-parts": [[2009, 6, 4]]}}, "month", "jun"),
    ({"date": "2009-06-04"}, "day", "4"),
    ({"date": "spring"}, "date", "spring"),
    ({"title": "H&#228;rder &amp; Roe &mdash; things"}, "title", "Härder & Roe — things"),
    ({"title": "<i>Il1rn</i> in\n  mice"}, "title", "Il1rn in mice"),
    ({"title": "p < 5 and q > 3"}, "title", "p < 5 and q > 3"),
    ({"url": "https://x.org/?a=1&copy=2"}, "url", "https://x.org/?a=1&copy=2"),
    ({"abstract": "Long."}, "abstract", "Long."),
    ({"screeningLabel": "yes"}, "screeningLabel", "yes"),
    ({"Web of Science ID": "WOS:1"}, "Web_of_Science_ID", "WOS:1"),
    ({"checked": True}, "checked", "true"),
    ({"extra": {"a": [1, "b"]}}, "extra", '{"a": [1, "b"]}'),
    ({"title": "half \ud800 a character"}, "title", "half \ufffd a character"),
]


@pytest.mark.parametrize(("said", "name", "meant"), VALUES, ids=[json.dumps(said) for said, _, _ in VALUES])
def test_values(said, name, meant):
    assert one(**said).get(name) == meant


def test_two_names_for_one_field_lose_nothing():
    reference = one(journal="J Things", booktitle="Things")
    assert sorted(reference.get(name) for name in reference.fields) == ["J Things", "Things"]


PEOPLE = [
    ("Smith J, Roe R", [Person("Smith", "J"), Person("Roe", "R")]),
    (["Smith, Jane", "Roe, Richard"], [Person("Smith", "Jane"), Person("Roe", "Richard")]),
    (["Jane Smith", "van der Berg, Anna Maria"], [Person("Smith", "Jane"), Person("Berg", "Anna Maria", "van der")]),
    ([{"family": "Smith", "given": "J"}, {"literal": "The Board"}], [Person("Smith", "J"), Person("The Board", literal=True)]),
    ([{"name": "Jane Smith"}], [Person("Smith", "Jane")]),
    ("H&auml;rder, T", [Person("Härder", "T")]),
]  # fmt: skip


@pytest.mark.parametrize(("author", "people"), PEOPLE)
def test_people(author, people):
    assert one(author=author).author == Names(tuple(people))


@pytest.mark.parametrize(
    "author", ["Smith J, et al.", "Smith, J and others", ["Smith, J", "others"], ["Smith, J", "et al."]]
)
def test_a_cut_list_is_cut(author):
    assert one(author=author).author == Names((Person("Smith", "J"),), others=True)


def test_authors_that_are_none_stay_text():
    reference = one(author="[No authors listed]")
    assert not reference.author
    assert reference.get("author") == "[No authors listed]"


TYPES = [
    ({"type": "Journal Article"}, "article"),
    ({"type": "article-journal"}, "article"),
    ({"type": "inproceedings"}, "inproceedings"),
    ({"type": "proceedings-article"}, "inproceedings"),
    ({"type": "Book Section"}, "incollection"),
    ({"container": "J Things", "volume": "5"}, "article"),
    ({"container": "Proceedings of the 4th Workshop on Things"}, "inproceedings"),
    ({"booktitle": "The Book of Things"}, "incollection"),
    ({"title": "On things"}, "misc"),
]


@pytest.mark.parametrize(("said", "meant"), TYPES)
def test_types(said, meant):
    assert one(**said).type == meant


# ---------------------------------------------------------------- lines, arrays, ids


def test_a_broken_line_is_kept_and_the_rest_goes_on():
    library = read(f'{LINE}\n{{"id": "r2", "title": \n\n{LINE.replace("r1", "r3")}\n"text"\n', "a.jsonl")
    assert [(r.origin.name, r.origin.line, r.origin.number) for r in library] == [("r1", 1, 1), ("r3", 4, 2)]
    assert [(block.kind, block.text, block.line) for block in library.blocks] == [
        ("failed", '{"id": "r2", "title":', 2),
        ("failed", '"text"', 5),
    ]
    assert [(problem.kind, problem.file, problem.line) for problem in library.problems] == [
        ("syntax", "a.jsonl", 2),
        ("syntax", "a.jsonl", 5),
    ]
    assert str(library.problems[0]) == "a.jsonl:2: left out: no JSON object (Expecting value, column 22)"


def test_ids():
    library = read('{"id": 12}\n{"title": "x"}\n{"id": ""}\n{"id": "012"}\n{"id": " a "}\n', "a.jsonl")
    assert [reference.origin.name for reference in library] == ["12", "2", "3", "012", " a "]
    assert library.problems == ()


def test_an_id_that_comes_twice_is_told():
    library = read('{"id": "a"}\n{"id": "b"}\n{"id": "a"}\n', "a.jsonl")
    assert [(p.kind, p.line, p.message) for p in library.problems] == [
        ("duplicate-id", 3, "the id a also stands in line 1")
    ]
    assert len(library) == 3


SHAPES = {
    "lines": f"{LINE}\n{LINE}\n",
    "blank lines": f"\n\n{LINE}\n\n{LINE}",
    "an array": f"[{LINE}, {LINE}]",
    "an array over lines": f"[\n  {LINE},\n  {LINE}\n]\n",
    "indented": json.dumps([json.loads(LINE)] * 2, indent=2),
    "objects over lines": json.dumps(json.loads(LINE), indent=2) + "\n" + json.dumps(json.loads(LINE), indent=2),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("encoded", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_shapes_of_files(shape, encoded, line_end):
    text = decode(SHAPES[shape].replace("\n", line_end).encode(encoded), "a.json")
    library = from_text(text, "a.json")
    assert library.format == "records"
    assert [reference.title for reference in library] == ["On things"] * 2
    assert [problem.kind for problem in library.problems] == ["duplicate-id"]
    for reference in library:
        assert text.split("\n")[reference.origin.line - 1].lstrip(" [").startswith("{")
        assert json.loads(reference.origin.text) == json.loads(LINE)


def test_an_array_with_a_broken_object():
    library = read(f'[\n{LINE},\n{{"id": "r2", "title": }},\n{LINE.replace("r1", "r3")}\n]\n', "a.json")
    assert [reference.origin.name for reference in library] == ["r1", "r3"]
    assert [(block.text, block.line) for block in library.blocks] == [('{"id": "r2", "title": }', 3)]


def test_what_parse_prints_is_read():
    line = '{"page": "a.txt", "kind": "ref", "n": 3, "text": "…", "fields": {"type": "article", "author": ["Leung, VC"], "journal": "J"}}'
    reference = from_text(line, "parsed.jsonl").references[0]
    assert (reference.origin.name, reference.type, reference.container) == ("a.txt:3", "article", "J")
    assert reference.author == Names((Person("Leung", "VC"),))


OTHERS = {
    "BibTeX": "@article{a, title = {One}}\n",
    "text": "1. Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7.\n",
    "text in braces": "{this is no JSON}\n",
    "text in brackets": "[1] Leung VC, Lee KE. Infantile cortical hyperostosis. J Pediatr Orthop. 1985;5(3):354–7.\n",
    "an array of numbers": "[1, 2]\n",
    "nothing": "",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_text_is_not_taken_for_records(kind):
    assert not looks_like(OTHERS[kind])


@given(st.lists(st.one_of(st.dictionaries(st.text(), st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["family", "date-parts", "name", "x"]), inner),
    max_leaves=4,
)).map(json.dumps), st.text(alphabet='{}[]",:a1 \n'))))  # fmt: skip
def test_any_lines_are_read_and_nothing_is_dropped(lines):
    text = "\n".join(['{"id": "first"}', *lines])
    library = read(text, "a.jsonl")
    kept = [item.origin.text if hasattr(item, "origin") else item.text for item in library.items]
    assert kept == [line.strip() for line in text.split("\n") if line.strip()]
    assert len(library.blocks) == sum(problem.kind == "syntax" for problem in library.problems)


NASTY = {
    "open arrays": "[{" + '"a":[' * 100_000,
    "open objects": '{"a":\n' * 50_000,
    "broken objects": '[{"a": 1,\n' + '{"a" 1},\n' * 50_000,
    "brackets": "[{}" + "]" * 300_000,
    "spaces": "[{" + " " * 500_000,
}


@pytest.mark.parametrize("kind", NASTY)
def test_nasty_text_is_read_in_time(kind):
    text = NASTY[kind]
    if looks_like(text):
        read(text, "a.json")
