"""What an entry has from others."""

import pytest

from citekit.checking.bibliography import bibliography
from citekit.checking.inheritance import by_key, has_unknown_parent, inherited

FAMILY = """
@inproceedings{child, crossref = {Proc}, xdata = {more, name}}
@proceedings{proc, title = {T}, year = 2000, note = {}, crossref = {series}}
@book{series, publisher = {P}}
@xdata{more, url = {u}}
@xdata{name, address = {a}}
@misc{orphan, crossref = {nobody}}
@misc{grandchild, crossref = {orphan}}
@misc{one, crossref = {two}, author = {x}}
@misc{two, crossref = {one}, title = {y}}
"""


@pytest.mark.parametrize(
    ("key", "titles", "fields"),
    [
        ("child", False, "crossref title year publisher url address"),
        ("child", True, "crossref title year publisher url address booktitle maintitle journaltitle"),
        ("series", True, ""),
        ("one", False, "crossref title"),
    ],
)
def test_fields(key, titles, fields):
    known = by_key(bibliography(FAMILY, "auto", 2026).entries)
    assert inherited(known[key], known, titles=titles) == set(fields.split())


def test_unknown_parents():
    known = by_key(bibliography(FAMILY, "auto", 2026).entries)
    assert [key for key, entry in known.items() if has_unknown_parent(entry, known)] == ["orphan", "grandchild"]
