"""Citation keys: made where there is none, kept where there is one, and where each leads after a merge."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from citekit.model import Problem, Reference
from citekit.values.key_lists import keys_in
from citekit.values.text import fold, squash

_SMALL = frozenset(
    """
    a an and are as at by der die das des du ein eine el en et for from in is la las le les los of on or the to
    und un una une von with
    """.split()
)
_SAFE = re.compile(r"[^a-zA-Z0-9]+")


def make_key(reference: Reference) -> str:
    """First author's family name and year: `aksentijevich2009`; without an author the first words of the title:
    `firstClinicalDescription2013`. ASCII letters and digits only, so that every BibTeX takes it."""
    year = "".join(c for c in reference.year if c.isdigit())[:4]
    people = reference.author or reference.names("editor")
    if people:
        first = people.people[0]
        name = _camel(first.family, 3) if first.literal else squash(first.family)
    else:
        name = _camel(reference.title or reference.container, 3)
    return (_SAFE.sub("", name) or "ref") + year


def _camel(text: str, words: int) -> str:
    found = [word for word in fold(text).split() if word not in _SMALL][:words]
    return "".join(word if i == 0 else word.capitalize() for i, word in enumerate(found))


# ---------------------------------------------------------------- one key for each


def assign_keys(references: Sequence[Reference]) -> tuple[list[Reference], list[Problem]]:
    """Gives every reference a key that no other has and that is nobody else's alias (biblatex's `ids`).

    What comes back is in the order given, but who gets which key depends on what the references say and not on that order.
    A key that came with a reference wins over made ones. Where two references came with one key, one keeps it and the other
    gets a letter behind it; where a key is also the alias of another work, or an alias that of two, the key wins, or else
    the work whose key comes first, and an alias that citekit made for the other one goes. Either is a `key-collision`
    problem. Made keys of one author and year get letters `a`, `b`, …. Keys are told apart without regard to case, as
    BibTeX does.
    """
    order = sorted(range(len(references)), key=lambda index: _content(references[index]))
    came = {key.lower() for reference in references for key in (reference.key, *_aliases(reference)) if key}
    keys, problems = _kept(references, order, came)
    keys |= _made(references, order, came.union(key.lower() for key in keys.values()))
    keyed = [replace(each, key=keys[i]) if each.key != keys[i] else each for i, each in enumerate(references)]
    keyed, clashes = _one_meaning_each(keyed)
    return keyed, [*problems, *clashes]


def _content(reference: Reference) -> tuple[str, ...]:
    """Sorts references by what they say; without the DOI, so that finding one moves no letter."""
    said = [text for name in sorted(reference.fields) if name != "doi" for text in (name, reference.get(name))]
    origin = reference.origin
    place = (origin.file, f"{origin.number:09}", origin.text) if origin else ()
    return (*said, reference.type, reference.key, *place)


def _aliases(reference: Reference) -> list[str]:
    return keys_in(reference.get("ids"))


def _kept(
    references: Sequence[Reference], order: Sequence[int], came: Collection[str]
) -> tuple[dict[int, str], list[Problem]]:
    """The keys of the references that have one."""
    keys: dict[int, str] = {}
    held: set[str] = set()
    free: dict[str, Iterator[str]] = {}  # the letters that are left for each key
    taken = set(came)
    problems = []
    for index in order:
        reference = references[index]
        key = reference.key
        if key.lower() in held:
            key = next(free.setdefault(key, _lettered(key, taken)))
            taken.add(key.lower())
            said = f"another work has the key {reference.key}; this one is now {key}"
            problems.append(_collision(reference, said, key))
        if key:
            keys[index] = key
            held.add(key.lower())
    return keys, problems


def _made(references: Sequence[Reference], order: Sequence[int], taken: set[str]) -> dict[int, str]:
    """Keys for the references that have none; `taken` gets them, too."""
    stems: dict[str, list[int]] = {}
    for index in order:
        if not references[index].key:
            stems.setdefault(make_key(references[index]), []).append(index)
    keys: dict[int, str] = {}
    for stem, places in sorted(stems.items()):
        alone = len(places) == 1 and stem.lower() not in taken
        free = iter([stem]) if alone else _lettered(stem, taken)
        keys |= {index: next(free) for index in places}
        taken.update(keys[index].lower() for index in places)
    return keys


def _lettered(stem: str, taken: set[str]) -> Iterator[str]:
    """`smith2009` → `smith2009a`, … `z`, `aa`, …: those that are free."""
    return (key for number in count() if (key := stem + _letters(number)).lower() not in taken)


def _letters(number: int) -> str:
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)


def _one_meaning_each(references: Sequence[Reference]) -> tuple[list[Reference], list[Problem]]:
    """Sees to it that no alias is another work's key or alias. One that stands so in an input stays there and is told."""
    means = {reference.key.lower(): reference.key for reference in references}
    result = list(references)
    problems = []
    for index in sorted(range(len(references)), key=lambda i: references[i].key.lower()):
        reference = references[index]
        lost = [
            alias for alias in _aliases(reference) if means.setdefault(alias.lower(), reference.key) != reference.key
        ]
        for alias in lost:
            said = (
                f"two works came with the key {alias}; it leads to {means[alias.lower()]} now, not to {reference.key}"
            )
            problems.append(_collision(reference, said, reference.key))
        if lost and reference.fields["ids"].origin is None:
            result[index] = reference.with_field("ids", ",".join(a for a in _aliases(reference) if a not in lost))
    return result, problems


def _collision(reference: Reference, message: str, key: str) -> Problem:
    return Problem.about("key-collision", message, reference, key)


# ---------------------------------------------------------------- where each key leads


@dataclass(frozen=True, slots=True)
class KeyMap:
    """`keys`: each key that an input had → the key its work has now, sorted. `ambiguous`: those of them that two works had;
    they lead to the work that kept the key."""

    keys: dict[str, str]
    ambiguous: frozenset[str]


def key_map(pairs: Iterable[tuple[str, str]]) -> KeyMap:
    """Makes a map of (key before, key now) pairs, in whatever order and however often they come.

    A key that two works came with leads to the one that has it still, be it with other capitals, or else to the one whose
    key comes first, which is the one that `assign_keys` leaves it to as an alias.
    """
    leads: dict[str, set[str]] = {}
    for old, new in pairs:
        leads.setdefault(old, set()).add(new)

    def standing(old: str, new: str) -> tuple[bool, bool, str, str]:
        return new != old, new.lower() != old.lower(), new.lower(), new

    return KeyMap(
        {old: min(news, key=lambda new: standing(old, new)) for old, news in sorted(leads.items())},
        frozenset(old for old, news in leads.items() if len(news) > 1),
    )
