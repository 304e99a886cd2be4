"""Lists of authors, editors, translators: which list to keep, and of each person in it the best form.

A list that was not cut is kept over one that was, unless it names fewer people: then *et al.* behind more names shows that
somebody left them out without saying so. Of like lists the one that most copies bear out wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from citekit.merging.copies import Copy, foreign
from citekit.model import Field
from citekit.values.name_words import is_initial
from citekit.values.names import Names, Person, fold_family, initials
from citekit.values.text import fold, squash


def best_list(copies: Sequence[Copy]) -> Field:
    """The fullest list; a value that was not read as names comes last."""
    lists = {place: copy.field.value for place, copy in enumerate(copies) if isinstance(copy.field.value, Names)}
    if not lists:
        return copies[0].field
    return copies[_fullest(lists)].field


def in_best_form(chosen: Field, copies: Sequence[Copy]) -> Field:
    """The list chosen, each person in the best form that a copy with the same families in the same order gives.

    A list that no copy has as it is gets the origin of the copy that most of its people came from.
    """
    names = chosen.value
    if not isinstance(names, Names) or all(copy.field.value == names for copy in copies):
        return chosen
    read = [(copy, copy.field.value) for copy in copies if isinstance(copy.field.value, Names)]
    alike = [(copy, other) for copy, other in read if _begins(names, other)]
    forms = [[other.people[at] for _, other in alike if at < len(other)] for at in range(len(names))]
    made = Names(tuple(map(_best_form, forms)), names.others)
    if made == names:
        return chosen
    same = next((copy.field for copy, other in alike if other == made), None)
    if same is not None:
        return same

    def given_by(place: int) -> tuple[int, int]:
        return sum(a == b for a, b in zip(made, alike[place][1], strict=False)), -place

    most, _ = alike[max(range(len(alike)), key=given_by)]
    return Field(made, most.field.origin or most.member.origin)


_WITNESSES = 50
"""Different lists that are heard, the commonest first; more make work that grows with their square."""


def _fullest(lists: dict[int, Names]) -> int:
    longest_cut = max((len(names) for names in lists.values() if names.others), default=0)
    often = Counter(lists.values())
    witnesses = often.most_common(_WITNESSES)
    first: dict[Names, int] = {}
    for place, names in lists.items():
        first.setdefault(names, place)

    def merit(names: Names) -> tuple[int, ...]:
        borne_out = sum(count for other, count in witnesses if _begins(names, other))
        whole = not names.others and len(names) >= longest_cut
        return whole, borne_out, len(names), not names.others, -first[names]

    return first[max(first, key=merit)]


def _begins(names: Names, other: Names) -> bool:
    """Are the people of `other` the first people of `names`, by their families?"""
    return names is other or (len(other) <= len(names) and all(map(_same_family, names.people, other.people)))


def _same_family(a: Person, b: Person) -> bool:
    """`van Hagen` and `Hagen`, `García González` and `González` are one family: words at its beginning get lost."""
    if (a.particle, a.family) == (b.particle, b.family) or fold_family(a) == fold_family(b):
        return True
    one, two = fold(f"{a.particle} {a.family}"), fold(f"{b.particle} {b.family}")
    return f" {one}".endswith(f" {two}") or f" {two}".endswith(f" {one}")


# ---------------------------------------------------------------- one person


def _best_form(forms: Sequence[Person]) -> Person:
    """The family name that most give (of like ones the one with its particle), with accents and not in capitals; the given
    names in full, as far as they agree with the initials that most give. `forms` are in order of standing."""
    if all(form == forms[0] for form in forms) or any(form.literal for form in forms):
        return forms[0]
    folds = [fold_family(form) for form in forms]
    known = max(folds, key=lambda name: (folds.count(name), len(name)))
    spelt = [form for form, name in zip(forms, folds, strict=True) if name == known]

    def merit(form: Person) -> tuple[int, ...]:
        as_written = [(each.particle, each.family) for each in spelt]
        return not form.family.isupper(), foreign(form.family), as_written.count((form.particle, form.family))

    best = max(spelt, key=merit)
    suffix = next((form.suffix for form in forms if form.suffix), "")
    given = _best_given([spared for form in forms if (spared := _spared(form, best))])
    return replace(best, given=given, suffix=suffix)


def _spared(form: Person, best: Person) -> Person | None:
    """The form where its family is that of the best one; `Hagen, P. Van Martin` beside `van Hagen, P. M.` without the
    particle that strayed among the given names."""
    if fold_family(form) == fold_family(best):
        return form
    if form.particle or squash(form.family) != squash(best.family):
        return None
    astray = fold(best.particle).split()
    return replace(form, given=" ".join(word for word in form.given.split() if fold(word) not in astray))


def _best_given(forms: Sequence[Person]) -> str:
    letters = [initials(form) for form in forms]
    said = [each for each in letters if each]
    known = max(said, key=lambda each: sum(_agree(each, other) for other in said), default="")
    agreeing = [form.given for form, each in zip(forms, letters, strict=True) if _agree(known, each)]
    return max(agreeing, key=_fullness)


def _agree(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


@lru_cache(maxsize=100_000)
def _fullness(given: str) -> tuple[int, int, int]:
    """How many given names stand in full, how many there are, and how many accents they kept."""
    words = given.replace("-", " ").split()
    full = sum(not is_initial(word) for word in words)
    return full, full + sum(sum(map(str.isalpha, word)) for word in words if is_initial(word)), foreign(given)
