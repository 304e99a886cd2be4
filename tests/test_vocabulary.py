"""Names of fields."""

from __future__ import annotations

import pytest

from citekit.vocabulary import format_of


@pytest.mark.parametrize(
    ("field", "form"),
    [
        ("ris-c1", "ris"),
        ("nbib-aid", "nbib"),
        ("mods-detail-part", "mods"),
        ("zotero-key", "zotero"),
        ("csl-scale", "csl"),
        ("title", ""),
        ("date-added", ""),  # BibDesk
        ("bdsk-url-1", ""),
        ("ris", ""),
        ("ris-", ""),
        ("-ris", ""),
    ],
)
def test_whose_field_it_is(field, form):
    assert format_of(field) == form
