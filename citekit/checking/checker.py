"""A `.bib` text → what is wrong in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from citekit.checking.bibliography import Bibliography, Lines, Others, bibliography
from citekit.checking.finding import Finding, Rule
from citekit.checking.rules import RULES
from citekit.values.suggestions import did_you_mean

ModelName = Literal["bibtex", "biblatex", "auto"]


@dataclass(frozen=True, slots=True)
class Question:
    """What to look for: in which data model (`auto`: the file tells), by which rules, in which year. `others` is what other
    files define that go with this one."""

    this_year: int
    model: ModelName = "auto"
    rules: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.usual)
    others: Others = field(default_factory=Others)


def check(text: str, file: str, question: Question) -> tuple[Finding, ...]:
    """Looks at a text whose line ends are `\\n`. Findings come in the order of their places. Never raises.

    A comment `% citekit: ignore year, isbn` directly above an entry takes these rules out for it, `% citekit: ignore` all.
    """
    found = bibliography(text.removeprefix("\ufeff"), question.model, question.this_year, question.others)
    lines = Lines(found.text)
    ignored = _Ignored(found)
    spots = ((rule, spot) for rule in question.rules for spot in rule.look(found) if not ignored(rule.name, spot.at))
    return tuple(
        sorted(
            Finding(file, *lines.of(spot.at), rule.name, rule.severity, spot.message, spot.key) for rule, spot in spots
        )
    )


_IGNORE = re.compile(r"%[ \t]*citekit:[ \t]*ignore\b[ \t]*([^\n]*)\Z")


class _Ignored:
    """Tells whether a rule is taken out for the entry at a place."""

    def __init__(self, found: Bibliography) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._names: list[frozenset[str]] = []
        for before, entry in pairwise(found.chunks):
            if before.kind != "comment" or entry.kind != "entry" or found.text.count("\n", before.end, entry.start) > 1:
                continue
            if said := _IGNORE.search(before.text):
                self._starts.append(entry.start)
                self._ends.append(entry.end)
                self._names.append(frozenset(re.findall(r"[a-z-]+", said[1])))

    def __call__(self, rule: str, at: int) -> bool:
        place = bisect_right(self._starts, at) - 1
        if place < 0 or at >= self._ends[place]:
            return False
        names = self._names[place]
        return not names or rule in names


def defined(text: str) -> Others:
    """What a text defines for others that go with it."""
    found = bibliography(text, "auto", 0)
    keys = {entry.key.lower() for entry in found.entries if entry.key}
    return Others(frozenset(keys), frozenset(each.name for each in found.definitions))


def chosen(select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that are selected (`all`, or names; none: the usual ones) and not ignored. Raises `ValueError` for an unknown name."""
    names = [*select]
    by_name = {rule.name: rule for rule in RULES}
    ignored = {*ignore}
    for name in [*names, *ignored]:
        if name not in by_name and name != "all":
            raise ValueError(f"there is no rule {name}{did_you_mean(name, by_name)}")
    wanted = {rule.name for rule in RULES if rule.usual or "all" in names} if not names or "all" in names else {*names}
    return tuple(rule for rule in RULES if rule.name in wanted - ignored)
