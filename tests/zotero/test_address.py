"""Addresses as people give them, and what they mean."""

from __future__ import annotations

import pytest

from citekit.errors import InputError
from citekit.zotero.address import Address, is_address, read_address

ADDRESSES = [
    ("zotero:", {}),
    ("zotero:collection/ABCD2345", {"kind": "collection", "value": "ABCD2345"}),
    ("zotero:collection/My papers", {"kind": "collection", "value": "My papers"}),
    ("zotero:collection/Thesis/Chapter 1", {"kind": "collection", "value": "Thesis/Chapter 1"}),
    ("zotero:collection/What is art?", {"kind": "collection", "value": "What is art?"}),
    ("zotero:collection/ABCD2345?subcollections=no", {"kind": "collection", "value": "ABCD2345", "below": False}),
    ("zotero:collection/ABCD2345?subcollections=yes", {"kind": "collection", "value": "ABCD2345"}),
    ("zotero:item/ABCD2345", {"kind": "item", "value": "ABCD2345"}),
    ("zotero:tag/to read", {"kind": "tag", "value": "to read"}),
    ("zotero:search/fever roe", {"kind": "search", "value": "fever roe"}),
    ("zotero:group/123", {"group": True, "owner": "123"}),
    ("zotero:group/My lab", {"group": True, "owner": "My lab"}),
    ("zotero:group/123/collection/ABC", {"group": True, "owner": "123", "kind": "collection", "value": "ABC"}),
    ("zotero:user/475425/tag/x", {"owner": "475425", "kind": "tag", "value": "x"}),
    ("zotero://select/library/items/ABCD2345", {"kind": "item", "value": "ABCD2345"}),
    (
        "zotero://select/groups/123/collections/ABCD2345",
        {"group": True, "owner": "123", "kind": "collection", "value": "ABCD2345"},
    ),
]


@pytest.mark.parametrize(("text", "parts"), ADDRESSES)
def test_addresses(text, parts):
    assert read_address(text) == Address(text, **parts)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zotero:collection", "behind zotero: may stand"),
        ("zotero:collection/", "behind zotero: may stand"),
        ("zotero:papers", "behind zotero: may stand"),
        ("zotero:group", "a number or a name"),
        ("zotero:group/", "a number or a name"),
        ("zotero:user/ann", "comes a number"),
        ("zotero:tag/x?subcollections=no", "behind a collection only"),
        ("refs.bib", "begins with zotero:"),
    ],
)
def test_what_is_no_address(text, said):
    with pytest.raises(InputError, match=said):
        read_address(text)


def test_a_file_is_no_address():
    assert is_address("zotero:")
    assert not is_address("zotero.bib")
