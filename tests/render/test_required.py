"""Required fields: "BibTeXing" §3.1, biblatex manual §2.1.1."""

from dataclasses import replace

import pytest

from citekit.exchange.csl import to_item
from citekit.model import Origin
from citekit.render.required import REQUIRED, incomplete, incomplete_item, missing


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


@pytest.mark.parametrize("kind", REQUIRED)
@pytest.mark.parametrize(
    "fields", [{}, {"title": "T", "year": "2001"}, {"author": "A", "note": "N", "pages": "1", "container_short": "J"}]
)
def test_an_entry_is_called_the_same_in_all_styles(make, kind, fields):
    reference = make(kind, "key", **fields)
    origin = Origin("refs.bib", "bibtex", 3, text=f"@{kind.upper()}{{key,}}")
    reference = replace(reference, origin=origin)
    assert incomplete_item(to_item(reference), origin) == incomplete(reference)


def test_what_comes_from_csl_is_called_as_there():
    item = {"id": "k", "type": "chapter", "title": "T", "author": [{"family": "F"}], "issued": {"date-parts": [[2001]]}}
    said = "k: incomplete chapter: no booktitle, no publisher"
    assert str(incomplete_item(item, None)) == said
    assert str(incomplete_item(item, Origin("a.json", "csl-json", 2))) == f"a.json:2: {said}"
    assert "incollection" in str(incomplete_item(item, Origin("a.ris", "ris", 2)))
