"""Titles of notices about another work: `Erratum: X`, `Comment on “X”`, `X: authors' reply`."""

from __future__ import annotations

import re

# Behind the words that begin such a title stands that of the work itself.
_FIRST = (
    ("correction", re.compile(r"\W*(?:errat(?:um|a)|corrigend(?:um|a)|(?:author |publisher )?corrections?|addend(?:um|a))\b"
                              r"(?:\W*(?:to|for|in|notice)\b)?\W*", re.I)),  # Erratum to: X
    ("retraction", re.compile(r"\W*(?:retraction(?: notice)?|expression of concern|withdrawal)\b"
                              r"(?:\W*(?:to|of|for)\b)?\W*", re.I)),  # Retraction notice to “X”
    ("comment", re.compile(r"\W*(?:invited |editorial )?(?:comment(?:s|ary)?\b(?: on\b|\W*:)|re\s?:)\W*", re.I)),  # Re: X
    ("reply", re.compile(r"\W*(?:(?:the )?authors?['’]? |in )?(?:reply to\b|(?:reply|response)(?: to)?\s*[:“‘\"'])\W*", re.I)),
)  # fmt: skip
# X - Reply   X: the authors' response   X (reply)   X AUTHOS REPLY   but not: a dose-response, the immune response
_BEHIND = r"(?:(?:[:.?!(]|\s[-–—]+|[–—])\s*(?:the |an? |in )?(?:auth\w*['’]?s? )?|\s(?:the )?auth\w*['’]?s? )"
_LAST = (
    ("reply", re.compile(rf"{_BEHIND}(?:reply|response|rejoinder)\W*$", re.I)),
    ("reply", re.compile(r"\(res\w+ to+ l\w+\)\W*$", re.I)),  # X (response to letter), with slips
    ("comment", re.compile(rf"{_BEHIND}(?:comment|commentary|discussion)\W*$", re.I)),
    ("correction", re.compile(rf"{_BEHIND}(?:errat|corrigend)(?:um|a)\W*$", re.I)),
)  # fmt: skip
_STAMP = re.compile(r"\W*(?:retracted|withdrawn)(?: article)?\W*[:.\]]\W*", re.I)  # RETRACTED ARTICLE: X
# What a notice may begin with as well as a work of its own: Response to anakinra in infants.
_EITHER = re.compile(
    r"\W*(?:in reply|(?:authors?['’]?s? )?(?:reply|response)|comments?|commentary|letter|discussion)\b", re.I
)
# Looks that tell most titles to be no notice.
_MAY_BEGIN = re.compile(
    r"\W*(?:err|corr|auth|publ|add|retr|expr|with|inv|edit|comm|re\b|the auth|in re|repl|resp)", re.I
)
_ENDINGS = tuple("reply response rejoinder comment commentary discussion erratum errata corrigendum corrigenda".split())
_MARKS = " .:;!?)]\"'’”»"
_END = 40  # letters in which the last words stand
_SHORTEST_TITLE = 12


def notice(title: str) -> tuple[str, str]:
    """What kind of notice a title announces, and the title of the work itself.

    `Erratum to: X` → `correction`, `X`; the other kinds are `retraction`, `comment` and `reply`. `RETRACTED: X` is X itself
    with a stamp on it: `""`, `X`. A title that is nothing but the word (`Erratum`) stays as it is.
    """
    end = max(len(title) - _END, 0)
    if _MAY_BEGIN.match(title):
        for kind, words in (*_FIRST, ("", _STAMP)):
            if (found := words.match(title)) and len(title) - found.end() >= _SHORTEST_TITLE:
                return kind, title[found.end() :]
    last = title[end:].lower()
    if last.rstrip(_MARKS).endswith(_ENDINGS) or "(res" in last:
        for kind, words in _LAST:
            if (found := words.search(title, end)) and found.start() >= _SHORTEST_TITLE:
                return kind, title[: found.start()].rstrip()
    return "", title


def may_be_notice(title: str) -> bool:
    """Can this be the title of a notice? True for some works of their own, too: `Response to anakinra in infants`."""
    end = max(len(title) - _END, 0)
    first = any(words.match(title) for _, words in _FIRST) or _EITHER.match(title)
    return bool(first) or any(words.search(title, end) for _, words in _LAST)


def without_stamp(title: str) -> str:
    """The title without what a publisher put before it when the work was retracted: `[Retracted] X` → `X`."""
    found = _STAMP.match(title)
    return title[found.end() :] if found else title
