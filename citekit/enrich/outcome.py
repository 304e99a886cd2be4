"""What came of one reference when a source was asked about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from citekit.sources.work import Notice, Relation, Work
from citekit.validate import Evidence, Judgement

Status = Literal[
    "found", "confirmed", "mended", "wrong", "unregistered", "unclear", "unsure", "none", "unreachable", "refused", "offline"
]  # fmt: skip

SURE: frozenset[Status] = frozenset({"found", "confirmed", "mended"})
"""`doi` is right."""
SILENT: frozenset[Status] = frozenset({"unreachable", "refused", "offline"})
"""No answer was had, so nothing is known."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field that was completed, mended or marked: its text before (`""`: absent) and now."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Match:
    """What came of one reference.

    Without a DOI of its own: `found` — `doi` is certain, and `evidence` says why; `unsure` — something looks like it, and
    `candidates` are for a person to judge; `none` — the source knows nothing that fits, or the reference tells too little to
    recognise it by.

    With one, which is `given` as it stood: `confirmed` — its record fits; `mended` — it was misspelt (or wrong, and to be
    corrected), `doi` is right; `wrong` — its record is another work's; `unregistered` — no source that answered knows it;
    `unclear` — its record neither fits nor is clearly another's. What is wrong, unregistered or unclear is left as it stands;
    `candidates` hold what would be right.

    `unreachable`, `refused`, `offline` (not asked, and not known from before): nothing is known.

    `reason` is one plain sentence. `work` is the record of `doi`. `changes` are the fields that were changed besides,
    `notices` the retractions, corrections and expressions of concern about the work, `relations` its preprints and published
    forms.
    """

    status: Status
    doi: str = ""
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[Judgement, ...] = ()
    reason: str = ""
    given: str = ""
    work: Work | None = None
    changes: tuple[Change, ...] = ()
    notices: tuple[Notice, ...] = ()
    relations: tuple[Relation, ...] = ()


def outage(matches: Sequence[Match]) -> str:
    """One sentence when questions went without an answer, `""` otherwise.

    `Crossref: no answer in 8 tries: HTTP 503 Service Unavailable; 41 of 43 references were not looked up`
    """
    mute = [match for match in matches if match.status in SILENT]
    if not mute:
        return ""
    reasons = {
        match.reason.partition(" ")[0].rstrip(":"): match.reason for match in reversed(mute)
    }  # one for each service
    were = "reference was" if len(matches) == 1 else "references were"
    return f"{'; '.join(reversed(reasons.values()))}; {len(mute):,} of {len(matches):,} {were} not looked up"
