"""Fields of an entry, read when somebody looks."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import pytest

from citekit.bibtex.strings import evaluate
from citekit.model import Field, Reference
from citekit.readers.bibtex import read

TEXT = '@string{j = "Journal"}\n@article{a,\n  title = {One},\n  journal = j,\n  empty = {},\n  year = 2009\n}\n'


def entry(text=TEXT):
    return read(text, "x.bib").references[0]


def test_they_are_a_mapping_like_any_other():
    fields = entry().fields
    assert fields == {
        "title": fields["title"],
        "container": Field("Journal", fields["container"].origin),
        "year": fields["year"],
    }
    assert list(fields) == ["title", "container", "year"]
    assert len(fields) == 3
    assert "title" in fields
    assert "empty" not in fields
    assert fields.get("empty") is None
    assert fields.get("empty", 1) == 1
    assert entry() == entry()


def test_each_knows_its_line_and_its_name():
    origins = {name: field.origin for name, field in entry().fields.items()}
    assert {name: (origin.line, origin.name) for name, origin in origins.items()} == {
        "title": (3, "title"),
        "container": (4, "journal"),
        "year": (6, "year"),
    }


def test_they_can_be_copied_and_sent():
    reference = entry()
    assert copy.deepcopy(reference) == reference
    assert pickle.loads(pickle.dumps(reference)) == reference


def test_still():
    reference = entry()
    strings = {"j": "Journal"}
    assert reference.fields.still(reference, strings)
    assert not reference.fields.still(reference, {"j": "Other"})
    assert not reference.fields.still(reference, {})
    assert not reference.fields.still(replace(reference, key="b"), strings)
    assert not reference.fields.still(reference.with_field("year", "2010"), strings)


def test_a_string_that_doubles_forty_times_stays_small():
    text = '@string{a = "xx"}\n' + "@string{a = a # a}\n" * 40 + "@misc{k, title = a # a}"
    assert len(entry(text).title) <= 100_000
    assert len(evaluate("a # " * 5_000 + "a", {"a": "x" * 1_000})) <= 110_000


def test_a_library_with_other_references_keeps_its_blocks():
    library = read(TEXT + "% between\n@misc{b}\n", "x.bib")
    one, two = library.references
    changed = library.with_references([two, one, one])
    kinds = [getattr(item, "key", None) or item.kind for item in changed.items]
    assert kinds == ["string", "comment", "b", "a", "a"]
    assert library.with_references([]).references == ()
    fewer = library.with_references([two])
    assert [getattr(item, "key", None) or item.kind for item in fewer.items] == ["string", "comment", "b"]
    more = library.with_references([one, Reference("misc", "new"), two.with_field("note", "x")])
    assert [getattr(item, "key", None) or item.kind for item in more.items] == ["string", "a", "new", "comment", "b"]


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("journal", "container"),
        ("Journal", "container"),
        ("booktitle", "container"),
        ("location", "address"),
        ("YEAR", "year"),
    ],
)
def test_fields_are_known_by_their_names_in_files(field, name):
    changed = entry().with_field(field, "New")
    assert changed.fields[name].value == "New"
    assert changed.get(field) == "New"
    assert field == name or field not in changed.fields
    assert name not in changed.without(field).fields


def test_a_number_is_text_and_a_list_is_nothing():
    assert entry().with_field("year", 2010).get("year") == "2010"
    with pytest.raises(TypeError, match="the field keywords takes text or Names, not list"):
        entry().with_field("keywords", ["a"])
