"""All fields together: is it the same work?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
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
    is_early,
)
from citekit.validate.title import are_alike, check_title, is_long, is_one_part, title_weight
from citekit.validate.told import Told, told
from citekit.values.titles import is_generic

CHECKS: tuple[Callable[[Told, Work], Evidence], ...] = (
    check_title,
    check_pages,
    check_author,
    check_year,
    check_volume,
    check_number,
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


# What agrees has to weigh so much. Each is the least that a work of its kind can tell; a lower one let other works in.
ENOUGH = 6  # title (3), author (2) and year (1): all that a work without volume and page tells
ENOUGH_WITH_LONG_TITLE = 5  # the same with a slip in a title (2) so long that no other work of this author has it
ENOUGH_WITHOUT_TITLE = 7  # author (2), page (2), volume, year and container: the whole place, and who stands there
ENOUGH_BUT_FOR_A_SLIP = 8  # title, author and page agree (7) and one more: two independent proofs of the same work
WORTH_A_LOOK = 3  # a whole title, or a common one with a page


def judge(reference: Reference | Told, work: Work, *, whole: bool = False) -> Judgement:
    """Holds a record against a reference. Pure. The evidence comes in the order of `CHECKS`; it ends early where neither title nor
    page agrees, unless it is wanted `whole`."""
    ours = reference if isinstance(reference, Told) else told(reference)
    title, pages = check_title(ours, work), check_pages(ours, work)
    if title.verdict == "contradict" and pages.verdict != "agree" and not whole:
        return Judgement(work, "reject", (title, pages))
    others = [check(ours, work) for check in CHECKS[2:]]
    if pages.weight > 1 and is_early(work) and not _says_which(title, others):
        pages = replace(pages, weight=1)
    evidence = (title, pages, *others)
    against = [item for item in evidence if item.verdict == "contradict"]
    weight = sum(item.weight for item in evidence)
    if _is_enough(evidence, weight, against):
        return Judgement(work, "accept", evidence)
    thin = not against and weight >= (WORTH_A_LOOK if title.verdict == "agree" else ENOUGH)
    one_fault = len(against) == 1 and weight >= ENOUGH
    return Judgement(work, "unsure" if thin or one_fault else "reject", evidence)


def _says_which(title: Evidence, others: Sequence[Evidence]) -> bool:
    """Does something besides the page tell which of the works of a magazine's volume it is: its title, or the issue?"""
    named = title.weight > 0 and not is_generic(title.ours)
    return named or any(item.field == "number" and item.weight for item in others)


def _is_enough(evidence: Sequence[Evidence], weight: int, against: Sequence[Evidence]) -> bool:
    said = {item.field: item.weight for item in evidence}
    title = said["title"]
    if against:
        return len(against) == 1 and _is_a_slip(said, weight, against[0])
    if title >= 2 and said["author"] == 2 and said["year"] and is_long(evidence[0].theirs):
        return weight >= ENOUGH_WITH_LONG_TITLE
    return weight >= (ENOUGH if title >= 2 or (title and said["pages"]) else ENOUGH_WITHOUT_TITLE)


def _is_a_slip(said: Mapping[str, int], weight: int, fault: Evidence) -> bool:
    """Is one value that differs outweighed by all others? Never a page, which tells part I from part II, nor a kind."""
    in_place = said["pages"] and said["volume"] and said["container"]
    if fault.field == "title":
        alike = are_alike(fault.ours, fault.theirs) and is_one_part(fault.ours, fault.theirs)
        return bool(in_place and said["author"] == 2 and said["year"] and alike)
    if fault.field not in ("author", "year", "volume", "container") or not said["pages"]:
        return False
    if said["title"] >= 2 and weight >= ENOUGH_BUT_FOR_A_SLIP:
        return True
    return bool(said["title"] and in_place and (said["author"] or said["year"]) and said["pages"] > 1)


def could_suffice(ours: Told) -> bool:
    """Does the reference tell enough that a record may validate, or a person recognise it? A title alone never does."""
    reference = ours.reference
    author = 2 if reference.author or reference.names("editor") else 0
    pages = 2 if first_pages(reference) else 0
    rest = sum(1 for name in ("year", "volume", "number") if reference.get(name)) + bool(reference.container)
    title = reference.title
    most = author + pages + rest + (title_weight(title) if title else 0)
    return most >= (ENOUGH_WITH_LONG_TITLE if title else ENOUGH_WITHOUT_TITLE) or (
        bool(ours.text) and most >= WORTH_A_LOOK
    )
