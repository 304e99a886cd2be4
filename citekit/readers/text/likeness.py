"""Does a string look like a reference, or like the beginning of one?

Counted signs, no model: segmentation has to decide on thousands of lines before any of them is labelled.
Every pattern is bounded, so that time stays linear in the text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

# Capital letters of the alphabets that references are written in (Latin, Greek, Cyrillic).
UPPER = "".join(letter for letter in map(chr, range(0x41, 0x530)) if letter.isupper())
_FAMILY = rf"[{UPPER}][\w’'‐-]{{1,40}}"
_PARTICLE = r"(?:v[ao]n|de|der|den|la|le|di|da|du|dos|del|della|ten|ter|zu|zur|el|al|af|av)"

# Smith, J. …   Smith JA, …   J. A. Smith …   van Dijk, T. …   García Márquez, G. …
_AUTHOR = re.compile(
    rf"[\"“]?(?:{_PARTICLE}\s+){{0,2}}(?:{_FAMILY}(?:\s{_FAMILY})?,?\s+(?:[{UPPER}]\.?[\s-]?){{1,4}}[,.\s(:;&]"
    rf"|{_FAMILY}(?:\s{_FAMILY})?,\s+{_FAMILY}|(?:[{UPPER}]\.[\s-]?){{1,3}}\s?(?:{_PARTICLE} ){{0,2}}{_FAMILY}"
    rf"|(?:[B-HJ-Z]|[A-Z]\s[A-Z])\s{_FAMILY}(?:,|\sand\s|\set\s))"
)
# CMS Collaboration, …   World Health Organization. …
_BODY = re.compile(
    rf"(?:[{UPPER}\d][\w&.’'-]*,?\s(?:(?:of|for|on|the|and|de|des|du|für|der|to|in)\s){{0,2}}){{1,8}}"
    r"(?:Collab(?:oration|\.)|Consortium|Group|Organi[sz]ation|Institut[eo]?|Ministry|Ministère|Commission|Agency|Committee|Council|Department"
    r"|Society|Association|Federation|Foundation|Office|Bureau|Union|Academy|Center|Centre|Board|Network|Team|Ministerium|Bundesamt)\s?[.,:(;\[]"
)
_BODY_AND_YEAR = re.compile(
    rf"[{UPPER}][^.()\d]{{2,80}} \((?:1[5-9]\d\d|20[0-3]\d)[a-z]?\)"
)  # World Health Organization (2003)
_SAME_AUTHOR = re.compile(r"(?:[—―]|[–_-]{2,}|—\s?—\s?—)[—–_-]{0,8}\s?[.,:(]")  # ———. 2001.
_QUOTED = re.compile(r"[\"“„«‘][^\s\"”]")
# Cambridge, MA: MIT Press   Springer, Berlin 1999   Journal of …: how a reference goes on, not how it starts
_GOES_ON = re.compile(
    rf"[{UPPER}][\w.]{{0,20}}[^\W\d_A-Z](?: [\w.]{{1,20}}[^\W\d_A-Z]){{0,3}}, (?:[A-Z]{{2}}|[{UPPER}][\w. ]{{1,25}}[^\W\d_A-Z]):"
    r"|(?:In|Proc|Proceedings|Journal|Annals|Bulletin|Springer|Elsevier|Wiley|Academic|University|Univ|Technical|Paper|Vol|Presented|Available"
    r"|Verlag|Press|Éditions|Editorial|Universidad|Université|Universität|Dissertation|Thesis|Retrieved|Accessed|Paris|London|Berlin|Oxford"
    r"|Cambridge|Madrid|München|Wien|Zürich|Roma|Milano|Amsterdam|Boston|Chicago)\b"
)
YEAR = re.compile(r"(?<![\d-])(?:1[5-9]\d\d|20[0-3]\d)[a-z]?(?!\d)")
_UNDATED = re.compile(
    r"\bin press\b|\bforthcoming\b|\bto appear\b|\bsubmitted\b|\bn\. ?d\.|\bo\. ?J\.|\bs\. ?d\.|\bim Druck\b|\bà paraître\b|\ben prensa\b"
)
_ENDS = re.compile(r"[.)\]»”\"]$|\d$|https?://\S{1,300}$|(?<!\d)10\.\d{4,9}/\S{1,300}$")

_SIGNS = (
    re.compile(r"\A[^()]{3,200}\((?:1[5-9]\d\d|20[0-3]\d)[a-z]?\)[.:,]"),  # Eco, U. (1980).
    re.compile(
        r"\d\s?\(\s?\d[^)]{0,12}\)\s?[:,]|(?<!\d)\d{1,6}\s?[:;,]\s?(?:pp?\.?\s?)?[A-Za-z]?\d{1,6}\s?[-–—]{1,3}\s?[A-Za-z]?\d"
        r"|\bpp?\.?\s?\d|\bpages?\s\d|\bS\. \d|\d;\d|\d\s?\((?:1[5-9]|20)\d\d\),?\s[A-Z]?\d|\b\d{1,4},\s[A-Z]?\d{1,6}(?:\.?$|\s?\()"
    ),
    re.compile(r"\bdoi\b|(?<!\d)10\.\d{4,9}/|https?://|\bwww\.|arXiv:|\bISBN\b|\bPMID\b", re.IGNORECASE),
    re.compile(r"\bet al\b|\b[A-Z]\.\s?[A-Z]?\.?,? (?:and|&)\s|\b(?:[Ee]ds?\.|[Ee]ditors?\b|Hrsg\.)|\bIn:?\s[A-Z]"),
    re.compile(
        r"\b(?:Press|Verlag|Springer|Elsevier|Wiley|Thesis|Dissertation|Proc(?:eedings)?|Journal|J\.? [A-Z]|University|Report|Conference"
        r"|Retrieved|Accessed)\b",
        re.IGNORECASE,
    ),
)
# Words that prose is full of and references hardly have.
_PROSE = re.compile(
    r"\b(?:we|our|was|were|is|are|has|have|had|been|which|this|these|that|may|she|he|her|his|they|their|it|its|also|not|would|should"
    r"|because|therefore|however)\b"
)


def score(text: str) -> int:
    """0 for prose, about 5 for a plain reference: an author to start with, a year, numbers as volumes and pages have."""
    if not 15 <= len(text) <= 3000:
        return 0
    dated = bool(YEAR.search(text))
    signs = (
        2
        * bool(
            _AUTHOR.match(text)
            or _SAME_AUTHOR.match(text)
            or (dated and _BODY.match(text))
            or _BODY_AND_YEAR.match(text)
        )
        + dated
        + sum(bool(sign.search(text)) for sign in _SIGNS)
    )
    prose = len(_PROSE.findall(text))
    return max(0, signs - prose // (1 + len(text) // 120))


def looks_like_reference(text: str) -> bool:
    """Strict: for text that stands in no list and under no heading."""
    return score(text) >= 4 and bool(YEAR.search(text))


def worth(texts: Iterable[str]) -> float:
    """How much of a reference list these strings make: one for each that is a reference, less for those that are not."""
    total = 0.0
    for text in texts:
        points = score(text)
        if points >= 2:
            begins = starts_like_reference(text)
            total += (1.0 if begins else 0.7) if points >= 4 else (0.8 if begins else 0.3)
        else:
            total += 0.1 if points else -0.3
    return total


def starts_with_author(text: str, start: int = 0, stop: int = sys.maxsize) -> bool:
    """`Smith, J.`, `Smith JA,`, `J. A. Smith`, `van Dijk, T.`, with a quotation mark before it or not."""
    return bool(_AUTHOR.match(text, start, stop))


def starts_like_reference(text: str) -> bool:
    """At the head of a line: an author, a body with a year, a dash for the author above. Not a place or a publisher."""
    if len(text) < 4 or _GOES_ON.match(text):
        return False
    return any(pattern.match(text) for pattern in (_AUTHOR, _SAME_AUTHOR, _BODY_AND_YEAR, _BODY))


def goes_on(text: str) -> bool:
    """At the head of a line: a place, a publisher, a journal, as in the midst of a reference."""
    return bool(_GOES_ON.match(text))


def starts_like_title(text: str) -> bool:
    """A capital letter or an opening quotation mark: weaker than an author."""
    return text[:1].isupper() or bool(_QUOTED.match(text))


def is_dated(text: str) -> bool:
    """A year, or what stands for one: `in press`, `n.d.`, `o. J.`"""
    return bool(YEAR.search(text) or _UNDATED.search(text))


def may_end(text: str) -> bool:
    """Can a reference end like this: a point, a bracket, a number, an address?"""
    return bool(_ENDS.search(text[-400:].rstrip()))
