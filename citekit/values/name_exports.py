"""A list of names as databases export it, to `Names`.

Unlike a printed reference, a record holds nothing but the names, and each database writes all of its lists in one way. So the
separator mostly tells the way, and only what is left over has to be guessed among all ways there are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from citekit.values.name_words import GENERATION, PARTICLES, is_body, is_initial, is_particle
from citekit.values.names import Names, Person, parse_person

_OTHERS = re.compile(r"[\s,;]*(?:\b(?:and|&) others|\bet[. ]+al\b\.?|\bothers)[\s.;,]*$", re.IGNORECASE)
_LONGEST_OTHERS = 20
_JUNK = re.compile(r"[\s,;]+(?:[^\w\s.,;(){}\[\]]+|\.{2,})$")  # Bernstein P, …   or what an encoding made of the dots
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_RUN_TOGETHER = re.compile(rf"(?<={_CAPITAL}\.)(?={_CAPITAL}[\w'’-]|[a-z]+ {_CAPITAL})")  # Przyklenk K.|Kloner R. A.
_GLUED = re.compile(rf"(?<=\b{_CAPITAL})\.(?={_CAPITAL}[^\W\d_.])")  # C.G.Brown
_NOBODY = re.compile(r"\[[^\[\]]*\]")  # PubMed's [No authors listed]
_BRACED = re.compile(r"\{[^{}]*\}")
_NOT_PLAIN = PARTICLES | GENERATION | {""}  # ends what comes behind the family name and is more than given names
_NEVER_GIVEN = frozenset("Van Von De Del Della Dalla Dos La El".split())  # but Bin Li, Di Wang
_GLUE = "\u2060"  # holds the names of a braced body together while the list is cut


def parse_exported(text: str) -> Names:
    """Reads an author field of a database: `Smith, J. and Roe, R.` (BibTeX), `Smith, J.; Roe, R.` (Scopus, Web of Science),
    `Smith J, Roe R` (PubMed), `J. Smith and R. Roe`, `Jane Smith, Richard Roe` (DBLP), `Smith J.Roe R. A.` (EndNote, run
    together), each with or without *et al.*, *and others*. What is none of these is read as a printed list. Never raises.

    Braces around a name make it a body's: `{Health and Safety Executive}`. Other names of bodies are told by their words.
    """
    names, others = split_exported(text)
    if names is None:
        from citekit.values.name_lists import parse_names

        printed = parse_names(_others_cut(" ".join(text.split()))[0])
        return Names(printed.people, others or printed.others)
    return Names(tuple(map(exported_person, names)), others)


def split_exported(text: str) -> tuple[Sequence[str] | None, bool]:
    """The single names of an author field as they stand, for `exported_person`, and whether the list is cut.

    `None` where it takes `parse_exported` to tell names and separators apart.
    """
    listed, others = _others_cut(" ".join(text.split()))
    if not listed or (listed[0] == "[" and _NOBODY.fullmatch(listed)):
        return (), others
    return _alike(listed), others


def _others_cut(text: str) -> tuple[str, bool]:
    if text[-1:] and not text[-1].isalnum() and (found := _JUNK.search(text, max(0, len(text) - _LONGEST_OTHERS))):
        return _others_cut(text[: found.start()])[0], True
    end = text[-_LONGEST_OTHERS:].lower()
    if "others" not in end and "al" not in end:
        return text, False
    found = _OTHERS.search(text, max(0, len(text) - _LONGEST_OTHERS))
    return (text[: found.start()], True) if found else (text, False)


def _alike(text: str) -> list[str] | None:
    """The single names of a list whose separator shows; `None` where names and separators must be told apart by guessing."""
    if "{" in text:
        text = _BRACED.sub(lambda found: re.sub("[ ,;]", rf"{_GLUE}\g<0>{_GLUE}", found[0]), text)
    if ";" in text:
        last = text[text.rindex(";") :]
        return (
            None if " and" in last or "&" in last else [name for part in text.split(";") if (name := part.strip(" ,"))]
        )
    if " and " in text:
        return _between_ands(text.split(" and "))
    if "&" in text:
        return None
    if "," in text:
        return _between_commas(text)
    if _may_run_together(text):
        names = _RUN_TOGETHER.split(text)
        if not any("." in name.partition(" ")[0] for name in names):
            return list(map(_with_comma, names))
    return [text]


def _between_ands(parts: list[str]) -> list[str] | None:
    """All *Family, Given* or all *Given Family*; otherwise commas stand between names, too."""
    commas = {part.count(",") for part in parts if part[:1] != "{"} or {0}
    if len(commas) > 1 or max(commas) > 1 or any("&" in part for part in parts):
        return None
    return [name for part in parts if (name := part.strip(" ,"))]


def _between_commas(text: str) -> list[str] | None:
    parts = [name for part in text.split(",") if (name := part.strip())]
    if len(parts) < 3 and text.count(",") == 1 and not _are_two(parts):
        return [text]
    return parts if all(" " in part and not _is_given(part) for part in parts) else None


def _are_two(parts: list[str]) -> bool:
    """`Dan Suciu, Calton Pu` and `Suciu D, Pu C` are two people; `van der Berg, Anna Maria`, `Garcia Lopez, Maria E.` one."""
    if len(parts) < 2 or " " not in parts[0] or " " not in parts[1] or _is_given(parts[1]):
        return False
    one, two = parts[0].split(" "), parts[1].split(" ")
    if all(word in PARTICLES or word in _NEVER_GIVEN for word in one[:-1]):
        return False
    return is_initial(one[0]) or is_initial(one[-1]) == is_initial(two[-1])


def _is_given(part: str) -> bool:
    """Given names that belong to the family name before the comma: `A. B.`, `Anna M. van`."""
    words = part.split(" ")
    return all(is_initial(word) or is_particle(word) for word in words) and words[-1][-1] == "."


def _may_run_together(text: str) -> bool:
    return "." in text[:-1] and _RUN_TOGETHER.search(text) is not None


def _with_comma(name: str) -> str:
    """`Di Lisa F. A.` → `Di Lisa, F. A.`; so `O S. J.` keeps its short family name."""
    words = name.split(" ")
    tail = len(words)
    while tail > 1 and words[tail - 1].endswith(".") and is_initial(words[tail - 1]):
        tail -= 1
    return f"{' '.join(words[:tail])}, {' '.join(words[tail:])}" if tail < len(words) else name


@lru_cache(maxsize=300_000)
def exported_person(name: str) -> Person:
    """One name of a list, a body's in braces or told by its words. The two commonest shapes go by the shortest way, as records come in millions."""
    name = name.replace(_GLUE, "")
    if name[0] == "{" and name[-1] == "}" and len(name) > 2:
        return Person(name[1:-1], literal=True)
    family, comma, given = name.partition(", ")
    if comma:
        if " " not in family and given.rpartition(" ")[2] not in _NOT_PLAIN and "," not in given:
            return Person(family, given)  # Smith, J. A.
    elif is_body(name):
        return Person(name, literal=True)
    elif name.count(" ") == 1:
        family, given = name.split(" ")
        if given.isupper() and given.isalpha() and len(given) < 3 and family[1:].isalpha() and not is_particle(family):
            return Person(family, given)  # Smith JA
    return parse_person(_GLUED.sub(". ", name) if "." in name else name)
