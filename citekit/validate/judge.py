"""All fields together: is it the same work?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from citekit.model import Reference
from citekit.sources.work import Work
from citekit.validate.author import check_author
from citekit.validate.evidence import Evidence
from citekit.validate.kind import check_type
from citekit.validate.place import (
    check_container,
    check_number,
    check_pages,
    check_volume,
    check_year,
    first_pages,
)
from citekit.validate.title import check_title, title_weight

CHECKS: tuple[Callable[[Reference, Work], Evidence], ...] = (
    check_title,
    check_author,
    check_year,
    check_volume,
    check_number,
    check_pages,
    check_container,
    check_type,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A record held against a reference.

    `accept`: it is the same work. `unsure`: a person should look. `reject`: nothing speaks for it.
    """

    work: Work
    verdict: Literal["accept", "unsure", "reject"]
    evidence: tuple[Evidence, ...]

    @property
    def weight(self) -> int:
        return sum(item.weight for item in self.evidence)


# Just enough for a work that tells no more: title (3), author (2) and year (1).
ENOUGH = 6
ENOUGH_WITHOUT_TITLE = 7
WORTH_A_LOOK = 4


def judge(reference: Reference, work: Work) -> Judgement:
    """Holds a record against a reference. Pure; the evidence comes in the order of `CHECKS`."""
    evidence = tuple(check(reference, work) for check in CHECKS)
    against = [item for item in evidence if item.verdict == "contradict"]
    weight = sum(item.weight for item in evidence)
    titled = evidence[0].verdict == "agree"
    if not against and weight >= (ENOUGH if titled else ENOUGH_WITHOUT_TITLE):
        return Judgement(work, "accept", evidence)
    thin = not against and titled and weight >= WORTH_A_LOOK
    one_fault = len(against) == 1 and weight >= ENOUGH
    return Judgement(work, "unsure" if thin or one_fault else "reject", evidence)


def could_suffice(reference: Reference) -> bool:
    """Does the reference tell enough for any record to validate? A title alone never does."""
    author = 2 if reference.author or reference.names("editor") else 0
    pages = 2 if first_pages(reference) else 0
    rest = sum(1 for name in ("year", "volume", "number") if reference.get(name)) + bool(reference.container)
    title = reference.title
    most = author + pages + rest + (title_weight(title) if title else 0)
    return most >= (ENOUGH if title else ENOUGH_WITHOUT_TITLE)
