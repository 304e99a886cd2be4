"""What the names of one list have in common, and what that says about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from citekit.values.name_parts import Part
from citekit.values.name_words import is_initial
from citekit.values.names import Person, parse_person


class Style(NamedTuple):
    """`initials_first`: all given names are initials, before the family name (`R. Vinh Mau`). `capitals`: family names are in
    capitals and given names are not (`Bo FU`)."""

    initials_first: bool = False
    capitals: bool = False


def style_of(parts: Sequence[Part]) -> Style:
    """The style of parts that are whole names or families and initials."""
    forms = [part.form for part in parts]
    return Style(
        forms.count("first") > 1 and "last" not in forms and "several" not in forms,
        sum(_has_family_in_capitals(part.text) for part in parts) * 2 >= sum(" " in part.text for part in parts) > 0,
    )


def _has_family_in_capitals(text: str) -> bool:
    """`Darren PLANT`. Up to four capitals may be initials."""
    words = text.split(" ")
    return any(len(word) > 4 and word.isupper() and word.replace("-", "").isalpha() for word in words) and any(
        _is_mixed(word) for word in words
    )


def _is_mixed(word: str) -> bool:
    return len(word) > 1 and not word.isupper() and word[0].isupper() and not is_initial(word)


def whole(part: Part, style: Style) -> Person:
    """The person of a part that is a whole name."""
    words = part.text.split(" ")
    if len(words) == 2 and not part.suffix and not style.capitals:
        if part.form == "last":
            return Person(words[0], words[1])  # Leung VC
        if part.form == "first":
            return Person(words[1], words[0])  # V. Leung
    cut = _family_behind(words, part, style) if part.form != "whole" and len(words) > 1 else 0
    person = parse_person(f"{' '.join(words[cut:])}, {' '.join(words[:cut])}" if cut else part.text)
    return replace(person, suffix=f"{person.suffix} {part.suffix}".strip()) if part.suffix else person


def _family_behind(words: Sequence[str], part: Part, style: Style) -> int:
    """Where the family name begins that the list's style makes plain, else 0."""
    if part.form == "first" and is_initial(words[-1]):
        return len(words) - 1  # A. LAL
    if style.capitals and any(map(_is_mixed, words)):
        first = next((at for at, word in enumerate(words) if len(word) > 1 and word.isupper() and "." not in word), 0)
        return first if first and not any(map(_is_mixed, words[first:])) else 0
    if style.initials_first and is_initial(words[0]):
        return next((at for at, word in enumerate(words) if not is_initial(word)), 0)
    return 0
