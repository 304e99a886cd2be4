"""Titles of one work, and titles that only look so. Titles are from the literature; a weight of 0 means *contradict*."""

from __future__ import annotations

import pytest

from citekit.model import Field, Reference
from citekit.sources.work import Work
from citekit.validate import told
from citekit.validate.title import check_title

DIRA = "An autoinflammatory disease with deficiency of the interleukin-1-receptor antagonist"
GASTRIC = "Interleukin-1 polymorphisms associated with increased risk of gastric cancer"


@pytest.mark.parametrize(
    ("ours", "theirs", "subtitle", "weight"),
    [
        # the same, whatever the case, dashes, accents and letters
        (DIRA, "An Autoinflammatory Disease with Deficiency of the Interleukin-1–Receptor Antagonist", "", 3),
        ("Osteoclast regulation by TNF alpha in mice", "Osteoclast regulation by TNF-α in Mice", "", 3),
        ("Expression in Leishmania chagasi promastigotes", "Expression inLeishmania chagasiPromastigotes", "", 3),
        # a subtitle on one side only
        ("Pustular skin disorders: diagnosis and treatment", "Pustular Skin Disorders", "Diagnosis and Treatment", 3),
        ("Pustular skin disorders: diagnosis and treatment", "Pustular Skin Disorders", "", 1),
        ("Pustular skin disorders", "Pustular skin disorders: diagnosis and treatment", "", 1),
        ("Pustular skin disorders. Diagnosis and treatment", "Pustular Skin Disorders", "", 1),
        # a record that lost the italics at its beginning
        (
            "Leadbetterella byssophila gen. nov., sp. nov., isolated from cotton waste composts",
            "gen. nov., sp. nov., isolated from cotton waste composts.",
            "",
            1,
        ),
        # a number of the reference list
        ("14. Drug insight: from disturbed motility", "Drug insight: from disturbed motility", "", 1),
        # a slip of the pen
        (GASTRIC, "Interleukin-1 polymorphims associated with increased risk of gastric cancer", "", 2),
        # the article itself, marked later
        (GASTRIC, f"RETRACTED ARTICLE: {GASTRIC}", "", 3),
        (GASTRIC, f"[Retracted] {GASTRIC}", "", 3),
        # what many works are called
        ("Editorial", "Editorial", "", 1),
        ("Book reviews", "Book Reviews", "", 1),
        # something about it
        (GASTRIC, f"Erratum: {GASTRIC}", "", 0),
        (GASTRIC, f"Correction to: {GASTRIC}", "", 0),
        (GASTRIC, f"Retraction: {GASTRIC}", "", 0),
        (GASTRIC, f"Comment on “{GASTRIC}”", "", 0),
        (GASTRIC, f"Re: {GASTRIC}", "", 0),
        (GASTRIC, f"{GASTRIC}: reply", "", 0),
        (GASTRIC, f"{GASTRIC} — Authors’ response", "", 0),
        (GASTRIC, GASTRIC, "Reply", 0),
        (f"Erratum: {GASTRIC}", f"Erratum: {GASTRIC}", "", 3),
        # nearly the same words, another work
        (DIRA, "An Autoinflammatory Disease Due to Homozygous Deletion of the IL1RN Locus", "", 0),
        ("Deficiency of the Interleukin-1 Receptor Antagonist (DIRA)", "Deficiency of the IL-1 Receptor Antagonist", "", 0),
        ("Theory of superconductivity", "Theory of superconductivity II", "", 0),
        ("Theory of superconductivity, part II", "Theory of superconductivity, part III", "", 0),
        ("Vaccination against hepatitis B in adults", "Vaccination against hepatitis C in adults", "", 0),
        ("Cancer statistics for the United States, 2019", "Cancer statistics for the United States, 2018", "", 0),
        ("Sepsis: a review of 20 years", "Sepsis: the next generation", "", 0),
    ],
)  # fmt: skip
def test_titles(ours, theirs, subtitle, weight):
    reference = Reference("article", fields={"title": Field(ours)})
    found = check_title(told(reference), Work("10.5555/x", title=theirs, subtitle=subtitle))
    assert (found.weight, found.verdict) == (weight, "agree" if weight else "contradict")


@pytest.mark.parametrize(("ours", "theirs"), [("", "A title"), ("A title", ""), ("…", "…")])
def test_no_title_says_nothing(ours, theirs):
    found = check_title(told(Reference("article").with_field("title", ours)), Work("10.5555/x", title=theirs))
    assert (found.weight, found.verdict) == (0, "missing")


@pytest.mark.parametrize(
    "other", ["word " * 200_000 + "x", "other " + "word " * 200_000, "word " * 100_000, "a b " * 200_000]
)
def test_a_title_of_a_megabyte_is_compared_in_no_time(other):
    """It took minutes once."""
    reference = Reference("article").with_field("title", "word " * 200_000)
    assert check_title(told(reference), Work("10.5555/x", title=other)).verdict in ("agree", "contradict")


def test_a_megabyte_of_blanks_within_a_title_takes_no_time():
    title = f"Pustular skin disorders{' ' * 1_000_000}diagnosis and treatment"
    found = check_title(told(Reference("article").with_field("title", title)), Work("10.5555/x", title=f"{title}x"))
    assert found.weight == 2
