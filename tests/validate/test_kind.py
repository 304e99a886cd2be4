"""Kinds of works that share a title."""

from __future__ import annotations

import pytest

from citekit.model import Reference
from citekit.sources.work import Work
from citekit.validate import told
from citekit.validate.kind import check_type


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("article", "journal-article", "missing"),
        ("article", "book-chapter", "missing"),  # series that are cited like journals: Adv Exp Med Biol
        ("article", "book", "contradict"),
        ("article", "peer-review", "contradict"),
        ("article", "component", "contradict"),
        ("article", "reference-entry", "contradict"),
        ("book", "journal-article", "contradict"),  # a review of it
        ("book", "monograph", "missing"),
        ("incollection", "book-chapter", "missing"),
        ("incollection", "reference-entry", "missing"),
        ("incollection", "book", "contradict"),
        ("phdthesis", "journal-article", "contradict"),
        ("phdthesis", "dissertation", "missing"),
        ("misc", "journal-article", "missing"),
        ("misc", "journal-issue", "contradict"),
    ],
)
def test_types(ours, theirs, verdict):
    assert check_type(told(Reference(ours)), Work("10.5555/x", type=theirs)).verdict == verdict


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"container": "Journal of Examples"}, "contradict"),
        ({"volume": "9", "pages": "145"}, "contradict"),
        ({"container": "bioRxiv"}, "missing"),
        ({}, "missing"),
    ],
)
def test_a_preprint_is_not_the_article(fields, verdict):
    reference = Reference("article")
    for name, value in fields.items():
        reference = reference.with_field(name, value)
    assert check_type(told(reference), Work("10.5555/x", type="posted-content")).verdict == verdict


@pytest.mark.parametrize(
    ("fields", "issue", "pages", "verdict"),
    [
        ({"volume": "85", "number": "7"}, "S1", "A32", "contradict"),
        ({}, "4S", "373", "contradict"),
        ({}, "Suppl 2", "", "contradict"),
        ({"pages": "S194--S202"}, "", "S194-S202", "missing"),  # the reference is to a supplement itself
        ({"number": "Suppl 2"}, "S2", "", "missing"),
        ({"volume": "12 Suppl 1"}, "Suppl 1", "", "missing"),
        ({}, "7", "532-537", "missing"),
    ],
)
def test_an_abstract_in_a_supplement_is_not_the_paper(fields, issue, pages, verdict):
    reference = Reference("article")
    for name, value in fields.items():
        reference = reference.with_field(name, value)
    work = Work("10.5555/x", type="journal-article", issue=issue, pages=pages)
    assert check_type(told(reference), work).verdict == verdict
