"""What no agreement outweighs: signs that two records that have much in common are two works, or that a person should look.

Each rule is a sentence and a condition. They stand in the order in which they are asked; the first that holds gives the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from citekit.dedupe.compare import Comparison


class Rule(NamedTuple):
    """`reason` is what to tell a person where the rule `holds`."""

    reason: str
    holds: Callable[[Comparison], bool]


def bar(found: Comparison) -> Rule | None:
    """The rule by which these are two works, whatever else they have in common, and even if a third is the same as both."""
    return next((rule for rule in _BARS if rule.holds(found)), None)


def doubt(found: Comparison) -> Rule | None:
    """The rule by which a person should look at these, however much they have in common."""
    return next((rule for rule in _DOUBTS if rule.holds(found)), None)


# ---------------------------------------------------------------- what the rules are made of


def _same_people(found: Comparison) -> bool:
    return found.author in ("agree", "lone", "most")


def _one_number(found: Comparison) -> bool:
    return "agree" in (found.doi, found.pmid)


def _in_place(found: Comparison) -> bool:
    return found.page in ("agree", "weak") or _one_number(found)


def _placeless(found: Comparison) -> bool:
    """A whole title, and neither side says volume or page: such lists know journals and years no better."""
    return found.title in ("equal", "spelled", "headed") and found.volume == found.page == "missing"


def _weakly_told(found: Comparison) -> bool:
    """The title does not stand in full on both sides, or not several authors do."""
    return found.title not in ("equal", "spelled", "missing") or found.author in ("lone", "missing")


def _elsewhere(found: Comparison) -> bool:
    return bool({found.volume, found.number} & {"contradict", "elsewhere"})


def _located(found: Comparison) -> bool:
    """Of titles that many works bear, is this one work's, by its place? By its authors, where neither side says the place?"""
    if _one_number(found):
        return True
    if _elsewhere(found) or found.page in ("contradict", "next", "brief", "unclear"):
        return False
    silent = found.volume == found.number == found.page == "missing"
    return found.author == "agree" if silent else found.page in ("agree", "weak") or found.number == "agree"


# ---------------------------------------------------------------- the rules

_BARS = (
    Rule(
        "a notice about a work is not the work",
        lambda f: f.notice == "contradict"
        and not (_one_number(f) and f.page in ("agree", "weak") and _same_people(f)),  # a slip in *Erratum*
    ),
    Rule("many works bear this title, and nothing says that these are one", lambda f: f.title == "generic" and not _located(f)),
    Rule("an article does not begin where its own copy ends", lambda f: f.page == "next" and not _one_number(f)),
    Rule("an abstract or a reply is not the article of its title", lambda f: f.page == "brief" and not _one_number(f)),
    Rule(
        "a title that goes on, on another page, is another article",
        lambda f: f.title in ("headed", "longer", "within") and f.page == "contradict",
    ),
    Rule(
        "a work may have several comments and corrections",
        lambda f: f.notice == "alike"
        and (f.author == "contradict" or f.number in ("contradict", "elsewhere") or f.doi in ("contradict", "rival")),
    ),
    Rule("a registrant gives a work one DOI", lambda f: f.doi == "rival" and f.page != "agree"),
    Rule(
        "another number in the title is another part",
        lambda f: f.part == "contradict" and not (f.place == "agree" and _same_people(f)),
    ),
)  # fmt: skip

_DOUBTS = (
    Rule(
        "one title goes on, and not both say on which page",
        lambda f: f.title in ("longer", "within") and f.page in ("untold", "unclear") and not _one_number(f),
    ),
    Rule(
        "half a title, or one author, in two journals may be two works",
        lambda f: f.container == "contradict" and _weakly_told(f) and not _placeless(f)
        and (f.page != "agree" or "contradict" in (f.volume, f.number)),
    ),
    Rule(
        "an abstract in one journal may have become the article in another",
        lambda f: f.container == "contradict" and not _weakly_told(f) and f.page in ("untold", "unclear")
        and f.volume != "agree" and not _one_number(f),
    ),
    Rule(
        "a short title without authors may be another work's",
        lambda f: f.title == "short" and f.author == "missing" and f.number != "agree" and not _in_place(f),
    ),
    Rule("a work comes out in one year", lambda f: f.year == "off" and not _placeless(f) and not _in_place(f)),
    Rule(
        "words that differ so much may be other words",
        lambda f: f.title == "misspelt" and not (_same_people(f) and _in_place(f)),
    ),
    Rule(
        "other words in the title may be another work",
        lambda f: f.title in ("reworded", "retitled") and not (f.place == "agree" and _same_people(f)),
    ),
)  # fmt: skip
