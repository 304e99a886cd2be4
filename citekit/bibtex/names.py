r"""Names in BibTeX's notation.

Rules: O. Patashnik, *BibTeXing*, §4: `First von Last`, `von Last, First`, `von Last, Jr, First`; names are parted by
`and`; what stands in braces is one word. Names are split before LaTeX is decoded, or `{Simon and Schuster}` would
become two people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from citekit.values.latex import decode, encode
from citekit.values.names import Names, Person

_AND = re.compile(r"[{}]|(?:(?<=\s)|^)and(?=\s|$)", re.IGNORECASE)
_COMMA = re.compile(r"[{}]|(?<!\\),")  # \, is a thin space: J.\,R.\,R. Tolkien
_BLANK = re.compile(r"[{}]|\s+|(?<!\\)~")  # \~n is an accent: Mu\~noz


def read_names(latex: str) -> Names:
    """`van Royen-Kerkhoff, Annet and {World Health Organization} and others` → two names, `others` true."""
    people: list[Person] = []
    others = False
    for name in _split(latex.strip(), _AND):
        if name.lower() == "others":
            others = True
        elif person := _read_name(name, _is_lower):
            people.append(person)
    return Names(tuple(people), others)


def write_names(names: Names) -> str:
    """The inverse of `read_names`: `Family, Given and …`, with braces only where the name would be read differently."""
    written = [_write_name(person) for person in names]
    return " and ".join([*written, "others"] if names.others else written)


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    return [part for part in _parts(text, separator) if part]


def _parts(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    """The parts of `text` between separators that stand outside braces, stripped."""
    depth = start = 0
    for found in separator.finditer(text):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth = max(depth - 1, 0)
        elif depth == 0:
            yield text[start : found.start()].strip()
            start = found.end()
    yield text[start:].strip()


# ---------------------------------------------------------------- reading


_Test = Callable[[str], bool]
"""Is this word of a name a lower-case one, which makes it a particle?"""


def _read_name(latex: str, is_lower: _Test) -> Person | None:
    if _is_one_group(latex):
        literal = decode(latex)
        return Person(literal, literal=True) if literal else None
    parts = list(_parts(latex, _COMMA))
    if len(parts) == 1:
        given, particle, family = _first_von_last(_split(latex, _BLANK), is_lower)
        return _person(family, given, particle)
    particle, family = _von_last(_split(parts[0], _BLANK), is_lower)
    suffix = parts[1] if len(parts) > 2 else ""
    given = ", ".join(part for part in parts[len(parts[:3]) - 1 :] if part)
    return _person(family, given, particle, suffix)


def _person(family: str, given: str, particle: str = "", suffix: str = "") -> Person | None:
    family, given, particle, suffix = (decode(part) for part in (family, given, particle, suffix))
    if not family:  # `, Annet`: what there is, is the name
        family, given = given, ""
    return Person(family, given, particle, suffix) if family else None


def _is_one_group(latex: str) -> bool:
    """Is the whole name one pair of braces: `{World Health Organization}`, but not `{A} {B}`?"""
    if not latex.startswith("{") or not latex.endswith("}"):
        return False
    depth = 0
    for brace in re.finditer("[{}]", latex):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end() == len(latex)
    return False


def _first_von_last(words: list[str], is_lower: _Test) -> tuple[str, str, str]:
    """`Jean de la Fontaine` → (`Jean`, `de la`, `Fontaine`)."""
    lower = [n for n, word in enumerate(words[:-1]) if is_lower(word)]
    if not lower:
        return " ".join(words[:-1]), "", " ".join(words[-1:])
    first, last = lower[0], lower[-1] + 1
    return " ".join(words[:first]), " ".join(words[first:last]), " ".join(words[last:])


def _von_last(words: list[str], is_lower: _Test) -> tuple[str, str]:
    """`De la Fontaine` → (`De la`, `Fontaine`): before the comma everything up to the last lower-case word."""
    last = max((n + 1 for n, word in enumerate(words[:-1]) if is_lower(word)), default=0)
    return " ".join(words[:last]), " ".join(words[last:])


def _is_lower(word: str) -> bool:
    r"""BibTeX's *von* test: the first letter outside braces is lower case. LaTeX counts as the letter it prints.

    Kinder than BibTeX with an accent outside braces: it takes the *m* of `\'{E}mile` for the first letter.
    """
    if "\\" in word and not re.match(r"\{[^\\]", word):
        word = decode(word)
    depth = 0
    for found in re.finditer(r"[{}]|[^\W\d_]", word):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif depth == 0:
            return found[0].islower()
    return False


def _is_lower_to_bibtex(word: str) -> bool:
    r"""The same test as BibTeX 0.99d makes it: only ASCII letters count, so that *Álvarez* begins with an *l*, and `\&` is none."""
    depth = 0
    for found in re.finditer(r"[{}]|[A-Za-z]", word):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif depth == 0:
            return found[0].islower()
    return False


# ---------------------------------------------------------------- writing


def _write_name(person: Person) -> str:
    """The plainest form that we and BibTeX read back as this person, without a comma at its end, which BibTeX would complain about.

    A family name of several words without given names stands in braces, as a body does.
    """
    family, given, particle, suffix = (encode(p) for p in (person.family, person.given, person.particle, person.suffix))
    if person.literal:
        return f"{{{family}}}"
    whole = f"{particle} {family}".strip()
    rest = [suffix, given or "{}"] if suffix else [given] if given else []
    forms = [
        ", ".join([name, *part])
        for name in (whole, f"{particle} {{{family}}}".strip(), f"{{{whole}}}")
        for part in (rest, [part if part == "{}" else f"{{{part}}}" for part in rest])
    ]
    read = [(form, _split(form, _AND), read_names(form)) for form in forms]
    one = [(form, names.people[0]) for form, split, names in read if split == [form] and len(names) == 1]
    same = (f for f, found in one if found == person and _read_name(f, _is_lower_to_bibtex) == person)
    alike = (f for f, found in one if found.inverted == person.inverted and _bibtex_agrees(f))
    return next(same, None) or next(alike, None) or f"{{{encode(person.inverted)}}}"


def _bibtex_agrees(form: str) -> bool:
    return _read_name(form, _is_lower_to_bibtex) == _read_name(form, _is_lower)
