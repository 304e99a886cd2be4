"""The numbers of a merge, as a flow diagram shows them."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.report.account import Account


@dataclass(frozen=True, slots=True)
class Counts:
    """`records` went in, `duplicates` were removed, `works` are left; `merged` of these had several records.

    `conflicts` are fields in which copies contradict each other; `problems` are what else to look at.
    """

    records: int
    duplicates: int
    works: int
    merged: int
    unsure: int
    versions: int
    conflicts: int
    problems: int


def counts(told: Account) -> Counts:
    result = told.result
    return Counts(
        records=len(result.references),
        duplicates=len(result.references) - len(result.merged),
        works=len(result.merged),
        merged=sum(len(work.members) > 1 for work in result.merged),
        unsure=len(told.unsure),
        versions=len(told.versions),
        conflicts=sum(len(work.conflicts) for work in result.merged),
        problems=len(told.problems),
    )
