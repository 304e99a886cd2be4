"""A reference as records are held against it: its fields, and the text they were read from as a second witness."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from citekit.model import Reference
from citekit.values.text import fold

_HYPHEN_AT_LINE_END = re.compile(r"(?<=[^\W\d_])[-\u00ad‐][^\S\n]*\n\s*(?=[^\W\d_])")  # endo-⏎scopic
_NUMBER = re.compile(r"[a-z]{0,2}\d+")  # 2438, e1043, S194
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True)
class Told:
    """What a reference tells. `text` is the reference string its fields were read from, `""` where nothing had to be read.

    What a program read out of a string may be wrong where the string is not: a field that a record contradicts may still be
    borne out by the text.
    """

    reference: Reference
    text: str = ""

    @cached_property
    def words(self) -> str:
        """The text folded, words between single blanks, one at either end: ` leung vc lee ke infantile … `."""
        return f" {fold(_HYPHEN_AT_LINE_END.sub('', self.text))} " if self.text else ""

    @cached_property
    def letters(self) -> str:
        """The text folded without blanks."""
        return self.words.replace(" ", "")

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every number in the text, with and without letters before it."""
        found = set(_NUMBER.findall(self.words))
        return frozenset(found | {number.lstrip("abcdefghijklmnopqrstuvwxyz").lstrip("0") for number in found})

    @cached_property
    def years(self) -> frozenset[str]:
        return frozenset(number for number in self.numbers if _YEAR.fullmatch(number))

    def says(self, phrase: str) -> bool:
        """Does the text hold these words, in a row?"""
        wanted = fold(phrase)
        return bool(wanted) and f" {wanted} " in self.words


def told(reference: Reference) -> Told:
    """A reference with the text it was read from: that of the fields that had to be guessed."""
    guessed = (field.origin for field in reference.fields.values() if field.confidence is not None)
    return Told(reference, max((origin.text for origin in guessed if origin), key=len, default=""))
