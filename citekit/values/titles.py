"""Titles of works."""

from __future__ import annotations

import re

from citekit.values.text import fold

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")  # Il1rn<sup>-/-</sup>
_NOTE = re.compile(r"(?<=\S)\s*\[[^\[\]]*\]\W*$")  # …postrenal transplant. [Japanese]  …[see comment]

# A title of these words alone is one that thousands of works share.
GENERIC = frozenset(
    "editorial editorials literature editor editors note notes comment comments commentary introduction introductory preface foreword"
    " afterword prologue epilogue guest book books review reviews letter letters correspondence message messages column"
    " columns news obituary obituaries contents table index author subject abstract abstracts announcement announcements"
    " discussion summary conclusion conclusions reply response errata erratum corrigendum correction corrections addendum"
    " acknowledgments acknowledgements untitled overview perspective perspectives viewpoint report reports call papers"
    " welcome memoriam chair president treasurer secretary special issue this section from to the in of on for and a an by"
    " invited brief briefs case journal club highlights research clinical images quiz diary calendar events meeting meetings annual"
    " conference congress symposium session sessions supplement proceedings program programme poster posters oral presentation"
    " presentations questions answers abbreviations contributors reviewers instructions".split()
)


def fold_title(title: str) -> str:
    """The title as we compare it: no case, accents, punctuation or HTML tags; Greek letters and digits stay."""
    return fold(without_markup(title))


def without_markup(title: str) -> str:
    """The title without HTML tags: `Il1rn<sup>-/-</sup>` → `Il1rn-/-`."""
    return _MARKUP.sub("", title) if "<" in title else title


def without_note(title: str) -> str:
    """The title without a note that a catalogue put behind it: `Reduced dose. [Japanese]` → `Reduced dose.`"""
    return _NOTE.sub("", title) or title if title.rstrip(" .").endswith("]") else title


def is_capitals(title: str) -> bool:
    """Is this title SET IN CAPITALS, so that its proper case is lost?"""
    letters = [c for c in title if c.isalpha()]
    return len(letters) > 8 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def is_generic(title: str) -> bool:
    """Is this what thousands of works are called: *Editorial*, *Book reviews*?"""
    return all(word in GENERIC for word in fold_title(title).split())
