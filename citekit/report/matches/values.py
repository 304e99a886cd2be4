"""A match as JSON values."""

from __future__ import annotations

from dataclasses import asdict

from citekit.enrich import Match
from citekit.enrich.notices import sentence as notice_sentence
from citekit.enrich.outcome import SURE
from citekit.enrich.relations import sentence as relation_sentence
from citekit.enrich.search import why
from citekit.model import Names
from citekit.validate import Judgement

_MOST_PEOPLE = 10  # of a candidate: enough to know it by


def as_values(match: Match) -> dict[str, object]:
    """`status`; `doi`, `null` unless it is certain; `given`, the DOI that the reference came with, or `null`; `reason`; `evidence`
    field by field; `candidates` for a person to judge; `changes` of fields; `notices` and `relations`, each also as a sentence."""
    return {
        "status": match.status,
        "doi": (match.doi or None) if match.status in SURE else None,
        "given": match.given or None,
        "reason": match.reason,
        "evidence": [asdict(each) for each in match.evidence],
        "candidates": [_candidate(found) for found in match.candidates],
        "changes": [asdict(change) for change in match.changes],
        "notices": [{**asdict(notice), "says": notice_sentence(notice)} for notice in match.notices],
        "relations": [{**asdict(relation), "says": relation_sentence(relation)} for relation in match.relations],
    }


def _candidate(found: Judgement) -> dict[str, object]:
    work = found.work
    return {
        "doi": work.doi,
        "title": work.full_title,
        "author": _people(work.people),
        "container": work.containers[-1] if work.containers else "",
        "year": work.issued[:4] or (work.years[0] if work.years else ""),
        "volume": work.volume,
        "pages": work.pages or work.article_number,
        "type": work.type,
        "verdict": found.verdict,
        "weight": found.weight,
        "why": why(found),
    }


def _people(names: Names) -> list[str]:
    """`Family, Given`, with `others` at the end of a list that was cut, as in `fields`."""
    shown = [person.inverted for person in names.people[:_MOST_PEOPLE]]
    return [*shown, "others"] if names.others or len(names) > len(shown) else shown
