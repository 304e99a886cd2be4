"""What the members of a group say and the merged reference does not: conflicts, with both values and where they stood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.merging.best import bare_url, core_of_isbn
from citekit.merging.choose import LEAST_TYPE
from citekit.merging.copies import plain
from citekit.merging.dates import is_day_or_less
from citekit.merging.versions import is_preprint
from citekit.model import Field, Names, Origin, Problem, Reference, Value
from citekit.values import dates, identifiers, pages
from citekit.values.journals import same_journal
from citekit.values.names import fold_family
from citekit.values.preprints import arxiv_number
from citekit.values.text import fold, squash
from citekit.vocabulary import field_place, format_of


@dataclass(frozen=True, slots=True)
class Conflict:
    """Members that contradict each other in one field.

    `kept` is what the merged reference says, `None` where it says nothing, because what was said belongs to another place,
    date or version than the one chosen. `dropped` is what members say otherwise, each value once for each file, in
    alphabetical order. Every field has the origin of its value, or that of its reference.
    """

    field: str
    kept: Field | None
    dropped: tuple[Field, ...]

    def __str__(self) -> str:
        others = ", ".join(map(_shown, self.dropped))
        if self.kept is None:
            return f"{self.field}: left out {others}"
        return f"{self.field}: kept {_shown(self.kept)}, dropped {others}"

    def problem(self, reference: Reference) -> Problem:
        """The conflict as a problem of the merged reference."""
        place = reference.origin or Origin("", "")
        return Problem("conflict", str(self), place.file, place.line, reference.key)


_LONGEST_SHOWN = 80


def _shown(field: Field) -> str:
    text = plain(field.value)
    cut = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN].rstrip() + "…"
    return f"{cut} (from {field.origin.file})" if field.origin else cut


def find_conflicts(merged: Reference, members: Sequence[Reference]) -> tuple[Conflict, ...]:
    """The conflicts of a group, in the order in which fields are written, that of the types last.

    What only one format knows (`ris-db`, `zotero-key`) tells of a database's record, not of the work, and is no conflict.
    """
    found = []
    names = {name for member in members for name in member.fields if not format_of(name)}
    for name in sorted(names - _NEVER_LOST, key=field_place):
        kept = merged.fields.get(name)
        dropped = {
            (_shown(field), field.value): field
            for member in members
            if (said := member.fields.get(name)) and not _is_told(name, said.value, merged)
            for field in (_with_origin(said, member),)
        }
        if dropped:
            sorted_by_text = tuple(dropped[each] for each in sorted(dropped, key=lambda each: each[0]))
            found.append(Conflict(name, kept and _with_origin(kept, merged), sorted_by_text))
    types = {
        member.type: Field(member.type, member.origin)
        for member in reversed(members)
        if member.type not in (merged.type, LEAST_TYPE) and not is_preprint(member)
    }
    if types:
        kept = Field(merged.type, next((m.origin for m in members if m.type == merged.type), merged.origin))
        found.append(Conflict("type", kept, tuple(types[each] for each in sorted(types))))
    return tuple(found)


def _with_origin(field: Field, reference: Reference) -> Field:
    return field if field.origin else replace(field, origin=reference.origin)


def _is_told(name: str, dropped: Value, merged: Reference) -> bool:
    """Does the merged reference say all that this value says, in this field or in one that tells it, too?"""
    for field in (name, *_TOLD_IN.get(name, ())):
        kept = merged.fields.get(field)
        if kept is not None and (kept.value == dropped or WITHIN.get(name, _within)(dropped, kept.value)):
            return True
    if name == "urldate" and name in merged.fields:
        return True  # one date of a visit is as good as another
    if name in ("title", "subtitle"):
        return _within(dropped, f"{merged.title} {merged.get('subtitle')}")
    return name in _DATES and _date_of(name, plain(dropped)) <= set().union(
        *(_date_of(n, merged.get(n)) for n in _DATES)
    )


_DATES = ("year", "month", "day", "date")


def _date_of(name: str, text: str) -> set[tuple[str, str]]:
    """What a field says of the date, in parts: `2009-06` → year 2009, month jun."""
    if name != "date" or not is_day_or_less(text):
        return {(name, text)} if text else set()
    told = dates.parse(text)
    return {(part, said) for part in ("year", "month", "day") if (said := getattr(told, part))}


# Fields of which everything is kept anyway, and the links between entries, which follow them.
_NEVER_LOST = frozenset(
    "note annotation addendum keywords file ids related relatedtype relatedstring relatedoptions".split()
)

# Where a value may have gone besides the field of its name.
_TOLD_IN: Mapping[str, tuple[str, ...]] = {
    "container": ("container_short", "eprint", "eprinttype"),
    "doi": ("eprint",),
}


# ---------------------------------------------------------------- does one value say all that another says?


def _within(dropped: Value, kept: Value) -> bool:
    """True when the words of one are among those of the other."""
    ours, theirs = plain(kept), plain(dropped)
    return squash(ours) == squash(theirs) or set(fold(theirs).split()) <= set(fold(ours).split())


def _people_within(dropped: Value, kept: Value) -> bool:
    if not isinstance(dropped, Names) or not isinstance(kept, Names):
        return not isinstance(dropped, Names)  # a list kept as text has been read by another member
    families = {fold_family(person) for person in kept}
    return all(
        any(family.endswith(known) or known.endswith(family) for known in families)
        for family in map(fold_family, dropped)
    )


def _pages_within(dropped: Value, kept: Value) -> bool:
    ours, theirs = pages.span(str(kept)), pages.span(str(dropped))
    if ours is None or theirs is None:
        return _within(dropped, kept)
    return ours[0].lower() == theirs[0].lower() and theirs[1].lower() in (ours[1].lower(), ours[0].lower())


def _journal_within(dropped: Value, kept: Value) -> bool:
    return _within(dropped, kept) or same_journal(str(dropped), str(kept)) or _is_eprint(dropped, kept)


def _doi_within(dropped: Value, kept: Value) -> bool:
    return identifiers.same_doi(str(dropped), str(kept)) or _is_eprint(dropped, kept)


def _is_eprint(dropped: Value, kept: Value) -> bool:
    """Has *arXiv preprint arXiv:1706.03762*, or a DOI of arXiv, become the `eprint`?"""
    number = arxiv_number(str(dropped))
    return bool(number) and number == str(kept)


def _most_words_within(dropped: Value, kept: Value) -> bool:
    words = set(fold(str(dropped)).split())
    return len(words - set(fold(str(kept)).split())) * 10 <= len(words)


# Does the value kept say all that the value dropped said? Fields not named here compare words.
WITHIN: Mapping[str, Callable[[Value, Value], bool]] = {
    "author": _people_within,
    "editor": _people_within,
    "translator": _people_within,
    "container": _journal_within,
    "container_short": _journal_within,
    "pages": _pages_within,
    "doi": _doi_within,
    "isbn": lambda dropped, kept: core_of_isbn(str(dropped)) == core_of_isbn(str(kept)),
    "url": lambda dropped, kept: bare_url(str(dropped)) == bare_url(str(kept)),
    "abstract": _most_words_within,
}
