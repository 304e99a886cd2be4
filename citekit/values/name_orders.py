"""The parts of a list of names → its people: which order does this style print names in?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.values.name_parts import Part
from citekit.values.name_style import Style, style_of, whole
from citekit.values.name_words import PARTICLES, is_initial
from citekit.values.names import Person, parse_person


def people(parts: list[Part], alone: bool = False) -> Iterator[Person]:
    """The people of one run of parts; `alone`: the run should be one person, as it stood between semicolons."""
    if _in_turns(parts) or (alone and _is_a_pair(parts)):
        yield from (_paired(family, given) for family, given in zip(parts[::2], parts[1::2], strict=True))
    elif _first_one_inverted(parts):
        style = style_of(parts[2:])
        if parts[0].text.isupper():
            style = style._replace(capitals=True)
        yield _paired(parts[0], parts[1])
        yield from (whole(part, style) for part in parts[2:])
    else:
        yield from _in_a_row(parts, style_of(parts))


def _paired(family: Part, given: Part) -> Person:
    suffix = f"{family.suffix} {given.suffix}".strip()
    if not suffix and " " not in family.text and given.text.rpartition(" ")[2] not in PARTICLES:
        return Person(family.text, given.text)
    return parse_person(f"{family.text}, {suffix}, {given.text}" if suffix else f"{family.text}, {given.text}")


def _is_a_pair(parts: Sequence[Part]) -> bool:
    return len(parts) == 2 and parts[0].form in ("lone", "several") and not parts[1].after_and


def _in_turns(parts: Sequence[Part]) -> bool:
    """`Murray-McIntosh, Rosalind P., Scrimshaw, Brian J.`: every other part is a family name, the rest given names.

    Lone words by turns may be families all (`Chiba, Nakanishi, Fukuda & Yata`): an *and* before each pair, a longer given name, or
    families in capitals must tell.
    """
    families, given = parts[::2], parts[1::2]
    if len(families) != len(given) or any(part.after_and or part.form == "whole" for part in given):
        return False
    if len(parts) == 2:
        return families[0].form == "lone" or (families[0].form == "several" and given[0].form == "lone")
    if any(part.form != "lone" for part in families) or all(part.form == "first" for part in given):
        return False
    return (
        any(part.form != "lone" for part in given)
        or any(part.after_and for part in families)
        or (all(part.text.isupper() for part in families) and not any(part.text.isupper() for part in given))
    )


def _first_one_inverted(parts: Sequence[Part]) -> bool:
    """`Child, Julia, Louisette Bertholle, and Simone Beck`: Chicago and MLA turn only the first name round."""
    if len(parts) < 3 or parts[1].after_and or parts[1].form in ("initials", "whole"):
        return False
    forms = {part.form for part in parts[2:]}
    if forms & {"lone", "initials", "whole"} or (forms == {"last"} and not parts[0].text.isupper()):
        return False
    if parts[1].form == "first" and forms == {"first"}:
        return False  # Liu, B. Zhang, L. L. Shen: all are given name first, and Liu has none
    return parts[0].form == "lone" or (parts[0].form == "several" and parts[1].form == "lone")


def _in_a_row(parts: Sequence[Part], style: Style) -> Iterator[Person]:
    """Whole names, and family names with their initials in the next part."""
    found: list[Person] = []
    parts = [*_commas_put_in(parts), _END]
    at = 0
    while (part := parts[at]) is not _END:
        following = parts[at + 1]
        at += 2
        if following.form == "initials" and _waits(part, style):
            found.append(_paired(part, following))
        elif part.form == "initials" and following.form == "lone" and style.initials_first:
            found.append(parse_person(f"{part.text} {following.text}"))  # J. Carbonell, R, Lazauskas
        else:
            at -= 1
            if part.form == "initials" and at > 1 and parts[at - 2].form == "initials" and not style.initials_first:
                more = f"{found[-1].given} {part.text} {part.suffix}".strip()  # Smithson, A., P
                found[-1] = replace(found[-1], given=more)
            else:
                found.append(whole(part, style))
    return iter(found)


_END = Part("", "whole")


def _waits(part: Part, style: Style) -> bool:
    """Is this a family name that needs the initials behind it? So is `JI` before `R. R.`"""
    if part.form == "initials":
        return part.text.isalpha() and not style.initials_first
    return part.form in ("lone", "several")


def _commas_put_in(parts: Sequence[Part]) -> Iterator[Part]:
    """`Chung, YS. Kang, DH. Shin, JS` has the next family name behind a point: `Chung, YS., Kang, DH., Shin, JS`."""
    lacks = _commas_lack(parts)
    for at, part in enumerate(parts):
        if lacks[at] and at and parts[at - 1].form in ("lone", "first"):
            words = part.text.split(" ")
            names = next((here for here, word in enumerate(words) if not is_initial(word)), len(words) - 1)
            yield Part(" ".join(words[:names]), "initials")
            yield Part(" ".join(words[names:]), "lone", part.suffix)
        else:
            yield part


def _commas_lack(parts: Sequence[Part]) -> list[bool]:
    """For each part: is it one of a run like `YS. Kang`, `DH. Shin` that ends in the initials of the last name?"""
    lacks = [False] * (len(parts) + 1)
    for at in range(len(parts) - 2, -1, -1):
        lacks[at] = parts[at].form == "first" and (parts[at + 1].form == "initials" or lacks[at + 1])
    return lacks
