"""All matches together: how many of each kind, and those that a person should look at, in groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from citekit.enrich import SILENT, Match, outage
from citekit.enrich.notices import meaning
from citekit.enrich.notices import sentence as notice_sentence
from citekit.enrich.outcome import Status
from citekit.enrich.relations import sentence as relation_sentence
from citekit.model import Problem
from citekit.report.matches.plain import plain
from citekit.validate import Judgement

MOST = 20  # entries of one group, on a screen

CALLED: Mapping[Status, str] = {
    "found": "found",
    "confirmed": "confirmed",
    "mended": "mended",
    "wrong": "wrong",
    "unregistered": "not registered",
    "unclear": "unclear",
    "unsure": "unsure and left empty",
    "none": "without a matching record",
}


def counts(matches: Sequence[Match]) -> dict[str, int]:
    """How many there are of each status; all are named."""
    found = Counter(match.status for match in matches)
    return {status: found[status] for status in get_args(Status)}


def summary(matches: Sequence[Match]) -> str:
    """`30 found, 8 confirmed, 2 unsure and left empty, 3 not looked up`: those that there are."""
    found = counts(matches)
    said = [f"{found[status]:,} {called}" for status, called in CALLED.items() if found[status]]
    mute = sum(found[status] for status in SILENT)
    return ", ".join([*said, *([f"{mute:,} not looked up"] if mute else [])])


@dataclass(frozen=True, slots=True)
class Entry:
    """Which reference, and what is to be said of it."""

    name: str
    said: str
    candidates: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that ask the same of a person, under one title."""

    title: str
    entries: tuple[Entry, ...]

    def lines(self, most: int = MOST) -> Iterator[str]:
        """The title and the first of the entries."""
        yield self.title
        for entry in self.entries[:most]:
            yield plain(f"  {entry.name}: {entry.said}" if entry.name else f"  {entry.said}")
        if len(self.entries) > most:
            yield f"  … and {len(self.entries) - most:,} more in --report"


_TITLES: Mapping[Status, str] = {
    "unsure": "unsure, left empty; please choose",
    "wrong": "wrong, left as it stands; the DOI is another work's",
    "unregistered": "not registered, left as it stands; nobody who answered knows the DOI",
    "unclear": "unclear, left as it stands; the DOI may be another work's",
    "mended": "misspelt or wrong, and mended",
}


def to_look_at(names: Sequence[str], matches: Sequence[Match], problems: Sequence[Problem] = ()) -> tuple[Group, ...]:
    """The groups that are not empty. `names` are what the references are called, in the order of the matches; `problems` were
    found on the way."""
    pairs = list(zip(names, matches, strict=True))
    found = [Group(title, tuple(_of_status(status, pairs))) for status, title in _TITLES.items()]
    found.append(Group("retracted, in doubt or corrected", tuple(_noticed(pairs))))
    found.append(Group("preprints that have been published", tuple(_published(pairs))))
    against, rest = ([each for each in problems if (each.kind == "contradicted") is one] for one in (True, False))
    found.append(
        Group("contradicted by the record, left as it stands", tuple(Entry("", str(each)) for each in against))
    )
    found.append(Group("please look at", tuple(Entry("", str(each)) for each in rest)))
    return tuple(group for group in found if group.entries)


_Pairs = Sequence[tuple[str, Match]]


def _of_status(status: Status, pairs: _Pairs) -> Iterator[Entry]:
    for name, match in pairs:
        if match.status == status:
            now = f"; it is {match.doi} now" if status == "mended" else ""
            yield Entry(name, match.reason + now, match.candidates)


def _noticed(pairs: _Pairs) -> Iterator[Entry]:
    """The gravest first."""
    told = [(name, notice) for name, match in pairs for notice in match.notices if meaning(notice.kind).field]
    for name, notice in sorted(told, key=lambda pair: -meaning(pair[1].kind).weight):
        yield Entry(name, notice_sentence(notice))


def _published(pairs: _Pairs) -> Iterator[Entry]:
    for name, match in pairs:
        for relation in match.relations:
            if relation.kind == "is-preprint-of":
                yield Entry(name, relation_sentence(relation))


def silence(matches: Sequence[Match]) -> Iterator[str]:
    """What is to be said where questions went without an answer: what happened, and what to do."""
    if said := outage(matches):
        yield plain(said)
    silent = {match.status for match in matches} & SILENT
    if "unreachable" in silent:
        yield "run the same command again: what was answered is kept"
    elif "refused" in silent:
        yield "see whether the address is right (--crossref-url), and whether a proxy or a login page answers in its place"
    elif "offline" in silent:
        yield "run the same command without --offline to look them up"
