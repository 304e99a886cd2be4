"""The DOI of a reference that has none: candidates by a search, and one of them, or none."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.enrich.outcome import Match, Status
from citekit.errors import OfflineError, RefusedError, SourceError, UnreachableError
from citekit.model import Reference
from citekit.sources.work import Searchable, Work
from citekit.validate import Judgement, Told, are_alike, could_suffice, judge, told
from citekit.values.text import squash

ROWS = 10  # candidates looked at
SHOWN = 3  # candidates kept for a person to look at
_LONGEST_QUERY = 400


def find_doi(reference: Reference | Told, source: Searchable) -> tuple[Match, tuple[Work, ...]]:
    """Looks one reference up, whatever DOI it has. Never raises for a source in trouble: that is an answer, too.

    The records that the search brought up come with it: among them may be a notice about the work.
    """
    ours = reference if isinstance(reference, Told) else told(reference)
    if not could_suffice(ours):
        return Match("none", reason="tells too little to recognise the work by"), ()
    try:
        works = source.search(query(ours), rows=ROWS)
    except SourceError as error:
        return silent(error), ()
    return choose([judge(ours, work) for work in works]), works


def silent(error: SourceError) -> Match:
    """The match of a question without an answer."""
    for kind, status in _SILENCES:
        if isinstance(error, kind):
            return Match(status, reason=str(error))
    raise error


_SILENCES: tuple[tuple[type[SourceError], Status], ...] = (
    (UnreachableError, "unreachable"),
    (RefusedError, "refused"),
    (OfflineError, "offline"),
)


def query(ours: Told) -> str:
    """The text to search for: the reference string where there is one, else first authors, title, container, year, volume,
    first page. Nothing else leaves us."""
    text = " ".join(ours.text.replace("-\n", "-").split())
    if 0 < len(text) <= _LONGEST_QUERY:
        return text
    reference = ours.reference
    people = reference.author or reference.names("editor")
    parts = [person.family for person in people.people[:3]]
    parts += [reference.title, reference.container, reference.year, reference.get("volume")]
    parts.append(reference.get("pages").partition("-")[0])
    words = " ".join(" ".join(parts).split())
    return words if len(words) <= _LONGEST_QUERY else words[:_LONGEST_QUERY].rpartition(" ")[0]


def choose(judgements: Sequence[Judgement]) -> Match:
    """Settles on one candidate, or on none.

    Of several that validate the one with the most agreement (container, year, page, …) is taken; when two agree
    equally well, nobody can tell, and nothing is taken. Nor is it where two works validate whose titles are not alike: then the
    text held two references.
    """
    ranked = sorted(_distinct(judgements), key=lambda found: (-found.weight, found.work.doi.lower()))
    accepted = [found for found in ranked if found.verdict == "accept"]
    if accepted:
        doubt = _between(*accepted[:2]) if len(accepted) > 1 else ""
        if doubt:
            return Match("unsure", candidates=tuple(accepted[:SHOWN]), reason=doubt)
        best = accepted[0]
        return Match("found", best.work.doi, best.evidence, tuple(accepted[:SHOWN]), why(best), work=best.work)
    alike = [found for found in ranked if found.verdict == "unsure"]
    if alike:
        enough = any(item.verdict == "contradict" for item in alike[0].evidence)
        reason = (
            f"{alike[0].work.doi} looks alike: {why(alike[0])}{'' if enough else ', which is too little to be sure'}"
        )
        return Match("unsure", candidates=tuple(alike[:SHOWN]), reason=reason)
    return Match("none", reason="no record fits")


def _distinct(judgements: Sequence[Judgement]) -> list[Judgement]:
    return list({found.work.doi.lower(): found for found in reversed(judgements)}.values())


def _between(best: Judgement, second: Judgement) -> str:
    """Why nobody can tell which of two is meant; `""` where the first is."""
    dois = f"{best.work.doi} and {second.work.doi}"
    if best.weight == second.weight:
        return f"{dois} fit equally well"
    one, other = (squash(found.work.full_title) for found in (best, second))
    if one and other and one not in other and other not in one and not are_alike(one, other):
        return f"the text names two works, {dois}"
    return ""


def why(found: Judgement) -> str:
    """`title, author, volume agree, but year '2008' is not '2009'`."""
    agree = ", ".join(item.field for item in found.evidence if item.verdict == "agree")
    against = [item for item in found.evidence if item.verdict == "contradict"]
    but = "; ".join(f"{item.field} {_quoted(item.ours)} is not {_quoted(item.theirs)}" for item in against)
    if not agree:
        return but
    return f"{agree} agree{'s' if ',' not in agree else ''}" + (f", but {but}" if but else "")


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words if len(words) <= 80 else words[:79] + '…'}”"
