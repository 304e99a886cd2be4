"""Same work, different works, or for a person to settle, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from citekit.dedupe.bars import bar, doubt
from citekit.dedupe.compare import Comparison
from citekit.dedupe.folded import Folded

Verdict = Literal["same", "version", "unsure", "different"]
"""*version*: the preprint and the published form of one work."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on two references, and the sentences that speak for and against it, weightiest first."""

    verdict: Verdict
    reasons: tuple[str, ...]


# What each finding is worth, and how it reads. What is not listed (`missing` above all) is worth nothing and not said.
# {a} and {b} are what the two references say in that field, {likeness} how alike the titles are.
FINDINGS: Mapping[str, Mapping[str, tuple[float, str]]] = {
    "title": {
        "equal": (5, "same title"),
        "spelled": (4, "titles {likeness} % alike"),
        "headed": (3.5, "same title, but one has a subtitle or note"),
        "short": (3, "same short title"),
        "within": (3, "one title stands within the other"),
        "longer": (2, "titles {likeness} % alike, but one has more words"),
        "misspelt": (1, "titles {likeness} % alike; a word may be misspelt"),
        "generic": (0.5, "same title, but one that many works have"),
        "reworded": (-3, "titles {likeness} % alike, but they differ in words"),
        "retitled": (-5, "different titles in the same place"),
        "different": (-30, "different titles"),
    },
    "part": {"contradict": (-6, "numbers in the titles differ: {a} and {b}")},
    "notice": {"contradict": (-6, "one is {a}, the other {b}")},
    "author": {
        "agree": (3.5, "same authors"),
        "lone": (2.5, "same author"),
        "most": (2.5, "most authors in common"),
        "overlap": (-1, "few authors in common"),
        "contradict": (-4, "no author in common"),
    },
    "year": {"agree": (1, "same year {a}"), "near": (-1.5, "years {a} and {b}"), "off": (-3.5, "years differ: {a} and {b}"), "contradict": (-7, "years differ: {a} and {b}")},
    "container": {"agree": (1.5, "same journal or book"), "contradict": (-1, "journals or books differ: {a} and {b}")},
    "kind": {"contradict": (-3, "one is {a}, the other {b}"), "version": (0, "one is {a}, the other {b}")},
    "volume": {"agree": (1.5, "same volume {a}"), "contradict": (-3, "volumes differ: {a} and {b}")},
    "number": {
        "agree": (0.5, "same issue {a}"),
        "contradict": (-1.5, "issues differ: {a} and {b}"),
        "elsewhere": (-6, "in other issues of the volume: {a} and {b}"),
    },
    "page": {
        "agree": (2.5, "same first page {a}"),
        "weak": (0.5, "both start on page 1"),
        "contradict": (-5, "first pages differ: {a} and {b}"),
        "brief": (-5, "one is a page or two, the other an article, on {a} and {b}"),
        "next": (-5, "one begins behind the end of the other, on {a} and {b}"),
    },
    "last_page": {"agree": (0.5, "same last page {a}")},
    "place": {"agree": (4, "the same pages of the same volume")},
    "doi": {"agree": (6, "same DOI {a}"), "contradict": (-5, "DOIs differ: {a} and {b}"), "rival": (-5, "one registrant gave two DOIs: {a} and {b}")},
    "pmid": {"agree": (6, "same PubMed number {a}"), "contradict": (-5, "PubMed numbers differ: {a} and {b}")},
}  # fmt: skip
_WORTHS = tuple({word: worth for word, (worth, _) in FINDINGS.get(name, {}).items()} for name in Comparison._fields)
SAME = 6.5
UNSURE = 3.5
_CONTRADICTION = -2
"""A finding worth less than this speaks against one work. Two years in a row alone do not, nor two journal names."""


def weigh(found: Comparison) -> float:
    """How much speaks for one work; below zero, against it."""
    return sum(_worths(found))


Judgement = Literal["same", "version", "unsure", "barred", "different"]
"""A verdict that knows of the *unsure* those that must not stand in one group even if a third would bring them together."""


def judge(found: Comparison, versions: Literal["apart", "together"] = "apart") -> Judgement:
    """The judgement on a pair by itself. Where nothing contradicts it is never *different*.

    With `versions` together, preprint and published form are the *same*.
    """
    if found.kind == "version":
        judged = judge(_beside_the_place(found))
        return "version" if judged == "same" and versions == "apart" else judged
    worths = _worths(found)
    weight = sum(worths)
    if weight >= SAME:
        return "barred" if bar(found) else "unsure" if doubt(found) else "same"
    return "unsure" if weight >= UNSURE or min(worths, default=0) > _CONTRADICTION else "different"


def verdict(found: Comparison, versions: Literal["apart", "together"] = "apart") -> Verdict:
    """The verdict alone, for when nobody asks why."""
    judged = judge(found, versions)
    return "unsure" if judged == "barred" else judged


def _beside_the_place(found: Comparison) -> Comparison:
    """What a preprint and the article made of it should have in common: they stand in different places, at different times."""
    silent: dict[str, Any] = {name: "missing" for name in _PLACE if getattr(found, name) != "agree"}
    return found._replace(kind="missing", year="missing" if found.year == "near" else found.year, **silent)


_PLACE = ("container", "volume", "number", "page", "last_page", "doi", "pmid")


def _worths(found: Comparison) -> list[float]:
    return [worths[finding] for worths, finding in zip(_WORTHS, found, strict=True) if finding in worths]


def decide(a: Folded, b: Folded, found: Comparison, versions: Literal["apart", "together"] = "apart") -> Decision:
    """The verdict on two references whose comparison is `found`, with its reasons as sentences."""
    said = []
    for field, worth in FINDINGS.items():
        if (finding := getattr(found, field)) in worth:
            weight, sentence = worth[finding]
            shown = {"a": _shown(a, field), "b": _shown(b, field), "likeness": int(found.likeness)}
            said.append((weight, sentence.format(**shown)))
    conclusion = verdict(found, versions)
    seen = _beside_the_place(found) if found.kind == "version" else found
    rule = (bar(seen) or doubt(seen)) if conclusion == "unsure" and weigh(seen) >= SAME else None
    sign = 1 if conclusion == "different" else -1
    said.sort(key=lambda pair: sign * pair[0])
    silent = [name for field, name in _WORTH_HAVING.items() if getattr(found, field) in ("missing", "untold")]
    lacking = f"nothing to compare in {', '.join(silent)}" if conclusion == "unsure" and silent else ""
    reasons = [rule.reason if rule else "", *(sentence for _, sentence in said), lacking]
    return Decision(conclusion, tuple(filter(None, reasons)))


_WORTH_HAVING = {"title": "title", "author": "author", "year": "year", "volume": "volume", "page": "pages"}
_SHOWN_AS = {"part": "numbers", "page": "first_page"}
_NOTICES = {
    "": "the work itself",
    "comment": "a comment",
    "reply": "a reply",
    "correction": "a correction",
    "retraction": "a retraction",
}
_KINDS = {"article": "an article", "conference": "a conference paper", "": "unknown"}


def _shown(reference: Folded, field: str) -> str:
    if field == "notice":
        return _NOTICES[reference.notice]
    if field == "kind":
        return _KINDS.get(reference.kind, f"a {reference.kind}")
    value = getattr(reference, _SHOWN_AS.get(field, field), "")
    return " ".join(value) or "none" if isinstance(value, tuple) else str(value)
