"""CSL-JSON as citekit writes it."""

import json

from hypothesis import given
from hypothesis import strategies as st

from citekit.exchange.csl.variables import DATES, NAMES, TEXTS
from citekit.formats import Input
from citekit.model import Library, Names, Reference
from citekit.readers.csl_json import READER
from citekit.values.names import Person
from citekit.writers.csl_json import WRITER

# https://github.com/citation-style-language/schema, csl-data.json, and the specification's names where they differ from it
SCHEMA = {*TEXTS, *DATES, *NAMES, "id", "type", "custom"}


def items(*references):
    written = WRITER.write(Library(references))
    return json.loads(written.data), [str(problem) for problem in written.problems]


def test_a_library():
    one = Reference("article", "doe2009").with_fields({"title": "On “things”", "year": "2009"})
    data = WRITER.write(Library((one,))).data
    assert data.decode() == (
        "[\n"
        "  {\n"
        '    "id": "doe2009",\n'
        '    "type": "article-journal",\n'
        '    "citation-key": "doe2009",\n'
        '    "issued": {\n'
        '      "date-parts": [\n        [\n          2009\n        ]\n      ]\n'
        "    },\n"
        '    "title": "On “things”"\n'
        "  }\n"
        "]\n"
    )


def test_an_empty_library():
    assert items() == ([], [])


def test_every_item_has_an_id_of_its_own():
    doe = Names((Person("Doe", "Jane"),))
    one = Reference("book").with_fields({"author": doe, "year": "2009", "title": "One"})
    two = Reference("book").with_fields({"author": doe, "year": "2009", "title": "Two"})
    written, problems = items(one, two, Reference("book", "x"), Reference("book", "x").with_field("title", "T"))
    assert [item["id"] for item in written[:2]] == ["doe2009a", "doe2009b"]
    assert len({item["id"] for item in written}) == 4
    assert len(problems) == 1


def test_an_id_that_is_no_key_comes_back():
    library = READER.read(Input.of_text('[{"id": "http://zotero.org/users/1/items/ABC", "type": "book"}]', "a.json"))
    assert items(*library.references)[0] == [{"id": "http://zotero.org/users/1/items/ABC", "type": "book"}]


def test_what_csl_does_not_hold_is_told_once_for_each_field():
    said = {"title": "T", "maintitle": "M", "ris-c1": "x", "subtitle": "S"}
    written, problems = items(*(Reference("book", key).with_fields(said) for key in "ab"))
    assert problems == [
        "a: CSL-JSON has no place for maintitle, which is left out (2 references)",
        "a: CSL-JSON has no place for ris-c1, which is left out (2 references)",
    ]
    assert written[0]["title"] == "T: S"


WORDS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=12)


@given(st.lists(st.tuples(st.sampled_from(["article", "book", "misc"]), st.dictionaries(st.sampled_from(
    ["title", "year", "date", "month", "author", "pages", "note", "csl-custom", "csl-host", "csl-issued", "eprint", "eprinttype", "url"]
), WORDS))))  # fmt: skip
def test_whatever_fields_say_the_items_are_items(said):
    references = [Reference(kind, f"k{n}").with_fields(fields) for n, (kind, fields) in enumerate(said)]
    written, _ = items(*references)
    assert [item["id"] for item in written] == [reference.key for reference in references]
    for item in written:
        assert item.keys() <= SCHEMA
        for name, value in item.items():
            kind = list if name in NAMES else dict if name in DATES else str
            assert isinstance(value, kind) or name == "custom"
