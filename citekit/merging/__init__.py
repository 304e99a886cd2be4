"""One reference out of several that describe the same work: each field chosen on its own merits.

What wins is copied whole, value and origin together. Nothing here depends on the order of the members.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from citekit.merging.choose import CHOOSERS, LEAST_TYPE, Copy, choose_type, most_said, text_of
from citekit.model import Field, Names, Origin, Problem, Reference, Value
from citekit.values import dates, identifiers, pages
from citekit.values.journals import is_abbreviated, same_journal
from citekit.values.names import fold_family
from citekit.values.text import fold, squash
from citekit.vocabulary import IN_A_BOOK


@dataclass(frozen=True, slots=True)
class Merged:
    """A work: the reference that stands for it, those it was made from, and where those contradict each other."""

    reference: Reference
    members: tuple[Reference, ...]
    problems: tuple[Problem, ...] = ()


def merge_group(members: Sequence[Reference]) -> Merged:
    """Makes one reference of one or more that describe the same work.

    The result has every field that a member has. Its key and origin are those of the most complete BibTeX member, or of
    the most complete member where none is BibTeX; other keys go into `ids`. A value that is dropped and says something
    else is a problem of kind `conflict`. Where one member already says it all, that very member comes back.

    `members` of the result are in order of standing. Raises `ValueError` when there are none.
    """
    if not members:
        raise ValueError("nothing to merge")
    ordered = tuple(sorted(members, key=_standing))
    winner = ordered[0]
    if all(_says(member) == _says(winner) for member in ordered):
        return Merged(winner, ordered)
    fields = _one_date(_choose_all(ordered), winner)
    entry_type = choose_type(ordered)
    fields = _with_short_name(fields, entry_type, ordered)
    key = next((member.key for member in ordered if member.key), "")
    fields = _with_ids(fields, key, ordered)
    merged = Reference(entry_type, key, fields, winner.origin)
    reference = next((member for member in ordered if _says(member) == _says(merged)), merged)
    return Merged(reference, ordered, _conflicts(reference, ordered))


def _says(reference: Reference) -> tuple[str, str, dict[str, Value]]:
    return reference.type, reference.key, {name: field.value for name, field in reference.fields.items()}


def _standing(member: Reference) -> tuple[object, ...]:
    """BibTeX first, then those with more fields, then with more text; ties by content, last by where it stood."""
    said = sorted((name, member.get(name), repr(field.value)) for name, field in member.fields.items())
    origin = member.origin or Origin("", "")
    size = sum(len(text) for _, text, _ in said)
    place = (origin.file, origin.line, origin.number, origin.text)
    return origin.format != "bibtex", -len(said), -size, said, member.type, member.key, place


# ---------------------------------------------------------------- the fields


def _choose_all(members: Sequence[Reference]) -> dict[str, Field]:
    chosen: dict[str, Field] = {}
    # The year comes first, because month and day must come from a member that agrees with it.
    every = {name for member in members for name in member.fields}
    for name in sorted(every, key=lambda n: (n not in ("year", "month"), n == "month", n)):
        copies = [(member.fields[name], member) for member in members if name in member.fields]
        if name in ("month", "day"):
            copies = _of_that_date(copies, chosen)
        if copies:
            chosen[name] = CHOOSERS.get(name, most_said)(copies)
    return chosen


def _of_that_date(copies: Sequence[Copy], chosen: Mapping[str, Field]) -> list[Copy]:
    """The copies of members that agree with the year chosen, and for a day with the month."""

    def agrees(member: Reference, name: str) -> bool:
        field = chosen.get(name)
        return field is None or not member.get(name) or member.get(name) == field.value

    return [copy for copy in copies if agrees(copy[1], "year") and agrees(copy[1], "month")]


def _one_date(fields: dict[str, Field], winner: Reference) -> dict[str, Field]:
    """biblatex's `date` and BibTeX's `year` and `month` do not stand together: those the winner uses tell it all.

    A `date` that disagrees, or that is no plain date (`2009/2010`), stays, since it says something else.
    """
    if "date" not in fields or "year" not in fields:
        return fields
    date = fields["date"]
    told = dates.parse(text_of((date, winner)))
    parts = {name: getattr(told, name) for name in ("year", "month", "day") if getattr(told, name)}
    if any(name in fields and fields[name].value != part for name, part in parts.items()):
        return fields
    if "date" in winner.fields and not any(name in fields and name not in parts for name in ("month", "day")):
        return {name: field for name, field in fields.items() if name not in ("year", "month", "day")}
    whole = {name: Field(part, date.origin) for name, part in parts.items()}
    return whole | {name: field for name, field in fields.items() if name != "date"}


def _with_short_name(fields: dict[str, Field], entry_type: str, members: Sequence[Reference]) -> dict[str, Field]:
    """Keeps the abbreviated name of the journal beside the whole one that was chosen."""
    container = fields.get("container")
    if container is None or "container_short" in fields or entry_type in IN_A_BOOK:
        return fields
    name = text_of((container, members[0]))
    short = [
        (member.fields["container"], member)
        for member in members
        if is_abbreviated(member.container) and same_journal(member.container, name)
    ]
    return fields | {"container_short": most_said(short)} if short and not is_abbreviated(name) else fields


def _with_ids(fields: dict[str, Field], key: str, members: Sequence[Reference]) -> dict[str, Field]:
    """Puts all keys but the one that is kept into biblatex's `ids`, so that every key cited before still leads here."""
    known = {part.strip() for member in members for part in (*member.get("ids").split(","), member.key)}
    others = ",".join(sorted(known - {key, ""}))
    rest = {name: field for name, field in fields.items() if name != "ids"}
    if not others:
        return rest
    kept = next((f for m in members if (f := m.fields.get("ids")) and f.value == others), None)
    return rest | {"ids": kept or Field(others)}


# ---------------------------------------------------------------- conflicts


def _conflicts(merged: Reference, members: Sequence[Reference]) -> tuple[Problem, ...]:
    messages = []
    for name in sorted({name for member in members for name in member.fields} - _NEVER_LOST):
        kept = merged.fields.get(name)
        if kept is None:
            continue
        lost: dict[str, str] = {}
        for member in members:
            dropped = member.fields.get(name)
            if dropped and dropped.value != kept.value and not WITHIN.get(name, _within)(dropped.value, kept.value):
                lost.setdefault(_shown(dropped, member), f"dropped {_shown(dropped, member)}")
        if lost:
            messages.append(f"{name}: kept {_shown(kept, merged)}, {', '.join(lost[text] for text in sorted(lost))}")
    other_types = {member.type for member in members} - {merged.type, LEAST_TYPE}
    if other_types:
        messages.append(f"type: kept {merged.type}, dropped {', '.join(sorted(other_types))}")
    place = merged.origin or Origin("", "")
    return tuple(Problem("conflict", message, place.file, place.line, merged.key) for message in messages)


_LONGEST_SHOWN = 80


def _shown(field: Field, member: Reference) -> str:
    text = text_of((field, member))
    origin = field.origin or member.origin
    cut = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN].rstrip() + "…"
    return f"{cut} (from {origin.file})" if origin else cut


def _within(dropped: Value, kept: Value) -> bool:
    """Does what is kept say all that is dropped? True when the words of one are among those of the other."""
    ours, theirs = str(kept), str(dropped)
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


def _most_words_within(dropped: Value, kept: Value) -> bool:
    words = set(fold(str(dropped)).split())
    return len(words - set(fold(str(kept)).split())) * 10 <= len(words)


# Fields in which everything is kept anyway, and the date of a visit.
_NEVER_LOST = frozenset({"note", "annotation", "addendum", "keywords", "file", "ids", "urldate"})

# Does the value kept say all that the value dropped said? Fields not named here compare words.
WITHIN: Mapping[str, Callable[[Value, Value], bool]] = {
    "author": _people_within,
    "editor": _people_within,
    "translator": _people_within,
    "container": lambda dropped, kept: _within(dropped, kept) or same_journal(str(dropped), str(kept)),
    "container_short": lambda dropped, kept: _within(dropped, kept) or same_journal(str(dropped), str(kept)),
    "pages": _pages_within,
    "doi": lambda dropped, kept: identifiers.same_doi(str(dropped), str(kept)),
    "abstract": _most_words_within,
}
