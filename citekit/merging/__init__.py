"""One reference out of several that describe the same work: each field chosen on its own merits, by the policy in `choose`.

What wins is copied whole, value and origin together. Nothing here depends on the order of the members.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.merging.best import most_said
from citekit.merging.choose import choose_all, choose_type, hear
from citekit.merging.conflicts import Conflict, find_conflicts
from citekit.merging.copies import Copy, plain
from citekit.merging.dates import one_date
from citekit.merging.identity import keys_of, with_ids, without_itself
from citekit.merging.versions import archived, preprint_first
from citekit.model import Field, Origin, Problem, Reference, Value
from citekit.values.journals import is_abbreviated, same_journal
from citekit.vocabulary import IN_A_BOOK

__all__ = ["Conflict", "Merged", "keys_of", "merge_group", "preprint_first"]


@dataclass(frozen=True, slots=True)
class Merged:
    """A work: the reference that stands for it, those it was made from, and where those contradict each other."""

    reference: Reference
    members: tuple[Reference, ...]
    conflicts: tuple[Conflict, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The conflicts as problems, of kind `conflict`."""
        return tuple(conflict.problem(self.reference) for conflict in self.conflicts)


def merge_group(members: Sequence[Reference]) -> Merged:
    """Makes one reference of one or more that describe the same work.

    Every value that a member gives is in the result, or in one of its conflicts, unless the result says the same in other
    words, or only one format knows what it is (`ris-c1`): of such fields those of one member are kept. Its key and origin are those of the most complete BibTeX member, or of the most complete member where none is
    BibTeX, and those of the published form before those of a preprint; other keys go into `ids`. Where a preprint and the
    published form come together, the published form tells where the work stands, and the preprint goes into `eprint`. Where
    one member already says it all, that very member comes back.

    `members` of the result are in order of standing. Raises `ValueError` when there are none.
    """
    if not members:
        raise ValueError("nothing to merge")
    if len(members) == 1:
        return Merged(members[0], tuple(members))
    ordered = _by_standing(members)
    if all(_same(member, ordered[0]) for member in ordered[1:]):
        return Merged(ordered[0], ordered)
    heard = hear(ordered)
    is_mixed = len(heard["version"]) < len(ordered)
    winner = _winner((*heard["version"], *ordered)) if is_mixed else ordered[0]
    entry_type = choose_type(heard)
    fields = one_date(choose_all(heard), winner)
    fields = _with_short_name(fields, entry_type, heard["edition"])
    if is_mixed and not {"eprint", "eprinttype"} & fields.keys():
        fields |= archived(ordered)
    key = winner.key or next((member.key for member in ordered if member.key), "")
    fields = with_ids(without_itself(fields, ordered), key, ordered)
    merged = Reference(entry_type, key, fields, winner.origin)
    reference = next((member for member in ordered if _same(member, merged)), merged)
    return Merged(reference, ordered, find_conflicts(reference, ordered))


def _same(a: Reference, b: Reference) -> bool:
    """Do two references say the same, wherever they stood?"""
    if (a.type, a.key, a.fields.keys()) != (b.type, b.key, b.fields.keys()):
        return False
    return all(field.value == b.fields[name].value for name, field in a.fields.items())


def _by_standing(members: Sequence[Reference]) -> tuple[Reference, ...]:
    """BibTeX first, then those with more fields, then with more text; ties by content, last by where it stood."""
    ranks = [_rank(member) for member in members]
    if len(set(ranks)) < len(ranks):
        return tuple(sorted(members, key=lambda member: (_rank(member), _content(member))))
    return tuple(members[at] for at in sorted(range(len(members)), key=ranks.__getitem__))


def _rank(member: Reference) -> tuple[bool, int, int]:
    is_bibtex = member.origin is not None and member.origin.format == "bibtex"
    return not is_bibtex, -len(member.fields), -sum(_size(field.value) for field in member.fields.values())


def _size(value: Value) -> int:
    return len(value) if isinstance(value, str) else sum(len(person.family) + len(person.given) for person in value)


def _content(member: Reference) -> tuple[object, ...]:
    origin = member.origin or Origin("", "")
    said = sorted((name, plain(field.value), repr(field.value)) for name, field in member.fields.items())
    return said, member.type, member.key, origin.file, origin.line, origin.number, origin.text


def _winner(members: Sequence[Reference]) -> Reference:
    """The first that has a key."""
    return next((member for member in members if member.key), members[0])


def _with_short_name(fields: dict[str, Field], entry_type: str, members: Sequence[Reference]) -> dict[str, Field]:
    """Keeps the abbreviated name of the journal beside the whole one that was chosen."""
    container = fields.get("container")
    if container is None or "container_short" in fields or entry_type in IN_A_BOOK:
        return fields
    name = plain(container.value)
    short = [
        Copy(member.fields["container"], member)
        for member in members
        if member.container not in ("", name)
        and is_abbreviated(member.container)
        and same_journal(member.container, name)
    ]
    return fields | {"container_short": most_said(short)} if short and not is_abbreviated(name) else fields
