"""The merge policy: for each field who may speak, and which of the values said is kept.

A field that the table does not name may be told by any member, and what most say is kept. Fields that only one format knows
(`ris-c1`, `nbib-gr`, `zotero-key` with `zotero-version`) mean something together: they are those of one member.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from citekit.merging import best, place, versions
from citekit.merging.copies import Copy, is_sure, plain, sure
from citekit.merging.people import best_list, in_best_form
from citekit.model import Field, Names, Reference
from citekit.values.text import squash
from citekit.vocabulary import format_of

Speakers = Literal["all", "version", "edition", "place"]
"""Whose values count. `all`: every member. `version`: those of the published form, where there are any beside preprints, and
the others only where those say nothing. `edition`: of the published form, those that begin on the page chosen or do not
contradict its place. `place`: only those that do not contradict the place chosen (see `place.contradict`)."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How one field is merged. `after` names fields chosen before, which a member must not contradict to be heard."""

    choose: best.Chooser = best.most_said
    speakers: Speakers = "all"
    after: tuple[str, ...] = ()


OTHERWISE = Policy()

POLICY: Mapping[str, Policy] = {
    # what it is, by whom
    "author": Policy(best_list, "version"),
    "editor": Policy(best_list, "version"),
    "translator": Policy(best_list, "version"),
    "title": Policy(best.best_title, "version"),
    "subtitle": Policy(best.most_said, "version", ("title",)),
    # where it stands: one coherent set
    "container": Policy(best.best_container, "edition"),
    "container_short": Policy(best.most_said, "edition"),
    "volume": Policy(best.most_said, "place"),
    "number": Policy(best.most_said, "place"),
    "issue": Policy(best.most_said, "place"),
    "pages": Policy(best.best_pages, "place"),
    "eid": Policy(best.most_said, "place"),
    "articleno": Policy(best.most_said, "place"),
    "chapter": Policy(best.most_said, "place"),
    "year": Policy(best.best_date, "place"),
    "date": Policy(best.best_date, "place", ("year",)),
    "month": Policy(best.best_date, "place", ("year",)),
    "day": Policy(best.best_date, "place", ("year", "month")),
    # who printed it, under which numbers
    "series": Policy(best.most_said, "edition"),
    "edition": Policy(best.most_said, "edition"),
    "publisher": Policy(best.most_said, "edition"),
    "address": Policy(best.most_said, "edition"),
    "organization": Policy(best.most_said, "edition"),
    "institution": Policy(best.most_said, "edition"),
    "school": Policy(best.most_said, "edition"),
    "howpublished": Policy(best.most_said, "edition"),
    "doi": Policy(best.best_doi, "edition"),
    "pmid": Policy(best.most_said, "edition"),
    "pmcid": Policy(best.most_said, "edition"),
    "isbn": Policy(best.best_isbn, "edition"),
    "issn": Policy(best.most_said, "edition"),
    # what goes with any version
    "eprint": Policy(best.most_said),
    "eprinttype": Policy(best.most_said, after=("eprint",)),
    "eprintclass": Policy(best.most_said, after=("eprint",)),
    "url": Policy(best.best_url),
    "urldate": Policy(best.most_said, after=("url",)),
    "abstract": Policy(best.longest, "version"),
    # nothing is dropped
    "note": Policy(best.joined("; ")),
    "annotation": Policy(best.joined("; ")),
    "addendum": Policy(best.joined("; ")),
    "keywords": Policy(best.joined(", ")),
    "file": Policy(best.joined(";")),
}

# Chosen first, in this order, because others come after them.
_FIRST = ("year", "month", "title", "eprint", "url")


Heard = Mapping[Speakers, Sequence[Reference]]
"""The members that may speak, for each kind of field, in order of standing."""


def hear(members: Sequence[Reference]) -> Heard:
    """Sorts out who may speak of what. `members` are in order of standing."""
    version = versions.published_only(members)
    one_place = place.standing_together(version)
    return {
        "all": members,
        "version": version,
        "edition": place.of_the_same_page(version, one_place),
        "place": one_place,
    }


def choose_all(heard: Heard) -> dict[str, Field]:
    """Every field that is kept."""
    every = {name for member in heard["all"] for name in member.fields if not format_of(name)}
    first = [name for name in _FIRST if name in every]
    year = _year_of_issue(heard["place"])
    chosen: dict[str, Field] = {}
    for name in (*first, *sorted(every.difference(first))):
        policy = POLICY.get(name, OTHERWISE)
        said = _said(name, heard[policy.speakers])
        if policy.speakers == "version" and all(map(_is_cut, said)):
            said = _said(name, heard["all"])
        if name in ("year", "date", "month", "day"):
            said = [copy for copy in said if copy.member.year in ("", year)]
        said = [copy for copy in said if not any(_denies(copy.member, chosen, each) for each in policy.after)]
        if said:
            chosen[name] = _kept(policy, sure(said))
            if policy.choose is best_list:
                alike = [c for c in _said(name, heard["all"]) if is_sure(c.field) or c.field is chosen[name]]
                chosen[name] = in_best_form(chosen[name], alike)
    return chosen | _of_one_member((*heard["version"], *heard["all"]))


def _of_one_member(members: Sequence[Reference]) -> dict[str, Field]:
    """What only one format knows, for each such format as the first member has it that has anything of it."""
    found: dict[str, dict[str, Field]] = {}
    for member in members:
        own: dict[str, dict[str, Field]] = {}
        for name, field in member.fields.items():
            if form := format_of(name):
                own.setdefault(form, {})[name] = field
        found = own | found
    return {name: field for fields in found.values() for name, field in fields.items()}


def _kept(policy: Policy, copies: Sequence[Copy]) -> Field:
    """The field that the policy keeps; where all say the same, that of best standing, save that titles differ in braces, too."""
    first = copies[0].field
    if policy.choose is not best.best_title and all(copy.field.value == first.value for copy in copies):
        return first
    return policy.choose(copies)


def _said(name: str, members: Sequence[Reference]) -> list[Copy]:
    return [Copy(member.fields[name], member) for member in members if name in member.fields]


def _is_cut(copy: Copy) -> bool:
    return isinstance(copy.field.value, Names) and copy.field.value.others


def _year_of_issue(members: Sequence[Reference]) -> str:
    """The year to which all parts of the date must belong, whether a member gives it as `year` or in a `date`."""
    years = {member.year for member in members} - {""}
    if len(years) < 2:
        return next(iter(years), "")
    fields = [(member.fields.get("year") or member.fields.get("date"), member) for member in members if member.year]
    dated = [Copy(replace(field, value=member.year), member) for field, member in fields if field]
    return plain(best.best_date(sure(dated)).value)


def _denies(member: Reference, chosen: Mapping[str, Field], name: str) -> bool:
    """Does the member say something else in this field than what was chosen?"""
    field = chosen.get(name)
    said = member.get(name)
    fold = best.bare_url if name == "url" else squash
    return field is not None and bool(said) and fold(said) != fold(plain(field.value))


# From what says least; all other types say more. `misc` is what remains when nothing is known.
LEAST_TYPE = "misc"
_TYPES = (LEAST_TYPE, "online", "unpublished", "techreport", "book")


def choose_type(heard: Heard) -> str:
    """The type that says most of the work, and of those the one that most members have; of members that mean the place
    chosen, and first of those that name what the work stands in, so that type and container belong together."""
    members = heard["place"]
    telling = [member for member in members if member.container and member.type != LEAST_TYPE] or members
    often = [member.type for member in telling]

    def merit(member: Reference) -> tuple[int, int]:
        at = _TYPES.index(member.type) if member.type in _TYPES else len(_TYPES)
        return at, often.count(member.type)

    return max(telling, key=merit).type
