"""The decision on one reference, with its evidence field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from citekit.enrich import Change, Match
from citekit.enrich.notices import sentence as notice_sentence
from citekit.enrich.outcome import Status
from citekit.enrich.relations import sentence as relation_sentence
from citekit.report.matches.groups import CALLED
from citekit.report.matches.plain import plain
from citekit.sources.work import Work
from citekit.validate import Evidence
from citekit.validate.evidence import Says

_SAID: Mapping[Says, str] = {"agree": "agrees", "contradict": "differs", "missing": "tells nothing"}
_WIDTH = 38
_LONGEST = 300


def explained(name: str, match: Match) -> Iterator[str]:
    """The decision in lines: the reason, what each field says, the candidates that were not taken, and what was changed."""
    yield plain(f"{name}: {_called(match.status)} {match.doi or match.given}".rstrip())
    yield plain(f"  {match.reason}")
    yield from _table(match.evidence)
    for found in match.candidates:
        if found.work.doi.lower() != match.doi.lower():
            yield plain(f"  candidate {found.work.doi} {described(found.work)}")
            yield from _table(found.evidence)
    yield from (plain(f"  {_change(change)}") for change in match.changes)
    yield from (plain(f"  {notice_sentence(notice)}") for notice in match.notices)
    yield from (plain(f"  {relation_sentence(relation)}") for relation in match.relations)


def described(work: Work) -> str:
    """A record in one line: `Reddy et al., “An autoinflammatory …”, N Engl J Med 2009;360:2438-2444`."""
    people = [person.family for person in work.people.people[:1]]
    author = " ".join([*people, "et al."] if len(work.people) > 1 else people)
    printed = " ".join([*work.containers[-1:], *work.years[:1]])
    place = ":".join(filter(None, (work.volume, work.pages or work.article_number)))
    title = f"“{work.full_title}”" if work.title else ""
    return ", ".join(filter(None, (author, title, ";".join(filter(None, (printed, place))))))


def _called(status: Status) -> str:
    return CALLED.get(status, f"not looked up ({status})")


def _change(change: Change) -> str:
    return (
        f"{change.field}: “{change.before}” → “{change.after}”"
        if change.before
        else f"{change.field} added: {change.after}"
    )


def _table(evidence: Sequence[Evidence]) -> Iterator[str]:
    rows = [(each.field, _SAID[each.verdict], each.ours, each.theirs) for each in evidence if each.ours or each.theirs]
    heads = [("", "", "in the reference", "in the record")] if rows else []
    for field, said, ours, theirs in (*heads, *rows):
        name = f"    {field:<11}{said:<15}"
        if said == _SAID["contradict"] and max(len(ours), len(theirs)) > _WIDTH:  # what differs may stand at the end
            yield f"{name}{_long(ours)}"
            yield f"{'':{len(name)}}{_long(theirs)}"
        else:
            yield f"{name}{_short(ours):<{_WIDTH + 2}}{_short(theirs)}".rstrip()


def _long(text: str) -> str:
    return shorten(plain(text), _LONGEST, placeholder=" …")


def _short(text: str) -> str:
    words = plain(text)
    return shorten(words, _WIDTH, placeholder=" …") if " " in words else words[:_WIDTH]
