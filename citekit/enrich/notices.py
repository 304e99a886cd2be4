"""Retractions, expressions of concern and corrections: which there are about a work, and how its entry tells them.

The kinds of updates that Crossref knows: https://www.crossref.org/documentation/crossmark/version-control-corrections-and-retractions/
Retraction Watch's notices come with them (`updated-by`), so one notice may be told twice:
https://www.crossref.org/blog/retraction-watch-retractions-now-in-the-crossref-api/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from citekit.enrich.outcome import Change
from citekit.enrich.record_values import is_notice
from citekit.model import Reference
from citekit.sources.work import Notice, Work
from citekit.values.identifiers import doi as bare_doi
from citekit.values.identifiers import fold_doi, same_doi
from citekit.values.notices import notice as announced
from citekit.values.notices import without_stamp


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a kind of notice means to one who cites the work.

    `field` is where the entry tells it, `""` where it has no need to; BibTeX and biblatex pass over all of these. `weight`: 3
    do not rely on it, 2 with care, 1 something in it was put right, 0 good to know. `says` is said of the work.
    """

    field: str
    weight: int
    says: str


# Crossref's kinds in its order, then Retraction Watch's that Crossref does not have.
KINDS: Mapping[str, Meaning] = {
    "addendum": Meaning("correction", 1, "has an addendum"),
    "clarification": Meaning("correction", 1, "has been clarified"),
    "correction": Meaning("correction", 1, "has been corrected"),
    "corrigendum": Meaning("correction", 1, "has been corrected by its authors"),
    "erratum": Meaning("correction", 1, "has an erratum"),
    "expression_of_concern": Meaning("concern", 2, "is under an expression of concern"),
    "new_edition": Meaning("", 0, "has a new edition"),
    "new_version": Meaning("", 0, "has a new version"),
    "partial_retraction": Meaning("retraction", 3, "has been retracted in part"),
    "removal": Meaning("retraction", 3, "has been removed"),
    "retraction": Meaning("retraction", 3, "has been retracted"),
    "withdrawal": Meaning("retraction", 3, "has been withdrawn"),
    "reinstatement": Meaning("correction", 1, "has been reinstated"),
}
FIELDS = ("retraction", "concern", "correction")


def meaning(kind: str) -> Meaning:
    """What a notice of this kind means, however the word is written (`Expression-of-Concern`). An unknown one is told by its name."""
    word = _word(kind)
    return KINDS.get(word) or Meaning("", 0, f"has a notice ({word.replace('_', ' ')})" if word else "has a notice")


def _word(kind: str) -> str:
    return re.sub(r"[\W_]+", "_", kind.lower()).strip("_")


def sentence(notice: Notice) -> str:
    """`has been retracted: 10.1016/s0140-6736(10)60175-4 (2010-02-06)`, as much of it as is known."""
    said = meaning(notice.kind).says
    return f"{said}{': ' if notice.doi else ''}{notice.doi}{f' ({notice.date})' if notice.date else ''}"


# ---------------------------------------------------------------- in the entry


def mark(reference: Reference, notices: Sequence[Notice]) -> tuple[Reference, tuple[Change, ...]]:
    """The entry with the DOIs of the notices in `retraction`, `concern` and `correction`, and what changed.

    Text that stands there is kept, a DOI that stands there is not told again. A notice that has no DOI is told by the work's
    own, whose page shows it. A reference to the notice itself is not marked.
    """
    changes = []
    for field in FIELDS:
        before = reference.get(field)
        dois = [_told_by(each, reference) for each in notices if meaning(each.kind).field == field]
        after = ", ".join([*filter(None, [before]), *_new(dois, before)])
        if after != before:
            reference = reference.with_field(field, after)
            changes.append(Change(field, before, after))
    return reference, tuple(changes)


def _told_by(notice: Notice, reference: Reference) -> str:
    """The DOI that tells of a notice; `""` where that is the very work referred to."""
    own, doi = bare_doi(reference.doi), bare_doi(notice.doi)
    return "" if same_doi(doi, own) else doi or own


def _new(dois: Iterable[str], before: str) -> list[str]:
    """Those that the text does not name, each once."""
    known = {fold_doi(word) for word in before.split()} | {""}
    found: dict[str, str] = {}
    for doi in dois:
        found.setdefault(fold_doi(doi), doi)
    return [doi for fold, doi in found.items() if fold not in known]


# ---------------------------------------------------------------- about a work


def _fold(doi: str) -> str:
    return fold_doi(doi) or doi.strip().lower()


def notices_about(work: Work, candidates: Sequence[Work] = ()) -> tuple[Notice, ...]:
    """The notices about a work, newest first: those its record names, and those among other records, of which a search for a
    title brings up many. Each is told once.

    A work may have been retracted, withdrawn or put in doubt without a notice of its own, which its record tells by naming
    itself, or by `RETRACTED:` before its title; then `doi` is empty.
    """
    own = _fold(work.doi)
    found: dict[tuple[str, str], Notice] = {}
    for notice in chain(work.updated_by, _among(candidates, own), _related(work), _in_place(work)):
        if _fold(notice.doi) != own:
            key = (_word(notice.kind), _fold(notice.doi))
            found[key] = min(found.get(key, notice), notice, key=_precision)
    if not any(meaning(notice.kind).field == "retraction" for notice in found.values()):
        found |= {(notice.kind, ""): notice for notice in _stamped(work)}
    return tuple(sorted(found.values(), key=_age, reverse=True))


def _precision(notice: Notice) -> tuple[int, str]:
    """Of two dates of one notice the fuller counts, then the earlier."""
    return -len(notice.date), notice.date


def _age(notice: Notice) -> tuple[str, int, str]:
    return notice.date, meaning(notice.kind).weight, notice.doi


def _among(candidates: Sequence[Work], own: str) -> Iterator[Notice]:
    for other in candidates:
        for update in other.updates:
            if _fold(update.doi) == own:
                yield Notice(update.kind, other.doi, update.date or other.issued)


def _related(work: Work) -> Iterator[Notice]:
    """Some records name a notice among their relations: `{"correction": [{"id": "10.1371/journal.pbio.0060304"}]}`. So does the
    notice the work, and nothing tells which is which but the notice's title and what it updates."""
    if not is_notice(work) and not announced(work.title)[0]:
        yield from (Notice(one.kind, one.doi) for one in work.relations if _word(one.kind) in KINDS)


def _in_place(work: Work) -> Iterator[Notice]:
    """Updates in place, under the DOI of the work itself; corrections and new versions among them leave nothing to tell."""
    for update in (*work.updated_by, *work.updates):
        if _fold(update.doi) == _fold(work.doi) and meaning(update.kind).weight > 1:
            yield Notice(update.kind, "", update.date)


def _stamped(work: Work) -> Iterator[Notice]:
    """`WITHDRAWN: X`. The title of a notice may have the same stamp."""
    if without_stamp(work.title) != work.title and not is_notice(work):
        yield Notice("withdrawal" if work.title.lstrip(" [(")[:9].lower() == "withdrawn" else "retraction", "")
