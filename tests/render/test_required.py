"""Required fields: "BibTeXing" §3.1, biblatex manual §2.1.1."""

import pytest

from citekit.render.required import missing


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("article", {}, ("author", "title", "journal", "year")),
        ("article", {"author": "A", "title": "T", "container_short": "J", "date": "2009-06"}, ()),
        ("book", {"title": "T", "publisher": "P", "year": "2001"}, ("author or editor",)),
        ("book", {"editor": "E", "title": "T", "publisher": "P", "year": "2001"}, ()),
        ("inbook", {"author": "A", "title": "T", "publisher": "P", "year": "2001"}, ("chapter or pages",)),
        ("incollection", {"author": "A", "title": "T", "year": "2001"}, ("booktitle", "publisher")),
        ("thesis", {"author": "A", "title": "T", "institution": "I", "year": "2001"}, ()),
        ("misc", {}, ()),
        ("no such type", {}, ()),
    ],
)
def test_missing(make, kind, fields, expected):
    assert missing(make(kind, "key", **fields)) == expected
