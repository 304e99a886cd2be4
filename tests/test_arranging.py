"""What stands where in the bibliography that is written."""

from __future__ import annotations

from citekit.arranging import by_key, with_blocks
from citekit.merging import Merged
from citekit.model import Block
from citekit.readers import from_text

TEXT = """% head

@string{x = {y}}

% about b
@book{b, title = {B}}

% about a
@book{a, title = {A}}

% tail
"""


def texts(items):
    return [item.text if isinstance(item, Block) else item.key for item in items]


def test_blocks_go_with_the_entries_they_stood_before():
    library = from_text(TEXT, "x.bib")
    b, a = library.references
    works = [Merged(a, (a,)), Merged(b, (b,))]
    assert texts(with_blocks(works, [library])) == [
        "% head", "@string{x = {y}}", "% about b", "% about a", "a", "b", "% tail",
    ]  # fmt: skip


def test_what_stands_in_two_files_comes_once_whatever_their_order():
    one, two = from_text(TEXT, "x.bib"), from_text(TEXT.replace("% head", "% other head"), "y.bib")
    works = [Merged(a, (a, b)) for a, b in zip(one.references, two.references, strict=True)]
    found = texts(with_blocks(works, [one, two]))
    assert found == texts(with_blocks(works, [two, one]))
    assert sorted(found) == sorted({*found})


def test_parents_come_last():
    """btxdoc §3.2.2: the entry that is named in crossref must come later in the file."""
    library = from_text(
        "@book{a, title = {A}}\n@book{z, title = {Z}}\n@inbook{c, crossref = {A}, title = {C}}", "x.bib"
    )
    assert [library.references[at].key for at in by_key(library.references)] == ["c", "z", "a"]
