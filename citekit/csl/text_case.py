"""The text cases of CSL (CSL 1.0.2, "Text-case"): marked text → marked text.

Letters in `NOCASE` and the addresses and texts of links stay. All but lowercase and uppercase also leave superscripts, subscripts
and small capitals as they are, as the reference processor does (CSL test suite, textcase_ImplicitNocase). Title case is for
English; whether a text is English is for the caller to know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from citekit.csl import marks
from citekit.csl.title_words import SMALL_WORDS
from citekit.csl.words import Word, masked, parts, runs, words

_HELD = marks.NOCASE + marks.LINK
_HELD_IN_WORDS = _HELD + marks.SUPERSCRIPT + marks.SUBSCRIPT + marks.SMALL_CAPS

_BREAK = re.compile(r"[:?!]")
_SENTENCE_END = re.compile(rf"[.?!]{marks.ANY}*\s")
_PARTICLE = re.compile(r"[dl]['’]\w")
"""l’état, d’Artagnan"""
_RAISED = (marks.SUPERSCRIPT, marks.SUBSCRIPT)
"""What follows the letter of a formula: x², a₁"""
_LONG_WORD = re.compile(r"[^\W\d_]{2,}")
_SHOUTING = 3
"""So many words without a small letter are no abbreviation (`UK`, `PLOS ONE`)."""


def lowercase(text: str) -> str:
    return _lowered(text, _HELD)


def uppercase(text: str) -> str:
    return "".join(part if held else part.upper() for part, held in parts(text, _HELD))


def capitalize_first(text: str) -> str:
    """The first word begins with a capital, if it has none in it."""
    first = next(runs(masked(text, _HELD_IN_WORDS)), None)
    return _capitalized(text, [first] if first else [])


def capitalize_all(text: str) -> str:
    """Each word begins with a capital, if it has none in it."""
    return _capitalized(text, runs(masked(text, _HELD_IN_WORDS)))


def sentence(text: str) -> str:
    """Words with no capital but their first lose it, except the first word and what begins another sentence (after `.`, `?`, `!`).
    A text all in capitals keeps the first of them only."""
    mask = masked(text, _HELD_IN_WORDS)
    if _is_shouting(mask):
        return capitalize_first(_lowered(text, _HELD_IN_WORDS))
    found = list(words(mask))
    first = ((word, str.title) for word in found[:1] if word.is_small)
    later = (
        (word, str.lower)
        for before, word in pairwise(found)
        if word.is_capitalized and not _SENTENCE_END.search(mask, before.start, word.start)
    )
    return _changed(text, chain(first, later))


def title(text: str) -> str:
    """Words without any capital get one, but for the small words of English (`title_words`) and single letters. These get one
    where they begin or end the title, after `:`, `?` and `!`, at the beginning of a quotation and of a hyphenated word
    (`Pro-Environmental`, `X-Irradiation`). What has a capital stays as it is (`iPad`, `Compared With`). A text all in capitals is lowercased first.
    """
    mask = masked(text, _HELD_IN_WORDS)
    if _is_shouting(mask):
        text = _lowered(text, _HELD_IN_WORDS)
        mask = masked(text, _HELD_IN_WORDS)
    return _capitalized(text, _big_words(list(words(mask)), mask))


def _big_words(found: Sequence[Word], mask: str) -> Iterator[Word]:
    """The words of a title that are capitalized where they stand."""
    end = 0
    for word in found:
        before, end = mask[end : word.start], word.end
        if word is found[0] or _BREAK.search(before) or marks.QUOTE in mask[word.start : word.first]:
            yield word
        elif not _PARTICLE.match(word.core) and mask[word.first + 1 : word.first + 2] not in _RAISED:
            leads = mask[word.end : word.end + 1] == "-" and mask[word.start - 1] != "-"
            if len(word.core) == 1 and not (leads and word.core.isascii()):  # `β-Carotine` (textcase_NonEnglishChars)
                continue
            if word.core not in SMALL_WORDS or word is found[-1] or leads:
                yield word


def _lowered(text: str, holding: str) -> str:
    return "".join(part if held else part.lower() for part, held in parts(text, holding))


def _is_shouting(mask: str) -> bool:
    return mask.isupper() and len(_LONG_WORD.findall(mask)) >= _SHOUTING


def _capitalized(text: str, chosen: Iterable[Word]) -> str:
    return _changed(text, ((word, str.title) for word in chosen if word.is_small))


def _changed(text: str, changes: Iterable[tuple[Word, Callable[[str], str]]]) -> str:
    """The text with other first letters for these words."""
    letters = list(text)
    for word, change in changes:
        letters[word.first] = change(letters[word.first])
    return "".join(letters)


def _cached(case: Callable[[str], str]) -> Callable[[str], str]:
    remembered = lru_cache(maxsize=4096)(case)

    def cased(text: str) -> str:
        return remembered(text) if text else text

    return cased


CASES: Mapping[str, Callable[[str], str]] = {
    "lowercase": _cached(lowercase),
    "uppercase": _cached(uppercase),
    "capitalize-first": _cached(capitalize_first),
    "capitalize-all": _cached(capitalize_all),
    "sentence": _cached(sentence),
    "title": _cached(title),
}
"""Text cases by their names in styles."""
