"""What a cited key means. BibTeX: bibtex.web, part 8 (keys in lower case); biber: biblatex manual §2.2.3, `ids`."""

import pytest

from citekit.values.cited_keys import CitedKeys

ENTRIES = [(1, "Smith", ["old", "Doe"]), (2, "doe", ["OLD", "smith"]), (3, "Smith", ["later"])]


@pytest.mark.parametrize(
    ("key", "bibtex", "biber"),
    [
        ("Smith", 1, 1),  # the first of two
        ("smith", 1, 2),  # a key in other case counts before ids
        ("doe", 2, 2),
        ("Doe", 2, 1),
        ("DOE", 2, None),
        ("old", 1, 1),
        ("OLD", 2, 2),
        ("Old", 1, None),
        ("later", 3, 3),
        ("x", None, None),
    ],
)
def test_which_entry(key, bibtex, biber):
    known = CitedKeys(ENTRIES)
    assert known.get(key) == bibtex
    assert known.get(key, cased=True) == biber


def test_bibtex_itself_knows_no_ids():
    assert CitedKeys(ENTRIES).by_key("old") is None
    assert CitedKeys(ENTRIES).by_key("SMITH") == 1


def test_hints_come_in_the_order_of_the_entries():
    assert CitedKeys([(0, "doe2001b", []), (0, "doe2001a", ["doe2001d"])]).hint("doe2001c") == (
        "; did you mean doe2001b or doe2001a or doe2001d?"
    )
