"""A DOI that a reference already has: is its record the one of this work?"""

from __future__ import annotations

from dataclasses import replace

from citekit.enrich.outcome import Match, Status
from citekit.enrich.search import why
from citekit.sources.work import Work
from citekit.validate import Judgement, Told, judge
from citekit.values.identifiers import fold_doi
from citekit.values.likeness import slips
from citekit.values.text import squash

_TYPO = 2  # letters that may differ between a DOI and what became of it


def verify(ours: Told, work: Work | None) -> Match:
    """Holds the record of its DOI against a reference. `None`: no source knows the DOI."""
    given = ours.reference.doi
    if work is None:
        return Match("unregistered", given, given=given, reason=f"no record of {given} is known")
    found = judge(ours, work, whole=True)
    status, reason = _say(ours, found)
    return Match(status, given, found.evidence, reason=reason, given=given, work=work)


def _say(ours: Told, found: Judgement) -> tuple[Status, str]:
    says = {item.field: item.verdict for item in found.evidence}
    against = [name for name, verdict in says.items() if verdict == "contradict"]
    if found.verdict == "accept":
        return "confirmed", why(found)
    if not ours.reference.title and not ours.text:
        return ("unclear", f"its record differs: {why(found)}") if against else ("confirmed", "nothing else to compare")
    if says["title"] == "agree" and says["author"] != "contradict" and "type" not in against and len(against) < 2:
        return "confirmed", why(found)
    if ("title" in against and len(against) > 1) or len(against) > 2:
        return "wrong", f"{found.work.doi} is “{found.work.full_title}”: {why(found)}"
    return "unclear", f"its record differs: {why(found)}" if against else "its record tells too little to compare"


def mend(checked: Match, searched: Match, *, correct: bool = False) -> Match:
    """A DOI that is wrong or not registered, and what a search found in its place.

    It is mended where the one found is the same but for a slip of the pen, or for what was cut off its end; else it is left as
    it stands, and the other is told, or, to `correct` it, put in its place.
    """
    if searched.status != "found" or not searched.work:
        return replace(checked, candidates=searched.candidates)
    if fold_doi(searched.doi) == fold_doi(checked.given):
        return replace(
            checked, status="confirmed", evidence=searched.evidence, work=searched.work, reason=searched.reason
        )
    if not fold_doi(checked.given) or is_misspelt(checked.given, searched.doi):
        reason = f"{checked.given} is {'misspelt' if fold_doi(checked.given) else 'no DOI'}: {searched.reason}"
        return replace(searched, status="mended", given=checked.given, reason=reason)
    if correct:
        return replace(searched, status="mended", given=checked.given, reason=f"{checked.reason}; {searched.doi} fits")
    return replace(checked, candidates=searched.candidates, reason=f"{checked.reason}; {searched.doi} fits")


def is_misspelt(given: str, meant: str) -> bool:
    """`10.1056/nejmoa080786` for `10.1056/nejmoa0807865`: a slip, an end that was cut off, or marks that a page took for its own, as
    `<`, `>` and `:` in old DOIs."""
    a, b = (fold_doi(doi) or doi.lower() for doi in (given, meant))
    cut_off = "/" in a and b.startswith(a)
    return cut_off or slips(a, b, _TYPO) <= _TYPO or slips(squash(a), squash(b), _TYPO) <= _TYPO
