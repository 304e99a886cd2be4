"""A list of names as reference lists print it, in any style, to `Names`."""

from __future__ import annotations

import re

from citekit.values.names import Names, Person, is_initials, parse_person

_OTHERS = re.compile(
    r"[\s,;&]*(?:\b(?:and|und|et|y|e)\s+)?(?:\bet[\s.]+al(?:ii|\b)\.?|\bothers\b\.?|\bu\.\s?a\.|\bcoll(?:\.|aborateurs\b)|…|\.\.\.)[\s.,;:]*$",
    re.IGNORECASE,
)  # "Kim PW, Ilikkan B, et al."
# The short ones only in lower case: `Kanamori Y and Hane K`, `Leong E S P`.
_AND = re.compile(r"\s*[,;]?\s+(?:(?i:and|und)|et|y|e|og|och|en|&)\s+(?:and\s+)?|\s*&\s*")
_ROLE = re.compile(r"[\s,]*\(?\b(?:eds?|editors?|hrsg|hg|dir|coord|comps?|compilers?)\b\.?\)?[\s.,:]*$", re.IGNORECASE)

# A name with one of these words is a body's.
_BODY = re.compile(
    r"\b(?:organi[sz]ations?|institut\w*|universit\w*|committee|group|agency|ministry|associations?|society|consortium|investigators"
    r"|department|council|commission|cent(?:er|re)|foundation|collaborati(?:on|ve)|federation|bank|office|network|academy|college"
    r"|corporation|company|inc|ltd|gmbh|programme|program|project|bureau|service|authority|library|museum|team|union|board"
    r"|nations|government|microsystems|software|press|sciences?|hospital|trust|parliament|rights|watch|systems)\b",
    re.IGNORECASE,
)


def parse_names(text: str) -> Names:
    """Reads a whole author list: `Leung VC, Lee KE`, `Call, J., & Tomasello, M.`, `D. Lehner and S. Gil`,
    `King, Ann; Roe, Tom`, `Willets K A and Duyne R P V`, with or without *et al.* at its end.

    Order is kept. A list that reads as one body (`World Health Organization`) gives one literal name.
    """
    text = " ".join(text.split())
    text = _ROLE.sub("", text)
    cut = _OTHERS.search(text)
    if cut:
        text = text[: cut.start()]
    text = text.strip(" ,;:")
    if not text:
        return Names()
    if is_body(text) and not any(_has_initials(part) and not is_body(part) for part in re.split("[,;]", text)):
        return Names((Person(text.rstrip("."), literal=True),), bool(cut))
    if ";" in text:
        pieces = [piece for part in text.split(";") for piece in _AND.split(part)]
        people = [person for piece in pieces if piece.strip(" ,.") for person in _between_semicolons(piece)]
    else:
        people = [person for chunk in _AND.split(text) for person in _from_chunk(chunk)]
    return Names(tuple(people), bool(cut))


def is_body(text: str) -> bool:
    """Is this the name of an organisation, a committee, a study group? Told by its words, and by having no initials."""
    return bool(_BODY.search(text)) and not any(is_initials(word) and "." in word for word in text.split())


def _between_semicolons(text: str) -> list[Person]:
    """One name as a rule; several where commas stand between names that are whole: `Thomas DW, Greer FR; WRIST Group`."""
    several = "," in text and all(_has_initials(part) for part in text.split(",") if part.strip())
    return _from_chunk(text) if several else [_one(text)]


def _one(text: str) -> Person:
    text = text.strip(" ,;")
    return Person(text, literal=True) if is_body(text) else parse_person(text)


def _from_chunk(chunk: str) -> list[Person]:
    """The people between two *and*s: whole names between commas, or family and given names by turns."""
    parts = [part.strip() for part in chunk.split(",") if part.strip(" .")]
    if not parts:
        return []
    if _by_turns(parts):
        return [_one(f"{family}, {given}") for family, given in zip(parts[::2], parts[1::2], strict=True)]
    people: list[Person] = []
    pending = ""  # a family name whose initials may follow in the next part
    for part in parts:
        if pending and (_suffix(part) or (is_initials(part) and not _has_initials(pending))):
            pending = f"{pending}, {part}"  # the initials, or *Jr.*, of the name before
            continue
        if pending:
            people.append(_one(pending))
        pending = part
    return [*people, _one(pending)]


def _has_initials(part: str) -> bool:
    """`Leung VC` and `K. Alzoubi` have them; `Du Toit` waits for its own."""
    words = part.replace(",", " ").split()
    return any(is_initials(word) for word in words[1:]) or (bool(words) and "." in words[0])


def _suffix(part: str) -> bool:
    return bool(re.fullmatch(r"(?:[JS]r\.?|I{2,3}|IV)", part))


def _by_turns(parts: list[str]) -> bool:
    """`Murray-McIntosh, Rosalind P., Scrimshaw, Brian J.`: every other part is a lone family name, the rest given names."""
    if len(parts) % 2 or any(is_initials(part) for part in parts[1::2]):
        return False
    lone = all(_lone_family(part) for part in parts[::2])
    return lone and (len(parts) == 2 or any(len(part.split()) > 1 for part in parts[1::2]))


def _lone_family(part: str) -> bool:
    return len([word for word in part.split() if not word.islower()]) == 1
