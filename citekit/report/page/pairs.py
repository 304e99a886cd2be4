"""Pairs that stayed two works: those that nobody could be sure of, and preprints beside their published forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from citekit.decisions import decision_line
from citekit.dedupe import Pair
from citekit.ids import record_ids
from citekit.report.account import Account, Versions
from citekit.report.page import sides
from citekit.report.page.elements import Markup, element, join
from citekit.report.page.sections import left_out, section
from citekit.report.words import place

MOST_PAIRS = 300


def unsure(told: Account) -> Markup:
    """Pairs to decide, each with the two lines one of which says so."""
    ids = record_ids(told.result.references) if told.unsure else []
    shown = told.unsure[:MOST_PAIRS]
    how = join(
        "These may be one work each and were kept apart. To settle a pair put one of its two lines into a file, and give it"
        " to the next merge with ", element("code", "--decisions FILE"), ".",
    )  # fmt: skip
    return section(
        "unsure",
        "Unsure pairs",
        len(told.unsure),
        element("p", how),
        *(_doubt(told, number, pair, ids) for number, pair in enumerate(shown, 1)),
        left_out(len(shown), len(told.unsure), "unsure pair"),
    )


def versions(told: Account) -> Markup:
    """Preprints and their published forms."""
    shown = told.versions[:MOST_PAIRS]
    return section(
        "versions",
        "Preprint and published form",
        len(told.versions),
        element("p", "Two forms of one work, which stay two entries."),
        *(_forms(told, number, each) for number, each in enumerate(shown, 1)),
        left_out(len(shown), len(told.versions), "pair"),
    )


def _doubt(told: Account, number: int, pair: Pair, ids: Sequence[str]) -> Markup:
    left, right = told.result.references[pair.left], told.result.references[pair.right]
    keys = (_key(told, told.home[pair.left]), _key(told, told.home[pair.right]))
    lines = (decision_line(ids[pair.left], ids[pair.right], verdict) for verdict in _VERDICTS)
    return element(
        "article",
        _heading(number, keys),
        _reasons(told, pair),
        sides.pair(left, right, keys, f"{place(left)} and {place(right)} side by side"),
        element("pre", *lines),
        class_="findable",
    )


_VERDICTS: tuple[Literal["same", "different"], ...] = ("same", "different")


def _forms(told: Account, number: int, forms: Versions) -> Markup:
    preprint, published = (told.result.merged[each].reference for each in (forms.preprint, forms.published))
    keys = (preprint.key, published.key)
    titles = (f"Preprint {preprint.key}", f"Published {published.key}")
    return element(
        "article",
        _heading(number, keys),
        _reasons(told, forms.pair) if forms.pair else "",
        sides.pair(preprint, published, titles, f"{preprint.key} and {published.key} side by side"),
        class_="findable",
    )


def _heading(number: int, keys: tuple[str, str]) -> Markup:
    first, second = (element("code", key) for key in keys)
    return element("h3", element("span", f"{number}. ", class_="number"), first, " and ", second)


def _reasons(told: Account, pair: Pair) -> Markup:
    return element("p", "; ".join(told.pair_reasons(pair)), ".", class_="because")


def _key(told: Account, work: int) -> str:
    return told.result.merged[work].reference.key
